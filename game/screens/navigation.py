"""Between screens: what opens over what, and where focus goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.model import App, CodeScreen, Screen, SettingsScreen, TitleScreen

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.page import Page

LONGEST_CODE = 24


def push(app: App, screen: Screen) -> App:
    """The screen opens over the present one; opened twice, it does not lie over itself, nor over what lies over it."""
    there = (*app.under, app.screen)
    kinds = [type(each) for each in there]
    below = there[: kinds.index(type(screen))] if type(screen) in kinds else there
    return replace(app, screen=screen, under=below, focus=None)


def pop(app: App) -> App:
    """Back to the screen below; below the last one is the title."""
    if not app.under:
        return replace(app, screen=TitleScreen(), focus=None)
    return replace(app, screen=app.under[-1], under=app.under[:-1], focus=None)


def alone(app: App, screen: Screen) -> App:
    """The screen, with nothing below it."""
    return replace(app, screen=screen, under=(), focus=None)


def asked_first(app: App) -> App:
    """The program as it starts where the questions of the settings come before the title."""
    return alone(app, SettingsScreen(first=True))


def focused(app: App, page: Page) -> Intent | None:
    """What has focus: what was chosen, if the page still has it, otherwise the page's default."""
    intents = {item.intent for item in page.items()}
    if app.focus in intents:
        return app.focus
    return page.default if page.default in intents else None


def move_focus(app: App, by: int, page: Page) -> App:
    """Focus goes on by so many items, and around at the ends."""
    intents = list(dict.fromkeys(item.intent for item in page.items()))
    if not intents:
        return app
    now = focused(app, page)
    if now is None:
        return replace(app, focus=intents[0] if by > 0 else intents[-1])
    return replace(app, focus=intents[(intents.index(now) + by) % len(intents)])


def typed_code(screen: CodeScreen, character: str) -> CodeScreen:
    """A sign of a code was typed; white space and hyphens are not kept, and a code has an end."""
    sign = character.strip().upper()
    if len(sign) != 1 or not sign.isalnum() or len(screen.typed) >= LONGEST_CODE:
        return screen
    return CodeScreen(screen.typed + sign)
