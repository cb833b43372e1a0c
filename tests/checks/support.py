"""What is said of changes to the base story."""

from __future__ import annotations

from tests.format.stories import all_problems, base_with


def told(snippet: str, *codes: str) -> list[str]:
    """The codes among these that are said of the base story with a snippet in it, in the order of their places."""
    return [each.code for each in all_problems(base_with(snippet)) if each.code in codes]


def said_by_samira(text: str) -> str:
    """A snippet in which an adult says something."""
    return f"- samira: {text}"


def chosen(text: str) -> str:
    """A snippet in which the player can choose something, after Noel has written what is a sign."""
    return f"""\
scenes:
  rast:
    place: schoolyard
    lines:
      - alva worried: Han skriver hela tiden.
      - alva: Titta.
      - phone: noel
        owner: alva
        messages:
          - noel: svara nu
            sign: must_report
            why: Att kräva svar är kontroll.
    ask: Vad gör du?
    choices:
      - Fråga hur det känns.: {{do: {{trust: +1}}, go: magen}}
      - {text}: magen
"""
