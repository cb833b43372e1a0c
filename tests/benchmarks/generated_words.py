"""What is said in the generated stories: short sentences of everyday Swedish, put together by chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random

ADULTS = (
    ("samira", "mentor", "Lyssnar klart innan hon säger något."),
    ("daniel", "tränare", "Snäll och full av fart. Har ofta bråttom."),
    ("jonas", "kurator", "Bor bakom en palm. Frågar försiktigt."),
)
BEGINNINGS = (
    "Jag behöver berätta en sak. Kan du lyssna först?",
    "Det gäller en kompis.",
    "Kan vi prata någonstans där ingen hör?",
)
_WHEN = (
    *(
        "På rasten",
        "Efter lektionen",
        "Vid skåpen",
        "I matkön",
        "På bussen",
        "Utanför hallen",
        "En stund senare",
    ),
    *(
        "Innan det ringer",
        "På vägen hem",
        "Framför spegeln",
        "Bakom cykelstället",
        "I trappan",
        "Vid fönstret",
    ),
    *(
        "Under eftermiddagen",
        "Mitt i grupparbetet",
        "Sent på kvällen",
        "När regnet slutar",
        "Strax före tolv",
    ),
)
_HAPPENS = (
    *("stannar Alva och letar efter mobilen", "skrattar någon åt en film", "står ni tysta en stund"),
    *("delar ni på en kanelbulle", "luktar det blöta jackor", "springer två sexor förbi", "plingar det igen"),
    *("vrider hon bort skärmen från dig", "räknar Elias upp alla länder han kan", "droppar det från taket"),
    *("knyter Alva skorna en gång till", "blir det plötsligt lugnt", "lyser lampan i omklädningsrummet"),
    *(
        "kommer hela handbollslaget ut på en gång",
        "vässar någon en penna",
        "går hon före, fast hon inte vet vart",
    ),
)
_AFTER = (
    *("", "", "", " Ingen säger något.", " Det regnar.", " Hon ler, men bara med munnen.", " Du väntar."),
    *(" Mobilen ligger med skärmen nedåt.", " Maja tittar på klockan.", " Det tar en stund."),
)
_FIRST = (
    "Asså,",
    "Vänta,",
    "Okej, men",
    "Du,",
    "Jo, men",
    "Alltså,",
    "Nej,",
    "Ärligt talat,",
    "Typ,",
    "Fast",
)
_SAID = (
    *("han skrev igen i natt", "jag orkar inte träna i dag", "provet blev flyttat till torsdag"),
    *("det är inte så farligt som det låter", "jag vill bara att det blir lugnt", "ni får gå utan mig"),
    *("jag hinner inte äta", "han vill veta vem jag satt med", "du behöver inte fråga varje gång"),
    *("mamma tror att jag sover dåligt", "vi kan väl ses på lördag i stället", "jag har raderat bilden nu"),
    *("han blir ledsen om jag inte svarar", "det var roligare förr", "jag glömde idrottskläderna hemma"),
)
_SO = (
    *(
        ".",
        ".",
        ".",
        "!",
        ", och nu vet jag inte vad jag ska svara.",
        ". Säg inget till någon.",
        ", tror jag.",
    ),
    *(". Eller vad tycker du?", ", så det får bli en annan gång.", ". Det är i alla fall vad han säger."),
)
_MESSAGES = (
    *("var är du", "svara då", "hos hawa, vi pluggar", "vem är det på bilden", "jag såg att du var online"),
    *(
        "okej förlåt",
        "ring när du kommer hem",
        "du har läst",
        "skicka en bild så jag ser",
        "kan vi prata sen",
    ),
    *("det var inte så jag menade", "sov gott", "jag väntar utanför", "varför tog det så lång tid"),
)
_SMALL = ("", "", "", " typ", " nu", " bara", " i kväll", " snälla", " eller", " på riktigt")
_WHYS = (
    *("Att kräva svar direkt är ett sätt att styra", "Att behöva visa var man är, är att bli kontrollerad"),
    *("Att fråga hur någon mår är omtanke", "Man får ha sin mobil för sig själv", "Att tjata är att pressa"),
    *("Att välja vem någon får träffa är att styra", "Den som bryr sig kan vänta på ett svar"),
    *("Att lägga skulden på den andra är orättvist", "Alla kan bli oroliga ibland"),
)
_WHAT_NOW = (
    ".",
    ". Det är inte okej.",
    ". Så gör en kompis.",
    ", fast det inte alltid märks.",
    ". Lägg märke till det.",
)
CHOICES = (
    *(
        "Fråga hur det känns i magen.",
        "Vänta. Säg ingenting.",
        "Byt ämne.",
        "Gå med henne ut.",
        "Säg att du finns här.",
    ),
    *(
        "Ropa på Elias.",
        "Erbjud en halv kanelbulle.",
        "Lägg bort din egen mobil.",
        "Fråga om hon vill gå hem.",
    ),
    *(
        "Skratta bort det.",
        "Titta på henne, och nicka.",
        "Sätt dig bredvid henne i trappan.",
        "Berätta om din helg.",
    ),
)
_ASKS = (
    "Alva ser på dig",
    "Det plingar",
    "Det är tyst",
    "Mobilen lyser",
    "Alva drar i dragkedjan",
    "Maja har gått",
)


def narration(chance: random.Random) -> str:
    return f"{chance.choice(_WHEN)} {chance.choice(_HAPPENS)}.{chance.choice(_AFTER)}"


def speech(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)} {chance.choice(_SAID)}{chance.choice(_SO)}"


def message(chance: random.Random) -> str:
    return chance.choice(_MESSAGES) + chance.choice(_SMALL)


def why(chance: random.Random) -> str:
    return chance.choice(_WHYS) + chance.choice(_WHAT_NOW)


def ask(chance: random.Random) -> str:
    return f"{chance.choice(_ASKS)}. Vad gör du?"
