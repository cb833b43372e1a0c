"""The schema of lines: what is said, written, seen or left unsaid.

Who is in the cast, a schema cannot know: any name may speak. But a line has one speaker, so where there is a second key
that could be one, the line is wrong, and the key that looks most like a slip of the pen is marked.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from game.format import schema_words as words
from game.format.keys import FEEL, LINES, NARRATION, PHONE, SILENCE, SPOKEN
from game.format.schema_parts import (
    SHOWN,
    STANDING,
    either,
    faces,
    keyed,
    listed,
    mapping,
    misplaced,
    name,
    needing,
    of,
    snippet,
    standing,
    text,
    wrong,
)

if TYPE_CHECKING:
    from game.format.schema_parts import Schema

_FIRST: Final = {
    "phone": "phone",
    "silence": "line_silence",
    "narration": "line_narration",
    "feel": "line_feel",
}
"""Which kind of line it is, by the first of these keys that is there, as in the parser."""
_SPEAKER: Final = f"(?!^({'|'.join(LINES)})$){STANDING}"
_FIRST_WORDS: Final = words.PHONE | words.SILENCE | words.NARRATION | words.FEEL
_LINE: Final = "en replik"
_BESIDE: Final = f"Bredvid den som talar får bara det här stå: {', '.join(SPOKEN)}."
_WHO: Final = (
    f"Här ska det stå vem som talar, och kanske ett ansikte och en hållning: alva happy turned. {_BESIDE}"
)
_NOBODY: Final = "Här saknas den som talar, eller vad som sägs: alva happy: Hej!"
_MESSAGE: Final = "Här ska det stå ett meddelande: noel: Var är du?"


def lines() -> dict[str, Schema]:
    """What the rest of the schema refers to."""
    values = _values()
    silence = mapping("en tystnad", keyed(SILENCE, words.SILENCE, values), ["silence"])
    narration = mapping("berättarens rad", keyed(NARRATION, words.NARRATION, values), ["narration"])
    return {
        "line": _line(),
        "line_begun": _begun(keyed(_FIRST, _FIRST_WORDS, values), [*_speeches(), *_blocks()]),
        "line_silence": silence | _sign_and_why(),
        "line_narration": narration | _sign_and_why(),
        "line_feel": mapping("en paus", keyed(FEEL, words.FEEL, values), ["feel", "skip"]),
        "line_shown": _shown(values),
        "line_said": _said(values),
        "phone": mapping("en mobil", keyed(PHONE, words.PHONE, values), ["phone", "messages"]),
        "message": either(
            "object", _spoken(_begun({}, _speeches())), {"type": "object", "errorMessage": _MESSAGE}
        ),
        "crowded": _crowded(),
    }


def _values() -> dict[str, Schema]:
    return {
        **dict.fromkeys(("silence", "narration", "feel", "skip", "why", "title"), text()),
        "look": standing(),
        "sign": of("sign"),
        "when": of("condition"),
        **dict.fromkeys(("phone", "owner"), name("en i rollistan")),
        "messages": listed(of("message"), least=1),
    }


def _line() -> Schema:
    """A line by its first key; what is no mapping is the narrator's text."""
    mapped = _spoken(of("line_begun"))
    for key, kind in reversed(_FIRST.items()):
        mapped = {"if": {"required": [key]}, "then": of(kind), "else": mapped}
    return either("object", mapped, text())


def _spoken(begun: Schema) -> Schema:
    """Somebody's line, or what it is as long as there is nobody in it, or nothing said."""
    nobody: Schema = {"propertyNames": {"enum": SPOKEN}}
    nothing: Schema = {"maxProperties": 1, "additionalProperties": {"type": "null"}}
    shown: Schema = {"not": {"propertyNames": {"not": {"pattern": SHOWN}}}}
    said: Schema = {"if": shown, "then": of("line_shown"), "else": of("line_said")}
    return {"if": {"anyOf": [nobody, nothing]}, "then": begun, "else": said}


def _begun(first: dict[str, Schema], snippets: list[Schema]) -> Schema:
    """What a line can begin with; as long as it has not begun, nothing else may stand in it."""
    return mapping(_LINE, first, minProperties=1, errorMessage=_NOBODY, defaultSnippets=snippets)


def _blocks() -> list[Schema]:
    """Lines that begin with more than one key."""
    phone: Schema = {"phone": "${1:vem}", "messages": [{"${1:vem}": "$2"}]}
    feel: Schema = {"feel": "${1:Hur känns det?}", "skip": "$2"}
    return [
        snippet("phone: … messages: …", phone, words.PHONE["phone"]),
        snippet("feel: … skip: …", feel, words.FEEL["feel"]),
    ]


def _speeches() -> list[Schema]:
    """Somebody says something, with any of the faces and postures."""
    plain = snippet("…: …", {"${1:vem}": "$2"}, "Någon säger något.")
    return [plain, *faces("… {face}: …", lambda face: {f"${{1:vem}} {face}": "$2"})]


def _shown(values: dict[str, Schema]) -> Schema:
    """Somebody is named with a face or a posture: whatever else has no place here is no speaker, but a mistake."""
    beside = keyed(SPOKEN, words.SPOKEN, values)
    keys = mapping(_LINE, beside, patternProperties={SHOWN: text()}, errorMessage=_BESIDE)
    all_known: Schema = {"propertyNames": {"anyOf": [{"enum": SPOKEN}, {"pattern": SHOWN}]}}
    return keys | _sign_and_why() | {"if": {"allOf": [of("crowded"), all_known]}, "then": wrong(_BESIDE)}


def _said(values: dict[str, Schema]) -> Schema:
    """Nobody is named with a face: any name may be the speaker's."""
    beside = keyed(SPOKEN, words.SPOKEN, values)
    keys = mapping(_LINE, beside, patternProperties={_SPEAKER: text()}, errorMessage=_WHO)
    return keys | _sign_and_why() | {"if": of("crowded"), "then": misplaced(_slips(), _BESIDE)}


def _sign_and_why() -> Schema:
    return needing(
        sign=("why", "Ett tecken behöver också why: varför det är ett tecken."),
        why=("sign", "why hör till ett tecken: sign."),
    )


def _crowded() -> Schema:
    """More than one key that is none of those that may stand beside a speaker."""
    return {
        "anyOf": [
            {
                "required": there,
                "properties": dict.fromkeys((key for key in SPOKEN if key not in there), False),
                "minProperties": count + 2,
            }
            for count in range(len(SPOKEN) + 1)
            for there in combinations(SPOKEN, count)
        ]
    }


def _slips() -> str:
    """The pattern of words that one slip of the pen makes of a key: a letter missing, too much, another, or swapped."""
    slips: dict[str, None] = {}
    for key in SPOKEN:
        for at in range(len(key) + 1):
            before, after = key[:at], key[at:]
            swapped = f"{before}{after[1:2]}{after[:1]}{after[2:]}"
            made = (f"{before}.{after}", f"{before}{after[1:]}", f"{before}.{after[1:]}", swapped)
            slips |= dict.fromkeys(made)
    return f"^(?!({'|'.join(SPOKEN)})$)({'|'.join(slips)})$"
