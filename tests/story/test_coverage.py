"""Which forms there are stories about for which age, and why it is right that there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.format.load import list_stories, load_about, load_vocabulary
from game.format.vignettes import load_vignettes
from game.resources import SCENARIOS
from game.story.coverage import AGES, Age, holes
from game.story.library import Form, Untold
from game.story.vignettes import Answer, Vignette, Vignettes

if TYPE_CHECKING:
    from game.story.model import About

CONTROL = Form("control", "Kontroll", "Att bestämma.", "eye", 10)
SEXUAL = Form("sexual", "Sexuellt våld", "Att pressa.", "shield", 13)
YOUNG, MIDDLE, OLD = AGES


def about(forms: tuple[str, ...], youngest: int, oldest: int) -> About:
    return replace(REAL[0], forms=forms, youngest=youngest, oldest=oldest)


def shipped() -> tuple[list[About], tuple[Form, ...], Vignettes]:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    heads = [load_about(SCENARIOS / name, vocabulary).value for name in list_stories(SCENARIOS)]
    vignettes = load_vignettes(SCENARIOS, vocabulary.signs).value
    assert vignettes
    return [head for head in heads if head], tuple(vocabulary.signs.forms.values()), vignettes


REAL, FORMS, VIGNETTES = shipped()


def test_a_form_that_a_story_for_an_age_is_about_is_no_hole_at_that_age() -> None:
    found = holes([about(("control",), 13, 16)], [CONTROL], Vignettes())

    assert [hole.age for hole in found] == [YOUNG]


def test_a_hole_has_the_reason_for_its_age_and_is_open_without_one() -> None:
    told = replace(CONTROL, untold=(Untold(10, 12, "Därför."),))
    young, middle, _ = holes([], [told], Vignettes())

    assert (young.why, young.explained) == ("Därför.", True)
    assert (middle.why, middle.explained) == ("", False)


def test_a_reason_for_some_of_the_years_is_none_for_all_of_them() -> None:
    told = replace(CONTROL, untold=(Untold(10, 11, "Därför."),))

    assert not holes([], [told], Vignettes())[0].explained


def test_a_form_that_is_only_told_of_later_is_an_early_hole() -> None:
    young, middle, _ = holes([], [SEXUAL], Vignettes())

    assert (young.early, young.explained) == (True, True)
    assert (middle.early, middle.explained) == (False, False)


def test_questions_on_a_form_for_an_age_are_known_but_explain_nothing() -> None:
    question = Vignette("a", 13, 15, "a", "control", Answer.NOT_OK, 1, "Han läser allt.", "Det är kontroll.")
    young, middle, _ = holes([], [CONTROL], Vignettes((question,)))

    assert (young.judged, middle.judged, middle.explained) == (False, True, False)


def test_every_hole_in_what_is_shipped_says_why_it_is_right() -> None:
    assert [(hole.form, hole.age) for hole in holes(REAL, FORMS, VIGNETTES) if not hole.explained] == []


def test_no_reason_stands_for_an_age_that_has_a_story() -> None:
    missing = {(hole.form, hole.age) for hole in holes(REAL, FORMS, VIGNETTES)}
    given = {(form.id, Age(each.youngest, each.oldest)) for form in FORMS for each in form.untold}

    assert given <= missing
    assert given
