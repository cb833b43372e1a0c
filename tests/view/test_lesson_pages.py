"""The pages of a lesson: whole in every window, read from the back row, and told apart without their colours."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pytest

from game.screens.chat import Chat
from game.screens.lesson.blocks import Bar, Bars, Chart, Group, Join, Slice, Stack
from game.screens.lesson.in_words import grouped
from game.screens.lesson.intents import TuckBar
from game.screens.lesson.state import Lesson, Part, Turn
from game.screens.lesson.teacher import teacher_page
from game.screens.page import Card, Heading, Page, Screen, Speech
from game.screens.settings import Theme
from game.view.chart_marks import QUIET
from game.view.frame import BarOp, Frame, IconOp, Op, Panel, QrOp, RingOp, TextOp
from game.view.layouts.class_chart import parts
from game.view.palettes import PALETTES
from game.view.sheet import scale_of
from game.view.text import Typesetter
from tests.view.as_seen import luminance, ratio, unreadable
from tests.view.every_screen import SIZES, after, in_a_lesson, in_language, laid_out, shelf, shown
from tests.view.lesson_samples import TUCKED, answers, join, pages
from tests.view.named_colours import in_names
from tests.view.support import divided, faults, out_of_reach, unsaid

if TYPE_CHECKING:
    from tests.view.every_screen import Size

TEXT_SIZES = (100, 125, 150, 200)
SCHOOL = (1366, 768)


@cache
def _typesetter(size: Size) -> Typesetter:
    return Typesetter(scale_of(size))


def _laid_out(
    page: Page, size: Size = SCHOOL, text_size: int = 100, language: str = "sv", theme: Theme = Theme.WARM
) -> Frame:
    return laid_out(
        *(page, size, text_size),
        rtl=language == "ar",
        language=language,
        theme=theme,
        typesetter=_typesetter(size),
    )


def _text(frame: Frame, text: str) -> TextOp:
    return next(op for op in frame.everything() if isinstance(op, TextOp) and op.block.text == text)


def _marks(frame: Frame) -> list[BarOp]:
    return [op for op in frame.everything() if isinstance(op, BarOp)]


def _wrong(page: Page, size: Size, text_size: int, language: str) -> list[str]:
    frame = in_names(lambda: _laid_out(page, size, text_size, language))
    found = faults(frame) + unsaid(page, frame) + out_of_reach(page, frame) + divided(frame)
    return found + unreadable(frame, *Theme, named=True)


# --- everything, everywhere ------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("size", SIZES)
def test_every_page_is_whole_and_can_be_read_in_every_window(size: Size, language: str) -> None:
    found = []
    for (name, page), text_size in product(pages(language).items(), TEXT_SIZES):
        wrong = _wrong(page, size, text_size, language)
        found += [f"{name}, {size}, {text_size} %: {each}" for each in wrong]
    assert found == []


@pytest.mark.parametrize("language", ["sv", "fi", "ar"])
def test_the_teachers_own_page_is_whole_in_every_part_of_a_lesson(language: str) -> None:
    found = []
    for (name, app), text_size in product(in_a_lesson().items(), (100, 200)):
        there = in_language(app, language)
        if there.lesson:
            page = teacher_page(there, there.lesson, shelf().words(language))
            found += [f"{name}, {text_size} %: {each}" for each in _wrong(page, SCHOOL, text_size, language)]
    assert found == []


# --- from the back row -----------------------------------------------------------------------------


def _pixels(frame: Frame, text: str, size: Size = SCHOOL) -> float:
    return _text(frame, text).block.style.size * scale_of(size)


def test_the_way_in_can_be_read_from_eight_metres() -> None:
    for name in ("lobby", "ask", "ask, shown"):
        frame = _laid_out(pages()[name])
        assert _pixels(frame, grouped("K4TJA7")) >= 64, name
        assert _pixels(frame, "10.0.4.12:8080") >= 34, name


def test_whom_one_can_talk_to_can_be_read_from_eight_metres_and_all_of_the_first_page_is_seen() -> None:
    app = in_a_lesson()["lesson, help, lesson help, shown"]
    assert app.lesson
    page = shown(replace(app, lesson=replace(app.lesson, at=0)))
    frame = _laid_out(page)
    cards = [block for block in page.body if isinstance(block, Card)]
    assert [card.tag for card in cards] == ["116 111", "", "112"]
    for card in cards:
        assert _pixels(frame, card.title) >= 30
        assert _pixels(frame, card.text) >= 26
        assert not card.tag or _pixels(frame, card.tag) >= 50
    assert frame.scroll is None or frame.scroll.most == 0


def test_a_line_and_a_message_of_the_story_can_be_read_from_eight_metres() -> None:
    line, message = (shown(in_a_lesson()[name]) for name in ("lesson, line", "lesson, message"))
    speech, chat = line.body[0], message.body[0]
    assert isinstance(speech, Speech)
    assert isinstance(chat, Chat)
    assert _pixels(_laid_out(line), speech.text) >= 30
    assert _pixels(_laid_out(message), chat.bubbles[-1].text) >= 29


def test_a_pupils_own_line_is_not_that_large() -> None:
    line = replace(shown(in_a_lesson()["lesson, line"]), from_afar=False)
    speech = line.body[0]
    assert isinstance(speech, Speech)
    assert _pixels(_laid_out(line), speech.text) < 30


@pytest.mark.parametrize("part", ["before", "story", "after", "help"])
def test_with_the_teachers_bar_open_all_that_can_be_answered_and_whom_to_call_is_still_seen(
    part: str,
) -> None:
    found = [app for name, app in in_a_lesson().items() if name.startswith(f"lesson, {part}")]
    pages = [shown(after(app, TuckBar())) for app in found if app.lesson and _asks_or_helps(app.lesson)]
    assert pages
    for page in pages:
        frame = _laid_out(page)
        assert page.tucked
        assert frame.scroll
        assert frame.scroll.most == 0, page.title


def _asks_or_helps(lesson: Lesson) -> bool:
    return lesson.turn is Turn.OPEN or (lesson.part is Part.HELP and lesson.at == 0)


def test_what_is_asked_and_answered_can_be_read_from_eight_metres() -> None:
    for name in ("ask", "ask, shown", "ask, hands", "talk", "signs"):
        page = pages()[name]
        frame = _laid_out(page)
        block = next(block for block in page.body if isinstance(block, Bars | Heading))
        said = [bar.label for bar in block.bars] if isinstance(block, Bars) else [block.text]
        assert min(_pixels(frame, each) for each in said) >= 30, name


@pytest.mark.parametrize(("text_size", "size"), [*product((100, 150), ((1024, 600), SCHOOL))])
def test_four_answers_are_seen_at_once_beside_the_way_in(text_size: int, size: Size) -> None:
    short = Bars(tuple(Bar(str(number), "Byt ämne") for number in range(1, 5)))
    page = Page(Screen.LESSON_ASK, "Vad?", (Heading("Vad gör du?"), short), aside=join())
    frame = _laid_out(page, size, text_size)
    assert frame.scroll
    assert frame.scroll.most == 0


# --- how one joins ---------------------------------------------------------------------------------


def _code(frame: Frame) -> QrOp | None:
    return next((op for op in frame.everything() if isinstance(op, QrOp)), None)


def test_a_code_has_room_around_it_and_modules_that_a_camera_finds_wherever_it_is() -> None:
    for (name, page), size, text_size in product(pages().items(), SIZES, TEXT_SIZES):
        code = _code(_laid_out(page, size, text_size))
        if code:
            assert code.module >= 3, (name, size, text_size)
            assert code.rect.width >= (len(code.rows) + 2 * QUIET) * code.module


def test_a_code_is_large_where_a_class_comes_in() -> None:
    code = _code(_laid_out(pages()["lobby"]))
    assert code
    assert code.rect.height > SCHOOL[1] * 0.6


def test_a_code_goes_before_the_words_that_say_the_same() -> None:
    low = Page(Screen.LESSON_ASK, "Vad?", (Heading("Vad?"),), aside=join(trouble="Vi väntar. " * 16))
    frame = _laid_out(low, (1024, 600), 150)
    assert _code(frame) is None
    assert unsaid(low, frame) == []


def test_before_there_is_an_address_nobody_is_told_to_type_one() -> None:
    nothing = Join(
        "Gå till", "", "och skriv koden", "", (), "", "0 med", "Inga namn.", "Adressen kommer strax."
    )
    for screen in (Screen.LESSON_LOBBY, Screen.LESSON_ASK):
        frame = _laid_out(Page(screen, "Hej", (Heading("Hej"),), aside=nothing))
        there = {op.block.text for op in frame.everything() if isinstance(op, TextOp)}
        assert "Adressen kommer strax." in there
        assert not there & {"Gå till", "och skriv koden"}


def test_an_address_runs_from_left_to_right_on_an_arabic_page() -> None:
    frame = _laid_out(pages("ar")["ask"], language="ar")
    for text in ("10.0.4.12:8080", grouped("K4TJA7")):
        assert not _text(frame, text).block.rtl


# --- answers ---------------------------------------------------------------------------------------


def test_what_most_answered_has_a_ring_and_a_tick_beside_its_length() -> None:
    frame = _laid_out(pages()["ask, shown"])
    ticks = [op for op in frame.everything() if isinstance(op, IconOp) and op.name == "check"]
    first, *others = (target for target in frame.targets if target.scrolls)
    assert [first.rect.contains(tick.rect) for tick in ticks] == [True]
    plates = [[op.fill for op in _plates(frame) if op.rect == each.rect] for each in (first, *others)]
    assert plates[0] == [frame.colours.plum]
    assert all(fill == [frame.colours.ground] for fill in plates[1:])


def _plates(frame: Frame) -> list[Panel]:
    return [op for op in frame.everything() if isinstance(op, Panel)]


def test_bars_are_as_long_as_their_shares_and_what_may_not_be_told_has_none() -> None:
    frame = _laid_out(pages()["ask, hands"])
    lengths = [op.rect.width for op in _marks(frame)]
    assert len(lengths) == 3
    assert [round(each / lengths[0], 1) for each in lengths] == [1.0, 0.5, 0.5]


def test_words_stay_where_they_are_when_their_numbers_are_shown() -> None:
    silent, told = (
        Bars(tuple(Bar(bar.mark, bar.label, shown, leads=bool(shown)) for bar in answers().bars))
        for shown in ("", "11")
    )
    before, after = (
        _laid_out(Page(Screen.LESSON_ASK, "Vad?", (Heading("Vad?"), bars))) for bars in (silent, told)
    )
    for bar in told.bars:
        assert _text(before, bar.label).rect == _text(after, bar.label).rect


def test_a_whole_answer_can_be_pressed_and_hands_are_counted_beside_it() -> None:
    page = pages()["ask, hands"]
    frame = _laid_out(page)
    there = {target.item: target.rect for target in frame.targets}
    for bar in next(block for block in page.body if isinstance(block, Bars)).bars:
        assert bar.item
        assert bar.less
        assert bar.more
        row, less, more = (there[item] for item in (bar.item, bar.less, bar.more))
        assert row.width > SCHOOL[0] * 0.6
        assert row.right < less.left < less.right < more.left
        assert less.size == more.size
        assert less.width == less.height >= 44


def test_where_words_would_be_divided_hands_are_counted_below_them() -> None:
    long = "Samhällskunskapslektion"
    counted = answers(hands=True).bars[0]
    bars = Bars((Bar("1", long, "3", less=counted.less, more=counted.more),))
    page = Page(Screen.LESSON_ASK, "Vad?", (Heading("Vad?"), bars), aside=join())
    frame = _laid_out(page, text_size=200)
    assert divided(frame) == []
    assert counted.less
    less = next(target.rect for target in frame.targets if target.item == counted.less)
    assert less.top > _text(frame, long).rect.bottom


# --- the chart -------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", Theme)
def test_parts_of_a_bar_stand_out_from_each_other_and_from_their_rim_in_every_theme(theme: Theme) -> None:
    marks = _marks(_laid_out(pages()["chart"], theme=theme))
    by_bar = [
        (one, two)
        for one, two in pairwise(marks)
        if one.rect.right == two.rect.left and one.rect.y == two.rect.y
    ]
    assert len(by_bar) >= 8
    for one, two in by_bar:
        assert ratio(luminance(one.fill), luminance(two.fill)) >= 3
        assert one.pattern is not two.pattern
    for mark in marks:
        assert ratio(luminance(mark.fill), luminance(mark.over)) >= 3
        assert mark.rim
        assert ratio(luminance(mark.rim), luminance(PALETTES[theme].paper)) >= 3


def test_the_parts_of_a_bar_are_as_long_as_it_whatever_their_shares() -> None:
    bar = _marks(_laid_out(pages()["chart"]))[3].rect
    for shares in ((0.1, 0.2, 0.7), (0.0, 1.0, 0.0), (0.333, 0.333, 0.333), (2.0, 1.0, 1.0), (0.0, 0.0)):
        boxes = parts(tuple(Slice("", share, "") for share in shares), bar)
        assert sum(box.width for box in boxes) == (bar.width if any(shares) else 0)
        assert all(one.right == two.left for one, two in pairwise(boxes))


def test_a_part_too_narrow_for_its_words_has_them_below_with_its_pattern() -> None:
    narrow = Stack("Före", (Slice("Okej", 0.97, "nästan alla"), Slice("Osäker", 0.03, "några få")))
    chart = Chart((Group("Det som skaver", (narrow,)),), ("Okej", "Osäker"))
    frame = _laid_out(Page(Screen.LESSON_CHART, "Före och efter", (Heading("Före och efter"), chart)))
    whole, part, *keys = _marks(frame)[2:]
    word = _text(frame, "några få").rect
    assert word.top >= part.rect.bottom
    assert keys[1].pattern is part.pattern is not whole.pattern
    assert keys[1].rect.right <= word.left


# --- time, and the teacher's things ----------------------------------------------------------------


def test_a_timer_is_a_ring_as_long_as_what_is_left_and_in_no_colour_of_alarm() -> None:
    frame = _laid_out(pages()["talk"])
    ring = next(op for op in frame.everything() if isinstance(op, RingOp))
    assert ring.part == pytest.approx(0.7)
    assert ring.colour == frame.colours.teal


def _bottom(ops: tuple[Op, ...]) -> int:
    return max(op.rect.bottom for op in ops if isinstance(op, TextOp))


@pytest.mark.parametrize("name", ["ask, shown", "talk"])
def test_the_teachers_things_lie_below_the_page_which_is_lower_by_them(name: str) -> None:
    frame = _laid_out(pages()[name])
    there = [target.rect for target in frame.targets if target.item in TUCKED]
    others = [target.rect for target in frame.targets if target.item not in TUCKED and not target.scrolls]
    assert len(there) == len(TUCKED)
    assert frame.size == SCHOOL
    assert max(rect.bottom for rect in others) < min(rect.top for rect in there)
    assert frame.scroll
    assert frame.scroll.area.bottom < min(rect.top for rect in there)
