"""Which characters a font has is read from any file, and from none that is odd is too much believed."""

from __future__ import annotations

import struct
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.view.cmap import characters
from game.view.typefaces import FONTS

if TYPE_CHECKING:
    from pathlib import Path

REGULAR = FONTS / "AtkinsonHyperlegibleNext-Regular.ttf"


def font(cmap: bytes, shift: int = 0) -> bytes:
    """A font of one table, its offsets counted from `shift` bytes before it."""
    return (
        struct.pack(">IHHHH4s4I", 0x00010000, 1, 16, 0, 0, b"cmap", 0, 28 + shift, len(cmap), 0)[:28] + cmap
    )


def cmap(*tables: bytes, platform: int = 3, encoding: int = 10) -> bytes:
    head = struct.pack(">HH", 0, len(tables))
    at = len(head) + 8 * len(tables)
    for table in tables:
        head += struct.pack(">HHI", platform, encoding, at)
        at += len(table)
    return head + b"".join(tables)


def format_12(*groups: tuple[int, int, int], count: int | None = None) -> bytes:
    told = len(groups) if count is None else count
    return struct.pack(">HHIII", 12, 0, 0, 0, told) + b"".join(struct.pack(">3I", *group) for group in groups)


def format_4(*segments: tuple[int, int]) -> bytes:
    count = len(segments)
    last, first = ([segment[side] for segment in segments] for side in (1, 0))
    columns = struct.pack(f">{count}HH{count}H", *last, 0, *first)
    return struct.pack(">7H", 4, 0, 0, 2 * count, 0, 0, 0) + columns + bytes(4 * count)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "font.ttf"


def read(file: Path, data: bytes) -> frozenset[str]:
    characters.cache_clear()
    file.write_bytes(data)
    return characters(file)


def test_a_font_has_the_characters_of_its_table(written: Path) -> None:
    assert read(written, font(cmap(format_12((65, 67, 1), (97, 97, 4))))) == set("ABCa")
    assert read(written, font(cmap(format_4((65, 67), (97, 97)), encoding=1))) == set("ABCa")


def test_of_a_collection_it_is_the_first_font(written: Path) -> None:
    heads = struct.pack(">4sIII", b"ttcf", 0x00010000, 1, 16)
    assert read(written, heads + font(cmap(format_12((65, 65, 1))), shift=16)) == {"A"}


@pytest.mark.parametrize(("platform", "encoding"), [(1, 0), (3, 0), (0, 5), (3, 3)])
def test_only_a_table_for_unicode_is_believed(written: Path, platform: int, encoding: int) -> None:
    assert not read(written, font(cmap(format_12((65, 65, 1)), platform=platform, encoding=encoding)))


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 64, b"ttcf", b"ttcf" + b"\xff" * 60, b"no font at all" * 9, b"\xff" * 400]
)
def test_a_file_that_is_no_font_has_none(written: Path, data: bytes) -> None:
    assert read(written, data) == frozenset()


def test_a_file_that_is_not_there_and_a_folder_have_none(tmp_path: Path) -> None:
    assert characters(tmp_path / "none.ttf") == frozenset()
    assert characters(tmp_path) == frozenset()


@pytest.mark.parametrize(
    "table",
    [
        cmap(*[format_12((0, 0x10FFFF, 1))] * 200),
        cmap(format_12(*[(0, 0xFFFFFFFF, 1)] * 2000)),
        cmap(format_12(*[(0, 0x10FFFF, 1)] * 2000)),
        cmap(format_12((65, 65, 1), count=0xFFFFFFFF)),
        cmap(format_4(*[(0, 0xFFFE)] * 8000)),
    ],
    ids=["tables", "beyond", "again", "count", "segments"],
)
def test_a_file_that_asks_for_endless_work_gets_none(written: Path, table: bytes) -> None:
    started = time.process_time()
    read(written, font(table))
    assert time.process_time() - started < 5


@given(
    damage=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), max_size=30),
    cut=st.integers(0, REGULAR.stat().st_size),
)
@settings(deadline=None, max_examples=60)
def test_a_damaged_font_is_read_without_an_error(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(REGULAR.read_bytes())
    for at, byte in damage:
        data[at] = byte
    assert all(
        len(char) == 1 for char in read(tmp_path_factory.getbasetemp() / "damaged.ttf", bytes(data[:cut]))
    )
