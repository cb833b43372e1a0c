"""What a pupil's own game shows of a lesson: how to get in, that one is in, and that the class looks up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from game.screens.intents import Close, Erase, Submit, Typed
from game.screens.keys import Key
from game.screens.lesson.addresses import KEYPAD
from game.screens.lesson.furniture import keyed
from game.screens.lesson.guest import (
    CODE_LENGTH,
    SIGNS,
    Hindrance,
    JoinAgain,
    LeaveLesson,
    PlayOn,
    Seat,
)
from game.screens.lesson.guest_asked import asked_page
from game.screens.lesson.in_words import grouped
from game.screens.lesson.symbols import symbol_said
from game.screens.lesson.visiting import has_begun, is_there
from game.screens.lesson.wire import Kind, Phase
from game.screens.page import Buttons, Card, Field, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar, close_item

if TYPE_CHECKING:
    from game.screens.lesson.guest import Guest, JoinScreen
    from game.screens.lesson.guest_asked import Told
    from game.screens.model import App
    from game.screens.page import Block
    from game.screens.words import Words

_ANSWERS = frozenset({Kind.VOTE, Kind.JUDGE})
_ASKS = _ANSWERS | {Kind.LINE}


# --- getting in ---------------------------------------------------------------------------------------


def join_page(app: App, screen: JoinScreen, words: Words) -> Page:
    """The address and then the code, typed on the keyboard or on the screen."""
    waits = app.guest is not None
    typed = screen.code if screen.at_code else screen.address
    whole = not waits and (len(typed) == CODE_LENGTH if screen.at_code else bool(typed))
    erase = Item(
        Erase(), words.ui("Sudda"), Look.PLAIN, Key.BACKSPACE, icon="back", enabled=bool(typed) and not waits
    )
    on = words.ui("Gå med") if screen.at_code else words.ui("Nästa")
    submit = Item(Submit(), on, Look.MAIN, Key.ENTER, icon="next", enabled=whole)
    signs = tuple(Item(Typed(sign), sign, Look.CHIP) for sign in (SIGNS if screen.at_code else KEYPAD))
    title, *asked = _asked(screen, words)
    answer = words.ui("Ett ögonblick …") if waits else hindrance_said(screen.why, words)
    field = Field(words.ui("Kod") if screen.at_code else words.ui("Adress"), _shown(screen), answer)
    return Page(
        Screen.CODE,
        title,
        (
            Heading(title),
            *(Text(each, Tone.LEAD) for each in asked),
            field,
            Buttons(signs, across=True, label=words.ui("Tecken"), keypad=True),
        ),
        foot=(erase, submit),
        bar=bar(words, back=close_item(words)),
        keys={Key.ESCAPE: Close(), Key.BACKSPACE: Erase(), Key.ENTER: Submit()},
        default=Submit() if whole else signs[0].intent,
        typing=True,
    )


def _asked(screen: JoinScreen, words: Words) -> tuple[str, str]:
    if screen.at_code:
        return (
            words.ui("Skriv lektionens kod"),
            words.ui("Koden står på tavlan, under adressen. Stora eller små bokstäver spelar ingen roll."),
        )
    return (
        words.ui("Gå med i en lektion"),
        words.ui("Skriv adressen som står på tavlan. Den kan se ut som 10.0.4.12:8080."),
    )


def _shown(screen: JoinScreen) -> str:
    """The code in two halves, as it stands on the board."""
    return grouped(screen.code) if screen.at_code else screen.address


def hindrance_said(why: Hindrance | None, words: Words) -> str:
    """Why there is no seat, calmly, and what to do; "" for no reason."""
    match why:
        case None:
            return ""
        case Hindrance.UNREAD:
            return words.ui("Det där blev ingen adress. Jämför med tavlan, en bokstav eller siffra i taget.")
        case Hindrance.UNREACHED:
            return words.ui(
                "Skolans nät släpper inte fram det. Säg till din lärare – du kan räcka upp handen i stället."
            )
        case Hindrance.ELSEWHERE:
            return words.ui(
                "Där finns ingen lektion. Jämför adressen med tavlan, en bokstav eller siffra i taget."
            )
        case Hindrance.CODE:
            return words.ui("Den koden finns inte. Titta på tavlan och skriv den en gång till.")
        case Hindrance.FULL:
            return words.ui("Alla platser är tagna. Säg till läraren.")
        case Hindrance.LOCKED:
            return words.ui("Just nu släpps ingen ny in. Säg till läraren.")
        case Hindrance.OFTEN:
            return words.ui("Det gick lite för fort. Vänta en liten stund och försök igen.")
        case Hindrance.FREED:
            return words.ui("Din plats är inte kvar. Du kan gå med igen.")
        case Hindrance.UNABLE:
            return words.ui(
                "Det här spelet kan inte gå med i en lektion. Säg till din lärare – du kan räcka upp handen i stället."
            )
        case _:
            assert_never(why)


# --- in the lesson ------------------------------------------------------------------------------------


def guest_page(app: App, guest: Guest, words: Words) -> Page:
    """What the pupil sees while the class does something else than play. Nothing on it has any haste."""
    if guest.leaving and guest.seen.phase is not Phase.ENDED:
        return _asking_page(words)
    asked = _asked_now(guest, words)
    title, body = (asked.title, asked.body) if asked else _told(app, guest, words)
    if guest.seen.seat is Seat.LOST:
        lost = words.ui("Ingen kontakt med lektionen just nu. Spelet försöker igen av sig självt.")
        body = (*body, Text(lost, Tone.SMALL))
    on, leave = _on(app, guest, words), _leave(guest, words)
    foot = (leave, on) if on else (leave, *(asked.foot if asked else ()))
    shown = Page(
        Screen.LESSON_ASK if guest.seen.kind in _ASKS and asked else Screen.LESSON_TALK,
        title,
        (Heading(title), *body),
        foot=foot,
        bar=bar(words),
        label=asked.label if asked else "",
        # Nobody answers, and nobody leaves, by a key that was meant for the page before.
        default=None if guest.seen.takes else foot[-1].intent,
    )
    return keyed(shown)


def _asked_now(guest: Guest, words: Words) -> Told | None:
    """What the class is asked, while this seat is in a lesson where nobody has been asked to look up."""
    if not guest.seen.seated or guest.seen.phase is Phase.PAUSED or guest.seen.asked is None:
        return None
    return asked_page(guest, guest.seen.asked, words)


def _leave(guest: Guest, words: Words) -> Item:
    if guest.seen.phase is not Phase.ENDED:
        return Item(LeaveLesson(sure=False), words.ui("Lämna lektionen"), Look.QUIET, icon="door")
    on = words.ui("Spela vidare själv") if guest.kept else words.ui("Till startsidan")
    return Item(LeaveLesson(), on, Look.MAIN, Key.SPACE, icon="play" if guest.kept else "house_door")


def _asking_page(words: Words) -> Page:
    """Whether to leave; who presses on without reading stays."""
    title = words.ui("Vill du lämna lektionen?")
    stay = Item(Close(), words.ui("Nej, stanna kvar"), Look.MAIN, Key.SPACE, icon="back")
    leave = Item(LeaveLesson(), words.ui("Ja, lämna lektionen"), icon="door")
    rest = Text(words.ui("Då slutar spelet att följa klassen, och du kan spela själv."), Tone.LEAD)
    return keyed(
        Page(
            Screen.LESSON_TALK,
            title,
            (Heading(title), rest),
            foot=(leave, stay),
            bar=bar(words),
            keys={Key.ESCAPE: Close()},
            default=Close(),
        )
    )


def _on(app: App, guest: Guest, words: Words) -> Item | None:
    """What else the pupil can do than wait."""
    if guest.seen.seat is Seat.OUT:
        return Item(JoinAgain(), words.ui("Gå med igen"), Look.MAIN, Key.SPACE, icon="class")
    if not guest.seen.plays or not is_there(app, guest):
        return None
    label = words.ui("Spela vidare") if guest.told and has_begun(app, guest) else words.ui("Börja")
    return Item(PlayOn(), label, Look.MAIN, Key.SPACE, icon="play")


def _told(app: App, guest: Guest, words: Words) -> tuple[str, tuple[Block, ...]]:
    seen = guest.seen
    if seen.phase is Phase.ENDED:
        return words.ui("Lektionen är slut"), (Text(words.ui("Allt är raderat."), Tone.LEAD),)
    match seen.seat:
        case Seat.OUT:
            return words.ui("Du är inte med just nu"), (Text(hindrance_said(seen.why, words), Tone.LEAD),)
        case Seat.COMING:
            return words.ui("Ett ögonblick …"), (Text(words.ui("Spelet frågar efter din plats."), Tone.LEAD),)
        case Seat.TAKEN | Seat.LOST:
            return _with_class(app, guest, words)
        case _:
            assert_never(seen.seat)


def _with_class(app: App, guest: Guest, words: Words) -> tuple[str, tuple[Block, ...]]:
    seen = guest.seen
    if seen.plays:
        lead = words.ui("Läs i din egen takt. Du väljer själv, och ingen ser vad du väljer.")
        missing = words.ui("Berättelsen finns inte i det här spelet. Säg till din lärare.")
        return words.ui("Alla spelar själva"), (Text(lead if is_there(app, guest) else missing, Tone.LEAD),)
    if seen.kind is None and seen.phase is not Phase.PAUSED:
        name = Card(symbol_said(words, seen.symbol), words.ui("Så heter din plats."), icon="person")
        promise = words.ui("Ingen ser vad just du gör.")
        wait = words.ui("Lektionen börjar snart. Titta på tavlan så länge.")
        return words.ui("Du är med"), (name, Text(promise, Tone.LEAD), Text(wait, Tone.SMALL))
    stays = Text(words.ui("Det du har läst är kvar, och du kommer tillbaka till samma ställe."), Tone.SMALL)
    board = Card(words.ui("Titta på tavlan"), _together(seen.kind, words), icon="eye")
    return words.ui("Titta hit"), (board, *((stays,) if guest.kept else ()))


def _together(kind: Kind | None, words: Words) -> str:
    if kind in _ANSWERS:
        return words.ui("Läraren pratar med klassen. Ditt svar finns kvar.")
    if kind is Kind.TALK:
        return words.ui("Nu pratar ni med varandra.")
    return words.ui("Skärmen vilar en stund.")


def with_contact(page: Page, app: App, words: Words) -> Page:
    """A page of the story, which says in a few words when the lesson is not heard; the pupil plays on undisturbed."""
    if not app.guest or app.guest.seen.seat is not Seat.LOST or not page.label:
        return page
    return replace(page, label=f"{page.label} · {words.ui('Ingen kontakt just nu')}")
