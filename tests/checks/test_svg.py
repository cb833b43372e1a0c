"""What the loader drops is told where it stands, for each kind of picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.checks.svg import Kind, asked_for, readable, svg_problems
from game.story.logic import Place

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1366 768">'


def told(body: str, kind: Kind = Kind.PLACE, head: str = HEAD) -> list[tuple[str, int, int]]:
    found = svg_problems(f"{head}\n{body}\n</svg>", "places/x.svg", kind)
    return [(each.code, each.at.line, each.at.column) for each in found]


def values(body: str, kind: Kind = Kind.PLACE) -> dict[str, str]:
    (found,) = svg_problems(f"{HEAD}\n{body}\n</svg>", "places/x.svg", kind)
    return dict(found.values)


def test_a_picture_of_shapes_in_plain_colours_is_in_order() -> None:
    body = """\
<title>Rummet</title>
<defs>
  <linearGradient id="sky" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="9">
    <stop offset="0%" stop-color="#A9D6E8"/><stop offset="100%" stop-color="#fbe" stop-opacity="0.5"/>
  </linearGradient>
</defs>
<g id="back" transform="translate(1 2)">
  <rect width="9" height="9" fill="url(#sky)" opacity="0.5"/>
  <path d="M0 0 H9" fill="none" stroke="#2A2140" stroke-width="2" stroke-linecap="round"/>
  <polyline points="0,0 9,9" stroke="#2A2140" stroke-opacity="0.5"/>
</g>"""
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<text x="1">Hej</text>', ("A570", 2, 1)),
        ('<g>\n <use href="#a"/></g>', ("A570", 3, 2)),
        ('<svg viewBox="0 0 1 1"/>', ("A570", 2, 1)),
        ('<rect style="fill:#A1B2C3"/>', ("A571", 2, 7)),
        ('<!-- åäö --><rect x="1" clip-path="url(#a)"/>', ("A571", 2, 25)),
        ('<rect fill="tomato"/>', ("A572", 2, 7)),
        ('<rect x="1" fill="rgba(1,2,3,1)"/>', ("A572", 2, 13)),
        ('<path d="M0 0" stroke="currentColor"/>', ("A572", 2, 16)),
        ('<rect fill="url(#sky)"/>', ("A573", 2, 7)),
        ('<radialGradient id="a"/>', ("A573", 2, 1)),
        ('<radialGradient id="a" gradientUnits="objectBoundingBox"/>', ("A573", 2, 24)),
        ('<defs><stop offset="0.5" stop-color="#A1B2C3"/></defs>', ("A573", 2, 13)),
        ('<g opacity="0.5"/>', ("A574", 2, 4)),
        ("<rect>", ("A565", 3, 3)),
        ('<rect x="1" x="2"/>', ("A565", 2, 13)),
        ("<rect>&hej;</rect>", ("A565", 2, 7)),
    ],
)
def test_what_would_be_dropped_is_told_where_it_stands(body: str, expected: tuple[str, int, int]) -> None:
    assert told(body) == [expected]


@pytest.mark.parametrize(
    ("body", "kind", "code"),
    [
        ('<linearGradient id="a" gradientUnits="userSpaceOnUse"/>', Kind.ICON, "A570"),
        ('<rect fill="#FF0000"/>', Kind.ICON, "A572"),
        ('<circle r="1"/>', Kind.PART, "A570"),
        ('<rect fill="#FF0000"/>', Kind.PART, "A572"),
        ('<g opacity="1"/>', Kind.PART, "A571"),
        ('<rect fill="{hair}"/>', Kind.PLACE, "A572"),
    ],
)
def test_icons_and_parts_of_people_are_drawn_with_less(body: str, kind: Kind, code: str) -> None:
    assert [each for each, *_ in told(body, kind)] == [code]


def test_icons_are_black_and_parts_ask_for_their_colours() -> None:
    assert told('<path d="M0 0" fill="#000000" stroke="none"/>', Kind.ICON) == []
    assert told('<path d="M0 0" fill="{hair}" stroke="none"/>', Kind.PART) == []


def test_a_thing_that_comes_often_is_told_once_with_how_often() -> None:
    assert told('<text/>\n<rect fill="red"/>\n<text/>\n<text/>') == [("A570", 2, 1), ("A572", 3, 7)]
    assert values("<text/><text/>")["count"] == "2"


def test_a_picture_that_is_wrong_throughout_is_not_told_to_its_end() -> None:
    assert len(told("".join(f'<rect fill="c{number}"/>' for number in range(500)))) == 50


def test_a_place_has_the_common_canvas() -> None:
    other = HEAD.replace("1366 768", "1920 1080")
    assert told("<g/>", head=other) == [("A576", 1, 41)]
    assert told("<g/>", head='<svg xmlns="http://www.w3.org/2000/svg">') == [("A576", 1, 1)]
    assert told("<g/>", Kind.ICON, head=other) == []


def test_what_is_no_svg_is_told() -> None:
    assert [each.code for each in svg_problems("<html/>", "x.svg", Kind.PLACE)] == ["A570"]
    assert [each.code for each in svg_problems("hej", "x.svg", Kind.PLACE)] == ["A565"]
    assert [each.code for each in svg_problems("", "x.svg", Kind.PLACE)] == ["A565"]


def test_entities_that_grow_without_end_are_never_read() -> None:
    names = [f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 30)]
    bomb = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{"".join(names)}]>\n{HEAD}<title>&a29;</title></svg>'
    (found,) = svg_problems(bomb, "x.svg", Kind.PLACE)
    assert (found.code, found.at) == ("A566", Place("x.svg", 1, 1))
    assert not readable([found])


def test_a_part_is_asked_for_its_colours_in_the_order_of_the_text() -> None:
    assert list(asked_for('<rect fill="{hair}" stroke="{skin}"/><rect fill="{hair}"/>')) == ["hair", "skin"]


@given(st.text(max_size=60), st.sampled_from(Kind))
def test_no_text_is_too_strange_to_be_told_about(text: str, kind: Kind) -> None:
    for body in (text, f"{HEAD}{text}</svg>", f'{HEAD}<rect fill="{text}"/></svg>'):
        for each in svg_problems(body, "x.svg", kind):
            assert each.at.line >= 1
            assert each.at.column >= 1
