from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.messages.catalog import Catalog, languages, open_catalog
from game.messages.language import Language, described

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {rule}\\n"\n'
GERMANIC = "nplurals=2; plural=(n != 1);"
ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
)


def write(folder: Path, language: str, domain: str, entries: str, rule: str = GERMANIC) -> Path:
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER.format(rule=rule) + entries, encoding="utf-8")
    return path


def english(folder: Path, entries: str, rule: str = GERMANIC) -> Catalog:
    write(folder, "en", "ui", entries, rule)
    return open_catalog(folder, "en")


def test_swedish_is_the_source_and_needs_no_files(tmp_path: Path) -> None:
    catalog = open_catalog(tmp_path / "nowhere", "sv")
    assert catalog.ui("Hej {name}!", name="Alva") == "Hej Alva!"
    assert [catalog.plural("{n} flagga", "{n} flaggor", n) for n in (0, 1, 2)] == [
        "0 flaggor",
        "1 flagga",
        "2 flaggor",
    ]
    assert catalog.complete("ui")
    assert not catalog.problems


def test_a_translation_is_found_and_filled(tmp_path: Path) -> None:
    catalog = english(tmp_path, '\nmsgid "Hej {name}!"\nmsgstr "Hello, {name}!"\n')
    assert catalog.ui("Hej {name}!", name="Alva") == "Hello, Alva!"


def test_the_context_tells_equal_texts_apart(tmp_path: Path) -> None:
    catalog = english(
        tmp_path,
        '\nmsgctxt "button"\nmsgid "Svara"\nmsgstr "Reply"\n\nmsgctxt "quiz"\nmsgid "Svara"\nmsgstr "Answer"\n',
    )
    assert (catalog.ui("Svara", "button"), catalog.ui("Svara", "quiz"), catalog.ui("Svara")) == (
        "Reply",
        "Answer",
        "Svara",
    )


def test_a_value_is_written_as_it_is_and_never_looked_into() -> None:
    catalog = open_catalog(Path(), "sv")
    assert catalog.ui("Hej {name}!", name="{other}", other="x") == "Hej {other}!"
    assert catalog.ui("{name.__class__} {0} {} {", name="x") == "{name.__class__} {0} {} {"


def test_a_placeholder_without_a_value_stays() -> None:
    assert open_catalog(Path(), "sv").ui("Hej {name}!") == "Hej {name}!"


@pytest.mark.parametrize("bad", ["Hello!", "Hello {nmae}!", "Hello {name} {extra}!"])
def test_a_translation_with_other_placeholders_is_not_used_and_reported(tmp_path: Path, bad: str) -> None:
    catalog = english(tmp_path, f'\nmsgid "Hej {{name}}!"\nmsgstr "{bad}"\n')
    assert catalog.ui("Hej {name}!", name="Alva", extra="x") == "Hej Alva!"
    assert [problem.text for problem in catalog.problems] == ["Hej {name}!"]


@pytest.mark.parametrize(("length", "used"), [(212, True), (213, False)])
def test_a_translation_without_end_is_not_used_and_reported(
    tmp_path: Path, length: int, *, used: bool
) -> None:
    text = "x" * length
    catalog = english(tmp_path, f'\nmsgid "Hej"\nmsgstr "{text}"\n')
    for said in (catalog.ui("Hej"), catalog.of("ui", "", "Hej")):
        assert said == (text if used else "Hej")
    assert [problem.text for problem in catalog.problems] == ([] if used else ["Hej"])


@pytest.mark.parametrize("number", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x1B])
def test_a_translation_that_turns_a_number_round_is_not_used_and_reported(
    tmp_path: Path, number: int
) -> None:
    entry = f'msgid "116 111"\nmsgstr "{chr(number)}116 111"\n'
    write(tmp_path, "en", "help", f'\nmsgctxt "bris"\n{entry}')
    catalog = english(tmp_path, f"\n{entry}")
    assert catalog.of("help", "bris", "116 111") == "116 111"
    assert catalog.ui("116 111") == "116 111"
    assert [problem.why for problem in catalog.problems] == [
        f"it has an invisible character, U+{number:04X}"
    ] * 2


def test_a_plural_form_that_turns_writing_round_is_not_used(tmp_path: Path) -> None:
    catalog = english(
        tmp_path,
        '\nmsgid "{n} dag"\nmsgid_plural "{n} dagar"\nmsgstr[0] "{n} day"\nmsgstr[1] "\u202e{n} days"\n',
    )
    assert [catalog.plural("{n} dag", "{n} dagar", n) for n in (1, 3)] == ["1 day", "3 dagar"]


@pytest.mark.parametrize("mark", ["\u200c", "\u200d", "\u200e", "\u200f"])
def test_marks_and_joiners_may_stand_in_a_translation(tmp_path: Path, mark: str) -> None:
    catalog = english(tmp_path, f'\nmsgid "Hej"\nmsgstr "a{mark}b"\n')
    assert catalog.ui("Hej") == f"a{mark}b"
    assert not catalog.problems


def test_fuzzy_obsolete_and_empty_translations_are_not_used(tmp_path: Path) -> None:
    catalog = english(
        tmp_path,
        '\n#, fuzzy\nmsgid "Nej"\nmsgstr "Yes"\n\nmsgid "Kanske"\nmsgstr ""\n\n#~ msgid "Ja"\n#~ msgstr "No"\n',
    )
    assert [catalog.ui(text) for text in ("Nej", "Kanske", "Ja")] == ["Nej", "Kanske", "Ja"]
    assert not catalog.complete("ui")


def test_a_domain_is_complete_when_nothing_is_left_to_translate(tmp_path: Path) -> None:
    write(tmp_path, "en", "signs", '\nmsgid "Nej"\nmsgstr "No"\n\n#~ msgid "Ja"\n#~ msgstr ""\n')
    catalog = open_catalog(tmp_path, "en")
    assert catalog.complete("signs")
    assert not catalog.complete("help")


def test_a_language_uses_the_plural_forms_that_it_has(tmp_path: Path) -> None:
    forms = "".join(f'msgstr[{number}] "form {number}: {{n}}"\n' for number in range(6))
    write(tmp_path, "ar", "ui", f'\nmsgid "{{n}} flagga"\nmsgid_plural "{{n}} flaggor"\n{forms}', ARABIC)
    catalog = open_catalog(tmp_path, "ar")
    used = [catalog.plural("{n} flagga", "{n} flaggor", n) for n in (0, 1, 2, 3, 11, 100)]
    assert used == ["form 0: 0", "form 1: 1", "form 2: 2", "form 3: 3", "form 4: 11", "form 5: 100"]


def test_a_plural_form_may_say_the_number_in_words(tmp_path: Path) -> None:
    catalog = english(
        tmp_path, '\nmsgid "{n} dag"\nmsgid_plural "{n} dagar"\nmsgstr[0] "one day"\nmsgstr[1] "{n} days"\n'
    )
    assert [catalog.plural("{n} dag", "{n} dagar", n) for n in (1, 3)] == ["one day", "3 days"]


def test_a_plural_form_that_lost_a_name_is_not_used(tmp_path: Path) -> None:
    catalog = english(
        tmp_path,
        '\nmsgid "{name} har {n} dag"\nmsgid_plural "{name} har {n} dagar"\nmsgstr[0] "{name}: {n}"\nmsgstr[1] "{n} days"\n',
    )
    asked = [catalog.plural("{name} har {n} dag", "{name} har {n} dagar", n, name="Alva") for n in (1, 3)]
    assert asked == ["Alva: 1", "Alva har 3 dagar"]


@pytest.mark.parametrize(
    "rule", ["nplurals=2; plural=1/(n-n);", "nplurals=2; plural=n%0;", "nplurals=1; plural=n;"]
)
def test_a_plural_rule_that_fails_leaves_the_source(tmp_path: Path, rule: str) -> None:
    catalog = english(
        tmp_path, '\nmsgid "{n} dag"\nmsgid_plural "{n} dagar"\nmsgstr[0] "a"\nmsgstr[1] "b"\n', rule
    )
    assert catalog.plural("{n} dag", "{n} dagar", 5) == "5 dagar"
    assert catalog.ui("Hej") == "Hej"


def test_a_plural_rule_is_never_executed_as_code(tmp_path: Path) -> None:
    catalog = english(
        tmp_path, '\nmsgid "Hej"\nmsgstr "Hello"\n', "nplurals=2; plural=__import__('os').abort();"
    )
    assert catalog.ui("Hej") == "Hej"
    assert "cannot be read" in catalog.problems[0].why


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00\x01",
        b"not a catalogue at all",
        b'msgstr "x"',
        b'msgid "Hej"\nmsgid "Hej"\n',
        b'msgid "Hej"\nmsgid_plural "Hej"\nmsgstr[99999999999999999999] "x"\nmsgstr[x] "y"\n',
        b"\x00" * 100,
    ],
)
def test_a_broken_file_gives_the_source_and_is_reported(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, "en", "ui", "").write_bytes(data)
    catalog = open_catalog(tmp_path, "en")
    assert catalog.ui("Hej") == "Hej"
    assert len(catalog.problems) == 1
    assert not catalog.complete("ui")


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "en", "ui", '\nmsgid "Hej"\nmsgstr "Hello"\n' + "# x\n" * 2_200_000)
    catalog = open_catalog(tmp_path, "en")
    assert catalog.ui("Hej") == "Hej"
    assert "larger" in catalog.problems[0].why


@given(st.binary() | st.text(alphabet='msgidtrcxl_pu "[]0\n\\#~,|{}fz').map(str.encode))
@settings(deadline=None, max_examples=300)
def test_whatever_a_file_holds_a_text_comes_out(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("locale")
    write(folder, "en", "ui", "").write_bytes(data)
    catalog = open_catalog(folder, "en")
    assert catalog.ui("Hej {name}", name="Alva")
    assert catalog.plural("{n} dag", "{n} dagar", 3)
    assert catalog.of("ui", "x", "Hej")


def test_the_declared_charset_of_a_file_is_not_believed(tmp_path: Path) -> None:
    path = write(tmp_path, "en", "ui", '\nmsgid "Hej"\nmsgstr "Héllo"\n')
    path.write_text(path.read_text(encoding="utf-8").replace("UTF-8", "utf-16"), encoding="utf-8-sig")
    assert open_catalog(tmp_path, "en").ui("Hej") == "Héllo"


def test_a_file_whose_whole_text_is_a_path_is_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path, "fi", "ui", '\nmsgid "Hej"\nmsgstr "Moi"\n')
    write(tmp_path, "en", "ui", "").write_text(str(secret), encoding="utf-8")
    assert open_catalog(tmp_path, "en").ui("Hej") == "Hej"


def test_an_empty_text_is_empty_in_every_language(tmp_path: Path) -> None:
    assert english(tmp_path, '\nmsgid "Hej"\nmsgstr "Hello"\n').ui("") == ""


def test_each_file_is_read_once(tmp_path: Path) -> None:
    catalog = english(tmp_path, '\nmsgid "Hej"\nmsgstr "Hello"\n')
    assert catalog.ui("Hej") == "Hello"
    write(tmp_path, "en", "ui", '\nmsgid "Hej"\nmsgstr "Changed"\n')
    assert catalog.ui("Hej") == "Hello"


@pytest.mark.parametrize(
    ("language", "domain"), [("../en", "ui"), ("en", "../LC_MESSAGES/ui"), ("", "ui"), ("xx", "ui")]
)
def test_a_name_that_leads_elsewhere_finds_nothing(tmp_path: Path, language: str, domain: str) -> None:
    write(tmp_path, "en", "ui", '\nmsgid "Hej"\nmsgstr "Hello"\n')
    assert open_catalog(tmp_path / "en", language).of(domain, "", "Hej") == "Hej"


def test_languages_are_swedish_and_those_with_a_file(tmp_path: Path) -> None:
    for code in ("so", "ar", "en", "sv@lattlast", "et"):
        write(tmp_path, code, "ui", "")
    write(tmp_path, "fi", "signs", "")
    (tmp_path / "ui.pot").write_text("", encoding="utf-8")
    assert languages(tmp_path) == (
        Language("sv", "Svenska", rtl=False),
        Language("sv@lattlast", "Lättläst svenska", rtl=False, draft=True),
        Language("en", "English", rtl=False, draft=True),
        Language("ar", "العربية", rtl=True, draft=True),
        Language("so", "Soomaali", rtl=False, draft=True),
        Language("et", "et", rtl=False, draft=True),
    )
    assert [language.code for language in languages(tmp_path, ("ui", "signs"))] == ["sv"]
    assert [language.code for language in languages(tmp_path / "nowhere")] == ["sv"]


@pytest.mark.parametrize(
    ("code", "rtl"), [("ar", True), ("ar_SY", True), ("fa", True), ("so", False), ("sv@lattlast", False)]
)
def test_the_writing_direction_follows_the_language(tmp_path: Path, code: str, *, rtl: bool) -> None:
    write(tmp_path, code, "ui", "")
    assert [language.rtl for language in languages(tmp_path)] == [False, rtl]


def head(code: str, **fields: str) -> Language:
    """A language whose file for the interface says this about it."""
    lines = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    return described(code, f'msgid ""\nmsgstr ""\n{lines}\nmsgid "X"\nmsgstr "Y"\n')


def test_a_language_that_nobody_knows_says_itself_what_it_is_called_and_where_it_begins() -> None:
    said = {"X-Language-Name": "ދިވެހި", "X-Direction": "rtl", "X-Review": "approved"}
    assert head("xx", **said) == Language("xx", "ދިވެހި", rtl=True)
    assert head("xx", **{"X-Direction": "ltr"}) == Language("xx", "xx", rtl=False, draft=True)


def test_a_known_language_keeps_its_name_whatever_its_file_says() -> None:
    assert head("fi", **{"X-Language-Name": "Svenska"}).own_name == "Suomi"


@pytest.mark.parametrize("name", ["", "x" * 41, "a\u202eb"])
def test_a_name_that_cannot_be_shown_is_not_believed(name: str) -> None:
    assert head("xx", **{"X-Language-Name": name}).own_name == "xx"


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        ("Hej ...", "Hej …", True),
        ("Du - och jag", "Du – och jag", True),
        ("\u201dHej\u201d  du", "\u201cHej\u201d du", True),
        ("Hej?", "Hej!", False),
        ("Du får ringa", "Du får inte ringa", False),
    ],
)
def test_a_fuzzy_text_is_shown_only_where_it_still_says_what_the_source_says(
    tmp_path: Path, before: str, now: str, *, shown: bool
) -> None:
    catalog = english(tmp_path, f'\n#, fuzzy\n#| msgid "{before}"\nmsgid "{now}"\nmsgstr "Said"\n')
    assert catalog.ui(now) == ("Said" if shown else now)
    assert catalog.has("ui", "", now) is catalog.complete("ui") is shown


def test_a_fuzzy_text_from_another_context_or_without_its_previous_source_is_not_shown(
    tmp_path: Path,
) -> None:
    write(
        tmp_path,
        "en",
        "x",
        '\n#, fuzzy\n#| msgctxt "a"\n#| msgid "Hej"\nmsgctxt "b"\nmsgid "Hej"\nmsgstr "Hello"\n'
        '\n#, fuzzy\nmsgctxt "b"\nmsgid "Nej"\nmsgstr "No"\n',
    )
    catalog = open_catalog(tmp_path, "en")
    assert [catalog.of("x", "b", text) for text in ("Hej", "Nej")] == ["Hej", "Nej"]


def test_a_text_that_is_the_same_in_both_languages_is_translated(tmp_path: Path) -> None:
    catalog = english(tmp_path, '\nmsgid "Bris"\nmsgstr "Bris"\n\nmsgid "Hej"\nmsgstr ""\n')
    assert [catalog.has("ui", "", text) for text in ("Bris", "Hej", "Nej", "")] == [True, False, False, True]
    assert open_catalog(tmp_path, "sv").has("ui", "", "Hej")


def test_a_domain_may_have_a_folder_of_its_own_and_no_other_domain_is_read_there(tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(tmp_path, "en", "ui", '\nmsgid "Hej"\nmsgstr "Hello"\n')
    for domain in ("ui", "rasten"):
        write(own, "en", domain, '\nmsgid "Hej"\nmsgstr "Own"\n')
    catalog = open_catalog(tmp_path, "en", {"rasten": own})
    assert (catalog.ui("Hej"), catalog.of("rasten", "", "Hej")) == ("Hello", "Own")
