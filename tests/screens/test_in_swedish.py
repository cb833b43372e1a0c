"""Two languages in one scene never come without a word about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.intents import Go, PickStory, Where
from game.screens.model import Language
from game.screens.page import Text, Tone
from game.screens.pages import page
from game.screens.settings import SetLanguage
from game.story.texts import scene_texts
from tests.screens.sample import sample
from tests.screens.support import Built, Plain, Player, at_title, library_of, playing

SCENE = "rast"


class Partly(Plain):
    """Words that lack the translation of some texts."""

    def __init__(self, missing: frozenset[str], *, whole: bool = False) -> None:
        self._missing = missing
        self._whole = whole

    def has(self, domain: str, context: str, text: str) -> bool:
        return text not in self._missing

    def complete(self, domain: str) -> bool:
        return self._whole


def all_of(scene: str) -> frozenset[str]:
    return frozenset(each.text for each in scene_texts(sample().scenes[scene]))


@pytest.mark.parametrize(
    ("missing", "label"),
    [
        (frozenset(), ""),
        (frozenset({"Det är rast."}), " · delvis på svenska"),
        (frozenset({"Byt ämne."}), " · delvis på svenska"),
        (all_of(SCENE), " · på svenska"),
        (frozenset({"Ni skrattar."}), ""),
    ],
    ids=["translated", "a line", "a choice", "everything", "a line of another scene"],
)
def test_a_scene_that_is_not_wholly_translated_says_so_in_its_label(
    missing: frozenset[str], label: str
) -> None:
    app = playing(sample()).app
    whole = page(app, Plain()).label
    assert page(app, Partly(missing)).label == whole + label


def test_a_line_that_is_not_translated_says_so_over_the_picture_where_no_label_has_room() -> None:
    app = playing(sample()).app
    assert page(app, Plain()).notice == ""
    assert page(app, Partly(frozenset({"Det är rast."}))).notice == "Det här är på svenska"
    assert page(app, Partly(frozenset({"Byt ämne."}))).notice == ""


@pytest.mark.parametrize("missing", ["Alva väntar. Vad gör du?", "Byt ämne."])
def test_a_question_or_a_choice_that_is_not_translated_says_so_below_the_choices(missing: str) -> None:
    note = Text("En del av det här är på svenska.", Tone.SMALL)
    app = playing(sample()).read_on().app
    assert note not in page(app, Plain()).body
    assert note in page(app, Partly(frozenset({missing}))).body


def test_a_story_that_is_not_wholly_translated_says_so_before_it_begins() -> None:
    note = Text("Delar av berättelsen är inte översatta än. De är på svenska.", Tone.SMALL)
    app = at_title(sample()).do(PickStory(sample().about.id)).app
    assert note in page(app, Partly(frozenset())).body
    assert note not in page(app, Partly(frozenset(), whole=True)).body


@pytest.mark.parametrize("draft", [True, False])
def test_the_settings_say_that_a_translation_is_a_draft(*, draft: bool) -> None:
    note = Text("Översättningen är ett utkast som ingen har granskat än.", Tone.SMALL)
    languages = (Language("sv", "Svenska"), Language("en", "English", draft=draft))
    app = replace(at_title(sample()).app, library=library_of(sample(), languages=languages))
    player = Player(app, Built({})).do(Go(Where.SETTINGS))
    assert note not in player.page.body
    assert (note in player.do(SetLanguage("en")).page.body) is draft
