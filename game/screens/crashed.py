"""The page for when something in the program itself went wrong, in words that any program could say.

It may be seen by whoever passes. So it has no picture, no name and no word of the story, and says nothing of what the
game is about: a code to go on with could be any game's, and 112 and Bris hang on the wall of every school. They are
here because a pupil may have been reading about what happens to them when it broke off. Dölj covers it as any page.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.commands import WriteReport
from game.screens.crash import Crash, CrashedScreen, Folder, ReportSaved, SaveReport
from game.screens.help import youngest_reader
from game.screens.intents import Close, Leave
from game.screens.keys import Key
from game.screens.navigation import push
from game.screens.page import Card, Cards, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar
from game.screens.pause import code_of
from game.story.library import help_for

if TYPE_CHECKING:
    from game.screens.commands import Command
    from game.screens.model import App
    from game.screens.words import Words

AT_ONCE = ("emergency", "bris")
"""Whom one can call without further thought, by their ids in the help; all the others are one key away."""


def numbers(app: App, words: Words) -> tuple[tuple[str, str], ...]:
    """Whom to call at once, as name and number, in the words of the help."""
    there = help_for(app.library.help, youngest_reader(app))
    return tuple(
        (words.of("help", each.id, each.name), words.of("help", each.id, each.contact))
        for each in there
        if each.id in AT_ONCE
    )


def resume_code(app: App) -> str:
    """The code that leads back into the play; "" where nothing is played, or an author tries their own story."""
    if app.play is None or app.workshop is not None:
        return ""
    return code_of(app.play.machine, app.play.moment.segment.entry)


def with_crash(app: App, crash: Crash) -> App:
    """The page over what was shown last; what hid the game still does."""
    return push(app, CrashedScreen(crash))


def step(app: App, intent: SaveReport | ReportSaved) -> tuple[App, tuple[Command, ...]]:
    """A report is asked for, or has been written."""
    if not isinstance(app.screen, CrashedScreen):
        return app, ()
    match intent:
        case SaveReport():
            return app, (WriteReport(),)
        case ReportSaved():
            return replace(app, screen=replace(app.screen, saved=intent), focus=None), ()


def crashed_page(app: App, screen: CrashedScreen, words: Words) -> Page:
    """What happened, whom to tell, and ways on. Nothing is chosen by leaning on a key."""
    crash = screen.crash
    title = words.ui("Något gick fel")
    foot = _ways_on(screen, words)
    return Page(
        screen=Screen.CRASHED,
        title=title,
        body=(
            Heading(title),
            Text(_what_happened(crash, words), Tone.LEAD),
            *_told_of_the_report(screen.saved, words),
            *_codes(crash, words),
            Cards(_calls(app, words)),
            *(() if screen.saved else (_about_the_report(words),)),
        ),
        foot=foot,
        bar=bar(words, leave=False),
        keys={item.key: item.intent for item in foot if item.key},
    )


def _what_happened(crash: Crash, words: Words) -> str:
    if crash.again:
        return words.ui("Det tog stopp på samma ställe igen. Det är inget du har gjort.")
    return words.ui("Programmet stannade till. Det är inget du har gjort. Du kan fortsätta där du var.")


def _ways_on(screen: CrashedScreen, words: Words) -> tuple[Item, ...]:
    """Each keeps its digit when another goes: who presses twice by mistake must not have left."""
    on = Item(Close(), words.ui("Fortsätt"), Look.MAIN, Key.D1, icon="play")
    report = Item(SaveReport(), words.ui("Spara en rapport"), Look.PLAIN, Key.D2)
    leave = Item(Leave(), words.ui("Avsluta"), Look.DARK, Key.D3, icon="close")
    saved = screen.saved is not None and screen.saved.folder is not None
    return (*(() if screen.crash.again else (on,)), *(() if saved else (report,)), leave)


def _codes(crash: Crash, words: Words) -> tuple[Card, ...]:
    version = words.ui("Version {version}", version=crash.version)
    teacher = Card(words.ui("Säg felkoden till din lärare"), version, Tone.BIG, icon="person", tag=crash.code)
    resume = Card(
        words.ui("Fortsätta en annan gång?"),
        words.ui("Skriv av koden. Den leder till platsen strax efter ditt senaste val."),
        Tone.BIG,
        icon="route",
        tag=crash.resume,
    )
    return (teacher, resume) if crash.resume else (teacher,)


def _calls(app: App, words: Words) -> tuple[Card, ...]:
    return tuple(
        Card(name, tag=number, icon="phone_call", tone=Tone.HELP) for name, number in numbers(app, words)
    )


def _about_the_report(words: Words) -> Text:
    return Text(
        words.ui(
            "Rapporten är en textfil som hamnar på skrivbordet. Den säger var i programmet det tog stopp, ingenting om dig eller om vad du har gjort."
        ),
        Tone.SMALL,
    )


def _told_of_the_report(saved: ReportSaved | None, words: Words) -> tuple[Text, ...]:
    """What became of it, above all else: who has pressed the button looks for the answer at the top."""
    if saved is None:
        return ()
    match saved.folder:
        case Folder.DESKTOP:
            told = words.ui(
                "Rapporten ligger på skrivbordet och heter {name}. Ge den till din lärare.", name=saved.name
            )
        case Folder.HOME:
            told = words.ui(
                "Rapporten ligger i din hemmapp och heter {name}. Ge den till din lärare.", name=saved.name
            )
        case None:
            told = words.ui("Rapporten gick inte att spara på den här datorn. Felkoden räcker.")
    return (Text(told),)
