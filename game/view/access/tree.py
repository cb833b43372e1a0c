"""A page, laid out, as the tree that a screen reader is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.chat import Chat
from game.screens.lesson import in_words
from game.screens.page import Screen
from game.screens.sentences import sentences
from game.view.access import said
from game.view.access.blocks import body, words_first
from game.view.access.grove import Grove
from game.view.access.nodes import WINDOW, Node, Role, Tree
from game.view.access.places import Places

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.page import Page
    from game.view.access.listener import Listener
    from game.view.frame import Frame

_DIALOGS = frozenset({Screen.FLAG, Screen.PAUSE})


def tree_of(
    page: Page,
    frame: Frame,
    listener: Listener,
    *,
    title: str,
    scrolled: int = 0,
    focus: Intent | None = None,
) -> Tree:
    """The tree of a page as it stands in a window with this title.

    `focus` is what the player has moved the focus to; None on a page that has just come. Then a reader stands at what
    is new there: the line, the question, what is typed, or what Space and Enter press.
    """
    grove = Grove(Places(frame, scrolled), listener)
    inside = [*_head(grove, page), *_tabs(grove, page), *body(grove, page), *_sample(grove, page)]
    inside += [*_way_in(grove, page), *(grove.item(item) for item in (*page.foot, *page.bar))]
    if page.tucked:
        pressed = [grove.item(item) for item in page.tucked]
        inside.append(grove.group(Role.GROUP, grove.words.ui("För läraren"), pressed))
    if page.notice:
        inside.append(grove.text(page.notice, Role.NEWS, live=True))
    role = Role.DIALOG if page.screen in _DIALOGS else Role.PAGE
    whole = grove.places.window
    name = page.label or page.title
    held = grove.plant((role, name), role, whole, name, children=tuple(inside))
    window = Node(WINDOW, Role.WINDOW, whole, title, children=(held,), language=listener.language)
    nodes = {WINDOW: replace(window, rtl=listener.rtl), **grove.nodes}
    return Tree(nodes, _focus(page, grove, focus))


def _head(grove: Grove, page: Page) -> list[int]:
    """The picture in words: the place, and who is there."""
    if page.stage is None:
        return []
    planted = []
    alt = grove.listener.alts.get(page.stage.place, "")
    if alt:
        told = grove.words.of("places", page.stage.place, alt)
        bounds = grove.places.picture(page.stage.place)
        name = grove.words.ui("Plats: {place}", place=told)
        planted.append(grove.plant((Role.IMAGE, page.stage.place), Role.IMAGE, bounds, name, live=True))
    for figure in page.stage.figures:
        if figure.name:
            name = said.person(figure, grove.words, grove.listener.you)
            bounds = grove.places.picture(figure)
            planted.append(grove.plant((Role.IMAGE, figure.who), Role.IMAGE, bounds, name))
    return planted


def _tabs(grove: Grove, page: Page) -> list[int]:
    """The pages of which this is one."""
    if not page.tabs:
        return []
    tabs = [grove.item(item, Role.RADIO) for item in page.tabs]
    return [grove.numbered(Role.CHOICES, grove.words.ui("Frågor"), tabs, aloud=True)]


def _sample(grove: Grove, page: Page) -> list[int]:
    """A line as it looks, and which key does what: there for those who want it, and never told by itself."""
    if not page.sample:
        return []
    spoken = f"{page.sample.speaker}: {page.sample.text}"
    name = sentences((spoken, *(f"{key}: {does}" for _, key, does in page.sample.keys)))
    bounds = grove.places.texts(page.sample.speaker, page.sample.text)
    return [grove.plant((Role.TEXT, page.sample.speaker, page.sample.keys), Role.TEXT, bounds, name)]


def _way_in(grove: Grove, page: Page) -> list[int]:
    """How one joins the lesson. Who has come is told there, and not each time that somebody does."""
    join = page.aside
    if not join:
        return []
    texts = (join.invitation, join.address, join.then, in_words.grouped(join.code), join.counts)
    bounds = grove.places.texts(*(text for text in texts if text))
    name = sentences(in_words.join(replace(join, trouble="")))
    if not name:
        return [grove.text(join.trouble, Role.NEWS, live=True)] if join.trouble else []
    planted = [grove.plant((Role.TEXT, join.address, join.code), Role.TEXT, bounds, name, join.invitation)]
    return [*planted, grove.text(join.trouble, Role.NEWS, live=True)] if join.trouble else planted


def _focus(page: Page, grove: Grove, focus: Intent | None) -> int:
    pressed = {item.intent: node for item, node in reversed(grove.pressed.items()) if item.enabled}
    if focus in pressed:
        return pressed[focus]
    fresh = _fresh(page, grove)
    if fresh is not None:
        return fresh
    return pressed.get(page.default, WINDOW) if page.default else WINDOW


def _fresh(page: Page, grove: Grove) -> int | None:
    """What is to be heard first on a page; None where it is what Space and Enter press."""
    if isinstance(page.body[0], Chat):
        return grove.pressed[page.body[0].bubbles[-1].item]
    first = Role.FIELD if page.typing else Role.HEADING if words_first(page) else Role.LINE
    return next((node.id for node in grove.nodes.values() if node.role is first and node.focusable), None)
