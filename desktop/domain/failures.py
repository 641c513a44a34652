"""Lists what a till expects to go wrong, with a stable code for support and a key to the cashier's words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.journal_failures import (
    Failure,
    FailureWithReason,
    JournalTrouble,
    JournalUnusable,
    ReasonT,
    support_code,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from desktop.domain.member import Member
    from desktop.domain.redemption import Attempt
    from desktop.domain.reversal import Reversal

# `domain/journal_failures.py` has these, because what only reads the journal needs no others.
__all__ = ["Failure", "FailureWithReason", "JournalTrouble", "JournalUnusable", "support_code"]


class Call(StrEnum):
    """The calls of the loyalty service. The same code can mean something else on another call."""

    FIND_MEMBER = "customer_get"
    CHECK = "isredeemable"
    SEND_CODE = "validationcode"
    REDEEM = "redeem"
    FIND_REDEMPTIONS = "redemptions"
    REVERSE = "reverse"
    ATTACH_BILL = "update_redemption"
    EXPIRING = "expiring"
    STORE_REPORT = "store_report"
    TOKEN = "token"  # noqa: S105 - a call's name
    SETUP = "setup"
    """Questions about the till and the organisation, which are about no member."""


class Refused(Failure):
    """The service answered that it did not do what it was asked.

    On redeem and reverse this proves that no points moved only if the catalogue says so of the code
    (`Catalogue.proves_nothing_was_done`).

    Attributes:
        call: which call.
        code: the item's code if there is one, else the call's, else the HTTP status.
        message: the service's own words.
    """

    def __init__(self, call: Call, code: int, message: str = "", *, request_id: str = "") -> None:
        super().__init__(f"refused.{call.value}.{code}", str(code), request_id=request_id)
        self.call = call
        self.code = code
        self.message = message


class OutdatedAccess(Refused):
    """The service did not accept the password or token of a call, and the till has another one by now.

    The next call may be accepted. Like any 401 or 498, it proves nothing about the points.
    """


class TooManyCodes(Refused):
    """The member has been sent as many codes as the organisation allows for a while (429 in the body of a code call).

    The service's rate limit is something else: see `Throttled`.
    """

    def __init__(self, call: Call, message: str = "", *, request_id: str = "") -> None:
        super().__init__(call, _TOO_MANY_CODES, message, request_id=request_id)
        self.key = "code.too_many"


_TOO_MANY_CODES = 429


class Throttled(Failure):
    """The service says that nothing was done: the member is locked (521), or too many requests (429).

    The same request may be sent again with the same reference. It proves nothing about the points.

    Attributes:
        call: which call.
        code: 521 or 429.
        retry_after: seconds that the service asked to wait; None if it did not say.
        message: the service's own words.
    """

    def __init__(
        self, call: Call, code: int, *, retry_after: float | None = None, message: str = "", request_id: str = ""
    ) -> None:
        super().__init__(f"refused.{call.value}.{code}", str(code), request_id=request_id)
        self.call = call
        self.code = code
        self.retry_after = retry_after
        self.message = message


class Unsent(StrEnum):
    """Why no byte of a request left the till."""

    NAME = "name"
    CONNECT = "connect"
    CONNECT_TIMEOUT = "connect_timeout"
    CERTIFICATE = "certificate"
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NOT_YET_VALID = "certificate_not_yet_valid"
    CERTIFICATE_NAME = "certificate_name"
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    TLS = "tls"
    TLS_VERSION = "tls_version"
    """The server offers only versions of TLS that are not safe any more."""
    CA_FILE = "ca_file"
    """The file of additional certificate authorities cannot be used."""
    PROXY = "proxy"
    PROXY_LOGIN = "proxy_login"
    """The proxy wants a login, or does not accept the one that it got (407)."""
    STOPPED = "stopped"
    NO_TOKEN = "no_token"  # noqa: S105 - a reason's name
    """The till signs in with a key and secret, and the service gave it no token. The request was never sent."""
    KEY_REFUSED = "key_refused"
    """The service did not accept the key and secret. The request was never sent."""


class NotSent(FailureWithReason[Unsent]):
    """No byte of the request left the till. It is safe to send it again with the same reference."""

    keys = "not_sent"


class Lost(StrEnum):
    """Why the answer to a request that may have arrived is not known."""

    TIMEOUT = "timeout"
    CUT = "cut"
    SERVER_ERROR = "server_error"
    UNREADABLE = "unreadable"
    CONTRADICTORY = "contradictory"
    STOPPED = "stopped"
    DIED = "died"
    DOUBTFUL_REFUSAL = "doubtful_refusal"
    STRAY = "stray"
    """The answer belongs to another request: it names another member, other points or another reference."""


class Unanswered(FailureWithReason[Lost]):
    """The request may have arrived, and no answer proves the outcome. On redeem, the points may have moved.

    Attributes:
        why: what happened to the answer.
        http_status: None if no status line was read.
        message: what could be read of the service's own words; may be empty.
    """

    keys = "lost"

    def __init__(self, why: Lost, *, http_status: int | None = None, message: str = "", request_id: str = "") -> None:
        support = f"PT-HTTP-{http_status}" if http_status and why is Lost.SERVER_ERROR else ""
        super().__init__(why, support=support, request_id=request_id)
        self.http_status = http_status
        self.message = message


class SeveralFound(Failure):
    """A look-up matched several members, and only one of them is at the counter.

    Attributes:
        members: the matches, each with an identifier of their own.
    """

    def __init__(self, members: tuple[Member, ...], *, request_id: str = "") -> None:
        super().__init__("member.several", "PT-SEVERAL", request_id=request_id)
        self.members = members


class SentElsewhere(Failure):
    """The redemption was sent to another service, and this one does not show it, so its outcome cannot be found out."""

    def __init__(self) -> None:
        super().__init__("settling.elsewhere", "PT-ELSEWHERE")


class Held(StrEnum):
    """Why a redemption is not begun."""

    SAME_BILL = "same_bill"
    SAME_MEMBER = "same_member"
    SAME_BILL_REDEEMED = "same_bill_redeemed"
    UNSEEN = "unseen"
    """An earlier attempt for the same redemption must be looked up first, and the service did not show it."""
    OTHER_POINTS = "other_points"
    """An earlier attempt on the same bill, for other points, ended in a way that proves nothing. Or a redemption
    without a bill, for other points, was found only by a look-up."""
    SIMILAR_BILL = "similar_bill"
    """An earlier attempt of the same person is on a bill that is spelt almost like this one, or one of the two has no
    bill."""
    OTHER_MACHINE = "other_machine"
    """An earlier attempt for the same redemption was sent by another machine, whose journal this is a copy of."""


FINAL_HOLDS = frozenset({Held.SAME_BILL, Held.UNSEEN})
"""Holds that the cashier cannot override."""


class HeldBack(FailureWithReason[Held]):
    """A redemption was not begun because of an earlier one.

    Attributes:
        why: one of `FINAL_HOLDS` cannot be overridden; the cashier is asked about the others.
        attempt: the earlier one.
        so_far: points that have been redeemed on this bill; None unless `why` is `SAME_BILL_REDEEMED`.
        count: how many earlier redemptions there are.
    """

    keys = "held"
    codes = "HELD-"

    def __init__(self, why: Held, attempt: Attempt, *, so_far: Decimal | None = None, count: int = 1) -> None:
        super().__init__(why)
        self.attempt = attempt
        self.so_far = so_far
        self.count = count


class Unreversible(StrEnum):
    """Why points are not given back."""

    NOT_REDEEMED = "not_redeemed"
    """This till knows no such redemption, or it did not happen, or it is not known yet whether it did."""
    NOTHING_LEFT = "nothing_left"
    TOO_MANY = "too_many"
    PENDING = "pending"
    """It is not known yet whether an earlier reversal of the same redemption went through."""
    UNSEEN = "unseen"
    """The service does not show the redemption, or not yet everything that was given back of it."""
    DONE_BEFORE = "done_before"
    """An earlier reversal that had counted as not done has just turned up."""
    OFF = "off"
    """The policy lets no one give points back."""
    TOO_LATE = "too_late"
    """The policy's time for giving points back is over."""
    ELSEWHERE = "elsewhere"
    """The redemption was sent to another service."""
    FORGOTTEN = "forgotten"
    """The journal has forgotten the member."""


class NotReversible(FailureWithReason[Unreversible]):
    """Points are not given back, and nothing was begun.

    Attributes:
        left: how many points could be given back; None if it is not known.
        reversal: the earlier reversal that stands in the way, if there is one.
    """

    keys = "reversal"
    codes = "REVERSAL-"

    def __init__(self, why: Unreversible, *, left: Decimal | None = None, reversal: Reversal | None = None) -> None:
        super().__init__(why)
        self.left = left
        self.reversal = reversal


class SettingsUnusable(Failure):
    """Settings that cannot be used.

    Attributes:
        problems: names of settings and what is wrong with each, in plain English for store IT.
    """

    def __init__(
        self, problems: tuple[tuple[str, str], ...], key: str = "settings.unusable", support: str = "PT-SETTINGS"
    ) -> None:
        super().__init__(key, support)
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(f"{name}: {problem}" for name, problem in self.problems)


class SettingsNotSaved(SettingsUnusable):
    """Settings could not be written. The file still has the old ones."""

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__(problems, "settings.not_saved", "PT-SETTINGS-NOT-SAVED")


class Unwritten(Failure):
    """The service answered, but the journal could not record the answer. It is known for this session only.

    Attributes:
        attempt: as it is known. The journal still has it as `in_flight`, and it is settled at the next start.
        trouble: why the journal could not be written.
    """

    def __init__(self, attempt: Attempt, trouble: JournalUnusable) -> None:
        super().__init__("journal.unwritten", trouble.support, request_id=attempt.trace.request_id)
        self.attempt = attempt
        self.trouble = trouble


class UnwrittenReversal(Failure):
    """The service answered a reversal, but the journal could not record the answer.

    Attributes:
        reversal: as it is known. The journal still has it as `in_flight`, and it is settled at the next start.
        trouble: why the journal could not be written.
    """

    def __init__(self, reversal: Reversal, trouble: JournalUnusable) -> None:
        super().__init__("journal.unwritten_reversal", trouble.support, request_id=reversal.trace.request_id)
        self.reversal = reversal
        self.trouble = trouble


class Secrets(StrEnum):
    """Why the till's password, or its key and secret, are not available."""

    MISSING = "missing"
    """The keyring is open and has no entry for this till."""
    CLIENT_MISSING = "client_missing"
    """The keyring is open and has no key and secret for this till."""
    LOCKED = "locked"
    """The keyring is there and stays locked, or access to the entry was denied."""
    NO_ANSWER = "no_answer"
    """The keyring is there and does not answer in time."""
    NO_STORE = "no_store"
    """This user has no keyring, or it cannot be started."""
    FAILED = "failed"
    """The keyring answers with an error of its own, such as a damaged file."""
    OTHER_HOST = "other_host"
    """A password is stored, but for another address than the one that is about to be called."""
    PROXY = "proxy"
    """The password of the proxy is not set."""


class SecretUnavailable(FailureWithReason[Secrets]):
    """The till's password, or its key and secret, are not available."""

    keys = "secret"
    codes = "PASSWORD-"


class Supervision(StrEnum):
    """Why a supervisor did not allow something."""

    OFF = "off"
    NO_PIN = "no_pin"
    WRONG_PIN = "wrong_pin"
    PAUSED = "paused"
    UNCOUNTED = "uncounted"


class NotAllowed(FailureWithReason[Supervision]):
    """No supervisor allowed it, so nothing was begun."""

    keys = "supervisor"
    codes = "SUPERVISOR-"


class SignOnTrouble(StrEnum):
    """Why a cashier could not sign on."""

    NO_NAME = "no_name"
    NOT_A_NAME = "not_a_name"
    """It looks like a customer's number, which must not get into the audit trail as a name."""
    UNKNOWN = "unknown"
    """The settings or the file of PINs do not name this cashier."""
    SEVERAL = "several"
    """Several cashiers of the settings have this name, or this number."""
    WRONG_PIN = "wrong_pin"
    PAUSED = "paused"
    NO_PIN = "no_pin"
    """What is stored for this cashier is not a PIN that a till has hashed."""
    UNREADABLE = "unreadable"
    """The file of PINs cannot be read or trusted."""
    UNCOUNTED = "uncounted"


class NotSignedOn(FailureWithReason[SignOnTrouble]):
    """A cashier could not sign on."""

    keys = "sign_on"
    codes = "SIGN-ON-"


class PaperTrouble(StrEnum):
    """Why a receipt was not printed or saved."""

    NO_PRINTER = "no_printer"
    """There is no printer or queue of this name."""
    PRINTER = "printer"
    """The printer reports a fault that the till has no better word for."""
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    OFFLINE = "offline"
    """The printer says that it is offline, or its queue cannot reach it."""
    NOT_FOUND = "not_found"
    """No printer answers at the address: it is off, unplugged, or the address is another device's."""
    ADDRESS = "address"
    """The address has no such host."""
    PAUSED = "paused"
    REJECTING = "rejecting"
    HANGING = "hanging"
    """The printer took nothing more for a long time. What it has may be on paper."""
    HALF = "half"
    """The connection broke in the middle."""
    CANCELLED = "cancelled"
    """The job was removed from the queue."""
    NO_SPOOLER = "no_spooler"
    """The system's print service does not answer."""
    STOPPED = "stopped"
    """The till ended while the job was being sent."""
    NOT_PRINTED_YET = "not_printed_yet"
    """The till ended before the job was sent, too long ago to print it without asking."""
    QUEUE_FILE = "queue_file"
    """The job cannot be recorded on this disk."""
    FILE = "file"


class PaperFailed(FailureWithReason[PaperTrouble]):
    """A receipt was not printed or saved. The redemption itself is not affected.

    Attributes:
        has_begun: True if the printer was ready and had already been sent the document, so that a part may be on paper.
    """

    keys = "paper"
    codes = "PAPER-"

    def __init__(self, why: PaperTrouble, *, has_begun: bool = False) -> None:
        super().__init__(why)
        self.has_begun = has_begun


class NotHandedBack(Failure):
    """The result file for the POS could not be written. The redemption itself is not affected."""

    def __init__(self) -> None:
        super().__init__("hand_over.file", "PT-HAND-OVER-FILE")


class DayNotBegun(Failure):
    """A day cannot be closed, because it has not begun by the till's clock. The clock may have been set back."""

    def __init__(self) -> None:
        super().__init__("day.not_begun", "PT-DAY-NOT-BEGUN")


class Unexpected(Failure):
    """A mistake in the program. It is logged in full; the cashier is told what is known and what to do."""

    def __init__(self) -> None:
        super().__init__("unexpected", "PT-UNEXPECTED")


def reason_of(support: str, failure: type[FailureWithReason[ReasonT]], reasons: type[ReasonT]) -> ReasonT | None:
    """Returns the reason for which a failure has this support code; None if no reason gives this code."""
    return next((why for why in reasons if support_code(why, failure.codes) == support), None)
