"""Makes a draft of what is typed and chosen, and checks all of it before any call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.domain.choices import Choices
from desktop.domain.custom_values import CustomValueError, CustomValueProblem, first_value, read_value
from desktop.domain.limits import Limits
from desktop.domain.messages import FormField
from desktop.domain.points import Points, PointsError, PointsProblem, ShownBalance, redeemable
from desktop.domain.redemption import Draft
from desktop.domain.validation import ValidationMethod
from desktop.gui.screen import Notice, Screen

if TYPE_CHECKING:
    from desktop.domain.member import Identifier, Member
    from desktop.domain.redemption import Attempt
    from desktop.domain.settings import Settings
    from desktop.gui.words import Words


class IncompleteError(Exception):
    """Raised if the input is incomplete or cannot be sent.

    Attributes:
        notice: the reason, and the field that it is about.
    """

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.text)
        self.notice = notice


class Drafting(QObject):
    """Makes drafts, and remembers what the next customer's choices begin with."""

    def __init__(self, settings: Settings, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._words = words
        self._remembered: dict[tuple[str, str], str] = {}
        self._begun_by = ""
        self._limits: dict[tuple[str, bool], Limits] = {}
        self._chosen_for: Identifier | None = None

    def first_choices(self, cashier: str) -> Choices:
        """Returns a customer's first choices: the settings' defaults, and values remembered from the last customer.

        Args:
            cashier: who serves. What another one entered, such as who served, is not true for this one.
        """
        self._chosen_for = None
        self._begun_by = cashier = cashier or self._settings.cashier
        values = tuple(
            (one.name, self._remembered.get((cashier, one.name), first_value(one)))
            for one in self._settings.custom_fields
        )
        return Choices(program_id=self._settings.program_id, custom_fields=values)

    def taken_over(self, choices: Choices, cashier: str) -> Choices:
        """Returns the choices of the customer at hand as a cashier who signs on finds them.

        They stay as they are if the same cashier has made them.
        """
        if self._begun_by == cashier:
            return choices
        chosen_for = self._chosen_for
        first = self.first_choices(cashier)
        self._chosen_for = chosen_for
        return replace(choices, custom_fields=first.custom_fields)

    def choices_for(self, screen: Screen, member: Member) -> Choices:
        """Returns the choices for a member who was just found. If it is another member, the choices start over."""
        choices = screen.choices
        if self._chosen_for not in {None, member.identifier}:
            choices = self.first_choices(screen.cashier)
        self._chosen_for = member.identifier
        return choices.for_member(member, fixed_program=self._settings.program_id)

    def remember(self, attempt: Attempt) -> None:
        """Remembers the values of custom fields that the settings mark as remembered. The redemption has happened."""
        sent = dict(attempt.draft.custom_fields)
        for one in self._settings.custom_fields:
            if one.remembered and one.name in sent:
                self._remembered[attempt.cashier, one.name] = sent[one.name]

    def limits(self, choices: Choices) -> Limits:
        """Returns the limits that refusals of this session revealed, for a program or for groups in it."""
        return self._limits.setdefault((choices.program_id, choices.group is not None), Limits())

    def learn(self, draft: Draft, code: int, message: str) -> None:
        """Remembers a refusal that named a step, a maximum or a minimum."""
        self._limits_of(draft).learn(code, draft.points.value, message)

    def allow(self, draft: Draft) -> None:
        """Remembers that the service accepted an amount."""
        self._limits_of(draft).allow(draft.points.value)

    def _limits_of(self, draft: Draft) -> Limits:
        return self.limits(Choices(program_id=draft.program_id, group=draft.group))

    def read_points(self, text: str, screen: Screen) -> Points:
        """Reads an amount with the locale's decimal mark, or the whole balance exactly as the window shows it.

        Raises:
            PointsError: the text is not an amount.
        """
        formats, available = self._words.formats, screen.available
        balance = None
        if available is not None and not screen.choices.as_money:
            balance = ShownBalance(formats.number(available), available)
        return Points.parse(text, formats.decimal_mark, balance=balance)

    def draft_so_far(self, screen: Screen, points_text: str, bill: str) -> Draft | None:
        """Returns a draft for asking the worth while the cashier still types; None if there is nothing to ask."""
        if screen.member is None or screen.choices.as_money:
            return None
        try:
            draft = self._make(screen, self.read_points(points_text, screen), bill)
        except PointsError:
            return None
        return draft if self._is_within(screen, draft) else None

    def everything(self, screen: Screen) -> Draft | None:
        """Returns a draft of all points that can be redeemed; None if there are none or that is not known."""
        available = screen.available
        if screen.member is None or available is None or screen.choices.as_money:
            return None
        try:
            return self._make(screen, Points(redeemable(available)), "")
        except PointsError:
            return None

    def draft(self, screen: Screen, points_text: str, bill: str) -> Draft:
        """Returns the draft of what is typed.

        Raises:
            IncompleteError: something is missing or cannot be sent.
        """
        try:
            points = self.read_points(points_text, screen)
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

    def has_nothing_to_redeem(self, screen: Screen) -> bool:
        """True if the member has no points of any kind, so that there is nothing to type."""
        return screen.has_nothing_to_redeem and not self._settings.groups_by_hand

    def more_than_available(self, screen: Screen) -> str:
        """Returns the message that there are not that many points."""
        available, most = screen.available, screen.prefill.max_points
        if most is not None and (available is None or most < available):
            points, count = self._words.formats.number(most), self._words.formats.plural(most)
            return self.tr("The POS allows up to {points} points. Enter no more than that.", "", count).format(
                points=points
            )
        if available is None:
            return ""
        points, count = self._words.formats.number(available), self._words.formats.plural(available)
        if screen.choices.group is not None:
            return self.tr("The group has {points} points. Enter no more than that.", "", count).format(points=points)
        if available <= 0:
            return self.tr("The member has no points to redeem.")
        return self.tr("The member has {points} points. Enter no more than that.", "", count).format(points=points)

    def _make(self, screen: Screen, points: Points, bill: str) -> Draft:
        member, choices = screen.member, screen.choices
        if member is None:
            raise RuntimeError("a draft needs a member")
        validation = ValidationMethod.CODE
        if not choices.as_money and not self._settings.needs_code(points.value):
            validation = ValidationMethod.SKIPPED
        elif self._settings.missed_call and self._settings.missed_call_first:
            validation = ValidationMethod.MISSED_CALL
        draft = Draft(
            identifier=member.identifier,
            shown=screen.shown,
            name=member.name,
            points=points,
            bill=bill.strip(),
            program_id=choices.program_id,
            group=choices.group,
            notes=choices.notes.strip(),
            validation=validation,
            user_id=member.user_id,
            mobile=member.mobile,
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
                    text = self.tr("“{field}” must be a number.").format(field=words)
                case CustomValueProblem.NOT_A_CHOICE:
                    text = self.tr("Choose an entry for “{field}”.").format(field=words)
            raise IncompleteError(self._bad(text, FormField.CUSTOM_FIELDS)) from None

    @staticmethod
    def _is_within(screen: Screen, draft: Draft) -> bool:
        most = screen.most if screen.most is not None else screen.prefill.max_points
        return screen.choices.as_money or most is None or draft.points.value <= most

    @staticmethod
    def _bad(text: str, field: FormField) -> Notice:
        return Notice("bad", text, field=field)
