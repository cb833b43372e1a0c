"""What the hub is told: all that has changed for the pupils, in an order in which it makes sense, and nothing twice."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from game.screens.commands import KeepPlace, TellHub
from game.screens.intents import Go, Where
from game.screens.lesson.intents import (
    AskAgain,
    Backward,
    CloseAnswers,
    EndLesson,
    Onward,
    OpenAnswers,
    PauseClass,
    ShowAnswers,
    SkipPart,
    StartTimer,
    Take,
    Ticked,
    TuckBar,
)
from game.screens.lesson.order import PREPARED
from game.screens.lesson.parts import asked
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.wire import (
    CloseStep,
    End,
    Kind,
    Link,
    Next,
    Open,
    Pause,
    Phase,
    Reopen,
    Resume,
    Reveal,
    Sum,
)
from tests.screens.lesson.classroom import lesson_of
from tests.screens.lesson.lessons import HERE, at, kept, part_of, planned, told

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.lesson.wire import Step, ToHub
    from tests.screens.support import Player


def shown(player: Player) -> Step:
    """What pupils do now."""
    return asked(player.app, lesson_of(player))


def at_vote(*taking: Taking) -> Player:
    """Before the first vote, which is read but not open."""
    player = at(Part.STORY, *(taking or (Taking.DEVICES,)))
    while shown(player).kind is not Kind.VOTE:
        player.do(Onward())
    return player


# --- examples ----------------------------------------------------------------------------------------


def test_the_hub_hears_nothing_before_the_class_comes() -> None:
    player = at(Part.PLAN)
    assert not [command for command in player.asked if isinstance(command, TellHub | KeepPlace)]


def test_with_hands_alone_the_hub_hears_nothing_at_all() -> None:
    player = at(Part.END, Taking.HANDS)
    assert not [command for command in player.asked if isinstance(command, TellHub | KeepPlace)]


def test_every_new_thing_is_shown_to_pupils_once() -> None:
    player = at(Part.STORY, Taking.DEVICES)
    before = shown(player)
    player.do(Onward())
    assert shown(player) != before
    assert told(player) == (Next(shown(player)),)


def test_a_vote_is_opened_closed_and_revealed() -> None:
    player = at_vote()
    question = shown(player)
    assert told(player.do(Onward())) == (Open(question),)
    assert told(player.do(Onward())) == (CloseStep(),)
    assert told(player.do(Onward())) == (Reveal(),)


def test_a_vote_that_is_revealed_while_it_is_open_is_closed_first() -> None:
    player = at_vote().do(OpenAnswers())
    assert told(player.do(ShowAnswers())) == (CloseStep(), Reveal())


def test_asking_again_is_a_new_round_and_not_a_new_question() -> None:
    player = at_vote().do(OpenAnswers(), CloseAnswers(), ShowAnswers())
    assert told(player.do(AskAgain())) == (Reopen(),)
    assert told(player.do(CloseAnswers())) == (CloseStep(),)


def test_asking_again_while_it_is_open_is_a_new_round_too() -> None:
    player = at_vote().do(OpenAnswers())
    assert told(player.do(AskAgain())) == (Reopen(),)


def test_back_from_an_open_vote_is_the_question_as_it_was_read() -> None:
    player = at_vote().do(OpenAnswers())
    question = shown(player)
    assert told(player.do(Backward())) == (Next(question),)


def test_what_the_class_does_next_is_shown_after_its_vote() -> None:
    player = at_vote().do(OpenAnswers(), CloseAnswers(), ShowAnswers(), Take(0))
    assert told(player) == (Next(shown(player)),)


def test_what_is_the_teacher_s_alone_is_not_told() -> None:
    player = at_vote().do(OpenAnswers())
    for intent in (
        TuckBar(),
        Ticked(5.0),
        EndLesson(),
        Backward(),
        Go(Where.HELP),
        replace(HERE, answered=9),
    ):
        assert told(player.do(intent)) == (), intent


def test_a_pause_and_its_end_are_told_and_nothing_else() -> None:
    player = at_vote().do(OpenAnswers())
    assert told(player.do(PauseClass(on=True))) == (Pause(),)
    assert told(player.do(PauseClass(on=True))) == ()
    assert told(player.do(PauseClass(on=False))) == (Resume(),)


def test_a_pause_ends_before_anything_new_is_shown() -> None:
    player = at_vote().do(PauseClass(on=True), SkipPart(sure=True))
    first, then, *_ = told(player)
    assert first == Resume()
    assert then == Next(shown(player))


def test_talking_first_is_shown_and_then_the_question_again() -> None:
    player = at(Part.SIGNS, Taking.DEVICES)
    question = shown(player)
    player.do(StartTimer(60))
    assert shown(player) == question
    assert told(player) == ()


def test_what_was_told_while_the_hub_was_lost_is_not_told_again_when_it_is_back() -> None:
    player = at_vote().do(replace(HERE, link=Link.LOST), OpenAnswers())
    assert told(player) == (Open(shown(player)),)
    assert told(player.do(replace(HERE, link=Link.HERE, phase=Phase.OPEN))) == ()


def test_answers_are_added_up_when_they_are_to_be_seen_and_once() -> None:
    player = at_vote().do(SkipPart(sure=True))
    sums = [each for each in told(player) if isinstance(each, Sum)]
    assert len(sums) == 1
    assert not [each for each in told(player.do(Onward())) if isinstance(each, Sum)]


def test_the_end_is_told_once() -> None:
    player = at(Part.HELP, Taking.DEVICES).do(EndLesson(), EndLesson(sure=True), Onward())
    assert player.app.lesson is None
    assert [each for each in player.asked if each == TellHub(End())] == [TellHub(End())]


def test_a_hub_that_was_started_is_ended_though_the_plan_was_changed_to_hands() -> None:
    player = planned(Taking.DEVICES).do(Backward())
    assert part_of(player) is Part.PLAN
    player.walk_to("Räcka upp handen").walk_to("Svara på egen skärm").do(Onward())
    assert not lesson_of(player).plan.with_hub
    player.do(EndLesson(), EndLesson(sure=True))
    assert told(player) == (End(),)


# --- the place that is kept --------------------------------------------------------------------------


def test_the_place_is_kept_whenever_it_is_another_one() -> None:
    player = at(Part.STORY, Taking.DEVICES).do(Onward())
    (path,) = kept(player)
    assert (path.part, path.steps, path.decisions) == (Part.STORY, 1, ())
    assert path.mark == lesson_of(player).mark != ""
    assert kept(player.do(PauseClass(on=True))) == ()


def test_in_the_lobby_no_place_is_kept_that_could_cover_an_earlier_one() -> None:
    player = planned(Taking.DEVICES)
    assert part_of(player) is Part.LOBBY
    assert not [command for command in player.asked if isinstance(command, KeepPlace)]


# --- anything in any order: a hub that only hears what it is told ------------------------------------


@dataclass
class Device:
    """What a pupil's device shows, going by what the hub was told."""

    step: Step | None = None
    phase: Phase = Phase.LOBBY
    round: int = 1
    paused: bool = False
    ended: bool = False
    heard: list[ToHub] = field(default_factory=list)

    def hear(self, what: ToHub) -> None:
        """Does as the hub does. Whatever would change nothing has no place among what is told."""
        before = (self.step, self.phase, self.round, self.paused, self.ended)
        assert not self.ended, f"{what} after the end"
        match what:
            case Next(step):
                self.step, self.phase = step, Phase.READ
            case Open(step):
                self.round = self.round if self.step == step else 1
                self.step, self.phase = step, Phase.OPEN
            case CloseStep():
                assert self.phase is Phase.OPEN
                self.phase = Phase.CLOSED
            case Reveal():
                assert self.phase is Phase.CLOSED
                self.phase = Phase.REVEAL
            case Reopen():
                assert self.step
                self.phase, self.round = Phase.OPEN, self.round + 1
            case Pause():
                self.paused = True
            case Resume():
                self.paused = False
            case End():
                self.ended = True
            case _:
                return
        self.heard.append(what)
        assert before != (self.step, self.phase, self.round, self.paused, self.ended), (
            f"{what} says nothing new"
        )


PHASES = {
    Turn.SHOWN: Phase.READ,
    Turn.OPEN: Phase.OPEN,
    Turn.CLOSED: Phase.CLOSED,
    Turn.REVEALED: Phase.REVEAL,
    Turn.TOLD: Phase.READ,
}

meant = st.sampled_from(
    (
        *([Onward()] * 8),
        Backward(),
        OpenAnswers(),
        CloseAnswers(),
        ShowAnswers(),
        AskAgain(),
        Take(0),
        Take(1),
        PauseClass(on=True),
        PauseClass(on=False),
        SkipPart(),
        StartTimer(60),
        EndLesson(),
        Go(Where.HELP),
        Go(Where.TITLE),
    )
)


@given(st.lists(meant, max_size=60))
def test_devices_show_what_the_class_is_at_whatever_the_teacher_does(way: list[Intent]) -> None:
    player = planned(Taking.DEVICES, Taking.HANDS)
    device = Device()
    for command in player.asked:
        if isinstance(command, TellHub):
            device.hear(command.what)
    for intent in way:
        player.do(intent)
        for what in told(player):
            device.hear(what)
        lesson = player.app.lesson
        if lesson is None or lesson.part in {*PREPARED, Part.END}:
            # A class that is in already is shown the same again when the teacher is back.
            device.step = None
            continue
        assert device.step == shown(player)
        assert device.paused == lesson.paused
        never_asked = device.phase is Phase.READ and lesson.turn in {Turn.CLOSED, Turn.REVEALED}
        assert device.phase is PHASES[lesson.turn] or never_asked
