"""`beratta stats`, without the process around it."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from game.format.words import CONTEXTS
from game.messages.catalog import languages, open_catalog
from game.resources import LOCALE, SCENARIOS
from game.tools.stats_command import run
from game.tools.stats_coverage import context_name
from game.tools.stats_layout import WIDEST, columns, grouped, section, share
from tests.format.stories import BASE

if TYPE_CHECKING:
    from pathlib import Path

REAL = "svara-direkt"
LANGUAGES = ["sv", *(each.code for each in languages(LOCALE) if each.code != "sv")]


def said(
    *names: str, form: str = "text", language: str = "sv", scenarios: Path = SCENARIOS
) -> tuple[int, str]:
    out = io.StringIO()
    status = run(names, form, open_catalog(LOCALE, language), language, out, scenarios=scenarios)
    return status, out.getvalue()


def data(*names: str, scenarios: Path = SCENARIOS) -> dict[str, object]:
    status, text = said(*names, form="json", scenarios=scenarios)
    assert status == 0
    found = json.loads(text)
    assert isinstance(found, dict)
    return found


def only_story(found: dict[str, object]) -> dict[str, object]:
    stories = found["stories"]
    assert isinstance(stories, list)
    (one,) = stories
    assert isinstance(one, dict)
    return one


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with the base story, which leans on what is shipped."""
    return with_story(tmp_path / "scenarios", "rasten", BASE)


def with_story(root: Path, name: str, text: str) -> Path:
    (root / name).mkdir(parents=True)
    (root / name / "story.yaml").write_text(text, encoding="utf-8")
    return root


# --- a story ---------------------------------------------------------------------------------------


def test_a_story_is_told_in_sections(shelf: Path) -> None:
    status, text = said("rasten", scenarios=shelf)

    assert status == 0
    assert text.startswith("Rasten (rasten), 13–15 år\n\nText\n  5 scener, 3 repliker, 1 slut.\n")
    for title in ("Vägar", "Slut", "Att berätta", "Vem säger vad", "Hur lätt det är att läsa (LIX)"):
        assert f"\n\n{title}\n  " in text


def test_its_figures_are_those_of_the_story(shelf: Path) -> None:
    text = said("rasten", scenarios=shelf)[1]

    # Ask or wait, then three ways to begin.
    assert "6 olika vägar från början till ett slut." in text
    assert ["val", "2", "2", "2"] in [line.split() for line in text.splitlines()]
    assert ["Två", "som", "vet", "100", "%", "6", "2"] in [line.split() for line in text.splitlines()]
    assert "En vuxen som lyssnar vet efter 2 val som snabbast, 2 i mitten och 2 som senast." in text
    assert "2 av 2 val (100 %) leder direkt till att berätta" in " ".join(text.split())
    assert ["Alva", "2", "0", "8"] in [line.split() for line in text.splitlines()]
    assert ["Kontroll", "1"] in [line.split() for line in text.splitlines()]
    assert ["Schysst", "0"] in [line.split() for line in text.splitlines()]


@pytest.mark.parametrize(
    ("minutes", "told"), [(1, "och det stämmer ungefär"), (45, "långt från medianen, 1:")]
)
def test_the_minutes_of_the_head_are_compared_with_the_median(
    tmp_path: Path, minutes: int, told: str
) -> None:
    root = with_story(tmp_path, "rasten", BASE.replace("minutes: 5", f"minutes: {minutes}"))

    assert told in said("rasten", scenarios=root)[1]


def test_a_story_that_goes_round_says_that_its_figures_were_tried(tmp_path: Path) -> None:
    root = with_story(tmp_path, "runt", BASE.replace("- Vänta.: magen", "- Vänta.: rast"))
    text = said("runt", scenarios=root)[1]

    assert "ett val leder tillbaka dit man har varit" in text
    assert "Måtten kommer från 2\u00a0000 vägar som prövats" in text


def test_a_story_that_leads_nowhere_is_told_so_and_counted_all_the_same(tmp_path: Path) -> None:
    text = BASE.replace("tell: {samira: slut}", "tell: {samira: rast}")
    status, told = said("runt", scenarios=with_story(tmp_path, "runt", text))

    assert status == 0
    assert "Ingen väg leder till ett slut." in told
    assert "Vem säger vad" in told


def test_a_story_whose_ways_go_round_for_ever_so_long_is_not_said_to_have_no_ending(tmp_path: Path) -> None:
    back = "".join(f"      - Om {number}.: rast\n" for number in range(40))
    steps = "".join(
        f"  steg{at}:\n    place: office\n    ask: Vidare?\n    choices:\n{back}      - Ja.: {to}\n"
        for at, to in enumerate(["steg1", "steg2", "steg3", "magen"])
    )
    text = BASE.replace("go: magen}", "go: steg0}").replace("- Vänta.: magen", "- Vänta.: rast")
    status, told = said(
        "runt", scenarios=with_story(tmp_path, "runt", text.replace("  magen:\n", f"{steps}  magen:\n"))
    )

    assert status == 0
    assert "Vägarna är för långa att mäta" in told


def test_a_hard_scene_is_counted_as_one(tmp_path: Path) -> None:
    hard = BASE.replace(
        "Det känns i magen.", "Skolsköterskans mottagningsbesök överraskade arbetslagets medarbetare."
    )
    root = with_story(tmp_path, "rasten", hard)

    text = said("rasten", scenarios=root)[1]

    assert "1 scen ligger över målet." in text
    assert "Ingen scen ligger över målet." not in text


def test_several_stories_are_told_one_after_the_other(shelf: Path) -> None:
    with_story(shelf, "kopia", BASE)
    text = said("rasten", "kopia", scenarios=shelf)[1]

    assert text.index("Rasten (rasten)") < text.index("\n\n\nRasten (kopia)")


@pytest.mark.parametrize("ends", ["", "story.yaml"])
def test_a_story_can_be_named_by_its_folder_or_its_file(shelf: Path, ends: str) -> None:
    by_name = said("rasten", scenarios=shelf)

    assert said(str(shelf / "rasten" / ends)) == by_name


# --- all stories -----------------------------------------------------------------------------------


def test_without_a_name_all_stories_are_put_in_a_table_with_its_holes_in_words(shelf: Path) -> None:
    status, text = said(scenarios=shelf)
    flat = " ".join(text.split())

    assert status == 0
    assert text.startswith("1 berättelse\n")
    assert ["Rasten", "(rasten)", "13–15", "partner", "5"] in [line.split() for line in text.splitlines()]
    assert ["Kontroll", "1", *"000000"] in [line.split() for line in text.splitlines()]
    assert ["Hot", *"0000000"] in [line.split() for line in text.splitlines()]
    assert "10–12 år Ingen berättelse än." in flat
    assert "Ingen berättelse om digitalt våld, isolering, hot," in flat
    assert (
        "Ingen berättelse alls i sammanhangen ex, vän, familj, heder, okänd på nätet och ansvarig vuxen."
        in flat
    )
    assert "230 av 231 rutor är tomma" in flat
    assert "Åldrar som ingen berättelse är för: 10–12 och 16–19." in flat


def test_forms_by_age_say_why_a_hole_is_right_and_which_holes_nothing_explains(shelf: Path) -> None:
    text = said(scenarios=shelf)[1]
    flat = " ".join(text.partition("Former och åldrar")[2].split())

    assert flat.startswith("10–12 13–15 16–19 Kontroll 0 1 0 ")
    assert "Sexuellt våld, 10–12 år: Formen tas upp först för dem som är 13 år och äldre." in flat
    assert "Begränsningar, 10–12 år: Yngre barn ser sällan själva att de begränsas." in flat
    assert "16–19 år: ingen berättelse om kontroll," in flat
    assert flat.endswith("och ingen förklaring till det.")


def test_where_words_are_too_long_for_a_table_the_same_is_listed(tmp_path: Path) -> None:
    root = with_story(tmp_path, "rasten", BASE)
    signs = (SCENARIOS / "signs.yaml").read_text(encoding="utf-8")
    (root / "signs.yaml").write_text(
        signs.replace("label: Kontroll", f"label: Kontroll{'x' * 80}"), encoding="utf-8"
    )
    for shared in ("help.yaml", "places", "portraits"):
        (root / shared).symlink_to(SCENARIOS / shared)
    text = said(scenarios=root)[1]

    assert max(map(len, text.splitlines())) <= WIDEST
    assert "xxx: partner 1" in " ".join(text.split())


def test_a_folder_of_stories_stands_for_what_they_are_about(shelf: Path) -> None:
    assert said(str(shelf)) == said(scenarios=shelf)


def test_a_folder_without_stories_has_only_holes(tmp_path: Path) -> None:
    status, text = said(scenarios=tmp_path)

    assert status == 0
    assert text.startswith("0 berättelser\n")
    assert "231 av 231 rutor är tomma" in text


def test_every_context_has_a_name_of_its_own() -> None:
    names = {context_name(open_catalog(LOCALE, "sv"), context) for context in CONTEXTS}

    assert len(names) == len(CONTEXTS)
    assert not names & {"online_stranger", "adult_in_charge", "honour"}


# --- as data ---------------------------------------------------------------------------------------


def test_a_story_as_data_has_the_same_figures(shelf: Path) -> None:
    one = only_story(data("rasten", scenarios=shelf))

    assert (one["id"], one["ages"], one["scenes"], one["lines"]) == ("rasten", [13, 15], 5, 3)
    assert one["lines_by_sign"] == {"must_report": 1}
    assert isinstance(one["lines_by_form"], dict)
    assert one["lines_by_form"]["control"] == 1
    assert isinstance(one["routes"], dict)
    assert one["routes"]["count"] == 6
    assert one["routes"]["endings"] == [
        {"scene": "slut", "title": "Två som vet", "share": 1.0, "ways": 6, "fewest": 2}
    ]
    assert one["routes"]["telling"] == {
        "after": {"shortest": 2, "median": 2, "longest": 2},
        "choices": 2,
        "leading": 2,
        "far": {"scene": "rast", "decisions": 2},
    }


def test_the_coverage_as_data_has_every_cell(shelf: Path) -> None:
    found = data(scenarios=shelf)
    cells = found["coverage"]
    assert isinstance(cells, list)

    assert (found["cells"], found["holes"], found["unread"]) == (231, 230, [])
    assert [cell for cell in cells if cell["stories"]] == [
        {"ages": [13, 15], "context": "partner", "form": "control", "stories": ["rasten"]}
    ]


def test_the_coverage_as_data_has_the_forms_that_no_story_for_an_age_is_about(shelf: Path) -> None:
    untold = data(scenarios=shelf)["untold"]
    assert isinstance(untold, list)

    assert len(untold) == 32
    first = {"ages": [10, 12], "form": "control", "why": "", "vignettes": False, "from": 10}
    assert untold[0] == first
    assert any(each["why"] for each in untold)


def test_data_is_written_with_letters_that_every_terminal_has(shelf: Path) -> None:
    assert said("rasten", form="json", scenarios=shelf)[1].isascii()


# --- what cannot be told ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ingen", "", "\0", "../ingen", "x" * 5_000])
def test_a_name_that_no_story_has_is_met_with_those_that_there_are(shelf: Path, name: str) -> None:
    status, text = said(name, scenarios=shelf)

    assert status == 2
    assert text == f"Det finns ingen berättelse som heter {name}. Det här finns: rasten.\n"


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_story_that_cannot_be_read_is_said_to_be_so(tmp_path: Path, form: str) -> None:
    root = with_story(tmp_path, "trasig", "title: [")
    status, text = said("trasig", form=form, scenarios=root)

    assert status == 1
    assert text.count("går inte att läsa") == 1
    assert len(text.splitlines()) == 1


def test_one_story_that_cannot_be_read_does_not_hide_the_others(shelf: Path) -> None:
    with_story(shelf, "trasig", "title: [")
    status, text = said(scenarios=shelf)

    assert status == 1
    assert "Rasten (rasten)" in text
    assert "trasig går inte att läsa." in text
    assert json.loads(said(form="json", scenarios=shelf)[1])["unread"] == ["trasig"]


def test_something_that_is_no_story_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "bild.png").write_bytes(b"\x89PNG")
    (tmp_path / "tom").mkdir()

    assert [said(str(tmp_path / name))[0] for name in ("bild.png", "tom")] == [1, 1]


# --- how it looks ----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("names", [(), (REAL,)])
def test_it_is_narrow_and_has_nothing_but_letters_figures_and_blanks(
    names: tuple[str, ...], language: str
) -> None:
    status, text = said(*names, language=language)

    assert status == 0
    assert max(map(len, text.splitlines())) <= WIDEST
    assert not [char for char in text if "\u2500" <= char <= "\u259f" or char in "|\t\x1b"]
    assert "{" not in text


def test_another_language_says_that_the_swedish_text_was_measured() -> None:
    assert len(said(REAL, language="en")[1].splitlines()) > len(said(REAL)[1].splitlines())


def test_columns_are_aligned() -> None:
    assert columns([["", "ord"], ["Alva", "7"], ["Hawa", "1200"]]) == (
        "        ord",
        "Alva      7",
        "Hawa   1200",
    )


def test_a_name_that_is_very_long_is_cut() -> None:
    (line,) = columns([["x" * 300, "1"]])

    assert len(line) < 60
    assert "…" in line


def test_a_paragraph_is_wrapped_and_a_table_is_not() -> None:
    long = "ord " * 60
    lines = list(section("Titel", [long, ("a   b",)]))

    assert lines[:2] == ["", "Titel"]
    assert lines[-1] == "  a   b"
    assert len(lines) == 6


@pytest.mark.parametrize(
    ("of", "shown"), [(0.0, "0 %"), (0.001, "1 %"), (0.5, "50 %"), (0.999, "99 %"), (1.0, "100 %")]
)
def test_a_share_that_is_there_is_never_nothing_and_one_that_lacks_something_never_all(
    of: float, shown: str
) -> None:
    assert share(open_catalog(LOCALE, "sv"), of) == shown


def test_thousands_stand_apart() -> None:
    assert grouped(2_729_376) == "2\u00a0729\u00a0376"
