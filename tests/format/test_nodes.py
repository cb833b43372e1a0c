"""YAML as a tree that knows where everything stands."""

from __future__ import annotations

import tracemalloc

import pytest
import yaml

from game.format import nodes
from game.format.nodes import Mapping, Scalar, Sequence, read
from game.format.notes import MAX_PROBLEMS
from game.story.logic import Place


def found(text: str) -> list[tuple[str, int, int]]:
    return [(each.code, each.at.line, each.at.column) for each in read(text, "x.yaml").problems]


def test_every_node_knows_its_line_and_column() -> None:
    tree = read('åäö: "två"\nlista:\n  - ett\n  - {a: b}\n', "x.yaml").value

    assert isinstance(tree, Mapping)
    (key, value), (_, listed) = tree.items
    assert key == Scalar("åäö", quoted=False, at=Place("x.yaml", 1, 1))
    assert value == Scalar("två", quoted=True, at=Place("x.yaml", 1, 6))
    assert isinstance(listed, Sequence)
    assert [item.at for item in listed.items] == [Place("x.yaml", 3, 5), Place("x.yaml", 4, 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no", (False, False, None)),
        ("On", (False, True, None)),
        ('"no"', (False, None, None)),
        ("+3", (False, None, 3)),
        ("'3'", (False, None, None)),
        ("0x1F", (False, None, None)),
        ("12:30", (False, None, None)),
        ("1234567890", (False, None, None)),
        ("~", (True, None, None)),
        ('""', (False, None, None)),
        ("nej", (False, None, None)),
    ],
)
def test_a_plain_word_is_told_from_a_quoted_one(
    text: str, expected: tuple[bool, bool | None, int | None]
) -> None:
    scalar = read(text, "x.yaml").value

    assert isinstance(scalar, Scalar)
    assert (scalar.nothing, scalar.boolean, scalar.whole) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("F110", 0, 0)),
        ("# bara en rad\n", ("F110", 0, 0)),
        ("a: 1\n---\nb: 2", ("F111", 2, 1)),
        ("[" * 10_000, ("F112", 1, 51)),
        ("- " * 10_000, ("F112", 1, 101)),
        ("- &a b", ("F114", 1, 3)),
        ("- &a [b]\n- *a", ("F114", 1, 3)),
        ("- *viskar* hej", ("F114", 1, 3)),
        ("- !!python/object/apply:os.system [ls]", ("F115", 1, 3)),
        ("- !hej du", ("F115", 1, 3)),
        ("%TAG ! tag:x,2000:\n---\na: b", ("F115", 1, 1)),
        ("a: 1\nb: 2\na: 3", ("F116", 3, 1)),
        ("{a: 1, a: 2}", ("F116", 1, 8)),
        ("? [a]\n: b", ("F117", 1, 3)),
        ("{a: 1}: b", ("F117", 1, 1)),
        ("a:\n\tb: c", ("F108", 2, 1)),
        ("a:\n  \tb: c", ("F108", 2, 3)),
        ("a: b\x00c", ("F107", 1, 5)),
        ("a: b\x1b[31mc", ("F107", 1, 5)),
        ("a: b\u2028c", ("F107", 1, 5)),
        ("a: b: c", ("F131", 1, 5)),
        ("- alva: Hej: du", ("F131", 1, 12)),
        ('a: "b\nc: d', ("F132", 1, 4)),
        ("a: [b, c\nd: e", ("F132", 1, 4)),
        ("- @du", ("F133", 1, 3)),
        ("- `du`", ("F133", 1, 3)),
        ('- "Hej" sa hon', ("F109", 1, 9)),
        ("a:\n  b: 1\n c: 2", ("F109", 3, 2)),
        ("- sal #4", ("F134", 1, 7)),
    ],
)
def test_what_is_no_plain_tree_is_told_where_it_stands(text: str, expected: tuple[str, int, int]) -> None:
    assert found(text)[0] == expected


def test_a_duplicate_key_names_both_places_and_the_first_one_counts() -> None:
    loaded = read("a: 1\nb: 2\na: 3", "x.yaml")

    assert dict(loaded.problems[0].values) == {"key": "a", "line": "1", "column": "1"}
    assert isinstance(loaded.value, Mapping)
    assert [(key.text, value.at.line) for key, value in loaded.value.items] == [("a", 1), ("b", 2)]


def test_reading_goes_on_after_what_only_concerns_one_place() -> None:
    assert found("a: &x 1\na: 2\nb: !t 3\nc: sal #4") == [
        ("F114", 1, 4),
        ("F116", 2, 1),
        ("F115", 3, 4),
        ("F134", 4, 8),
    ]


@pytest.mark.parametrize(
    "text", ["a: b # en kommentar", "a: 'sal #4'", "a: b#4", "a: |\n  sal #4\n", "a: b #\n"]
)
def test_a_comment_and_a_number_sign_within_a_text_are_fine(text: str) -> None:
    assert found(text) == []


def test_a_bomb_of_aliases_never_unfolds() -> None:
    rows = ["a0: &a0 [ha, ha, ha]"] + [
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 40)
    ]
    tracemalloc.start()
    codes = {code for code, _, _ in found("\n".join(rows))}
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert codes == {"F114"}
    assert peak < 1_000_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[" * 100, ("F112", 1, 51)),
        ("[{a: " * 2_000, ("F112", 1, 126)),
        ('a: "[[["\nb:\n  - ' + "[ " * 2_000, ("F112", 3, 101)),
        ('- [\'[\', "[\\"[", [],' + "[" * 2_000, ("F112", 1, 68)),
        ("- [it's, " + "[" * 2_000, ("F112", 1, 58)),
    ],
)
def test_brackets_are_counted_wherever_the_parser_gives_up(text: str, expected: tuple[str, int, int]) -> None:
    assert found(text)[0] == expected


def test_braces_without_a_key_are_too_deep_or_no_key_depending_on_where_the_parser_gives_up() -> None:
    assert found("{" * 10_000)[0] in {("F112", 1, 51), ("F117", 1, 2)}


@pytest.mark.parametrize("part", ["- a\n", "a,", "- - a\n"])
def test_a_file_of_nothing_but_small_parts_is_refused_in_bounded_memory(
    monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    # A tenth of the real limit, since to trace memory is slow; what is held grows with the limit and not with the file.
    monkeypatch.setattr(nodes, "MAX_NODES", nodes.MAX_NODES // 10)
    text = ("[" if part == "a," else "") + part * 400_000
    tracemalloc.start()
    loaded = read(text, "x.yaml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert loaded.value is None
    assert [each.code for each in loaded.problems] == ["F113"]
    assert peak < 15_000_000 + 4 * len(text)


def test_a_flood_of_problems_is_cut_and_says_so() -> None:
    loaded = read("a: 1\n" * 100_000, "x.yaml")

    assert loaded.value is None
    assert len(loaded.problems) == MAX_PROBLEMS + 1
    assert loaded.problems[-1].code == "F119"


def test_only_the_head_of_a_file_is_read_when_that_is_asked_for() -> None:
    loaded = read("a: 1\nb: [2]\ncast: {}\nc: *broken* : :", "x.yaml", frozenset({"cast"}))

    assert loaded.problems == ()
    assert isinstance(loaded.value, Mapping)
    assert [key.text for key, _ in loaded.value.items] == ["a", "b"]


def test_the_head_ends_only_at_a_key_of_the_outermost_mapping() -> None:
    loaded = read("a: {cast: 1}\nb: 2\ncast: 3", "x.yaml", frozenset({"cast"}))

    assert isinstance(loaded.value, Mapping)
    assert [key.text for key, _ in loaded.value.items] == ["a", "b"]


def test_the_reader_without_c_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        "a: b: c",
        'a: "b\nc: d',
        "- @du",
        "- *viskar* hej",
        "- sal #4",
        "a: [b, c\nd: e",
        "a: 1\na: 2",
        "[" * 100,
        "- !hej du",
        "a: {b: [1, två]}",
        r'- "\ud800"',
    ]
    with_c = [[code for code, _, _ in found(text)] for text in texts[:-1]]
    monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)

    assert [[code for code, _, _ in found(text)] for text in texts[:-1]] == with_c
    assert found(texts[-1]) == []
