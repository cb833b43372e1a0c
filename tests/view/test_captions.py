"""Sounds in words: shown for a moment while sound is on, and gone at once on Dölj."""

from __future__ import annotations

import pytest

from game.screens.commands import CAPTIONS, PlaySound, Sound
from game.screens.intents import Hide
from game.screens.settings import Settings
from game.view.captions import Caption, caption_ops
from game.view.frame import IconOp, Panel, TextOp
from game.view.motion import CAPTION
from game.view.sheet import Setting, scale_of
from game.view.text import Typesetter
from tests.view.every_screen import shelf
from tests.view.player import Player
from tests.view.support import rows


def test_every_sound_has_words_of_its_own() -> None:
    assert set(CAPTIONS) == set(Sound)
    assert len(set(CAPTIONS.values())) == len(Sound)


def test_a_caption_comes_stays_a_moment_and_goes() -> None:
    caption = Caption()
    assert not caption.due(0.0)
    caption.say("Lugn musik", "sound_on", 10.0)
    assert caption.due(10.0)
    caption.drawn = True
    assert not caption.due(10.0 + CAPTION / 2)
    assert caption.due(10.0 + CAPTION)


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1024, 600), (3840, 2160)])
def test_a_caption_stands_inside_the_window(size: tuple[int, int], text_size: int) -> None:
    setting = Setting(size, text_size, rtl=False, words=shelf().words("sv"))
    for text in CAPTIONS.values():
        plate = caption_ops(Caption(text, "sound_on"), setting, Typesetter(scale_of(size)))[0]
        assert isinstance(plate, Panel)
        assert plate.rect.left >= 0
        assert plate.rect.right <= size[0]
        assert plate.rect.bottom <= size[1]


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("text", ["Ett meddelande plingar", "العربية", "English", "40 ljud (116 111)"])
def test_the_words_stand_on_the_plate_beside_the_icon(text: str, language: str) -> None:
    rtl = language == "ar"
    setting = Setting((1366, 768), 100, rtl=rtl, words=shelf().words(language))
    plate, icon, words = caption_ops(Caption(text, "language"), setting, Typesetter(1.0))
    assert isinstance(plate, Panel)
    assert isinstance(icon, IconOp)
    assert isinstance(words, TextOp)
    (row,) = rows(words)
    assert plate.rect.contains(row)
    assert plate.rect.contains(icon.rect)
    assert (row.right < icon.rect.left) if rtl else (icon.rect.right < row.left)


def test_the_window_shows_a_caption_only_while_sound_is_on_and_none_on_the_hidden_page() -> None:
    player = Player(settings=Settings(sound=True))
    try:
        player.shell.carry_out(PlaySound(Sound.FLAG))
        assert player.shell.display.caption.text == CAPTIONS[Sound.FLAG]
        player.shell.send(Hide())
        assert not player.shell.display.caption.text
    finally:
        player.close()
    silent = Player()
    try:
        silent.shell.carry_out(PlaySound(Sound.FLAG))
        assert not silent.shell.display.caption.text
    finally:
        silent.close()
