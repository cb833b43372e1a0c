"""What editors say of each key and word of a story: one sentence in Swedish, the language that stories are written in."""

from __future__ import annotations

from typing import Final

from game.story.logic import Compare, Happened
from game.story.model import Expression, Posture

STORY: Final = {
    "title": "Berättelsens namn, som det står på kortet.",
    "ages": "Vilka åldrar den är för: 13-15.",
    "minutes": "Ungefär hur många minuter det tar att spela.",
    "summary": "En eller två meningar på berättelsens kort.",
    "about": "Vilka former av våld den handlar om.",
    "context": "I vilken relation våldet finns; i en lista, när det är flera.",
    "notes": "Vad man behöver veta innan man börjar: en saklig rad om det som kan kännas.",
    "role": "Vem spelaren är för den som är utsatt.",
    "review": "Om människor har läst och godkänt berättelsen; ett utkast tills dess.",
    "cover": "Bilden på kortet; annars platsen i första scenen.",
    "you": "Vem i rollistan som spelaren är.",
    "cast": "Alla som är med: ett kort namn för filen, och vad de heter.",
    "facts": "Vad berättelsen minns: ja eller nej, eller ett heltal med gränser.",
    "chapters": "Kapitlens namn, i ordning.",
    "start": "Scenen som berättelsen börjar i.",
    "scenes": "Alla scener, var och en med ett namn och precis en väg vidare.",
    "eyes": "Andra ögon: ögonblick som ses igen, när berättelsen är slut.",
    "words": "Svåra ord, i alla former som används, och vad de betyder i en enda lätt mening.",
}
REVIEW: Final = {
    "state": "Utkast eller godkänd.",
    "on": "Dagen då den lästes: 2026-11-26.",
    "by": "Vilka som läste, med namn eller yrke.",
    "text": "Märket för just de ord som de läste; ”beratta check” säger vilket.",
}
COVER: Final = {
    "place": "Platsen på kortet.",
    "people": "Vilka som syns på kortet, högst tre.",
}
PERSON: Final = {
    "name": "Namnet som spelaren ser.",
    "pronoun": "Hon, han eller hen, för dem som översätter.",
    "adult": "En vuxens yrke eller relation, som mentor eller tränare; ingen alls för den som är ung.",
    "about": "En mening på den vuxnas kort: vem det är, och hur den lyssnar.",
    "portrait": "Hur personen ser ut; det som inte sägs får ett vanligt värde.",
}
BOUNDS: Final = {
    "start": "Värdet när berättelsen börjar.",
    "from": "Det minsta som talet kan bli; annars 0.",
    "to": "Det största som talet kan bli; annars 10.",
}
SCENE: Final = {
    "chapter": "Kapitlets nummer; det gäller tills en senare scen säger ett annat.",
    "place": "Var det händer: en av de ritade platserna.",
    "people": "Vilka som syns, högst tre; annars de som talar i scenen.",
    "do": "Vad som ändras när man kommer hit: {trust: +1}.",
    "meets": "Vuxna som syns här men inte säger något; de som talar är redan mötta.",
    "lines": "Det som sägs, skrivs och syns, rad för rad.",
    "choices": "Vad spelaren kan göra: varje val är en text och en scen.",
    "tell": "Vilka vuxna man kan berätta för, och scenen som följer.",
    "go": "Vidare utan val: till en scen, eller till den första i en lista vars villkor gäller.",
    "ending": "Berättelsen är slut.",
    "ask": "Frågan till spelaren ovanför valen.",
    "talk": "En fråga för klassen att prata om.",
    "listen": "Vad läraren kan lyssna efter när klassen pratar om talk; syns aldrig för eleverna.",
    "beginnings": "Hur man kan börja berätta: tre sätt.",
}
CHOICE: Final = {
    "go": "Scenen som valet leder till.",
    "do": "Vad valet ändrar: {trust: +1, blocked: true}.",
    "when": "Villkoret för att valet ska synas.",
    "once": "true: valet är borta när man har tagit det.",
    "wait": "true: valet är att lyssna vidare i tystnad.",
}
HEARING: Final = {
    "go": "Scenen när man har berättat för den här vuxna.",
    "listens": "false: den här vuxna viftar bort det, den här gången.",
    "when": "Villkoret för att den vuxna ska finnas att välja.",
    "do": "Vad som ändras när man har berättat.",
}
BEGINNING: Final = {"do": "Vad som ändras av att börja så."}
ENDING: Final = {
    "title": "Slutets namn.",
    "text": "Några lugna meningar om hur det blev.",
    "help": "Hjälpen som visas med slutet.",
}
EYES: Final = {
    "as": "Vem man ser det som.",
    "of": "Scenen som ses igen; den erbjuds den som har varit där.",
    "place": "Var det händer; annars scenens plats.",
    "lines": "Det som personen tänkte och såg.",
}
_SIGN: Final = {
    "sign": "Tecknet som raden visar: ett id från signs.yaml.",
    "why": "Varför det är ett tecken: en mening.",
    "when": "Villkoret för att raden ska finnas.",
}
SPOKEN: Final = _SIGN
SILENCE: Final = {
    "silence": "Ingen säger något; texten är vad som syns eller hörs under tiden.",
    "look": "Vem som syns, och hur: alva sad turned.",
    **_SIGN,
}
NARRATION: Final = {"narration": "Berättarens rad, när den har ett tecken eller ett villkor.", **_SIGN}
PHONE: Final = {
    "phone": "Vem mobilsamtalet är med.",
    "owner": "Vems mobil det är; annars den andra som skriver, eller spelarens.",
    "title": "Gruppchattens namn.",
    "messages": "Meddelandena, i ordning: noel: Var är du?",
    "when": "Villkoret för att meddelandena ska finnas.",
}
FEEL: Final = {
    "feel": "En paus: hur känns det? Man kan andas, hoppa över eller se hjälp.",
    "skip": "En saklig mening som står för resten av scenen, när den hoppas över.",
    "when": "Villkoret för att pausen ska finnas.",
}

CONDITION: Final = {
    Happened.What.SEEN.value: "Gäller när man har varit i scenen.",
    Happened.What.MET.value: "Gäller när man har mött den vuxna.",
    Happened.What.TOLD.value: "Gäller när man har berättat för den vuxna.",
    "all": "Gäller när alla i listan gäller.",
    "any": "Gäller när minst ett i listan gäller.",
    "not": "Gäller när villkoret inte gäller.",
}
OPS: Final = {
    Compare.Op.IS.value: "Lika med.",
    Compare.Op.NOT.value: "Något annat än.",
    Compare.Op.AT_LEAST.value: "Så mycket, eller mer.",
    Compare.Op.AT_MOST.value: "Så mycket, eller mindre.",
}
FACES: Final = {
    Expression.NEUTRAL: "inget särskilt",
    Expression.HAPPY: "ler",
    Expression.LAUGHING: "skrattar med slutna ögon",
    Expression.SAD: "tittar ner, håller om sin arm",
    Expression.CRYING: "gråter, knäpper händerna",
    Expression.WORRIED: "höjda ögonbryn, knäppta händer",
    Expression.SCARED: "stora ögon, händerna mot bröstet",
    Expression.ANGRY: "sänkta ögonbryn, armarna i kors",
    Expression.ASHAMED: "rodnar, blundar, böjer huvudet",
    Expression.RELIEVED: "andas ut, hand på hjärtat",
}
POSTURES: Final = {
    Posture.OPEN: "som ansiktet vill ha det",
    Posture.CLOSED: "armarna i kors, axlarna inåt",
    Posture.TURNED: "halvt bortvänd, blicken åt sidan",
}
RELATIONS: Final = {
    "partner": "En partner.",
    "ex": "En före detta partner.",
    "friend": "En vän.",
    "family": "Någon i familjen.",
    "honour": "Familj och släkt, i hederns namn.",
    "online_stranger": "En okänd på nätet.",
    "adult_in_charge": "En vuxen med ansvar, som en tränare.",
}
PLAYERS: Final = {
    "friend": "En kompis.",
    "sibling": "Ett syskon.",
    "cousin": "En kusin.",
    "classmate": "En klasskamrat.",
    "teammate": "En lagkamrat.",
    "neighbour": "En granne.",
    "relative": "En släkting.",
    "teacher": "En lärare, eller någon annan vuxen i skolan.",
}
PRONOUN: Final = {
    "hon": "En flicka eller kvinna.",
    "han": "En pojke eller man.",
    "hen": "Varken eller, eller osagt.",
}
STATES: Final = {"draft": "Ett utkast.", "approved": "Läst och godkänd av människor."}

EXAMPLES: Final = {
    "cast": "cast:\n  alva: {name: Alva, portrait: {skin: 1}}\n  samira: {name: Samira, adult: mentor}",
    "facts": "facts:\n  trust: 0\n  worry: {start: 1, from: 0, to: 3}\n  blocked: false",
    "eyes": "eyes:\n  - as: noel\n    of: rast\n    lines:\n      - noel worried: Jag skickade ett till.",
    "words": "words:\n  kurator, kuratorn: En vuxen i skolan som man kan prata med.\n  offline: Inte uppkopplad på nätet.",
    "people": "people: [alva happy, hawa closed]",
    "do": "do: {trust: +1, blocked: true}",
    "when": "when: {trust: at least 1, seen: rast}",
    "lines": "lines:\n  - Det är långrast.\n  - alva happy: Hej!\n  - hawa: Hej.\n    when: {trust: at least 1}",
    "messages": "messages:\n  - noel: Var är du?\n  - alva: Hos Hawa",
    "choices": "choices:\n  - Fråga hur det känns.: {go: magen, do: {trust: +1}}\n  - Byt ämne.: skratt",
    "tell": "tell:\n  samira: samira_lyssnar\n  daniel: {go: daniel_viftar_bort, listens: false}",
    "beginnings": "beginnings:\n  - Kan du lyssna först?\n  - Det gäller en kompis.: {do: {plain: true}}",
}
"""Keys that are easier to show than to say, each in one way that it can be written."""
