"""The conversation: a typed line in, an intent to the screens, and what is new out."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Protocol, TextIO, assert_never

from game.screens.commands import (
    KeepPath,
    KeepPlace,
    MakePack,
    NameLanguage,
    OpenStory,
    PlaySound,
    Quit,
    ReadAgain,
    ReadAloud,
    ReadCode,
    ReadPath,
    Silence,
    StartHub,
    TakeSeat,
    TellAnswer,
    TellHub,
    TellScene,
    WriteReport,
)
from game.screens.crash import told
from game.screens.crashed import numbers as numbers_to_call
from game.screens.intents import Erase, Intent, Leave, SetFlag, Submit, TapHeading, Typed
from game.screens.lesson.guest import GuestSeen, Hindrance, Seat
from game.screens.page import Field
from game.screens.pages import page as page_of
from game.screens.update import update
from game.terminal.commands import LIST, Command, Letters, command_list, meaning, meant, refusal
from game.terminal.numbers import numbers, on_enter
from game.terminal.paper import Closed, Paper
from game.terminal.reader import Reader

if TYPE_CHECKING:
    from game.screens import commands
    from game.screens.crash import Crash
    from game.screens.model import App
    from game.screens.shelf import Shelf
    from game.screens.words import Words

LONGEST = 64
"""Characters of a typed line that are looked at; a code and an answer are much shorter."""


class Lines(Protocol):
    """Where typed lines come from: a stream of text, or anything like it."""

    def readline(self) -> str:
        """The next line with its end; "" when there are no more."""
        ...


class Terminal:
    """Plays the game by typed lines and said ones until it is left, or until one of them ends."""

    def __init__(self, app: App, shelf: Shelf, typed: Lines, out: TextIO) -> None:
        if isinstance(typed, io.TextIOWrapper):
            typed.reconfigure(errors="replace")
        self.app = app
        self.running = True
        self._shelf = shelf
        self._typed = typed
        self._paper = Paper(out)
        self._reader = Reader()
        self._page = page_of(app, self.words)

    @property
    def words(self) -> Words:
        """The texts in the language in force."""
        return self._shelf.words(self.app.settings.language)

    @property
    def _letters(self) -> Letters:
        return Letters.of(self.words)

    # --- the conversation ---

    def run(self) -> None:
        """Until the player leaves, or the input or the output ends."""
        try:
            self._converse()
        except Closed:
            self._paper.give_up()

    def fell(self, crash: Crash) -> None:
        """Says that something in the program went wrong, and how to go on; while the game is hidden, hardly anything."""
        lines = told(crash, numbers_to_call(self.app, self.words), self.words)
        try:
            self._paper.say(["", *(lines[:1] if self.app.hidden else lines)])
        except Closed:
            self._paper.give_up()

    def _converse(self) -> None:
        words = self.words
        self._paper.say(
            [words.ui("Skriv ett nummer och tryck Enter. {sign} visar allt du kan skriva.", sign=LIST)]
        )
        try:
            self._tell()
            while self.running and (typed := self._next_line()):
                self._answer(typed.strip()[:LONGEST])
        except KeyboardInterrupt:
            self.send(Leave())
        self._paper.wipe()
        self._paper.say(["", words.ui("Hej då.")])

    def _next_line(self) -> str:
        """What was typed; "" when nothing more can come."""
        self._paper.ask()
        try:
            return self._typed.readline()
        except OSError:
            return ""

    def _tell(self, *, afresh: bool = False) -> None:
        if not self.running:
            return
        self._page = page_of(self.app, self.words)
        self._paper.say(self._reader.read(self.app, self._page, self.words, self._letters, afresh=afresh))

    # --- what was typed ---

    def _answer(self, typed: str) -> None:
        command = meant(typed, self._letters, self.words, whole_words=not self._page.typing)
        if self.app.hidden:
            self._exercise(typed, command)
        elif command:
            self._command(command)
        elif self._page.typing:
            self._code(typed)
        else:
            self._pick(self._picked(typed))

    def _picked(self, typed: str) -> Intent | None:
        """What is meant by a number, or by Enter alone."""
        if not typed:
            return on_enter(self._page)
        number = typed.rstrip(".)")
        if not number.isdecimal():
            return None
        there = {number: item.intent for item, number in numbers(self._page).items()}
        return there.get(int(number))

    def _pick(self, intent: Intent | None) -> None:
        if intent is None:
            self._paper.say([self._what_there_is()])
            return
        self._do(intent)
        if isinstance(intent, SetFlag) and intent.form is None:
            self._paper.say([self.words.ui("Flaggan är borttagen.")])
        self._tell()

    def _what_there_is(self) -> str:
        """Which numbers there are, for who typed something else."""
        words, there = self.words, sorted(numbers(self._page).values())
        if not there:
            return words.ui("Tryck Enter för att gå vidare. {sign} visar allt du kan skriva.", sign=LIST)
        if len(there) == 1:
            return words.ui("Skriv {number} och tryck Enter.", number=there[0])
        return words.ui("Skriv ett nummer, {first} till {last}.", first=there[0], last=there[-1])

    def _command(self, command: Command) -> None:
        if command is Command.LIST:
            self._paper.say(command_list(self._letters, self.words))
            return
        if command is Command.AGAIN:
            self._tell(afresh=True)
            return
        intent, before = meaning(command, self._page), self.app
        if intent:
            self._do(intent)
        unchanged = self.app == before
        if unchanged and command is not Command.HELP:
            self._paper.say([refusal(command, self.words)])
            return
        self._tell(afresh=unchanged or command is Command.LANGUAGE)

    def _code(self, typed: str) -> None:
        if typed:
            self._type(typed)
            self._tell()
        else:
            self._paper.say([self.words.ui("Skriv koden och tryck Enter.")])

    def _exercise(self, typed: str, command: Command | None) -> None:
        """While the game is hidden a letter does nothing, but for the one that hides, three times, and to leave."""
        letters = "".join(typed.split()).casefold()
        if command is Command.QUIT:
            self.send(Leave())
        elif letters and set(letters) == {self._letters.hide}:
            for _ in letters:
                self.send(TapHeading())
        elif any(sign.isdecimal() for sign in typed):
            self._type(typed)
        else:
            self.send(Erase())
        self._tell(afresh=not self.app.hidden or command in {Command.LIST, Command.AGAIN})

    def _type(self, typed: str) -> None:
        """A whole line is typed in place of what stood there."""
        stood = max((len(block.text) for block in self._page.body if isinstance(block, Field)), default=0)
        for _ in range(stood + 1):
            self.send(Erase())
        for sign in typed:
            self.send(Typed(str(int(sign)) if sign.isdecimal() else sign))
        self.send(Submit())

    # --- what happens ---

    def send(self, intent: Intent) -> None:
        """The player meant this; it is carried out, and nothing is said yet."""
        self.app, commands = update(self.app, intent, self.words)
        for command in commands:
            self._carry_out(command)

    def _do(self, intent: Intent) -> None:
        self.send(intent)
        if self.app.hidden:
            self._paper.clear()

    def _carry_out(self, command: commands.Command) -> None:
        match command:
            case OpenStory(story):
                self.send(self._shelf.open_story(story))
            case ReadCode(code):
                self.send(self._shelf.read_code(code))
            case NameLanguage(name):
                self._paper.say([name])
            case PlaySound() | Silence() | ReadAgain() | ReadAloud() | WriteReport():
                return
            case StartHub() | TellHub() | KeepPlace() | KeepPath() | ReadPath() | MakePack():
                # A lesson needs a projector, and is offered in a window only.
                return
            case TakeSeat():
                self.send(GuestSeen(Seat.OUT, why=Hindrance.UNABLE))
            case TellScene() | TellAnswer():
                return
            case Quit():
                self.running = False
            case _:
                assert_never(command)
