"""A sound in words, or the name of the language, for a moment, at the lower edge of the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.frame import IconOp, Op, Panel, TextOp
from game.view.motion import CAPTION
from game.view.sheet import Sheet

if TYPE_CHECKING:
    from game.view.sheet import Setting
    from game.view.text import Typesetter

READ = 13.0
"""Letters a second: a long sentence stays until it has been read."""


@dataclass(slots=True)
class Caption:
    """The words of what happened last, with an icon, since when they are there, and whether they are drawn."""

    text: str = ""
    icon: str = ""
    since: float = 0.0
    lasts: float = CAPTION
    drawn: bool = False

    def say(self, text: str, icon: str, now: float) -> None:
        """Something else happened."""
        self.text, self.icon, self.since, self.drawn = text, icon, now, False
        self.lasts = max(CAPTION, len(text) / READ)

    def hush(self) -> None:
        """All is silent."""
        self.text = ""

    def there(self, now: float) -> bool:
        """Whether the words are to be seen now."""
        return bool(self.text) and now - self.since < self.lasts

    def due(self, now: float) -> bool:
        """Whether they have to come or go since the last picture."""
        return self.there(now) != self.drawn


def caption_ops(caption: Caption, setting: Setting, typesetter: Typesetter) -> tuple[Op, ...]:
    """The words on a calm plate, in the margin below everything else."""
    sheet = Sheet(setting, typesetter)
    wide = sheet.block(caption.text, theme.TINY, sheet.width - sheet.u(160)).width
    words = sheet.block(caption.text, theme.TINY, wide)
    icon, pad, between = words.height, sheet.u(14), sheet.u(8)
    box = Rect(0, 0, words.width + icon + between + 2 * pad, words.height + sheet.u(4))
    box.midbottom = (sheet.width // 2, sheet.height - sheet.u(1))
    icon_left, words_left = box.x + pad, box.x + pad + icon + between
    if sheet.rtl:
        icon_left, words_left = box.right - pad - icon, box.x + pad
    return (
        Panel(box, sheet.colours.plate, box.height // 2),
        IconOp(caption.icon, Rect(icon_left, box.centery - icon // 2, icon, icon), sheet.colours.on_dark),
        TextOp(words, (words_left, box.centery - words.height // 2), sheet.colours.on_dark),
    )
