"""The class's path in a file, to go on with next week: which story, and how far. Nothing of any pupil is in it.

The same text is what a stage keeps in the hub, to go on after its computer failed. A file may have been written by
anybody: it is read strictly, and whatever is wrong with it is one calm sentence.
"""

from __future__ import annotations

import json
import os
import re
import stat
from contextlib import suppress
from enum import Enum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any, assert_never

from game.screens.lesson.plan import MINUTES, Plan, Taking
from game.screens.lesson.state import ClassPath, Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.words import Words

NAME = "beratta-lektion.json"
VERSION = 1
MAX_BYTES = 32 * 1024
"""As much as a hub keeps."""

_MOST = 10_000
"""Decisions, lines and places: more than any story has."""
_MOST_PLAYED = 100
_STORY = re.compile(r"[\w-]{1,64}")
_MARK = re.compile(r"[0-9a-f]{0,64}")
"""Empty before the class has begun with its story."""
_KEYS = frozenset({"version", "story", "mark", "part", "at", "decisions", "steps", "plan"})
_PLAN_KEYS = frozenset({"minutes", "taking", "vignettes", "voting", "played"})


class Refusal(Enum):
    """Why a file cannot be gone on with."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    FOREIGN = "foreign"
    """No file of a lesson, or one that somebody has changed."""
    OTHER_VERSION = "other version"
    STORY_CHANGED = "story changed"


def refused(words: Words, why: Refusal) -> str:
    """Why, in one sentence, for a teacher."""
    match why:
        case Refusal.MISSING:
            return words.ui("Filen finns inte där längre.")
        case Refusal.UNREADABLE:
            return words.ui("Filen går inte att läsa. Prova att lägga den på skrivbordet.")
        case Refusal.FOREIGN:
            return words.ui("Filen kommer inte från en lektion i Berätta, eller så har den ändrats.")
        case Refusal.OTHER_VERSION:
            return words.ui("Filen kommer från en annan version av Berätta. Börja om med lektionen.")
        case Refusal.STORY_CHANGED:
            return words.ui("Berättelsen har ändrats sedan dess. Börja om med lektionen.")
        case _:
            assert_never(why)


# --- the text ----------------------------------------------------------------------------------------


def written(path: ClassPath) -> str:
    """The path as text."""
    plan = path.plan
    whole = {
        "version": VERSION,
        "story": path.story,
        "mark": path.mark,
        "part": path.part.value,
        "at": path.at,
        "decisions": list(path.decisions),
        "steps": path.steps,
        "plan": {
            "minutes": plan.minutes,
            "taking": sorted(each.value for each in plan.taking),
            "vignettes": plan.vignettes,
            "voting": plan.voting,
            "played": list(plan.played),
        },
    }
    return json.dumps(whole, indent=1) + "\n"


def read(text: str) -> ClassPath | Refusal:
    """The path that a text holds. Whether its story is still the same is asked with `same_story`."""
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        return Refusal.FOREIGN
    try:
        return _path(_mapping(json.loads(text, object_pairs_hook=_once)))
    except _OtherVersionError:
        return Refusal.OTHER_VERSION
    except (ValueError, RecursionError):
        return Refusal.FOREIGN


def same_story(path: ClassPath, marks: Mapping[str, str]) -> ClassPath | Refusal:
    """The path, if the story that it goes through is there as it was. `marks` are the digests of all stories by id.

    A story that the class has not begun with only has to be there.
    """
    same = path.story in marks and path.mark in {"", marks[path.story]}
    return path if same else Refusal.STORY_CHANGED


class _OtherVersionError(Exception):
    """A file of a game that is older or newer."""


def _path(whole: Mapping[str, Any]) -> ClassPath:
    if "version" in whole and _number(whole["version"]) != VERSION:
        raise _OtherVersionError
    _exactly(whole, _KEYS)
    story = _matching(whole["story"], _STORY)
    decisions = whole["decisions"]
    if not isinstance(decisions, list) or len(decisions) > _MOST:
        raise ValueError
    return ClassPath(
        story,
        _matching(whole["mark"], _MARK),
        Part(whole["part"]),
        _number(whole["at"]),
        tuple(map(_number, decisions)),
        _number(whole["steps"]),
        _plan(_mapping(whole["plan"]), story),
    )


def _plan(found: Mapping[str, Any], story: str) -> Plan:
    # A file of an earlier term does not say which stories the class had played by then.
    _exactly({"played": []} | dict(found), _PLAN_KEYS)
    minutes, taking, played = _number(found["minutes"]), found["taking"], found.get("played", [])
    if not isinstance(played, list) or len(played) > _MOST_PLAYED:
        raise ValueError
    if minutes not in MINUTES or not isinstance(taking, list) or len(taking) > len(Taking):
        raise ValueError
    return Plan(
        story,
        minutes,
        frozenset(map(Taking, taking)),
        _yes(found["vignettes"]),
        _yes(found["voting"]),
        tuple(_matching(each, _STORY) for each in played),
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping in which nothing is said twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _mapping(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise ValueError  # noqa: TRY004 - all that is wrong with a file is the same to whoever reads it
    return value


def _exactly(found: Mapping[str, Any], keys: frozenset[str]) -> None:
    if found.keys() != keys:
        raise ValueError


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= _MOST:
        raise ValueError
    return value


def _yes(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError  # noqa: TRY004 - as above
    return value


def _matching(value: Any, shape: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise ValueError
    return value


# --- the file ----------------------------------------------------------------------------------------


def save(path: ClassPath, file: Path) -> None:
    """Writes the file whole or not at all: what stood there before stays until the new one is safe. Raises OSError."""
    replace_file(file, written(path))


def replace_file(file: Path, text: str) -> None:
    """Puts a text in the place of a file, readable by nobody else; the old one stays until the new one is safe.

    Raises OSError, and leaves nothing behind then.
    """
    with NamedTemporaryFile(
        "w", encoding="utf-8", newline="\n", dir=file.parent, prefix=f".{file.name}-", delete=False
    ) as new:
        there = Path(new.name)
        try:
            new.write(text)
            new.flush()
            os.fsync(new.fileno())
            new.close()
            there.replace(file)
        except BaseException:
            new.close()
            with suppress(OSError):
                there.unlink()
            raise


def load(file: Path) -> ClassPath | Refusal:
    """The path that a file holds, or why there is none. Only a regular file is opened, and no more of it read than one holds."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return Refusal.FOREIGN
        with file.open("rb") as opened:
            raw = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return Refusal.MISSING
    except (OSError, ValueError):
        return Refusal.UNREADABLE
    try:
        return read(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Refusal.FOREIGN
