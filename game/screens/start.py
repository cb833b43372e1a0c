"""Where a play begins: the title, choosing a story, and the page before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Begin, Close, Go, Hide, Leave, Where
from game.screens.keys import Key
from game.screens.lesson.intents import StartLesson
from game.screens.page import (
    Block,
    Buttons,
    Card,
    Cards,
    Figure,
    Heading,
    Item,
    Look,
    Page,
    Screen,
    Stage,
    Text,
    Tone,
)
from game.screens.parts import bar, close_item
from game.story.model import About, Expression

if TYPE_CHECKING:
    from game.screens.model import App, BeforeScreen
    from game.screens.words import Words

TITLE_STAGE = Stage(
    "schoolyard",
    (
        Figure(
            "amina",
            "",
            (
                ("skin", 3),
                ("hair", "hijab"),
                ("hair_color", "plum"),
                ("top", "cardigan"),
                ("top_color", "pink"),
            ),
            Expression.HAPPY,
        ),
        Figure(
            "hawa",
            "",
            (
                ("skin", 5),
                ("hair", "braids"),
                ("hair_color", "black"),
                ("top", "hoodie"),
                ("top_color", "coral"),
            ),
            Expression.LAUGHING,
        ),
        Figure(
            "leo",
            "",
            (
                ("skin", 1),
                ("hair", "curls"),
                ("hair_color", "blond"),
                ("top", "tee"),
                ("top_color", "sky"),
                ("hearing_aid", True),
            ),
            Expression.HAPPY,
        ),
    ),
)
"""The friends on the first screen: three who are glad to see each other."""


def title_page(app: App, words: Words) -> Page:
    """The first screen."""
    name = words.ui("Berätta")
    items = (
        Item(Go(Where.STORIES), words.ui("Spela"), Look.MAIN, Key.D1, icon="play"),
        Item(Go(Where.HELP), words.ui("Vem kan jag prata med?"), Look.HELP, Key.D2, icon="help"),
        Item(Go(Where.CODE), words.ui("Fortsätt med en kod"), key=Key.D3, icon="route"),
        Item(Go(Where.SETTINGS), words.ui("Språk och inställningar"), key=Key.D4, icon="settings"),
        Item(StartLesson(), words.ui("Lektion med klassen"), key=Key.D5, icon="class"),
        Item(Leave(), words.ui("Avsluta"), Look.QUIET, icon="close"),
    )
    return Page(
        screen=Screen.TITLE,
        title=name,
        body=(
            Heading(name),
            Text(words.ui("Se tecknen. Säg det till någon du litar på."), Tone.LEAD),
            Buttons(items),
            Text(_languages(app), Tone.SMALL),
        ),
        bar=bar(words, with_help=False, leave=False),
        stage=TITLE_STAGE,
        keys={item.key: item.intent for item in items if item.key},
        default=Go(Where.STORIES),
    )


def _languages(app: App) -> str:
    """The languages, each on one row. The marks around the dots keep the names, which run either way, in their order."""
    mark = "\u200f" if app.library.runs_leftward(app.settings.language) else "\u200e"
    return f"{mark} · {mark}".join(each.name.replace(" ", "\u00a0") for each in app.library.languages)


def ages(about: About, words: Words) -> str:
    """For whom a story is."""
    return words.ui("{youngest}–{oldest} år", youngest=about.youngest, oldest=about.oldest)


def minutes(about: About, words: Words) -> str:
    """How long a story takes, about."""
    return words.plural("{n} minut", "{n} minuter", about.minutes)


def cover(about: About) -> Stage:
    """The picture on a story's card; a story that names none gets the school yard."""
    figures = (
        Figure(
            person.id,
            person.name,
            person.portrait,
            standing.expression,
            adult=bool(person.adult),
            posture=standing.posture,
        )
        for person, standing in about.cover_people
    )
    return Stage(about.cover or TITLE_STAGE.place, tuple(figures))


def before_page(app: App, screen: BeforeScreen, words: Words) -> Page:
    """The role, the content note, and practising Dölj once before the story begins."""
    about = next(about for about in app.library.abouts if about.id == screen.id)
    title = words.of(about.id, "about", about.title)
    practise = Item(Hide(practice=True), words.ui("Öva Dölj en gång"), Look.MAIN, Key.SPACE, icon="hide")
    begin = Item(
        Begin(), words.ui("Börja"), Look.MAIN if app.practised else Look.PLAIN, icon="play", key=Key.ENTER
    )
    if not app.practised:
        begin = Item(Begin(), words.ui("Börja utan att öva"), Look.PLAIN, icon="play")
    items = (begin,) if app.practised else (practise, begin)
    return Page(
        screen=Screen.BEFORE,
        title=title,
        body=_before_body(app, about, screen, words),
        foot=items,
        bar=bar(words, back=close_item(words)),
        stage=cover(about),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=items[0].intent,
    )


def _before_body(app: App, about: About, screen: BeforeScreen, words: Words) -> tuple[Block, ...]:
    facts = f"{ages(about, words)} · {minutes(about, words)}"
    hide = (
        words.ui("Bra! Nu vet du hur man döljer. Det fungerar på alla sidor.")
        if app.practised
        else words.ui(
            "Dölj gör skärmen till en vanlig matteövning. Knappen finns alltid uppe i hörnet, eller tryck Skift tre gånger."
        )
    )
    notes = words.of(about.id, "about", about.notes)
    body: tuple[Block, ...] = (
        Heading(words.of(about.id, "about", about.title)),
        Text(words.of(about.id, "about", about.summary), Tone.LEAD),
        Cards(
            (
                Card(words.ui("Din roll"), role_sentence(about, words), icon="person"),
                Card(words.ui("Bra att veta"), notes, icon="speech", small=facts),
                Card(words.ui("Dölj"), hide, icon="hide", tone=Tone.FINE if app.practised else Tone.PLAIN),
            )
        ),
        *_unfinished(about, words),
        Text(words.ui("Du kan pausa, hoppa över en scen eller sluta när du vill. Inget sparas."), Tone.SMALL),
    )
    if screen.refused:
        sorry = words.ui("Berättelsen går inte att öppna just nu. Välj en annan, eller säg till din lärare.")
        return (body[0], Card(words.ui("Det gick inte"), sorry, icon="close"), *body[1:])
    return body


def _unfinished(about: About, words: Words) -> tuple[Text, ...]:
    """Says so, before it begins, when a story is not wholly translated."""
    note = words.ui("Delar av berättelsen är inte översatta än. De är på svenska.")
    return () if words.complete(about.id) else (Text(note, Tone.SMALL),)


ROLES = {
    "friend": "Du är {name}, en vän. Du ser, lyssnar och väljer vad du gör.",
    "sibling": "Du är {name}, och det handlar om ditt eget syskon. Du ser, lyssnar och väljer vad du gör.",
    "cousin": "Du är {name}, och det handlar om din kusin. Du ser, lyssnar och väljer vad du gör.",
    "classmate": "Du är {name} och går i samma klass. Du ser, lyssnar och väljer vad du gör.",
    "teammate": "Du är {name} och spelar i samma lag. Du ser, lyssnar och väljer vad du gör.",
    "neighbour": "Du är {name}, en granne. Du ser, lyssnar och väljer vad du gör.",
    "relative": "Du är {name}, en släkting. Du ser, lyssnar och väljer vad du gör.",
    "teacher": "Du är {name}, och arbetar i skolan. Du ser, frågar, lyssnar och väljer vad du gör.",
}
"""Who the player is, by the role in the story's head."""


def role_sentence(about: About, words: Words) -> str:
    """Who the player is."""
    return words.ui(ROLES.get(about.role, ROLES["friend"]), name=words.of(about.id, "cast", about.you))
