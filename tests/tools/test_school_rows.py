"""Settings as a school's file, and back."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from game.format.school import FUNCTION_KEYS, is_key
from game.messages.catalog import languages
from game.resources import LOCALE
from game.screens.bindings import CHANGEABLE, may_take
from game.screens.hearing import Aloud
from game.screens.keys import Key
from game.screens.settings import TEXT_SIZES, VOLUMES, Face, Pace, Scanning, Settings, Spacing, Speed, Theme
from game.tools.school_file import School
from game.tools.school_rows import ACTIONS, allowed, file_text, keys_of, school_from_text, words_of

PATH = Path("beratta.yaml")


PRESSED = st.one_of(st.sampled_from(FUNCTION_KEYS), st.characters().map(str.lower)).filter(is_key)
KEYS = st.lists(
    st.tuples(st.sampled_from(list(ACTIONS.values())), PRESSED).filter(lambda pair: may_take(*pair)),
    unique_by=(lambda pair: pair[0], lambda pair: pair[1]),
).map(tuple)
SCHOOLS = st.builds(
    School,
    settings=st.builds(
        Settings,
        language=st.sampled_from([each.code for each in languages(LOCALE)]),
        text_size=st.sampled_from(TEXT_SIZES),
        face=st.sampled_from(Face),
        lines=st.sampled_from(Spacing),
        letters=st.sampled_from(Spacing),
        theme=st.sampled_from(Theme),
        speed=st.sampled_from(Speed),
        sound=st.booleans(),
        volume=st.sampled_from(VOLUMES),
        aloud=st.sampled_from(Aloud),
        less_motion=st.booleans(),
        pace=st.sampled_from(Pace),
        scanning=st.sampled_from(Scanning),
        keys=KEYS,
        fullscreen=st.booleans(),
    ),
    ask_at_start=st.booleans(),
)


@given(SCHOOLS, st.lists(st.text(max_size=120), max_size=2))
def test_any_settings_that_are_written_are_the_same_when_they_are_read(
    school: School, said: list[str]
) -> None:
    plain = [" ".join(text.split()) for text in said if text.isprintable()]
    for text in (file_text(school), file_text(school, "Skolan", {"language": plain, "keys": plain})):
        read = school_from_text(text, PATH)

        assert [each.code for each in read.problems if each.code != "D002"] == []
        assert (read.settings, read.ask_at_start) == (school.settings, school.ask_at_start)
        assert set(read.lines) == {*words_of(school), "keys"}


def test_every_setting_that_a_player_has_can_be_set_by_a_school() -> None:
    settings = len(dataclasses.fields(Settings))
    assert len({*words_of(School()), "keys"} - {"ask_at_start"}) == settings


def test_what_can_be_set_is_what_is_written() -> None:
    assert list(allowed().words) == list(words_of(School()))
    assert all(word in allowed().words[key] for key, word in words_of(School()).items())


def test_keys_are_told_by_what_they_do() -> None:
    assert keys_of(School(Settings(keys=((Key.F, "j"), (Key.F11, "f3"))))) == {
        "flag": "j",
        "fullscreen": "f3",
    }


def test_each_key_that_a_player_can_change_can_be_changed_by_a_school() -> None:
    assert list(ACTIONS.values()) == list(CHANGEABLE)


def test_a_file_without_words_is_its_rows_alone() -> None:
    assert file_text(School()).startswith("language: sv\ntext_size: 100\n")
    assert file_text(School()).endswith("ask_at_start: true\nkeys: {}\n")
