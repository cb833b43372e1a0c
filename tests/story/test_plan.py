"""A plan takes the ways that it says, sees what is seen there, and is told where story and plan part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.story.engine import Machine, Spot, StoryError
from game.story.logic import Add, Compare, FactType, Place
from game.story.model import Branch, Choice, Ending, Hearing, Scene, Story
from game.story.moment import TellOption
from game.story.plan import (
    Back,
    Choose,
    End,
    NotSeen,
    Outcome,
    Plan,
    See,
    Step,
    TellAdult,
    Wait,
    coverage,
    plain,
)
from game.story.plan_run import MOST_PROBLEMS, run_plan, run_resumed
from tests.story.builders import choices, ending, goto, line, scene, stories, story, tell

if TYPE_CHECKING:
    from game.story.problem import Problem

TRUST = {"trust": FactType(0, 0, 3)}
TRUSTED = Compare("trust", Compare.Op.AT_LEAST, 1)


def bench() -> Story:
    """A bench with three things to do, a telling, and two endings."""
    return story(
        scene(
            "bench",
            choices(
                Choice("Fråga hur det känns.", "belly", do=(Add("trust", 1),)),
                Choice("Fråga inte.", "belly"),
                Choice("Sitt kvar. Vänta.", "bench", once=True, wait=True),
                Choice("Gå hem.", "home", when=TRUSTED),
            ),
            "Det är långrast.",
            "Alva ser på mobilen.",
        ),
        scene("belly", goto("door"), line("Det känns… i magen”, säger hon.", "hawa", when=TRUSTED)),
        scene(
            "door",
            tell(
                Hearing("samira", "heard"),
                Hearing("daniel", "waved", listens=False),
                beginnings=("Kan du lyssna?", "Kan vi gå undan?", "Det gäller en kompis."),
            ),
            "Dörren står öppen.",
            meets=("samira",),
        ),
        scene("heard", ending("Två som vet"), "Samira lyssnar."),
        scene("waved", goto("door")),
        scene("home", ending("Hemma"), "Hallen är mörk."),
        facts=TRUST,
    )


SHORT: tuple[Step, ...] = (
    Choose("Fråga hur"),
    See("i magen"),
    TellAdult("samira", "Det gäller"),
    End("Två som vet"),
)


def problems(*steps: Step, of: Story | None = None) -> list[Problem]:
    return list(run_plan(Machine(of or bench()), Plan(steps)).problems)


def codes(*steps: Step, of: Story | None = None) -> list[str]:
    return [problem.code for problem in problems(*steps, of=of)]


def values(problem: Problem) -> dict[str, str]:
    return dict(problem.values)


# --- a plan that is right --------------------------------------------------------------------------


def test_a_plan_that_is_right_has_no_problem_and_tells_all_that_was_seen() -> None:
    outcome = run_plan(Machine(bench()), Plan(SHORT))

    seen = (Spot("bench", 0), Spot("bench", 1), Spot("belly", 0), Spot("door", 0), Spot("heard", 0))
    assert outcome == Outcome((), seen, ("heard",))


@pytest.mark.parametrize(
    "words", ["långrast", "LÅNGRAST", "la\u030angrast", "  det   är  ", "”Det är långrast.”", '"långrast"']
)
def test_capitals_blanks_and_quotation_marks_do_not_matter(words: str) -> None:
    assert codes(See(words), *SHORT) == []


def test_neither_do_the_kinds_of_dots() -> None:
    assert codes(Choose("fråga hur"), See("känns... i magen"), *SHORT[2:]) == []


def test_the_question_the_open_choices_and_the_ending_are_seen_too() -> None:
    assert (
        codes(See("?"), See("Sitt kvar"), SHORT[0], See("gå undan"), SHORT[2], See("Två som"), SHORT[3]) == []
    )


def test_a_choice_that_is_hidden_is_not_seen() -> None:
    assert codes(NotSeen("Gå hem"), *SHORT) == []


def test_words_are_sought_from_where_the_last_ones_were_seen() -> None:
    assert codes(See("långrast"), See("mobilen"), *SHORT) == []
    (problem,) = problems(See("mobilen"), See("långrast"), *SHORT)

    assert problem.code == "P903"
    assert values(problem)["instead"] == "plan_earlier"


def test_waiting_needs_no_words_where_one_choice_waits() -> None:
    assert codes(Wait(), *SHORT) == []


def test_an_adult_can_be_told_without_saying_how_to_begin() -> None:
    assert codes(SHORT[0], TellAdult("Samira"), End("två som vet")) == []


def test_one_can_go_back_to_the_last_decision_and_take_it_otherwise() -> None:
    assert codes(Choose("Fråga inte"), NotSeen("magen"), Back(), NotSeen("magen"), *SHORT) == []


def test_one_can_go_back_to_the_decision_of_a_scene_also_from_an_ending() -> None:
    outcome = run_plan(Machine(bench()), Plan((*SHORT, Back("bench"), *SHORT)))

    assert outcome.problems == ()
    assert outcome.endings == ("heard", "heard")


def test_after_going_back_the_lines_before_the_decision_have_been_read() -> None:
    (problem,) = problems(SHORT[0], Back(), See("långrast"), *SHORT)

    assert (problem.code, values(problem)["instead"]) == ("P903", "plan_earlier")


# --- where story and plan part ---------------------------------------------------------------------


def test_words_that_stand_elsewhere_are_told_with_their_scene() -> None:
    (problem,) = problems(See("Hallen är"), *SHORT)

    assert (values(problem)["instead"], values(problem)["found"]) == ("plan_elsewhere", "home")


def test_words_that_stand_nowhere_are_told_with_the_nearest_that_are_seen() -> None:
    (problem,) = problems(See("Alva ser på telefonen"), *SHORT)

    assert (values(problem)["instead"], values(problem)["found"]) == ("plan_nearest", "Alva ser på mobilen.")


def test_what_must_not_be_seen_and_is_seen_is_told_with_its_scene() -> None:
    (problem,) = problems(SHORT[0], NotSeen("i magen"), *SHORT[2:])

    assert (problem.code, values(problem)["scene"]) == ("P906", "belly")


def test_a_choice_that_is_not_there_is_told_with_those_that_are() -> None:
    (problem,) = problems(Choose("Fråga henne"))

    assert problem.code == "P902"
    assert values(problem)["open"] == "Fråga hur det känns. / Fråga inte. / Sitt kvar. Vänta."
    assert values(problem)["meant"].startswith("choose: Fråga ")


def test_a_choice_that_is_hidden_is_told_with_the_reason() -> None:
    (condition,) = problems(Choose("Gå hem"))
    (taken,) = problems(Wait(), Wait())

    assert (condition.code, values(condition)["why"]) == ("P909", "plan_condition")
    assert (taken.code, values(taken)["why"]) == ("P909", "plan_taken")


def test_a_beginning_that_fits_two_choices_is_told_with_both() -> None:
    (problem,) = problems(Choose("Fråga"))

    assert problem.code == "P908"
    assert values(problem)["several"] == "Fråga hur det känns. / Fråga inte."


def test_a_choice_that_is_no_longer_than_the_words_is_the_one_that_is_meant() -> None:
    both = story(scene("a", choices(("Vänta", "e"), ("Vänta lite", "a"))), scene("e", ending()))

    assert codes(Choose("vänta"), End("Slut"), of=both) == []


@pytest.mark.parametrize(
    ("adult", "why"),
    [("daniel", "plan_not_met"), ("mamma", "plan_not_here")],
)
def test_an_adult_who_cannot_be_told_is_told_with_the_reason(adult: str, why: str) -> None:
    (problem,) = problems(SHORT[0], TellAdult(adult))

    assert (problem.code, values(problem)["why"], values(problem)["open"]) == ("P907", why, "samira")


def test_an_adult_who_knows_already_cannot_be_told_again() -> None:
    twice = story(
        scene("a", tell(("daniel", "a"), ("samira", "e")), meets=("daniel", "samira")),
        scene("e", ending()),
    )
    (problem,) = problems(TellAdult("daniel"), TellAdult("daniel"), of=twice)

    assert values(problem)["why"] == "plan_told"


def test_a_beginning_that_is_not_there_or_fits_two_is_told_at_its_own_place() -> None:
    here, there = Place("a.plan", 2, 7), Place("a.plan", 2, 15)
    (none,) = problems(SHORT[0], TellAdult("samira", "Hej", here, there))
    (two,) = problems(SHORT[0], TellAdult("samira", "Kan", here, there))

    assert (none.code, none.at) == ("P913", there)
    assert (two.code, two.at) == ("P908", there)


def test_choosing_where_one_tells_and_telling_where_one_chooses_are_told() -> None:
    assert codes(SHORT[0], Choose("samira")) == ["P911"]
    assert codes(TellAdult("samira")) == ["P911"]


def test_another_ending_is_told_with_the_one_that_came() -> None:
    (problem,) = problems(*SHORT[:-1], End("En som vet"))

    assert (problem.code, values(problem)["ending"]) == ("P904", "Två som vet")


def test_nothing_comes_after_the_ending() -> None:
    assert codes(*SHORT, See("Samira")) == ["P905"]
    assert codes(*SHORT[:-1], Choose("Fråga")) == ["P905"]


def test_a_plan_that_stops_before_the_story_is_told_with_what_there_is() -> None:
    (early,) = problems(*SHORT[:-2])
    (said,) = problems(*SHORT[:-2], SHORT[-1])

    assert (early.code, values(early)["open"]) == ("P910", "samira")
    assert (said.code, values(said)["scene"]) == ("P910", "door")


def test_a_plan_says_which_ending_it_comes_to() -> None:
    assert codes(*SHORT[:-1]) == ["P915"]


def test_one_cannot_go_back_to_a_decision_that_was_not_made() -> None:
    (undecided,) = problems(Back())
    (elsewhere,) = problems(SHORT[0], Back("home"))

    assert (undecided.code, values(undecided)["why"]) == ("P916", "plan_undecided")
    assert (elsewhere.code, values(elsewhere)["known"]) == ("P916", "bench")


def test_a_story_that_cannot_go_on_is_told_where_it_stops() -> None:
    nowhere = story(
        scene("a", choices(("Fram", "b"), ("Bort", "b"))), scene("b", goto(Branch("a", TRUSTED))), facts=TRUST
    )
    (problem,) = problems(Choose("Fram"), of=nowhere)

    assert (problem.code, values(problem)["scene"]) == ("P914", "b")
    assert codes(of=story(scene("a", goto("a")))) == ["P914"]


def test_a_plan_for_another_story_is_not_told_in_full() -> None:
    assert len(problems(*(See(f"ord {number}") for number in range(100)))) == MOST_PROBLEMS


def test_the_rest_is_not_played_after_a_decision_that_cannot_be_taken() -> None:
    assert codes(Choose("Nej"), See("aldrig"), End("x")) == ["P902"]


# --- what plans reach ------------------------------------------------------------------------------


def test_lines_that_no_plan_shows_are_told_once_a_scene_at_the_first_of_them() -> None:
    there = bench()
    outcome = run_plan(Machine(there), Plan((Choose("Fråga inte"), TellAdult("samira"), End("Två som vet"))))

    found = [(problem.code, values(problem)) for problem in coverage(there, [outcome])]

    assert [(code, of["scene"], of["count"], of["all"]) for code, of in found] == [
        ("P950", "belly", "1", "1"),
        ("P950", "home", "2", "2"),
    ]


def test_an_ending_without_lines_is_missed_too() -> None:
    bare = story(scene("a", choices(("Ett", "b"), ("Två", "c"))), scene("b", ending()), scene("c", ending()))
    outcome = run_plan(Machine(bare), Plan((Choose("Ett"), End("Slut"))))

    (problem,) = coverage(bare, [outcome])

    assert values(problem)["scene"] == "c"


def test_several_plans_reach_together_what_each_does_not() -> None:
    there = bench()
    ways: tuple[tuple[Step, ...], ...] = (SHORT, (Wait(), *SHORT))
    outcomes = [run_plan(Machine(there), Plan(way)) for way in ways]

    assert [values(problem)["scene"] for problem in coverage(there, outcomes)] == ["home"]


def test_a_story_without_plans_is_told_so() -> None:
    assert [problem.code for problem in coverage(bench(), [])] == ["P951"]


# --- whatever the story ----------------------------------------------------------------------------


def _named(each: Story) -> Story:
    """The same story; what can be chosen there has a number of its own, so that words can say it."""
    scenes = {}
    for name, there in each.scenes.items():
        way_out = there.exit
        options = getattr(way_out, "choices", None)
        if options:
            way_out = choices(
                *(
                    Choice(f"{name} {number}.", old.go, old.when, old.do, old.once)
                    for number, old in enumerate(options)
                )
            )
        elif isinstance(way_out, Ending):
            way_out = ending(name)
        scenes[name] = Scene(
            there.id, there.place, there.lines, way_out, people=there.people, do=there.do, meets=there.meets
        )
    return Story(each.about, each.you, each.cast, each.facts, each.chapters, each.start, scenes)


def _walked(machine: Machine, picks: list[int]) -> list[Step] | None:
    """The steps of a way; None when it comes to no ending."""
    moment, steps = machine.start(), list[Step]()
    for pick in picks:
        segment = moment.segment
        if isinstance(segment.exit, Ending):
            return [*steps, End(segment.exit.title)]
        if not segment.options:
            return None
        option = segment.options[pick % len(segment.options)]
        if isinstance(option, TellOption):
            steps.append(TellAdult(option.hearing.adult))
            beginnings = len(getattr(segment.exit, "beginnings", ()))
            number = option.number // beginnings * beginnings
        else:
            steps.append(Choose(option.choice.text))
            number = option.number
        moment = machine.choose(moment, number)
    return None


@given(stories().map(_named), st.lists(st.integers(0, 11), min_size=12, max_size=12))
@settings(max_examples=150)
def test_any_way_written_as_a_plan_is_right_straight_and_resumed(each: Story, picks: list[int]) -> None:
    machine = Machine(each)
    try:
        steps = _walked(machine, picks)
    except StoryError:
        steps = None
    if steps is None:
        return

    outcome = run_plan(machine, Plan(tuple(steps)))

    assert outcome.problems == ()
    assert run_resumed(machine, Plan(tuple(steps))) == outcome


@given(st.text(max_size=30))
def test_a_text_made_plain_stays_as_it_is_when_made_plain_again(text: str) -> None:
    assert plain(plain(text)) == plain(text)
