"""Offers amounts at one press: all points, half of them, what covers the bill, and the points of a group."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from desktop.domain.choices import choice_of, group_of
from desktop.domain.points import half, redeemable
from desktop.gui.tab_order import come_after
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.flow_layout import FlowBox

if TYPE_CHECKING:
    from desktop.domain.member import Member, MemberGroup
    from desktop.gui.controller import Controller
    from desktop.gui.screen import Screen

_LONGEST_NAME = 24
"""Characters of a group's name on its chip. The points behind it must never be cut off."""


class AmountChips(FlowBox):
    """The chips below the points.

    Signals:
        chosen: an amount of points (`Decimal`).
        group_toggled: the cashier chose a group, or the member's own points again.
        money_toggled: the cashier wants to type money instead of points, or points again.
    """

    chosen = Signal(object)
    group_toggled = Signal()
    money_toggled = Signal()

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._member: Member | None = None
        self.all = Button(self.tr("All points"), "all_points", role="chip", key=self.tr("F6"))
        self.half = Button(self.tr("Half"), "half", role="chip")
        self.cover = Button(self.tr("Cover the bill"), "cover_the_bill", role="chip")
        self.money = Button(self.tr("Enter money instead"), "enter_money_instead", role="chip")
        self.groups: list[Button] = []
        self.add(self.all, self.half, self.cover, self.money)
        self.all.clicked.connect(self.choose_all)
        self.half.clicked.connect(self._on_half)
        self.cover.clicked.connect(self._on_cover)
        self.money.clicked.connect(self.money_toggled)

    def draw(self, screen: Screen) -> None:
        """Draws the chips for the member at hand."""
        formats, as_money = self._controller.formats, screen.choices.as_money
        self.money.show_words(self.tr("Enter points instead") if as_money else self.tr("Enter money instead"))
        # How many points an amount of money is, is known only when the code is sent: too late for a limit.
        self.money.setVisible(self._controller.settings.money_input and screen.prefill.max_points is None)
        most = screen.most
        usable = not as_money and most is not None and redeemable(most) > 0
        self.all.setVisible(usable)
        self.half.setVisible(usable and most is not None and half(most) > 0)
        if usable and most is not None:
            self.all.show_words(self.tr("All {points}").format(points=formats.number(redeemable(most))))
            self.half.show_words(self.tr("Half {points}").format(points=formats.number(half(most))))
        covers = screen.points_for_bill
        self.cover.setVisible(covers is not None)
        if screen.prefill.amount is not None:
            self.cover.show_words(
                self.tr("Cover the bill {money}").format(money=formats.short_money(screen.prefill.amount))
            )
        self._draw_groups(screen)

    def set_pressable(self, *, pressable: bool) -> None:
        """Enables the chips, or disables them while a call uses the amount."""
        for chip in (self.all, self.half, self.cover, self.money, *self.groups):
            chip.setEnabled(pressable)

    @property
    def has_focus(self) -> bool:
        """True if one of the chips has the focus."""
        return any(chip.hasFocus() for chip in (self.all, self.half, self.cover, self.money, *self.groups))

    def focus_group(self) -> bool:
        """Moves the focus to the group that is chosen, or to the first one. Returns False if there is none."""
        if not self.groups:
            return False
        chosen = next((chip for chip in self.groups if chip.isChecked()), self.groups[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _draw_groups(self, screen: Screen) -> None:
        member = screen.member if self._controller.settings.group_redemption else None
        if member is not self._member:
            self._member = member
            for chip in self.groups:
                chip.hide()
                chip.deleteLater()
            self.groups = [self._make_chip(at, one) for at, one in enumerate(member.groups if member else (), 1)]
            come_after(self.money, self.groups)
        chosen = group_of(member, screen.choices.group) if member and screen.choices.group else None
        for chip, group in zip(self.groups, member.groups if member else (), strict=True):
            is_chosen = group is chosen
            chip.setChecked(is_chosen)
            chip.set_icon("check" if is_chosen else "users")
            self._name(chip, group)

    def _make_chip(self, number: int, group: MemberGroup) -> Button:
        chip = Button("", f"group_{number}", role="chip", icon="users")
        chip.setCheckable(True)
        chip.offer = group
        self.add(chip)
        chip.clicked.connect(self._on_group)
        chip.show()
        return chip

    def _name(self, chip: Button, group: MemberGroup) -> None:
        whole = group.name or group.external_id or group.id or group.primary_user_id
        short = whole if len(whole) <= _LONGEST_NAME else f"{whole[: _LONGEST_NAME - 1]}…"
        if group.points is None:
            chip.show_words(whole, short)
            return
        words, points = self.tr("{group} {points}"), self._controller.formats.number(group.points)
        chip.show_words(words.format(group=whole, points=points), words.format(group=short, points=points))

    @Slot()
    def choose_all(self) -> None:
        """Chooses all points, if that is offered."""
        most = self._controller.screen.most
        if most is not None and self.all.isVisible() and self.all.isEnabled():
            self.chosen.emit(redeemable(most))

    @Slot()
    def _on_half(self) -> None:
        most = self._controller.screen.most
        if most is not None:
            self.chosen.emit(half(most))

    @Slot()
    def _on_cover(self) -> None:
        covers = self._controller.screen.points_for_bill
        if covers is not None:
            self.chosen.emit(covers)

    @Slot()
    def _on_group(self) -> None:
        screen, chip = self._controller.screen, self.sender()
        member = screen.member
        if isinstance(chip, Button) and chip in self.groups and member is not None:
            group = member.groups[self.groups.index(chip)]
            is_chosen = screen.choices.group is not None and group_of(member, screen.choices.group) is group
            # A second press goes back to the member's own points.
            self._controller.choose(replace(screen.choices, group=None if is_chosen else choice_of(group)))
        # A press that had no effect must not leave the chip checked.
        self._draw_groups(self._controller.screen)
        self.group_toggled.emit()
