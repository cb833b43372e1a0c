"""A sound in words, for a moment, at the lower edge of the window."""

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


@dataclass(slots=True)
class Caption:
    """The words of the sound that was played last, since when they are there, and whether they are drawn."""

    text: str = ""
    since: float = 0.0
    drawn: bool = False

    def say(self, text: str, now: float) -> None:
        """Another sound was played."""
        self.text, self.since, self.drawn = text, now, False

    def hush(self) -> None:
        """All is silent."""
        self.text = ""

    def there(self, now: float) -> bool:
        """Whether the words are to be seen now."""
        return bool(self.text) and now - self.since < CAPTION

    def due(self, now: float) -> bool:
        """Whether they have to come or go since the last picture."""
        return self.there(now) != self.drawn


def caption_ops(text: str, setting: Setting, typesetter: Typesetter) -> tuple[Op, ...]:
    """The words on a calm plate, in the margin below everything else."""
    sheet = Sheet(setting, typesetter)
    words = sheet.block(text, theme.TINY, sheet.width - sheet.u(160))
    icon = words.height
    box = Rect(0, 0, words.width + icon + sheet.u(8) + 2 * sheet.u(14), words.height + sheet.u(4))
    box.midbottom = (sheet.width // 2, sheet.height - sheet.u(1))
    return (
        Panel(box, theme.INK, box.height // 2),
        IconOp("sound_on", Rect(box.x + sheet.u(14), box.centery - icon // 2, icon, icon), theme.WHITE),
        TextOp(words, (box.x + sheet.u(22) + icon, box.centery - words.height // 2), theme.WHITE),
    )
