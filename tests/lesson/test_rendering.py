"""Phrases in every language."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.lesson.protocol import LONGEST_TEXT, decode_command, encode_command
from game.lesson.rendering import rendering
from game.messages.catalog import Catalog, languages
from game.resources import LOCALE
from game.screens.lesson.wire import Kind, Next, Open, Phrase, Step

WORDS = {each.code: Catalog(LOCALE, each.code) for each in languages(LOCALE)}
STORY_TITLE = Phrase("Svara direkt", "svara-direkt", "about")


def test_every_language_of_the_game_gets_its_text() -> None:
    texts = rendering(WORDS)(STORY_TITLE)

    assert texts.keys() == WORDS.keys()
    assert texts == {code: words.of("svara-direkt", "about", "Svara direkt") for code, words in WORDS.items()}
    assert texts["sv"] == "Svara direkt"
    assert texts["en"] != "Svara direkt"


def test_a_phrase_of_the_interface_gets_its_values() -> None:
    phrase = Phrase("{name} mobil", values=(("name", "Alvas"),))

    assert rendering(WORDS)(phrase)["sv"] == "Alvas mobil"
    assert "Alvas" in rendering(WORDS)(phrase)["en"]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}\0"), max_size=2000))
def test_a_step_with_any_text_can_be_taken_by_the_hub(text: str) -> None:
    step = Step("line-1", Kind.LINE, Phrase(text, "svara-direkt"), Phrase(text), (Phrase(text),) * 12, (2, 6))

    for command in (Next(step), Open(step)):
        taken = decode_command(encode_command(command, rendering(WORDS)))
        assert type(taken).__name__ in {"ShowStep", "OpenStep"}


@given(st.integers(1, 3 * LONGEST_TEXT))
def test_only_what_is_too_long_is_cut_and_one_sees_that_it_is(length: int) -> None:
    said = rendering(WORDS)(Phrase("a" * length, "svara-direkt"))["sv"]

    assert len(said) <= LONGEST_TEXT
    assert said.endswith("…") == (length > LONGEST_TEXT)
