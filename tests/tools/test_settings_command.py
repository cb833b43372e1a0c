"""`beratta settings`, without the process around it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from game.format.school import KEYS
from game.messages.catalog import languages, open_catalog
from game.resources import LOCALE
from game.screens.settings import Settings
from game.tools.command import Status
from game.tools.school_file import FILE, VARIABLE
from game.tools.school_rows import allowed, school_from_text
from game.tools.settings_command import JSON, example, run
from tests.screens.support import Plain

LANGUAGES = ["sv", *(each.code for each in languages(LOCALE) if each.code != "sv")]
EVERY_KEY = [*allowed().words, KEYS]


def said(
    file: str = "", form: str = "text", language: str = "sv", platform: str = "win32", **environment: str
) -> tuple[int, str]:
    out = io.StringIO()
    status = run(file, Plain(), language, out, form=form, environment=environment, platform=platform)
    return status, out.getvalue()


def data(file: str = "", **environment: str) -> dict[str, Any]:
    found = json.loads(said(file, JSON, **environment)[1])
    assert isinstance(found, dict)
    return found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a row that is right and one that is not."""
    path = tmp_path / FILE
    path.write_text("text_size: 150\ncolours: blå\n", encoding="utf-8")
    return path


# --- what holds ------------------------------------------------------------------------------------


def test_without_a_file_it_says_where_one_is_looked_for_and_that_nothing_is_wrong(tmp_path: Path) -> None:
    status, text = said(PROGRAMDATA=str(tmp_path))

    assert status == Status.CLEAN
    assert text.startswith("Spelets egna inställningar gäller.")
    assert f"\n    {tmp_path / 'Beratta' / FILE}\n" in text
    assert VARIABLE in text.partition("\n\n")[0]
    assert "\ntext_size: 100  (spelets egen)\n" in text


def test_where_no_place_is_known_only_the_variable_is_left() -> None:
    assert said()[1].split("\n\n", maxsplit=1)[0].splitlines() == [
        "Spelets egna inställningar gäller. En skola kan ha sina i en fil här:",
        f"eller där miljövariabeln {VARIABLE} säger.",
    ]


def test_each_setting_is_told_with_what_it_is_and_all_that_it_can_be() -> None:
    paragraphs = said()[1].strip().split("\n\n")[1:]

    assert [each.partition(":")[0] for each in paragraphs] == EVERY_KEY
    assert all(len(each.splitlines()) == 3 for each in paragraphs)
    for key, words in allowed().words.items():
        assert f"Går att välja: {', '.join(words)}" in next(p for p in paragraphs if p.startswith(f"{key}:"))


def test_what_a_file_sets_is_told_with_its_row_and_what_is_wrong_with_its_line(file: Path) -> None:
    status, text = said(BERATTA_SETTINGS=str(file))

    assert status == Status.PROBLEMS
    assert f"Skolans fil: {file}\n\n" in text
    assert "\ntext_size: 150  (rad 1)\n" in text
    assert "\ncolours: warm  (spelets egen)\n" in text
    assert (
        f"\n{file}:2:10: error D003 ”blå” går inte för colours. Det här går: warm, dark, contrast.\n" in text
    )
    assert "     2 | colours: blå\n" in text
    assert text.endswith("\n1 fel i 1 fil.\n")


def test_a_file_can_be_tried_before_it_is_put_into_its_place(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("sound: on\n", encoding="utf-8")
    status, text = said(str(other), BERATTA_SETTINGS=str(file))

    assert status == Status.CLEAN
    assert "\nsound: on  (rad 1)\n" in text
    assert "\ntext_size: 100  (spelets egen)\n" in text
    assert text.endswith("\nInga fel i 1 fil.\n")


def test_a_file_to_be_tried_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert said(str(tmp_path / "gone")) == (Status.USAGE, f"{tmp_path / 'gone'}: finns inte.\n")


def test_a_file_that_is_named_and_not_there_is_a_problem(tmp_path: Path) -> None:
    status, text = said(BERATTA_SETTINGS=str(tmp_path / "gone"))
    assert (status, "error D010 Filen går inte att läsa: den finns inte." in text) == (Status.PROBLEMS, True)


def test_keys_are_told_as_they_stand_in_a_file(file: Path) -> None:
    file.write_text("keys: {flag: J, back: F4}", encoding="utf-8")
    assert "\nkeys: {flag: j, back: f4}  (rad 1)\n" in said(str(file))[1]


def test_the_keys_that_can_be_chosen_are_named_without_those_that_cannot() -> None:
    paragraph = said()[1].strip().split("\n\n")[-1]
    assert paragraph.endswith("som inte är 1–9, eller någon av F4, F6, F7, F8, F10, F12")


def test_problems_are_told_in_the_language_asked_for(file: Path) -> None:
    assert '"blå" does not work for colours.' in said(str(file), language="en")[1]


@pytest.mark.parametrize("form", ["text", JSON])
def test_what_is_about_a_person_is_not_shown_once_more(file: Path, form: str) -> None:
    file.write_text("klass: 8B hemligt\n# Alva, 20121212-1212\nsound: on\n", encoding="utf-8")
    text = said(str(file), form)[1]

    assert text.count("D002") == 2
    assert not [word for word in ("8B", "hemligt", "Alva", "1212") if word in text]


# --- for programs ----------------------------------------------------------------------------------


def test_programs_get_every_setting_with_its_row_and_what_it_can_be(file: Path) -> None:
    found = data(BERATTA_SETTINGS=str(file))

    assert [each["key"] for each in found["settings"]] == EVERY_KEY
    by_key = {each["key"]: each for each in found["settings"]}
    assert by_key["text_size"] == {
        "key": "text_size",
        "value": "150",
        "line": 1,
        "possible": ["100", "125", "150", "175", "200"],
        "about": "Textens storlek, i procent.",
    }
    assert (by_key["colours"]["value"], by_key["colours"]["line"]) == ("warm", 0)
    assert by_key[KEYS]["value"] == {}


def test_programs_get_the_file_the_places_and_the_problems(file: Path, tmp_path: Path) -> None:
    found = data(BERATTA_SETTINGS=str(file))
    (problem,) = found["problems"]

    assert (found["version"], found["file"], found["places"]) == (1, str(file), [str(file)])
    assert (problem["code"], problem["name"], problem["line"]) == ("D003", "setting-value", 2)
    assert data(PROGRAMDATA=str(tmp_path))["file"] == ""


# --- an example ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_right_as_it_stands_in_every_language(language: str) -> None:
    out = io.StringIO()
    assert example("", open_catalog(LOCALE, language), out) == Status.CLEAN
    read = school_from_text(out.getvalue(), Path(FILE))

    assert read.problems == ()
    assert (read.settings, read.ask_at_start) == (Settings(), True)
    assert sorted(read.lines) == sorted(EVERY_KEY)
    assert max(map(len, out.getvalue().splitlines())) <= 100


def test_the_example_is_written_into_a_file_that_is_then_right(tmp_path: Path) -> None:
    path, out = tmp_path / FILE, io.StringIO()

    assert example(str(path), Plain(), out) == Status.CLEAN
    assert out.getvalue() == f"{path} är klar.\n"
    assert said(str(path))[0] == Status.CLEAN
    assert b"\r" not in path.read_bytes()


def test_a_file_that_is_there_is_not_written_over(file: Path) -> None:
    out, before = io.StringIO(), file.read_bytes()

    assert example(str(file), Plain(), out) == Status.PROBLEMS
    assert "finns redan" in out.getvalue()
    assert file.read_bytes() == before


@pytest.mark.parametrize("path", ["no/such/folder.yaml", "a\0b"])
def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path, path: str) -> None:
    out = io.StringIO()
    assert example(f"{tmp_path}/{path}", Plain(), out) == Status.PROBLEMS
    assert "går inte att skriva" in out.getvalue()


def test_it_looks_at_this_computer_when_nothing_else_is_said(
    monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    monkeypatch.setenv(VARIABLE, str(file))
    out = io.StringIO()
    run("", Plain(), "sv", out)
    assert f"Skolans fil: {file}" in out.getvalue()
