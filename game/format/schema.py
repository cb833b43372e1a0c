"""The JSON Schema of a story, by which editors complete, explain and mark what is written.

It is made from what the parser itself goes by: its keys, its words, and what there is to refer to. It refuses what
can be seen without knowing the rest of the story, and never anything that the parser accepts.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from game.format import keys
from game.format import schema_words as words
from game.format.ages import AGES
from game.format.parse import LONGEST
from game.format.parse_review import APPROVED, REVIEW_KEYS
from game.format.schema_lines import lines
from game.format.schema_logic import facts, logic
from game.format.schema_parts import (
    either,
    keyed,
    listed,
    mapping,
    name,
    named,
    needing,
    of,
    one_of,
    people,
    text,
    whole,
    yes_no,
)
from game.format.schema_scenes import scenes
from game.format.words import CONTEXTS, PRONOUNS, REVIEWS, ROLES

if TYPE_CHECKING:
    from game.format.schema_parts import Schema
    from game.format.vocabulary import Vocabulary

_AGES: Final = "Här ska åldrar stå: 13-15."
_NEEDED: Final = (
    "title",
    "ages",
    "minutes",
    "summary",
    "about",
    "context",
    "notes",
    "role",
    "you",
    "cast",
    "start",
    "scenes",
)
_TRUTHS: Final = ("true", "false")
_MOST_LISTED: Final = 30
"""Numbers that an editor shows one by one."""


def schema_text(vocabulary: Vocabulary) -> str:
    """The schema as its file holds it."""
    return json.dumps(story_schema(vocabulary), ensure_ascii=False, indent=1) + "\n"


def story_schema(vocabulary: Vocabulary) -> Schema:
    """The schema of stories that may refer to what is in a vocabulary."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "description": "En berättelse. Skapad av python -m game.tools.update_schema; ändra inte för hand.",
        "definitions": {**_shared(vocabulary), **_head(vocabulary), **logic(), **lines(), **scenes()},
        **_story(),
    }


def _relation() -> Schema:
    return one_of({word: words.RELATIONS[word] for word in CONTEXTS}, "en relation")


def _story() -> Schema:
    values: dict[str, Schema] = {
        "title": text(),
        "ages": {
            "type": "string",
            "pattern": f"^({AGES.pattern})$",
            "errorMessage": _AGES,
            "patternErrorMessage": _AGES,
        },
        "minutes": whole(1, LONGEST),
        "summary": text(),
        "about": listed(of("form")),
        "context": either("array", listed(_relation(), least=1), _relation()),
        "notes": text(),
        "role": one_of({word: words.PLAYERS[word] for word in ROLES}, "en roll"),
        "review": {"type": ["string", "object"], **either("object", of("review"), _unapproved())},
        "cover": of("cover"),
        "you": name("en i rollistan"),
        "cast": named(of("person"), "en i rollistan"),
        "facts": facts(),
        "chapters": listed(text()),
        "start": name("en scen"),
        "scenes": named(of("scene"), "en scen", least=1),
        "eyes": listed(of("eyes")),
        "words": _explained(),
    }
    return mapping("en berättelse", keyed((*keys.HEAD, *keys.BODY), words.STORY, values), _NEEDED)


def _explained() -> Schema:
    """Words with what they mean. A word may be written with anything in it, as long as there is a letter of some kind."""
    return {
        "title": "ord som förklaras",
        "type": "object",
        "propertyNames": {"pattern": r"[^\s,،]"},
        "additionalProperties": text(),
        "errorMessage": "Här ska det stå ord med förklaringar: kurator, kuratorn: En vuxen i skolan.",
    }


def _state() -> Schema:
    return one_of({word: words.STATES[word] for word in REVIEWS}, "ett läge")


def _unapproved() -> Schema:
    """The one word that says enough by itself: of an approved story, people have to say who read what."""
    told = "Här ska det stå draft, eller vilka som har läst: {state: approved, on: …, by: […], text: …}."
    return one_of({word: words.STATES[word] for word in REVIEWS if word != APPROVED}, "ett läge") | {
        "errorMessage": told
    }


def _head(vocabulary: Vocabulary) -> dict[str, Schema]:
    pronoun = one_of({word: words.PRONOUN[word] for word in PRONOUNS}, "ett pronomen")
    person: dict[str, Schema] = {
        "name": text(),
        "pronoun": pronoun,
        "adult": text(),
        "about": text(),
        "portrait": of("portrait"),
    }
    review = {"state": _state(), "on": text(), "by": listed(text(), least=1), "text": text()}
    return {
        "review": mapping("granskningen", keyed(REVIEW_KEYS, words.REVIEW, review), REVIEW_KEYS),
        "cover": mapping(
            "ett omslag", keyed(keys.COVER, words.COVER, {"place": of("place"), "people": people()})
        ),
        "person": mapping("en person", keyed(keys.PERSON, words.PERSON, person), ["name"])
        | needing(about=("adult", "about hör till en vuxen: adult.")),
        "portrait": _portrait(vocabulary.portrait),
    }


def _portrait(options: dict[str, tuple[str, ...]]) -> Schema:
    """What a person looks like; without options, their file could not be read, and anything will do."""
    if not options:
        return {"type": "object", "additionalProperties": {"type": ["boolean", "number", "string"]}}
    return mapping("ett porträtt", {option: _option(allowed) for option, allowed in options.items()})


def _option(allowed: tuple[str, ...]) -> Schema:
    """The values of an option. The parser goes by what is written, so that a number may have quotation marks."""
    numbers = [int(word) for word in allowed if word.isdecimal()]
    words_of_it = [word for word in allowed if not word.isdecimal() and word not in _TRUTHS]
    kinds: list[Schema] = []
    if numbers:
        kinds += [_numbers(numbers), {"type": "string", "pattern": f"^({'|'.join(map(str, numbers))})$"}]
    if words_of_it:
        kinds.append(
            {
                "type": "string",
                "enum": words_of_it,
                "errorMessage": f"Här ska det stå något av {', '.join(allowed)}.",
            }
        )
    if len(numbers) + len(words_of_it) < len(allowed):
        kinds.append(yes_no())
    return {"anyOf": kinds} if len(kinds) > 1 else {**kinds[0]} if kinds else {}


def _numbers(numbers: list[int]) -> Schema:
    """A few numbers to choose from, or a long row by its ends."""
    long_row = len(numbers) > _MOST_LISTED and numbers == [*range(numbers[0], numbers[-1] + 1)]
    return whole(numbers[0], numbers[-1]) if long_row else {"type": "integer", "enum": numbers}


def _shared(vocabulary: Vocabulary) -> dict[str, Schema]:
    """What stands in the files that stories share."""
    signs = vocabulary.signs
    forms = {form.id: f"{form.label}. {form.about}" for form in signs.forms.values()}
    labels = {form.id: form.label for form in signs.forms.values()}
    kinds = {
        sign.id: f"{sign.label} ({labels[sign.form]}). {sign.older}" if sign.form in labels else sign.label
        for sign in signs.signs.values()
    }
    return {
        "form": one_of(forms, "en form av våld"),
        "sign": one_of(kinds, "ett tecken"),
        "place": one_of({place: info.alt for place, info in vocabulary.places.items()}, "en plats"),
        "help": one_of({each.id: f"{each.name}. {each.what}" for each in vocabulary.help}, "hjälp"),
    }
