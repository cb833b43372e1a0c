"""Which characters an OpenType font has a glyph for, read from its `cmap` table.

`pygame.font.Font.metrics` answers for missing glyphs too, so the table itself is the only honest source.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LAST_CHARACTER = 0x10FFFF
# Platform and encoding of the tables for Unicode, the widest first; others are for symbols, or old character sets.
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


@lru_cache(maxsize=32)
def characters(font: Path) -> frozenset[str]:
    """All characters that the font file shows with a glyph of its own: none where the file is no font that can be read.

    Of a collection it is the first font, which is the one that SDL_ttf opens.
    """
    try:
        data = font.read_bytes()
        return frozenset(map(chr, _codes(data)))
    except (OSError, ValueError, struct.error):
        return frozenset()


def _codes(data: bytes) -> Iterable[int]:
    cmap = _table(data, b"cmap")
    found = [(_u16(data, at), _u16(data, at + 2), _u32(data, at + 4)) for at in _records(data, cmap)]
    offsets = {record[:2]: record[2] for record in found}
    start = cmap + next((offsets[kind] for kind in _UNICODE if kind in offsets), len(data))
    match _u16(data, start):
        case 4:
            return _format_4(data, start)
        case 12:
            return _format_12(data, start)
        case _:
            return ()


def _records(data: bytes, cmap: int) -> Iterable[int]:
    return range(cmap + 4, cmap + 4 + 8 * _u16(data, cmap + 2), 8)


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


def _u32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _table(data: bytes, tag: bytes) -> int:
    font = _u32(data, 12) if data.startswith(b"ttcf") else 0
    for number in range(_u16(data, font + 4)):
        record = font + 12 + 16 * number
        if data[record : record + 4] == tag:
            return _u32(data, record + 8)
    raise ValueError(f"the font has no {tag.decode()} table")


def _format_4(data: bytes, start: int) -> Iterator[int]:
    count = _u16(data, start + 6) // 2
    columns = [
        struct.unpack_from(f">{count}H", data, start + 14 + 2 * count * n + (2 if n else 0)) for n in range(4)
    ]
    offsets_at = start + 16 + 6 * count
    before = -1
    for segment, (last, first, delta, offset) in enumerate(zip(*columns, strict=True)):
        # Segments have to be in order; without that a short file could ask for very long work.
        if not before < first <= last:
            return
        before = last
        for code in range(first, min(last, 0xFFFE) + 1):
            if offset == 0:
                glyph = (code + delta) % 0x10000
            else:
                glyph = _u16(data, offsets_at + 2 * segment + offset + 2 * (code - first))
            if glyph:
                yield code


def _format_12(data: bytes, start: int) -> Iterator[int]:
    before = -1
    for number in range(_u32(data, start + 12)):
        first, last, glyph = struct.unpack_from(">3I", data, start + 16 + 12 * number)
        if not before < first <= last <= _LAST_CHARACTER:
            return
        before = last
        yield from range(first if glyph else first + 1, last + 1)
