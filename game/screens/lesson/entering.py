"""Typing the way into a lesson: its address, and then its code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from game.screens.commands import Command, TakeSeat
from game.screens.intents import Erase, Submit, Typed
from game.screens.lesson.addresses import KEYPAD, LONGEST, sign_of, url_of
from game.screens.lesson.guest import CODE_LENGTH, Guest, Hindrance
from game.screens.navigation import pop

if TYPE_CHECKING:
    from game.screens.lesson.guest import JoinScreen
    from game.screens.model import App

Step: TypeAlias = "tuple[App, tuple[Command, ...]]"

_SCHEME = "/"


def typing(app: App, screen: JoinScreen, intent: Typed | Erase | Submit) -> Step:
    """While an answer is waited for, nothing is typed."""
    if app.guest:
        return app, ()
    match intent:
        case Typed(character):
            return replace(app, screen=_typed(screen, sign_of(character))), ()
        case Erase() if screen.at_code:
            return replace(app, screen=replace(screen, code=screen.code[:-1], why=None)), ()
        case Erase():
            return replace(app, screen=replace(screen, address=screen.address[:-1], why=None)), ()
        case Submit():
            return _submitted(app, screen)


def _typed(screen: JoinScreen, sign: str) -> JoinScreen:
    if len(sign) != 1:
        return screen
    if screen.at_code:
        fits = sign.isascii() and sign.isalnum() and len(screen.code) < CODE_LENGTH
        return replace(screen, code=screen.code + sign.upper(), why=None) if fits else screen
    fits = sign in KEYPAD + _SCHEME and len(screen.address) < LONGEST
    return replace(screen, address=screen.address + sign, why=None) if fits else screen


def _submitted(app: App, screen: JoinScreen) -> Step:
    url = url_of(screen.address)
    if not url:
        unread = replace(screen, at_code=False, why=Hindrance.UNREAD)
        return replace(app, screen=unread, focus=None), ()
    if not screen.at_code:
        return replace(app, screen=replace(screen, at_code=True, why=None), focus=None), ()
    if len(screen.code) < CODE_LENGTH:
        return app, ()
    asked = replace(app, screen=replace(screen, why=None), guest=Guest(url, screen.code))
    return asked, (TakeSeat(url, screen.code),)


def back(app: App, screen: JoinScreen) -> App:
    """From the code to the address, and from there to the page below; what was asked for is asked for no more."""
    alone_again = replace(app, guest=None)
    if not screen.at_code:
        return pop(alone_again)
    return replace(alone_again, screen=replace(screen, at_code=False, why=None), focus=None)
