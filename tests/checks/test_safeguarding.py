"""Ages, content notes, declared forms, and the review of a story."""

from __future__ import annotations

import pytest

from game.format.load import story_from_text
from game.story.digest import digest
from tests.checks.support import told
from tests.format.stories import BASE, VOCABULARY, all_problems, base_with


def test_the_base_story_is_safe() -> None:
    assert [each for each in all_problems(BASE) if each.code.startswith("S")] == []


def test_a_heavy_form_has_to_be_named_in_the_content_note() -> None:
    heavy = "- alva: Han sa att han ska slå mig.\n  sign: threat_hurt\n  why: Det är ett hot."
    assert told(heavy, "S710") == ["S710"]


def test_a_note_that_names_no_form_at_all_says_too_little() -> None:
    assert told("notes: En vanlig dag.", "S710") == ["S710"]
    assert told("notes: Någon STYR över en annan.", "S710") == []


def test_a_word_that_only_contains_the_beginning_does_not_name_it() -> None:
    assert told("notes: En dag vid styret på båten, utan bestyr.", "S710") == []
    assert told("notes: Mycket bestyr.", "S710") == ["S710"]


def test_a_form_is_only_for_readers_of_its_age() -> None:
    assert told("ages: 7-9", "S711") == ["S711", "S711"]  # declared, and shown by a sign
    assert told("ages: 10-12", "S711") == []


def test_a_declared_form_needs_a_sign_and_a_shown_one_a_declaration() -> None:
    assert told("about: [control, threat]", "S712", "S713") == ["S712"]
    assert told("about: [threat]", "S712", "S713") == ["S712", "S713"]


# --- the review ------------------------------------------------------------------------------------


def mark_of(text: str) -> str:
    story = story_from_text(text, VOCABULARY).value
    assert story
    return digest(story)


def approved(mark: str) -> str:
    return f"review: {{state: approved, on: 2026-11-01, by: [elevhälsan], text: '{mark}'}}"


def test_an_approval_holds_for_the_words_that_were_read() -> None:
    assert told(approved(mark_of(BASE)), "S740", "S741", "S742") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Han skriver hela tiden.", "Han skriver ibland."),
        ("trust: at least 1", "trust: at least 2"),
        ("help: [bris]", "help: []"),
        ("sign: must_report", "sign: check_phone"),
        ("tell: {samira: slut}", "tell: {samira: {go: slut, listens: false}}"),
    ],
)
def test_an_approval_does_not_hold_for_other_words_or_ways(before: str, after: str) -> None:
    changed = base_with(approved(mark_of(BASE))).replace(before, after)
    assert changed != base_with(approved(mark_of(BASE)))
    assert "S741" in [each.code for each in all_problems(changed)]


def test_the_way_a_file_is_written_does_not_change_its_mark() -> None:
    assert mark_of(BASE.replace("# of rast", "# om rasten").replace("[control]", "[ control ]")) == mark_of(
        BASE
    )


def test_the_new_mark_is_told() -> None:
    (found,) = (each for each in all_problems(base_with(approved("0" * 12))) if each.code == "S741")
    assert dict(found.values)["mark"] == mark_of(BASE)


def test_approved_says_by_whom_when_and_which_words() -> None:
    assert told("review: approved", "S740") == ["S740"]
    assert told("review: {state: approved}", "F121") == ["F121"] * 3


def test_nothing_about_a_review_is_told() -> None:
    assert "S742" in [each.code for each in all_problems(BASE.replace("review: draft\n", ""))]
