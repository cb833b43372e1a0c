"""Trees in AccessKit's own terms, and its adapter for the window's platform. The only place that knows AccessKit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import accesskit  # type: ignore[import-untyped]

from game.view.access.link import Link
from game.view.access.nodes import WINDOW, Node, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pygame

    from game.view.access.link import Handlers
    from game.view.access.nodes import Tree


_ON_A_BUS = sys.platform not in {"win32", "darwin"}
_ROLES = {
    Role.WINDOW: accesskit.Role.WINDOW,
    Role.PAGE: accesskit.Role.PANE,
    Role.DIALOG: accesskit.Role.DIALOG,
    Role.HEADING: accesskit.Role.HEADING,
    Role.TEXT: accesskit.Role.LABEL,
    Role.PARAGRAPH: accesskit.Role.PARAGRAPH,
    Role.IMAGE: accesskit.Role.IMAGE,
    Role.BUTTON: accesskit.Role.BUTTON,
    Role.RADIO: accesskit.Role.RADIO_BUTTON,
    Role.CHOICES: accesskit.Role.RADIO_GROUP,
    Role.GROUP: accesskit.Role.GROUP,
    Role.LIST: accesskit.Role.LIST,
    Role.LIST_ITEM: accesskit.Role.LIST_ITEM,
    Role.CHAT: accesskit.Role.LOG,
    Role.MESSAGE: accesskit.Role.ARTICLE,
    # Orca says after a line what it is, unless that is unknown; a new label it reads twice.
    Role.LINE: accesskit.Role.UNKNOWN if _ON_A_BUS else accesskit.Role.LABEL,
    Role.FIELD: accesskit.Role.TEXT_INPUT,
    Role.LETTERS: accesskit.Role.TEXT_RUN,
    Role.NEWS: accesskit.Role.STATUS,
}
_TOLD_BY_VALUE = frozenset({Role.TEXT} if _ON_A_BUS else {Role.TEXT, Role.LINE})
"""AccessKit takes the words of a label from its value."""
_COUNTS = sys.platform == "win32"
"""Whether AccessKit tells readers there which of how many a thing is; NVDA says it in its own words."""
_PRESS = accesskit.Action.CLICK
_STAND = (accesskit.Action.FOCUS, accesskit.Action.SCROLL_INTO_VIEW)


def connect(window: pygame.Window, handlers: Handlers) -> Link:
    """Joins the window to the platform's readers. Raises what AccessKit raises where that cannot be."""

    def act(request: Any) -> None:
        if request.action == _PRESS or request.action in _STAND:
            handlers.acted(request.target, request.action == _PRESS)

    if sys.platform == "win32":
        in_window = accesskit.windows.SubclassingAdapter(window.handle, handlers.activated, act)
        return Link(in_window.update_if_active)
    if sys.platform == "darwin":
        accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
        in_view = accesskit.macos.SubclassingAdapter.for_window(window.handle, handlers.activated, act)
        return Link(in_view.update_if_active, in_view.update_view_focus_state)
    on_bus = accesskit.unix.Adapter(handlers.activated, act, handlers.deactivated)
    return Link(on_bus.update_if_active, on_bus.update_window_focus_state, on_bus.set_root_window_bounds)


def update_of(tree: Tree, told: Tree | None) -> object:
    """What is different from the tree that was told before; everything where none was."""
    update = accesskit.TreeUpdate(tree.focus)
    before = told.nodes if told else {}
    changed: Iterable[Node] = (node for node in tree.nodes.values() if before.get(node.id) != node)
    update.nodes = [(node.id, _node(node)) for node in changed]
    if told is None:
        update.tree = accesskit.Tree(WINDOW)
    return update


def rectangle(left: int, top: int, width: int, height: int) -> object:
    """A rectangle in AccessKit's terms."""
    return accesskit.Rect(left, top, left + width, top + height)


def _node(node: Node) -> object:
    made = accesskit.Node(_ROLES[node.role])
    made.set_bounds(rectangle(*node.bounds))
    _texts(made, node)
    if node.children:
        made.set_children(list(node.children))
    if node.level:
        made.set_level(node.level)
    if node.selected is not None:
        made.set_toggled(accesskit.Toggled.TRUE if node.selected else accesskit.Toggled.FALSE)
    if not node.enabled:
        made.set_disabled()
    if _COUNTS and node.position:
        # AccessKit counts from 0, and looks for the size on what holds the set.
        made.set_position_in_set(node.position - 1)
    if _COUNTS and node.size:
        made.set_size_of_set(node.size)
    if node.live:
        made.set_live(accesskit.Live.POLITE)
    if node.intent:
        made.add_action(_PRESS)
    if node.focusable:
        for action in _STAND:
            made.add_action(action)
    return made


def _texts(made: Any, node: Node) -> None:
    if node.role in _TOLD_BY_VALUE:
        made.set_value(node.name)
    elif node.name:
        made.set_label(node.name)
    description = node.description if _COUNTS else " ".join(filter(None, (node.description, node.counted)))
    if description:
        made.set_description(description)
    if node.language:
        made.set_language(node.language)
    direction = accesskit.TextDirection
    made.set_text_direction(direction.RIGHT_TO_LEFT if node.rtl else direction.LEFT_TO_RIGHT)
    if node.role is Role.LETTERS:
        made.set_value(node.value)
        made.set_character_lengths([len(character.encode()) for character in node.value])
    elif node.role is Role.FIELD:
        caret = accesskit.TextPosition(node.children[0], len(node.value))
        made.set_text_selection(accesskit.TextSelection(caret, caret))
