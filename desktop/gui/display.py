"""The screen of the counter: changed here by what has something to show, and drawn by what listens."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.failures import NotSent, Refused, Throttled, Unanswered
from desktop.domain.messages import FormField
from desktop.gui.screen import Link, Notice, Panel, Place, Screen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.choices import Choices
    from desktop.domain.failures import Failure
    from desktop.domain.prefill import Prefill
    from desktop.gui.words import Words


class Lead(Enum):
    """Why what is shown changes."""

    NOTHING = auto()
    """Something happened in the background. The focus stays where it is."""
    USER = auto()
    """The user's own key or click."""
    ANSWER = auto()
    """An answer that the user waits for."""


class Display(QObject):
    """The one screen, and how something is said on it.

    Attributes:
        screen: what is shown.
        lead: why what is shown changes at the moment, which decides whether that may move the focus.

    Signals:
        changed: the screen to be drawn.
    """

    changed = Signal(object)

    def __init__(self, words: Words, choices: Choices, *, training: bool, parent: QObject | None = None) -> None:
        """Begins with an empty screen.

        Args:
            words: how things are said.
            choices: what the first customer begins with.
            training: whether nothing of it is real.
            parent: owner.
        """
        super().__init__(parent)
        self.words = words
        self.training = training
        self.screen = Screen(choices=choices)
        self.lead = Lead.NOTHING

    @contextmanager
    def moving_focus(self, lead: Lead = Lead.USER) -> Iterator[None]:
        """Lets what is shown within move the focus to where the next thing is to be done."""
        before, self.lead = self.lead, lead
        try:
            yield
        finally:
            self.lead = before

    @property
    def good_link(self) -> Link:
        """How the service is shown once it has answered."""
        return Link.TRAINING if self.training else Link.CONNECTED

    def show(self, screen: Screen) -> None:
        """Changes what is shown: `display.show(replace(display.screen, …))`."""
        self.screen = screen
        self.changed.emit(screen)

    def say(self, tone: str, text: str, support: str = "", *, field: FormField = FormField.NONE) -> None:
        """Says something in the message strip."""
        self.show(replace(self.screen, notice=Notice(tone, text, support, field)))

    def say_failure(self, failure: Failure, *, tone: str = "bad") -> None:
        """Says a failure."""
        self.show(replace(self.screen, notice=self.words.failure(failure, tone=tone)))

    def show_call_failure(self, failure: Failure) -> None:
        """Says why a call failed, shows how the service is, and goes to the step that the failure is about."""
        match failure:
            case NotSent():
                link = Link.OFFLINE
            case Unanswered():
                link = Link.SLOW
            case Refused() | Throttled():
                link = self.good_link
            case _:
                link = self.screen.link
        self.show(replace(self.screen, link=link))
        self.refuse(self.words.failure(failure))

    def refuse(self, notice: Notice) -> None:
        """Says a refusal, and goes to the step that it is about."""
        place = self.screen.place
        match notice.field:
            case FormField.MOBILE:
                place = Place.MEMBER
            case FormField.POINTS | FormField.BILL | FormField.PROGRAM | FormField.GROUP | FormField.CUSTOM_FIELDS:
                place = Place.POINTS if self.screen.member is not None else place
            case FormField.CODE | FormField.NONE:
                pass
        if place not in {Place.MEMBER, Place.POINTS, Place.CODE}:
            place = Place.CODE
        self.show(replace(self.screen, place=place, panel=Panel.NONE, notice=notice))

    def show_next_customer(self, choices: Choices, prefill: Prefill, *, handed_over: bool) -> None:
        """Empties everything that is the customer's; what is the till's stays.

        Args:
            choices: what the customer begins with.
            prefill: what the POS handed over.
            handed_over: whether the POS did.
        """
        old = self.screen
        self.screen = Screen(
            visit=old.visit + 1,
            link=old.link,
            unsettled=old.unsettled,
            news=old.news,
            ready=old.ready,
            warning=old.warning,
            standing=old.standing,
            remedy=old.remedy,
            prefill=prefill,
            handed_over=handed_over,
            choices=choices,
        )
        self.changed.emit(self.screen)
