"""The pause, and the resume code."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from game.screens.intents import Begin, Close, Erase, Go, Leave, Submit, Typed, Where
from game.screens.keys import Key
from game.screens.lesson.guest import JoinLesson, LeaveLesson
from game.screens.page import Block, Buttons, Card, Field, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar, chapter_label, close_item, digits
from game.story.resume import SIGNS, Refusal, encode

if TYPE_CHECKING:
    from game.screens.model import CodeScreen, Play
    from game.screens.words import Words
    from game.story.engine import Machine, State


@lru_cache(maxsize=32)
def code_of(machine: Machine, state: State) -> str:
    """The resume code of a state; working it out takes a moment, and a page is asked for often."""
    return encode(machine.story, state)


def pause_page(play: Play, words: Words, *, writing: bool = False, guest: bool = False) -> Page:
    """Everything that one may want in the middle of a story; its author (`writing`) goes to scenes, and needs no code; who is
    in a lesson (`guest`) can leave it.
    """
    go_on = Item(Close(), words.ui("Spela vidare"), Look.MAIN, Key.SPACE, icon="play")
    rest = (
        Item(Go(Where.FEEL), words.ui("Hur känns det?"), icon="breathe"),
        Item(Go(Where.LOG), words.ui("Det som sagts"), icon="log"),
        Item(Go(Where.WAYS), words.ui("Dina val"), icon="route"),
        *((Item(Go(Where.WAYS_MAP), words.ui("Karta över dina vägar"), icon="map"),) if play.endings else ()),
        Item(Go(Where.CIRCLE), words.ui("Vuxna du har mött"), icon="person"),
        Item(Go(Where.SETTINGS), words.ui("Språk och inställningar"), icon="settings"),
        Item(Go(Where.HELP), words.ui("Vem kan jag prata med?"), Look.HELP, icon="help"),
        Item(Begin(), words.ui("Börja om från början"), icon="back"),
        _out(words, guest=guest),
        *(_authors(words) if writing else ()),
    )
    # Nothing of what an author writes is ever wiped, and nobody should have to wonder.
    leaving = words.ui("Avsluta") if writing else words.ui("Avsluta och radera")
    leave = Item(Leave(), leaving, Look.DARK, icon="close")
    numbered = (go_on, *_numbered(rest), leave)
    title = words.ui("Paus")
    return Page(
        screen=Screen.PAUSE,
        title=title,
        label=chapter_label(words, play),
        body=(
            Heading(title),
            Buttons(numbered, across=True),
            *(() if writing else (_code_card(play, words),)),
        ),
        bar=bar(words, with_help=False, leave=False),
        keys={item.key: item.intent for item in numbered if item.key}
        | {Key.ESCAPE: Close(), Key.BACKSPACE: Close()},
        default=Close(),
    )


def _out(words: Words, *, guest: bool) -> Item:
    if guest:
        return Item(LeaveLesson(), words.ui("Lämna lektionen"), icon="door")
    return Item(Go(Where.TITLE), words.ui("Till startsidan"), icon="house_door")


def _authors(words: Words) -> tuple[Item, ...]:
    return (
        Item(Go(Where.SCENES), words.ui("Gå till en scen"), icon="route"),
        Item(Go(Where.MAP), words.ui("Karta över berättelsen"), icon="route"),
    )


def _code_card(play: Play, words: Words) -> Card:
    return Card(
        words.ui("Fortsätta en annan gång?"),
        words.ui(
            "Skriv av koden. Den leder till platsen strax efter ditt senaste val. Den minns bara det som berättelsen behöver för att gå vidare, inte vägen dit och inte vem du är. Inget sparas i datorn."
        ),
        icon="route",
        tag=code_of(play.machine, play.moment.segment.entry),
        tone=Tone.BIG,
    )


def _numbered(items: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(
        Item(item.intent, item.label, item.look, key, item.icon)
        for key, item in zip(digits(), items, strict=False)
    )


def grouped(code: str) -> str:
    """What has been typed of a code, in groups of four as it was shown."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def _sorry(why: Refusal | None, words: Words) -> str:
    match why:
        case Refusal.NOT_A_CODE:
            return words.ui("Det ser inte ut som en kod härifrån. Titta en gång till på det du skrev av.")
        case Refusal.MISTYPED:
            return words.ui("Något tecken har blivit fel. Jämför med det du skrev av, ett tecken i taget.")
        case Refusal.OTHER_VERSION:
            return words.ui("Koden hör till en annan version av berättelsen. Du kan börja om från början.")
        case None:
            return words.ui("Berättelsen går inte att öppna just nu. Säg till din lärare.")


def code_page(screen: CodeScreen, words: Words) -> Page:
    """Type a code, on the keyboard or on the screen."""
    title = words.ui("Fortsätt med en kod")
    signs = tuple(Item(Typed(sign), sign, Look.CHIP) for sign in SIGNS)
    typed = bool(screen.typed)
    erase = Item(Erase(), words.ui("Sudda"), Look.PLAIN, Key.BACKSPACE, icon="back", enabled=typed)
    submit = Item(Submit(), words.ui("Fortsätt"), Look.MAIN, Key.ENTER, icon="next", enabled=typed)
    lesson = Item(JoinLesson(), words.ui("Gå med i en lektion"), icon="class")
    answer = _sorry(screen.refused.why, words) if screen.refused else ""
    body: list[Block] = [
        Heading(title),
        Text(
            words.ui("Skriv koden som du fick när du pausade. Stora eller små bokstäver spelar ingen roll."),
            Tone.LEAD,
        ),
        Field(words.ui("Kod"), grouped(screen.typed), answer),
        Buttons(signs, across=True, label=words.ui("Tecken"), keypad=True),
    ]
    return Page(
        screen=Screen.CODE,
        title=title,
        body=tuple(body),
        foot=(lesson, erase, submit),
        bar=bar(words, back=close_item(words)),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Erase(), Key.ENTER: Submit()},
        default=Submit() if typed else signs[0].intent,
        typing=True,
    )
