"""A supervisor settles in the window what look-ups cannot, and the till shows the redemption that may be it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.domain.failures import JournalTrouble, JournalUnusable, NotAllowed, Supervision
from desktop.domain.redemption import Attempt, Candidate, Refusal, State, Trace
from desktop.flow.background_till import BackgroundTill
from desktop.flow.till import Till
from desktop.gui.screen import Place
from desktop.store.journal import SqliteJournal
from desktop.store.pins import Cost, hash_pin
from desktop.training.bad_days import BadDay
from tests.journeys.test_unknown import headline

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.redemption import Draft
    from desktop.domain.validation import ValidationCode
    from desktop.flow.background_till import SettlingState
    from desktop.flow.settling.settler import Progress
    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

SEEN = Candidate(redemption_id="7t4y2a", time="2026-11-25 14:03:00", points=Decimal(10), bill="MG-1")
SENTENCE = (
    "The service shows a redemption that may be this one: number 7t4y2a · 2026-11-25 14:03:00 · 10 points · bill MG-1."
)


@pytest.fixture(scope="module")
def pin() -> str:
    """Returns the stored form of the PIN 471108."""
    return hash_pin("471108", Cost(4, 8, 1))


def suspect(monkeypatch: pytest.MonkeyPatch, seen: Candidate = SEEN) -> None:
    """Makes every look-up show a redemption that may be the attempt."""
    state_of = BackgroundTill._state

    def suspected(progress: Progress) -> Progress:
        is_open = progress.attempt.is_unsettled
        return replace(progress, attempt=replace(progress.attempt, candidate=seen)) if is_open else progress

    def of_desk(desk: BackgroundTill, progress: Progress | None = None) -> SettlingState:
        state = state_of(desk, progress)
        last = None if state.progress is None else suspected(state.progress)
        return replace(state, unknown=tuple(suspected(one) for one in state.unknown), progress=last)

    monkeypatch.setattr(BackgroundTill, "_state", of_desk)


def audit(data: Path) -> list[str]:
    """Returns the entries of the audit trail about supervisors and settling by hand."""
    with SqliteJournal.open(data / "journal.db", writer=False) as journal:
        events = list(journal.newest_events(1000))[::-1]
    return [f"{one.what}: {one.detail}" for one in events if "supervisor" in one.what or "by_hand" in one.what]


def fill_in(cashier: Cashier, pin: str = "471108", reason: str = "Seen in the books") -> None:
    """Types PIN and reason."""
    cashier.type("Supervisor PIN", pin)
    cashier.type("Reason", reason)


@pytest.fixture
def unknown(open_till: OpenTill, service: PracticeService, pin: str, monkeypatch: pytest.MonkeyPatch) -> Cashier:
    """Returns a cashier with an unknown outcome, and a redemption that may be it."""
    suspect(monkeypatch)
    cashier = open_till(service=service, read_timeout=0.3, settle_after=30, supervisor_pin=pin)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.until_sees("It was redeemed")
    return cashier


def test_the_candidate_is_shown(unknown: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The unknown page shows number, time, points and bill. The focus stays on the button that goes on."""
    assert SENTENCE in unknown.texts()
    assert unknown.focus == "Next customer"
    suspect(monkeypatch, Candidate(points=Decimal("2.5")))
    less = "The service shows a redemption that may be this one: 2.5 points."
    unknown.until(lambda: less in unknown.texts(), less)


@pytest.mark.parametrize(("button", "state"), [("It was redeemed", "redeemed"), ("It was not redeemed", "not applied")])
def test_a_supervisor_settles_it(unknown: Cashier, tmp_path: Path, button: str, state: str) -> None:
    """PIN and reason settle it, the page shows the outcome, and the audit trail has who and why but not the PIN."""
    fill_in(unknown)
    unknown.press(button)
    if state == "redeemed":
        unknown.until_at(Place.RECEIPT)
    else:
        unknown.until_sees("Redeem again")
        assert headline(unknown) == "The points were not redeemed"
    unknown.until(lambda: unknown.screen.unsettled == 0, "the end of the badge")
    assert not unknown.sees("It was redeemed")
    word = "redeemed" if state == "redeemed" else "not redeemed"
    assert audit(tmp_path / "data") == [
        f"supervisor_agreed: settled as {word}: Seen in the books",
        "settled_by_hand: Seen in the books",
    ]


def test_a_pin_does_not_wait_on_a_page_that_was_left(unknown: Cashier) -> None:
    """Who opens the page next would have the supervisor's approval. The reason stays."""
    fill_in(unknown)
    unknown.key(Qt.Key.Key_F2)
    unknown.until_sees("Redemptions")
    unknown.until_sees("Supervisor PIN")
    fill_in(unknown)
    unknown.escape()
    assert (unknown.text("Supervisor PIN"), unknown.text("Reason")) == ("", "Seen in the books")
    unknown.key(Qt.Key.Key_F2)
    unknown.until_sees("Supervisor PIN")
    assert unknown.text("Supervisor PIN") == ""


def test_a_wrong_pin_and_a_missing_reason(unknown: Cashier, tmp_path: Path) -> None:
    """Nothing is settled, the message says what to do, and the PIN is cleared while the reason stays."""
    fill_in(unknown, reason=" ")
    unknown.press("It was redeemed")
    assert unknown.message == "Nothing was recorded. Enter the supervisor’s PIN and a reason."
    fill_in(unknown, pin="471107")
    unknown.press("It was redeemed")
    assert unknown.text("Supervisor PIN") == ""
    assert unknown.text("Reason") == "Seen in the books"
    assert unknown.focus == "Supervisor PIN"
    unknown.until_says("That PIN is wrong. Nothing was recorded.")
    assert unknown.screen.place is Place.UNKNOWN
    assert len(audit(tmp_path / "data")) == 1


def test_an_empty_pin_after_too_many_tries(unknown: Cashier) -> None:
    """The message that PINs are locked stays, because no PIN helps meanwhile."""
    for _ in range(5):
        fill_in(unknown, pin="471107")
        unknown.press("It was redeemed")
        unknown.until(lambda: "wrong" in unknown.message, "the refusal")
    assert "Too many wrong PINs" in unknown.message
    unknown.press("It was redeemed")
    assert "Too many wrong PINs" in unknown.message


@pytest.mark.parametrize("why", list(Supervision))
def test_every_reason_of_a_supervisor_who_does_not_agree(
    unknown: Cashier, monkeypatch: pytest.MonkeyPatch, why: Supervision
) -> None:
    """Each reason has words that say nothing about the points."""

    def refuse(_till: Till, _attempt: Attempt, _pin: str, _reason: str, **_: bool) -> Attempt:
        raise NotAllowed(why)

    monkeypatch.setattr(Till, "settle_by_hand", refuse)
    fill_in(unknown)
    unknown.press("It was redeemed")
    unknown.press("It was redeemed")
    unknown.until_says("Nothing was recorded.")
    unknown.until(lambda: not unknown.session.controller.by_hand._is_checking)
    assert "redeemed" not in unknown.message


def test_a_journal_that_cannot_be_written(unknown: Cashier, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure of the journal is reported as that."""

    def fail(_till: Till, _attempt: Attempt, _pin: str, _reason: str, **_: bool) -> Attempt:
        raise JournalUnusable(JournalTrouble.FULL)

    monkeypatch.setattr(Till, "settle_by_hand", fail)
    fill_in(unknown)
    unknown.press("It was not redeemed")
    unknown.until_says("(PT-JOURNAL-FULL)")


def test_enter_in_the_pin_goes_to_the_reason(unknown: Cashier) -> None:
    """Enter settles nothing, because there are two answers."""
    unknown.type("Supervisor PIN", "471108")
    unknown.enter()
    assert unknown.focus == "Reason"
    unknown.keys("Seen")
    unknown.enter()
    assert unknown.screen.place is Place.UNKNOWN


def test_a_bill_of_the_pos_waits_while_the_supervisor_types(unknown: Cashier) -> None:
    """A hand-over does not remove the form."""
    controller = unknown.session.controller
    idle = [controller.is_idle]
    for text in ("Seen", ""):
        unknown.type("Reason", text)
        idle.append(controller.is_idle)
    assert idle == [True, False, True]


def test_settling_while_the_supervisor_types(unknown: Cashier) -> None:
    """The receipt appears by itself. What is being typed meanwhile does not press its button."""
    unknown.type("Supervisor PIN", "4711")
    asked = len(unknown.requests("/customer/redemptions"))
    unknown.until(lambda: len(unknown.requests("/customer/redemptions")) > asked, "another look", 20_000)
    assert unknown.focus == "Supervisor PIN"
    assert unknown.text("Supervisor PIN") == "4711"
    unknown.service.bad_day(None)
    for _ in range(200):
        unknown.keys("1")
        unknown.qtbot.wait(50)
        if unknown.screen.place is Place.RECEIPT:
            break
    unknown.enter()
    assert unknown.screen.place is Place.RECEIPT


def test_without_a_supervisor_support_settles_it(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If no PIN is set, the row is shown, and the text says who can settle it and by which reference."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=30)
    suspect(monkeypatch)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.until(lambda: SENTENCE in cashier.texts(), SENTENCE)
    assert "Support can settle it. Tell them the reference." in cashier.texts()
    assert cashier.screen.attempt is not None
    reference = cashier.screen.attempt.reference
    assert reference in cashier.texts()
    assert not cashier.sees("Supervisor PIN")
    cashier.press("1 not known yet")
    cashier.until(lambda: cashier.find("Redemptions").rowCount() == 1, "the list")
    cashier.until(lambda: "Support can settle it. Tell them the reference." in cashier.texts(), "the details")
    assert [text for text in cashier.texts() if reference in text] == [reference], "once, below that sentence"


def test_settling_in_the_history(open_till: OpenTill, service: PracticeService, pin: str) -> None:
    """An earlier redemption is settled in its details, and the history shows the new state and keeps the page."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=30, supervisor_pin=pin)
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.enter()
    cashier.until_sees("1 not known yet")
    cashier.press("1 not known yet")
    cashier.until(lambda: cashier.find("Redemptions").rowCount() == 1, "the list")
    cashier.until_sees("It was redeemed")
    assert "Reference " in cashier.label("facts")
    fill_in(cashier)
    cashier.press("It was redeemed")
    cashier.until_says("Now known: 10 points were redeemed for MG-1.")
    cashier.until(lambda: cashier.find("Redemptions").rowCount() == 0, "the end of the list")
    assert not cashier.sees("It was redeemed")
    cashier.until(lambda: not cashier.sees("1 not known yet"), "the end of the count")


def test_the_form_is_cleared_for_another_attempt(open_till: OpenTill, service: PracticeService, pin: str) -> None:
    """Choosing another redemption in the history clears the form."""
    cashier = open_till(service=service, read_timeout=0.3, settle_after=30, supervisor_pin=pin)
    cashier.redeem("5", bill="MG-0")
    cashier.enter()
    cashier.lose_answer(BadDay.HANG_AFTER, looks=False)
    cashier.press("History")
    table = cashier.find("Redemptions")
    cashier.until(lambda: table.rowCount() == 2, "the list")
    cashier.until_sees("Reason")
    fill_in(cashier)
    table.setCurrentCell(1, 0)
    assert not cashier.sees("Reason")
    table.setCurrentCell(0, 0)
    assert cashier.text("Reason") == ""
    assert cashier.text("Supervisor PIN") == ""


@pytest.mark.parametrize("refusal", [Refusal.NOT_PROCESSED, Refusal.FAILED])
def test_a_refusal_that_proves_nothing_is_tried_again_with_one_enter(
    open_till: OpenTill, service: PracticeService, monkeypatch: pytest.MonkeyPatch, refusal: Refusal
) -> None:
    """The code stays in its field, whatever step the service's number is about."""
    cashier = open_till(service=service)
    cashier.find_member()
    cashier.send_code("20")
    redeem, answers = Till.redeem, []

    def refuse(
        till: Till, draft: Draft, code: ValidationCode | None, *, confirmed: bool = False, **others: str
    ) -> Attempt:
        answers.append(confirmed)
        if len(answers) == 1:
            now = datetime.now(UTC)
            trace = Trace(code="807", message="not now")
            return Attempt(
                reference="0" * 26, state=State.REFUSED, draft=draft, till="", cashier="", at=now, changed=now,
                trace=trace, refusal=refusal,
            )  # fmt: skip
        return redeem(till, draft, code, confirmed=confirmed, **others)

    monkeypatch.setattr(Till, "redeem", refuse)
    cashier.enter_code()
    cashier.until_says("(807)")
    assert cashier.screen.place is Place.CODE
    assert cashier.focus == "Validation code"
    cashier.enter()
    cashier.until_sees("Updated balance")


def test_a_warning_that_stays(open_till: OpenTill, service: PracticeService) -> None:
    """No key, message, step or customer removes it, and it replaces no message."""
    cashier = open_till(service=service)
    assert not cashier.sees("Warning")
    warn = cashier.session.controller.add_standing_warning
    for text in ("Another window is open.", "This journal is a copy.", "Another window is open."):
        warn(text)
    both = "Another window is open.\nThis journal is a copy."
    assert cashier.value("Warning") == both
    cashier.type("Mobile number", "12")
    cashier.enter()
    assert cashier.message == "The number is too short. Ask the member to say it again."
    assert cashier.value("Warning") == both
    cashier.escape()
    cashier.redeem("5")
    cashier.enter()
    cashier.press("History")
    cashier.escape()
    assert cashier.value("Warning") == both
