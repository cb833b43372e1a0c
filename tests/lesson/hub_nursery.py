"""Starts hubs that are killed again: one for each line of JSON, in a copy of this process, which has loaded everything."""

from __future__ import annotations

import json
import os
import signal
import sys

from tests.lesson import hub_program


def main() -> None:
    # Whoever was killed needs no goodbye.
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin.buffer:
        stage, held = os.pipe()
        pid = os.fork()
        if pid == 0:
            print(os.getpid(), flush=True)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.close(held)
            with os.fdopen(stage, "rb") as file:
                hub_program.main(json.loads(line), file)
            os._exit(0)
        os.close(stage)
        # The end that is held tells the hub that its stage is there.


if __name__ == "__main__":
    main()
