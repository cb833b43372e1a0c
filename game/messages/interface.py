"""Which texts the game's own code shows: read from the code without running it.

A text stands in Swedish where it is used, as `words.ui("…")` or `words.plural("…", "…", n)`. Where the text is
not written there but comes from a table, `TABLES` says from which one; a use that nobody accounts for is reported.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.messages.limits import longest
from game.messages.sources import Source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DOMAIN = "ui"


@dataclass(frozen=True, slots=True)
class Table:
    """Texts that are shown from a table: its module, its name there, and the expressions that take from it.

    `uses` are pairs of a module and an expression; with the module "" they are any module and any expression that
    ends so. `comment` is for translators.
    """

    module: str
    name: str
    uses: tuple[tuple[str, str], ...]
    comment: str


TABLES = (
    Table(
        "screens/start.py",
        "ROLES",
        (
            ("screens/start.py", "ROLES.get(about.role, ROLES['friend'])"),
            ("tools/web/phrases.py", "sentence"),
        ),
        "Who the player is in the story.",
    ),
    Table(
        "screens/commands.py",
        "CAPTIONS",
        (("view/audible.py", "CAPTIONS[sound]"),),
        "A caption for a sound, shown for a moment when sound is on.",
    ),
    Table(
        "screens/keys.py",
        "Key",
        (("", "key.value"),),
        "The word printed on a key of the keyboard, as on the keyboards of the language.",
    ),
)

_ROLES = {
    "Item": "A button. ",
    "_chip": "A value to choose, on a button. ",
    "Heading": "A heading. ",
    "Card": "On a card. ",
    "Text": "A paragraph. ",
    "Field": "Beside what is typed. ",
    "Buttons": "Above buttons. ",
    "_row": "Beside or above values to choose among. ",
}
"""What a part of a page is, for translators."""
_SEEN = ("screens/", "view/", "terminal/", "lesson/", "tools/pack/letter.py")
"""What pupils and those at home see stands in these; the rest is typed and read on the command line, or by teachers."""
_SAID_LATER = "phrase.text"
"""A `Phrase`: its text stands where it was made, in a call of `phrases.ui`."""
_OF_AUTHORS = frozenset(
    f"screens/{name}.py" for name in ("authoring", "mistakes", "scenes", "story_map", "workshop")
)
_FIRST = "screens/start.py"
_FOR_OTHERS = "For authors and translators, not seen by pupils: it can wait. "
_LABEL = 40
"""What has no more characters stands on a button, a tab or a line of its own."""
_LETTER = "bokstav"
_CONTEXTS = {
    "ansikte": "What a face shows, in brackets after a name: Alva (worried).",
    "hållning": "How somebody stands, in brackets after a name: Alva (worried, turned away).",
    _LETTER: "A letter that is typed in the terminal, each its own: d hides the game, q quits, h is for help, "
    "f for a flag, t goes back, l shows what was said, p pauses, i reads again, s changes the language, o explains difficult words.",
}
"""What the contexts stand for, for translators."""


@dataclass(frozen=True, slots=True)
class Interface:
    """The texts of the code, in the order of its files; `unaccounted` are uses, as `file:line: expression`."""

    sources: tuple[Source, ...]
    unaccounted: tuple[str, ...]


def interface_texts(package: Path) -> Interface:
    """All texts of the interface in the modules of a package's folder: those that pupils see come first."""
    trees = {path.relative_to(package).as_posix(): _parsed(path) for path in package.rglob("*.py")}
    sources: list[Source] = []
    unaccounted: list[str] = []
    for module in sorted(trees, key=_when_seen):
        tree, file = trees[module], f"{package.name}/{module}"
        comment = f"{_FOR_OTHERS if _is_for_others(module) else ''}{_headline(tree)}"
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for call in _calls(tree):
            found = _from_call(call, f"{_role(call, parents)}{comment}", file)
            sources += found
            if not found and not _accounted(module, call):
                unaccounted.append(f"{file}:{call.lineno}: {ast.unparse(call.args[0])}")
        sources += [
            text for table in TABLES if table.module == module for text in _from_table(tree, table, file)
        ]
    return Interface(tuple(sources), tuple(unaccounted))


def _role(call: ast.Call, parents: Mapping[ast.AST, ast.AST]) -> str:
    """What a text is on its page, where it is given to a part of a page; "" where that cannot be seen."""
    parent = parents.get(call)
    while isinstance(parent, (ast.keyword, ast.IfExp)):
        parent = parents.get(parent)
    match parent:
        case ast.Call(func=ast.Name(id=name)):
            return _ROLES.get(name, "")
        case _:
            return ""


def _is_for_others(module: str) -> bool:
    return not module.startswith(_SEEN) or module in _OF_AUTHORS


def _when_seen(module: str) -> tuple[bool, bool, str]:
    return (_is_for_others(module), module != _FIRST, module)


def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), path.name)


def _headline(tree: ast.Module) -> str:
    """What a module says that it is for: where its texts are seen."""
    return (ast.get_docstring(tree) or "").partition("\n")[0]


def _calls(tree: ast.Module) -> list[ast.Call]:
    """The calls that show a text, as they follow in the file."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _shows_text(node)]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _shows_text(node: ast.Call) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(attr="ui"), args=[_, *_]):
            return True
        case ast.Call(func=ast.Attribute(attr="plural"), args=[_, _, _, *_]):
            return True
        case _:
            return False


def _from_call(call: ast.Call, comment: str, file: str) -> list[Source]:
    """The texts that stand in the call itself."""
    assert isinstance(call.func, ast.Attribute)
    first = _literals(call.args[0])
    if call.func.attr == "plural":
        many = _literals(call.args[1])
        pairs = zip(first, many, strict=True)
        return [Source(DOMAIN, "", one, comment, each, file, limit=_limit(each)) for one, each in pairs]
    context = _context(call)
    about = _CONTEXTS.get(context, comment)
    limits = [0 if context == _LETTER else _limit(text) for text in first]
    return [
        Source(DOMAIN, context, text, about, file=file, limit=limit)
        for text, limit in zip(first, limits, strict=True)
    ]


def _limit(text: str) -> int:
    """Characters for a label or a button; a sentence of the interface has its own rows."""
    return longest(text) if len(text) <= _LABEL else 0


def _literals(node: ast.expr) -> list[str]:
    """The texts that an expression can be; none unless all of them stand in it."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(_, body, other):
            both = _literals(body), _literals(other)
            return [*both[0], *both[1]] if all(both) else []
        case _:
            return []


def _context(call: ast.Call) -> str:
    given = [*call.args[1:2], *(each.value for each in call.keywords if each.arg == "context")]
    return "".join(text for node in given for text in _literals(node))


def _accounted(module: str, call: ast.Call) -> bool:
    expression = ast.unparse(call.args[0])
    if expression == _SAID_LATER:
        return True
    uses = [use for table in TABLES for use in table.uses]
    return (module, expression) in uses or any(not where and expression.endswith(end) for where, end in uses)


def _from_table(tree: ast.Module, table: Table, file: str) -> list[Source]:
    """The texts of a table: the values of a mapping, or of an enumeration. What no language changes is left out."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Dict(values=values)) if name == table.name:
                texts = [text for value in values for text in _literals(value)]
            case ast.ClassDef(name=name, body=members) if name == table.name:
                assigned = [each.value for each in members if isinstance(each, ast.Assign)]
                texts = [text for value in assigned for text in _literals(value)]
            case _:
                continue
        words = filter(_is_word, texts)
        return [Source(DOMAIN, "", text, table.comment, file=file, limit=_limit(text)) for text in words]
    return []


def _is_word(text: str) -> bool:
    """Whether a text has a word in it; the letter F, an arrow and the key F11 are the same everywhere."""
    return sum(character.isalpha() for character in text) > 1
