"""The plan of a lesson, as the teacher reads it."""

from __future__ import annotations

from dataclasses import replace

from game.screens.lesson.intents import Onward, PlanMinutes, PlanTaking, PlanVignettes, StartLesson
from game.screens.lesson.parts import section
from game.screens.lesson.plan import Plan, Taking
from game.screens.lesson.planning import spread
from game.screens.lesson.state import Part
from tests.screens.lesson.classroom import VIGNETTES, lesson_of
from tests.screens.lesson.lessons import at, begun
from tests.screens.sample import sample
from tests.screens.support import Plain, Player, at_title, labels, texts_in


def planning(minutes_of_story: int = 15, *, vignettes: bool = True) -> Player:
    """At the plan of a lesson on a story that takes so long."""
    story = replace(sample(), about=replace(sample().about, minutes=minutes_of_story))
    player = at_title(story)
    library = replace(player.app.library, vignettes=VIGNETTES if vignettes else player.app.library.vignettes)
    player.app = replace(player.app, library=library)
    return player.do(StartLesson(), Onward())


def warned(player: Player) -> bool:
    """Whether it is said that the story may take longer."""
    return any("längre tid" in text for text in texts_in(player.page.body))


def test_how_the_minutes_are_spread_stands_in_words() -> None:
    said = spread(Plan(minutes=20, vignettes=False), Plain())
    assert said == "Öva Dölj 1 min, Berättelsen 15 min, Vad såg vi? 3 min, Vem kan man prata med? 1 min"


def test_a_story_that_hardly_fits_is_pointed_out_and_one_that_fits_is_not() -> None:
    player = planning(15)
    assert not warned(player)
    assert warned(player.do(PlanMinutes(20)))
    assert not warned(player.do(PlanVignettes(on=False)))


def test_questions_before_and_after_are_offered_only_where_there_are_some() -> None:
    assert "Frågor före och efter" in labels(planning())
    player = planning(vignettes=False)
    assert "Frågor före och efter" not in labels(player)
    assert lesson_of(player.do(Onward())).plan.vignettes is False


def test_the_first_story_is_chosen_already() -> None:
    assert lesson_of(planning()).plan.story == sample().about.id


def test_what_pupils_need_is_said_to_the_teacher() -> None:
    def said(player: Player) -> str:
        lesson = lesson_of(player)
        return " ".join(section(lesson).script(player.app, lesson, player.words))

    player = begun().do(Onward())
    assert "Du räknar händer" in said(player)
    assert "webbläsare" in said(player.do(PlanTaking(Taking.DEVICES, on=True)))


def test_the_parts_that_are_prepared_ask_nothing_of_pupils() -> None:
    for part in (Part.CHECKLIST, Part.PLAN, Part.END):
        player = at(part)
        step = section(lesson_of(player)).asked(player.app, lesson_of(player))
        assert step.options == ()
