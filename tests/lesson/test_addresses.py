"""Which address pupils are given."""

from __future__ import annotations

from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.addresses import addresses, qr_rows, ranked, typed

ADDRESS = st.integers(0, 2**32 - 1).map(lambda number: str(IPv4Address(number)))


def test_a_schools_own_network_goes_before_all_else() -> None:
    found = ["127.0.0.1", "169.254.7.7", "172.17.0.1", "10.0.4.12", "81.2.69.160"]

    assert ranked(found) == ("10.0.4.12", "81.2.69.160")


def test_among_equals_the_way_to_the_internet_stays_first() -> None:
    assert ranked(["192.168.1.20", "10.0.4.12", "192.168.1.20"]) == ("192.168.1.20", "10.0.4.12")


@pytest.mark.parametrize("bridge", ["172.17.0.1", "172.18.0.1", "192.168.122.1", "192.168.56.1", "10.0.3.1"])
def test_a_virtual_network_is_left_out_where_there_is_another(bridge: str) -> None:
    assert ranked([bridge, "172.17.3.9"]) == ("172.17.3.9",)
    assert ranked([bridge, "127.0.0.1"]) == (bridge,)


def test_an_address_that_the_computer_gave_itself_is_better_than_none() -> None:
    assert ranked(["127.0.0.1", "169.254.7.7"]) == ("169.254.7.7",)
    assert ranked(["127.0.1.1"]) == ("127.0.1.1",)


@pytest.mark.parametrize("odd", ["", "0.0.0.0", "224.0.0.1", "fe80::1", "10.0.4", "10.0.4.256", "min-dator"])
def test_what_nobody_can_type_is_no_address(odd: str) -> None:
    assert ranked([odd]) == ()
    assert ranked([odd, "10.0.4.12"]) == ("10.0.4.12",)


@given(st.lists(ADDRESS))
def test_only_what_was_found_is_offered_and_each_once(found: list[str]) -> None:
    offered = ranked(found)

    assert len(set(offered)) == len(offered)
    assert set(offered) <= set(found)
    assert ranked(offered) == offered


@given(st.lists(ADDRESS), st.sampled_from(["10.0.4.12", "192.168.1.20", "172.20.5.5"]))
def test_where_there_is_a_network_of_the_school_nobody_is_sent_to_a_loopback(
    found: list[str], own: str
) -> None:
    offered = ranked([*found, own])

    assert own in offered
    assert not any(IPv4Address(each).is_loopback or IPv4Address(each).is_link_local for each in offered)


def test_this_computers_own_addresses_can_be_asked_for() -> None:
    found = addresses()

    assert found == ranked(found)


def test_what_is_typed_has_nothing_before_the_address() -> None:
    assert typed("10.0.4.12", 8080) == "10.0.4.12:8080"


def test_a_qr_code_is_square_and_has_its_three_corners_and_no_quiet_zone() -> None:
    rows = qr_rows("http://10.0.4.12:8080/s/ABC234")
    corner = [True] * 7

    assert {len(row) for row in rows} == {len(rows)}
    assert list(rows[0][:7]) == corner
    assert list(rows[0][-7:]) == corner
    assert [row[0] for row in rows[-7:]] == corner


def test_another_address_gives_another_qr_code() -> None:
    assert qr_rows("http://10.0.4.12:8080/s/ABC234") != qr_rows("http://10.0.4.13:8080/s/ABC234")
