"""Shows the outcome of a redemption, at once or after settling has found it out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.failures import SentElsewhere
from desktop.domain.messages import FormField
from desktop.domain.redemption import State
from desktop.domain.validation import ValidationMethod
from desktop.gui.receipts import bill_or_member
from desktop.gui.screen import Happened, Notice, Panel, Place, ServiceStatus, TrailEntry

if TYPE_CHECKING:
    from desktop.domain.failures import Failure, Unwritten
    from desktop.domain.redemption import Attempt
    from desktop.flow.background_till import SettlingState
    from desktop.flow.settling.settler import Progress
    from desktop.gui.display import Display
    from desktop.gui.drafting import Drafting
    from desktop.gui.late_records import LateRecords
    from desktop.gui.screen import SentCode
    from desktop.gui.settling_controller import SettlingController

MOST_WRONG_CODES = 5
"""Wrong codes after which newer organisations accept none for a while."""

_WRONG_CODE = "808"


class Outcomes(QObject):
    """The part of the controller that shows outcomes, and has unknown attempts settled.

    Signals:
        attempt_known: an attempt has an outcome, or a new one (`Attempt`).
        receipt_shown: the customer at hand has redeemed, and the receipt is shown (`Attempt`). Not emitted for a
            redemption that turns out to have happened while another customer is served.
    """

    attempt_known = Signal(object)
    receipt_shown = Signal(object)

    def __init__(
        self,
        display: Display,
        drafting: Drafting,
        settling: SettlingController,
        late: LateRecords,
        parent: QObject | None = None,
    ) -> None:
        """Starts without an attempt.

        Args:
            display: shows outcomes.
            drafting: learns from them.
            settling: settles unknown attempts, and reports their outcomes.
            late: has an outcome recorded that the journal could not record.
            parent: Qt parent.
        """
        super().__init__(parent)
        self._display = display
        self._drafting = drafting
        self._settling = settling
        self._late = late
        self._settling_warning: Notice | None = None
        self._told_elsewhere: set[str] = set()
        self._wrong_codes = 0
        self._wrong_for: SentCode | None = None
        settling.failed.connect(self._on_settling_failed)
        settling.resumed.connect(self._on_resumed)
        settling.changed.connect(self._on_settling_changed)
        settling.settled.connect(self._on_settled)

    # At once

    def watch(self, attempt: Attempt) -> None:
        """Has an attempt settled that turned out to be unknown."""
        self._settling.watch(attempt)

    @Slot(object)
    def show(self, attempt: Attempt) -> None:
        """Shows an outcome, and goes to the page that belongs to it."""
        display = self._display
        match attempt.state:
            case State.REDEEMED | State.REVERSED:
                self._drafting.remember(attempt)
                display.show(
                    replace(
                        display.screen,
                        status=display.good_status,
                        place=Place.RECEIPT,
                        panel=Panel.NONE,
                        attempt=attempt,
                        notice=Notice(),
                        code=None,
                    )
                )
            case State.UNKNOWN | State.IN_FLIGHT:
                display.show(
                    replace(
                        display.screen,
                        status=ServiceStatus.SLOW,
                        place=Place.UNKNOWN,
                        panel=Panel.NONE,
                        attempt=attempt,
                        progress=None,
                        trail=(TrailEntry(attempt.at, Happened.SENT), TrailEntry(attempt.changed, Happened.LOST)),
                        notice=Notice(),
                    )
                )
                self._settling.watch(attempt)
            case State.REFUSED:
                display.show(replace(display.screen, status=display.good_status, attempt=attempt))
                notice = self._refusal_words(attempt)
                # After a refusal that proves nothing, one press tries the very same again. The cashier keeps the code.
                is_elsewhere = attempt.is_unproved and notice.field is not FormField.CODE
                display.refuse(replace(notice, field=FormField.NONE) if is_elsewhere else notice)
                self._recheck(attempt)
            case State.NOT_SENT:
                display.show(
                    replace(
                        display.screen,
                        status=ServiceStatus.OFFLINE,
                        attempt=attempt,
                        notice=display.words.outcome(attempt),
                    )
                )
                self._recheck(attempt)
            case State.NOT_APPLIED:
                display.show(replace(display.screen, place=Place.UNKNOWN, attempt=attempt, notice=Notice()))
        self.attempt_known.emit(attempt)
        if attempt.state is State.REDEEMED:
            self.receipt_shown.emit(attempt)

    def _recheck(self, attempt: Attempt) -> None:
        """Has an attempt that is recorded as not redeemed without proof looked up again later."""
        if attempt.is_unproved:
            self._settling.watch(attempt)

    @Slot(object)
    def show_reversed(self, attempt: Attempt) -> None:
        """Shows on its receipt what has been given back of a redemption since. The POS must know that too."""
        screen = self._display.screen
        shown = screen.attempt
        if screen.place is Place.RECEIPT and shown is not None and shown.reference == attempt.reference:
            self._display.show(replace(screen, attempt=attempt))
            self.attempt_known.emit(attempt)

    def show_unwritten(self, unwritten: Unwritten) -> None:
        """Shows an outcome that the journal could not record. The outcome is known all the same."""
        self._late.warn(unwritten)
        self.show(unwritten.attempt)

    def show_settled_by_hand(self, attempt: Attempt) -> None:
        """Shows what a supervisor recorded about an attempt of this customer or of an earlier one."""
        # So that settling stops looking for it.
        self._settling.watch(attempt)
        screen = self._display.screen
        shown = screen.attempt
        if screen.place is Place.UNKNOWN and shown is not None and shown.reference == attempt.reference:
            self.show(attempt)
            return
        self._display.say_here(Notice("good", self._settled_words(attempt)))
        self.attempt_known.emit(attempt)

    def _refusal_words(self, attempt: Attempt) -> Notice:
        notice = self._display.words.outcome(attempt)
        if attempt.trace.code.isdigit():
            self._drafting.learn(attempt.draft, int(attempt.trace.code), attempt.trace.message)
        named = [name for name, value in attempt.draft.custom_fields if value]
        if named and "custom field" in attempt.trace.message.lower():
            text = self.tr(
                "The service does not know a field of this shop ({fields}). No points were taken. Leave it empty where "
                "you can, and tell support the number below."
            ).format(fields=", ".join(named))
            return replace(notice, text=text, title="", until_again="", field=FormField.CUSTOM_FIELDS)
        if attempt.trace.code == _WRONG_CODE and attempt.draft.validation is ValidationMethod.CODE:
            self._count_wrong_code()
            if self._wrong_codes >= MOST_WRONG_CODES:
                text = self.tr(
                    "Five wrong codes. No points were taken. Send the code again and use the new message only; if the "
                    "service still refuses it, wait 15 minutes."
                )
                return replace(notice, text=text, title="", until_again="")
        return notice

    def _count_wrong_code(self) -> None:
        code = self._display.screen.code
        if code is not self._wrong_for:
            # The count starts again for each code that is sent.
            self._wrong_for, self._wrong_codes = code, 0
        self._wrong_codes += 1

    # Later

    @Slot(object)
    def _on_settling_failed(self, failure: Failure) -> None:
        self._settling_warning = self._display.warn(failure)

    @Slot(object)
    def _on_resumed(self, state: SettlingState) -> None:
        self._display.withdraw_warning(self._settling_warning)
        said = []
        if state.unknown:
            said.append(
                self.tr(
                    "The outcome of %Ln earlier redemption(s) is not known yet. The till is asking the service. Do not "
                    "redeem them again.",
                    "",
                    len(state.unknown),
                )
            )
        if state.reversals:
            said.append(
                self.tr(
                    "It is not known yet whether the points of %Ln earlier redemption(s) were given back. The till is "
                    "asking the service. Do not give them back again.",
                    "",
                    len(state.reversals),
                )
            )
        if said and self._display.screen.place is Place.MEMBER:
            self._display.say("wait", " ".join(said))

    @Slot(object)
    def _on_settling_changed(self, state: SettlingState) -> None:
        shown = self._display.screen.attempt
        progress = None
        if shown is not None:
            # The last look-up comes first, because only it knows whether there was an answer.
            known = (*([state.progress] if state.progress is not None else []), *state.unknown)
            progress = next((one for one in known if one.attempt.reference == shown.reference), None)
        if shown is not None and progress is not None and shown.is_unsettled and progress.attempt.is_unsettled:
            # A look-up may have shown a redemption that could be this one.
            shown = progress.attempt
        screen = replace(
            self._display.screen,
            unsettled=len(state.unknown),
            progress=progress,
            attempt=shown,
            trail=self._trail(progress),
        )
        if state.settled is not None:
            # `_on_settled` follows, and draws both.
            self._display.prepare(screen)
        elif screen != self._display.screen:
            # A look-up of an attempt that is not at hand often changes nothing that the cashier sees.
            self._display.show(screen)
        if state.progress is not None and isinstance(state.progress.failure, SentElsewhere):
            self._tell_elsewhere(state.progress)

    def _trail(self, progress: Progress | None) -> tuple[TrailEntry, ...]:
        """Adds the last look-up to what is known about the attempt at hand."""
        screen = self._display.screen
        asked_before = screen.progress.asked if screen.progress is not None else 0
        if progress is None or progress.asked <= asked_before:
            return screen.trail
        if progress.attempt.candidate is not None:
            what = Happened.SUSPECTED
        else:
            what = Happened.ABSENT if progress.failure is None else Happened.NO_ANSWER
        return (*screen.trail, TrailEntry(datetime.now(UTC).astimezone(), what))

    def _tell_elsewhere(self, progress: Progress) -> None:
        """Shows once, between two customers, that an attempt was sent to another service. Waiting does not help."""
        reference, screen = progress.attempt.reference, self._display.screen
        if progress.failure is None or reference in self._told_elsewhere or screen.place is not Place.MEMBER:
            return
        self._told_elsewhere.add(reference)
        notice = self._display.words.failure(progress.failure)
        self._display.show(
            replace(
                self._display.screen,
                notice=replace(notice, support=f"{notice.support} {progress.attempt.short_reference}"),
            )
        )

    @Slot(object)
    def _on_settled(self, attempt: Attempt) -> None:
        screen = self._display.screen
        asked = screen.question
        if asked is not None and asked.held.attempt.reference == attempt.reference:
            # The question stays, because only its own buttons end it. It shows what is known by now.
            text = self.tr("{news} Go back, then try again.").format(news=self._settled_words(attempt))
            self._display.show(
                replace(self._display.screen, question=replace(asked, says=replace(asked.says, text=text)))
            )
        shown = screen.attempt
        at_hand = shown is not None and shown.reference == attempt.reference and screen.busy is None
        if at_hand and screen.place is Place.UNKNOWN:
            self.show(attempt)
            return
        if attempt.state is State.REDEEMED:
            self.tell(Notice("wait" if attempt.settled_late else "good", self._settled_words(attempt)))
        elif attempt.state is State.NOT_APPLIED and not at_hand:
            self.tell(Notice("info", self._settled_words(attempt)))
        self._display.finish()
        self.attempt_known.emit(attempt)

    @Slot(object)
    def tell(self, outcome: Notice) -> None:
        """Shows an outcome as news, because the cashier waits for it and may be serving another customer."""
        screen = self._display.screen
        # Between two customers no notice is more useful, least of all one that the outcome is unknown.
        notice = Notice() if screen.place is Place.MEMBER else screen.notice
        self._display.show(replace(screen, notice=notice, news=(*screen.news, outcome)))

    def _settled_words(self, attempt: Attempt) -> str:
        formats, amount = self._display.words.formats, attempt.moved
        points, count = formats.number(amount), formats.plural(amount)
        who = bill_or_member(attempt)
        if attempt.settled_late:
            return self.tr(
                "A redemption that was recorded as not done did happen: {points} points for {who}. Take them off the "
                "bill, or tell support to give them back.",
                "",
                count,
            ).format(points=points, who=who)
        if attempt.state is State.REDEEMED:
            return self.tr(
                "Now known: {points} points were redeemed for {who}. The receipt is in the history.", "", count
            ).format(points=points, who=who)
        return self.tr(
            "Now known: the {points} points for {who} were not redeemed. Nothing was taken.", "", count
        ).format(points=points, who=who)
