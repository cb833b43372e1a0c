"""Difficult words: where they are offered, what the panel says, and that it leads back to the same place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest

from game.screens.heard import heard
from game.screens.intents import Go, OpenFlag, Where
from game.screens.keys import Key
from game.screens.page import Screen
from game.story.engine import Spot
from game.story.glossary import Explained
from tests.screens.sample import sample
from tests.screens.support import Plain, Player, cards, labels, playing, speech, taking

if TYPE_CHECKING:
    from game.story.model import Story

RED = Explained("rött, röd", "En färg.")
FACE = Explained("ansikte, ansiktet", "Det man ser med, och är röd i.")
BREAK = Explained("rast", "En paus.")


def worded(*words: Explained) -> Player:
    """On the first line of the sample, which explains these words."""
    return playing(story(*words))


def story(*words: Explained) -> Story:
    return replace(sample(), words=words)


def panel(player: Player) -> list[tuple[str, str]]:
    """What the panel says: each word with its meaning."""
    return [(card.title, card.text) for card in cards(player.page)]


def offered(player: Player) -> str:
    """What the way to the words is called by those who hear it; "" where it is not offered."""
    return next((item.said for item in player.page.items() if item.intent == Go(Where.WORDS)), "")


# --- where -----------------------------------------------------------------------------------------


def test_a_line_with_a_difficult_word_offers_it_and_says_how_many() -> None:
    player = worded(RED, FACE, BREAK)
    assert speech(player) == "Det är rast."
    assert offered(player) == "1 ord förklaras"
    assert offered(player.press(Key.SPACE)) == ""
    assert offered(player.press(Key.SPACE)) == "2 ord förklaras"


def test_a_line_without_one_is_as_it_always_was() -> None:
    assert worded(FACE).page == playing(sample()).page
    player = worded(FACE)
    before = player.app
    assert player.press(Key.O).app == before


@pytest.mark.parametrize(
    ("word", "screen"),
    [
        ("Svara", Screen.PHONE),
        ("gör", Screen.CHOICES),
        ("fråga", Screen.CHOICES),
        ("tungt", Screen.FEEL),
        ("säger", Screen.SILENCE),
        ("mentor", Screen.TELLING),
        ("ensam", Screen.ENDING),
        ("mobilen", Screen.EYES),
        ("omtanke", Screen.RECAP),
    ],
)
def test_a_word_is_offered_on_every_screen_with_the_storys_words(word: str, screen: Screen) -> None:
    player = worded(Explained(word, "En mening."))
    assert any(page is screen for page in offering(player))


def offering(player: Player) -> list[Screen]:
    """The screens that offer a word on one way through the sample and what follows it."""
    seen = []
    for option in (0, 0, 0, 0):
        while True:
            seen += [player.page.screen] if offered(player) else []
            if player.page.default is None or player.page.screen is Screen.ENDING:
                break
            player.press(Key.SPACE)
        taking(player, option)
    while player.page.screen is not Screen.WAYS:
        seen += [player.page.screen] if offered(player) else []
        player.press(Key.SPACE)
    return seen


@pytest.mark.parametrize("where", [Where.PAUSE, Where.HELP, Where.LOG, Where.SETTINGS, Where.CIRCLE])
def test_pages_that_lie_over_the_story_offer_none(where: Where) -> None:
    assert offered(worded(BREAK).do(Go(where))) == ""


def test_the_question_about_a_flag_offers_none() -> None:
    assert offered(worded(BREAK).do(OpenFlag(Spot("rast", 0)))) == ""


def test_the_page_says_which_words_are_to_be_marked() -> None:
    player = worded(RED, FACE, BREAK)
    assert player.page.explained == ("rast",)
    assert player.press(Key.SPACE).page.explained == ()


# --- the panel -------------------------------------------------------------------------------------


def test_o_opens_the_words_of_this_page_in_their_order_under_their_first_form() -> None:
    player = worded(FACE, BREAK, RED).press(Key.SPACE, Key.SPACE, Key.O)
    assert player.page.screen is Screen.WORDS
    assert panel(player) == [("rött", "En färg."), ("ansikte", "Det man ser med, och är röd i.")]


def test_a_word_that_another_explanation_needs_is_explained_as_well() -> None:
    need = Explained("paus", "En stund utan något.")
    player = worded(need, BREAK)
    assert offered(player) == "2 ord förklaras"
    assert [word for word, _ in panel(player.press(Key.O))] == ["rast", "paus"]


@pytest.mark.parametrize("key", [Key.ESCAPE, Key.O, Key.BACKSPACE, Key.SPACE, Key.ENTER])
def test_every_way_out_leads_back_to_the_same_line(key: Key) -> None:
    player = worded(BREAK)
    before = player.app
    assert player.press(Key.O, key).app == before


def test_help_over_the_words_leads_back_to_them() -> None:
    player = worded(BREAK).press(Key.O, Key.F1, Key.ESCAPE)
    assert panel(player) == [("rast", "En paus.")]
    assert player.press(Key.ESCAPE).page.screen is Screen.DIALOGUE


def test_opened_where_there_is_nothing_it_says_so() -> None:
    player = worded(FACE).do(Go(Where.WORDS))
    assert panel(player) == []
    assert "Här finns inga ord att förklara." in {getattr(block, "text", "") for block in player.page.body}


def test_the_choices_keep_their_numbers() -> None:
    player = worded(Explained("ämne", "Det man pratar om.")).read_on()
    assert labels(player)[:2] == ["Fråga hur det känns.", "Byt ämne."]
    assert player.press(Key.O, Key.ESCAPE, Key.D2).page.screen is Screen.DIALOGUE
    assert speech(player) == "Ni skrattar."


def test_who_hears_the_page_hears_how_many_words_are_explained_and_then_what_they_mean() -> None:
    player = worded(BREAK)
    pieces = heard(player.page, player.words, "sv").pieces
    assert [piece.text for piece in pieces] == ["Det är rast.", "1 ord förklaras."]
    assert [piece.small for piece in pieces] == [False, True]
    panel_heard = [piece.text for piece in heard(player.press(Key.O).page, player.words, "sv").pieces]
    assert panel_heard[:2] == ["Ord.", "Rast. En paus."]


# --- in another language ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Translated(Plain):
    """Words of a story in another language."""

    told: dict[str, str] = field(default_factory=dict)

    def of(self, domain: str, context: str, text: str) -> str:
        return self.told.get(text, text)


ENGLISH = {"Det är rast.": "It’s break.", "rast": "break, breaks", "En paus.": "A pause."}


def test_the_translated_word_is_looked_for_in_the_translated_line() -> None:
    player = replace(worded(BREAK), words=Translated(ENGLISH))
    assert offered(player) == "1 ord förklaras"
    assert panel(player.press(Key.O)) == [("break", "A pause.")]


def test_a_translation_that_does_without_the_word_offers_nothing() -> None:
    player = replace(worded(BREAK), words=Translated(ENGLISH | {"Det är rast.": "It’s recess."}))
    assert offered(player) == ""


def test_the_panel_changes_with_the_language() -> None:
    player = replace(worded(BREAK).press(Key.O), words=Translated(ENGLISH))
    assert panel(player) == [("break", "A pause.")]
