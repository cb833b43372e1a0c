"""Where a class's path is written to and found again: a file that a teacher can see, move and carry."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.lesson.kept_file import NAME, Refusal, load, refused, same_story, save
from game.screens.lesson.intents import PathFound, PathKept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from game.screens.lesson.state import ClassPath
    from game.screens.words import Words

_MOST = 50
"""Files of classes that lie beside each other."""


class ClassFiles:
    """The files of classes in some folders, the best folder first.

    `mark` gives the digest of a story by its id, "" where there is none. `given` is the file that was asked for.
    """

    def __init__(
        self, folders: Sequence[Path], mark: Callable[[str], str], words: Words, given: Path | None = None
    ) -> None:
        self._folders = tuple(folders)
        self._mark = mark
        self._words = words
        self._last = given

    def keep(self, path: ClassPath) -> PathKept:
        """Writes a new file; no other class's is ever touched. The answer says where it is, None where none could be written."""
        for folder in self._folders:
            with suppress(OSError, StopIteration):
                file = next(each for each in _names(folder) if not each.exists())
                save(path, file)
                self._last = file
                return PathKept(str(file))
        return PathKept(None)

    def found(self) -> PathFound:
        """The path in the file that was given or written last, or else in the newest one that there is; or why there is none."""
        file = self._last or self._newest()
        path = load(file) if file else Refusal.MISSING
        return self.checked(path)

    def checked(self, path: ClassPath | Refusal) -> PathFound:
        """A path, if it can be gone on with."""
        if not isinstance(path, Refusal):
            mark = self._mark(path.story)
            path = same_story(path, {path.story: mark} if mark else {})
        if isinstance(path, Refusal):
            return PathFound(None, refused(self._words, path))
        return PathFound(path)

    def _newest(self) -> Path | None:
        there: list[tuple[float, Path]] = []
        for folder in self._folders:
            for file in _names(folder):
                with suppress(OSError):
                    there.append((file.stat().st_mtime, file))
        return max(there)[1] if there else None


def _names(folder: Path) -> Iterator[Path]:
    """What such files are called."""
    name = Path(NAME)
    yield folder / name
    for number in range(2, _MOST + 1):
        yield folder / f"{name.stem}-{number}{name.suffix}"
