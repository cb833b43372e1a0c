"""Where a hub is."""

from __future__ import annotations

import pytest

from game.lesson.hubs import RemoteHub, shown


@pytest.mark.parametrize(
    ("url", "typed"),
    [
        ("http://10.0.4.12:8080", "10.0.4.12:8080"),
        ("https://beratta.skola.se", "beratta.skola.se"),
        ("https://skola.se/lektion/", "skola.se/lektion"),
    ],
)
def test_what_is_typed_is_what_no_browser_adds(url: str, typed: str) -> None:
    assert shown(url) == typed


def test_a_hub_elsewhere_listens_on_no_port_of_this_computer() -> None:
    way = RemoteHub("https://beratta.skola.se/", "invited").up(None)

    assert (way.teachers, way.public) == ("https://beratta.skola.se", "https://beratta.skola.se")
    assert (way.port, way.pid, way.database) == (0, 0, "")
