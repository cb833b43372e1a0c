"""What hands reach of the game in its window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words
    from game.view.display import Display


class Game(Protocol):
    """What hands reach: the program, what it shows, and where it is shown."""

    display: Display

    @property
    def app(self) -> App:
        """The program; what has focus is what has it here."""

    @property
    def page(self) -> Page:
        """What is shown here."""

    @property
    def words(self) -> Words:
        """The texts in the language in force."""

    @property
    def leftward(self) -> bool:
        """Whether that language is written from right to left."""

    @property
    def window_size(self) -> tuple[int, int]:
        """The window in the units of a pointer."""

    def now(self) -> float:
        """The time in seconds, from any start."""

    def send(self, intent: Intent) -> None:
        """The player meant this."""

    def unfocus(self) -> None:
        """Nothing was chosen with keys any more."""

    def finish_line(self) -> bool:
        """The whole line at once; says whether it was still appearing."""

    def stir(self) -> None:
        """Something has to be drawn again."""

    def touched(self) -> None:
        """The player did something, no matter what."""

    def tell(self, sentence: str, icon: str) -> None:
        """One calm sentence at the edge of the window."""
