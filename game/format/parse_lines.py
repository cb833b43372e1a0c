"""Lines: what is said, written, seen or left unsaid."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.format.keys import FEEL, NARRATION, PHONE, SILENCE, SPOKEN
from game.format.nodes import Mapping, Node, Scalar, Sequence
from game.format.parse_logic import both, condition
from game.format.reading import Fields
from game.story.model import Expression, Line, LineKind, Phone, Posture, Sign, Standing

if TYPE_CHECKING:
    from collections.abc import Collection

    from game.format.context import Context


def lines(context: Context, node: Node | None, *, you: str = "", thinker: str = "") -> tuple[Line, ...]:
    """The lines of a scene; a phone is as many lines as it has messages.

    What `thinker` says is thought and not said: other eyes.
    """
    found: list[Line] = []
    for item in context.reading.items(node):
        found += _item(context, item, you, thinker)
    return tuple(found)


def _item(context: Context, node: Node, you: str, thinker: str) -> list[Line]:
    if isinstance(node, Sequence):
        context.reading.wrong(node, "line")
        return []
    if isinstance(node, Scalar):
        text = context.reading.text(node)
        if context.begins_speech(text):
            context.reading.add("T458", node.at, name=text.partition(":")[0])
        return [Line(LineKind.NARRATION, text, at=node.at)] if text else []
    keys = {key.text for key, _ in node.items}
    if "phone" in keys:
        return _phone(context, node, you)
    if "silence" in keys:
        return [_silence(context, node)]
    if "narration" in keys:
        return [_narration(context, node)]
    if "feel" in keys:
        return [_feel(context, node)]
    spoken = _spoken(context, node, LineKind.SPEECH)
    if spoken and thinker and spoken.speaker == thinker:
        spoken = replace(spoken, kind=LineKind.THOUGHT)
    return [spoken] if spoken else []


def _spoken(context: Context, node: Mapping, kind: LineKind) -> Line | None:
    """`alva happy turned: text`, and perhaps a sign and a condition."""
    speaker = _speaker(
        context, node, (*SPOKEN, *(("look", "skip", "owner") if kind is LineKind.SPEECH else ()))
    )
    if speaker is None:
        return None
    key, value = speaker
    fields = Fields(context.reading, node, "line", (*SPOKEN, *_said(context, node, key)))
    standing = context.standing(key)
    return Line(
        kind,
        context.reading.text(value),
        speaker=standing.who if standing else "",
        expression=standing.expression if standing else Expression.NEUTRAL,
        posture=standing.posture if standing else Posture.OPEN,
        sign=_sign(context, fields),
        when=condition(context, fields.get("when")),
        at=key.at,
    )


def _speaker(context: Context, node: Mapping, known: Collection[str]) -> tuple[Scalar, Node] | None:
    """The key that names who speaks: the first that is not a known key, best one that is in the cast."""
    own = [(key, value) for key, value in node.items if key.text not in known]
    if not own:
        context.reading.add("T452", node.at)
        return None
    return next(((key, value) for key, value in own if context.speaks(key.text)), own[0])


def _said(context: Context, node: Mapping, speaker: Scalar) -> list[str]:
    """Keys that are not to be told as unknown ones: the speaker, and second speakers, who are told here."""
    said = [speaker.text]
    for key, _ in node.items:
        if key is not speaker and key.text not in SPOKEN and context.speaks(key.text):
            context.reading.add("T453", key.at, name=key.text)
            said.append(key.text)
    return said


def _sign(context: Context, fields: Fields) -> Sign | None:
    fields.only_with("why", "sign")
    node = fields.get("sign")
    if node is None:
        return None
    sign = context.sign(node)
    if "why" not in fields:
        context.reading.add("T456", node.at, name=sign)
        return None
    return Sign(sign, fields.text("why"), node.at)


def _silence(context: Context, node: Mapping) -> Line:
    fields = Fields(context.reading, node, "line", SILENCE)
    look = fields.get("look")
    standing = context.standing(look) if look else None
    return Line(
        LineKind.SILENCE,
        fields.need_text("silence"),
        speaker=standing.who if standing else "",
        expression=standing.expression if standing else Expression.NEUTRAL,
        posture=standing.posture if standing else Posture.OPEN,
        sign=_sign(context, fields),
        when=condition(context, fields.get("when")),
        at=fields.key_at("silence"),
    )


def _narration(context: Context, node: Mapping) -> Line:
    fields = Fields(context.reading, node, "line", NARRATION)
    return Line(
        LineKind.NARRATION,
        fields.need_text("narration"),
        sign=_sign(context, fields),
        when=condition(context, fields.get("when")),
        at=fields.key_at("narration"),
    )


def _feel(context: Context, node: Mapping) -> Line:
    fields = Fields(context.reading, node, "line", FEEL)
    return Line(
        LineKind.FEEL,
        fields.need_text("feel"),
        when=condition(context, fields.get("when")),
        skip=fields.need_text("skip"),
        at=fields.key_at("feel"),
    )


def _phone(context: Context, node: Mapping, you: str) -> list[Line]:
    fields = Fields(context.reading, node, "phone", PHONE)
    partner_node, owner_node, messages = fields.get("phone"), fields.get("owner"), fields.need("messages")
    partner = context.person(partner_node) if partner_node else ""
    when = condition(context, fields.get("when"))
    found: list[Line] = []
    for item in context.reading.filled(messages, "messages") if messages else ():
        line = _spoken(context, item, LineKind.MESSAGE) if isinstance(item, Mapping) else None
        if not isinstance(item, Mapping):
            context.reading.wrong(item, "message")
        if line:
            found.append(line)
    others = (line.speaker for line in found if line.speaker not in ("", partner))
    owner = context.person(owner_node) if owner_node else next(others, you)
    phone = Phone(owner, partner, fields.text("title"))
    return [replace(line, phone=phone, when=both(when, line.when)) for line in found]


def speakers(found: tuple[Line, ...]) -> tuple[Standing, ...]:
    """Those who speak, write or think in the lines, in order, each with the first face and posture."""
    faces: dict[str, Standing] = {}
    for line in found:
        if line.speaker and line.kind in (LineKind.SPEECH, LineKind.MESSAGE, LineKind.THOUGHT):
            faces.setdefault(line.speaker, Standing(line.speaker, line.expression, line.posture))
    return tuple(faces.values())
