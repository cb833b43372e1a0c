"""Arabic runs from right to left, and every number in it is seen as it is dialled or written: from left to right.

What is seen is read off in two ways: from the order of the runs, and for telephone numbers from the picture itself.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.intents import Go, PickStory, Typed, Where
from game.screens.keys import Key
from game.screens.page import Buttons, Field, Page
from game.view import text as setting_of_text
from game.view.bidi_runs import levels
from game.view.frame import TextOp
from game.view.text import Block, Row, Run, Style, Typesetter
from tests.view.every_screen import STORY, after, laid_out, screens, shelf, shown, started
from tests.view.player import Player

if TYPE_CHECKING:
    from game.screens.words import Words

STYLE = Style(26)
TYPESETTER = Typesetter(1.0)
PHONES = (
    "116 111",
    "114 14",
    "1177",
    "020-57 70 70",
    "+46 8 123 45 67",
    "+46812345",
    "90 101",
    "0771-52 52 10",
)
OTHERS = (
    *("13–15", "08–20", "08.00–16.30", "00:47", "2025-08-20", "2026-11-23 08:30", "3,5", "24/7", "10 000"),
    *("40 %", "100%", "7 × 8 = 56", "5 · 7 =", "12 – 5 = 7", "2 / 5", "1/3", "+3", "−5"),
    *("AK32-R", "2345-ABCD-7K", "23AB-2345"),
)
SENTENCES = {
    "alone": "{}",
    "at the start": "{} هو الرقم",
    "in the middle": "اتصل على الرقم {} الآن.",
    "at the end": "اتصل على الرقم {}",
    "before a full stop": "اتصل على الرقم {}.",
    "after a colon": "الرقم: {}",
    "in brackets": "اتصل بنا ({}) الآن",
    "after brackets": "(الرقم) {} هنا",
    "before brackets": "الرقم {} (مجاني)",
    "after a dot": "ليلًا ونهارًا · {}",
    "before a dot": "{} · ليلًا ونهارًا",
    "in quotation marks": "قال: «{}»",
    "after a Latin name": "اتصل مع Bris {} الآن",
    "after a Latin name in brackets": "اتصل مع Bris ({}) الآن",
    "before a Latin name": "الرقم {} Bris",
    "after the letter waw": "اتصل على 112 و{}",
    "alone in brackets": "({})",
    "a Latin name and brackets": "Bris ({})",
}


def seen(row: Row | Block) -> str:
    """What an eye passes from left to right in a row; a bracket as the shape that it has there."""
    if isinstance(row, Block):
        return "\n".join(map(seen, row.rows))
    assert [run.x for run in row.runs] == sorted(run.x for run in row.runs)
    return "".join(_turned(run) if run.rtl else run.text for run in row.runs)


def _turned(run: Run) -> str:
    return run.text[::-1].translate(str.maketrans("()[]«»", ")(][»«"))


def arabic(text: str, width: int | None = None) -> Block:
    return TYPESETTER.block(text, STYLE, width, rtl=True)


# --- by the order of the runs ----------------------------------------------------------------------


@pytest.mark.parametrize("place", SENTENCES)
@pytest.mark.parametrize("number", [*PHONES, *OTHERS])
def test_a_number_is_seen_as_it_is_written(number: str, place: str) -> None:
    assert number in seen(arabic(SENTENCES[place].format(number)))


@pytest.mark.parametrize("number", [*PHONES, *OTHERS])
def test_a_number_in_a_language_that_runs_from_left_to_right_is_not_touched(number: str) -> None:
    block = TYPESETTER.block(f"Ring {number} nu (العربية).", STYLE, None, rtl=False)
    assert number in seen(block)


@pytest.mark.parametrize(
    ("text", "as_seen"),
    [
        ("(116 111)", "(116 111)"),
        ("Bris (116 111)", "Bris (116 111)"),
        ("Bris (116 111).", ".Bris (116 111)"),
        ("(Bris 116 111)", "(Bris 116 111)"),
        ("[112]", "[112]"),
        ("svt.se (barn) 1177", "svt.se (barn) 1177"),
    ],
)
def test_brackets_close_around_what_they_hold(text: str, as_seen: str) -> None:
    assert seen(arabic(text)) == as_seen


@pytest.mark.parametrize(
    ("text", "in_order"),
    [
        ("الفصل 2 من 5", ["2", "5"]),
        ("من 13 إلى 15 سنة · 20 دقيقة", ["13", "15", "20"]),
        ("112 أو 116 111 أو 1177", ["112", "116 111", "1177"]),
        ("1، 2 و3", ["1", "2", "3"]),
    ],
)
def test_numbers_with_words_between_them_follow_each_other_from_the_right(
    text: str, in_order: list[str]
) -> None:
    places = [seen(arabic(text)).index(number) for number in in_order]
    assert places == sorted(places, reverse=True)


@pytest.mark.parametrize("number", [*PHONES, "13–15", "2025-08-20", "08.00–16.30", "40 %", "7 × 8 = 56"])
def test_a_number_is_never_broken_over_rows(number: str) -> None:
    text = f"اتصل على الرقم {number} الآن لأن أحدًا يستمع"
    alone = arabic(number).width
    for width in range(alone, arabic(text).width + 8, 7):
        assert any(number in seen(row) for row in arabic(text, width).rows), width


def test_numbers_in_arabic_digits_keep_their_order_too() -> None:
    assert "١١٦ ١١١" in seen(arabic("اتصل على ١١٦ ١١١ الآن"))


# --- by pixels -------------------------------------------------------------------------------------


def _columns(block: Block) -> list[bytes]:
    """The picture of the block as columns of pixels, without the empty ones at its sides."""
    surface = pygame.Surface((block.box, block.height))
    surface.fill("white")
    TYPESETTER.draw(surface, block, (0, 0), "black")
    tall = pygame.transform.rotate(surface, 90)
    pixels, long = pygame.image.tobytes(tall, "RGB"), block.height * 3
    columns = [pixels[start : start + long] for start in range(0, len(pixels), long)][::-1]
    blank = b"\xff" * long
    inked = [number for number, column in enumerate(columns) if column != blank]
    return columns[inked[0] : inked[-1] + 1]


def is_pictured(number: str, sentence: str) -> bool:
    """Whether the picture of the number set alone is in the picture of the sentence."""
    whole, part = _columns(arabic(sentence)), _columns(TYPESETTER.block(number, STYLE, None, rtl=False))
    return any(whole[start : start + len(part)] == part for start in range(len(whole) - len(part) + 1))


def _other_ways(number: str) -> set[str]:
    """The number as it would be if its digits, or its groups, changed places."""
    groups = re.split("([ -])", number)
    return {number[::-1], "".join(reversed(groups))} - {number}


def _with_its_name(number: str, place: str) -> str:
    """What is set in one go: the letters of a name before it move a number by parts of a pixel."""
    return f"Bris {number}" if place == "after a Latin name" else number


PICTURED = [place for place in SENTENCES if "Latin" not in place or place == "after a Latin name"]


@pytest.mark.parametrize("place", PICTURED)
@pytest.mark.parametrize("number", PHONES)
def test_a_telephone_number_looks_as_it_does_alone(number: str, place: str) -> None:
    sentence = SENTENCES[place].format(number)
    assert is_pictured(_with_its_name(number, place), sentence)


@pytest.mark.parametrize("number", PHONES)
def test_a_number_whose_digits_or_groups_change_places_is_noticed(number: str) -> None:
    for other, place in product(_other_ways(number), PICTURED):
        assert not is_pictured(_with_its_name(number, place), SENTENCES[place].format(other)), (other, place)


def _without_numbers(paragraph: str, *, rtl: bool) -> list[int]:
    """A mutation: every digit runs the way of the letters around it."""
    return [1 if rtl else level for level in levels(paragraph, rtl=rtl)]


def _groups_apart(paragraph: str, *, rtl: bool) -> list[int]:
    """A mutation: the groups of a number are numbers of their own, as in the plain algorithm."""
    return [
        level if sign.isalnum() else min(level, 1)
        for sign, level in zip(paragraph, levels(paragraph, rtl=rtl), strict=True)
    ]


@pytest.mark.parametrize("broken", [_without_numbers, _groups_apart])
def test_an_order_of_text_that_turns_numbers_round_is_noticed(
    monkeypatch: pytest.MonkeyPatch, broken: object
) -> None:
    setting_of_text._read.cache_clear()
    monkeypatch.setattr(setting_of_text, "levels", broken)
    monkeypatch.setattr(f"{__name__}.TYPESETTER", Typesetter(1.0))
    sentence = SENTENCES["in the middle"].format("116 111")
    assert "116 111" not in seen(arabic(sentence))
    assert not is_pictured("116 111", sentence)
    setting_of_text._read.cache_clear()


# --- on every screen -------------------------------------------------------------------------------

# Read on its own terms, not with the game's: digits and what stands between two of them without a letter.
WRITTEN = re.compile(r"[+−]?[0-9](?:[0-9]|[-–.,:/](?=[0-9])|[ \u00a0](?=[0-9]{2}))*(?: ?%)?")


class OnlyDigitsStay:
    """A language whose words are all the same Arabic one, and whose numbers are those of the Swedish texts."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def ui(self, text: str, /, context: str = "", **values: object) -> str:
        return self._arabic(self._words.ui(text, context, **values))

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        return self._arabic(self._words.plural(one, many, n, **values))

    def of(self, domain: str, context: str, text: str) -> str:
        return self._arabic(self._words.of(domain, context, text))

    def has(self, domain: str, context: str, text: str) -> bool:
        return self._words.has(domain, context, text)

    def complete(self, domain: str) -> bool:
        return self._words.complete(domain)

    @staticmethod
    def _arabic(text: str) -> str:
        return re.sub(r"[^\W\d_]+", "كلمة", text)


def _numbers_of(block: Block) -> list[str]:
    return WRITTEN.findall(block.text)


def _wrong(page: Page, size: tuple[int, int], text_size: int, language: str) -> list[str]:
    """The numbers on a page that are not seen as they are written, or not in the order in which they are read."""
    frame = laid_out(page, size, text_size, rtl=True, language=language)
    wrong = []
    for op in frame.everything():
        if isinstance(op, TextOp):
            rows = op.block.rows
            wrong += [
                f"{number} in {op.block.text!r}, seen as {seen(op.block)!r}"
                for number in _numbers_of(op.block)
                if not any(number in seen(row) for row in rows)
            ]
    return wrong


@cache
def _pages() -> dict[str, Page]:
    return {
        name: shown(replace(app, settings=replace(app.settings, language="ar")))
        for name, app in screens().items()
    }


@pytest.mark.parametrize(("size", "text_size"), [((1366, 768), 100), ((1024, 600), 200)])
def test_every_number_on_every_screen_in_arabic_is_seen_as_it_is_written(
    size: tuple[int, int], text_size: int
) -> None:
    found = [
        (name, wrong) for name, page in _pages().items() if (wrong := _wrong(page, size, text_size, "ar"))
    ]
    assert found == []


def test_the_screens_have_numbers_of_every_kind() -> None:
    frames = [laid_out(page, (1366, 768), rtl=True, language="ar") for page in _pages().values()]
    there = [op.block.text for frame in frames for op in frame.everything() if isinstance(op, TextOp)]
    numbers = {number for text in there for number in WRITTEN.findall(text)}
    assert {"116 111", "114 14", "112", "00:47", "100%", "1/3"} <= numbers
    assert any(re.fullmatch(r"\d{4}-\d{2}-\d{2}", number) for number in numbers)


def test_every_help_entry_in_arabic_keeps_its_number() -> None:
    words = shelf().words("ar")
    for entry in shelf().library().help:
        contact = words.of("help", entry.id, entry.contact)
        said = (
            f"{words.of('help', entry.id, entry.name)} {contact} · {words.of('help', entry.id, entry.hours)}"
        )
        for text in (
            contact,
            said,
            f"({contact})",
            words.ui("Uppgiften lästes {date}", date=entry.checked_on),
        ):
            for number in WRITTEN.findall(text):
                assert number in seen(arabic(text)), text
        if re.fullmatch(r"[\d +-]+", contact):
            assert contact == entry.contact, "a number is not translated"
            assert is_pictured(contact, f"اتصل على الرقم {contact} الآن.")


@pytest.mark.parametrize(("size", "text_size"), [((1366, 768), 100), ((1024, 600), 200)])
def test_every_number_is_seen_as_it_is_written_where_only_the_swedish_digits_stay(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], text_size: int
) -> None:
    words = OnlyDigitsStay(shelf().words("sv"))
    monkeypatch.setattr(shelf(), "words", lambda _language: words)
    names = ("help", "before", "stories", "recap", "log", "ways", "title", "ending 1", "eyes", "pause, late")
    for name in names:
        assert _wrong(shown(screens()[name]), size, text_size, "sv") == [], name


# --- sums and keys ---------------------------------------------------------------------------------


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_exercise_runs_from_left_to_right_with_its_answer_last(text_size: int) -> None:
    page = _pages()["hidden, answered"]
    [field] = [block for block in page.body if isinstance(block, Field)]
    frame = laid_out(page, (1366, 768), text_size, rtl=True, language="ar")
    [label] = [op for op in frame.everything() if isinstance(op, TextOp) and op.block.text == field.label]
    [typed] = [op for op in frame.everything() if isinstance(op, TextOp) and op.block.text == field.text]
    assert seen(label.block) == field.label
    assert label.rect.right < typed.rect.left
    assert not typed.block.rtl


@pytest.mark.parametrize(
    ("name", "text_size"), [("hidden", 100), ("hidden", 200), ("code", 100), ("code", 200)]
)
def test_a_keypad_has_the_order_of_a_keypad(name: str, text_size: int) -> None:
    page = _pages()[name]
    [keypad] = [block for block in page.body if isinstance(block, Buttons) and block.keypad]
    frame = laid_out(page, (1366, 768), text_size, rtl=True, language="ar")
    boxes = {target.item.intent: target.rect for target in frame.targets}
    keys = [boxes[item.intent] for item in keypad.items]
    assert len({key.top for key in keys}) > 1
    for one, other in pairwise(keys):
        assert other.left > one.right if other.top == one.top else other.top > one.top


def test_an_arrow_to_the_right_leads_to_the_key_on_the_right() -> None:
    player = Player((1024, 600), replace(started().settings, language="ar"), painted=False)
    player.app = replace(screens()["hidden"], settings=player.app.settings, focus=Typed("4"))
    player.press(Key.RIGHT)
    assert player.focus == Typed("5")
    player.press(Key.LEFT)
    assert player.focus == Typed("4")
    player.close()


# --- for hearing -----------------------------------------------------------------------------------

STEERING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


def test_what_is_heard_has_its_numbers_in_the_order_of_speech() -> None:
    for name, page in _pages().items():
        for item in page.items():
            assert not STEERING.search(item.said + item.label), name
            assert WRITTEN.findall(item.label) == [
                number for number in WRITTEN.findall(item.said or item.label) if number in item.label
            ], (name, item)


def test_help_is_the_same_number_before_a_story_and_after_it() -> None:
    app = replace(started(), settings=replace(started().settings, language="ar"))
    for page in (shown(after(app, Go(Where.HELP))), shown(after(app, PickStory(STORY), Go(Where.HELP)))):
        assert _wrong(page, (1366, 768), 100, "ar") == []
