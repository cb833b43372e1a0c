"""What `scenarios/README.md` tells authors: its tables name exactly what there is, its examples are right, and its
commands say what stands there."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import struct
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest

from game.checks.everything import Around, examined
from game.checks.reading_level import TARGETS
from game.format import keys
from game.format.diagnostics import codes
from game.format.load import load_vocabulary
from game.format.nodes import Mapping, Sequence, read
from game.format.parse_logic import GROUPS, RESERVED
from game.format.parse_review import REVIEW_KEYS
from game.format.plans import WORDS
from game.format.reading import Reading
from game.format.released import released_from_text
from game.format.schema import story_schema
from game.format.schema_line import OWN_SCHEMA_LINE, SCHEMA_LINE
from game.format.vignettes import KEYS as VIGNETTE_KEYS
from game.format.vignettes import LONGEST_TEXT, LONGEST_WHY, VIGNETTES_FILE
from game.format.vocabulary import places
from game.format.words import CONTEXTS, ROLES
from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.story.library import GREY, HEALTHY
from game.story.model import Expression, Posture
from game.story.vignettes import BANDS, BYSTANDER, HALVES, HELP_SEEKING, Answer
from game.tools.arguments import parser
from tests.format.stories import TODAY, base_with
from tests.guide import PAGE, WHOLE, Block, blocks, refreshed
from tests.test_project import set_up_commands

if TYPE_CHECKING:
    from pathlib import Path

    from game.format.nodes import Node
    from game.format.vocabulary import Vocabulary

GUIDE = PAGE.read_text(encoding="utf-8")
BLOCKS = blocks(GUIDE)
PROSE = re.sub(r"^ *```.*?^ *```$", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
CODE = re.compile(r"`([^`]+)`")
PICTURE = re.compile(r"!\[([^\]]*)\]\(\.\./(\.github/[\w.-]+)\)")
MOST_BYTES = 120_000
OF_THE_BASE = {"S712", "L303", "L304", "A580"}
"""What the base story lacks when a piece of the page takes the place of a piece of it."""
CONDITIONAL = """\
facts:
  trust: 0
  lovat: false
scenes:
  svar:
    place: schoolyard
    do: {{lovat: true}}
    lines:
      - alva: Den här raden finns bara ibland.
        when: {{{}}}
    go: beratta
"""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    loaded = load_vocabulary(SCENARIOS)
    assert loaded.value
    assert not loaded.problems
    return loaded.value


def rows(heading: str) -> list[list[str]]:
    """The cells of the one table whose first column has this heading."""
    (table,) = (found for found in TABLE.findall(GUIDE) if found.startswith(f"| {heading} |"))
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines())
    return list(cells)[2:]


def words(cell: str) -> list[str]:
    return CODE.findall(cell)


def first_words(heading: str) -> list[str]:
    """The word that each row of a table is about."""
    return [words(row[0])[0] for row in rows(heading)]


# --- the tables ------------------------------------------------------------------------------------


def test_every_expression_and_every_posture_is_told_in_its_order() -> None:
    assert first_words("ansiktet") == [face.value for face in Expression]
    assert first_words("hållningen") == [posture.value for posture in Posture]
    assert all(row[1] for row in (*rows("ansiktet"), *rows("hållningen")))


def test_every_option_of_a_portrait_is_told_with_exactly_its_values(vocabulary: Vocabulary) -> None:
    options = vocabulary.portrait
    told = {option: words(values) for (name, values, _) in rows("val") for option in words(name)}
    ends = [options["age"][0], options["age"][-1]]
    assert told == {option: list(values) for option, values in options.items()} | {"age": ends}


def test_every_place_is_told_with_its_light_and_when_to_use_it(vocabulary: Vocabulary) -> None:
    lights = {"dag": "day", "kväll": "evening", "natt": "night"}
    told = rows("`place:`")
    assert {words(name)[0]: lights[light] for name, _, light in told} == {
        name: place.light for name, place in vocabulary.places.items()
    }
    assert len({when for _, when, _ in told}) == len(vocabulary.places)


def test_every_sign_is_told_by_the_form_that_it_belongs_to(vocabulary: Vocabulary) -> None:
    told = {sign: (*words(form), "")[0] for form, _, _, signs in rows("form") for sign in words(signs)}
    assert told == {name: sign.form for name, sign in vocabulary.signs.signs.items()}
    labels = {words(form)[0]: (label, age) for form, label, age, _ in rows("form") if words(form)}
    assert labels == {
        name: (form.label, f"{form.youngest} år") for name, form in vocabulary.signs.forms.items()
    }


def test_signs_for_older_readers_than_the_rest_of_their_form_are_told(vocabulary: Vocabulary) -> None:
    known = vocabulary.signs
    (sentence,) = re.findall(r"^Några tecken är för äldre.*?\n\n", GUIDE, re.MULTILINE | re.DOTALL)
    older = [
        sign for sign in known.signs.values() if sign.form and sign.youngest > known.forms[sign.form].youngest
    ]
    assert words(sentence) == [sign.id for sign in older]
    assert {f"från {sign.youngest} år" for sign in older} == set(re.findall(r"från \d+ år", sentence))


def test_all_help_that_is_shown_is_told(vocabulary: Vocabulary) -> None:
    told = {words(name)[0]: label for name, label, _ in rows("`help:`")}
    assert told == {entry.id: entry.name for entry in vocabulary.help if entry.confirmed}


def test_every_context_and_role_is_told() -> None:
    assert first_words("`context:`") == list(CONTEXTS)
    assert first_words("`role:`") == list(ROLES)


def test_every_key_is_told_with_the_part_that_has_it() -> None:
    told = {part: {*words(must), *words(may)} for part, must, may in rows("i")}
    parts = (
        {*keys.HEAD, *keys.BODY},
        keys.COVER,
        keys.PERSON,
        keys.BOUNDS,
        keys.SCENE,
        keys.SPOKEN,
        keys.SILENCE,
        keys.NARRATION,
        keys.PHONE,
        keys.FEEL,
        keys.CHOICE,
        keys.HEARING,
        keys.BEGINNING,
        keys.ENDING,
        keys.EYES,
        REVIEW_KEYS,
    )
    assert list(told.values()) == [set(part) for part in parts]
    assert first_words("väg ut") == list(keys.EXITS)


def test_what_a_story_must_have_is_told(vocabulary: Vocabulary) -> None:
    required = story_schema(vocabulary)["required"]
    assert isinstance(required, list)
    assert words(rows("i")[0][1]) == required


def test_every_condition_on_the_page_can_be_asked(vocabulary: Vocabulary) -> None:
    asked = [condition for row in rows("skrivet") for condition in words(row[0])]
    for each in asked:
        assert not unlike_the_base(CONDITIONAL.format(each), vocabulary) - {"L301"}, each
    assert {word.partition(":")[0] for word in asked} >= set(RESERVED)
    assert {*words(re.findall(r"^Ett faktum kan inte heta.*", GUIDE, re.MULTILINE)[0])} == set(RESERVED)
    assert set(GROUPS) < set(RESERVED)


def test_every_step_of_a_plan_is_told() -> None:
    assert [word.rstrip(":") for word in first_words("steg")] == list(WORDS)


def test_how_hard_a_text_may_be_is_told() -> None:
    assert rows("den yngsta läsaren är") == [[f"högst {each.oldest} år", str(each.lix)] for each in TARGETS]


def test_all_kinds_of_codes_are_told() -> None:
    told = first_words("börjar på")
    assert {next((kind for kind in told if code.startswith(kind)), code) for code in codes()} == set(told)


# --- the examples ----------------------------------------------------------------------------------


def of_kind(language: str, of: str) -> list[Block]:
    return [block for block in BLOCKS if block.language == language and re.fullmatch(of, block.of)]


def named(block: Block) -> str:
    return block.text.split(":")[0].strip()


def whole_story() -> str:
    (block,) = of_kind("yaml", f"{WHOLE}/story.yaml")
    return block.text


def said_of(text: str, vocabulary: Vocabulary) -> list[str]:
    told = examined(text, "story.yaml", "story", Around(vocabulary, TODAY)).problems
    return [f"{problem.at.line}: {problem.code} {dict(problem.values)}" for problem in told]


def unlike_the_base(snippet: str, vocabulary: Vocabulary) -> set[str]:
    told = examined(base_with(snippet), "story.yaml", "story", Around(vocabulary, TODAY), layout=False)
    return {problem.code for problem in told.problems} - OF_THE_BASE


def test_nothing_on_the_page_is_left_untried() -> None:
    tried = ("yaml", "plan", "diff", "console", "sh", "text")
    assert {block.language for block in BLOCKS} - {"bat", "bash"} == set(tried)
    assert {block.of for block in BLOCKS if block.language == "yaml"} == {
        "",
        f"ur {WHOLE}",
        f"{WHOLE}/story.yaml",
        "roda-mossan/story.yaml",
        "places.yaml",
        "released.yaml",
        "vignettes.yaml",
    }


def test_nothing_is_said_of_the_whole_story(vocabulary: Vocabulary) -> None:
    assert not said_of(whole_story(), vocabulary)


def test_the_whole_story_has_everything_that_the_format_has() -> None:
    tree = read(whole_story(), "story.yaml").value
    assert tree
    parts = (
        *(keys.HEAD, keys.BODY, keys.COVER, keys.PERSON, keys.BOUNDS, keys.SCENE, keys.CHOICE),
        *(keys.HEARING, keys.BEGINNING, keys.ENDING, keys.EYES, keys.LINES),
    )
    assert {key for part in parts for key in part} <= set(_keys(tree))


def _keys(node: Node) -> list[str]:
    if isinstance(node, Mapping):
        return [each for key, value in node.items for each in (key.text, *_keys(value))]
    return [each for item in node.items for each in _keys(item)] if isinstance(node, Sequence) else []


@pytest.mark.parametrize("block", of_kind("yaml", f"ur {WHOLE}"), ids=named)
def test_a_piece_of_the_whole_story_stands_there(block: Block) -> None:
    story = re.sub(r"^ +", "", whole_story(), flags=re.MULTILINE)
    start = 0
    for piece in re.split(r"^# …\n", block.text, flags=re.MULTILINE):
        found = story.find(re.sub(r"^ +", "", piece, flags=re.MULTILINE), start)
        assert found >= 0, piece
        start = found + 1


@pytest.mark.parametrize("block", of_kind("yaml", ""), ids=named)
def test_a_piece_that_stands_by_itself_fits_into_a_story(block: Block, vocabulary: Vocabulary) -> None:
    assert not unlike_the_base(block.text, vocabulary)


@pytest.mark.parametrize("block", of_kind("yaml", r"places\.yaml"), ids=named)
def test_a_place_can_be_read(block: Block) -> None:
    tree = read(block.text, block.of)
    reading = Reading(tree.problems)
    assert tree.value
    assert places(reading, tree.value)
    assert not reading.problems


@pytest.mark.parametrize("block", of_kind("yaml", r"released\.yaml"), ids=named)
def test_the_record_of_a_release_can_be_read(block: Block, vocabulary: Vocabulary) -> None:
    released = released_from_text(block.text)
    assert not released.problems
    assert released.value
    assert all(f"\n  {scene}:\n" in whole_story() for scene in released.value.scenes)


@pytest.mark.parametrize("block", of_kind("yaml", r"vignettes\.yaml"), ids=named)
def test_a_vignette_is_one_of_those_that_are_shipped(block: Block) -> None:
    shipped = (SCENARIOS / VIGNETTES_FILE).read_text(encoding="utf-8")
    assert block.text.rstrip("\n") in shipped.split("\n\n")


def test_every_row_of_a_vignette_is_told_with_what_it_can_be() -> None:
    told = {words(row)[0]: says for row, says in rows("raden")}
    assert tuple(told) == VIGNETTE_KEYS
    assert words(told["ages"]) == [f"{youngest}-{oldest}" for youngest, oldest in BANDS]
    assert words(told["half"]) == list(HALVES)
    assert words(told["topic"]) == [HEALTHY, GREY, HELP_SEEKING, BYSTANDER]
    assert words(told["answer"]) == [answer.value for answer in Answer]
    assert f" {LONGEST_TEXT} " in told["text"]
    assert f" {LONGEST_WHY} " in told["why"]


def test_the_first_lines_that_name_the_schema_are_those_of_the_game() -> None:
    (block,) = of_kind("text", "")
    assert block.text == f"{OWN_SCHEMA_LINE}\n"
    assert whole_story().startswith(block.text)
    assert SCHEMA_LINE.rpartition(" ")[2] in PROSE


# --- the commands ----------------------------------------------------------------------------------


def commands() -> list[str]:
    """Every command on the page, in blocks and in sentences."""
    typed = [command for block in BLOCKS if block.language in ("console", "sh") for command in block.commands]
    return list(
        dict.fromkeys([*typed, *(word for word in words(PROSE) if re.match(r"(beratta|python) ", word))])
    )


@pytest.mark.parametrize("command", commands())
def test_a_command_can_be_typed_so(command: str) -> None:
    program, *rest = shlex.split(command)
    if program == "beratta":
        given = rest if rest != ["new"] else ["new", "NAMN"]  # the command itself is spoken of
        assert parser(open_catalog(LOCALE, "sv")).parse_args(given).command == rest[0]
    else:
        assert rest[0] == "-m"
        assert find_spec(rest[1])


def help_of(*command: str) -> str:
    """What is said of a command, with its options, to those who ask for it."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said), pytest.raises(SystemExit):
        parser(open_catalog(LOCALE, "sv")).parse_args([*command, "--help"])
    return said.getvalue()


def test_the_game_is_set_up_as_the_readme_says() -> None:
    set_up = [block.text.strip() for block in BLOCKS if block.language in ("bat", "bash")]
    assert set_up[:2] == set_up_commands("beratta")
    assert len(set_up) == 4


PARTS = {"messages": (("messages", "extract"), ("messages", "merge"), ("messages", "status"))}
"""Commands that have commands of their own."""


def test_every_command_and_every_option_is_told() -> None:
    told = {words(row[0])[0].split()[1]: row for row in rows("kommando")}
    whole = parser(open_catalog(LOCALE, "sv"))
    listed = re.findall(r"^    (\w+) ", whole.format_help(), re.MULTILINE)
    assert set(told) == set(listed)
    for command, row in told.items():
        whole_help = "".join(help_of(*each) for each in ((command,), *PARTS.get(command, ())))
        options = set(re.findall(r"--[a-z-]+", whole_help)) - {"--help", "--language"}
        assert set(re.findall(r"--[a-z-]+", row[1])) == options
    assert "`--language en`" in PROSE


def test_the_commands_say_what_stands_on_the_page(tmp_path: Path) -> None:
    now = refreshed(GUIDE, tmp_path)
    differing = [
        f"{old.commands}\n{new.text}"
        for old, new in zip(BLOCKS, blocks(now), strict=True)
        if old.text != new.text
    ]
    assert not differing, "\n".join(("Run python -m tests.refresh_guide, and look at the page:", *differing))


def test_the_whole_story_and_the_mended_one_end_without_a_fault() -> None:
    checks = [block.text for block in of_kind("console", "") if block.commands[0].startswith("beratta check")]
    clean = [text.splitlines()[0] for text in checks if text.endswith("\nInga fel i 1 fil.\n")]
    assert clean == [f"$ beratta check {WHOLE}", "$ beratta check roda-mossan"]


def test_the_broken_story_has_slips_of_many_kinds() -> None:
    checks = (
        block.text for block in of_kind("console", "") if block.commands[0] == "beratta check roda-mossan"
    )
    told = {code for text in checks for code in re.findall(r": (?:error|warning) ([A-Z]\d{3}) ", text)}
    assert told >= {"F143", "F251", "T456", "F204", "T474", "S731"}


# --- the pictures ----------------------------------------------------------------------------------


def test_every_picture_is_there_is_light_and_is_told_in_words() -> None:
    shown = PICTURE.findall(GUIDE)
    root = SCENARIOS.parent
    assert len(shown) == GUIDE.count("![")
    assert {root / path for _, path in shown} == set((root / ".github").glob("guide-*.png"))
    for told, path in shown:
        data = (root / path).read_bytes()
        width, height = struct.unpack(">II", data[16:24])
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert len(data) <= MOST_BYTES, path
        assert min(width, height) >= 200, path
        assert len(told) > 40, path


def test_the_steps_are_ten() -> None:
    assert re.findall(r"^### (\d+)\. ", GUIDE, re.MULTILINE) == [str(number) for number in range(1, 11)]
