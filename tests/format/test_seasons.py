"""Another season outside the windows: other colours in the groups called `outside`, and nowhere else."""

from __future__ import annotations

import pytest

from game.format.seasons import SEASONS, has_outside, in_season, unturned

LAWN, TRUNK = "#B9D5A8", "#8F6B52"
SNOW = SEASONS["winter"][LAWN]


def drawn(outside: str, after: str = "") -> str:
    return f'<svg><rect fill="{LAWN}"/><g id="outside">{outside}</g>{after}<rect fill="{LAWN}"/></svg>'


def test_what_is_outside_has_the_colours_of_the_season_and_the_room_has_its_own() -> None:
    assert in_season(drawn(f'<path fill="{LAWN}"/>'), "winter") == drawn(f'<path fill="{SNOW}"/>')


@pytest.mark.parametrize("name", ["fill", "stroke", "stop-color"])
def test_fills_lines_and_skies_that_fade_change_alike(name: str) -> None:
    assert in_season(drawn(f"<path {name} = '{LAWN.lower()}'/>"), "winter") == drawn(
        f"<path {name} = '{SNOW}'/>"
    )


def test_trunks_stay_and_so_does_what_is_no_colour() -> None:
    same = drawn(f'<path fill="{TRUNK}" stroke="none"/><rect fill="url(#sky)" id="{LAWN}"/>')
    assert in_season(same, "winter") == same


def test_a_group_within_the_group_is_outside_too() -> None:
    nested = f'<g transform="scale(2)"><g/><path fill="{LAWN}"/></g><path fill="{LAWN}"/>'
    found = in_season(drawn(nested, after="<g></g>"), "winter")
    assert found == drawn(nested.replace(LAWN, SNOW), after="<g></g>")


def test_windows_may_have_a_group_each() -> None:
    two = "".join(f'<g id="outside_{side}"><path fill="{LAWN}"/></g>' for side in ("left", "right"))
    assert in_season(two, "winter") == two.replace(LAWN, SNOW)
    assert has_outside(two)


def test_a_group_by_another_name_is_inside() -> None:
    other = f'<g id="outsiders"><path fill="{LAWN}"/></g>'
    assert in_season(other, "winter") == other
    assert not has_outside(other)


def test_a_season_that_nobody_knows_changes_nothing() -> None:
    assert in_season(drawn(f'<path fill="{LAWN}"/>'), "") == drawn(f'<path fill="{LAWN}"/>')


def test_a_group_that_never_ends_goes_to_the_end_of_the_text() -> None:
    assert in_season(f'<g id="outside"><path fill="{LAWN}"/>', "winter").endswith(f'"{SNOW}"/>')


def test_colours_that_the_season_does_not_know_are_found_once_where_they_first_stand() -> None:
    svg = drawn(f'<path fill="{LAWN}"/><path fill="#1C1"/><path stroke="#11cc11"/>')
    assert list(unturned(svg, "winter")) == [(svg.index("#1C1"), "#11CC11")]


def test_no_colour_of_winter_is_green_or_the_yellow_of_leaves() -> None:
    for colour in set(SEASONS["winter"].values()) - {"#F0C878"}:  # a yellow house is yellow all year
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        assert green <= max(red, blue), colour
        assert not (green - blue > 80 and red - green < 80), colour
