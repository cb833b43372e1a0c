"""What a key means is said by the page that has it, whichever page of the program that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.screens.intents import Close, Focus, Forward, Go, Hide, MoveFocus, NextLanguage, Typed, Where
from game.screens.keys import Key
from game.screens.model import App
from game.screens.page import Field, Item, Page, Screen
from game.screens.pressing import meant
from game.screens.settings import SetFullscreen, Settings
from tests.view.every_screen import after, screens, shown, started

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.intents import Intent

ITEM, OTHER = Item(Close(), "Tillbaka", key=Key.D1), Item(Hide(), "Dölj")


def page(*, default: Close | None = None, typing: bool = False) -> Page:
    keys: Mapping[Key, Intent] = {Key.D1: Close()} | ({Key.ENTER: Typed("x")} if typing else {})
    return Page(
        Screen.PAUSE, "Sida", (Field("Fält", ""),), (ITEM, OTHER), keys=keys, default=default, typing=typing
    )


def test_a_key_on_the_page_means_what_stands_there() -> None:
    assert meant(started(), page(), Key.D1) == Close()
    assert meant(started(), page(), Key.D2) is None


@pytest.mark.parametrize("key", [Key.SPACE, Key.ENTER])
def test_space_and_enter_press_what_has_focus_on_this_page(key: Key) -> None:
    app = started()
    assert meant(app, page(default=Close()), key) == Close()
    assert meant(after(app, Focus(Hide())), page(default=Close()), key) == Hide()
    assert meant(after(app, Focus(Forward())), page(default=Close()), key) == Close()
    assert meant(app, page(), key) == MoveFocus(1)


def test_where_something_is_typed_its_own_keys_come_first() -> None:
    assert meant(started(), page(default=Close(), typing=True), Key.ENTER) == Typed("x")
    assert meant(started(), page(default=Close(), typing=True), Key.SPACE) == Close()


def test_what_means_the_same_everywhere_needs_no_page() -> None:
    app = started()
    assert meant(app, page(), Key.TAB) == MoveFocus(1)
    assert meant(app, page(), Key.BACKTAB) == MoveFocus(-1)
    assert meant(app, page(), Key.F1) == Go(Where.HELP)
    assert meant(app, page(), Key.F2) == NextLanguage()
    assert meant(app, page(), Key.F11) == SetFullscreen(on=True)
    full = App(app.library, Settings(fullscreen=True))
    assert meant(full, page(), Key.F11) == SetFullscreen(on=False)


@pytest.mark.parametrize("key", [Key.F1, Key.F2, Key.SHIFT_F2, Key.F3])
def test_a_hidden_game_is_not_given_away_by_a_key(key: Key) -> None:
    hidden = screens()["hidden"]
    assert meant(hidden, shown(hidden), key) is None


def test_up_and_down_lead_from_row_to_row_on_a_map_that_was_walked() -> None:
    there = screens()["ways map, every way"]
    cards = {item.intent for item in shown(there).items()}
    meanings = [meant(after(there, Focus(card)), shown(there), Key.DOWN) for card in cards]
    assert any(isinstance(each, Focus) for each in meanings)
