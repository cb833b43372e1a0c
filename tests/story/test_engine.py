from __future__ import annotations

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from game.story.engine import EndlessLoop, Machine, NotOpen, NoWayOn, StoryError, TellOption, holds
from game.story.logic import Add, All, Any, Compare, FactType, Happened, Not, Set
from game.story.model import Beginning, Branch, Choice, Choices, Hearing, Story, Tell
from tests.story.builders import choices, ending, goto, line, scene, stories, story, tell
from tests.story.reference import EndlessError, Reference

LEAST = Compare.Op.AT_LEAST
TRUST_2 = Compare("trust", LEAST, 2)


def numbers(machine: Machine, *decisions: int) -> list[int]:
    return [option.number for option in machine.replay(decisions).segment.options]


def texts(machine: Machine, *decisions: int) -> list[str]:
    return [beat.line.text for beat in machine.replay(decisions).segment.beats]


def test_lines_come_one_by_one_and_then_the_choices() -> None:
    machine = Machine(
        story(scene("a", choices(("Gå", "b"), ("Stanna", "a")), "Ett", "Två"), scene("b", ending()))
    )
    first = machine.start()
    second = machine.advance(first)
    last = machine.advance(second)
    assert first.beat is not None
    assert first.beat.line.text == "Ett"
    assert second.beat is not None
    assert second.beat.spot.index == 1
    assert last.at_exit
    assert machine.advance(last) is last
    assert numbers(machine) == [0, 1]


def test_an_ending_is_the_end() -> None:
    machine = Machine(story(scene("a", choices(("Gå", "b"), ("Spring", "b"))), scene("b", ending(), "Klart")))
    moment = machine.choose(machine.start(), 1)
    assert not moment.ended
    assert machine.advance(moment).ended


def test_a_choice_whose_condition_fails_is_hidden_and_refused() -> None:
    hidden = Choice("Till Samira", "b", when=TRUST_2)
    machine = Machine(
        story(scene("a", choices(("Vänta", "a"), hidden)), scene("b", ending()), facts={"trust": FactType(0)})
    )
    assert numbers(machine) == [0]
    with pytest.raises(NotOpen):
        machine.choose(machine.start(), 1)


@pytest.mark.parametrize("number", [-1, 2, 99])
def test_a_number_that_no_option_has_is_refused(number: int) -> None:
    machine = Machine(story(scene("a", choices(("Gå", "a"), ("Stå", "a")))))
    with pytest.raises(NotOpen) as refused:
        machine.choose(machine.start(), number)
    assert (refused.value.scene, refused.value.number) == ("a", number)


def test_effects_of_the_choice_come_before_those_of_the_scene_it_leads_to() -> None:
    opened = scene("b", choices(("Vidare", "c"), Choice("Sen", "c", when=TRUST_2)), do=(Add("trust", 1),))
    start = scene("a", choices(Choice("Gå", "b", do=(Set("trust", 1),)), ("Stå", "b")))
    machine = Machine(story(start, opened, scene("c", ending()), facts={"trust": FactType(0)}))
    assert numbers(machine, 0) == [0, 1]
    assert numbers(machine, 1) == [0]


def test_numbers_stay_within_their_bounds() -> None:
    down = Choice("Ner", "a", do=(Add("trust", -5),))
    up = Choice("Upp", "a", do=(Add("trust", 5),))
    low, high = Compare("trust", Compare.Op.AT_MOST, 0), Compare("trust", LEAST, 3)
    start = scene("a", choices(down, up), line("låg", when=low), line("hög", when=high))
    machine = Machine(story(start, facts={"trust": FactType(1, 0, 3)}))
    assert texts(machine, 0, 0) == ["låg"]
    assert texts(machine, 1, 1) == ["hög"]
    assert texts(machine, 0, 0, 0, 1) == ["hög"]


def test_a_once_choice_is_hidden_when_it_has_been_taken() -> None:
    machine = Machine(story(scene("a", choices(Choice("En gång", "a", once=True), ("Igen", "a")))))
    assert numbers(machine) == [0, 1]
    assert numbers(machine, 0) == [1]


def test_only_adults_met_and_not_told_yet_are_offered() -> None:
    listening = tell(Hearing("samira", "b"), Hearing("daniel", "b", listens=False), beginnings=("Jag",))
    machine = Machine(
        story(
            scene("a", choices(("Samira", "b"), ("Båda", "c")), meets=("samira",)),
            scene("b", listening),
            scene("c", goto("b"), line("Hej!", "daniel")),
        )
    )
    assert numbers(machine, 0) == [0]
    assert numbers(machine, 1) == [0, 1]
    assert numbers(machine, 1, 1) == [0]
    assert not machine.replay((1, 1)).segment.final.heard
    assert machine.replay((1, 0)).segment.final.heard


def test_a_telling_is_an_adult_and_a_beginning_in_one_number() -> None:
    way_out = Tell("?", (Hearing("daniel", "b"), Hearing("samira", "b")), (Beginning("Jag"), Beginning("Du")))
    machine = Machine(story(scene("a", way_out, people=("samira",)), scene("b", ending())))
    options = machine.start().segment.options
    assert all(isinstance(option, TellOption) for option in options)
    assert [(o.number, o.beginning.text) for o in options if isinstance(o, TellOption)] == [
        (2, "Jag"),
        (3, "Du"),
    ]


def test_what_a_beginning_does_is_remembered() -> None:
    plain = Compare("plain", Compare.Op.IS, value=True)
    way_out = Tell(
        "?", (Hearing("samira", "b"),), (Beginning("Jag", (Set("plain", value=True),)), Beginning("Du"))
    )
    answer = scene("b", ending(), line("Tack för att du säger det rakt ut.", "samira", plain))
    machine = Machine(
        story(scene("a", way_out, meets=("samira",)), answer, facts={"plain": FactType(start=False)})
    )
    assert len(texts(machine, 0)) == 1
    assert texts(machine, 1) == []


def test_the_lines_of_a_first_meeting_can_ask_whether_the_adult_was_met_before() -> None:
    met = Happened(Happened.What.MET, "samira")
    hello = line("Jag heter Samira.", "samira", Not(met))
    again = line("Hej igen.", "samira", met)
    machine = Machine(
        story(scene("a", choices(("Om", "a"), ("Igen", "a")), hello, again, people=("samira",)))
    )
    assert texts(machine) == ["Jag heter Samira."]
    assert texts(machine, 0) == ["Hej igen."]


def test_gotos_are_followed_to_the_first_branch_that_holds() -> None:
    machine = Machine(
        story(
            scene("a", goto(Branch("b", TRUST_2), "c"), "Ett", do=(Add("trust", 2),)),
            scene("b", ending(), "Två"),
            scene("c", ending()),
            facts={"trust": FactType(0)},
        )
    )
    segment = machine.start().segment
    assert (segment.scenes, segment.ends) == (("a", "b"), (1, 2))
    assert [machine.replay((), steps).scene for steps in range(4)] == ["a", "b", "b", "b"]


def test_gotos_in_a_circle_are_an_error_and_not_a_hang() -> None:
    machine = Machine(story(scene("a", goto("b")), scene("b", goto("a"))))
    with pytest.raises(EndlessLoop):
        machine.start()


def test_a_goto_may_count_before_it_goes_on() -> None:
    full = Compare("trust", LEAST, 10)
    counting = scene("a", goto(Branch("b", full), "a"), do=(Add("trust", 1),))
    machine = Machine(story(counting, scene("b", ending()), facts={"trust": FactType(0)}))
    assert machine.start().segment.scenes == ("a",) * 10 + ("b",)


def test_a_goto_with_no_branch_that_holds_says_so() -> None:
    machine = Machine(story(scene("a", goto(Branch("a", Any(()))))))
    with pytest.raises(NoWayOn):
        machine.start()


def test_a_state_forgets_what_nobody_ahead_asks_about() -> None:
    start = scene("a", choices(Choice("Ett", "b", do=(Add("trust", 1),)), ("Två", "b")))
    asking = scene("b", choices(("Sen", "c"), Choice("Nu", "c", when=TRUST_2)), do=(Add("trust", 1),))
    machine = Machine(story(start, asking, scene("c", ending()), facts={"trust": FactType(0)}))
    assert machine.replay((0,)).segment.entry != machine.replay((1,)).segment.entry
    assert machine.replay((0, 0)).segment.entry == machine.replay((1, 0)).segment.entry


def test_conditions_combine() -> None:
    state = Machine(story(scene("a", ending()), facts={"trust": FactType(0)})).first_state()
    yes, no = Compare("trust", Compare.Op.AT_MOST, 0), TRUST_2
    index = {"trust": 0}
    assert holds(All((yes, Not(no))), state, index)
    assert holds(Any((no, yes)), state, index)
    assert not holds(Any(()), state, index)
    assert not holds(All((yes, no)), state, index)


def test_the_memo_is_bounded_and_does_not_change_the_play(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.story.engine.MEMO", 2)
    ring = [
        scene(f"s{at}", choices(("Vidare", f"s{(at + 1) % 5}"), ("Om", f"s{at}")), f"{at}") for at in range(5)
    ]
    machine = Machine(story(*ring))
    assert [texts(machine, *(0,) * count) for count in range(12)] == [[str(count % 5)] for count in range(12)]


# --- properties ------------------------------------------------------------------------------------


@given(stories(), st.data())
def test_the_engine_plays_as_one_would_by_hand(random_story: Story, data: st.DataObject) -> None:
    machine, by_hand = Machine(random_story), Reference(random_story)
    try:
        stop = by_hand.run()
    except EndlessError:
        with pytest.raises(EndlessLoop):
            machine.start()
        return
    moment = machine.start()
    for _ in range(12):
        segment = moment.segment
        assert tuple((beat.spot.scene, beat.spot.index) for beat in segment.beats) == stop.lines
        assert segment.scenes[-1] == stop.scene
        assert tuple(option.number for option in segment.options) == stop.options
        assert segment.final.heard == stop.heard
        if not stop.options:
            break
        number = data.draw(st.sampled_from(stop.options))
        try:
            stop = by_hand.decide(number)
        except EndlessError:
            with pytest.raises(EndlessLoop):
                machine.choose(moment, number)
            return
        moment = machine.choose(moment, number)


@given(stories(), st.lists(st.integers(0, 8), max_size=12), st.integers(0, 5))
def test_a_replay_comes_where_stepping_came(random_story: Story, wishes: list[int], steps: int) -> None:
    machine = Machine(random_story)
    taken = []
    try:
        moment = machine.start()
        for wish in wishes:
            options = moment.segment.options
            if not options:
                break
            taken.append(options[wish % len(options)].number)
            while not moment.at_exit:
                moment = machine.advance(moment)
            moment = machine.choose(moment, taken[-1])
    except StoryError:
        reject()
    for _ in range(steps):
        moment = machine.advance(moment)
    assert machine.replay(taken, steps) == moment
    assert Machine(random_story).replay(taken, steps) == moment


def test_only_choices_and_tellings_can_wait_for_a_decision() -> None:
    machine = Machine(story(scene("a", choices(("Gå", "b"), ("Stå", "b"))), scene("b", ending())))
    assert isinstance(machine.start().segment.exit, Choices)
    assert machine.replay((0,)).segment.options == ()
