"""How does it feel? A pause to breathe, skip the scene, or see help. Nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Back, Close, Forward, Go, SkipScene, Where
from game.screens.keys import Key
from game.screens.page import Breath, Buttons, Heading, Item, Look, Page, Screen, Stage, Text, Tone
from game.screens.parts import bar, chapter_label, pause_item
from game.screens.words import StoryWords, Words

if TYPE_CHECKING:
    from game.screens.model import Play
    from game.story.engine import Spot


def feel_page(play: Play, words: Words, text: str, *, asked: bool) -> Page:
    """The pause: `asked` by the story itself, otherwise opened by the player over a line."""
    on = Forward() if asked else Close()
    label = words.ui("Läs vidare") if asked else words.ui("Tillbaka till berättelsen")
    skip = Item(SkipScene(), words.ui("Hoppa över scenen"), Look.PLAIN, Key.D2, icon="skip")
    items = (
        Item(on, label, Look.MAIN, Key.SPACE, icon="next"),
        Item(Go(Where.BREATHE), words.ui("Andas en stund"), Look.PLAIN, Key.D1, icon="breathe"),
        *(() if play.moment.at_exit else (skip,)),
        Item(Go(Where.HELP), words.ui("Vem kan jag prata med?"), Look.HELP, Key.D3, icon="help"),
    )
    place = play.story.scenes[play.moment.scene].place
    return Page(
        screen=Screen.FEEL,
        title=words.ui("Hur känns det?"),
        label=chapter_label(words, play),
        body=(
            Heading(words.ui("Hur känns det?")),
            Text(text, Tone.LEAD),
            Buttons(items),
            Text(words.ui("Ingen ser vad du väljer här. Det sparas inte."), Tone.SMALL),
        ),
        bar=bar(words, back=pause_item(words) if asked else None, with_help=False),
        stage=Stage(place),
        keys={
            **{item.key: item.intent for item in items if item.key and item.intent != on},
            Key.BACKSPACE: Back() if asked else Close(),
            Key.ESCAPE: Go(Where.PAUSE) if asked else Close(),
            Key.PAGE_UP: Go(Where.LOG),
        },
        default=on,
    )


def skip_sentence(play: Play, since: Spot, words: Words) -> str:
    """What stands for a scene skipped since a line: the author's sentence, or a plain one."""
    return authored_sentence(play, since, words) or words.ui("Du hoppade över resten av scenen. Det går bra.")


def authored_sentence(play: Play, since: Spot, words: Words) -> str:
    """What the author has written to stand for a scene skipped since a line; "" where there is nothing."""
    authored = [
        beat.line.skip
        for beat in play.moment.segment.beats
        if beat.spot.scene == since.scene and beat.spot.index <= since.index and beat.line.skip
    ]
    return StoryWords(words, play.story).scene(since.scene, authored[-1]) if authored else ""


def breathe_page(words: Words) -> Page:
    """A calm circle; no clock, one leaves when one likes."""
    done = Item(Close(), words.ui("Klar"), Look.MAIN, Key.SPACE, icon="check")
    return Page(
        screen=Screen.BREATHE,
        title=words.ui("Andas en stund"),
        body=(
            Heading(words.ui("Andas en stund")),
            Breath(
                words.ui("Andas in"),
                words.ui("Andas ut"),
                words.ui("Känn fötterna mot golvet. Du bestämmer när du är klar."),
            ),
        ),
        foot=(done,),
        bar=bar(words),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=Close(),
    )
