"""Difficult words are found as whole words, in every form, and in Arabic with what is written together with them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.digest import digest
from game.story.engine import Machine
from game.story.glossary import Explained, Found, forms, found, needed
from game.story.resume import encode
from game.story.texts import WORDS, TextKind, texts
from tests.story.builders import choices, ending, scene, story

LETTERS = st.text(alphabet=st.characters(categories=["L"]), min_size=1)
ANYTHING = st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from(" ,،-ـَالوب")))


def parts(words: tuple[str, ...], text: str) -> list[str]:
    """What is found, as it stands in the text."""
    return [text[each.start : each.end] for each in found(words, text)]


# --- forms -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kurator", ("kurator",)),
        ("kurator, kuratorn", ("kurator", "kuratorn")),
        ("kurator ,kurator,", ("kurator",)),
        ("dåligt \n samvete", ("dåligt samvete",)),
        ("غيرة، يغار", ("غيرة", "يغار")),
        (" , ", ()),
    ],
)
def test_the_forms_of_a_word_are_what_stands_between_commas(word: str, expected: tuple[str, ...]) -> None:
    assert forms(word) == expected


# --- whole words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["kurator", "Kurator!", "En KURATOR kom.", "”kurator”", "(kurator)", "kurator’s", "min\tkurator\n"],
)
def test_a_word_is_found_in_capitals_and_beside_any_mark(text: str) -> None:
    assert [part.casefold() for part in parts(("kurator",), text)] == ["kurator"]


@pytest.mark.parametrize(
    "text",
    [
        "kuratorn",
        "kuratorsrum",
        "skolkurator",
        "skol-kurator",
        "kurator-rum",
        "kurator1",
        "kura\u00adtor",
        "kurato",
    ],
)
def test_a_part_of_a_longer_word_is_not_that_word(text: str) -> None:
    assert parts(("kurator",), text) == []


def test_each_form_is_found_and_is_the_same_word() -> None:
    assert found(("hot", "kurator, kuratorn"), "Kuratorn är kurator.") == (Found(0, 8, 1), Found(12, 19, 1))


def test_a_phrase_is_found_over_any_blanks() -> None:
    assert parts(("dåligt samvete",), "dåligt\n  samvete, och Dåligt samvete") == [
        "dåligt\n  samvete",
        "Dåligt samvete",
    ]


def test_of_two_that_begin_at_the_same_place_the_longer_one_is_meant() -> None:
    assert found(("dåligt", "dåligt samvete"), "dåligt samvete") == (Found(0, 14, 1),)


def test_what_means_something_to_a_pattern_is_only_a_sign() -> None:
    assert parts(("c++, a.c",), "c abc c++ a.c") == ["c++", "a.c"]


def test_where_nothing_is_explained_nothing_is_found() -> None:
    assert found((), "kurator") == ()
    assert found((" , ",), "kurator , ") == ()


# --- Arabic ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["مرشد", "المرشد", "والمرشد", "بالمرشد", "للمرشد", "ومرشد", "كمرشد", "فالمرشد", "مُرشِدٌ", "مـرشد"]
)
def test_an_arabic_word_is_found_with_article_and_small_words_and_marks(text: str) -> None:
    assert parts(("مرشد",), f"هذا {text}، نعم") == [text]


@pytest.mark.parametrize("text", ["مرشدون", "مرشدها", "تمرشد"])
def test_an_arabic_word_with_another_ending_is_another_form(text: str) -> None:
    assert parts(("مرشد",), text) == []


def test_a_word_that_is_given_with_its_article_is_found_after_a_small_word() -> None:
    assert parts(("الطوارئ",), "مع الطوارئ، والطوارئ بالطوارئ") == ["الطوارئ", "والطوارئ", "بالطوارئ"]


# --- for any text ----------------------------------------------------------------------------------


@given(st.lists(ANYTHING, max_size=4).map(tuple), ANYTHING)
def test_what_is_found_stands_there_in_order_and_never_overlaps(words: tuple[str, ...], text: str) -> None:
    ends = 0
    for each in found(words, text):
        assert ends <= each.start < each.end <= len(text)
        assert 0 <= each.number < len(words)
        ends = each.end


@given(LETTERS)
def test_a_word_that_stands_alone_is_found(word: str) -> None:
    assert parts((word,), f"”{word}”, sa hon.") == [word]


# --- what is needed --------------------------------------------------------------------------------


def test_who_reads_a_text_needs_its_words_and_those_in_what_they_mean() -> None:
    words = ("anmälan", "socialtjänsten", "kommunen", "hot")
    meanings = ("Att säga till socialtjänsten.", "De i kommunen.", "Där man bor, och kommunen igen.", "Hot.")
    assert needed(words, meanings.__getitem__, "Kommunen får en anmälan, ja en anmälan.") == (2, 0, 1)


def test_words_that_explain_each_other_come_once() -> None:
    assert needed(("ett", "två"), ("två två", "ett").__getitem__, "ett") == (0, 1)


# --- in a story ------------------------------------------------------------------------------------

KURATOR = Explained("kurator", "En vuxen.")


def test_words_are_texts_of_a_story_after_all_others() -> None:
    worded = replace(story(scene("a", ending(), "Hej.")), words=(KURATOR,))
    *_, word, meaning = texts(worded)
    assert (word.kind, word.text, word.context) == (TextKind.WORD, "kurator", WORDS)
    assert (meaning.kind, meaning.text, meaning.context) == (TextKind.MEANING, "En vuxen.", WORDS)


def test_a_review_has_read_the_explanations_and_a_code_does_not_need_them() -> None:
    plain = story(scene("a", choices(("Ja.", "b"), ("Nej.", "b")), "Hej."), scene("b", ending()))
    worded, otherwise = (
        replace(plain, words=(replace(KURATOR, meaning=meaning),)) for meaning in ("En vuxen.", "En annan.")
    )
    assert len({digest(each) for each in (plain, worded, otherwise)}) == 3
    machine = Machine(plain)
    state = machine.choose(machine.advance(machine.start()), 0).segment.entry
    assert len({encode(each, state) for each in (plain, worded, otherwise)}) == 1
