"""`beratta settings`: what holds on this computer and from where, all that a school can set, and what is wrong."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.diagnostics import render
from game.format.school import FUNCTION_KEYS, KEYS
from game.screens.words import listed
from game.tools.check_formats import as_object, as_text, shown
from game.tools.command import Status
from game.tools.school_file import VARIABLE, School, places, school_settings
from game.tools.school_rows import ASK, allowed, file_text, keys_of, school_in, text_in, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

    from game.format.diagnostics import Diagnostic
    from game.screens.words import Words

JSON = "json"
"""The other format; anything else is text."""
_PERSONAL = "D002"


def run(
    tried: str,
    words: Words,
    language: str,
    out: TextIO,
    *,
    form: str = "text",
    environment: Mapping[str, str] = os.environ,
    platform: str = sys.platform,
) -> int:
    """Writes what holds; `tried` is a file that is not in its place yet, "" for the one that counts on this computer.

    Returns 0, 1 when something is wrong with the file, 2 when the one to be tried is not there.
    """
    if tried and not os.path.lexists(tried):
        out.write(words.ui("{path}: finns inte.", path=tried) + "\n")
        return Status.USAGE
    school = school_in(Path(tried)) if tried else school_settings(environment, platform)
    looked = () if tried else places(environment, platform)
    diagnostics = _diagnostics(school, language)
    if form == JSON:
        out.write(_as_json(school, looked, diagnostics, words))
    else:
        out.write("\n\n".join(_told(school, looked, diagnostics, words)) + "\n")
    return Status.PROBLEMS if diagnostics else Status.CLEAN


def example(output: str, words: Words, out: TextIO) -> int:
    """Writes a file that sets what the game has by itself, with a word on everything: into `output`, or shows it.

    Returns 0, or 1 when it cannot be written. Nothing is ever written over.
    """
    head = words.ui(
        "Skolans inställningar för Berätta. Ta bort raderna som inte behövs: då gäller spelets egna. Skriv ingenting om någon elev här."
    )
    text = file_text(School(), head, {key: _said(key, words) for key in _about(words)})
    if not output:
        out.write(text)
        return Status.CLEAN
    try:
        with Path(output).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        taken = words.ui("{path} finns redan, och skrivs inte över. Välj ett annat namn.", path=output)
        out.write(taken + "\n")
        return Status.PROBLEMS
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        unwritable = words.ui(
            "{path} går inte att skriva: {reason}. Välj en annan fil med -o.", path=output, reason=reason
        )
        out.write(unwritable + "\n")
        return Status.PROBLEMS
    out.write(words.ui("{path} är klar.", path=output) + "\n")
    return Status.CLEAN


def _about(words: Words) -> dict[str, str]:
    """What each setting is, in the order in which they are told."""
    return {
        "language": words.ui("Språket från början."),
        "text_size": words.ui("Textens storlek, i procent."),
        "typeface": words.ui("Bokstäverna: Atkinson Hyperlegible, OpenDyslexic eller datorns eget typsnitt."),
        "line_spacing": words.ui("Avståndet mellan raderna."),
        "letter_spacing": words.ui("Avståndet mellan bokstäver och mellan ord."),
        "colours": words.ui("Färgerna: varma, mörka eller med hög kontrast."),
        "text_speed": words.ui("Hur fort en replik kommer fram."),
        "sound": words.ui("Ljud. Det som hörs står också i text."),
        "volume": words.ui("Hur högt ljud och uppläsning hörs, i procent."),
        "read_aloud": words.ui("Uppläsning: av, när eleven ber om den, eller allt."),
        "less_motion": words.ui("Mindre rörelse på skärmen."),
        "next_line": words.ui(
            "Nästa replik: när eleven ber om den, eller av sig själv i lugn, jämn eller rask takt."
        ),
        "one_switch": words.ui(
            "Att spela med en enda knapp: det som går att välja erbjuds i tur och ordning, i lugn, jämn eller rask takt."
        ),
        "fullscreen": words.ui("Hela skärmen, i stället för ett fönster."),
        "municipality": words.ui("Kommunen vars nummer står i lärarens handledning."),
        KEYS: words.ui(
            "Andra tangenter än spelets egna, till exempel {example}.", example="{flag: j, back: b}"
        ),
        ASK: words.ui("Om spelet börjar med de stora frågorna om hur det ska se ut och låta."),
    }


def _possible(key: str, words: Words) -> str:
    known = allowed()
    if key != KEYS:
        return listed(words, known.words[key])
    free = (
        name.upper() for name in FUNCTION_KEYS if all(known.may_take(each, name) for each in known.actions)
    )
    return words.ui(
        "{actions}; för var och en ett tecken som inte är 1–9, eller någon av {keys}",
        actions=listed(words, known.actions),
        keys=listed(words, free),
    )


def _said(key: str, words: Words) -> tuple[str, str]:
    return _about(words)[key], words.ui("Går att välja: {values}", values=_possible(key, words))


# --- as text ---------------------------------------------------------------------------------------


def _told(school: School, looked: tuple[Path, ...], diagnostics: list[Diagnostic], words: Words) -> list[str]:
    """The paragraphs of the whole answer."""
    rows = [_row(key, value, school, words) for key, value in _in_force(school).items()]
    problems = [as_text(diagnostics, 1, words)] if school.file else []
    return [_whence(school, looked, words), *rows, *problems]


def _in_force(school: School) -> dict[str, str]:
    keys = ", ".join(f"{action}: {pressed}" for action, pressed in keys_of(school).items())
    return {**words_of(school), KEYS: f"{{{keys}}}"}


def _whence(school: School, looked: tuple[Path, ...], words: Words) -> str:
    if school.file:
        return words.ui("Skolans fil: {path}", path=shown(school.file))
    sought = "\n".join(f"    {path}" for path in looked)
    none = words.ui("Spelets egna inställningar gäller. En skola kan ha sina i en fil här:")
    elsewhere = words.ui("eller där miljövariabeln {name} säger.", name=VARIABLE)
    return "\n".join(filter(None, (none, sought, elsewhere)))


def _row(key: str, value: str, school: School, words: Words) -> str:
    line = school.lines.get(key)
    whence = words.ui("rad {line}", line=line) if line else words.ui("spelets egen")
    return "\n    ".join((f"{key}: {value}  ({whence})", *_said(key, words)))


# --- as JSON ---------------------------------------------------------------------------------------


def _as_json(school: School, looked: tuple[Path, ...], diagnostics: list[Diagnostic], words: Words) -> str:
    """An object with what holds, row by row as it would stand in a file, and with the problems."""
    known, about = allowed(), _about(words)
    values = {**words_of(school), KEYS: keys_of(school)}
    settings = [
        {
            "key": key,
            "value": value,
            "line": school.lines.get(key, 0),
            "possible": list(known.actions if key == KEYS else known.words[key]),
            "about": about[key],
        }
        for key, value in values.items()
    ]
    whole = {
        "version": 1,
        "file": str(school.file) if school.file else "",
        "places": [str(path) for path in looked],
        "settings": settings,
        "problems": [as_object(each) for each in diagnostics],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _diagnostics(school: School, language: str) -> list[Diagnostic]:
    """The problems in words, with their lines; but what is about a person is not shown once more."""
    if not school.file or not school.problems:
        return []
    text = text_in(school.file).value
    sources = {} if text is None else {str(school.file): text}
    rendered = (render(each, language, {} if each.code == _PERSONAL else sources) for each in school.problems)
    return [replace(each, file=shown(school.file)) for each in rendered]
