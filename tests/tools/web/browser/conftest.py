"""One real browser for a module, and an edition in a folder, opened as from a memory stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.tools.web.building import edition
from game.tools.web.single import single
from game.tools.web.writing import write_file, write_folder
from tests.lesson.browser.conftest import axe, browser
from tests.tools.web.browser.guarded import guarded
from tests.tools.web.graphs import STORY, bookshelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

__all__ = ["axe", "browser"]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition with one story in all languages."""
    out = tmp_path_factory.mktemp("web") / "edition"
    write_folder(edition(bookshelf(), [STORY]).files, out)
    return out


@pytest.fixture(scope="session")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same in one file."""
    out = tmp_path_factory.mktemp("single") / "edition.html"
    write_file(single(edition(bookshelf(), [STORY], inline=True).files), out)
    return out


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """The title, in a browser without a network; at the end nothing may have failed, been refused or been kept."""
    with guarded(browser, folder / "index.html") as opened:
        yield opened
