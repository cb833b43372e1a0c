"""A translator's file is read with the line of every entry, and whatever is wrong with it is said calmly."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.messages.po_file import Entry, Unreadable, entries, languages_of, read_po, template_sources

if TYPE_CHECKING:
    from pathlib import Path

PO = """\
# A file.
msgid ""
msgstr ""
"Language: en\\n"

#. A greeting.
# allow M610: it is the same in both
#, fuzzy
msgctxt "rast"
msgid "Hej"
msgstr "Hi"

msgid ""
"Två "
"rader"
msgstr ""
"Two "
"rows"

msgid "{n} val"
msgid_plural "{n} val"
msgstr[1] "{n} choices"
msgstr[0] "{n} choice"

#~ msgid "Gammalt"
#~ msgstr "Old"
"""


def read(text: str) -> tuple[Entry, ...]:
    found = entries(text)
    assert not isinstance(found, Unreadable), found
    return found


def test_every_entry_has_what_it_says_and_where() -> None:
    hello, rows, many, old = read(PO)
    lines = PO.splitlines()

    assert (hello.context, hello.text, hello.said, hello.fuzzy) == ("rast", "Hej", ("Hi",), True)
    assert (rows.text, rows.said) == ("Två rader", ("Two rows",))
    assert many.said == ("{n} choice", "{n} choices")
    assert old.obsolete
    assert [lines[each.line - 1] for each in (hello, many, old)] == [
        'msgid "Hej"',
        'msgid "{n} val"',
        '#~ msgid "Gammalt"',
    ]
    assert [lines[each.said_line - 1] for each in (hello, rows, many)] == [
        'msgstr "Hi"',
        'msgstr ""',
        'msgstr[1] "{n} choices"',
    ]
    assert (rows.line, rows.said_line) == (13, 16)


def test_a_reason_in_a_comment_allows_its_code_and_no_other_comment_does() -> None:
    hello, rows, *_ = read(PO)

    assert hello.allowed == {"M610"}
    assert rows.allowed == frozenset()
    assert read(PO.replace("it is the same in both", "so"))[0].allowed == frozenset()


def test_what_is_fuzzy_empty_or_half_said_is_not_shown() -> None:
    hello, rows, many, _ = read(PO)

    assert [hello.shown, rows.shown, many.shown] == [False, True, True]
    assert not read(PO.replace('"{n} choice"', '" "'))[2].shown


def test_an_empty_file_has_no_entries() -> None:
    assert read("") == ()
    assert read("# nothing\n") == ()


@pytest.mark.parametrize(
    ("text", "line"), [("hej\n", 1), ('\n\nmsgid "a" b\n', 3), ('msgid "a"\nmsgid_plural\n', 2)]
)
def test_what_is_no_such_file_is_said_with_its_line(text: str, line: int) -> None:
    found = entries(text)

    assert isinstance(found, Unreadable)
    assert (found.why, found.line) == ("po_syntax", line)


def test_the_name_of_a_file_is_not_read_as_that_file(tmp_path: Path) -> None:
    path = tmp_path / "en.po"
    path.write_text(PO, encoding="utf-8")

    assert isinstance(entries(str(path)), Unreadable)


@given(
    st.text(st.sampled_from('msgidstrctxplfuzy_[]"#~,|\\ \n\r\x0b\x0c\x1c\x85\u20281åÅ') | st.characters())
)
def test_lines_are_lines_of_the_text(text: str) -> None:
    found = entries(text)
    last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1

    if isinstance(found, Unreadable):
        assert 0 <= found.line <= last
    else:
        assert all(1 <= each.line <= each.said_line <= last for each in found)


def test_a_file_is_read_as_utf_8_with_or_without_its_mark(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(PO.encode())
    (tmp_path / "b.po").write_bytes(b"\xef\xbb\xbf" + PO.encode())

    assert read_po(tmp_path / "a.po") == read_po(tmp_path / "b.po") == PO


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "latin.po").write_bytes('# hej\nmsgid "Å"'.encode("latin-1"))
    (tmp_path / "large.po").write_bytes(b"#" * (8 * 1024 * 1024 + 1))

    assert read_po(tmp_path / "latin.po") == Unreadable("po_encoding", 2)
    assert read_po(tmp_path / "large.po") == Unreadable("po_size")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.po")

    assert read_po(tmp_path / "pipe.po") == ""
    assert read_po(tmp_path) == ""
    assert read_po(tmp_path / "nowhere.po") == ""


def test_languages_are_folders_with_a_file_for_the_domain(tmp_path: Path) -> None:
    for name in ("en", "sv", "sv@lattlast", "not a code", "fi"):
        (tmp_path / name / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / name / "LC_MESSAGES" / "ui.po").write_text(PO, encoding="utf-8")
    (tmp_path / "so").write_text("a file", encoding="utf-8")

    assert languages_of(tmp_path, "ui") == ("en", "fi", "sv@lattlast")
    assert languages_of(tmp_path, "help") == ()
    assert languages_of(tmp_path / "nowhere", "ui") == ()


def test_a_template_gives_its_texts(tmp_path: Path) -> None:
    (tmp_path / "ui.pot").write_text(PO, encoding="utf-8")

    assert [(each.context, each.text) for each in template_sources(tmp_path, "ui")][:2] == [
        ("rast", "Hej"),
        ("", "Två rader"),
    ]
    assert template_sources(tmp_path, "help") == ()
