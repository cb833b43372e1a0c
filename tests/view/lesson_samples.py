"""Pages of a lesson with much on them, in the words of any language, to be laid out in every window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import segno

from game.screens.intents import Forward
from game.screens.keys import DIGITS, Key
from game.screens.lesson.blocks import Bar, Bars, Chart, Countdown, Group, Join, Slice, Stack
from game.screens.lesson.intents import (
    Backward,
    CountHands,
    Onward,
    OpenAnswers,
    PauseClass,
    StartTimer,
    Take,
    Tick,
)
from game.screens.page import Buttons, Card, Heading, Item, Look, Page, Screen, Text, Tone
from game.screens.parts import bar
from tests.view.every_screen import shelf

if TYPE_CHECKING:
    from game.screens.page import Block
    from game.screens.words import Words

QR = tuple(
    tuple(bool(module) for module in row) for row in segno.make("http://10.0.4.12:8080/s/K4TJA7").matrix
)
OPTIONS = (
    "Fråga hur det känns i magen när han skriver så",
    "Säg åt henne att göra slut",
    "Byt ämne",
    "Gå med henne till mentorn efter lektionen och sitt bredvid medan hon berättar det hon vill",
)
COUNTS = (11, 5, 2, 6)


def words(language: str = "sv") -> Words:
    """The texts of a language."""
    return shelf().words(language)


def join(*, trouble: str = "", address: str = "10.0.4.12:8080") -> Join:
    """A way in."""
    return Join(
        "Gå till",
        address,
        "och skriv koden",
        "K4TJA7",
        QR,
        "Eller rikta kameran mot rutan.",
        "27 med · 24 har röstat",
        "Inga namn. Ingen ser vad du röstat på.",
        trouble,
    )


def answers(*, told: bool = True, hands: bool = False, pressed: bool = True) -> Bars:
    """How a class answered."""
    return Bars(
        tuple(
            Bar(
                str(number + 1),
                label,
                ("några få" if count == 2 else str(count)) if told else "",
                count / max(COUNTS) if told and count != 2 else None,
                leads=told and count == max(COUNTS),
                item=Item(Take(number), label, Look.CHOICE, DIGITS[number]) if pressed else None,
                less=Item(CountHands(number, -1), "−", said=f"En hand färre: {label}") if hands else None,
                more=Item(CountHands(number, 1), "+", said=f"En hand till: {label}") if hands else None,
            )
            for number, (label, count) in enumerate(zip(OPTIONS, COUNTS, strict=True))
        )
    )


def chart() -> Chart:
    """Before and after."""

    def stack(label: str, *counts: int) -> Stack:
        whole = sum(counts)
        kinds = ("okej", "osäker", "inte okej")
        return Stack(
            label,
            tuple(
                Slice(kind, count / whole, f"{count} av 100")
                for kind, count in zip(kinds, counts, strict=True)
            ),
        )

    return Chart(
        (
            Group("Det som är okej", (stack("Före", 60, 22, 18), stack("Efter", 81, 12, 7))),
            Group("Det som skaver", (stack("Före", 48, 31, 21), stack("Efter", 22, 49, 29))),
            Group(
                "Det som inte är okej",
                (stack("Före", 33, 33, 34), Stack("Efter", instead="För få svar för att visas.")),
            ),
        ),
        ("Okej", "Osäker", "Inte okej"),
        "Efter berättelsen såg fler vad som var okej och vad som inte var det.",
        "Ungefär så många av 100 svar",
    )


def onward(label: str = "Visa svaren") -> Item:
    """The way on."""
    return Item(Onward(), label, Look.MAIN, Key.SPACE, icon="next")


TUCKED = (
    Item(Backward(), "Tillbaka", icon="back"),
    Item(PauseClass(on=True), "Titta hit", icon="pause"),
    Item(OpenAnswers(), "Öppna igen", icon="hand"),
    Item(StartTimer(60), "En minut", icon="clock"),
    Item(Forward(), "Hoppa över scenen", icon="skip"),
)


def pages(language: str = "sv") -> dict[str, Page]:
    """All of them by name."""
    texts = words(language)
    top = bar(texts)
    talk = Card(
        "Prata två och två i en minut:",
        "Vad kan göra det svårt att säga som det är?",
        Tone.LEAD,
        icon="speech",
    )
    question = Heading("Alva ser på dig och väntar. Vad gör du?")

    def page(screen: Screen, *body: Block, aside: Join | None = None, tucked: tuple[Item, ...] = ()) -> Page:
        return Page(
            screen,
            "En sida",
            body,
            (onward(),),
            top,
            default=Onward(),
            aside=aside,
            tucked=tucked,
        )

    ticks = tuple(
        Item(Tick(row), label, Look.CHOICE, DIGITS[row], selected=row != 1)
        for row, label in enumerate(("Jag vet vem jag ringer om en elev berättar.", "Kuratorn vet om det."))
    )
    return {
        "lobby": page(
            Screen.LESSON_LOBBY,
            Heading("Välkomna!"),
            Text("27 är med", Tone.BIG),
            Text("Ni får varsitt tecken i stället för namn. Ingen ser vad just du svarar.", Tone.LEAD),
            aside=join(),
        ),
        "lobby, trouble": page(
            Screen.LESSON_LOBBY,
            Heading("Välkomna!"),
            aside=join(
                trouble="Ingen annan enhet når hit ännu. Räck upp handen så länge.",
                address="192.168.100.123:8081",
            ),
        ),
        "ask": page(Screen.LESSON_ASK, question, answers(told=False), aside=join()),
        "ask, shown": page(Screen.LESSON_ASK, question, answers(), talk, aside=join(), tucked=TUCKED),
        "ask, hands": page(Screen.LESSON_ASK, question, answers(hands=True)),
        "ask, trouble": page(
            Screen.LESSON_ASK,
            question,
            answers(pressed=False),
            aside=join(trouble="Vi försöker nå skolans nät igen."),
        ),
        "talk": page(
            Screen.LESSON_TALK,
            Heading("Vad kan göra det svårt att säga som det är?"),
            Text("Prata två och två. Ingen behöver berätta om sig själv.", Tone.LEAD),
            Countdown(60, 42, "Ungefär 40 sekunder kvar"),
            tucked=TUCKED,
        ),
        "signs": page(
            Screen.LESSON_SIGNS,
            Text("Noel skriver till Alva · Nykär", Tone.SMALL),
            Heading("Vad såg vi?"),
            Card(
                "”jag ser att du är kvar i hallen så svara”",
                "Att kräva svar direkt är ett sätt att styra.",
                Tone.FLAGGED,
                icon="flag",
                tag="Kontroll",
                small="De flesta satte flagga här",
            ),
        ),
        "chart": page(Screen.LESSON_CHART, Heading("Före och efter"), chart()),
        "help": page(
            Screen.LESSON_HELP,
            Heading("Vem kan man prata med?"),
            Text("Det är aldrig ens eget fel. Berätta för en vuxen.", Tone.LEAD),
            Card("Bris", "För alla under 18.", Tone.HELP, "phone_call", "116 111", "Dygnet runt"),
            Card("Din skola", "Kuratorn eller din mentor.", Tone.HELP, "person", small="När skolan är öppen"),
            Card("När det är fara", "Ring när det är fara.", Tone.HELP, "phone_call", "112"),
            Card("En vuxen du litar på", "Det kan vara någon hemma.", Tone.HELP, "person"),
        ),
        "end": page(
            Screen.LESSON_END, Heading("Tack för i dag"), Text("Allt från lektionen är borta.", Tone.LEAD)
        ),
        "list": page(Screen.LESSON_LIST, Heading("Innan ni börjar"), Buttons(ticks)),
        "teacher": page(
            Screen.LESSON_TEACHER,
            Heading("Röst 2 av 6"),
            Card(
                "Säg så här",
                "Läs frågan högt. Låt alla tänka en stund innan ni svarar.",
                Tone.LEAD,
                icon="speech",
            ),
            Text("27 med · 24 har svarat", Tone.BIG),
            answers(),
            Buttons(TUCKED),
        ),
    }
