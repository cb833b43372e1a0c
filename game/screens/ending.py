"""An ending: what came of it, whom one can turn to, and on to what there was to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.help import help_cards
from game.screens.intents import Back, Go, Where
from game.screens.keys import Key
from game.screens.page import Cards, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar, pause_item, stage_now
from game.story.library import help_for

if TYPE_CHECKING:
    from game.screens.model import App, Play
    from game.screens.words import StoryWords
    from game.story.model import Ending


def ending_page(app: App, play: Play, ending: Ending, told: StoryWords) -> Page:
    """The page of a reached ending."""
    words = told.words
    scene = play.moment.scene
    shown = help_for(app.library.help, play.story.about.youngest)
    helpers = tuple(entry for entry in shown if entry.id in ending.help)
    title = told.scene(scene, ending.title)
    on = Item(Go(Where.RECAP), words.ui("Vad såg du?"), Look.MAIN, Key.SPACE, icon="next")
    return Page(
        screen=Screen.ENDING,
        title=title,
        label=told.about(play.story.about.title),
        body=(
            Heading(title),
            Text(told.scene(scene, ending.text), Tone.LEAD),
            Cards(help_cards(helpers, words)),
        ),
        foot=(on,),
        bar=bar(words, back=pause_item(words)),
        stage=stage_now(told, play),
        keys={
            Key.BACKSPACE: Back(),
            Key.LEFT: Back(),
            Key.PAGE_UP: Go(Where.LOG),
            Key.ESCAPE: Go(Where.PAUSE),
        },
        default=Go(Where.RECAP),
    )
