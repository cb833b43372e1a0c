"""A reader at the teacher's window hears the teacher's page, and one at the stage the class's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.lesson.intents import Onward
from game.view import teacher_window
from game.view.access import reader
from game.view.access.reader import ASKED
from tests.view.access.platform import Platform
from tests.view.classroom import AtLesson
from tests.view.support import texts

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> Platform:
    """Where the teacher's window is; `platform` is where the stage is."""
    made = Platform()
    monkeypatch.setattr(teacher_window, "Access", lambda window: reader.Access(window, made.connect))
    return made


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, platform: Platform, beside: Platform) -> Iterator[AtLesson]:
    made = AtLesson(monkeypatch, windows=2)
    made.begin()
    # What is made ready before the class comes is behind.
    made.send(Onward(), Onward())
    platform.come()
    beside.come()
    made.draw()
    yield made
    made.close()


def heard(platform: Platform) -> dict[str, int]:
    """What has been told, by its words."""
    return {node.label or node.value: each for update in platform.updates for each, node in update.nodes}


def test_each_hears_its_own_page(at: AtLesson, platform: Platform, beside: Platform) -> None:
    stage, teacher = (set(texts(each.page)) for each in (at.displays[0], at.displays[-1]) if each.page)
    told, own = set(heard(platform)), set(heard(beside))
    assert own & (teacher - stage)
    assert not told & (teacher - stage)


def test_what_a_reader_presses_at_the_teachers_window_is_done(at: AtLesson, beside: Platform) -> None:
    lesson = at.shell.app.lesson
    assert lesson
    node = heard(beside)["Titta hit"]
    pygame.event.post(pygame.Event(ASKED, node=node, pressed=True, at=at.teacher))
    at.draw()
    paused = at.shell.app.lesson
    assert paused
    assert paused.paused


def test_the_same_number_at_the_stage_means_something_else(at: AtLesson, beside: Platform) -> None:
    node = heard(beside)["Titta hit"]
    pygame.event.post(pygame.Event(ASKED, node=node, pressed=True, at=at.stage))
    at.draw()
    lesson = at.shell.app.lesson
    assert lesson
    assert not lesson.paused


def test_a_window_that_has_gone_tells_nobody_anything(at: AtLesson, beside: Platform) -> None:
    at.post(at.teacher, pygame.Event(pygame.WINDOWCLOSE))
    told = len(beside.updates)
    at.send(Onward())
    assert len(beside.updates) == told
