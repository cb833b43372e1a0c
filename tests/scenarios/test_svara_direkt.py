"""*Svara direkt*: how much there is of it, that it can be read at 13, and that it is set as Swedish is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from game.format.load import load_story, load_vocabulary
from game.resources import SCENARIOS
from game.story.glossary import forms, needed
from game.story.library import GREY, HEALTHY
from game.story.model import Choices, Ending, Tell
from game.story.readability import lix
from tests.scenarios.story_texts import of_scene, texts

if TYPE_CHECKING:
    from game.story.library import Signs
    from game.story.model import Line, Story

EASY = 30
"""The hardest that the whole may be to read, in LIX."""
READABLE = 40
"""The hardest that one scene may be."""


@cache
def signs() -> Signs:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary is not None
    return vocabulary.signs


@cache
def story() -> Story:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary is not None
    loaded = load_story(SCENARIOS / "svara-direkt", vocabulary).value
    assert loaded is not None
    return loaded


def lines() -> list[Line]:
    """Everything that is said in the scenes."""
    return [line for scene in story().scenes.values() for line in scene.lines]


def endings() -> dict[str, Ending]:
    return {id_: scene.exit for id_, scene in story().scenes.items() if isinstance(scene.exit, Ending)}


def tells() -> dict[str, Tell]:
    return {id_: scene.exit for id_, scene in story().scenes.items() if isinstance(scene.exit, Tell)}


# --- how much there is -----------------------------------------------------------------------------


def test_there_are_thirty_scenes_and_more() -> None:
    assert len(story().scenes) >= 30


def test_there_are_two_hundred_lines_and_more() -> None:
    assert len(lines()) >= 200


def test_there_are_five_endings_and_more() -> None:
    assert len(endings()) >= 5


def test_fifteen_lines_and_more_are_signs_of_a_form() -> None:
    assert len([line for line in lines() if line.sign and signs().form_of(line.sign.sign)]) >= 15


@pytest.mark.parametrize("sign", [HEALTHY, GREY])
def test_not_everything_is_a_sign(sign: str) -> None:
    assert [line for line in lines() if line.sign and line.sign.sign == sign]


# --- telling and help ------------------------------------------------------------------------------


def test_every_ending_shows_help() -> None:
    assert endings()
    assert not [id_ for id_, ending in endings().items() if not ending.help]


def test_there_are_always_three_ways_to_begin_telling() -> None:
    assert {len(tell.beginnings) for tell in tells().values()} == {3}


def test_an_adult_may_wave_it_off_and_others_listen() -> None:
    assert {hearing.listens for tell in tells().values() for hearing in tell.hearings} == {True, False}


def test_no_two_choices_of_a_scene_have_the_same_words() -> None:
    same = [
        id_
        for id_, scene in story().scenes.items()
        if isinstance(scene.exit, Choices)
        and len({choice.text.casefold() for choice in scene.exit.choices}) < len(scene.exit.choices)
    ]
    assert not same


# --- its difficult words ---------------------------------------------------------------------------

EASIEST = 20
"""The hardest that what explains a word may be: that of easy Swedish."""


def test_ten_to_twenty_words_are_explained_in_easy_swedish() -> None:
    meanings = [each.meaning for each in story().words]
    assert 10 <= len(meanings) <= 20
    assert lix(meanings) <= EASIEST


@pytest.mark.parametrize("word", ["orosanmälan", "kurator", "skvallra", "larmet", "svartsjuk", "offline"])
def test_words_that_adults_forget_to_explain_are_explained(word: str) -> None:
    assert word in {forms(each.word)[0] for each in story().words}


def test_every_telling_offers_its_report_of_concern_explained_with_what_that_takes() -> None:
    known = tuple(each.word for each in story().words)
    meanings = tuple(each.meaning for each in story().words)
    reports = [line.text for line in lines() if "orosanmälan" in line.text]
    assert len(reports) >= 5
    for text in reports:
        explained = {forms(known[number])[0] for number in needed(known, meanings.__getitem__, text)}
        assert {"orosanmälan", "socialtjänsten"} <= explained


# --- its Swedish -----------------------------------------------------------------------------------


def test_the_whole_is_easy_to_read() -> None:
    assert 0 < lix(texts(story())) <= EASY


def test_no_scene_is_hard_to_read() -> None:
    hard = {id_: round(lix(of_scene(scene))) for id_, scene in story().scenes.items()}
    assert max(hard.values()) > 0
    assert not {id_: found for id_, found in hard.items() if found > READABLE}
