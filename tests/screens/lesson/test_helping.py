"""Whom one can talk to, on the projector: few at a time and large, and nothing but what the data says."""

from __future__ import annotations

from dataclasses import replace

from game.screens.lesson.helping import FEW
from game.screens.lesson.intents import Backward, EndLesson, Onward
from game.screens.lesson.state import Part
from game.screens.lesson.wire import Kind
from game.screens.page import Card, Screen
from game.story.library import help_for
from tests.screens.lesson.classroom import lesson_of, step_of
from tests.screens.lesson.lessons import at, part_of
from tests.screens.support import Player, help_entry, labels, real_library, texts_in


def helping() -> Player:
    """At the shipped help."""
    player = at(Part.HELP)
    player.app = replace(player.app, library=replace(player.app.library, help=real_library().help))
    return player


def shown(player: Player) -> list[Card]:
    return [block for block in player.page.body if isinstance(block, Card)]


def walked(player: Player) -> list[Card]:
    """Everybody, page by page."""
    found = shown(player)
    while not lesson_of(player.do(Onward())).ending:
        found += shown(player)
    return found


def test_those_whom_everybody_should_remember_come_first() -> None:
    bris, school, emergency = shown(helping())
    assert (bris.title, bris.tag, bris.small) == ("Bris", "116 111", "Dygnet runt")
    assert all(each in school.text.lower() for each in ("kurator", "skolsköterska", "mentor"))
    assert emergency.tag == "112"


def test_a_page_has_few_and_all_together_they_are_those_whom_the_help_shows() -> None:
    player = helping()
    entries = help_for(
        player.app.library.help, player.app.play.story.about.youngest if player.app.play else 0
    )
    assert len(shown(player)) <= FEW
    assert {card.title for card in walked(player)} == {entry.name for entry in entries}


def test_contacts_and_hours_are_those_of_the_data() -> None:
    player = helping()
    data = {entry.name: entry for entry in player.app.library.help}
    for card in walked(player):
        entry = data[card.title]
        assert (card.tag, card.small, card.text) == (entry.contact, entry.hours, entry.what)


def test_one_goes_on_to_the_others_and_back_and_the_end_is_asked_for_after_the_last() -> None:
    player = helping()
    assert "Fler att prata med" in labels(player)
    assert player.page.screen is Screen.LESSON_HELP
    assert "Avsluta lektionen" in labels(player.do(Onward()))
    assert shown(player.do(Backward()))[0].title == "Bris"
    assert part_of(player.do(Backward())) is Part.SIGNS


def test_who_is_not_among_the_first_is_shown_all_the_same() -> None:
    player = at(Part.HELP)
    others = tuple(help_entry(f"nummer {number}") for number in range(FEW + 1))
    player.app = replace(player.app, library=replace(player.app.library, help=others))
    assert [card.title for card in walked(player)] == [entry.name for entry in others]


def test_without_any_help_the_page_still_leads_on() -> None:
    player = at(Part.HELP)
    player.app = replace(player.app, library=replace(player.app.library, help=()))
    assert any("vuxen" in text for text in texts_in(player.page.body))
    assert part_of(player.do(Onward(), EndLesson(sure=True))) is Part.END


def test_devices_have_all_of_it_on_one_page() -> None:
    player = helping()
    first = step_of(player)
    assert first.kind is Kind.HELP
    assert step_of(player.do(Onward())) == first
