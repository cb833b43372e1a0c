"""The window's picture: lays out the page when it changed, moves what moves, and paints."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screens.offering import READ_ON
from game.view.calm import SLOWLY, Calm, whole_change
from game.view.captions import Caption, caption_ops
from game.view.frame import FigureOp, Frame, PlaceOp, Target
from game.view.layouts.lay_out import lay_out
from game.view.lines_read import LinesRead
from game.view.motion import Motion, veil
from game.view.moving import LIFT, moving_area, set_off
from game.view.paint import Painter
from game.view.scrolling import Scrolling, retold, window_of
from game.view.sheet import Caps, Setting, Stands, scale_of
from game.view.text import Typesetter
from game.view.typography import Typography

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.screens.intents import Intent
    from game.screens.page import Page
    from game.screens.settings import Settings
    from game.screens.words import Words
    from game.view.art import Art
    from game.view.pointed import Pointed


class Display:
    """One window's content. `show` takes a page; `paint` draws it; `target_at` answers where things are."""

    def __init__(self, art: Art, size: tuple[int, int]) -> None:
        self._art = art
        self.stands: Mapping[str, Stands] = {}
        self.lights: Mapping[str, str] = {}
        self.caps = Caps()
        self.offered: tuple[Intent, ...] = ()
        self.motion = Motion()
        self._calm = Calm()
        self.caption = Caption()
        self.frame: Frame | None = None
        self.page: Page | None = None
        self._scrolling = Scrolling()
        self._setting: Setting | None = None
        self._typography = Typography()
        self._lines = LinesRead()
        self._before: pygame.Surface | None = None
        self._stirred: pygame.Surface | None = None
        self._after: pygame.Surface | None = None
        self._scratch: pygame.Surface | None = None
        self.resize(size)

    def resize(self, size: tuple[int, int]) -> None:
        """Everything again, crisply, for another size of the window."""
        self.size = size
        self._art.resize(size)
        self._set_type(self._typography)
        self._before = self._after = self._stirred = self._scratch = None
        self.motion = Motion()

    def _set_type(self, typography: Typography) -> None:
        self._typography = typography
        self._typesetter = Typesetter(scale_of(self.size), typography)
        self._painter = Painter(self._art, self._typesetter, scale_of(self.size))

    @property
    def scrolled(self) -> int:
        """How far the page is scrolled, in device pixels."""
        return self._scrolling.pixels

    def show(
        self,
        page: Page,
        settings: Settings,
        words: Words,
        *,
        rtl: bool,
        now: float,
        seen: pygame.Surface,
        focus: Intent | None = None,
    ) -> bool:
        """Takes a page; says whether anything is different from what is shown. `seen` is the picture now.

        What has focus is scrolled into sight. In another language a page stays as far as it had come.
        """
        setting = self._set_as(settings, words, rtl=rtl)
        if page == self.page and setting == self._setting:
            return False
        if setting.typography != self._typography:
            self._set_type(setting.typography)
        before, old_page, old_setting = self.frame, self.page, self._setting
        self.frame = frame = lay_out(page, setting, self._typesetter)
        self.page, self._setting = page, setting
        if before and old_page and old_setting and old_setting.words is not words and retold(old_page, page):
            self._scrolling.retell(before, frame, focus)
            self._retell(page, frame, now, seen)
            return True
        same = old_page is not None and (old_page.screen, old_page.title) == (page.screen, page.title)
        kept = bool(before and (page.sample or not frame.typed))
        self._scrolling.begin(frame, same_place=same and kept)
        self.reveal(focus)
        if page != old_page:
            self._set_in_motion((old_page, before), settings, now, seen)
        return True

    def _set_as(self, settings: Settings, words: Words, *, rtl: bool) -> Setting:
        """What layouts depend on, as the player has set it."""
        typography = Typography(settings.face, settings.lines, settings.letters)
        seen = (self.stands, self.lights, settings.theme, self.caps, typography)
        return Setting(self.size, settings.text_size, rtl, words, *seen)

    def _retell(self, page: Page, frame: Frame, now: float, seen: pygame.Surface) -> None:
        """What moves goes on in the words of another language; what shows the old ones is over."""
        self._before = self._after = self._stirred = None
        self.motion.retell(frame.letters(), now)
        self._fade_in(self.motion, 0.0, seen, now)
        self._lines.note(page)

    def _set_in_motion(
        self, before: tuple[Page | None, Frame | None], settings: Settings, now: float, seen: pygame.Surface
    ) -> None:
        assert self.frame is not None
        frame, motion = self.frame, Motion(less=settings.less_motion)
        old = before[1]
        self._after = self._stirred = None
        self._dissolve(before, motion, seen, now)
        if not settings.less_motion:
            set_off(motion, frame, old, now)
        self._type(motion, settings, now, before[0])
        self.motion = motion

    def _dissolve(
        self, before: tuple[Page | None, Frame | None], motion: Motion, seen: pygame.Surface, now: float
    ) -> None:
        """The whole picture becomes another one; or only the people change."""
        (old_page, old), page, frame = before, self.page, self.frame
        covered, self._before = self._before, None
        if not old_page or not old or not page or not frame or old.size != frame.size:
            return
        if (usual := whole_change((old_page, old), (page, frame))) is not None:
            self._fade_in(motion, 0.0 if motion.less else usual, seen, now)
        elif covered and self.motion.fade_for == SLOWLY:
            motion.fading, motion.fade_for, self._before = self.motion.fading, SLOWLY, covered
        elif not motion.less and frame.picture and old.picture and old.people() != frame.people():
            motion.stirring = now
            self._stirred = seen.subsurface(frame.picture.clip(seen.get_rect())).copy()

    def _fade_in(self, motion: Motion, usual: float, seen: pygame.Surface, now: float) -> None:
        motion.fade_for = self._calm.lasts(usual, now, self.page)
        if motion.fade_for:
            motion.fading, self._before = now, seen.copy()

    def _type(self, motion: Motion, settings: Settings, now: float, before: Page | None) -> None:
        """A line that was not read before appears letter by letter."""
        page, frame = self.page, self.frame
        if page and frame and frame.typed and self._lines.appears(page, before) and settings.speed.value:
            motion.typing = now + (0.2 if motion.fading is not None else 0.0)
            motion.per_second = settings.speed.value
            motion.letters = frame.letters()

    def due(self, now: float) -> bool:
        """Whether something has changed by itself since the last picture: an eye, or a sound's caption."""
        return self.motion.due(now) or self.caption.due(now)

    def finish_line(self, now: float) -> bool:
        """The whole line at once; says whether it was still appearing."""
        appearing = self.motion.shown(now) is not None
        self.motion.typing = None
        return appearing

    # --- painting ---

    def paint(self, surface: pygame.Surface, now: float, focus: Intent | None, pointed: Pointed) -> None:
        """Draws everything as it is now."""
        if self.frame is None:
            return
        if self.motion.fading is not None and self._before is not None:
            self._fade(surface, now, focus, pointed)
            return
        self._before = self._after = None
        self._draw(surface, now, focus, pointed)

    def _fade(self, surface: pygame.Surface, now: float, focus: Intent | None, pointed: Pointed) -> None:
        assert self._before is not None
        if self._after is None or self.motion.fade_for == SLOWLY:
            self._draw(surface, now, focus, pointed)
            self._after = surface.copy()
        surface.blit(self._after, (0, 0))
        self._before.set_alpha(veil(1 - self.motion.faded(now)))
        surface.blit(self._before, (0, 0))

    def _draw(self, surface: pygame.Surface, now: float, focus: Intent | None, pointed: Pointed) -> None:
        assert self.frame is not None
        frame, motion = self.frame, self.motion
        motion.drawn = motion.eyes(now)
        people = frame.people()
        breath = motion.breath(now)
        self._painter.paint(
            surface,
            frame,
            self.scrolled,
            upto=motion.shown(now),
            arrived=motion.arrived(now),
            breath=breath,
            lift=round(breath * LIFT * scale_of(self.size)) if motion.breathing is not None else 0,
            closed=[op for op, shut in zip(people, motion.drawn, strict=False) if shut],
            grown=motion.grown(now),
        )
        if frame.pulse and motion.arriving is not None:
            self._painter.pulse(surface, frame.pulse, motion.pulse(now))
        if self._stirred is not None and motion.stirring is not None and frame.picture:
            self._stirred.set_alpha(veil(1 - motion.stirred(now)))
            surface.blit(self._stirred, frame.picture)
        for target in frame.targets:
            self._draw_state(surface, frame, target, (focus, pointed))
        if READ_ON in self.offered and frame.scroll:
            self._painter.ring(surface, frame.scroll.area, 0)
        self.caption.drawn = self.caption.there(now)
        if self.caption.drawn and self._setting:
            self._painter.draw(surface, caption_ops(self.caption, self._setting, self._typesetter))

    def _draw_state(
        self, surface: pygame.Surface, frame: Frame, target: Target, at: tuple[Intent | None, Pointed]
    ) -> None:
        intent, (focus, pointed) = target.item.intent, at
        chosen = intent in self.offered if self.offered else intent == focus
        if not chosen and intent != pointed.intent:
            return
        box = self.where(target)
        outer = surface.get_clip()
        surface.set_clip(window_of(frame, target).clip(outer))
        if intent == pointed.intent:
            self._painter.glow(surface, box, target.radius, down=pointed.down)
        if chosen:
            self._painter.ring(surface, box, target.radius)
        surface.set_clip(outer)

    def paint_part(self, surface: pygame.Surface, now: float, focus: Intent | None, pointed: Pointed) -> None:
        """Draws only where something moves; everything, while the whole picture changes."""
        area = None
        if self.frame is not None and not self.caption.due(now):
            area = moving_area(self.frame, self.motion, self.scrolled, now)
        # After a fade, one whole picture has to follow: the last one of the fade still showed what was before.
        if area is None or self._before is not None:
            self.paint(surface, now, focus, pointed)
            return
        surface.set_clip(area)
        self._draw(surface, now, focus, pointed)
        surface.set_clip(None)

    # --- where things are ---

    def where(self, target: Target) -> Rect:
        """Where a target stands in the window, scrolled as it is."""
        return self._scrolling.where(target)

    def target_at(self, pos: tuple[int, int]) -> Target | None:
        """What can be pressed at a point; targets too small for a finger reach a little further out."""
        return self._scrolling.target_at(self.frame, pos) if self.frame else None

    def scroll_by(self, pixels: int) -> bool:
        """Scrolls; says whether that changed anything."""
        return self._scrolling.by(self.frame, pixels)

    def reveal(self, focus: Intent | None) -> None:
        """Scrolls as little as needed for what has focus to be seen."""
        self._scrolling.reveal(self.frame, focus)

    def prepare(self, page: Page, words: Words, *, rtl: bool) -> Iterator[None]:
        """Draws a page, in any language, where nobody sees it: its pictures and letters are there when it comes.

        A step at a time, each a picture or less, so that a key never waits for long.
        """
        if self._setting is None:
            return
        setting = replace(self._setting, words=words, rtl=rtl)
        frame = lay_out(page, setting, self._typesetter)
        yield
        if self._scratch is None:
            self._scratch = pygame.Surface(self.size)
        for op in frame.everything():
            if isinstance(op, PlaceOp | FigureOp):
                self._painter.draw(self._scratch, (op,))
                yield
        self._painter.paint(self._scratch, frame, 0)
        if frame.pulse:
            yield
            self._painter.prepare_pulse(frame.pulse)
