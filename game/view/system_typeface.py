"""The computer's own interface letters, where they are files that can be read."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from game.view.cmap import characters
from game.view.font_file import font_from
from game.view.text_blocks import Weight
from game.view.typefaces import X_HEIGHT, Typeface

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MEASURED_AT = 200
# Letters are made smaller to be as high as Hyperlegible's, so that layouts keep; a font that needs more than this to
# fit has measures that are not to be trusted.
_LEAST_SCALE = 0.75
_PATIENCE = 3.0
# For regular, semibold, bold; then the same in italics.
_WINDOWS = (
    ("segoeui", "seguisb", "segoeuib", "segoeuii", "seguisbi", "segoeuiz"),
    ("arial", "arialbd", "arialbd", "ariali", "arialbi", "arialbi"),
)
# San Francisco has all its weights in one file, of which SDL_ttf sees the first; so has Helvetica.
_MAC = (
    ("SFNS.ttf", "SFNS.ttf", "SFNS.ttf", "SFNSItalic.ttf", "SFNSItalic.ttf", "SFNSItalic.ttf"),
    ("Helvetica.ttc",) * 6,
)
_PATTERN = r"system\-ui,sans\-serif"
_STYLES = ("", ":semibold", ":bold", ":italic", ":semibold:italic", ":bold:italic")
# The places and rules of the computer's own configuration, but not the reader's cache: fontconfig would write to it,
# and the game leaves nothing on the disk.
_FONTCONFIG = b"""<fontconfig>
<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><dir prefix="xdg">fonts</dir><dir>~/.fonts</dir>
<include ignore_missing="yes">/etc/fonts/conf.d</include><cachedir>/var/cache/fontconfig</cachedir>
</fontconfig>"""


@cache
def system_typeface() -> Typeface | None:
    """The interface letters, looked for once; None where there are none that can be read."""
    return next(filter(None, map(typeface, _families())), None)


def typeface(files: Iterable[Path]) -> Typeface | None:
    """The typeface of these files: regular, semibold, bold, and the same in italics; None without a regular one.

    A file that cannot be read, or that has no Latin letters, gives way to the upright or the regular one.
    """
    found = [file if _is_latin(file) else None for file in files]
    regular = found[0] if found else None
    scale = _scale(regular) if regular else None
    if regular is None or scale is None:
        return None
    upright = [file or regular for file in found[:3]]
    italic = [file or beside for file, beside in zip(found[3:], upright, strict=True)]
    return Typeface(
        upright=dict(zip(Weight, map(str, upright), strict=True)),
        italic=dict(zip(Weight, map(str, italic), strict=True)),
        scale=scale,
        alike=False,
    )


def _families() -> Iterator[list[Path]]:
    if sys.platform == "win32":
        folder = Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        yield from ([folder / f"{name}.ttf" for name in names] for names in _WINDOWS)
    elif sys.platform == "darwin":
        folder = Path("/System/Library/Fonts")
        yield from ([folder / name for name in names] for names in _MAC)
    else:
        matched = list(takewhile(bool, (_matched(_PATTERN + style) for style in _STYLES)))
        if len(matched) == len(_STYLES):
            yield [Path(file) for file in matched]


def _matched(pattern: str) -> str:
    """The file of the font that fontconfig would take; empty where it does not answer."""
    try:
        found = subprocess.run(  # noqa: S603 - the program alone, without a shell
            ["fc-match", "--format=%{file}", pattern],  # noqa: S607 - wherever the system keeps it
            input=_FONTCONFIG,
            env={**os.environ, "FONTCONFIG_FILE": "/dev/stdin"},
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return ""
    return os.fsdecode(found)


def _is_latin(file: Path) -> bool:
    return file.is_file() and characters(file).issuperset("AZaz09")


def _scale(file: Path) -> float | None:
    """What makes its small letters as high as Hyperlegible's; None where they cannot be measured."""
    font = font_from(file, _MEASURED_AT)
    metrics = font.metrics("x") if font else []
    height = metrics[0][3] / _MEASURED_AT if metrics and metrics[0] else 0.0
    return max(_LEAST_SCALE, min(1.0, X_HEIGHT / height)) if height > 0 else None
