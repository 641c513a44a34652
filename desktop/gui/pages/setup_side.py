"""Shows what helps at the first start, beside the pages of the set-up: what to expect, and a way to practise first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.gui.icons import Icon
from desktop.gui.scale import set_fixed_size, set_free_size, set_margins, set_spacing
from desktop.gui.style import set_role
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import label

if TYPE_CHECKING:
    from desktop.gui.style import Style

_WIDTH = 344


class SetupSide(QFrame):
    """The card beside the pages. Below them, in a narrow window, it only offers to practise."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        set_role(self, "card")
        set_fixed_size(self, _WIDTH, 0)
        column = self._column = QVBoxLayout(self)
        set_spacing(column, 8)
        self._help = QWidget()
        words = QVBoxLayout(self._help)
        words.setContentsMargins(0, 0, 0, 0)
        set_spacing(words, 8)
        words.addWidget(label("title", self.tr("Three short pages"), wrap=True))
        given = self.tr("Your company’s support has given you the address, the name and the password.")
        words.addWidget(label("plain", given, wrap=True))
        words.addWidget(label("plain", self.tr("Page 2 opens once the test has passed."), wrap=True))
        kept = QHBoxLayout()
        set_spacing(kept, 8)
        kept.addWidget(Icon(style, "lock", "soft"), 0, Qt.AlignmentFlag.AlignTop)
        keyring = self.tr("The password is kept in this computer’s keyring, never in a file.")
        kept.addWidget(label("note", keyring, wrap=True), 1)
        words.addLayout(kept)
        column.addWidget(self._help)
        column.addStretch(1)
        self._rule = QFrame()
        set_role(self._rule, "rule")
        column.addWidget(self._rule)
        self._offer = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        set_spacing(self._offer, 8)
        why = QVBoxLayout()
        set_spacing(why, 0)
        why.addWidget(label("title", self.tr("Only looking?"), wrap=True))
        only = self.tr("No account, no network. You can leave it again at any time.")
        why.addWidget(label("plain", only, wrap=True))
        self._offer.addLayout(why, 1)
        self.practise = Button(
            self.tr("Try with sample customers"), "try_with_sample_customers", role="quiet", icon="users"
        )
        self._offer.addWidget(self.practise)
        column.addLayout(self._offer)

    def set_narrow(self, *, narrow: bool, small: bool = False) -> None:
        """Takes the width of the window and leaves the help out, or has its own width beside the pages.

        Args:
            narrow: True below the pages. The button then stands beside its words, so that all is in sight.
            small: True if there is so little room that the words need the whole width.
        """
        is_row = narrow and not small
        self._offer.setDirection(QBoxLayout.Direction.LeftToRight if is_row else QBoxLayout.Direction.TopToBottom)
        set_spacing(self._offer, 24 if is_row else 8)
        set_margins(self._column, *((24, 8, 24, 8) if is_row else (20, 16, 20, 24)))
        for part in (self._help, self._rule):
            part.setVisible(not narrow)
        if narrow:
            set_free_size(self)
        else:
            set_fixed_size(self, _WIDTH, 0)
