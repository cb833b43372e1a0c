"""The shape of the house: who may import whom, what may stand in a module, and how large it may become."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GAME = ROOT / "game"
MODULES = sorted(GAME.rglob("*.py"))

MAY_IMPORT: dict[str, frozenset[str]] = {
    "story": frozenset(),
    "screens": frozenset({"lazy", "story"}),
    "format": frozenset({"story"}),
    "messages": frozenset({"story"}),
    "resources": frozenset(),
    "view": frozenset({"lazy", "screens", "format", "story"}),
    "terminal": frozenset({"screens", "story"}),
    "checks": frozenset({"lazy", "view", "screens", "format", "messages", "story", "resources"}),
    "lazy": frozenset(),
    "lesson": frozenset({"screens", "format", "messages", "story", "resources"}),
    "tools": frozenset({"checks", "lazy", "view", "screens", "format", "messages", "story", "resources"}),
    "classroom": frozenset({"lazy", "lesson", "tools", "screens", "story", "messages", "resources"}),
    "cli": frozenset(
        {"classroom", "view", "lazy", "messages", "terminal", "tools", "screens", "story", "resources"}
    ),
    "__main__": frozenset({"cli"}),
    "__init__": frozenset(),
}
"""Each part of `game`, and the parts beside itself that it may import."""

ONLY_IN = {
    "pygame": ("game/view/",),
    "yaml": ("game/format/nodes.py",),
    "polib": ("game/messages/",),
    "bidi": ("game/view/bidi_runs.py",),
    "prism": ("game/view/speech/prism_voice.py",),
    "accesskit": ("game/view/access/",),
    "starlette": ("game/lesson/",),
    "uvicorn": ("game/lesson/",),
    "sqlalchemy": ("game/lesson/",),
    "jinja2": ("game/lesson/",),
    "segno": ("game/lesson/",),
    "httpx": ("game/lesson/",),
    "typst": ("game/tools/pack/typeset.py",),
}
"""Each library, and the only places that know it."""

PURE = ("story", "screens")
HARMLESS = frozenset(
    {
        "__future__",
        "abc",
        "array",
        "bisect",
        "collections",
        "dataclasses",
        "difflib",
        "enum",
        "fractions",
        "functools",
        "hashlib",
        "heapq",
        "itertools",
        "math",
        "operator",
        "re",
        "string",
        "textwrap",
        "typing",
        "unicodedata",
    }
)
"""What the pure core may use of the standard library: nothing that asks the world outside."""
IMPURE_NAMES = frozenset({"open", "print", "input", "exec", "eval", "__import__", "breakpoint"})

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40


@cache
def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), module.name)


def named(module: Path) -> str:
    return module.relative_to(ROOT).as_posix()


def part_of(module: Path) -> str:
    """The part of the house a module is: its folder in `game`, or itself."""
    return module.relative_to(GAME).with_suffix("").parts[0]


def imports_of(tree: ast.AST) -> list[tuple[int, str]]:
    """The line and the full name of everything imported, for types too, and of what is left for later."""
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found += [(node.lineno, alias.name) for alias in names]
            case ast.ImportFrom(module=module, names=names, level=level):
                found += [(node.lineno, f"{'.' * level}{module}.{alias.name}") for alias in names]
            case ast.Call(func=ast.Name("later"), args=[ast.Constant(str(module)), ast.Constant(str(name))]):
                found.append((node.lineno, f"{module}.{name}"))
            case _:
                pass
    return found


def functions_of(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_no_part_of_the_house_imports_upwards() -> None:
    wrong = []
    for module in MODULES:
        part = part_of(module)
        for line, name in imports_of(tree_of(module)):
            root, _, rest = name.partition(".")
            other = rest.partition(".")[0]
            if root == "game" and other != part and other not in MAY_IMPORT[part]:
                wrong.append(f"{named(module)}:{line} imports {name}; {part} may not know {other}")
    assert not wrong, "\n".join(wrong)


def test_the_arrows_lead_down_and_never_round() -> None:
    above: dict[str, int] = {}
    while len(above) < len(MAY_IMPORT):
        lowest = [part for part, below in MAY_IMPORT.items() if part not in above and below <= above.keys()]
        assert lowest, f"these parts may import one another: {sorted(MAY_IMPORT.keys() - above.keys())}"
        above |= dict.fromkeys(lowest, len(above))
    assert above["story"] < above["screens"] < above["view"] < above["cli"]


@pytest.mark.parametrize(("library", "places"), ONLY_IN.items(), ids=list(ONLY_IN))
def test_a_library_is_known_in_one_place_only(library: str, places: tuple[str, ...]) -> None:
    users = {
        named(module)
        for module in MODULES
        for _, name in imports_of(tree_of(module))
        if name.partition(".")[0] == library
    }
    assert users, f"nobody uses {library}"
    assert not [user for user in users if not user.startswith(places)]


@pytest.mark.parametrize("part", PURE)
def test_the_pure_core_takes_no_clock_no_chance_no_files_and_no_network(part: str) -> None:
    wrong = [
        f"{named(module)}:{line} imports {name}"
        for module in MODULES
        if part_of(module) == part
        for line, name in imports_of(tree_of(module))
        if name.partition(".")[0] not in HARMLESS | {"game"}
    ]
    wrong += [
        f"{named(module)}:{node.lineno} calls {node.func.id}"
        for module in MODULES
        if part_of(module) == part
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in IMPURE_NAMES
    ]
    assert not wrong, "\n".join(wrong)


def test_imports_are_whole_and_stand_at_the_top() -> None:
    wrong = []
    for module in MODULES:
        tree = tree_of(module)
        inside = [each for function in functions_of(tree) for each in imports_of(function)]
        wrong += [f"{named(module)}:{line} imports {name} inside a function" for line, name in inside]
        wrong += [
            f"{named(module)}:{line} imports {name}: say where from"
            for line, name in imports_of(tree)
            if name.startswith(".") or name.endswith("*")
        ]
    assert not wrong, "\n".join(wrong)


def test_what_is_left_for_later_is_what_mypy_is_told() -> None:
    left = {}
    told: set[tuple[str, str, str]] = set()
    for module in MODULES:
        for node in ast.walk(tree_of(module)):
            match node:
                case ast.Assign([ast.Name(own)], ast.Call(ast.Name("later"), args)):
                    whence = ".".join(ast.literal_eval(each) for each in args)
                    left[named(module), own, whence] = node.lineno
                case ast.ImportFrom(module=source, names=names):
                    told |= {(named(module), a.asname or a.name, f"{source}.{a.name}") for a in names}
                case _:
                    pass
    assert left
    assert left.keys() <= told


def test_nothing_is_loaded_by_a_name_in_a_text_but_what_is_left_for_later() -> None:
    users = {
        named(module)
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Name | ast.Attribute)
        and (node.id if isinstance(node, ast.Name) else node.attr) in {"import_module", "__import__"}
    }
    calls = [
        (named(module), node)
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "later"
    ]

    assert users == {"game/lazy.py"}
    assert not [name for name, call in calls if not all(isinstance(each, ast.Constant) for each in call.args)]


def test_nothing_is_global() -> None:
    wrong = [
        f"{named(module)}:{node.lineno}"
        for module in MODULES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.Global)
    ]
    assert not wrong, "\n".join(wrong)


def test_modules_are_short() -> None:
    lengths = {named(module): len(module.read_text(encoding="utf-8").splitlines()) for module in MODULES}
    long = [f"{name} has {lines} lines" for name, lines in lengths.items() if lines >= LONGEST_MODULE]
    assert not long, "\n".join(long)


def test_functions_are_short() -> None:
    long = []
    for module in MODULES:
        for function in functions_of(tree_of(module)):
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines >= LONGEST_FUNCTION:
                long.append(f"{named(module)}:{function.lineno} {function.name} has {lines} lines")
    assert not long, "\n".join(long)
