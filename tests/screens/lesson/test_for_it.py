"""What IT is told when pupils do not reach the lesson."""

from __future__ import annotations

import pytest

from game.messages.catalog import Catalog, languages
from game.resources import LOCALE
from game.screens.lesson.for_it import words_for_it

LANGUAGES = [each.code for each in languages(LOCALE)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_told_the_program_the_address_the_port_and_the_protocol(language: str) -> None:
    said = " ".join(words_for_it(Catalog(LOCALE, language), "10.0.4.12:8080", "pythonw.exe"))

    for part in ("pythonw.exe", "10.0.4.12", "8080", "TCP", "Windows"):
        assert part in said
    assert "{" not in said


def test_it_is_told_that_devices_must_reach_each_other_and_what_else_can_be_done() -> None:
    heading, *sentences = words_for_it(Catalog(LOCALE, "sv"), "10.0.4.12:8080", "pythonw.exe")

    assert heading == "Till IT"
    assert all(each.endswith(".") for each in sentences)
    assert any("client isolation" in each for each in sentences)
    assert any("beratta hub" in each for each in sentences)
