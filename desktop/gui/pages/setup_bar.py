"""Shows the head of the first start: the product, the language, and which of the pages is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desktop.gui.icons import Icon
from desktop.gui.scale import set_fixed_size, set_margins, set_spacing
from desktop.gui.setting_words import LANGUAGES
from desktop.gui.style import set_role
from desktop.gui.widgets.bar import make_logo
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.labels import ElidedLabel, label
from desktop.gui.widgets.step_badge import StepBadge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.gui.style import Style


class SetupBar(QFrame):
    """The bar at the top of the first start.

    Signals:
        language_chosen: the user chose the window's language (its code).
    """

    language_chosen = Signal(str)

    def __init__(self, style: Style, language: str) -> None:
        """Creates the bar.

        Args:
            style: the theme.
            language: the window's language; empty for the system's.
        """
        super().__init__()
        self.setObjectName("bar")
        set_fixed_size(self, 0, 56)
        row = QHBoxLayout(self)
        set_margins(row, 24, 0, 18, 0)
        set_spacing(row, 10)
        logo = make_logo()
        where = ElidedLabel("muted")
        where.setText(self.tr("First start"))
        self.language = ChoiceBox(self.tr("Language of the window"), "language_of_the_window")
        self.language.show_entries([(self.tr("Same as the system"), ""), *LANGUAGES], language)
        self.language.chosen.connect(self._on_chosen)
        set_fixed_size(self.language, 220, 0)
        row.addWidget(logo)
        row.addWidget(label("product", self.tr("Points Till"), name="product"))
        row.addWidget(where, 1)
        row.addWidget(Icon(style, "globe", "soft"))
        row.addWidget(self.language)
        # The bar has no room for it, but on Linux a screen reader knows a choice by its label only.
        words = label("small", self.language.accessibleName())
        words.setBuddy(self.language)
        words.hide()
        row.addWidget(words)

    @Slot()
    def _on_chosen(self) -> None:
        self.language_chosen.emit(str(self.language.value))


class Stepper(QWidget):
    """The names of the pages with their numbers, and which one is shown. In little room, only its name."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._at, self._is_short = 0, False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        set_spacing(row, 8)
        self._numbers: list[StepBadge] = []
        self._names: list[QLabel] = []
        self._rules: list[QFrame] = []
        for at, name in enumerate(names):
            if at:
                rule = QFrame()
                set_role(rule, "rule")
                set_fixed_size(rule, 24, 0)
                self._rules.append(rule)
                row.addWidget(rule, 0, Qt.AlignmentFlag.AlignVCenter)
            number = StepBadge(QLocale().toString(at + 1))
            said = label("muted", name)
            self._numbers.append(number)
            self._names.append(said)
            row.addWidget(number)
            row.addWidget(said)
        row.addStretch(1)

    def show_step(self, at: int) -> None:
        """Marks the page that is shown, and those that are done."""
        self._at = at
        for one, (number, said) in enumerate(zip(self._numbers, self._names, strict=True)):
            number.show_tone("current" if one == at else "done" if one < at else "")
            said.setProperty("role", "strong" if one == at else "muted")
            said.style().unpolish(said)
            said.style().polish(said)
        self.set_short(short=self._is_short)

    def set_short(self, *, short: bool) -> None:
        """Shows the names of all pages, or only of the one that is shown."""
        self._is_short = short
        for at, said in enumerate(self._names):
            said.setVisible(not short or at == self._at)
        for rule in self._rules:
            rule.setVisible(not short)
