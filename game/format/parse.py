"""A tree of nodes becomes a story, or all the problems that keep it from being one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format import keys
from game.format.ages import ages
from game.format.context import Context
from game.format.nodes import Mapping, Node, Scalar, Sequence
from game.format.parse_logic import facts
from game.format.parse_review import review
from game.format.parse_scenes import eyes, people, scenes
from game.format.parse_words import explained
from game.format.reading import Fields, Reading
from game.format.words import CONTEXTS, PRONOUNS, ROLES
from game.story.model import About, Person, Standing, Story

if TYPE_CHECKING:
    from game.format.vocabulary import Vocabulary

LONGEST = 240
"""Minutes that a story can take."""


def about(reading: Reading, root: Node, name: str, vocabulary: Vocabulary) -> About:
    """The head of a story with its cast, read without its scenes; `name` is the story's id."""
    fields = Fields(reading, root, "story", (*keys.HEAD, *keys.BODY))
    cast = _cast(reading, fields.need("cast"), vocabulary)
    return _about(Context(reading, vocabulary, cast, {}, ()), fields, name)


def story(reading: Reading, root: Node, name: str, vocabulary: Vocabulary) -> Story:
    """The whole story; it is only worth something when nothing was noted."""
    fields = Fields(reading, root, "story", (*keys.HEAD, *keys.BODY))
    scenes_node = fields.need("scenes")
    declared = {key.text for key, _ in scenes_node.items} if isinstance(scenes_node, Mapping) else set()
    context = Context(
        reading,
        vocabulary,
        cast=_cast(reading, fields.need("cast"), vocabulary),
        facts=facts(reading, fields.get("facts")),
        scenes=declared,
    )
    head = _about(context, fields, name)
    chapters = tuple(reading.text(item) for item in reading.items(fields.get("chapters")))
    you_node, start_node = fields.need("you"), fields.need("start")
    you = context.person(you_node) if you_node else ""
    found = scenes(context, scenes_node, len(chapters), you)
    if isinstance(scenes_node, Mapping) and not scenes_node.items:
        reading.add("F254", scenes_node.at, key="scenes")
    return Story(
        about=head,
        you=you,
        cast=context.cast,
        facts=context.facts,
        chapters=chapters,
        start=context.scene(start_node) if start_node else "",
        scenes=found,
        eyes=eyes(context, fields.get("eyes"), found),
        words=explained(reading, fields.get("words")),
        at=root.at,
    )


def _about(context: Context, fields: Fields, name: str) -> About:
    reading = context.reading
    minutes = fields.need("minutes")
    youngest, oldest = ages(reading, fields.need("ages"))
    forms = reading.items(fields.need("about"))
    relation, role = fields.need("context"), fields.need("role")
    reviewed = review(reading, fields.get("review"))
    cover, standing = _cover(context, fields.get("cover"))
    you = context.cast.get(_scalar_text(fields.get("you")))
    return About(
        id=name,
        title=fields.need_text("title"),
        youngest=youngest,
        oldest=oldest,
        minutes=(reading.whole(minutes, 1, LONGEST) if minutes else None) or 0,
        summary=fields.need_text("summary"),
        notes=fields.need_text("notes"),
        forms=tuple(context.form(form) for form in forms),
        contexts=_contexts(reading, relation) if relation else (),
        role=reading.word(role, ROLES) if role else "",
        review=reviewed.state,
        reviewed=reviewed,
        cover=cover,
        cover_people=tuple((context.cast[each.who], each) for each in standing if each.who in context.cast),
        you=you.name if you else "",
    )


def _contexts(reading: Reading, node: Node) -> tuple[str, ...]:
    """One, or a list of them."""
    several = reading.filled(node, "context") if isinstance(node, Sequence) else [node]
    return tuple(dict.fromkeys(filter(None, (reading.word(each, CONTEXTS) for each in several))))


def _scalar_text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _cover(context: Context, node: Node | None) -> tuple[str, tuple[Standing, ...]]:
    if node is None:
        return "", ()
    fields = Fields(context.reading, node, "cover", keys.COVER)
    place, standing = fields.get("place"), fields.get("people")
    return context.place(place) if place else "", people(context, standing) if standing else ()


def _cast(reading: Reading, node: Node | None, vocabulary: Vocabulary) -> dict[str, Person]:
    cast: dict[str, Person] = {}
    for name, key, value in reading.named(node):
        if name in keys.LINES:
            reading.add("T457", key.at, name=name)
        cast[name] = _person(reading, name, key, value, vocabulary)
    return cast


def _person(reading: Reading, name: str, key: Scalar, node: Node, vocabulary: Vocabulary) -> Person:
    fields = Fields(reading, node, "person", keys.PERSON)
    fields.only_with("about", "adult")
    pronoun = fields.get("pronoun")
    return Person(
        id=name,
        name=fields.need_text("name"),
        portrait=_portrait(reading, fields.get("portrait"), vocabulary.portrait),
        adult=fields.text("adult"),
        about=fields.text("about"),
        pronoun=reading.word(pronoun, PRONOUNS) if pronoun else "",
        at=key.at,
    )


def _portrait(
    reading: Reading, node: Node | None, options: dict[str, tuple[str, ...]]
) -> tuple[tuple[str, str | int | bool], ...]:
    chosen: list[tuple[str, str | int | bool]] = []
    for key, value in reading.pairs(node, "portrait"):
        if options and key.text not in options:
            reading.unknown("A551", key.at, key.text, options)
        elif not isinstance(value, Scalar):
            reading.wrong(value, "portrait_value")
        else:
            plain = _plain(value)
            word = str(plain).lower() if isinstance(plain, bool) else value.text
            allowed = options.get(key.text)
            if allowed and word not in allowed:
                listed = _listed(allowed)
                reading.unknown("A552", value.at, value.text, allowed, option=key.text, expected=listed)
            chosen.append((key.text, plain))
    return tuple(chosen)


def _listed(allowed: tuple[str, ...]) -> str:
    """The allowed values in words, a long row of numbers by its ends."""
    return f"{allowed[0]}–{allowed[-1]}" if len(allowed) > 30 else ", ".join(allowed)


def _plain(value: Scalar) -> str | int | bool:
    if value.boolean is not None:
        return value.boolean
    return value.text if value.whole is None else value.whole
