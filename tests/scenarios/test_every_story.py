"""What each of the eight stories has to have: whom it is for and about, how much there is of it, and whom one can tell."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from game.checks.reading_level import target
from game.format.load import list_stories, load_story, load_vocabulary
from game.format.vignettes import load_vignettes
from game.resources import SCENARIOS
from game.story.library import GREY, HEALTHY
from game.story.model import Choices, Ending, LineKind, Tell
from game.story.readability import lix
from tests.scenarios.story_texts import texts

if TYPE_CHECKING:
    from game.story.library import Signs
    from game.story.model import Hearing, Line, Story
    from game.story.vignettes import Vignettes


class Plan(NamedTuple):
    """What a story was meant to be."""

    ages: tuple[int, int]
    contexts: frozenset[str]
    forms: frozenset[str]
    scenes: int = 25
    lines: int = 160


def plan(ages: tuple[int, int], contexts: str, forms: str, scenes: int = 25, lines: int = 160) -> Plan:
    return Plan(ages, frozenset(contexts.split()), frozenset(forms.split()), scenes, lines)


PLANS = {
    "basta-vanner": plan((10, 12), "friend", "control isolation digital degradation"),
    "bakom-vaggen": plan((10, 12), "family", "witness threat physical neglect"),
    "storebror": plan((13, 15), "honour family", "restriction control threat"),
    "omkladningsrummet": plan((13, 15), "partner friend", "degradation sexual digital"),
    "svara-direkt": plan((13, 15), "partner", "control digital isolation threat degradation"),
    "resan": plan((16, 19), "honour", "restriction threat economic"),
    "det-var-inte-meningen": plan((16, 19), "partner ex", "control threat economic degradation"),
    "vaga-fraga": plan((20, 120), "family honour", "witness restriction control threat", 15, 100),
}
IN_SCHOOL = {
    "kurator",
    "mentor",
    "rektor",
    "skolsköterska",
    "klasslärare",
    "lärare",
    "musiklärare",
    "fritidsledare",
}
"""Professions of a school; whoever has another one, or none, is outside."""

VERY_EASY = 25
"""The hardest that what explains a word may be, in LIX."""

each_story = pytest.mark.parametrize("name", sorted(PLANS))


@cache
def signs() -> Signs:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    return vocabulary.signs


@cache
def vignettes() -> Vignettes:
    found = load_vignettes(SCENARIOS, signs()).value
    assert found
    return found


@cache
def story(name: str) -> Story:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    found = load_story(SCENARIOS / name, vocabulary).value
    assert found
    return found


def lines(name: str) -> list[Line]:
    return [line for scene in story(name).scenes.values() for line in scene.lines]


def hearings(name: str) -> list[Hearing]:
    exits = [scene.exit for scene in story(name).scenes.values()]
    return [hearing for each in exits if isinstance(each, Tell) for hearing in each.hearings]


def test_these_are_the_stories() -> None:
    assert sorted(list_stories(SCENARIOS)) == sorted(PLANS)


@each_story
def test_it_is_for_whom_and_about_what_it_was_meant_to_be(name: str) -> None:
    about, meant = story(name).about, PLANS[name]

    assert (about.youngest, about.oldest) == meant.ages
    assert set(about.contexts) == meant.contexts
    assert meant.forms <= set(about.forms)
    assert about.notes
    assert about.summary


@each_story
def test_there_is_enough_of_it(name: str) -> None:
    endings = [scene.exit for scene in story(name).scenes.values() if isinstance(scene.exit, Ending)]

    assert len(story(name).scenes) >= PLANS[name].scenes
    assert len(lines(name)) >= PLANS[name].lines
    assert len(endings) >= 4
    assert all(ending.help for ending in endings)


@each_story
def test_twelve_lines_are_signs_and_each_says_why(name: str) -> None:
    found = [line.sign for line in lines(name) if line.sign and signs().form_of(line.sign.sign)]

    assert len(found) >= 12
    assert all(sign.why for sign in found)


@each_story
@pytest.mark.parametrize("sign", [HEALTHY, GREY])
def test_not_everything_is_a_sign(name: str, sign: str) -> None:
    assert any(line.sign and line.sign.sign == sign for line in lines(name))


@each_story
def test_there_is_a_pause_to_feel_in_and_it_can_be_skipped(name: str) -> None:
    pauses = [line for line in lines(name) if line.kind is LineKind.FEEL]

    assert pauses
    assert all(line.skip for line in pauses)


@each_story
def test_two_adults_of_different_professions_can_be_told_and_one_is_outside_school(name: str) -> None:
    told = {story(name).cast[each.adult].adult for each in hearings(name)}

    assert len(told) >= 2
    assert told - IN_SCHOOL


@each_story
def test_an_adult_may_not_listen_and_another_one_does(name: str) -> None:
    assert {each.listens for each in hearings(name)} == {True, False}


@each_story
def test_a_class_has_something_to_talk_about_and_the_teacher_something_to_listen_for(name: str) -> None:
    asked = [scene.exit for scene in story(name).scenes.values() if isinstance(scene.exit, (Choices, Tell))]
    cards = [each for each in asked if each.talk]

    assert len(cards) >= 5
    assert all(card.listen for card in cards)


@each_story
def test_what_its_class_judges_before_and_after_takes_up_two_of_its_forms(name: str) -> None:
    about = story(name).about
    asked = {each.topic for each in vignettes().for_age(about.youngest, about.oldest).entries}

    assert len(asked & set(about.forms)) >= 2


@each_story
def test_difficult_words_are_explained_in_easy_ones(name: str) -> None:
    meanings = [each.meaning for each in story(name).words]

    assert len(meanings) >= 10
    assert lix(meanings) <= VERY_EASY


@each_story
def test_it_can_be_read_at_its_age(name: str) -> None:
    assert 0 < lix(texts(story(name))) <= target(story(name).about.youngest)


@each_story
@pytest.mark.parametrize(
    ("slip", "pattern"),
    [
        ("a quotation mark that is not ”", r"[\"'“„«»]"),
        ("an apostrophe that opens", "‘"),
        ("three full stops", r"\.\.\."),
        ("two blanks", r"\s\s"),
        ("a blank first or last", r"\A\s|\s\Z"),
        ("a blank before a sign", r" [,.!?]"),
        ("a placeholder", r"\b(?:T[O]DO|FIX[M]E|X[X]X|lorem)\b"),
    ],
)
def test_its_typography_is_swedish(name: str, slip: str, pattern: str) -> None:
    assert slip
    assert texts(story(name))
    assert not [text for text in texts(story(name)) if re.search(pattern, text)]


@each_story
def test_every_quotation_that_begins_also_ends(name: str) -> None:
    assert not [text for text in texts(story(name)) if text.count("”") % 2]
