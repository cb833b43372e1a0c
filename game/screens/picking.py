"""Choosing a story: a card for each that is sought, and what else can be sought."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.intents import Close, Intent, PickStory, Seek
from game.screens.keys import Key
from game.screens.model import StoriesScreen
from game.screens.navigation import push
from game.screens.page import Block, Buttons, Card, Cards, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar, close_item, digits
from game.screens.start import ages, cover, minutes
from game.story.seeking import GROWN, Sought, found, turns

if TYPE_CHECKING:
    from game.screens.model import App
    from game.screens.words import Words
    from game.story.library import Signs
    from game.story.model import About

OF_PUPILS = ("age", "circle", "most")
"""What pupils seek by: never by a kind of violence alone."""


def step(app: App, intent: Seek) -> App:
    """The stories that are sought, with focus where it was among the things to seek by."""
    if not isinstance(app.screen, StoriesScreen):
        return push(app, StoriesScreen(intent.sought))
    turned = next(
        (name for name, to in turns(app.library.abouts, app.screen.sought) if to == intent.sought), ""
    )
    again = dict(turns(app.library.abouts, intent.sought)).get(turned)
    return replace(app, screen=StoriesScreen(intent.sought), focus=Seek(again) if again else None)


def stories_page(app: App, screen: StoriesScreen, words: Words) -> Page:
    """A card for each story: for whom, how long, what it is about."""
    abouts = found(app.library.abouts, screen.sought)
    like = next((about for about in app.library.abouts if about.id == screen.sought.like), None)
    title = words.ui("Välj en berättelse")
    if like:
        title = words.ui("Mer som liknar {title}", title=words.of(like.id, "about", like.title))
    items = tuple(
        Item(PickStory(about.id), words.of(about.id, "about", about.title), Look.CHOICE, key)
        for key, about in zip(digits(), abouts, strict=False)
    )
    cards = tuple(_card(about, item, words) for about, item in zip(abouts, items, strict=True))
    none = Text(words.ui("Det finns inga berättelser här. Be din lärare om hjälp."), Tone.LEAD)
    seek = seeking(app, screen.sought, OF_PUPILS, words)
    body: tuple[Block, ...] = (Heading(title), *((Buttons(seek, across=True),) if seek else ()))
    keys: dict[Key, Intent] = {item.key: item.intent for item in items if item.key}
    return Page(
        screen=Screen.STORIES,
        title=title,
        body=(*body, Cards(cards) if cards else none),
        bar=bar(words, back=close_item(words)),
        keys=keys | {Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=items[0].intent if items else Close(),
    )


def _card(about: About, item: Item, words: Words) -> Card:
    facts = f"{ages(about, words)} · {minutes(about, words)}"
    swedish = f"{facts} · {words.ui('på svenska')}"
    return Card(
        title=item.label,
        text=words.of(about.id, "about", about.summary),
        small=words.of(about.id, "about", about.notes),
        tag=facts if words.complete(about.id) else swedish,
        item=item,
        stage=cover(about),
    )


def seeking(app: App, sought: Sought, by: tuple[str, ...], words: Words) -> tuple[Item, ...]:
    """What the stories are sought by, a thing each; pressed, it is the next. From those that are like one, back to all."""
    if sought.like:
        return (Item(Seek(Sought()), words.ui("Visa alla"), Look.CHIP),)
    to = dict(turns(app.library.abouts, sought))
    signs = app.library.signs
    return tuple(
        Item(Seek(to[name]), said(signs, sought, name, words), Look.CHIP) for name in by if name in to
    )


def said(signs: Signs, sought: Sought, name: str, words: Words) -> str:
    """What is sought by one of the things, in words."""
    match name:
        case "age":
            return _age(sought, words)
        case "most":
            any_time = words.ui("Tid: alla")
            return words.ui("Högst {n} minuter", n=sought.most) if sought.most else any_time
        case "form":
            form = signs.forms.get(sought.form)
            return words.of("signs", "form", form.label) if form else words.ui("Handlar om: allt")
        case _:
            return _circle(sought.circle, words)


def _age(sought: Sought, words: Words) -> str:
    age = sought.age
    if age is None:
        return words.ui("Ålder: alla")
    if age == GROWN:
        return words.ui("För vuxna i skolan")
    return words.ui("{youngest}–{oldest} år", youngest=age.youngest, oldest=age.oldest)


def _circle(circle: str, words: Words) -> str:
    match circle:
        case "friends":
            return words.ui("Om vänner")
        case "together":
            return words.ui("Om några som är eller var ihop")
        case "family":
            return words.ui("Om familj och släkt")
        case "net":
            return words.ui("Om någon på nätet")
        case "in_charge":
            return words.ui("Om en vuxen med ansvar")
        case _:
            return words.ui("Om: alla")
