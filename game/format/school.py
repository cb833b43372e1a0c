"""A school's defaults, as they are written: a setting a row. A row that is wrong is left out, and the others hold.

Which settings there are, and what each can be, is told from outside (`Allowed`). Whatever else stands in the file is
refused, so that nothing about a pupil can be kept there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from game.format.loaded import Loaded
from game.format.nodes import BOOLEANS, Mapping, Node, Scalar, read
from game.format.notes import MAX_PROBLEMS
from game.format.personal import about_people, is_about_people
from game.format.places import LINE_END
from game.format.reading import Reading, kind
from game.format.school_words import CALLED, CALLED_VALUES, LANGUAGE_OF_YAML, SYNTAX
from game.story.logic import Place
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from collections.abc import Mapping as Map

MAX_CHARACTERS = 64_000
"""Twenty times the file that the game writes, comments and all."""
KEYS = "keys"
"""The one setting that has rows of its own: what can be done with a key, and which key that is."""
FUNCTION_KEYS = tuple(f"f{number}" for number in range(1, 13))

_ROW = re.compile(r"[^\s#\]}]")
_MARKS = ("---", "...")
"""Where YAML begins and ends a document, which says nothing here."""
_HALF_A_ROW = re.compile(r"[-\s]*([^\W\d][\w-]*) {0,9}[:= ] {0,9}([\w@%.]+)")
_NUMBER = re.compile(r"[0-9]{1,9}")
_FIRST_COUNTS = "F116"


@dataclass(frozen=True, slots=True)
class Allowed:
    """The settings with the words that each can be, and what keys of the keyboard can be chosen for.

    `may_take` says whether an action can have the key of a name.
    """

    words: Map[str, tuple[str, ...]]
    actions: tuple[str, ...]
    may_take: Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Defaults:
    """The rows that are right: the word of each setting, and the name of the key for each action, in small letters.

    `lines` says on which line each setting stands.
    """

    words: Map[str, str] = field(default_factory=dict)
    keys: tuple[tuple[str, str], ...] = ()
    lines: Map[str, int] = field(default_factory=dict)


def defaults_from_text(text: str, file: str, allowed: Allowed) -> Loaded[Defaults]:
    """What a file sets; `file` is the name that places and problems carry. There always is a value."""
    if len(text) > MAX_CHARACTERS:
        return Loaded(Defaults(), (unreadable(Place(file), "F104"),))
    rows = _Rows(text, file, allowed)
    rows.take_all()
    people = [problem("D002", place) for place in islice(about_people(text, file), MAX_PROBLEMS)]
    told = {each.at.line for each in people}
    others = [each for each in rows.reading.problems if each.at.line not in told]
    return Loaded(Defaults(rows.words, tuple(rows.keys), rows.lines), tuple(sorted({*people, *others})))


def unreadable(at: Place, code: str) -> Problem:
    """The problem of a whole file that cannot be used; `code` is what is told of a story's file in its place."""
    return problem("D010", at, detail=SYNTAX[code])


class _Rows:
    """The rows of a file as they are read."""

    def __init__(self, text: str, file: str, allowed: Allowed) -> None:
        self.text = text
        self.file = file
        self.allowed = allowed
        self.reading = Reading()
        self.words: dict[str, str] = {}
        self.keys: list[tuple[str, str]] = []
        self.lines: dict[str, int] = {}

    def take_all(self) -> None:
        """All rows at once; where the file as a whole cannot be read, each by itself."""
        whole = read(self.text, self.file)
        codes = {each.code for each in whole.problems}
        if codes == {"F110"}:  # nothing but comments
            return
        if isinstance(whole.value, Mapping) and codes <= {_FIRST_COUNTS}:
            self._take(whole.value, whole.problems)
            return
        for row in self._rows():
            self._take_row(row)
        if not self.reading.problems:
            self._tell(whole.problems)

    def _rows(self) -> Iterator[str]:
        """Each row of the outermost level with what is below it, after as many empty lines as stand before it."""
        lines = LINE_END.split(self.text)
        starts = [number for number, line in enumerate(lines) if _ROW.match(line)]
        if any(line.split("#")[0].strip("-. ") for line in lines[: starts[0] if starts else len(lines)]):
            starts.insert(0, 0)
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
            if self.reading.full:
                return
            yield "\n" * start + "\n".join(lines[start:end])

    def _take_row(self, row: str) -> None:
        if row.strip() in _MARKS:
            return
        tree = read(row, self.file)
        if isinstance(tree.value, Mapping) and all(each.code == _FIRST_COUNTS for each in tree.problems):
            self._take(tree.value, tree.problems)
        elif tree.problems:
            self._tell(tuple(_within(row, each) for each in tree.problems))
        elif tree.value is not None:
            self._no_row(row, tree.value)

    def _take(self, rows: Mapping, problems: tuple[Problem, ...]) -> None:
        self._tell(problems)
        for key, value in rows.items:
            self._set(key, value)

    def _tell(self, problems: tuple[Problem, ...]) -> None:
        """Notes what YAML itself has to say, in words that fit such a file."""
        for each in problems:
            if each.code == _FIRST_COUNTS:
                values = dict(each.values)
                self.reading.add("D008", each.at, key=values["key"] or '""', line=values["line"])
            elif each.code == "F119":
                self.reading.problems.append(each)
            else:
                self.reading.add("D009", each.at, detail=SYNTAX.get(each.code, LANGUAGE_OF_YAML), meant="")

    def _no_row(self, row: str, node: Node) -> None:
        """Notes a row that YAML can read, but that sets nothing, with the row that was probably meant."""
        found = _HALF_A_ROW.match(row)
        meant = f"{found[1]}: {found[2]}" if found and found[1] in self.allowed.words else ""
        detail = "school_list" if not isinstance(node, Scalar) else "school_colon"
        self.reading.add("D009", node.at, detail=detail, meant=meant)

    def _set(self, key: Scalar, value: Node) -> None:
        name = key.text
        if name in self.lines:
            self.reading.add("D008", key.at, key=name, line=self.lines[name])
        elif name == KEYS:
            self.lines[name] = key.at.line
            self._bind_all(value)
        elif name in self.allowed.words:
            self._choose(name, key, value)
        elif is_about_people(name):
            self.reading.add("D002", key.at)
        else:
            known = (*self.allowed.words, KEYS)
            self.reading.unknown("D001", key.at, name or '""', known, _known(CALLED, known))

    def _choose(self, name: str, key: Scalar, value: Node) -> None:
        among = self.allowed.words[name]
        if not isinstance(value, Scalar) or (value.nothing and value.text not in among):
            expected = ", ".join(among)
            self.reading.add("D004", value.at, key=name, found=kind(value), expected=expected)
            return
        word = _word(value, among)
        if word is None:
            self._no_such(name, value, among)
            return
        self.words[name] = word
        self.lines[name] = key.at.line

    def _no_such(self, name: str, value: Scalar, among: Collection[str]) -> None:
        written = value.text or '""'
        values = {"key": name, "expected": ", ".join(among)}
        number = _NUMBER.search(written)
        if number and all(map(str.isdecimal, among)):
            near = min(among, key=lambda each: abs(int(each) - int(number[0])))
            self.reading.add("D003", value.at, value=written, meant=near, **values)
        else:
            self.reading.unknown("D003", value.at, written, among, _known(CALLED_VALUES, among), **values)

    def _bind_all(self, node: Node) -> None:
        if isinstance(node, Mapping):
            for action, pressed in node.items:
                self._bind(action, pressed)
        elif not (isinstance(node, Scalar) and node.nothing):
            self.reading.add("D004", node.at, key=KEYS, found=kind(node), expected="{flag: j, back: b}")

    def _bind(self, action: Scalar, pressed: Node) -> None:
        actions = self.allowed.actions
        if action.text not in actions:
            called, expected = _known(CALLED, actions), ", ".join(actions)
            self.reading.unknown("D005", action.at, action.text or '""', actions, called, expected=expected)
            return
        written = pressed.text if isinstance(pressed, Scalar) else ""
        name = written.lower()
        taken = next((other for other, taken in self.keys if taken == name), "")
        if not is_key(name):
            self.reading.add("D006", pressed.at, value=written or "…")
        elif not self.allowed.may_take(action.text, name):
            self.reading.add("D011", pressed.at, value=written, action=action.text)
        elif taken:
            self.reading.add("D007", pressed.at, value=written, action=taken)
        else:
            self.keys.append((action.text, name))


def _within(row: str, told: Problem) -> Problem:
    """A problem of a row where the row is: what is not closed is found missing after its end."""
    at = told.at
    begin = len(row) - len(row.lstrip("\n")) + 1
    return told if at.line <= row.count("\n") + 1 else replace(told, at=Place(at.file, begin, 1))


def is_key(name: str) -> bool:
    """Whether a key can be called so: by a single letter or sign, or F1 to F12, in small letters."""
    return name in FUNCTION_KEYS or (len(name) == 1 and name.isprintable() and not name.isspace())


def _word(value: Scalar, among: Collection[str]) -> str | None:
    """The word that is meant; of those that mean yes or no, any of YAML's will do."""
    if value.text in among:
        return value.text
    truth = value.boolean
    return next((word for word in among if truth is not None and BOOLEANS.get(word) is truth), None)


def _known(called: Iterable[tuple[str, str]], among: Collection[str]) -> list[tuple[str, str]]:
    return [pair for pair in called if pair[1] in among]
