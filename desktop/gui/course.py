"""Teaches a new cashier in five short lessons, and notices by itself what the cashier has done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.lessons import Did, Lesson
from desktop.domain.messages import FormField
from desktop.domain.redemption import State
from desktop.domain.reversal import ReversalState
from desktop.gui.screen import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal
    from desktop.gui.controller import Controller
    from desktop.gui.screen import Screen


class Course(QObject):
    """Leads through one lesson at a time.

    Attributes:
        lesson: the lesson at hand; None between lessons.
        done: the names of the lessons that were finished.

    Signals:
        changed: the lesson or its step has changed.
    """

    changed = Signal()

    def __init__(
        self, controller: Controller, make_fault: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        """Begins between lessons.

        Args:
            controller: of the counter, whose screen shows what the cashier does.
            make_fault: schedules a fault of the practice service once, beside those that are scheduled.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._controller = controller
        self._make_fault = make_fault
        self.lesson: Lesson | None = None
        self.done: set[str] = set()
        self._step = 0
        self._visit = -1
        self._unknown = ""
        controller.changed.connect(self._on_changed)
        controller.attempt_known.connect(self._on_attempt_known)

    @property
    def step(self) -> int:
        """The number of steps of the lesson that are done."""
        return self._step

    @property
    def is_finished(self) -> bool:
        """True if the lesson at hand is done."""
        return self.lesson is not None and self._step == len(self.lesson.steps)

    @Slot(object)
    def begin(self, lesson: Lesson) -> None:
        """Begins a lesson with a new customer."""
        self.lesson, self._step, self._unknown = lesson, 0, ""
        self._controller.new_customer()
        self._visit = self._controller.screen.visit
        for fault in lesson.faults:
            self._make_fault(fault)
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Ends the lesson at hand."""
        self.lesson = None
        self.changed.emit()

    @Slot()
    def begin_giving_back(self) -> None:
        """Notices that the cashier has opened the form for giving points back."""
        self._notice({Did.OPENED_GIVING_BACK})

    @Slot()
    def give_back(self) -> None:
        """Notices that points were given back."""
        self._notice({Did.OPENED_GIVING_BACK, Did.GAVE_BACK})

    @Slot(object)
    def note_reversal(self, reversal: Reversal) -> None:
        """Notices that points were given back, at once or once it is known."""
        if reversal.state is ReversalState.REVERSED:
            self.give_back()

    @Slot(object)
    def _on_changed(self, screen: Screen) -> None:
        if self.lesson is not None and not self.is_finished:
            self._notice(self._seen_on(screen))

    @Slot(object)
    def _on_attempt_known(self, attempt: Attempt) -> None:
        if attempt.reference == self._unknown and not attempt.is_unsettled:
            self._notice({Did.WENT_ON, Did.LEARNED_OUTCOME})

    def _seen_on(self, screen: Screen) -> set[Did]:
        """Returns what the cashier has just done, judged by what the till shows."""
        seen = set()
        is_refused = screen.notice.tone == "bad"
        attempt = screen.attempt
        if screen.place is Place.POINTS and screen.member is not None:
            seen.add(Did.FOUND_MEMBER)
            if is_refused and screen.notice.field is FormField.POINTS:
                seen.add(Did.ENTERED_TOO_MANY)
        if screen.place is Place.CODE and screen.code is not None:
            seen.add(Did.SENT_CODE)
            if is_refused and screen.notice.field is FormField.CODE:
                seen.add(Did.ENTERED_WRONG_CODE)
        if screen.place is Place.UNKNOWN and attempt is not None and attempt.is_unsettled:
            self._unknown = attempt.reference
            seen.add(Did.LOST_ANSWER)
        if screen.place is Place.RECEIPT and attempt is not None and attempt.state is State.REDEEMED:
            seen.add(Did.REDEEMED)
            if attempt.reference == self._unknown:
                seen |= {Did.WENT_ON, Did.LEARNED_OUTCOME}
        if self._unknown and screen.visit != self._visit:
            seen.add(Did.WENT_ON)
        return seen

    def _notice(self, seen: set[Did]) -> None:
        lesson, before = self.lesson, self._step
        if lesson is None:
            return
        while self._step < len(lesson.steps) and lesson.steps[self._step].waits_for in seen:
            self._step += 1
        if self._step == before:
            return
        if self.is_finished:
            self.done.add(lesson.name)
        self.changed.emit()
