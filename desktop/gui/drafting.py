"""Owns making a draft of what is typed and chosen: all of it is checked here, before any call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.choices import Choices
from desktop.domain.custom_values import CustomValueError, CustomValueProblem, first_value, read_value
from desktop.domain.limits import Limits
from desktop.domain.messages import FormField
from desktop.domain.points import Points, PointsError, PointsProblem
from desktop.domain.redemption import Draft
from desktop.domain.validation import ValidationMethod
from desktop.gui.screen import Notice, Screen

if TYPE_CHECKING:
    from desktop.domain.member import Identifier, Member
    from desktop.domain.settings import Settings
    from desktop.gui.words import Words


class IncompleteError(Exception):
    """What is typed cannot be asked for yet.

    Attributes:
        notice: why, and in which field.
    """

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.text)
        self.notice = notice


class Drafting(QObject):
    """Makes drafts, and keeps what the next customer's choices begin with."""

    def __init__(self, settings: Settings, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._words = words
        self._remembered: dict[str, str] = {}
        self._limits: dict[tuple[str, bool], Limits] = {}
        self._chosen_for: Identifier | None = None

    def first_choices(self) -> Choices:
        """What a customer begins with: the settings' defaults, and what is remembered from the one before."""
        self._chosen_for = None
        fields = self._settings.custom_fields
        values = tuple((one.name, self._remembered.get(one.name, first_value(one))) for one in fields)
        return Choices(program_id=self._settings.program_id, custom_fields=values)

    def choices_for(self, choices: Choices, member: Member) -> Choices:
        """The choices for a member who was just found; another member than before begins anew."""
        if self._chosen_for not in {None, member.identifier}:
            choices = self.first_choices()
        self._chosen_for = member.identifier
        return choices.for_member(member, fixed_program=self._settings.program_id)

    def remember(self, draft: Draft) -> None:
        """Keeps what the fields that are remembered held in a redemption that happened."""
        sent = dict(draft.custom_fields)
        for one in self._settings.custom_fields:
            if one.remembered and one.name in sent:
                self._remembered[one.name] = sent[one.name]

    def limits(self, choices: Choices) -> Limits:
        """What refusals of this session have told about a program, or about groups in it."""
        return self._limits.setdefault((choices.program_id, choices.group is not None), Limits())

    def learn(self, draft: Draft, code: int, message: str) -> None:
        """Remembers a refusal that named a step, a most or a least."""
        self._limits_of(draft).learn(code, draft.points.value, message)

    def allow(self, draft: Draft) -> None:
        """Remembers that an amount was taken."""
        self._limits_of(draft).allow(draft.points.value)

    def _limits_of(self, draft: Draft) -> Limits:
        return self.limits(Choices(program_id=draft.program_id, group=draft.group))

    def read_points(self, text: str) -> Points:
        """Reads an amount by the locale's mark.

        Raises:
            PointsError: with the reason.
        """
        return Points.parse(text, self._words.formats.decimal_mark)

    def rough(self, screen: Screen, points_text: str, bill: str) -> Draft | None:
        """A draft to ask the worth of, while the cashier still types; None where there is nothing to ask."""
        if screen.member is None or screen.choices.as_money:
            return None
        try:
            draft = self._make(screen, self.read_points(points_text), bill)
        except PointsError:
            return None
        return draft if self._is_within(screen, draft) else None

    def draft(self, screen: Screen, points_text: str, bill: str) -> Draft:
        """The draft that is asked for.

        Raises:
            IncompleteError: something is missing or cannot be sent.
        """
        try:
            points = self.read_points(points_text)
        except PointsError as error:
            if screen.choices.as_money and error.problem is PointsProblem.EMPTY:
                raise IncompleteError(self._bad(self.tr("Enter the amount of money."), FormField.POINTS)) from None
            raise IncompleteError(self._bad(self._words.points_problem(error.problem), FormField.POINTS)) from None
        if self._settings.bill_required and not bill.strip():
            raise IncompleteError(self._bad(self.tr("Enter the bill number."), FormField.BILL))
        draft = replace(self._make(screen, points, bill), custom_fields=self._custom_fields(screen.choices))
        if not self._is_within(screen, draft):
            raise IncompleteError(self._bad(self.more_than_available(screen), FormField.POINTS))
        if len(draft.notes) > self._settings.notes_limit:
            raise IncompleteError(self._bad(self.tr("The note is too long. Make it shorter."), FormField.CUSTOM_FIELDS))
        return draft

    def more_than_available(self, screen: Screen) -> str:
        """Says that there are fewer points than that."""
        available = screen.available
        if available is None:
            return ""
        points = self._words.formats.number(available)
        if screen.choices.group is not None:
            return self.tr("The group has {points} points. Enter no more than that.").format(points=points)
        if available <= 0:
            return self.tr("The member has no points to redeem.")
        return self.tr("The member has {points} points. Enter no more than that.").format(points=points)

    def _make(self, screen: Screen, points: Points, bill: str) -> Draft:
        member, choices = screen.member, screen.choices
        if member is None:
            raise RuntimeError("a draft needs a member")
        by_call = self._settings.missed_call and self._settings.missed_call_first
        draft = Draft(
            identifier=member.identifier,
            shown=screen.shown,
            name=member.name,
            points=points,
            bill=bill.strip(),
            program_id=choices.program_id,
            group=choices.group,
            notes=choices.notes.strip(),
            validation=ValidationMethod.MISSED_CALL if by_call else ValidationMethod.CODE,
            user_id=member.user_id,
        )
        return replace(draft, worth=screen.worth_of(draft))

    def _custom_fields(self, choices: Choices) -> tuple[tuple[str, str], ...]:
        typed = dict(choices.custom_fields)
        try:
            return tuple(
                (one.name, read_value(one, typed.get(one.name, ""), self._words.formats.decimal_mark))
                for one in self._settings.custom_fields
            )
        except CustomValueError as error:
            words = error.field.label or error.field.name
            match error.problem:
                case CustomValueProblem.MISSING:
                    text = self.tr("Fill in “{field}”.").format(field=words)
                case CustomValueProblem.NOT_A_NUMBER:
                    text = self.tr("“{field}” takes a number only.").format(field=words)
                case CustomValueProblem.NOT_A_CHOICE:
                    text = self.tr("Choose one of the entries of “{field}”.").format(field=words)
            raise IncompleteError(self._bad(text, FormField.CUSTOM_FIELDS)) from None

    @staticmethod
    def _is_within(screen: Screen, draft: Draft) -> bool:
        available = screen.available
        return screen.choices.as_money or available is None or draft.points.value <= available

    @staticmethod
    def _bad(text: str, field: FormField) -> Notice:
        return Notice("bad", text, field=field)
