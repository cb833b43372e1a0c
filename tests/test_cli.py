"""The command `beratta`, as a process of its own where what is tested is how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TypeAlias

import pytest

from game import cli

ROOT = Path(__file__).parents[1]
GOOD = Path("tests") / "cases" / "good" / "rasten.yaml"
FULL = Path("/dev/full")

Done: TypeAlias = "subprocess.CompletedProcess[bytes]"


def command(*arguments: str, code: str = "") -> list[str]:
    return [sys.executable, *(["-c", code] if code else ["-m", "game"]), *arguments]


def settings(**own: str) -> dict[str, str]:
    """The environment without what would change how Python writes, and with what a test wants."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON"))}
    return kept | own


def ran(*arguments: str, code: str = "", stdout: int = subprocess.PIPE, **own: str) -> Done:
    return subprocess.run(
        command(*arguments, code=code),
        cwd=ROOT,
        env=settings(**own),
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )


def long_story(folder: Path) -> Path:
    """A file with more problems than a pipe holds before somebody reads it."""
    path = folder / "story.yaml"
    path.write_text("\n".join(f"okänd{number}: {'å' * 90}" for number in range(900)), encoding="utf-8")
    return path


@pytest.mark.parametrize("encoding", ["ascii", "cp850", "cp1252"])
@pytest.mark.parametrize("arguments", [("check", str(GOOD)), ("--help",), ("check", "finns-inte-å-→")])
def test_a_console_that_lacks_letters_gets_all_the_others(encoding: str, arguments: tuple[str, ...]) -> None:
    done = ran(*arguments, PYTHONIOENCODING=encoding)

    assert done.returncode == (2 if "finns-inte-å-→" in arguments else 0)
    assert not done.stderr
    assert len(done.stdout.decode(encoding)) > 15


def test_the_plainest_locale_is_enough() -> None:
    done = ran("check", str(GOOD), LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_who_goes_away_ends_the_command_in_silence(tmp_path: Path) -> None:
    with subprocess.Popen(
        command("check", str(long_story(tmp_path))),
        cwd=ROOT,
        env=settings(PYTHONIOENCODING="utf-8"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()
        code = process.wait(60)

    assert (code, said) == (3, b"")


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [("check", str(GOOD)), ("--help",)])
def test_a_full_disk_ends_the_command_in_silence(arguments: tuple[str, ...]) -> None:
    with FULL.open("wb") as full:
        done = ran(*arguments, stdout=full.fileno())

    assert (done.returncode, done.stderr) == (3, b"")


@pytest.mark.parametrize("arguments", [["check"], ["portrait"]])
def test_control_c_ends_a_command_calmly(arguments: list[str]) -> None:
    # The signal comes from inside, as soon as the command does something: no waiting for the right moment.
    interrupted = (
        "import signal, sys\n"
        "from game import cli\n"
        "def pressed(*_, **__): signal.raise_signal(signal.SIGINT)\n"
        "cli.check = cli.draw_sheet = pressed\n"
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    done = ran(*arguments, code=interrupted)

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize("code", ["..", "en/LC_MESSAGES", "xx", "en_XX", "/"])
def test_a_language_that_is_not_there_is_told_with_those_that_are(
    capsys: pytest.CaptureFixture[str], code: str
) -> None:
    assert cli.main(["--language", code, "check", str(ROOT / GOOD)]) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"Språket {code} finns inte. Det här finns: sv, sv@lattlast, en, ar, so, fi.\n"


@pytest.mark.parametrize("code", ["en", "EN", "En"])
def test_a_language_may_stand_before_or_after_the_command(
    capsys: pytest.CaptureFixture[str], code: str
) -> None:
    path = str(ROOT / GOOD)
    for arguments in (
        ["--language", code, "check", path],
        ["check", path, "--language", code],
        ["check", f"--language={code}", path],
    ):
        assert cli.main(arguments) == 0
        assert capsys.readouterr().out == "No problems in 1 file.\n"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--help"], "spela en berättelse"),
        (["--language", "en", "--help"], "check stories"),
        (["--help", "--language", "en"], "check stories"),
        (["play", "--language", "en", "--help"], "in the terminal, without a window"),
    ],
)
def test_help_speaks_the_language_that_was_asked_for(
    capsys: pytest.CaptureFixture[str], arguments: list[str], expected: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)

    assert stopped.value.code == 0
    assert expected in " ".join(capsys.readouterr().out.split())


def test_a_language_option_without_a_language_is_a_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["check", "--language"])

    assert stopped.value.code == 2
    assert "--language" in capsys.readouterr().err


def test_a_story_that_is_not_there_is_told_in_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["play", "rasst", "--text", "--language", "en"]) == 2
    assert capsys.readouterr().err.startswith("There is no story called rasst. ")


def test_the_languages_that_nobody_speaks_are_there_for_those_who_ask_for_them_by_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(ROOT / GOOD)
    assert cli.main(["--language", "en_xa", "check", path]) == 0
    assert capsys.readouterr().out.startswith("[")
    assert cli.main(["--language", "nowhere", "check", path]) == 2
    assert "en_XA" not in capsys.readouterr().err


def test_translations_are_extracted_merged_and_counted_from_the_command_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    where = ["--story", "svara-direkt", "--locale", str(tmp_path)]
    assert cli.main(["messages", "extract", *where]) == 0
    assert cli.main(["messages", "merge", "pl", *where]) == 0
    po = tmp_path / "pl" / "LC_MESSAGES" / "svara-direkt.po"
    assert capsys.readouterr().out == f"{tmp_path / 'svara-direkt.pot'}\n{po}\n"
    assert cli.main(["--language", "en", "messages", "status", *where]) == 0
    said = capsys.readouterr().out.split()
    assert said[:3] == ["pl", "Polski", "svara-direkt"]


def test_messages_need_to_be_told_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["messages"])
    assert stopped.value.code == 2
    assert "VAD" in capsys.readouterr().err
