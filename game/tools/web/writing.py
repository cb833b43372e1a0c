"""Editions on the disk: whole or not at all, and never over anything else."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from game.tools.web.building import LIST, listed

if TYPE_CHECKING:
    from collections.abc import Mapping

_ONE_FILE = b'id="data/shelf.js"'
"""What an earlier edition in one file has in it."""
_SAME_FOLDER = ".beratta-"


class InTheWay(Exception):  # noqa: N818 - what is wrong with the place
    """Something else stands where the edition would be written. `what` is its path."""

    def __init__(self, what: Path) -> None:
        super().__init__(what)
        self.what = what


def write_folder(files: Mapping[str, bytes], out: Path) -> None:
    """Writes an edition as a folder, in place of an earlier one.

    Raises InTheWay where there is anything that no edition wrote, and OSError; then all is as it was.
    """
    out = out.absolute()
    if foreign := in_the_way(out, one_file=False):
        raise InTheWay(foreign)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=_SAME_FOLDER, dir=out.parent) as beside:
        made, before = Path(beside) / "made", Path(beside) / "before"
        for path, data in {**files, LIST: listed(files)}.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            (made / path).write_bytes(data)
        if not out.exists():
            made.rename(out)
            return
        out.rename(before)
        try:
            made.rename(out)
        except BaseException:
            before.rename(out)
            raise


def write_file(page: bytes, out: Path) -> None:
    """Writes an edition as one file, in place of an earlier one. Raises as `write_folder`."""
    out = out.absolute()
    if foreign := in_the_way(out, one_file=True):
        raise InTheWay(foreign)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=_SAME_FOLDER, dir=out.parent) as beside:
        made = Path(beside) / "made"
        made.write_bytes(page)
        made.replace(out)


def in_the_way(out: Path, *, one_file: bool) -> Path | None:
    """Something that no edition wrote, where a folder or one file would be written; None where there is nothing."""
    if one_file:
        return out if os.path.lexists(out) and not _is_an_edition(out) else None
    if not os.path.lexists(out):
        return None
    if out.is_symlink() or not out.is_dir():
        return out
    known = {LIST, *_names(out / LIST)}
    there = (path for path in sorted(out.rglob("*")) if path.is_symlink() or not path.is_dir())
    return next((path for path in there if path.relative_to(out).as_posix() not in known), None)


def _is_an_edition(page: Path) -> bool:
    try:
        return _ONE_FILE in page.read_bytes()
    except OSError:
        return False


def _names(listing: Path) -> tuple[str, ...]:
    """The files that a list of an edition names."""
    try:
        rows = listing.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(name for _, _, name in (row.partition("  ") for row in rows) if name)
