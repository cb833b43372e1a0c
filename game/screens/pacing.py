"""Lines that go on by themselves: how long one stays, so that it can be read at the pace that the player has set.

Ofcom has subtitles end at 160 to 180 words a minute, some 16 to 18 signs a second with the spaces, and Netflix lets none
be shorter than five sixths of a second. There the picture goes on meanwhile; here it waits, so a line is given more.
"""

from __future__ import annotations

import unicodedata

from game.screens.chat import Chat
from game.screens.intents import Forward
from game.screens.page import Page, Screen, Speech
from game.screens.settings import Pace

LOOK = 1.0
"""Seconds to find the line, and to see who says it and how, before it is read."""
LEAST = 2.0
"""Seconds that the shortest line stays."""
MOST = 30.0
"""Seconds; what would have to stay for longer waits for the player: better still than taken away half read."""
SILENCE = 8.0
"""Seconds that a silence stays at least, one calm breath: it is there to be borne, not to be read."""


def line_of(page: Page) -> str:
    """All that is new to read on a page of one line that leads on to the next; "" for every other page."""
    if page.default != Forward():
        return ""
    match page.body[0]:
        case Speech(speaker, text):
            return f"{speaker} {text} {page.notice}".strip()
        case Chat(bubbles=(*_, newest)):
            return f"{newest.name} {newest.text} {page.notice}".strip()
        case _:
            return ""


def reading_time(text: str, pace: Pace) -> float:
    """Seconds to read a text at a pace that is one; marks above and below letters are no letters of their own."""
    signs = sum(not unicodedata.combining(sign) for sign in text)
    return LOOK + signs / pace.value


def pause_after(page: Page, pace: Pace) -> float | None:
    """Seconds until the next line comes by itself, from when all of this one is seen; None where it never does.

    It never does where anything is asked, can be chosen or is looked up, and at an ending.
    """
    line = line_of(page)
    if not line or pace is Pace.ASKED:
        return None
    seconds = max(SILENCE if page.screen is Screen.SILENCE else LEAST, reading_time(line, pace))
    return seconds if seconds <= MOST else None
