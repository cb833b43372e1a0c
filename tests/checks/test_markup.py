"""Markup that the game does not have is told of, with what remains without it; what opens must close."""

from __future__ import annotations

import pytest

from tests.checks.written import chatted, codes, said, told, values
from tests.format.stories import base_with

MARKUPS = (
    ("markup_bold", "Det är **inte** ditt fel.", "Det är inte ditt fel."),
    ("markup_bold", "Det är __inte__ ditt fel.", "Det är inte ditt fel."),
    ("markup_italic", "Det är *inte* ditt fel.", "Det är inte ditt fel."),
    ("markup_italic", "Det är _inte_ ditt fel.", "Det är inte ditt fel."),
    ("markup_italic", "*Hon suckar.*", "Hon suckar."),
    ("markup_italic", "_Hon suckar länge._", "Hon suckar länge."),
    ("markup_struck", "Det är ~~inte~~ ditt fel.", "Det är inte ditt fel."),
    ("markup_link", "Läs på [bris.se](https://bris.se).", "Läs på bris.se."),
    ("markup_link", "Läs på [[bris]].", "Läs på bris."),
    ("markup_heading", "## Natten", "Natten"),
    ("markup_code", "Skriv `svara` igen.", "Skriv svara igen."),
    ("markup_tag", "Det är <b>inte</b> ditt fel.", "Det är inte ditt fel."),
    ("markup_tag", "Hon suckar.<br/>", "Hon suckar."),
    ("markup_tag", "<span class=x>Hon</span> suckar.", "Hon suckar."),
    ("markup_tag", "Det är [i]inte[/i] ditt fel.", "Det är inte ditt fel."),
    ("markup_tag", "Det är [color=red]inte[/color] ditt fel.", "Det är inte ditt fel."),
    ("markup_hole", "Hej {namn}, sa hon.", ""),
    ("markup_hole", "Hej {{player.name}}, sa hon.", ""),
    ("markup_hole", "Hej ${name}, sa hon.", ""),
    ("markup_hole", "Det är {i}inte{/i} ditt fel.", ""),
    ("markup_hole", "Hej %(name)s, sa hon.", ""),
    ("markup_hole", "<<if svar>> Hej.", ""),
    ("markup_entity", "Elias &amp; Malte.", "Elias & Malte."),
    ("markup_entity", "Han sa &#8221;nej.", "Han sa ”nej."),
    ("markup_escape", r"Hon gick.\nSedan kom hon.", "Hon gick. Sedan kom hon."),
    ("markup_escape", r"Hon gick \n hem.", "Hon gick hem."),
    ("markup_escape", r"Det är \*inte.", "Det är *inte."),
)

OPEN = (
    ("T471", "”Svara nu, skrev han."),
    ("T471", "Svara nu”, skrev han."),
    ("T471", "”Svara”, skrev han. ”Nu."),
    ("T472", "Hon kom (till slut."),
    ("T472", "Hon kom till slut)."),
    ("T472", "Hon kom (till] slut)."),
    ("T472", "Hon kom [till slut."),
    ("T472", "Hon kom {till slut."),
)


@pytest.mark.parametrize(("kind", "text", "meant"), MARKUPS)
def test_markup_is_told_of_with_what_remains_without_it(kind: str, text: str, meant: str) -> None:
    found = values(said(text), "T470")

    assert codes(said(text)) == ["T470"]
    assert found["kind"] == kind
    assert found["part"] in text
    assert found["meant"] == meant


@pytest.mark.parametrize(("code", "text"), OPEN)
def test_what_opens_and_does_not_close_is_told_of(code: str, text: str) -> None:
    assert codes(said(text)) == [code]


@pytest.mark.parametrize("text", ["**nej**", "<b>nej</b>", "hej {namn}", "&lt;3", "”nej"])
def test_most_markup_is_a_mistake_in_a_chat_too(text: str) -> None:
    assert codes(chatted(text))[0] in {"T470", "T471"}


def test_markup_is_told_where_it_stands() -> None:
    source = base_with("- alva: Det är\n    inte **ditt** fel.")
    (problem,) = told(source)

    assert source.splitlines()[problem.at.line - 1][problem.at.column - 1 :] == "**ditt** fel."


def test_markup_in_the_head_is_told_of_in_the_head() -> None:
    source = base_with("summary: Alva är *nykär*.\n")
    (problem,) = told(source)

    assert source.splitlines()[problem.at.line - 1][problem.at.column - 1 :] == "*nykär*."
