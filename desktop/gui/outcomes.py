"""Shows the outcome of a redemption: at once, or later, when settling has found it out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from desktop.domain.failures import SentElsewhere
from desktop.domain.messages import FormField
from desktop.domain.redemption import State
from desktop.domain.validation import ValidationMethod
from desktop.gui.receipts import isolated
from desktop.gui.screen import Link, Notice, Panel, Place

if TYPE_CHECKING:
    from desktop.domain.failures import Failure, Unwritten
    from desktop.domain.redemption import Attempt
    from desktop.flow.background_till import SettlingState
    from desktop.flow.settling.settler import Progress
    from desktop.gui.display import Display
    from desktop.gui.drafting import Drafting
    from desktop.gui.screen import SentCode
    from desktop.gui.settlement import Settlement

MOST_WRONG_CODES = 5
"""Wrong codes after which newer organisations take no more for a while."""

_WRONG_CODE = "808"


class Outcomes(QObject):
    """Shows outcomes, and has unknown ones settled.

    Signals:
        attempt_known: an attempt came to an end or changed since (`Attempt`).
    """

    attempt_known = Signal(object)

    def __init__(
        self, display: Display, drafting: Drafting, settlement: Settlement, parent: QObject | None = None
    ) -> None:
        """Knows of no redemption yet.

        Args:
            display: shows outcomes.
            drafting: learns from them.
            settlement: settles what nobody knows yet, and tells it.
            parent: owner.
        """
        super().__init__(parent)
        self._display = display
        self._drafting = drafting
        self._settlement = settlement
        self._told_elsewhere: set[str] = set()
        self._wrong_codes = 0
        self._wrong_for: SentCode | None = None
        settlement.failed.connect(self._on_settling_failed)
        settlement.resumed.connect(self._on_resumed)
        settlement.changed.connect(self._on_settling_changed)
        settlement.settled.connect(self._on_settled)

    # At once

    def watch(self, attempt: Attempt) -> None:
        """Has an attempt settled that turned out to be unknown."""
        self._settlement.watch(attempt)

    @Slot(object)
    def show(self, attempt: Attempt) -> None:
        """Goes where the outcome leads, and says it."""
        display = self._display
        match attempt.state:
            case State.REDEEMED | State.REVERSED:
                self._drafting.remember(attempt.draft)
                display.show(
                    replace(
                        display.screen,
                        link=display.good_link,
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
                        link=Link.SLOW,
                        place=Place.UNKNOWN,
                        panel=Panel.NONE,
                        attempt=attempt,
                        progress=None,
                        notice=Notice(),
                    )
                )
                self._settlement.watch(attempt)
            case State.REFUSED:
                display.show(replace(display.screen, link=display.good_link, attempt=attempt))
                notice = self._refusal_words(attempt)
                # If it proves nothing, one press tries the very same again: the code stays at hand.
                display.refuse(replace(notice, field=FormField.NONE) if attempt.is_unproved else notice)
                self._recheck(attempt)
            case State.NOT_SENT:
                display.show(
                    replace(display.screen, link=Link.OFFLINE, attempt=attempt, notice=display.words.outcome(attempt))
                )
                self._recheck(attempt)
            case State.NOT_APPLIED:
                display.show(replace(display.screen, place=Place.UNKNOWN, attempt=attempt, notice=Notice()))
        self.attempt_known.emit(attempt)

    def _recheck(self, attempt: Attempt) -> None:
        """Has an attempt looked up again later that counts as not redeemed without proof."""
        if attempt.is_unproved:
            self._settlement.watch(attempt)

    def show_unwritten(self, unwritten: Unwritten) -> None:
        """An outcome that the journal could not take down is known all the same."""
        self._display.show(replace(self._display.screen, warning=self._display.words.failure(unwritten)))
        self.show(unwritten.attempt)

    def show_settled_by_hand(self, attempt: Attempt) -> None:
        """A supervisor has said what became of an attempt, of the customer at hand or of an earlier one."""
        # So that it is not looked for as unknown any more.
        self._settlement.watch(attempt)
        screen = self._display.screen
        shown = screen.attempt
        if screen.place is Place.UNKNOWN and shown is not None and shown.reference == attempt.reference:
            self.show(attempt)
            return
        self._display.say("good", self._settled_words(attempt))
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
            return replace(notice, text=text, field=FormField.CUSTOM_FIELDS)
        if attempt.trace.code == _WRONG_CODE and attempt.draft.validation is ValidationMethod.CODE:
            self._count_wrong_code()
            if self._wrong_codes >= MOST_WRONG_CODES:
                text = self.tr(
                    "Five wrong codes. No points were taken. Send the code again and use the new message only; if the "
                    "service still refuses it, wait 15 minutes."
                )
                return replace(notice, text=text)
        return notice

    def _count_wrong_code(self) -> None:
        code = self._display.screen.code
        if code is not self._wrong_for:
            # For a code that was sent since, the member begins anew.
            self._wrong_for, self._wrong_codes = code, 0
        self._wrong_codes += 1

    # Later

    @Slot(object)
    def _on_settling_failed(self, failure: Failure) -> None:
        self._display.show(replace(self._display.screen, warning=self._display.words.failure(failure)))

    @Slot(object)
    def _on_resumed(self, state: SettlingState) -> None:
        if state.unknown and self._display.screen.place is Place.MEMBER:
            text = self.tr(
                "%Ln redemption(s) from before are not known yet. The till is asking the service. Do not redeem them "
                "again.",
                "",
                len(state.unknown),
            )
            self._display.say("wait", text)

    @Slot(object)
    def _on_settling_changed(self, state: SettlingState) -> None:
        shown = self._display.screen.attempt
        progress = None
        if shown is not None:
            # The last look first: it alone knows whether there was an answer.
            known = (*([state.progress] if state.progress is not None else []), *state.unknown)
            progress = next((one for one in known if one.attempt.reference == shown.reference), None)
        if shown is not None and progress is not None and shown.is_unsettled and progress.attempt.is_unsettled:
            # A look-up may have shown a redemption that could be this one.
            shown = progress.attempt
        self._display.show(
            replace(self._display.screen, unsettled=len(state.unknown), progress=progress, attempt=shown)
        )
        if state.progress is not None and isinstance(state.progress.failure, SentElsewhere):
            self._tell_elsewhere(state.progress)

    def _tell_elsewhere(self, progress: Progress) -> None:
        """Says it once, between two customers: nothing comes of waiting for it."""
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
            # The question stays, because only its own buttons end it. It says what is known by now.
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
            self._tell("wait" if attempt.settled_late else "good", attempt)
        elif attempt.state is State.NOT_APPLIED and not at_hand:
            self._tell("info", attempt)
        self.attempt_known.emit(attempt)

    def _tell(self, tone: str, attempt: Attempt) -> None:
        # Whoever was told not to redeem again is told what came of it, and may be typing for somebody else just now.
        screen = self._display.screen
        # Between two customers nothing that is said is of more use, least of all that it is not known yet.
        notice = Notice() if screen.place is Place.MEMBER else screen.notice
        self._display.show(
            replace(
                self._display.screen, notice=notice, news=(*screen.news, Notice(tone, self._settled_words(attempt)))
            )
        )

    def _settled_words(self, attempt: Attempt) -> str:
        points = self._display.words.formats.number(attempt.draft.points.value)
        who = attempt.draft.bill or attempt.masked_identifier
        if QGuiApplication.isRightToLeft():
            # A number is read from left to right there too.
            who = isolated(who)
        if attempt.settled_late:
            return self.tr(
                "A redemption that was taken for not done did happen: {points} points for {who}. Take them off the "
                "bill, or tell support to give them back."
            ).format(points=points, who=who)
        if attempt.state is State.REDEEMED:
            return self.tr("Now known: {points} points were redeemed for {who}. The receipt is in the history.").format(
                points=points, who=who
            )
        return self.tr("Now known: the {points} points for {who} were not redeemed. Nothing was taken.").format(
            points=points, who=who
        )
