"""The letters that can be typed on any page, and what each of them means there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from string import ascii_lowercase
from typing import TYPE_CHECKING, assert_never

from game.screens.intents import Back, Close, Go, Hide, Intent, Leave, NextLanguage, PickAdult, Where
from game.screens.keys import Key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.page import Page
    from game.screens.words import Words


class Command(Enum):
    """What a letter is for. The first ones get their letter first, should a translation give one twice."""

    HIDE = auto()
    QUIT = auto()
    HELP = auto()
    FLAG = auto()
    BACK = auto()
    LOG = auto()
    WORDS = auto()
    PAUSE = auto()
    AGAIN = auto()
    LANGUAGE = auto()
    LIST = auto()


LIST = "?"
_SWEDISH = {
    Command.HIDE: "d",
    Command.QUIT: "q",
    Command.HELP: "h",
    Command.FLAG: "f",
    Command.BACK: "t",
    Command.LOG: "l",
    Command.WORDS: "o",
    Command.PAUSE: "p",
    Command.AGAIN: "i",
    Command.LANGUAGE: "s",
}


@dataclass(frozen=True, slots=True)
class Letters:
    """The letter of each command, in one language."""

    of_command: Mapping[Command, str]

    @property
    def hide(self) -> str:
        return self.of_command[Command.HIDE]

    @property
    def quit(self) -> str:
        return self.of_command[Command.QUIT]

    @property
    def words(self) -> str:
        return self.of_command[Command.WORDS]

    @property
    def back(self) -> str:
        return self.of_command[Command.BACK]

    @classmethod
    def of(cls, words: Words) -> Letters:
        """The letters in the language of `words`."""
        wanted = {
            Command.HIDE: words.ui("d", "bokstav"),
            Command.QUIT: words.ui("q", "bokstav"),
            Command.HELP: words.ui("h", "bokstav"),
            Command.FLAG: words.ui("f", "bokstav"),
            Command.BACK: words.ui("t", "bokstav"),
            Command.LOG: words.ui("l", "bokstav"),
            Command.WORDS: words.ui("o", "bokstav"),
            Command.PAUSE: words.ui("p", "bokstav"),
            Command.AGAIN: words.ui("i", "bokstav"),
            Command.LANGUAGE: words.ui("s", "bokstav"),
        }
        return cls(_all_different(wanted))


def meant(typed: str, letters: Letters, words: Words, *, whole_words: bool) -> Command | None:
    """The command that was typed: its letter, or (with `whole_words`) a word that says the same."""
    folded = typed.casefold()
    if folded == LIST:
        return Command.LIST
    by_letter = {letter: command for command, letter in letters.of_command.items()}
    if folded in by_letter or not whole_words:
        return by_letter.get(folded)
    by_word = {
        words.ui("Dölj"): Command.HIDE,
        words.ui("Avsluta"): Command.QUIT,
        words.ui("Hjälp"): Command.HELP,
        words.ui("Paus"): Command.PAUSE,
        words.ui("Tillbaka"): Command.BACK,
    }
    return next((command for word, command in by_word.items() if word.casefold() == folded), None)


def _all_different(wanted: Mapping[Command, str]) -> dict[Command, str]:
    """A letter for each, whatever the translation says: the wanted one, the Swedish one, or any that is free."""
    letters: dict[Command, str] = {}
    for command, letter in wanted.items():
        candidates = (letter.casefold(), _SWEDISH[command], *ascii_lowercase)
        letters[command] = next(
            each for each in candidates if len(each) == 1 and each.isalpha() and each not in letters.values()
        )
    return letters


def meaning(command: Command, page: Page) -> Intent | None:
    """What a command means on a page; None where it means nothing, or where nothing happens in the game."""
    match command:
        case Command.HIDE:
            return Hide()
        case Command.QUIT:
            return Leave()
        case Command.HELP:
            return Go(Where.HELP)
        case Command.FLAG:
            return page.keys.get(Key.F)
        case Command.BACK:
            return way_back(page)
        case Command.LOG:
            return _if_there(Go(Where.LOG), page)
        case Command.WORDS:
            return page.keys.get(Key.O)
        case Command.PAUSE:
            return _if_there(Go(Where.PAUSE), page)
        case Command.LANGUAGE:
            return NextLanguage()
        case Command.AGAIN | Command.LIST:
            return None
        case _:
            assert_never(command)


def way_back(page: Page) -> Intent | None:
    """A line back in the story, otherwise to the page below."""
    keys = (page.keys.get(key) for key in (Key.BACKSPACE, Key.ESCAPE))
    return next((intent for intent in keys if isinstance(intent, Back | Close | PickAdult)), None)


def _if_there(intent: Intent, page: Page) -> Intent | None:
    return intent if intent in page.keys.values() else None


def command_list(letters: Letters, words: Words) -> list[str]:
    """Every command with what it does."""
    about = {
        Command.FLAG: words.ui("flagga raden: det här känns fel"),
        Command.BACK: words.ui("tillbaka"),
        Command.LOG: words.ui("det som sagts; där kan du flagga äldre rader"),
        Command.WORDS: words.ui("svåra ord: vad de betyder"),
        Command.PAUSE: words.ui("paus"),
        Command.HELP: words.ui("hjälp: vem kan jag prata med?"),
        Command.HIDE: words.ui(
            "Dölj: bara en matteövning syns. Skriv {letter} tre gånger, så är du tillbaka.",
            letter=letters.hide,
        ),
        Command.AGAIN: words.ui("läs igen"),
        Command.LANGUAGE: words.ui("byt språk"),
        Command.QUIT: words.ui("avsluta; inget sparas"),
    }
    return [
        words.ui("Skriv, och tryck Enter:"),
        words.ui("Bara Enter = vidare"),
        words.ui("Ett nummer = det som står vid numret"),
        *(f"{letters.of_command[command]} = {text}" for command, text in about.items()),
        words.ui("{sign} = den här listan", sign=LIST),
    ]


def refusal(command: Command, words: Words) -> str:
    """Why a command does nothing here."""
    if command is Command.FLAG:
        return words.ui("Här finns ingen rad att flagga.")
    if command is Command.BACK:
        return words.ui("Det går inte att gå längre tillbaka.")
    if command is Command.WORDS:
        return words.ui("Här finns inga ord att förklara.")
    if command is Command.LANGUAGE:
        return words.ui("Det finns bara ett språk här.")
    return words.ui("Det går bara i berättelsen.")
