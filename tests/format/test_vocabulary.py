"""What stories share, as it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from game.format import vocabulary
from game.format.nodes import Node, read
from game.format.reading import Reading
from game.story.library import Channel, Form, Help, SignType, Untold

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

HELP = """\
- id: bris
  name: Bris
  channel: phone
  contact: 116 111
  hours: Dygnet runt
  what: Prata om vad som helst.
  ages: 0-18
  checked_on: 2026-01-31
  source: https://www.bris.se
  confirmed: true
"""


def parsed(parser: Callable[[Reading, Node], T], text: str) -> tuple[T, list[tuple[str, int, int]]]:
    reading = Reading()
    tree = read(text, "x.yaml")
    assert tree.value is not None
    value = parser(reading, tree.value)
    return value, [(each.code, each.at.line, each.at.column) for each in (*tree.problems, *reading.problems)]


def test_signs_belong_to_forms_and_two_of_them_to_none() -> None:
    text = """\
forms:
  control: {label: Kontroll, icon: eye, about: Att bestämma.}
signs:
  check_phone: {form: control, label: Kollar mobilen}
  healthy: {label: Schysst}
"""
    signs, problems = parsed(vocabulary.signs, text)

    assert problems == []
    assert signs.forms == {"control": Form("control", "Kontroll", "Att bestämma.", "eye")}
    assert signs.signs["healthy"] == SignType("healthy", "", "Schysst")
    assert signs.form_of("check_phone") is signs.forms["control"]


def test_a_form_says_for_which_ages_it_is_right_that_there_is_no_story() -> None:
    text = """\
forms:
  control: {label: Kontroll, icon: eye, about: Att bestämma., untold: [{ages: 10-12, why: Därför.}]}
  threat: {label: Hot, icon: bolt, about: Att skrämma., untold: [{ages: snart, why: Därför.}, {ages: 10-12}]}
signs: {}
"""
    signs, problems = parsed(vocabulary.signs, text)

    assert signs.forms["control"].untold == (Untold(10, 12, "Därför."),)
    assert [(line, column) for _, line, column in problems] == [(3, 73), (3, 95)]


def test_a_sign_of_an_unknown_form_or_of_none_is_told() -> None:
    text = """\
forms: {control: {label: Kontroll, icon: eye, about: Att bestämma.}}
signs: {a: {form: kontrol, label: A}, b: {label: B}}
"""
    _, problems = parsed(vocabulary.signs, text)

    assert problems == [("T455", 2, 19), ("F121", 2, 42)]


def test_help_is_read_with_its_ages_and_its_day() -> None:
    entries, problems = parsed(vocabulary.help_entries, HELP)

    assert problems == []
    assert entries == (
        Help(
            "bris",
            "Bris",
            Channel.PHONE,
            "116 111",
            "Dygnet runt",
            "Prata om vad som helst.",
            0,
            18,
            "2026-01-31",
            "https://www.bris.se",
            confirmed=True,
        ),
    )


def test_a_person_has_no_number_and_what_nobody_confirmed_is_not_confirmed() -> None:
    text = HELP.replace("phone", "person").replace(" 116 111", "").replace("  confirmed: true\n", "")
    ((entry,), problems) = parsed(vocabulary.help_entries, text)

    assert problems == []
    assert (entry.channel, entry.contact, entry.confirmed) == (Channel.PERSON, "", False)


def test_help_that_stands_twice_or_has_a_strange_day_or_channel_is_told() -> None:
    twice = HELP + HELP.replace("2026-01-31", "31/1 2026").replace("phone", "pigeon")
    _, problems = parsed(vocabulary.help_entries, twice)

    assert problems == [("F123", 13, 12), ("F129", 18, 3), ("F127", 11, 3)]


def test_places_have_words_for_who_cannot_see_them_and_spots_to_stand_on() -> None:
    text = "gym: {alt: En hall., light: day, stand: {one: [0.3], two: [0, 1], three: [0.1, 0.5, 0.9]}}"
    places, problems = parsed(vocabulary.places, text)

    assert problems == []
    assert places["gym"].alt == "En hall."
    assert places["gym"].stand == ((0.3,), (0.0, 1.0), (0.1, 0.5, 0.9))


def test_a_place_without_words_or_with_wrong_spots_is_told() -> None:
    text = """\
a: {light: dusk}
b: {alt: B, light: day, stand: {one: [0.3, 0.4], two: [x, 2], three: [.nan, 0.5, 0.9]}}
"""
    _, problems = parsed(vocabulary.places, text)

    assert problems == [
        ("F121", 1, 4),
        ("F123", 1, 12),
        ("F122", 2, 38),
        ("F122", 2, 56),
        ("F122", 2, 59),
        ("F122", 2, 71),
    ]


GYM = "gym: {alt: En hall., light: evening, stand: {one: [0.3], two: [0, 1], three: [0.1, 0.5, 0.9]}}\n"


def test_a_place_in_another_season_is_the_other_place_with_its_own_words() -> None:
    text = "gym_winter: {picture: gym, outside: winter, alt: Snö.}\n" + GYM
    places, problems = parsed(vocabulary.places, text)

    assert problems == []
    assert list(places) == ["gym_winter", "gym"]
    assert places["gym_winter"] == replace(places["gym"], alt="Snö.", picture="gym", outside="winter")


def test_a_season_of_no_place_or_of_a_season_and_an_unknown_season_are_told() -> None:
    text = (
        GYM
        + """\
a: {picture: gim, outside: winter, alt: A.}
b: {picture: c, outside: winter, alt: B.}
c: {picture: gym, outside: vinter, alt: C.}
d: {picture: d, alt: D., light: day}
e: {outside: winter, alt: E., light: day}
"""
    )
    _, problems = parsed(vocabulary.places, text)

    assert problems == [
        ("F128", 6, 5),
        ("A550", 2, 14),
        ("A585", 3, 14),
        ("F123", 4, 28),
        ("F120", 5, 26),
        ("F121", 5, 4),
        ("A585", 5, 14),
    ]


def test_portrait_options_are_lists_or_ranges() -> None:
    text = "options: {hair: [long, bob], glasses: [true, false], age: {from: 9, to: 11}}\npalettes: {}"
    options, problems = parsed(vocabulary.portrait_options, text)

    assert problems == []
    assert options == {"hair": ("long", "bob"), "glasses": ("true", "false"), "age": ("9", "10", "11")}


def test_a_rig_without_options_is_told() -> None:
    options, problems = parsed(vocabulary.portrait_options, "palettes: {}")

    assert options == {}
    assert problems == [("F121", 1, 1)]
