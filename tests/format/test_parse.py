"""What is written becomes what the engine reads."""

from __future__ import annotations

import pytest

from game.format.load import story_from_text
from game.story.logic import Add, All, Any, Compare, FactType, Happened, Not, Place, Set
from game.story.model import (
    Choices,
    Ending,
    Expression,
    Goto,
    LineKind,
    Phone,
    Posture,
    Standing,
    Story,
    Tell,
)
from tests.format.stories import BASE, CASES, VOCABULARY, all_problems, base_with

ALL_PARTS = (CASES / "good" / "allt.yaml").read_text(encoding="utf-8")
IS, NOT, AT_LEAST, AT_MOST = Compare.Op.IS, Compare.Op.NOT, Compare.Op.AT_LEAST, Compare.Op.AT_MOST


@pytest.fixture(scope="module")
def story() -> Story:
    loaded = story_from_text(ALL_PARTS, VOCABULARY, story_id="allt")
    assert loaded.value is not None
    return loaded.value


def changed(snippet: str) -> Story:
    loaded = story_from_text(base_with(snippet), VOCABULARY)
    assert loaded.value is not None, loaded.problems
    return loaded.value


def values_of(text: str, code: str) -> dict[str, str]:
    return next(dict(each.values) for each in all_problems(text) if each.code == code)


def test_the_head_of_a_story_is_what_a_picker_shows(story: Story) -> None:
    about = story.about
    assert (about.id, about.title, about.youngest, about.oldest, about.minutes) == (
        "allt",
        "Allt som går",
        13,
        15,
        20,
    )
    assert about.summary == "Allt som går: en gång var."
    assert (about.forms, about.contexts, about.role, about.review) == (
        ("control",),
        ("honour",),
        "sibling",
        "approved",
    )
    assert about.cover == "schoolyard"
    shown = [(person.name, standing) for person, standing in about.cover_people]
    assert shown == [("Alva", Standing("alva", Expression.HAPPY)), ("Hawa", Standing("hawa"))]


@pytest.mark.parametrize(
    ("written", "contexts"),
    [
        ("ex", ("ex",)),
        ("[partner, ex]", ("partner", "ex")),
        ("[ex, partner, ex]", ("ex", "partner")),
    ],
)
def test_they_are_related_in_one_way_or_in_several(written: str, contexts: tuple[str, ...]) -> None:
    assert changed(f"context: {written}").about.contexts == contexts


@pytest.mark.parametrize(
    ("written", "code"), [("[partner, kusin]", "F123"), ("[]", "F254"), ("{partner: ex}", "F122")]
)
def test_what_is_no_relation_is_told(written: str, code: str) -> None:
    told = {each.code for each in all_problems(base_with(f"context: {written}"))}
    assert code in told


def test_a_story_is_a_draft_until_it_says_otherwise() -> None:
    assert changed("minutes: 6").about.review == "draft"


def test_portraits_are_kept_as_they_are_written(story: Story) -> None:
    assert story.cast["alva"].portrait == (("hair", "long"), ("skin", 1), ("glasses", True))
    assert story.cast["samira"].portrait == (("glasses", False), ("skin", 3))
    assert (story.cast["samira"].adult, story.cast["alva"].adult) == ("mentor", "")


def test_facts_have_the_bounds_that_are_written_or_0_to_10(story: Story) -> None:
    assert story.facts == {
        "trust": FactType(0, 0, 10),
        "worry": FactType(1, 0, 3),
        "calm": FactType(-1, -2, 2),
        "blocked": FactType(start=False),
    }
    assert isinstance(story.facts["blocked"].start, bool)


def test_a_chapter_lasts_until_a_later_scene_says_another(story: Story) -> None:
    chapters = {scene.id: scene.chapter for scene in story.scenes.values()}
    assert (chapters["rast"], chapters["svar"], chapters["rast_igen"], chapters["slut"]) == (1, 1, 2, 2)


def test_who_speaks_is_in_the_picture_unless_the_scene_says_otherwise(story: Story) -> None:
    assert story.scenes["rast"].people == (Standing("alva", Expression.HAPPY), Standing("hawa"))
    assert story.scenes["svar"].people == (Standing("daniel"),)
    assert changed("- alva: Hej").scenes["rast"].people == (Standing("alva"),)


def test_only_three_of_those_who_speak_are_in_the_picture_each_with_the_first_face() -> None:
    snippet = "- noel sad: Hej\n- noel: Hej\n- daniel: Hej\n- phone: alva\n  messages: [{hawa angry: Hej}]\n- samira: Hej"
    assert changed(snippet).scenes["rast"].people == (
        Standing("noel", Expression.SAD),
        Standing("daniel"),
        Standing("hawa", Expression.ANGRY),
    )


def test_nobody_stands_in_a_picture_that_says_so() -> None:
    snippet = "scenes:\n  svar:\n    place: corridor\n    people: []\n    lines: [alva: Hej]\n    go: beratta"
    assert changed(snippet).scenes["svar"].people == ()


def test_lines_are_of_their_kind(story: Story) -> None:
    kinds = [line.kind.value for line in story.scenes["rast"].lines]
    assert kinds[:8] == [
        "narration",
        "narration",
        "speech",
        "speech",
        "speech",
        "speech",
        "silence",
        "silence",
    ]
    assert kinds[8:] == ["message"] * 5 + ["feel"]


def test_a_text_is_taken_as_written_even_when_yaml_would_make_something_of_it(story: Story) -> None:
    texts = [line.text for line in story.scenes["rast"].lines]
    assert texts[0] == "Det är långrast. Klockan är 12:30."
    assert texts[1] == "2024"
    assert texts[5] == "Det här är sagt\npå två rader."


def test_a_line_carries_its_sign_its_condition_and_its_place(story: Story) -> None:
    line = story.scenes["rast"].lines[3]
    assert line.sign is not None
    assert (line.sign.sign, line.sign.why) == (
        "must_report",
        "Att behöva bevisa var man är, är inte omtanke.",
    )
    assert ALL_PARTS.splitlines()[line.at.line - 1][line.at.column - 1 :].startswith("alva: Varje rast.")
    assert story.scenes["rast"].lines[5].when == All(
        (
            Compare("trust", AT_LEAST, 1),
            Compare("worry", AT_MOST, 3),
            Compare("worry", NOT, 0),
        )
    )


def test_a_silence_may_show_a_face_and_a_pause_has_what_stands_for_the_rest(story: Story) -> None:
    lines = story.scenes["rast"].lines
    assert (lines[6].speaker, lines[6].expression) == ("alva", Expression.SAD)
    assert lines[7].speaker == ""
    assert lines[-1].skip == "Noel skriver något som gör Alva rädd."


def test_a_posture_stands_before_or_after_the_face_or_alone() -> None:
    written = (
        "- alva sad closed: A\n- alva turned worried: B\n- alva turned: C\n- alva open: D\n- alva sad: E"
    )
    lines = changed(f"{written}\n- silence: F\n  look: alva closed").scenes["rast"].lines[:6]
    assert [(line.expression, line.posture) for line in lines] == [
        (Expression.SAD, Posture.CLOSED),
        (Expression.WORRIED, Posture.TURNED),
        (Expression.NEUTRAL, Posture.TURNED),
        (Expression.NEUTRAL, Posture.OPEN),
        (Expression.SAD, Posture.OPEN),
        (Expression.NEUTRAL, Posture.CLOSED),
    ]


def test_people_stand_as_the_scene_the_cover_or_their_first_line_says() -> None:
    given = "scenes:\n  rast: {place: office, people: [alva closed worried, hawa], go: svar}\n"
    turned = Standing("alva", Expression.SAD, Posture.TURNED)
    assert changed(given).scenes["rast"].people == (
        Standing("alva", Expression.WORRIED, Posture.CLOSED),
        Standing("hawa"),
    )
    assert changed("- alva turned sad: Hej").scenes["rast"].people[0] == turned
    shown = changed("cover: {people: [alva sad turned]}").about.cover_people
    assert [standing for _, standing in shown] == [turned]


@pytest.mark.parametrize(
    ("key", "word", "meant"),
    [
        ("alva clsoed", "clsoed", "closed"),
        ("alva sad turnd", "turnd", "turned"),
        ("alva sadd turned", "sadd", "sad"),
        ("alva turned wurried", "wurried", "worried"),
        ("alva xyzzy", "xyzzy", ""),
    ],
)
def test_a_word_that_is_no_face_and_no_posture_is_told_with_the_nearest_that_is(
    key: str, word: str, meant: str
) -> None:
    values = values_of(base_with(f"- {key}: Hej"), "A553")
    assert (values["value"], values["meant"]) == (word, meant)
    assert "crying" in values["expressions"]
    assert values["postures"] == "open, closed, turned"


def test_a_phone_belongs_to_whom_it_says_or_to_the_other_one_who_writes(story: Story) -> None:
    messages = [line for line in story.scenes["rast"].lines if line.kind is LineKind.MESSAGE]
    assert messages[0].phone == Phone("alva", "noel", "Innebandyn")
    assert messages[3].phone == Phone("noel", "alva")
    assert changed("- phone: noel\n  messages: [{noel: Hej}]").scenes["rast"].lines[0].phone == Phone(
        "hawa", "noel"
    )


def test_a_condition_on_a_phone_is_one_on_each_message(story: Story) -> None:
    messages = [line for line in story.scenes["rast"].lines if line.kind is LineKind.MESSAGE]
    assert messages[3].when == messages[4].when == Happened(Happened.What.SEEN, "svar")


def test_choices_have_their_effects_and_conditions(story: Story) -> None:
    way_out = story.scenes["rast"].exit
    assert isinstance(way_out, Choices)
    asking, waiting, changing, going = way_out.choices
    assert (way_out.ask, way_out.talk) == ("Vad gör du?", "Vad kan göra det svårt?")
    assert asking.do == (Add("trust", 1), Set("blocked", value=True))
    assert (waiting.wait, waiting.once, going.once) == (True, False, True)
    assert changing.do == (Add("calm", 2), Add("trust", 3))
    assert going.when == All(
        (
            Any((Compare("trust", IS, 0), Happened(Happened.What.MET, "daniel"))),
            Not(Happened(Happened.What.TOLD, "samira")),
            All((Compare("blocked", IS, value=False),)),
        )
    )


def test_entering_a_scene_sets_what_has_no_sign_and_adds_what_has_one(story: Story) -> None:
    assert story.scenes["rast"].do == (Set("worry", 2), Add("calm", -1))
    assert story.scenes["rast"].meets == ("samira",)


def test_going_on_takes_the_branches_in_order(story: Story) -> None:
    way_out = story.scenes["magen"].exit
    assert isinstance(way_out, Goto)
    assert [branch.to for branch in way_out.branches] == ["svar_1", "svar-2", "beratta"]
    assert way_out.branches[0].when == All(
        (Compare("calm", AT_MOST, -1), Compare("blocked", NOT, value=True))
    )


def test_a_telling_has_adults_and_beginnings(story: Story) -> None:
    way_out = story.scenes["beratta"].exit
    assert isinstance(way_out, Tell)
    samira, daniel = way_out.hearings
    assert (samira.adult, samira.go, samira.listens) == ("samira", "slut", True)
    assert (daniel.go, daniel.listens, daniel.do) == ("en_till", False, (Add("trust", -1),))
    assert [beginning.do for beginning in way_out.beginnings] == [(Set("calm", 1),), ()]


def test_an_ending_has_its_words_and_its_help(story: Story) -> None:
    way_out = story.scenes["slut"].exit
    assert isinstance(way_out, Ending)
    assert (way_out.text, way_out.help) == ("Alva är inte ensam om det längre.", ("bris",))


def test_other_eyes_think_what_they_say_and_are_where_their_scene_is(story: Story) -> None:
    noel, alva = story.eyes
    assert (noel.who, noel.of, noel.place) == ("noel", "rast", "corridor")
    assert [line.kind for line in noel.lines] == [LineKind.THOUGHT, LineKind.SPEECH, LineKind.NARRATION]
    assert alva.place == "schoolyard"


def test_words_are_explained_in_the_order_of_the_file(story: Story) -> None:
    assert [(each.word, each.meaning) for each in story.words] == [
        ("ensam", "Utan någon annan."),
        ("bråttom, brått", "Inte tid att vänta."),
        ("gäller en", "Handlar om någon."),
    ]


def test_scenes_keep_the_order_of_the_file_and_know_their_place(story: Story) -> None:
    assert list(story.scenes)[:3] == ["rast", "svar", "rast_igen"]
    assert story.scenes["rast"].at == Place("story.yaml", 31, 3)


def test_a_missing_scene_is_named_with_the_nearest_right_one() -> None:
    assert values_of(BASE.replace("start: rast", "start: raasten"), "F251") == {
        "value": "raasten",
        "meant": "rast",
    }


def test_a_name_that_is_near_nothing_is_guessed_at_by_nobody() -> None:
    assert values_of(BASE.replace("start: rast", "start: xyzzy"), "F251")["meant"] == ""


def test_of_two_near_names_the_one_with_the_same_first_letter_is_meant() -> None:
    assert values_of(base_with("- alwa: Hej"), "T451")["meant"] == "alva"


def test_a_fact_of_another_kind_is_told_where_it_is_asked_about() -> None:
    text = base_with("facts:\n  trust: false")
    assert [each.code for each in all_problems(text)] == ["L356", "L356"]


def test_all_problems_of_a_file_come_at_once_and_in_the_order_of_the_file() -> None:
    text = BASE.replace("title: Rasten", "titel: Rasten").replace("place: office", "place: ofice")
    assert [each.code for each in all_problems(text)] == ["F120", "F121", "A550"]


def test_names_that_yaml_takes_for_yes_or_no_are_told_where_a_name_belongs() -> None:
    text = BASE.replace("start: rast", "start: on").replace("  svar:", "  no:")
    assert [each.code for each in all_problems(text)] == ["F118", "F251", "F118"]


def test_a_table_that_could_not_be_read_does_not_make_every_name_wrong() -> None:
    bare = BASE.replace("  alva:", "  - alva:")
    assert {each.code for each in all_problems(bare)} == {"F109"}
    assert {each.code for each in all_problems(base_with("cast: []"))} == {"F122"}


def test_a_story_that_is_a_list_or_a_text_is_told() -> None:
    assert [each.code for each in all_problems("- a")] == ["F122"]
    assert [each.code for each in all_problems("a")] == ["F122"]


def test_a_flood_of_problems_ends_with_one_that_says_so() -> None:
    problems = all_problems(base_with("\n".join(f"- x{n}: Hej" for n in range(500))))
    assert len(problems) == 201
    assert [each.code for each in problems].count("F119") == 1


def test_a_narrator_s_line_may_have_a_condition_and_a_sign() -> None:
    snippet = (
        "- narration: Regnet faller.\n  when: {seen: rast}\n  sign: grey\n  why: Det kan betyda olika saker."
    )

    story = story_from_text(base_with(snippet), VOCABULARY).value

    assert story is not None
    line = story.scenes["rast"].lines[0]
    assert (line.kind, line.text) == (LineKind.NARRATION, "Regnet faller.")
    assert line.sign is not None
    assert line.when != All(())


def test_what_to_listen_for_stands_beside_the_question_that_it_is_about() -> None:
    asked = BASE.replace("    ask: ", "    talk: Vad tycker ni?\n    listen: Att någon tvekar.\n    ask: ", 1)
    alone = asked.replace("    talk: Vad tycker ni?\n", "")
    read = story_from_text(asked, VOCABULARY).value
    assert read
    exits = [scene.exit for scene in read.scenes.values()]

    assert [each.listen for each in exits if isinstance(each, Choices | Tell) and each.listen] == [
        "Att någon tvekar."
    ]
    assert [each.code for each in all_problems(alone)] == ["F128"]
