"""What did we see? First the class thinks back, then it looks at the signs on its way, one at a time, each with its why."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from game.screens.commands import TellHub
from game.screens.intents import SetFlag
from game.screens.lesson.intents import Backward, Onward, StartTimer, Take
from game.screens.lesson.plan import Taking
from game.screens.lesson.signs import FEW, MOST, signs
from game.screens.lesson.state import Part
from game.screens.lesson.sums import wanted
from game.screens.lesson.wire import Cell, HubSeen, Kind, Link, Phrase, Sum, Tally
from game.screens.page import Heading, Screen
from game.screens.time_line import TimeLine
from game.story.engine import Spot
from game.story.model import Choices
from tests.screens.lesson.classroom import (
    come_to,
    in_class,
    lesson_of,
    paragraphs,
    said,
    script,
    step_of,
    voting,
)
from tests.screens.sample import WHY_REPORT, sample
from tests.screens.sample import said as line_of
from tests.screens.support import Player, cards

REPORT, THREAT = Spot("rast", 1), Spot("magen", 2)


@cache
def back(taking: tuple[Taking, ...]) -> Player:
    player = come_to(in_class(*taking), Part.STORY)
    while lesson_of(player).part is Part.STORY:
        player.do(Take(0) if voting(player) else Onward())
    return player


def looking_back(*taking: Taking) -> Player:
    """The story has been played to an ending; the class is asked what it saw."""
    return back(taking).branch()


def told(*tallies: tuple[int, Tally], joined: int = 24) -> Player:
    """The hub has added up the flags of the signs with these numbers."""
    player = looking_back(Taking.DEVICES).do(Onward())
    pools = wanted(player.app, lesson_of(player))
    sums = tuple((pools[number].name, tally) for number, tally in tallies)
    return player.do(HubSeen(link=Link.HERE, joined=joined, sums=sums))


def test_the_class_thinks_back_before_it_is_shown_anything() -> None:
    player = looking_back(Taking.DEVICES)
    assert player.page.screen is Screen.LESSON_TALK
    assert step_of(player).kind is Kind.TALK
    assert WHY_REPORT not in said(player)
    assert "60 sekunder kvar" in said(player.do(StartTimer(60)))


def test_signs_are_shown_one_at_a_time_with_who_said_it_to_whom_and_why_it_is_one() -> None:
    player = looking_back(Taking.DEVICES).do(Onward())
    assert player.page.title == "”Han vill veta var jag är.”"
    assert player.page.label == "Tecken 1 av 2"
    assert paragraphs(player)[0] == "Alva säger till Hawa · Ett"
    assert player.page.body[1] == Heading(player.page.title)
    (card,) = cards(player.page)
    assert (card.title, card.text) == ("Kontroll", WHY_REPORT)


def test_devices_read_the_line_and_its_why_in_their_own_language() -> None:
    step = step_of(looking_back(Taking.DEVICES).do(Onward()))
    assert step.title == Phrase("Han vill veta var jag är.", "prov", "rast")
    assert step.text == Phrase(WHY_REPORT, "prov", "rast")
    assert step.place == (1, 2)


def test_of_each_sign_one_line_is_shown_and_on_the_line_of_time_all_of_them() -> None:
    player = looking_back()
    titles = []
    while lesson_of(player).part is Part.SIGNS:
        titles.append(player.page.title)
        times = [block for block in player.page.body if isinstance(block, TimeLine)]
        player.do(Onward())
    assert titles[1:] == ["”Han vill veta var jag är.”", "”Han säger att han ska slå.”", "När började det?"]
    assert [point.text for point in times[0].points] == [
        "”Han vill veta var jag är.”",
        "”Svara nu.”",
        "”Han säger att han ska slå.”",
    ]


def test_a_line_that_is_fine_is_no_sign() -> None:
    player = looking_back()
    assert all(form.id for _, form in signs(player.app, lesson_of(player)))
    assert "Du är röd i ansiktet." not in {beat.line.text for beat, _ in signs(player.app, lesson_of(player))}


def test_one_goes_back_sign_by_sign() -> None:
    player = looking_back().do(Onward(), Onward(), Backward())
    assert player.page.label == "Tecken 1 av 2"
    assert lesson_of(player.do(Backward(), Backward())).part is Part.STORY


def test_there_are_never_more_than_can_be_looked_at_and_every_form_is_among_them() -> None:
    signs_of = [("must_report", n) for n in range(30)]
    story = sample()
    many = tuple(line_of("alva", f"Rad {n}.", sign, f"Därför {n}.") for sign, n in signs_of)
    first = story.scenes["rast"]
    assert isinstance(first.exit, Choices)
    story = replace(story, scenes=story.scenes | {"rast": replace(first, lines=(*many, *first.lines))})
    for minutes, most in ((20, FEW), (40, MOST)):
        player = come_to(in_class(story=story, minutes=minutes), Part.STORY)
        while lesson_of(player).part is Part.STORY:
            player.do(Take(0) if voting(player) else Onward())
        there = signs(player.app, lesson_of(player))
        assert len(there) <= most
        assert {form.id for _, form in there} == {"control", "threat"}


# --- flags -------------------------------------------------------------------------------------------


def test_when_the_signs_begin_the_hub_is_asked_to_add_up_the_flags_line_by_line() -> None:
    player = looking_back(Taking.DEVICES)
    (asked,) = [each.what for each in player.done if isinstance(each, TellHub) and isinstance(each.what, Sum)]
    assert [len(pool.steps) for pool in asked.pools] == [1, 1]
    assert len({pool.name for pool in asked.pools}) == 2


def test_the_line_that_is_added_up_is_the_one_that_could_be_flagged() -> None:
    player = come_to(in_class(Taking.DEVICES), Part.STORY)
    flaggable = set()
    while lesson_of(player).part is Part.STORY:
        if step_of(player).kind is Kind.LINE:
            flaggable.add(step_of(player).id)
        player.do(Take(0) if voting(player) else Onward())
    assert {step for pool in wanted(player.app, lesson_of(player)) for step in pool.steps} <= flaggable


def test_how_many_flagged_a_line_is_told_in_words_alone() -> None:
    most = told((0, Tally((Cell(19),), total=19)))
    assert "De flesta satte flagga här" in paragraphs(most)
    some = told((0, Tally((Cell(6),), total=6)))
    assert "Några satte flagga här" in paragraphs(some)
    assert not any(digit in " ".join(paragraphs(some)) for digit in "0123456789")


def test_of_flags_that_may_not_be_told_nothing_is_said() -> None:
    for tally in (Tally(), Tally((Cell(None),)), Tally((Cell(0),))):
        assert not any("flagga" in each for each in paragraphs(told((0, tally))))


def test_flags_that_the_class_set_together_are_said() -> None:
    player = come_to(in_class(), Part.STORY).do(Onward(), SetFlag(REPORT, ""))
    while lesson_of(player).part is Part.STORY:
        player.do(Take(0) if voting(player) else Onward())
    assert "Ni satte flagga här" in paragraphs(player.do(Onward()))


# --- everybody alone ---------------------------------------------------------------------------------


def test_where_everybody_went_a_way_of_their_own_every_sign_of_the_story_is_looked_at() -> None:
    player = come_to(in_class(Taking.OWN), Part.SIGNS)
    assert [beat.spot for beat, _ in signs(player.app, lesson_of(player))] == [REPORT, THREAT]
    titles = []
    while lesson_of(player).part is Part.SIGNS:
        titles.append(player.page.title)
        player.do(Onward())
    assert "När började det?" not in titles


def test_a_way_without_signs_only_talks() -> None:
    story = sample()
    plain = {
        id_: replace(scene, lines=tuple(replace(line, sign=None) for line in scene.lines))
        for id_, scene in story.scenes.items()
    }
    player = come_to(in_class(story=replace(story, scenes=plain)), Part.SIGNS)
    assert lesson_of(player.do(Onward())).part is not Part.SIGNS


def test_the_script_never_asks_about_anybodys_own_life() -> None:
    player = looking_back()
    while lesson_of(player).part is Part.SIGNS:
        assert 1 <= len(script(player)) <= 4
        player.do(Onward())
    assert any("aldrig om elevernas egna liv" in each for each in script(looking_back().do(Onward())))
