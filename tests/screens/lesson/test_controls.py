"""The teacher's things to press stand where they stand, in every step of a lesson."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.screens.lesson.controls import controls
from game.screens.lesson.intents import (
    AskAgain,
    EndLesson,
    LockLobby,
    Onward,
    PauseClass,
    StartTimer,
    StopTimer,
    Take,
)
from game.screens.lesson.order import PREPARED
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part
from game.screens.lesson.wire import HubSeen, Link
from tests.screens.lesson.classroom import in_class, lesson_of, voting
from tests.screens.lesson.lessons import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.page import Item
    from tests.screens.support import Player

WAYS = ((Taking.HANDS,), (Taking.HANDS, Taking.DEVICES), (Taking.OWN,))


def pressed(player: Player) -> tuple[Item, ...]:
    """What there is to press, whether it can be now or not."""
    return controls(player.app, lesson_of(player), player.words)


def every_step(*taking: Taking) -> Iterator[Player]:
    """A whole lesson, step by step, to where it is asked whether it is over."""
    player = in_class(*taking)
    while not lesson_of(player).ending:
        yield player
        player.do(Take(0) if voting(player) and lesson_of(player).part is Part.STORY else Onward())


@pytest.mark.parametrize("taking", WAYS)
def test_the_same_thing_has_the_same_place_and_the_same_words_in_all_steps(
    taking: tuple[Taking, ...],
) -> None:
    seen = [tuple(item.label for item in pressed(player)[:-1]) for player in every_step(*taking)]
    assert len(seen) > 20
    assert len(set(seen)) == 1


def test_only_what_leads_on_has_another_name_in_the_story_and_it_stands_last() -> None:
    last = {pressed(player)[-1].label for player in every_step()}
    assert last == {"Hoppa över delen", "Till nästa kapitel", "Hoppa över resten"}


def test_what_cannot_be_used_now_keeps_its_place_and_cannot_be_pressed() -> None:
    quiet = [item.label for item in pressed(at(Part.HELP)) if not item.enabled]
    assert quiet == ["En minut på klockan", "Fråga en gång till", "Hoppa över scenen"]
    assert AskAgain() in {item.intent for item in pressed(at(Part.HELP))}


def test_nothing_changes_its_words_when_it_is_on_but_shows_that_it_is() -> None:
    player = at(Part.PRACTISE, Taking.DEVICES)
    off = pressed(player)
    player.do(StartTimer(60), HubSeen(Link.HERE, locked=True), PauseClass(on=True))
    on = pressed(player)
    assert [item.label for item in off] == [item.label for item in on]
    turned = {item.label: (item.intent, item.icon) for item in on if item.selected}
    assert turned == {
        "Titta hit": (PauseClass(on=False), "check"),
        "En minut på klockan": (StopTimer(), "check"),
        "Släpp inte in fler": (LockLobby(on=False), "check"),
    }


def test_where_nobody_comes_in_with_a_screen_there_is_no_door_to_close() -> None:
    assert "Släpp inte in fler" not in {item.label for item in pressed(at(Part.STORY))}


def test_before_and_after_the_class_there_is_nothing_to_press() -> None:
    for part in (*PREPARED, Part.END):
        assert pressed(at(part)) == ()
    assert EndLesson() in {item.intent for item in pressed(at(Part.SIGNS))}
