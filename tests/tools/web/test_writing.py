"""Editions are written whole or not at all, and over nothing else."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from game.tools.web.writing import InTheWay, write_file, write_folder

FILES = {"index.html": b"<p>", "data/shelf.js": b"1"}
PAGE = b'<script type="application/json" id="data/shelf.js">'


def _there(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("beforehand", [False, True])
def test_a_folder_that_is_new_or_empty_is_written_with_a_list_of_its_files(
    tmp_path: Path,
    beforehand: bool,  # noqa: FBT001
) -> None:
    out = tmp_path / "skolan" / "web"
    if beforehand:
        out.mkdir(parents=True)

    write_folder(FILES, out)

    there = _there(out)
    rows = there.pop("files.sha256").decode().splitlines()
    assert there == FILES
    assert rows == sorted(
        (f"{sha256(data).hexdigest()}  {path}" for path, data in FILES.items()), key=lambda row: row[66:]
    )
    assert [path.name for path in out.parent.iterdir()] == ["web"]


def test_an_earlier_edition_is_replaced_and_what_it_has_no_more_is_gone(tmp_path: Path) -> None:
    out = tmp_path / "web"
    write_folder(FILES | {"data/old.js": b"old"}, out)

    write_folder(FILES | {"index.html": b"new"}, out)

    there = _there(out)
    assert there["index.html"] == b"new"
    assert "data/old.js" not in there
    assert [path.name for path in tmp_path.iterdir()] == ["web"]


@pytest.mark.parametrize("place", ["mine.txt", "data/mine.txt"])
def test_a_file_that_no_edition_wrote_is_in_the_way_and_all_stays_as_it_was(
    tmp_path: Path, place: str
) -> None:
    out = tmp_path / "web"
    write_folder(FILES, out)
    (out / place).write_bytes(b"mine")
    before = _there(out)

    with pytest.raises(InTheWay) as refused:
        write_folder({"index.html": b"new"}, out)

    assert refused.value.what == out / place
    assert _there(out) == before


def test_a_file_or_a_link_where_the_folder_would_be_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("file", "link"):
        with pytest.raises(InTheWay):
            write_folder(FILES, tmp_path / name)

    assert not _there(tmp_path / "elsewhere")


def test_what_stops_midway_leaves_the_earlier_edition_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "web"
    write_folder(FILES, out)
    before = _there(out)
    whole = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if data == b"too much":
            raise OSError(28, "No space left on device")
        return whole(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_folder({"index.html": b"new", "z.js": b"too much"}, out)

    assert _there(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["web"]


def test_what_stops_between_the_two_renames_puts_the_earlier_edition_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "web"
    write_folder(FILES, out)
    before = _there(out)
    rename = Path.rename

    def stopped(self: Path, target: Path) -> Path:
        if self.name == "made":
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_folder({"index.html": b"new"}, out)

    assert _there(out) == before


def test_one_file_replaces_an_earlier_edition_and_no_other_page(tmp_path: Path) -> None:
    out = tmp_path / "web.html"
    write_file(PAGE + b"1", out)
    write_file(PAGE + b"2", out)
    assert out.read_bytes() == PAGE + b"2"

    for other in (tmp_path / "home.html", tmp_path):
        if other != tmp_path:
            other.write_bytes(b"<h1>My page</h1>")
        with pytest.raises(InTheWay):
            write_file(PAGE, other)
    assert (tmp_path / "home.html").read_bytes() == b"<h1>My page</h1>"
