"""Plans are read a step a line; whatever a file holds, it ends in a plan or in problems at their places."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.format.diagnostics import codes, format_text, page, render
from game.format.load import story_from_text
from game.format.plans import (
    MAX_CHARACTERS,
    WORDS,
    list_plans,
    load_plan,
    plan_from_text,
    plan_name,
    plan_problems,
)
from game.story.plan import Back, Choose, End, NotSeen, See, TellAdult, Wait
from tests.format.stories import BASE, VOCABULARY

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.model import Story
    from game.story.problem import Problem

FILE = "rasten/kort.plan"
SHORT = "choose: Fråga\nsee: Det känns i magen.\ntell: samira, Det gäller en kompis\nend: Två som vet\n"
CODES = [code for code in codes() if code.startswith("P9")]
WITH_EXAMPLE = [code for code in CODES if (failing := page(code).failing) and failing.kind == "plan"]
"""What the base story cannot show, having no hidden choice and no mistake, and what no plan can show: that there is none."""


@cache
def base() -> Story:
    loaded = story_from_text(BASE, VOCABULARY).value
    assert loaded is not None
    return loaded


def problems(text: str) -> list[Problem]:
    return list(plan_problems(base(), text, FILE))


def places(text: str) -> list[tuple[str, int, int]]:
    return [(problem.code, problem.at.line, problem.at.column) for problem in problems(text)]


# --- what is read ----------------------------------------------------------------------------------


def test_every_word_of_a_plan_becomes_a_step() -> None:
    text = "see: a\nnot: b\nchoose: c\nwait:\nwait: d\ntell: e\ntell: f, g, h\nback:\nback: i\nend: j"
    read = plan_from_text(text, FILE)

    assert read.problems == ()
    assert read.value is not None
    assert read.value.steps == (
        See("a"),
        NotSeen("b"),
        Choose("c"),
        Wait(),
        Wait("d"),
        TellAdult("e"),
        TellAdult("f", "g, h"),
        Back(),
        Back("i"),
        End("j"),
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_remarks_and_empty_lines_say_nothing_whatever_ends_a_line(ends: str) -> None:
    text = ends.join(["# Den korta vägen.", "", "   # inskjutet", *SHORT.splitlines(), ""])

    assert problems(text) == []


def test_blanks_around_words_do_not_matter() -> None:
    assert problems("  choose :Fråga  \n\ttell:samira ,Det gäller\nend:\tTvå som vet") == []


def test_a_step_knows_where_its_words_stand() -> None:
    read = plan_from_text("# x\n\n  tell:  samira,  Hej", FILE).value
    assert read is not None
    (step,) = read.steps
    assert isinstance(step, TellAdult)

    assert (step.at.file, step.at.line, step.at.column) == (FILE, 3, 10)
    assert (step.beginning_at.line, step.beginning_at.column) == (3, 19)


# --- what is wrong ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("väljer: Fråga", "choose:"),
        ("ser: Det", "see:"),
        ("berättar: samira", "tell:"),
        ("väntar:", "wait:"),
        ("inte: Det", "not:"),
        ("tillbaka:", "back:"),
        ("slut: Två", "end:"),
        ("choice: Fråga", "choose:"),
        ("See: Det", "see:"),
        ("chose: Fråga", "choose:"),
        ("- see: Det", "see:"),
        ("see Det är", "see:"),
        ("wait", "wait:"),
        ("zzzzzz: q", ""),
    ],
)
def test_a_line_that_begins_with_another_word_is_told_with_the_nearest(line: str, meant: str) -> None:
    (problem,) = problems(f"# en väg\n{line}\n{SHORT}")

    assert (problem.code, problem.at.line, problem.at.column) == ("P901", 2, 1)
    assert dict(problem.values)["meant"] == meant


@pytest.mark.parametrize(
    "line", ["see:", "not: ", "choose: ””", "tell:", "tell: , Hej", "tell: samira,", "end:"]
)
def test_a_word_without_anything_after_it_is_told(line: str) -> None:
    assert [problem.code for problem in problems(line)] == ["P912"]


def test_every_mistake_of_a_file_is_told_at_its_line() -> None:
    assert places("ser: a\nsee:\n\nfoo\n") == [("P901", 1, 1), ("P912", 2, 1), ("P901", 4, 1)]


def test_a_character_that_hides_is_told_at_its_column() -> None:
    assert places("see: Det\u202e är\n") == [("F107", 1, 9)]


def test_what_does_not_agree_with_the_story_is_told_at_its_words() -> None:
    assert places(SHORT.replace("i magen", "i knät")) == [("P903", 2, 6)]
    assert places(SHORT.replace("Två", "En")) == [("P904", 4, 6)]


def test_a_plan_that_stops_early_is_told_at_its_last_step() -> None:
    assert places("choose: Fråga\n  see: Det känns\n# mer sedan\n") == [("P910", 2, 3)]
    assert places("# bara tankar\n") == [("P910", 1, 1)]


def test_a_whole_book_is_no_plan() -> None:
    assert [problem.code for problem in problems("see: långrast\n" * (MAX_CHARACTERS // 10))] == ["F104"]


def test_a_flood_of_mistakes_ends() -> None:
    assert len(problems("x\n" * 5_000)) < 300


# --- files -----------------------------------------------------------------------------------------


def test_the_plans_of_a_folder_are_listed_sorted_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.plan", "a.plan", ".hidden.plan", "story.yaml", "plan"):
        (tmp_path / name).write_text(SHORT, encoding="utf-8")

    assert [path.name for path in list_plans(tmp_path)] == ["a.plan", "b.plan"]


def test_a_folder_that_is_not_there_has_no_plans(tmp_path: Path) -> None:
    assert list_plans(tmp_path / "nowhere") == ()


def test_a_plan_is_read_from_its_file_and_named_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "kort.plan"
    path.write_text("\ufeff" + SHORT, encoding="utf-8")

    assert plan_name(path) == f"{tmp_path.name}/kort.plan"
    assert load_plan(path).value == plan_from_text(SHORT, plan_name(path)).value


@pytest.mark.parametrize(
    ("raw", "code"),
    [(b"see: \xe5", "F106"), (b"\xff\xfes\x00", "F130"), (b"see: \x00", "F107"), (None, "F101")],
)
def test_a_file_that_is_no_text_or_not_there_is_told(tmp_path: Path, raw: bytes | None, code: str) -> None:
    path = tmp_path / "kort.plan"
    if raw is not None:
        path.write_bytes(raw)

    assert [problem.code for problem in load_plan(path).problems] == [code]


def test_a_folder_called_a_plan_and_a_link_out_of_the_story_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "saga" / "mapp.plan").mkdir(parents=True)
    (tmp_path / "annan.plan").write_text(SHORT, encoding="utf-8")
    (tmp_path / "saga" / "ut.plan").symlink_to(tmp_path / "annan.plan")

    found = [load_plan(path).problems[0].code for path in list_plans(tmp_path / "saga")]

    assert found == ["F102", "F103"]


# --- pages -----------------------------------------------------------------------------------------


def test_most_pages_show_a_plan() -> None:
    assert len(WITH_EXAMPLE) > len(CODES) / 2


@pytest.mark.parametrize("code", WITH_EXAMPLE)
def test_the_failing_example_of_a_page_fails_with_its_code_and_the_mended_one_with_nothing(code: str) -> None:
    known = page(code)
    assert known.failing
    assert known.mended

    assert [problem.code for problem in problems(known.failing.text)] == [code]
    assert problems(known.mended.text) == []


# --- whatever it holds -----------------------------------------------------------------------------

PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [*WORDS, "ser", "samira", "daniel", "Fråga", "Vänta.", "Kan", "rast", "magen", "Två som vet"]
        ),
        st.sampled_from([": ", ":", ", ", "\n", "\r\n", "# ", "\t", "”", "\u2028", "\x00", "\x85"]),
        st.text(max_size=3),
    ),
    max_size=60,
)


def hold(text: str) -> None:
    read = plan_from_text(text, FILE)
    assert (read.value is None) == bool(read.problems)
    for problem in plan_problems(base(), text, FILE):
        shown = format_text(render(problem, "sv", {FILE: text}))
        assert problem.code in shown
        assert all(char == "\n" or char.isprintable() for char in shown)


@given(PIECES)
@settings(max_examples=200)
def test_random_words_and_marks_end_in_a_plan_or_in_problems(pieces: list[str]) -> None:
    hold("".join(pieces))


@given(st.integers(0, len(SHORT)), PIECES)
@settings(max_examples=200)
def test_a_good_plan_with_something_put_into_it_ends_in_a_plan_or_in_problems(
    where: int, pieces: list[str]
) -> None:
    hold(SHORT[:where] + "".join(pieces) + SHORT[where:])


@given(
    st.lists(
        st.sampled_from([*SHORT.splitlines(), "back:", "wait:", "see: rast", "tell: daniel"]), max_size=12
    )
)
@settings(max_examples=200)
def test_lines_of_a_good_plan_in_any_order_end_in_a_plan_or_in_problems(lines: list[str]) -> None:
    hold("\n".join(lines))
