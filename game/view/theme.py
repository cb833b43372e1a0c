"""The look in names: colours, sizes, radii. Sizes are logical pixels of a 1280×720 window."""

from __future__ import annotations

from dataclasses import dataclass

from game.screens.page import Look, Tone
from game.view.text_blocks import Style, Weight

Colour = tuple[int, int, int]


def _hex(code: str) -> Colour:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


PAPER = _hex("FBEFDD")
CARD = _hex("FFF7EC")
WHITE = _hex("FFFFFF")
INK = _hex("2A2140")
MUTED = _hex("5A4E72")
CORAL = _hex("C8432C")
CORAL_DEEP = _hex("9E3220")
BLUSH = _hex("FDE3DC")
TEAL = _hex("13756D")
TEAL_DEEP = _hex("0D5750")
MINT = _hex("DDEFEA")
YELLOW = _hex("FFC857")
YELLOW_DEEP = _hex("D99B1E")
BUTTER = _hex("FFF1CC")
PLUM = _hex("4C2F6B")
LILAC = _hex("EDE7F6")
LILAC_DEEP = _hex("CDBFE0")
LILAC_DARK = _hex("9080AD")
YELLOW_DARK = _hex("B47D10")
"""For icons on white, which have to stand out from it three to one; the deep ones are for edges and strips."""
SAND = _hex("EADCC6")
NIGHT = _hex("241B3A")
CHAT_OTHER = _hex("EFE6F8")
CHAT_OWN = TEAL
SHADE = _hex("2A1E44")
OFTEN = _hex("BEAADC")
"""A scene on a map that all ways pass; one that few pass is nearly white."""
MAP_LINE = _hex("7A6A96")


@dataclass(frozen=True, slots=True)
class Paint:
    """How something pressable is painted: fill, words, the darker edge under it, and a rim."""

    fill: Colour
    words: Colour
    edge: Colour
    rim: Colour | None = None


LOOKS: dict[Look, Paint] = {
    Look.MAIN: Paint(YELLOW, INK, YELLOW_DEEP),
    Look.PLAIN: Paint(CARD, INK, SAND),
    Look.HELP: Paint(TEAL, WHITE, TEAL_DEEP),
    Look.FLAG: Paint(CORAL, WHITE, CORAL_DEEP),
    Look.DARK: Paint(INK, WHITE, NIGHT),
    Look.QUIET: Paint(CARD, MUTED, SAND),
    Look.CHOICE: Paint(CARD, INK, SAND),
    Look.CHIP: Paint(WHITE, INK, LILAC_DEEP, LILAC_DEEP),
}

GREY_LIGHT = _hex("ECEFF3")
GREY_EDGE = _hex("C3CAD4")
BLUE = _hex("2F6DB5")
PLAIN_ICON = _hex("5A7F9E")
"""The window's icon: a tile that tells nothing."""

LIGHTS: dict[str, Colour] = {"evening": (238, 220, 232), "night": (168, 170, 226)}
"""What the light of a place leaves of each colour of the people in it; by day, all."""

PLAIN_LOOKS: dict[Look, Paint] = {
    look: Paint(GREY_LIGHT, INK, GREY_EDGE, GREY_EDGE if look is Look.CHIP else None) for look in Look
} | {Look.MAIN: Paint(BLUE, WHITE, BLUE)}
"""The buttons of the exercise that hides the game: of no particular make."""

DISABLED = Paint(_hex("F1E6D6"), _hex("6A5F7D"), _hex("F1E6D6"))
"""What cannot be pressed yet: flat, and paler, and still to be read."""

SELECTED = Paint(PLUM, WHITE, NIGHT)
"""A value that is in force."""


@dataclass(frozen=True, slots=True)
class CardPaint:
    """How a card is painted: fill, the strip at its side, its icon, its tag."""

    fill: Colour
    strip: Colour | None
    icon: Colour
    tag: Colour
    tag_words: Colour


TONES: dict[Tone, CardPaint] = {
    Tone.PLAIN: CardPaint(WHITE, None, PLUM, LILAC, INK),
    Tone.LEAD: CardPaint(WHITE, None, PLUM, LILAC, INK),
    Tone.SMALL: CardPaint(WHITE, None, PLUM, LILAC, INK),
    Tone.HELP: CardPaint(WHITE, TEAL, TEAL, MINT, TEAL_DEEP),
    Tone.FLAGGED: CardPaint(WHITE, CORAL, CORAL, BLUSH, INK),
    Tone.MISSED: CardPaint(WHITE, LILAC_DEEP, LILAC_DARK, LILAC, INK),
    Tone.FINE: CardPaint(WHITE, TEAL, TEAL, MINT, TEAL_DEEP),
    Tone.GREY: CardPaint(WHITE, YELLOW_DEEP, YELLOW_DARK, BUTTER, INK),
    Tone.BIG: CardPaint(WHITE, YELLOW_DEEP, YELLOW_DARK, BUTTER, INK),
}

BODY = Style(27)
NARRATION = Style(27, italic=True)
CHOICE = Style(24)
LEAD = Style(21.5, line_height=1.4)
SMALL = Style(17.5)
TINY = Style(15)
MAP_NAME = Style(15, Weight.SEMIBOLD, line_height=1.2)
LABEL = Style(18, Weight.SEMIBOLD)
BUTTON = Style(20, Weight.SEMIBOLD)
NAME = Style(20, Weight.BOLD)
HEADING = Style(40, Weight.BOLD, line_height=1.2)
SUBHEADING = Style(25, Weight.BOLD)
TITLE = Style(96, Weight.BOLD, line_height=1.1)
ASK = Style(29, Weight.BOLD, line_height=1.25)
CARD_TITLE = Style(20.5, Weight.BOLD, line_height=1.3)
CARD_TEXT = Style(18, line_height=1.35)
TAG = Style(16.5, Weight.BOLD)
BIG = Style(34, Weight.BOLD)
KEY = Style(15, Weight.BOLD)
MESSAGE = Style(20.5, line_height=1.35)

RADIUS_PHONE, RADIUS_SCREEN = 48, 36
RADIUS_PAPER = 30
RADIUS = 26
RADIUS_CARD = 24
RADIUS_CHOICE = 22
RADIUS_COLUMN = 20
RADIUS_TILE = 18
RADIUS_SMALL = 14
RADIUS_KEY = 8
PILL = 999
SHADOW = 14
"""How far a soft shadow reaches out …"""
SHADOW_ALPHA = 70
"""… and how dark it is, of 255."""
GAP = 14
EDGE = 60
COLUMN_BUTTON = 60
"""The height of a button that is as wide as its column."""
TARGET = 44
"""The least width and height of anything that can be pressed."""
FOCUS = 5
"""The width of the focus ring."""
