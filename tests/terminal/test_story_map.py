"""A story's map in the terminal: a list of its scenes, each with a number."""

from __future__ import annotations

from game.screens.intents import Go, Where
from game.screens.pages import page
from game.screens.workshop import FileRead, OpenScene, Workshop
from game.story.engine import Machine
from game.terminal.commands import Letters
from game.terminal.numbers import numbers
from game.terminal.page_lines import PageReader
from tests.screens.sample import sample
from tests.screens.support import Plain, playing


def test_every_scene_is_said_with_its_number_and_where_it_leads() -> None:
    player = playing(sample())
    player.do(FileRead(Workshop(), Machine(sample())), Go(Where.MAP))
    shown = page(player.app, Plain())
    said = PageReader(shown, Plain(), Letters.of(Plain())).body()
    there = {item.intent: number for item, number in numbers(shown).items()}

    assert "Karta över berättelsen" in said
    assert any(text.startswith("Enter: Rast. Du är här. 100 %. Leder till: ") for text in said)
    assert any(text.startswith(f"{there[OpenScene('valet')]}. Valet. ") for text in said)
    assert len([text for text in said if "%" in text and "Leder till" in text]) >= 3
