"""Scenes and other eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format.keys import EYES, SCENE
from game.format.parse_exits import way_out
from game.format.parse_lines import lines, speakers
from game.format.parse_logic import effects
from game.format.reading import Fields
from game.story.model import Eyes, Line, Scene, Standing

if TYPE_CHECKING:
    from game.format.context import Context
    from game.format.nodes import Node

MOST_PEOPLE = 3


def scenes(context: Context, node: Node | None, chapters: int, you: str) -> dict[str, Scene]:
    """All scenes, in the order of the file; a chapter lasts until a scene says another."""
    found: dict[str, Scene] = {}
    chapter = 1
    for name, key, value in context.reading.named(node):
        fields = Fields(context.reading, value, "scene", SCENE)
        number = fields.get("chapter")
        if number:
            chapter = context.reading.whole(number, 1, max(chapters, 1)) or chapter
        place = fields.need("place")
        said = lines(context, fields.get("lines"), you=you)
        found[name] = Scene(
            id=name,
            place=context.place(place) if place else "",
            lines=said,
            exit=way_out(context, fields, key.at),
            chapter=chapter,
            people=_people(context, fields, said),
            do=effects(context, fields.get("do")),
            meets=tuple(context.adult(item) for item in context.reading.items(fields.get("meets"))),
            at=key.at,
        )
    return found


def _people(context: Context, fields: Fields, said: tuple[Line, ...]) -> tuple[Standing, ...]:
    node = fields.get("people")
    return speakers(said)[:MOST_PEOPLE] if node is None else people(context, node)


def people(context: Context, node: Node) -> tuple[Standing, ...]:
    """Those who stand in a picture: at most three, nobody twice."""
    found: dict[str, Standing] = {}
    items = context.reading.items(node)
    for item in items:
        standing = context.standing(item)
        if standing and standing.who in found:
            context.reading.add("F127", item.at, name=standing.who)
        elif standing:
            found[standing.who] = standing
    if len(items) > MOST_PEOPLE:
        context.reading.add("A554", items[MOST_PEOPLE].at, limit=MOST_PEOPLE)
    return tuple(found.values())[:MOST_PEOPLE]


def eyes(context: Context, node: Node | None, known: dict[str, Scene]) -> tuple[Eyes, ...]:
    """The moments that are seen again; without a place of its own, one is where its scene is."""
    return tuple(_moment(context, item, known) for item in context.reading.items(node))


def _moment(context: Context, node: Node, known: dict[str, Scene]) -> Eyes:
    fields = Fields(context.reading, node, "eyes", EYES)
    who_node, of_node, place, listed = (
        fields.need("as"),
        fields.need("of"),
        fields.get("place"),
        fields.need("lines"),
    )
    who = context.person(who_node) if who_node else ""
    of = context.scene(of_node) if of_node else ""
    scene = known.get(of)
    return Eyes(
        who=who,
        of=of,
        place=context.place(place) if place else (scene.place if scene else ""),
        lines=lines(context, listed, you=who, thinker=who),
        at=fields.at,
    )
