"""A school's file of defaults: the right rows hold, and each wrong one is told at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.format.diagnostics import format_text, render
from game.format.notes import MAX_PROBLEMS
from game.format.school import MAX_CHARACTERS, Allowed, Defaults, defaults_from_text, is_key
from game.format.school_words import CALLED, CALLED_VALUES
from game.tools.school_rows import allowed
from tests.format.test_fuzz import MARKS

FILE = "beratta.yaml"
ALLOWED = Allowed(
    {
        "language": ("sv", "en"),
        "text_size": ("100", "125", "150"),
        "sound": ("on", "off"),
        "read_aloud": ("off", "asked", "all"),
        "fullscreen": ("true", "false"),
    },
    ("flag", "read", "back"),
    lambda action, pressed: pressed not in ("1", "f1") and (action, pressed) != ("back", "r"),
)


def read(text: str) -> tuple[Defaults, list[tuple[str, int, int]]]:
    loaded = defaults_from_text(text, FILE, ALLOWED)
    assert loaded.value is not None
    return loaded.value, [(each.code, each.at.line, each.at.column) for each in loaded.problems]


def words(text: str) -> dict[str, str]:
    return dict(read(text)[0].words)


def meant(text: str) -> str:
    (problem,) = defaults_from_text(text, FILE, ALLOWED).problems
    return render(problem, "sv").meant.removeprefix("Menade du ”").removesuffix("”?")


# --- what is right ---------------------------------------------------------------------------------


def test_each_row_sets_one_thing_and_is_found_again_by_its_line() -> None:
    found, problems = read("# Skolan\n\nlanguage: en\ntext_size: 125\nkeys: {flag: J, back: F4}\n")

    assert problems == []
    assert found.words == {"language": "en", "text_size": "125"}
    assert found.keys == (("flag", "j"), ("back", "f4"))
    assert found.lines == {"language": 3, "text_size": 4, "keys": 5}


@pytest.mark.parametrize("text", ["", "\n\n", "# bara en kommentar", "---\n", "{}", "keys:", "keys: {}"])
def test_a_file_that_sets_nothing_is_right(text: str) -> None:
    found, problems = read(text)
    assert (found.words, found.keys, problems) == ({}, (), [])


@pytest.mark.parametrize("word", ["on", "On", "yes", "true"])
def test_what_yaml_takes_for_yes_is_yes(word: str) -> None:
    assert words(f"sound: {word}\nfullscreen: {word}") == {"sound": "on", "fullscreen": "true"}


@pytest.mark.parametrize("word", ["off", "OFF", "no", "false"])
def test_what_yaml_takes_for_no_is_off_where_that_is_one_of_several_words(word: str) -> None:
    assert words(f"read_aloud: {word}") == {"read_aloud": "off"}


@pytest.mark.parametrize("text", ["{language: en, sound: off}", '"language": "en"\nsound:\n  off'])
def test_a_file_may_be_written_in_any_of_yamls_ways(text: str) -> None:
    assert words(text) == {"language": "en", "sound": "off"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_computer(end: str) -> None:
    found, problems = read(end.join(["language: en", "colour: x", "sound: on"]))
    assert (found.words, problems) == ({"language": "en", "sound": "on"}, [("D001", 2, 1)])


# --- what is wrong ---------------------------------------------------------------------------------

RIGHT = {"language": "en", "sound": "on"}


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("colour: blue", ("D001", 2, 1)),
        ("[a]: b", ("D009", 2, 1)),
        ('"": x', ("D001", 2, 1)),
        ("yes: no", ("D001", 2, 1)),
        ("klass: 8B", ("D002", 2, 1)),
        ("# Anna 20121212-1212", ("D002", 2, 8)),
        ("text_size: 20121212-1212", ("D002", 2, 12)),
        ("text_size: 130", ("D003", 2, 12)),
        ('text_size: ""', ("D003", 2, 12)),
        ("fullscreen: asked", ("D003", 2, 13)),
        ("text_size:", ("D004", 2, 11)),
        ("text_size: ~", ("D004", 2, 12)),
        ("text_size: [125]", ("D004", 2, 12)),
        ("text_size: {a: b}", ("D004", 2, 12)),
        ("keys: flag", ("D004", 2, 7)),
        ("keys: [flag]", ("D004", 2, 7)),
        ("keys: {flagga: j}", ("D005", 2, 8)),
        ("keys: {flag: ctrl}", ("D006", 2, 14)),
        ('keys: {flag: " "}', ("D006", 2, 14)),
        ("keys: {flag: }", ("D006", 2, 14)),
        ("keys: {flag: [j]}", ("D006", 2, 14)),
        ("keys: {flag: j, read: J}", ("D007", 2, 23)),
        ("keys: {flag: j, flag: k}", ("D008", 2, 17)),
        ("keys: {flag: F1}", ("D011", 2, 14)),
        ("keys: {back: r}", ("D011", 2, 14)),
        ("language: sv", ("D008", 2, 1)),
        ("text_size 125", ("D009", 2, 1)),
        ("text_size:125", ("D009", 2, 1)),
        ("- text_size: 125", ("D009", 2, 1)),
        (" text_size: 125", ("D009", 2, 11)),
        ("\ttext_size: 125", ("D009", 2, 1)),
        ('text_size: "125', ("D009", 2, 12)),
        ("text_size: &a 125", ("D009", 2, 12)),
        ("text_size: *a", ("D009", 2, 12)),
        ("text_size: !!int 125", ("D009", 2, 12)),
        ("text_size: @125", ("D009", 2, 12)),
        ("text_size: 125 #stor", ("D009", 2, 16)),
        ("text_size: a: b", ("D009", 2, 13)),
        ("text_size: 1\x0025", ("D009", 2, 13)),
        ("text_size: [[[[", ("D009", 2, 1)),
        ("text_size: " + "[" * 60, ("D009", 2, 61)),
        ("%TAG ! x", ("D009", 2, 1)),
        ("---", ("D009", 2, 1)),
    ],
)
def test_a_wrong_row_is_told_at_its_place_and_the_right_ones_hold(
    row: str, problem: tuple[str, int, int]
) -> None:
    found, problems = read(f"language: en\n{row}\nsound: on\n")

    assert problems == [problem]
    assert {key: found.words[key] for key in found.words if key in RIGHT} == (
        {"sound": "on"} if row.startswith((" ", "\t")) else RIGHT
    )


@pytest.mark.parametrize(
    "wrong", ["keys: {flag: j, read: J}", "keys: {flag: j, flag: k}", "keys: {flag: j, x: k}"]
)
def test_of_keys_the_right_ones_hold(wrong: str) -> None:
    assert read(wrong)[0].keys == (("flag", "j"),)


def test_of_two_rows_the_first_counts() -> None:
    assert words("text_size: 150\ntext_size: 100\nsound: on\n") == {"text_size": "150", "sound": "on"}
    assert words('text_size: 150\nlanguage: "\ntext_size: 100\n') == {"text_size": "150"}


def test_a_row_that_is_indented_alone_holds_and_is_told_of() -> None:
    found, problems = read(" language: en\nsound: on\n")
    assert found.words == {"language": "en", "sound": "on"}
    assert [code for code, _, _ in problems] == ["D009"]


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("langauge: sv", "language"),
        ("språk: sv", "language"),
        ("tangenter: {}", "keys"),
        ("text_size: 130 %", "125"),
        ("text_size: 400", "150"),
        ("language: svenska", "sv"),
        ("language: EN", "en"),
        ("sound: ja", "on"),
        ("read_aloud: alla", "all"),
        ("keys: {flagga: j}", "flag"),
        ("text_size 125", "text_size: 125"),
        ("text_size=125", "text_size: 125"),
        ("- language: sv", "language: sv"),
        ("typeface: x", ""),
    ],
)
def test_what_was_meant_is_said_where_something_is_near(text: str, near: str) -> None:
    assert meant(text) == near


def test_what_is_said_to_be_meant_is_there() -> None:
    known = allowed()
    assert {key for _, key in CALLED} <= {*known.words, *known.actions, "keys"}
    assert {value for _, value in CALLED_VALUES} <= {word for words in known.words.values() for word in words}


def test_where_something_about_a_person_stands_nothing_of_it_is_repeated() -> None:
    number = "20121212-1212"
    loaded = defaults_from_text(f"text_size: {number}\n{number}: x\n# {number}\n", FILE, ALLOWED)

    assert [each.code for each in loaded.problems] == ["D002"] * 3
    assert not [each for each in loaded.problems if number in str(each.values)]


# --- what wants to do harm -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "a" * (MAX_CHARACTERS + 1),
        "\n".join(f"a{number}: &a{number} [*a{number - 1}, *a{number - 1}]" for number in range(1, 2000)),
        "[" * MAX_CHARACTERS,
        "{a: " * (MAX_CHARACTERS // 4),
        "language" + " " * (MAX_CHARACTERS - 9) + "!",
        "a\n" * (MAX_CHARACTERS // 2),
        "a: 1\n" * (MAX_CHARACTERS // 5),
        '"\n' * (MAX_CHARACTERS // 2),
        "121212-1212\n" * (MAX_CHARACTERS // 12),
        "keys: {" + "flag: j, " * (MAX_CHARACTERS // 10) + "}",
    ],
    ids=["long", "laughs", "lists", "maps", "spaces", "words", "twice", "quotes", "people", "keys"],
)
def test_a_hostile_file_sets_nothing_and_is_told_of_within_limits(text: str) -> None:
    found, problems = read(text)
    assert found.words == {}
    assert 1 <= len(problems) <= MAX_PROBLEMS + 2


PIECES = st.sampled_from(
    [
        *(
            "language",
            "text_size",
            "sound",
            "keys",
            "flag",
            "klass",
            "on",
            "off",
            "125",
            "sv",
            "j",
            "121212-1212",
        ),
        *MARKS,
        *("- ", "...", "\ud800", "\u202e", "~", " "),
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_some_defaults_and_problems_that_can_be_told(text: str) -> None:
    loaded = defaults_from_text(text, FILE, ALLOWED)

    assert loaded.value is not None
    for key, word in loaded.value.words.items():
        assert word in ALLOWED.words[key]
    assert all(action in ALLOWED.actions and is_key(name) for action, name in loaded.value.keys)
    assert (
        len({name for _, name in loaded.value.keys}) == len(dict(loaded.value.keys)) == len(loaded.value.keys)
    )
    for problem in loaded.problems:
        assert format_text(render(problem, "sv", {FILE: text}))


@given(
    st.lists(st.sampled_from(["sound: on", "text_size: 125", "language: en"]), unique=True),
    st.lists(PIECES).map("".join),
)
def test_whatever_one_row_at_the_end_holds_the_rows_before_it_hold(rows: list[str], wrong: str) -> None:
    line = "x" + "".join(wrong.split()).replace("\x85", "")
    found = words("\n".join([*rows, line]))
    assert found == dict(row.split(": ") for row in rows)
