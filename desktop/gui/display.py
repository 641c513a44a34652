"""Holds the screen of the counter: parts of the controller change it, and views draw it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.failures import Lost, NotAllowed, NotSent, Refused, Supervision, Throttled, Unanswered, Unsent
from desktop.domain.messages import FormField
from desktop.gui.connection_words import ConnectionWords
from desktop.gui.screen import Notice, Panel, Place, Screen, ServiceStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.choices import Choices
    from desktop.domain.failures import Failure
    from desktop.domain.prefill import Prefill
    from desktop.gui.words import Words


_UNSAFE = frozenset(
    {
        Unsent.CA_FILE,
        Unsent.CERTIFICATE,
        Unsent.CERTIFICATE_EXPIRED,
        Unsent.CERTIFICATE_NAME,
        Unsent.CERTIFICATE_NOT_YET_VALID,
        Unsent.CERTIFICATE_UNTRUSTED,
        Unsent.TLS,
        Unsent.TLS_VERSION,
    }
)
_NOT_ACCEPTED = frozenset({401, 403, 498})
_NOT_FOUND = 404
_SIGN_IN_WANTED = 511
"""A network wants a person to sign in first (RFC 6585)."""


class Cause(Enum):
    """Why the screen changes."""

    BACKGROUND = auto()
    """Something happened in the background. The focus stays where it is."""
    USER = auto()
    """The user pressed a key or clicked."""
    ANSWER = auto()
    """An answer arrived that the user is waiting for."""


class Display(QObject):
    """The one screen, and the ways to show a message on it.

    Attributes:
        screen: what is shown.
        cause: why the screen is changing, which decides whether that may move the focus.
        is_elsewhere: True if the user sees a page beside the counter, such as the history or the settings.

    Signals:
        changed: the screen to draw (`Screen`).
    """

    changed = Signal(object)

    def __init__(self, words: Words, choices: Choices, *, training: bool, parent: QObject | None = None) -> None:
        """Begins with an empty screen.

        Args:
            words: puts failures and amounts into words.
            choices: of the first customer.
            training: True if the practice service is used.
            parent: Qt parent.
        """
        super().__init__(parent)
        self.words = words
        self._connection_words = ConnectionWords(words, self)
        self.training = training
        self.screen = Screen(choices=choices)
        self.cause = Cause.BACKGROUND
        self.is_elsewhere = False
        self._is_drawn = True

    @contextmanager
    def moving_focus(self, cause: Cause = Cause.USER) -> Iterator[None]:
        """Lets changes within the block move the focus to where the next input belongs."""
        before, self.cause = self.cause, cause
        try:
            yield
        finally:
            self.cause = before

    @property
    def good_status(self) -> ServiceStatus:
        """The status to show once the service has answered."""
        return ServiceStatus.TRAINING if self.training else ServiceStatus.CONNECTED

    def show(self, screen: Screen) -> None:
        """Changes what is shown: `display.show(replace(display.screen, …))`."""
        self.prepare(screen)
        self._is_drawn = True
        self.changed.emit(self.screen)

    def prepare(self, screen: Screen) -> None:
        """Changes what the next `show` begins with, without drawing. `finish` draws it if no `show` follows.

        Drawing is what takes the most time between an answer and its picture, so each change of a step is drawn once.
        """
        if screen.status is not self.screen.status and screen.status_reason == self.screen.status_reason:
            # This reason belongs to the status before.
            screen = replace(screen, status_reason="")
        self.screen = screen
        self._is_drawn = False

    def finish(self) -> None:
        """Draws what was prepared, if nothing has drawn it since."""
        if not self._is_drawn:
            self.show(self.screen)

    def say(self, tone: str, text: str, support: str = "", *, field: FormField = FormField.NONE) -> None:
        """Shows a message."""
        self.show(replace(self.screen, notice=Notice(tone, text, support, field)))

    def say_here(self, notice: Notice) -> None:
        """Shows a message that is not about the customer at hand, on the page that the user sees."""
        self.show(replace(self.screen, aside=notice) if self.is_elsewhere else replace(self.screen, notice=notice))

    @property
    def says_pins_are_locked(self) -> bool:
        """True if the page says how long no PIN is checked. That says more than that a PIN is missing."""
        notice = self.screen.aside if self.is_elsewhere else self.screen.notice
        return notice.support == NotAllowed(Supervision.PAUSED).support

    def say_failure(self, failure: Failure) -> None:
        """Shows a failure."""
        self.show(replace(self.screen, notice=self.words.failure(failure)))

    def warn(self, failure: Failure) -> Notice:
        """Shows a failure until it is withdrawn or another one takes its place. Returns what is shown."""
        warning = self.words.failure(failure)
        self.show(replace(self.screen, warning=warning))
        return warning

    def withdraw_warning(self, warning: Notice | None) -> None:
        """Removes what `warn` has shown, unless another warning has taken its place."""
        if warning is not None and self.screen.warning is warning:
            self.show(replace(self.screen, warning=None))

    def withdraw_news(self, news: Notice) -> None:
        """Removes news that is not true any more. The focus stays where it is."""
        left = tuple(one for one in self.screen.news if one is not news)
        if left != self.screen.news:
            self.show(replace(self.screen, news=left))

    def show_call_failure(self, failure: Failure) -> None:
        """Shows why a call failed and how the service is, and goes to the step that the failure is about."""
        self.show_status_of(failure)
        self.refuse(self.words.failure(failure))

    def show_status_of(self, failure: Failure) -> None:
        """Shows how the service is after a call that failed, and why. A failure of another kind says nothing."""
        status = self._status_of(failure)
        if status is None:
            return
        is_good = status is self.good_status
        self.show(replace(self.screen, status=status, status_reason="" if is_good else self._reason(failure)))

    def _reason(self, failure: Failure) -> str:
        # In the words of the connection test, because the user asks what is wrong with the connection.
        return self._connection_words.failed(failure, "", self.words.sign_in).facts[-1].words

    def _status_of(self, failure: Failure) -> ServiceStatus | None:  # noqa: PLR0911 - one for each kind
        match failure:
            case NotSent(why=why):
                return ServiceStatus.UNSAFE if why in _UNSAFE else ServiceStatus.OFFLINE
            case Unanswered(why=Lost.UNREADABLE, http_status=int(status), request_id=""):
                # The service's own answers have a request id.
                return ServiceStatus.WRONG_ADDRESS if status == _NOT_FOUND else ServiceStatus.BLOCKED
            case Unanswered(why=Lost.SERVER_ERROR, http_status=status):
                return ServiceStatus.BLOCKED if status == _SIGN_IN_WANTED else ServiceStatus.FAILING
            case Unanswered():
                return ServiceStatus.SLOW
            case Refused(code=code) if code in _NOT_ACCEPTED:
                return ServiceStatus.NOT_ACCEPTED
            case Refused(code=code) if code == _NOT_FOUND:
                return ServiceStatus.WRONG_ADDRESS
            case Refused() | Throttled():
                return self.good_status
            case _:
                return None

    def refuse(self, notice: Notice) -> None:
        """Shows a refusal, and goes to the step that it is about."""
        place = self.screen.place
        match notice.field:
            case FormField.MOBILE:
                place = Place.MEMBER
            case FormField.POINTS | FormField.BILL | FormField.PROGRAM | FormField.GROUP | FormField.CUSTOM_FIELDS:
                place = Place.POINTS if self.screen.member is not None else place
            case FormField.CODE | FormField.PIN | FormField.NONE:
                pass
        if place not in {Place.MEMBER, Place.POINTS, Place.CODE}:
            place = Place.CODE
        self.show(replace(self.screen, place=place, panel=Panel.NONE, notice=notice))

    def show_next_customer(self, choices: Choices, prefill: Prefill, *, handed_over: bool) -> None:
        """Clears everything about the customer, and keeps what is about the till.

        Args:
            choices: of the next customer.
            prefill: what the POS handed over.
            handed_over: True if the POS handed this customer over.
        """
        old = self.screen
        self.screen = Screen(
            sign_on=old.sign_on,
            visit=old.visit + 1,
            status=old.status,
            status_reason=old.status_reason,
            unsettled=old.unsettled,
            news=old.news,
            ready=old.ready,
            warning=old.warning,
            standing=old.standing,
            remedy=old.remedy,
            waiting=old.waiting,
            prefill=prefill,
            handed_over=handed_over,
            choices=choices,
        )
        self.show(self.screen)
