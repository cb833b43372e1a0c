"""The ways out of a scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format import keys
from game.format.nodes import Mapping, Node, Scalar
from game.format.parse_logic import condition, effects
from game.format.reading import Fields
from game.story.logic import ALWAYS
from game.story.model import Beginning, Branch, Choice, Choices, Ending, Exit, Goto, Hearing, Tell

if TYPE_CHECKING:
    from game.format.context import Context
    from game.story.logic import Place


def way_out(context: Context, fields: Fields, at: Place) -> Exit:
    """The one way out of the scene at a place; where there is none or a second one, that is noted."""
    given = [key for key in keys.EXITS if key in fields]
    if not given:
        context.reading.add("F252", at, expected=", ".join(keys.EXITS))
        return Goto((), at)
    for other in given[1:]:
        context.reading.add("F253", fields.key_at(other), first=given[0], second=other)
    _check_companions(context, fields, given)
    node = fields.get(given[0])
    assert node is not None
    match given[0]:
        case "choices":
            return _choices(context, fields, node)
        case "tell":
            return _tell(context, fields, node)
        case "go":
            return _goto(context, node)
        case _:
            return _ending(context, node)


def _check_companions(context: Context, fields: Fields, given: list[str]) -> None:
    """Keys that mean something only beside some ways out."""
    for key, needed in keys.BESIDE.items():
        if key in fields and not set(needed) & set(given):
            context.reading.add("F128", fields.key_at(key), key=key, needed=", ".join(needed))
    fields.only_with("listen", "talk")


def _entry(context: Context, node: Node, expected: str) -> tuple[Scalar, Node | None] | None:
    """`text: what belongs to it` in a list, or just a text."""
    if isinstance(node, Scalar):
        return node, None
    if not isinstance(node, Mapping) or not node.items:
        context.reading.wrong(node, expected)
        return None
    key, value = node.items[0]
    for extra, _ in node.items[1:]:
        context.reading.add("F255", extra.at, key=extra.text)
    return key, value


def _choices(context: Context, fields: Fields, node: Node) -> Choices:
    read = [_choice(context, item) for item in context.reading.filled(node, "choices")]
    choices = tuple(choice for choice in read if choice)
    return Choices(
        fields.need_text("ask"), choices, fields.text("talk"), fields.text("listen"), fields.key_at("choices")
    )


def _choice(context: Context, node: Node) -> Choice | None:
    entry = _entry(context, node, "choice_entry")
    if entry is None:
        return None
    key, value = entry
    text = context.reading.text(key)
    if value is None:
        context.reading.wrong(key, "choice_entry")
        return None
    if isinstance(value, Scalar):
        if isinstance(node, Mapping) and len(node.items) > 1 and value.nothing:
            return None  # the indentation is what is wrong, and has been told
        return Choice(text, context.scene(value), at=key.at)
    inner = Fields(context.reading, value, "choice", keys.CHOICE)
    go = inner.need("go")
    return Choice(
        text,
        context.scene(go) if go else "",
        condition(context, inner.get("when")),
        effects(context, inner.get("do")),
        inner.boolean("once"),
        inner.boolean("wait"),
        key.at,
    )


def _tell(context: Context, fields: Fields, node: Node) -> Tell:
    pairs = context.reading.pairs(node, "tell")
    if isinstance(node, Mapping) and not pairs:
        context.reading.add("F254", node.at, key="tell")
    hearings = tuple(_hearing(context, key, value) for key, value in pairs)
    listed = fields.need("beginnings")
    found = context.reading.filled(listed, "beginnings") if listed else ()
    beginnings = [_beginning(context, item) for item in found]
    return Tell(
        fields.need_text("ask"),
        hearings,
        tuple(beginning for beginning in beginnings if beginning),
        fields.text("talk"),
        fields.text("listen"),
        fields.key_at("tell"),
    )


def _hearing(context: Context, key: Scalar, node: Node) -> Hearing:
    adult = context.adult(key)
    if isinstance(node, Scalar):
        return Hearing(adult, context.scene(node), at=key.at)
    inner = Fields(context.reading, node, "hearing", keys.HEARING)
    go = inner.need("go")
    return Hearing(
        adult,
        context.scene(go) if go else "",
        inner.boolean("listens", default=True),
        condition(context, inner.get("when")),
        effects(context, inner.get("do")),
        key.at,
    )


def _beginning(context: Context, node: Node) -> Beginning | None:
    entry = _entry(context, node, "beginning")
    if entry is None:
        return None
    key, value = entry
    text = context.reading.text(key)
    if value is None:
        return Beginning(text, at=key.at)
    inner = Fields(context.reading, value, "beginning", keys.BEGINNING)
    return Beginning(text, effects(context, inner.get("do")), key.at)


def _goto(context: Context, node: Node) -> Goto:
    if isinstance(node, Scalar):
        return Goto((Branch(context.scene(node), at=node.at),), node.at)
    items = context.reading.filled(node, "go")
    read = [_branch(context, item, last=item is items[-1]) for item in items]
    return Goto(tuple(branch for branch in read if branch), node.at)


def _branch(context: Context, node: Node, *, last: bool) -> Branch | None:
    entry = _entry(context, node, "branch")
    if entry is None:
        return None
    key, value = entry
    when = condition(context, value)
    if last and when != ALWAYS:
        context.reading.add("F256", key.at)
    if not last and value is None:
        context.reading.add("F257", key.at)
    return Branch(context.scene(key), when, key.at)


def _ending(context: Context, node: Node) -> Ending:
    fields = Fields(context.reading, node, "ending", keys.ENDING)
    entries = context.vocabulary.help
    known = {entry.id for entry in entries}
    listed = context.reading.items(fields.get("help"))
    helps = tuple(
        context.reading.reference(item, "S751", known, ((each.name, each.id) for each in entries))
        for item in listed
    )
    return Ending(fields.need_text("title"), fields.need_text("text"), helps, fields.at)
