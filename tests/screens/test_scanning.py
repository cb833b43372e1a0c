"""One switch reaches everything: in turn, in groups, with time to press, and never by a press too many."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens.intents import (
    Ask,
    Choose,
    Close,
    Erase,
    Forward,
    Go,
    Hide,
    Leave,
    OpenFlag,
    Question,
    SetFlag,
    Submit,
    TapHeading,
    Typed,
    Where,
)
from game.screens.model import CodeScreen
from game.screens.offering import READ_ON, Group, Thing, intents_of, whole
from game.screens.page import Buttons, Page, Screen, Speech
from game.screens.pause import code_of
from game.screens.scanning import QUIET, READING, ROUNDS, Scan, offered, press, tick
from game.screens.settings import Scanning, SetTextSize
from tests.screens.one_switch import Switch
from tests.screens.sample import sample
from tests.screens.support import Player, play_of, playing, real_playing, real_title, taking

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.offering import Part
    from game.story.engine import Spot

STEP = Scanning.EVEN.value


@cache
def pages() -> Mapping[str, Page]:
    """A page of every kind that pupils see."""
    found = {"title": real_title().page, "line": real_playing().page}
    opened = [Where.STORIES, Where.HELP, Where.CODE]
    found |= {where.name: real_title().do(Go(where)).page for where in opened}
    found["SETTINGS"] = real_title().do(Go(Where.SETTINGS), Ask(Question.TEXT)).page
    over = [Where.PAUSE, Where.LOG, Where.FEEL, Where.BREATHE, Where.WAYS, Where.CIRCLE]
    late = taking(taking(real_playing(), 0), 0).read_on()
    found |= {where.name: late.branch().do(Go(where)).page for where in over}
    line = playing(sample())
    found["phone"] = line.branch().do(Forward(), Forward(), Forward()).page
    found["flag"] = line.branch().do(Forward(), OpenFlag(spot_of(line.branch().do(Forward())))).page
    found["choices"] = line.branch().read_on().page
    found["hidden"] = line.branch().do(Hide()).page
    found["typed"] = real_title().do(Go(Where.CODE), Typed("A")).page
    return found


def spot_of(player: Player) -> Spot:
    """The line that F flags."""
    assert player.page.spot is not None
    return player.page.spot


def offers(name: str) -> set[object]:
    return {item.intent for item in pages()[name].items()}


every_page = pytest.mark.parametrize("name", list(pages()))


def depth_of(part: Part, intent: object) -> int:
    """How many presses lead to this in what is offered; 0 when it is not there."""
    match part:
        case Thing(found):
            return int(found == intent)
        case Group(parts):
            deepest = max(depth_of(each, intent) for each in parts)
            return deepest + 1 if deepest else 0


def widest(group: Group) -> int:
    inner = [widest(part) for part in group.parts if isinstance(part, Group)]
    return max((len(group.parts), *inner))


# --- what is offered -------------------------------------------------------------------------------


@every_page
def test_everything_that_can_be_pressed_is_offered_once(name: str) -> None:
    page = pages()[name]
    there = intents_of(whole(page, scrolls=False))
    assert set(there) == {item.intent for item in page.items()}
    assert len(there) == len(set(there))


@every_page
def test_few_things_are_offered_in_a_row_and_few_presses_lead_to_each(name: str) -> None:
    page = pages()[name]
    root = whole(page, scrolls=True)
    assert widest(root) <= 8
    assert max(depth_of(root, item.intent) - 1 for item in page.items()) <= 4


@pytest.mark.parametrize("name", [name for name in pages() if Leave() in offers(name)])
def test_what_wipes_everything_takes_one_press_more(name: str) -> None:
    page = pages()[name]
    assert depth_of(whole(page, scrolls=False), Leave()) - 1 >= 2


@every_page
def test_a_press_takes_one_to_each_thing(name: str) -> None:
    page = pages()[name]
    for intent in dict.fromkeys(item.intent for item in page.items()):
        scan, now = tick(Scan(), page, Scanning.BRISK, 0.0), 0.0
        meant = None
        while meant is None and now < 600:
            now += 0.6
            scan = tick(scan, page, Scanning.BRISK, now)
            if intent in offered(scan, page):
                scan, meant = press(scan, page, now)
        assert meant == intent


@every_page
def test_the_rest_of_a_text_can_be_read_where_a_page_does_not_fit(name: str) -> None:
    page = pages()[name]
    assert READ_ON in intents_of(whole(page, scrolls=True))
    assert READ_ON not in intents_of(whole(page, scrolls=False))


@pytest.mark.parametrize("name", ["HELP", "CIRCLE"])
def test_a_page_that_is_only_to_be_read_offers_the_rest_of_its_text_first(name: str) -> None:
    assert whole(pages()[name], scrolls=True).parts[0] == Thing(READ_ON)


@pytest.mark.parametrize("name", ["line", "phone", "title", "PAUSE", "SETTINGS", "flag"])
def test_otherwise_what_the_page_itself_would_press_is_first(name: str) -> None:
    page = pages()[name]
    assert page.default is not None
    assert whole(page, scrolls=True).parts[0] == Thing(page.default)


def test_on_a_line_the_flag_comes_before_the_button_that_hides() -> None:
    switch = Switch(playing(sample()).do(Forward()))
    spot = spot_of(switch.player)
    order = [intents_of(part) for part in whole(switch.page, scrolls=False).parts]
    assert order[:3] == [(Forward(),), (OpenFlag(spot),), (Hide(),)]


def test_a_row_of_values_is_a_group() -> None:
    page = pages()["SETTINGS"]
    rows = [block for block in page.body if isinstance(block, Buttons)]
    body = next(part for part in whole(page, scrolls=False).parts if isinstance(part, Group))
    flat = [body, *(part for part in body.parts if isinstance(part, Group))]
    inner = [part for group in flat for part in group.parts if isinstance(part, Group)]
    offered_rows = [intents_of(part) for part in (*flat, *inner)]
    assert all(tuple(item.intent for item in row.items) in offered_rows for row in rows)


def test_a_choice_takes_two_presses_so_that_nobody_chooses_by_leaning_on_the_switch() -> None:
    switch = Switch(playing(sample()).read_on())
    before = switch.player.app
    for _ in range(30):
        switch.press()
        switch.wait(0.1)
    assert switch.player.app == before
    assert Switch(playing(sample()).read_on()).take(Choose(0)) == 2


# --- the walk --------------------------------------------------------------------------------------


def test_nothing_is_offered_before_the_first_look() -> None:
    page = pages()["title"]
    assert offered(Scan(), page) == ()


@pytest.mark.parametrize("every", [Scanning.CALM, Scanning.EVEN, Scanning.BRISK])
def test_each_thing_is_offered_as_long_as_was_set_and_the_first_twice_as_long(every: Scanning) -> None:
    page = pages()["title"]
    scan = tick(Scan(), page, every, 0.0)
    first = offered(scan, page)
    scan = tick(scan, page, every, every.value * 2 - 0.01)
    assert offered(scan, page) == first
    scan = tick(scan, page, every, every.value * 2 + 0.01)
    second = offered(scan, page)
    assert second != first
    scan = tick(scan, page, every, every.value * 3 - 0.1)
    assert offered(scan, page) == second
    scan = tick(scan, page, every, every.value * 3 + 0.1)
    assert offered(scan, page) != second


def test_the_way_on_from_a_line_is_offered_until_the_line_can_have_been_looked_at() -> None:
    short, long = "Hej.", "Det här är en rad som tar en stund att läsa, också för den som läser fort. " * 2
    stays = []
    for text in (short, long):
        page = replace(real_playing().page, body=(Speech("", text),))
        scan, now = tick(Scan(), page, Scanning.EVEN, 0.0), 0.0
        while offered(scan, page) == (Forward(),):
            now += 0.1
            scan = tick(scan, page, Scanning.EVEN, now)
        stays.append(now)
    assert stays[0] > 2 * STEP
    assert stays[0] + 2 < stays[1] < 2 * STEP + READING + 0.2


def test_after_some_rounds_without_a_press_the_screen_is_still_and_a_press_only_wakes_it() -> None:
    switch = Switch(real_title())
    first = switch.offered
    rounds = 0
    before = first
    while switch.offered:
        switch.wait(0.1)
        rounds += switch.offered == first != before
        before = switch.offered
    assert rounds == ROUNDS - 1
    app = switch.player.app
    switch.wait(1000)
    assert switch.offered == ()
    assert switch.press() is None
    assert switch.player.app == app
    assert switch.offered == first


def test_out_of_a_group_leads_a_press_or_patience() -> None:
    pressed, patient = (Switch(real_title().do(Go(Where.SETTINGS), Ask(Question.TEXT))) for _ in range(2))
    group = pressed.wait(2 * STEP).offered
    patient.wait(2 * STEP)
    assert len(group) > 1
    for switch in (pressed, patient):
        assert switch.press() is None
        assert len(switch.offered) < len(group)
    pressed.wait(0.6)
    while pressed.offered != group:
        pressed.wait(0.1)
    way_in = pressed.scan.way
    assert way_in
    assert pressed.press() is None
    assert pressed.offered == group
    assert not pressed.scan.way
    seen_way_out = 0
    while patient.scan.way:
        patient.wait(0.1)
        seen_way_out += patient.offered == group
    assert seen_way_out
    assert patient.offered == group


@pytest.mark.parametrize("name", [name for name in pages() if Hide() in offers(name)])
def test_what_hides_is_alone_in_every_round_wherever_one_is(name: str) -> None:
    page = pages()[name]
    for into in range(4):
        scan, now = tick(Scan(), page, Scanning.EVEN, 0.0), 0.0
        for _ in range(into):
            while len(offered(scan, page)) < 2 or offered(scan, page)[0] == Leave():
                now += 0.2
                scan = tick(scan, page, Scanning.EVEN, now)
                if now > 300:
                    break
            now += QUIET
            scan, _ = press(scan, page, now)
        start = now
        while offered(scan, page) != (Hide(),):
            now += 0.2
            scan = tick(scan, page, Scanning.EVEN, now)
            assert now - start < 12 * STEP + 10
        assert press(scan, page, now + QUIET)[1] == Hide()


@given(st.lists(st.floats(0.01, QUIET - 0.01), min_size=1, max_size=12))
def test_a_tremor_counts_as_one_press(gaps: list[float]) -> None:
    page = pages()["line"]
    scan = tick(Scan(), page, Scanning.EVEN, 0.0)
    scan, meant = press(scan, page, 1.0)
    assert meant == Forward()
    now = 1.0
    for gap in gaps:
        now += gap
        scan, meant = press(tick(scan, page, Scanning.EVEN, now), page, now)
        assert meant is None


def test_a_press_just_when_a_page_has_come_by_itself_counts_as_none() -> None:
    first, second = pages()["line"], pages()["phone"]
    scan = tick(Scan(), first, Scanning.EVEN, 0.0)
    scan = tick(scan, second, Scanning.EVEN, 3.0)
    scan, meant = press(scan, second, 3.2)
    assert meant is None
    assert press(scan, second, 3.8)[1] == Forward()


def test_a_press_that_was_meant_for_another_page_counts_as_none() -> None:
    first, second = pages()["title"], pages()["PAUSE"]
    scan = tick(Scan(), first, Scanning.EVEN, 0.0)
    scan, meant = press(scan, second, 2.0)
    assert meant is None
    assert offered(scan, second) == (Close(),)
    assert offered(scan, first) == ()


def test_a_clock_that_is_set_back_or_jumps_neither_stops_the_walk_nor_the_switch() -> None:
    page = pages()["title"]
    scan = tick(Scan(), page, Scanning.EVEN, 10_000.0)
    first = offered(scan, page)
    scan, _ = press(replace(scan, stop=None), page, 10_001.0)
    scan = tick(scan, page, Scanning.EVEN, 5.0)
    assert offered(scan, page) == first
    assert press(scan, page, 5.1)[1] == first[0]
    scan = tick(scan, page, Scanning.EVEN, 1e9)
    assert offered(scan, page) == intents_of(whole(page, scrolls=False).parts[1])


def test_after_a_clock_was_set_back_the_walk_goes_on_from_there() -> None:
    page = pages()["title"]
    scan = tick(tick(Scan(), page, Scanning.EVEN, 10_000.0), page, Scanning.EVEN, 5.0)
    first = offered(scan, page)
    assert offered(tick(scan, page, Scanning.EVEN, 5.1 + 2 * STEP), page) != first


def test_when_a_group_is_gone_the_walk_begins_where_there_is_still_something() -> None:
    switch = Switch(real_title().do(Go(Where.CODE)))
    switch.until_offered(Typed("2")).press()
    page = replace(switch.page, body=())
    scan = tick(switch.scan, page, Scanning.EVEN, switch.now + 1)
    assert not scan.way
    assert set(offered(scan, page)) <= {item.intent for item in page.items()}
    assert offered(scan, page)


@pytest.mark.parametrize("change", [{"title": "En annan"}, {"body": (Speech("", "Nästa rad."),)}])
def test_another_line_or_another_page_of_the_same_kind_begins_with_its_first_thing(
    change: dict[str, Any],
) -> None:
    page = replace(pages()["line"], spot=None)
    scan, now = tick(Scan(), page, Scanning.EVEN, 0.0), 0.0
    while offered(scan, page) != (Hide(),):
        now += 0.2
        scan = tick(scan, page, Scanning.EVEN, now)
    other = replace(page, **change)
    assert offered(scan, other) == ()
    assert offered(tick(scan, other, Scanning.EVEN, now), other) == (Forward(),)


def test_nothing_changes_between_two_steps() -> None:
    page = pages()["line"]
    scan = tick(Scan(), page, Scanning.EVEN, 0.0)
    assert tick(scan, page, Scanning.EVEN, 0.5) is scan


# --- what it is for --------------------------------------------------------------------------------


def test_the_same_thing_is_offered_again_after_a_press_that_changes_little() -> None:
    switch = Switch(real_title().do(Go(Where.SETTINGS), Ask(Question.TEXT)))
    switch.take(SetTextSize(150))
    switch.wait(0.6)
    assert switch.player.app.settings.text_size == 150
    assert switch.offered == (SetTextSize(150),)


def test_a_line_is_flagged_and_read_on_from() -> None:
    switch = Switch(playing(sample()).do(Forward()))
    spot = spot_of(switch.player)
    assert switch.take(OpenFlag(spot)) == 1
    switch.take(SetFlag(spot, "control"))
    assert play_of(switch.player).flags == {spot: "control"}
    assert switch.take(Forward()) == 1


def test_the_game_is_hidden_and_brought_back() -> None:
    switch = Switch(playing(sample()))
    line = switch.page
    assert switch.take(Hide()) == 1
    hidden = switch.page
    # Somebody in a hurry goes on pressing; that must not bring the game back.
    for _ in range(12):
        switch.wait(0.55)
        switch.press()
    assert switch.page == hidden
    for _ in range(3):
        switch.take(TapHeading())
    assert switch.page == line


def test_a_code_is_typed_and_a_sign_taken_back() -> None:
    machine = play_of(real_playing()).machine
    late = play_of(taking(real_playing(), 0)).moment.segment.entry
    code = code_of(machine, late).replace("-", "")
    switch = Switch(real_title(), Scanning.BRISK)
    switch.take(Go(Where.CODE))
    switch.take(Typed("2"))
    switch.take(Erase())
    for sign in code:
        assert switch.take(Typed(sign)) <= 3
    assert isinstance(switch.player.app.screen, CodeScreen)
    switch.take(Submit())
    assert play_of(switch.player).moment.segment.entry == late


def test_a_keypad_begins_with_its_first_row_after_each_sign() -> None:
    switch = Switch(real_title().do(Go(Where.CODE)))
    switch.take(Typed("K"))
    switch.wait(0.6)
    assert Typed("2") in switch.offered
    assert Typed("K") not in switch.offered


def test_a_text_is_scrolled_by_pressing_again_and_again() -> None:
    switch = Switch(real_title().do(Go(Where.HELP)), scrolls=True)
    for _ in range(4):
        assert switch.press() == READ_ON
        switch.wait(0.6)
    assert switch.read_on == 4


def test_the_real_story_is_played_to_an_ending() -> None:
    switch = Switch(real_playing(), Scanning.BRISK)
    switch.take(Hide())
    for _ in range(3):
        switch.take(TapHeading())
    while switch.screen is not Screen.ENDING:
        ahead = switch.page.default
        if ahead is None:
            ahead = next(item.intent for item in switch.page.items())
        switch.take(ahead)
    assert switch.take(Leave()) == 3
    assert switch.player.app.play is None


@settings(max_examples=30)
@given(st.lists(st.tuples(st.floats(0.0, 9.0), st.booleans()), max_size=25))
def test_whatever_is_pressed_whenever_only_what_is_offered_alone_is_meant(
    moves: list[tuple[float, bool]],
) -> None:
    switch = Switch(playing(sample()), Scanning.BRISK)
    for seconds, presses in moves:
        switch.wait(seconds)
        there = switch.offered
        known = {item.intent for item in switch.page.items()}
        if presses:
            meant = switch.press()
            assert meant is None or there == (meant,)
            assert meant is None or meant in known
