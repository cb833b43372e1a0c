"""What pages are made with beside their words: style, scripts, letters, icons. All of it is served from here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_HERE = Path(__file__).resolve().parent
_VIEW = _HERE.parent / "view"
_FONTS = (
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "AtkinsonHyperlegibleNext-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
)
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)

SECURITY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
"""Headers that every answer carries."""


@dataclass(frozen=True, slots=True)
class Served:
    """A file as it is sent."""

    body: bytes
    media_type: str


@cache
def static_files() -> Mapping[str, Served]:
    """All that stands under /static, by its name."""
    own = sorted(path for path in (_HERE / "static").iterdir() if path.suffix in _TYPES)
    fonts = [_VIEW / "fonts" / name for name in _FONTS]
    return {path.name: Served(path.read_bytes(), _TYPES[path.suffix]) for path in (*own, *fonts)}


@cache
def icon(name: str) -> str:
    """One of the game's icons as an element of a page, in the colour of the words beside it; eyes alone need it."""
    drawn = (_VIEW / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    plain = _COMMENT.sub("", drawn).replace("#000000", "currentColor").strip()
    size = ' width="48" height="48"'
    return plain.replace(size, ' class="icon" aria-hidden="true" focusable="false"', 1)
