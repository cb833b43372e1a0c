"""What a computer may lack or lose while the game runs: a screen, its size, a picture, a sound. The game goes on."""

from __future__ import annotations

import shutil
import wave
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from game.resources import LOCALE, SCENARIOS
from game.screens.commands import CAPTIONS, Sound
from game.screens.intents import PickStory, Refused, StoryOpened
from game.screens.page import Figure
from game.screens.settings import SetSound
from game.tools import people
from game.tools.bookshelf import Bookshelf
from game.view import sound as sound_module
from game.view.art import Art
from game.view.audible import Audible
from game.view.rig import load_rig
from game.view.sound import Speaker
from game.view.window import LEAST, NoScreenError, flipped, open_window, usable
from tests.view.at_the_window import at, painted_afresh
from tests.view.every_screen import laid_out, machine, screens, shelf, shown

if TYPE_CHECKING:
    from pathlib import Path

    from tests.view.player import Player

ALVA = machine().story.cast["alva"]
NO_SOUND = "Den här datorn spelar inget ljud nu. Ljuden står som text."


# --- the screen ------------------------------------------------------------------------------------


def test_a_system_that_names_no_screen_gets_the_smallest_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.display, "get_desktop_sizes", list)
    window = open_window("Övningar")
    assert window.size == (640, 400)
    window.destroy()


def test_a_screen_that_goes_between_two_looks_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise pygame.error("No available displays")

    monkeypatch.setattr(pygame.display, "init", gone)
    with pytest.raises(NoScreenError):
        open_window("Övningar")


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (2, 900), (5000, 3), LEAST])
def test_no_window_is_too_small_to_be_laid_out_for(size: tuple[int, int]) -> None:
    assert usable((1024, 600)) == (1024, 600)
    for app in screens().values():
        laid_out(shown(app), usable(size), 200)


def test_a_window_of_hardly_any_size_is_drawn_and_comes_back_whole(player: Player) -> None:
    at(player, "stories")
    before = painted_afresh(player)
    for size in ((1, 1), (2, 400), (1024, 600)):
        player.watched.window.size = size
        player.post(pygame.Event(pygame.WINDOWSIZECHANGED, x=size[0], y=size[1]))
    assert painted_afresh(player) == before


def test_a_window_on_another_screen_is_drawn_at_that_screens_size(player: Player) -> None:
    at(player, "dialogue")
    player.watched.window.size = (1366, 768)
    pygame.event.clear()
    player.post(pygame.Event(pygame.WINDOWDISPLAYCHANGED, display_index=1))
    assert player.frame.size == (1366, 768)


def test_a_surface_that_was_lost_is_fetched_anew(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    at(player, "dialogue")
    lost = [True]
    whole = player.watched.flip

    def flip() -> None:
        if lost:
            lost.clear()
            raise pygame.error("Window surface is invalid")
        whole()

    monkeypatch.setattr(player.watched, "flip", flip)
    flips = player.watched.flips
    player.post(pygame.Event(pygame.WINDOWEXPOSED))
    assert player.watched.flips == flips
    player.shell.draw()
    assert player.watched.flips == flips + 1


def test_whether_a_picture_was_shown_is_known() -> None:
    pygame.display.init()
    window = open_window("Övningar", (640, 400))
    assert not flipped(window)  # nothing was asked to be drawn on
    window.get_surface()
    assert flipped(window)
    window.destroy()


# --- pictures --------------------------------------------------------------------------------------


def copied(folder: Path) -> Path:
    """The people, to be spoilt."""
    shutil.copytree(SCENARIOS / "portraits", folder / "portraits")
    return folder / "portraits"


def painted(surface: pygame.Surface) -> int:
    return pygame.mask.from_surface(surface, 10).count()


def test_a_part_of_a_person_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    whole = load_rig(folder).svg(ALVA.portrait)
    for number, part in enumerate(sorted((folder / "eyes").rglob("*.svg"))):
        part.unlink()
        if number % 2:
            part.write_bytes(b"<svg>\xff\x00\xfe</svg>")
        else:
            part.mkdir()
    without = load_rig(folder).svg(ALVA.portrait)
    assert 1000 < len(without) < len(whole)


@pytest.mark.parametrize("broken", [b"x: [", b"\xff\xfe", b"", b"[1, 2]", b"pivot: {a: b}", None])
def test_people_who_cannot_be_drawn_are_heard_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bytes | None
) -> None:
    file = copied(tmp_path) / "rig.yaml"
    file.unlink()
    if broken is not None:
        file.write_bytes(broken)
    monkeypatch.setattr(people, "SCENARIOS", tmp_path)
    assert people.people_of(tmp_path) is None
    art = Art(SCENARIOS / "places", None)
    alva = Figure("alva", "Alva", ALVA.portrait)
    assert painted(art.figure(alva, (80, 120)).surface) == 0
    assert art.head(alva, 40, (42, 33, 64)).get_size() == (40, 40)


def test_a_window_without_any_people_shows_every_screen(player: Player, tmp_path: Path) -> None:
    player.shell.display._art = Art(tmp_path, None)
    player.shell.display.resize(player.shell.display.size)
    for name in ("dialogue", "phone", "silence", "choices", "telling", "recap", "circle", "stories"):
        at(player, name)
        painted_afresh(player)


# --- sound -----------------------------------------------------------------------------------------


def test_without_a_sound_device_it_is_said_once_and_the_captions_go_on(
    player: Player, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.view.audible.Speaker", Speaker)
    monkeypatch.setattr(sound_module, "open_device", lambda: False)
    shell = player.shell
    shell._audible = Audible(shell.display)
    shell.send(SetSound(on=True))
    said = []
    for _ in range(3):
        shell.send(PickStory(next(iter(shelf().library().abouts)).id))
        said.append((shell.display.caption.text, shell.display.caption.icon))
    page = CAPTIONS[Sound.PAGE]
    assert said == [(NO_SOUND, "sound_off"), (page, "sound_on"), (page, "sound_on")]


@pytest.mark.parametrize("broken", ["missing", "a folder", "empty", "half", "noise"])
def test_a_sound_that_is_missing_or_broken_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    monkeypatch.setattr(sound_module, "_FOLDER", tmp_path)
    file = tmp_path / f"{Sound.PAGE.value}.wav"
    content = {"empty": b"", "half": b"RIFF\x00\x01", "noise": bytes(range(256)) * 40}
    if broken == "a folder":
        file.mkdir()
    elif broken in content:
        file.write_bytes(content[broken])
    assert not Speaker().play(Sound.PAGE)


def test_a_device_that_went_away_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with wave.open(str(tmp_path / f"{Sound.PAGE.value}.wav"), "wb") as made:
        made.setparams((1, 2, 22050, 0, "NONE", ""))
        made.writeframes(bytes(2000))
    monkeypatch.setattr(sound_module, "_FOLDER", tmp_path)
    speaker = Speaker()
    assert speaker.play(Sound.PAGE)
    pygame.mixer.quit()
    assert not speaker.play(Sound.PAGE)
    speaker.silence()


# --- what stories share ----------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["signs.yaml", "help.yaml"])
def test_a_story_without_what_it_leans_on_is_not_begun(tmp_path: Path, missing: str) -> None:
    root = tmp_path / "scenarios"
    shutil.copytree(SCENARIOS, root, ignore=shutil.ignore_patterns("portraits"))
    assert isinstance(Bookshelf(root, LOCALE).open_story("svara-direkt"), StoryOpened)
    (root / missing).unlink()
    assert Bookshelf(root, LOCALE).open_story("svara-direkt") == Refused(None)


def test_without_any_stories_or_languages_there_is_still_a_title(tmp_path: Path) -> None:
    bare = Bookshelf(tmp_path / "none", tmp_path / "none")
    app = replace(screens()["title"], library=bare.library())
    assert laid_out(shown(app), (1024, 600)).targets
