"""How much room a text has on its card for somebody who reads with the largest letters: read off real pages.

A page is laid out with one text far too long. What has to be seen together with the text, without scrolling, then
stands too low by so and so much, and the rest of the text's height is its room. So no measure of a layout is
written down twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from game.checks.specimens import ADULT, LONG, SHORT, Specimens
from game.screens.settings import TEXT_SIZES
from game.story.model import LineKind
from game.view.frame import Panel, TextOp
from game.view.layouts.lay_out import lay_out
from game.view.layouts.phone import widest_message
from game.view.sheet import Setting, Sheet, scale_of
from game.view.text import Typesetter

if TYPE_CHECKING:
    from game.screens.page import Page
    from game.view.frame import Frame, Scroll, Target
    from game.view.text import Block, Style

SIZE = (1366, 768)
"""The window of a school's computer."""
LARGEST = TEXT_SIZES[-1]


def typesetter() -> Typesetter:
    """What sets text for such a window; it serves every language."""
    return Typesetter(scale_of(SIZE))


@dataclass(frozen=True, slots=True)
class Room:
    """What a text is set in: its style as it is drawn, and how wide and how high it may become, in device pixels."""

    style: Style
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Why:
    """A card with a line of one row in quotation marks, in its own style, and the room below it."""

    line: Style
    room: Room


class Rooms:
    """The rooms of one language. Each page is laid out when it is first asked for."""

    def __init__(self, specimens: Specimens, typesetter: Typesetter, *, rtl: bool) -> None:
        self._specimens = specimens
        self._setting = Setting(SIZE, LARGEST, rtl, specimens.words)
        self._rtl = rtl
        self._typesetter = typesetter
        self._whys: dict[str, Why] = {}

    def block(self, text: str, style: Style, width: int) -> Block:
        """The text as a card sets it."""
        return self._typesetter.block(text, style, width, rtl=self._rtl or None)

    def row(self, style: Style) -> int:
        """How high a row is."""
        return self._typesetter.block("x", style, None).height

    def _frame(self, page: Page) -> Frame:
        return lay_out(page, self._setting, self._typesetter)

    # --- what stands alone on its card ---

    @cached_property
    def narration(self) -> Room:
        """A line of nobody's, and what is seen while nobody speaks."""
        return _scrolling(self._frame(self._specimens.plate(LineKind.NARRATION)))

    @cached_property
    def speech(self) -> Room:
        """A line of somebody's."""
        return _scrolling(self._frame(self._specimens.plate(LineKind.SPEECH, speaker=SHORT)))

    @cached_property
    def skipped(self) -> Room:
        """What stands for a scene that is skipped."""
        return _scrolling(self._frame(self._specimens.skipped()))

    @cached_property
    def eyes_told(self) -> Room:
        """A narrator's line in other eyes."""
        return _scrolling(self._frame(self._specimens.eyes(LineKind.NARRATION)))

    @cached_property
    def eyes_thought(self) -> Room:
        """What somebody thinks in other eyes."""
        return _scrolling(self._frame(self._specimens.eyes(LineKind.THOUGHT, SHORT)))

    @cached_property
    def name(self) -> Room:
        """A name on the edge of a line's card, beside the face of somebody who is elsewhere: one row."""
        frame = self._frame(self._specimens.plate(LineKind.SPEECH, speaker=SHORT))
        name = _text(frame, SHORT)
        tag, card = _panel(frame, name).rect, _panel(frame, _text(frame, LONG)).rect
        whole = tag.right - card.left if self._rtl else card.right - tag.left
        return Room(name.block.style, whole - (tag.width - name.block.width), name.block.height)

    # --- a phone ---

    @cached_property
    def message(self) -> Room:
        """A message to or from one other."""
        return self._message(group=False, own=False)

    @cached_property
    def message_in_group(self) -> Room:
        """A message under its writer's name."""
        return self._message(group=True, own=False)

    @cached_property
    def message_own_in_group(self) -> Room:
        """A message of the phone's owner among those of several others."""
        return self._message(group=True, own=True)

    def _message(self, *, group: bool, own: bool) -> Room:
        """The newest message is seen whole, with its writer's name and the gap below it."""
        frame = self._frame(self._specimens.message(LONG, group=group, own=own))
        scroll, words = _scroll(frame), _text(frame, LONG)
        top = min(op.rect.top for op in frame.fresh)
        beside = scroll.area.top + scroll.height - top - words.block.height
        width = widest_message(Sheet(self._setting, self._typesetter), scroll.area.width)
        return Room(words.block.style, width, scroll.area.height - beside)

    @cached_property
    def chat_title(self) -> Room:
        """The name of a group, above a conversation that still shows a short message."""
        frame = self._frame(self._specimens.message(SHORT, group=True, title=f"{SHORT} {SHORT}"))
        scroll, title = _scroll(frame), _text(frame, f"{SHORT} {SHORT}")
        top = min(op.rect.top for op in frame.fresh)
        newest = scroll.area.top + scroll.height - top
        return Room(title.block.style, title.block.box, title.block.height + scroll.area.height - newest)

    # --- columns: the first thing to press is seen with what stands above it ---

    @cached_property
    def feel(self) -> Room:
        """The words of a pause, above the way on."""
        frame = self._frame(self._specimens.feel())
        return _with(frame, _text(frame, LONG), _first_target(frame))

    @cached_property
    def ask(self) -> Room:
        """A question, above a choice of one row."""
        frame = self._frame(self._specimens.choices(LONG, SHORT))
        return _with(frame, _text(frame, LONG), _first_target(frame))

    @cached_property
    def choice(self) -> Room:
        """A choice, below a question of one row."""
        frame = self._frame(self._specimens.choices(SHORT, LONG))
        return _with(frame, _text(frame, LONG), _first_target(frame))

    @cached_property
    def beginning(self) -> Room:
        """A way to begin, in quotation marks, below whom it is said to."""
        frame = self._frame(self._specimens.beginnings())
        return _with(frame, _containing(frame, LONG), _first_target(frame))

    # --- pages on paper ---

    @cached_property
    def ask_adults(self) -> Room:
        """Whom to tell: the question, above the face and the name of the first adult."""
        frame = self._frame(self._specimens.adults(ask=LONG))
        return _with(frame, _text(frame, LONG), _text(frame, ADULT))

    @cached_property
    def profession(self) -> Room:
        """An adult's profession on their card, which is seen whole."""
        return self._on_card(self._frame(self._specimens.adults(profession=LONG)))

    @cached_property
    def about_adult(self) -> Room:
        """What stands on an adult's card, which is seen whole."""
        return self._on_card(self._frame(self._specimens.adults(about=LONG)))

    @cached_property
    def notes(self) -> Room:
        """The content note on its card, which is seen whole."""
        return self._on_card(self._frame(self._specimens.before(notes=LONG)))

    @cached_property
    def title(self) -> Room:
        """The story's title, above the summary's first row."""
        frame = self._frame(self._specimens.before(title=LONG, summary=f"{SHORT} {SHORT}"))
        return _with(frame, _text(frame, LONG), _text(frame, f"{SHORT} {SHORT}"))

    @cached_property
    def summary(self) -> Room:
        """The summary, below a title of one row."""
        frame = self._frame(self._specimens.before(summary=LONG))
        return _with(frame, _text(frame, LONG), _text(frame, LONG))

    @cached_property
    def ending_title(self) -> Room:
        """An ending's title, above the first row of its text."""
        frame = self._frame(self._specimens.ending(LONG, SHORT))
        return _with(frame, _text(frame, LONG), _text(frame, SHORT))

    @cached_property
    def ending(self) -> Room:
        """An ending's text, below a title of one row."""
        frame = self._frame(self._specimens.ending(SHORT, LONG))
        return _with(frame, _text(frame, LONG), _text(frame, LONG))

    def why(self, sign: str) -> Why:
        """What a sign's card has room for when one looks back: it is seen whole, under its form's own label."""
        if sign not in self._whys:
            frame = self._frame(self._specimens.why(sign, SHORT, LONG))
            self._whys[sign] = Why(_containing(frame, SHORT).block.style, self._on_card(frame))
        return self._whys[sign]

    def chapter(self, sign: str) -> Room:
        """A chapter's title on the line of time, above the first sign."""
        frame = self._frame(self._specimens.timeline(sign, LONG))
        return _with(frame, _text(frame, LONG), _containing(frame, SHORT))

    def _on_card(self, frame: Frame) -> Room:
        """Room on a card that is seen whole when it has been scrolled to."""
        words, area = _text(frame, LONG), _scroll(frame).area
        beside = _panel(frame, words).rect.height - words.block.height
        return Room(words.block.style, words.block.box, area.height - beside)


def _scroll(frame: Frame) -> Scroll:
    assert frame.scroll is not None, "a text that is longer than its card scrolls"
    return frame.scroll


def _scrolling(frame: Frame) -> Room:
    """The room of a text that is all that scrolls."""
    words, area = _text(frame, LONG), _scroll(frame).area
    return Room(words.block.style, words.block.box, area.height)


def _with(frame: Frame, words: TextOp, other: TextOp | Target) -> Room:
    """The room of a text that stands above, or is, what is to be seen to its bottom."""
    left = _scroll(frame).area.bottom - other.rect.bottom
    return Room(words.block.style, words.block.box, words.block.height + left)


def _texts(frame: Frame) -> list[TextOp]:
    return [op for op in frame.everything() if isinstance(op, TextOp)]


def _text(frame: Frame, text: str) -> TextOp:
    return next(op for op in _texts(frame) if op.block.text == text)


def _containing(frame: Frame, text: str) -> TextOp:
    """A text that carries quotation marks in whatever language."""
    return next(op for op in _texts(frame) if text in op.block.text and len(op.block.text) <= len(text) + 4)


def _first_target(frame: Frame) -> Target:
    return next(target for target in frame.targets if target.scrolls)


def _panel(frame: Frame, words: TextOp) -> Panel:
    """The panel that a text stands on: of those under it, the one that was painted last."""
    ops = list(frame.everything())
    under = [op for op in ops[: ops.index(words)] if isinstance(op, Panel)]
    return [panel for panel in under if panel.rect.collidepoint(words.rect.topleft)][-1]
