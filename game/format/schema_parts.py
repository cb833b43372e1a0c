"""The smallest parts of the schema for editors: texts, names, numbers, yes and no.

What stands here is never stricter than the parser. A language server reads YAML 1.2, where `yes` is a text, and the game
reads 1.1, where it is true; so wherever a yes or no belongs, the words of both are taken. Patterns mean the same to
Python and to JavaScript. `errorMessage` and `patternErrorMessage` are said by the YAML language server, and by nobody
else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from game.format.nodes import BOOLEANS
from game.format.parse_scenes import MOST_PEOPLE
from game.format.schema_words import EXAMPLES, FACES, POSTURES
from game.story.model import Expression, Posture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Json: TypeAlias = "str | int | Sequence[Json] | Mapping[str, Json]"
"""What a schema is made of."""
Schema: TypeAlias = "dict[str, Json]"

_NAME = r"[^\s\d!-/:-@\[-^`{-~][^\s!-,./:-@\[-^`{-~]*"
_FACES = "|".join(face.value for face in Expression)
_POSTURES = "|".join(posture.value for posture in Posture)
SHOWN = rf"^ *{_NAME}( +({_FACES})( +({_POSTURES}))?| +({_POSTURES})( +({_FACES}))?) *$"
"""Somebody with a face, a posture or both: `alva happy turned`."""
STANDING = SHOWN.replace(") *$", ")? *$")
"""Somebody, and perhaps a face and a posture."""
YES_NO = "|".join(BOOLEANS)


def keyed(keys: Iterable[str], words: Mapping[str, str], schemas: Mapping[str, Schema]) -> dict[str, Schema]:
    """What belongs to each key, with the sentence about it; KeyError for a key that nobody has described."""
    return {key: schemas[key] | _described(key, words[key]) for key in keys}


def _described(key: str, sentence: str) -> Schema:
    """The sentence about a key, and where there is one, an example, for editors that show more than plain text."""
    words: Schema = {"description": sentence}
    if key in EXAMPLES:
        words["markdownDescription"] = f"{sentence}\n\n```yaml\n{EXAMPLES[key]}\n```"
    return words


def text() -> Schema:
    """A text with something in it; a number will do."""
    return {
        "type": ["string", "number"],
        "pattern": r"\S",
        "errorMessage": "Här ska det stå en text.",
        "patternErrorMessage": "Texten är tom.",
    }


def name(what: str) -> Schema:
    """A name that the author gave to something; `what` says to what: "en scen"."""
    return {
        "type": "string",
        "pattern": f"^{_NAME}$",
        "errorMessage": f"Här ska det stå {what}.",
        "patternErrorMessage": f"Här ska det stå {what}: ett ord av bokstäver, siffror, _ och -.",
    }


def one_of(words: Mapping[str, str], what: str) -> Schema:
    """One of a few words, each with a sentence about it. Of none, any name: their file could not be read."""
    if not words:
        return name(what)
    return {
        "type": "string",
        "enum": list(words),
        "enumDescriptions": list(words.values()),
        "errorMessage": f"Här ska det stå {what}: {', '.join(words)}.",
    }


def standing() -> Schema:
    """Somebody in a picture: `alva happy turned`."""
    words = f"{_FACES}|{_POSTURES}".replace("|", ", ")
    return {
        "type": "string",
        "pattern": STANDING,
        "errorMessage": "Här ska det stå vem, och kanske ett ansikte och en hållning: alva happy turned.",
        "patternErrorMessage": f"Efter namnet kan det stå ett ansikte och en hållning. De som finns: {words}.",
        "defaultSnippets": faces("… {face}", lambda face: f"${{1:vem}} {face}"),
    }


def snippet(label: str, body: Json, description: str) -> Schema:
    """Something whole that an editor offers to write; `$1`, `$2` are what the author fills in."""
    return {"label": label, "body": body, "description": description}


def faces(label: str, body: Callable[[str], Json]) -> list[Schema]:
    """Something that is offered with each of the faces and postures."""
    words = (FACES | POSTURES).items()
    return [snippet(label.format(face=face.value), body(face.value), what) for face, what in words]


def whole(low: int, high: int | None = None) -> Schema:
    """A whole number."""
    ends: Schema = {"minimum": low} if high is None else {"minimum": low, "maximum": high}
    return {"type": "integer", **ends, "default": low, "errorMessage": "Här ska det stå ett heltal."}


def yes_no() -> Schema:
    """True or false, in any of the words that YAML has had for them."""
    return {
        "type": ["boolean", "string"],
        "pattern": f"^({YES_NO})$",
        "errorMessage": "Här ska det stå true eller false.",
        "patternErrorMessage": "Här ska det stå true eller false.",
    }


def listed(items: Schema, *, least: int = 0, most: int | None = None) -> Schema:
    """A list of such things."""
    ends: Schema = {"minItems": least} if least else {}
    return {"type": "array", "items": items, **ends, **({} if most is None else {"maxItems": most})}


def people() -> Schema:
    """Those who stand in a picture."""
    return listed(standing(), most=MOST_PEOPLE)


def of(definition: str) -> Schema:
    """What is defined elsewhere in the schema."""
    return {"$ref": f"#/definitions/{definition}"}


def mapping(title: str, properties: Mapping[str, Json], required: Iterable[str] = (), **more: Json) -> Schema:
    """Keys with values, and no other keys."""
    needed: Schema = {"required": list(required)} if required else {}
    keys: Schema = {"type": "object", "properties": properties, **needed, "additionalProperties": False}
    return {"title": title, **keys, **more}


def named(values: Schema, what: str, *, least: int = 0, **more: Json) -> Schema:
    """A mapping from names that the author gives, or has given; `what` is what they are names of: "scen"."""
    few: Schema = {"minProperties": least} if least else {}
    names = {"title": what, **name(f"namnet på {what}")}
    return {"type": "object", "propertyNames": names, "additionalProperties": values, **few, **more}


def either(kind: str, this: Schema, other: Schema) -> Schema:
    """One thing when the value is of a kind, otherwise another. Unlike `anyOf`, a mistake is told by the one meant."""
    return {"if": {"type": kind}, "then": this, "else": other}


def needing(**keys: tuple[str, str]) -> Schema:
    """Keys that mean something only beside another: that one, and what is said when it is missing."""
    return {
        "dependencies": {
            key: {"required": [other], "errorMessage": told} for key, (other, told) in keys.items()
        }
    }


def wrong(message: str) -> Schema:
    """What nothing is, said in these words: the only place where a schema has words for a mapping is its type."""
    return {"type": "null", "errorMessage": message}


def misplaced(keys: str, message: str) -> Schema:
    """A mapping that is wrong: the keys that match a pattern are marked, or all of it when none does."""
    return {
        "if": {"propertyNames": {"not": {"pattern": keys}}},
        "then": wrong(message),
        "else": {"patternProperties": {keys: False}, "errorMessage": message},
    }
