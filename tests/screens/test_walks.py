"""Whatever is pressed, in whatever order, in whatever story: what holds for every page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.screens import navigation
from game.screens.intents import Choose, Focus, Hide, Intent, Leave, OpenFlag, Press, Shift, Typed
from game.screens.keys import Key
from game.screens.page import Buttons, Item, Page, Screen
from game.screens.pages import page as page_of
from game.screens.update import update
from game.story.engine import Machine
from game.story.explore import explore
from tests.screens.lively import lively
from tests.screens.support import Player, playing, real_playing, real_title
from tests.story.builders import stories

if TYPE_CHECKING:
    from game.story.model import Story

DEEPEST = 6
"""Screens that can lie over each other: nobody gets lost, and nothing grows without end."""

deep = st.lists(st.integers(0, 9), max_size=20)
"""The decisions with which somebody has come into a story before the walk begins."""

steps = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 999)), min_size=12, max_size=30)
"""What somebody then does: mostly pressing things and keys, reading on, now and then typing, Shift, Dölj."""


def meant(page: Page, kind: int, number: int) -> Intent:
    """What a step means on a page."""
    items = page.items()
    rare = tuple(item for item in items if item.intent in {Leave(), Hide()})
    usual = tuple(item for item in items if item not in rare)
    match kind:
        case 0 | 1 | 2 | 3 if usual:
            return usual[number % len(usual)].intent
        case 4:
            return Focus(items[number % len(items)].intent)
        case 5 if number % 3 == 0:
            return Shift(number / 100)
        case 5:
            return Typed("0123456789AÅåö- x"[number % 17])
        case 6 if number % 3 == 0 and rare:
            return rare[number % len(rare)].intent
        case _:
            return Press(tuple(Key)[number % len(Key)])


def walk(player: Player, way: list[tuple[int, int]]) -> None:
    holds(player)
    for kind, number in way:
        if player.page.screen is Screen.HIDDEN and kind < 4:
            player.do(*map(Shift, (100, 101, 102)))
        elif kind == 9:
            player.read_on()
        else:
            player.do(meant(player.page, kind, number))
        holds(player)


def come(player: Player, decisions: list[int]) -> Player:
    """The player some decisions further on, as far as the story goes."""
    for number in decisions:
        player.read_on()
        assert player.app.play
        options = player.app.play.moment.segment.options
        if options:
            player.do(Choose(options[number % len(options)].number))
    return player


def holds(player: Player) -> None:
    """All that is promised of every page."""
    page = player.page
    items = page.items()
    intents = {item.intent for item in items}
    assert page.title
    assert page.body
    assert items
    assert (Hide() in intents) == (page.screen is not Screen.HIDDEN)
    assert player.focused in intents or (player.focused is None and page.default is None)
    assert (page.default is None) == (page.screen in {Screen.CHOICES, Screen.TELLING})
    assert len(player.app.under) <= DEEPEST
    assert_help_is_one_key_away(player, page)
    assert_labels_tell_apart(page)
    assert_tab_goes_around(player, page)
    for item in items:
        if item.key:
            assert_key_does_what_it_stands_on(player, page, item, item.key)


def assert_help_is_one_key_away(player: Player, page: Page) -> None:
    app, _ = update(player.app, Press(Key.F1), player.words)
    shown = page_of(app, player.words).screen
    if page.screen is Screen.HIDDEN:
        assert app == player.app
    else:
        assert (shown is Screen.HELP) == (page.screen is not Screen.HELP)


def assert_labels_tell_apart(page: Page) -> None:
    """What is called the same does the same, among values of one kind; only lines may say the same words twice."""
    kinds = {item: block.label for block in page.body if isinstance(block, Buttons) for item in block.items}
    meanings: dict[tuple[str, str], set[Intent]] = defaultdict(set)
    for item in page.items():
        if not isinstance(item.intent, OpenFlag):
            meanings[kinds.get(item, ""), item.said or item.label].add(item.intent)
    assert all(len(each) == 1 for each in meanings.values())


def assert_tab_goes_around(player: Player, page: Page) -> None:
    there = {item.intent for item in page.items()}
    for by in (1, -1):
        app, visited = player.app, []
        for _ in there:
            app = navigation.move_focus(app, by, page)
            visited.append(app.focus)
        assert set(visited) == there
        assert navigation.move_focus(app, by, page).focus == visited[0]


EVERYWHERE = frozenset({Key.F1, Key.R})
"""Help and reading aloud: no page has to say what they do."""


def assert_key_does_what_it_stands_on(player: Player, page: Page, item: Item, key: Key) -> None:
    app = replace(player.app, focus=None)
    assert update(app, Press(key), player.words) == update(app, item.intent, player.words)
    assert (
        key in page.keys
        or key in EVERYWHERE
        or (key in {Key.SPACE, Key.ENTER} and item.intent == page.default)
    )


def playable(story: Story) -> bool:
    """Nothing goes round and round for ever; what `beratta check` refuses."""
    found = explore(Machine(story), 300)
    return not found.circles and not found.wayless


@settings(max_examples=60)
@given(stories(), deep, steps)
def test_no_way_through_a_random_story_breaks_what_every_page_promises(
    story: Story, decisions: list[int], way: list[tuple[int, int]]
) -> None:
    assume(playable(story))
    walk(come(playing(lively(story)), decisions), way)


@settings(max_examples=20)
@given(steps)
def test_no_way_from_the_title_breaks_what_every_page_promises(way: list[tuple[int, int]]) -> None:
    walk(real_title(), way)


@settings(max_examples=40)
@given(deep, steps)
def test_no_way_through_the_real_story_breaks_what_every_page_promises(
    decisions: list[int], way: list[tuple[int, int]]
) -> None:
    walk(come(real_playing(), decisions), way)
