"""Offers the receipts of the points of one redemption that were given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import set_spacing
from desktop.gui.tab_order import come_after
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import label, set_plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.reversal import Reversal
    from desktop.gui.formats import LocaleFormats


class ReversalReceipts(QWidget):
    """A row for each reversal that happened. Hidden if there is none.

    Signals:
        print_requested: print the receipt (`Reversal`).
        save_requested: save the receipt (`Reversal`).
    """

    print_requested = Signal(object)
    save_requested = Signal(object)

    def __init__(self, formats: LocaleFormats) -> None:
        super().__init__()
        self._formats = formats
        self._shown: tuple[Reversal, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        set_spacing(self._column, 4)
        self.hide()

    def show_reversals(self, reversals: Sequence[Reversal]) -> bool:
        """Shows those of some reversals that happened. Returns True if the rows are new ones."""
        happened = tuple(one for one in reversals if one.given_back is not None)
        if happened == self._shown:
            return False
        self._shown = happened
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                # At once, because a row that is only marked for deletion would still be read and found.
                old.hide()
                old.deleteLater()
        rows = [GivenBackRow(number, one, self._formats, self) for number, one in enumerate(happened, 1)]
        for row in rows:
            self._column.addWidget(row)
        come_after(self, [button for row in rows for button in (row.print, row.save)])
        self.setVisible(bool(rows))
        return True


class GivenBackRow(QWidget):
    """One reversal with its buttons."""

    def __init__(self, number: int, reversal: Reversal, formats: LocaleFormats, receipts: ReversalReceipts) -> None:
        super().__init__(receipts)
        self._reversal = reversal
        self._receipts = receipts
        points = reversal.reversed_points
        given_back = self.tr("{points} points given back", "", formats.plural(points)).format(
            points=formats.number(points)
        )
        # With the seconds, because two equal parts can be given back in the same minute.
        day = formats.moment(reversal.at, "").rsplit(" ", 2)[0]
        moment = isolated_in_rtl(f"{day} {formats.clock_with_seconds(reversal.at)}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label("strong_small", given_back, wrap=True))
        words.addWidget(label("small", moment, wrap=True))
        if who_and_why := " · ".join(part for part in (reversal.cashier, reversal.reason) if part):
            words.addWidget(label("small", who_and_why, name=f"who_and_why_{number}", wrap=True))
        which = f"{given_back}, {moment}"
        self.print = Button("", f"print_given_back_{number}", role="link", icon="printer", parent=self)
        self.save = Button("", f"save_given_back_{number}", role="link", icon="save", parent=self)
        for button, name in (
            (self.print, self.tr("Print receipt for {given_back}").format(given_back=which)),
            (self.save, self.tr("Save receipt for {given_back}").format(given_back=which)),
        ):
            button.setAccessibleName(name)
            set_plain_tip(button, name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, 8)
        row.addLayout(words, 1)
        row.addWidget(self.print)
        row.addWidget(self.save)
        # Room for the ring around the button that has the focus.
        row.addSpacing(6)
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)

    @Slot()
    def _on_print(self) -> None:
        self._receipts.print_requested.emit(self._reversal)

    @Slot()
    def _on_save(self) -> None:
        self._receipts.save_requested.emit(self._reversal)
