"""What went wrong in the program, reduced to what says nothing of the play: kinds of errors, and places in the code.

An error's own words may quote the story, and the values in its frames hold the play. Neither is ever looked at.

`python -m game.tools.crash CODE` says which places of this version of the game a code from a player may mean.
"""

from __future__ import annotations

import builtins
import sys
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from game.lazy import later
from game.screens.crash import Crash
from game.screens.crashed import resume_code
from game.story.resume import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.metadata import version

    from game.screens.crash import ReportSaved
    from game.screens.model import App
    from game.tools.crash_report import Report, folders, saved
else:
    version = later("importlib.metadata", "version")
    Report = later("game.tools.crash_report", "Report")
    folders = later("game.tools.crash_report", "folders")
    saved = later("game.tools.crash_report", "saved")

_PACKAGE = Path(__file__).resolve().parents[1]
_KIND, _PLACE = 2, 4
"""Signs of a code: for the kind of error, and for the place. Places then share theirs with one other in thirty."""
_NOWHERE = "?"
MOST_FRAMES = 40
"""Of a recursion without end the first and the last frames say enough."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the program was: a module of the game, the line, and the function. No path, which may hold a user's name."""

    module: str
    line: int
    function: str

    @property
    def place(self) -> str:
        """The line of the module."""
        return f"{self.module}:{self.line}"


@dataclass(frozen=True, slots=True)
class Fault:
    """An error: the name of its kind, the frames that are the game's own, the innermost last, and what led to it."""

    kind: str
    frames: tuple[Frame, ...]
    before: Fault | None = None

    @property
    def code(self) -> str:
        """A few signs that stand for the kind and the place."""
        place = self.frames[-1].place if self.frames else _NOWHERE
        return _signs(self.kind, _KIND) + _signs(place, _PLACE)


def fault_of(error: BaseException) -> Fault:
    """What is known of an error. Errors that go round, each the cause of the other, are told once."""
    return _fault(error, frozenset()) or Fault(type(error).__name__, ())


def _fault(error: BaseException | None, known: frozenset[int]) -> Fault | None:
    if error is None or id(error) in known or len(known) > MOST_FRAMES:
        return None
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return Fault(type(error).__name__, tuple(_frames(error)), _fault(before, known | {id(error)}))


def _frames(error: BaseException) -> Iterator[Frame]:
    for frame, line in walk_tb(error.__traceback__):
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith(f"{_PACKAGE.name}."):
            yield Frame(module, line, frame.f_code.co_name)


def _signs(text: str, length: int) -> str:
    number = int.from_bytes(sha256(text.encode()).digest(), "big")
    signs = []
    for _ in range(length):
        number, sign = divmod(number, len(SIGNS))
        signs.append(SIGNS[sign])
    return "".join(signs)


class Clerk:
    """Keeps the last error in mind, for a report if the player wants one. Nothing is written before."""

    def __init__(self, home: Path | None = None) -> None:
        self._home = home
        self._fault: Fault | None = None

    @property
    def version(self) -> str:
        """Which version of the game this is; "?" where it runs without having been installed."""
        try:
            return version("beratta")
        except ImportError:
            return _NOWHERE

    def noted(self, error: BaseException) -> str:
        """The code of an error, which is the one that `written` is about from now on."""
        self._fault = fault_of(error)
        return self._fault.code

    def written(self, window: tuple[int, int], scale: float) -> ReportSaved:
        """Writes the report onto the desktop, or else into the home folder; no error is raised."""
        fault = self._fault or Fault(_NOWHERE, ())
        report = Report(fault.code, self.version, window, scale, tuple(_lines(fault)))
        return saved(report, folders(self._home))


def _lines(fault: Fault | None) -> Iterator[str]:
    while fault:
        yield f"error: {fault.kind}"
        frames = fault.frames
        if len(frames) > MOST_FRAMES:
            frames = (*frames[: MOST_FRAMES // 2], *frames[-MOST_FRAMES // 2 :])
        yield from (f"  {frame.place} {frame.function}" for frame in frames)
        fault = fault.before


def crash_of(error: BaseException, app: App) -> Crash:
    """What is told of an error that broke off a play which cannot go on here."""
    clerk = Clerk()
    resume = ""
    with suppress(Exception):
        resume = resume_code(app)
    return Crash(clerk.noted(error), clerk.version, resume)


# --- what a code may mean --------------------------------------------------------------------------


def meant(code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of errors of Python's own, and the places of this version of the game, that a code may stand for."""
    kind, place = code[:_KIND].upper(), code[_KIND:].upper()
    kinds = (
        name
        for name, each in vars(builtins).items()
        if isinstance(each, type) and issubclass(each, BaseException)
    )
    return (
        tuple(name for name in kinds if _signs(name, _KIND) == kind),
        tuple(each for each in _places() if _signs(each, _PLACE) == place),
    )


def _places() -> Iterator[str]:
    yield _NOWHERE
    for file in sorted(_PACKAGE.rglob("*.py")):
        module = ".".join(file.relative_to(_PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        lines = len(file.read_text(encoding="utf-8").splitlines())
        yield from (f"{module}:{line}" for line in range(1, lines + 1))


def main(arguments: Iterable[str]) -> None:
    """Prints what each code may mean."""
    for code in arguments:
        kinds, places = meant(code)
        sys.stdout.write(f"{code}: {' | '.join(kinds) or 'another kind of error'}\n")
        sys.stdout.writelines(f"  {place}\n" for place in places)


if __name__ == "__main__":
    main(sys.argv[1:])
