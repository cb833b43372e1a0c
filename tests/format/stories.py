"""A story without problems, what it may refer to, and the ways to change it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game.checks.everything import Around, examined
from game.format.vocabulary import PlaceInfo, Vocabulary
from game.story.library import Channel, Form, Help, Signs, SignType

if TYPE_CHECKING:
    from game.story.problem import Problem

CASES = Path(__file__).parent.parent / "cases"
BASE = (CASES / "good" / "rasten.yaml").read_text(encoding="utf-8")

VOCABULARY = Vocabulary(
    signs=Signs(
        {
            "control": Form("control", "Kontroll", "Att bestämma.", "eye", 10, ("svartsjuk", "styr")),
            "threat": Form("threat", "Hot", "Att skrämma.", "bolt", 10, ("hot",), named=True),
        },
        {
            "check_phone": SignType("check_phone", "control", "Kollar mobilen"),
            "must_report": SignType("must_report", "control", "Måste rapportera"),
            "threat_hurt": SignType("threat_hurt", "threat", "Hot om att göra illa"),
            "healthy": SignType("healthy", "", "Schysst"),
            "grey": SignType("grey", "", "Skaver"),
        },
    ),
    help=(
        Help("bris", "Bris", Channel.PHONE, "116 111", "", "Prata.", 0, 18, "2026-01-31", "", confirmed=True),
    ),
    places={name: PlaceInfo("En plats.", "day") for name in ("schoolyard", "corridor", "office")},
    portrait={"hair": ("long", "bob"), "skin": ("1", "2", "3"), "glasses": ("true", "false")},
)
"""A stand-in for the shared files."""

_SECTION = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_ENTRY = re.compile(r"^  (?=[^\s#])", re.MULTILINE)
_MERGED = ("cast", "facts", "scenes")


def base_with(snippet: str) -> str:
    """The base story with a snippet in it: lines go first into the scene `rast`, anything else by its key."""
    if snippet.startswith("- "):
        indented = "".join(f"      {line}\n" for line in snippet.splitlines())
        return BASE.replace("    lines: # of rast\n", f"    lines:\n{indented}")
    sections = _parts(_SECTION, BASE)
    for key, text in _parts(_SECTION, snippet).items():
        block = "\n" in text.rstrip("\n")
        sections[key] = _merged(sections[key], text) if key in _MERGED and block else text
    return "".join(sections.values())


def _parts(start: re.Pattern[str], text: str) -> dict[str, str]:
    pieces = (piece if piece.endswith("\n") else f"{piece}\n" for piece in start.split(text) if piece.strip())
    return {piece.split(":", 1)[0].strip(): piece for piece in pieces}


def _merged(section: str, snippet: str) -> str:
    head, *_ = section.split("\n", 1)
    entries = _entries(section) | _entries(snippet)
    return f"{head}\n" + "".join(f"  {entry}" for entry in entries.values())


def _entries(section: str) -> dict[str, str]:
    """The entries of a section. One that comes twice in the snippet stays twice."""
    found: dict[str, str] = {}
    for piece in _ENTRY.split(section.split("\n", 1)[1]):
        if piece.strip():
            key = piece.split(":", 1)[0].strip()
            found[key] = found.get(key, "") + ("  " if key in found else "") + piece.rstrip("\n") + "\n"
    return found


TODAY = date(2026, 11, 26)


def all_problems(text: str, *, layout: bool = False) -> tuple[Problem, ...]:
    """What the format and, for a story that can be read, all checks say."""
    return examined(text, "story.yaml", "story", Around(VOCABULARY, TODAY), layout=layout).problems


def codes(text: str) -> list[str]:
    """The codes of all problems, in the order of their places."""
    return [problem.code for problem in all_problems(text)]
