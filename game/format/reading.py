"""Reading values out of nodes: every mistake is noted, and reading goes on with something harmless."""

from __future__ import annotations

import re
from difflib import SequenceMatcher, get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

from game.format.nodes import Mapping, Node, Scalar, Sequence
from game.format.notes import Notes
from game.format.swedish import in_english
from game.story.unseen import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from game.story.logic import Place

MAX_TEXT = 2_000
"""Characters in one text: more than a page, where a line in a story has a few sentences."""

_MAX_GUESSED = 60
_MAX_CANDIDATES = 300
_ID = re.compile(r"[^\W\d][\w-]{0,59}")


def nearest(word: str, among: Iterable[str]) -> str:
    """The one of `among` that was probably meant by `word`; "" when none is near."""
    if len(word) > _MAX_GUESSED:
        return ""
    lower = {known.lower(): known for known in islice(among, _MAX_CANDIDATES)}
    asked = word.lower()
    found = get_close_matches(asked, lower, 3, 0.6)
    # Of two that are as near, people more often get the end of a word wrong than its start.
    best = max(found, key=lambda near: (_nearness(asked, near), asked[:1] == near[:1]), default="")
    return lower.get(best, "")


def _nearness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _meant(value: str, among: Collection[str], called: Iterable[tuple[str, str]]) -> str:
    """The one of `among` that was probably meant: by its name on the screen, in Swedish, or spelt nearly so."""
    names = {name.casefold(): known for name, known in called}
    word = value.casefold().strip()
    if word in names:
        return names[word]
    translated = in_english(word)
    if translated in among:
        return translated
    return nearest(value, among) or names.get(nearest(word, names), "")


class Reading(Notes):
    """The problems of one file while it is read, and the reading of its simplest values."""

    def unknown(
        self,
        code: str,
        at: Place,
        value: str,
        among: Collection[str],
        called: Iterable[tuple[str, str]] = (),
        **values: object,
    ) -> None:
        """Notes a word that is not one of `among`, with the nearest that is.

        `called` are the names that some of these are shown by, and they themselves; Swedish words are understood too.
        """
        meant = "" if self.full else _meant(value, among, called)
        self.add(code, at, value=value, meant=meant, **values)

    def wrong(self, node: Node, expected: str) -> None:
        """Notes that something else was expected: one of the terms in `diagnostics/terms.yaml`."""
        self.add("F122", node.at, expected=expected, found=kind(node))

    def text(self, node: Node) -> str:
        """A text with something in it; "" when there is none, and that is noted."""
        if not isinstance(node, Scalar):
            self.wrong(node, "text")
            return ""
        if node.boolean is not None:
            self.add("F118", node.at, word=node.text)
            return ""
        text = node.text.strip()
        if node.nothing or not text:
            self.add("T450", node.at)
        # What a file shows, it shows as it is: only quotes can bring in a character that was not looked at there.
        elif node.quoted and (unseen := UNSEEN.search(text)):
            self.add("F107", node.at, character=f"U+{ord(unseen[0]):04X}")
            return ""
        elif len(text) > MAX_TEXT:
            self.add("F136", node.at, length=len(text), limit=MAX_TEXT)
            return ""
        return "" if node.nothing else text

    def id(self, node: Node) -> str:
        """A name that the file gives to something, or refers to something with; "" when it cannot be one."""
        if not isinstance(node, Scalar):
            self.wrong(node, "name")
        elif node.boolean is not None:
            self.add("F118", node.at, word=node.text)
        elif node.nothing:
            self.wrong(node, "name")
        elif not _ID.fullmatch(node.text):
            self.add("F124", node.at, name=node.text)
        else:
            return node.text
        return ""

    def reference(
        self, node: Node, code: str, among: Collection[str], called: Iterable[tuple[str, str]] = ()
    ) -> str:
        """One of the names in `among`; "" when it is not, and that is noted as `code`, with `called` as in `unknown`.

        An empty `among` is a table that could not be read, which is told elsewhere: then any name will do.
        """
        name = self.id(node)
        if name and among and name not in among:
            self.unknown(code, node.at, name, among, called)
            return ""
        return name

    def word(self, node: Node, among: Collection[str]) -> str:
        """One of a few fixed words; "" when it is another."""
        if not isinstance(node, Scalar):
            self.wrong(node, "text")
            return ""
        if node.text not in among:
            self.unknown("F123", node.at, node.text, among, expected=", ".join(among))
            return ""
        return node.text

    def whole(self, node: Node, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`."""
        number = node.whole if isinstance(node, Scalar) else None
        if number is None:
            self.wrong(node, "number")
        elif not low <= number <= high:
            self.add("F125", node.at, number=number, low=low, high=high)
            return None
        return number

    def boolean(self, node: Node) -> bool:
        """Yes or no; False when it is neither."""
        value = node.boolean if isinstance(node, Scalar) else None
        if value is None:
            self.wrong(node, "boolean")
        return bool(value)

    def items(self, node: Node | None, expected: str = "list") -> tuple[Node, ...]:
        """What a list holds."""
        if isinstance(node, Sequence):
            return node.items
        if node is not None:
            self.wrong(node, expected)
        return ()

    def filled(self, node: Node, key: str) -> tuple[Node, ...]:
        """What a list holds that belongs to `key`; an empty one is noted."""
        found = self.items(node)
        if isinstance(node, Sequence) and not found:
            self.add("F254", node.at, key=key)
        return found

    def pairs(self, node: Node | None, expected: str = "mapping") -> tuple[tuple[Scalar, Node], ...]:
        """What a mapping holds."""
        if isinstance(node, Mapping):
            return node.items
        if node is not None:
            self.wrong(node, expected)
        return ()

    def named(self, node: Node | None) -> list[tuple[str, Scalar, Node]]:
        """What a mapping from names holds; names that cannot be names are noted and left out."""
        read = ((self.id(key), key, value) for key, value in self.pairs(node))
        return [entry for entry in read if entry[0]]


class Fields:
    """The known keys of one mapping. Unknown keys are noted at once, with the nearest known one."""

    def __init__(self, reading: Reading, node: Node, where: str, keys: Collection[str]) -> None:
        """`where` is the term for the mapping in `diagnostics/terms.yaml`."""
        self.at = node.at
        self._reading = reading
        self._where = where
        self._valid = isinstance(node, Mapping)
        self._found: dict[str, tuple[Scalar, Node]] = {}
        for key, value in reading.pairs(node, where):
            if key.text in keys:
                self._found[key.text] = (key, value)
            elif key.boolean is not None:
                reading.add("F118", key.at, word=key.text)
            elif isinstance(node, Mapping) and node.flow and isinstance(value, Scalar) and value.nothing:
                reading.add("F135", key.at, text=key.text)
            else:
                reading.unknown("F120", key.at, key.text, keys, where=where)

    def __contains__(self, key: str) -> bool:
        return key in self._found

    def key_at(self, key: str) -> Place:
        """Where a key that is there stands."""
        return self._found[key][0].at

    def get(self, key: str) -> Node | None:
        """What belongs to a key; None when the key is not there."""
        found = self._found.get(key)
        return found[1] if found else None

    def need(self, key: str) -> Node | None:
        """What belongs to a key that has to be there."""
        found = self.get(key)
        if found is None and self._valid:
            self._reading.add("F121", self.at, key=key, where=self._where)
        return found

    def text(self, key: str) -> str:
        """The text of a key that may be missing."""
        node = self.get(key)
        return self._reading.text(node) if node else ""

    def need_text(self, key: str) -> str:
        """The text of a key that has to be there."""
        node = self.need(key)
        return self._reading.text(node) if node else ""

    def boolean(self, key: str, *, default: bool = False) -> bool:
        """The yes or no of a key that may be missing."""
        node = self.get(key)
        return self._reading.boolean(node) if node else default

    def only_with(self, key: str, needed: str) -> None:
        """Notes a key that means nothing without another."""
        if key in self and needed not in self:
            self._reading.add("F128", self.key_at(key), key=key, needed=needed)


def kind(node: Node) -> str:
    """The term for what a node is, in `diagnostics/terms.yaml`."""
    match node:
        case Mapping():
            return "mapping"
        case Sequence():
            return "list"
        case Scalar():
            if node.nothing:
                return "nothing"
            if node.boolean is not None:
                return "boolean"
            return "number" if node.whole is not None else "text"
