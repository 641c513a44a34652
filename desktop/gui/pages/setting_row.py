"""Shows one setting: its label, what it is for, who set it, and its control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from desktop.gui.icons import Icon
from desktop.gui.scale import follow_scale, set_margins, set_spacing
from desktop.gui.style import set_role
from desktop.gui.widgets.labels import label, literal

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.gui.style import Style
    from desktop.gui.widgets.setting_control import SettingControl

_CONTROL = 316
"""Width of the controls in pixels at scale 1."""


class Badge(QFrame):
    """Says who set a value. Hidden while it has nothing to say."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        set_role(self, "badge")
        row = QHBoxLayout(self)
        set_margins(row, 8, 1, 8, 1)
        set_spacing(row, 6)
        self._icon = Icon(style, "", "soft", 14)
        self._words = label("small")
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def text(self) -> str:
        """The words."""
        return self._words.text()

    def say(self, words: str, icon: str) -> None:
        """Shows who set the value, or hides the badge if the words are empty."""
        self._words.setText(words)
        self._icon.show_icon(icon, "soft")
        self.setVisible(bool(words))


class SettingRow(QFrame):
    """One row of the settings page. In a narrow window the control stands under the label."""

    def __init__(self, style: Style, words: str, meaning: str, control: SettingControl) -> None:
        """Creates the row.

        Args:
            style: the theme.
            words: the setting's label.
            meaning: what it is for.
            control: its control.
        """
        super().__init__()
        follow_scale(self)
        self.control = control
        self.words, self.meaning = words, meaning
        self._theme = style
        self._is_narrow = False
        set_role(self, "setting")
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        set_margins(self._box, 0, 11, 0, 11)
        set_spacing(self._box, 24)
        said = QVBoxLayout()
        set_spacing(said, 2)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        set_spacing(self._head, 8)
        # The control comes before its label in the tree of a screen reader, so that their common name finds it first.
        control.setParent(self)
        self._name = name = label("strong", literal(words))
        name.setBuddy(control.target)
        name.setWordWrap(True)
        name.wants_one_line = True
        self.badge = Badge(style)
        self._head.addWidget(name)
        self._head.addWidget(self.badge)
        self._head.addStretch(1)
        said.addLayout(self._head)
        # Qt would break a line behind the dollar sign.
        self._meaning = label("small", meaning.replace("${", "$\N{WORD JOINER}{"), wrap=True)
        said.addWidget(self._meaning)
        self._problem = label("small", wrap=True, name=f"problem_{control.setting.name}")
        self._problem.setProperty("tone", "bad")
        self._problem.hide()
        said.addWidget(self._problem)
        said.addStretch(1)
        self._box.addLayout(said, 1)
        self._box.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._describe()
        self.set_scale(style.scale)

    @property
    def problem(self) -> str:
        """Why the value that was set cannot be used; empty if it can."""
        return self._problem.text()

    def show_problem(self, problem: str) -> None:
        """Says why the value that was set cannot be used, or removes that."""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._describe()

    def set_narrow(self, *, narrow: bool) -> None:
        """Puts the control under the label, or beside it."""
        self._is_narrow = narrow
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(direction)
        self._box.setAlignment(self.control, Qt.AlignmentFlag(0) if narrow else Qt.AlignmentFlag.AlignVCenter)
        set_spacing(self._box, 6 if narrow else 24)
        self.set_scale(self._theme.scale)

    def set_scale(self, scale: float) -> None:
        """Gives all controls the same width."""
        width = round(_CONTROL * scale)
        self.control.setMinimumWidth(0 if self._is_narrow else width)
        self.control.setMaximumWidth(16_777_215 if self._is_narrow else width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the badge to the width."""
        super().resizeEvent(event)
        self._fit_badge()

    def _fit_badge(self) -> None:
        """Puts the badge below the label if it would be cut. Thai has no spaces, so the label may not break."""
        beside = 0 if self._is_narrow else self.control.minimumWidth() + self._box.spacing()
        room = self.width() - beside - self._head.spacing()
        fits = self._name.minimumSizeHint().width() + self.badge.sizeHint().width() <= room
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the control allows, because the words wrap."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self.control.minimumSizeHint().width() + 24), hint.height())

    def _describe(self) -> None:
        self.control.describe(self.badge.text, self.meaning)

    def say_who(self, words: str, icon: str) -> None:
        """Says who set the value."""
        self.badge.say(words, icon)
        self._fit_badge()
        self._describe()
