"""A crash in a few signs, and a report that says where the program stopped and nothing of who played what."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.crash import Folder, ReportSaved
from game.screens.settings import Settings
from game.story.resume import SIGNS, encode
from game.tools.crash import Clerk, crash_of, fault_of, main, meant
from game.tools.crash_report import Report, folders, saved
from tests.screens.support import Player, at_title, real_playing

SECRET = "Hemligheten"


def caught(secret: str = SECRET) -> Exception:
    """An error out of the game's own code, whose words and values are the story's."""
    try:
        encode(secret, secret)  # type: ignore[arg-type]
    except AttributeError as error:
        error.add_note(secret)
        return error
    raise AssertionError


def chained() -> Exception:
    error = ValueError(SECRET)
    error.__cause__ = KeyError(SECRET)
    return error


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    folder = tmp_path / "hemma" / "alva.andersson"
    (folder / "Desktop").mkdir(parents=True)
    return folder


def report(home: Path, error: Exception | None = None) -> str:
    clerk = Clerk(home)
    clerk.noted(error or caught())
    written = clerk.written((1366, 768), 1.0)
    assert written.folder is Folder.DESKTOP
    return (home / "Desktop" / written.name).read_text(encoding="utf-8")


# --- the code --------------------------------------------------------------------------------------


def test_a_code_is_a_few_signs_that_can_be_read_aloud() -> None:
    code = fault_of(caught()).code
    assert len(code) == 6
    assert set(code) <= set(SIGNS)


def test_the_same_fault_has_the_same_code_whatever_was_played() -> None:
    assert fault_of(caught("en")).code == fault_of(caught("två")).code
    assert fault_of(caught()).code != fault_of(chained()).code


def test_the_developers_find_the_place_and_the_kind_by_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    fault = fault_of(caught())
    kinds, places = meant(fault.code.lower())
    assert "AttributeError" in kinds
    assert fault.frames[-1].place in places
    assert fault.frames[-1].module.startswith("game.story.")
    assert len(places) < 10
    main([fault.code])
    assert fault.frames[-1].place in capsys.readouterr().out


def test_frames_that_are_not_the_games_are_left_out() -> None:
    assert {frame.module.partition(".")[0] for frame in fault_of(caught()).frames} == {"game"}
    assert fault_of(chained()).frames == ()


def test_what_led_to_an_error_is_told_once_each_even_when_it_goes_round() -> None:
    one, other = ValueError(), KeyError()
    one.__cause__, other.__cause__ = other, one
    fault = fault_of(one)
    assert fault.before
    assert (fault.kind, fault.before.kind, fault.before.before) == ("ValueError", "KeyError", None)


def test_a_recursion_without_end_is_told_in_few_lines(home: Path) -> None:
    error = caught()
    frame = error.__traceback__
    assert frame
    while frame.tb_next:
        frame = frame.tb_next
    for _ in range(900):
        error.__traceback__ = type(frame)(error.__traceback__, frame.tb_frame, 1, frame.tb_lineno)
    assert len(report(home, error).splitlines()) < 60


def test_a_play_that_cannot_go_on_here_is_told_with_its_code() -> None:
    player = real_playing()
    crash = crash_of(caught(), player.app)
    assert crash.code == fault_of(caught()).code
    assert crash.resume
    assert crash_of(caught(), at_title().app).resume == ""


# --- what stands in it -----------------------------------------------------------------------------


def test_the_report_says_which_versions_and_where(home: Path) -> None:
    error = chained()
    error.__cause__ = caught()
    told = report(home, error)
    names = [line.partition(":")[0] for line in told.splitlines()]
    for name in ("code", "version", "python", "pygame-ce", "sdl", "video", "system", "window", "scale"):
        assert name in names
    assert "window: 1366x768" in told
    assert "error: ValueError\nerror: AttributeError\n  game.story." in told


def test_no_word_of_an_error_and_no_value_stands_in_it(home: Path) -> None:
    assert SECRET not in report(home, caught())
    assert SECRET not in report(home, chained())


def test_nothing_of_the_computer_or_its_user_stands_in_it(home: Path) -> None:
    told = report(home).casefold()
    own = {"alva.andersson", str(home), str(Path.home()), str(Path.cwd()), os.uname().nodename}
    own |= {value for name, value in os.environ.items() if len(value) > 6 and name != "SHELL"}
    assert not [text for text in own if text and text.casefold() in told]
    assert "/" not in told
    assert "\\" not in told


def test_nothing_of_the_players_settings_stands_in_it(home: Path) -> None:
    told = report(home).casefold()
    assert not [name for name in Settings.__dataclass_fields__ if f"{name}:" in told]


def marked(player: Player) -> set[str]:
    """Every word of a play: what the story says, what its parts are called, where the player is."""
    assert player.app.play
    story = player.app.play.story
    found = {story.about.id, story.about.title, *story.scenes, *story.cast, *story.facts}
    found |= {line.text for scene in story.scenes.values() for line in scene.lines}
    return {text for text in found if len(text) > 3}


def test_the_real_play_leaves_no_word_in_it(home: Path) -> None:
    player = real_playing().read_on()
    assert player.app.play
    error = caught(repr(player.app.play))
    told = report(home, error)
    assert not [text for text in marked(player) if text in told]
    clerk = Clerk(home)
    clerk.noted(error)
    assert crash_of(error, player.app).resume not in told


@given(st.text(), st.sampled_from([KeyError, ValueError, RuntimeError, OSError]))
def test_no_word_that_an_error_was_made_with_is_in_it(text: str, kind: type[Exception]) -> None:
    mark = f"\u2042{text}\u2042"
    error = kind(mark, {mark: mark})
    error.__cause__ = caught(mark)
    fault = fault_of(error)
    assert "\u2042" not in f"{fault}{fault.code}"


# --- where it is put -------------------------------------------------------------------------------

REPORT = Report("K74QMZ", "1.2.3", (640, 400), 0.5, ("error: KeyError",))


def test_it_lies_on_the_desktop_under_a_name_that_says_nothing(home: Path) -> None:
    assert saved(REPORT, folders(home)) == ReportSaved(Folder.DESKTOP, "rapport-K74QMZ.txt")
    assert [each.name for each in (home / "Desktop").iterdir()] == ["rapport-K74QMZ.txt"]
    assert "beratta" not in REPORT.text().casefold()


def test_a_desktop_in_another_language_or_place_is_found(home: Path) -> None:
    (home / ".config").mkdir()
    (home / "Skrivbord").mkdir()
    config = home / ".config" / "user-dirs.dirs"
    config.write_text('# så\nXDG_DESKTOP_DIR="$HOME/Skrivbord"\n', encoding="utf-8")
    assert folders(home)[0] == (Folder.DESKTOP, home / "Skrivbord")
    config.write_bytes(b"\xff\xfe\x00")
    assert folders(home)[0] == (Folder.DESKTOP, home / "Desktop")


def test_without_a_desktop_it_lies_in_the_home_folder(home: Path) -> None:
    (home / "Desktop").rmdir()
    assert saved(REPORT, folders(home)) == ReportSaved(Folder.HOME, "rapport-K74QMZ.txt")


def test_one_that_is_there_is_never_written_over(home: Path) -> None:
    first = home / "Desktop" / "rapport-K74QMZ.txt"
    first.write_text("mitt", encoding="utf-8")
    assert saved(REPORT, folders(home)).name == "rapport-K74QMZ-2.txt"
    assert saved(REPORT, folders(home)).name == "rapport-K74QMZ-3.txt"
    assert first.read_text(encoding="utf-8") == "mitt"
    assert len(list((home / "Desktop").iterdir())) == 3


def test_it_is_written_whole_or_not_at_all(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert saved(REPORT, folders(home)) == ReportSaved(None)
    assert [each for each in home.rglob("*") if each.is_file()] == []


def test_where_nothing_can_be_written_that_is_said_and_no_more(home: Path) -> None:
    assert saved(REPORT, ()) == ReportSaved(None)
    assert saved(REPORT, [(Folder.HOME, home / "finns" / "inte")]) == ReportSaved(None)
    file = home / "fil"
    file.touch()
    assert folders(file) == ()


def test_a_folder_that_may_not_be_written_is_passed_over(home: Path) -> None:
    desktop = home / "Desktop"
    desktop.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if os.access(desktop, os.W_OK):
        desktop.rmdir()  # who is root may write everywhere
    assert saved(REPORT, folders(home)).folder is Folder.HOME


def test_who_has_no_home_has_no_report(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert folders() == ()
