"""What to do when a pupil tells, step by step, honour apart; and whom the school's staff call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from game.format.municipalities import DEFAULT, Role
from game.screens.words import quoted
from game.story.library import Channel, help_for
from game.tools.pack.law import DAYS_TO_DECIDE, DUTY_TO_REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.words import Words
    from game.story.library import Help
    from game.tools.pack.material import Material

_STAFF_CALLS = ("emergency", "police")
"""Those of `help.yaml` that staff call too, where they are confirmed."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what to do, and words that can be said as they stand ("" where there are none)."""

    title: str
    text: str
    say: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """Somebody to reach. Where `contact` is "" there is a line to fill in by hand, with `fill` under it."""

    name: str
    contact: str
    hours: str
    fill: str


@dataclass(frozen=True, slots=True)
class Telling:
    """All of the page."""

    heading: str
    lead: str
    steps: tuple[Step, ...]
    avoid_heading: str
    avoid: tuple[str, ...]
    honour_heading: str
    honour: tuple[str, ...]
    danger_heading: str
    danger: str
    after_heading: str
    after: str
    calls_heading: str
    calls: tuple[Call, ...]
    calls_note: str


def telling(material: Material) -> Telling:
    """The page of a pack."""
    words = material.words
    return Telling(
        heading=words.ui("Om en elev berättar"),
        lead=words.ui("Du ska inte utreda. Du ska lyssna, och se till att eleven inte är ensam med det."),
        steps=_steps(words),
        avoid_heading=words.ui("Undvik"),
        avoid=(
            words.ui("att lova att det stannar mellan er"),
            words.ui("”Varför gjorde du inte …?”"),
            words.ui("att ställa den som gör illa mot väggen"),
            words.ui("att medla eller samla alla i ett rum"),
        ),
        honour_heading=words.ui("När det kan handla om heder, eller om någon hemma"),
        honour=(
            words.ui("Ring inte hem. Fråga socialtjänsten först: kontakt med vårdnadshavare kan öka faran."),
            words.ui(
                "Medla inte. Det är ofta flera som bevakar, och ett syskon som vaktar kan själv vara tvingat."
            ),
            words.ui("Låt inte en släkting tolka, och var försiktig med vem i skolan som får veta."),
            words.ui("Kom överens med eleven om hur ni når varandra, så att ingen hemma märker det."),
        ),
        danger_heading=words.ui("Fara nu, eller tankar på att inte vilja leva"),
        danger=_danger(material),
        after_heading=words.ui("Vad händer sedan?"),
        after=words.ui(
            "Socialtjänsten bedömer samma dag eller dagen efter om barnet behöver skydd direkt, och beslutar inom {days} dagar om en utredning. Lova aldrig hur det blir.",
            days=DAYS_TO_DECIDE.value,
        ),
        calls_heading=_calls_heading(material),
        calls=tuple(_calls(material)),
        calls_note=words.ui("Fyll i raderna före lektionen, så har du dem när de behövs."),
    )


def _steps(words: Words) -> tuple[Step, ...]:
    return (
        Step(
            words.ui("Lyssna lugnt"),
            words.ui("Låt eleven prata klart. Fråga inte ut. Det räcker med det som eleven själv säger."),
            quoted(words, words.ui("Tack för att du berättar. Jag tror på dig. Det är inte ditt fel.")),
        ),
        Step(
            words.ui("Lova inte att hålla det hemligt"),
            words.ui("Säg som det är, och håll det du säger."),
            quoted(
                words,
                words.ui("Jag kan inte lova att hålla det hemligt, men jag berättar för dig vad jag gör."),
            ),
        ),
        Step(
            words.ui("Fråga hur det är i dag"),
            words.ui("Är eleven inte trygg nu: stanna hos eleven, och ring någon i listan här nedanför."),
            quoted(words, words.ui("Är du trygg i dag? Vad är du mest orolig för?")),
        ),
        Step(
            words.ui("Skriv ner det"),
            words.ui(
                "Elevens egna ord, dag och tid. Inga tolkningar. Förvara det så att ingen annan kommer åt det."
            ),
        ),
        Step(
            words.ui("Prata med kurator eller rektor samma dag"),
            words.ui(
                "Skolan anmäler oro till socialtjänsten redan vid misstanke. Alla som arbetar i skolan är skyldiga att göra det (socialtjänstlagen {law}). Är du osäker, prata med kuratorn ändå.",
                law=DUTY_TO_REPORT.value,
            ),
        ),
        Step(
            words.ui("Berätta för eleven, och följ upp"),
            words.ui("Eleven får veta före andra vad som händer. Fråga igen i morgon, och nästa vecka."),
            quoted(words, words.ui("Jag har pratat med kuratorn, som jag sa. Hur har du det i dag?")),
        ),
    )


def _danger(material: Material) -> str:
    words, entry = material.words, _confirmed(material).get("emergency")
    number = words.of("help", entry.id, entry.contact) if entry else ""
    stay = words.ui("Lämna inte eleven ensam. Det gäller också när en kompis berättar det.")
    return words.ui("Ring {number}. {then}", number=number, then=stay) if number else stay


def _confirmed(material: Material) -> dict[str, Help]:
    entries = help_for(material.library.help, material.story.about.youngest)
    return {entry.id: entry for entry in entries if entry.channel is Channel.PHONE}


def _calls_heading(material: Material) -> str:
    words, place = material.words, material.municipality
    if place.id == DEFAULT:
        return words.ui("Vem du ringer")
    return words.ui("Vem du ringer i {municipality}", municipality=place.name)


def _calls(material: Material) -> Iterator[Call]:
    """The school's own, who are filled in by hand; the municipality's; and those for the whole country."""
    words, empty = material.words, material.words.ui("fyll i")
    for name in (words.ui("Kuratorn"), words.ui("Rektorn")):
        yield Call(name, "", "", empty)
    for role, known in material.municipality.contacts.items():
        yield Call(_role(role, words), known.contact, known.hours, empty)
    for id_ in _STAFF_CALLS:
        entry = _confirmed(material).get(id_)
        if entry:
            name, contact, hours = (
                words.of("help", id_, text) for text in (entry.name, entry.contact, entry.hours)
            )
            yield Call(name, contact, hours, empty)


def _role(role: Role, words: Words) -> str:
    match role:
        case Role.SOCIAL_DAY:
            return words.ui("Socialtjänsten, dagtid")
        case Role.SOCIAL_NIGHT:
            return words.ui("Socialjouren, kvällar och helger")
        case Role.REPORT:
            return words.ui("Här gör skolan en orosanmälan")
        case Role.HONOUR:
            return words.ui("Råd till personal om heder")
        case _:
            assert_never(role)
