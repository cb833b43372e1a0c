"""A story as an editor's language server sees it (YAML 1.2), and small changes of its tree."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeAlias

from game.format.nodes import Mapping, Node, Scalar, read

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

Seen: TypeAlias = "str | int | float | bool | list[Seen] | dict[str, Seen] | None"
Tree: TypeAlias = "Written | list[Tree] | dict[str, Tree]"

_NOTHING = re.compile(r"|~|null|Null|NULL")
_TRUTH = re.compile(r"(true|True|TRUE)|false|False|FALSE")
_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_PLAIN = re.compile(r"[\w+~-]+")


class Written(str):
    """A text as it is written, without quotation marks."""

    __slots__ = ()


def seen(text: str) -> Seen:
    """A YAML text as its values are in YAML 1.2."""
    tree = read(text, "story.yaml").value
    assert tree is not None
    return _seen(tree)


def _seen(node: Node) -> Seen:
    if isinstance(node, Scalar):
        return node.text if node.quoted else _plain(node.text)
    if isinstance(node, Mapping):
        return {key.text: _seen(value) for key, value in node.items}
    return [_seen(item) for item in node.items]


def _plain(text: str) -> Seen:
    if _NOTHING.fullmatch(text):
        return None
    if truth := _TRUTH.fullmatch(text):
        return bool(truth[1])
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text


def tree_of(text: str) -> Tree:
    """A YAML text as lists and dictionaries that can be changed."""
    found = read(text, "story.yaml").value
    assert found is not None
    return _tree(found)


def _tree(node: Node) -> Tree:
    if isinstance(node, Scalar):
        return Written(json.dumps(node.text, ensure_ascii=False) if node.quoted else node.text)
    if isinstance(node, Mapping):
        return {key.text: _tree(value) for key, value in node.items}
    return [_tree(item) for item in node.items]


def written(tree: Tree, indent: str = "") -> str:
    """A tree as YAML in blocks, so that nothing is a mistake of commas and braces."""
    if isinstance(tree, dict) and tree:
        return "".join(
            f"\n{indent}{_key(key)}:{written(value, indent + '  ')}" for key, value in tree.items()
        )
    if isinstance(tree, list) and tree:
        return "".join(f"\n{indent}-{written(item, indent + '  ')}" for item in tree)
    if isinstance(tree, dict | list):
        return " {}" if isinstance(tree, dict) else " []"
    simple = _PLAIN.fullmatch(tree) or tree.startswith('"') or not tree
    return f" {tree if simple else json.dumps(tree, ensure_ascii=False)}"


def _key(key: str) -> str:
    return key if _PLAIN.fullmatch(key) else json.dumps(key, ensure_ascii=False)


def changed(tree: Tree, chance: random.Random, words: list[str]) -> None:
    """One thing in a tree deleted, put in, renamed, or exchanged for another."""
    others: list[Tree] = [
        Written(chance.choice(words)),
        Written(""),
        Written("true"),
        [],
        {},
        Written("a b: c"),
    ]
    other, place = chance.choice(others), chance.choice(list(_places(tree)))
    if isinstance(place, list):
        at = chance.randrange(len(place))
        place[at : at + chance.randrange(2)] = chance.choice([[], [other]])
    elif isinstance(place, dict):
        key, word = chance.choice(list(place)), chance.choice(words)
        match chance.randrange(4):
            case 0:
                del place[key]
            case 1:
                place[key] = other
            case 2:
                place[word] = chance.choice([other, place[key]])
            case _:
                place[chance.choice([key[1:], f"{key}x", key[:1] + key, word]) or "x"] = place.pop(key)


def _places(tree: Tree) -> Iterator[Tree]:
    """Every list and mapping that has something in it."""
    if isinstance(tree, dict | list) and tree:
        yield tree
        for inner in tree.values() if isinstance(tree, dict) else tree:
            yield from _places(inner)
