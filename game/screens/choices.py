"""The player decides: what to do, or whom to tell and how to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.circle import adult_card, how_it_went
from game.screens.intents import Back, Choose, Go, Intent, PickAdult, Where
from game.screens.keys import Key
from game.screens.page import Buttons, Card, Cards, Heading, Item, Look, Page, Screen, Stage, Text, Tone
from game.screens.parts import (
    bar,
    beats_here,
    chapter_label,
    digits,
    figure,
    other_than_you,
    pause_item,
    stage_now,
)
from game.screens.words import StoryWords, quoted
from game.story.engine import ChoiceOption, TellOption
from game.story.playthrough import told_so_far

NOWHERE = ""
"""No place: the adult is not where the player is yet."""

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.screens.model import Play
    from game.screens.words import Words
    from game.story.model import Choices, Tell


def choices_page(play: Play, choices: Choices, told: StoryWords) -> Page:
    """What do you do? The options are numbered as they stand, whatever their number in the story."""
    words = told.words
    scene = play.moment.scene
    open_now = [option for option in play.moment.segment.options if isinstance(option, ChoiceOption)]
    items = tuple(
        Item(
            Choose(option.number),
            told.scene(scene, option.choice.text),
            Look.CHOICE,
            key,
            icon="wait" if option.choice.wait else "",
        )
        for key, option in zip(digits(), open_now, strict=False)
    )
    ask = told.scene(scene, choices.ask) if choices.ask else words.ui("Vad gör du?")
    who = _whom(play)
    return Page(
        screen=Screen.CHOICES,
        title=ask,
        label=chapter_label(words, play),
        body=(
            Heading(ask),
            Buttons(items),
            Text(words.ui("Det finns inget facit. Du kan alltid gå tillbaka och prova igen."), Tone.SMALL),
            *_in_swedish(play, (choices.ask, *(option.choice.text for option in open_now)), words),
        ),
        bar=bar(words, back=pause_item(words)),
        stage=stage_now(told, play, only=who) if who else stage_now(told, play),
        keys=_keys(items),
    )


def _in_swedish(play: Play, texts: Iterable[str], words: Words) -> tuple[Text, ...]:
    """A word about it where the question, or something to choose, has no translation."""
    domain, scene = play.story.about.id, play.moment.scene
    whole = all(words.has(domain, scene, text) for text in texts)
    return () if whole else (Text(words.ui("En del av det här är på svenska."), Tone.SMALL),)


def _whom(play: Play) -> str:
    """Whom the player sees while choosing: who of those here spoke last, otherwise the first; "" for nobody."""
    people = play.story.scenes[play.moment.scene].people
    here = {standing.who for standing in people} - {play.story.you}
    spoke = [beat.line.speaker for beat in beats_here(play) if beat.line.speaker in here]
    return spoke[-1] if spoke else other_than_you(play.story, people)


def _keys(items: tuple[Item, ...]) -> dict[Key, Intent]:
    numbered: dict[Key, Intent] = {item.key: item.intent for item in items if item.key}
    return numbered | {
        Key.BACKSPACE: Back(),
        Key.PAGE_UP: Go(Where.LOG),
        Key.ESCAPE: Go(Where.PAUSE),
    }


def telling_page(play: Play, tell: Tell, adult: str | None, told: StoryWords) -> Page:
    """Whom to tell; and when that is chosen, how to begin."""
    open_now = [option for option in play.moment.segment.options if isinstance(option, TellOption)]
    if adult is None or len({option.hearing.adult for option in open_now}) == 0:
        return _adults(play, tell, open_now, told)
    return _beginnings(play, [option for option in open_now if option.hearing.adult == adult], told)


def _adults(play: Play, tell: Tell, options: list[TellOption], told: StoryWords) -> Page:
    words = told.words
    scene = play.moment.scene
    adults = tuple(dict.fromkeys(option.hearing.adult for option in options))
    items = tuple(
        Item(PickAdult(adult), told.name(adult), Look.CHOICE, key)
        for key, adult in zip(digits(), adults, strict=False)
    )
    told_already = tuple(
        adult_card(told, telling.adult, how_it_went(words, listened=telling.listened))
        for telling in told_so_far(play.machine, play.way)
    )
    cards = tuple(
        adult_card(told, adult, told.cast(play.story.cast[adult].adult), item)
        for adult, item in zip(adults, items, strict=False)
    )
    ask = told.scene(scene, tell.ask) if tell.ask else words.ui("Vem berättar ni för?")
    lead = words.ui(
        "En trygg vuxen lyssnar, tror på dig och hjälper dig vidare. Om den första inte gör det – berätta för en till."
    )
    return Page(
        screen=Screen.TELLING,
        title=ask,
        label=chapter_label(words, play),
        body=(
            Heading(ask),
            Text(lead, Tone.LEAD),
            *_in_swedish(play, (tell.ask, *(each.beginning.text for each in options)), words),
            Cards((*cards, *told_already)),
            *_how(scene, options, told),
        ),
        bar=bar(words, back=pause_item(words)),
        stage=Stage(play.story.scenes[scene].place),
        keys=_keys(items),
    )


def _how(scene: str, options: list[TellOption], told: StoryWords) -> tuple[Card, ...]:
    """A way to begin, so that nobody stands there without words."""
    if not options:
        return ()
    text = quoted(told.words, told.scene(scene, options[0].beginning.text))
    return (Card(told.words.ui("Så kan det börja"), text, icon="speech"),)


def _beginnings(play: Play, options: list[TellOption], told: StoryWords) -> Page:
    words = told.words
    scene = play.moment.scene
    adult = options[0].hearing.adult if options else ""
    items = tuple(
        Item(
            Choose(option.number),
            quoted(told.words, told.scene(scene, option.beginning.text)),
            Look.CHOICE,
            key,
        )
        for key, option in zip(digits(), options, strict=False)
    )
    title = words.ui("Så kan du börja")
    other = Item(PickAdult(None), words.ui("Välj någon annan"), key=Key.BACKSPACE, icon="back")
    return Page(
        screen=Screen.TELLING,
        title=title,
        label=chapter_label(words, play),
        body=(
            Heading(title),
            Text(words.ui("Du berättar för {name}. Hur börjar du?", name=told.name(adult)), Tone.LEAD),
            *_in_swedish(play, (each.beginning.text for each in options), words),
            Buttons(items),
        ),
        foot=(other,),
        bar=bar(words, back=pause_item(words)),
        stage=Stage(NOWHERE, (figure(told, adult, speaking=True),)),
        keys=_keys(items) | {Key.BACKSPACE: PickAdult(None)},
    )
