"""The vignettes that are shipped: enough of them, as the rules for stories have it, and easy to read."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from itertools import product

import pytest

from game.checks.reading_level import target
from game.checks.subject import Shared
from game.checks.vignettes import problems
from game.format.load import list_stories, load_story, load_vocabulary
from game.format.vignettes import VIGNETTES_FILE, load_vignettes
from game.resources import SCENARIOS
from game.story.coverage import Age
from game.story.library import GREY, HEALTHY
from game.story.readability import lix
from game.story.vignettes import BANDS, HALVES, Answer, Half, Part, Vignettes

VOCABULARY = load_vocabulary(SCENARIOS).value
assert VOCABULARY
LOADED = load_vignettes(SCENARIOS, VOCABULARY.signs)
assert LOADED.value
SHIPPED = LOADED.value
TODAY = date(2026, 11, 26)
EACH = tuple(product(BANDS, HALVES))

COVERED = {
    "control",
    "digital",
    "isolation",
    "threat",
    "degradation",
    "restriction",
    "sexual",
    "economic",
    "witness",
}


def of(band: tuple[int, int], half: Half) -> Vignettes:
    return SHIPPED.for_age(*band).half(half)


def texts_of(vignettes: Vignettes) -> list[str]:
    return [text for each in vignettes.entries for text in (each.text, each.why)]


def test_nothing_is_wrong_with_them() -> None:
    assert LOADED.problems == ()
    assert VOCABULARY
    sources = {VIGNETTES_FILE: (SCENARIOS / VIGNETTES_FILE).read_text(encoding="utf-8")}
    assert list(problems(Shared(SCENARIOS, VOCABULARY, TODAY, sources, vignettes=SHIPPED))) == []


@pytest.mark.parametrize("band", BANDS)
def test_every_age_has_at_least_twelve_to_judge_and_two_of_each_other_part(band: tuple[int, int]) -> None:
    counts = Counter(each.part for each in SHIPPED.for_age(*band).entries)
    assert counts[Part.JUDGE] >= 12
    assert counts[Part.HELP_SEEKING] >= 2
    assert counts[Part.BYSTANDER] >= 2


@pytest.mark.parametrize("band", BANDS)
def test_the_two_halves_of_an_age_have_the_same_answers_as_hard(band: tuple[int, int]) -> None:
    a, b = (
        Counter((each.part, each.answer, each.difficulty) for each in of(band, half).entries)
        for half in HALVES
    )
    assert a == b


@pytest.mark.parametrize(("band", "half"), EACH)
def test_a_half_has_all_three_answers_and_what_is_fine_and_what_only_chafes(
    band: tuple[int, int], half: Half
) -> None:
    judged = of(band, half).part(Part.JUDGE).entries
    assert {each.answer for each in judged} == set(Answer)
    assert {HEALTHY, GREY} < {each.topic for each in judged}
    assert {1, 2, 3} == {each.difficulty for each in judged}


@pytest.mark.parametrize("band", BANDS)
def test_no_topic_but_what_is_fine_or_chafes_comes_twice_for_the_same_age(band: tuple[int, int]) -> None:
    topics = Counter(each.topic for each in SHIPPED.for_age(*band).part(Part.JUDGE).entries)
    assert {topic for topic, times in topics.items() if times > 1} == {HEALTHY, GREY}


def test_the_forms_of_violence_that_a_class_meets_are_covered() -> None:
    assert {each.topic for each in SHIPPED.entries} >= COVERED


@pytest.mark.parametrize(("band", "half"), EACH)
def test_a_half_is_as_easy_to_read_as_its_youngest_readers_need(band: tuple[int, int], half: Half) -> None:
    assert lix(texts_of(of(band, half))) <= target(band[0])


def test_where_somebody_is_hurt_and_another_acts_the_question_is_about_what_the_other_does() -> None:
    acted = [each.text for each in SHIPPED.entries if each.part is not Part.JUDGE]
    assert [text for text in acted if not re.search(r" Är det okej att [^.?]+\?$", text)] == []


def test_somebody_who_is_not_listened_to_tells_one_more() -> None:
    told = [each for each in SHIPPED.entries if "berätta för en till" in each.why]
    assert {(each.part, each.answer) for each in told} == {(Part.HELP_SEEKING, Answer.OK)}
    assert len({each.youngest for each in told}) >= 2


@pytest.mark.parametrize("name", list_stories(SCENARIOS))
def test_nobody_in_them_is_called_like_somebody_in_a_story_that_is_played_between_them(name: str) -> None:
    assert VOCABULARY
    story = load_story(SCENARIOS / name, VOCABULARY).value
    assert story
    young = {person.name for person in story.cast.values() if not person.adult}
    between = [each for each in SHIPPED.entries if Age(each.youngest, each.oldest).meets(story.about)]
    assert young.isdisjoint(re.findall(r"\w+?(?=s?\b)", " ".join(texts_of(Vignettes(tuple(between))))))


def test_honour_is_norms_and_never_a_religion_or_a_country() -> None:
    said = " ".join(texts_of(SHIPPED)).casefold()
    assert not re.findall(
        r"islam|muslim|krist|kyrk|moské|religi|\bgud\b|kultur|utländsk|invandr|hemland|svensk", said
    )


def test_no_number_is_in_them_that_somebody_might_call() -> None:
    assert not re.findall(r"\d", " ".join(texts_of(SHIPPED)))
