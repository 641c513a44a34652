"""Puts failures, outcomes and amounts into the cashier's words, from the catalogue and in the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from desktop.domain.access import SignIn
from desktop.domain.failures import Call, Failure, NotSent, Refused, Unsent, reason_of
from desktop.domain.finding import IdentifierProblem
from desktop.domain.limits import Limit
from desktop.domain.mobile import MobileProblem
from desktop.domain.points import PointsProblem
from desktop.domain.redemption import State
from desktop.domain.reversal import ReversalState
from desktop.domain.validation import CodeProblem
from desktop.gui.screen import Notice

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.limits import Hint
    from desktop.domain.messages import Catalogue
    from desktop.domain.points import Points
    from desktop.domain.redemption import Attempt, Refusal
    from desktop.domain.reversal import Reversal
    from desktop.gui.formats import LocaleFormats


_LONGEST_FIRST_NAME = 14


def translate_message(text: str) -> str:
    """Translates a text of the catalogue into the window's language."""
    return QCoreApplication.translate("Messages", text)


def translate_training(text: str) -> str:
    """Translates a text of the training into the window's language."""
    return QCoreApplication.translate("Training", text)


def short_first_name(name: str) -> str:
    """Returns a member's first name as it fits a headline, which cannot break a word into two lines."""
    first = name.partition(" ")[0]
    return first if len(first) <= _LONGEST_FIRST_NAME else f"{first[: _LONGEST_FIRST_NAME - 1]}…"


class Words(QObject):
    """Says what happened and what to do next, in the cashier's language."""

    def __init__(self, catalogue: Catalogue, formats: LocaleFormats, sign_in: SignIn = SignIn.BASIC) -> None:
        super().__init__()
        self._catalogue = catalogue.signed_in_by(sign_in)
        self.formats = formats
        self.sign_in = sign_in

    def failure(self, failure: Failure, *, tone: str = "bad", refusal: Refusal | None = None) -> Notice:
        """Returns the notice for a failure.

        Args:
            failure: what happened.
            tone: of the notice.
            refusal: the proof that the journal has of the refusal.
        """
        message = self._catalogue.explain(failure, translate_message, refusal=refusal)
        return Notice(
            tone,
            f"{message.says} {message.next_step}".strip(),
            message.support,
            message.field,
            title=message.says,
            until_again=f"{message.says} {message.until_again}" if message.until_again else "",
            request=failure.request_id,
        )

    def reason(self, failure: Failure) -> str:
        """Returns what happened, without what to do next."""
        return self._catalogue.explain(failure, translate_message).says

    def outcome(self, attempt: Attempt) -> Notice:
        """Returns the notice for an attempt that is neither redeemed nor unknown."""
        return self.failure(_as_failure(attempt), refusal=attempt.refusal)

    def unknown(self, attempt: Attempt) -> str:
        """Returns that the outcome of an attempt is not known yet, with whose points and how many."""
        amount = attempt.draft.points.value
        points, count = self.formats.number(amount), self.formats.plural(amount)
        first_name = short_first_name(attempt.draft.name)
        if not first_name:
            return self.tr("We do not know yet whether the {points} points were used", "", count).format(points=points)
        words = self.tr("We do not know yet whether {name}’s {points} points were used", "", count)
        return words.format(name=first_name, points=points)

    def redeemed(self, points: Decimal, value: Decimal | None, balance: Decimal | None) -> str:
        """Returns the outcome of a redemption as a screen reader says it: points, then money, then the new balance."""
        formats = self.formats
        parts = [self.tr("{points} points redeemed", "", formats.plural(points)).format(points=formats.number(points))]
        if value is not None:
            parts.append(self.tr("take {value} off the bill").format(value=formats.money(value)))
        if balance is not None:
            parts.append(self.tr("new balance {points}").format(points=formats.number(balance)))
        return self.tr(", ", "between the parts of a sentence").join(parts)

    def reversal(self, reversal: Reversal) -> Notice:
        """Returns the notice for the outcome of giving points back."""
        if reversal.given_back is not None:
            return Notice("wait" if reversal.settled_late else "good", self._given_back(reversal))
        trace = reversal.trace
        if reversal.state is ReversalState.REFUSED and trace.code.isdigit():
            refused = Refused(Call.REVERSE, int(trace.code), trace.message, request_id=trace.request_id)
            return self.failure(refused)
        key, tone = f"back.{reversal.state.value}", "wait"
        if reversal.state is ReversalState.NOT_SENT:
            why = reason_of(trace.code, NotSent, Unsent) or Unsent.CONNECT
            key, tone = f"not_sent_reverse.{why.value}", "bad"
        meaning = self._catalogue.meaning_of(key)
        says = f"{translate_message(meaning.says)} {translate_message(meaning.next_step)}"
        return Notice(tone, says, trace.code)

    def _given_back(self, reversal: Reversal) -> str:
        points, done = reversal.reversed_points, reversal.given_back
        formats = self.formats
        parts = [
            self.tr("{points} points were given back.", "", formats.plural(points)).format(
                points=formats.number(points)
            )
        ]
        if done is not None and done.expired:
            parts.append(
                self.tr(
                    "{expired} of them had expired and did not come back.", "", formats.plural(done.expired)
                ).format(expired=formats.number(done.expired))
            )
        if done is not None and done.balance is not None:
            parts.append(self.tr("New balance {balance}.").format(balance=formats.number(done.balance)))
        if reversal.settled_late:
            meaning = self._catalogue.meaning_of("back.reversed_late")
            parts.insert(0, translate_message(meaning.says))
        return " ".join(parts)

    def points_in_words(self, points: Points) -> str:
        """Returns the amount as it was read: `250.125 points`."""
        words = self.tr("{points} points", "", self.formats.plural(points.value))
        return words.format(points=self.formats.number(points.value))

    def points_problem(self, problem: PointsProblem) -> str:
        """Returns why the text is not an amount of points."""
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
                return self.tr("That is too many points. Check the number.")

    def limit_hint(self, hint: Hint) -> str:
        """Returns what an earlier refusal of this session says against an amount."""
        points, count = self.formats.number(hint.amount), self.formats.plural(hint.amount)
        match hint.limit, hint.is_exact:
            case Limit.STEP, True:
                return self.tr("Points are redeemed in steps of {points}.").format(points=points)
            case Limit.STEP, _:
                return self.tr(
                    "{points} points were refused: points can only be redeemed in fixed steps.", "", count
                ).format(points=points)
            case Limit.MOST, True:
                return self.tr("At most {points} points can be redeemed at one time.", "", count).format(points=points)
            case Limit.MOST, _:
                return self.tr("Fewer than {points} points can be redeemed at one time.", "", count).format(
                    points=points
                )
            case Limit.LEAST, True:
                return self.tr("At least {points} points have to be redeemed.", "", count).format(points=points)
            case _:
                return self.tr("More than {points} points are needed here.", "", count).format(points=points)

    def mobile_problem(self, problem: MobileProblem) -> str:
        """Returns why the text is not a mobile number."""
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
        """Returns why the text cannot identify a member."""
        match problem:
            case IdentifierProblem.EMPTY:
                return self.tr("Scan or type what identifies the member.")
            case IdentifierProblem.TOO_LONG | IdentifierProblem.NOT_ONE:
                return self.tr("That cannot belong to one member. Scan or type it again.")
            case IdentifierProblem.NOT_AN_EMAIL:
                return self.tr("An e-mail address needs one @ with text before and after it.")

    def code_problem(self, problem: CodeProblem) -> str:
        """Returns why the text is not a validation code."""
        match problem:
            case CodeProblem.EMPTY:
                return self.tr("Enter the code from the member’s phone.")
            case CodeProblem.TOO_LONG | CodeProblem.UNREADABLE:
                return self.tr("That cannot be the code. Ask the member to read it again.")
            case CodeProblem.BAR_CODE:
                return self.tr(
                    "That is the bar code of an article or a receipt. Enter the code from the member’s phone. If it is "
                    "the code, press Enter once more."
                )


def _as_failure(attempt: Attempt) -> Failure:
    """Returns the failure behind an attempt's trace, so that a stored outcome is explained like a fresh one."""
    trace = attempt.trace
    if attempt.state is State.NOT_SENT:
        return NotSent(reason_of(trace.code, NotSent, Unsent) or Unsent.CONNECT)
    if trace.code.isdigit():
        return Refused(Call.REDEEM, int(trace.code), trace.message, request_id=trace.request_id)
    return Failure("unlisted", trace.code, request_id=trace.request_id)
