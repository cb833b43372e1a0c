"""Whom a school's staff turn to in a municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.format.municipalities import (
    DEFAULT,
    Contact,
    Role,
    list_municipalities,
    load_municipality,
    municipality_from_text,
)
from game.resources import SCENARIOS
from game.tools.check_files import Scope, checked
from tests.format.stories import TODAY

if TYPE_CHECKING:
    from pathlib import Path

SIX = {"jarfalla", "sigtuna", "sollentuna", "sundbyberg", "upplands-bro", "upplands-vasby"}
WAITING = "".join(f"{role.value}: {{confirm: true}}\n" for role in Role if role is not Role.SOCIAL_DAY)


def codes(social_day: str, rest: str = WAITING) -> list[str]:
    loaded = municipality_from_text(f"name: Solvik\nsocial_day: {social_day}\n{rest}")
    assert (loaded.value is None) == bool(loaded.problems)
    return [each.code for each in loaded.problems]


def test_the_six_municipalities_and_a_default_are_shipped() -> None:
    assert set(list_municipalities(SCENARIOS)) == SIX | {DEFAULT}


@pytest.mark.parametrize("id_", sorted(SIX | {DEFAULT}))
def test_a_shipped_municipality_can_be_read_and_has_no_number_without_its_source(id_: str) -> None:
    loaded = load_municipality(SCENARIOS, id_)

    assert loaded.problems == ()
    assert loaded.value
    assert (loaded.value.id, set(loaded.value.contacts)) == (id_, set(Role))
    assert all(
        bool(each.contact) == bool(each.source) == bool(each.checked_on)
        for each in loaded.value.contacts.values()
    )


def test_what_is_confirmed_is_shown_with_its_source_and_its_day() -> None:
    row = "{contact: 'solvik.example', hours: 8–16, checked_on: 2026-11-20, source: solvik.example/kontakt}"
    loaded = municipality_from_text(f"name: Solvik\nsocial_day: {row}\n{WAITING}").value

    assert loaded
    shown = loaded.contacts[Role.SOCIAL_DAY]
    assert shown == Contact("solvik.example", "8–16", "2026-11-20", "solvik.example/kontakt")


def test_what_is_not_confirmed_is_not_shown_whatever_stands_there() -> None:
    row = "{contact: 'solvik.example', checked_on: 2026-11-20, source: solvik.example, confirm: true}"
    loaded = municipality_from_text(f"name: Solvik\nsocial_day: {row}\n{WAITING}").value

    assert loaded
    assert set(loaded.contacts.values()) == {Contact()}


def test_an_empty_row_says_that_it_waits_to_be_confirmed() -> None:
    assert codes("{contact: ''}") == ["K001"]
    assert codes("{contact: '', confirm: true}") == []


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("{contact: 'a.example', source: a.example}", ["K002"]),
        ("{contact: 'a.example', checked_on: 2026-11-20}", ["K002"]),
        ("{contact: 'a.example'}", ["K002", "K002"]),
        ("{contact: 'a.example', source: a.example, checked_on: i går}", ["F129"]),
        ("{contakt: 'a.example', confirm: true}", ["F120"]),
        ("'a.example'", ["F122"]),
    ],
)
def test_what_is_wrong_in_a_row_is_told(row: str, found: list[str]) -> None:
    told = codes(row)

    assert told[: len(found)] == found


def test_every_role_has_its_row() -> None:
    assert codes("{confirm: true}", rest="") == ["F121"] * (len(Role) - 1)


def test_a_municipality_that_there_is_not_is_told_and_not_made_up(tmp_path: Path) -> None:
    assert list_municipalities(tmp_path) == ()
    assert [each.code for each in load_municipality(tmp_path, "solvik").problems] == ["F101"]


def test_no_name_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("name: Solvik\n", encoding="utf-8")
    root = tmp_path / "scenarios"
    root.mkdir()

    assert load_municipality(root, "../../secret").value is None


def test_beratta_check_looks_into_the_municipalities() -> None:
    path = SCENARIOS / "municipalities" / "sigtuna.yaml"
    found = list(checked(path, Scope(TODAY, layout=False)))

    assert [(each.path, each.problems) for each in found] == [(path, ())]
