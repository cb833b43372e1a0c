"""How quickly the whole picture changes: as it is made to, and softly when it changes too often."""

from __future__ import annotations

from game.view.calm import FREELY, SLOWLY, Calm, whole_change
from game.view.motion import FADE, TURN
from tests.view.every_screen import laid_out, screens, shown

USUAL = 0.16


def lasting(calm: Calm, *times: float) -> list[float]:
    page = shown(screens()["pause"])
    return [calm.lasts(USUAL, now, page) for now in times]


def test_changes_come_as_they_are_made_until_they_come_too_often() -> None:
    times = [number / 8 for number in range(FREELY + 3)]
    assert lasting(Calm(), *times) == [USUAL] * FREELY + [SLOWLY] * 3


def test_changes_that_come_seldom_always_come_as_they_are_made() -> None:
    assert set(lasting(Calm(), *(number * 0.21 for number in range(40)))) == {USUAL}


def test_after_a_second_of_rest_they_come_as_ever() -> None:
    calm = Calm()
    assert lasting(calm, *(number / 30 for number in range(20)))[-1] == SLOWLY
    assert lasting(calm, 20 / 30 + 1.0) == [USUAL]


def test_what_hides_the_game_is_at_once_however_often() -> None:
    calm, hidden = Calm(), shown(screens()["hidden"])
    assert {calm.lasts(USUAL, number / 30, hidden) for number in range(30)} == {0.0}


def test_it_is_told_what_changes_the_whole_picture() -> None:
    title, dialogue, pause, hidden = (
        (page, laid_out(page, (1024, 600)))
        for page in (shown(screens()[name]) for name in ("title", "dialogue", "pause", "hidden"))
    )
    assert whole_change(title, dialogue) == FADE
    assert whole_change(dialogue, pause) == TURN
    assert whole_change(dialogue, hidden) == whole_change(hidden, dialogue) == 0.0
    assert whole_change(dialogue, dialogue) is None
    assert whole_change(hidden, hidden) is None
