"""A pupil's place in a lesson, beside the window: it is there when it is asked for, and gone when it is left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.commands import TakeSeat, TellAnswer, TellScene
from game.screens.intents import Begin, Leave, Submit, Typed
from game.screens.lesson.guest import (
    Answer,
    Asked,
    GuestSeen,
    Hindrance,
    JoinLesson,
    JoinScreen,
    LeaveLesson,
    Seat,
)
from game.screens.lesson.wire import Kind, Phase
from game.screens.settings import SetLanguage
from game.view.in_class import InClass
from tests.view.classroom import AtLesson
from tests.view.every_screen import STORY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ADDRESS, CODE = "10.0.4.12:8080", "K4TJA7"
PLAYS = GuestSeen(Seat.TAKEN, Phase.READ, Kind.PLAY, STORY, "star-fox")


@dataclass
class FakeDesk:
    """Notes what it is told; what is put into `news` comes, one thing at each look."""

    news: list[GuestSeen] = field(default_factory=list)
    done: list[tuple[str, ...]] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    language: str = ""

    def join(self, url: str, code: str) -> None:
        self.done.append(("join", url, code))

    def scene(self, name: str) -> None:
        self.done.append(("scene", name))

    def answer(self, answer: Answer) -> None:
        self.answers.append(answer)

    def speak(self, language: str) -> None:
        self.language = language

    def leave(self) -> None:
        self.done.append(("leave",))

    def poll(self, now: float) -> GuestSeen | None:
        assert now
        return self.news.pop(0) if self.news else None

    def close(self) -> None:
        self.done.append(("close",))


def beside(monkeypatch: pytest.MonkeyPatch, make: Callable[[], FakeDesk] | None) -> AtLesson:
    """A window that has this beside it for a pupil in a lesson."""
    made = AtLesson(monkeypatch)
    made.shell._guest = InClass(made.shell, make)
    return made


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch, desk: FakeDesk) -> Iterator[AtLesson]:
    made = beside(monkeypatch, lambda: desk)
    yield made
    made.close()


def typed(at: AtLesson) -> None:
    at.send(JoinLesson(), *map(Typed, ADDRESS), Submit(), *map(Typed, CODE), Submit())


def test_a_seat_is_asked_for_and_what_comes_is_shown(at: AtLesson, desk: FakeDesk) -> None:
    typed(at)
    assert desk.done == [("join", f"http://{ADDRESS}", CODE)]
    desk.news += [GuestSeen(Seat.TAKEN, symbol="star-fox")]
    at.wait(0.2)
    assert at.shell.page.title == "Du är med"


def test_scenes_are_told_as_they_come(at: AtLesson, desk: FakeDesk) -> None:
    typed(at)
    desk.news += [PLAYS]
    at.wait(0.2)
    at.send(Begin())
    assert at.shell.app.play
    assert desk.done[1:] == [("scene", at.shell.app.play.moment.scene)]


def test_an_answer_is_told(at: AtLesson, desk: FakeDesk) -> None:
    typed(at)
    asked = Asked("val:1", 1, "Vad gör du?", options=("Lyssna", "Gå"))
    desk.news += [GuestSeen(Seat.TAKEN, Phase.OPEN, Kind.VOTE, symbol="star-fox", asked=asked)]
    at.wait(0.2)
    at.send(Answer("val:1", 1, 1))
    assert desk.answers == [Answer("val:1", 1, 1)]


def test_the_lesson_is_heard_in_the_language_of_the_game_also_when_that_changes(
    at: AtLesson, desk: FakeDesk
) -> None:
    typed(at)
    assert desk.language == "sv"
    at.send(SetLanguage("en"))
    at.wait(0.2)
    assert desk.language == "en"


def test_who_leaves_the_lesson_gives_the_seat_up(at: AtLesson, desk: FakeDesk) -> None:
    typed(at)
    desk.news += [PLAYS]
    at.wait(0.2)
    at.send(LeaveLesson())
    at.wait(0.2)
    assert desk.done[1:] == [("leave",)]
    desk.news += [PLAYS]
    at.wait(0.2)
    assert desk.news == [PLAYS]


def test_when_the_window_goes_the_seat_is_given_up(at: AtLesson, desk: FakeDesk) -> None:
    typed(at)
    at.send(Leave())
    at.shell._guest.close()
    at.shell._guest.close()
    assert desk.done[1:] == [("leave",), ("close",)]


def not_installed() -> FakeDesk:
    raise ImportError


@pytest.mark.parametrize("make", [None, not_installed])
def test_where_it_cannot_be_had_the_pupil_is_told_so(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], FakeDesk] | None
) -> None:
    at = beside(monkeypatch, make)
    typed(at)
    assert isinstance(at.shell.app.screen, JoinScreen)
    assert at.shell.app.screen.why is Hindrance.UNABLE
    at.shell.carry_out(TellScene("buss"))
    at.shell.carry_out(TellAnswer(Answer("val:1", 1, 0)))
    at.close()


def test_nothing_is_made_before_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[FakeDesk] = []

    def make() -> FakeDesk:
        made.append(FakeDesk())
        return made[-1]

    at = beside(monkeypatch, make)
    at.wait(1.0)
    assert not made
    at.shell.carry_out(TakeSeat("http://10.0.4.12:8080", CODE))
    assert len(made) == 1
    at.close()


def test_an_address_can_be_pasted(at: AtLesson, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.scrap, "has_text", lambda: True)
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: f" {ADDRESS}\n")
    at.send(JoinLesson())
    pasted = {"key": pygame.K_v, "mod": pygame.KMOD_CTRL, "unicode": "\x16", "scancode": 0}
    at.post(at.stage, pygame.Event(pygame.KEYDOWN, pasted))
    assert at.shell.app.screen == JoinScreen(ADDRESS)
