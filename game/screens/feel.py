"""How does it feel? A pause to breathe, skip the scene, or see help. Nothing of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Back, Close, Forward, Go, Key, SkipScene, Where
from game.screens.page import Breath, Buttons, Heading, Item, Look, Page, Screen, Stage, Text, Tone
from game.screens.parts import bar, beats_here, chapter_label, pause_item
from game.screens.words import StoryWords, Words
from game.story.model import LineKind

if TYPE_CHECKING:
    from game.screens.model import Play


def feel_page(play: Play, words: Words, text: str, *, asked: bool) -> Page:
    """The pause: `asked` by the story itself, otherwise opened by the player over a line."""
    on = Forward() if asked else Close()
    label = words.ui("Läs vidare") if asked else words.ui("Tillbaka till berättelsen")
    items = (
        Item(on, label, Look.MAIN, Key.SPACE, icon="next"),
        Item(Go(Where.BREATHE), words.ui("Andas en stund"), Look.PLAIN, Key.D1, icon="breathe"),
        Item(SkipScene(), words.ui("Hoppa över scenen"), Look.PLAIN, Key.D2, icon="skip"),
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
            Key.D1: Go(Where.BREATHE),
            Key.D2: SkipScene(),
            Key.D3: Go(Where.HELP),
            Key.BACKSPACE: Back() if asked else Close(),
            Key.ESCAPE: Go(Where.PAUSE) if asked else Close(),
            Key.PAGE_UP: Go(Where.LOG),
        },
        default=on,
    )


def skip_sentence(play: Play, words: Words) -> str:
    """What stands for the rest of the scene: the author's sentence, or a plain one."""
    told = StoryWords(words, play.story)
    authored = [beat for beat in beats_here(play) if beat.line.kind is LineKind.FEEL and beat.line.skip]
    if authored:
        return told.scene(authored[-1].spot.scene, authored[-1].line.skip)
    return words.ui("Du hoppade över resten av scenen. Det går bra.")


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
