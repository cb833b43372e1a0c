"""How one joins, for the side of the projector; and what is said when devices cannot get in."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.screens.lesson.blocks import Join
from game.screens.lesson.for_it import words_for_it
from game.screens.lesson.wire import HubSeen, Link, Phase, Reach, Trouble

if TYPE_CHECKING:
    from game.screens.words import Words

PROGRAM = "python.exe"
"""What IT's rules call the program that runs a lesson."""


def joining(hub: HubSeen, words: Words) -> Join:
    """All of it, large enough for the back row; before there is an address it says that one comes."""
    return Join(
        invitation=words.ui("Gå till"),
        address=hub.address,
        then=words.ui("och skriv koden"),
        code=hub.code,
        qr=hub.qr,
        qr_said=words.ui("QR-kod till samma sida"),
        counts=counts(hub, words),
        promise=words.ui("Inga namn. Ingen ser vad just du svarar."),
        trouble=trouble(hub, words) or _shut(hub, words),
    )


def _shut(hub: HubSeen, words: Words) -> str:
    """What the class reads while nobody new is let in; who was there keeps the seat."""
    if not hub.locked:
        return ""
    return words.ui("Ingen mer släpps in. Den som redan är med kan alltid komma tillbaka.")


def counts(hub: HubSeen, words: Words) -> str:
    """Who has come; and while answers are taken, how many have answered. Never who."""
    came = words.plural("{n} med", "{n} med", hub.joined)
    if hub.phase not in {Phase.OPEN, Phase.CLOSED, Phase.REVEAL}:
        return came
    return f"{came} · {words.plural('{n} har svarat', '{n} har svarat', hub.answered)}"


def trouble(hub: HubSeen, words: Words) -> str:
    """A calm sentence for the class where its devices cannot get in now; "" when they can."""
    if hub.trouble is not Trouble.NONE:
        return words.ui("Skärmarna kan inte vara med just nu. Räck upp handen i stället.")
    if hub.phase is Phase.ENDED:
        return words.ui("Skärmarna är klara för i dag. Räck upp handen i stället.")
    match hub.link:
        case Link.NONE | Link.STARTING:
            return words.ui("Adressen kommer strax.") if not hub.address else ""
        case Link.LOST:
            return words.ui(
                "Skärmarna har tappat kontakten. De kommer tillbaka av sig själva. Räck upp handen så länge."
            )
        case Link.HERE:
            return _unreached(hub.reach, words)
        case _:
            assert_never(hub.link)


def _unreached(reach: Reach, words: Words) -> str:
    match reach:
        case Reach.UNKNOWN | Reach.REACHED:
            return ""
        case Reach.BLOCKED:
            return words.ui("Skärmarna når inte fram just nu. Räck upp handen i stället.")
        case Reach.UNHEARD:
            return words.ui("Ingen har kommit in än. Om det inte går: räck upp handen i stället.")
        case _:
            assert_never(reach)


def advice(hub: HubSeen, words: Words) -> tuple[str, ...]:
    """What the teacher can do about it, () when nothing is wrong."""
    if hub.trouble is not Trouble.NONE:
        hands = words.ui("Räkna händer i dag. Lektionen fungerar lika bra då.")
        return (_wrong(hub.trouble, words), hands)
    if hub.phase is Phase.ENDED:
        return (
            words.ui("Efter fyra timmar raderas alla svar. Fortsätt med händer, eller börja en ny lektion."),
        )
    if hub.link is Link.LOST:
        return (
            words.ui(
                "Inga svar är borta. Fortsätt som vanligt: det som ska ut till skärmarna skickas när de hörs igen."
            ),
        )
    if hub.link is not Link.HERE or hub.reach not in {Reach.BLOCKED, Reach.UNHEARD}:
        return ()
    return (
        words.ui(
            "Kontrollera att eleverna är på skolans nät, samma som din dator, och att adressen är rätt skriven."
        ),
        words.ui(
            "Går det ändå inte: räkna händer i dag. Lektionen fungerar lika bra då. Visa texten här under för skolans IT."
        ),
    )


def to_it(hub: HubSeen, words: Words) -> tuple[str, ...]:
    """What the teacher can send to the school's IT, the first sentence a heading; () when nothing is wrong."""
    blocked = hub.link is Link.HERE and hub.reach in {Reach.BLOCKED, Reach.UNHEARD}
    return words_for_it(words, hub.address, PROGRAM) if blocked and hub.address else ()


def _wrong(trouble: Trouble, words: Words) -> str:
    match trouble:
        case Trouble.NONE:
            return ""
        case Trouble.ELSEWHERE:
            return words.ui(
                "En lektion pågår redan på den här datorn. Avsluta den först, om eleverna ska svara på skärm."
            )
        case Trouble.REFUSED:
            return words.ui("Kommunens tjänst känner inte igen skolan. Säg till skolans IT.")
        case Trouble.BROKEN:
            return words.ui("Elevernas sida går inte att starta på den här datorn. Säg till skolans IT.")
        case _:
            assert_never(trouble)
