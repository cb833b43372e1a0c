from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from game.messages.pseudo import LONGER, MIRRORED
from game.resources import LOCALE, SCENARIOS
from game.screens.intents import StoryOpened
from game.screens.words import StoryWords, quoted
from game.story.engine import ChoiceOption, Machine, TellOption
from game.story.explore import explore
from game.story.model import Ending, Story
from game.tools.bookshelf import Bookshelf
from tests.terminal.driving import flat, real

if TYPE_CHECKING:
    from game.screens.words import Words


@cache
def machine() -> Machine:
    opened = Bookshelf(SCENARIOS, LOCALE).open_story("svara-direkt")
    assert isinstance(opened, StoryOpened)
    return opened.machine


def labels_to(ending: str, words: Words) -> list[str]:
    """What has to be picked, in order, on a shortest way to an ending."""
    told = StoryWords(words, machine().story)
    found = explore(machine())
    index = next(index for index, scene in found.final.items() if scene == ending)
    route = found.route(index)
    picks = []
    for before, after in pairwise(route):
        segment = machine().segment(before)
        option = next(each for each in segment.options if machine().after(segment, each.number) == after)
        match option:
            case ChoiceOption(_, choice):
                picks.append(told.scene(segment.scenes[-1], choice.text))
            case TellOption(_, hearing, beginning):
                picks += [
                    told.name(hearing.adult),
                    quoted(words, told.scene(segment.scenes[-1], beginning.text)),
                ]
    return picks


def endings() -> list[str]:
    scenes = machine().story.scenes
    return [name for name, scene in scenes.items() if isinstance(scene.exit, Ending)]


MOST = 400
"""More lines than any way has; so that a walk that went astray ends."""


class Walker:
    """Follows a way: the wanted number where it is offered, Enter until the ending, and then what is given."""

    def __init__(self, picks: list[str], then: tuple[str, ...], words: Words) -> None:
        self._picks = [words.ui("Börja utan att öva"), *picks]
        self._ending = f"{words.ui('Enter')}: {words.ui('Vad såg du?')}"
        self._then = list(then)
        self._steps = 0
        self._ended = False

    def __call__(self, said: str) -> str | None:
        spoken = flat(said)
        self._steps += 1
        self._ended = self._ended or self._ending in spoken
        if self._ended or self._steps > MOST:
            return self._then.pop(0) if self._then else None
        found = self._picks and re.search(rf"(?:^| )(\d+)\. {re.escape(flat(self._picks[0]))}", spoken)
        if not found:
            return ""
        self._picks.pop(0)
        return found[1]


def ways() -> list[tuple[str, str]]:
    """Every ending in Swedish, and one in each of the languages that screens are tried in."""
    return [*((ending, "sv") for ending in endings()), (endings()[0], LONGER), (endings()[0], MIRRORED)]


@pytest.mark.parametrize(("ending", "language"), ways())
def test_every_ending_is_reached_by_typing_numbers(ending: str, language: str) -> None:
    story: Story = machine().story
    words = Bookshelf(SCENARIOS, LOCALE).words(language)
    told = StoryWords(words, story)
    way_out = story.scenes[ending].exit
    assert isinstance(way_out, Ending)
    said = flat(real(Walker(labels_to(ending, words), ("",), words), language=language))
    assert told.scene(ending, way_out.title) in said
    assert flat(told.scene(ending, way_out.text)) in said
    assert "116 111" in said
    lead = words.ui(
        "Du satte flagga på {found} av {count} tecken. Tecken kan vara svåra att se – det är därför vi övar.",
        found=0,
    )
    assert f"{words.ui('Vad såg du?')} {lead.split('{count}')[0]}" in said
