"""Files that anybody may have written, read so that none of them can do harm."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from game.format.loaded import Loaded
from game.format.places import place_after
from game.story.logic import Place
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 8_000_000
"""More than a hundred times a long story."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, inside: Path, name: str) -> Loaded[str]:
    """The text of a regular UTF-8 file whose real path lies in the folder `inside`.

    `name` is what problems call the file. Nothing but a regular file is ever opened, and never more than
    `MAX_BYTES` of it is read.
    """
    try:
        raw = _bytes(path, inside, name)
    except FileNotFoundError:
        raw = problem("F101", Place(name))
    except (OSError, ValueError, RuntimeError) as error:
        detail = getattr(error, "strerror", None) or type(error).__name__
        raw = problem("F105", Place(name), detail=detail)
    return Loaded(None, (raw,)) if isinstance(raw, Problem) else _decoded(raw, name)


def _bytes(path: Path, inside: Path, name: str) -> bytes | Problem:
    real = path.resolve(strict=True)
    if not real.is_relative_to(inside.resolve(strict=True)):
        return problem("F103", Place(name))
    if not stat.S_ISREG(real.stat().st_mode):
        return problem("F102", Place(name))
    # The file may be swapped between the look and the opening: a pipe must not block, and is looked at again.
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    )
    with open(os.open(real, flags), "rb") as file:  # noqa: PTH123 - a descriptor, not a path
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            return problem("F102", Place(name))
        raw = file.read(MAX_BYTES + 1) if found.st_size <= MAX_BYTES else b""
    if found.st_size > MAX_BYTES or len(raw) > MAX_BYTES:
        return problem("F104", Place(name), limit=f"{MAX_BYTES // 1_000_000} MB")
    return raw


def _decoded(raw: bytes, name: str) -> Loaded[str]:
    if raw.startswith(_UTF16):
        return Loaded(None, (problem("F130", Place(name, 1, 1)),))
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").removeprefix("\ufeff")
        at = place_after(before, name)
        return Loaded(None, (problem("F106", at, byte=f"0x{raw[error.start]:02X}"),))
    return Loaded(text)
