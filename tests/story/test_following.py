"""A story is changed while somebody plays it: the same place is found again, or the nearest that is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from game.story.engine import Machine, StoryError
from game.story.finding import opened_at, way_to
from game.story.following import followed
from game.story.logic import Any
from game.story.matching import Matching
from game.story.model import Choice, Choices, Hearing, Line, LineKind, Scene, Sign, Story
from game.story.moment import Spot
from game.story.playthrough import Playthrough, now
from tests.story.builders import choices, ending, goto, line, scene, stories, story, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.model import Exit

RAST = scene(
    "rast",
    choices(("Fråga hur det känns.", "magen"), ("Byt ämne.", "skratt")),
    "Det är rast.",
    line("Han skriver hela tiden.", "hawa"),
    line("Jag orkar inte svara.", "hawa"),
    "Hon lägger undan mobilen.",
)
SKRATT = scene("skratt", goto("magen"), "Ni skrattar.", "Det är nästan som vanligt.")
MAGEN = scene(
    "magen",
    choices(("Gå till Samira.", "valet"), ("Vänta.", "rast")),
    "Alva tar sats.",
    line("Det känns i magen.", "hawa"),
    meets=("samira", "daniel"),
)
VALET = scene("valet", tell(("samira", "slut"), Hearing("daniel", "valet", listens=False)), "Ni stannar.")
SLUT = scene("slut", ending("Två som vet"), "Samira lyssnar.", "Det är tyst en stund.")
STORY = story(RAST, SKRATT, MAGEN, VALET, SLUT)
EVERY = 4


def after(old: Story, new: Story, decisions: tuple[int, ...], steps: int) -> tuple[str, str]:
    """Where somebody stands after the change: the scene, and the line or "" at its exit."""
    old_machine, new_machine = Machine(old), Machine(new)
    play = followed(old_machine, Playthrough(decisions, steps), new_machine, Matching(old, new))
    moment = now(new_machine, play)
    return moment.scene, moment.beat.line.text if moment.beat else ""


def changed(scene: Scene, **parts: object) -> Story:
    """The story with one scene changed."""
    new = replace(scene, **parts)  # type: ignore[arg-type]
    return replace(STORY, scenes=STORY.scenes | {scene.id: new})


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(line(text) for text in texts)


# --- the line --------------------------------------------------------------------------------------


def test_lines_put_in_before_do_not_move_the_reader() -> None:
    new = changed(RAST, lines=(*lines("Ny.", "Också ny."), *RAST.lines))
    assert after(STORY, new, (), 2) == ("rast", "Jag orkar inte svara.")


def test_a_mended_line_is_still_the_same() -> None:
    mended = replace(RAST.lines[2], text="Jag orkar inte svara honom.")
    new = changed(RAST, lines=(*lines("Ny."), *RAST.lines[:2], mended, RAST.lines[3]))
    assert after(STORY, new, (), 2) == ("rast", "Jag orkar inte svara honom.")


@pytest.mark.parametrize("step", range(EVERY))
def test_where_a_line_was_deleted_one_stands_at_its_neighbour(step: int) -> None:
    kept = RAST.lines[:step] + RAST.lines[step + 1 :]
    new = changed(RAST, lines=(*lines("Ny."), *kept))
    around = ("Ny.", *(each.text for each in kept))[step : step + 2]
    scene, text = after(STORY, new, (), step)
    assert (scene, text in around) == ("rast", True)


def test_a_line_that_was_moved_is_followed() -> None:
    new = changed(RAST, lines=(*RAST.lines[1:], RAST.lines[0]))
    assert after(STORY, new, (), 0) == ("rast", "Det är rast.")


def test_a_line_said_again_and_again_is_the_one_at_its_place() -> None:
    ding = scene("rast", RAST.exit, *(["Pling."] * 5))
    old = changed(ding)
    new = changed(ding, lines=(*lines("Ny."), *ding.lines))
    play = followed(Machine(old), Playthrough((), 3), Machine(new), Matching(old, new))
    assert play.steps == 4


def test_a_line_that_is_not_there_on_this_way_leads_to_the_next_one_that_is() -> None:
    hidden = replace(RAST.lines[1], when=Any(()))
    new = changed(RAST, lines=(RAST.lines[0], hidden, *RAST.lines[2:]))
    assert after(STORY, new, (), 1) == ("rast", "Jag orkar inte svara.")


def test_one_who_was_choosing_is_still_choosing() -> None:
    assert after(STORY, changed(RAST, lines=(*RAST.lines, *lines("Ny."))), (), EVERY) == ("rast", "")


# --- the way ---------------------------------------------------------------------------------------


def test_a_choice_is_followed_by_its_words_when_its_number_changes() -> None:
    way_out = choices(("En ny.", "slut"), ("Byt ämne.", "skratt"), ("Fråga hur det känns.", "magen"))
    assert after(STORY, changed(RAST, exit=way_out), (0,), 1) == ("magen", "Det känns i magen.")


def test_a_choice_whose_words_were_changed_is_the_one_that_leads_to_the_same_scene() -> None:
    way_out = choices(("Byt ämne.", "skratt"), ("Något helt annat", "magen"))
    assert after(STORY, changed(RAST, exit=way_out), (0,), 1) == ("magen", "Det känns i magen.")


def test_a_choice_that_leads_elsewhere_now_is_taken_there() -> None:
    way_out = choices(("Fråga hur det känns.", "slut"), ("Byt ämne.", "skratt"))
    assert after(STORY, changed(RAST, exit=way_out), (0,), 1) == ("slut", "Samira lyssnar.")


def test_where_a_choice_is_gone_the_way_stops_at_what_is_left_to_choose() -> None:
    way_out = choices(("Byt ämne.", "skratt"))
    new = changed(RAST, exit=way_out)
    without = replace(new, scenes={name: each for name, each in new.scenes.items() if name != "magen"})
    new = replace(without, scenes=without.scenes | {"skratt": replace(SKRATT, exit=goto("slut"))})
    assert after(STORY, new, (0,), 1) == ("rast", "")


def test_telling_is_followed_by_whom_and_how() -> None:
    way_out = tell(
        Hearing("daniel", "valet", listens=False), ("samira", "slut"), beginnings=("Ny", "Jag", "Du")
    )
    old, new = Machine(STORY), Machine(changed(VALET, exit=way_out))
    play = followed(old, Playthrough((0, 0, 1), 1), new, Matching(STORY, new.story))
    assert now(new, play).scene == "slut"
    assert play.decisions == (0, 0, 5), "Samira is the second now, and “Du” the third beginning"


def test_a_choice_that_became_a_straight_way_on_is_no_longer_a_decision() -> None:
    assert after(STORY, changed(RAST, exit=goto("magen")), (0, 0), 0) == ("valet", "Ni stannar.")


def test_a_straight_way_on_that_became_a_choice_is_gone_through_again() -> None:
    way_out = choices(("Nej.", "slut"), ("Vidare.", "magen"))
    assert after(STORY, changed(SKRATT, exit=way_out), (1,), 3) == ("magen", "Det känns i magen.")


def test_a_scene_put_in_between_is_passed() -> None:
    between = scene("mellan", choices(("Nej.", "slut"), ("Vidare.", "magen")), "Ni går en bit.")
    way_out = choices(("Fråga hur det känns.", "mellan"), ("Byt ämne.", "skratt"))
    new = changed(RAST, exit=way_out)
    new = replace(new, scenes=new.scenes | {"mellan": between})
    assert after(STORY, new, (0,), 1) == ("magen", "Det känns i magen.")


# --- scenes ----------------------------------------------------------------------------------------


def _renamed(old: str, name: str) -> Story:
    def led(way_out: object) -> object:
        if isinstance(way_out, Choices):
            moved = (replace(each, go=name) if each.go == old else each for each in way_out.choices)
            return replace(way_out, choices=tuple(moved))
        return way_out

    scenes = {}
    for each in STORY.scenes.values():
        id_ = name if each.id == old else each.id
        scenes[id_] = replace(each, id=id_, exit=led(each.exit))  # type: ignore[arg-type]
    return replace(STORY, scenes=scenes, start=name if STORY.start == old else STORY.start)


def test_a_renamed_scene_is_followed_though_a_line_in_it_was_changed() -> None:
    new = _renamed("rast", "skolgarden")
    first = new.scenes["skolgarden"]
    mended = replace(first, lines=(line("Det är långrast i dag."), *first.lines[1:]))
    new = replace(new, scenes=new.scenes | {"skolgarden": mended})
    assert after(STORY, new, (), 2) == ("skolgarden", "Jag orkar inte svara.")
    assert after(STORY, new, (0,), 1) == ("magen", "Det känns i magen.")


def test_a_scene_that_is_gone_leaves_one_where_its_choice_leads_now() -> None:
    way_out = choices(("Fråga hur det känns.", "valet"), ("Byt ämne.", "slut"))
    kept = {name: each for name, each in STORY.scenes.items() if name not in {"magen", "skratt"}}
    new = replace(STORY, scenes=kept | {"rast": replace(RAST, exit=way_out)})
    assert after(STORY, new, (0,), 1) == ("valet", "Ni stannar.")


# --- flags -----------------------------------------------------------------------------------------


def test_a_line_keeps_its_flag_wherever_it_goes_and_a_deleted_one_has_none() -> None:
    mended = replace(RAST.lines[2], text="Jag orkar inte svara honom.")
    new = changed(RAST, lines=(*lines("Ny."), RAST.lines[1], mended))
    matching = Matching(STORY, new)
    found = [matching.spot(Spot("rast", index)) for index in range(EVERY)]
    assert found == [None, Spot("rast", 1), Spot("rast", 2), None]


# --- a place to begin ------------------------------------------------------------------------------


def test_a_shortest_way_leads_to_each_scene_that_can_be_reached() -> None:
    machine = Machine(STORY)
    for name in STORY.scenes:
        way = way_to(machine, name)
        assert way is not None
        assert now(machine, way).scene == name
        assert len(way.decisions) == {"rast": 0, "skratt": 1, "magen": 1, "valet": 2, "slut": 3}[name]


def test_a_scene_that_no_way_leads_to_is_opened_as_it_is() -> None:
    lonely = scene("ensam", choices(("Gå.", "slut")), "Ingen kommer hit.")
    machine = Machine(replace(STORY, scenes=STORY.scenes | {"ensam": lonely}))
    assert way_to(machine, "ensam") is None
    assert now(machine, opened_at(machine, "ensam")).scene == "ensam"


def test_who_came_from_nowhere_stays_where_they_are() -> None:
    lonely = scene("ensam", choices(("Gå.", "slut")), "Ingen kommer hit.", "Inte du heller.")
    old = replace(STORY, scenes=STORY.scenes | {"ensam": lonely})
    new = replace(old, scenes=old.scenes | {"ensam": replace(lonely, lines=(line("Ny."), *lonely.lines))})
    machine = Machine(old)
    play = replace(opened_at(machine, "ensam"), steps=1)
    later = followed(machine, play, Machine(new), Matching(old, new))
    beat = now(Machine(new), later).beat
    assert beat is not None
    assert beat.line.text == "Inte du heller."


# --- anything at all -------------------------------------------------------------------------------


@st.composite
def played(draw: st.DrawFn) -> tuple[Machine, Playthrough]:
    """A story whose lines differ, and somebody in the middle of it."""
    made = draw(stories(most=4))
    numbered = {
        name: replace(
            each,
            lines=tuple(replace(one, text=f"{name} {n}") for n, one in enumerate(each.lines)),
            exit=_numbered(each),
        )
        for name, each in made.scenes.items()
    }
    machine = Machine(replace(made, scenes=numbered))
    decisions: list[int] = []
    try:
        moment = machine.start()
        for _ in range(draw(st.integers(0, 5))):
            if not moment.segment.options:
                break
            decisions.append(draw(st.sampled_from(moment.segment.options)).number)
            moment = machine.choose(moment, decisions[-1])
    except StoryError:
        reject()
    return machine, Playthrough(tuple(decisions), draw(st.integers(0, len(moment.segment.beats))))


def _numbered(each: Scene) -> Exit:
    if isinstance(each.exit, Choices):
        named = (replace(one, text=f"{each.id} val {n}") for n, one in enumerate(each.exit.choices))
        return replace(each.exit, choices=tuple(named))
    return each.exit


@settings(max_examples=25)
@given(played())
def test_a_story_that_only_grew_elsewhere_is_the_same_place_exactly(
    there: tuple[Machine, Playthrough],
) -> None:
    machine, play = there
    grown = replace(machine.story, scenes=machine.story.scenes | {"ny": scene("ny", ending())})
    assert followed(machine, play, Machine(grown), Matching(machine.story, grown)) == play


@settings(max_examples=20)
@given(played(), stories(most=4))
def test_whatever_a_story_becomes_there_is_a_place_in_it(
    there: tuple[Machine, Playthrough], other: Story
) -> None:
    machine, play = there
    _assert_a_place(machine, play, other)


def _without_lines(made: Story, data: st.DataObject) -> Story:
    return _each(
        made, lambda each: replace(each, lines=tuple(one for one in each.lines if data.draw(st.booleans())))
    )


def _with_lines(made: Story, data: st.DataObject) -> Story:
    del data
    extra = Line(LineKind.NARRATION, "Ny.", sign=Sign("grey", "?"))
    return _each(made, lambda each: replace(each, lines=(extra, *each.lines, extra)))


def _without_choices(made: Story, data: st.DataObject) -> Story:
    def fewer(each: Scene) -> Scene:
        if not isinstance(each.exit, Choices):
            return each
        kept = tuple(one for one in each.exit.choices if data.draw(st.booleans()))
        return replace(each, exit=replace(each.exit, choices=kept or each.exit.choices[:1]))

    return _each(made, fewer)


def _other_ways_out(made: Story, data: st.DataObject) -> Story:
    names = sorted(made.scenes)

    def turned(each: Scene) -> Scene:
        to = data.draw(st.sampled_from(names))
        return replace(each, exit=Choices("?", (Choice("Ny", to),))) if data.draw(st.booleans()) else each

    return _each(made, turned)


def _each(made: Story, change: Callable[[Scene], Scene]) -> Story:
    return replace(made, scenes={name: change(each) for name, each in made.scenes.items()})


@settings(max_examples=30)
@given(played(), st.sampled_from([_without_lines, _with_lines, _without_choices, _other_ways_out]), st.data())
def test_any_change_leaves_a_place(
    there: tuple[Machine, Playthrough],
    change: Callable[[Story, st.DataObject], Story],
    data: st.DataObject,
) -> None:
    machine, play = there
    _assert_a_place(machine, play, change(machine.story, data))


def _assert_a_place(machine: Machine, play: Playthrough, other: Story) -> None:
    new = Machine(other)
    try:
        new.start()
    except StoryError:
        reject()
    later = followed(machine, play, new, Matching(machine.story, other))
    moment = now(new, later)
    assert moment.step == later.steps
    assert moment.scene in other.scenes
