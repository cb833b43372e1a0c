"""What is collected is what is looked up, and gettext's files keep what translators have done."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import polib
import pytest

from game.format.load import story_from_text
from game.messages.interface import interface_texts
from game.messages.merge import merged
from game.messages.sources import Source, help_texts, sign_texts, story_texts
from game.messages.template import begun, template
from game.resources import LOCALE, SCENARIOS
from game.screens.commands import OpenStory
from game.screens.intents import (
    Begin,
    Choose,
    Forward,
    Go,
    Hide,
    Intent,
    Leave,
    PickAdult,
    PickStory,
    Rewind,
    SkipScene,
    Where,
)
from game.screens.model import App, BeforeScreen
from game.screens.pages import page
from game.screens.update import update
from game.tools.bookshelf import Bookshelf
from game.tools.translatable import PACKAGE, shipped_sources
from tests.format.stories import VOCABULARY, base_with

if TYPE_CHECKING:
    from pathlib import Path

# --- what there is ---------------------------------------------------------------------------------


class Recorder:
    """Words that stay Swedish and remember what was asked for: domain, context, text, text for many."""

    def __init__(self) -> None:
        self.asked: set[tuple[str, str, str, str]] = set()

    def ui(self, text: str, /, context: str = "", **values: object) -> str:
        self.asked.add(("ui", context, text, ""))
        return text

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        self.asked.add(("ui", "", one, many))
        return one

    def of(self, domain: str, context: str, text: str) -> str:
        self.asked.add((domain, context, text, ""))
        return text

    def has(self, domain: str, context: str, text: str) -> bool:
        return True

    def complete(self, domain: str) -> bool:
        return True


def collected() -> set[tuple[str, str, str, str]]:
    return {
        (source.domain, source.context, source.text, source.plural)
        for sources in shipped_sources().values()
        for source in sources
    }


AWAY = (Leave, Rewind, Hide, SkipScene)
"""What would end the play, or lead it around in circles."""


def next_intent(app: App, words: Recorder, dice: random.Random) -> Intent:
    """What a curious player would do: mostly go on, sometimes look at something else and come back."""
    shown = page(app, words)
    there = [item.intent for item in shown.items() if not isinstance(item.intent, AWAY)]
    if dice.random() < 0.1:
        return dice.choice(there)
    begin = [Begin()] if isinstance(app.screen, BeforeScreen) else []
    onward = [intent for intent in there if isinstance(intent, Forward | Choose)]
    adults = [intent for intent in there if isinstance(intent, PickAdult)]
    return dice.choice(begin or onward or adults or ([shown.default] if shown.default else there))


def played(story: str, words: Recorder, dice: random.Random, steps: int) -> None:
    """A game played at random, from the story's first page."""
    shelf = Bookshelf(SCENARIOS, LOCALE)
    app = App(shelf.library())
    intents: list[Intent] = [Go(Where.STORIES), PickStory(story)]
    for _ in range(steps):
        app, commands = update(app, intents.pop(0) if intents else next_intent(app, words, dice), words)
        intents += [shelf.open_story(command.id) for command in commands if isinstance(command, OpenStory)]


@pytest.mark.parametrize("seed", range(3))
def test_everything_that_a_play_looks_up_is_there_to_be_translated(seed: int) -> None:
    words = Recorder()
    played("svara-direkt", words, random.Random(seed), 1500)
    known = collected()
    interface = {text for domain, _, text, _ in known if domain == "ui"}
    # A single sign (a digit, an arrow) is the same in every language; a sentence that stands for a skipped
    # scene may be the interface's own, and is then asked for a second time as the story's.
    missing = {
        asked for asked in words.asked - known if len(asked[2]) > 3 and asked[2] not in interface and asked[2]
    }
    assert not missing
    assert ("ui", "", "Vad såg du?", "") in words.asked, "the play came to no ending"
    assert any(context == "eyes" for _, context, *_ in words.asked)


WHOLE = """\
scenes:
  rast:
    place: schoolyard
    people: [alva worried, hawa]
    lines:
      - alva worried: Titta här.
        sign: must_report
        why: Att behöva bevisa var man är, är inte omtanke.
      - phone: alva
        title: Gänget
        messages:
          - alva: hej
      - feel: Hur känns det nu?
        skip: Något hände.
    ask: Och du?
    talk: Vad tycker klassen?
    listen: Att någon tvekar.
    choices:
      - Fråga hur det känns.: {do: {trust: +1}, go: magen}
      - Vänta.: {wait: true, go: magen}
"""


def whole_story() -> tuple[Source, ...]:
    loaded = story_from_text(base_with(WHOLE), VOCABULARY, story_id="rasten")
    assert loaded.value is not None, loaded.problems
    return tuple(story_texts(loaded.value))


def test_a_story_gives_all_its_texts_with_the_context_they_are_looked_up_in() -> None:
    found: dict[str, set[str]] = {}
    for source in whole_story():
        found.setdefault(source.context, set()).add(source.text)
    assert found["about"] == {"Rasten", "Alva har fått meddelanden hela lektionen.", "Svartsjuka."}
    assert {"Alva", "Samira", "mentor", "Lyssnar klart."} <= found["cast"]
    assert found["rast"] == {
        "Titta här.",
        "Att behöva bevisa var man är, är inte omtanke.",
        "Gänget",
        "hej",
        "Hur känns det nu?",
        "Något hände.",
        "Och du?",
        "Vad tycker klassen?",
        "Att någon tvekar.",
        "Fråga hur det känns.",
        "Vänta.",
    }
    assert {"Vem berättar ni för?", "Det gäller en kompis."} <= found["beratta"]
    assert found["slut"] == {"Två som vet", "Alva är inte ensam om det längre."}


def test_a_translator_reads_who_says_it_to_whom_and_what_led_there() -> None:
    comments = {source.text: source.comment for source in whole_story()}
    assert comments["Titta här."] == "Alva to Hawa, worried."
    assert comments["hej"] == "A message from Alva in the group chat “Gänget”. Said before: “Titta här.”"
    assert comments["Vänta."] == "A choice: to wait and listen. The question is “Och du?”"
    assert comments["Två som vet"] == "The title of an ending."


def test_a_difficult_word_and_what_it_means_are_two_texts_of_their_own_context() -> None:
    story = story_from_text(base_with("words:\n  omtanke, omtanken: Att bry sig."), VOCABULARY).value
    assert story is not None
    word, meaning = (each for each in story_texts(story) if each.context == "words")
    assert (word.text, meaning.text) == ("omtanke, omtanken", "Att bry sig.")
    assert "with commas between" in word.comment
    assert meaning.comment == "What “omtanke” means, in one easy sentence."
    # A language may have more forms of a word than Swedish has; what it means stays as short.
    assert word.limit == 0
    assert len(meaning.text) < meaning.limit < 2 * len(meaning.text)


def test_the_help_has_its_id_as_context_and_the_signs_say_form_or_sign() -> None:
    assert {(each.context, each.text) for each in help_texts(VOCABULARY.help)} == {
        ("bris", text) for text in ("Bris", "116 111", "Prata.")
    }
    signs = [(each.context, each.text) for each in sign_texts(VOCABULARY.signs)]
    assert signs[:2] == [("form", "Kontroll"), ("form", "Att bestämma.")]
    assert ("sign", "Kollar mobilen") in signs


# --- what the code says ----------------------------------------------------------------------------


def code(folder: Path, text: str, name: str = "page.py") -> Path:
    package = folder / "game"
    package.mkdir(exist_ok=True)
    (package / name).write_text(text, encoding="utf-8")
    return package


def test_every_text_of_the_interface_is_found_in_the_code() -> None:
    interface = interface_texts(PACKAGE)
    assert not interface.unaccounted
    texts = {source.text for source in interface.sources}
    assert {"Dölj", "{name}s mobil", "Mellanslag", "Lugn", "{n} minut"} <= texts
    assert not texts & {"F1", "1", "↑"}


def test_texts_are_read_with_their_context_their_plural_and_their_branches(tmp_path: Path) -> None:
    package = code(
        tmp_path,
        """\
def shown(words, told, over):
    words.ui("Dina vägar" if over else "Dina val")
    told.words.ui("d", "bokstav")
    words.ui("arg", context="ansikte")
    words.plural("{n} flagga", "{n} flaggor", 3)
""",
    )
    found = [(each.context, each.text, each.plural) for each in interface_texts(package).sources]
    assert sorted(found) == [
        ("", "Dina val", ""),
        ("", "Dina vägar", ""),
        ("", "{n} flagga", "{n} flaggor"),
        ("ansikte", "arg", ""),
        ("bokstav", "d", ""),
    ]


@pytest.mark.parametrize("text", ["label", 'f"Hej {name}"', '"Av" if off else on'])
def test_a_text_that_is_not_written_where_it_is_shown_is_named_with_its_place(
    tmp_path: Path, text: str
) -> None:
    package = code(tmp_path, f"def page(words, label, off, on, name):\n    words.ui({text})\n")
    (found,) = interface_texts(package).unaccounted
    assert found.startswith("game/page.py:2: ")


# --- gettext's files -------------------------------------------------------------------------------

HI = Source("ui", "", "Hej {name}!", "To a pupil.", file="game/page.py")
DAYS = Source("ui", "", "{n} dag", "", "{n} dagar", "game/page.py")


def entries(text: str) -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for entry in polib.pofile(text)}


def test_a_template_is_the_same_every_time_and_knows_no_date() -> None:
    pot = template("ui", [HI, DAYS])
    assert pot == template("ui", [HI, DAYS])
    assert "POT-Creation-Date" not in pot
    assert entries(pot)["Hej {name}!"].flags == ["python-brace-format"]


def test_a_text_used_twice_is_one_entry_with_both_comments() -> None:
    again = Source("ui", "", HI.text, "To a teacher.", file="game/other.py")
    (entry,) = entries(template("ui", [HI, again])).values()
    assert entry.comment == "To a pupil.\nTo a teacher."
    assert entry.occurrences == [("game/page.py", ""), ("game/other.py", "")]


def test_the_same_text_in_two_contexts_is_two_entries() -> None:
    letter = Source("ui", "bokstav", HI.text)
    assert len(polib.pofile(template("ui", [HI, letter]))) == 2


def test_a_new_translation_has_room_for_every_plural_form_of_its_language() -> None:
    arabic = merged(begun("ui", "ar", date(2026, 11, 26)), template("ui", [HI, DAYS]))
    assert len(entries(arabic)["{n} dag"].msgstr_plural) == 6
    head = polib.pofile(arabic).metadata
    assert (head["X-Review"], head["X-Direction"], head["X-Language-Name"]) == ("draft", "rtl", "العربية")
