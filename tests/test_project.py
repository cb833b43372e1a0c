"""The project itself: what lies where, what the README promises, and what may not stand in any file."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")

TOP_LEVEL = {
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "game",
    "locale",
    "pyproject.toml",
    "scenarios",
    "tests",
}
GUIDES = ("README.md", "CHANGELOG.md", "scenarios/README.md", "locale/README.md", "tests/README.md")

MACHINE_PATHS = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users)/\w")
UNFINISHED = re.compile(
    r"\b(?:T[O]DO|FIX[M]E|X[X]X|H[A]CK)\b"
)  # the brackets keep the words out of this file
TEXT = {"", ".py", ".md", ".toml", ".yaml", ".yml", ".svg", ".po", ".pot", ".txt"}


@cache
def files() -> tuple[Path, ...]:
    """What belongs to the project: what git knows or would add; in a copy without git, what lies in it."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        command = [git, "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        found = [ROOT / name for name in listed.split("\0") if name]
    else:
        found = [path for path in ROOT.rglob("*") if not _is_made(path)]
    return tuple(sorted(path for path in found if path.is_file()))


def _is_made(path: Path) -> bool:
    """Caches, environments and other things that tools leave behind."""
    parts = path.relative_to(ROOT).parts
    return (
        "__pycache__" in parts or parts[0] in {"build", "dist"} or (parts[0][0] == "." and parts[0] != ".ci")
    )


def texts() -> list[tuple[str, str]]:
    """The name and the text of every file that people read."""
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in files()
        if path.suffix in TEXT and not (path.suffix == ".txt" and "OFL" in path.name)
    ]


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def code_blocks(text: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def set_up_commands(word: str) -> list[str]:
    """The README's commands that make an environment and end in `word`, one for each kind of machine."""
    blocks = [block.strip() for block in code_blocks(README)]
    return [block for block in blocks if "-m venv" in block and block.rstrip('"').endswith(word)]


def test_the_top_level_holds_only_what_it_may() -> None:
    there = {path.relative_to(ROOT).parts[0] for path in files()}
    assert {name for name in there if not name.startswith(".")} == TOP_LEVEL


def test_every_module_says_what_it_is() -> None:
    modules = [path for path in files() if path.suffix == ".py" and ROOT / "game" in path.parents]
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in modules
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert modules
    assert not silent


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    assert not lines_with(MACHINE_PATHS)


def test_nothing_is_left_for_later() -> None:
    assert not lines_with(UNFINISHED)


@pytest.mark.parametrize("word", ["beratta", "pytest"])
def test_one_line_sets_up_and_starts_on_every_kind_of_machine(word: str) -> None:
    windows, unix = set_up_commands(word)
    assert windows.startswith('cmd /c "py -3 -m venv ')
    assert unix.startswith("python3 -m venv ")
    for command in (windows, unix):
        assert "\n" not in command
        assert "pip install" in command
        assert re.findall(r"\.venv[\w-]*", command) == [*re.findall(r"venv (\.venv[\w-]*)", command)] * 3


def test_ci_runs_exactly_the_command_that_the_readme_gives() -> None:
    (_, unix) = set_up_commands("pytest")
    assert unix in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_ci_then_lints_and_types_in_the_same_environment() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    tests = lines.index(set_up_commands("pytest")[1])
    after = [line for line in lines[tests + 1 :] if line]
    assert after == [f".venv-test/bin/{tool}" for tool in ("ruff check", "ruff format --check", "mypy")]


@pytest.mark.parametrize("guide", GUIDES)
def test_the_links_of_a_guide_lead_somewhere(guide: str) -> None:
    path = ROOT / guide
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    links = re.findall(r"\]\(([^)\s]+)\)", text)
    dead = [link for link in links if "://" not in link and not _is_there(path.parent, link, _anchors(text))]
    assert path.is_file()
    assert not dead


def _is_there(folder: Path, link: str, anchors: set[str]) -> bool:
    return link[1:] in anchors if link.startswith("#") else (folder / link.partition("#")[0]).exists()


def _anchors(text: str) -> set[str]:
    """The names that headings can be linked to by, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_readme_gives_a_reason_for_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[^\w-]", requirement)[0] for requirement in project["dependencies"]]
    reasons = dict(re.findall(r"^\| ([\w-]+) \| (.+) \|$", README, re.MULTILINE))
    assert names
    assert {name for name in names if len(reasons.get(name, "")) > 20} == set(names)


def test_the_readme_shows_the_parts_that_there_are() -> None:
    tree = next(block for block in code_blocks(README) if block.startswith("game/"))
    parts = {path.relative_to(ROOT / "game").parts[0] for path in files() if ROOT / "game" in path.parents}
    shown = set(re.findall(r"^  ([\w.]+)", tree, re.MULTILINE))
    assert {part for part in parts if not part.startswith("__")} == shown


def test_the_changelog_tells_of_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)[0] in {"Unreleased", version}
    assert text.count("\n### ") >= 1
