from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.story.check import check
from game.story.engine import Machine
from game.story.logic import Add, Any, Compare, FactType, Place, Set
from game.story.model import Branch, Choice, Ending, Hearing, Scene, Story
from tests.story.builders import HELP, choices, ending, goto, line, scene, stories, story, tell

NEVER = Any(())
MEET = scene("a", choices(("Till Samira", "berätta"), ("Vänta", "vänta")), meets=("samira",))
WAIT = scene("vänta", goto("berätta"), "En stund senare.")
TELL = scene("berätta", tell(("samira", "slut")))
END = scene("slut", ending())
FAIR = story(MEET, WAIT, TELL, END)


def codes(checked: Story, budget: int = 1000) -> list[str]:
    return [each.code for each in check(checked, budget=budget)]


def values(checked: Story, code: str) -> dict[str, str]:
    (found,) = (each for each in check(checked) if each.code == code)
    return dict(found.values)


def fair_with(*scenes: Scene, facts: dict[str, FactType] | None = None) -> Story:
    """The fair story, with scenes put in place of its own or added at the end."""
    named = {each.id: each for each in (MEET, WAIT, TELL, END)} | {each.id: each for each in scenes}
    return story(*named.values(), facts=facts)


def starting(*options: Choice | tuple[str, str]) -> Scene:
    return scene("a", choices(*options), meets=("samira",))


def test_a_fair_story_is_clean() -> None:
    assert check(FAIR, help_ids=HELP) == ()


def test_a_scene_that_nothing_leads_to_is_unreachable() -> None:
    lost = fair_with(scene("glömd", goto("slut")))
    assert codes(lost) == ["F201"]
    assert values(lost, "F201") == {"scene": "glömd"}


def test_a_choice_whose_condition_never_holds_is_unreachable() -> None:
    assert values(
        fair_with(starting(("Ja", "berätta"), ("Nej", "vänta"), Choice("Aldrig", "slut", NEVER))), "F202"
    ) == {
        "scene": "a",
        "choice": "Aldrig",
    }


def test_an_ending_that_is_never_reached_is_named_by_its_title() -> None:
    assert values(fair_with(scene("annat", ending("Ett annat slut"))), "F203") == {
        "scene": "annat",
        "ending": "Ett annat slut",
    }


def test_a_part_of_the_story_without_a_way_to_an_ending_is_shown_with_its_route() -> None:
    trap = scene("fast", choices(("Om", "fast2"), ("Igen", "fast")))
    deeper = scene("fast2", choices(("Om", "fast"), ("Igen", "fast2")))
    trapped = fair_with(starting(("Ja", "berätta"), ("Nej", "vänta"), ("Fastna", "fast")), trap, deeper)
    assert "F204" in codes(trapped)
    assert values(trapped, "F204") == {"scene": "fast", "route": "a → fast"}


def test_a_part_of_the_story_without_a_way_to_a_telling_is_found() -> None:
    lonely = scene("ensam", choices(("Gå hem", "hem"), ("Stanna", "ensam")))
    home = scene("hem", ending("Hemma"))
    silent = fair_with(starting(("Ja", "berätta"), ("Nej", "vänta"), ("Bort", "ensam")), lonely, home)
    assert values(silent, "F205") == {"scene": "ensam", "route": "a → ensam"}
    assert values(silent, "F206") == {"scene": "hem", "ending": "Hemma", "route": "a → ensam → hem"}


def test_telling_one_who_waves_it_off_is_not_being_heard() -> None:
    first = scene("berätta", tell(Hearing("samira", "slut", listens=False)))
    assert codes(fair_with(first)) == ["S701"]
    both = scene("berätta", tell(Hearing("samira", "slut", listens=False), Hearing("daniel", "slut")))
    assert "F206" in codes(fair_with(both, scene("vänta", goto("berätta"), line("Hej", "daniel"))))


def test_choices_that_can_all_be_hidden_are_found_with_the_way_there() -> None:
    trust = Compare("trust", Compare.Op.AT_LEAST, 1)
    hiding = scene(
        "vänta", choices(Choice("Ja", "berätta", trust), Choice("Nej", "slut", trust, (Add("trust", 1),)))
    )
    assert values(fair_with(hiding, facts={"trust": FactType(0)}), "F207") == {
        "scene": "vänta",
        "route": "a → vänta",
    }


def test_once_choices_that_run_out_are_found() -> None:
    once = [Choice(text, "vänta", once=True) for text in ("Ett", "Två")]
    assert "F213" in codes(fair_with(scene("vänta", choices(*once))))


def test_a_circle_of_gotos_is_found() -> None:
    assert (
        values(fair_with(scene("vänta", goto("runt")), scene("runt", goto("vänta"))), "F208")["route"]
        == "a → vänta"
    )


def test_a_telling_with_nobody_met_is_found() -> None:
    assert "F209" in codes(fair_with(scene("a", choices(("Ja", "berätta"), ("Nej", "vänta")))))


def test_a_goto_without_a_way_on_is_no_way_to_an_ending() -> None:
    assert "F204" in codes(fair_with(scene("vänta", goto(Branch("berätta", NEVER)))))


def test_one_choice_is_no_choice() -> None:
    assert codes(fair_with(scene("vänta", choices(("Vidare", "berätta"))))) == ["F210"]


def test_choices_with_the_same_words_are_the_same() -> None:
    same = starting(("Till Samira", "berätta"), ("till  samira", "vänta"))
    assert values(fair_with(same), "F211")["same"] == "text"


def test_choices_that_lead_to_the_same_are_the_same_in_disguise() -> None:
    same = starting(("Ja", "berätta"), ("Jo", "berätta"), ("Nej", "vänta"))
    assert values(fair_with(same), "F211") == {
        "scene": "a",
        "one": "Ja",
        "other": "Jo",
        "same": "consequence",
    }


def test_an_adult_who_is_never_met_can_never_be_told() -> None:
    both = scene("berätta", tell(("samira", "slut"), ("daniel", "slut")))
    assert values(fair_with(both), "F212") == {"scene": "berätta", "adult": "daniel"}


def test_what_the_budget_did_not_reach_is_unproven_and_not_fine() -> None:
    assert codes(FAIR, budget=2) == ["F290"]
    (unproven,) = check(FAIR, budget=2)
    assert dict(unproven.values)["states"] == "2"


def test_a_trap_is_certain_even_when_the_budget_ran_out() -> None:
    trap = scene("fast", choices(("Om", "fast"), ("Igen", "fast")))
    corridor = [scene(f"s{at}", choices(("Vidare", f"s{at + 1}"), ("Om", "a"))) for at in range(50)]
    long = fair_with(starting(("Ja", "s0"), ("Nej", "fast")), trap, *corridor, scene("s50", goto("vänta")))
    assert {"F204", "F290"} <= set(codes(long, budget=10))


def test_facts_are_asked_about_and_changed() -> None:
    kinds = {"unused": FactType(0, at=Place("a", 1)), "fixed": FactType(0, at=Place("a", 2))}
    fixed = Compare("fixed", Compare.Op.IS, 0)
    unused = starting(Choice("Ja", "berätta", fixed, (Set("unused", 1),)), ("Nej", "vänta"))
    assert codes(fair_with(unused, facts=kinds)) == ["L301", "L302"]


def test_a_story_without_a_telling_says_only_that() -> None:
    assert codes(
        story(scene("a", choices(("Ja", "b"), ("Nej", "c"))), scene("b", goto("c")), scene("c", ending()))
    ) == ["S701"]


def test_every_ending_shows_help_that_can_be_shown() -> None:
    bare = scene("slut", Ending("Slut", "", ()))
    assert codes(fair_with(bare)) == ["S702"]
    assert [each.code for each in check(FAIR, help_ids=("other",))] == ["S702"]


def test_problems_come_in_the_order_of_the_file() -> None:
    later = replace(scene("sent", goto("slut")), at=Place("s.yaml", 90, 3))
    earlier = replace(scene("tidigt", goto("slut")), at=Place("s.yaml", 9, 3))
    assert [each.at.line for each in check(fair_with(later, earlier))] == [9, 90]


PROVEN = {f"F2{number:02}" for number in (4, 5, 6, 7, 8, 9, 13)} | {"F290", "S701"}


@given(stories(), st.lists(st.integers(0, 8), max_size=30))
def test_a_story_without_dead_ends_never_stops_a_player(random_story: Story, wishes: list[int]) -> None:
    if PROVEN & set(codes(random_story, budget=100_000)):
        return
    machine = Machine(random_story)
    moment = machine.start()
    for wish in wishes:
        options = moment.segment.options
        if not options:
            assert isinstance(moment.segment.exit, Ending)
            assert moment.segment.final.heard
            return
        moment = machine.choose(moment, options[wish % len(options)].number)
    assert moment.segment.options or moment.segment.final.heard


@given(stories(), st.integers(1, 20))
def test_any_story_is_checked_to_the_same_result_twice(random_story: Story, budget: int) -> None:
    assert check(random_story, budget=budget) == check(random_story, budget=budget)


@given(stories(), st.integers(1, 20))
def test_a_small_budget_blames_nothing_that_a_large_one_does_not(random_story: Story, budget: int) -> None:
    assert set(codes(random_story, budget)) - {"F290"} <= set(codes(random_story, budget=100_000))
