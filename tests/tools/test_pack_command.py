"""`beratta pack`, without the process around it."""

from __future__ import annotations

import builtins
import io
import sys
from pathlib import Path

import pikepdf
import pytest

from game.cli import main
from game.resources import LOCALE, SCENARIOS
from game.tools.bookshelf import Bookshelf
from game.tools.pack_command import run
from tests.format.stories import BASE
from tests.tools.pack.made import shelf_with

STORY = "svara-direkt"


def made(
    name: str = STORY,
    out: Path | None = None,
    language: str = "sv",
    *,
    shelf: Bookshelf | None = None,
    **more: object,
) -> tuple[int, str]:
    said = io.StringIO()
    code = run(shelf or Bookshelf(SCENARIOS, LOCALE), name, out, language, said, **more)  # type: ignore[arg-type]
    return code, said.getvalue()


def test_a_pack_is_written_in_the_folder_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert made() == (0, "svara-direkt-handledning.pdf är klar.\n")
    assert (tmp_path / "svara-direkt-handledning.pdf").read_bytes().startswith(b"%PDF-")


def test_a_picture_for_the_wall_is_a_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert made(poster=True) == (0, "svara-direkt-affisch.pdf är klar.\n")


@pytest.mark.parametrize("named", ["jarfalla", "Järfälla", "JÄRFÄLLA"])
def test_a_municipality_is_found_by_its_name_too(tmp_path: Path, named: str) -> None:
    out = tmp_path / "a.pdf"

    assert made(out=out, municipality=named) == (0, f"{out} är klar.\n")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"name": "nix"}, "Det finns ingen berättelse som heter nix. Det här finns: bakom-vaggen, "),
        (
            {"municipality": "../default"},
            "Det finns ingen kommun som heter ../default. Det här finns: jarfalla, sigtuna, sollentuna, sundbyberg, upplands-bro, upplands-vasby.",
        ),
        ({"language": "fi"}, "--language sv"),
        (
            {"out": Path("handledning.txt")},
            "handledning.txt kan inte bli en handledning: namnet ska sluta på .pdf.",
        ),
    ],
    ids=["story", "municipality", "language", "ending"],
)
def test_what_there_is_not_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, object], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said = made(**more)  # type: ignore[arg-type]

    assert (code, said.count("\n")) == (2, 1)
    assert told in said
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    out = tmp_path / "finns inte" / "a.pdf"
    code, said = made(out=out)

    assert code == 1
    assert said.startswith(f"{out} går inte att skriva: ")


def test_a_story_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    code, said = made("egen", tmp_path / "a.pdf", shelf=shelf_with("title: a\n", tmp_path))

    assert (code, said) == (1, "egen går inte att läsa. beratta check egen säger varför.\n")


def test_letters_that_the_game_has_no_type_for_are_told_and_no_file_is_written(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    text = BASE.replace("title: ", "title: \U0001f600 ", 1)
    code, said = made("egen", out, shelf=shelf_with(text, tmp_path))

    assert code == 1
    assert "\U0001f600" in said
    assert not out.exists()


def test_the_command_line_makes_what_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "wall.pdf"

    assert main(["pack", STORY, "-o", str(out), "--poster", "--language", "en"]) == 0
    assert len(pikepdf.open(out).pages) == 1
    assert main(["pack", STORY, "-o", str(out), "--municipality", "Solvik"]) == 2
    assert "Solvik" in capsys.readouterr().out


def test_without_typst_one_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name == "typst":
            raise ModuleNotFoundError(name=name)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.delitem(sys.modules, "game.tools.pack.typeset", raising=False)
    monkeypatch.delitem(sys.modules, "typst", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)

    assert made(out=tmp_path / "a.pdf") == (
        1,
        'Handledningen behöver typst. Installera: pip install "beratta[pack]"\n',
    )
    assert list(tmp_path.iterdir()) == []
