"""Tools that some tests drive the real program with."""

from __future__ import annotations

import os
import shutil

import pytest


def needed(tool: str) -> str:
    """Where a tool is; without it the test is skipped, or fails where everything has to be there."""
    found = shutil.which(tool)
    if found is None and os.environ.get("CI") == "true":
        pytest.fail(f"{tool} is missing, and CI must not skip")
    if found is None:
        pytest.skip(f"{tool} is not installed")
    return found
