"""An author's mistakes in the terminal: each in one paragraph, with all that is known of it."""

from __future__ import annotations

from game.screens.pages import page
from game.screens.workshop import FileRead, Mistake, Workshop
from game.terminal.commands import Letters
from game.terminal.page_lines import PageReader
from tests.screens.sample import sample
from tests.screens.support import Plain, playing


def test_a_mistake_is_said_with_its_place_what_was_meant_and_why_it_matters() -> None:
    mistake = Mistake(
        "F251", error=True, file="story.yaml", line=8, column=3, what="Fel.", meant="Rätt?", why="Så."
    )
    player = playing(sample()).do(FileRead(Workshop(mistakes=(mistake,), stale=True), calls=True))
    said = PageReader(page(player.app, Plain()), Plain(), Letters.of(Plain())).body()
    assert "1 fel att rätta" in said
    assert "Story.yaml, rad 8, kolumn 3. F251. Fel. Rätt? Så." in said
