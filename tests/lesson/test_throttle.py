"""How often something may be done."""

from __future__ import annotations

from game.lesson.throttle import Rate, Throttle


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_so_many_at_once_and_then_so_many_a_second() -> None:
    clock = Clock()
    throttle = Throttle(Rate(burst=3, each_second=0.5), clock)
    assert [throttle.take("a") for _ in range(5)] == [True] * 3 + [False] * 2
    clock.now = 2.0
    assert [throttle.take("a") for _ in range(2)] == [True, False]
    clock.now = 1_000.0
    assert [throttle.take("a") for _ in range(4)] == [True] * 3 + [False]


def test_one_is_not_held_up_by_another() -> None:
    throttle = Throttle(Rate(burst=1, each_second=0), Clock())
    assert throttle.take("a")
    assert not throttle.take("a")
    assert throttle.take("b")


def test_it_remembers_no_more_than_it_has_room_for() -> None:
    throttle = Throttle(Rate(burst=1, each_second=0), Clock())
    assert all(throttle.take(str(each)) for each in range(30_000))
    assert not throttle.take("29999")
    assert throttle.take("0")
