"""The game without a screen: the same pages as plain lines of text, for a braille display or a terminal."""

from game.terminal.session import Terminal

__all__ = ["Terminal"]
