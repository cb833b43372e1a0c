"""Where a school's file is looked for, and that the game starts whatever is there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.hearing import Aloud
from game.screens.keys import Key
from game.screens.settings import Settings, Theme
from game.tools.school_file import FILE, VARIABLE, School, places, school_settings


def named(path: Path) -> School:
    return school_settings({VARIABLE: str(path)}, sys.platform)


def on_windows(folder: Path) -> School:
    """What holds on a computer whose shared folder is this one."""
    return school_settings({"PROGRAMDATA": str(folder)}, "win32")


def placed(folder: Path, text: str) -> Path:
    path = folder / "Beratta" / FILE
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


# --- where -----------------------------------------------------------------------------------------


def test_on_linux_it_is_where_the_computer_has_its_own_settings() -> None:
    assert places({}, "linux") == (Path("/etc/beratta/beratta.yaml"), Path("/etc/xdg/beratta/beratta.yaml"))
    assert places({"XDG_CONFIG_DIRS": ""}, "linux") == places({}, "linux")


def test_the_folders_of_a_desktop_come_after_that_and_only_whole_paths_count() -> None:
    assert places({"XDG_CONFIG_DIRS": "/etc/xdg/school:here:/etc:"}, "linux") == (
        Path("/etc/beratta/beratta.yaml"),
        Path("/etc/xdg/school/beratta/beratta.yaml"),
    )


def test_on_macos_and_windows_it_is_where_programs_share_what_they_have() -> None:
    shared = Path.cwd()
    assert places({}, "darwin") == (Path("/Library/Application Support/Beratta/beratta.yaml"),)
    assert places({"PROGRAMDATA": str(shared)}, "win32") == (shared / "Beratta" / "beratta.yaml",)
    assert places({}, "win32") == places({"PROGRAMDATA": "data"}, "win32") == ()


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_nothing_is_looked_for_where_a_player_has_files(platform: str) -> None:
    home = {"HOME": "/people/alva", "USERPROFILE": "/people/alva", "XDG_CONFIG_HOME": "/people/alva/.config"}
    own = {"APPDATA": "/people/alva/AppData/Roaming", "LOCALAPPDATA": "/people/alva/AppData/Local"}
    assert places({**home, **own}, platform) == places({}, platform)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_a_file_that_is_named_is_the_only_one(platform: str) -> None:
    assert places({VARIABLE: "/srv/skola.yaml", "PROGRAMDATA": "/shared"}, platform) == (
        Path("/srv/skola.yaml"),
    )


# --- what holds ------------------------------------------------------------------------------------


def test_without_a_file_the_game_has_its_own_settings(tmp_path: Path) -> None:
    assert on_windows(tmp_path) == School(Settings(), ask_at_start=True)


def test_without_a_file_nothing_that_reads_one_is_loaded() -> None:
    code = (
        "import sys; from game.tools.school_file import school_settings; school_settings({}, 'win32');"
        "print(*sorted({'yaml', 'polib', 'game.format', 'game.tools.school_rows'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "\n"


def test_what_a_file_says_holds_and_the_rest_is_the_games_own(tmp_path: Path) -> None:
    text = "language: fi\ncolours: dark\nread_aloud: all\nkeys: {flag: J}\nask_at_start: no\n"
    path = placed(tmp_path, text)

    assert on_windows(tmp_path) == School(
        Settings(language="fi", theme=Theme.DARK, aloud=Aloud.ALL, keys=((Key.F, "j"),)),
        ask_at_start=False,
        file=path,
        lines={"language": 1, "colours": 2, "read_aloud": 3, "keys": 4, "ask_at_start": 5},
    )


def test_the_first_file_that_is_there_counts_alone(tmp_path: Path) -> None:
    for name, text in (("a", "colours: dark\n"), ("b", "text_size: 200\n")):
        (tmp_path / name / "beratta").mkdir(parents=True)
        (tmp_path / name / "beratta" / FILE).write_text(text, encoding="utf-8")
    folders = f"{tmp_path}/none:{tmp_path}/b:{tmp_path}/a"
    school = school_settings({"XDG_CONFIG_DIRS": folders}, "linux")

    assert school.file == tmp_path / "b" / "beratta" / FILE
    assert school.settings == Settings(text_size=200)


def test_a_link_to_the_file_will_do(tmp_path: Path) -> None:
    kept = tmp_path / "kept" / "all-schools.yaml"
    kept.parent.mkdir()
    kept.write_text("text_size: 150", encoding="utf-8")
    link = tmp_path / FILE
    try:
        link.symlink_to(kept)
    except OSError:
        pytest.skip("this computer makes no links")

    assert named(link).settings == Settings(text_size=150)


# --- what cannot be read ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "detail"),
    [
        (b"text_size: 150 # sk\xe5ne", "school_encoding"),
        ("text_size: 150".encode("utf-16"), "school_utf16"),
        (b"#" * 70_000, "school_too_large"),
        (b"#" * 9_000_000, "school_too_large"),
        (None, "school_missing"),
    ],
    ids=["latin", "utf-16", "long", "huge", "none"],
)
def test_a_file_that_cannot_be_read_is_as_none_and_is_told_of(
    tmp_path: Path, raw: bytes | None, detail: str
) -> None:
    path = tmp_path / FILE
    if raw is not None:
        path.write_bytes(raw)
    school = named(path)

    assert (school.settings, school.ask_at_start, school.file) == (Settings(), True, path)
    assert [(each.code, dict(each.values)["detail"]) for each in school.problems] == [("D010", detail)]


def test_a_folder_in_the_place_of_the_file_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "Beratta" / FILE).mkdir(parents=True)
    (problem,) = on_windows(tmp_path).problems
    assert dict(problem.values)["detail"] == "school_no_file"


def test_a_link_that_leads_nowhere_or_to_itself_is_told_of(tmp_path: Path) -> None:
    nowhere, itself = tmp_path / "nowhere.yaml", tmp_path / "itself.yaml"
    try:
        nowhere.symlink_to(tmp_path / "gone")
        itself.symlink_to(itself)
    except OSError:
        pytest.skip("this computer makes no links")

    assert [dict(each.values)["detail"] for each in named(nowhere).problems] == ["school_missing"]
    assert [dict(each.values)["detail"] for each in named(itself).problems] == ["school_refused"]


@given(st.text())
def test_whatever_the_variable_holds_the_game_starts(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "nothing"
    assert school_settings({VARIABLE: f"{folder}/{name}"}, sys.platform).settings == Settings()


@given(st.binary(max_size=300))
def test_whatever_the_file_holds_the_game_starts(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "school.yaml"
    path.write_bytes(raw)
    school = named(path)
    assert school.file == path
    assert school.settings == Settings() or not school.problems or school.lines
