"""An author is told long before a story is too large for the browser, and what makes it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.checks import unfolds
from game.checks.reachable import Counts
from game.checks.subject import Subject
from game.checks.unfolds import causes, many_states, problems
from game.story.engine import Machine
from game.story.explore import explore
from game.story.logic import Add, Compare, FactType, Happened, Place, Set
from game.story.model import Branch, Choice, Hearing, Story
from tests.format.stories import TODAY, VOCABULARY
from tests.story.builders import choices, ending, goto, scene, story, tell

if TYPE_CHECKING:
    import pytest

    from game.story.logic import Condition


def _counting() -> Story:
    """Two numbers that are counted up to three and to one, asked about when all is over."""
    asked: tuple[Condition, ...] = (
        Compare("worry", Compare.Op.AT_LEAST, 3),
        Compare("blocked", Compare.Op.IS, value=True),
    )
    return story(
        scene(
            "a",
            choices(
                Choice("Oroa dig.", "a", do=(Add("worry", 1),)),
                Choice("Blockera.", "a", do=(Set("blocked", value=True),)),
                ("Vidare.", "b"),
            ),
        ),
        scene("b", goto(Branch("c", asked[0]), Branch("d", asked[1]), "e")),
        *(scene(name, ending(name)) for name in "cde"),
        facts={"worry": FactType(0, 0, 3, Place("s.yaml", 7, 3)), "blocked": FactType(start=False)},
    )


def test_each_fact_is_named_with_how_many_times_fewer_states_there_are_without_it() -> None:
    made = _counting()
    found = explore(Machine(made))

    # In each of two scenes there are 4 · 2 states; without the first fact 2 in each, without the second 4.
    assert len(found.states) == 16
    assert [(cause.kind, cause.name, cause.times) for cause in causes(made, found.states)] == [
        ("fact", "worry", 4.0),
        ("fact", "blocked", 2.0),
    ]


def test_choices_that_are_there_once_scenes_and_adults_are_named_as_authors_write_them() -> None:
    seen = Happened(Happened.What.SEEN, "b")
    made = story(
        scene(
            "a", choices(Choice("Se.", "b", once=True), Choice("Titta.", "c", when=seen), ("Berätta.", "d"))
        ),
        scene("b", goto("a")),
        scene("c", goto("a")),
        scene(
            "d",
            tell(Hearing("samira", "e", listens=False), ("daniel", "e"), beginnings=("Du.",)),
            meets=("samira", "daniel"),
        ),
        scene("e", choices(("Berätta för en till.", "d"), ("Sluta.", "f"))),
        scene("f", ending()),
    )

    kinds = {cause.kind for cause in causes(made, explore(Machine(made)).states)}
    assert kinds <= {"once", "seen", "met", "told"}
    assert "told" in kinds


def test_a_negative_least_value_is_counted_as_any_other() -> None:
    made = story(
        scene("a", choices(Choice("Ner.", "a", do=(Add("mood", -1),)), ("Vidare.", "b"))),
        scene("b", goto(Branch("c", Compare("mood", Compare.Op.AT_MOST, -2)), "d")),
        scene("c", ending()),
        scene("d", ending()),
        facts={"mood": FactType(0, -2, 0)},
    )

    assert [cause.times for cause in causes(made, explore(Machine(made)).states)] == [3.0]


def test_what_is_said_stands_at_the_worst_cause_and_says_when_there_may_be_more() -> None:
    made = _counting()
    whole = many_states(made, explore(Machine(made)))
    part = many_states(made, explore(Machine(made), 5))

    assert (whole.code, whole.at.line) == ("L357", 7)
    assert dict(whole.values)["states"] == "16"
    assert dict(whole.values)["causes"] == "worry × 4.0, blocked × 2.0"
    assert dict(whole.values)["orsaker"] == "worry × 4,0, blocked × 2,0"
    assert dict(part.values)["states"].startswith(">")


def test_few_states_are_nothing_to_say_anything_about(monkeypatch: pytest.MonkeyPatch) -> None:
    made = _counting()
    subject = _subject(made)

    assert list(problems(subject)) == []
    monkeypatch.setattr(unfolds, "MANY", 16)
    assert [each.code for each in problems(subject)] == ["L357"]


def test_the_warning_comes_long_before_the_limit() -> None:
    assert unfolds.MANY * 5 <= unfolds.MOST


def _subject(of: Story) -> Subject:
    found = explore(Machine(of))
    return Subject(of, found, Counts(of), "story.yaml", "", VOCABULARY, TODAY)
