"""The picture of a seat: its shape, drawn; the animal stands below it in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHAPES: Mapping[str, str] = {
    "circle": '<circle cx="50" cy="50" r="36"/>',
    "triangle": '<path d="M50 17 L87 82 H13 Z"/>',
    "square": '<rect x="19" y="19" width="62" height="62" rx="8"/>',
    "star": '<path d="M50 11 L61.5 37.5 L90 40 L68.5 59 L75 87 L50 72 L25 87 L31.5 59 L10 40 L38.5 37.5 Z"/>',
    "heart": '<path d="M50 86 C14 60 10 42 14 31 C20 15 42 16 50 34 C58 16 80 15 86 31 C90 42 86 60 50 86 Z"/>',
    "moon": '<path d="M64 13 A39 39 0 1 0 87 66 A33 33 0 0 1 64 13 Z"/>',
    "sun": '<circle cx="50" cy="50" r="22"/><path d="M50 8 V18 M50 82 V92 M8 50 H18 M82 50 H92 M20.3 20.3 L27.4 27.4 '
    'M72.6 72.6 L79.7 79.7 M79.7 20.3 L72.6 27.4 M27.4 72.6 L20.3 79.7" stroke-width="8"/>',
    "cloud": '<path d="M28 78 A19 19 0 0 1 25 41 A25 25 0 0 1 72 36 A21.5 21.5 0 0 1 74 78 Z"/>',
    "drop": '<path d="M50 10 C64 32 78 46 78 62 A28 28 0 0 1 22 62 C22 46 36 32 50 10 Z"/>',
    "leaf": '<path d="M86 14 C38 12 14 34 16 66 Q16 76 22 82 C60 90 88 62 86 14 Z"/>',
    "flower": '<circle cx="50" cy="27" r="17"/><circle cx="73" cy="43" r="17"/><circle cx="64" cy="70" r="17"/>'
    '<circle cx="36" cy="70" r="17"/><circle cx="27" cy="43" r="17"/><circle cx="50" cy="50" r="14"/>',
    "mountain": '<path d="M8 82 L39 25 L54 51 L64 36 L92 82 Z"/>',
}


def picture(symbol: str) -> str:
    """The shape of a symbol as an element of a page; a circle for one that is not known."""
    drawn = _SHAPES.get(symbol.partition("-")[0], _SHAPES["circle"])
    return f'<svg class="shape" viewBox="0 0 100 100" aria-hidden="true" focusable="false">{drawn}</svg>'
