"""Which characters a TrueType font has a glyph for, read from its `cmap` table.

`pygame.font.Font.metrics` answers for missing glyphs too, so the table itself is the only honest source.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@lru_cache(maxsize=32)
def characters(font: Path) -> frozenset[str]:
    """All characters that the font file shows with a glyph of its own."""
    data = font.read_bytes()
    table = _table(data, b"cmap")
    found: set[str] = set()
    for number in range(_u16(data, table + 2)):
        start = table + _u32(data, table + 4 + 8 * number + 4)
        match _u16(data, start):
            case 4:
                found.update(map(chr, _format_4(data, start)))
            case 12:
                found.update(map(chr, _format_12(data, start)))
            case _:
                continue
    return frozenset(found)


def _u16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


def _u32(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


def _table(data: bytes, tag: bytes) -> int:
    for number in range(_u16(data, 4)):
        record = 12 + 16 * number
        if data[record : record + 4] == tag:
            return _u32(data, record + 8)
    raise ValueError(f"the font has no {tag.decode()} table")


def _format_4(data: bytes, start: int) -> Iterator[int]:
    count = _u16(data, start + 6) // 2
    columns = [
        struct.unpack_from(f">{count}H", data, start + 14 + 2 * count * n + (2 if n else 0)) for n in range(4)
    ]
    offsets_at = start + 16 + 6 * count
    for segment, (last, first, delta, offset) in enumerate(zip(*columns, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            if offset == 0:
                glyph = (code + delta) % 0x10000
            else:
                glyph = _u16(data, offsets_at + 2 * segment + offset + 2 * (code - first))
            if glyph:
                yield code


def _format_12(data: bytes, start: int) -> Iterator[int]:
    for number in range(_u32(data, start + 12)):
        first, last, glyph = struct.unpack_from(">3I", data, start + 16 + 12 * number)
        yield from range(first if glyph else first + 1, last + 1)
