"""What pupils' pages send, read strictly, and what they are told, as JSON. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.lesson.protocol import MOST_OPTIONS, VERSION, encode_tally
from game.lesson.session import Ballot
from game.lesson.strict import ProtocolError, fields, name, whole

if TYPE_CHECKING:
    from game.lesson.answers import Sent
    from game.lesson.protocol import Json
    from game.lesson.views import PupilView, StepSeen

_LARGEST = 2**31 - 1
_LONGEST_SCENE = 64


def decode_ballot(sent: Sent) -> Ballot:
    """An answer, from a form or a script. Raises ProtocolError."""
    if sent.form is None:
        found = fields(sent.value, ("step", "round", "choice"))
        number, choice = found["round"], found["choice"]
    else:
        found = fields({**sent.form}, ("step", "round", "choice"), ("lang",))
        number = _typed(sent.form["round"])
        choice = _typed(sent.form["choice"]) if sent.form["choice"] else None
    return Ballot(
        name(found["step"]),
        whole(number, 1, _LARGEST),
        None if choice is None else whole(choice, 0, MOST_OPTIONS - 1),
    )


def decode_scene(sent: Sent) -> str:
    """The scene that somebody is in. Raises ProtocolError."""
    scene = name(fields(sent.form if sent.value is None else sent.value, ("scene",), ("lang",))["scene"])
    if len(scene) > _LONGEST_SCENE:
        raise ProtocolError("not a scene")
    return scene


def _typed(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise ProtocolError("not a number")
    return int(text)


def encode_view(view: PupilView) -> Json:
    """All that one pupil's page is told."""
    return {
        "v": VERSION,
        "rev": view.rev,
        "phase": view.phase.value,
        "step": _step(view.step) if view.step else None,
        "round": view.round,
        "mine": view.mine,
        "answered": view.answered,
        "joined": view.joined,
        "tally": encode_tally(view.tally),
        "symbol": view.symbol,
    }


def _step(step: StepSeen) -> Json:
    return {
        "id": step.id,
        "kind": step.kind.value,
        "title": step.title,
        "text": step.text,
        "options": list(step.options),
        "place": list(step.place),
    }
