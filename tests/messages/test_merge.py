"""After the author's next edit: what has changed is marked, what has not is left alone, and nothing is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.messages.merge import merged
from game.messages.sources import Source
from game.messages.template import begun, template

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hypothesis.strategies import SearchStrategy

TODAY = date(2026, 11, 26)
LATE = Source("x", "bussen", "Bussen är sen i dag igen.", "Alva to Hawa.")
HOME = Source("x", "bussen", "Jag går hem nu.", "Hawa to Alva.")
DAYS = Source("x", "", "{n} dag", plural="{n} dagar")


def pot(*sources: Source) -> str:
    return template("x", sources)


def translated(*sources: Source, language: str = "en") -> str:
    """A translation in which each text says its source in capitals."""
    po = polib.pofile(merged(begun("x", language, TODAY), pot(*sources)), wrapwidth=0)
    for entry in po:
        entry.msgstr = "" if entry.msgid_plural else said(entry.msgid)
        entry.msgstr_plural = {form: f"{said(entry.msgid)} {form}" for form in entry.msgstr_plural}
    return str(po)


def said(text: str) -> str:
    return text.upper()


def after(po: str, *sources: Source) -> dict[tuple[str | None, str], polib.POEntry]:
    """The entries by context and text when the sources have become these, those no longer used included."""
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(merged(po, pot(*sources)))}


def test_a_text_that_is_unchanged_keeps_its_translation_and_all_that_its_translator_wrote() -> None:
    po = polib.pofile(translated(LATE, HOME))
    po[0].tcomment, po[0].flags = "allow M609: 3 is said in a word", ["fuzzy", "no-wrap"]
    kept = after(str(po), HOME, LATE)["bussen", LATE.text]
    assert (kept.msgstr, kept.tcomment, kept.flags) == (
        said(LATE.text),
        "allow M609: 3 is said in a word",
        ["fuzzy", "no-wrap"],
    )


def test_entries_stand_in_the_order_of_the_template_with_its_comments() -> None:
    spoken = replace(LATE, comment="Alva to Hawa, laughing.")
    found = after(translated(LATE, HOME), HOME, spoken)
    assert list(found) == [("bussen", HOME.text), ("bussen", LATE.text)]
    assert found["bussen", LATE.text].comment == "Alva to Hawa, laughing."


def test_a_changed_text_is_fuzzy_with_what_it_was_before_and_no_other_entry_is_touched() -> None:
    now = replace(LATE, text="Bussen är sen i dag.")
    found = after(translated(LATE, HOME), now, HOME)
    changed, same = found["bussen", now.text], found["bussen", HOME.text]
    assert (changed.msgstr, changed.fuzzy, changed.previous_msgid) == (said(LATE.text), True, LATE.text)
    assert (same.msgstr, same.fuzzy, same.previous_msgid) == (said(HOME.text), False, None)


def test_a_text_that_is_changed_twice_says_what_its_translation_really_translates() -> None:
    first, second = replace(LATE, text="Bussen är sen i dag."), replace(LATE, text="Bussen är sen nu.")
    changed = after(merged(translated(LATE), pot(first)), second)["bussen", second.text]
    assert (changed.msgstr, changed.fuzzy, changed.previous_msgid) == (said(LATE.text), True, LATE.text)


def test_a_text_that_is_changed_back_is_as_it_was() -> None:
    there = merged(translated(LATE), pot(replace(LATE, text="Bussen är sen i dag.")))
    found = after(there, LATE)
    assert list(found) == [("bussen", LATE.text)]
    assert (found["bussen", LATE.text].msgstr, found["bussen", LATE.text].fuzzy) == (said(LATE.text), False)


def test_what_a_translator_made_of_a_guess_stays_when_the_text_is_changed_back_too() -> None:
    now = replace(LATE, text="Bussen är sen i dag.")
    po = polib.pofile(merged(translated(LATE), pot(now)))
    po[0].msgstr = "Half done"
    found = after(str(po), LATE)
    assert found["bussen", LATE.text].msgstr == said(LATE.text)
    assert found["bussen", now.text].obsolete
    assert found["bussen", now.text].msgstr == "Half done"


def test_a_text_that_is_gone_is_obsolete_and_comes_back_with_its_text() -> None:
    without = merged(translated(LATE, HOME), pot(HOME))
    gone = after(without, HOME)["bussen", LATE.text]
    assert (gone.obsolete, gone.msgstr) == (True, said(LATE.text))
    back = after(without, HOME, LATE)["bussen", LATE.text]
    assert (back.obsolete, back.fuzzy, back.msgstr) == (False, False, said(LATE.text))


def test_a_line_that_moves_to_another_scene_takes_its_translation_along() -> None:
    moved = replace(LATE, context="hemma")
    found = after(translated(LATE, HOME), HOME, moved)
    assert list(found) == [("bussen", HOME.text), ("hemma", LATE.text)]
    assert (found["hemma", LATE.text].msgstr, found["hemma", LATE.text].fuzzy) == (said(LATE.text), False)


def test_a_scene_that_is_renamed_keeps_all_of_its_translations() -> None:
    found = after(translated(LATE, HOME), replace(LATE, context="b"), replace(HOME, context="b"))
    assert [(entry.msgstr, entry.fuzzy) for entry in found.values()] == [
        (said(LATE.text), False),
        (said(HOME.text), False),
    ]


@pytest.mark.parametrize(
    "now",
    [
        (replace(LATE, context="hemma", comment="Noel to Alva."),),
        (LATE, replace(LATE, context="hemma")),
    ],
    ids=["another speaker", "a copy"],
)
def test_a_line_in_another_mouth_or_said_a_second_time_is_to_be_looked_at(now: tuple[Source, ...]) -> None:
    entry = after(translated(LATE), *now)["hemma", LATE.text]
    assert (entry.msgstr, entry.fuzzy) == (said(LATE.text), True)
    assert (entry.previous_msgctxt, entry.previous_msgid) == ("bussen", LATE.text)


def test_a_line_that_has_moved_and_changed_is_found_too() -> None:
    now = replace(LATE, context="hemma", text="Bussen är sen i dag också.")
    entry = after(translated(LATE, HOME), HOME, now)["hemma", now.text]
    assert (entry.msgstr, entry.fuzzy) == (said(LATE.text), True)
    assert (entry.previous_msgctxt, entry.previous_msgid) == ("bussen", LATE.text)


def test_the_most_similar_text_is_taken_and_by_one_new_text_alone() -> None:
    now = replace(LATE, text="Bussen är sen i dag igen!"), replace(LATE, text="Bussen är sen i dag ju!")
    found = after(translated(LATE, HOME), HOME, *now)
    assert [found["bussen", text.text].msgstr for text in now] == [said(LATE.text), ""]


def test_a_text_with_nothing_in_common_is_left_for_its_translator() -> None:
    new = replace(LATE, text="Vem ringde dig?")
    entry = after(translated(LATE), new)["bussen", new.text]
    assert (entry.msgstr, entry.fuzzy) == ("", False)


def test_a_text_that_waits_for_its_translator_is_given_no_guess_later() -> None:
    new = replace(LATE, text="Bussen är sen i dag ju!")
    po = merged(translated(LATE), pot(LATE, new))
    assert not polib.pofile(po)[1].msgstr
    assert not after(po, new)["bussen", new.text].msgstr


def test_a_text_that_begins_to_count_keeps_what_was_said_in_every_form() -> None:
    one = Source("x", "", "{n} dag kvar")
    entry = after(translated(one, language="ar"), replace(one, plural="{n} dagar kvar"))[None, one.text]
    assert (set(entry.msgstr_plural.values()), len(entry.msgstr_plural)) == ({said(one.text)}, 6)
    assert entry.fuzzy


def test_a_text_that_no_longer_counts_keeps_the_form_for_many() -> None:
    entry = after(translated(DAYS), replace(DAYS, plural=""))[None, DAYS.text]
    assert (entry.msgstr, entry.fuzzy) == (f"{said(DAYS.text)} 1", True)
    assert entry.tcomment == f"också: {said(DAYS.text)} 0"


def test_the_head_gets_what_it_lacks_and_keeps_what_somebody_wrote() -> None:
    po = polib.pofile(translated(LATE, language="ar"))
    po.metadata = {"Language": "ar", "X-Review": "approved", "Last-Translator": "Someone"}
    head = polib.pofile(merged(str(po), pot(LATE))).metadata
    assert (head["X-Review"], head["Last-Translator"], head["X-Direction"]) == ("approved", "Someone", "rtl")
    assert head["Plural-Forms"].startswith("nplurals=6;")


def test_two_translations_of_one_text_are_both_kept_the_better_one_in_use() -> None:
    po = polib.pofile(translated(LATE))
    po.append(polib.POEntry(msgid=LATE.text, msgctxt="bussen", msgstr="Unsure", flags=["fuzzy"]))
    entry = after(str(po), LATE)["bussen", LATE.text]
    assert (entry.msgstr, entry.fuzzy, entry.tcomment) == (said(LATE.text), False, "också: Unsure")


@pytest.mark.parametrize("text", ["not a catalogue at all", 'msgstr "x"'])
def test_what_is_no_po_file_is_refused(text: str) -> None:
    with pytest.raises((OSError, ValueError)):
        merged(text, pot(LATE))


# --- whatever an author does -----------------------------------------------------------------------

WORDS = ("alva", "bussen", "kommer", "sen", "hem", "nu", "inte", "jag")
LINES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
SCENES = st.sampled_from(["bussen", "hemma", "natten"])
SPEAKERS = st.sampled_from(["Alva to Hawa.", "Noel to Alva, angry."])
SOURCES: SearchStrategy[list[Source]] = st.lists(
    st.builds(lambda context, text, who: Source("x", context, text, who), SCENES, LINES, SPEAKERS),
    max_size=10,
    unique_by=lambda source: (source.context, source.text),
)


def all_said(po: str) -> set[str]:
    return {entry.msgstr for entry in polib.pofile(po) if entry.msgstr}


def with_translations(po: str, stamp: int, only: Iterable[int]) -> str:
    """Some of what is not finished is translated, each in words of its own, as a translator would."""
    file = polib.pofile(po, wrapwidth=0)
    chosen = set(only)
    for number, entry in enumerate(file):
        if number in chosen and not entry.obsolete and (entry.fuzzy or not entry.msgstr):
            entry.msgstr = f"{stamp}: {entry.msgid}"
            entry.flags = []
            entry.previous_msgid = entry.previous_msgctxt = None
    return str(file)


def finished(po: str) -> dict[tuple[str | None, str], str]:
    """What players see, by context and text."""
    return {
        (entry.msgctxt, entry.msgid): entry.msgstr
        for entry in polib.pofile(po)
        if entry.msgstr and not entry.fuzzy and not entry.obsolete
    }


@given(st.lists(st.tuples(SOURCES, st.sets(st.integers(0, 9))), min_size=1, max_size=5))
@settings(deadline=None)
def test_no_translation_is_ever_lost_whatever_the_author_does(
    rounds: list[tuple[list[Source], set[int]]],
) -> None:
    po = begun("x", "en", TODAY)
    for stamp, (sources, translating) in enumerate(rounds):
        before, po = po, merged(po, pot(*sources))
        keys = [(entry.msgctxt, entry.msgid) for entry in polib.pofile(po) if not entry.obsolete]
        assert keys == [(source.context, source.text) for source in sources]
        assert all_said(po) >= all_said(before)
        assert finished(po).items() >= {
            (key, text) for key, text in finished(before).items() if key in set(keys)
        }
        assert all(text.partition(": ")[2] == key[1] for key, text in finished(po).items())
        assert merged(po, pot(*sources)) == po
        assert max(Counter(map(_key, polib.pofile(po))).values(), default=1) == 1
        po = with_translations(po, stamp, translating)


def _key(entry: polib.POEntry) -> tuple[str | None, str]:
    return (entry.msgctxt, entry.msgid)
