"""The schema of scenes, the ways out of them, and other eyes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from game.format import schema_words as words
from game.format.keys import BEGINNING, BESIDE, CHOICE, ENDING, EXITS, EYES, HEARING, SCENE
from game.format.schema_parts import (
    either,
    keyed,
    listed,
    mapping,
    misplaced,
    name,
    named,
    of,
    people,
    text,
    whole,
    wrong,
    yes_no,
)

if TYPE_CHECKING:
    from game.format.schema_parts import Schema

_NO_WAY_OUT: Final = f"Scenen har ingen väg vidare: {', '.join(EXITS)}."
_NEEDED: Final = {"choices": ("ask",), "tell": ("ask", "beginnings")}
"""What some ways out cannot be without."""
_SCENE: Final = "en scen"
_ADULT: Final = "en vuxen i rollistan"


def scenes() -> dict[str, Schema]:
    """What the rest of the schema refers to."""
    return {
        "scene": _scene(),
        **{f"scene_{way_out}": _scene_with(way_out) for way_out in EXITS},
        **_choices(),
        **_tell(),
        "go": _go(),
        "ending": mapping(
            "ett slut",
            keyed(ENDING, words.ENDING, {"title": text(), "text": text(), "help": listed(of("help"))}),
            ["title", "text"],
        ),
        "eyes": mapping(
            "andra ögon",
            keyed(EYES, words.EYES, {"as": name("en i rollistan"), "of": name(_SCENE), **_shown()}),
            ["as", "of", "lines"],
        ),
    }


def _shown() -> dict[str, Schema]:
    return {"place": of("place"), "lines": listed(of("line"))}


def _values() -> dict[str, Schema]:
    return {
        "chapter": whole(1),
        **_shown(),
        "people": people(),
        "do": of("effects"),
        "meets": listed(name(_ADULT)),
        "choices": listed(of("choice_entry"), least=1),
        "tell": of("tell"),
        "go": of("go"),
        "ending": of("ending"),
        "ask": text(),
        "talk": text(),
        "listen": text(),
        "beginnings": listed(of("beginning_entry"), least=1),
    }


def _scene() -> Schema:
    """A scene is told by its way out, the first of them as in the parser; without any, it may have all keys."""
    every = mapping(_SCENE, keyed(SCENE, words.SCENE, _values()), ["place"])
    missing: Schema = {"required": list(EXITS[:1]), "errorMessage": _NO_WAY_OUT}
    scene = every | {"allOf": [missing]}
    for way_out in reversed(EXITS):
        scene = {"if": {"required": [way_out]}, "then": of(f"scene_{way_out}"), "else": scene}
    return either(
        "object",
        scene,
        {"type": "object", "errorMessage": "Här ska en scen stå, med place och en väg vidare."},
    )


def _scene_with(way_out: str) -> Schema:
    """A scene with its way out: no second one, and no keys that belong to another."""
    others = {key for key in EXITS if key != way_out}
    others |= {key for key, beside in BESIDE.items() if way_out not in beside}
    own = [key for key in SCENE if key not in others]
    return mapping(_SCENE, keyed(own, words.SCENE, _values()), ["place", way_out, *_NEEDED.get(way_out, ())])


def _entry(values: Schema, own: tuple[str, ...], message: str) -> Schema:
    """One text with what belongs to it; a second key is most often one whose line stands too far to the left."""
    told = misplaced(f"^({'|'.join(own)})$", message) if own else wrong(message)
    second: Schema = {"if": {"minProperties": 2}, "then": told}
    one: Schema = {"type": "object", "minProperties": 1, "additionalProperties": values}
    return one | second


def _choices() -> dict[str, Schema]:
    message = "Det här hör till valet ovanför: dra in raden ett steg till."
    values = keyed(
        CHOICE,
        words.CHOICE,
        {
            "go": name(_SCENE),
            "do": of("effects"),
            "when": of("condition"),
            "once": yes_no(),
            "wait": yes_no(),
        },
    )
    where = either("object", of("choice"), name("scenen som valet leder till, eller go, do, when …"))
    entry: Schema = _entry(where, CHOICE, message) | {
        "errorMessage": "Här ska ett val stå: Fråga hur det känns.: scen"
    }
    return {"choice": mapping("ett val", values, ["go"]), "choice_entry": entry}


def _tell() -> dict[str, Schema]:
    hearing = keyed(
        HEARING,
        words.HEARING,
        {"go": name(_SCENE), "listens": yes_no(), "when": of("condition"), "do": of("effects")},
    )
    beginning = mapping("en början", keyed(BEGINNING, words.BEGINNING, {"do": of("effects")}))
    message = "Det här hör till raden ovanför: dra in den ett steg till."
    return {
        "tell": named(either("object", of("hearing"), name(_SCENE)), _ADULT, least=1),
        "hearing": mapping("en som lyssnar", hearing, ["go"]),
        "beginning": beginning,
        "beginning_entry": either("object", _entry(of("beginning"), BEGINNING, message), text()),
    }


def _go() -> Schema:
    branch = _entry(of("condition"), (), "En rad i listan är en enda scen, kanske med ett villkor.")
    branches = listed(either("object", branch, name(_SCENE)), least=1)
    what = "en scen, eller en lista av scener med villkor"
    return {
        "type": ["string", "array"],
        "errorMessage": f"Här ska det stå {what}.",
        **either("array", branches, name(what)),
    }
