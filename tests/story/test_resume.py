from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.engine import Machine
from game.story.explore import explore
from game.story.logic import Add, Compare, FactType
from game.story.model import Choice, Story
from game.story.resume import SIGNS, Codes, Refusal, Resumed, decode, encode
from tests.story.builders import choices, ending, line, scene, stories, story

TRUST = Compare("trust", Compare.Op.AT_LEAST, 2)


def small(name: str = "small", words: str = "Hej", go: str = "b") -> Story:
    asking = scene("a", choices(Choice("Mer", "a", do=(Add("trust", 1),)), Choice("Sen", go, TRUST)), words)
    return story(asking, scene("b", ending()), facts={"trust": FactType(0)}, name=name)


def code_after(told: Story, *decisions: int) -> str:
    return encode(told, Machine(told).replay(decisions).segment.entry)


def test_a_code_brings_back_the_place() -> None:
    state = Machine(small()).replay((0, 0)).segment.entry
    assert decode([small()], encode(small(), state)) == Resumed("small", state)


@pytest.mark.parametrize("text", ["", "hej", "2", "0000", "A" * 10_000])
def test_codes_that_are_kept_are_the_same_and_refused_the_same(text: str) -> None:
    there = small()
    codes = Codes(there)
    state = Machine(there).first_state()

    assert codes.encode(state) == encode(there, state)
    assert codes.decode(encode(there, state).lower()) == Resumed(there.about.id, state)
    assert codes.decode(text) == decode((there,), text)


def test_a_code_is_short_and_grouped_by_four() -> None:
    groups = code_after(small(), 0).split("-")
    assert [len(group) for group in groups[:-1]] == [4] * (len(groups) - 1)
    assert len("".join(groups)) <= 5


def test_a_code_may_be_written_carelessly() -> None:
    code = code_after(small(), 0, 0)
    for careless in (
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        f"  {code}\n",
        code.replace("-", "–"),
    ):
        assert isinstance(decode([small()], careless), Resumed)


@pytest.mark.parametrize("text", ["", "7", "hej du!", "åäö", "🙂🙂🙂🙂", "\x00\x00", "--", "A" * 10_000])
def test_what_is_no_code_is_refused(text: str) -> None:
    assert decode([small()], text) is Refusal.NOT_A_CODE


@pytest.mark.parametrize("sign", "01OIL")
def test_a_sign_that_codes_never_use_is_a_typing_mistake(sign: str) -> None:
    assert decode([small()], sign + code_after(small())[1:]) is Refusal.MISTYPED


def test_the_code_of_another_story_finds_that_story() -> None:
    other = small("other")
    found = decode([small(), other], code_after(other, 0))
    assert isinstance(found, Resumed)
    assert found.story == "other"


def test_the_code_of_a_story_that_is_not_here_or_has_changed_is_of_another_version() -> None:
    assert decode([small("other")], code_after(small())) is Refusal.OTHER_VERSION
    assert decode([small(go="a")], code_after(small())) is Refusal.OTHER_VERSION
    assert decode([], code_after(small())) is Refusal.OTHER_VERSION


def test_mended_words_leave_codes_as_they_were() -> None:
    assert isinstance(decode([small(words="Hej hej!")], code_after(small(), 0)), Resumed)


def test_two_ways_to_the_same_place_have_the_same_code() -> None:
    assert code_after(small(), 0, 0) == code_after(small(), 0, 0, 0, 0)


def test_a_state_in_which_nothing_is_open_is_not_given_out() -> None:
    stuck = story(
        scene("a", choices(Choice("Sen", "b", TRUST)), line("Hej")),
        scene("b", ending()),
        facts={"trust": FactType(0)},
    )
    assert decode([stuck], code_after(stuck)) is Refusal.OTHER_VERSION


def test_all_wrong_signs_and_swapped_neighbours_are_noticed_in_a_long_code() -> None:
    facts = {f"f{number}": FactType(0, 0, 10**9) for number in range(12)}
    asked = tuple(line("…", when=Compare(name, Compare.Op.IS, 10**9 - 1)) for name in facts)
    more = choices(*(Choice(name, "a", do=(Add(name, 1),)) for name in facts))
    long = replace(small(), scenes={"a": scene("a", more, *asked)}, facts=facts)
    code = encode(long, Machine(long).replay((0, 1, 2, 2)).segment.entry).replace("-", "")
    assert len(code) > 62
    assert isinstance(decode([long], code), Resumed)
    assert {decode([long], wrong) for wrong in _typos(code)} == {Refusal.MISTYPED}


@given(stories(), st.data())
def test_every_state_comes_back_and_every_typo_is_noticed(random_story: Story, data: st.DataObject) -> None:
    machine = Machine(random_story)
    found = explore(machine, 30)
    bad = {*found.stuck, *found.circles, *found.wayless}
    states = [state for index, state in enumerate(found.states[: found.expanded]) if index not in bad]
    for state in states[:5]:
        assert decode([random_story], encode(random_story, state)) == Resumed("small", state)
    if states:
        code = encode(random_story, data.draw(st.sampled_from(states))).replace("-", "")
        wrong = data.draw(st.sampled_from(list(_typos(code))))
        assert decode([random_story], wrong) is Refusal.MISTYPED


@given(
    stories(most=3), st.one_of(st.text(max_size=12), st.text(SIGNS, max_size=7), st.text(SIGNS, max_size=300))
)
def test_no_text_makes_reading_a_code_fail(random_story: Story, text: str) -> None:
    found = decode([random_story], text)
    if isinstance(found, Resumed):
        segment = Machine(random_story).enter(found.state).segment
        assert segment.entry == found.state
        assert decode([random_story], encode(random_story, found.state)) == found
    else:
        assert isinstance(found, Refusal)


@given(stories())
def test_different_states_have_different_codes(random_story: Story) -> None:
    states = explore(Machine(random_story), 30).states[:10]
    assert len({encode(random_story, state) for state in states}) == len(states)


def _typos(code: str) -> set[str]:
    single = {code[:at] + sign + code[at + 1 :] for at in range(len(code)) for sign in SIGNS}
    swapped = {code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(len(code) - 1)}
    return (single | swapped) - {code}
