"""Short situations that the class judges: read, answered, and then why. What it answered is not shown."""

from __future__ import annotations

from functools import cache

from game.screens.lesson.intents import (
    AskAgain,
    Backward,
    CloseAnswers,
    CountHands,
    Onward,
    OpenAnswers,
    ShowAnswers,
    StartTimer,
    Take,
)
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.vignettes import DOMAIN
from game.screens.lesson.wire import Kind, Phrase
from game.story.vignettes import Vignettes
from tests.screens.lesson import classroom
from tests.screens.lesson.classroom import (
    bars,
    come_to,
    in_class,
    kinds,
    lesson_of,
    paragraphs,
    said,
    script,
    seen,
    step_of,
    turn,
)
from tests.screens.support import Player, labels

BOTH = (Taking.HANDS, Taking.DEVICES)


@cache
def front(taking: tuple[Taking, ...]) -> Player:
    return come_to(in_class(*taking), Part.BEFORE)


def before(*taking: Taking) -> Player:
    """At the first situation."""
    return front(taking).branch()


def lead(part: Part, *taking: Taking, minutes: int = 40) -> Player:
    """What is said before the first situation of a part."""
    return come_to(in_class(*taking, minutes=minutes), part).do(Backward())


def test_what_comes_is_said_before_the_first_one_with_how_many_there_are() -> None:
    player = lead(Part.BEFORE)
    assert player.page.title == "Nu kommer 5 korta situationer"
    assert lead(Part.BEFORE, minutes=20).page.title == "Nu kommer 3 korta situationer"
    assert "inga poäng" in said(player)
    assert "Börja" in labels(player)
    assert player.do(Onward()).page.label == "1 av 5"


def test_before_the_later_half_it_is_said_that_others_come() -> None:
    player = lead(Part.AFTER)
    assert player.page.title == "Nu kommer 5 situationer till"
    assert "Som förut" in said(player)


def test_it_is_said_how_one_answers_and_who_sees_it() -> None:
    hands, devices, mixed = lead(Part.BEFORE), lead(Part.BEFORE, Taking.DEVICES), lead(Part.BEFORE, *BOTH)
    assert "Blunda och räck upp handen" in said(hands)
    assert "Svara på din skärm." in said(devices)
    assert "Har du ingen: blunda och räck upp handen." in said(mixed)
    assert "Ingen ser vad just du svarar." in said(devices)
    for player in (hands, mixed):
        assert "Ingen i klassen ser vad just du svarar. Läraren räknar bara händerna." in said(player)
        assert "Läraren räknar" in said(player.do(Onward()))


def test_while_it_is_said_what_comes_devices_look_on_and_nothing_can_be_answered() -> None:
    player = lead(Part.BEFORE, Taking.DEVICES)
    assert step_of(player).kind is Kind.WATCH
    assert step_of(player.do(OpenAnswers(), CountHands(0, 1))).kind is Kind.WATCH
    assert turn(player) is Turn.SHOWN


def test_each_is_read_opened_closed_and_then_told_why() -> None:
    player = before(Taking.DEVICES)
    turns = [turn(player), *(turn(player.do(Onward())) for _ in range(4))]
    assert turns == [Turn.SHOWN, Turn.OPEN, Turn.CLOSED, Turn.TOLD, Turn.SHOWN]
    assert player.page.label == "2 av 5"


def test_hands_alone_open_their_eyes_and_hear_why() -> None:
    player = before().do(Onward())
    assert "Öppna ögonen" in labels(player)
    assert turn(player.do(Onward())) is Turn.TOLD


def test_after_the_last_one_the_story_begins() -> None:
    assert kinds(before(Taking.DEVICES)) == [*(Kind.JUDGE,) * 3, Kind.WATCH] * 5


def test_eyes_are_shut_while_hands_are_raised_and_only_then() -> None:
    player = before(*BOTH)
    assert not any("blunda" in each.casefold() for each in paragraphs(player))
    assert any("blunda" in each.casefold() for each in paragraphs(player.do(Onward())))
    assert not any("blunda" in each.casefold() for each in paragraphs(player.do(Onward())))
    assert not any("blunda" in each.casefold() for each in paragraphs(before(Taking.DEVICES).do(Onward())))


def test_how_hands_were_raised_is_not_seen_once_eyes_are_open() -> None:
    player = before().do(Onward(), CountHands(0, 4), CountHands(2, 17))
    assert [bar.shown for bar in bars(player)] == ["4", "0", "17"]
    player.do(Onward())
    assert "17" not in said(player)
    mixed = before(*BOTH).do(Onward(), CountHands(2, 17), Onward())
    assert [bar.shown for bar in bars(mixed)] == ["", "", ""]


def test_what_devices_answered_is_not_shown_at_any_turn() -> None:
    player = before(Taking.DEVICES)
    for _ in range(3):
        seen(player, answered=24)
        assert not any(bar.share or bar.shown or bar.leads for bar in bars(player))
        player.do(Onward())
    assert turn(player) is Turn.TOLD


def test_nothing_is_called_right_or_wrong() -> None:
    player = before(*BOTH)
    while lesson_of(player).part is Part.BEFORE:
        words = " ".join((said(player), *labels(player))).lower()
        assert not any(word in words for word in ("rätt", "fel", "facit", "poäng"))
        player.do(Onward())


def test_devices_get_the_situation_in_phrases_of_its_own_catalogue() -> None:
    step = step_of(before(Taking.DEVICES))
    assert step.text
    assert (step.text.domain, step.text.context) == (DOMAIN, step.text.text.split()[-1].strip("."))
    assert [each.text for each in step.options] == ["Okej", "Osäker", "Inte okej"]
    assert (step.place, step.sensitive) == ((1, 5), True)


def test_why_reaches_devices_as_a_step_to_look_at() -> None:
    player = before(Taking.DEVICES).do(OpenAnswers(), ShowAnswers())
    shown = step_of(player)
    assert shown.kind is Kind.WATCH
    assert isinstance(shown.text, Phrase)
    assert shown.text.text.startswith("Därför")
    assert shown.text.text in said(player)


def test_after_the_story_others_are_judged() -> None:
    earlier, later = before(Taking.DEVICES), come_to(in_class(Taking.DEVICES), Part.AFTER)
    asked: list[set[str]] = []
    for player in (earlier, later):
        part = lesson_of(player).part
        found = set()
        while lesson_of(player).part is part:
            found.add(step_of(player).id)
            player.do(Onward())
        asked.append(found)
    assert not asked[0] & asked[1]


def test_one_goes_back_to_the_same_and_then_to_the_one_before() -> None:
    player = before().do(Onward(), Onward(), Onward(), Onward(), Backward())
    assert (player.page.label, turn(player)) == ("2 av 5", Turn.SHOWN)
    player.do(Backward())
    assert (player.page.label, turn(player)) == ("1 av 5", Turn.SHOWN)
    assert step_of(player.do(Backward())).id == "lead.before"
    assert lesson_of(player.do(Backward())).part is Part.PRACTISE


def test_asked_again_hands_are_counted_anew() -> None:
    player = before().do(Onward(), CountHands(0, 4), AskAgain())
    assert [bar.shown for bar in bars(player)] == ["0", "0", "0"]


def test_nothing_is_chosen_for_the_class_here() -> None:
    player = before().do(Onward(), Take(0))
    assert turn(player) is Turn.OPEN
    assert turn(player.do(CloseAnswers())) is Turn.CLOSED


def test_a_story_without_vignettes_goes_on() -> None:
    player = in_class()
    player.app = classroom.with_vignettes(player.app, Vignettes())
    come_to(player, Part.BEFORE)
    assert "finns inga sådana frågor" in said(player)
    assert step_of(player).kind is Kind.WATCH
    assert script(player)
    player.do(OpenAnswers(), CountHands(0, 1))
    assert lesson_of(player.do(Onward())).part is Part.STORY


def test_without_them_in_the_plan_the_story_comes_at_once() -> None:
    player = in_class(judging=False)
    while lesson_of(player).part is not Part.STORY:
        assert lesson_of(player).part is not Part.BEFORE
        player.do(Onward())


def test_a_timer_stands_beside_and_goes_with_the_situation() -> None:
    player = before().do(StartTimer(60))
    assert "60 sekunder kvar" in said(player)
    player.do(Onward(), Onward(), Onward())
    assert lesson_of(player).timer is None


def test_the_script_is_short_and_begins_with_what_it_is_about() -> None:
    player = before(*BOTH)
    assert any("påhittade personer" in sentence for sentence in script(player.do(Backward())))
    while lesson_of(player).part is Part.BEFORE:
        assert 1 <= len(script(player)) <= 4
        player.do(Onward())
