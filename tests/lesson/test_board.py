"""What is known of the hub, between two threads."""

from __future__ import annotations

from dataclasses import replace

from game.lesson.board import Board
from game.screens.lesson.wire import HubSeen, Link, Phase, Reach


def test_each_piece_of_news_is_given_once() -> None:
    board = Board()
    assert board.news() is None
    board.change(joined=3)

    assert board.news() == HubSeen(joined=3)
    assert board.news() is None
    board.change(joined=3)
    assert board.news() is None


def test_that_a_command_was_done_is_news_though_nothing_else_is() -> None:
    board = Board()
    board.change(told=1)
    news = board.news()

    assert news
    assert news.told == 1


def test_what_the_hub_tells_leaves_what_only_the_link_knows() -> None:
    board = Board()
    own = HubSeen(Link.STARTING, Reach.REACHED, "10.0.4.12:8080", "ABC234", ((True,),), kept="here")
    board.change(reach=own.reach, address=own.address, code=own.code, qr=own.qr, kept=own.kept)
    board.learn(HubSeen(phase=Phase.OPEN, joined=5, kept="later"), Link.HERE)

    assert board.seen == replace(own, link=Link.HERE, phase=Phase.OPEN, joined=5)


def test_what_is_wiped_is_gone() -> None:
    board = Board()
    board.change(code="ABC234", joined=5)
    board.wipe(link=Link.STARTING)

    assert board.seen == HubSeen(link=Link.STARTING)
