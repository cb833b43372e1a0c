"""Lessons that have come as far as a test needs, and what a teacher sees and presses there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.commands import KeepPlace, TellHub
from game.screens.lesson.intents import EndLesson, Onward, PlanTaking, SkipPart, StartLesson
from game.screens.lesson.order import PREPARED
from game.screens.lesson.plan import Taking
from game.screens.lesson.teacher import teacher_page
from game.screens.lesson.wire import HubSeen, Link, Reach
from tests.screens.lesson.classroom import begun_with, lesson_of
from tests.screens.sample import sample
from tests.screens.support import Player, at_title

if TYPE_CHECKING:
    from game.screens.lesson.state import ClassPath, Part
    from game.screens.lesson.wire import ToHub
    from game.screens.page import Page

HERE = HubSeen(Link.HERE, Reach.REACHED, "10.0.4.12:8080", "K4TJ7A", ((True, False), (False, True)))
"""A hub that is reached, before anybody has come."""


def begun() -> Player:
    """At the checklist of a lesson."""
    return at_title(sample()).do(StartLesson())


def planned(*taking: Taking) -> Player:
    """The plan stands, with these ways of taking part; the class comes."""
    player = begun().do(Onward())
    for each in Taking:
        player.do(PlanTaking(each, each in taking))
    player.do(Onward())
    return player.do(HERE) if lesson_of(player).plan.with_hub else player


def at(part: Part, *taking: Taking) -> Player:
    """At the first thing in a part of a lesson in which the class takes part so; hands only where nothing is said."""
    player = begun() if part in PREPARED else planned(*(taking or (Taking.HANDS,)))
    while lesson_of(player).part is not part:
        if lesson_of(player).ending:
            player.do(EndLesson(sure=True))
        else:
            player.do(SkipPart(sure=True))
    return begun_with(player)


def part_of(player: Player) -> Part:
    """The part that the lesson is in."""
    return lesson_of(player).part


def told(player: Player) -> tuple[ToHub, ...]:
    """What the hub was told after the last thing done."""
    return tuple(command.what for command in player.done if isinstance(command, TellHub))


def kept(player: Player) -> tuple[ClassPath, ...]:
    """What the hub was given to keep after the last thing done."""
    return tuple(command.path for command in player.done if isinstance(command, KeepPlace))


def teachers(player: Player) -> Page:
    """The page of the teacher's own window."""
    two = replace(lesson_of(player), two=True)
    return teacher_page(replace(player.app, lesson=two), two, player.words)
