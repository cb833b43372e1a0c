from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from game.resources import LOCALE, SCENARIOS
from game.screens.intents import StoryOpened
from game.story.engine import ChoiceOption, Machine, TellOption
from game.story.explore import explore
from game.story.model import Ending, Story
from game.tools.bookshelf import Bookshelf
from tests.terminal.driving import flat, real


@cache
def machine() -> Machine:
    opened = Bookshelf(SCENARIOS, LOCALE).open_story("svara-direkt")
    assert isinstance(opened, StoryOpened)
    return opened.machine


def labels_to(ending: str) -> list[str]:
    """What has to be picked, in order, on a shortest way to an ending."""
    found = explore(machine())
    index = next(index for index, scene in found.final.items() if scene == ending)
    route = found.route(index)
    picks = []
    for before, after in pairwise(route):
        segment = machine().segment(before)
        option = next(each for each in segment.options if machine().after(segment, each.number) == after)
        match option:
            case ChoiceOption(_, choice):
                picks.append(choice.text)
            case TellOption(_, hearing, beginning):
                picks += [machine().story.cast[hearing.adult].name, f"”{beginning.text.strip('”')}”"]
    return picks


def endings() -> list[str]:
    scenes = machine().story.scenes
    return [name for name, scene in scenes.items() if isinstance(scene.exit, Ending)]


MOST = 400
"""More lines than any way has; so that a walk that went astray ends."""


class Walker:
    """Follows a way: the wanted number where it is offered, Enter until the ending, and then what is given."""

    def __init__(self, picks: list[str], then: tuple[str, ...]) -> None:
        self._picks = ["Börja utan att öva", *picks]
        self._then = list(then)
        self._steps = 0
        self._ended = False

    def __call__(self, said: str) -> str | None:
        spoken = flat(said)
        self._steps += 1
        self._ended = self._ended or "Enter: Vad såg du?" in spoken
        if self._ended or self._steps > MOST:
            return self._then.pop(0) if self._then else None
        found = self._picks and re.search(rf"(?:^| )(\d+)\. {re.escape(flat(self._picks[0]))}", spoken)
        if not found:
            return ""
        self._picks.pop(0)
        return found[1]


@pytest.mark.parametrize("ending", endings())
def test_every_ending_is_reached_by_typing_numbers(ending: str) -> None:
    story: Story = machine().story
    way_out = story.scenes[ending].exit
    assert isinstance(way_out, Ending)
    said = flat(real(Walker(labels_to(ending), then=("",))))
    assert way_out.title in said
    assert way_out.text in said
    assert "116 111" in said
    assert "Vad såg du? Du satte flagga på 0 av" in said
