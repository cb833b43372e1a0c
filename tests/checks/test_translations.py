"""A translation is held against what it translates, and every difference that matters is told where it stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.checks import numbers
from game.checks.subject import Shared, Subject
from game.checks.translations import po_problems, problems, shared_problems
from game.format.load import load_vocabulary, story_from_text
from game.messages.sources import Source
from game.resources import LOCALE, SCENARIOS
from tests.checks.translated import NAME, PO, codes, po_with, sources, told
from tests.checks.written import TODAY, subject_of
from tests.format.stories import BASE, VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def entry(context: str, swedish: str, said: str, before: str = "") -> str:
    return f'{before}msgctxt "{context}"\nmsgid "{swedish}"\nmsgstr "{said}"'


def of(text: str, said: str, *, name: str = NAME, context: str = "rast", plural: str = "") -> list[str]:
    """The codes for one text and its translation."""
    source = Source("story", context, text, plural=plural)
    forms = (
        f'msgid_plural "{plural}"\nmsgstr[0] "{said}"\nmsgstr[1] "{said}"' if plural else f'msgstr "{said}"'
    )
    return [
        each.code for each in po_problems([source], f'msgctxt "{context}"\nmsgid "{text}"\n{forms}\n', name)
    ]


# --- the whole file --------------------------------------------------------------------------------


def test_a_whole_translation_has_no_problem() -> None:
    assert list(po_problems(sources(), PO, NAME)) == []


def test_the_shipped_translations_have_no_problem() -> None:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary is not None
    source = (SCENARIOS / "svara-direkt" / "story.yaml").read_text(encoding="utf-8")
    story = story_from_text(source, vocabulary, story_id="svara-direkt").value
    assert story is not None
    subject = replace(subject_of(BASE), story=story, source=source, vocabulary=vocabulary, locale=LOCALE)

    assert list(problems(subject)) == []
    assert list(shared_problems(Shared(SCENARIOS, vocabulary, TODAY, locale=LOCALE))) == []


def test_a_draft_is_no_problem_and_neither_is_what_is_kept_of_old_texts() -> None:
    old = '#~ msgctxt "rast"\n#~ msgid "Han gick."\n#~ msgstr "He left."\n'

    assert "X-Review: draft" in PO
    assert list(po_problems(sources(), f"{PO}\n{old}", NAME)) == []


def test_what_is_missing_is_counted_and_the_first_is_named() -> None:
    text = po_with(entry("rast", "Vänta.", "")).replace("Ask how it feels.", "")
    (problem,) = po_problems(sources(), text, NAME)

    assert problem.code == "M601"
    assert dict(problem.values) == {"number": "2", "text": "Fråga hur det känns.", "absent": ""}
    assert text.splitlines()[problem.at.line - 2] == 'msgid "Fråga hur det känns."'


def test_what_the_file_does_not_have_at_all_is_missing_too() -> None:
    found = list(po_problems(sources(), "", NAME))

    assert [problem.code for problem in found] == ["M601", "M602", "M603"]
    assert {problem.at.file for problem in found} == {NAME}
    assert all(dict(problem.values)["absent"] == dict(problem.values)["number"] for problem in found)


@pytest.mark.parametrize(
    ("snippet", "code"),
    [
        (entry("rast", "Vänta.", ""), "M601"),
        (entry("rast", "Vänta.", " "), "M601"),
        (entry("about", "Svartsjuka.", ""), "M602"),
        (entry("about", "Svartsjuka.", "Jealousy.", "#, fuzzy\n"), "M602"),
        (entry("cast", "mentor", ""), "M603"),
        (entry("cast", "mentor", "teacher", "#, fuzzy\n"), "M603"),
        (entry("rast", "Vänta.", "Wait.", "#, fuzzy\n"), "M604"),
        (entry("rast", "Han skriver igen.", "He’s writing again."), "M605"),
    ],
)
def test_what_is_missing_or_left_over_is_told_by_what_it_is(snippet: str, code: str) -> None:
    assert codes(snippet) == [code]


def test_an_old_text_is_shown_beside_the_new_one() -> None:
    found = told(entry("rast", "Han skriver hela natten.", "He’s writing all night."))
    values = [dict(problem.values) for problem in found if problem.code == "M605"]
    assert values[0]["meant"] == ""

    text = po_with(entry("rast", "Han skriver hela natten.", "He’s writing all night.")).replace(
        'msgid "Han skriver hela tiden."', 'msgid "Hej."'
    )
    values = [dict(each.values) for each in po_problems(sources(), text, NAME) if each.code == "M605"]
    assert values[0] == {"number": "2", "text": "Hej.", "meant": ""} or values[0]["meant"]


def test_a_text_with_two_translations_is_told_and_one_that_is_kept_of_old_texts_is_none() -> None:
    again = entry("rast", "Vänta.", "Hang on.")
    old = "".join(f"#~ {line}\n" for line in again.splitlines() if line)
    assert [each.code for each in po_problems(sources(), f"{PO}\n{again}", NAME)] == ["M618"]
    assert [each.code for each in po_problems(sources(), f"{PO}\n{old}", NAME)] == []


def test_a_text_in_the_wrong_context_is_told_with_the_right_one() -> None:
    found = next(each for each in told(entry("skolgard", "Vänta.", "Wait.")) if each.code == "M606")

    assert dict(found.values)["meant"] == "rast"
    assert dict(found.values)["context"] == "skolgard"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "Vänta."\nmsgstr "Wait "here"."\n', 2),
        ("\n\nhello\n", 3),
        ('msgid "a"\nmsgstr[x] "b"\n', 2),
    ],
)
def test_a_broken_file_is_told_of_at_its_line(text: str, line: int) -> None:
    (problem,) = po_problems(sources(), text, NAME)

    assert problem.code == "M611"
    assert problem.at.line == line


@given(
    st.text(
        st.sampled_from('msgidstrctxplfuzy_[]"#~,|\\ \n\r\t01åÅ{n}\x0c\x85\u2028') | st.characters(),
        max_size=300,
    )
)
def test_any_file_can_be_looked_at(text: str) -> None:
    for said in (text, f"{PO}\n{text}", f'msgctxt "rast"\nmsgid "Vänta."\nmsgstr "{text}"'):
        lines = said.count("\n") + said.count("\r") + 1
        found = list(po_problems(sources(), said, NAME))
        assert all(problem.at.line <= lines for problem in found)


def test_lines_are_those_of_an_editor_whatever_stands_in_the_file() -> None:
    text = po_with(entry("about", "Svartsjuka.", "")).replace("# The English", "# The\x0c# En\x85# glish")
    (problem,) = po_problems(sources(), text, NAME)

    assert text.split("\n")[problem.at.line - 1] == 'msgstr ""'


# --- one text and its translation ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Hej {name}!", "Hi {name}!", []),
        ("Hej {name}!", "Hi!", ["M607"]),
        ("Hej {name}!", "Hi {nam}!", ["M607"]),
        ("Hej du!", "Hi {name}!", ["M607"]),
        ("Ring 116 111.", "Call 116 111.", []),
        ("Ring 116 111.", "Call 116111.", []),
        ("Ring 116 111.", "Call 116 112.", ["M608"]),
        ("Ring 116 111.", "Call Bris.", ["M608"]),
        ("Ring 112.", "Soita 112.", []),
        ("Ring 112.", "اتصل بالرقم ١١٢.", []),
        ("Ring 112.", "Call 911.", ["M608", "M609"]),
        ("Ring 020-57 70 70 nu.", "Call 020 57 70 70 now.", []),
        ("Ring 020-57 70 70 nu.", "Call 020-57 07 70 now.", ["M608"]),
        ("Ring någon.", "Call 112.", ["M608"]),
        ("Läs på bris.se.", "Read at bris.se.", []),
        ("Läs på bris.se.", "Read at bris.com.", ["M608"]),
        ("Hon är 13 år.", "She is 13.", []),
        ("Hon är 13 år.", "She is 31.", ["M609"]),
        ("Hon är 13 år.", "She is thirteen.", ["M609"]),
        ("Rum 12, om någon vill.", "Room 21, if anyone wants.", ["M609"]),
        ("De har 2 barn och 3 katter.", "They have two children and three cats.", []),
        ("De har 2 barn.", "They have 3 children.", ["M609"]),
        ("Noel går i nian.", "Noel is in Year 9.", []),
        ("Varje dag 7–21", "Every day 7 am–9 pm", []),
        ("Varje kväll 20–22", "Every evening 8–10 pm", []),
        ("Klockan är 00.47.", "It’s 12:47 at night.", []),
        ("Klockan är 00.47.", "It’s 00:48.", ["M609"]),
        ("Han skriver igen.", "Han skriver igen.", ["M610"]),
        ("Skolans kurator", "Skolans kurator", ["M610"]),
        ("Stopp", "Stopp", []),
        ("haha ok", "haha ok", []),
        ("Alva Maria Ljung", "Alva Maria Ljung", []),
        ("116 111", "116 111", []),
        ("www.bris.se", "www.bris.se", []),
        ("{a} {b}", "{a} {b}", []),
        ("Esc", "Esc", []),
        ("Han går.", "He’s leaving 😀", ["M613"]),
        ("Han går.", "He\u202e is leaving.", ["M615"]),
        ("Han går.", " He is leaving.", ["M617"]),
        ("Han går.", "He's leaving.", ["M617"]),
        ("Han går.", 'He is \\"leaving\\".', ["M617"]),
        ("Han går.", " ".join(["He is leaving."] * 30), ["M615"]),
    ],
)
def test_a_translation_says_the_same_as_its_source(text: str, said: str, expected: list[str]) -> None:
    assert of(text, said) == expected


@pytest.mark.parametrize(
    ("one", "many", "said", "expected"),
    [
        ("{n} val", "{n} val", "{n} choices", []),
        ("ett val", "{n} val", "one choice", []),
        ("{n} val av {who}", "{n} val av {who}", "{n} choices", ["M607"]),
        ("{n} val", "{n} val", "{m} choices", ["M607"]),
    ],
)
def test_a_form_may_leave_the_number_out_and_nothing_else(
    one: str, many: str, said: str, expected: list[str]
) -> None:
    assert of(one, said, plural=many) == expected


@pytest.mark.parametrize(("name", "expected"), [("Mamma", ["M603"]), ("Alva", []), ("Mormor", ["M603"])])
def test_a_name_stays_and_a_word_that_is_a_name_does_not(name: str, expected: list[str]) -> None:
    assert of(name, name, context="cast") == expected


def test_easy_swedish_may_be_the_same_as_swedish_and_must_be_easy() -> None:
    name = "sv@lattlast/LC_MESSAGES/story.po"
    hard = "Skolsköterskan kontaktade socialtjänstens mottagningsenhet angående kränkningarna."

    assert of("Han skriver igen.", "Han skriver igen.", name=name) == []
    assert of("Hon ringde.", hard, name=name) == ["M614"]
    assert of("Hon ringde.", hard) == []


@pytest.mark.parametrize(
    ("code", "snippet"),
    [
        ("M610", entry("rast", "Vad gör du?", "Vad gör du?")),
        ("M609", entry("rast", "Vänta.", "Wait 40 minutes.")),
    ],
)
def test_a_translator_can_let_a_warning_stand_with_a_reason(code: str, snippet: str) -> None:
    assert codes(snippet) == [code]
    assert codes(f"# allow {code}: it is said so in both\n{snippet}") == []
    assert codes(f"# allow {code}: no\n{snippet}") == [code]
    assert codes(f"# allow M600: it is said so in both\n{snippet}") == [code]


@pytest.mark.parametrize(
    ("code", "swedish", "said"), [("M608", "Ring 116 111.", "Call 116 112."), ("M613", "Vänta.", "Wait 😀")]
)
def test_an_error_cannot_be_let_stand(code: str, swedish: str, said: str) -> None:
    text = f"# allow {code}: it is said so in both\n{entry('rast', swedish, said)}\n"
    assert code in [each.code for each in po_problems([Source("story", "rast", swedish)], text, NAME)]


def test_no_file_fills_the_screen_with_one_kind_of_mistake() -> None:
    many = [Source("story", "rast", f"Hej {{name}} {number}.") for number in range(50)]
    text = "\n\n".join(
        f'msgctxt "rast"\nmsgid "{each.text}"\nmsgstr "Hi {index}."' for index, each in enumerate(many)
    )

    assert 0 < len(list(po_problems(many, text, NAME))) <= 40


@given(st.text(max_size=60), st.text(max_size=60))
def test_numbers_of_any_texts_can_be_compared(one: str, other: str) -> None:
    assert numbers.called(one, one) is None
    assert numbers.counted(one, one) is None
    assert (numbers.called(one, other) is None) == (numbers.called(other, one) is None)


# --- folders ---------------------------------------------------------------------------------------


def translated_into(tmp_path: Path, files: Mapping[str, str | bytes]) -> Subject:
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return subject_of(BASE, tmp_path)


def test_a_story_without_translations_has_no_problem_of_theirs(tmp_path: Path) -> None:
    assert list(problems(subject_of(BASE))) == []
    assert list(problems(subject_of(BASE, tmp_path / "nowhere"))) == []


def test_a_language_that_the_game_has_and_the_story_lacks_is_told_of_at_the_story(tmp_path: Path) -> None:
    files = {"en/LC_MESSAGES/ui.po": PO, NAME: PO, "so/LC_MESSAGES/ui.po": PO, "fi/LC_MESSAGES/ui.po": PO}
    subject = translated_into(tmp_path, files)
    (problem,) = problems(subject)

    assert problem.code == "M612"
    assert dict(problem.values) == {"languages": "fi, so"}
    assert subject.lines[problem.at.line - 1].startswith("title: Rasten")


@pytest.mark.parametrize(
    ("readers", "told"),
    [("10-12", False), ("10-13", True), ("10-99", True), ("", True), ("some", True), ("13", True)],
)
def test_a_language_that_is_for_younger_readers_is_not_asked_for(
    tmp_path: Path, readers: str, *, told: bool
) -> None:
    head = PO.replace('"Language: ', f'"X-Readers: {readers}\\n"\n"Language: ', 1)
    assert head != PO
    files = {"en/LC_MESSAGES/ui.po": PO, NAME: PO, "fi/LC_MESSAGES/ui.po": head}
    assert [each.code for each in problems(translated_into(tmp_path, files))] == ["M612"] * told


def test_every_language_of_a_story_is_looked_into_under_its_own_name(tmp_path: Path) -> None:
    bad = po_with(entry("rast", "Vänta.", ""))
    found = list(problems(translated_into(tmp_path, {"so/LC_MESSAGES/story.po": bad, NAME: PO})))

    assert [(each.code, each.at.file) for each in found] == [("M601", "so/LC_MESSAGES/story.po")]


@pytest.mark.parametrize(
    ("data", "why", "line"),
    [
        (b'msgid "a"\nmsgstr "\xff"\n', "po_encoding", 2),
        (b"#" * (8 * 1024 * 1024 + 1), "po_size", 0),
        ("\ufeff".encode() + b"hello\n", "po_syntax", 1),
    ],
)
def test_a_file_that_nobody_can_read_is_told_of(tmp_path: Path, data: bytes, why: str, line: int) -> None:
    (problem,) = problems(translated_into(tmp_path, {NAME: data}))

    assert (problem.code, problem.at.file, problem.at.line) == ("M611", NAME, line)
    assert dict(problem.values) == {"why": why}


def test_a_folder_in_place_of_a_file_is_no_translation(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir(parents=True)
    (tmp_path / "README.md").write_text("hej", encoding="utf-8")

    assert list(problems(subject_of(BASE, tmp_path))) == []


def test_help_that_is_not_translated_is_an_error_of_its_own(tmp_path: Path) -> None:
    translated_into(tmp_path, {"en/LC_MESSAGES/ui.po": PO})
    found = list(shared_problems(Shared(tmp_path, VOCABULARY, TODAY, locale=tmp_path)))

    assert {(each.code, each.at.file) for each in found} == {
        ("M602", "en/LC_MESSAGES/help.po"),
        ("M601", "en/LC_MESSAGES/places.po"),
        ("M601", "en/LC_MESSAGES/signs.po"),
    }


def test_the_texts_of_the_game_itself_come_from_their_template(tmp_path: Path) -> None:
    pot = 'msgid "Spela nu"\nmsgstr ""\n'
    translated_into(tmp_path, {"ui.pot": pot, "en/LC_MESSAGES/ui.po": ""})
    found = list(shared_problems(Shared(tmp_path, VOCABULARY, TODAY, locale=tmp_path)))

    assert ("M601", "en/LC_MESSAGES/ui.po") in {(each.code, each.at.file) for each in found}


def test_without_a_folder_of_languages_nothing_is_asked(tmp_path: Path) -> None:
    assert list(shared_problems(Shared(tmp_path, VOCABULARY, TODAY))) == []
