from __future__ import annotations

from game.story.chart import Chart, Kind, chart
from game.story.engine import Machine
from game.story.logic import Compare, FactType
from game.story.model import Branch, Choice, Hearing, Story
from tests.story.builders import choices, ending, goto, scene, story, tell

BRAVE = Compare("brave", Compare.Op.IS, value=True)
WHOLE = story(
    scene(
        "a",
        choices(
            Choice("Gå", "b"),
            Choice("Vänta", "b", wait=True),
            Choice("Våga", "c", when=BRAVE),
            Choice("Titta", "c", once=True),
        ),
        meets=("samira", "daniel"),
    ),
    scene("b", tell(Hearing("samira", "d"), Hearing("daniel", "c", listens=False))),
    scene("c", goto(Branch("d", when=BRAVE), "b")),
    scene("d", ending("Klart")),
    scene("lost", goto("d")),
    facts={"brave": FactType(start=False)},
)


def drawn(of: Story, states: int = 1_000) -> Chart:
    return chart(Machine(of), states * len(of.scenes))


def test_each_way_is_of_its_kind() -> None:
    kinds = [(way.source, way.target, way.kind, way.conditional) for way in drawn(WHOLE).ways]

    assert kinds == [
        ("a", "b", Kind.CHOICE, False),
        ("a", "b", Kind.WAIT, False),
        ("a", "c", Kind.CHOICE, True),
        ("a", "c", Kind.CHOICE, True),
        ("b", "d", Kind.TELLING, False),
        ("b", "c", Kind.DISMISSAL, False),
        ("c", "d", Kind.GOTO, True),
        ("c", "b", Kind.GOTO, False),
        ("lost", "d", Kind.GOTO, False),
    ]


def test_a_choice_carries_its_text_and_a_telling_its_adult() -> None:
    ways = drawn(WHOLE).ways

    assert [way.text for way in ways if way.source == "a"] == ["Gå", "Vänta", "Våga", "Titta"]
    assert [way.adult for way in ways if way.source == "b"] == ["samira", "daniel"]


def test_what_no_play_can_take_or_reach_is_known() -> None:
    chart_ = drawn(WHOLE)

    assert [way.text or way.source for way in chart_.ways if not way.reached] == ["Våga", "lost"]
    assert [stop.scene.id for stop in chart_.stops if stop.share == 0] == ["lost"]
    assert chart_.whole


def test_endings_are_told_apart_and_the_start_is_named() -> None:
    chart_ = drawn(WHOLE)

    assert [stop.ending.title for stop in chart_.stops if stop.ending] == ["Klart"]
    assert chart_.start == "a"


def test_ways_are_counted() -> None:
    assert drawn(story(scene("a", choices(("Ett", "b"), ("Två", "b"))), scene("b", ending()))).routes == 2


def test_what_was_not_looked_into_is_not_said_to_be_out_of_reach() -> None:
    part = drawn(WHOLE, states=1)

    assert not part.whole
    assert part.routes is None
    assert {stop.scene.id: stop.share for stop in part.stops if stop.share is None} == {
        "d": None,
        "lost": None,
    }
    assert all(way.reached for way in part.ways)
