"""Reading aloud, decided: what is said, in which order, when it stops, and when the next line comes by itself."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.aloud import (
    Act,
    Asked,
    Came,
    Covered,
    Event,
    GoOn,
    Hush,
    Piece,
    Reading,
    Said,
    Say,
    Set,
    Shown,
    Tell,
    Touched,
    Word,
    step,
)
from game.screens.hearing import Aloud


def line(name: str, *more: str, leads_on: bool = True) -> Shown:
    """A line of the story: its words, and what is added to it, a piece each."""
    return Shown(name, tuple(Piece(text, "sv") for text in (name, *more)), leads_on)


@dataclass
class Heard:
    """A reading, and all that it asked for."""

    reading: Reading = field(default_factory=Reading)
    acts: list[Act] = field(default_factory=list)

    def when(self, *events: Event) -> list[Act]:
        """What is to be done when these happen."""
        done: list[Act] = []
        for event in events:
            self.reading, acts = step(self.reading, event)
            done += acts
        self.acts += done
        return done

    @property
    def said(self) -> list[str]:
        """All that was said, or begun."""
        return [act.piece.text for act in self.acts if isinstance(act, Say)]


def reading(mode: Aloud = Aloud.ALL) -> Heard:
    heard = Heard()
    heard.when(Set(mode))
    return heard


def say(text: str) -> Say:
    return Say(Piece(text, "sv"))


ONE, TWO = line("ett"), line("två")
CHOICES = Shown("val", (Piece("Vad gör du?", "sv"), Piece("1. Gå", "sv")))


# --- everything ------------------------------------------------------------------------------------


def test_a_line_is_read_when_it_comes_and_the_next_one_follows() -> None:
    heard = reading()
    assert heard.when(Came(ONE)) == [say("ett")]
    assert heard.when(Said()) == [GoOn()]
    assert heard.when(Came(TWO)) == [say("två")]


def test_the_pieces_of_a_page_are_said_one_after_the_other() -> None:
    heard = reading()
    assert heard.when(Came(CHOICES)) == [say("Vad gör du?")]
    assert heard.when(Said()) == [say("1. Gå")]


def test_it_waits_where_there_is_something_to_choose() -> None:
    heard = reading()
    heard.when(Came(CHOICES), Said())
    assert heard.when(Said()) == []


def test_the_same_picture_again_is_not_read_again() -> None:
    heard = reading()
    heard.when(Came(ONE))
    assert heard.when(Came(ONE)) == []
    heard.when(Said())
    assert heard.when(Came(ONE)) == []


def test_a_line_that_one_goes_back_to_is_read_again() -> None:
    heard = reading()
    heard.when(Came(ONE), Said(), Came(TWO), Touched())
    assert heard.when(Came(ONE)) == [say("ett")]


def test_what_was_broken_off_is_not_taken_for_heard() -> None:
    heard = reading()
    heard.when(Came(ONE), Touched())
    assert heard.when(Said()) == []


def test_a_flag_put_on_a_line_that_was_heard_is_all_that_is_read_there() -> None:
    heard = reading()
    heard.when(Came(ONE), Said(), Touched(), Came(line("flagga", leads_on=False)), Touched())
    assert heard.when(Came(line("ett", "Flaggad: Kontroll."))) == [say("Flaggad: Kontroll.")]
    assert heard.when(Said()) == [GoOn()]


def test_a_flag_put_in_the_middle_of_a_line_has_the_whole_line_read() -> None:
    heard = reading()
    heard.when(Came(ONE), Touched(), Came(line("flagga", leads_on=False)), Touched())
    assert heard.when(Came(line("ett", "Flaggad: Kontroll."))) == [say("ett")]


def test_nothing_goes_on_while_somebody_sets_a_flag() -> None:
    heard = reading()
    heard.when(Came(ONE), Touched(), Came(line("Vad är det som känns fel?", leads_on=False)))
    assert heard.when(Said(), Said()) == []


def test_a_pause_that_is_left_has_the_line_read_again() -> None:
    heard = reading()
    heard.when(Came(ONE), Said(), Touched(), Came(CHOICES), Touched())
    assert heard.when(Came(ONE)) == [say("ett")]


def test_only_what_is_new_on_a_page_is_read() -> None:
    heard = reading()
    off, on = (Shown("inställningar", (Piece("Ljud", "sv"), Piece(value, "sv"))) for value in ("Av", "På"))
    heard.when(Came(off), Said(), Said(), Touched())
    assert heard.when(Came(on)) == [say("På")]


def test_news_on_a_line_are_said_after_it() -> None:
    heard = reading()
    heard.when(Came(ONE))
    assert heard.when(Came(line("ett", "Du har mött Samira."))) == []
    assert heard.when(Said()) == [say("Du har mött Samira.")]
    assert heard.when(Said()) == [GoOn()]


def test_small_print_is_read_once() -> None:
    heard = reading()
    small = Piece("Det finns inget facit.", "sv", small=True)
    first, second = (Shown(name, (Piece(name, "sv"), small)) for name in ("a", "b"))
    heard.when(Came(first), Said(), Said(), Came(second), Said(), Said())
    assert heard.said == ["a", small.text, "b"]


def test_small_print_that_nobody_heard_is_still_to_be_read() -> None:
    heard = reading()
    small = Piece("Det finns inget facit.", "sv", small=True)
    first, second = (Shown(name, (Piece(name, "sv"), small)) for name in ("a", "b"))
    heard.when(Came(first), Said(), Touched(), Came(second), Said(), Said())
    assert heard.said == ["a", small.text, "b", small.text]


# --- silence ---------------------------------------------------------------------------------------


def test_any_key_stops_it_at_once_and_nothing_comes_by_itself_after_it() -> None:
    heard = reading()
    heard.when(Came(ONE))
    assert heard.when(Touched()) == [Hush()]
    assert heard.when(Said(), Came(ONE)) == []


def test_doelj_stops_it_and_it_stays_silent_when_the_game_is_back() -> None:
    heard = reading()
    heard.when(Came(ONE))
    assert heard.when(Covered()) == [Hush()]
    assert heard.when(Said(), Asked()) == []
    assert heard.when(Came(ONE)) == []
    assert heard.when(Came(TWO)) == [say("två")]


def test_a_screen_reader_does_the_reading_while_it_runs() -> None:
    heard = reading()
    heard.when(Came(ONE))
    assert heard.when(Set(Aloud.ALL, reader=True)) == [Hush()]
    assert heard.when(Came(TWO), Said()) == []
    assert heard.when(Asked()) == [Tell(Word.READER)]
    heard.when(Set(Aloud.ALL, reader=False))
    assert heard.when(Came(ONE)) == [say("ett")]


@pytest.mark.parametrize("mode", [Aloud.OFF, Aloud.ASKED])
def test_nothing_is_read_by_itself_where_that_is_not_wanted(mode: Aloud) -> None:
    assert reading(mode).when(Came(ONE), Came(TWO), Came(CHOICES)) == []


def test_it_is_silent_as_soon_as_it_is_turned_off() -> None:
    heard = reading()
    heard.when(Came(ONE))
    assert heard.when(Set(Aloud.OFF)) == [Hush()]


# --- on request ------------------------------------------------------------------------------------


def test_what_is_shown_is_read_when_it_is_asked_for_and_nothing_goes_on() -> None:
    heard = reading(Aloud.ASKED)
    heard.when(Came(ONE))
    assert heard.when(Asked()) == [say("ett")]
    assert heard.when(Said()) == []
    assert heard.when(Asked()) == [say("ett")]


def test_asking_again_begins_again() -> None:
    heard = reading(Aloud.ASKED)
    heard.when(Came(CHOICES), Asked(), Said())
    assert heard.when(Asked()) == [Hush(), say("Vad gör du?")]


def test_a_new_page_ends_what_was_asked_for_on_the_one_before() -> None:
    heard = reading(Aloud.ASKED)
    heard.when(Came(ONE), Asked())
    assert heard.when(Came(TWO)) == [Hush()]


def test_reading_everything_goes_on_after_what_was_asked_for() -> None:
    heard = reading()
    heard.when(Came(ONE), Touched(), Asked())
    assert heard.when(Said()) == [GoOn()]


def test_who_asks_while_it_is_off_is_told_where_it_is_turned_on() -> None:
    assert reading(Aloud.OFF).when(Asked()) == [Tell(Word.IS_OFF)]


SAMPLED = Shown("prov", (Piece("Vad vill du höra?", "sv"),), sample=(Piece("Amina: Hej.", "sv"),))


@pytest.mark.parametrize("mode", [Aloud.ASKED, Aloud.ALL])
def test_a_sample_is_said_alone_when_it_is_asked_for_and_instead_of_anything_else(mode: Aloud) -> None:
    heard = reading(mode)
    heard.when(Came(SAMPLED), Touched())
    assert heard.when(Asked(sample=True)) == [say("Amina: Hej.")]
    assert heard.when(Said()) == []
    assert heard.when(Asked(), Asked(sample=True))[-2:] == [Hush(), say("Amina: Hej.")]


def test_where_there_is_no_sample_there_is_nothing_to_say() -> None:
    assert reading().when(Asked(sample=True)) == []


# --- no voice --------------------------------------------------------------------------------------


def test_where_there_is_no_voice_it_says_so_and_no_line_is_lost() -> None:
    heard = reading()
    heard.when(Came(ONE))
    assert heard.when(Said(heard=False)) == [Tell(Word.NO_VOICE)]


def test_what_has_a_voice_is_read_though_other_words_have_none() -> None:
    heard = reading()
    heard.when(Came(line("af-soomaali", "svenska")))
    assert heard.when(Said(heard=False)) == [Tell(Word.NO_VOICE), say("svenska")]
    assert heard.when(Said()) == []


# --- whatever happens ------------------------------------------------------------------------------

PAGES = st.builds(
    lambda key, count, leads_on: Shown(
        key, tuple(Piece(f"{key}{number}", "sv") for number in range(count)), leads_on
    ),
    st.sampled_from("abc"),
    st.integers(0, 3),
    st.booleans(),
)
EVENTS = st.lists(
    st.one_of(
        PAGES.map(Came),
        st.just(Touched()),
        st.just(Covered()),
        st.just(Asked()),
        st.booleans().map(Said),
        st.builds(Set, st.sampled_from(Aloud), st.booleans()),
    ),
    max_size=40,
)


@given(EVENTS)
def test_nothing_is_heard_while_it_is_hidden_off_or_left_to_a_screen_reader(events: list[Event]) -> None:
    now = Reading()
    speaking = False
    for event in events:
        now, acts = step(now, event)
        for act in acts:
            speaking = isinstance(act, Say) or (speaking and not isinstance(act, Hush))
            assert not (isinstance(act, Say | GoOn) and now.silent)
        if isinstance(event, Said):
            speaking = bool(now.left)
        assert speaking is bool(now.left)
        if now.silent or isinstance(event, Touched):
            assert not speaking


@given(EVENTS)
def test_the_next_line_comes_only_after_all_of_this_one_was_heard(events: list[Event]) -> None:
    now = Reading()
    heard: list[Piece] = []
    for event in events:
        before = now
        now, acts = step(now, event)
        if isinstance(event, Said) and before.left:
            heard = [*heard, before.left[0]] if event.heard else []
        if GoOn() in acts:
            assert now.shown
            assert now.shown.leads_on
            assert now.mode is Aloud.ALL
            assert set(now.shown.pieces) <= set(heard)


@given(st.lists(st.integers(1, 3), min_size=1, max_size=12))
def test_who_only_listens_hears_every_line_once_and_in_order(counts: list[int]) -> None:
    pages = [
        line(f"{number}", *(f"{number}.{more}" for more in range(1, n))) for number, n in enumerate(counts)
    ]
    heard = reading()
    heard.when(Came(pages[0]))
    for following in pages[1:]:
        while GoOn() not in heard.when(Said()):
            pass
        heard.when(Came(following))
    while heard.reading.left:
        heard.when(Said())
    assert heard.said == [piece.text for page in pages for piece in page.pieces]


@given(st.lists(st.sampled_from(["said", "touched", "forward", "back", "again"]), max_size=60))
def test_no_line_is_passed_over_whatever_a_reader_presses(pressed: list[str]) -> None:
    """The place in the story moves only by what the player presses, or by one after a line was heard."""
    lines = [line(str(number)) for number in range(5)]
    place, heard = 0, reading()
    heard.when(Came(lines[0]))
    for each in pressed:
        if each == "said":
            said = heard.reading.left
            if GoOn() in heard.when(Said()):
                assert said == lines[place].pieces
                place = min(place + 1, 4)
        else:
            heard.when(Touched())
            place = max(0, min(4, place + {"forward": 1, "back": -1}.get(each, 0)))
        if each == "again":
            assert heard.when(Asked()) == [say(str(place))]
        heard.when(Came(lines[place]))
        assert not heard.reading.left or heard.reading.left == lines[place].pieces
