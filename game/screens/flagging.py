"""What is it that feels wrong? A flag may say a form, or only that it feels wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Close, Intent, SetFlag
from game.screens.keys import Key
from game.screens.page import Buttons, Heading, Item, Look, Page, Screen, Stage, Text, Tone
from game.screens.parts import bar, close_item, digits
from game.screens.words import StoryWords, Words, quoted

if TYPE_CHECKING:
    from game.screens.model import App, Play
    from game.story.engine import Spot
    from game.story.model import Story


def line_text(told: StoryWords, spot: Spot) -> str:
    """The words of a line, in the player's language."""
    return told.scene(spot.scene, told.story.scenes[spot.scene].lines[spot.index].text)


def _forms(app: App, story: Story) -> tuple[str, ...]:
    """The forms to choose among: those the story is about first, so that nobody has to search."""
    about = story.about.forms
    return (*about, *(form for form in app.library.signs.forms if form not in about))


def _form_items(app: App, story: Story, spot: Spot, now: str, words: Words) -> tuple[Item, ...]:
    forms = app.library.signs.forms
    return tuple(
        Item(
            SetFlag(spot, form),
            words.of("signs", "form", forms[form].label),
            Look.CHIP,
            key,
            icon=forms[form].icon,
            selected=now == form,
        )
        for key, form in zip(digits(), _forms(app, story), strict=False)
    )


def flag_page(app: App, play: Play, spot: Spot, words: Words) -> Page:
    """The question that follows when a flag has been put."""
    told = StoryWords(words, play.story)
    now = play.flags.get(spot, "")
    only = Item(
        SetFlag(spot, ""),
        words.ui("Det bara känns fel"),
        Look.CHIP,
        Key.SPACE,
        icon="flag",
        selected=now == "",
    )
    forms = _form_items(app, play.story, spot, now, words)
    away = Item(SetFlag(spot, None), words.ui("Ta bort flaggan"), Look.QUIET, Key.BACKSPACE, icon="close")
    keys: dict[Key, Intent] = {item.key: item.intent for item in forms if item.key}
    title = words.ui("Vad är det som känns fel?")
    return Page(
        screen=Screen.FLAG,
        title=title,
        body=(
            Heading(title),
            Text(quoted(words, line_text(told, spot)), Tone.LEAD),
            Buttons((only, *forms), across=True),
            Text(words.ui("Du behöver inte veta vad det heter. Det räcker att det känns fel."), Tone.SMALL),
        ),
        foot=(away,),
        bar=bar(words, back=close_item(words)),
        stage=Stage(play.story.scenes[spot.scene].place),
        keys=keys | {Key.BACKSPACE: SetFlag(spot, None), Key.ESCAPE: Close(), Key.F: Close()},
        default=only.intent,
    )
