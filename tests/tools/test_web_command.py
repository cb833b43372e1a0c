"""`beratta web`, without the process around it."""

from __future__ import annotations

import io
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.tools.bookshelf import Bookshelf
from game.tools.web import stories
from game.tools.web_command import run

if TYPE_CHECKING:
    from pathlib import Path

STORY = "svara-direkt"


TO_THE_FIRST_SCENE, IN_ALL = 300, 3000
"""Kilobytes, packed, of whichever story and language has the most; of all stories in all languages."""


def made(
    out: Path, *names: str, one_file: bool = False, bookshelf: Bookshelf | None = None
) -> tuple[int, str]:
    said = io.StringIO()
    shelf = bookshelf or Bookshelf(SCENARIOS, LOCALE)
    words = open_catalog(LOCALE, "sv")
    return run(shelf, names, out, words, "sv", said, one_file=one_file), said.getvalue()


def test_all_stories_are_written_and_they_are_as_small_as_is_promised(tmp_path: Path) -> None:
    code, said = made(tmp_path / "web")

    assert code == 0
    weighed = re.fullmatch(
        rf"{re.escape(str(tmp_path / 'web'))} är klar\.\n"
        r"(\d{2,3}) kB till den första scenen, (\d{3,4}) kB i allt, packat som webbservrar skickar det\.\n",
        said,
    )
    assert weighed
    assert int(weighed[1]) < TO_THE_FIRST_SCENE
    assert int(weighed[2]) < IN_ALL
    assert (tmp_path / "web" / "index.html").is_file()
    assert (tmp_path / "web" / "data" / f"story.{STORY}.js").is_file()


def test_one_file_is_written_and_weighed(tmp_path: Path) -> None:
    code, said = made(tmp_path / "web.html", STORY, one_file=True)

    assert code == 0
    assert re.search(r"Packad väger sidan \d{3,4} kB\.\n$", said)
    assert [path.name for path in tmp_path.iterdir()] == ["web.html"]


def test_a_shelf_without_stories_makes_a_page_that_has_none(tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shutil.copytree(SCENARIOS, shelf, ignore=shutil.ignore_patterns("story.yaml", "*.plan", STORY))

    code, _ = made(tmp_path / "web", bookshelf=Bookshelf(shelf, LOCALE))

    assert code == 0
    assert (tmp_path / "web" / "index.html").is_file()


def test_a_name_that_there_is_not_is_told_with_those_that_there_are(tmp_path: Path) -> None:
    code, said = made(tmp_path / "web", "finns-inte")

    assert code == 2
    assert "finns-inte" in said
    assert STORY in said
    assert not (tmp_path / "web").exists()


def test_one_file_must_be_called_as_a_page_is(tmp_path: Path) -> None:
    assert made(tmp_path / "web.zip", one_file=True)[0] == 2
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("one_file", [False, True])
def test_what_is_no_earlier_edition_stays_and_is_named(
    tmp_path: Path,
    one_file: bool,  # noqa: FBT001
) -> None:
    mine = tmp_path / ("mine.html" if one_file else "web/mine.txt")
    mine.parent.mkdir(exist_ok=True)
    mine.write_bytes(b"mine")

    code, said = made(mine if one_file else mine.parent, STORY, one_file=one_file)

    assert code == 1
    assert str(mine) in said
    assert mine.read_bytes() == b"mine"


def test_a_place_that_cannot_be_written_is_told_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    code, said = made(tmp_path / "file" / "web", STORY)

    assert code == 1
    assert "går inte att skriva" in said


def test_a_story_that_cannot_be_read_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    story = tmp_path / "egen" / "story.yaml"
    story.parent.mkdir()
    story.write_text("title: Egen", encoding="utf-8")

    code, said = made(tmp_path / "web", "egen", bookshelf=Bookshelf(SCENARIOS, LOCALE, story))

    assert code == 1
    assert "beratta check egen" in said
    assert not (tmp_path / "web").exists()


def test_a_story_that_is_too_large_is_refused_with_what_multiplies_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stories, "MOST", 100)
    code, said = made(tmp_path / "web", STORY)

    assert code == 1
    assert re.search(r"L357 .* × \d,\d", said)
    assert "för stor för webbläsaren" in said
    assert not (tmp_path / "web").exists()
