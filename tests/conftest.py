"""What holds for every test: no window on anyone's screen, no sound, no deadline."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Before pygame is loaded. Tests that want a real window start the program as a process of its own.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"

# How long an example takes says more about the machine than about the code; a hang ends by pytest's timeout.
# Where CI is set, hypothesis would try the same examples every time; here each run tries others.
settings.register_profile(
    "suite",
    deadline=None,
    derandomize=False,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("suite")
