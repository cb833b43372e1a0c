"""The exercise that hides the game, as a few lines that look like nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.page import Field

if TYPE_CHECKING:
    from game.screens.page import Page
    from game.screens.words import Words
    from game.terminal.commands import Letters


def exercise(page: Page, words: Words, letters: Letters, *, first: bool, practice: bool) -> list[str]:
    """The task, and how the last answer was. The way back is told only while it is practised."""
    said = []
    if first:
        said += [
            page.title,
            words.ui("Skriv svaret och tryck Enter. {letter} = avsluta.", letter=letters.quit),
        ]
        if practice:
            said.append(
                words.ui(
                    "Övning: skriv {letter} tre gånger, med Enter efter varje, så är du tillbaka.",
                    letter=letters.hide,
                )
            )
    for block in page.body:
        if isinstance(block, Field):
            said += [text for text in (block.answer, block.label) if text]
    return said
