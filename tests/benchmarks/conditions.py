"""What every measurement agrees on. Imports nothing, so that a bare window stays bare."""

SMALL, LARGE = (1366, 768), (1920, 1080)
"""A school computer's window and a projector's, in pixels."""
AHEAD = 60
"""So many calm turns of its loop does a reader give the game before the next key."""
