"""A story of one's own on a desk, and `beratta messages` at hand."""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import polib

from game.format.load import SHARED_FILES
from game.resources import SCENARIOS
from game.tools import messages_command
from game.tools.command import Status
from tests.screens.support import Plain

if TYPE_CHECKING:
    from collections.abc import Callable

GOOD = Path(__file__).parent.parent / "cases" / "good" / "rasten.yaml"
DAY = date(2026, 11, 26)
LINE = "Han skriver hela tiden."
OTHER = "Han skriver nästan hela tiden."


class Desk:
    """A story of one's own in a folder, with the command at hand."""

    def __init__(self, folder: Path) -> None:
        self.story = folder / "rasten.yaml"
        self.locale = folder / "locale"
        shutil.copy(GOOD, self.story)

    def run(self, what: str, *languages: str, locale: str = "", form: str = "text") -> tuple[int, list[str]]:
        """The command for this story: its status and the lines that it said."""
        return told(what, *languages, story=str(self.story), locale=locale, form=form)

    def po(self, language: str) -> Path:
        return self.locale / language / "LC_MESSAGES" / "rasten.po"

    @property
    def pot(self) -> Path:
        return self.locale / "rasten.pot"

    def translate(self, language: str, said: Callable[[str], str]) -> None:
        """Says every text in the language."""
        po = polib.pofile(str(self.po(language)), wrapwidth=0)
        for entry in po:
            entry.msgstr = said(entry.msgid)
        po.save()

    def edit(self) -> None:
        """The author changes a line."""
        text = self.story.read_text(encoding="utf-8")
        assert text.count(LINE) == 1
        self.story.write_text(text.replace(LINE, OTHER), encoding="utf-8")


def two_stories(folder: Path) -> Path:
    """A folder of two stories, `ett` and `tva`, with what they share."""
    for name in SHARED_FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SCENARIOS / name, folder / name)
    for name in ("ett", "tva"):
        (folder / name).mkdir()
        shutil.copy(GOOD, folder / name / "story.yaml")
    return folder


def told(
    what: str,
    *languages: str,
    story: str = "",
    locale: str = "",
    form: str = "text",
    scenarios: Path = SCENARIOS,
    shipped_locale: Path = Path("nowhere"),
) -> tuple[int, list[str]]:
    say = io.StringIO()
    status = messages_command.run(
        what,
        languages,
        Plain(),
        say,
        story=story,
        locale=locale,
        form=form,
        scenarios=scenarios,
        shipped_locale=shipped_locale,
        today=DAY,
    )
    return status, say.getvalue().splitlines()


def desk_in(folder: Path) -> Desk:
    """A desk with a template, and Finnish and English begun."""
    desk = Desk(folder)
    assert desk.run("extract")[0] == Status.CLEAN
    assert desk.run("merge", "fi", "en")[0] == Status.CLEAN
    return desk
