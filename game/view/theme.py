"""The look in names: styles of text, sizes, radii (colours: `game.view.palettes`). Sizes are logical pixels of a 1280×720 window."""

from __future__ import annotations

from game.view.text_blocks import Style, Weight

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
FROM_AFAR = (1.36, 1.25, 1.18)
"""How much larger words are that a class reads: the first that has room, or the last. Then those of a page are 30 pixels high
in a window of 1366×768."""
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
