"""`beratta new` makes a story that checks clean and plays; a name or a place that will not do is said calmly."""

from __future__ import annotations

import io
import os
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from game.format.load import SHARED_FILES, STORY_FILE, load_story, load_vocabulary
from game.format.schema_line import OWN_SCHEMA_FILE, SCHEMA_FILE
from game.resources import LOCALE, SCENARIOS
from game.screens.intents import StoryOpened
from game.story.explore import explore
from game.story.model import Story, Tell
from game.story.playthrough import Playthrough, told_so_far
from game.tools import new_command
from game.tools.bookshelf import Bookshelf
from game.tools.check_files import Scope, checked
from game.tools.command import Status
from tests.screens.support import Plain

DAY = date(2026, 11, 26)


def made(name: str, inside: Path) -> tuple[int, str]:
    said = io.StringIO()
    return new_command.run(name, inside, Plain(), said), said.getvalue()


def story_in(folder: Path) -> Story:
    story = load_story(folder, load_vocabulary(SCENARIOS).value or pytest.fail("no vocabulary")).value
    assert story is not None
    return story


def test_a_new_story_has_nothing_to_remark_on(tmp_path: Path) -> None:
    assert made("hemma-hos-oss", tmp_path)[0] == Status.CLEAN
    problems = [each for file in checked(tmp_path / "hemma-hos-oss", Scope(DAY)) for each in file.problems]
    assert problems == []


def test_among_stories_that_are_translated_there_is_nothing_to_remark_on_either(tmp_path: Path) -> None:
    stories = tmp_path / "stories"
    for name in SHARED_FILES:
        (stories / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SCENARIOS / name, stories / name)
    shutil.copytree(LOCALE / "en", tmp_path / "locale" / "en")
    made("hemma", stories)
    assert [each for file in checked(stories / "hemma", Scope(DAY)) for each in file.problems] == []


def test_it_is_called_what_it_was_asked_to_be(tmp_path: Path) -> None:
    made("hemma-hos-oss", tmp_path)
    about = story_in(tmp_path / "hemma-hos-oss").about
    assert (about.id, about.title) == ("hemma-hos-oss", "Hemma hos oss")


@pytest.mark.parametrize("name", ["no", "true", "null", "y", "a1"])
def test_a_name_that_yaml_would_take_for_something_else_is_a_title_too(tmp_path: Path, name: str) -> None:
    made(name, tmp_path)
    assert story_in(tmp_path / name).about.title == name.capitalize()


def test_it_plays_to_its_endings_past_adults_who_listen_and_one_who_does_not(tmp_path: Path) -> None:
    made("min-berattelse", tmp_path)
    opened = Bookshelf(SCENARIOS, LOCALE, tmp_path / "min-berattelse" / STORY_FILE).open_story(
        "min-berattelse"
    )
    assert isinstance(opened, StoryOpened)
    machine = opened.machine
    found = explore(machine)
    assert set(machine.story.scenes) == found.scenes
    assert len(found.endings) > 1
    tellings = [scene.exit for scene in machine.story.scenes.values() if isinstance(scene.exit, Tell)]
    heard = {hearing.listens for telling in tellings for hearing in telling.hearings}
    assert heard == {True, False}
    assert 8 <= len(machine.story.scenes) <= 13


def test_who_was_waved_off_is_asked_to_tell_another(tmp_path: Path) -> None:
    made("min-berattelse", tmp_path)
    opened = Bookshelf(SCENARIOS, LOCALE, tmp_path / "min-berattelse" / STORY_FILE).open_story(
        "min-berattelse"
    )
    assert isinstance(opened, StoryOpened)
    machine = opened.machine
    play = Playthrough((0, 0, 0, 3))
    assert [each.listened for each in told_so_far(machine, play)] == [False, True]
    said = [beat.line.text for beat in machine.trail(play.decisions)[-2].segment.beats]
    assert any("Det var inte du som gjorde fel" in text for text in said)


def test_it_says_what_to_do_next(tmp_path: Path) -> None:
    _, said = made("min-berattelse", tmp_path)
    first, *steps = said.splitlines()
    assert str(tmp_path / "min-berattelse" / STORY_FILE) in first
    assert [word for step in steps for word in ("preview", "check", "play") if f"beratta {word}" in step] == [
        "preview",
        "check",
        "play",
    ]
    assert all(step.endswith(str(tmp_path / "min-berattelse")) for step in steps)


def test_alone_it_brings_its_schema_and_among_stories_it_goes_by_theirs(tmp_path: Path) -> None:
    made("ensam", tmp_path)
    assert OWN_SCHEMA_FILE in {each.name for each in (tmp_path / "ensam").iterdir()}
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / SCHEMA_FILE).write_text("{}", encoding="utf-8")
    made("en-till", stories)
    assert OWN_SCHEMA_FILE not in {each.name for each in (stories / "en-till").iterdir()}
    for file, schema in ((tmp_path / "ensam", OWN_SCHEMA_FILE), (stories / "en-till", f"../{SCHEMA_FILE}")):
        first = (file / STORY_FILE).read_text(encoding="utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={schema}"


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("Min berättelse", "min-berattelse"),
        ("min_berattelse", "min-berattelse"),
        ("åäö", "aao"),
        ("-", "min-berattelse"),
        ("", "min-berattelse"),
        ("../ute", "ute"),
        ("a/b", "a-b"),
        ("con", "con-berattelse"),
        ("LPT1", "lpt1-berattelse"),
        ("signs", "signs-berattelse"),
        ("2026", "min-berattelse"),
        ("x" * 50, "x" * 40),
        ("slutar-", "slutar"),
        ("日本", "min-berattelse"),
        ("a\nb", "a-b"),
    ],
)
def test_a_name_that_will_not_do_is_told_with_one_that_will(
    tmp_path: Path, name: str, suggestion: str
) -> None:
    status, said = made(name, tmp_path)
    assert status == Status.USAGE
    assert said.rstrip().endswith(f"beratta new {suggestion}")
    assert list(tmp_path.iterdir()) == []
    assert made(suggestion, tmp_path)[0] == Status.CLEAN


def test_what_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "min").mkdir()
    status, said = made("min", tmp_path)
    assert (status, "finns redan" in said) == (Status.USAGE, True)
    assert list((tmp_path / "min").iterdir()) == []
    (tmp_path / "fil").write_text("mitt", encoding="utf-8")
    assert made("fil", tmp_path)[0] == Status.USAGE
    assert (tmp_path / "fil").read_text(encoding="utf-8") == "mitt"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    status, said = made("min", tmp_path / "borta")
    assert (status, "finns inte" in said) == (Status.USAGE, True)


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="somebody who may write everywhere cannot be kept from it",
)
def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        status, said = made("min", tmp_path)
    finally:
        tmp_path.chmod(0o700)
    assert (status, "--in" in said) == (Status.PROBLEMS, True)


@pytest.mark.parametrize("failing", ["open", "rename"])
def test_a_full_disk_leaves_nothing_half_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def full(*_: object, **__: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(new_command, "_files", lambda _: {STORY_FILE: "title: Min\n"})
    monkeypatch.setattr(Path, failing, full)
    status, said = made("min", tmp_path)
    monkeypatch.undo()
    assert status == Status.PROBLEMS
    assert "No space left on device" in said
    assert list(tmp_path.iterdir()) == []
