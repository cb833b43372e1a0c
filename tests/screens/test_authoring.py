"""An author's preview: the file is read again under the player's feet, and mistakes come and go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.commands import ReadAgain
from game.screens.intents import Close, Forward, Go, Hide, OpenFlag, Rewind, SetFlag, Where
from game.screens.keys import Key
from game.screens.model import App
from game.screens.page import Screen
from game.screens.pages import page as page_of
from game.screens.update import update
from game.screens.workshop import FileRead, Finding, Mistake, OpenScene, Reload, Workshop
from game.story.engine import Machine
from game.story.moment import Spot
from tests.screens.sample import at_choices, at_corridor, at_telling, sample
from tests.screens.support import Built, Plain, Player, library_of, play_of, playing, speech, taking, texts_in
from tests.view.every_screen import screens

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.model import Play
    from game.story.model import Scene, Story

ERROR = Mistake(
    "F251", error=True, file="story.yaml", line=8, column=3, what="Fel.", meant="Menade du rätt?", why="Så."
)
OTHER = replace(ERROR, line=2, what="Annat fel.")
WARNING = Mistake("T470", error=False, file="story.yaml", line=9, column=1, what="Se hit.")


def read(
    *mistakes: Mistake, story: Story | None = None, calls: bool | None = None, scene: str = ""
) -> FileRead:
    """The file was read; without a story, nothing in it can be played."""
    workshop = Workshop(scene, mistakes, stale=story is None)
    called = bool(workshop.errors) if calls is None else calls
    return FileRead(workshop, Machine(story) if story else None, calls=called)


def opened(news: FileRead) -> Player:
    """The preview as it opens."""
    return Player(App(library_of(sample())), Built({})).do(news)


def previewed(player: Player) -> Player:
    """The same play in a preview."""
    return player.do(replace(read(), machine=play_of(player).machine))


def changed(scene: str, **parts: object) -> Story:
    story = sample()
    new: Scene = replace(story.scenes[scene], **parts)  # type: ignore[arg-type]
    return replace(story, scenes=story.scenes | {scene: new})


def notices(player: Player) -> list[tuple[str, Key | None]]:
    """What stands of mistakes in the bar."""
    return [(item.label, item.key) for item in player.page.bar if item.intent == Go(Where.MISTAKES)]


# --- opening ---------------------------------------------------------------------------------------


def test_a_preview_opens_at_the_first_line_with_no_title_and_no_practice() -> None:
    player = opened(read(story=sample()))
    assert (player.page.screen, speech(player)) == (Screen.DIALOGUE, "Det är rast.")


def test_a_preview_opens_in_the_scene_that_was_asked_for_after_all_that_leads_there() -> None:
    player = opened(read(story=sample(), scene="valet"))
    assert play_of(player).moment.scene == "valet"
    assert player.press(Key.SPACE).page.screen is Screen.TELLING
    assert {item.label for item in player.page.items()} >= {"Samira", "Daniel"}, "they were met on the way"


def test_a_scene_that_no_way_leads_to_is_shown_and_that_is_said() -> None:
    lonely = replace(sample().scenes["bank"], id="ensam")
    story = replace(sample(), scenes=sample().scenes | {"ensam": lonely})
    player = opened(read(story=story, scene="ensam"))
    assert (play_of(player).moment.scene, "Ingen väg leder hit" in player.page.notice) == ("ensam", True)
    assert "Ingen väg" not in player.press(Key.SPACE).page.notice
    assert player.press(Key.ESCAPE).page.screen is Screen.PAUSE


def test_a_scene_that_is_not_there_is_the_beginning() -> None:
    assert play_of(opened(read(story=sample(), scene="borta"))).moment.scene == "rast"


# --- mistakes --------------------------------------------------------------------------------------


def test_errors_lie_over_the_play_and_one_key_goes_on() -> None:
    player = opened(read(story=sample())).press(Key.SPACE)
    before = speech(player)
    player.do(read(ERROR, WARNING))
    assert player.page.screen is Screen.MISTAKES
    assert [each.mistake for each in player.page.body if isinstance(each, Finding)] == [ERROR, WARNING]
    assert speech(player.branch().press(Key.SPACE)) == before
    assert speech(player.press(Key.ESCAPE)) == before
    assert notices(player) == [("1 fel", Key.F9)]


def test_all_that_is_known_of_a_mistake_is_on_the_page() -> None:
    said = " ".join(texts_in(opened(read(ERROR)).page))
    for part in ("F251", "story.yaml", "rad 8", "kolumn 3", "Fel.", "Menade du rätt?", "Så."):
        assert part in said


def test_f9_opens_the_list_and_closes_it() -> None:
    player = opened(read(story=sample())).do(read(ERROR, OTHER)).press(Key.ESCAPE)
    assert notices(player) == [("2 fel", Key.F9)]
    shown = [player.press(Key.F9).page.screen for _ in range(3)]
    assert shown == [Screen.MISTAKES, Screen.DIALOGUE, Screen.MISTAKES]


def test_mistakes_go_by_themselves_when_they_are_mended() -> None:
    player = opened(read(story=sample())).do(read(ERROR))
    player.do(read(OTHER))
    assert player.page.screen is Screen.MISTAKES
    player.do(read(story=sample()))
    assert (player.page.screen, notices(player)) == (Screen.DIALOGUE, [])


def test_warnings_are_only_counted_and_stay_open_while_there_are_any() -> None:
    player = opened(read(WARNING, replace(WARNING, line=10), story=sample()))
    assert (player.page.screen, notices(player)) == (Screen.DIALOGUE, [("2 varningar", Key.F9)])
    player.press(Key.F9).do(read(WARNING, story=sample()))
    assert player.page.screen is Screen.MISTAKES
    assert player.do(read(story=sample())).page.screen is Screen.DIALOGUE


def test_errors_that_do_not_call_only_stand_in_the_bar() -> None:
    player = opened(read(story=sample())).do(read(ERROR, story=sample(), calls=False))
    assert (player.page.screen, notices(player)) == (Screen.DIALOGUE, [("1 fel", Key.F9)])


def test_with_nothing_to_show_there_are_only_the_mistakes_until_the_file_is_mended() -> None:
    player = opened(read(ERROR, scene="magen"))
    for key in (Key.ESCAPE, Key.SPACE, Key.BACKSPACE, Key.F9):
        assert player.press(key).page.screen is Screen.MISTAKES
    assert player.press(Key.F1).page.screen is Screen.HELP
    assert player.press(Key.ESCAPE).page.screen is Screen.MISTAKES
    player.do(read(story=sample(), scene="magen"))
    assert play_of(player).moment.scene == "magen"


def test_help_that_is_being_read_stays_when_the_same_mistakes_come_again() -> None:
    player = opened(read(story=sample())).do(read(ERROR)).press(Key.F1)
    player.do(read(ERROR))
    assert player.page.screen is Screen.HELP
    assert player.press(Key.ESCAPE).page.screen is Screen.MISTAKES
    assert player.press(Key.ESCAPE).page.screen is Screen.DIALOGUE


def test_a_great_many_mistakes_are_counted_and_the_first_ones_shown() -> None:
    player = opened(read(*(replace(ERROR, line=line) for line in range(1, 101))))
    assert sum(isinstance(each, Finding) for each in player.page.body) == 30
    assert "… och 70 till." in list(texts_in(player.page))
    assert "100 fel" in player.page.title


def test_f5_reads_the_file_again() -> None:
    player = opened(read(story=sample())).press(Key.F5)
    assert player.done == (ReadAgain(),)
    assert opened(read(ERROR)).press(Key.F5).done == (ReadAgain(),)


def test_mistakes_stay_hidden_while_the_game_is() -> None:
    player = opened(read(story=sample())).do(Hide())
    before = player.page
    player.do(read(ERROR))
    assert player.page == before
    for key in (Key.F5, Key.F9):
        assert player.press(key).page == before


# --- the same place --------------------------------------------------------------------------------


def test_a_mended_line_is_shown_at_once_where_one_reads() -> None:
    player = previewed(playing(sample())).press(Key.SPACE)
    first, second, *rest = sample().scenes["rast"].lines
    story = changed("rast", lines=(first, first, replace(second, text="Hon vill veta var jag är."), *rest))
    assert speech(player.do(read(story=story))) == "Hon vill veta var jag är."


def test_a_flag_follows_its_line_and_goes_with_it() -> None:
    player = previewed(at_choices()).do(SetFlag(Spot("rast", 1), "control"), SetFlag(Spot("rast", 2), ""))
    lines = sample().scenes["rast"].lines
    player.do(read(story=changed("rast", lines=(lines[1], lines[0], *lines[3:]))))
    assert play_of(player).flags == {Spot("rast", 0): "control"}


def test_a_flag_whose_form_is_gone_still_says_that_it_feels_wrong() -> None:
    player = previewed(at_choices()).do(SetFlag(Spot("rast", 1), "control"))
    signs = replace(player.app.library.signs, forms={})
    news = replace(read(story=sample()), library=replace(player.app.library, signs=signs))
    assert play_of(player.do(news)).flags == {Spot("rast", 1): ""}


def test_the_question_about_a_flag_closes_when_its_line_is_gone() -> None:
    player = previewed(playing(sample())).press(Key.SPACE).do(OpenFlag(Spot("rast", 1)))
    lines = sample().scenes["rast"].lines
    player.do(read(story=changed("rast", lines=(lines[0], *lines[2:]))))
    assert player.page.screen is Screen.DIALOGUE


def test_an_adult_who_can_no_longer_be_told_is_not_asked_how_to_begin() -> None:
    player = previewed(at_telling()).walk_to("Samira")
    assert "”Kan du lyssna först?”" in list(texts_in(player.page))
    way_out = sample().scenes["valet"].exit
    fewer = replace(way_out, hearings=way_out.hearings[1:])  # type: ignore[union-attr, arg-type]
    player.do(read(story=changed("valet", exit=fewer)))
    assert player.page.screen is Screen.TELLING
    assert "Samira" not in [item.label for item in player.page.items()]


def test_rewinding_and_the_ways_go_on_working_after_a_change() -> None:
    player = previewed(taking(at_corridor(), 1)).do(read(story=changed("bank", lines=())))
    player.do(Go(Where.WAYS), Rewind(0))
    assert play_of(player).moment.scene == "rast"


INTENTS: tuple[Intent, ...] = (
    Forward(),
    Close(),
    Go(Where.LOG),
    Go(Where.WAYS),
    Go(Where.EYES),
    Go(Where.PAUSE),
    Go(Where.RECAP),
)


@pytest.mark.parametrize("left", [2, 3, 0])
def test_every_screen_of_the_real_game_outlives_any_cut(left: int) -> None:
    words = Plain()
    for app, play in ((app, app.play) for app in screens().values() if app.play):
        later, _ = update(app, read(WARNING, story=_cut(play, left)), words)
        assert page_of(later, words).items()
        for intent in INTENTS:
            later, _ = update(later, intent, words)
            assert page_of(later, words).items()


def _cut(play: Play, left: int) -> Story:
    """The story with one line of so many left, or with none."""
    story = play.story
    scenes = {
        name: replace(each, lines=each.lines[::left] if left else ()) for name, each in story.scenes.items()
    }
    return replace(story, scenes=scenes, eyes=story.eyes[::left] if left else ())


# --- going to a scene ------------------------------------------------------------------------------


def test_a_pause_leads_to_every_scene_and_has_no_code() -> None:
    player = previewed(playing(sample())).press(Key.ESCAPE)
    assert not {"Fortsätta en annan gång?", "Avsluta och radera"} & set(
        texts_in(replace(player.page, bar=()))
    )
    key = player.item("Gå till en scen").key
    assert key is not None
    player.press(key)
    assert player.page.screen is Screen.SCENES
    shown = [item.label for item in player.page.items() if isinstance(item.intent, OpenScene)]
    assert shown == list(sample().scenes)
    player.walk_to("korridor")
    assert (play_of(player).moment.scene, player.page.screen) == ("korridor", Screen.DIALOGUE)


# --- the pupils' game ------------------------------------------------------------------------------


def test_pupils_have_none_of_it() -> None:
    player = playing(sample())
    before = player.app
    for key in (Key.F5, Key.F9):
        assert player.press(key).app == before
    assert player.do(OpenScene("valet"), Reload()).app == before
    assert player.done == ()
    labels = {item.label for item in player.press(Key.ESCAPE).page.items()}
    assert "Gå till en scen" not in labels
    assert not [item for item in player.page.items() if item.intent == Go(Where.MISTAKES)]
