"""How well words, icons and the focus ring stand out from what is really under them, in every theme.

Every screen in every language is measured in `test_every_screen_everywhere.py`; here is what that leans on.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import pygame
import pytest
from pygame import Rect

from game.screens.page import Card, Item, Page, Screen, Tone
from game.screens.settings import Settings, Speed, Theme
from game.view.captions import Caption, caption_ops
from game.view.frame import Frame, IconOp, Op, Panel, PlaceOp, Scroll, ShadeOp, TextOp
from game.view.palettes import BLACK, WARM, WHITE
from game.view.sheet import Setting
from game.view.text import Style, Typesetter
from tests.view.as_seen import (
    Picture,
    contrast_in,
    extremes,
    lost_rings,
    luminance,
    ratio,
    sights,
    unreadable,
    without_colours,
)
from tests.view.at_the_window import at
from tests.view.every_screen import in_language, laid_out, screens, shelf, shown, started
from tests.view.lying import letters, lying
from tests.view.named_colours import in_names
from tests.view.player import Player

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.view.palettes import Colour

SCHOOL = (1366, 768)

# --- the eye itself --------------------------------------------------------------------------------


def _text(left: int = 100, top: int = 100, colour: Colour = WARM.ink, size: float = 20) -> TextOp:
    return TextOp(Typesetter(1.0).block("Hej på dig", Style(size), None), (left, top), colour)


def _frame(*ops: Op, scroll: Scroll | None = None, over: tuple[Op, ...] = ()) -> Frame:
    return Frame((1280, 720), WARM.paper, ops, (), scroll, over)


WHOLE = Rect(0, 0, 1280, 720)
PLATE = Panel(Rect(80, 80, 400, 100), WARM.plate, 20)
PLACE = PlaceOp("buss", WHOLE)
AREA = Rect(80, 80, 600, 400)


@pytest.mark.parametrize(
    "frame",
    [
        _frame(_text()),
        _frame(PLACE, PLATE, _text(colour=WHITE)),
        _frame(PLACE, ShadeOp(WHOLE, WARM.shade, from_right=False), _text(colour=WHITE)),
        _frame(PLACE, Panel(PLATE.rect, WARM.plate, 20, alpha=230), _text(colour=WHITE)),
        _frame(Panel(PLATE.rect, BLACK, 0), Panel(PLATE.rect, WHITE, 0), _text()),
        _frame(scroll=Scroll(AREA, 900, (_text(),))),
    ],
)
def test_what_stands_out_is_left_in_peace(frame: Frame) -> None:
    assert unreadable(frame, Theme.WARM, named=False) == []


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (_frame(_text(colour=WARM.sand)), "stands out"),
        (_frame(PLATE, _text()), "stands out"),
        (_frame(PLATE, _text(left=430, colour=WHITE)), "stands out"),
        (_frame(PLACE, _text(colour=WHITE)), "stands on a picture"),
        (_frame(PlaceOp("buss", WHOLE, 250), _text(colour=WHITE)), "stands on a picture"),
        (_frame(PLACE, ShadeOp(WHOLE, WARM.shade, from_right=True), _text(colour=WHITE)), "stands out"),
        (_frame(PLACE, Panel(PLATE.rect, WARM.plate, 20, alpha=90), _text(colour=WHITE)), "stands out"),
        (_frame(Panel(PLATE.rect, BLACK, 0, rim=WHITE, rim_width=30), _text(colour=WHITE)), "stands out"),
        (_frame(IconOp("flag", Rect(100, 100, 40, 40), WARM.sand)), "the icon flag"),
        (_frame(Panel(PLATE.rect, WARM.card, 9, rim=WARM.on_dark, rim_width=3)), "the rim"),
        # It scrolls over something dark further down.
        (_frame(Panel(Rect(80, 400, 600, 60), BLACK, 0), scroll=Scroll(AREA, 900, (_text(),))), "stands out"),
    ],
)
def test_what_does_not_stand_out_is_seen(frame: Frame, said: str) -> None:
    found = unreadable(frame, Theme.WARM, named=False)
    assert any(said in each for each in found), found


def test_large_words_may_stand_out_less_and_high_contrast_asks_for_more() -> None:
    grey = (130, 120, 110)
    assert 3 < ratio(luminance(grey), luminance(WARM.paper)) < 4.5
    small, large = (_frame(_text(colour=grey, size=size)) for size in (20, 24))
    assert unreadable(small, Theme.WARM, named=False)
    assert not unreadable(large, Theme.WARM, named=False)
    assert unreadable(large, Theme.CONTRAST, named=False)


# --- a theme changes colours, and nothing else -----------------------------------------------------


@pytest.mark.parametrize(("language", "text_size"), [("sv", 200), ("ar", 100)])
def test_a_theme_changes_colours_and_nothing_else(language: str, text_size: int) -> None:
    rtl = started().library.runs_leftward(language)
    setter = Typesetter(1366 / 1280)
    for name, app in screens().items():
        page = shown(in_language(app, language))

        def lay_out(theme: Theme, page: Page = page) -> Frame:
            return laid_out(
                *(page, SCHOOL, text_size), rtl=rtl, language=language, theme=theme, typesetter=setter
            )

        named = in_names(partial(lay_out, Theme.WARM))
        for theme in Theme:
            frame = lay_out(theme)
            assert without_colours(frame) == without_colours(named), (name, theme)
            if page.screen is not Screen.MAP:  # which mixes colours, so that they have no names
                assert _words_in(named, theme) == _words_in(frame, None), (name, theme)


def _words_in(frame: Frame, theme: Theme | None) -> list[tuple[str, float]]:
    """Every text and icon, and how well it stands out; rims are another thing in every theme."""
    return [
        (name, contrast_in(sight, theme)) for name, sight in sights(frame) if not name.startswith("the rim")
    ]


# --- the window's own pixels -----------------------------------------------------------------------

SAMPLES = (
    "title",
    "feel",
    "choices",
    "dialogue",
    "phone, flagged with a form",
    "flag",
    "recap",
    "before",
    "hidden",
)


@pytest.fixture
def player() -> Iterator[Player]:
    player = Player((1024, 600), Settings(speed=Speed.AT_ONCE, less_motion=True))
    yield player
    player.close()


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_computed_is_what_is_painted(player: Player, name: str, theme: Theme) -> None:
    player.app = replace(player.app, settings=replace(player.app.settings, theme=theme))
    at(player, name)
    frame = player.frame
    looked_at = 0
    for each, (what, sight) in zip(lying(frame), sights(frame), strict=False):
        box = _in_window(player, each.number)
        if box is None:
            continue
        looked_at += 1
        pixels = _pixels(player.picture, box)
        commonest = pixels.most_common(1)[0][0]
        only = next(iter(sight.behind))
        if len(sight.behind) == 1 and not only.veils and not isinstance(only.bare, Picture):
            assert commonest in {only.bare[0], sight.colour}, (what, commonest)
            assert only.bare[0] in pixels, what
        assert any(_alike(sight.colour, pixel) for pixel in pixels), what
        ends = [end for behind in sight.behind for end in extremes(behind, None)]
        ends.append(luminance(sight.colour))
        seen = [luminance(pixel) for pixel in pixels]
        assert min(ends) - 0.02 <= min(seen), what
        assert max(seen) <= max(ends) + 0.02, what
    assert looked_at > 4


def _in_window(player: Player, number: int) -> Rect | None:
    """Where a text or an icon is, scrolled as it is; None where not all of it can be seen."""
    frame = player.frame
    op = frame.everything()[number]
    assert isinstance(op, TextOp | IconOp)
    box = letters(op)
    if frame.scroll and len(frame.ops) <= number < len(frame.everything()) - len(frame.over):
        box = box.move(0, -player.shell.display.scrolled)
        return box if frame.scroll.area.contains(box) else None
    return box


def _pixels(picture: pygame.Surface, box: Rect) -> Counter[Colour]:
    plain = pygame.image.tobytes(picture.subsurface(box), "RGB")
    return Counter(zip(plain[0::3], plain[1::3], plain[2::3], strict=True))


def _alike(one: Colour, other: Colour) -> bool:
    return all(abs(here - there) < 60 for here, there in zip(one, other, strict=True))


# --- focus, and what is chosen ---------------------------------------------------------------------


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("theme", Theme)
def test_the_ring_around_what_has_focus_stands_out_from_what_is_around_it(
    theme: Theme, text_size: int
) -> None:
    for name, app in screens().items():
        frame = laid_out(shown(app), (1024, 600), text_size, theme=theme)
        assert lost_rings(frame) == [], name


def test_a_ring_that_is_lost_is_seen() -> None:
    button = Rect(300, 300, 200, 60)
    target = laid_out(shown(screens()["title"]), SCHOOL).targets[0]
    frame = replace(_frame(), targets=(replace(target, rect=button, scrolls=False),))
    for ground in (WARM.paper, WARM.ring[0], WARM.ring[1], BLACK):
        assert lost_rings(replace(frame, background=ground)) == []
    grey = replace(WARM, ring=((128, 128, 128), (120, 120, 120)))
    assert lost_rings(replace(frame, background=(124, 124, 124), colours=grey))


def test_what_is_chosen_is_told_by_more_than_its_colour() -> None:
    told = 0
    for name, app in screens().items():
        page = shown(app)
        for item in (each for each in page.items() if each.selected):
            on, off = (laid_out(each, SCHOOL) for each in (page, _unchosen(page, item)))
            told += on.everything() != off.everything()
            # Where nothing is drawn otherwise, its words say it.
            same = on.everything() == off.everything()
            assert same or without_colours(on)[:-1] != without_colours(off)[:-1], (name, item.label)
    assert told > 10


def _unchosen(value: Page, item: Item) -> Page:
    changed = _changed(value, lambda each: replace(each, selected=False) if each == item else each)
    assert isinstance(changed, Page)
    return changed


@pytest.mark.parametrize("theme", Theme)
def test_signs_that_were_flagged_are_told_from_those_that_were_not_by_more_than_colour(theme: Theme) -> None:
    def all_of(tone: Tone) -> Frame:
        both = {Tone.FLAGGED, Tone.MISSED}
        page = _changed(
            shown(screens()["recap"]),
            lambda each: replace(each, tone=tone) if isinstance(each, Card) and each.tone in both else each,
        )
        assert isinstance(page, Page)
        return laid_out(page, SCHOOL, theme=theme)

    assert without_colours(all_of(Tone.FLAGGED)) != without_colours(all_of(Tone.MISSED))


def _changed(value: object, change: Callable[[object], object]) -> object:
    """The value with every part of it changed that is."""
    changed = change(value)
    if isinstance(changed, tuple):
        return tuple(_changed(each, change) for each in changed)
    if is_dataclass(changed) and not isinstance(changed, type):
        parts = {each.name: getattr(changed, each.name) for each in fields(changed)}
        return replace(changed, **{name: _changed(part, change) for name, part in parts.items()})
    return changed


@pytest.mark.parametrize("theme", Theme)
def test_the_caption_of_a_sound_stands_out_from_its_plate(theme: Theme) -> None:
    setting = Setting(SCHOOL, 100, rtl=False, words=shelf().words("sv"), theme=theme)
    ops = caption_ops(Caption("En dörr slår igen.", "sound_on"), setting, Typesetter(1366 / 1280))
    frame = Frame(SCHOOL, WHITE, (PLACE, *ops), ())
    assert unreadable(frame, theme, named=False) == []
