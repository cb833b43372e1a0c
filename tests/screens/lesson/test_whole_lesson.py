"""A whole lesson in which anything is meant in any order: it never breaks, hides nothing that must be there, and has an end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from game.screens.intents import (
    Choose,
    Close,
    Go,
    Hide,
    Leave,
    Refused,
    Rewind,
    Shift,
    SkipScene,
    Where,
)
from game.screens.keys import Key
from game.screens.lesson.intents import (
    AskAgain,
    Backward,
    CloseAnswers,
    CountHands,
    EndLesson,
    FromLastWeek,
    GiveUpSeat,
    HandDigit,
    HandsOnly,
    KeepForNextWeek,
    LockLobby,
    NextChapter,
    Onward,
    OpenAnswers,
    PathFound,
    PathKept,
    PauseClass,
    PlanMinutes,
    PlanStory,
    PlanTaking,
    PlanVignettes,
    PlanVoting,
    ShowAnswers,
    SkipPart,
    StartLesson,
    StartTimer,
    StopTimer,
    Take,
    Tick,
    Ticked,
    TuckBar,
    TwoWindows,
    TypeHands,
)
from game.screens.lesson.plan import MINUTES, Plan, Taking
from game.screens.lesson.state import ClassPath, LessonScreen, Part
from game.screens.lesson.symbols import symbol_at, symbol_said
from game.screens.lesson.teacher import teacher_page
from game.screens.lesson.wire import Cell, HubSeen, Link, Phase, Reach, Tally, Trouble
from game.screens.model import App
from game.screens.page import Screen
from game.story.digest import digest
from game.story.engine import Machine
from tests.screens.lesson.classroom import VIGNETTES, talked_about
from tests.screens.support import Built, Player, library_of, texts_in

if TYPE_CHECKING:
    from game.screens.page import Page

STORY = talked_about()
MARK = digest(STORY)
SYMBOLS = tuple(map(symbol_at, range(0, 60, 7)))

yes = st.booleans()
small = st.integers(-1, 6)

plans = st.builds(
    Plan,
    story=st.just(STORY.about.id),
    minutes=st.sampled_from(MINUTES),
    taking=st.frozensets(st.sampled_from(Taking), min_size=1),
    vignettes=yes,
    voting=yes,
)
paths = st.builds(
    ClassPath,
    story=st.sampled_from((STORY.about.id, "gone")),
    mark=st.sampled_from((MARK, MARK, "000000000000")),
    part=st.sampled_from(Part),
    at=st.integers(0, 30),
    decisions=st.lists(st.integers(0, 3), max_size=6).map(tuple),
    steps=st.integers(0, 40),
    plan=plans,
)
tallies = st.none() | st.builds(
    Tally,
    st.lists(st.builds(Cell, st.none() | st.integers(0, 30)), max_size=5).map(tuple),
    st.none() | st.integers(0, 4),
)
hubs = st.builds(
    HubSeen,
    link=st.sampled_from(Link),
    reach=st.sampled_from(Reach),
    address=st.sampled_from(("", "10.0.4.12:8080")),
    code=st.just("K4TJ7A"),
    phase=st.sampled_from(Phase),
    joined=st.integers(0, 40),
    answered=st.integers(0, 40),
    places=st.just(40),
    locked=yes,
    tally=tallies,
    symbols=st.lists(st.sampled_from(SYMBOLS), unique=True).map(tuple),
    scenes=st.lists(st.tuples(st.sampled_from(("", *STORY.scenes)), st.integers(1, 9))).map(tuple),
    trouble=st.sampled_from(Trouble),
)
taught = st.one_of(
    st.sampled_from(
        (Onward(), Backward(), SkipPart(), TuckBar(), KeepForNextWeek(), FromLastWeek(), HandsOnly())
    ),
    st.builds(SkipPart, yes),
    st.just(NextChapter()),
    st.builds(TypeHands, small),
    st.builds(HandDigit, st.integers(0, 9)),
    st.sampled_from((OpenAnswers(), CloseAnswers(), ShowAnswers(), AskAgain(), StopTimer(), StartLesson())),
    st.builds(Tick, small),
    st.builds(Take, small),
    st.builds(CountHands, small, st.integers(-2, 3)),
    st.builds(StartTimer, st.integers(-1, 90)),
    st.builds(Ticked, st.floats(0, 10_000)),
    st.builds(PlanStory, st.sampled_from((STORY.about.id, "gone"))),
    st.builds(PlanMinutes, st.integers(0, 90)),
    st.builds(PlanTaking, st.sampled_from(Taking), yes),
    st.builds(PlanVignettes, yes),
    st.builds(PlanVoting, yes),
    st.builds(LockLobby, yes),
    st.builds(GiveUpSeat, st.sampled_from(SYMBOLS)),
    st.builds(PauseClass, yes),
    st.builds(TwoWindows, yes),
    st.builds(EndLesson, yes),
    st.builds(PathKept, st.sampled_from((None, "/hem/lektion.json"))),
    st.builds(PathFound, st.none() | paths, st.sampled_from(("", "Filen finns inte där längre."))),
)
elsewhere = st.one_of(
    st.builds(Go, st.sampled_from(Where)),
    st.builds(Choose, small),
    st.builds(Rewind, st.just(0)),
    st.sampled_from((Close(), Hide(), SkipScene(), Refused(None))),
)


def _every_page_holds(page: Page) -> None:
    """Dölj and help are there, what has focus is there, and a key does what it stands on."""
    items = page.items()
    there = {item.intent for item in items}
    assert {Hide(), Go(Where.HELP)} <= there
    assert page.body
    assert page.default is None or page.default in there
    for item in items:
        if item.key and item.key not in {Key.SPACE, Key.ENTER, Key.F1}:
            assert page.keys[item.key] == item.intent, item


class WholeLesson(RuleBasedStateMachine):
    """A teacher, a class, a hub and bad luck."""

    def __init__(self) -> None:
        super().__init__()
        library = replace(library_of(STORY), vignettes=VIGNETTES)
        self.player = Player(App(library), Built({STORY.about.id: Machine(STORY)}))
        self.player.do(StartLesson())

    @property
    def stage(self) -> Page:
        return self.player.page

    @property
    def teachers(self) -> Page:
        lesson = self.player.app.lesson
        assert lesson
        return teacher_page(self.player.app, lesson, self.player.words)

    @property
    def goes_on(self) -> bool:
        return self.player.app.lesson is not None

    @property
    def on_stage(self) -> bool:
        """Whether the stage is seen, and nothing over it."""
        return self.goes_on and not self.player.app.hidden and self.player.app.screen == LessonScreen()

    @rule(number=st.integers(0, 999))
    def something_on_the_stage_is_pressed(self, number: int) -> None:
        items = [item for item in self.stage.items() if item.intent != Leave()]
        self.player.do(items[number % len(items)].intent)

    @precondition(lambda self: self.goes_on)
    @rule(number=st.integers(0, 999))
    def something_in_the_teacher_s_window_is_pressed(self, number: int) -> None:
        items = [item for item in self.teachers.items() if item.intent != Leave()]
        self.player.do(items[number % len(items)].intent)

    @rule(key=st.sampled_from(Key))
    def a_key_is_pressed(self, key: Key) -> None:
        self.player.press(key)

    @rule(intent=taught)
    def a_teacher_means_anything(self, intent: object) -> None:
        self.player.do(intent)  # type: ignore[arg-type]

    @rule(intent=elsewhere)
    def something_of_the_rest_of_the_game_is_meant(self, intent: object) -> None:
        self.player.do(intent)  # type: ignore[arg-type]

    @rule(seen=hubs)
    def the_hub_says_something(self, seen: HubSeen) -> None:
        self.player.do(seen)

    @rule()
    def dolj_is_left(self) -> None:
        if self.player.app.hidden:
            self.player.do(*map(Shift, (1000.0, 1000.1, 1000.2)))

    @rule(times=st.integers(1, 12))
    def the_lesson_goes_on(self, times: int) -> None:
        for _ in range(times):
            takes = [item.intent for item in self.stage.items() if isinstance(item.intent, Take)]
            self.player.do(takes[0] if takes else Onward())

    @invariant()
    def all_holds(self) -> None:
        """What holds for every page of a lesson, whatever was done before."""
        app = self.player.app
        assert self.goes_on == (next(iter((*app.under, app.screen))) == LessonScreen())
        if self.on_stage:
            self._stage_holds(self.stage)
        if self.goes_on and not app.hidden:
            self._teachers_holds(self.teachers)

    def _stage_holds(self, page: Page) -> None:
        lesson = self.player.app.lesson
        assert lesson
        _every_page_holds(page)
        assert any(isinstance(item.intent, Onward | Take | PauseClass | Backward) for item in page.items())
        if lesson.part is not Part.LOBBY or lesson.tucked:
            said = " ".join(texts_in(page))
            assert not [each for each in lesson.hub.symbols if symbol_said(self.player.words, each) in said]

    def _teachers_holds(self, page: Page) -> None:
        _every_page_holds(page)
        assert page.screen is Screen.LESSON_TEACHER
        assert len([*texts_in(page.body)]) > 1

    def teardown(self) -> None:
        """However it went, the teacher comes to the end, and to the title."""
        player = self.player
        for _ in range(40):
            if player.app.lesson is None:
                break
            player.do(EndLesson(sure=True) if player.app.lesson.ending else SkipPart(sure=True))
        assert player.app.lesson is None
        assert player.app.play is None or not player.app.under


TestWholeLesson = WholeLesson.TestCase
TestWholeLesson.settings = settings(max_examples=40, stateful_step_count=30)
