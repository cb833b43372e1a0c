"""In an author's preview: every scene by its name, to go there at once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from game.screens.intents import Close
from game.screens.keys import Key
from game.screens.page import Buttons, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar, close_item
from game.screens.words import StoryWords, Words
from game.screens.workshop import OpenScene

if TYPE_CHECKING:
    from game.screens.model import Play


def scenes_page(play: Play, words: Words) -> Page:
    """The scenes in the order of the file, by chapter; the one that is shown is marked."""
    told = StoryWords(words, play.story)
    title = words.ui("Gå till en scen")
    here = play.moment.scene
    return Page(
        screen=Screen.SCENES,
        title=title,
        body=(
            Heading(title),
            Text(
                words.ui("Du kommer dit på den kortaste vägen, så det som ska ha hänt har hänt."), Tone.SMALL
            ),
            *(
                Buttons(
                    tuple(
                        Item(OpenScene(each.id), each.id, Look.CHIP, selected=each.id == here)
                        for each in scenes
                    ),
                    across=True,
                    label=_chapter(number, told),
                )
                for number, scenes in groupby(play.story.scenes.values(), key=lambda each: each.chapter)
            ),
        ),
        bar=bar(words, back=close_item(words)),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=OpenScene(here),
    )


def _chapter(number: int, told: StoryWords) -> str:
    titles = told.story.chapters
    return told.about(titles[number - 1]) if 0 < number <= len(titles) else ""
