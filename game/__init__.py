"""Berätta: a scenario game in which pupils see the signs, and practise telling a trusted adult."""

import os

# SDL reads these when pygame is loaded: no greeting on the terminal, and no graphics card for flat pictures,
# which are drawn six times faster without one on a school computer.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
