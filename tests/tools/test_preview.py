"""A story that is being written: each save is read again, mistakes are told, and the last good version is kept."""

from __future__ import annotations

import os
import shutil
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import pytest

from game.format.load import SHARED_FILES, STORY_FILE
from game.resources import LOCALE, SCENARIOS
from game.screens.intents import Refused, StoryOpened
from game.tools.bookshelf import story_file
from game.tools.preview import Preview, unknown_scene
from game.tools.watching import EVERY, GONE
from tests.format.stories import BASE
from tests.screens.support import Plain

if TYPE_CHECKING:
    from pathlib import Path

    from game.screens.workshop import FileRead

DAY = date(2026, 11, 26)
UNKNOWN = BASE.replace("    go: beratta\n", "    go: berata\n")
BROKEN = BASE.replace("title: Rasten", "title: Rasten: igen")
LONELY = BASE + "  ensam:\n    place: schoolyard\n    lines: [Ingen kommer hit.]\n    go: beratta\n"
LINE_OF_GO = 1 + BASE.split("    go: beratta\n")[0].count("\n")


class Written:
    """A story's file, somebody who saves it, and the preview that follows."""

    def __init__(self, folder: Path, text: str, scene: str = "") -> None:
        self.file = folder / "rasten" / STORY_FILE
        self.file.parent.mkdir()
        self.file.write_text(text, encoding="utf-8")
        self.preview = Preview(self.file, LOCALE, DAY, scene=scene)
        self._times = count(1)
        self.first = self.preview.read("sv")

    def save(self, text: str) -> None:
        before = self.file.stat().st_mtime_ns if self.file.exists() else 0
        self.file.write_text(text, encoding="utf-8")
        os.utime(self.file, ns=(before + 1_000_000_000, before + 1_000_000_000))

    def polled(self, language: str = "sv") -> list[FileRead]:
        """All that is told in more looks than any change takes."""
        looks = (self.preview.poll(next(self._times) * EVERY, language) for _ in range(2 * GONE))
        return [news for news in looks if news]


def errors(news: FileRead) -> list[tuple[str, int]]:
    return [(each.code, each.line) for each in news.workshop.mistakes if each.error]


def test_a_whole_story_is_there_at_once_and_then_there_is_nothing_to_tell(tmp_path: Path) -> None:
    written = Written(tmp_path, BASE)
    assert written.first.machine is not None
    assert (errors(written.first), written.first.calls, written.first.workshop.stale) == ([], False, False)
    assert written.polled() == []


def test_after_a_save_the_new_story_is_there(tmp_path: Path) -> None:
    written = Written(tmp_path, BASE)
    written.save(BASE.replace("title: Rasten", "title: Lunchen"))
    (news,) = written.polled()
    assert news.machine is not None
    assert news.library is not None
    assert (news.machine.story.about.title, news.library.abouts[0].title) == ("Lunchen", "Lunchen")


def test_a_mistake_is_told_with_its_line_and_the_word_that_is_wrong(tmp_path: Path) -> None:
    written = Written(tmp_path, BASE)
    written.save(UNKNOWN)
    (news,) = written.polled()
    assert (errors(news), news.calls, news.machine) == ([("F251", LINE_OF_GO)], True, None)
    (mistake,) = (each for each in news.workshop.mistakes if each.error)
    assert "berata" in mistake.what
    assert "beratta" in mistake.meant
    row = mistake.rows[-1]
    assert row.marked is not None
    assert (row.number, row.text[slice(*row.marked)]) == (LINE_OF_GO, "berata")
    assert [each.number for each in mistake.rows] == [LINE_OF_GO - 1, LINE_OF_GO]


def test_while_the_file_cannot_be_read_the_last_good_version_is_kept(tmp_path: Path) -> None:
    written = Written(tmp_path, BASE)
    written.save(BROKEN)
    (news,) = written.polled()
    assert (news.machine, news.workshop.stale, news.calls) == (None, True, True)
    opened = written.preview.open_story("rasten")
    assert isinstance(opened, StoryOpened)
    assert opened.machine.story.about.title == "Rasten"
    written.save(BASE)
    (news,) = written.polled()
    assert (news.machine is None, news.workshop.stale, news.calls) == (False, False, False)


def test_a_scene_that_nobody_leads_to_yet_is_a_mistake_and_can_be_looked_at(tmp_path: Path) -> None:
    written = Written(tmp_path, LONELY, "ensam")
    assert written.first.machine is not None
    assert "ensam" in written.first.machine.story.scenes
    assert [code for code, _ in errors(written.first)] == ["F201"]
    assert written.first.calls


def test_the_author_is_called_for_new_errors_and_not_again_for_those_that_only_moved(tmp_path: Path) -> None:
    written = Written(tmp_path, BASE)
    calls = []
    for text in (LONELY, f"# En rad till.\n{LONELY}", LONELY.replace("ensam", "allena"), BASE):
        written.save(text)
        calls += [news.calls for news in written.polled()]
    assert calls == [True, False, True, False]


def test_what_cannot_be_read_calls_each_time_it_is_saved(tmp_path: Path) -> None:
    written = Written(tmp_path, BROKEN)
    written.save(f"# En rad till.\n{BROKEN}")
    assert [news.calls for news in written.polled()] == [True]


def test_warnings_do_not_call(tmp_path: Path) -> None:
    written = Written(tmp_path, BASE)
    written.save(BASE.replace("trust: at least 1", "trust: at least 0"))
    (news,) = written.polled()
    assert news.workshop.warnings > written.first.workshop.warnings
    assert not news.calls


def test_mistakes_are_told_in_the_language_of_the_game(tmp_path: Path) -> None:
    written = Written(tmp_path, UNKNOWN)
    (news,) = written.polled("en")
    assert (news.machine, news.calls) == (None, False)
    told = [each.what for each in news.workshop.mistakes if each.error]
    assert told != [each.what for each in written.first.workshop.mistakes if each.error]
    assert "There is no scene" in told[0]


@pytest.mark.parametrize(
    "text", ["", "\n", "{", "\x00", "- en\n- lista\n", "title: [", "scenes: {a: {}}", "&a [*a]"]
)
def test_any_text_is_met_by_a_mistake(tmp_path: Path, text: str) -> None:
    written = Written(tmp_path, BASE)
    written.save(text)
    (news,) = written.polled()
    assert news.workshop.errors > 0
    assert news.workshop.stale


def test_bytes_that_are_no_text_are_met_by_a_mistake(tmp_path: Path) -> None:
    written = Written(tmp_path, BASE)
    written.file.write_bytes(b"title: \xff\xfe\n" * 9)
    (news,) = written.polled()
    assert errors(news)[0][0] == "F106"


def test_a_folder_that_is_moved_away_is_told_and_so_is_its_return(tmp_path: Path) -> None:
    written = Written(tmp_path, BASE)
    written.file.parent.rename(tmp_path / "borta")
    (news,) = written.polled()
    assert (news.workshop.stale, news.workshop.errors) == (True, 1)
    (tmp_path / "borta").rename(written.file.parent)
    (news,) = written.polled()
    assert (news.workshop.stale, errors(news)) == (False, [])


def test_while_the_signs_cannot_be_read_the_last_good_version_is_kept(tmp_path: Path) -> None:
    for name in SHARED_FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(SCENARIOS / name, tmp_path / name)
    written = Written(tmp_path, BASE)
    assert written.first.machine is not None
    signs = tmp_path / "signs.yaml"
    whole = signs.read_text(encoding="utf-8")
    signs.write_text("forms: [", encoding="utf-8")
    (news,) = written.polled()
    assert (news.machine, news.library, news.workshop.stale) == (None, None, True)
    assert {each.file for each in news.workshop.mistakes if each.error} == {"signs.yaml"}
    signs.write_text(whole, encoding="utf-8")
    (news,) = written.polled()
    assert (news.workshop.stale, errors(news)) == (False, [])


def test_the_pictures_are_drawn_anew_when_what_is_told_of_the_places_changes(tmp_path: Path) -> None:
    for name in SHARED_FILES:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(SCENARIOS / name, tmp_path / name)
    written = Written(tmp_path, BASE)
    written.save(f"{BASE}# mer\n")
    assert [news.pictures for news in written.polled()] == [False]
    table = tmp_path / "places" / "places.yaml"
    table.write_text(table.read_text(encoding="utf-8") + "# mer\n", encoding="utf-8")
    assert [news.pictures for news in written.polled()] == [True]


def test_a_plan_is_read_again_too(tmp_path: Path) -> None:
    written = Written(tmp_path, BASE)
    plan = written.file.with_name("rak.plan")
    plan.write_text("see: Det är långrast.\n", encoding="utf-8")
    written.preview.read("sv")
    plan.write_text("see: Ingenting som någon säger.\n", encoding="utf-8")
    (news,) = written.polled()
    wrong = {(each.file, row.number): row.text for each in news.workshop.mistakes for row in each.rows}
    assert "Ingenting som någon säger" in wrong["rasten/rak.plan", 1]


def test_a_story_that_goes_round_and_round_from_the_start_is_not_shown(tmp_path: Path) -> None:
    head, _ = BASE.split("scenes:\n")
    round_ = f"{head}scenes:\n  rast: {{place: schoolyard, go: ut}}\n  ut: {{place: schoolyard, go: rast}}\n"
    written = Written(tmp_path, round_)
    assert (written.first.machine, written.first.workshop.stale) == (None, True)
    assert isinstance(written.preview.open_story("rasten"), Refused)


def test_what_the_author_wrote_is_shown_without_what_cannot_be_seen(tmp_path: Path) -> None:
    written = Written(tmp_path, UNKNOWN.replace("    go: berata\n", "    go: berata # \x1b[31m\u202e\n"))
    texts = [row.text for each in written.first.workshop.mistakes for row in each.rows]
    assert texts
    assert all(text.isprintable() for text in texts)


def test_a_long_line_is_cut_around_what_is_wrong(tmp_path: Path) -> None:
    line = "      - Fråga.: {do: {trust: +1}, " + " " * 400 + "gå: magen, go: magen}" + " " * 400 + "\n"
    written = Written(
        tmp_path, BASE.replace("      - Fråga hur det känns.: {do: {trust: +1}, go: magen}\n", line)
    )
    row = next(each.rows[-1] for each in written.first.workshop.mistakes if each.error)
    assert row.marked is not None
    assert row.text[slice(*row.marked)] == "gå"
    assert len(row.text) < 200


# --- what is asked for -----------------------------------------------------------------------------


def test_a_story_is_meant_by_its_name_its_folder_or_its_file(tmp_path: Path) -> None:
    file = Written(tmp_path, BASE).file
    shipped = SCENARIOS / "svara-direkt" / STORY_FILE
    assert story_file("svara-direkt", SCENARIOS) == shipped
    assert [story_file(str(named), SCENARIOS) for named in (file, file.parent)] == [file, file]
    assert [story_file(named, SCENARIOS) for named in ("finns-inte", "", "\x00", "signs.yaml")] == [None] * 4


@pytest.mark.parametrize(("scene", "said"), [("", False), ("rast", False), ("rats", True), ("zzz", True)])
def test_an_unknown_scene_is_told_with_the_nearest_one(tmp_path: Path, scene: str, *, said: bool) -> None:
    told = unknown_scene(Written(tmp_path, BASE, scene).preview, Plain())
    assert bool(told) is said
    assert ("Menade du rast?" in told) is (scene == "rats")


def test_of_a_story_that_cannot_be_read_no_scene_is_unknown(tmp_path: Path) -> None:
    assert unknown_scene(Written(tmp_path, BROKEN, "rast").preview, Plain()) == ""
