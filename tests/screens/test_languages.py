"""F2 takes the next language and Shift+F2 the one before, anywhere, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.commands import NameLanguage
from game.screens.intents import (
    Go,
    Hide,
    NextLanguage,
    OpenFlag,
    PickStory,
    PreviousLanguage,
    SetFlag,
    SkipScene,
    Typed,
    Where,
)
from game.screens.keys import Key
from game.screens.model import Language
from tests.screens.sample import sample
from tests.screens.support import (
    LANGUAGES,
    REAL,
    Player,
    at_title,
    play_of,
    playing,
    real_playing,
    real_title,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SIX = (*LANGUAGES, *(Language(code, code.upper()) for code in ("fi", "ar", "so", "xx")))


def in_six(player: Player) -> Player:
    player.app = replace(player.app, library=replace(player.app.library, languages=SIX))
    return player


def flagging() -> Player:
    player = real_playing().press(Key.SPACE, Key.SPACE, Key.F)
    return player.press(Key.TAB, Key.TAB)


def choosing() -> Player:
    return real_playing().read_on().press(Key.TAB, Key.TAB)


PLACES: dict[str, Callable[[], Player]] = {
    "title": lambda: real_title().press(Key.TAB),
    "stories": lambda: real_title().do(Go(Where.STORIES)),
    "before": lambda: real_title().do(PickStory(REAL)),
    "settings": lambda: real_title().do(Go(Where.SETTINGS)).press(Key.TAB),
    "code": lambda: real_title().do(Go(Where.CODE), Typed("A"), Typed("7")),
    "a line": lambda: real_playing().press(Key.SPACE, Key.SPACE),
    "choices": choosing,
    "flagging": flagging,
    "flagged": lambda: flagged(flagging()),
    "a skipped scene": lambda: real_playing().do(SkipScene()),
    "log": lambda: real_playing().press(Key.SPACE, Key.PAGE_UP, Key.TAB),
    "pause": lambda: real_playing().do(Go(Where.PAUSE)),
    "help over a pause": lambda: real_playing().do(Go(Where.PAUSE), Go(Where.HELP)),
    "feel": lambda: real_playing().do(Go(Where.FEEL)),
}


def flagged(player: Player) -> Player:
    (spot,) = play_of(player).flags
    return player.do(SetFlag(spot, "control"))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("key", [Key.F2, Key.SHIFT_F2])
def test_only_the_language_changes_and_a_full_round_leaves_everything_as_it_was(place: str, key: Key) -> None:
    player = in_six(PLACES[place]())
    before = player.app
    for _ in SIX[1:]:
        player.press(key)
        assert player.app != before
        assert replace(player.app, settings=before.settings) == before
        assert replace(player.app.settings, language=before.settings.language) == before.settings
    assert player.press(key).app == before


def test_f2_goes_through_the_languages_in_order_and_shift_f2_back() -> None:
    player = in_six(at_title(sample()))
    codes = [language.code for language in SIX]
    there = [player.press(Key.F2).app.settings.language for _ in SIX]
    back = [player.press(Key.SHIFT_F2).app.settings.language for _ in SIX]
    assert there == [*codes[1:], codes[0]]
    assert back == [*reversed(codes[1:]), codes[0]]


@pytest.mark.parametrize("key", [Key.F2, Key.SHIFT_F2])
def test_on_the_exercise_nothing_happens(key: Key) -> None:
    player = in_six(real_playing()).do(Hide(), Typed("4"))
    before = player.app
    assert player.press(key).app is before
    assert player.done == ()


@pytest.mark.parametrize(("intent", "name"), [(NextLanguage(), "English"), (PreviousLanguage(), "XX")])
def test_the_language_is_named_in_its_own_name(intent: NextLanguage | PreviousLanguage, name: str) -> None:
    assert in_six(playing(sample())).do(intent).done == (NameLanguage(name),)


def test_in_the_settings_it_stands_there_already() -> None:
    assert in_six(at_title(sample())).do(Go(Where.SETTINGS), NextLanguage()).done == ()


@pytest.mark.parametrize("intent", [NextLanguage(), PreviousLanguage()])
def test_where_there_is_one_language_nothing_is_said(intent: NextLanguage | PreviousLanguage) -> None:
    player = at_title(sample())
    player.app = replace(player.app, library=replace(player.app.library, languages=LANGUAGES[:1]))
    before = player.app
    assert player.do(intent).app == before
    assert player.done == ()


def test_a_flag_put_in_one_language_is_there_in_the_next() -> None:
    player = in_six(flagging())
    (spot,) = play_of(player).flags
    player.press(Key.F2).do(SetFlag(spot, "threat")).press(Key.F2).do(OpenFlag(spot))
    assert play_of(player).flags == {spot: "threat"}
