"""The pages of a lesson as a screen reader is told them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.screens.lesson.teacher import teacher_page
from game.screens.page import Screen
from game.view.access.listener import Listener, listener_for
from game.view.access.nodes import Node, Role, Tree
from game.view.access.tree import tree_of
from tests.view.every_screen import in_a_lesson, in_language, laid_out, shelf
from tests.view.lesson_samples import TUCKED, pages

if TYPE_CHECKING:
    from game.screens.page import Page

SIZE = (1366, 768)


def _listener() -> Listener:
    app = in_a_lesson()["lesson, paused"]
    return listener_for(app, shelf().words("sv"))


def _tree(page: Page) -> Tree:
    return tree_of(page, laid_out(page, SIZE), _listener(), title="Övningar")


def _told(page: Page) -> list[Node]:
    return list(_tree(page).nodes.values())


def _named(page: Page, name: str) -> Node:
    return next(node for node in _told(page) if node.name == name)


def test_an_answer_that_can_be_pressed_tells_how_many_gave_it() -> None:
    first = _named(pages()["ask, shown"], "Fråga hur det känns i magen när han skriver så")
    assert first.role is Role.BUTTON
    assert first.description == "11. Flest svar."
    untold = _named(pages()["ask, shown"], "Byt ämne")
    assert untold.description == "Några få."


def test_hands_are_counted_by_buttons_that_say_whose() -> None:
    assert _named(pages()["ask, hands"], "En hand till: Byt ämne").role is Role.BUTTON


def test_an_answer_that_is_only_read_is_a_row_of_a_list() -> None:
    page = pages()["ask, trouble"]
    row = _named(page, "2. Säg åt henne att göra slut. 5.")
    assert row.role is Role.LIST_ITEM
    assert SIZE[0] > row.bounds.width > 100


def test_how_to_join_is_one_text_that_is_not_read_anew_when_somebody_comes() -> None:
    page = pages()["ask"]
    way_in = next(node for node in _told(page) if "K 4 T J A 7" in node.name)
    assert not way_in.live
    assert way_in.bounds.right < SIZE[0] // 2


def test_that_nobody_gets_in_is_news() -> None:
    news = _named(pages()["ask, trouble"], "Vi försöker nå skolans nät igen.")
    assert news.role is Role.NEWS
    assert news.live


def test_the_teachers_things_come_last_and_together() -> None:
    found = _tree(pages()["talk"])
    group = next(node for node in found.nodes.values() if node.name == "För läraren")
    names = [found.nodes[child].name for child in group.children]
    assert names == [item.label for item in TUCKED]


def test_a_chart_is_a_list_with_its_sentence_first() -> None:
    found = _tree(pages()["chart"])
    rows = [node.name for node in found.nodes.values() if node.role is Role.LIST_ITEM]
    said = "Efter berättelsen såg fler vad som var okej och vad som inte var det."
    assert rows[0] == f"{said} Ungefär så många av 100 svar."
    assert rows[2].startswith("Det som skaver. Före: ")


def test_a_reader_stands_at_what_the_class_reads() -> None:
    found = _tree(pages()["talk"])
    there = found.nodes[found.focus]
    assert (there.role, there.name) == (Role.HEADING, "Vad kan göra det svårt att säga som det är?")


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_everything_to_press_in_the_teachers_own_window_is_told(language: str) -> None:
    for name, app in in_a_lesson().items():
        there = in_language(app, language)
        if not there.lesson:
            continue
        page = teacher_page(there, there.lesson, shelf().words(language))
        assert page.screen is Screen.LESSON_TEACHER
        frame = laid_out(page, SIZE, rtl=language == "ar", language=language)
        found = tree_of(page, frame, listener_for(there, shelf().words(language)), title="Övningar")
        pressed = {node.intent for node in found.nodes.values() if node.intent}
        assert {item.intent for item in page.items()} <= pressed, name
