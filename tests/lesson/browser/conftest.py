"""One real browser for all tests of the pupils' page, a hub for each of its lessons, and the rules of axe."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.lesson.browser.classroom import Stage, classroom
from tests.needed import needed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

AXE = "axe-core@4.10.3"
NO_REGISTRY = ("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "E404", "E403", "network")
"""What npm says when there is nothing to install from."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed after its module: until then an event loop runs in this thread, and no other test may run one of its own."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=needed("chromium"))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    with classroom(tmp_path_factory.mktemp("hub")) as opened:
        yield opened


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script that knows the rules of accessibility."""
    folder = tmp_path_factory.mktemp("npm")
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0", "--prefer-offline")
    command = [needed("npm"), "install", "--prefix", str(folder), *quiet, AXE]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=300, check=False)
    unreached = done.returncode and any(word in done.stderr for word in NO_REGISTRY)
    if unreached and os.environ.get("CI") != "true":
        pytest.skip(f"no npm registry within reach, so axe was not tried: {done.stderr.strip()[-200:]}")
    assert done.returncode == 0, done.stderr
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
