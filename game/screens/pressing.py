"""What a key means on a page, whatever has keys: a window, one beside it, a gamepad."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens import navigation
from game.screens.hearing import Hear
from game.screens.intents import Focus, Go, Intent, MoveFocus, NextLanguage, PreviousLanguage, Where
from game.screens.keys import Key
from game.screens.settings import SetFullscreen
from game.screens.ways_map import upright

if TYPE_CHECKING:
    from game.screens.model import App
    from game.screens.page import Page


def meant(app: App, shown: Page, key: Key) -> Intent | None:
    """What the page says that a key means; Space and Enter press what has focus. None where it means nothing."""
    focused = navigation.focused(app, shown)
    if key in {Key.SPACE, Key.ENTER} and not (shown.typing and key in shown.keys):
        return focused or MoveFocus(1)
    if key in shown.keys:
        return shown.keys[key]
    nearest = upright(shown, focused, key)
    return Focus(nearest) if nearest else _anywhere(app, key)


def _anywhere(app: App, key: Key) -> Intent | None:
    """What a key means on every page that does not say otherwise."""
    match key:
        case Key.TAB | Key.DOWN | Key.RIGHT:
            return MoveFocus(1)
        case Key.BACKTAB | Key.UP | Key.LEFT:
            return MoveFocus(-1)
        case Key.F1:
            return None if app.hidden else Go(Where.HELP)
        case Key.F2:
            return None if app.hidden else NextLanguage()
        case Key.SHIFT_F2:
            return None if app.hidden else PreviousLanguage()
        case Key.F3:
            return None if app.hidden else Go(Where.SETTINGS)
        case Key.R:
            return Hear()
        case Key.F11:
            return SetFullscreen(on=not app.settings.fullscreen)
        case _:
            return None
