"""A whole lesson of a stage, a hub and a class in one process: all that is told arrives, and what is answered is what is shown."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from game.lesson.kept_file import read, written
from game.lesson.protocol import decode_command, encode_command
from game.lesson.session import Ballot, Lesson
from game.screens.commands import KeepPlace, OpenStory, TellHub
from game.screens.lesson.blocks import Bars
from game.screens.lesson.intents import (
    EndLesson,
    Onward,
    PathFound,
    PauseClass,
    PlanTaking,
    SkipPart,
    StartLesson,
    Take,
)
from game.screens.lesson.parts import asked
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import ClassPath, Part, Turn
from game.screens.lesson.wire import Keep, Kind, Link, Phase, Phrase, Reach
from game.screens.update import update
from tests.lesson.lessons import InMemory
from tests.screens.lesson.classroom import bars, lesson_of
from tests.screens.support import Player, real_title

if TYPE_CHECKING:
    from game.screens.commands import Command
    from game.screens.intents import Intent

PUPILS = tuple(f"pupil {number}" for number in range(27))
PHASES = {
    Turn.SHOWN: Phase.READ,
    Turn.OPEN: Phase.OPEN,
    Turn.CLOSED: Phase.CLOSED,
    Turn.REVEALED: Phase.REVEAL,
    Turn.TOLD: Phase.READ,
}


def in_swedish(phrase: Phrase) -> dict[str, str]:
    return {"sv": phrase.text}


@dataclass
class Classroom:
    """A stage whose commands reach a hub as JSON, and pupils who answer by their number."""

    player: Player = field(default_factory=real_title)
    hub: InMemory = field(default_factory=lambda: InMemory(Lesson(places=40)))

    def do(self, *intents: Intent) -> Classroom:
        """The teacher means these; the hub hears of it, and the stage of the hub."""
        for intent in intents:
            self._carry_out(intent)
            self._carry_out(self._seen())
        return self

    def _carry_out(self, intent: Intent) -> None:
        player = self.player
        player.app, commands = update(player.app, intent, player.words)
        player.asked += commands
        for command in commands:
            self._told(command)

    def _told(self, command: Command) -> None:
        match command:
            case TellHub(what):
                self.hub.tell(decode_command(json.loads(json.dumps(encode_command(what, in_swedish)))))
            case KeepPlace(path):
                self._told(TellHub(Keep(written(path))))
            case OpenStory(story):
                self._carry_out(self.player.shelf.open_story(story))
            case _:
                pass

    def _seen(self) -> Intent:
        seen = self.hub.teacher().seen
        return replace(seen, link=Link.HERE, reach=Reach.REACHED, address="10.0.4.12:8080", code="K4TJ7A")

    def in_story(self, *taking: Taking) -> Classroom:
        """Everybody has come in, and the story begins."""
        self.do(StartLesson(), Onward(), *(PlanTaking(each, each in taking) for each in Taking), Onward())
        for who in PUPILS:
            assert self.hub.join(who) is None
        while lesson_of(self.player).part is not Part.STORY:
            self.do(SkipPart())
        return self

    def answer(self) -> None:
        """Each pupil answers, the first three options about as often."""
        step = self.hub.lesson.step
        assert step
        for number, who in enumerate(PUPILS):
            choice = number % min(3, step.answers)
            assert self.hub.vote(who, Ballot(step.id, step.round, choice)) is None

    def onward(self) -> None:
        """The way on; where it is the teacher who chooses, the first thing there is."""
        takes = [item.intent for item in self.player.page.items() if isinstance(item.intent, Take)]
        self.do(takes[0] if takes else Onward())


def agree(room: Classroom) -> bool:
    """Whether devices show what the projector is at."""
    lesson, row = lesson_of(room.player), room.hub.lesson.step
    return row is not None and (row.id, room.hub.lesson.phase) == (
        asked(room.player.app, lesson).id,
        PHASES[lesson.turn],
    )


def test_a_whole_story_is_voted_through_and_every_device_shows_what_the_projector_does() -> None:
    room = Classroom().in_story(Taking.DEVICES)
    votes = 0
    while lesson_of(room.player).part is Part.STORY:
        assert agree(room)
        if lesson_of(room.player).turn is Turn.OPEN:
            room.answer()
        if lesson_of(room.player).turn is Turn.REVEALED:
            votes += 1
            shown = bars(room.player)
            many = len(PUPILS) // min(3, len(shown))
            assert shown[0].shown.startswith((str(many), str(many + 1)))
        room.onward()
    assert votes >= 5


def test_flags_are_added_up_for_the_signs_that_the_class_saw() -> None:
    room = Classroom().in_story(Taking.DEVICES)
    while lesson_of(room.player).part is Part.STORY:
        row = room.hub.lesson.step
        if row and row.kind is Kind.LINE:
            for who in PUPILS[:20]:
                assert room.hub.vote(who, Ballot(row.id, row.round, 0)) is None
        room.onward()
    room.do(Onward())
    assert "De flesta satte flagga här" in str(room.player.page.body)


def test_a_stage_that_failed_goes_on_in_another_one_with_the_same_page_and_the_same_votes() -> None:
    room = Classroom().in_story(Taking.DEVICES)
    while lesson_of(room.player).turn is not Turn.OPEN:
        room.do(Onward())
    room.answer()
    room.do(PauseClass(on=True))
    kept = read(room.hub.lesson.kept)
    assert isinstance(kept, ClassPath)
    after = Classroom(hub=room.hub).do(StartLesson(), PathFound(kept))
    assert not room.hub.lesson.paused
    assert agree(after)
    room.do(PauseClass(on=False))
    while lesson_of(after.player).turn is not Turn.REVEALED:
        after.do(Onward())
    assert len([block for block in after.player.page.body if isinstance(block, Bars)]) == 1
    assert room.hub.lesson.answered == len(PUPILS)


def test_at_the_end_the_hub_has_nothing_left() -> None:
    room = Classroom().in_story(Taking.DEVICES).do(EndLesson(), EndLesson(sure=True))
    assert room.hub.lesson.phase is Phase.ENDED
    assert (room.hub.seats, room.hub.votes, room.hub.lesson.kept) == ({}, {}, "")
    assert "är raderat" in str(room.player.page.body)
