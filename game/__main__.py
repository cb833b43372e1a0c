"""`python -m game` is the same as the command `beratta`."""

from game.cli import main

raise SystemExit(main())
