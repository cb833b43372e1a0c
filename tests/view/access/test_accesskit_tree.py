"""Trees in AccessKit's terms: nothing that a node says is lost on the way."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import Any

import accesskit  # type: ignore[import-untyped]
import pytest
from pygame import Rect

from game.screens.intents import Forward
from game.view.access.accesskit_tree import update_of
from game.view.access.nodes import WINDOW, Node, Role, Tree

HERE = Rect(10, 20, 30, 40)


def made(node: Node) -> Any:
    """The node as AccessKit is told it."""
    update: Any = update_of(Tree({node.id: node}, node.id), None)
    ((_, told),) = update.nodes
    return told


@pytest.mark.parametrize("role", Role)
def test_every_role_is_one_of_accesskits_and_has_its_words(role: Role) -> None:
    field = made(Node(7, role, HERE, "Alva", value="Alva", children=(8,), position=1, size=1))
    assert "Alva" in {field.label, field.value}


def test_a_node_is_told_with_its_place_language_and_direction() -> None:
    node = made(Node(7, Role.BUTTON, HERE, "Sluta", language="ar", rtl=True))
    assert (node.bounds.x0, node.bounds.y0, node.bounds.x1, node.bounds.y1) == (10, 20, 40, 60)
    assert node.language == "ar"
    assert node.text_direction == accesskit.TextDirection.RIGHT_TO_LEFT


def test_what_can_be_pressed_or_stood_at_says_so() -> None:
    plain = made(Node(7, Role.BUTTON, HERE, "Nästa", intent=Forward(), focusable=True))
    grey = made(Node(7, Role.BUTTON, HERE, "Nästa", enabled=False))
    for action in (accesskit.Action.CLICK, accesskit.Action.FOCUS, accesskit.Action.SCROLL_INTO_VIEW):
        assert plain.supports_action(action)
        assert not grey.supports_action(action)
    assert grey.is_disabled
    assert not plain.is_disabled


def test_what_is_selected_and_what_is_not_are_told_apart_from_what_cannot_be() -> None:
    told = [made(Node(7, Role.RADIO, HERE, "Av", selected=each)).toggled for each in (True, False, None)]
    assert told == [accesskit.Toggled.TRUE, accesskit.Toggled.FALSE, None]


def test_what_is_new_is_read_without_haste() -> None:
    assert made(Node(7, Role.LINE, HERE, "Hej", live=True)).live == accesskit.Live.POLITE
    assert made(Node(7, Role.TEXT, HERE, "Hej")).live is None


def test_a_place_in_a_set_is_told_once_by_the_reader_or_in_words() -> None:
    node = made(Node(7, Role.BUTTON, HERE, "Vänta", "Hos henne.", position=2, counted="2 av 3"))
    if sys.platform == "win32":
        assert (node.position_in_set, node.description) == (1, "Hos henne.")
    else:
        assert (node.position_in_set, node.description) == (None, "Hos henne. 2 av 3")


def test_what_is_typed_can_be_read_letter_by_letter() -> None:
    letters = Node(8, Role.LETTERS, HERE, value="åK2")
    field = Node(7, Role.FIELD, HERE, "Kod", value="åK2", children=(8,))
    update: Any = update_of(Tree({7: field, 8: letters}, 7), None)
    nodes = dict(update.nodes)
    assert nodes[8].value == "åK2"
    assert list(nodes[8].character_lengths) == [2, 1, 1]
    assert nodes[7].text_selection.focus.character_index == 3


def test_only_what_is_new_or_different_is_told_again() -> None:
    window = Node(WINDOW, Role.WINDOW, HERE, "Övningar", children=(7, 8))
    kept, changed = Node(7, Role.TEXT, HERE, "Hej"), Node(8, Role.TEXT, HERE, "0 rätt")
    before = Tree({WINDOW: window, 7: kept, 8: changed}, 7)
    after = Tree({WINDOW: window, 7: kept, 8: replace(changed, name="1 rätt")}, 8)
    first: Any = update_of(before, None)
    second: Any = update_of(after, before)
    assert [each for each, _ in first.nodes] == [WINDOW, 7, 8]
    assert first.tree.root == WINDOW
    assert [each for each, _ in second.nodes] == [8]
    assert (second.tree, second.focus) == (None, 8)
