"""Finding a story on a shelf of several."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.coverage import AGES
from game.story.seeking import CIRCLES, GROWN, TIMES, Sought, found, likeness, turns
from tests.story.builders import ending, scene, story

if TYPE_CHECKING:
    from game.story.model import About


def about(name: str, ages: tuple[int, int], minutes: int, contexts: str, forms: str) -> About:
    own = tuple(contexts.split())
    return replace(
        story(scene("a", ending())).about,
        id=name,
        youngest=ages[0],
        oldest=ages[1],
        minutes=minutes,
        contexts=own,
        forms=tuple(forms.split()),
    )


SHELF = (
    about("brev", (16, 19), 20, "partner ex", "control threat"),
    about("svara", (13, 15), 15, "partner", "control digital"),
    about("vänner", (10, 12), 15, "friend", "control isolation"),
    about("personal", (20, 120), 10, "adult_in_charge", "control"),
    about("resa", (16, 19), 25, "honour", "restriction threat"),
)


def ids(sought: Sought) -> list[str]:
    return [each.id for each in found(SHELF, sought)]


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        (Sought(), ["vänner", "svara", "brev", "resa"]),
        (Sought(age=AGES[2]), ["brev", "resa"]),
        (Sought(age=GROWN), ["personal"]),
        (Sought(most=15), ["vänner", "svara"]),
        (Sought(circle="together"), ["svara", "brev"]),
        (Sought(circle="family"), ["resa"]),
        (Sought(form="threat"), ["brev", "resa"]),
        (Sought(age=AGES[2], circle="together", most=20), ["brev"]),
        (Sought(age=AGES[0], circle="family"), []),
        (Sought(like="svara"), ["brev", "vänner", "resa"]),
        (Sought(like="nowhere"), ["vänner", "svara", "brev", "resa"]),
    ],
)
def test_what_is_sought_is_found_the_youngest_readers_first(sought: Sought, expected: list[str]) -> None:
    assert ids(sought) == expected


def test_who_is_grown_is_asked_for_and_never_found_among_the_pupils() -> None:
    assert all("personal" not in ids(sought) for sought in (Sought(), Sought(like="brev"), Sought(most=15)))


def test_where_there_are_none_of_pupils_those_of_the_grown_are_there_at_once() -> None:
    assert [each.id for each in found(SHELF[3:4], Sought())] == ["personal"]


def test_contexts_and_age_make_stories_more_alike_than_a_form_does() -> None:
    svara, brev, vanner = (
        next(each for each in SHELF if each.id == id_) for id_ in ("svara", "brev", "vänner")
    )
    assert likeness(svara, brev) == likeness(brev, svara) > likeness(svara, vanner) > 0


def test_from_one_search_the_next_are_those_that_find_something_else() -> None:
    to = dict(turns(SHELF, Sought()))
    assert to == {
        "age": Sought(age=AGES[0]),
        "circle": Sought(circle="friends"),
        "most": Sought(most=15),
        "form": Sought(form="control"),
    }
    assert dict(turns(SHELF[:1], Sought())) == {}


def test_after_the_last_value_comes_any() -> None:
    seen, sought = [], Sought()
    for _ in range(5):
        sought = dict(turns(SHELF, sought))["age"]
        seen.append(sought.age)
    assert seen == [*AGES, GROWN, None]


SEARCHES = st.builds(
    Sought,
    age=st.sampled_from([None, *AGES, GROWN]),
    most=st.sampled_from([0, *TIMES]),
    circle=st.sampled_from(["", *CIRCLES]),
    form=st.sampled_from(["", "control", "threat", "nothing"]),
    like=st.sampled_from(["", "svara"]),
)


@given(SEARCHES)
def test_wherever_one_seeks_every_next_search_finds_something(sought: Sought) -> None:
    for name, to in turns(SHELF, sought):
        assert to != sought
        changed = getattr(to, name)
        assert not changed or found(SHELF, to)
