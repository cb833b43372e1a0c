"""`beratta messages extract` and `merge`: whatever fails, nothing is lost and all else is done."""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path

import polib
import pytest

from game.messages.po_file import LARGEST_WORKED_ON
from game.resources import SCENARIOS
from game.tools.command import Status
from game.tools.messages_command import run
from tests.screens.support import Plain
from tests.tools.messages_desk import LINE, OTHER, Desk, desk_in, told, two_stories


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def begun(tmp_path: Path) -> Desk:
    return desk_in(tmp_path)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return two_stories(tmp_path / "scenarios")


def shown(po: Path) -> dict[str, str]:
    """What players are shown, by the Swedish text."""
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(po)) if entry.translated()}


# --- templates -------------------------------------------------------------------------------------


def test_a_story_of_ones_own_has_its_template_beside_it(desk: Desk) -> None:
    assert desk.run("extract") == (Status.CLEAN, [str(desk.pot)])
    assert LINE in {entry.msgid for entry in polib.pofile(str(desk.pot))}
    assert sorted(path.name for path in desk.locale.iterdir()) == ["rasten.pot"]


def test_a_template_that_is_up_to_date_is_not_written_again(desk: Desk) -> None:
    desk.run("extract")
    before = desk.pot.stat().st_mtime_ns
    assert desk.run("extract") == (Status.CLEAN, [])
    assert desk.pot.stat().st_mtime_ns == before


def test_a_line_that_is_changed_is_changed_in_the_template(desk: Desk) -> None:
    desk.run("extract")
    desk.edit()
    assert desk.run("extract") == (Status.CLEAN, [str(desk.pot)])
    texts = {entry.msgid for entry in polib.pofile(str(desk.pot))}
    assert (OTHER in texts, LINE in texts) == (True, False)


def test_a_folder_can_be_named(desk: Desk, tmp_path: Path) -> None:
    where = tmp_path / "annan" / "mapp"
    assert desk.run("extract", locale=str(where)) == (Status.CLEAN, [str(where / "rasten.pot")])
    assert desk.run("merge", "fi", locale=str(where))[0] == Status.CLEAN
    assert (where / "fi" / "LC_MESSAGES" / "rasten.po").is_file()
    assert not desk.locale.exists()


def test_all_stories_and_what_they_share_have_a_template_each(shelf: Path, tmp_path: Path) -> None:
    status, lines = told("extract", scenarios=shelf, shipped_locale=tmp_path / "locale")
    names = ["ui", "signs", "help", "places", "ett", "tva"]
    assert (status, lines) == (Status.CLEAN, [str(tmp_path / "locale" / f"{name}.pot") for name in names])


def test_vignettes_have_a_template_where_there_are_some(shelf: Path, tmp_path: Path) -> None:
    where = tmp_path / "locale"
    shutil.copy(SCENARIOS / "vignettes.yaml", shelf)
    status, lines = told("extract", scenarios=shelf, shipped_locale=where)
    assert (status, str(where / "vignettes.pot") in lines) == (Status.CLEAN, True)
    assert len(polib.pofile(str(where / "vignettes.pot"))) > 90


def test_vignettes_that_cannot_be_read_are_said_and_no_template_is_emptied(
    shelf: Path, tmp_path: Path
) -> None:
    where = tmp_path / "locale"
    (shelf / "vignettes.yaml").write_text("x: [", encoding="utf-8")
    status, lines = told("extract", scenarios=shelf, shipped_locale=where)
    assert status == Status.PROBLEMS
    assert [line for line in lines if "går inte att läsa" in line and "vignettes.yaml" in line]
    assert not (where / "vignettes.pot").exists()


def test_a_shipped_story_is_meant_by_its_name(shelf: Path, tmp_path: Path) -> None:
    where = tmp_path / "locale"
    assert told("extract", story="tva", scenarios=shelf, shipped_locale=where) == (
        Status.CLEAN,
        [str(where / "tva.pot")],
    )


def test_a_story_that_cannot_be_read_is_said_and_the_others_are_done(shelf: Path, tmp_path: Path) -> None:
    broken = shelf / "ett" / "story.yaml"
    broken.write_text("title: [", encoding="utf-8")
    status, lines = told("extract", scenarios=shelf, shipped_locale=tmp_path / "locale")
    assert status == Status.PROBLEMS
    assert f"{broken} går inte att läsa. beratta check {broken} säger varför." in lines
    assert str(tmp_path / "locale" / "tva.pot") in lines
    assert not (tmp_path / "locale" / "ett.pot").exists()


@pytest.mark.parametrize("what", ["extract", "merge", "status"])
def test_a_story_that_is_not_there_is_said_with_those_that_are(what: str, shelf: Path) -> None:
    assert told(what, story="tre", scenarios=shelf) == (
        Status.USAGE,
        ["Det finns ingen berättelse som heter tre. Det här finns: ett, tva."],
    )


# --- translations ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "forms", "direction", "name"),
    [
        ("fi", 2, "ltr", "Suomi"),
        ("ar", 6, "rtl", "العربية"),
        ("sv@lattlast", 2, "ltr", "Lättläst svenska"),
        ("xx", 2, "ltr", "xx"),
    ],
)
def test_a_language_is_begun_with_what_is_known_of_it(
    desk: Desk, code: str, forms: int, direction: str, name: str
) -> None:
    desk.run("extract")
    assert desk.run("merge", code) == (Status.CLEAN, [str(desk.po(code))])
    po = polib.pofile(str(desk.po(code)))
    assert (
        po.metadata.items()
        >= {
            "Language": code,
            "X-Direction": direction,
            "X-Language-Name": name,
            "X-Review": "draft",
            "X-Source-Language": "sv",
            "PO-Revision-Date": "2026-11-26 00:00+0000",
            "Content-Type": "text/plain; charset=UTF-8",
        }.items()
    )
    assert po.metadata["Plural-Forms"].startswith(f"nplurals={forms};")
    assert [entry.msgid for entry in po] == [entry.msgid for entry in polib.pofile(str(desk.pot))]
    assert not any(entry.msgstr for entry in po)


def test_without_a_language_all_that_are_there_are_brought_up_to_date(begun: Desk) -> None:
    (begun.locale / "sv" / "LC_MESSAGES").mkdir(parents=True)
    (begun.locale / "anteckningar" / "LC_MESSAGES").mkdir(parents=True)
    begun.edit()
    begun.run("extract")
    assert begun.run("merge") == (Status.CLEAN, [str(begun.po("en")), str(begun.po("fi"))])


def test_a_story_is_begun_in_a_language_when_one_of_them_is_named(shelf: Path, tmp_path: Path) -> None:
    where = tmp_path / "locale"
    folder = where / "fi" / "LC_MESSAGES"
    folder.mkdir(parents=True)

    def merged(*languages: str, story: str = "") -> set[str]:
        told("merge", *languages, story=story, scenarios=shelf, shipped_locale=where)
        return {path.stem for path in folder.iterdir()}

    told("extract", scenarios=shelf, shipped_locale=where)
    assert merged() == {"ui", "signs", "help", "places"}
    assert merged(story="tva") == {"ui", "signs", "help", "places", "tva"}
    assert merged("fi") == {"ui", "signs", "help", "places", "tva", "ett"}


def test_only_the_languages_that_are_named_are_touched(begun: Desk) -> None:
    begun.edit()
    begun.run("extract")
    before = begun.po("en").read_bytes()
    assert begun.run("merge", "fi") == (Status.CLEAN, [str(begun.po("fi"))])
    assert begun.po("en").read_bytes() == before


def test_a_changed_line_waits_and_all_others_stay_translated(begun: Desk) -> None:
    begun.translate("fi", str.upper)
    before = shown(begun.po("fi"))
    begun.edit()
    begun.run("extract")
    begun.run("merge")
    del before[LINE]
    assert shown(begun.po("fi")) == before
    entry = next(entry for entry in polib.pofile(str(begun.po("fi"))) if entry.msgid == OTHER)
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == (LINE.upper(), True, LINE)


def test_what_is_up_to_date_is_not_written_again(begun: Desk) -> None:
    begun.translate("fi", str.upper)
    begun.run("merge")
    before = begun.po("fi").stat().st_mtime_ns
    assert begun.run("merge") == (Status.CLEAN, [])
    assert begun.po("fi").stat().st_mtime_ns == before


def test_without_a_template_it_is_said_where_one_comes_from(desk: Desk) -> None:
    assert desk.run("merge", "fi") == (
        Status.PROBLEMS,
        [f"{desk.pot} finns inte. Den kommer med beratta messages extract."],
    )
    assert not desk.locale.exists()


@pytest.mark.parametrize("what", ["merge", "status"])
@pytest.mark.parametrize("code", ["Finska", "..", "fi/../en", "f", "", "sv@"])
def test_what_is_no_code_of_a_language_is_said(begun: Desk, what: str, code: str) -> None:
    assert begun.run(what, "fi", code) == (
        Status.USAGE,
        [f"{code} är ingen språkkod. Så ser de ut: fi, ar, sv@lattlast."],
    )


def test_swedish_is_not_translated(begun: Desk) -> None:
    assert begun.run("merge", "sv") == (
        Status.USAGE,
        ["Svenska är källan, och översätts inte. Lättläst svenska heter sv@lattlast."],
    )
    assert not begun.po("sv").exists()


BROKEN = {
    "not a file of gettext's": (b"hej\n", ":1"),
    "not UTF-8": (b'msgid ""\nmsgstr ""\n\nmsgid "\xe5"\n', ":4"),
    "too large": (b"#" * (LARGEST_WORKED_ON + 1), ""),
    "quotation marks inside": (b'msgid "a"\nmsgstr "He "said" so"\n', ":2"),
    "after a clash in version control": (b'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n', ":2"),
    "only NUL": (b"\0\0\0", ":1"),
}


@pytest.mark.parametrize(("data", "line"), BROKEN.values(), ids=BROKEN)
def test_a_translation_that_cannot_be_read_is_left_alone_and_the_others_are_done(
    begun: Desk, data: bytes, line: str
) -> None:
    begun.po("en").write_bytes(data)
    begun.edit()
    begun.run("extract")
    where = f"{begun.po('en')}{line}"
    assert begun.run("merge") == (
        Status.PROBLEMS,
        [f"{where}: filen går inte att läsa, och är lämnad som den är.", str(begun.po("fi"))],
    )
    assert begun.po("en").read_bytes() == data


def test_a_template_that_cannot_be_read_is_said_once_and_nothing_is_written(begun: Desk) -> None:
    begun.pot.write_text('msgid "a" b\n', encoding="utf-8")
    before = {code: begun.po(code).read_bytes() for code in ("en", "fi")}
    assert begun.run("merge") == (
        Status.PROBLEMS,
        [f"{begun.pot}:1: filen går inte att läsa, och är lämnad som den är."],
    )
    assert {code: begun.po(code).read_bytes() for code in before} == before


# --- writing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("failing", ["write_bytes", "replace"])
def test_a_full_disk_leaves_what_was_there_and_nothing_half_written(
    begun: Desk, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    begun.translate("fi", str.upper)
    begun.edit()
    begun.run("extract")
    before = {path: path.read_bytes() for path in begun.locale.rglob("*") if path.is_file()}

    def full(path: Path, *_: object) -> None:
        if failing == "write_bytes":
            path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, failing, full)
    status, lines = begun.run("merge", "fi")
    monkeypatch.undo()
    assert (status, lines) == (
        Status.PROBLEMS,
        [f"{begun.po('fi')} går inte att skriva: No space left on device."],
    )
    assert {path: path.read_bytes() for path in begun.locale.rglob("*") if path.is_file()} == before


def test_what_stands_in_the_way_is_said(begun: Desk) -> None:
    begun.po("ar").mkdir(parents=True)
    status, (line,) = begun.run("merge", "ar")
    assert status == Status.PROBLEMS
    assert line.startswith(f"{begun.po('ar')} går inte att skriva: ")
    assert [path.name for path in begun.po("ar").parent.iterdir()] == ["rasten.po"]


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="somebody who may write everywhere cannot be kept from it",
)
@pytest.mark.parametrize("what", ["extract", "merge"])
def test_a_folder_that_cannot_be_written_to_is_said(begun: Desk, what: str) -> None:
    begun.edit()
    if what == "merge":
        begun.run("extract")
    folder = begun.locale if what == "extract" else begun.po("fi").parent
    folder.chmod(0o500)
    try:
        status, (line, *_) = begun.run(what, *(["fi"] if what == "merge" else []))
    finally:
        folder.chmod(0o700)
    assert (status, "går inte att skriva" in line) == (Status.PROBLEMS, True)


@pytest.mark.parametrize("what", ["extract", "merge"])
def test_nothing_is_written_into_an_installed_game(tmp_path: Path, what: str) -> None:
    said = io.StringIO()
    locale = tmp_path / "locale"
    status = run(what, ("pl",), Plain(), said, shipped_locale=locale, installed=True)
    assert status == Status.PROBLEMS
    assert "pip install -e ." in said.getvalue()
    assert not locale.exists()


def test_an_installed_game_takes_languages_from_another_folder(tmp_path: Path) -> None:
    said = io.StringIO()
    assert run("extract", (), Plain(), said, locale=str(tmp_path), installed=True) == Status.CLEAN
    assert (tmp_path / "ui.pot").exists()


@pytest.mark.parametrize("code", ["PL", "pl_pl", "Pl", "../foo", "polski"])
def test_what_is_no_code_of_a_language_begins_none(begun: Desk, code: str) -> None:
    status, _ = begun.run("merge", code)
    assert status == Status.USAGE
    assert {path.name for path in begun.locale.iterdir()} == {"en", "fi", "rasten.pot"}
