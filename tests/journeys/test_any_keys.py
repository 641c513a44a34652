"""Random keys at random moments never change a field without the focus, nor redeem what no pressed button showed."""

from __future__ import annotations

import itertools
import json
import os
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from shiboken6 import delete

from desktop.domain.failures import Call
from desktop.domain.prefill import Prefill
from desktop.gui.screen import Place, Question
from desktop.gui.widgets.fields import PointsValidator
from desktop.pos.hand_over import HandOver
from desktop.pos.hand_over_queue import HandOvers
from desktop.training.bad_days import BadDay
from tests.journeys.cashier import LAKSHMI, Cashier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

FIELDS = ("mobile_number", "points_to_redeem", "bill_number", "validation_code")
"""The fields of the counter that a cashier types into."""

LONG_RUN = int(os.environ.get("ANY_KEYS_SCRIPTS", "200"))
"""Scripts of the long run. Two hundred take five to eight minutes."""

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


@dataclass(frozen=True)
class Keys:
    """Keys that are pressed one right after the other, as by a scanner or a fast hand.

    Attributes:
        keys: characters and keys.
        gap: milliseconds between them, in which answers may arrive.
    """

    keys: tuple[str | Qt.Key, ...]
    gap: int


@dataclass(frozen=True)
class Happens:
    """Something that happens beside the keyboard: a pause, a fault, a bill from the POS, news from the background."""

    what: str
    milliseconds: int = 0


single = st.sampled_from(
    [*"0123456789BGz.", ENTER, ESCAPE, TAB, Qt.Key.Key_Backspace, Qt.Key.Key_F4, Qt.Key.Key_F2, Qt.Key.Key_Space]
)
bursts = st.builds(
    lambda text, ending: (*text, *ending),
    st.text("0123456789B-", min_size=2, max_size=6),
    st.sampled_from([(ENTER,), (ENTER, ENTER), (TAB,), ()]),
)
typed = st.builds(Keys, st.one_of(st.tuples(single), bursts), st.sampled_from([0, 0, 15, 60]))
happenings = st.builds(
    Happens,
    st.sampled_from(
        ["pause", "pause", "rest", "slow", "lose", "fine", "refuse", "hand over", "printer", "step", "step", "step"]
    ),
    st.sampled_from([1, 20, 80, 200]),
)
scripts = st.lists(st.one_of(typed, typed, happenings), min_size=4, max_size=16)


class Scene(StrEnum):
    """How a script begins."""

    EMPTY = "empty"
    POINTS = "points"
    SLOW_LOOK_UP = "slow look-up"
    SLOW_CODE = "slow code"
    CODE = "code"
    SLOW_REDEMPTION = "slow redemption"
    UNKNOWN = "unknown"
    QUESTION = "question"
    SLOW_QUESTION = "slow question"


numbers = itertools.count(1)
"""Numbers scripts and bills. No two scripts share a window's memory of a bill."""

scenes = st.sampled_from([*Scene, Scene.QUESTION, Scene.SLOW_QUESTION])


@dataclass
class Shop:
    """A cashier, the POS beside the till, and the violations that were found.

    Attributes:
        cashier: at the till.
        hand_overs: from the POS.
        shown: the amounts that were on a button or in the points field when something was pressed.
        wrong: the violated invariants.
    """

    cashier: Cashier
    hand_overs: HandOvers
    shown: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


class Witness(QObject):
    """Sees every press of a button, by key or mouse, just before it counts.

    A redemption begins at no other moment, so these are the only amounts that may reach the service.

    Attributes:
        without_room: how many keys the points field rejected, and said so, because an amount has no room for them.
    """

    def __init__(self, shop: Shop) -> None:
        super().__init__()
        self._shop = shop
        self.without_room = 0
        validator = edit(shop.cashier, "points_to_redeem").validator()
        assert isinstance(validator, PointsValidator)
        validator.refused.connect(self._on_without_room)
        for button in shop.cashier.window.findChildren(QPushButton):
            if button.objectName() in {"redeem", "redeem_anyway"}:
                button.clicked.connect(self._on_clicked)

    def note(self) -> None:
        """Reads the amounts on the buttons that a key may press now."""
        for button in self._shop.cashier.window.findChildren(QPushButton):
            if button.objectName() in {"redeem", "redeem_anyway"} and button.isVisible():
                self._shop.shown.update(part for part in button.text().split() if part[0].isdigit())

    def _on_clicked(self) -> None:
        self.note()

    def _on_without_room(self, _problem: object) -> None:
        self.without_room += 1


def fields(cashier: Cashier) -> dict[str, str]:
    """Returns the counter's fields with their texts."""
    return {name: edit(cashier, name).text() for name in FIELDS}


def edit(cashier: Cashier, name: str) -> QLineEdit:
    """Returns the field with this `objectName`."""
    found = cashier.window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def focused() -> str:
    """Returns the `objectName` of the focused widget."""
    now = QApplication.focusWidget()
    return now.objectName() if now is not None else ""


def press(shop: Shop, witness: Witness, key: str | Qt.Key) -> None:
    """Presses and releases one key, and compares the changes with what a key may change."""
    cashier = shop.cashier
    before, at, question = fields(cashier), focused(), cashier.screen.question
    visit, place = cashier.screen.visit, cashier.screen.place
    answers = {"go_back", "redeem_anyway"}
    witness.note()
    target = QApplication.focusWidget() or cashier.window
    QTest.keyClick(target, key)  # type: ignore[arg-type]  # the stubs leave characters out
    after, now = fields(cashier), cashier.screen
    is_answer = key in {ENTER, ESCAPE, Qt.Key.Key_Space} and at in answers
    if question is not None and cashier.session.view.counter.isVisible():
        if not is_answer and not _is_same(now.question, question):
            shop.wrong.append(f"{key!r} at {at} ended a question")
        if after != before:
            shop.wrong.append(f"{key!r} changed {before} to {after} behind a question")
        if key != TAB and not is_answer and focused() != at:
            shop.wrong.append(f"{key!r} moved the focus from {at} to {focused()} behind a question")
    if now.visit != visit:
        # The next customer, or the next bill of the POS, may clear or fill every field.
        return
    changed = {name for name in FIELDS if before[name] != after[name]} - {at}
    if place is Place.MEMBER:
        # A scanner types into the first field wherever the focus is, and the focus goes with it.
        changed -= {"mobile_number"} if focused() == "mobile_number" else set()
    if at in {"all_points", "half"} and key in {ENTER, Qt.Key.Key_Space}:
        changed -= {"points_to_redeem"}
    if changed:
        shop.wrong.append(f"{key!r} at {at} changed {changed}: {before} to {after}")


def _is_same(now: Question | None, before: Question) -> bool:
    return now is not None and now.held is before.held


def wait(shop: Shop, milliseconds: int) -> None:
    """Lets the window and the workers run, and checks that only answers change fields."""
    cashier = shop.cashier
    before, at, question = fields(cashier), focused(), cashier.screen.question
    visit, member = cashier.screen.visit, cashier.screen.member
    cashier.qtbot.wait(milliseconds)
    now = cashier.screen
    if question is not None and not _is_same(now.question, question):
        shop.wrong.append("a question ended by itself")
    if question is not None and focused() != at and cashier.session.view.counter.isVisible():
        shop.wrong.append(f"the focus moved from {at} to {focused()} behind a question")
    if now.visit != visit:
        return
    changed = {name for name, text in fields(cashier).items() if text != before[name]}
    if now.member is not member:
        # An amount that was meant for another member must not stay there ready to be sent.
        changed -= {"points_to_redeem"}
    # A new code makes the old one worthless.
    if changed - {"validation_code"}:
        shop.wrong.append(f"{changed} changed by themselves: {before} to {fields(cashier)}")


def happen(shop: Shop, one: Happens) -> None:
    """Makes something happen."""
    cashier, service = shop.cashier, shop.cashier.service
    match one.what:
        case "rest":
            wait(shop, 620)
        case "slow":
            service.bad_day(BadDay.SLOW, 1, seconds=one.milliseconds / 1000)
        case "lose":
            service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
            service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
        case "fine":
            service.bad_day(None)
        case "refuse":
            service.bad_day(BadDay.WRONG_CODE, 1)
        case "hand over":
            before, is_idle = fields(cashier), cashier.session.controller.is_idle
            shop.hand_overs.take(HandOver(Prefill(LAKSHMI, "7", f"MG-{next(numbers)}"), ""))
            if not is_idle and fields(cashier) != before:
                shop.wrong.append("a hand-over replaced what was typed")
        case "printer":
            before_focus = focused()
            cashier.session.controller.say("bad", "The printer is out of paper.")
            if focused() != before_focus:
                shop.wrong.append("a message moved the focus")
        case "step":
            go_on(shop)
        case _:
            wait(shop, one.milliseconds)


def go_on(shop: Shop) -> None:
    """Does what a cashier does next, so that random keys meet every step: types the expected input, and Enter."""
    cashier = shop.cashier
    screen, witness = cashier.screen, Witness(shop)
    if screen.busy is not None or screen.question is not None or not cashier.session.view.counter.isVisible():
        return
    wait(shop, 620)
    texts = {Place.MEMBER: ("mobile_number", LAKSHMI), Place.POINTS: ("points_to_redeem", "5")}
    name, text = texts.get(cashier.screen.place, ("validation_code", ""))
    if cashier.screen.place is Place.CODE and cashier.screen.member is not None:
        text = cashier.service.codes().get(cashier.screen.member.identifier.value, "")
    wanted = edit(cashier, name)
    if not wanted.isVisible() or not wanted.isEnabled():
        return
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)
    wanted.selectAll()
    for key in (*text, ENTER):
        press(shop, witness, key)


def begin(cashier: Cashier, scene: Scene, points: str, number: int) -> None:
    """Brings the window to the start of a script, like a cashier who waits for every answer.

    Points and bills differ from those of every other script, so that the till has no reason to ask about an earlier
    one.
    """
    service = cashier.service
    if scene in {Scene.UNKNOWN, Scene.QUESTION, Scene.SLOW_QUESTION}:
        cashier.lose_answer(BadDay.HANG_AFTER, bill=f"B{number}X", looks=False, mobile=LAKSHMI)
        if scene is Scene.UNKNOWN:
            return
        cashier.enter()
        cashier.until_at(Place.MEMBER)
    if scene is Scene.EMPTY:
        return
    if scene is Scene.SLOW_LOOK_UP:
        service.bad_day(BadDay.SLOW, 1, call=Call.FIND_MEMBER, seconds=0.15)
        cashier.type("Mobile number", LAKSHMI)
        cashier.enter()
        return
    cashier.find_member(LAKSHMI)
    cashier.type("Bill number", f"B{number}Y")
    cashier.type("Points to redeem", points)
    if scene is Scene.SLOW_CODE:
        service.bad_day(BadDay.SLOW, 1, call=Call.CHECK, seconds=0.15)
    if scene is not Scene.POINTS:
        cashier.enter()
    if scene is Scene.QUESTION:
        cashier.until(lambda: cashier.screen.question is not None, "the question")
    if scene in {Scene.CODE, Scene.SLOW_REDEMPTION}:
        cashier.until_at(Place.CODE)
        cashier.type("Validation code", cashier.code())
    if scene is Scene.SLOW_REDEMPTION:
        service.bad_day(BadDay.SLOW, 1, call=Call.REDEEM, seconds=0.15)
        cashier.enter()


def redeemed(service: PracticeService) -> set[str]:
    """Returns every amount that the service was asked to redeem, whether or not it did."""
    asked = [str(one["body"]) for one in service.requests() if str(one["path"]).endswith("/points/redeem")]
    return {str(json.loads(body)["root"]["redeem"][0]["points_redeemed"]) for body in asked}


def play(cashier: Cashier, scene: Scene, script: Sequence[Keys | Happens]) -> list[str]:
    """Plays a script, and returns the violations."""
    number = next(numbers)
    points = str(11 + number % 900)
    begin(cashier, scene, points, number)
    shop = Shop(cashier, HandOvers(cashier.session.controller, lambda _report: None))
    if scene is Scene.SLOW_REDEMPTION:
        # The button that the cashier pressed showed it. Now it shows what is under way.
        shop.shown.add(points)
    before = redeemed(cashier.service)
    try:
        carry_out(shop, script)
    finally:
        # At once: a bill that still waits must not open between this script and the next one.
        delete(shop.hand_overs)
    if extra := redeemed(cashier.service) - before - shop.shown:
        shop.wrong.append(f"{extra} was redeemed, and stood on no button: {shop.shown}")
    return shop.wrong


def carry_out(shop: Shop, script: Sequence[Keys | Happens]) -> None:
    """Presses every key of a script, and makes happen what happens in between."""
    witness = Witness(shop)
    for one in script:
        if isinstance(one, Happens):
            happen(shop, one)
            continue
        arrived = []
        for key in one.keys:
            texts, without_room = fields(shop.cashier), witness.without_room
            press(shop, witness, key)
            if isinstance(key, str) and witness.without_room == without_room:
                arrived.append(fields(shop.cashier) != texts)
            if one.gap:
                wait(shop, one.gap)
        if False in arrived and True in arrived[arrived.index(False) :]:
            shop.wrong.append(f"the beginning of {one.keys} was lost, and the end was not")


def leave(cashier: Cashier) -> None:
    """Ends what the last script left, so that the next one begins at a counter at rest.

    No call is under way, no thread has anything left to do, no outcome is unknown, and the window is empty.
    """
    cashier.service.bad_day(None)
    controller = cashier.session.controller
    cashier.until(lambda: cashier.screen.busy is None, "the end of the call")
    if cashier.screen.question is not None:
        controller.redeeming.leave_question()
    cashier.session.view.navigation.show_counter()
    controller.leave_customer()
    while cashier.screen.handed_over:
        # Each bill that waits opens next.
        controller.leave_customer()
    # Before that, `unsettled` does not count a redemption whose answer was lost a moment ago.
    cashier.until_threads_are_idle()
    cashier.until(lambda: cashier.screen.unsettled == 0, "the outcome of what was lost", 20_000)
    while cashier.screen.news:
        controller.acknowledge()
    controller.new_customer()
    cashier.rest()


@pytest.fixture
def till(open_till: OpenTill, service: PracticeService) -> Cashier:
    """Yields a till with short time-outs."""
    return open_till(service=service, read_timeout=1, settle_after=2, code_again_after=0)


COMMON = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": (Phase.explicit, Phase.generate),
    "database": None,
}


def burst(keys: str, gap: int = 0, *ending: Qt.Key) -> Keys:
    """Returns a burst of characters with an ending."""
    return Keys((*keys, *ending), gap)


@settings(max_examples=5, derandomize=True, **COMMON)  # type: ignore[arg-type]  # a dictionary of different settings
@given(scene=scenes, script=scripts)
@example(Scene.QUESTION, [burst("9", 20), burst("8", 20), burst("B67", 0, ENTER), Happens("pause", 80)])
@example(Scene.SLOW_QUESTION, [burst("B67", 0, ENTER), burst("B67", 0, ENTER, ENTER), Happens("pause", 80)])
@example(Scene.SLOW_LOOK_UP, [burst("345", 80, ENTER), Happens("pause", 200)])
@example(Scene.POINTS, [Keys((TAB, TAB, "9"), 0), Happens("printer"), burst("9")])
@example(Scene.EMPTY, [burst("97777", 0), Happens("hand over"), burst("88221", 0)])
def test_any_keys_at_any_moment(till: Cashier, scene: Scene, script: list[Keys | Happens]) -> None:
    """Fields without the focus, questions and amounts are safe, whatever is pressed and whenever."""
    try:
        assert play(till, scene, script) == []
    finally:
        leave(till)


@pytest.mark.slow
@pytest.mark.timeout(900 + 10 * LONG_RUN)
@settings(max_examples=LONG_RUN, **COMMON)  # type: ignore[arg-type]  # a dictionary of different settings
@given(scene=scenes, script=scripts)
def test_any_keys_for_long(till: Cashier, scene: Scene, script: list[Keys | Happens]) -> None:
    """The same holds for many more scripts. The environment variable `ANY_KEYS_SCRIPTS` says how many."""
    try:
        assert play(till, scene, script) == []
    finally:
        leave(till)
