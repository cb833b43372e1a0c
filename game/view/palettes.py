"""The colours of each theme, by what they are for. Every pair that meets is measured in `tests/view/test_palettes.py`.

Words stand out 4.5 to 1 and what carries meaning 3 to 1 (WCAG 2.2 AA: 1.4.3, 1.4.11); in high contrast words 7 to 1 (1.4.6).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.page import Look, Tone
from game.screens.settings import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

Colour = tuple[int, int, int]


def colour(code: str) -> Colour:
    """The colour of six hexadecimal digits."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


@dataclass(frozen=True, slots=True)
class Paint:
    """How something pressable is painted: fill, words, the darker edge under it, and a rim."""

    fill: Colour
    words: Colour
    edge: Colour
    rim: Colour | None = None


@dataclass(frozen=True, slots=True)
class CardPaint:
    """How a card is painted: fill, the strip at its side, its icon, its tag."""

    fill: Colour
    strip: Colour | None
    icon: Colour
    tag: Colour
    tag_words: Colour


@dataclass(frozen=True, slots=True)
class Palette:
    """One theme. Grounds first, then what stands on grounds, then fills with what stands on them."""

    paper: Colour
    card: Colour
    ground: Colour
    lilac: Colour
    mint: Colour
    blush: Colour
    butter: Colour
    """The last four are grounds that mean something: a thought, help, a flag, a grey zone."""

    ink: Colour
    muted: Colour
    plum: Colour
    teal: Colour
    teal_deep: Colour
    coral: Colour
    lilac_dark: Colour
    yellow_dark: Colour
    """Words and icons on grounds; the last two, and teal, are for icons."""

    lilac_edge: Colour
    sand: Colour
    """Edges that say nothing by themselves."""

    on_dark: Colour
    on_dark_soft: Colour
    shade: Colour
    plate: Colour
    phone: Colour
    banner: Colour
    plum_fill: Colour
    teal_fill: Colour
    teal_edge: Colour
    coral_fill: Colour
    coral_edge: Colour
    yellow: Colour
    yellow_edge: Colour
    on_yellow: Colour
    chat_own: Colour
    chat_other: Colour
    """What `on_dark` is read on (yellow has its own words, and so has the message of somebody else: `ink`)."""

    often: Colour
    map_line: Colour
    """On a map: a scene that all ways pass (one that few pass is nearly `ground`), and a way."""

    shadow: Colour
    ring: tuple[Colour, Colour]
    """The ring around what has focus: its outer and its inner line."""
    disabled: Paint
    selected: Paint
    plain: Paint
    plain_main: Paint
    plain_ground: Colour
    """The exercise that hides the game is of no particular make."""
    rim: Colour | None = None
    """What goes round every plate and card, where their ground does not stand out from what is behind."""
    dim: int = 0
    """How much of the night lies over the pictures of places, of 255."""

    @property
    def grounds(self) -> tuple[Colour, ...]:
        """All that `ink` and `muted` are read on."""
        return (self.paper, self.card, self.ground, self.lilac, self.mint, self.blush, self.butter)

    def looks(self) -> Mapping[Look, Paint]:
        """How each kind of thing to press is painted."""
        rim = self.rim
        return {
            Look.MAIN: Paint(self.yellow, self.on_yellow, self.yellow_edge),
            Look.PLAIN: Paint(self.card, self.ink, self.sand, rim),
            Look.HELP: Paint(self.teal_fill, self.on_dark, self.teal_edge, rim),
            Look.FLAG: Paint(self.coral_fill, self.on_dark, self.coral_edge, rim),
            Look.DARK: Paint(self.plate, self.on_dark, self.phone, rim),
            Look.QUIET: Paint(self.card, self.muted, self.sand, rim),
            Look.CHOICE: Paint(self.card, self.ink, self.sand, rim),
            Look.CHIP: Paint(self.ground, self.ink, self.lilac_edge, rim or self.lilac_edge),
        }

    def plain_looks(self) -> Mapping[Look, Paint]:
        """The buttons of the exercise."""
        flat = Paint(self.plain.fill, self.plain.words, self.plain.edge)
        return dict.fromkeys(Look, flat) | {Look.MAIN: self.plain_main, Look.CHIP: self.plain}

    def tones(self) -> Mapping[Tone, CardPaint]:
        """How each kind of card is painted."""
        plain = CardPaint(self.ground, None, self.plum, self.lilac, self.ink)
        fine = CardPaint(self.ground, self.teal, self.teal, self.mint, self.teal_deep)
        grey = CardPaint(self.ground, self.yellow_edge, self.yellow_dark, self.butter, self.ink)
        return {
            Tone.PLAIN: plain,
            Tone.LEAD: plain,
            Tone.SMALL: plain,
            Tone.HELP: fine,
            Tone.FLAGGED: CardPaint(self.ground, self.coral, self.coral, self.blush, self.ink),
            Tone.MISSED: CardPaint(self.ground, self.lilac_edge, self.lilac_dark, self.lilac, self.ink),
            Tone.FINE: fine,
            Tone.GREY: grey,
            Tone.BIG: grey,
        }


WHITE = colour("FFFFFF")
BLACK = colour("000000")

WARM = Palette(
    paper=colour("FBEFDD"),
    card=colour("FFF7EC"),
    ground=WHITE,
    lilac=colour("EDE7F6"),
    mint=colour("DDEFEA"),
    blush=colour("FDE3DC"),
    butter=colour("FFF1CC"),
    ink=colour("2A2140"),
    muted=colour("5A4E72"),
    plum=colour("4C2F6B"),
    teal=colour("13756D"),
    teal_deep=colour("0D5750"),
    coral=colour("C8432C"),
    lilac_dark=colour("9080AD"),
    yellow_dark=colour("B47D10"),
    lilac_edge=colour("CDBFE0"),
    sand=colour("EADCC6"),
    on_dark=WHITE,
    on_dark_soft=colour("EDE7F6"),
    shade=colour("2A1E44"),
    plate=colour("2A2140"),
    phone=colour("241B3A"),
    banner=colour("4C2F6B"),
    plum_fill=colour("4C2F6B"),
    teal_fill=colour("13756D"),
    teal_edge=colour("0D5750"),
    coral_fill=colour("C8432C"),
    coral_edge=colour("9E3220"),
    yellow=colour("FFC857"),
    yellow_edge=colour("D99B1E"),
    on_yellow=colour("2A2140"),
    chat_own=colour("13756D"),
    chat_other=colour("EFE6F8"),
    often=colour("BEAADC"),
    map_line=colour("7A6A96"),
    shadow=colour("2A2140"),
    ring=(WHITE, colour("0B514A")),
    disabled=Paint(colour("F1E6D6"), colour("6A5F7D"), colour("F1E6D6")),
    selected=Paint(colour("4C2F6B"), WHITE, colour("241B3A")),
    plain=Paint(colour("ECEFF3"), colour("2A2140"), colour("C3CAD4"), colour("C3CAD4")),
    plain_main=Paint(colour("2F6DB5"), WHITE, colour("2F6DB5")),
    plain_ground=WHITE,
)

DARK = Palette(
    paper=colour("1A1530"),
    card=colour("282142"),
    ground=colour("2E2749"),
    lilac=colour("3A3159"),
    mint=colour("1D3F42"),
    blush=colour("4A2934"),
    butter=colour("443A22"),
    ink=colour("F4EEFF"),
    muted=colour("CCC0E2"),
    plum=colour("D8C3F7"),
    teal=colour("5CC8BB"),
    teal_deep=colour("8FE3D8"),
    coral=colour("FF9A84"),
    lilac_dark=colour("A695C9"),
    yellow_dark=colour("E8B23F"),
    lilac_edge=colour("6A5B92"),
    sand=colour("120D24"),
    on_dark=WHITE,
    on_dark_soft=colour("EDE7F6"),
    shade=colour("120C22"),
    plate=colour("0D0919"),
    phone=colour("0D0919"),
    banner=colour("38285E"),
    plum_fill=colour("6B47A0"),
    teal_fill=colour("13756D"),
    teal_edge=colour("0A3F3B"),
    coral_fill=colour("C8432C"),
    coral_edge=colour("7C2617"),
    yellow=colour("FFC857"),
    yellow_edge=colour("B47D10"),
    on_yellow=colour("2A2140"),
    chat_own=colour("13756D"),
    chat_other=colour("413863"),
    often=colour("5B4A8A"),
    map_line=colour("9C8CBE"),
    shadow=BLACK,
    ring=(colour("1A1530"), colour("FFD98A")),
    disabled=Paint(colour("241E3A"), colour("A89CC0"), colour("241E3A")),
    selected=Paint(colour("D8C3F7"), colour("1A1530"), colour("120D24")),
    plain=Paint(colour("343A44"), colour("F2F4F7"), colour("5A6270"), colour("5A6270")),
    plain_main=Paint(colour("2F6DB5"), WHITE, colour("2F6DB5")),
    plain_ground=colour("1C1F24"),
    dim=95,
)

CONTRAST = Palette(
    paper=BLACK,
    card=BLACK,
    ground=BLACK,
    lilac=BLACK,
    mint=BLACK,
    blush=BLACK,
    butter=BLACK,
    ink=WHITE,
    muted=WHITE,
    plum=WHITE,
    teal=colour("7DF0E0"),
    teal_deep=colour("7DF0E0"),
    coral=colour("FFB3A1"),
    lilac_dark=colour("D5C8F0"),
    yellow_dark=colour("FFE066"),
    lilac_edge=WHITE,
    sand=BLACK,
    on_dark=WHITE,
    on_dark_soft=WHITE,
    shade=BLACK,
    plate=BLACK,
    phone=BLACK,
    banner=colour("2B0F55"),
    plum_fill=colour("4A2380"),
    teal_fill=colour("004B45"),
    teal_edge=BLACK,
    coral_fill=colour("8A1500"),
    coral_edge=BLACK,
    yellow=colour("FFE066"),
    yellow_edge=colour("FFE066"),
    on_yellow=BLACK,
    chat_own=colour("004B45"),
    chat_other=colour("1C1C1C"),
    often=colour("4A2380"),
    map_line=WHITE,
    shadow=BLACK,
    ring=(BLACK, colour("FFE066")),
    disabled=Paint(BLACK, colour("C0C0C0"), BLACK, colour("C0C0C0")),
    selected=Paint(WHITE, BLACK, BLACK),
    plain=Paint(BLACK, WHITE, WHITE, WHITE),
    plain_main=Paint(WHITE, BLACK, WHITE),
    plain_ground=BLACK,
    rim=WHITE,
    dim=190,
)

PALETTES: Mapping[Theme, Palette] = {Theme.WARM: WARM, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}
"""The themes."""

PLAIN_ICON = colour("5A7F9E")
"""The window's icon: a tile that tells nothing."""

LIGHTS: dict[str, Colour] = {"evening": (238, 220, 232), "night": (168, 170, 226)}
"""What the light of a place leaves of each colour of the people in it; by day, all."""
