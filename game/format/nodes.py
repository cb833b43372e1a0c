"""YAML as a tree that knows where everything stands. The only module that imports yaml.

The tree is built from the parser's events, one at a time and without recursion: nothing in a file is ever
resolved to an object, and limits hold before memory is taken.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

import yaml

from game.format.loaded import Loaded
from game.format.notes import Notes
from game.format.places import place_after
from game.format.uncollected import uncollected
from game.story.logic import Place
from game.story.problem import Problem, problem
from game.story.unseen import UNSEEN

MAX_DEPTH = 50
"""Lists and mappings within each other; a story needs nine."""
MAX_NODES = 600_000
"""Texts, lists and mappings in one file: more than 50,000 lines of a story."""

_LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = (
    yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
)
_QUOTED = frozenset("'\"|>")
BOOLEANS = {
    word: value
    for words, value in (("yes on true", True), ("no off false", False))
    for lower in words.split()
    for word in (lower, lower.capitalize(), lower.upper())
}
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_TAB_INDENT = re.compile(r"^ *\t[ \t]*\S", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)
_QUOTES_AND_BRACKETS = re.compile(r"""\"(?:\\.|[^\"\\])*\"|'[^']*'|[][{}]""", re.DOTALL)
_WHOLE = re.compile(r"[-+]?[0-9]{1,9}")


class Scalar(NamedTuple):
    """One text as it stands in the file, its quotes taken away; `quoted` says whether it had any.

    Nodes are tuples, which are made in half the time: a long story has hundreds of thousands of them.
    """

    text: str
    quoted: bool
    at: Place

    @property
    def nothing(self) -> bool:
        """Whether nothing was written: no text, or YAML's words for none."""
        return not self.quoted and self.text in _NOTHING

    @property
    def boolean(self) -> bool | None:
        """What YAML 1.1 reads as yes or no; None for everything else."""
        return None if self.quoted else BOOLEANS.get(self.text)

    @property
    def whole(self) -> int | None:
        """The whole number that is written, None for everything else."""
        return int(self.text) if not self.quoted and _WHOLE.fullmatch(self.text) else None


class Mapping(NamedTuple):
    """Keys and what belongs to them, in the order of the file; no key comes twice."""

    items: tuple[tuple[Scalar, Node], ...]
    at: Place
    flow: bool = False
    """Whether it was written in braces, where a comma parts."""


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    at: Place


Node: TypeAlias = Scalar | Mapping | Sequence


class _Stop(Exception):  # noqa: N818 - not an error: reading ends here, for better or worse
    """Nothing more of the file is read."""


class _OpenSequence:
    """A list whose end has not been read."""

    def __init__(self, at: Place) -> None:
        self.at = at
        self.items: list[Node] = []

    def close(self) -> Node:
        return Sequence(tuple(self.items), self.at)


class _OpenMapping:
    """A mapping whose end has not been read."""

    def __init__(self, at: Place, *, flow: bool) -> None:
        self.at = at
        self.flow = flow
        self.items: list[tuple[Scalar, Node]] = []
        self.key: Scalar | None = None
        self.first: dict[str, Scalar] = {}

    def close(self) -> Node:
        return Mapping(tuple(self.items), self.at, self.flow)


class _Tree:
    """The nodes read so far, and what was wrong with them."""

    def __init__(self, text: str, file: str, until: frozenset[str]) -> None:
        self.text = text
        self.file = file
        self.until = until
        self.root: Node | None = None
        self.notes = Notes()
        self._open: list[_OpenSequence | _OpenMapping] = []
        self._count = 0
        self._documents = 0

    def grow(self, loader: yaml.SafeLoader | yaml.CSafeLoader) -> None:
        """Takes every event that there is, or notes why there is no whole tree."""
        event: yaml.Event | None = None
        try:
            while (event := loader.get_event()) is not None:
                self._take(event)
        except _Stop:
            pass
        except yaml.MarkedYAMLError as error:
            self.root = None
            deep = "nesting depth" in (error.problem or "")
            self.notes.problems.append(self._too_deep(event, error) if deep else _explained(error, self.file))

    def _take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._put(self._scalar(event))
            case yaml.CollectionEndEvent():
                self._put(self._open.pop().close())
            case yaml.MappingStartEvent():
                self._enter(_OpenMapping(self._begin(event), flow=bool(event.flow_style)))
            case yaml.SequenceStartEvent():
                self._enter(_OpenSequence(self._begin(event)))
            case yaml.AliasEvent():
                self._refuse("F114", event, name=f"*{event.anchor}")
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self._refuse("F111", event)
            case _:
                pass

    def _begin(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> Place:
        at = self._place(event)
        self._count += 1
        if self._count > MAX_NODES:
            self._refuse("F113", event, limit=MAX_NODES)
        if event.anchor is not None:
            self._note("F114", at, name=f"&{event.anchor}")
        if event.tag is not None:
            self._note("F115", at, tag=event.tag)
        return at

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        at = self._begin(event)
        if event.style in _QUOTED:
            return Scalar(event.value, True, at)  # noqa: FBT003 - of a tuple, which is made fastest so
        end = event.end_mark
        # "sal #4" loses its "#4": without a space after it, the sign is hardly meant as a comment.
        if (
            end
            and self.text.startswith(" #", end.index)
            and not self.text[end.index + 2 : end.index + 3].isspace()
        ):
            self._note("F134", Place(self.file, end.line + 1, end.column + 2))
        return Scalar(event.value, False, at)  # noqa: FBT003

    def _enter(self, opened: _OpenSequence | _OpenMapping) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._note("F112", opened.at, limit=MAX_DEPTH)
            raise _Stop
        parent = self._open[-1] if self._open else None
        if isinstance(parent, _OpenMapping) and parent.key is None:
            self._note("F117", opened.at)
            raise _Stop
        self._open.append(opened)

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, _OpenSequence):
            parent.items.append(node)
        elif parent.key is None:
            assert isinstance(node, Scalar)
            if len(self._open) == 1 and node.text in self.until:
                self.root = parent.close()
                raise _Stop
            parent.key = node
        else:
            self._pair(parent, parent.key, node)
            parent.key = None

    def _pair(self, parent: _OpenMapping, key: Scalar, node: Node) -> None:
        first = parent.first.setdefault(key.text, key)
        if first is key:
            parent.items.append((key, node))
        else:
            values = {"key": key.text, "line": first.at.line, "column": first.at.column}
            self._note("F116", key.at, **values)

    def _too_deep(self, last: yaml.Event | None, error: yaml.MarkedYAMLError) -> Problem:
        """The parser may count the brackets of a line before it tells of the first: then they are counted here."""
        here = error.problem_mark
        start = last.end_mark.index if last and last.end_mark else 0
        depth = len(self._open)
        for found in _QUOTES_AND_BRACKETS.finditer(self.text, start, here.index + 1 if here else start):
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
            if depth > MAX_DEPTH:
                at = place_after(self.text[: found.start()], self.file)
                return problem("F112", at, limit=MAX_DEPTH)
        return problem("F112", _marked(self.file, here), limit=MAX_DEPTH)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)

    def _note(self, code: str, at: Place, **values: object) -> None:
        self.notes.add(code, at, **values)
        if self.notes.full:
            raise _Stop

    def _refuse(self, code: str, event: yaml.Event, **values: object) -> None:
        self._note(code, self._place(event), **values)
        raise _Stop


def read(text: str, file: str, until: frozenset[str] = frozenset()) -> Loaded[Node]:
    """The tree of one YAML document; `file` is the name that places and problems carry.

    Reading ends before the first key of the outermost mapping that is in `until`, so that the head of a file
    costs what the head costs. The value is None when there is no whole tree; a tree can come with problems.
    """
    if unreadable := _unreadable(text, file):
        return Loaded(None, (unreadable,))
    tree = _Tree(text, file, until)
    with uncollected():
        tree.grow(_LOADER(text))
    if tree.root is None and not tree.notes.problems:
        tree.notes.add("F110", Place(file))
    return Loaded(tree.root, tuple(tree.notes.problems))


def _unreadable(text: str, file: str) -> Problem | None:
    if unseen := UNSEEN.search(text):
        return problem("F107", place_after(text[: unseen.start()], file), character=f"U+{ord(unseen[0]):04X}")
    if tab := _TAB_INDENT.search(text):
        return problem("F108", place_after(text[: text.index("\t", tab.start())], file))
    # The parser compares each %TAG with all before it, which takes hours for a file full of them.
    if directive := _DIRECTIVE.search(text):
        return problem("F115", place_after(text[: directive.start()], file), tag="%")
    return None


def _explained(error: yaml.MarkedYAMLError, file: str) -> Problem:
    """The parser's words, as the mistake that most often lies behind them, where the author has to look."""
    context, what = error.context or "", error.problem or ""
    here = error.problem_mark or error.context_mark
    start = error.context_mark or here
    if "mapping values are not allowed" in what:
        return problem("F131", _marked(file, here))
    if "expected ':'" in what:
        return problem("F143", _marked(file, start))
    if "scanning an alias" in context or "scanning an anchor" in context:
        return problem("F114", _marked(file, start), name="*" if "alias" in context else "&")
    if "a tag" in context or "a directive" in context or "tag handle" in what:
        return problem("F115", _marked(file, start), tag="!")
    if "end of stream" in what or "',' or" in what or "quoted scalar" in context:
        return problem("F132", _marked(file, start))
    if "cannot start any token" in what:
        return problem("F133", _marked(file, here))
    return problem("F109", _marked(file, here), detail=what or "?")


def _marked(file: str, mark: yaml.error.Mark | yaml._yaml.Mark | None) -> Place:
    return Place(file, mark.line + 1, mark.column + 1) if mark is not None else Place(file)
