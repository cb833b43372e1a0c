"""Every screen as a screen reader is told it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect

from game.screens import navigation
from game.screens.intents import Forward
from game.screens.page import Item, Look, Page, Screen
from game.screens.settings import SetLanguage
from game.view.access.listener import Listener, listener_for
from game.view.access.nodes import WINDOW, Node, Role, Tree
from game.view.access.tree import tree_of
from tests.view.every_screen import laid_out, screens, shelf, shown

if TYPE_CHECKING:
    from game.screens.model import App
    from game.view.frame import Frame

LANGUAGES = ("sv", "sv@lattlast", "en", "fi", "ar", "so")
SIZE = (1024, 600)
TITLE = "Övningar"
HOLDERS = {Role.WINDOW, Role.CHOICES, Role.GROUP, Role.LIST, Role.LETTERS}
"""What may be without a name: it is told by what it holds."""


@cache
def told(name: str, language: str = "sv") -> tuple[App, Page, Frame, Listener]:
    """A screen in a language, laid out, and who hears it."""
    app = screens()[name]
    app = replace(app, settings=replace(app.settings, language=language))
    page = shown(app)
    rtl = app.library.runs_leftward(language)
    frame = laid_out(page, SIZE, rtl=rtl, language=language)
    return app, page, frame, listener_for(app, shelf().words(language))


@cache
def tree(name: str, language: str = "sv", scrolled: int = 0) -> Tree:
    app, page, frame, listener = told(name, language)
    return tree_of(page, frame, listener, title=TITLE, scrolled=scrolled, focus=app.focus)


def pressed(found: Tree) -> list[Node]:
    """What can be pressed, without the line itself, which is no item."""
    return [node for node in found.nodes.values() if node.intent and node.role is not Role.LINE]


def below(found: Tree, node: int = WINDOW) -> list[int]:
    """Everything under a node, in reading order, the node first."""
    return [node, *(each for child in found.nodes[node].children for each in below(found, child))]


EVERYWHERE = pytest.mark.parametrize(
    "language", [pytest.param(each, marks=pytest.mark.xdist_group(f"told in {each}")) for each in LANGUAGES]
)
"""In the same process, so that every screen is laid out once for each language."""


@EVERYWHERE
def test_every_thing_to_press_is_there_once_in_the_order_of_the_focus(language: str) -> None:
    for name in screens():
        page, found = told(name, language)[1], tree(name, language)
        in_order = [found.nodes[node] for node in below(found)]
        there = [node.intent for node in in_order if node.intent and node.role is not Role.LINE]
        assert there == [item.intent for item in page.items()], name


@EVERYWHERE
def test_everything_has_a_name_and_the_names_are_those_of_the_page(language: str) -> None:
    for name in screens():
        page, found = told(name, language)[1], tree(name, language)
        nameless = [node for node in found.nodes.values() if not node.name and node.role not in HOLDERS]
        assert not nameless, name
        assert [node.name for node in pressed(found)] == [item.said or item.label for item in page.items()]


@EVERYWHERE
def test_the_tree_holds_every_node_once(language: str) -> None:
    for name in screens():
        found = tree(name, language)
        assert sorted(below(found)) == sorted(found.nodes), name
        assert all(key == node.id for key, node in found.nodes.items())


@EVERYWHERE
def test_everything_stands_inside_the_window(language: str) -> None:
    window = Rect((0, 0), SIZE)
    for name in screens():
        for node in tree(name, language).nodes.values():
            outer = window.inflate(2, 2)
            assert outer.collidepoint(node.bounds.topleft), (name, node)
            assert outer.collidepoint(node.bounds.bottomright), (name, node)


@EVERYWHERE
def test_what_is_not_scrolled_away_is_told_where_it_is_drawn(language: str) -> None:
    for name in screens():
        _, _, frame, _ = told(name, language)
        found = {(node.intent, node.name): node.bounds for node in pressed(tree(name, language))}
        for target in frame.targets:
            area = frame.scroll.area if target.scrolls and frame.scroll else Rect((0, 0), SIZE)
            if area.contains(target.rect):
                key = target.item.intent, target.item.said or target.item.label
                assert found[key] == target.rect, (name, key)


@EVERYWHERE
def test_focus_is_at_something_that_is_there_and_where_a_reader_can_stand(language: str) -> None:
    for name in screens():
        found = tree(name, language)
        assert found.nodes[found.focus].focusable, name


@EVERYWHERE
def test_positions_count_through_a_set_whose_size_is_known(language: str) -> None:
    for name in screens():
        found = tree(name, language)
        for node in found.nodes.values():
            if node.size:
                positions = [found.nodes[child].position for child in node.children]
                assert positions == list(range(1, node.size + 1)), name


@EVERYWHERE
def test_the_language_and_the_direction_are_told_as_readers_know_them(language: str) -> None:
    tags = {"sv@lattlast": "sv"}
    for name in screens():
        for node in tree(name, language).nodes.values():
            spoken = node.intent.code if isinstance(node.intent, SetLanguage) else language
            assert node.language == tags.get(spoken, spoken), name
            assert node.rtl == (language == "ar")


def test_the_same_thing_has_the_same_id_in_every_tree() -> None:
    for name in screens():
        _, page, frame, listener = told(name)
        again = tree_of(page, frame, listener, title=TITLE)
        assert again == tree(name)
        moved = tree_of(page, frame, listener, title=TITLE, scrolled=40)
        assert moved.nodes.keys() == again.nodes.keys(), name


def test_in_another_language_everything_is_read_anew() -> None:
    for name in screens():
        assert tree(name, "sv").nodes.keys() & tree(name, "en").nodes.keys() == {WINDOW}, name


def test_in_easy_swedish_a_line_is_read_anew() -> None:
    lines = [tree("dialogue", language) for language in ("sv", "sv@lattlast")]
    assert len({found.nodes[found.focus].name for found in lines}) == len({found.focus for found in lines})


def test_focus_stands_where_the_player_moved_it() -> None:
    for name in screens():
        app, page, frame, listener = told(name)
        for item in page.items():
            moved = navigation.focused(replace(app, focus=item.intent), page)
            found = tree_of(page, frame, listener, title=TITLE, focus=moved)
            assert found.nodes[found.focus].intent == item.intent, name


def test_a_new_line_a_new_message_and_a_question_are_heard_first() -> None:
    roles = {name: tree(name).nodes[tree(name).focus].role for name in screens()}
    assert roles["dialogue"] is roles["narration"] is roles["silence"] is roles["eyes"] is Role.LINE
    assert roles["phone"] is Role.MESSAGE
    assert roles["choices"] is roles["telling"] is roles["feel"] is roles["ending 1"] is Role.HEADING
    assert roles["code"] is roles["hidden"] is Role.FIELD
    assert roles["title"] is roles["pause"] is Role.BUTTON
    assert roles["flag"] is Role.RADIO


def test_a_new_line_is_read_when_it_comes_and_going_on_is_to_press_it() -> None:
    line = tree("dialogue").nodes[tree("dialogue").focus]
    assert (line.live, line.intent) == (True, Forward())
    newest = tree("phone").nodes[tree("phone").focus]
    assert newest.live
    assert [node.live for node in tree("phone").nodes.values() if node.role is Role.MESSAGE].count(True) == 1


def test_on_doelj_there_is_only_the_exercise() -> None:
    found = tree("hidden")
    window, page, *rest = (found.nodes[node] for node in below(found))
    assert (window.name, page.name) == (TITLE, "Multiplikation")
    assert {node.name for node in rest} == {
        *("", "Gångertabellen", "5 · 7 =", "0 rätt", "Sudda", "Svara", "Avsluta"),
        *"1234567890",
    }


def test_the_window_has_one_neutral_name_on_every_screen() -> None:
    assert {tree(name).nodes[WINDOW].name for name in screens()} == {TITLE}


def test_what_is_typed_stands_in_its_field() -> None:
    found = tree("hidden, answered")
    (field,) = [node for node in found.nodes.values() if node.role is Role.FIELD]
    assert (field.name, field.value) == ("5 · 7 =", "12")
    assert found.nodes[field.children[0]].value == "12"


def test_what_cannot_be_pressed_yet_is_seen_and_not_pressed() -> None:
    _, page, frame, listener = told("title")
    grey = Item(Forward(), "Senare", Look.PLAIN, enabled=False)
    found = tree_of(replace(page, foot=(grey,)), frame, listener, title=TITLE)
    (node,) = [node for node in found.nodes.values() if node.name == "Senare"]
    assert (node.enabled, node.intent, node.focusable) == (False, None, False)


def test_what_is_scrolled_away_is_still_there_at_the_edge_where_it_went() -> None:
    frame = told("log")[2]
    assert frame.scroll is not None
    top, end = pressed(tree("log"))[0], pressed(tree("log", scrolled=frame.scroll.most))[0]
    assert (top.id, top.name) == (end.id, end.name)
    assert top.bounds.height > 0
    assert (end.bounds.height, end.bounds.top) == (0, frame.scroll.area.top)


def test_texts_that_are_shown_in_swedish_are_told_in_swedish() -> None:
    _, page, frame, listener = told("dialogue", "ar")
    speech = page.body[0]
    foreign = replace(listener, swedish=frozenset({getattr(speech, "text", "")}))
    found = tree_of(page, frame, foreign, title=TITLE)
    line = found.nodes[found.focus]
    assert (line.language, line.rtl) == ("sv", False)
    assert found.nodes[WINDOW].language == "ar"


def test_there_is_a_screen_of_every_kind_here() -> None:
    assert {shown(app).screen for app in screens().values()} == set(Screen)


@given(st.sampled_from(sorted(screens())), st.integers(0, 20_000), st.sampled_from(LANGUAGES))
def test_however_far_a_page_is_scrolled_its_tree_is_whole(name: str, scrolled: int, language: str) -> None:
    _, _, frame, _ = told(name, language)
    most = frame.scroll.most if frame.scroll else 0
    found = tree(name, language, min(scrolled, most))
    window = Rect((0, 0), SIZE).inflate(2, 2)
    assert sorted(below(found)) == sorted(found.nodes)
    assert all(window.collidepoint(node.bounds.center) for node in found.nodes.values())
    assert found.nodes.keys() == tree(name, language).nodes.keys()
