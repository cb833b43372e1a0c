"""`beratta messages status`: how far each translation is, and what is left of it, each text with its line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polib
import pytest

from game.tools.command import Status
from tests.tools.messages_desk import OTHER, Desk, desk_in, told, two_stories

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def begun(tmp_path: Path) -> Desk:
    return desk_in(tmp_path)


def status_of(desk: Desk, *languages: str) -> dict[str, dict[str, object]]:
    """The figures of the only domain, by language."""
    status, lines = desk.run("status", *languages, form="json")
    assert status == Status.CLEAN
    return {each["code"]: each["domains"][0] | each for each in json.loads("\n".join(lines))["languages"]}


def test_the_status_counts_what_is_done_what_waits_and_what_is_missing(begun: Desk) -> None:
    begun.translate("fi", str.upper)
    begun.edit()
    begun.run("extract")
    begun.run("merge")
    found = status_of(begun)
    texts = len(polib.pofile(str(begun.pot)))
    assert list(found) == ["en", "fi"]
    expected = {
        "name": "Suomi",
        "direction": "ltr",
        "domain": "rasten",
        "file": begun.po("fi").as_posix(),
        "readable": True,
        "review": "draft",
        "texts": texts,
        "translated": texts - 1,
        "fuzzy": 1,
        "untranslated": 0,
        "obsolete": 1,
        "words_left": len(OTHER.split()),
    }
    assert {name: found["fi"][name] for name in expected} == expected
    assert (found["en"]["translated"], found["en"]["untranslated"]) == (0, texts)
    (left,) = found["fi"]["left"] if isinstance(found["fi"]["left"], list) else []
    lines = begun.po("fi").read_text(encoding="utf-8").splitlines()
    assert (left["text"], left["fuzzy"]) == (OTHER, True)
    assert lines[left["line"] - 1] == f'msgid "{OTHER}"'


def test_the_status_in_words(begun: Desk) -> None:
    begun.translate("en", str.upper)
    begun.translate("fi", str.upper)
    begun.edit()
    begun.run("extract")
    begun.run("merge", "fi")
    status, lines = begun.run("status")
    assert status == Status.CLEAN
    assert [line.split() for line in lines[:4]] == [
        ["en", "fi"],
        ["English", "Suomi"],
        ["rasten", "96", "%", "96", "%"],
        ["granskning", "utkast", "utkast"],
    ]
    assert f"{begun.po('en')}: 1 text saknas, 5 ord" in lines
    assert f"{begun.po('fi')}: 1 text att se över, 5 ord" in lines


def test_the_status_of_a_language_lists_each_text_with_its_line(begun: Desk) -> None:
    begun.translate("fi", str.upper)
    begun.edit()
    begun.run("extract")
    begun.run("merge", "fi")
    _, lines = begun.run("status", "fi")
    number = begun.po("fi").read_text(encoding="utf-8").splitlines().index(f'msgid "{OTHER}"') + 1
    assert any(f"{begun.po('fi')}:{number}: att se över: {OTHER}" in line for line in lines)


def test_a_list_that_is_long_says_how_many_more_there_are(begun: Desk) -> None:
    _, lines = begun.run("status", "fi")
    more = len(polib.pofile(str(begun.pot))) - 20
    assert sum(": saknas: " in line for line in lines) == 20
    assert lines[-1].strip() == f"och {more} till"


def test_a_language_that_is_signed_and_whole_says_so(begun: Desk) -> None:
    path = begun.po("fi")
    path.write_text(
        path.read_text(encoding="utf-8").replace("X-Review: draft", "X-Review: approved"), encoding="utf-8"
    )
    assert {code: each["review"] for code, each in status_of(begun).items()} == {
        "en": "draft",
        "fi": "approved",
    }
    assert begun.run("status")[1][3].split() == ["granskning", "utkast", "utkast"]
    begun.translate("fi", str.upper)
    assert begun.run("status")[1][3].split() == ["granskning", "utkast", "granskad"]


def test_a_file_that_cannot_be_read_is_in_the_status_and_is_not_touched(begun: Desk) -> None:
    begun.po("fi").write_text("\nhej\n", encoding="utf-8")
    assert (status_of(begun)["fi"]["readable"], status_of(begun)["fi"]["translated"]) == (False, 0)
    _, lines = begun.run("status")
    assert f"{begun.po('fi')}:2: filen går inte att läsa, och är lämnad som den är." in lines
    assert begun.po("fi").read_text(encoding="utf-8") == "\nhej\n"


def test_a_language_that_is_not_there_is_said_with_those_that_are(begun: Desk) -> None:
    assert begun.run("status", "so") == (
        Status.USAGE,
        ["Språket so finns inte. Det här finns: en, fi."],
    )


@pytest.mark.parametrize("languages", [(), ("fi",)])
def test_where_there_is_no_language_yet_it_is_said_how_one_begins(
    desk: Desk, languages: tuple[str, ...]
) -> None:
    desk.run("extract")
    assert desk.run("status", *languages) == (
        Status.CLEAN,
        ["Här finns inget språk än. beratta messages merge fi börjar på finska."],
    )
    assert desk.run("status", form="json") == (Status.CLEAN, ["{", '  "languages": []', "}"])


def test_the_status_writes_nothing(begun: Desk) -> None:
    before = {path: path.stat().st_mtime_ns for path in begun.locale.rglob("*")}
    begun.run("status")
    begun.run("status", "fi", form="json")
    assert {path: path.stat().st_mtime_ns for path in begun.locale.rglob("*")} == before


def test_a_story_that_a_language_has_not_begun_is_a_dash_and_nothing_that_is_left(
    tmp_path: Path,
) -> None:
    shelf, where = two_stories(tmp_path / "scenarios"), tmp_path / "locale"
    told("extract", scenarios=shelf, shipped_locale=where)
    told("merge", "fi", scenarios=shelf, shipped_locale=where)
    (where / "fi" / "LC_MESSAGES" / "tva.po").unlink()
    status, lines = told("status", scenarios=shelf, shipped_locale=where)

    assert status == Status.CLEAN
    rows = [line.split() for line in lines]
    assert ["ett", "0", "%"] in rows
    assert ["tva", "–"] in rows
    assert any("ett.po:" in line for line in lines)
    assert not any("tva.po:" in line for line in lines)
