"""The page for changing keys: choose what, press the key that is wanted, and one calm word where it cannot be had."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.bindings import CHANGEABLE, ChangeKey, KeysFromStart, KeysScreen, Pressed, in_force
from game.screens.changing_keys import Change, keys_page, step
from game.screens.intents import Close
from game.screens.keys import Key
from game.screens.page import Field, Page
from game.screens.settings import SetKey, Settings, adjusted
from tests.screens.support import Plain, texts_in


@dataclass
class Changer:
    """Somebody on the page for keys."""

    screen: KeysScreen = field(default_factory=KeysScreen)
    settings: Settings = field(default_factory=Settings)

    def do(self, *changes: Change) -> Changer:
        for change in changes:
            self.screen, self.settings = step(self.screen, self.settings, change)
        return self

    @property
    def page(self) -> Page:
        return keys_page(self.screen, self.settings, Plain())

    @property
    def labels(self) -> list[str]:
        return [item.label for item in self.page.items()]

    @property
    def answer(self) -> str:
        (shown,) = (block for block in self.page.body if isinstance(block, Field))
        return shown.answer


def test_each_key_that_can_be_changed_has_a_row_with_what_it_does_and_the_key_in_force() -> None:
    there = {item.intent: item.label for item in Changer().page.items()}
    assert all(ChangeKey(key) in there for key in CHANGEABLE)
    assert there[ChangeKey(Key.F)] == "Det här känns fel: F"
    changer = Changer().do(ChangeKey(Key.F), Pressed("x"))
    changed = {item.intent: item.label for item in changer.page.items()}
    assert changed[ChangeKey(Key.F)] == "Det här känns fel: X"


def test_a_row_that_was_chosen_asks_for_a_key_and_the_next_one_is_it() -> None:
    changer = Changer().do(ChangeKey(Key.R))
    assert changer.page.title == "Tryck på den tangent som du vill ha"
    assert "Läs upp" in set(texts_in(changer.page.body))
    changer.do(Pressed("l"))
    assert changer.screen == KeysScreen()
    assert in_force(changer.settings.keys)[Key.R] == "l"


@pytest.mark.parametrize("leaving", [Pressed("escape"), Pressed("AC Back"), ChangeKey(None)])
def test_escape_leaves_it_as_it_was(leaving: Change) -> None:
    changer = Changer().do(ChangeKey(Key.R), leaving)
    assert (changer.screen, changer.settings) == (KeysScreen(), Settings())


@pytest.mark.parametrize(
    ("pressed", "name"), [("tab", "Tab"), ("f1", "F1"), ("3", "3"), ("left shift", "Left shift")]
)
def test_a_key_that_cannot_be_had_is_answered_calmly_and_another_may_be_pressed(
    pressed: str, name: str
) -> None:
    changer = Changer().do(ChangeKey(Key.R), Pressed(pressed))
    assert changer.answer == f"{name} behövs till annat. Ta en annan tangent."
    assert changer.settings == Settings()
    changer.do(Pressed("l"))
    assert in_force(changer.settings.keys)[Key.R] == "l"


def test_nothing_is_refused_before_something_was_pressed() -> None:
    assert Changer().do(ChangeKey(Key.R)).answer == ""


def test_a_key_pressed_while_nothing_waits_changes_nothing() -> None:
    assert Changer().do(Pressed("l")).settings == Settings()


def test_all_are_as_from_the_start_again() -> None:
    changer = Changer().do(ChangeKey(Key.F), Pressed("r"), ChangeKey(Key.O), Pressed("x"))
    assert "Alla som från början" in changer.labels
    changer.do(KeysFromStart())
    assert changer.settings == Settings()
    assert "Alla som från början" not in changer.labels


def test_only_the_keys_are_changed() -> None:
    before = Settings(text_size=150)
    _, there = step(KeysScreen(Key.F), before, Pressed("x"))
    assert there == adjusted(before, SetKey(Key.F, "x"))


@pytest.mark.parametrize("screen", [KeysScreen(), KeysScreen(Key.F), KeysScreen(Key.F, "tab")])
def test_there_is_always_a_way_on_and_a_way_back(screen: KeysScreen) -> None:
    page = keys_page(screen, Settings(), Plain())
    there = {item.intent for item in page.items()}
    assert page.default in there
    assert page.keys[Key.ESCAPE] in {Close(), ChangeKey(None)} & there


@given(st.lists(st.tuples(st.sampled_from(CHANGEABLE), st.sampled_from("abfrox")), max_size=12))
def test_what_the_page_shows_is_what_was_chosen_last(moves: list[tuple[Key, str]]) -> None:
    changer = Changer()
    for key, pressed in moves:
        changer.do(ChangeKey(key), Pressed(pressed))
        if changer.screen.waiting:
            changer.do(ChangeKey(None))
            continue
        rows = {item.intent: item.label for item in changer.page.items()}
        assert rows[ChangeKey(key)].endswith(f": {pressed.upper()}")
    labels = [item.label for item in changer.page.items() if isinstance(item.intent, ChangeKey)]
    ends = [label.rpartition(": ")[2] for label in labels]
    assert len(set(ends)) == len(CHANGEABLE)
