"""The class's path to a file and back, and the way into a lesson that broke off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.commands import KeepPath, OpenStory, ReadPath, StartHub, TellHub
from game.screens.intents import SkipScene
from game.screens.lesson import phrases
from game.screens.lesson.intents import (
    Backward,
    CountHands,
    EndLesson,
    FromLastWeek,
    HandsOnly,
    KeepForNextWeek,
    NextChapter,
    Onward,
    OpenAnswers,
    PathFound,
    PathKept,
    SkipPart,
    Take,
    TwoWindows,
)
from game.screens.lesson.parts import asked
from game.screens.lesson.place import place_of
from game.screens.lesson.plan import Plan, Taking
from game.screens.lesson.state import ClassPath, Part, Turn
from game.screens.lesson.telling_story import SKIPPING
from game.screens.lesson.wire import Kind, Next, Resume
from game.screens.update import update
from game.story.digest import digest
from tests.screens.lesson.classroom import lesson_of, script
from tests.screens.lesson.lessons import HERE, at, begun, kept, part_of, planned, teachers
from tests.screens.sample import sample
from tests.screens.support import Player, labels, play_of, texts_in

STORY = sample()
MARK = digest(STORY)
DEVICES = frozenset({Taking.DEVICES})
FILE = "/hem/lektion.json"


def path(part: Part = Part.STORY, at: int = 0, *taking: Taking, steps: int = 2) -> ClassPath:
    """A path through the sample, past its first choice."""
    plan = Plan(STORY.about.id, 60, frozenset(taking or (Taking.HANDS,)), vignettes=False)
    return ClassPath(STORY.about.id, MARK, part, at, (0,), steps, plan)


def by_file(found: ClassPath | None, refused: str = "", player: Player | None = None) -> Player:
    """A teacher who goes on from a file in which this stands."""
    player = player or begun()
    return player.do(FromLastWeek(), PathFound(found, refused))


def test_the_path_is_kept_with_the_class_s_way_and_nothing_of_any_pupil() -> None:
    player = at(Part.STORY).do(Onward(), Onward(), KeepForNextWeek())
    expected = ClassPath(STORY.about.id, MARK, Part.STORY, 0, (), 2, lesson_of(player).plan)
    assert player.done == (KeepPath(expected),)


def test_before_there_is_a_story_there_is_nothing_to_keep() -> None:
    assert begun().do(KeepForNextWeek()).done == ()
    assert at(Part.END).do(KeepForNextWeek()).done == ()


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (None, "gick inte"),
        ("/hem/lektion.json", "Sparat. Nästa gång: tryck på ”Fortsätt från förra veckan”."),
    ],
)
def test_it_is_said_whether_the_file_was_written_and_how_one_goes_on_from_it(
    where: str | None, said: str
) -> None:
    player = at(Part.STORY).do(PathKept(where))
    assert said in player.page.notice
    assert player.do(Onward()).page.notice == ""


def test_the_button_that_it_names_is_there_next_time() -> None:
    assert "Fortsätt från förra veckan" in labels(begun())


def test_where_the_file_is_the_class_is_not_shown_unless_the_teacher_asks() -> None:
    player = at(Part.STORY).do(EndLesson(), KeepForNextWeek(), PathKept(FILE))
    assert FILE not in " ".join(texts_in(player.page))
    assert player.item("Var ligger filen?").intent == KeepForNextWeek()
    player.do(KeepForNextWeek())
    assert FILE in player.page.notice
    assert player.done == ()
    assert lesson_of(player).ending


def test_in_a_window_of_their_own_the_teacher_is_told_at_once_where_the_file_is() -> None:
    player = at(Part.STORY).do(TwoWindows(on=True), PathKept(FILE))
    assert FILE in teachers(player).notice
    assert FILE not in " ".join(texts_in(player.page))


def test_another_place_is_kept_in_another_file() -> None:
    player = at(Part.STORY).do(KeepForNextWeek(), PathKept(FILE), Onward(), KeepForNextWeek())
    assert [type(command) for command in player.done] == [KeepPath]


def test_after_the_lesson_the_teacher_is_still_told_where_the_file_is() -> None:
    player = at(Part.STORY).do(PathKept(FILE), EndLesson(), EndLesson(sure=True))
    assert part_of(player) is Part.END
    assert any(FILE in sentence for sentence in script(player))
    assert not any(FILE in sentence for sentence in script(at(Part.END)))


def test_a_file_is_asked_for_before_the_class_comes_and_not_later() -> None:
    assert begun().do(FromLastWeek()).done == (ReadPath(),)
    assert at(Part.STORY).do(FromLastWeek()).done == ()


def test_with_hands_one_is_at_once_where_one_was() -> None:
    player = by_file(path())
    assert OpenStory(STORY.about.id) in player.asked
    assert part_of(player) is Part.STORY
    way = play_of(player).way
    assert (way.decisions, way.steps) == ((0,), 2)
    assert lesson_of(player).plan == path().plan


def test_with_devices_the_class_comes_in_first_and_is_then_where_it_was() -> None:
    player = by_file(path(Part.STORY, 0, Taking.DEVICES))
    assert StartHub(devices=True) in player.asked
    assert part_of(player) is Part.LOBBY
    player.do(HERE, Onward())
    assert part_of(player) is Part.STORY
    assert play_of(player).way.steps == 2


def test_leaving_out_the_lobby_leads_there_too() -> None:
    player = by_file(path(Part.SIGNS, 1, Taking.DEVICES)).do(SkipPart())
    assert (part_of(player), lesson_of(player).at) == (Part.SIGNS, 1)


def test_what_was_kept_is_found_again_wherever_the_class_was() -> None:
    player = at(Part.STORY)
    for _ in range(60):
        if part_of(player) not in {Part.STORY, Part.SIGNS, Part.HELP} or lesson_of(player).ending:
            break
        place = place_of(player.app, lesson_of(player))
        again = by_file(place)
        assert place_of(again.app, lesson_of(again)) == place
        assert lesson_of(again).turn is Turn.SHOWN
        takes = [item.intent for item in player.page.items() if isinstance(item.intent, Take)]
        player.do(takes[-1] if takes else Onward())


@pytest.mark.parametrize(
    "wrong",
    [
        replace(path(), mark="0" * 12),
        replace(path(), decisions=(7,)),
        replace(path(), part=Part.END),
        replace(path(), part=Part.AFTER),
        replace(path(), part=Part.LOBBY),
    ],
)
def test_a_path_that_does_not_fit_is_told_in_a_sentence_and_a_fresh_lesson_goes_on(wrong: ClassPath) -> None:
    player = by_file(wrong)
    assert part_of(player) is Part.CHECKLIST
    assert "har ändrats" in player.page.notice
    player.do(Onward(), Onward())
    assert part_of(player) is Part.PRACTISE
    assert play_of(player).way.decisions == ()


def test_a_story_that_is_gone_is_told_in_a_sentence_too() -> None:
    player = by_file(replace(path(), story="gone", plan=replace(path().plan, story="gone")))
    assert "går inte att öppna" in player.page.notice
    assert part_of(player) is Part.PLAN
    assert part_of(player.do(Onward())) is Part.PRACTISE


def test_a_refusal_is_shown_as_it_is_and_a_file_that_was_not_chosen_says_nothing() -> None:
    assert by_file(None, "Filen finns inte där längre.").page.notice == "Filen finns inte där längre."
    assert by_file(None).page.notice == ""


def test_a_lesson_that_goes_on_is_not_left_for_a_file() -> None:
    player = at(Part.STORY)
    before = player.app
    assert player.do(PathFound(path(Part.HELP))).app == before


def test_where_no_other_computer_can_take_part_the_path_is_gone_on_with_by_hands() -> None:
    player = by_file(path(Part.STORY, 0, Taking.DEVICES, Taking.HANDS), player=begun().do(HandsOnly()))
    assert part_of(player) is Part.STORY
    assert lesson_of(player).plan.taking == {Taking.HANDS}


# --- last time ----------------------------------------------------------------------------------------


def test_a_class_that_goes_on_is_first_told_where_it_was() -> None:
    player = by_file(path(steps=1))
    assert player.page.title == "Förra gången"
    told = " ".join(texts_in(player.page.body))
    assert "”Provet”. Du är Hawa, en vän." in told
    assert "Ni kom till kapitel 1 av 2: Ett" in told
    assert "Alva väntar. Vad gör du?" in told
    assert "Fråga hur det känns." in told
    assert "”Svara nu.”" in told
    assert player.item("Fortsätt berättelsen").intent == Onward()


def test_from_there_one_press_leads_on_and_nothing_is_asked_before() -> None:
    vote = replace(path(), decisions=(), steps=60)
    player = by_file(vote)
    assert asked(player.app, lesson_of(player)).kind is Kind.WATCH
    player.do(OpenAnswers(), Take(0), CountHands(0, 1), Backward())
    assert (player.page.title, lesson_of(player).turn) == ("Förra gången", Turn.SHOWN)
    assert play_of(player).way.decisions == ()
    player.do(Onward())
    assert player.page.title == "Alva väntar. Vad gör du?"
    assert lesson_of(player).turn is Turn.SHOWN


def test_with_devices_it_is_told_once_all_are_in_and_devices_look_at_the_projector() -> None:
    player = by_file(path(Part.STORY, 0, Taking.DEVICES)).do(HERE)
    assert part_of(player) is Part.LOBBY
    player.do(Onward())
    assert player.page.title == "Förra gången"
    assert asked(player.app, lesson_of(player)).title == phrases.ui("Förra gången")


def test_it_is_said_what_the_class_goes_on_with() -> None:
    ended = replace(path(Part.SIGNS), decisions=(0, 0, 0), steps=60)
    player = by_file(ended)
    assert "Ni kom till slutet: Två som vet" in " ".join(texts_in(player.page.body))
    assert player.item("Fortsätt med: Vad såg vi?").intent == Onward()
    early = by_file(replace(path(Part.PRACTISE), decisions=(), steps=0))
    assert "Ni hann inte börja med berättelsen." in " ".join(texts_in(early.page.body))


def test_where_everybody_played_alone_no_way_is_told() -> None:
    player = by_file(path(Part.STORY, 0, Taking.OWN)).do(HERE, Onward())
    assert player.page.title == "Förra gången"
    assert "kapitel" not in " ".join(texts_in(player.page.body))


def test_who_leaves_out_a_part_is_not_told_again_in_the_next() -> None:
    player = by_file(path()).do(SkipPart(sure=True))
    assert part_of(player) is Part.SIGNS
    assert player.page.title != "Förra gången"


def test_who_goes_on_to_another_chapter_at_once_is_not_told_again_either() -> None:
    player = by_file(replace(path(), decisions=(), steps=0)).do(SkipPart(), NextChapter())
    assert play_of(player).way.decisions
    assert player.page.title != "Förra gången"


def test_a_scene_can_be_left_out_at_once() -> None:
    player = by_file(path()).do(SkipScene())
    assert player.page.title != "Förra gången"
    assert lesson_of(player).at == SKIPPING


def test_a_lesson_that_broke_off_goes_on_without_being_told_anything() -> None:
    player = begun().do(PathFound(path(Part.STORY, 0, Taking.DEVICES)))
    assert player.page.title != "Förra gången"


# --- a lesson that broke off -------------------------------------------------------------------------


def test_a_lesson_that_broke_off_goes_on_at_once_and_everybody_still_has_a_seat() -> None:
    player = begun().do(PathFound(path(Part.STORY, 0, Taking.DEVICES)))
    assert part_of(player) is Part.STORY
    assert TellHub(Resume()) in player.asked


def test_it_goes_on_though_the_teacher_has_come_to_the_lobby_already() -> None:
    player = planned(Taking.DEVICES).do(PathFound(path(Part.STORY, 0, Taking.DEVICES)))
    assert part_of(player) is Part.STORY
    assert play_of(player).way.steps == 2


def test_what_pupils_saw_before_it_broke_off_is_shown_to_them_again() -> None:
    player = begun()
    found = PathFound(path(Part.HELP, 0, Taking.DEVICES))
    app, _ = update(player.app, found, player.words)
    app, commands = update(app, player.shelf.open_story(STORY.about.id), player.words)
    assert app.lesson
    assert TellHub(Next(asked(app, app.lesson))) in commands


def test_a_file_that_the_teacher_asked_for_is_not_left_for_a_lesson_that_broke_off() -> None:
    player = by_file(path(Part.SIGNS, 0, Taking.DEVICES)).do(PathFound(path(Part.HELP, 0, Taking.DEVICES)))
    assert part_of(player.do(Onward())) is Part.SIGNS


def test_the_place_is_kept_on_where_it_went_on() -> None:
    player = begun().do(PathFound(path(Part.STORY, 0, Taking.DEVICES))).do(Onward())
    (there,) = kept(player)
    assert (there.decisions, there.steps) == ((0,), 3)
