"""A story is told to be hard to read for its youngest readers, and where."""

from __future__ import annotations

import pytest

from game.checks.reading_level import target
from game.story.readability import counted, lix, sentences
from tests.checks.written import codes, told, values
from tests.format.stories import BASE, base_with

HARD = (
    "Socialtjänstens utredningssekreterare sammanställer dokumentationen. "
    "Därefter kontaktas vårdnadshavarna omedelbart angående fortsättningen av "
    "skolsituationen, barnavårdsutredningen, umgängesrätten och familjeförhållandena. "
    "Hon ser på dig."
)
EASY = " ".join(["Hon ser på dig. Du ler mot Alva och tar en klunk te."] * 30)


@pytest.mark.parametrize(
    ("age", "most"), [(6, 20), (9, 20), (10, 25), (12, 25), (13, 30), (15, 30), (16, 35), (19, 35), (40, 35)]
)
def test_what_is_too_hard_depends_on_the_youngest(age: int, most: int) -> None:
    assert target(age) == most


def test_a_hard_scene_is_told_of_at_the_scene_with_its_hardest_sentence() -> None:
    source = base_with(f"- {EASY}\n- alva: Hon gick.\n").replace(
        "- alva: Det känns i magen.", f"- alva: {HARD}"
    )
    (problem,) = told(source)
    found = dict(problem.values)

    assert problem.code == "T493"
    assert source.splitlines()[problem.at.line - 1] == "  svar:"
    assert found["scene"] == "svar"
    assert int(found["lix"]) > int(found["most"]) == 30
    assert found["sentence"].startswith("Därefter kontaktas")


def test_a_hard_story_is_told_of_at_its_ages() -> None:
    source = BASE.replace("- alva: Det känns i magen.", f"- alva: {HARD}")
    whole = next(problem for problem in told(source) if problem.code == "T494")

    assert source.splitlines()[whole.at.line - 1] == "ages: 13-15"
    assert values(source, "T494")["youngest"] == "13"


def test_what_is_fine_for_older_readers_is_hard_for_younger_ones() -> None:
    line = "Alltså mobilen ringer ständigt och Alva svarar aldrig, för hon är trött på honom. "
    source = BASE.replace("Det känns i magen.", line * 8)
    levels = [codes(source.replace("ages: 13-15", f"ages: {ages}")) for ages in ("7-9", "16-19")]

    assert levels[0]
    assert levels[1] == []


def test_what_only_a_teacher_reads_may_be_hard() -> None:
    asked = BASE.replace("    ask: ", f"    talk: Vad tycker ni?\n    listen: {HARD}\n    ask: ", 1)

    assert asked != BASE
    assert codes(asked) == codes(BASE)


def test_two_long_words_make_no_scene_hard() -> None:
    assert (
        codes(
            base_with(
                "scenes:\n  svar:\n    place: schoolyard\n    lines: [Skolsköterskan heter Larmcentralen.]\n    go: beratta\n"
            )
        )
        == []
    )


def test_the_counts_of_parts_add_up_to_that_of_the_whole() -> None:
    parts = [counted([sentence]) for sentence in sentences([HARD])]

    assert len(parts) == 3
    assert sum((part.words for part in parts), 0) == counted([HARD]).words
    assert (parts[0] + parts[1] + parts[2]).lix == lix([HARD])
    assert counted([HARD]) - parts[0] == parts[1] + parts[2]


def test_sentences_keep_their_marks() -> None:
    assert list(sentences(["Hej! Var är du? Hemma", "Jaha … nej."])) == [
        "Hej!",
        "Var är du?",
        "Hemma",
        "Jaha …",
        "nej.",
    ]
