"""Where a school can put its defaults, and what then holds. Nothing of a player's is ever looked at, or written.

The place is one that belongs to the computer, and the first file there is counts alone. Without a file this costs a
look at two or three paths: the module loads nothing that reads files.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from game.lazy import later
from game.screens.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.problem import Problem
    from game.tools.school_rows import school_in
else:
    school_in = later("game.tools.school_rows", "school_in")

VARIABLE = "BERATTA_SETTINGS"
"""The environment variable that names a file, which then counts, whether it can be read or not."""
FILE = "beratta.yaml"
_XDG = "XDG_CONFIG_DIRS"
_XDG_USUAL = "/etc/xdg"


@dataclass(frozen=True, slots=True)
class School:
    """What a school has decided for its computers; without a file, what the game has by itself.

    `ask_at_start` is whether the big questions come first. `file` is where the defaults stand, `lines` the rows in it
    that hold, and `problems` what is wrong with the others: for `beratta settings`, never for a pupil.
    """

    settings: Settings = field(default_factory=Settings)
    ask_at_start: bool = True
    file: Path | None = None
    lines: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def places(environment: Mapping[str, str], platform: str) -> tuple[Path, ...]:
    """Where a school's file is looked for, in this order; `platform` is as in `sys.platform`."""
    named = environment.get(VARIABLE, "")
    if named:
        return (Path(named),)
    if platform == "win32":
        shared = environment.get("PROGRAMDATA", "")
        return (Path(shared) / "Beratta" / FILE,) if os.path.isabs(shared) else ()  # noqa: PTH117
    if platform == "darwin":
        return (Path("/Library/Application Support/Beratta") / FILE,)
    # What is not absolute there has to be passed over, says the XDG Base Directory Specification.
    folders = (environment.get(_XDG) or _XDG_USUAL).split(":")
    shared_by_all = (folder for folder in ("/etc", *folders) if folder.startswith("/"))
    return tuple(dict.fromkeys(Path(folder) / "beratta" / FILE for folder in shared_by_all))


def school_settings(environment: Mapping[str, str], platform: str) -> School:
    """What holds on this computer. Never raises: what cannot be read is left out."""
    named = VARIABLE if environment.get(VARIABLE) else ""
    for path in places(environment, platform):
        if named or os.path.lexists(path):
            return school_in(path)
    return School()
