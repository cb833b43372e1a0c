"""The window's picture: lays out the page when it changed, moves what moves, and paints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screens.intents import Intent, Speed
from game.view.frame import BreathOp, Frame, Target, TextOp
from game.view.layouts.lay_out import lay_out
from game.view.motion import Motion
from game.view.paint import Painter
from game.view.sheet import Setting, Stands, scale_of
from game.view.text import Typesetter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.model import Settings
    from game.screens.page import Block, Page
    from game.screens.words import Words
    from game.view.art import Art


@dataclass(frozen=True, slots=True)
class Pointed:
    """What the pointer is over, and whether it is held down there."""

    intent: Intent | None = None
    down: bool = False


class Display:
    """One window's content. `show` takes a page; `paint` draws it; `target_at` answers where things are."""

    def __init__(self, art: Art, size: tuple[int, int]) -> None:
        self._art = art
        self.stands: Mapping[str, Stands] = {}
        self.motion = Motion()
        self.frame: Frame | None = None
        self.page: Page | None = None
        self.scrolled = 0
        self._setting: Setting | None = None
        self._line: Block | None = None
        self._before: pygame.Surface | None = None
        self._after: pygame.Surface | None = None
        self._scratch: pygame.Surface | None = None
        self.resize(size)

    def resize(self, size: tuple[int, int]) -> None:
        """Everything again, crisply, for another size of the window."""
        self.size = size
        self._typesetter = Typesetter(scale_of(size))
        self._art.resize(size)
        self._painter = Painter(self._art, self._typesetter, scale_of(size))
        self._before = self._after = self._scratch = None
        self.motion = Motion()

    def show(
        self, page: Page, settings: Settings, words: Words, *, rtl: bool, now: float, seen: pygame.Surface
    ) -> bool:
        """Takes a page; says whether anything is different from what is shown. `seen` is the picture now."""
        setting = Setting(self.size, settings.text_size, rtl, words, self.stands)
        if page == self.page and setting == self._setting:
            return False
        before, old_page = self.frame, self.page
        same_place = old_page is not None and old_page.screen is page.screen and old_page.title == page.title
        self.frame = lay_out(page, setting, self._typesetter)
        relaid = page == old_page
        self.page, self._setting = page, setting
        self._place_scroll(same_place=same_place and before is not None and not self.frame.typed)
        if not relaid:
            self._set_in_motion(before, settings, now, seen)
        return True

    def _place_scroll(self, *, same_place: bool) -> None:
        scroll = self.frame.scroll if self.frame else None
        if scroll is None:
            self.scrolled = 0
        elif scroll.at_end:
            self.scrolled = scroll.most
        else:
            self.scrolled = min(self.scrolled, scroll.most) if same_place else 0

    def _set_in_motion(
        self, before: Frame | None, settings: Settings, now: float, seen: pygame.Surface
    ) -> None:
        assert self.frame is not None
        frame, motion = self.frame, Motion()
        still = settings.less_motion
        changed = before is not None and before.size == frame.size and before.stage_key != frame.stage_key
        if changed and not still and frame.stage_key and before and before.stage_key:
            self._before, self._after = seen.copy(), None
            motion.fading = now
        else:
            self._before = None
        fresh = frame.fresh_key is not None and (before is None or before.fresh_key != frame.fresh_key)
        if fresh and not still:
            motion.arriving = now
        line = self.page.body[0] if self.page and frame.typed else None
        if line is not None and line != self._line and settings.speed is not Speed.AT_ONCE:
            motion.typing = now + (0.2 if motion.fading is not None else 0.0)
            motion.per_second = settings.speed.value
            typed = (op for op in frame.ops if isinstance(op, TextOp) and op.typed)
            motion.letters = max(len(op.block.text) for op in typed)
        self._line = line or self._line
        breaths = [op for op in frame.everything() if isinstance(op, BreathOp)]
        if breaths and not still:
            motion.breathing = now
            motion.endless = not all(op.small for op in breaths)
        self.motion = motion

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
        if self._after is None:
            self._draw(surface, now, focus, pointed)
            self._after = surface.copy()
        surface.blit(self._after, (0, 0))
        self._before.set_alpha(round(255 * (1 - self.motion.faded(now))))
        surface.blit(self._before, (0, 0))

    def _draw(self, surface: pygame.Surface, now: float, focus: Intent | None, pointed: Pointed) -> None:
        assert self.frame is not None
        self._painter.paint(
            surface,
            self.frame,
            self.scrolled,
            upto=self.motion.shown(now),
            arrived=self.motion.arrived(now),
            breath=self.motion.breath(now),
        )
        for target in self.frame.targets:
            self._draw_state(surface, target, focus, pointed)

    def _draw_state(
        self, surface: pygame.Surface, target: Target, focus: Intent | None, pointed: Pointed
    ) -> None:
        intent = target.item.intent
        if intent not in {focus, pointed.intent}:
            return
        box = self.where(target)
        outer = surface.get_clip()
        surface.set_clip(self._window_of(target).clip(outer))
        if intent == pointed.intent:
            self._painter.glow(surface, box, target.radius, down=pointed.down)
        if intent == focus:
            self._painter.ring(surface, box, target.radius)
        surface.set_clip(outer)

    def paint_part(self, surface: pygame.Surface, now: float, focus: Intent | None, pointed: Pointed) -> None:
        """Draws only where something moves; everything, while the whole picture changes."""
        area = self._moving_area()
        # After a fade, one whole picture has to follow: the last one of the fade still showed what was before.
        if area is None or self._before is not None:
            self.paint(surface, now, focus, pointed)
            return
        surface.set_clip(area)
        self._draw(surface, now, focus, pointed)
        surface.set_clip(None)

    def _moving_area(self) -> Rect | None:
        """Where letters appear, a message comes in or something breathes; None when that is not all."""
        frame, motion = self.frame, self.motion
        if frame is None or motion.fading is not None:
            return None
        areas = [frame.typed] if frame.typed and motion.typing is not None else []
        if motion.breathing is not None:
            areas += [op.rect for op in (*frame.ops, *frame.over) if isinstance(op, BreathOp)]
            scrolled = frame.scroll.ops if frame.scroll else ()
            areas += [op.rect.move(0, -self.scrolled) for op in scrolled if isinstance(op, BreathOp)]
        if motion.arriving is not None and frame.scroll:
            areas.append(frame.scroll.area)
        return areas[0].unionall(areas[1:]) if areas else None

    # --- where things are ---

    def _window_of(self, target: Target) -> Rect:
        whole = Rect((0, 0), self.size)
        scroll = self.frame.scroll if self.frame else None
        return scroll.area if target.scrolls and scroll else whole

    def where(self, target: Target) -> Rect:
        """Where a target stands in the window, scrolled as it is."""
        return target.rect.move(0, -self.scrolled) if target.scrolls else target.rect

    def target_at(self, pos: tuple[int, int]) -> Target | None:
        """What can be pressed at a point; targets too small for a finger reach a little further out."""
        if self.frame is None:
            return None
        for target in reversed(self.frame.targets):
            if self.where(target).collidepoint(pos) and self._window_of(target).collidepoint(pos):
                return target
        return None

    def scroll_by(self, pixels: int) -> bool:
        """Scrolls; says whether that changed anything."""
        scroll = self.frame.scroll if self.frame else None
        before = self.scrolled
        if scroll:
            self.scrolled = min(scroll.most, max(0, self.scrolled + pixels))
        return self.scrolled != before

    def reveal(self, focus: Intent | None) -> None:
        """Scrolls as little as needed for what has focus to be seen."""
        scroll = self.frame.scroll if self.frame else None
        if scroll is None or self.frame is None:
            return
        room = round(20 * scale_of(self.size))
        for target in self.frame.targets:
            if target.scrolls and target.item.intent == focus:
                box = target.rect.inflate(0, 2 * room)
                if box.bottom - self.scrolled > scroll.area.bottom:
                    self.scrolled = box.bottom - scroll.area.bottom
                if box.top - self.scrolled < scroll.area.top:
                    self.scrolled = box.top - scroll.area.top
                self.scrolled = min(scroll.most, max(0, self.scrolled))
                return

    def prepare(self, page: Page) -> None:
        """Draws a page where nobody sees it, so that its pictures and letters are there when it comes."""
        if self._setting is None:
            return
        if self._scratch is None:
            self._scratch = pygame.Surface(self.size)
        self._painter.paint(self._scratch, lay_out(page, self._setting, self._typesetter), 0)
