"""Bringing a translation up to date with its template, so that nothing that somebody has translated is ever lost.

What is unchanged stays as it is. A line that has only moved takes its translation along. A line that was changed
gets the translation of what it was before, marked as fuzzy and with the previous text beside it. What is gone is kept
as obsolete, and comes back with its text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from game.messages.language import head_of
from game.messages.likeness import Likeness, Text
from game.messages.template import BRACES, empty, read, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import polib

_FORMS = re.compile(r"nplurals\s*=\s*([1-6])\b")
_SPEAKER_ENDS = re.compile(r" to |[,.(]")
_FUZZY = "fuzzy"
_UTF_8 = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
"""What is true of every file that is written here."""
_ALSO = "också: "
"""Before a second translation of the same text, which a file can have after a clash in version control."""


class _Key(NamedTuple):
    """What an entry is found by, for gettext as well: its form for many is no part of it."""

    context: str
    text: str


def merged(po_text: str, template_text: str) -> str:
    """A translation with exactly the template's entries, in its order and with its comments.

    Both arguments are what stands in the files; what is no PO file raises polib's `OSError` or `ValueError`.
    """
    old, pot = read(po_text), read(template_text)
    new = empty()
    new.header, new.metadata = old.header, _head(old.metadata)
    counted = _FORMS.search(new.metadata.get("Plural-Forms", ""))
    new.extend(_Merge(old).entries(pot, forms=int(counted[1]) if counted else 2))
    return written(new)


def _head(there: dict[str, str]) -> dict[str, str]:
    """The head, with what it does not say yet; what somebody wrote there is left alone."""
    known = head_of(there.get("Language", ""))
    return there | {field: value for field, value in known.items() if field not in there} | _UTF_8


class _Merge:
    """One translation's entries, taken by the entries of a template."""

    def __init__(self, old: Iterable[polib.POEntry]) -> None:
        self._left: dict[_Key, polib.POEntry] = {}
        for entry in old:
            there = self._left.get(_key(entry))
            self._left[_key(entry)] = _both(there, entry) if there is not None else entry
        self._of_text: dict[tuple[str, str], list[polib.POEntry]] = {}
        for entry in self._left.values():
            if any(_said(entry)):
                self._of_text.setdefault((entry.msgid, entry.msgid_plural), []).append(entry)

    def entries(self, pot: Iterable[polib.POEntry], forms: int) -> Iterator[polib.POEntry]:
        """The template's entries with what is known of them, then what is not used any more."""
        new = list(pot)
        for entry in new:
            if entry.msgid_plural:
                entry.msgstr_plural = dict.fromkeys(range(forms), "")
        added = [entry for entry in new if not self._same(entry)]
        self._changed([entry for entry in added if not self._moved(entry)])
        yield from new
        yield from self._obsolete({text for entry in new for text in _said(entry)})

    def _same(self, entry: polib.POEntry) -> bool:
        """Whether the text stood in this context before, translated or not."""
        kept = self._left.pop(_key(entry), None)
        if kept is None:
            return False
        if kept.msgid_plural == entry.msgid_plural:
            _keep(entry, kept)
        elif any(_said(kept)):
            _guess(entry, kept)
            _note(entry, _said(kept))
        return True

    def _moved(self, entry: polib.POEntry) -> bool:
        """Whether the text stood in another context, of which the translation is taken.

        Where it stands there still, or where somebody else says it now, it may need other words and is to be looked at.
        """
        found = self._of_text.get((entry.msgid, entry.msgid_plural), [])
        gone = [each for each in found if self._left.get(_key(each)) is each]
        followed = next((each for each in gone if _speaker(each) == _speaker(entry)), None)
        if followed is not None:
            del self._left[_key(followed)]
            _keep(entry, followed)
        elif found:
            _guess(entry, (gone or found)[0])
        return bool(found)

    def _changed(self, added: list[polib.POEntry]) -> None:
        """Gives each new text the translation of what it most likely was before: each is given once."""
        old = [entry for entry in self._left.values() if any(_said(entry))]
        likeness = Likeness(_texts(old))
        for match in likeness.matches(_texts(added)):
            _guess(added[match.new], old[match.old])

    def _obsolete(self, kept: set[str]) -> Iterator[polib.POEntry]:
        """What is translated and not used; of guesses only what stands nowhere else."""
        gone = [entry for entry in self._left.values() if any(_said(entry))]
        kept |= {text for entry in gone if not entry.fuzzy for text in _said(entry)}
        for entry in gone:
            if entry.fuzzy and kept.issuperset(_said(entry)):
                continue
            entry.obsolete = True
            entry.comment, entry.occurrences = "", []
            yield entry


def _key(entry: polib.POEntry) -> _Key:
    return _Key(entry.msgctxt or "", entry.msgid)


def _texts(entries: Iterable[polib.POEntry]) -> Iterator[Text]:
    return (Text(number, entry.msgctxt or "", entry.msgid) for number, entry in enumerate(entries))


def _said(entry: polib.POEntry) -> list[str]:
    """What it is translated with; empty without a translation."""
    return [text for text in (entry.msgstr, *entry.msgstr_plural.values()) if text]


def _speaker(entry: polib.POEntry) -> str:
    """Who says it, from the comment of the template."""
    return _SPEAKER_ENDS.split(entry.comment, maxsplit=1)[0].strip()


def _both(one: polib.POEntry, other: polib.POEntry) -> polib.POEntry:
    """One entry for two of the same text: the better translation, and the other one beside it."""
    better, worse = sorted((one, other), key=lambda each: (not _said(each), each.fuzzy, bool(each.obsolete)))
    better.tcomment = "\n".join(dict.fromkeys(filter(None, (better.tcomment, worse.tcomment))))
    _note(better, _said(worse))
    return better


def _note(entry: polib.POEntry, texts: Iterable[str]) -> None:
    """Keeps beside an entry what it has no room for."""
    also = [f"{_ALSO}{text}" for text in texts if text not in _said(entry)]
    entry.tcomment = "\n".join(dict.fromkeys(filter(None, (entry.tcomment, *also))))


def _translate(entry: polib.POEntry, source: polib.POEntry) -> None:
    if not entry.msgid_plural:
        entry.msgstr = source.msgstr or next(reversed(_said(source)), "")
    elif source.msgid_plural:
        entry.msgstr_plural |= source.msgstr_plural
    else:
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, source.msgstr)


def _keep(entry: polib.POEntry, kept: polib.POEntry) -> None:
    """The same text: all that the translator wrote stays."""
    _translate(entry, kept)
    entry.tcomment = kept.tcomment
    entry.previous_msgctxt = kept.previous_msgctxt
    entry.previous_msgid, entry.previous_msgid_plural = kept.previous_msgid, kept.previous_msgid_plural
    entry.flags += [flag for flag in kept.flags if flag not in entry.flags and flag != BRACES]


def _guess(entry: polib.POEntry, source: polib.POEntry) -> None:
    """Another text, or another place: its translation, with what it was a translation of."""
    _translate(entry, source)
    entry.tcomment = source.tcomment
    if source.fuzzy and source.previous_msgid is not None:
        context, entry.previous_msgid = source.previous_msgctxt or source.msgctxt, source.previous_msgid
        entry.previous_msgid_plural = source.previous_msgid_plural
    else:
        context, entry.previous_msgid = source.msgctxt, source.msgid
        entry.previous_msgid_plural = source.msgid_plural or None
    entry.previous_msgctxt = context if context != entry.msgctxt else None
    entry.flags.append(_FUZZY)
