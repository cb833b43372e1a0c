"""What a pupil's own game shows while the class is asked: the same question as on the projector, to be answered here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from game.screens.intents import Go, Where
from game.screens.lesson.blocks import Bar, Bars
from game.screens.lesson.guest import Answer
from game.screens.lesson.guest_answering import chosen
from game.screens.lesson.wire import Kind, Phase
from game.screens.page import Buttons, Card, Item, Look, Text, Tone
from game.screens.parts import digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.lesson.guest import Asked, Guest
    from game.screens.lesson.wire import Tally
    from game.screens.page import Block
    from game.screens.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """What there is on the page: its title, what stands below, a label, and what can be done beside leaving the lesson."""

    title: str
    body: tuple[Block, ...]
    label: str = ""
    foot: tuple[Item, ...] = ()


def asked_page(guest: Guest, asked: Asked, words: Words) -> Told | None:
    """What the class is at; None where this game has nothing to show of it."""
    match guest.seen.kind:
        case Kind.VOTE | Kind.JUDGE as kind:
            title = asked.title or words.ui("Vad tycker du?")
            foot = _take_back(guest, asked, words)
            return Told(title, _question(guest, asked, words), _label(kind, guest, asked, words), foot)
        case Kind.LINE:
            return Told(asked.title or words.ui("Berättelsen"), _line(guest, asked, words))
        case Kind.TALK:
            return Told(asked.title or words.ui("Prata två och två"), _said(asked))
        case Kind.WATCH | Kind.PRACTISE:
            board = Text(words.ui("Titta på tavlan."), Tone.LEAD)
            return Told(asked.title, (*_said(asked), board)) if asked.title else None
        case Kind.HELP:
            title = words.ui("Vem kan jag prata med?")
            here = Item(Go(Where.HELP), title, Look.HELP, icon="help")
            return Told(asked.title or title, (*_said(asked), Buttons((here,), across=True)))
        case Kind.PLAY | None:
            return None
        case _:
            assert_never(guest.seen.kind)


def _label(kind: Kind, guest: Guest, asked: Asked, words: Words) -> str:
    """Which one of how many, and how many have answered: a number alone, the same that stands on the projector."""
    many = words.ui("{answered} av {joined} har svarat", answered=asked.answered, joined=asked.joined)
    return " · ".join(filter(None, (_place(kind, asked, words), many if guest.seen.takes else "")))


def _place(kind: Kind, asked: Asked, words: Words) -> str:
    number, count = asked.place
    if not count:
        return ""
    if kind is Kind.VOTE:
        return words.ui("Röst {number} av {count}", number=number, count=count)
    return words.ui("Fråga {number} av {count}", number=number, count=count)


def _said(asked: Asked) -> tuple[Block, ...]:
    return (Text(asked.text, Tone.LEAD),) if asked.text else ()


# --- a question ---------------------------------------------------------------------------------------


def _question(guest: Guest, asked: Asked, words: Words) -> tuple[Block, ...]:
    if guest.seen.takes:
        own = words.ui("Ingen ser vad just du har valt. Du kan ändra dig tills läraren går vidare.")
        options = Buttons(tuple(_options(guest, asked)))
        return (*_said(asked), options, *_news(guest, asked, words), Text(own, Tone.SMALL))
    match guest.seen.phase:
        case Phase.REVEAL if asked.tally:
            return (*_said(asked), *_revealed(asked, asked.tally, words))
        case Phase.CLOSED | Phase.REVEAL:
            late = words.ui("Nu är det stängt. Titta på tavlan.")
            here = words.ui("Ditt svar är med. Titta på tavlan.")
            return (*_said(asked), Text(late if asked.mine is None else here, Tone.LEAD))
        case _:
            return (*_said(asked), Text(words.ui("Titta på tavlan."), Tone.LEAD))


def _options(guest: Guest, asked: Asked) -> Iterator[Item]:
    own = chosen(guest)
    for number, (text, key) in enumerate(zip(asked.options, digits(), strict=False)):
        yield Item(_answer(asked, number), text, Look.CHOICE, key, selected=number == own)


def _answer(asked: Asked, choice: int | None) -> Answer:
    return Answer(asked.step, asked.round, choice)


def _take_back(guest: Guest, asked: Asked, words: Words) -> tuple[Item, ...]:
    if not guest.seen.takes or chosen(guest) is None:
        return ()
    return (Item(_answer(asked, None), words.ui("Ta tillbaka mitt svar"), Look.QUIET),)


def _news(guest: Guest, asked: Asked, words: Words) -> tuple[Text, ...]:
    """Whether the answer is stored: never said before the hub has."""
    if guest.sending:
        return (Text(words.ui("Sparar …"), Tone.LEAD),)
    return () if asked.mine is None else (Text(words.ui("Din röst är sparad."), Tone.HELP),)


# --- a line of the story ------------------------------------------------------------------------------


def _line(guest: Guest, asked: Asked, words: Words) -> tuple[Block, ...]:
    said = Card("", asked.text, Tone.LEAD)
    if not guest.seen.takes:
        return (said,)
    flagged = chosen(guest) == 0
    key = next(digits())
    flag = Item(
        _answer(asked, None if flagged else 0),
        words.ui("Det här känns fel"),
        Look.FLAG,
        key,
        icon="flag",
        selected=flagged,
    )
    stored = Text(words.ui("Flaggan är sparad."), Tone.HELP)
    sent = Text(words.ui("Sparar …"), Tone.LEAD)
    news = (sent,) if guest.sending else (stored,) if flagged else ()
    own = words.ui("Tryck på flaggan när något känns fel. Ingen ser att det var du.")
    return (said, Buttons((flag,), across=True), *news, Text(own, Tone.SMALL))


# --- how the class answered ---------------------------------------------------------------------------


def _revealed(asked: Asked, tally: Tally, words: Words) -> tuple[Block, ...]:
    if len(tally.cells) != len(asked.options):
        return (Text(words.ui("För få har svarat för att det ska visas."), Tone.LEAD),)
    largest = max((cell.count or 0 for cell in tally.cells), default=0) or 1
    bars = tuple(_bar(asked, tally, place, text, largest, words) for place, text in enumerate(asked.options))
    hidden = tally.most is not None or any(cell.count is None for cell in tally.cells)
    why = words.ui("Små siffror visas inte, så att ingen kan räkna ut vem som svarade vad.")
    lead = Text(words.ui("Så svarade klassen"), Tone.LEAD)
    return (lead, Bars(bars), *((Text(why, Tone.SMALL),) if hidden else ()))


def _bar(asked: Asked, tally: Tally, place: int, text: str, largest: int, words: Words) -> Bar:
    count = tally.cells[place].count
    share = None if tally.most is not None or count is None else count / largest
    label = f"{text} · {words.ui('Ditt svar')}" if asked.mine == place else text
    return Bar(str(place + 1), label, _shown(tally, place, words), share)


def _shown(tally: Tally, place: int, words: Words) -> str:
    count = tally.cells[place].count
    if tally.most is not None:
        return words.ui("de flesta") if tally.most == place else words.ui("några få eller ingen")
    return words.ui("visas inte") if count is None else str(count)
