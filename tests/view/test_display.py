"""The window's picture: what is laid out, scrolled and found under a pointer, and what moves how long."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from game.resources import SCENARIOS
from game.screens.commands import Sound as Sounds
from game.screens.intents import Close, Forward, Go, OpenFlag, Where
from game.screens.page import Figure, Screen, Stage
from game.screens.settings import Settings
from game.view.art import Art
from game.view.display import Display
from game.view.motion import APART, ARRIVAL, BLINKS, BREATH, DOTS, FADE, PULSE, SHUT, STIR, TURN, Motion
from game.view.palettes import WHITE
from game.view.pointed import Pointed
from game.view.rig import load_rig
from game.view.sound import Speaker
from tests.view.every_screen import Size, screens, shelf, shown

if TYPE_CHECKING:
    from game.screens.model import App
    from game.screens.page import Page
    from game.view.frame import Frame

SMALL = (1024, 600)
STILL = Settings(less_motion=True)


class Shown:
    """A display and the surface that it draws on."""

    def __init__(self, size: Size = SMALL) -> None:
        pygame.display.init()
        self.surface = pygame.Surface(size)
        self.display = Display(Art(SCENARIOS / "places", load_rig(SCENARIOS / "portraits")), size)

    def show(self, page: Page, settings: Settings = STILL, now: float = 1.0) -> bool:
        """Shows a page; says whether anything is different."""
        return self.display.show(
            page, settings, shelf().words(settings.language), rtl=False, now=now, seen=self.surface
        )

    def screen(self, name: str, settings: Settings = STILL, now: float = 1.0) -> Frame:
        """Shows a screen by its name."""
        self.show(shown(screens()[name]), settings, now)
        assert self.display.frame is not None
        return self.display.frame

    def picture(self, now: float = 1.0) -> bytes:
        """The picture as it is now."""
        self.display.paint(self.surface, now, None, Pointed())
        return pygame.image.tobytes(self.surface, "RGB")


@pytest.fixture
def on_screen() -> Shown:
    return Shown()


# --- what is shown ---------------------------------------------------------------------------------


def test_nothing_is_painted_before_there_is_a_page(on_screen: Shown) -> None:
    on_screen.surface.fill((1, 2, 3))
    assert on_screen.picture() == bytes((1, 2, 3)) * (SMALL[0] * SMALL[1])
    assert on_screen.display.target_at((5, 5)) is None
    assert not on_screen.display.scroll_by(50)


def test_the_same_page_is_not_laid_out_again(on_screen: Shown) -> None:
    page = shown(screens()["help"])
    assert on_screen.show(page)
    frame = on_screen.display.frame
    assert not on_screen.show(page)
    assert on_screen.display.frame is frame


def test_another_text_size_or_language_lays_the_page_out_again(on_screen: Shown) -> None:
    page = shown(screens()["help"])
    on_screen.show(page)
    assert on_screen.show(page, replace(STILL, text_size=150))
    assert on_screen.show(page, replace(STILL, text_size=150, language="en"))
    assert not on_screen.show(page, replace(STILL, text_size=150, language="en", sound=True))


@pytest.mark.parametrize("name", sorted(screens()))
def test_every_screen_can_be_painted(on_screen: Shown, name: str) -> None:
    frame = on_screen.screen(name)
    painted = on_screen.picture()
    assert len({painted[start : start + 3] for start in range(0, len(painted), 999)}) > 1
    assert frame.targets


def test_a_page_with_a_place_and_people_that_are_not_there_is_shown_without_them(on_screen: Shown) -> None:
    page = shown(screens()["dialogue"])
    stranger = Figure("x", "X", (("skin", 99), ("hair", "no such hair"), ("top", "")))
    on_screen.show(replace(page, stage=Stage("nowhere", (stranger,))))
    assert len(set(on_screen.picture())) > 1


def test_the_hidden_page_is_as_plain_as_a_schools_own(on_screen: Shown) -> None:
    frame = on_screen.screen("hidden")
    assert frame.background == WHITE
    assert frame.stage_key is None


def test_a_drawn_ahead_page_leaves_the_picture_alone(on_screen: Shown) -> None:
    on_screen.screen("title")
    before = on_screen.picture()
    frame = on_screen.display.frame
    assert (
        len(list(on_screen.display.prepare(shown(screens()["dialogue"]), shelf().words("sv"), rtl=False))) > 1
    )
    assert on_screen.display.frame is frame
    assert pygame.image.tobytes(on_screen.surface, "RGB") == before


# --- where things are ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["title", "dialogue", "choices", "pause", "hidden", "code", "settings, text"]
)
def test_everything_is_found_where_it_stands(on_screen: Shown, name: str) -> None:
    frame = on_screen.screen(name)
    display = on_screen.display
    for target in frame.targets:
        display.reveal(target.item.intent)
        assert display.target_at(display.where(target).center) == target


def test_what_is_not_in_sight_is_not_found(on_screen: Shown) -> None:
    frame = on_screen.screen("log")
    display = on_screen.display
    assert frame.scroll is not None
    display.scroll_by(37)
    above = frame.scroll.area.centerx, frame.scroll.area.y - 2
    found = display.target_at(above)
    assert found is None or not found.scrolls
    assert display.target_at((frame.scroll.area.centerx, frame.scroll.area.centery)) is not None


def test_a_scrolled_page_stays_there_when_it_only_changes(on_screen: Shown) -> None:
    settings = replace(STILL, text_size=200)
    on_screen.screen("settings, text", settings)
    on_screen.display.scroll_by(100)
    page = shown(screens()["settings, text"])
    on_screen.show(replace(page, notice="något nytt"), settings)
    assert on_screen.display.scrolled == 100
    on_screen.screen("help", settings)
    assert on_screen.display.scrolled == 0


def test_scrolling_ends_at_the_top_and_at_the_end(on_screen: Shown) -> None:
    frame = on_screen.screen("recap")
    assert frame.scroll is not None
    display = on_screen.display
    assert not display.scroll_by(-10)
    assert display.scroll_by(1 << 20)
    assert display.scrolled == frame.scroll.most
    assert not display.scroll_by(1)


def test_a_page_that_fits_does_not_scroll(on_screen: Shown) -> None:
    frame = on_screen.screen("choices")
    assert frame.scroll is None or frame.scroll.most == 0
    assert not on_screen.display.scroll_by(100)


def test_a_resized_window_has_the_same_page_and_another_frame(on_screen: Shown) -> None:
    on_screen.screen("dialogue")
    page = on_screen.display.page
    on_screen.display.resize((1920, 1080))
    on_screen.surface = pygame.Surface((1920, 1080))
    frame = on_screen.screen("dialogue")
    assert on_screen.display.page == page
    assert frame.size == (1920, 1080)
    fresh = Shown((1920, 1080))
    fresh.screen("dialogue")
    assert on_screen.picture(now=99.0) == fresh.picture(now=99.0)


# --- what moves ------------------------------------------------------------------------------------


def test_nothing_moves_at_first() -> None:
    motion = Motion()
    assert not motion.moving(5.0)
    assert (motion.shown(5.0), motion.faded(5.0), motion.arrived(5.0)) == (None, 1.0, 1.0)


@pytest.mark.parametrize(
    ("motion", "lasts"),
    [
        (Motion(fading=10.0), FADE),
        (Motion(fading=10.0, fade_for=TURN), TURN),
        (Motion(stirring=10.0), STIR),
        (Motion(arriving=10.0), PULSE),
        (Motion(typing=10.0, letters=70, per_second=35), 2.0),
        (Motion(breathing=10.0), DOTS),
    ],
)
def test_what_moves_comes_to_rest_when_its_time_is_over(motion: Motion, lasts: float) -> None:
    assert motion.moving(10.0)
    assert motion.moving(10.0 + lasts * 0.99)
    assert not motion.moving(10.0 + lasts * 1.01)
    rest = Motion(letters=motion.letters, per_second=motion.per_second, fade_for=motion.fade_for)
    assert motion == rest


def test_people_blink_a_few_times_each_in_their_own_time_and_then_keep_still() -> None:
    motion = Motion(watched=10.0, people=2, drawn=(False, False))
    first, second = 10.0 + BLINKS[0] + SHUT / 2, 10.0 + BLINKS[0] + APART + SHUT / 2
    assert motion.eyes(first) == (True, False)
    assert motion.eyes(second) == (False, True)
    assert motion.due(first)
    assert not motion.due(10.0)
    later = 10.0 + BLINKS[-1] + 2 * APART + SHUT
    assert not any(motion.due(later + second) for second in range(600))


def test_open_eyes_are_painted_again_only_when_they_were_shut() -> None:
    motion = Motion(watched=0.0, people=1, drawn=(True,))
    assert motion.due(0.0)
    motion.drawn = (False,)
    assert not motion.due(0.0)


def test_a_message_makes_the_phone_glow_for_a_moment() -> None:
    motion = Motion(arriving=0.0)
    assert motion.pulse(0.0) == 1.0
    assert 0.0 < motion.pulse(PULSE / 2) < 1.0
    assert motion.pulse(PULSE) == 0.0
    assert Motion().pulse(0.0) == 0.0


def test_new_faces_come_softly_while_the_words_below_are_there_at_once(on_screen: Shown) -> None:
    on_screen.screen("dialogue", Settings())
    page = shown(screens()["dialogue"])
    assert page.stage is not None
    on_screen.show(replace(page, stage=replace(page.stage, figures=page.stage.figures[:1])), Settings())
    motion = on_screen.display.motion
    assert motion.stirring is not None
    assert motion.fading is None


def test_another_kind_of_screen_comes_quickly_and_another_place_slowly(on_screen: Shown) -> None:
    on_screen.screen("dialogue", Settings())
    on_screen.screen("help", Settings())
    assert on_screen.display.motion.fading is not None
    assert on_screen.display.motion.fade_for == TURN
    on_screen.screen("hidden", Settings())
    assert on_screen.display.motion.fading is None


def test_an_exercise_in_breathing_goes_on_until_it_is_left() -> None:
    assert Motion(breathing=0.0, endless=True).moving(3600.0)


def test_a_breath_goes_in_and_out_as_slowly_as_it_should() -> None:
    motion = Motion(breathing=0.0)
    assert motion.breath(0.0) == pytest.approx(0.0)
    assert motion.breath(BREATH / 2) == pytest.approx(1.0)
    assert motion.breath(BREATH) == pytest.approx(0.0)
    assert BREATH >= 6


def test_movements_are_eased_and_stay_within_their_ends() -> None:
    motion = Motion(fading=10.0, arriving=10.0)
    steps = [motion.faded(10.0 + part * FADE / 20) for part in range(-2, 25)]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0.0, 1.0)
    assert motion.arrived(10.0 + ARRIVAL / 2) == pytest.approx(0.5)


def test_a_line_that_was_read_does_not_appear_again_when_an_overlay_is_left(on_screen: Shown) -> None:
    moving = Settings()
    on_screen.screen("dialogue", moving)
    assert on_screen.display.motion.typing is not None
    on_screen.screen("help", moving)
    on_screen.screen("dialogue", moving)
    assert on_screen.display.motion.typing is None


def test_a_message_arrives_once(on_screen: Shown) -> None:
    moving = Settings()
    on_screen.screen("phone", moving)
    assert on_screen.display.motion.arriving is not None
    on_screen.screen("phone, flagged", moving, now=9.0)
    assert on_screen.display.motion.arriving is None


def test_only_the_letters_are_painted_again_while_a_line_appears(on_screen: Shown) -> None:
    frame = on_screen.screen("dialogue", Settings())
    display, surface = on_screen.display, on_screen.surface
    began = display.motion.typing
    assert began is not None
    assert frame.typed is not None
    display.paint(surface, began, None, Pointed())
    surface.set_at((3, 3), (1, 2, 3))
    before = surface.subsurface(frame.typed).copy()
    display.paint_part(surface, began + 1, None, Pointed())
    assert surface.get_at((3, 3))[:3] == (1, 2, 3)
    assert pygame.image.tobytes(before, "RGB") != pygame.image.tobytes(surface.subsurface(frame.typed), "RGB")
    assert surface.get_clip() == surface.get_rect()


def test_finishing_a_line_shows_it_whole_and_says_whether_it_was_still_appearing(on_screen: Shown) -> None:
    on_screen.screen("dialogue", Settings())
    began = on_screen.display.motion.typing
    assert began is not None
    assert on_screen.display.finish_line(began)
    assert not on_screen.display.finish_line(began)
    assert on_screen.display.motion.shown(began) is None


def test_the_typed_line_ends_as_the_picture_of_the_whole_line(on_screen: Shown) -> None:
    on_screen.screen("dialogue", Settings())
    began = on_screen.display.motion.typing
    assert began is not None
    on_screen.picture(began)
    on_screen.display.paint_part(on_screen.surface, began + 60, None, Pointed())
    appeared = pygame.image.tobytes(on_screen.surface, "RGB")
    assert appeared == on_screen.picture(began + 60)


# --- focus, pointer --------------------------------------------------------------------------------


def test_focus_and_pointer_are_drawn_only_where_they_are(on_screen: Shown) -> None:
    frame = on_screen.screen("title")
    plain = on_screen.picture()
    target = next(target for target in frame.targets if target.item.intent == Go(Where.HELP))
    for focus, pointed in ((Go(Where.HELP), Pointed()), (None, Pointed(Go(Where.HELP)))):
        on_screen.display.paint(on_screen.surface, 1.0, focus, pointed)
        changed = pygame.mask.from_threshold(
            on_screen.surface,
            (0, 0, 0),
            (1, 1, 1, 255),
            pygame.image.frombytes(plain, SMALL, "RGB"),
        )
        changed.invert()
        boxes = changed.get_bounding_rects()
        assert boxes
        assert target.rect.inflate(24, 24).contains(boxes[0].unionall(boxes))


def test_what_the_page_does_not_have_gets_no_ring(on_screen: Shown) -> None:
    on_screen.screen("title")
    plain = on_screen.picture()
    on_screen.display.paint(on_screen.surface, 1.0, Forward(), Pointed(Close()))
    assert pygame.image.tobytes(on_screen.surface, "RGB") == plain


def test_a_ring_in_a_conversation_stays_inside_the_phone() -> None:
    on_screen = Shown()
    settings = replace(STILL, text_size=200)
    frame = on_screen.screen("phone", settings)
    assert frame.scroll is not None
    plain = on_screen.picture()
    first = next(target for target in frame.targets if target.scrolls)
    on_screen.display.paint(on_screen.surface, 1.0, first.item.intent, Pointed())
    outside = frame.scroll.area.y - 1
    row = pygame.image.tobytes(on_screen.surface.subsurface((0, 0, SMALL[0], outside)), "RGB")
    assert row == plain[: len(row)]
    assert isinstance(first.item.intent, OpenFlag)


# --- sound -----------------------------------------------------------------------------------------


def test_without_a_sound_device_there_is_no_sound_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    speaker = Speaker()
    app: App = screens()["title"]
    speaker.silence()
    for sound in Sounds:
        speaker.play(sound)
    speaker.silence()
    assert pygame.mixer.get_init() is None
    assert shown(app).screen is Screen.TITLE


def test_every_sound_is_there_and_silence_stops_them_all() -> None:
    speaker = Speaker()
    for sound in Sounds:
        speaker.play(sound)
    assert pygame.mixer.get_busy()
    assert all(found is not None for found in speaker._sounds.values())
    speaker.silence()
    assert not pygame.mixer.get_busy()
    pygame.mixer.quit()


def test_a_sound_is_as_loud_as_the_speaker_is_set() -> None:
    speaker, sound = Speaker(), next(iter(Sounds))
    for volume in (0.2, 0.8):
        speaker.volume = volume
        speaker.play(sound)
        played = speaker._sounds[sound]
        assert played is not None
        assert played.get_volume() == pytest.approx(volume, abs=0.02)
    pygame.mixer.quit()


def test_a_sound_that_is_not_there_is_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr("game.view.sound._FOLDER", tmp_path_factory.mktemp("empty"))
    speaker = Speaker()
    speaker.play(next(iter(Sounds)))
    assert set(speaker._sounds.values()) == {None}
    pygame.mixer.quit()
