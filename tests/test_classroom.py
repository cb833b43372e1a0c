"""What the program puts beside a lesson, wired as when one begins."""

from __future__ import annotations

import os
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from game import classroom as wiring
from game.screens.lesson.intents import PackMade
from tests.lesson.stages import until
from tests.screens.support import REAL, bookshelf

if TYPE_CHECKING:
    from pathlib import Path


def _told(language: str = "sv") -> str:
    """What is said once a guide has been asked for."""
    room = wiring.classroom(bookshelf())
    said: list[str] = []

    def made() -> bool:
        news = room.poll(monotonic())
        said.extend([news.told] if isinstance(news, PackMade) else [])
        return bool(said)

    room.make_pack(REAL, language, "default")
    until(made)
    room.close()
    return said[0]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with a desktop in it."""
    (tmp_path / "Desktop").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


def test_a_guide_lies_on_the_desktop_and_it_is_said_where(home: Path) -> None:
    file = home / "Desktop" / f"{REAL}-handledning.pdf"
    assert _told() == f"Handledningen ligger på skrivbordet och heter {file.name}."
    assert file.read_bytes().startswith(b"%PDF-")


def test_without_a_desktop_a_guide_lies_in_the_home_folder(home: Path) -> None:
    (home / "Desktop").rmdir()
    file = home / f"{REAL}-handledning.pdf"
    assert _told() == f"Handledningen ligger i din hemmapp och heter {file.name}."
    assert file.read_bytes().startswith(b"%PDF-")


def test_where_nothing_can_be_written_it_is_said_what_to_do(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "Desktop" / f"{REAL}-handledning.pdf").mkdir()
    (home / f"{REAL}-handledning.pdf").mkdir()
    assert _told() == "Handledningen kan inte göras på den här datorn. Be skolans IT om hjälp."
    monkeypatch.setattr(wiring, "find_spec", lambda _: None)
    assert _told("en") == "The guide cannot be made on this computer. Ask the school’s IT for help."
    assert {each.name for each in home.iterdir()} == {"Desktop", f"{REAL}-handledning.pdf"}


def test_a_guide_that_is_there_is_made_anew(home: Path) -> None:
    file = home / "Desktop" / f"{REAL}-handledning.pdf"
    file.write_text("an older one", encoding="utf-8")
    _told()
    assert file.read_bytes().startswith(b"%PDF-")
    assert os.listdir(home / "Desktop") == [file.name]  # noqa: PTH208
