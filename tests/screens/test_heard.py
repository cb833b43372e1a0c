"""What is read aloud of each page: all that matters, in reading order, each text in its own language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.aloud import Piece, Shown
from game.screens.chat import Chat
from game.screens.heard import heard
from game.screens.intents import (
    Ask,
    Back,
    Choose,
    Close,
    Forward,
    Go,
    Hide,
    OpenFlag,
    Question,
    SetFlag,
    Where,
)
from game.screens.page import Buttons, Card, Cards, Heading, Page, Screen, Speech, Text, items_of
from game.screens.settings import SetSound
from game.screens.untranslated import untranslated
from tests.screens.sample import sample
from tests.screens.support import Player, at_title, bookshelf, playing, real_playing, real_title
from tests.screens.test_in_swedish import Partly
from tests.view.every_screen import in_language, screens, shelf, shown
from tests.view.lesson_samples import pages

LANGUAGES = ("sv", "sv@lattlast", "en", "fi", "ar", "so")


def heard_of(player: Player, language: str = "sv") -> Shown:
    return heard(player.page, player.words, language, untranslated(player.app, player.words))


def texts(player: Player) -> list[str]:
    return [piece.text for piece in heard_of(player).pieces]


def to_line(text: str) -> Player:
    """The sample story, on the line that begins so."""
    player = playing(sample())
    while not any(piece.text.partition(": ")[2].startswith(text) for piece in heard_of(player).pieces):
        player.do(Forward())
    return player


# --- a line ----------------------------------------------------------------------------------------


def test_a_line_is_heard_with_who_says_it_and_how() -> None:
    player = real_playing().do(Forward())
    assert texts(player) == [
        "Alva, glad: Asså, Hawa. Han har redan skrivit tre gånger. Jag har inte ens borstat tänderna."
    ]


def test_what_nobody_says_is_heard_alone() -> None:
    assert texts(playing(sample())) == ["Det är rast."]


def test_a_message_is_heard_alone_and_the_first_one_with_whose_phone_it_is() -> None:
    player = to_line("Var är du?")
    assert texts(player) == ["Alvas mobil. Noel.", "Noel: Var är du?"]
    assert texts(player.do(Forward())) == ["Alva: Hos Hawa."]


def test_a_flag_is_heard_after_its_line() -> None:
    player = to_line("Han vill veta")
    spot = player.page.spot
    assert spot
    whole = texts(player)
    player.do(OpenFlag(spot), SetFlag(spot, "control"))
    assert texts(player) == [*whole, "Flaggad: Kontroll."]


def test_only_a_line_leads_on_to_the_next() -> None:
    for name, app in screens().items():
        page = shown(app)
        words = shelf().words(app.settings.language)
        line = page.screen in {Screen.DIALOGUE, Screen.PHONE, Screen.SILENCE, Screen.EYES}
        assert heard(page, words, "sv").leads_on is (line and page.default == Forward()), name


# --- other pages -----------------------------------------------------------------------------------


def test_choices_are_heard_with_the_digits_that_press_them() -> None:
    player = real_playing().read_on()
    question, *choices = texts(player)
    items = [item for block in player.page.body for item in items_of(block)]
    assert question == player.page.title
    assert choices[: len(items)] == [f"{number}. {item.label}" for number, item in enumerate(items, 1)]


def test_of_values_the_one_in_force_is_told() -> None:
    player = at_title(sample()).do(Go(Where.SETTINGS), Ask(Question.SOUND))
    assert "Ljud: Av, valt, På." in texts(player)
    assert "Ljud: Av, På, valt." in texts(player.do(SetSound(on=True)))


def test_help_is_heard_with_its_number() -> None:
    (bris,) = (text for text in texts(real_title().do(Go(Where.HELP))) if text.startswith("Bris."))
    assert "116 111" in bris


def test_the_keys_of_a_keypad_are_not_read_out() -> None:
    assert "B." not in texts(at_title(sample()).do(Go(Where.CODE)))


def test_of_all_that_was_said_the_newest_lines_are_heard() -> None:
    player = real_playing().read_on().do(Go(Where.LOG))
    cards = [block for block in player.page.body if isinstance(block, Card)]
    assert len(cards) > 6
    read = " ".join(texts(player))
    assert cards[-1].text in read
    assert cards[-6].text in read
    assert cards[0].text not in read


def test_nothing_is_heard_of_doelj() -> None:
    player = real_playing().do(Hide())
    assert heard_of(player).pieces == ()
    assert heard_of(real_title().do(Hide(practice=True))).pieces == ()


def _said_on(page: Page) -> list[str]:
    """The words of a page that nobody may miss."""
    found: list[str] = []
    for block in page.body:
        match block:
            case Heading(text) | Text(text):
                found.append(text)
            case Speech():
                found.append(block.text)
            case Chat():
                found.append(block.bubbles[-1].text)
            case Buttons() if not block.keypad:
                found += [item.said or item.label for item in block.items]
            case Card() if page.screen is not Screen.LOG:
                found += [block.title, block.text]
            case Cards():
                found += [text for card in block.cards for text in (card.title, card.text)]
            case _:
                pass
    return [*filter(None, found), *([page.notice] if page.notice else [])]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_screen_is_heard_whole_and_once_in_every_language(code: str) -> None:
    words = shelf().words(code)
    for name, app in screens().items():
        translated = in_language(app, code)
        page = shown(translated)
        if page.screen is Screen.HIDDEN:
            continue
        found = heard(page, words, code, untranslated(translated, words))
        whole = " ".join(piece.text for piece in found.pieces).casefold()
        assert found.pieces, name
        assert all(piece.text.strip() for piece in found.pieces), name
        missed = [text for text in _said_on(page) if text.casefold() not in whole]
        assert not missed, (name, missed)


# --- languages -------------------------------------------------------------------------------------


def test_a_line_that_is_not_translated_is_heard_in_swedish() -> None:
    player = to_line("Han vill veta")
    player.words = Partly(frozenset({"Han vill veta var jag är."}))
    assert heard_of(player, "ar").pieces == (
        Piece("Alva:", "ar"),
        Piece("Han vill veta var jag är.", "sv"),
        Piece("Det här är på svenska.", "ar"),
    )


def test_a_choice_that_is_not_translated_is_heard_in_swedish_after_its_number() -> None:
    player = playing(sample()).read_on()
    label = next(item.label for item in player.page.items() if isinstance(item.intent, Choose))
    player.words = Partly(frozenset({label}))
    pieces = heard_of(player, "ar").pieces
    place = pieces.index(Piece(label, "sv"))
    assert pieces[place - 1] == Piece("1.", "ar")


def test_a_quotation_is_heard_in_the_language_of_what_is_quoted() -> None:
    player = to_line("Han vill veta")
    spot = player.page.spot
    assert spot
    player.words = Partly(frozenset({"Han vill veta var jag är."}))
    assert Piece("”Han vill veta var jag är.”", "sv") in heard_of(player.do(OpenFlag(spot)), "ar").pieces


def test_what_is_complete_has_nothing_in_swedish() -> None:
    player = real_playing()
    for code in LANGUAGES:
        words = bookshelf().words(code)
        heads = (about.id for about in player.app.library.abouts)
        if all(words.complete(domain) for domain in ("signs", "help", *heads)):
            assert untranslated(player.app, words) == frozenset()


def test_what_is_missing_of_the_story_the_signs_and_the_help_is_known() -> None:
    player = playing(sample())
    missing = frozenset({"Det är rast.", "Kontroll", "bris", sample().about.title, "inte här"})
    assert untranslated(player.app, Partly(missing)) == missing - {"inte här"}


# --- the same place --------------------------------------------------------------------------------


def test_two_lines_are_two_places_and_a_flag_changes_none() -> None:
    player = to_line("Han vill veta")
    spot = player.page.spot
    assert spot
    here = heard_of(player)
    assert heard_of(player.branch().do(Back())).key != here.key
    player.do(OpenFlag(spot), Close())
    assert heard_of(player).key == here.key
    assert heard_of(player) != here


def test_another_language_is_heard_from_the_beginning() -> None:
    player = playing(sample())
    assert heard_of(player, "sv").key != heard_of(player, "fi").key


def test_settings_that_change_are_the_same_place() -> None:
    player = at_title(sample()).do(Go(Where.SETTINGS), Ask(Question.SOUND))
    here = heard_of(player)
    player.app = replace(player.app, settings=replace(player.app.settings, sound=True))
    assert heard_of(player).key == here.key


# --- a lesson --------------------------------------------------------------------------------------


def _lesson(name: str) -> list[str]:
    return [piece.text for piece in heard(pages()[name], shelf().words("sv"), "sv").pieces]


def test_answers_are_read_with_their_numbers_and_how_many_gave_them() -> None:
    said = _lesson("ask, shown")
    assert said[:3] == [
        "Alva ser på dig och väntar. Vad gör du?",
        "1. Fråga hur det känns i magen när han skriver så. 11. Flest svar.",
        "2. Säg åt henne att göra slut. 5.",
    ]


def test_how_to_join_is_read_where_a_class_comes_in_and_not_beside_every_question() -> None:
    assert any("K 4 T J A 7" in piece for piece in _lesson("lobby"))
    assert not any("K 4 T J A 7" in piece for piece in _lesson("ask"))


def test_what_only_the_teacher_needs_is_not_read_to_the_class() -> None:
    assert "Titta hit." not in _lesson("talk")
    assert "Ungefär 40 sekunder kvar." in _lesson("talk")


def test_a_chart_is_read_with_its_sentence_first() -> None:
    said = " ".join(_lesson("chart"))
    assert said.index("såg fler") < said.index("Det som är okej")
