"""A small story with everything in it, and a pupil who types."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.screens.intents import PickStory, Refused, StoryOpened
from game.screens.model import App, Language, Library
from game.screens.settings import Settings
from game.story.engine import Machine
from game.story.library import Channel, Form, Help, Signs, SignType
from game.story.model import (
    About,
    Beginning,
    Choice,
    Choices,
    Ending,
    Expression,
    Eyes,
    Hearing,
    Line,
    LineKind,
    Person,
    Phone,
    Posture,
    Scene,
    Sign,
    Standing,
    Story,
    Tell,
)
from game.story.resume import Refusal, decode
from game.terminal import Terminal
from game.tools.bookshelf import Bookshelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.words import Words

PHONE = Phone("alva", "noel")
STORY = Story(
    about=About(
        "small",
        "Liten",
        13,
        15,
        5,
        "Alva väntar.",
        "Svartsjuka.",
        ("control",),
        ("partner",),
        "friend",
        "draft",
        you="Hawa",
    ),
    you="hawa",
    cast={
        "alva": Person("alva", "Alva"),
        "hawa": Person("hawa", "Hawa"),
        "noel": Person("noel", "Noel"),
        "samira": Person("samira", "Samira", adult="mentor", about="Lyssnar klart."),
        "daniel": Person("daniel", "Daniel", adult="tränare", about="Har bråttom."),
    },
    facts={},
    chapters=("Rasten", "Sedan"),
    start="rast",
    scenes={
        "rast": Scene(
            "rast",
            "yard",
            (
                Line(LineKind.NARRATION, "Det är rast."),
                Line(
                    LineKind.SPEECH,
                    "Han vill ha en bild.",
                    "alva",
                    Expression.WORRIED,
                    sign=Sign("must_report", "Ingen ska behöva bevisa var hon är."),
                ),
                Line(LineKind.MESSAGE, "Var är du?", "noel", phone=PHONE),
                Line(LineKind.MESSAGE, "Här.", "alva", phone=PHONE),
                Line(LineKind.SILENCE, "En boll studsar.", "alva", Expression.SAD, Posture.TURNED),
            ),
            Choices("Vad gör du?", (Choice("Fråga.", "svar"), Choice("Vänta.", "svar", wait=True))),
            people=(Standing("alva"), Standing("hawa")),
        ),
        "svar": Scene(
            "svar",
            "hall",
            (
                Line(LineKind.FEEL, "Det blev mycket.", skip="Alva berättar något."),
                Line(LineKind.NARRATION, "Ni går."),
            ),
            Tell(
                "Vem berättar ni för?",
                (Hearing("samira", "slut"), Hearing("daniel", "viftar", listens=False)),
                (Beginning("Kan du lyssna?"), Beginning("Det gäller en vän."), Beginning("Har du tid?")),
            ),
            chapter=2,
            people=(Standing("alva", posture=Posture.CLOSED), Standing("hawa")),
            meets=("samira", "daniel"),
        ),
        "viftar": Scene(
            "viftar",
            "hall",
            (Line(LineKind.SPEECH, "Det går över.", "daniel"),),
            Tell(
                "Vem mer?",
                (Hearing("samira", "slut"), Hearing("daniel", "slut")),
                (Beginning("Kan du lyssna?"),),
            ),
            chapter=2,
            meets=("samira",),
        ),
        "slut": Scene(
            "slut",
            "hall",
            (Line(LineKind.SPEECH, "Tack för att du berättar.", "samira", Expression.RELIEVED),),
            Ending("Två som vet", "Alva är inte ensam.", ("bris",)),
            chapter=2,
        ),
    },
    eyes=(Eyes("noel", "rast", "yard", (Line(LineKind.THOUGHT, "Varför svarar hon inte?", "noel"),)),),
)
LIBRARY = Library(
    abouts=(STORY.about,),
    signs=Signs(
        {
            "control": Form("control", "Kontroll", "Att bestämma.", "eye"),
            "threat": Form("threat", "Hot", "Att skrämma.", "eye"),
        },
        {"must_report": SignType("must_report", "control", "Måste rapportera")},
    ),
    help=(
        Help(
            "bris",
            "Bris",
            Channel.PHONE,
            "116 111",
            "Dygnet runt",
            "Prata.",
            0,
            18,
            "2026-01-31",
            "",
            confirmed=True,
        ),
    ),
    languages=(Language("sv", "Svenska"), Language("x", "Tvärtom")),
    alts={"yard": "En gård.", "hall": "En korridor."},
)


class Backwards:
    """A language that can be told from Swedish: every text in brackets, and another letter for Dölj."""

    def ui(self, text: str, /, context: str = "", **values: object) -> str:
        if context == "bokstav":
            return {"d": "x", "q": "x", "h": "hjälp"}.get(text, text)
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return f"‹{text}›"

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        return self.ui(one if n == 1 else many, "", n=n, **values)

    def of(self, domain: str, context: str, text: str) -> str:
        return f"‹{text}›"

    def has(self, domain: str, context: str, text: str) -> bool:
        return True

    def complete(self, domain: str) -> bool:
        return True


class SmallShelf:
    """The small story and no other."""

    def __init__(self, story: Story | None = STORY) -> None:
        self._story = story

    def words(self, language: str) -> Words:
        return open_catalog(Path("no-folder"), "sv") if language == "sv" else Backwards()

    def open_story(self, story: str) -> StoryOpened | Refused:
        return StoryOpened(Machine(self._story)) if self._story else Refused(None)

    def read_code(self, code: str) -> StoryOpened | Refused:
        found = decode([self._story] if self._story else [], code)
        if isinstance(found, Refusal):
            return Refused(found)
        assert self._story
        return StoryOpened(Machine(self._story), found.state)


def small(*typed: str, out: io.StringIO | None = None) -> str:
    """All that is said when a pupil types these lines from the small story's first page on."""
    out = io.StringIO() if out is None else out
    terminal = Terminal(App(LIBRARY), SmallShelf(), io.StringIO("".join(f"{line}\n" for line in typed)), out)
    terminal.send(PickStory("small"))
    terminal.run()
    return out.getvalue()


BEGIN = "1"
"""From the page before the story to its first line, without practising Dölj."""


def after(marker: str, said: str) -> str:
    """What was said after this."""
    assert marker in said, said
    return said.split(marker, 1)[1]


def flat(text: str) -> str:
    """The text without its lines' ends."""
    return " ".join(text.split())


class Pupil:
    """Types what `answer` makes of what was said since the last time; ends when it gives None."""

    def __init__(self, out: io.StringIO, answer: Callable[[str], str | None]) -> None:
        self._out = out
        self._answer = answer
        self._heard = 0

    def readline(self) -> str:
        said = self._out.getvalue()
        new, self._heard = said[self._heard :], len(said)
        typed = self._answer(new)
        return "" if typed is None else f"{typed}\n"


def real(answer: Callable[[str], str | None], story: str = "svara-direkt", *, language: str = "sv") -> str:
    """All that is said while a pupil who listens plays a story that the game ships with."""
    shelf = Bookshelf(SCENARIOS, LOCALE)
    out = io.StringIO()
    app = App(shelf.library(), Settings(language=language))
    terminal = Terminal(app, shelf, Pupil(out, answer), out)
    terminal.send(PickStory(story))
    terminal.run()
    return out.getvalue()
