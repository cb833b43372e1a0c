"""A school's rows as settings, and settings as rows: the two are each other's opposite."""

from __future__ import annotations

import os
import textwrap
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game.format.files import read_text
from game.format.loaded import Loaded
from game.format.municipalities import list_municipalities
from game.format.nodes import BOOLEANS
from game.format.school import KEYS, Allowed, Defaults, defaults_from_text, unreadable
from game.messages.catalog import languages
from game.resources import LOCALE, SCENARIOS
from game.screens.bindings import may_take
from game.screens.hearing import Aloud
from game.screens.keys import Key
from game.screens.settings import (
    TEXT_SIZES,
    VOLUMES,
    Face,
    Pace,
    Scanning,
    Settings,
    Spacing,
    Speed,
    Theme,
)
from game.tools.school_file import School

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ACTIONS = {
    "next": Key.SPACE,
    "back": Key.BACKSPACE,
    "flag": Key.F,
    "words": Key.O,
    "read": Key.R,
    "log": Key.PAGE_UP,
    "page_down": Key.PAGE_DOWN,
    "next_language": Key.F2,
    "fullscreen": Key.F11,
}
"""What another key can be chosen for, by the name that it has in the file."""
ASK = "ask_at_start"
_ON_OFF = ("on", "off")
_TRUE_FALSE = ("true", "false")
_WIDTH = 96

E = TypeVar("E", bound=Enum)


@cache
def allowed() -> Allowed:
    """All that a file can set, in the order in which it is told."""
    return Allowed(
        {
            "language": tuple(each.code for each in languages(LOCALE)),
            "text_size": tuple(map(str, TEXT_SIZES)),
            "typeface": _words(Face),
            "line_spacing": _words(Spacing),
            "letter_spacing": _words(Spacing),
            "colours": _words(Theme),
            "text_speed": _words(Speed),
            "sound": _ON_OFF,
            "volume": tuple(map(str, VOLUMES)),
            "read_aloud": _words(Aloud),
            "less_motion": _TRUE_FALSE,
            "next_line": _words(Pace),
            "one_switch": _words(Scanning),
            "fullscreen": _TRUE_FALSE,
            "municipality": list_municipalities(SCENARIOS),
            ASK: _TRUE_FALSE,
        },
        tuple(ACTIONS),
        lambda action, pressed: may_take(ACTIONS[action], pressed),
    )


def school_in(path: Path) -> School:
    """What a file sets: its right rows, and the game's own for all others."""
    text = text_in(path)
    if text.value is None:
        return School(file=path, problems=text.problems)
    return school_from_text(text.value, path)


def text_in(path: Path) -> Loaded[str]:
    """What stands in a school's file, read as carefully as a story's."""
    # Whoever places such a file may link to it from wherever they keep it: only stories must not reach out.
    try:
        inside = Path(os.path.realpath(path)).parent
    except (OSError, ValueError):
        inside = path.parent
    text = read_text(path, inside, str(path))
    return Loaded(text.value, tuple(unreadable(each.at, each.code) for each in text.problems))


def school_from_text(text: str, path: Path) -> School:
    """The same, from the text of the file at `path`."""
    loaded = defaults_from_text(text, str(path), allowed())
    found = loaded.value or Defaults()
    ask = BOOLEANS[found.words.get(ASK, "true")]
    return School(_settings(found), ask, path, found.lines, loaded.problems)


def _settings(found: Defaults) -> Settings:
    words, own = found.words, Settings()
    return Settings(
        language=words.get("language", own.language),
        text_size=int(words.get("text_size", own.text_size)),
        face=_one(Face, words, "typeface", own.face),
        lines=_one(Spacing, words, "line_spacing", own.lines),
        letters=_one(Spacing, words, "letter_spacing", own.letters),
        theme=_one(Theme, words, "colours", own.theme),
        speed=_one(Speed, words, "text_speed", own.speed),
        sound=_truth(words, "sound", own=own.sound),
        volume=int(words.get("volume", own.volume)),
        aloud=_one(Aloud, words, "read_aloud", own.aloud),
        less_motion=_truth(words, "less_motion", own=own.less_motion),
        pace=_one(Pace, words, "next_line", own.pace),
        scanning=_one(Scanning, words, "one_switch", own.scanning),
        keys=tuple((ACTIONS[action], name) for action, name in found.keys),
        fullscreen=_truth(words, "fullscreen", own=own.fullscreen),
        municipality=words.get("municipality", own.municipality),
    )


def words_of(school: School) -> dict[str, str]:
    """The word of each setting that is in force, as a file would have it; without the keys."""
    settings = school.settings
    return {
        "language": settings.language,
        "text_size": str(settings.text_size),
        "typeface": _word(settings.face),
        "line_spacing": _word(settings.lines),
        "letter_spacing": _word(settings.letters),
        "colours": _word(settings.theme),
        "text_speed": _word(settings.speed),
        "sound": _ON_OFF[not settings.sound],
        "volume": str(settings.volume),
        "read_aloud": _word(settings.aloud),
        "less_motion": _TRUE_FALSE[not settings.less_motion],
        "next_line": _word(settings.pace),
        "one_switch": _word(settings.scanning),
        "fullscreen": _TRUE_FALSE[not settings.fullscreen],
        "municipality": settings.municipality,
        ASK: _TRUE_FALSE[not school.ask_at_start],
    }


def keys_of(school: School) -> dict[str, str]:
    """The keys that were chosen, by what they do."""
    names = {key: action for action, key in ACTIONS.items()}
    return {names[key]: pressed for key, pressed in school.settings.keys}


def file_text(school: School, head: str = "", about: Mapping[str, Iterable[str]] | None = None) -> str:
    """A file that sets all that is in force; `about` has what is said above each row, a paragraph each."""
    keys = ", ".join(f"{action}: {_quoted(name)}" for action, name in keys_of(school).items())
    rows = words_of(school) | {KEYS: f"{{{keys}}}"}
    said = {key: "".join(map(_comment, (about or {}).get(key, ()))) for key in rows}
    gap = "\n" if about else ""
    top = _comment(head) + gap if head else ""
    return top + gap.join(f"{said[key]}{key}: {word}\n" for key, word in rows.items())


def _quoted(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _comment(paragraph: str) -> str:
    return "".join(f"# {line}\n" for line in textwrap.wrap(paragraph, _WIDTH, break_on_hyphens=False))


def _words(kind: type[Enum]) -> tuple[str, ...]:
    return tuple(map(_word, kind))


def _word(value: Enum) -> str:
    return value.name.lower()


def _one(kind: type[E], words: Mapping[str, str], key: str, own: E) -> E:
    return kind[words[key].upper()] if key in words else own


def _truth(words: Mapping[str, str], key: str, *, own: bool) -> bool:
    return BOOLEANS[words[key]] if key in words else own
