"""A story of a few scenes with one of everything that screens show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.model import (
    About,
    Beginning,
    Branch,
    Choice,
    Choices,
    Ending,
    Eyes,
    Goto,
    Hearing,
    Line,
    LineKind,
    Person,
    Phone,
    Scene,
    Sign,
    Standing,
    Story,
    Tell,
)
from tests.screens.support import Player, playing, taking

if TYPE_CHECKING:
    from game.story.logic import FactType

PHONE = Phone("alva", "noel")
WHY_REPORT = "Att behöva visa var man är, är inte omtanke."
WHY_FINE = "Ni skrattar båda. Då är det lek."
WHY_THREAT = "Ett hot är ett hot, också när det sägs tyst."
SKIP = "Noel har sagt något som skrämmer Alva."


def narrated(text: str) -> Line:
    return Line(LineKind.NARRATION, text)


def said(who: str, text: str, sign: str = "", why: str = "") -> Line:
    return Line(LineKind.SPEECH, text, who, sign=Sign(sign, why) if sign else None)


def written(who: str, text: str, sign: str = "", why: str = "") -> Line:
    return Line(LineKind.MESSAGE, text, who, sign=Sign(sign, why) if sign else None, phone=PHONE)


SCENES = (
    Scene(
        "rast",
        "schoolyard",
        (
            narrated("Det är rast."),
            said("alva", "Han vill veta var jag är.", "must_report", WHY_REPORT),
            said("hawa", "Du är röd i ansiktet.", "healthy", WHY_FINE),
            written("noel", "Var är du?"),
            written("alva", "Hos Hawa."),
            written("noel", "Svara nu.", "must_report", "Att kräva svar styr någon annans tid."),
        ),
        Choices(
            "Alva väntar. Vad gör du?",
            (Choice("Fråga hur det känns.", "magen"), Choice("Byt ämne.", "skratt")),
        ),
        people=(Standing("alva"), Standing("hawa")),
    ),
    Scene("skratt", "schoolyard", (narrated("Ni skrattar."),), Goto((Branch("magen"),))),
    Scene(
        "magen",
        "schoolyard",
        (
            narrated("Alva tar sats."),
            Line(LineKind.FEEL, "Det här är tungt. Hur känns det?", skip=SKIP),
            said("alva", "Han säger att han ska slå.", "threat_hurt", WHY_THREAT),
            Line(LineKind.SILENCE, "Ingen säger något.", "alva"),
        ),
        Goto((Branch("korridor"),)),
        people=(Standing("alva"),),
    ),
    Scene(
        "korridor",
        "corridor",
        (said("samira", "Hej, ni två."), narrated("Daniel går förbi."), said("daniel", "Tjena!")),
        Choices(
            "Vad gör ni?",
            (
                Choice("Gå till en vuxen.", "valet"),
                Choice("Vänta lite.", "bank", wait=True),
                Choice("Gå hem.", "hemma"),
            ),
        ),
        chapter=2,
        people=(Standing("alva"),),
    ),
    Scene("bank", "corridor", (narrated("Ni sitter på bänken."),), Goto((Branch("korridor"),)), chapter=2),
    Scene(
        "valet",
        "corridor",
        (narrated("Ni stannar."),),
        Tell(
            "Vem berättar ni för?",
            (
                Hearing("samira", "lyssnar"),
                Hearing("daniel", "viftar", listens=False),
                Hearing("leila", "lyssnar"),
            ),
            (Beginning("Kan du lyssna först?"), Beginning("Det gäller en kompis.")),
        ),
        chapter=2,
    ),
    Scene(
        "viftar",
        "corridor",
        (said("daniel", "Det går nog över."),),
        Tell(
            "",
            (Hearing("daniel", "lyssnar"), Hearing("samira", "lyssnar")),
            (Beginning("Jag behöver hjälp."),),
        ),
        chapter=2,
    ),
    Scene(
        "lyssnar",
        "office",
        (said("samira", "Tack för att ni berättar."),),
        Ending("Två som vet", "Alva är inte ensam längre.", ("bris", "adults_line", "unconfirmed_line")),
        chapter=2,
    ),
    Scene(
        "hemma",
        "kitchen",
        (narrated("Mamma frågar."),),
        Ending("Hemma", "Ni pratar länge.", ("school",)),
        chapter=2,
    ),
)

EYES = (
    Eyes("noel", "rast", "bedroom", (said("noel", "Jag skrev igen."), narrated("Mobilen låg still."))),
    Eyes("alva", "magen", "schoolyard", (said("alva", "Jag ville säga mer."),)),
    Eyes("samira", "lyssnar", "office", (said("samira", "Jag såg att de var två."),)),
)


def sample() -> Story:
    """The story. Alva is exposed, Noel writes, Samira and Leila listen, Daniel does not at first."""
    about = About(
        "prov", "Provet", 13, 15, 5, "Alva är nykär.", "Svartsjuka.", ("threat",), ("partner",), "friend", "draft",
        cover="schoolyard", you="Hawa",
    )  # fmt: skip
    cast = {
        "hawa": Person("hawa", "Hawa"),
        "alva": Person("alva", "Alva"),
        "noel": Person("noel", "Noel"),
        "samira": Person("samira", "Samira", adult="mentor", about="Lyssnar klart."),
        "daniel": Person("daniel", "Daniel", adult="tränare"),
        "leila": Person("leila", "Leila", adult="skolsköterska"),
    }
    facts: dict[str, FactType] = {}
    return Story(about, "hawa", cast, facts, ("Ett", "Två"), "rast", {each.id: each for each in SCENES}, EYES)


# --- places in it ----------------------------------------------------------------------------------


def at_choices() -> Player:
    """At the first choice."""
    return playing(sample()).read_on()


def at_corridor() -> Player:
    """At the second choice, in the corridor."""
    return taking(at_choices(), 0).read_on()


def at_telling() -> Player:
    """Where one chooses whom to tell: Samira and Daniel have been met."""
    return taking(at_corridor(), 0).read_on()
