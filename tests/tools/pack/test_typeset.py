"""A pack as a PDF: the rules of PDF/UA-1 that a machine can check, the order that it is read in, and its size."""

from __future__ import annotations

import io
import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pdfua
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.tools.pack.document import Document, UnsettableError, pack
from game.tools.pack.typeset import typeset
from tests.format.stories import BASE
from tests.tools.pack.made import made, material, pages, shelf_with
from tests.tools.pack.tagged_pdf import Tagged

if TYPE_CHECKING:
    from pathlib import Path

MOST_PAGES = 8
A4, A3 = (595, 842), (842, 1191)
each_pdf = pytest.mark.parametrize("which", ["sv", "en", "sv wall", "en wall"])


@each_pdf
def test_it_is_as_long_and_as_large_as_it_may_be(which: str) -> None:
    found = made(which).pdf.pages
    sizes = {(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in found}

    assert sizes == {A3 if which.endswith("wall") else A4}
    assert len(found) <= (1 if which.endswith("wall") else MOST_PAGES)


@each_pdf
def test_it_says_what_it_is(which: str) -> None:
    pdf = made(which).pdf

    assert str(pdf.Root.Lang) == which[:2]
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"]


@each_pdf
def test_everything_painted_is_read_or_is_decoration(which: str) -> None:
    assert made(which).untagged == []


@each_pdf
def test_every_picture_that_is_read_has_words(which: str) -> None:
    found = made(which).of("Figure")

    assert all(len(each.alt.split()) > 2 for each in found)
    assert bool(found) is not which.endswith("wall")


@each_pdf
def test_headings_begin_at_the_first_level_and_leave_none_out(which: str) -> None:
    levels = [int(each.kind[1]) for each in made(which).root.all() if _is_heading(each.kind)]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def _is_heading(kind: str) -> bool:
    return len(kind) == 2 and kind[0] == "H" and kind[1].isdigit()


@each_pdf
def test_every_font_is_in_the_file_and_says_which_letters_it_has(which: str) -> None:
    pdf = made(which).pdf
    fonts = [
        each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
    ]
    inner = [each for each in fonts if "/FontDescriptor" in each]

    assert inner
    assert all("/FontFile2" in each.FontDescriptor or "/FontFile3" in each.FontDescriptor for each in inner)
    assert all("/ToUnicode" in each for each in fonts if each.Subtype == "/Type0")
    assert {str(each.BaseFont).rpartition("+")[2].split("-")[0] for each in inner} <= {
        "AtkinsonHyperlegibleNext",
        "NotoSansArabic",
    }


@each_pdf
def test_links_say_where_they_lead_and_tab_follows_the_order_of_reading(which: str) -> None:
    for page in made(which).pdf.pages:
        links = list(page.get("/Annots", []))
        assert all(str(link.get("/Contents", "")) for link in links)
        assert not links or page.get("/Tabs") == "/S"


def test_the_table_of_the_lesson_has_headers() -> None:
    (table,) = made("sv").of("Table")
    heads = [each for each in table.all() if each.kind == "TH"]

    assert [each.words.strip() for each in heads] == pages()["minutes"]["columns"]
    assert len([each for each in table.all() if each.kind == "TR"]) == 1 + len(pages()["minutes"]["rows"])


@each_pdf
def test_an_independent_checker_finds_nothing(which: str, tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    made(which).pdf.save(file)

    assert [each.message for each in pdfua.validate(str(file)).findings] == []


def test_it_is_read_in_the_order_of_the_pages_and_of_what_stands_on_them() -> None:
    data, words = pages(), made("sv").words
    expected = [
        data["front"]["title"],
        data["front"]["note"],
        *data["front"]["ready"],
        data["minutes"]["heading"],
        *(sentence for row in data["minutes"]["rows"] for sentence in row["script"]),
        *(part for each in data["minutes"]["ifs"] for part in (each["title"], each["text"])),
        data["map"]["alt"],
        *(each["ask"] for chapter in data["map"]["chapters"] for each in chapter["decisions"]),
        *(
            part
            for each in data["talking"]["questions"]
            for part in (each["question"], each["where"], each["listen"])
        ),
        *(
            part
            for form in data["signs"]["forms"]
            for each in form["signs"]
            for part in (each["said"], each["why"])
        ),
        *(part for each in data["signs"]["healthy"] for part in (each["said"], each["why"])),
        *(part for each in data["telling"]["steps"] for part in (each["title"], each["say"], each["text"])),
        *data["telling"]["honour"],
        *data["telling"]["avoid"],
        *(each["name"] for each in data["telling"]["calls"]),
        *(part for each in data["letters"]["letters"] for part in each["paragraphs"]),
        *(each["text"] for each in data["slips"]["ticked"]),
    ]

    at = 0
    for text in filter(None, expected):
        found = words.find(" ".join(text.split()), at)
        assert found >= 0, text
        at = found


def test_a_letter_is_told_in_its_language() -> None:
    langs = {each.lang for each in made("sv").root.all()} - {"", "sv"}
    written = {each["lang"] for each in pages()["letters"]["letters"]} - {"sv"}

    assert langs == written


def test_the_same_story_gives_the_same_file() -> None:
    document = pack(material())

    assert typeset(document) == typeset(document)


TRICKY = st.text(
    st.characters(codec="latin-1", exclude_categories=("Cc", "Cf")), min_size=1, max_size=60
).map(str.strip)


@settings(max_examples=6)
@given(TRICKY.filter(bool))
def test_no_text_is_read_as_the_language_of_the_templates(text: str) -> None:
    document = pack(material())
    data: dict[str, Any] = json.loads(document.data)
    tricky = f'#panic("x") *{text}* \\ $ @a <b> `c` ${{'
    data["front"]["summary"] = tricky

    found = Tagged(typeset(Document(document.template, json.dumps(data))))
    assert " ".join(tricky.split()) in found.words


def test_a_story_that_says_much_more_still_has_its_pages(tmp_path: Path) -> None:
    document = pack(material())
    data = json.loads(document.data)
    for page, rows in (("talking", "questions"), ("signs", "healthy"), ("minutes", "ifs")):
        data[page][rows] = data[page][rows] * 2

    longer = typeset(Document(document.template, json.dumps(data)))
    assert len(pikepdf.open(io.BytesIO(longer)).pages) <= MOST_PAGES


def test_another_story_with_next_to_nothing_in_it_can_be_set(tmp_path: Path) -> None:
    found = Tagged(typeset(pack(material(story="egen", among=shelf_with(BASE, tmp_path)))))

    assert len(found.pdf.pages) <= MOST_PAGES


def test_what_cannot_be_accessible_is_refused() -> None:
    document = pack(material())
    data = json.loads(document.data)
    data["front"]["cover"]["alt"] = ""
    data["title"] = ""

    with pytest.raises(UnsettableError, match="PDF/UA-1"):
        typeset(Document(document.template, json.dumps(data)))
