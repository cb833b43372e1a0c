"""People on the page are drawn as in the game, from parts that they share."""

from __future__ import annotations

from game.screens.page import Figure
from game.story.model import Expression, Posture
from game.tools.web.dolls import Dolls, tidied
from game.view.rig import Gaze
from tests.tools.web.graphs import rig

SITTING = Figure(
    "leo",
    "Leo",
    (("hair", "curls"), ("aid", "wheelchair"), ("age", 14)),
    Expression.WORRIED,
    posture=Posture.CLOSED,
)
TEACHER = Figure("samira", "Samira", (("hair", "bun"), ("glasses", True)), adult=True)


def _drawn(dolls: Dolls, number: int, gaze: str) -> str:
    art = dolls.art()
    look = art["looks"][number]
    sheets = {"ahead": look["ahead"], "right": look["right"], "left": look["left"]}[gaze]
    drawn = "".join(
        f'<g transform="{art["moves"][move]}">{art["parts"][part]}</g>'
        for move, part in zip(sheets[::2], sheets[1::2], strict=True)
    )
    return f'<g transform="{art["moves"][look["move"]]}">{drawn}</g>'


def test_the_sheets_of_a_look_make_the_games_own_picture() -> None:
    dolls = Dolls(rig())
    for figure, age in ((SITTING, None), (TEACHER, 40)):
        number = dolls.look(figure)
        for gaze in Gaze:
            whole = rig().svg(
                figure.portrait, figure.expression, gaze=gaze, posture=figure.posture, default_age=age
            )
            assert _drawn(dolls, number, gaze.name.lower()) in tidied(whole)


def test_a_head_is_drawn_as_the_games_round_faces_are() -> None:
    dolls = Dolls(rig())
    look = dolls.look(SITTING)
    head = dolls.art()["looks"][look]["head"]
    left, top, side = dolls.art()["head"]
    box = f'viewBox="{left:g} {top + dolls.art()["looks"][head]["down"]:g} {side:g} {side:g}"'
    whole = tidied(rig().head_svg(SITTING.portrait, SITTING.expression))

    assert head != look
    assert _drawn(dolls, head, "ahead") in whole
    assert box in whole


def test_the_same_portrait_is_kept_once_whoever_has_it() -> None:
    dolls = Dolls(rig())
    twin = Figure("max", "Max", SITTING.portrait, SITTING.expression, speaking=True, posture=SITTING.posture)

    assert dolls.look(SITTING) == dolls.look(twin)
    assert len(dolls.art()["parts"]) == len(set(dolls.art()["parts"]))
