"""The schema of facts, conditions and effects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format import schema_words as words
from game.format.keys import BOUNDS
from game.format.parse_logic import GROUPS, WRITTEN
from game.format.schema_parts import (
    YES_NO,
    either,
    keyed,
    listed,
    mapping,
    name,
    named,
    of,
)
from game.story.logic import Compare, Happened

if TYPE_CHECKING:
    from game.format.schema_parts import Schema

_FACT = "fakta"


def logic() -> dict[str, Schema]:
    """What the rest of the schema refers to."""
    number: Schema = {"type": "integer"}
    return {
        "fact": either(
            "object", of("bounds"), _value("true, false, ett heltal eller {start: …, from: …, to: …}")
        ),
        "bounds": mapping(
            "ett tals gränser",
            keyed(BOUNDS, words.BOUNDS, {"start": _value("ett heltal"), "from": number, "to": number}),
            ["start"],
        ),
        "condition": _condition(),
        "effects": named(_value("true, false, ett heltal, +1 eller -1"), _FACT),
    }


def facts() -> Schema:
    """What a story remembers."""
    return named(of("fact"), _FACT)


def _value(expected: str, also: str = "") -> Schema:
    """True, false or a whole number; `also` is the pattern of what else may be written."""
    words_for_both = rf"\s*({also})\s*|{YES_NO}" if also else YES_NO
    message = f"Här ska det stå {expected}."
    return {
        "type": ["boolean", "integer", "string"],
        "pattern": f"^({words_for_both})$",
        "errorMessage": message,
        "patternErrorMessage": message,
    }


def _condition() -> Schema:
    ops = {op.value: _value("true, false eller ett heltal") for op in Compare.Op}
    written = _value("ett värde eller ”at least 2”", WRITTEN.pattern)
    compared = either("object", mapping("en jämförelse", keyed(ops, words.OPS, ops)), written)
    compared["defaultSnippets"] = [
        {"label": f"{op} …", "body": f"{op} ${{1:1}}", "description": words.OPS[op]} for op in ops
    ]
    parts = {
        **{
            what.value: name("en scen" if what is Happened.What.SEEN else "en vuxen")
            for what in Happened.What
        },
        **dict.fromkeys(GROUPS, listed(of("condition"), least=1)),
        "not": of("condition"),
    }
    return named(compared, _FACT, least=1, properties=keyed(parts, words.CONDITION, parts))
