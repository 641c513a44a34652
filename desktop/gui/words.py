"""Owns how failures and amounts become the cashier's words: the catalogue, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.failures import Call, Failure, NotSent, Refused, Unsent, reason_of
from desktop.domain.finding import IdentifierProblem
from desktop.domain.limits import Limit
from desktop.domain.mobile import MobileProblem
from desktop.domain.points import PointsProblem
from desktop.domain.redemption import State
from desktop.domain.validation import CodeProblem
from desktop.gui.screen import Notice

if TYPE_CHECKING:
    from desktop.domain.limits import Hint
    from desktop.domain.messages import Catalogue
    from desktop.domain.points import Points
    from desktop.domain.redemption import Attempt, Refusal
    from desktop.gui.formats import LocaleFormats


_FEW = 1_000
"""Below this, a count is written without marks, and languages may decline it."""


def translate_message(text: str) -> str:
    """A text of the catalogue in the window's language."""
    return QCoreApplication.translate("Messages", text)


class Words(QObject):
    """Says what happened and what to do next, in the cashier's language."""

    def __init__(self, catalogue: Catalogue, formats: LocaleFormats) -> None:
        super().__init__()
        self._catalogue = catalogue
        self.formats = formats

    def failure(self, failure: Failure, *, tone: str = "bad", refusal: Refusal | None = None) -> Notice:
        """A failure as the strip says it.

        Args:
            failure: what happened.
            tone: of the strip.
            refusal: what the journal knows that the refusal proved.
        """
        message = self._catalogue.explain(failure, translate_message, refusal=refusal)
        return Notice(tone, f"{message.says} {message.next_step}".strip(), message.support, message.field)

    def outcome(self, attempt: Attempt) -> Notice:
        """What the strip says of an attempt that is neither redeemed nor unknown."""
        return self.failure(_as_failure(attempt), refusal=attempt.refusal)

    def points_in_words(self, points: Points) -> str:
        """The amount as it was read: `250 points and 125 thousandths`, so that no mark can be misread."""
        if points.whole < _FEW:
            whole = self.tr("%Ln point(s)", "", points.whole)
        else:
            # Qt's own number is of a kind that does not hold every amount.
            whole = self.tr("{points} points").format(points=self.formats.number(points.value // 1))
        if not points.thousandths:
            return whole
        return self.tr("{points} and {thousandths} thousandths").format(
            points=whole, thousandths=self.formats.count(points.thousandths)
        )

    def points_problem(self, problem: PointsProblem) -> str:
        """Why what was typed is no amount of points."""
        match problem:
            case PointsProblem.EMPTY:
                return self.tr("Enter how many points the member wants to redeem.")
            case PointsProblem.NOT_A_NUMBER:
                return self.tr("Type digits only, with one mark for part of a point.")
            case PointsProblem.GROUPED:
                return self.tr("Leave out the marks that group thousands. Use one mark, for part of a point.")
            case PointsProblem.TOO_PRECISE:
                return self.tr("Points have at most three decimal places.")
            case PointsProblem.NOT_POSITIVE:
                return self.tr("Enter more than 0 points.")
            case PointsProblem.TOO_LARGE:
                return self.tr("That is more points than anybody can have. Check the number.")

    def limit_hint(self, hint: Hint) -> str:
        """What a refusal of this session says against an amount."""
        points = self.formats.number(hint.amount)
        match hint.limit, hint.is_exact:
            case Limit.STEP, True:
                return self.tr("Points are redeemed in steps of {points}.").format(points=points)
            case Limit.STEP, _:
                return self.tr("{points} points were refused: only fixed steps can be redeemed.").format(points=points)
            case Limit.MOST, True:
                return self.tr("At most {points} points can be redeemed at one time.").format(points=points)
            case Limit.MOST, _:
                return self.tr("{points} points were refused as too many at one time.").format(points=points)
            case Limit.LEAST, True:
                return self.tr("At least {points} points have to be redeemed.").format(points=points)
            case _:
                return self.tr("{points} points were refused as too few.").format(points=points)

    def mobile_problem(self, problem: MobileProblem) -> str:
        """Why what was typed is no mobile number."""
        match problem:
            case MobileProblem.EMPTY:
                return self.tr("Enter the member’s mobile number.")
            case MobileProblem.NOT_A_NUMBER:
                return self.tr("Type the digits of the mobile number only.")
            case MobileProblem.TOO_SHORT:
                return self.tr("The number is too short. Ask the member to say it again.")
            case MobileProblem.TOO_LONG:
                return self.tr("The number is too long. Ask the member to say it again.")
            case MobileProblem.COUNTRY:
                return self.tr("There is no such country code. Check the digits at the beginning.")
            case MobileProblem.IMPOSSIBLE:
                return self.tr("That cannot be a mobile number. Ask the member to say it again.")

    def identifier_problem(self, problem: IdentifierProblem) -> str:
        """Why what was typed cannot name a member."""
        match problem:
            case IdentifierProblem.EMPTY:
                return self.tr("Scan or type what the member is to be found by.")
            case IdentifierProblem.TOO_LONG | IdentifierProblem.NOT_ONE:
                return self.tr("That cannot be one member’s. Scan or type it again.")
            case IdentifierProblem.NOT_AN_EMAIL:
                return self.tr("An e-mail address has one @ with something before and after it.")

    def code_problem(self, problem: CodeProblem) -> str:
        """Why what was typed is no validation code."""
        match problem:
            case CodeProblem.EMPTY:
                return self.tr("Enter the code from the member’s phone.")
            case CodeProblem.TOO_LONG | CodeProblem.UNREADABLE:
                return self.tr("That cannot be the code. Ask the member to read it again.")


def _as_failure(attempt: Attempt) -> Failure:
    """The failure that an attempt's trace was made of, so that a stored outcome is explained as a fresh one."""
    trace = attempt.trace
    if attempt.state is State.NOT_SENT:
        return NotSent(reason_of(trace.code, NotSent, Unsent) or Unsent.CONNECT)
    if trace.code.isdigit():
        return Refused(Call.REDEEM, int(trace.code), trace.message, request_id=trace.request_id)
    return Failure("unlisted", trace.code, request_id=trace.request_id)
