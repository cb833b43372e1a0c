"""Everything said so far; a flag can be put on any of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.flagging import line_text
from game.screens.intents import Close, OpenFlag
from game.screens.keys import Key
from game.screens.page import Block, Card, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar, close_item, flag_label
from game.screens.words import StoryWords, Words

if TYPE_CHECKING:
    from game.screens.model import App, Play
    from game.story.engine import Beat


def log_page(app: App, play: Play, words: Words) -> Page:
    """The lines of this way, the newest last and in focus."""
    told = StoryWords(words, play.story)
    beats = play.heard
    cards = tuple(_card(app, play, beat, told) for beat in beats)
    body: tuple[Block, ...] = cards or (Text(words.ui("Ingen har sagt något än."), Tone.LEAD),)
    title = words.ui("Det som sagts")
    return Page(
        screen=Screen.LOG,
        title=title,
        body=(
            Heading(title),
            Text(words.ui("Välj en rad för att sätta en flagga på den."), Tone.SMALL),
            *body,
        ),
        bar=bar(words, back=close_item(words)),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=OpenFlag(beats[-1].spot) if beats else Close(),
    )


def _card(app: App, play: Play, beat: Beat, told: StoryWords) -> Card:
    flag = play.flags.get(beat.spot)
    name, text = told.name(beat.line.speaker), line_text(told, beat.spot)
    said = f"{name}: {text}" if name else text
    item = Item(OpenFlag(beat.spot), said, Look.QUIET, selected=flag is not None)
    return Card(
        title=name,
        text=text,
        tone=Tone.PLAIN if flag is None else Tone.FLAGGED,
        icon="" if flag is None else "flag",
        tag="" if flag is None else flag_label(told.words, app, flag),
        item=item,
    )
