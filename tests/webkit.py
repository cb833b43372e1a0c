"""WebKit, the engine of Safari and so of every browser on an iPad: WebKitGTK, driven through its own driver on an unseen screen."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from selenium.common.exceptions import WebDriverException
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
    found: list[WebElement] = []

    def there() -> bool:
        all_there = browser.find_elements(By.CSS_SELECTOR, selector)
        found[:] = [each for each in all_there if each.is_displayed()][:1]
        return bool(found)

    until(browser, there, f"no {selector} can be seen")
    return found[0]


def press(browser: WebDriver, selector: str) -> None:
    """Clicks the first of these that can be seen; once more where the page was put in anew just then."""

    def pressed() -> bool:
        one(browser, selector).click()
        return True

    until(browser, pressed, f"{selector} cannot be pressed")


def until(browser: WebDriver, holds: Callable[[], bool], what: str) -> None:
    """Waits until it holds; fails with `what` when patience is at its end. A page that is just leaving cannot be asked."""
    waiting = WebDriverWait(browser, PATIENCE, ignored_exceptions=(WebDriverException,))
    waiting.until(lambda _: holds(), what)
