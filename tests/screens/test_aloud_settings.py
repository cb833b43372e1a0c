"""What is read aloud is set for the session, asked for with a key, and never over the exercise."""

from __future__ import annotations

import pytest

from game.screens.commands import ReadAloud
from game.screens.hearing import Aloud, Hear, SetAloud
from game.screens.intents import Ask, Go, Hide, Leave, Question, Where
from game.screens.keys import Key
from game.screens.page import Buttons
from tests.screens.sample import sample
from tests.screens.support import Player, at_title, playing


def chosen(player: Player) -> list[str]:
    """What is marked in the row of the settings."""
    (row,) = (
        block for block in player.page.body if isinstance(block, Buttons) and block.label == "Uppläsning"
    )
    return [item.label for item in row.items if item.selected]


def test_nothing_is_read_aloud_until_somebody_turns_it_on() -> None:
    player = at_title(sample()).do(Go(Where.SETTINGS), Ask(Question.SOUND))
    assert player.app.settings.aloud is Aloud.OFF
    assert chosen(player) == ["Av"]


@pytest.mark.parametrize(
    ("what", "label"), [(Aloud.OFF, "Av"), (Aloud.ASKED, "På begäran (R)"), (Aloud.ALL, "Läs allt")]
)
def test_it_is_set_in_the_settings(what: Aloud, label: str) -> None:
    player = at_title(sample()).do(Go(Where.SETTINGS), Ask(Question.SOUND)).walk_to(label)
    assert player.app.settings.aloud is what
    assert chosen(player) == [label]


def test_it_is_forgotten_with_everything_else() -> None:
    player = at_title(sample()).do(SetAloud(Aloud.ALL), Leave())
    assert player.app.settings.aloud is Aloud.OFF


@pytest.mark.parametrize("what", Aloud)
def test_r_asks_for_what_is_shown(what: Aloud) -> None:
    player = playing(sample()).do(SetAloud(what))
    before = player.page
    assert player.press(Key.R).done == (ReadAloud(),)
    assert player.page == before


def test_r_does_nothing_over_the_exercise() -> None:
    player = playing(sample()).do(SetAloud(Aloud.ALL), Hide())
    before = player.page
    assert player.press(Key.R).done == ()
    assert player.do(Hear()).done == ()
    assert player.page == before


def test_the_exercise_looks_the_same_whether_or_not_something_is_read_aloud() -> None:
    silent, loud = (playing(sample()).do(SetAloud(what), Hide()).page for what in (Aloud.OFF, Aloud.ALL))
    assert silent == loud
