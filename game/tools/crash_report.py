"""The report of a crash: a text file that a player may save and a teacher send on.

It holds what is needed to find the fault, and nothing of the play or of who plays. So there is no setting in it either:
a language says where somebody comes from, a size of text how well they see. Which fonts a language needs shows in the
place that failed. The file's name and its words do not say what the game is about, for it may lie on a shared desktop.
"""

from __future__ import annotations

import os
import platform
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from game.screens.crash import Folder, ReportSaved
from game.view.window import libraries

if TYPE_CHECKING:
    from collections.abc import Iterable
if sys.platform == "win32":
    import winreg

_SHELL_FOLDERS = r"Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders"
_TRIES = 20
"""Reports of the same code that lie beside each other."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says. `trace` are lines with kinds of errors and places in the code."""

    code: str
    version: str
    window: tuple[int, int]
    scale: float
    trace: tuple[str, ...]

    def text(self) -> str:
        """The whole file."""
        facts = {
            "code": self.code,
            "version": self.version,
            "python": platform.python_version(),
            **libraries(),
            "system": _system(),
            "window": "{}x{}".format(*self.window),
            "scale": f"{self.scale:.2f}",
        }
        return "".join(
            f"{line}\n" for line in (*(f"{name}: {each}" for name, each in facts.items()), *self.trace)
        )


def _system() -> str:
    """The kind of computer. Never its name, nor the kernel's, which people may have given."""
    release = {"win32": platform.win32_ver()[1], "darwin": platform.mac_ver()[0]}.get(sys.platform, "")
    return " ".join(part for part in (platform.system(), release, platform.machine()) if part)


# --- where it is put -------------------------------------------------------------------------------


def folders(home: Path | None = None) -> tuple[tuple[Folder, Path], ...]:
    """Where a report may be put, the best first: the desktop, and else the home folder."""
    try:
        own = home or Path.home()
    except RuntimeError:
        return ()
    desktop = _desktop(own)
    found = ((Folder.DESKTOP, desktop), (Folder.HOME, own))
    return tuple((folder, path) for folder, path in found if path.is_absolute() and os.path.isdir(path))  # noqa: PTH112


def _desktop(home: Path) -> Path:
    """The desktop, which a school may have moved, and which is called what the system's language calls it."""
    moved = _windows_desktop()
    if moved:
        return moved
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    named = ""
    with suppress(OSError, UnicodeDecodeError):
        for line in (config / "user-dirs.dirs").read_text(encoding="utf-8").splitlines():
            name, _, value = line.strip().partition("=")
            if name == "XDG_DESKTOP_DIR":
                named = value.strip('"').replace("$HOME", str(home))
    return Path(named) if named else home / "Desktop"


def _windows_desktop() -> Path | None:
    if sys.platform == "win32":
        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _SHELL_FOLDERS) as key:
            return Path(os.path.expandvars(str(winreg.QueryValueEx(key, "Desktop")[0])))
    return None


def saved(report: Report, there: Iterable[tuple[Folder, Path]]) -> ReportSaved:
    """Writes the report into the first folder that lets it, whole or not at all, and never over another file."""
    for folder, path in there:
        for number in range(1, _TRIES + 1):
            name = f"rapport-{report.code}{f'-{number}' if number > 1 else ''}.txt"
            try:
                _write(path / name, report.text())
            except FileExistsError:
                continue
            except OSError:
                break
            return ReportSaved(folder, name)
    return ReportSaved(None)


def _write(path: Path, text: str) -> None:
    """Raises OSError: FileExistsError where there is such a file."""
    path.open("x").close()  # from here on the name is ours
    try:
        handle, beside = mkstemp(suffix=".new", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            Path(beside).replace(path)
        except OSError:
            _take_away(Path(beside))
            raise
    except OSError:
        _take_away(path)
        raise


def _take_away(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)
