"""Each slip is found, told where it is, and mended as it should be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.checks.typography import SLIPS as KINDS
from game.checks.typography import SUSPICIOUS
from tests.checks.written import chatted, codes, said, told, values
from tests.format.stories import BASE, base_with

SLIPS = (
    ("T474", 'Han skrev "svara" igen.', "Han skrev ”svara” igen."),
    ("T474", "Han skrev “svara” igen.", "Han skrev ”svara” igen."),
    ("T474", "Han skrev „svara“ igen.", "Han skrev ”svara” igen."),
    ("T474", "Han skrev »svara« igen.", "Han skrev ”svara” igen."),
    ("T474", "Han skrev «svara» igen.", "Han skrev ”svara” igen."),
    ("T474", "Han skrev 'svara' igen.", "Han skrev ”svara” igen."),
    ("T474", "Han skrev ‘svara’ igen.", "Han skrev ”svara” igen."),
    ("T474", "”Hon sa 'nej' till mig.”", "”Hon sa ’nej’ till mig.”"),
    ("T474", "Han skrev ''svara'' igen.", "Han skrev ”svara” igen."),
    ("T474", '"Jag är 15", sa hon.', "”Jag är 15”, sa hon."),
    ("T475", "Det är mamma's mobil.", "Det är mamma’s mobil."),
    ("T475", "Va' sa du?", "Va’ sa du?"),
    ("T475", "Ta 'na med dig.", "Ta ’na med dig."),
    ("T475", "Det var på '80-talet.", "Det var på ’80-talet."),
    ("T475", "Rock´n roll.", "Rock’n roll."),
    ("T475", "Rock`n roll.", "Rock’n roll."),
    ("T475", "Va´ sa du?", "Va’ sa du?"),
    ("T476", "Jag vet inte...", "Jag vet inte…"),
    ("T476", "Jag ... vet inte.", "Jag … vet inte."),
    ("T476", "Jag vet inte..", "Jag vet inte…"),
    ("T476", "Jag vet inte.....", "Jag vet inte…"),
    ("T476", "Jag vet inte . . .", "Jag vet inte …"),
    ("T476", "Va?..", "Va?…"),
    ("T477", "Han - den långa - såg det.", "Han – den långa – såg det."),
    ("T477", "Han -- den långa -- såg det.", "Han – den långa – såg det."),
    ("T477", "Han — den långa — såg det.", "Han – den långa – såg det."),
    ("T477", "Han—den långa—såg det.", "Han – den långa – såg det."),
    ("T477", "Han--den långa--såg det.", "Han – den långa – såg det."),
    ("T477", "- Nej, sa hon.", "– Nej, sa hon."),
    ("T477", "-Nej, sa hon.", "– Nej, sa hon."),
    ("T477", "—Nej, sa hon.", "– Nej, sa hon."),
    ("T477", "De som är 13-15 år.", "De som är 13–15 år."),
    ("T477", "Mellan 8-17 på vardagar.", "Mellan 8–17 på vardagar."),
    ("T477", "Men jag ville ju -", "Men jag ville ju –"),
    ("T478", "Han  skriver igen.", "Han skriver igen."),
    ("T478", "Han skriver.  Igen.", "Han skriver. Igen."),
    ("T478", "Han\tskriver igen.", "Han skriver igen."),
    ("T478", "Han skriver , igen.", "Han skriver, igen."),
    ("T478", "Han skriver ,igen.", "Han skriver, igen."),
    ("T478", "Han skriver .", "Han skriver."),
    ("T478", "Skriver han ?", "Skriver han?"),
    ("T478", "Skriver han ?!", "Skriver han?!"),
    ("T478", "Sluta !", "Sluta!"),
    ("T478", "Hon sa : nej.", "Hon sa: nej."),
    ("T478", "”Sluta !”", "”Sluta!”"),
    ("T479", "Det tog slut.Sedan kom bussen.", "Det tog slut. Sedan kom bussen."),
    ("T479", "Sluta!Nu räcker det.", "Sluta! Nu räcker det."),
    ("T479", "Va?Nej.", "Va? Nej."),
    ("T479", "Va?jag hörde inte.", "Va? jag hörde inte."),
    ("T479", "Han blev orolig…Sedan arg.", "Han blev orolig… Sedan arg."),
    ("T479", "Han kom,såg och gick.", "Han kom, såg och gick."),
    ("T479", "”Sluta.”Hon gick.", "”Sluta.” Hon gick."),
    ("T479", "”Sluta!”sa hon.", "”Sluta!” sa hon."),
    ("T479", "Hon såg det.Å, vad skönt.", "Hon såg det. Å, vad skönt."),
)

CHATTED = (
    ("T474", 'han skrev "svara"'),
    ("T474", "han skrev «svara»"),
    ("T475", "va' sa du"),
    ("T478", "va  sa du"),
)


@pytest.mark.parametrize(("code", "text", "mended"), SLIPS)
def test_a_slip_is_found_and_mended(code: str, text: str, mended: str) -> None:
    assert codes(said(text)) == [code]
    assert values(said(text), code)["meant"] == mended


@pytest.mark.parametrize("mended", sorted({mended for _, _, mended in SLIPS}))
def test_what_is_mended_has_no_slip(mended: str) -> None:
    assert codes(said(mended)) == []


@pytest.mark.parametrize(("code", "text"), CHATTED)
def test_marks_and_blanks_are_set_well_in_a_chat_too(code: str, text: str) -> None:
    assert codes(chatted(text)) == [code]


@pytest.mark.parametrize(
    ("line", "text", "mark"),
    [
        (16, "- alva: Han skrev 'svara' igen.", "'svara'"),
        (16, "- alva: Det tog slut.Sedan kom bussen.", ".Sedan"),
        (16, "- alva: Han  skriver igen.", " skriver"),
        (17, "- alva: Han såg mig\n    och gick ...", "..."),
    ],
)
def test_a_slip_is_told_where_it_stands(line: int, text: str, mark: str) -> None:
    source = base_with(text)
    (problem,) = told(source)
    lines = source.splitlines()
    first = next(number for number, each in enumerate(lines, 1) if "- alva: " in each)

    assert problem.at.line == first + line - 16
    assert lines[problem.at.line - 1][problem.at.column - 1 :].lstrip(".").startswith(mark.lstrip("."))


@given(st.text(st.sampled_from("abÅö1 .,…!?:;-–—\"'”’“«»´()"), max_size=25))
def test_what_is_mended_stays_mended_and_nothing_that_is_passed_over_needs_it(text: str) -> None:
    for kind in KINDS:
        mended = kind.mended(text)
        assert kind.mended(mended) == mended
        assert mended == text or SUSPICIOUS.search(text)


def test_a_slip_in_a_question_is_told_at_the_question_and_not_at_its_words_elsewhere() -> None:
    source = BASE.replace("ask: Vad gör du?", "ask: Det är rast. Vad gör du ?")
    (problem,) = told(source)

    assert source.splitlines()[problem.at.line - 1][problem.at.column - 1 :] == " ?"


def test_a_long_text_is_mended_around_its_slip() -> None:
    long = f"{'Hon gick hem. ' * 20}Han  gick. {'Hon gick hem. ' * 20}".strip()
    meant = values(said(long), "T478")["meant"]

    assert "Han gick." in meant
    assert meant.startswith("… ")
    assert meant.endswith(" …")
    assert len(meant) < 110


def test_each_kind_is_told_of_once_for_a_text() -> None:
    assert codes(said('"Han"... sa - hon - "nej"... sa\'han')) == ["T474", "T475", "T476", "T477"]
