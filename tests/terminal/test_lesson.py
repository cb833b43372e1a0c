"""A lesson needs a projector: in the terminal it is not offered, and what it shows can still be read as lines."""

from __future__ import annotations

from game.screens.intents import Go, Where
from game.screens.keys import Key
from game.screens.lesson.guest import JoinLesson
from game.screens.lesson.intents import StartLesson
from game.screens.page import Buttons, Heading, Item, Page, Screen
from game.terminal.commands import Letters
from game.terminal.numbers import numbers
from game.terminal.page_lines import PageReader
from tests.screens.support import Plain
from tests.view.lesson_samples import pages


def _lines(name: str) -> list[str]:
    return PageReader(pages()[name], Plain(), Letters.of(Plain())).body()


def test_a_lesson_is_not_offered_where_there_is_no_window() -> None:
    lesson = Item(StartLesson(), "Lektion med klassen", key=Key.D2)
    other = Item(JoinLesson(), "Gå med i en lektion")
    stories = Item(Go(Where.STORIES), "Spela", key=Key.D1)
    page = Page(Screen.TITLE, "Berätta", (Heading("Berätta"), Buttons((stories, lesson, other))))
    assert numbers(page) == {stories: 1}
    assert "lektion" not in " ".join(PageReader(page, Plain(), Letters.of(Plain())).body()).lower()


def test_answers_a_chart_and_a_timer_are_lines() -> None:
    assert "2. Säg åt henne att göra slut. 5." in _lines("ask, shown")
    assert any(line.startswith("Det som skaver. Före: ") for line in _lines("chart"))
    assert "Ungefär 40 sekunder kvar" in _lines("talk")
