"""A lesson from the title to the end and back to the title, as a teacher goes through it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.commands import OpenStory, Quit, Silence, StartHub
from game.screens.crash import Crash
from game.screens.crashed import with_crash
from game.screens.intents import (
    Close,
    Forward,
    Go,
    Hide,
    Leave,
    PickStory,
    Press,
    Refused,
    Rewind,
    Shift,
    StoryOpened,
    Where,
)
from game.screens.keys import Key
from game.screens.lesson.intents import (
    Backward,
    EndLesson,
    GiveUpSeat,
    HandsOnly,
    LockLobby,
    Onward,
    PauseClass,
    PlanMinutes,
    PlanStory,
    PlanTaking,
    PlanVignettes,
    PlanVoting,
    SkipPart,
    StartLesson,
    Take,
    Tick,
    TuckBar,
    TwoWindows,
)
from game.screens.lesson.plan import Plan, Taking
from game.screens.lesson.state import LessonScreen, Part
from game.screens.lesson.wire import End, FreeSeat, Lock, Phase
from game.screens.model import HelpScreen, ReadingScreen, TitleScreen
from game.screens.page import Screen
from game.screens.update import update
from tests.screens.lesson.classroom import lesson_of
from tests.screens.lesson.lessons import HERE, at, begun, part_of, planned, told
from tests.screens.sample import sample
from tests.screens.support import Player, at_title, labels, play_of, playing, real_title

STORY = sample().about.id
HANDS = (
    Part.CHECKLIST,
    Part.PLAN,
    Part.PRACTISE,
    Part.STORY,
    Part.SIGNS,
    Part.HELP,
    Part.END,
)
"""The parts of a lesson with hands only, for a story that no vignettes are for."""


def through(player: Player) -> list[Part]:
    """The parts that one comes through with the way on alone, to the title."""
    seen: list[Part] = []
    for _ in range(2000):
        lesson = player.app.lesson
        if lesson is None:
            return seen
        if lesson.part not in seen[-1:]:
            seen.append(lesson.part)
        takes = [item.intent for item in player.page.items() if isinstance(item.intent, Take)]
        sure = EndLesson(sure=True) if lesson.ending else Onward()
        player.do(takes[0] if takes else sure)
    raise AssertionError("the lesson does not end")


# --- from the first page to the last -----------------------------------------------------------------


def test_the_title_offers_a_lesson_with_the_class() -> None:
    player = at_title(sample()).walk_to("Lektion med klassen")
    assert player.page.title == "Innan ni börjar"
    assert at_title(sample()).press(Key.D5).page.title == "Innan ni börjar"


def test_without_a_lesson_what_is_meant_in_one_changes_nothing() -> None:
    player = playing(sample())
    before = player.app
    for intent in (Onward(), Backward(), SkipPart(), EndLesson(sure=True), PauseClass(on=True), HERE):
        assert player.do(intent).app == before
        assert player.done == ()


def test_the_way_on_alone_leads_from_the_checklist_to_the_title() -> None:
    player = begun()
    assert tuple(through(player)) == HANDS
    assert player.app.screen == TitleScreen()
    assert player.app.play is None


def test_a_lesson_with_the_real_story_goes_all_the_way() -> None:
    seen = through(real_title().do(StartLesson()))
    assert seen[-1] is Part.END
    assert [part for part in HANDS if part in seen] == list(HANDS)


def test_with_devices_the_class_comes_in_before_anything_else() -> None:
    assert part_of(planned(Taking.DEVICES)) is Part.LOBBY
    assert part_of(planned(Taking.OWN)) is Part.LOBBY
    assert part_of(planned(Taking.HANDS)) is Part.PRACTISE


def test_the_plan_opens_the_story_and_lets_other_computers_in() -> None:
    player = begun().do(Onward(), PlanTaking(Taking.DEVICES, on=True), Onward())
    assert StartHub(devices=True) in player.asked
    assert OpenStory(STORY) in player.asked
    assert play_of(player).story == sample()


def test_hands_alone_start_nothing_that_others_can_reach() -> None:
    player = planned(Taking.HANDS)
    assert StartHub(devices=True) not in player.asked


def test_a_rehearsal_has_devices_and_says_that_the_pupils_are_simulated() -> None:
    player = at_title(sample()).do(StartLesson(rehearsal=True), Onward())
    assert lesson_of(player).plan.taking == {Taking.HANDS, Taking.DEVICES}
    player.do(Onward())
    assert StartHub(devices=True, rehearsal=True) in player.asked


def test_a_lesson_that_goes_on_is_not_begun_again() -> None:
    player = at(Part.STORY)
    before = player.app
    assert player.do(StartLesson()).app == before


def test_a_story_that_was_played_alone_is_not_the_class_s() -> None:
    player = playing(sample()).do(Go(Where.TITLE), StartLesson())
    assert player.app.play is None


# --- preparing ---------------------------------------------------------------------------------------


def test_a_row_is_ticked_and_unticked_with_its_own_digit() -> None:
    player = begun().press(Key.D1, Key.D3)
    assert lesson_of(player).ticked == {0, 2}
    assert lesson_of(player.press(Key.D1)).ticked == {2}
    assert lesson_of(player.do(Tick(9))).ticked == {2}


def test_nothing_has_to_be_ticked_but_it_is_said_kindly() -> None:
    player = begun()
    assert "Gå vidare ändå" in labels(player)
    player.press(Key.D1, Key.D2, Key.D3, Key.D4)
    assert "Gå vidare ändå" not in labels(player)
    assert part_of(player.do(Onward())) is Part.PLAN


@pytest.mark.parametrize("row", range(4))
def test_what_is_ticked_after_the_checklist_is_not_heard(row: int) -> None:
    assert lesson_of(at(Part.STORY).do(Tick(row))).ticked == frozenset()


def test_all_of_the_plan_is_chosen_by_pressing_it() -> None:
    player = begun().do(Onward()).walk_to("60 minuter").walk_to("Svara på egen skärm")
    player.walk_to("Klassen röstar om valen").walk_to("Räcka upp handen")
    plan = lesson_of(player).plan
    assert plan == Plan(STORY, 60, frozenset({Taking.DEVICES}), vignettes=True, voting=False)


def test_somebody_always_takes_part_somehow() -> None:
    player = begun().do(Onward(), PlanTaking(Taking.HANDS, on=False))
    assert lesson_of(player).plan.taking == {Taking.HANDS}


def test_what_cannot_be_planned_leaves_the_plan_as_it_was() -> None:
    player = begun().do(Onward())
    before = lesson_of(player).plan
    assert lesson_of(player.do(PlanStory("another"), PlanMinutes(7))).plan == before


def test_a_plan_that_the_class_is_in_stands() -> None:
    player = at(Part.STORY)
    before = lesson_of(player).plan
    player.do(PlanMinutes(20), PlanTaking(Taking.OWN, on=True), PlanVoting(on=False), PlanVignettes(on=False))
    assert lesson_of(player).plan == before


def test_what_was_pressed_keeps_focus_though_it_means_the_opposite_now() -> None:
    player = begun().do(Onward()).walk_to("Svara på egen skärm")
    player.press(Key.SPACE)
    assert lesson_of(player).plan.taking == {Taking.HANDS}


def test_where_no_other_computer_can_take_part_there_is_nothing_to_choose() -> None:
    player = begun().do(HandsOnly(), Onward())
    assert not {"Svara på egen skärm", "Alla spelar själva"} & set(labels(player))
    assert part_of(player.do(Onward())) is Part.PRACTISE


def test_without_a_story_the_lesson_goes_no_further_and_says_why() -> None:
    player = at_title().do(StartLesson(), Onward(), Onward())
    assert part_of(player) is Part.PLAN
    assert player.app.lesson
    assert part_of(player.do(Backward())) is Part.CHECKLIST


def test_a_story_that_cannot_be_opened_leads_back_to_the_plan() -> None:
    player = begun().do(Onward())
    player.app, _ = update(player.app, Onward(), player.words)
    player.do(Refused(None))
    assert part_of(player) is Part.PLAN
    assert "går inte att öppna" in player.page.notice


def test_a_story_that_comes_late_is_asked_for_again_and_never_missed() -> None:
    player = begun().do(Onward())
    for _ in range(2):
        player.app, commands = update(player.app, Onward(), player.words)
    assert part_of(player) is Part.PRACTISE
    assert commands == (OpenStory(STORY),)
    player.do(player.shelf.open_story(STORY), Onward())
    assert part_of(player) is Part.STORY


def test_a_story_that_nobody_asked_for_is_not_the_class_s() -> None:
    player = at(Part.STORY)
    before = player.app
    other = playing(replace(sample(), about=replace(sample().about, id="other")))
    assert player.do(StoryOpened(play_of(other).machine)).app == before


# --- on and back -------------------------------------------------------------------------------------


def test_back_from_the_first_page_is_the_title() -> None:
    player = begun().press(Key.BACKSPACE)
    assert player.app.lesson is None
    assert player.page.screen is Screen.TITLE


def test_back_from_the_lobby_is_the_plan_and_ends_nothing_for_those_who_have_come() -> None:
    player = planned(Taking.DEVICES).do(Backward())
    assert part_of(player) is Part.PLAN
    assert told(player) == ()
    assert lesson_of(player).hub == HERE


def test_going_back_to_the_plan_and_on_keeps_the_class_s_way() -> None:
    player = at(Part.STORY).do(Onward(), Onward())
    way = play_of(player).way
    player.do(*[Backward()] * 4)
    while part_of(player) is not Part.PLAN:
        player.do(Backward())
    player.do(Onward(), Onward())
    assert play_of(player).way.decisions == way.decisions


def test_back_from_the_signs_is_the_story_where_it_was() -> None:
    player = at(Part.SIGNS)
    way = play_of(player).way
    player.do(Backward())
    assert part_of(player) is Part.STORY
    assert play_of(player).way == way


def test_a_part_can_be_left_out_from_the_middle_of_it() -> None:
    assert part_of(at(Part.STORY).do(Onward(), SkipPart(sure=True))) is Part.SIGNS


def test_the_keys_for_on_and_back_are_those_of_a_story() -> None:
    player = at(Part.STORY)
    way = play_of(player).way
    player.press(Key.RIGHT)
    assert play_of(player).way.steps == way.steps + 1
    player.press(Key.LEFT)
    assert play_of(player).way == way
    player.press(Key.SPACE, Key.BACKSPACE)
    assert play_of(player).way == way


def test_a_line_that_comes_by_itself_is_the_next_thing_in_the_lesson() -> None:
    player = at(Part.STORY).do(Forward())
    assert play_of(player).way.steps == 1


# --- the class looks up ------------------------------------------------------------------------------


def test_a_pause_asks_everybody_to_look_up_and_the_way_on_ends_it() -> None:
    player = at(Part.STORY)
    before = player.page
    player.do(PauseClass(on=True))
    assert player.page.title == "Titta hit"
    player.press(Key.SPACE)
    assert player.page == before


@pytest.mark.parametrize("part", [Part.CHECKLIST, Part.PLAN, Part.END])
def test_where_there_is_no_class_there_is_no_pause(part: Part) -> None:
    assert not lesson_of(at(part).do(PauseClass(on=True))).paused


def test_whoever_goes_to_another_part_ends_the_pause() -> None:
    assert not lesson_of(at(Part.STORY).do(PauseClass(on=True), SkipPart(sure=True))).paused


# --- the end -----------------------------------------------------------------------------------------


def test_the_end_is_asked_for_first_and_leaning_on_a_key_does_not_end_anything() -> None:
    player = at(Part.STORY)
    before = player.app
    player.do(EndLesson())
    assert player.page.title == "Ska lektionen avslutas?"
    player.press(Key.SPACE)
    assert player.app == before


def test_the_way_on_from_help_asks_whether_the_lesson_is_over() -> None:
    player = at(Part.HELP).do(Onward())
    assert lesson_of(player).ending
    assert part_of(player.do(Onward())) is Part.HELP


def test_nobody_ends_a_lesson_without_having_been_asked() -> None:
    player = at(Part.STORY).do(EndLesson(sure=True))
    assert part_of(player) is Part.STORY


def test_at_the_end_nothing_of_the_class_is_left_in_the_program() -> None:
    player = at(Part.STORY, Taking.HANDS, Taking.DEVICES).do(EndLesson(), EndLesson(sure=True))
    assert part_of(player) is Part.END
    assert player.app.play is None
    lesson = lesson_of(player)
    assert not lesson.hands
    assert not lesson.mark
    assert told(player) == (End(),)
    player.press(Key.SPACE)
    assert player.app == replace(at_title(sample()).app, practised=player.app.practised)


def test_after_the_end_there_is_no_way_back() -> None:
    player = at(Part.END)
    before = player.app
    assert player.do(Backward(), SkipPart()).app.lesson is None or player.app == before
    assert at(Part.END).do(Backward()).app == before


def test_that_all_is_deleted_is_said_only_when_it_is() -> None:
    player = at(Part.END, Taking.DEVICES)
    card = str(player.page.body)
    assert "raderas nu" in card
    assert "är raderat" in str(player.do(replace(HERE, phase=Phase.ENDED)).page.body)
    assert "är raderat" in str(at(Part.END).page.body)


def test_before_a_class_loses_its_lesson_the_teacher_is_asked() -> None:
    player = at(Part.STORY, Taking.DEVICES).do(Leave())
    assert player.app.lesson
    assert player.app.lesson.ending
    assert Quit() not in player.done


def test_where_no_class_is_there_yet_or_the_lesson_is_hidden_leaving_leaves_at_once() -> None:
    assert Quit() in at(Part.PLAN).do(Leave()).done
    assert Quit() in at(Part.STORY, Taking.DEVICES).do(Hide(), Leave()).done


def test_while_the_class_only_practises_dolj_leaving_from_there_is_asked_first() -> None:
    player = at(Part.PRACTISE, Taking.DEVICES).do(Hide(), Leave())
    assert Quit() not in player.done
    assert not player.app.hidden
    assert player.app.lesson
    assert player.app.lesson.ending


def test_leaving_the_program_ends_the_lesson_and_wipes_it() -> None:
    player = at(Part.STORY, Taking.DEVICES).do(Leave(), Leave())
    assert player.done[:2] == (Silence(), Quit())
    assert told(player) == (End(),)
    assert player.app.lesson is None


# --- the teacher's things ----------------------------------------------------------------------------


def tucked(player: Player) -> list[str]:
    """The teacher's things on the only display, by their words."""
    return [item.label for item in player.page.tucked]


def test_on_one_display_the_teacher_s_things_come_and_go_with_one_key() -> None:
    player = at(Part.STORY)
    assert tucked(player) == []
    player.press(Key.F9)
    assert "Avsluta lektionen" in tucked(player)
    player.press(Key.ESCAPE)
    assert tucked(player) == []


def test_with_a_window_of_the_teacher_s_own_none_of_them_stand_before_the_class() -> None:
    player = at(Part.STORY).do(TuckBar(), TwoWindows(on=True))
    assert player.page.tucked == ()
    assert TuckBar() not in {item.intent for item in player.page.items()}


def test_while_the_teacher_prepares_in_an_own_window_the_class_sees_nothing_of_it() -> None:
    player = begun().do(TwoWindows(on=True))
    assert player.page.title == "Snart börjar vi"
    assert player.do(Onward()).page.title == "Snart börjar vi"


def test_the_lobby_is_locked_by_the_hub_and_only_where_there_is_one() -> None:
    assert told(planned(Taking.DEVICES).do(LockLobby(on=True))) == (Lock(locked=True),)
    assert told(at(Part.STORY).do(LockLobby(on=True))) == ()


def test_a_seat_is_freed_by_its_symbol_and_no_other() -> None:
    player = planned(Taking.DEVICES).do(replace(HERE, joined=1, symbols=("star-fox",)))
    assert told(player.do(GiveUpSeat("star-fox"))) == (FreeSeat("star-fox"),)
    assert told(player.do(GiveUpSeat("moon-owl"))) == ()


# --- what lies over the stage ------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.F1, Key.F3])
def test_help_and_settings_open_over_the_stage_and_close_back_to_it(key: Key) -> None:
    player = at(Part.STORY)
    before = player.page
    player.press(key, Key.ESCAPE)
    assert player.page == before


def test_what_the_teacher_goes_on_to_is_seen_whatever_lay_over_it() -> None:
    player = at(Part.STORY).do(Go(Where.HELP))
    assert player.app.screen == HelpScreen()
    assert player.do(Onward()).app.screen == LessonScreen()


def test_the_stage_can_be_hidden_and_the_lesson_goes_on_beneath() -> None:
    player = at(Part.STORY)
    player.do(Hide(), Onward())
    assert player.app.hidden
    assert play_of(player).way.steps == 1
    player.do(*map(Shift, (10.0, 10.1, 10.2)))
    assert player.page.screen is Screen.DIALOGUE


def test_practising_on_the_projector_is_remembered() -> None:
    player = at(Part.PRACTISE).press(Key.D1)
    assert player.page.screen is Screen.HIDDEN
    player.do(*map(Shift, (10.0, 10.1, 10.2)))
    assert player.app.practised
    assert part_of(player) is Part.PRACTISE


def test_the_title_is_not_reached_from_a_lesson_without_being_asked() -> None:
    player = at(Part.STORY).do(Go(Where.TITLE))
    assert player.app.screen == LessonScreen()
    assert lesson_of(player).ending
    assert part_of(player.do(Onward())) is Part.STORY


def test_before_the_class_has_come_the_title_is_only_the_title() -> None:
    assert begun().do(Go(Where.TITLE)).app.lesson is None


def test_a_way_back_in_the_story_leads_to_the_stage_with_the_question_anew() -> None:
    player = at(Part.STORY)
    while not any(isinstance(item.intent, Take) for item in player.page.items()):
        player.do(Onward())
    take = next(item.intent for item in player.page.items() if isinstance(item.intent, Take))
    player.do(take, Go(Where.WAYS), Rewind(0))
    assert player.app.screen == LessonScreen()
    assert play_of(player).way.decisions == ()
    assert lesson_of(player).round == 1


def test_another_story_is_not_begun_on_the_stage() -> None:
    player = at(Part.STORY)
    player.do(PickStory(STORY), Close())
    assert not isinstance(player.app.screen, ReadingScreen)
    assert player.app.under == ()


def test_after_a_crash_the_lesson_is_where_it_was() -> None:
    player = at(Part.STORY).do(Onward())
    before = player.page
    player.app = with_crash(player.app, Crash("K74QMZ", "1.2.3"))
    assert player.page.screen is Screen.CRASHED
    assert player.do(Close()).page == before


def test_keys_that_stand_on_nothing_of_a_lesson_still_mean_what_they_mean_everywhere() -> None:
    player = at(Part.STORY)
    assert player.do(Press(Key.F11)).app.settings.fullscreen
