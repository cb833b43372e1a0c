from __future__ import annotations

from itertools import combinations, pairwise
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from game.story.layers import Layout, Link, Space, laid_out

SPACE = Space(beside=10, below=20, way=6)
BOX = (40.0, 30.0)
SLACK = 1e-6
Box: TypeAlias = "tuple[float, float]"


def of(count: int, *links: tuple[int, int]) -> Layout:
    return laid_out([BOX] * count, [(*link, 1) for link in links], SPACE)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Box], list[Link]]:
    """Any boxes with any links between them: circles, parts without a link, many between the same two."""
    boxes = draw(st.lists(st.tuples(st.integers(5, 60), st.integers(5, 60)), min_size=1, max_size=12))
    numbers = st.integers(0, len(boxes) - 1)
    links = draw(st.lists(st.tuples(numbers, numbers, st.integers(1, 3)), max_size=25))
    return [(float(w), float(h)) for w, h in boxes], [link for link in links if link[0] != link[1]]


def apart(one: tuple[Box, Box], other: tuple[Box, Box]) -> bool:
    """Whether two boxes, each a middle and a size, have nothing in common."""
    (x, y), (width, height) = one
    (to_x, to_y), (to_width, to_height) = other
    across, down = (width + to_width) / 2, (height + to_height) / 2
    return abs(x - to_x) >= across - SLACK or abs(y - to_y) >= down - SLACK


def test_a_box_lies_below_those_that_lead_to_it() -> None:
    layout = of(4, (0, 1), (0, 2), (1, 3), (2, 3))

    assert layout.layers == ((0,), (1, 2), (3,))
    assert layout.height == 3 * 30 + 2 * 20
    assert layout.width == 2 * 40 + 10


def test_a_box_stands_in_the_middle_over_what_it_leads_to() -> None:
    layout = of(4, (0, 1), (0, 2), (0, 3))

    assert layout.middles[0][0] == layout.middles[2][0]


def test_a_way_that_passes_a_layer_goes_around_the_boxes_there() -> None:
    layout = of(3, (0, 1), (1, 2), (0, 2))

    _, above, below, _ = layout.links[2]
    assert above[0] == below[0]
    assert (above[1], below[1]) == (50, 80)
    assert abs(above[0] - layout.middles[1][0]) >= 20


def test_a_way_back_is_drawn_from_where_it_begins_to_where_it_leads() -> None:
    layout = of(3, (0, 1), (1, 2), (2, 0))

    assert layout.layers == ((0,), (1,), (2,))
    first, *_, last = layout.links[2]
    assert first[1] == layout.middles[2][1] - 15
    assert last[1] == layout.middles[0][1] + 15


def test_ways_that_need_not_cross_do_not() -> None:
    layout = of(6, (0, 1), (0, 2), (1, 4), (1, 5), (2, 3))

    (_, _, last) = layout.layers
    assert last in {(4, 5, 3), (3, 4, 5), (5, 4, 3), (3, 5, 4)}


def test_a_link_may_ask_for_more_than_one_layer() -> None:
    layout = laid_out([BOX] * 3, [(0, 1, 2), (0, 2, 1)], SPACE)

    assert layout.layers == ((0,), (2,), (1,))


def test_what_nothing_leads_to_lies_right_above_what_it_leads_to() -> None:
    layout = of(5, (0, 1), (1, 2), (2, 3), (4, 3))

    assert layout.layers[2] in {(2, 4), (4, 2)}


def test_nothing_is_laid_out_to_nothing() -> None:
    assert laid_out([], [], SPACE) == Layout(0.0, 0.0, (), (), ())


@given(graphs())
def test_no_box_lies_on_another(graph: tuple[list[Box], list[Link]]) -> None:
    boxes, links = graph
    layout = laid_out(boxes, links, SPACE)

    assert all(apart(one, other) for one, other in combinations(zip(layout.middles, boxes, strict=True), 2))
    assert sorted(box for layer in layout.layers for box in layer) == list(range(len(boxes)))


@given(graphs())
def test_everything_lies_within_the_size(graph: tuple[list[Box], list[Link]]) -> None:
    boxes, links = graph
    layout = laid_out(boxes, links, SPACE)

    for (x, y), (width, height) in zip(layout.middles, boxes, strict=True):
        assert width / 2 - SLACK <= x <= layout.width - width / 2 + SLACK
        assert height / 2 - SLACK <= y <= layout.height - height / 2 + SLACK
    assert all(-SLACK <= x <= layout.width + SLACK for way in layout.links for x, _ in way)


@given(graphs())
def test_no_way_runs_through_a_box_that_it_passes(graph: tuple[list[Box], list[Link]]) -> None:
    boxes, links = graph
    layout = laid_out(boxes, links, SPACE)

    for (source, target, _), way in zip(links, layout.links, strict=True):
        for number, (one, other) in enumerate(pairwise(way)):
            if number % 2:
                middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
                piece = (middle, (0.0, abs(one[1] - other[1])))
                others = set(range(len(boxes))) - {source, target}
                assert all(apart(piece, (layout.middles[box], boxes[box])) for box in others)


@given(graphs())
def test_a_way_bends_only_between_layers(graph: tuple[list[Box], list[Link]]) -> None:
    boxes, links = graph
    layout = laid_out(boxes, links, SPACE)
    rows = [
        (
            max(layout.middles[box][1] + boxes[box][1] / 2 for box in layer),
            min(layout.middles[box][1] - boxes[box][1] / 2 for box in layer),
        )
        for layer in layout.layers
        if layer
    ]

    for way in layout.links:
        for number, (one, other) in enumerate(pairwise(way)):
            if one[0] != other[0]:
                assert number % 2 == 0
                low, high = sorted((one[1], other[1]))
                assert all(low >= bottom - SLACK or high <= top + SLACK for bottom, top in rows)


@given(graphs())
def test_every_way_begins_and_ends_at_its_boxes(graph: tuple[list[Box], list[Link]]) -> None:
    boxes, links = graph
    layout = laid_out(boxes, links, SPACE)

    for (source, target, _), way in zip(links, layout.links, strict=True):
        for box, (x, y) in ((source, way[0]), (target, way[-1])):
            middle, height = layout.middles[box], boxes[box][1]
            assert x == middle[0]
            assert abs(abs(y - middle[1]) - height / 2) < SLACK


@given(graphs())
def test_the_same_is_always_laid_out_the_same(graph: tuple[list[Box], list[Link]]) -> None:
    boxes, links = graph
    assert laid_out(boxes, links, SPACE) == laid_out(list(boxes), list(links), SPACE)
