"""What runs beside a pupil's own game in a lesson: it takes a seat, hears what the class does, and tells the scene and answers.

    seat = LessonSeat()
    seat.speak("sv")
    seat.join("http://10.0.4.12:8080", "K4TJA7")
    seen = seat.poll(now)            # GuestSeen, or None
    seat.scene("rast")
    seat.answer(Answer("val:1", 1, 2))
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
    Stored,
    TurnedAwayError,
    UnreachedError,
    client_for,
)
from game.lesson.strict import NAME
from game.screens.lesson.guest import GuestSeen, Hindrance, Seat
from game.screens.lesson.wire import Kind, Phase, story_of

if TYPE_CHECKING:
    from game.lesson.pupil_state import PupilState
    from game.screens.lesson.guest import Answer

OFTEN = 1.0
"""Seconds between two looks at what the class does; no scene is told more often either."""
LATER = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds until it is tried again after one failure, two … the last for ever."""
FAREWELL = 1.0
"""Seconds in which a hub is to hear that a seat was given up while the program ends."""
LONGEST_SCENE = 64


class LessonSeat:
    """A `game.screens.shelf.Desk`. All of it is used from the window's thread; `pace` is a second, and shorter for tests."""

    def __init__(self, pace: float = 1.0) -> None:
        self._pace = pace
        self._language = ""
        self._visit: _Visit | None = None
        self._left: _Visit | None = None

    def join(self, url: str, code: str) -> None:
        """Asks for a seat, giving up an earlier one."""
        self.leave()
        self._visit = _Visit(url, code, self._pace, self._language)
        Thread(target=self._visit.run, name="seat", daemon=True).start()

    def scene(self, name: str) -> None:
        """Tells in which scene this seat is; of several at once the last one counts."""
        if self._visit and NAME.fullmatch(name) and len(name) <= LONGEST_SCENE:
            self._visit.tell(name)

    def answer(self, answer: Answer) -> None:
        """Has an answer stored, however often it has to be sent; of several at once the last one counts."""
        if self._visit:
            self._visit.answer(answer)

    def speak(self, language: str) -> None:
        """Has what the class is asked told in this language."""
        if language != self._language:
            self._language = language
            if self._visit:
                self._visit.speak(language)

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

    def __init__(self, url: str, code: str, pace: float, language: str) -> None:
        self._url = url
        self._code = code
        self._pace = pace
        self._language = language
        self._changed = Condition()
        self._leaves = False
        self._hurries = False
        self._over = False
        self._scene = ""
        self._answer: Answer | None = None
        self._seen = GuestSeen()
        self._heard = self._seen

    # --- the window's ---

    def tell(self, scene: str) -> None:
        """Has this scene told when it may be."""
        with self._changed:
            self._scene = scene

    def answer(self, answer: Answer) -> None:
        """Has this answer stored, at once if it can be."""
        with self._changed:
            self._answer, self._hurries = answer, True
            self._changed.notify_all()

    def speak(self, language: str) -> None:
        """Has everything told in another language, at once."""
        with self._changed:
            self._language, self._hurries = language, True
            self._changed.notify_all()

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
                self._tell_answer(client)
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
        state = client.state(self._language)
        self._know(_seen(state) if state else replace(self._seen, seat=Seat.TAKEN))
        with self._changed:
            scene = self._scene
        if scene == told or not self._seen.plays or not client.progress(scene):
            return told
        return scene

    def _tell_answer(self, client: PupilClient) -> None:
        """Has the answer that waits stored; it waits on where that has to be later."""
        with self._changed:
            answer = self._answer
        if answer is None:
            return
        stored = client.vote(answer)
        asked = self._seen.asked
        if stored is Stored.WELL and asked and (asked.step, asked.round) == (answer.step, answer.round):
            self._know(replace(self._seen, seat=Seat.TAKEN, asked=replace(asked, mine=answer.choice)))
        with self._changed:
            if stored is not Stored.LATER and self._answer is answer:
                self._answer = None

    def _rests(self, seconds: float) -> bool:
        """Waits, unless there is something to be done at once; whether the seat is left."""
        with self._changed:
            self._changed.wait_for(lambda: self._leaves or self._hurries, seconds * self._pace)
            self._hurries = False
            return self._leaves

    def _know(self, seen: GuestSeen) -> None:
        with self._changed:
            self._seen = seen


def _seen(state: PupilState) -> GuestSeen:
    asked = state.asked if state.kind is not Kind.PLAY else None
    return GuestSeen(Seat.TAKEN, state.phase, state.kind, story_of(state.step), state.symbol, asked=asked)
