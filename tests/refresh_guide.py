"""Writes what the commands in `scenarios/README.md` say today into that page: `python -m tests.refresh_guide`."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tests.guide import PAGE, refreshed


def main() -> None:
    os.environ |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        now = refreshed(page, Path(folder))
    if now == page:
        print(f"{PAGE.name} says what the commands say.")
    else:
        PAGE.write_text(now, encoding="utf-8", newline="\n")
        print(f"{PAGE.name} is refreshed: look at what changed before you keep it.")


if __name__ == "__main__":
    main()
