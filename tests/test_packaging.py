"""The wheel, installed into an empty environment and started from another folder, as a school's computer has it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parents[1]

# One worker makes one environment for all of these; a slow index may take its time.
pytestmark = [pytest.mark.xdist_group("wheel"), pytest.mark.timeout(400)]

NO_INDEX = ("No matching distribution", "Could not find a version", "ConnectionError", "Max retries exceeded")
"""What pip says when there is nothing to install from."""


@dataclass(frozen=True, slots=True)
class Installed:
    """The wheel, the folder with the commands of the environment it was put into, and an empty folder."""

    wheel: Path
    commands: Path
    elsewhere: Path

    def run(self, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        """Runs `beratta` from the empty folder, on a machine without a screen."""
        return subprocess.run(
            [self.commands / "beratta", *arguments],
            cwd=self.elsewhere,
            env=without_screen(),
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )


def without_screen() -> dict[str, str]:
    """This environment, without a display, and without anything that leads Python back to the checkout."""
    gone = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    return {name: value for name, value in os.environ.items() if name not in gone} | {
        "PYTHONIOENCODING": "utf-8"
    }


def pip(*arguments: str | Path) -> None:
    """Runs pip; skips the test, and says so, where there is no package index."""
    command = [*map(str, arguments), "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode and any(word in done.stderr for word in NO_INDEX):
        pytest.skip(
            f"no package index within reach, so the wheel was not tried: {done.stderr.strip()[-200:]}"
        )
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("wheel")
    pip(sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    commands = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip(commands / "python", "-m", "pip", "install", wheel)
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    return Installed(wheel, commands, elsewhere)


def shipped(folder: str) -> set[str]:
    """What a folder of the checkout holds, without what Python left there."""
    files = (path for path in (ROOT / folder).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in files if "__pycache__" not in path.parts}


def test_the_wheel_brings_everything_the_game_reads(installed: Installed) -> None:
    inside = set(zipfile.ZipFile(installed.wheel).namelist())
    data = shipped("scenarios") | shipped("locale")
    assert {f"game/{name}" for name in data} <= inside
    assert shipped("game") <= inside
    assert {PurePosixPath(name).suffix for name in inside} >= {".ttf", ".svg", ".wav", ".yaml", ".po", ".md"}


def test_the_fonts_bring_their_licence(installed: Installed) -> None:
    inside = set(zipfile.ZipFile(installed.wheel).namelist())
    families = {name.partition("-")[0] for name in inside if name.endswith((".ttf", ".otf"))}
    assert families
    assert {f"{family}-OFL.txt" for family in families} <= inside


def test_the_wheel_brings_nothing_else(installed: Installed) -> None:
    inside = {PurePosixPath(name).parts[0] for name in zipfile.ZipFile(installed.wheel).namelist()}
    assert {name for name in inside if not name.endswith(".dist-info")} == {"game"}


def test_the_command_says_what_it_can_do(installed: Installed) -> None:
    done = installed.run("--help")
    assert done.returncode == 0, done.stderr
    assert "play" in done.stdout
    assert "check" in done.stdout


def test_the_stories_in_the_wheel_are_found_and_clean(installed: Installed) -> None:
    done = installed.run("check", "--format", "json")
    told = json.loads(done.stdout)
    assert told["files"] >= 5
    # Help that a person has to look up again is told on some days and not on others.
    assert {each["code"] for each in told["problems"]} <= {"S703"}, done.stdout + done.stderr


def test_the_story_is_played_in_a_terminal(installed: Installed) -> None:
    done = installed.run("play", "svara-direkt", "--text", typed="\n" * 12)
    assert done.returncode == 0, done.stderr
    assert "Svara direkt" in done.stdout
    assert "Alva" in done.stdout
    assert "Traceback" not in done.stderr


def test_without_a_screen_it_says_so_and_offers_the_terminal(installed: Installed) -> None:
    done = installed.run()
    assert done.returncode == 1
    assert "beratta play bakom-vaggen --text" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_story_that_is_not_there_is_wrong_use(installed: Installed) -> None:
    done = installed.run("play", "svara-sen", "--text")
    assert done.returncode == 2
    assert "svara-direkt" in done.stderr


def test_nothing_is_left_where_it_was_started(installed: Installed) -> None:
    installed.run("--help")
    installed.run("check")
    assert not list(installed.elsewhere.iterdir())
