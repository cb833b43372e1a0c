"""How one joins, and what is said when it does not work: calm for the class, of use for the teacher, exact for IT."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.lesson.joining import advice, counts, joining, to_it, trouble
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part
from game.screens.lesson.wire import HubSeen, Link, Phase, Reach, Trouble
from tests.screens.lesson.lessons import HERE, at, planned
from tests.screens.support import Plain

WORDS = Plain()
hubs = st.builds(
    HubSeen,
    link=st.sampled_from(Link),
    reach=st.sampled_from(Reach),
    address=st.sampled_from(("", "10.0.4.12:8080")),
    trouble=st.sampled_from(Trouble),
)


def test_address_code_and_picture_stand_together() -> None:
    shown = joining(HERE, WORDS)
    assert (shown.address, shown.code, shown.qr) == (HERE.address, HERE.code, HERE.qr)
    assert shown.trouble == ""


def test_before_answers_are_taken_only_who_has_come_is_counted() -> None:
    assert counts(replace(HERE, joined=24, answered=7), WORDS) == "24 med"


@pytest.mark.parametrize("phase", [Phase.OPEN, Phase.CLOSED, Phase.REVEAL])
def test_while_the_class_answers_it_is_counted_how_many_have(phase: Phase) -> None:
    assert counts(replace(HERE, phase=phase, joined=24, answered=12), WORDS) == "24 med · 12 har svarat"


def test_when_all_is_well_nothing_is_said_about_it() -> None:
    assert trouble(HERE, WORDS) == ""
    assert advice(HERE, WORDS) == ()
    assert to_it(HERE, WORDS) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        replace(HERE, link=Link.LOST),
        replace(HERE, phase=Phase.ENDED),
        replace(HERE, reach=Reach.BLOCKED),
        replace(HERE, reach=Reach.UNHEARD),
        *(replace(HERE, trouble=each) for each in Trouble if each is not Trouble.NONE),
    ],
)
def test_whatever_is_wrong_the_class_can_raise_its_hands_and_the_teacher_knows_what_to_do(
    wrong: HubSeen,
) -> None:
    assert "Räck upp handen" in trouble(wrong, WORDS) or "räck upp handen" in trouble(wrong, WORDS)
    assert advice(wrong, WORDS)


@pytest.mark.parametrize("reach", [Reach.BLOCKED, Reach.UNHEARD])
def test_what_to_send_to_it_names_the_address_and_the_port(reach: Reach) -> None:
    title, *rest = to_it(replace(HERE, reach=reach), WORDS)
    assert title == "Till IT"
    assert "10.0.4.12" in " ".join(rest)
    assert "8080" in " ".join(rest)


@given(hubs)
def test_only_it_is_told_of_ports_and_networks(hub: HubSeen) -> None:
    said = " ".join((trouble(hub, WORDS), *advice(hub, WORDS))).lower()
    assert not [
        term for term in ("port", "tcp", "http", "server", "brandvägg", "hub") if term in said.split()
    ]


def test_the_lobby_and_every_question_have_it_beside_them_and_a_story_fills_the_picture() -> None:
    assert planned(Taking.DEVICES).page.aside
    assert at(Part.STORY, Taking.DEVICES).page.aside is None
    assert at(Part.STORY, Taking.HANDS).page.aside is None


def test_the_lobby_counts_those_who_come() -> None:
    player = planned(Taking.DEVICES)
    assert "Ingen är med än" in str(player.page.body)
    assert "Börja utan skärmar" in [item.label for item in player.page.foot]
    player.do(replace(HERE, joined=3))
    assert "3 är med" in str(player.page.body)
    assert "Alla är med, vi börjar" in [item.label for item in player.page.foot]


def test_when_nobody_new_is_let_in_the_way_in_says_so_and_who_was_there_can_come_back() -> None:
    shut = joining(replace(HERE, locked=True), Plain())
    assert shut.trouble.startswith("Ingen mer släpps in.")
    assert shut.code
    assert joining(HERE, Plain()).trouble == ""
