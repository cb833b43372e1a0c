"""What a story is made of, counted by hand; and which cells of the coverage table stories fill."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.story.coverage import AGES, Age, covered
from game.story.model import About, Choices, Ending, Eyes, Line, LineKind, Phone, Sign, Story
from game.story.tally import Reading, Speaker, Words, tally
from tests.story.builders import choices, ending, goto, line, scene, story


def message(text: str, speaker: str) -> Line:
    return Line(LineKind.MESSAGE, text, speaker, phone=Phone("hawa", "noel", "Laget"))


def signed(each: Line, sign: str) -> Line:
    return replace(each, sign=Sign(sign, "Två ord."))


def small() -> Story:
    """Two scenes with a narrator, Hawa and Noel, three signs, and a look with other eyes."""
    first = scene(
        "a",
        Choices(
            "Vad gör du?",
            choices(("Fråga henne", "e"), ("Vänta", "e")).choices,
            talk="Hur märks det?",
            listen="Det här läser bara läraren.",
        ),
        "Det är rast.",
        signed(line("Jag ser dig.", "hawa"), "healthy"),
        signed(message("svara", "noel"), "demand_reply"),
        signed(message("nu", "noel"), "demand_reply"),
        message("hej", "hawa"),
    )
    last = scene("e", Ending("Två som vet", "Det är slut.", ("bris",)))
    seen = Eyes("noel", "a", "yard", (line("Ett två tre fyra.", "noel"),))
    return replace(story(first, last), eyes=(seen,))


def test_scenes_lines_and_endings_are_counted() -> None:
    found = tally(small())

    assert (found.scenes, found.lines, found.endings) == (2, 5, 1)


def test_words_are_counted_by_what_they_are_for() -> None:
    # Lines 3 + 3 + 1 + 1 + 1; the question 3 and the choices 2 + 1; three whys of 2; the ending 3 + 3; other eyes 4.
    # What is left, without what only a teacher reads: the story's title 1, three names and two professions 5, the chat's title 1, the class's question 3.
    assert tally(small()).words == Words(
        all=9 + 6 + 6 + 6 + 4 + 10, lines=9, choices=6, whys=6, endings=6, eyes=4
    )


def test_each_says_so_many_lines_messages_and_words_and_who_says_most_is_first() -> None:
    assert tally(small()).speakers == (
        Speaker("hawa", 2, 1, 4),
        Speaker("noel", 2, 2, 2),
        Speaker("", 1, 0, 3),
    )


def test_the_lines_of_each_sign_are_counted() -> None:
    assert tally(small()).signs == {"healthy": 1, "demand_reply": 2}


def test_each_scene_has_its_lix_the_hardest_first_and_the_whole_has_one() -> None:
    there = story(
        scene("easy", goto("hard"), "Hon ser på dig."),
        scene("hard", goto("e"), "Skolsköterskan lyssnar."),
        scene("e", ending("Slut")),
    )
    found = tally(there)

    assert [reading.scene for reading in found.readings] == ["hard", "easy", "e"]
    assert found.readings[0] == Reading("hard", 102.0, 2)
    assert found.readings[1].lix == pytest.approx(4)
    assert found.lix == pytest.approx(7 / 3 + 100 * 2 / 7)


def test_a_scene_without_words_has_no_lix() -> None:
    there = story(scene("a", goto("e")), scene("e", ending("Slut")))

    assert [reading.scene for reading in tally(there).readings] == ["e"]


# --- coverage --------------------------------------------------------------------------------------


def about(name: str, ages: tuple[int, int], context: str, *forms: str) -> About:
    contexts = tuple(context.split())
    return replace(small().about, id=name, youngest=ages[0], oldest=ages[1], contexts=contexts, forms=forms)


SHELF = (
    about("svara", (13, 15), "partner", "control", "threat"),
    about("syster", (12, 16), "honour", "control"),
)


def test_there_is_a_cell_for_every_form_context_and_age() -> None:
    cells = covered(SHELF, ("control", "threat"), ("partner", "honour"))

    assert len(cells) == 2 * 2 * len(AGES)
    assert [(cell.age, cell.context, cell.form) for cell in cells[:4]] == [
        (AGES[0], "partner", "control"),
        (AGES[0], "partner", "threat"),
        (AGES[0], "honour", "control"),
        (AGES[0], "honour", "threat"),
    ]


@pytest.mark.parametrize(
    ("form", "context", "age", "expected"),
    [
        ("control", "partner", Age(13, 15), ("svara",)),
        ("control", "partner", Age(10, 12), ()),
        ("control", "honour", Age(10, 12), ("syster",)),
        ("control", "honour", Age(13, 15), ("syster",)),
        ("control", "honour", Age(16, 19), ("syster",)),
        ("threat", "honour", Age(13, 15), ()),
        ("threat", "partner", Age(13, 15), ("svara",)),
    ],
)
def test_a_story_fills_the_cells_of_its_forms_in_its_context_for_every_age_that_it_meets(
    form: str, context: str, age: Age, expected: tuple[str, ...]
) -> None:
    cells = covered(SHELF, ("control", "threat"), ("partner", "honour"))

    (cell,) = [cell for cell in cells if (cell.form, cell.context, cell.age) == (form, context, age)]

    assert cell.stories == expected


def test_a_story_in_two_contexts_fills_the_cells_of_both() -> None:
    cells = covered(
        [about("brev", (16, 19), "partner ex", "threat")], ("threat",), ("partner", "ex", "friend")
    )

    assert {(cell.context, cell.age) for cell in cells if cell.stories} == {
        ("partner", AGES[2]),
        ("ex", AGES[2]),
    }


def test_without_stories_every_cell_is_a_hole() -> None:
    assert {cell.stories for cell in covered((), ("control",), ("partner",))} == {()}
