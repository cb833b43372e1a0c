"""The map of what a player has walked, in the terminal: a list of it, each with a number."""

from __future__ import annotations

from game.screens.intents import Go, Revisit, Where
from game.screens.pages import page
from game.terminal.commands import Letters
from game.terminal.numbers import numbers
from game.terminal.page_lines import PageReader
from tests.screens.sample import at_corridor
from tests.screens.support import Plain, taking


def test_what_was_seen_is_said_with_its_number_and_what_was_chosen_there() -> None:
    player = taking(at_corridor(), 2).read_on().do(Go(Where.WAYS_MAP))
    shown = page(player.app, Plain())
    said = PageReader(shown, Plain(), Letters.of(Plain())).body()
    there = {item.intent: number for item, number in numbers(shown).items()}

    assert said[:2] == ["", "Karta över dina vägar"]
    rast, magen, korridor = (there[Revisit(name)] for name in ("rast", "magen", "korridor"))
    at_break = "Kapitel: Ett. Det är rast. Alva väntar. Vad gör du? Här valde du: ”Fråga hur det känns.”"
    indoors = "Kapitel: Två. Samira: ”Hej, ni två.” Vad gör ni? Här valde du: ”Gå hem.”"
    assert said[-4:] == [
        f"{rast}. {at_break} 1 väg härifrån har du inte gått.",
        f"{magen}. Alva tar sats.",
        f"{korridor}. {indoors} 2 vägar härifrån har du inte gått.",
        "Enter: Du är här. Hemma. Ett slut.",
    ]


def test_a_number_leads_back_there() -> None:
    player = taking(at_corridor(), 2).read_on().do(Go(Where.WAYS_MAP))
    numbered = {number: item.intent for item, number in numbers(player.page).items()}

    assert sorted(numbered) == [1, 2, 3]
    assert player.do(numbered[3]).page.title == "Vad gör ni?"
