"""Which vignettes a class is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.vignettes import BANDS, HALVES, Answer, Half, Part, Vignette, Vignettes

AGES = st.tuples(st.integers(0, 120), st.integers(0, 120)).map(sorted)


def vignette(band: tuple[int, int], half: Half = "a", topic: str = "control") -> Vignette:
    name = f"{topic}_{band[0]}_{half}"
    return Vignette(name, *band, half, topic, Answer.NOT_OK, 1, "Mio läser Idas mobil.", "Den är hennes.")


ALL = Vignettes(
    tuple(
        vignette(band, half, topic)
        for topic in ("control", "help_seeking", "bystander", "healthy")
        for half in HALVES
        for band in BANDS
    )
)


def band_of(vignettes: Vignettes) -> set[tuple[int, int]]:
    return {(each.youngest, each.oldest) for each in vignettes.entries}


@pytest.mark.parametrize(
    ("ages", "band"),
    [
        ((13, 15), (13, 15)),
        ((10, 12), (10, 12)),
        ((14, 14), (13, 15)),
        ((16, 19), (16, 19)),
        ((12, 16), (10, 12)),
        ((15, 17), (13, 15)),
        ((7, 9), (10, 12)),
        ((20, 25), (16, 19)),
        ((0, 120), (10, 12)),
    ],
)
def test_a_class_is_shown_what_is_for_the_youngest_who_may_be_in_it(
    ages: tuple[int, int], band: tuple[int, int]
) -> None:
    assert band_of(ALL.for_age(*ages)) == {band}


def test_where_an_age_has_none_of_its_own_the_nearest_is_shown() -> None:
    without = Vignettes(tuple(each for each in ALL.entries if each.youngest != 13))
    assert band_of(without.for_age(13, 14)) == {(10, 12)}
    assert band_of(without.for_age(15, 15)) == {(16, 19)}


def test_where_there_are_none_none_are_shown() -> None:
    assert Vignettes().for_age(13, 15) == Vignettes()
    assert Vignettes().half("a") == Vignettes()


@given(AGES)
def test_a_class_of_any_age_has_both_halves_and_all_parts_of_one_band(ages: list[int]) -> None:
    shown = ALL.for_age(*ages)
    assert len(band_of(shown)) == 1
    for half in HALVES:
        assert {each.part for each in shown.half(half).entries} == set(Part)
        assert {each.half for each in shown.half(half).entries} == {half}


def test_a_part_is_known_by_its_topic() -> None:
    shown = ALL.for_age(13, 15).half("b")
    assert [each.topic for each in shown.part(Part.HELP_SEEKING).entries] == ["help_seeking"]
    assert [each.topic for each in shown.part(Part.BYSTANDER).entries] == ["bystander"]
    assert [each.topic for each in shown.part(Part.JUDGE).entries] == ["control", "healthy"]


def test_the_order_is_that_in_which_they_were_written() -> None:
    assert ALL.half("a").for_age(13, 15) == ALL.for_age(13, 15).half("a")
    found = [ALL.entries.index(each) for each in ALL.for_age(10, 12).entries]
    assert found == sorted(found)
