"""A file that is broken, in whatever way, is refused, or nothing of it is lost: it is never half read without a word."""

from __future__ import annotations

import re
from datetime import date

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.messages.merge import merged
from game.messages.po_file import Unreadable, entries
from game.messages.sources import Source
from game.messages.template import begun, read, template

TODAY = date(2026, 11, 26)
BUS = Source("x", "bussen", "Bussen är {n} minuter sen.", "Alva to Hawa.")
DAYS = Source("x", "", "{n} dag", "How long.", plural="{n} dagar")
ROWS = Source("x", "hem", 'En rad.\nOch en till, med \\ och "citat".', "The summary.")
POT = template("x", (BUS, DAYS, ROWS))
LATER = template("x", (Source("x", "bussen", "Bussen är {n} minuter sen i dag."), DAYS))


def translated() -> str:
    """A file with all that there can be in one: forms, something that waits, something that is not used any more."""
    po = polib.pofile(merged(begun("x", "ar", TODAY), POT), wrapwidth=0)
    for entry in po:
        entry.msgstr = "" if entry.msgid_plural else f"T {entry.msgid}"
        entry.msgstr_plural = {form: f"T{form}" for form in entry.msgstr_plural}
    return merged(f"{po}\n", LATER)


WHOLE = translated()
KEYWORD = re.compile(r'(?:#~)?\s*(msg\w+(?:\[\d\])?)?\s*"(.*)"')


def said_in(text: str) -> list[str]:
    """What texts are translated with in a file, read without polib; but for its head."""
    found: list[list[str]] = []
    keyword, of = "", ""
    for line in text.splitlines():
        match = KEYWORD.fullmatch(line.strip())
        if match is None:
            continue
        piece = polib.unescape(match[2])
        if match[1]:
            keyword = match[1]
            of = piece if keyword == "msgid" else of
            if keyword.startswith("msgstr"):
                found.append([])
        elif keyword == "msgid":
            of += piece
        if keyword.startswith("msgstr") and of:
            found[-1].append(piece)
    return [text for text in map("".join, found) if text]


def remarks_in(text: str) -> str:
    """What stands in the comments of translators."""
    return "\n".join(re.sub("^# ?", "", line) for line in text.splitlines() if re.match("#( |$)", line))


def test_all_that_is_translated_is_found_without_polib_too() -> None:
    assert set(said_in(WHOLE)) == {
        *(f"T{form}" for form in range(6)),
        f"T {BUS.text}",
        f"T {ROWS.text}",
    }


# --- what polib would not say ----------------------------------------------------------------------

SILENT = {
    "no closing mark": ('msgid "a"\nmsgstr "Hej\n', 2),
    "no opening mark": ('msgid "a"\nmsgstr Hej"\n', 2),
    "no marks at all": ('msgid "a"\nmsgstr Hej\n', 2),
    "an end of line inside": ('msgid "a"\nmsgstr "Hej\n"\n', 2),
    "a line separator inside": ('msgid "a"\nmsgstr "Hej\u2028"\n', 2),
    "a page break inside": ('msgid "a"\nmsgstr "Hej\x0c"\n', 2),
    "a mark that is escaped": ('msgid "a"\nmsgstr "Hej\\"\n', 2),
    "the same form twice": ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\nmsgstr[0] "y"\n', 4),
    "no form for many": ('msgid "a"\nmsgstr[0] "x"\nmsgstr[1] "y"\n', 2),
    "no forms": ('msgid "a"\nmsgid_plural "b"\nmsgstr "x"\n', 3),
    "two digits": ('msgid "a"\nmsgid_plural "b"\nmsgstr[10] "x"\n', 3),
    "a comment behind": ('msgid "a"\nmsgstr "b" # c\n', 2),
    "a comment between forms": (
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "x"\n# c\nmsgstr[1] "y"\n',
        5,
    ),
    "a comment in an entry": ('msgid "a"\n# c\nmsgstr "x"\n', 2),
    "a piece of nothing": ('msgid "a"\nmsgstr "b"\n# c\n"d"\n', 4),
    "what it was, after what it is": ('msgid "a"\nmsgstr "b"\n#| "c"\n', 3),
    "no translation": ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\n', 4),
}


@pytest.mark.parametrize(("text", "line"), SILENT.values(), ids=SILENT)
def test_what_would_be_half_read_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises((OSError, ValueError), match=r"\(line \d+\)"):
        read(text)
    with pytest.raises((OSError, ValueError)):
        merged(text, POT)
    assert entries(text) == Unreadable("po_syntax", line)


def test_a_file_with_two_heads_is_refused() -> None:
    with pytest.raises(ValueError, match="two heads"):
        read(f'{WHOLE}\nmsgid ""\nmsgstr "Language: fi\\n"\n')


@pytest.mark.parametrize("end", ["#", "#.", "#:", "#,", "# Det var allt.", "\n\n#\n"])
def test_the_last_text_is_read_whatever_ends_the_file(end: str) -> None:
    assert [(entry.msgid, entry.msgstr) for entry in read(f'msgid "a"\nmsgstr "b"\n{end}')] == [("a", "b")]


def test_a_text_that_is_not_used_keeps_what_it_was_before() -> None:
    po = polib.pofile(WHOLE, wrapwidth=0)
    po[0].msgstr = "Half done"
    gone = template("x", (DAYS,))
    once = merged(f"{po}\n", gone)
    assert f'#~| msgid "{BUS.text}"' in once
    assert merged(once, gone) == once
    back = next(entry for entry in polib.pofile(merged(once, LATER)) if entry.msgstr == "Half done")
    assert (back.fuzzy, back.previous_msgid) == (True, BUS.text)


@pytest.mark.parametrize(
    "head",
    [
        '"Content-Type: text/plain; charset=CHARSET\\n"\n',
        '"Content-Type: text/plain; charset=ISO-8859-1\\n"\n',
        "",
    ],
)
def test_what_is_written_says_that_it_is_utf_8(head: str) -> None:
    there = re.sub(r'"Content-Type: .*\n', lambda _: head, WHOLE)
    assert read(merged(there, POT)).metadata["Content-Type"] == "text/plain; charset=UTF-8"


# --- whatever else ---------------------------------------------------------------------------------

PIECES = st.sampled_from(
    (
        *(
            '"',
            '""',
            '"a"',
            "\\",
            '\\"',
            "\\n",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\0",
            "\x0b",
            "\x0c",
            "\x85",
            "\u2028",
        ),
        *(
            "#",
            "#~ ",
            "#| ",
            "#~| ",
            "#, ",
            "#: ",
            "#. ",
            "#, fuzzy\n",
            "fuzzy",
            "\ufeff",
            "å",
            "١",
            "domain ",
        ),
        *(
            "msgid ",
            "msgstr ",
            "msgctxt ",
            "msgid_plural ",
            "msgstr[0] ",
            "msgstr[7] ",
            "msgstr[-1] ",
            "msgstr[",
        ),
        *(
            '#| msgid "x"\n',
            '#~ msgid "a"\n',
            '"Plural-Forms: nplurals=3;\\n"\n',
            "<<<<<<< HEAD\n",
            'msgid ""\n',
        ),
    )
)
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "cut", "swap", "drop", "again"]), st.floats(0, 1), st.floats(0, 1), PIECES
    ),
    min_size=1,
    max_size=5,
)


def edited(text: str, edits: list[tuple[str, float, float, str]]) -> str:
    """The text after some slips of a hand, or of a tool."""
    for kind, one, other, piece in edits:
        lines = text.split("\n")
        first, second = int(one * (len(lines) - 1)), int(other * (len(lines) - 1))
        at = int(one * len(text))
        match kind:
            case "insert":
                text = text[:at] + piece + text[at:]
            case "cut":
                text = text[:at] + text[at + int(other * 30) :]
            case "swap":
                lines[first], lines[second] = lines[second], lines[first]
                text = "\n".join(lines)
            case "drop":
                text = "\n".join(lines[:first] + lines[first + 1 :])
            case _:
                text = "\n".join([*lines[:first], lines[second], *lines[first:]])
    return text


@given(EDITS)
def test_a_broken_translation_is_refused_or_nothing_of_it_is_lost(
    edits: list[tuple[str, float, float, str]],
) -> None:
    broken = edited(WHOLE, edits)
    try:
        after = merged(broken, POT)
    except (OSError, ValueError):
        assert isinstance(entries(broken), Unreadable)
        return
    kept, remarks = set(said_in(after)), remarks_in(after)
    assert [text for text in said_in(broken) if text not in kept and text not in remarks] == []
    assert not isinstance(entries(after), Unreadable)


@given(EDITS)
def test_a_broken_template_is_refused_or_no_translation_is_lost(
    edits: list[tuple[str, float, float, str]],
) -> None:
    try:
        after = merged(WHOLE, edited(POT, edits))
    except (OSError, ValueError):
        return
    kept, remarks = set(said_in(after)), remarks_in(after)
    assert [text for text in said_in(WHOLE) if text not in kept and text not in remarks] == []


@given(st.lists(PIECES, max_size=20).map("".join) | st.text(max_size=60))
def test_anything_at_all_is_refused_or_read(text: str) -> None:
    try:
        after = merged(text, POT)
    except (OSError, ValueError):
        return
    assert len(read(after)) >= len(read(POT))
