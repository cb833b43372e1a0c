"""What has been walked: scenes, what was taken and offered there, and the ways back."""

from __future__ import annotations

from hypothesis import given, reject
from hypothesis import strategies as st

from game.story.engine import Machine, NotOpen, StoryError
from game.story.logic import Compare
from game.story.model import Branch, Choice, Hearing, Story
from game.story.playthrough import Playthrough, decide, forward, now, rewind, scenes_so_far, skip
from game.story.walked import Stretch, Visit, kept, revisited, walked
from tests.story.builders import FACTS, choices, ending, goto, scene, stories, story, tell

SMALL = story(
    scene("rast", choices(("Fråga", "magen"), ("Gå", "hemma"), ("Stanna", "rast")), "Ett", "Två"),
    scene("magen", goto("vem"), "Tre"),
    scene(
        "vem",
        tell(("samira", "slut"), Hearing("daniel", "vem", listens=False)),
        meets=("samira", "daniel"),
    ),
    scene("hemma", ending("Hemma"), "Fyra"),
    scene("slut", ending("Slut"), "Fem"),
)
FAR = 1_000


def ended(*decisions: int) -> Playthrough:
    """A way that was read to its last line."""
    return Playthrough(decisions, FAR)


def visited(of: Story, *ways: Playthrough) -> dict[str, Visit]:
    """The scenes of some ways; the last one is the present one."""
    found = walked(Machine(of), ways[:-1], ways[-1])
    return {visit.scene: visit for visit in found.visits}


# --- which ways are kept ---------------------------------------------------------------------------


def test_a_way_that_goes_on_takes_the_place_of_its_beginning() -> None:
    ways = kept(kept(kept((), Playthrough()), Playthrough((), 1)), Playthrough((0,)))

    assert ways == (Playthrough((0,)),)


def test_going_back_forgets_nothing() -> None:
    ways = kept((), ended(0, 3))

    assert kept(ways, Playthrough((0,))) is ways
    assert kept(ways, Playthrough((0, 3), 0)) is ways


def test_another_way_stands_beside_the_one_before() -> None:
    assert kept((ended(0, 3),), ended(1)) == (ended(0, 3), ended(1))


def test_ways_from_different_beginnings_are_different_ways() -> None:
    taken_up = Playthrough(origin=Machine(SMALL).bare_state("magen"))

    assert kept((ended(1),), taken_up) == (ended(1), taken_up)


@given(
    st.lists(st.builds(Playthrough, st.lists(st.integers(0, 1), max_size=3).map(tuple), st.integers(0, 2)))
)
def test_no_way_that_is_kept_begins_another_and_each_that_was_walked_begins_one(
    walks: list[Playthrough],
) -> None:
    def begins(one: Playthrough, other: Playthrough) -> bool:
        within = one.decisions == other.decisions[: len(one.decisions)]
        return within and (one.steps <= other.steps or len(one.decisions) < len(other.decisions))

    ways: tuple[Playthrough, ...] = ()
    for walk in walks:
        ways = kept(ways, walk)

    assert all(any(begins(walk, way) for way in ways) for walk in walks)
    assert not any(begins(one, other) for one in ways for other in ways if one is not other)


# --- what is remembered of them --------------------------------------------------------------------


def test_scenes_come_in_the_order_in_which_they_were_first_come_to() -> None:
    assert list(visited(SMALL, ended(1), ended(0, 3))) == ["rast", "hemma", "magen", "vem"]


def test_what_was_taken_and_how_much_else_was_offered() -> None:
    once, twice = visited(SMALL, ended(1))["rast"], visited(SMALL, ended(1), ended(0))["rast"]

    assert [option.number for option in once.taken] == [1]
    assert once.untried == 2
    assert [option.number for option in twice.taken] == [1, 0]
    assert twice.untried == 1


def test_an_adult_is_one_way_on_however_one_begins() -> None:
    undecided, told = visited(SMALL, ended(0))["vem"], visited(SMALL, ended(0, 1))["vem"]

    assert undecided.untried == 2
    assert (told.untried, len(told.taken)) == (1, 1)


def test_a_choice_that_was_not_open_is_not_counted() -> None:
    hidden = Choice("Hemligt", "b", when=Compare("blocked", Compare.Op.IS, value=True))
    of = story(scene("a", choices(("Öppet", "b"), hidden), "Hej."), scene("b", ending()), facts=FACTS)

    assert visited(of, ended(0))["a"].untried == 0


def test_a_scene_is_not_come_to_before_its_first_line_is_shown() -> None:
    of = story(scene("a", goto("b"), "Ett", "Två"), scene("b", ending(), "Tre"))

    assert list(visited(of, Playthrough((), 1))) == ["a"]
    assert list(visited(of, Playthrough((), 2))) == ["a", "b"]


def test_a_scene_in_which_nothing_is_said_or_asked_is_passed_unseen() -> None:
    of = story(
        scene("a", choices(("På", "b")), "Ett"), scene("b", goto(Branch("c"))), scene("c", ending(), "Två")
    )
    found = walked(Machine(of), (), ended(0))

    assert [visit.scene for visit in found.visits] == ["a", "c"]
    assert found.stretches == (Stretch("a", "c", latest=True),)


def test_only_lines_that_were_read_are_remembered() -> None:
    assert [beat.line.text for beat in visited(SMALL, Playthrough())["rast"].beats] == ["Ett"]
    assert [beat.line.text for beat in visited(SMALL, ended())["rast"].beats] == ["Ett", "Två"]


def test_a_choice_and_an_ending_are_come_to_after_the_last_line() -> None:
    assert not visited(SMALL, Playthrough((), 1))["rast"].asked
    assert visited(SMALL, ended())["rast"].asked
    assert not visited(SMALL, Playthrough((1,)))["hemma"].ended
    assert visited(SMALL, ended(1))["hemma"].ended


def test_the_present_way_is_told_from_those_before() -> None:
    found = walked(Machine(SMALL), (ended(0), ended(1)), ended(0, 0))
    latest = {(each.source, each.target): each.latest for each in found.stretches}

    assert latest == {
        ("rast", "magen"): True,
        ("magen", "vem"): True,
        ("rast", "hemma"): False,
        ("vem", "slut"): True,
    }


def test_going_round_comes_to_the_same_scene() -> None:
    found = walked(Machine(SMALL), (), ended(2, 2, 1))

    assert [visit.scene for visit in found.visits] == ["rast", "hemma"]
    assert Stretch("rast", "rast", latest=True) in found.stretches


def test_of_more_scenes_than_can_be_shown_those_that_were_come_to_last_are_kept() -> None:
    found = walked(Machine(SMALL), (ended(0, 0),), ended(1))

    assert found.latest(5) is found
    assert [visit.scene for visit in found.latest(3).visits] == ["rast", "slut", "hemma"]
    assert found.latest(3).stretches == (Stretch("rast", "hemma", latest=True),)


# --- the way back ----------------------------------------------------------------------------------


def test_a_choice_opens_again_where_it_was_made_last() -> None:
    machine = Machine(SMALL)
    way = ended(2, 2, 1)

    assert revisited(machine, (), way, "rast") == rewind(machine, way, 2)


def test_a_scene_without_a_choice_begins_again() -> None:
    back = revisited(Machine(SMALL), (), ended(0, 3), "magen")

    assert back == Playthrough((0,), 0)
    assert revisited(Machine(SMALL), (), ended(1), "hemma") == Playthrough((1,), 0)


def test_one_goes_back_to_an_earlier_way_too() -> None:
    assert revisited(Machine(SMALL), (ended(0, 0),), ended(1), "vem") == Playthrough((0,), 1)


def test_a_choice_that_was_come_to_before_opens_though_one_has_not_come_there_again() -> None:
    way = Playthrough((2,), 0)

    assert revisited(Machine(SMALL), (), way, "rast") == Playthrough((), 2)


def test_a_scene_that_was_never_played_is_nowhere_to_go() -> None:
    assert revisited(Machine(SMALL), (), ended(1), "slut") is None
    assert revisited(Machine(SMALL), (), ended(1), "finns inte") is None


@given(stories(), st.data())
def test_a_visit_is_of_a_scene_of_the_way_and_leads_back_there(of: Story, data: st.DataObject) -> None:
    machine, play = Machine(of), Playthrough()
    try:
        for _ in range(data.draw(st.integers(0, 8))):
            moment = now(machine, play)
            moves = [option.number for option in moment.segment.options] if moment.at_exit else []
            move = data.draw(st.sampled_from(["on", "skip", *moves]))
            play = (
                decide(machine, play, move)
                if isinstance(move, int)
                else (forward if move == "on" else skip)(machine, play)
            )
        found = walked(machine, (), play)
    except (StoryError, NotOpen):
        reject()

    assert {visit.scene for visit in found.visits} <= set(scenes_so_far(machine, play))
    assert now(machine, play).scene in {visit.scene for visit in found.visits}
    for visit in found.visits:
        there = now(machine, visit.back)
        assert there.scene == visit.scene
        assert there.at_exit or not visit.asked
