"""Whom can I talk to? The same page for everybody, one key away from everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Close
from game.screens.keys import Key
from game.screens.page import Card, Cards, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar
from game.story.library import Channel, Help, help_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.model import App
    from game.screens.words import Words


def youngest_reader(app: App) -> int:
    """The youngest age that may be reading: that of the story, otherwise that of any story there is."""
    if app.play:
        return app.play.story.about.youngest
    return min((about.youngest for about in app.library.abouts), default=10)


def help_cards(entries: Sequence[Help], words: Words) -> tuple[Card, ...]:
    """A card for each of them."""
    return tuple(_card(entry, words) for entry in entries)


def _card(entry: Help, words: Words) -> Card:
    name, hours = words.of("help", entry.id, entry.name), words.of("help", entry.id, entry.hours)
    contact = words.of("help", entry.id, entry.contact) if entry.contact else ""
    person = entry.channel is Channel.PERSON
    checked = "" if person else words.ui("Uppgiften lästes {date}", date=entry.checked_on)
    return Card(
        title=name,
        text=words.of("help", entry.id, entry.what),
        tone=Tone.HELP,
        icon=_ICONS[entry.channel],
        tag=contact,
        small=" · ".join(part for part in (hours, checked) if part),
    )


_ICONS = {
    Channel.PERSON: "person",
    Channel.PHONE: "phone_call",
    Channel.CHAT: "chat",
    Channel.WEB: "web",
}


def help_page(app: App, words: Words) -> Page:
    """Everybody who may be shown to the youngest reader."""
    entries = help_for(app.library.help, youngest_reader(app))
    title = words.ui("Vem kan jag prata med?")
    done = Item(Close(), words.ui("Klar"), Look.MAIN, Key.SPACE, icon="check")
    return Page(
        screen=Screen.HELP,
        title=title,
        body=(
            Heading(title),
            Text(
                words.ui(
                    "Om något känns fel, hos dig eller hos någon du bryr dig om: berätta för en vuxen. Om den första inte lyssnar – berätta för en till. Det är aldrig ditt fel."
                ),
                Tone.LEAD,
            ),
            Cards(help_cards(entries, words)),
            Text(_what_is_seen(app, words), Tone.SMALL),
        ),
        foot=(done,),
        bar=bar(words, with_help=False),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close(), Key.F1: Close()},
        default=Close(),
    )


def _what_is_seen(app: App, words: Words) -> str:
    if app.guest:
        return words.ui(
            "Spelet sparar ingenting. Till lektionen skickar det bara vilken scen du är i och vad du svarar, utan namn. Den som sitter bredvid kan se skärmen, och skolan kan se vilka sidor du besöker på skolans nät."
        )
    return words.ui(
        "Spelet sparar ingenting och skickar ingenting. Men den som sitter bredvid kan se skärmen, och skolan kan se vilka sidor du besöker på skolans nät."
    )
