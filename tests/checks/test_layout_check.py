"""A text is too long exactly where the real page says so: at 200 %, in a window of 1366×768."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.checks.estimate import Estimate
from game.checks.layout import problems
from game.checks.reachable import Counts
from game.checks.rooms import SIZE, Rooms, typesetter
from game.checks.specimens import Specimens
from game.checks.subject import Subject
from game.format.load import load_vocabulary, story_from_text
from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.screens.model import App, BeforeScreen, Library, Play, ReadingScreen
from game.screens.reading import reading_page
from game.screens.recap import recap_page
from game.screens.settings import Settings
from game.screens.start import before_page
from game.story.engine import Machine
from game.story.explore import Exploration, explore
from game.story.playthrough import Playthrough
from game.view import theme
from game.view.frame import Panel, TextOp
from game.view.layouts.lay_out import lay_out
from game.view.palettes import WARM
from game.view.sheet import Setting
from tests.format.stories import BASE, TODAY, VOCABULARY, base_with

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.messages.catalog import Catalog
    from game.screens.page import Page
    from game.story.model import Story
    from game.story.problem import Problem
    from game.view.frame import Frame
    from game.view.text import Style

SWEDISH = open_catalog(LOCALE, "sv")
SETTER = typesetter()
ESTIMATE = Estimate(SETTER)
SIGHT = "det regnar igen och Alva står kvar vid grinden medan alla andra går hem"


def sentence(words: int) -> str:
    seen = SIGHT.split()
    return " ".join(seen[number % len(seen)] for number in range(words)).capitalize() + "."


def story_of(text: str) -> Story:
    loaded = story_from_text(text, VOCABULARY)
    assert loaded.value, loaded.problems
    return loaded.value


@cache
def explored() -> Exploration:
    return explore(Machine(story_of(BASE)))


def told(text: str, locale: Path | None = None) -> list[Problem]:
    return list(
        problems(
            Subject(
                story_of(text),
                explored(),
                Counts(story_of(text)),
                "story.yaml",
                text,
                VOCABULARY,
                TODAY,
                locale=locale,
            )
        )
    )


def codes(text: str) -> list[str]:
    return [each.code for each in told(text)]


# --- the real pages --------------------------------------------------------------------------------


def app(story: Story) -> App:
    return App(Library((story.about,), VOCABULARY.signs, VOCABULARY.help, ()), Settings())


def read(
    text: str, *decisions: int, steps: int = 0, adult: str | None = None, words: Catalog = SWEDISH
) -> Page:
    story = story_of(text)
    play = Play(Machine(story), Playthrough(decisions, steps))
    return reading_page(app(story), play, ReadingScreen(adult=adult), words)


def frame(page: Page) -> Frame:
    return lay_out(page, Setting(SIZE, 200, rtl=False, words=SWEDISH), SETTER)


def first_to_press_is_seen(shown: Frame) -> bool:
    assert shown.scroll
    first = next(target.rect for target in shown.targets if target.scrolls)
    return shown.scroll.area.contains(first)


def line_is_whole(text: str) -> bool:
    return frame(read(text)).scroll is None


def message_is_whole(text: str) -> bool:
    shown = frame(read(text))
    assert shown.scroll
    top = min(op.rect.top for op in shown.fresh) - shown.scroll.most
    return top >= shown.scroll.area.top


def choices_begin(text: str) -> bool:
    return first_to_press_is_seen(frame(read(text, steps=9)))


def feeling_is_whole(text: str) -> bool:
    return first_to_press_is_seen(frame(read(text)))


def beginning_is_whole(text: str) -> bool:
    return first_to_press_is_seen(frame(read(text, 0, steps=9, adult="samira")))


def adults_begin(text: str) -> bool:
    shown = frame(read(text, 1, steps=9))
    assert shown.scroll
    name = next(op for op in shown.scroll.ops if isinstance(op, TextOp) and op.block.text == "Samira")
    return name.rect.bottom <= shown.scroll.area.bottom


def card_is_whole(text: str) -> bool:
    shown = frame(read(text, 1, steps=9))
    assert shown.scroll
    return next(t.rect for t in shown.targets if t.scrolls).height <= shown.scroll.area.height


def ending_is_whole(text: str) -> bool:
    page = read(text, 1, 0)
    shown = frame(page)
    assert shown.scroll
    lead = [op for op in shown.scroll.ops if isinstance(op, TextOp)][1]
    return lead.rect.bottom <= shown.scroll.area.bottom


def summary_is_whole(text: str) -> bool:
    story = story_of(text)
    shown = frame(before_page(app(story), BeforeScreen(story.about.id), SWEDISH))
    assert shown.scroll
    lead = [op for op in shown.scroll.ops if isinstance(op, TextOp)][1]
    return lead.rect.bottom <= shown.scroll.area.bottom


def why_is_whole(text: str) -> bool:
    story = story_of(text)
    play = Play(Machine(story), Playthrough((1, 0), 0))
    shown = frame(recap_page(app(story), play, SWEDISH))
    assert shown.scroll
    cards = [op.rect for op in shown.scroll.ops if isinstance(op, Panel) and op.fill == WARM.ground]
    return max(card.height for card in cards) <= shown.scroll.area.height


# --- the boundary between fitting and not ----------------------------------------------------------


def scene(
    ask: str = "Vad gör du?", choice: str = "Fråga hur det känns.", why: str = "Det är kontroll."
) -> str:
    return base_with(f"""\
scenes:
  rast:
    place: schoolyard
    people: [alva, hawa]
    lines:
      - alva worried: Han skriver hela tiden.
        sign: must_report
        why: {why}
    ask: {ask}
    choices:
      - {choice}: {{do: {{trust: +1}}, go: magen}}
      - Vänta.: magen
""")


def telling(ask: str = "Vem?", beginning: str = "Kan du lyssna?") -> str:
    return base_with(f"""\
scenes:
  beratta:
    place: corridor
    ask: {ask}
    tell: {{samira: slut}}
    beginnings: [{beginning}, Det gäller en kompis., Kan vi prata?]
""")


def messages(text: str, title: str = "") -> str:
    return base_with(f"- phone: noel\n  owner: alva\n{title}  messages:\n    - noel: {text}")


def group(text: str) -> str:
    before = "    - hawa: Hej\n    - daniel: Hej\n"
    return base_with(f"- phone: noel\n  owner: alva\n  title: Laget\n  messages:\n{before}    - noel: {text}")


def group_is_whole(text: str) -> bool:
    shown = frame(read(text, steps=2))
    assert shown.scroll
    top = min(op.rect.top for op in shown.fresh) - shown.scroll.most
    return top >= shown.scroll.area.top


def ending(text: str) -> str:
    return base_with(
        f"scenes:\n  slut:\n    place: office\n    ending: {{title: Två som vet, text: {text}, help: [bris]}}\n"
    )


def adults(text: str) -> str:
    return base_with(f"""\
cast:
  samira: {{name: Samira, adult: mentor, about: {text}}}
scenes:
  magen:
    place: schoolyard
    meets: [samira, daniel]
    go: beratta
  beratta:
    place: corridor
    ask: Vem?
    tell: {{samira: slut, daniel: slut}}
    beginnings: [Kan du lyssna?, Det gäller en kompis., Kan vi prata?]
""")


CASES: dict[str, tuple[Callable[[str], str], Callable[[str], bool]]] = {
    "narration": (lambda text: base_with(f"- {text}"), line_is_whole),
    "speech": (lambda text: base_with(f"- alva: {text}"), line_is_whole),
    "silence": (lambda text: base_with(f"- silence: {text}"), line_is_whole),
    "message": (messages, message_is_whole),
    "message in a group": (group, group_is_whole),
    "pause": (lambda text: base_with(f"- feel: {text}\n  skip: Hej."), feeling_is_whole),
    "question": (lambda text: scene(ask=text), choices_begin),
    "choice": (lambda text: scene(choice=text), choices_begin),
    "choice under a long question": (lambda text: scene(ask=sentence(20), choice=text), choices_begin),
    "why": (lambda text: scene(why=text), why_is_whole),
    "whom to tell": (lambda text: telling(ask=text), adults_begin),
    "beginning": (lambda text: telling(beginning=text), beginning_is_whole),
    "adult": (adults, card_is_whole),
    "summary": (lambda text: base_with(f"summary: {text}\n"), summary_is_whole),
    "ending": (ending, ending_is_whole),
}


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_too_long_exactly_when_the_real_page_cannot_show_it(case: str) -> None:
    written, is_whole = CASES[case]
    fits, too_long = 1, 110
    assert is_whole(written(sentence(fits)))
    assert not is_whole(written(sentence(too_long)))
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        fits, too_long = (middle, too_long) if is_whole(written(sentence(middle))) else (fits, middle)
    assert "T480" not in codes(written(sentence(fits))), sentence(fits)
    assert "T480" in codes(written(sentence(too_long))), sentence(too_long)


# --- what is said of a text that is too long -------------------------------------------------------


def test_a_text_that_is_too_long_is_told_where_it_stands_and_by_how_much() -> None:
    text = base_with(f"- {sentence(60)}")
    (found,) = (each for each in told(text) if each.code == "T480")
    values = dict(found.values)
    assert text.splitlines()[found.at.line - 1][found.at.column - 1 :].startswith("Det regnar")
    assert (values["card"], values["language"], values["most"]) == ("card_line", "Svenska", "5")
    assert int(values["rows"]) > 5
    assert values["text"].endswith("…")
    shorter = sentence(60)[: -int(values["over"])].rstrip()
    assert line_is_whole(base_with(f"- {shorter}"))
    assert int(values["over"]) % 5 == 0


def test_the_base_story_fits() -> None:
    assert told(BASE) == []


def test_a_translation_that_is_too_long_is_told_with_its_language(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    long = sentence(48)
    po = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    for context, source, there in (
        ("rast", "Det är långrast.", long),
        ("rast", "Han skriver hela tiden.", "He writes all the time."),
    ):
        po += f'msgctxt "{context}"\nmsgid "{source}"\nmsgstr "{there}"\n\n'
    (folder / "rasten.po").write_text(po, encoding="utf-8")
    story = replace(story_of(BASE), about=replace(story_of(BASE).about, id="rasten"))
    subject = Subject(
        story, explored(), Counts(story), "story.yaml", BASE, VOCABULARY, TODAY, locale=tmp_path
    )
    found = [(each.code, dict(each.values)["language"]) for each in problems(subject)]
    assert found == [("T480", "English")]


def test_a_text_without_a_translation_is_told_in_swedish_only(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "story.po").write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    found = told(base_with(f"- {sentence(60)}"), tmp_path)
    assert [dict(each.values)["language"] for each in found] == ["Svenska"]


def test_a_word_that_its_card_breaks_in_the_middle_is_told() -> None:
    (found,) = told(messages("gymnastiksalsgarderobsnycklarna, tack"))
    assert found.code == "T481"
    assert dict(found.values) == {
        "word": "gymnastiksalsgarderobsnycklarna,",
        "card": "card_message",
        "language": "Svenska",
    }
    assert codes(messages("nycklarna till gympan, tack")) == []
    assert codes(messages("gymnastiksals-garderobs-nycklarna")) == []


def test_a_name_has_one_row_beside_a_face() -> None:
    name = "Anna-Karin Margareta Sofia von Hertzenstierna-Lagercrantz"
    assert codes(base_with(f"cast:\n  alva: {{name: {name}}}\n")) == ["T480"]
    assert codes(base_with("cast:\n  alva: {name: Anna-Karin von Hertzen}\n")) == []


def test_cards_have_the_same_room_in_a_language_that_is_written_from_right_to_left() -> None:
    story = story_of(BASE)
    specimens = Specimens(story.about, VOCABULARY, SWEDISH, "schoolyard", 2)
    one, other = Rooms(specimens, SETTER, rtl=False), Rooms(specimens, SETTER, rtl=True)
    assert (one.name, one.message, one.ask, one.speech) == (
        other.name,
        other.message,
        other.ask,
        other.speech,
    )
    assert one.why("must_report") == other.why("must_report")


def test_the_stories_that_are_shipped_fit_in_every_language() -> None:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    folders = [path.parent for path in SCENARIOS.glob("*/story.yaml")]
    assert folders
    for folder in folders:
        text = (folder / "story.yaml").read_text(encoding="utf-8")
        story = story_from_text(text, vocabulary, story_id=folder.name).value
        assert story
        subject = Subject(
            story, explored(), Counts(story), "story.yaml", text, vocabulary, TODAY, locale=LOCALE
        )
        assert list(problems(subject)) == []


LETTERS = "abcdefghijklmnopqrstuvwxyzåäöÅÄÖWMil ,.!?”0123456789"


@given(st.text(LETTERS, max_size=120), st.sampled_from([theme.BODY, theme.MESSAGE, theme.ASK]))
def test_an_estimate_never_says_fewer_rows_than_there_are(text: str, style: Style) -> None:
    rows = ESTIMATE.rows(text, style, 300)
    assert rows is None or rows >= len(SETTER.block(text, style, 300).rows)
