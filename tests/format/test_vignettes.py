"""Vignettes as they are written: each by itself, and whether the two halves can be compared."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.format.vignettes import (
    KEYS,
    LONGEST_TEXT,
    LONGEST_WHY,
    VIGNETTES_FILE,
    load_vignettes,
    vignettes_from_text,
)
from game.story.library import Form, Signs, SignType
from game.story.logic import Place
from game.story.vignettes import HALVES, Answer, Vignettes

if TYPE_CHECKING:
    from pathlib import Path

SIGNS = Signs(
    {"control": Form("control", "Kontroll", "Att bestämma.", "eye")},
    {"healthy": SignType("healthy", "", "Schysst"), "grey": SignType("grey", "", "Skaver")},
)
JUDGED = (
    ("healthy", "ok", 1),
    ("healthy", "ok", 2),
    ("grey", "unsure", 3),
    *(("control", "not_ok", difficulty) for difficulty in (1, 2, 3)),
    ("help_seeking", "ok", 2),
    ("bystander", "not_ok", 2),
)


def entry(name: str, half: str, topic: str, answer: str, difficulty: int) -> str:
    return (
        f"{name}:\n  ages: 13-15\n  half: {half}\n  topic: {topic}\n  answer: {answer}\n  difficulty: {difficulty}\n"
        f"  text: Mio och Ida ses vid bussen.\n  why: Så kan det vara.\n"
    )


WHOLE = "".join(
    entry(f"{half}{number}", half, *judged) for half in HALVES for number, judged in enumerate(JUDGED)
)


def told(text: str, signs: Signs = SIGNS) -> list[tuple[str, int, int]]:
    loaded = vignettes_from_text(text, signs)
    assert (loaded.value == Vignettes()) == bool(loaded.problems), "nothing that is wrong is shown"
    return [(each.code, each.at.line, each.at.column) for each in loaded.problems]


def values(text: str, code: str) -> dict[str, str]:
    return next(dict(each.values) for each in vignettes_from_text(text, SIGNS).problems if each.code == code)


def with_row(key: str, value: str, name: str = "a3") -> str:
    """All of it, with another value in a row of one vignette."""
    before, _, after = WHOLE.partition(f"{name}:\n")
    return f"{before}{name}:\n{re.sub(rf'(?m)^  {key}: .*$', f'  {key}: {value}', after, count=1)}"


def at(key: str, name: str = "a3") -> tuple[int, int]:
    lines = WHOLE.splitlines()
    start = lines.index(f"{name}:")
    row = next(number for number in range(start, len(lines)) if lines[number].startswith(f"  {key}: "))
    return row + 1, len(key) + 5


def test_a_vignette_is_read_with_all_that_it_says() -> None:
    loaded = vignettes_from_text(WHOLE, SIGNS)
    assert loaded.problems == ()
    assert loaded.value
    assert len(loaded.value.entries) == 2 * len(JUDGED)
    first = loaded.value.entries[0]
    assert (first.id, first.youngest, first.oldest, first.half) == ("a0", 13, 15, "a")
    assert (first.topic, first.answer, first.difficulty) == ("healthy", Answer.OK, 1)
    assert (first.text, first.why) == ("Mio och Ida ses vid bussen.", "Så kan det vara.")
    assert first.at == Place(VIGNETTES_FILE, 1, 1)


@pytest.mark.parametrize(
    ("key", "value", "code", "meant"),
    [
        ("topic", "kontrol", "V001", "control"),
        ("topic", "Kontroll", "V001", "control"),
        ("topic", "skaver", "V001", "grey"),
        ("ages", "13-16", "V002", "13-15"),
        ("answer", "ok", "V003", "not_ok"),
        ("answer", "osäker", "F123", "unsure"),
        ("answer", "inte okej", "F123", "not_ok"),
        ("half", "B", "F123", "b"),
    ],
)
def test_a_wrong_word_is_told_where_it_stands_with_what_was_meant(
    key: str, value: str, code: str, meant: str
) -> None:
    text = with_row(key, value)
    assert told(text) == [(code, *at(key))]
    assert values(text, code)["meant"] == meant


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("ages", "15-13", "F126"),
        ("ages", "ja", "F122"),
        ("difficulty", "4", "F125"),
        ("difficulty", "svår", "F122"),
        ("text", "", "T450"),
        ("why", "[så]", "F122"),
        ("text", "a" * (LONGEST_TEXT + 1), "V004"),
        ("why", "a" * (LONGEST_WHY + 1), "V004"),
    ],
)
def test_a_value_that_cannot_be_is_told_where_it_stands(key: str, value: str, code: str) -> None:
    assert [found for found, _, _ in told(with_row(key, value))] == [code]


@pytest.mark.parametrize(("key", "most"), [("text", LONGEST_TEXT), ("why", LONGEST_WHY)])
def test_a_text_may_be_as_long_as_the_wall_has_room_for(key: str, most: int) -> None:
    assert told(with_row(key, "a" * most)) == []


@pytest.mark.parametrize("key", KEYS)
def test_a_row_that_is_missing_is_told(key: str) -> None:
    text = re.sub(rf"(?m)^  {key}: .*\n", "", WHOLE, count=1)
    assert told(text) == [("F121", 2, 3)]


def test_a_row_that_nobody_knows_is_told_with_what_was_meant() -> None:
    text = WHOLE.replace("  half: a\n", "  halva: a\n", 1)
    assert {code for code, _, _ in told(text)} == {"F120", "F121"}
    assert values(text, "F120")["meant"] == "half"


def test_a_name_that_stands_twice_is_told() -> None:
    assert [code for code, _, _ in told(WHOLE + entry("a0", "a", "healthy", "ok", 1))] == ["F116"]


@pytest.mark.parametrize(("topic", "fits"), [("healthy", "ok"), ("grey", "unsure"), ("control", "not_ok")])
def test_an_answer_goes_with_its_topic(topic: str, fits: str) -> None:
    for answer in Answer:
        text = f"{WHOLE}{entry('x', 'a', topic, answer.value, 1)}{entry('y', 'b', topic, answer.value, 1)}"
        assert [code for code, _, _ in told(text)] == ([] if answer.value == fits else ["V003", "V003"])


@pytest.mark.parametrize("topic", ["help_seeking", "bystander"])
def test_to_seek_help_and_to_see_it_can_be_meant_as_anything(topic: str) -> None:
    for answer in Answer:
        text = f"{WHOLE}{entry('x', 'a', topic, answer.value, 1)}{entry('y', 'b', topic, answer.value, 1)}"
        assert told(text) == []


def test_halves_that_are_not_as_hard_are_told_with_what_only_one_of_them_has() -> None:
    text = with_row("difficulty", "1", "a4")
    assert told(text) == [("V006", 1, 1)]
    assert values(text, "V006") == {
        "ages": "13-15",
        "part": "vignettes_judge",
        "a": "not_ok 1",
        "b": "not_ok 2",
    }


def test_a_half_with_too_few_of_a_part_is_told() -> None:
    text = with_row("half", "b", "a6")
    assert told(text) == [("V005", 1, 1), ("V006", 1, 1)]
    assert values(text, "V005") == {
        "ages": "13-15",
        "half": "a",
        "part": "vignettes_help_seeking",
        "number": "0",
        "least": "1",
    }


@pytest.mark.parametrize("topic", ["healthy", "grey"])
def test_a_half_in_which_nothing_is_fine_or_only_chafes_is_told(topic: str) -> None:
    kept = "".join(
        entry(f"{half}{number}", half, *(("control", "not_ok", 1) if judged[0] == topic else judged))
        for half in HALVES
        for number, judged in enumerate(JUDGED)
    )
    found = vignettes_from_text(kept, SIGNS).problems
    assert [each.code for each in found] == ["V007", "V007"]
    assert {dict(each.values)["half"] for each in found} == set(HALVES)
    assert {dict(each.values)["topic"] for each in found} == {topic}


@given(st.sampled_from(("a", "b")), st.integers(0, len(JUDGED) - 1), st.integers(1, 3))
def test_whichever_vignette_is_made_harder_or_easier_the_halves_are_no_longer_alike(
    half: str, number: int, difficulty: int
) -> None:
    text = with_row("difficulty", str(difficulty), f"{half}{number}")
    assert [code for code, _, _ in told(text)] == ([] if difficulty == JUDGED[number][2] else ["V006"])


@given(st.text(max_size=300))
def test_whatever_a_file_holds_there_are_vignettes_or_problems_and_never_both(text: str) -> None:
    loaded = vignettes_from_text(text, SIGNS)
    assert loaded.value == Vignettes()
    assert loaded.problems


def test_without_signs_no_topic_is_looked_up() -> None:
    assert told(WHOLE.replace("control", "kontroll"), Signs({}, {})) == []


def test_a_folder_of_stories_may_do_without(tmp_path: Path) -> None:
    loaded = load_vignettes(tmp_path, SIGNS)
    assert (loaded.value, loaded.problems) == (Vignettes(), ())


def test_they_are_read_from_the_folder_of_the_stories(tmp_path: Path) -> None:
    (tmp_path / VIGNETTES_FILE).write_text(WHOLE, encoding="utf-8")
    assert load_vignettes(tmp_path, SIGNS) == vignettes_from_text(WHOLE, SIGNS)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / VIGNETTES_FILE).write_bytes(b"\xff\xfea\x00")
    loaded = load_vignettes(tmp_path, SIGNS)
    assert (loaded.value, [each.code for each in loaded.problems]) == (Vignettes(), ["F130"])
