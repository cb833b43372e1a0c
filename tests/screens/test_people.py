"""Who stands in the picture, and how: the face and the posture that each had last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.keys import Key
from game.story.model import Expression, Line, LineKind, Phone, Posture, Standing
from tests.screens.sample import sample
from tests.screens.support import Player, at_title, cards, playing

if TYPE_CHECKING:
    from game.screens.page import Figure

CLOSED, TURNED, OPEN = Posture.CLOSED, Posture.TURNED, Posture.OPEN


def told(*lines: Line, people: tuple[Standing, ...] = (Standing("alva"), Standing("hawa"))) -> Player:
    """At the last of these lines of a scene; a narrator's line comes before them."""
    story = sample()
    first = story.scenes[story.start]
    scene = replace(first, lines=(Line(LineKind.NARRATION, "Det är rast."), *lines), people=people)
    player = playing(replace(story, scenes=story.scenes | {first.id: scene}))
    return player.press(*[Key.SPACE] * len(lines))


def alva(player: Player) -> Figure:
    assert player.page.stage
    return next(figure for figure in player.page.stage.figures if figure.who == "alva")


def says(expression: Expression, posture: Posture = OPEN) -> Line:
    return Line(LineKind.SPEECH, "Hej.", "alva", expression, posture)


def test_before_anybody_speaks_they_stand_as_the_scene_says() -> None:
    figure = alva(told(people=(Standing("alva", Expression.ASHAMED, TURNED),)))
    assert (figure.expression, figure.posture) == (Expression.ASHAMED, TURNED)


def test_a_posture_stays_with_the_face_while_others_speak() -> None:
    figure = alva(told(says(Expression.SAD, CLOSED), Line(LineKind.SPEECH, "Vad är det?", "hawa")))
    assert not figure.speaking
    assert (figure.expression, figure.posture) == (Expression.SAD, CLOSED)


def test_a_line_without_a_posture_opens_up_again() -> None:
    assert alva(told(says(Expression.SAD, CLOSED))).posture is CLOSED
    assert alva(told(says(Expression.SAD, CLOSED), says(Expression.SAD))).posture is OPEN


def test_a_silence_shows_the_posture_too() -> None:
    silence = Line(LineKind.SILENCE, "En boll studsar.", "alva", Expression.SAD, TURNED)
    assert alva(told(silence)).posture is TURNED


def test_what_somebody_writes_does_not_change_how_they_stand() -> None:
    wrote = Line(LineKind.MESSAGE, "Hej.", "alva", Expression.HAPPY, phone=Phone("alva", "noel"))
    figure = alva(told(says(Expression.SAD, TURNED), wrote, Line(LineKind.NARRATION, "Tyst.")))
    assert (figure.expression, figure.posture) == (Expression.SAD, TURNED)


@pytest.mark.parametrize("posture", Posture)
def test_the_people_on_a_storys_card_stand_as_its_cover_says(posture: Posture) -> None:
    story = sample()
    shown = (story.cast["alva"], Standing("alva", Expression.HAPPY, posture))
    about = replace(story.about, cover_people=(shown,))
    player = at_title(replace(story, about=about)).press(Key.SPACE)
    (stage,) = (card.stage for card in cards(player.page) if card.stage)
    assert [(figure.expression, figure.posture) for figure in stage.figures] == [(Expression.HAPPY, posture)]
