"""Small stories for tests: made by hand with few words, or at random by hypothesis."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

from game.story.logic import (
    ALWAYS,
    Add,
    All,
    Any,
    Compare,
    Condition,
    Effect,
    FactType,
    Happened,
    Not,
    Set,
    Value,
)
from game.story.model import (
    About,
    Beginning,
    Branch,
    Choice,
    Choices,
    Ending,
    Exit,
    Goto,
    Hearing,
    Line,
    LineKind,
    Person,
    Scene,
    Standing,
    Story,
    Tell,
)

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

ADULTS = ("samira", "daniel")
HELP = ("school", "bris")


def line(text: str, speaker: str = "", when: Condition = ALWAYS) -> Line:
    """A narrator's line, or somebody's."""
    return Line(LineKind.SPEECH if speaker else LineKind.NARRATION, text, speaker, when=when)


def choices(*options: Choice | tuple[str, str]) -> Choices:
    """Choices, each whole or as (text, target)."""
    return Choices("?", tuple(o if isinstance(o, Choice) else Choice(*o) for o in options))


def tell(*hearings: Hearing | tuple[str, str], beginnings: tuple[str, ...] = ("Jag", "Du", "Vi")) -> Tell:
    """A telling, each adult whole or as (adult, target)."""
    whole = tuple(h if isinstance(h, Hearing) else Hearing(*h) for h in hearings)
    return Tell("?", whole, tuple(Beginning(text) for text in beginnings))


def goto(*branches: Branch | str) -> Goto:
    """On to the first branch that holds."""
    return Goto(tuple(b if isinstance(b, Branch) else Branch(b) for b in branches))


def ending(title: str = "Slut") -> Ending:
    """An ending with help."""
    return Ending(title, "", HELP)


def scene(
    name: str,
    way_out: Exit,
    *lines: Line | str,
    do: tuple[Effect, ...] = (),
    meets: tuple[str, ...] = (),
    people: tuple[str, ...] = (),
) -> Scene:
    """A scene; a line that is only a text is the narrator's."""
    whole = tuple(each if isinstance(each, Line) else line(each) for each in lines)
    standing = tuple(Standing(who) for who in people)
    return Scene(name, "yard", whole, way_out, people=standing, do=do, meets=meets)


def story(*scenes: Scene, facts: dict[str, FactType] | None = None, name: str = "small") -> Story:
    """A story that starts with the first scene; facts without type are numbers from 0 to 10."""
    about = About(name, "Liten", 13, 15, 5, "", "", ("control",), ("partner",), "friend", "draft")
    cast = {"hawa": Person("hawa", "Hawa")} | {
        who: Person(who, who.title(), adult="mentor") for who in ADULTS
    }
    named = {each.id: each for each in scenes}
    return Story(about, "hawa", cast, facts or {}, (), scenes[0].id, named)


# --- at random -------------------------------------------------------------------------------------

FACTS = {"trust": FactType(1, 0, 3), "worry": FactType(0, -1, 2), "blocked": FactType(start=False)}


# A strategy is made once and kept: making one costs hypothesis far more than drawing from it.


def _of_each(made: Callable[[str], st.SearchStrategy[T]]) -> st.SearchStrategy[T]:
    return st.one_of(*(made(fact) for fact in sorted(FACTS)))


def _values(fact: str) -> st.SearchStrategy[Value]:
    kind = FACTS[fact]
    return st.booleans() if isinstance(kind.start, bool) else st.integers(kind.low, kind.high)


def _compares(fact: str) -> st.SearchStrategy[Compare]:
    ops = [Compare.Op.IS, Compare.Op.NOT] if fact == "blocked" else list(Compare.Op)
    return st.builds(Compare, st.just(fact), st.sampled_from(ops), _values(fact))


def _effects(fact: str) -> st.SearchStrategy[Effect]:
    to = st.builds(Set, st.just(fact), _values(fact))
    return to if fact == "blocked" else to | st.builds(Add, st.just(fact), st.integers(-2, 2))


def _conditions(names: list[str]) -> st.SearchStrategy[Condition]:
    happened = st.one_of(
        st.builds(Happened, st.just(Happened.What.SEEN), st.sampled_from(names)),
        st.builds(
            Happened, st.sampled_from([Happened.What.MET, Happened.What.TOLD]), st.sampled_from(ADULTS)
        ),
    )
    simple: st.SearchStrategy[Condition] = st.one_of(_of_each(_compares), happened)
    parts = st.lists(simple, max_size=2).map(tuple)
    return st.one_of(
        st.just(ALWAYS),
        st.just(ALWAYS),
        simple,
        st.builds(Not, simple),
        st.builds(All, parts),
        st.builds(Any, parts),
    )


def _exits(names: list[str], when: st.SearchStrategy[Condition]) -> st.SearchStrategy[Exit]:
    target = st.sampled_from(names)
    do = st.lists(_of_each(_effects), max_size=2).map(tuple)
    choice = st.builds(Choice, st.just("…"), target, when, do, st.booleans())
    hearing = {adult: st.builds(Hearing, st.just(adult), target, st.booleans(), when, do) for adult in ADULTS}
    some = [order for many in range(1, len(ADULTS) + 1) for order in permutations(ADULTS, many)]
    hearings = st.one_of(*(st.tuples(*(hearing[adult] for adult in order)) for order in some))
    beginnings = st.lists(st.builds(Beginning, st.just("…"), do), min_size=1, max_size=2).map(tuple)
    branches = st.lists(st.builds(Branch, target, when), max_size=2)
    return st.one_of(
        st.builds(Choices, st.just("?"), st.lists(choice, min_size=1, max_size=3).map(tuple)),
        st.builds(Tell, st.just("?"), hearings, beginnings),
        st.tuples(branches, target).map(lambda pair: goto(*pair[0], pair[1])),
        st.just(ending()),
    )


def _scenes(names: list[str]) -> st.SearchStrategy[tuple[Scene, ...]]:
    """One scene for each name."""
    when = _conditions(names)
    do = st.lists(_of_each(_effects), max_size=2).map(tuple)
    lines = st.lists(st.builds(line, st.just("…"), st.sampled_from(("", "hawa", *ADULTS)), when), max_size=3)
    met = st.lists(st.sampled_from(ADULTS), unique=True, max_size=1).map(tuple)
    parts = {"lines": lines.map(tuple), "exit": _exits(names, when), "do": do, "meets": met}
    return st.tuples(*(st.builds(Scene, st.just(name), st.just("yard"), **parts) for name in names))


@cache
def stories(most: int = 6) -> st.SearchStrategy[Story]:
    """Any small story whose names are declared: also unfair ones, with circles and nothing to choose."""
    named = ([f"s{number}" for number in range(many)] for many in range(1, most + 1))
    return st.one_of(*(_scenes(names) for names in named)).map(lambda scenes: story(*scenes, facts=FACTS))
