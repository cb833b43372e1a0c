"""Whether a PO file is one: polib reads many that are none, and loses some of what stands in them without a word.

It takes a text without its closing quotation mark for one that is a letter shorter, joins what a comment has parted to
another entry, and keeps one of two forms with the same number.
"""

from __future__ import annotations

import re

_TEXT = re.compile(
    r"(#~\||#~|#\|)?\s*(?:(msgctxt|msgid|msgid_plural|msgstr|msgstr\[[0-9]\])\s*)?"
    r'"[^"\\]*(?:\\.[^"\\]*)*"'
)
"""A line with a text in quotation marks, without blanks around it: its mark and what it is."""
_NO_COMMENT = ("#~", "#|")
_OLD_MARKS = frozenset({"#|", "#~|"})
"""Before what an entry was until its source was changed."""
_FORM = "msgstr["
_DONE = frozenset({"", "msgstr", _FORM})
"""What may be the last part of an entry; "" is a comment, or the beginning of the file."""
_AFTER = {
    "msgctxt": _DONE,
    "msgid": _DONE | {"msgctxt"},
    "msgid_plural": frozenset({"msgid"}),
    "msgstr": frozenset({"msgid"}),
    _FORM: frozenset({"msgid_plural", _FORM}),
}
"""What each part of an entry may follow."""


def check_grammar(text: str) -> None:
    """Raises `ValueError`, which says the line, for a file that polib would read otherwise than it is written."""
    entry = _Entry()
    # By polib's own notion of lines: a text with an end of line of any kind in it is not closed.
    for number, line in enumerate(map(str.strip, text.splitlines()), 1):
        if line and not entry.goes_on(line):
            raise ValueError(f"this cannot stand here (line {number})")
    if entry.last not in _DONE:
        raise ValueError(f"the last text has no translation (line {len(text.splitlines())})")


class _Entry:
    """The entry that is being read, line by line."""

    def __init__(self) -> None:
        self.last = ""
        self._forms: set[str] = set()
        self._was = False

    def goes_on(self, line: str) -> bool:
        """Whether a line may come next."""
        if line[0] == "#" and not line.startswith(_NO_COMMENT):
            return self._comment()
        found = _TEXT.fullmatch(line)
        if found is None:
            return False
        mark, keyword = found.groups()
        if mark in _OLD_MARKS:
            follows = bool(keyword) or self._was
            return follows and self._comment(was=True)
        self._was = False
        return self._keyword(keyword) if keyword else bool(self.last)

    def _comment(self, *, was: bool = False) -> bool:
        between = self.last not in _DONE
        self.last, self._was = "", was
        return not between

    def _keyword(self, keyword: str) -> bool:
        kind = _FORM if keyword.startswith(_FORM) else keyword
        fits = self.last in _AFTER[kind] and keyword not in self._forms
        self._forms = self._forms | {keyword} if kind == _FORM else set()
        self.last = kind
        return fits
