"""What runs beside a pupil's own game in a lesson: it takes a seat, hears what the class does, and tells the scene.

    seat = LessonSeat()
    seat.join("http://10.0.4.12:8080", "K4TJA7")
    seen = seat.poll(now)            # GuestSeen, or None
    seat.scene("rast")
    seat.close()

All of it is in memory alone: the seat's cookie too. Only `close` ever waits, and that shortly.
"""

from __future__ import annotations

from dataclasses import replace
from threading import Condition, Thread
from typing import TYPE_CHECKING

from game.lesson.pupil_client import (
    EndedError,
    PupilClient,
    TurnedAwayError,
    UnreachedError,
    client_for,
)
from game.lesson.strict import NAME
from game.screens.lesson.guest import GuestSeen, Hindrance, Seat
from game.screens.lesson.wire import Phase

if TYPE_CHECKING:
    from game.lesson.pupil_client import PupilState

OFTEN = 1.0
"""Seconds between two looks at what the class does; no scene is told more often either."""
LATER = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds until it is tried again after one failure, two … the last for ever."""
FAREWELL = 1.0
"""Seconds in which a hub is to hear that a seat was given up while the program ends."""
LONGEST_SCENE = 64
_STEP = "play:"
"""What the id of the step begins with in which all play; the story's follows."""


class LessonSeat:
    """A `game.screens.shelf.Desk`. All of it is used from the window's thread; `pace` is a second, and shorter for tests."""

    def __init__(self, pace: float = 1.0) -> None:
        self._pace = pace
        self._visit: _Visit | None = None
        self._left: _Visit | None = None

    def join(self, url: str, code: str) -> None:
        """Asks for a seat, giving up an earlier one."""
        self.leave()
        self._visit = _Visit(url, code, self._pace)
        Thread(target=self._visit.run, name="seat", daemon=True).start()

    def scene(self, name: str) -> None:
        """Tells in which scene this seat is; of several at once the last one counts."""
        if self._visit and NAME.fullmatch(name) and len(name) <= LONGEST_SCENE:
            self._visit.tell(name)

    def leave(self) -> None:
        """Gives the seat up, without waiting until it has been heard."""
        if self._visit:
            self._visit.leave()
            self._left, self._visit = self._visit, None

    def poll(self, now: float) -> GuestSeen | None:
        """What is new; None, nearly always."""
        del now
        return self._visit.news() if self._visit else None

    def close(self) -> None:
        """The program ends."""
        self.leave()
        if self._left:
            self._left.wait(FAREWELL)
            self._left = None


class _Visit:
    """One seat, from the asking to the end. `run` is all of its thread; everything else is the window's."""

    def __init__(self, url: str, code: str, pace: float) -> None:
        self._url = url
        self._code = code
        self._pace = pace
        self._changed = Condition()
        self._leaves = False
        self._over = False
        self._scene = ""
        self._seen = GuestSeen()
        self._heard = self._seen

    # --- the window's ---

    def tell(self, scene: str) -> None:
        """Has this scene told when it may be."""
        with self._changed:
            self._scene = scene

    def leave(self) -> None:
        """Has the seat given up."""
        with self._changed:
            self._leaves = True
            self._changed.notify_all()

    def news(self) -> GuestSeen | None:
        """What is known, once whenever it is new."""
        with self._changed:
            new, self._heard = self._seen != self._heard, self._seen
            return self._seen if new else None

    def wait(self, seconds: float) -> None:
        """Until all is done, and no longer than this."""
        with self._changed:
            self._changed.wait_for(lambda: self._over, seconds)

    # --- the thread's ---

    def run(self) -> None:
        """Until the lesson is over, the seat is gone, or it is left."""
        try:
            with client_for(self._url) as http:
                self._sit(PupilClient(http, self._code))
        finally:
            with self._changed:
                self._over = True
                self._changed.notify_all()

    def _sit(self, client: PupilClient) -> None:
        try:
            client.join()
            if self._look_until_left(client):
                client.leave()
        except EndedError:
            self._know(replace(self._seen, seat=Seat.TAKEN, phase=Phase.ENDED))
        except TurnedAwayError as turned:
            self._know(GuestSeen(Seat.OUT, why=turned.why))
        except UnreachedError:
            self._know(GuestSeen(Seat.OUT, why=Hindrance.UNREACHED))

    def _look_until_left(self, client: PupilClient) -> bool:
        """Looks and tells. False where the lesson is over before the seat is left."""
        failed, told, pause = 0, "", 0.0
        while not self._rests(pause):
            try:
                told = self._looked(client, told)
                failed, pause = 0, OFTEN
            except UnreachedError:
                pause = LATER[min(failed, len(LATER) - 1)]
                failed += 1
            # A single answer that does not come is not worth a word.
            if failed > 1:
                self._know(replace(self._seen, seat=Seat.LOST))
            if self._seen.phase is Phase.ENDED:
                return False
        return True

    def _looked(self, client: PupilClient, told: str) -> str:
        """Hears what the class does, and tells the scene if that is the time for it. The scene that has been told."""
        state = client.state()
        self._know(_seen(state) if state else replace(self._seen, seat=Seat.TAKEN))
        with self._changed:
            scene = self._scene
        if scene == told or not self._seen.plays or not client.progress(scene):
            return told
        return scene

    def _rests(self, seconds: float) -> bool:
        """Waits; whether the seat is left."""
        with self._changed:
            return self._changed.wait_for(lambda: self._leaves, seconds * self._pace)

    def _know(self, seen: GuestSeen) -> None:
        with self._changed:
            self._seen = seen


def _seen(state: PupilState) -> GuestSeen:
    story = state.step.removeprefix(_STEP) if state.step.startswith(_STEP) else ""
    return GuestSeen(Seat.TAKEN, state.phase, state.kind, story, state.symbol)
