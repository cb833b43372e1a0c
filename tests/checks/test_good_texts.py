"""What is well written is left alone, however odd it looks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.unseen import UNSEEN
from tests.checks.written import chatted, codes, said, told
from tests.format.stories import BASE

GOOD = (
    "Han skriver hela tiden.",
    "Va? Nej! Sluta nu …",
    "Han blir typ… orolig.",
    "Jag… jag vet inte.",
    "”Svara”, skrev han. ”Svara nu.”",
    "Hon sa: ”Mamma läste ’Svara direkt’ i går.”",
    "”Är du säker?”",
    "Det är Alvas mobil, inte Noels.",
    "Ring Bris på 116 111.",
    "Adressen är bris.se och chatten finns på www.bris.se.",
    "Mejla till kurator@skolan.se i stället.",
    "Klockan är 14.30, t.ex., eller 15.00.",
    "Vi ses kl. 14 på t.ex. bibblan, dvs. som vanligt.",
    "Bl.a. Elias, m.fl. var där, o.s.v.",
    "Det kostar 1,5 miljoner, nästan 2,25.",
    "Skärmen är 27” bred.",
    "Hon är 13–15 år, tror jag.",
    "Ring 020-50 50 50 eller 08-44 40 50.",
    "Ni har läst kapitel 3 – och nästan hela 4.",
    "Han – den långa – såg det.",
    "– Nej, sa hon.",
    "För- och nackdelar med tv-spel.",
    "Hon är in- och utskriven hela tiden.",
    "Det var minus 5, alltså -5 grader.",
    "Räkna: 7 - 3 = 4.",
    "Vi vann 3–2 (till slut).",
    "Hon hette (tror jag) Maja (eller Maya).",
    "Listan: a) mobilen b) väskan c) jackan",
    "1) Vänta. 2) Andas.",
    "Hon kallade honom f*n och j*vla idiot.",
    "Han sa f**n två gånger.",
    "Jag hatar sk*tmobilen, sa hon, f*n också.",
    "5*3 är 15 och 2*2 är 4.",
    "Jag <3 dig.",
    "Är 3 < 5 och 5 > 3?",
    "Kontot heter noel_09 och hennes heter alva_ljung_11.",
    "Han heter @_noel_ på nätet.",
    "Hon bytte namn till alva.ljung på skoldatorn.",
    "Skriv #stopp, skrev någon.",
    "Rock & roll på H&M.",
    "Elias & Malte; båda två.",
    "Det är 50-50.",
    "Från A4 till A5, säger de.",
    "Ord som idé, café och à la carte.",
    "Zoë, Łukasz, Šejla och Ñandú går i klassen.",
    "SO:n och tv:n och EU:s regler.",
    "Hon läser Lgr 22 på s. 14.",
    "Hon bor på S:t Eriksgatan.",
    "Va’ ba’ va’ du va’?",
    "På ’80-talet fanns det telefoner med sladd.",
    "Nä’, ta’ det lugnt.",
    "Pris: 99 kr/mån, eller 5 %.",
    "Hon bytte till 1.2.3 igår.",
    "Kom ihåg: andas. Sedan: vänta.",
    "Ja/nej, och/eller.",
    "En .se-adress räcker.",
    "…",
    "Vänta …",
    "… och sedan ingenting.",
    "Dr Ahmed och fru Åhs, f.d. granne.",
    "Hon har pratat med Ph.D. Berg om det.",
    "Hej!!! Är du där??",
    "Va?! Nej!!",
    "Sista raden: ”Jag vet.”",
    "Hon frågade ”varför?” och gick.",
    "Det är 2 + 2 = 4.",
    "Bilden hette alva.jpg, och filmen klass.mp4.",
    "Hon ritade 7-eleven på armen.",
    "Det är 5½ minut kvar, 20 °C och 3 × 2.",
    "Herregud (ja, faktiskt!).",
    "Glad :) och ledsen :( på samma gång ;)",
    "Hon log (så här: :)).",
    "Att göra det är svårt, att skriva det är lättare.",
    "Todos los días, sa spanskläraren.",
    "XXL är för stor.",
    "Namn här och namn där.",
    "Text här, bild där.",
)

CHATTED = (
    "hej",
    "var tog alva vägen??",
    "ok...",
    "jag vet inte.. kanske",
    "svara då - jag väntar",
    "???",
    "*suckar*",
    "*förlåt",
    "_alva_",
    "haha :) <3",
    ":'( :´(",
    "kom (om du vill",
    "hej)))",
    "va ?",
    "ok,sen",
    "nej.Men ok",
    "X" * 3,
    "haha <33 :* :*",
    "kl 14 :)",
    "vad gör du ;)",
    "D: nej",
    "jag är på h&m",
    "2-3 min",
)


@pytest.mark.parametrize("text", GOOD)
def test_a_good_sentence_is_left_alone(text: str) -> None:
    assert codes(said(text)) == []


@pytest.mark.parametrize("text", CHATTED)
def test_people_write_as_they_do_in_a_chat(text: str) -> None:
    assert codes(chatted(text)) == []


def test_the_base_story_is_well_written() -> None:
    assert told(BASE) == []


TEXTS = st.text(
    st.sampled_from("abÅö1 .,…!?:;-–—*_~`<>[](){}&#\\\"'”’“«»´|=😀\u0301\u2192") | st.characters(), min_size=1
)


def _can_be_read(text: str) -> bool:
    return bool(text.strip()) and not UNSEEN.search(text)


@given(TEXTS.filter(_can_be_read))
def test_any_text_can_be_looked_at(text: str) -> None:
    for source in (said(text), chatted(text)):
        found = told(source)
        assert all(1 <= each.at.line <= len(source.splitlines()) for each in found)
        assert all(each.at.column >= 1 for each in found)
