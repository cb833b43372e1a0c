"""The pupils' pages as HTML: every phase in every language, and nothing in them that comes from elsewhere or from pupils."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.pages_static import static_files
from game.lesson.views import Notice
from game.screens.lesson.wire import Kind, Phase
from tests.lesson.pages_seen import (
    CODE,
    CODES,
    LANGUAGES,
    NAMES,
    OPTIONS,
    html,
    pages,
    step,
    tally,
    view,
    words_of,
)

VOID = {"meta", "link", "input", "br"}


class Parsed(HTMLParser):
    """The elements of a page, and whether each was closed where it should be."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), (tag, attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


def parsed(name: str, lang: str = "sv") -> Parsed:
    return Parsed(html(name, lang))


def shown(**more: object) -> Parsed:
    return Parsed(pages().pupil(view(**more)))  # type: ignore[arg-type]


every_page = pytest.mark.parametrize("name", NAMES)


@every_page
def test_every_page_is_whole_in_every_language(name: str) -> None:
    for language in LANGUAGES:
        page = parsed(name, language.code)
        (root,) = page.all("html")
        assert not page.open
        assert root["lang"] == language.code.partition("@")[0]
        assert root["dir"] == ("rtl" if language.rtl else "ltr")
        assert page.texts[page.texts.index(words_of(language.code).ui("Övningar"))]
        ids = [each["id"] for _, each in page.elements if "id" in each]
        assert len(ids) == len(set(ids))


@every_page
def test_nothing_comes_from_elsewhere_and_nothing_is_written_in_the_page_that_a_strict_browser_refuses(
    name: str,
) -> None:
    page = parsed(name, "ar")
    for tag, attributes in page.elements:
        assert tag not in {"style", "iframe", "object", "embed", "base"}
        assert not [each for each in attributes if each == "style" or each.startswith("on")]
        if tag == "script":
            assert attributes["src"]
        for where in ("src", "href", "action"):
            address = attributes.get(where)
            assert address is None or re.match(r"/(?!/)|#", address), (tag, address)
            if address and address.startswith("/static/"):
                assert address.removeprefix("/static/") in static_files()


@every_page
def test_the_tab_says_the_same_on_every_page_and_every_page_hides_at_one_press(name: str) -> None:
    page = parsed(name)
    assert page.texts[page.texts.index("Övningar")]
    hides = [each for each in page.all("a") if each.get("id") == "hide"]
    assert hides or name == "exercise"


@every_page
def test_help_is_one_press_away(name: str) -> None:
    page = parsed(name)
    links = [each for each in page.all("a") if "help" in str(each.get("href"))]
    assert links or name in {"help", "exercise"}


@every_page
def test_the_language_can_be_changed_and_stays_in_the_address(name: str) -> None:
    page = parsed(name, "fi")
    links = [each for each in page.all("a") if "hreflang" in each]
    assert len(links) == len(LANGUAGES) or name == "exercise"
    assert [each["href"] for each in links if each.get("aria-current")] == [
        each["href"] for each in links if str(each["href"]).endswith("lang=fi")
    ]
    for form in page.all("form"):
        assert form["method"] in {"post", "get"}
    languages = [each for each in page.all("input") if each.get("name") == "lang"]
    assert len(languages) == len(page.all("form"))
    assert all(each["value"] == "fi" for each in languages)


MARKED = '<b onclick="x">&amp;"\'</b><script>'


@given(st.text(max_size=60), st.sampled_from(sorted(Kind, key=str)), st.sampled_from(list(Phase)))
def test_whatever_a_step_says_is_shown_as_text(said: str, kind: Kind, phase: Phase) -> None:
    said = MARKED + said.replace("\0", "").replace("\r", "")
    each = step(kind, title=said, text=said, options=(said, said, said))
    shown_page = pages().pupil(
        view(phase, step=each, tally=tally(5, 6, 7) if phase is Phase.REVEAL else None)
    )
    plain = pages().pupil(
        view(phase, step=step(kind, text="x"), tally=tally(5, 6, 7) if phase is Phase.REVEAL else None)
    )
    assert "<b onclick" not in shown_page
    assert [tag for tag, _ in Parsed(shown_page).elements] == [tag for tag, _ in Parsed(plain).elements]


@given(st.text(max_size=20))
def test_a_language_that_nobody_knows_gives_the_first(code: str) -> None:
    assert '<html lang="sv"' in pages().front(code if code not in CODES else "")


def test_choices_are_buttons_of_a_form_that_says_which_step_and_round() -> None:
    page = shown(round=3, mine=1)
    (form,) = [each for each in page.all("form") if each.get("id") == "answer"]
    fields = {
        each["name"]: each["value"] for each in page.all("input") if each.get("name") in {"step", "round"}
    }
    buttons = [each for each in page.all("button") if each.get("name") == "choice"]
    assert form["action"] == f"/s/{CODE}/vote"
    assert fields == {"step": "s1", "round": "3"}
    assert [each["value"] for each in buttons] == ["0", "1", "2", ""]
    assert [each.get("aria-pressed") for each in buttons] == ["false", "true", "false", None]
    assert all(option in page.text for option in OPTIONS)


@pytest.mark.parametrize(("mine", "said"), [(None, False), (0, True)])
def test_it_says_saved_only_of_what_is_saved(mine: int | None, said: bool) -> None:  # noqa: FBT001
    page = shown(mine=mine)
    assert ("Din röst är sparad." in page.text) is said


def test_nobody_can_answer_what_is_not_open() -> None:
    for phase in set(Phase) - {Phase.OPEN}:
        assert not [each for each in shown(phase=phase).all("button") if each.get("name") == "choice"]


def test_a_line_can_be_flagged_while_it_is_shown_and_the_flag_taken_back() -> None:
    def flag(mine: int | None) -> dict[str, str | None]:
        page = shown(phase=Phase.READ, step=step(Kind.LINE), mine=mine)
        (button,) = [each for each in page.all("button") if each.get("name") == "choice"]
        return button

    assert (flag(None)["value"], flag(None)["aria-pressed"]) == ("0", "false")
    assert (flag(0)["value"], flag(0)["aria-pressed"]) == ("", "true")


def test_pages_that_wait_look_for_news_without_a_script_and_pages_with_an_answer_do_not() -> None:
    waiting = 'http-equiv="refresh"'
    assert waiting in html("vote lobby", "sv")
    assert waiting in html("vote closed", "sv")
    assert waiting in html("vote paused", "sv")
    assert f"5; url=/s/{CODE}?lang=fi" in html("vote lobby", "fi")
    for name in ("vote open", "voted", "line read", "flagged", "vote ended", "no seat", "front", "exercise"):
        assert waiting not in html(name, "sv")


def test_numbers_stand_in_words_and_small_ones_do_not_stand_anywhere() -> None:
    page = parsed("told")
    assert "11 svar" in page.text
    assert page.text.count("visas inte") == 3
    assert [each["width"] for each in page.all("rect") if str(each.get("width")).endswith("%")] == ["100%"]


def test_what_nearly_all_answered_is_most_and_has_no_number() -> None:
    page = parsed("told of most")
    assert "de flesta" in page.text
    assert page.text.count("några få eller ingen") == 2
    assert not [each for each in page.all("rect") if str(each.get("width")).endswith("%")]


def test_too_few_answers_are_told_as_too_few() -> None:
    assert "För få har svarat för att det ska visas." in parsed("not told").text


def test_ones_own_answer_is_shown_among_those_of_the_class() -> None:
    assert "Ditt svar" in shown(phase=Phase.REVEAL, mine=0, tally=tally(5, 6, 7)).text
    assert "Ditt svar" not in shown(phase=Phase.REVEAL, tally=tally(5, 6, 7)).text


def test_the_seat_has_a_picture_and_words() -> None:
    assert "stjärna och räv" in parsed("vote lobby").text
    assert len([each for each in parsed("vote lobby").all("svg") if each.get("class") == "shape"]) == 1


def test_why_a_vignette_is_not_okay_is_shown_after_it_is_closed() -> None:
    why = step(Kind.JUDGE, text="Att kräva det är att styra.")
    assert "Att kräva det är att styra." in shown(phase=Phase.READ, step=why).text
    assert "Att kräva det är att styra." in shown(phase=Phase.CLOSED, step=why).text


def test_help_is_that_of_the_readers_age_with_its_numbers_kept_from_left_to_right() -> None:
    page = html("help", "ar")
    assert '<bdi dir="ltr">116 111</bdi>' in page
    assert '<bdi dir="ltr">112</bdi>' in page
    assert "020-80 80 80" not in page


def test_practising_says_how_to_come_back() -> None:
    page = html("practise read", "sv")
    assert "data-practises" in page
    assert "tre gånger på rubriken" in Parsed(page).text


@pytest.mark.parametrize("notice", Notice)
def test_what_went_wrong_is_said_beside_the_form(notice: Notice) -> None:
    page = pages().pupil(replace(view(symbol=""), notice=notice))
    assert 'role="alert"' in page
    assert Parsed(page).all("form")


def test_the_place_in_the_lesson_stands_where_the_script_reads_it() -> None:
    assert 'data-place="open|s1|2|0" data-mine="1"' in pages().pupil(view(round=2, mine=1))
    assert 'data-place="reveal|s1|1|1" data-mine=""' in pages().pupil(
        view(Phase.REVEAL, tally=tally(5, 6, 7))
    )


@pytest.mark.parametrize(
    ("id_", "story"),
    [
        ("play:svara-direkt", "svara-direkt"),
        ("play", ""),
        ('play:"><b>', "%22%3E%3Cb%3E"),
    ],
)
@pytest.mark.parametrize("lang", ["sv", "ar", "sv@lattlast"])
def test_while_all_play_by_themselves_the_page_leads_to_the_game_in_the_same_language(
    id_: str, story: str, lang: str
) -> None:
    page = shown(phase=Phase.READ, lang=lang, step=step(Kind.PLAY, id=id_))
    to_the_game = [each for each in page.all("a") if (each["href"] or "").startswith("/spela/")]
    assert [each["href"] for each in to_the_game] == [f"/spela/#{lang.replace('@', '%40')}/{story}"]
    assert to_the_game[0]["target"] == "_blank"
    assert to_the_game[0]["rel"] == "noopener"


def test_only_while_all_play_by_themselves_does_a_page_lead_to_the_game() -> None:
    others = (html(name, "sv") for name in NAMES if not name.startswith("play"))
    assert not [page for page in others if "/spela/" in page]
