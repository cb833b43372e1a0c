"""WebKit, the engine of Safari and so of every browser on an iPad: WebKitGTK, driven through its own driver on an unseen screen."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from selenium.webdriver import WebKitGTK
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.needed import needed
from tests.x_screen import PATIENCE, x_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

SCREEN = (1400, 1300)
STANDING, LYING = (820, 1180), (1180, 820)
"""A tablet, as it is held."""


@contextmanager
def webkit(folder: Path) -> Iterator[WebDriver]:
    """A browser of its own; what its screen needs is kept in the folder."""
    driver = needed("WebKitWebDriver")
    with x_screen(folder, SCREEN) as screen:
        with warnings.catch_warnings():
            # Selenium warns of what it does itself here.
            warnings.simplefilter("ignore", DeprecationWarning)
            browser = WebKitGTK(options=Options(), service=Service(driver, env=screen.environment()))
        browser.set_window_size(*LYING)
        try:
            yield browser
        finally:
            browser.quit()


@pytest.fixture(scope="module")
def tablet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """One for all tests of a module."""
    with webkit(tmp_path_factory.mktemp("webkit")) as browser:
        yield browser


def one(browser: WebDriver, selector: str) -> WebElement:
    """The first element of these that can be seen, as soon as there is one."""

    def there(_: WebDriver) -> WebElement | None:
        found = browser.find_elements(By.CSS_SELECTOR, selector)
        return next((each for each in found if each.is_displayed()), None)

    found = WebDriverWait(browser, PATIENCE).until(there, f"no {selector} can be seen")
    assert found
    return found


def until(browser: WebDriver, holds: Callable[[], bool], what: str) -> None:
    """Waits until it holds; fails with `what` when patience is at its end."""
    WebDriverWait(browser, PATIENCE).until(lambda _: holds(), what)
