"""What translators are told of how long a text may be is true: so many characters are seen whole at 200 %."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from game.checks.rooms import Room, Rooms, typesetter
from game.checks.specimens import Specimens
from game.format.load import load_story, load_vocabulary
from game.messages.catalog import open_catalog
from game.messages.limits import Limit
from game.resources import LOCALE, SCENARIOS

if TYPE_CHECKING:
    from collections.abc import Callable

STORY = "svara-direkt"
SIGN = "must_report"
WORDS = (
    "det regnar igen och Alva står kvar vid grinden medan alla andra går hem till sitt för att äta middag och göra "
    "läxor innan träningen börjar men ingen av dem vet att hon har väntat här i en timme på någon som inte kommer"
)

ROOMS: dict[str, tuple[Callable[[Rooms], Room], ...]] = {
    "TITLE": (lambda rooms: rooms.title,),
    "SUMMARY": (lambda rooms: rooms.summary,),
    "NOTES": (lambda rooms: rooms.notes,),
    "CHAPTER": (lambda rooms: rooms.chapter(SIGN),),
    "NAME": (lambda rooms: rooms.name,),
    "PROFESSION": (lambda rooms: rooms.profession,),
    "ADULT": (lambda rooms: rooms.about_adult,),
    "LINE": (
        lambda rooms: rooms.narration,
        lambda rooms: rooms.speech,
        lambda rooms: rooms.skipped,
        lambda rooms: rooms.eyes_told,
        lambda rooms: rooms.eyes_thought,
    ),
    "FEEL": (lambda rooms: rooms.feel,),
    "MESSAGE": (lambda rooms: rooms.message,),
    "GROUP_MESSAGE": (lambda rooms: rooms.message_in_group, lambda rooms: rooms.message_own_in_group),
    "CHAT_TITLE": (lambda rooms: rooms.chat_title,),
    "WHY": (lambda rooms: rooms.why(SIGN).room,),
    "ASK": (lambda rooms: rooms.ask, lambda rooms: rooms.ask_adults),
    "CHOICE": (lambda rooms: rooms.choice, lambda rooms: rooms.beginning),
    "ENDING_TITLE": (lambda rooms: rooms.ending_title,),
    "ENDING": (lambda rooms: rooms.ending,),
}
"""Where a text with each limit can stand, by its name: limits of the same number are one to Python."""


@cache
def rooms() -> Rooms:
    """Those of the shipped story, on whose cards as many adults stand as it has."""
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary is not None
    story = load_story(SCENARIOS / STORY, vocabulary).value
    assert story is not None
    adults = sum(bool(person.adult) for person in story.cast.values())
    place = story.scenes[story.start].place
    specimens = Specimens(story.about, vocabulary, open_catalog(LOCALE, "sv"), place, adults)
    return Rooms(specimens, typesetter(), rtl=False)


def sentence(characters: int) -> str:
    """Ordinary Swedish words, so many characters of them."""
    repeated = f"{WORDS} " * (characters // len(WORDS) + 1)
    return f"{repeated[: characters - 1].strip().ljust(characters - 1, 'a').capitalize()}."


def fits(text: str, room: Room) -> bool:
    """Whether a text is seen whole."""
    block = rooms().block(text, room.style, room.width)
    return block.height <= room.height and block.width <= room.width


CASES = [(name, number) for name, places in ROOMS.items() for number in range(len(places))]


def test_every_limit_is_measured() -> None:
    assert set(ROOMS) == set(Limit.__members__)
    assert [len(sentence(limit)) for limit in Limit] == [int(limit) for limit in Limit]


@pytest.mark.parametrize(("name", "number"), CASES)
def test_a_text_of_that_length_is_seen_whole(name: str, number: int) -> None:
    assert fits(sentence(Limit[name]), ROOMS[name][number](rooms()))


@pytest.mark.parametrize("name", ROOMS)
def test_a_text_that_is_five_times_as_long_is_not(name: str) -> None:
    assert not all(fits(sentence(5 * Limit[name]), place(rooms())) for place in ROOMS[name])
