"""The address on the board, as pupils type it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.lesson.addresses import sign_of, url_of


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("10.0.4.12:8080", "http://10.0.4.12:8080"),
        ("10.0.4.12", "http://10.0.4.12:8080"),
        ("10.0.4.12:8123", "http://10.0.4.12:8123"),
        (" HTTP://10.0.4.12/ ", "http://10.0.4.12:8080"),
        ("https://10.0.4.12", "https://10.0.4.12"),
        ("lektion.skola.se", "https://lektion.skola.se"),
        ("Lektion.Skola.SE:8443", "https://lektion.skola.se:8443"),
        ("http://lektion.skola.se", "http://lektion.skola.se"),
    ],
)
def test_an_address_is_understood_as_it_stands_on_the_board(typed: str, url: str) -> None:
    assert url_of(typed) == url


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            "10.0.4",
            "10.0.4.256",
            "010.0.4.12",
            "10.0.4.12.5",
            "lektion",
            "localhost:8080",
            ".se",
            "-a.se",
        ),
        *(
            "10.0.4.12:0",
            "10.0.4.12:65536",
            "10.0.4.12:",
            "a.se:x",
            "skola..se",
            "a_b.se",
            "å.se",
            "[::1]:8080",
        ),
        *("ftp://a.se", "file:///etc/passwd", "//a.se", "http://a.se/s/ABC234", "a.se?x=1", "a.se#x"),
        *("user@a.se", "http://user:secret@a.se", "10.0.4.12:8080@a.se", "a.se\\b", "a.se\nb.se", "a.1"),
    ],
)
def test_anything_else_is_no_address(typed: str) -> None:
    assert url_of(typed) == ""


@given(st.text())
def test_whatever_is_typed_leads_to_a_server_and_no_further_or_nowhere(typed: str) -> None:
    scheme, _, rest = url_of(typed).partition("://")
    assert scheme in {"", "http", "https"}
    assert not set(rest) & set("/@?# \\")
    assert bool(scheme) == bool(rest)


@given(st.tuples(*[st.integers(0, 255)] * 4), st.integers(1, 65_535))
def test_every_address_of_a_computer_can_be_typed(numbers: tuple[int, ...], port: int) -> None:
    host = ".".join(map(str, numbers))
    assert url_of(f"{host}:{port}") == f"http://{host}:{port}"


def test_digits_of_other_scripts_and_the_comma_of_a_keypad_are_what_was_meant() -> None:
    assert "".join(map(sign_of, "١٠,٠.۴.A ")) == "10.0.4.a"
