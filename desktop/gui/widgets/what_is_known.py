"""Lists what is known about an unknown redemption: its facts, what happened so far, and its reference."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from desktop.gui.icons import Icon
from desktop.gui.receipts import isolated_in_rtl
from desktop.gui.scale import rescale, set_margins, set_spacing
from desktop.gui.screen import Happened
from desktop.gui.style import set_role
from desktop.gui.widgets.labels import ElidedLabel, align_trailing, caption, label

if TYPE_CHECKING:
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.screen import Screen, TrailEntry
    from desktop.gui.style import Style

_ICONS = {
    Happened.SENT: ("send", "soft"),
    Happened.LOST: ("question", "wait"),
    Happened.ABSENT: ("search", "soft"),
    Happened.NO_ANSWER: ("question", "soft"),
    Happened.SUSPECTED: ("alert", "wait"),
}

_SHOWN = 5
"""Lines of the trail: how it began, and the last look-ups."""


class WhatIsKnown(QFrame):
    """A card with facts about the attempt at hand."""

    def __init__(self, formats: LocaleFormats, style: Style) -> None:
        super().__init__()
        self._formats = formats
        self._style = style
        self._due: float | None = None
        self._asked = -1
        self._drawn: tuple[TrailEntry, ...] = ()
        set_role(self, "card")
        self.setObjectName("what_is_known")
        column = QVBoxLayout(self)
        set_margins(column, 20, 16, 20, 16)
        set_spacing(column, 8)
        column.addWidget(label("title", self.tr("What is known")))
        self._facts = QGridLayout()
        set_spacing(self._facts, 6)
        self._facts.setColumnStretch(1, 1)
        self._values: dict[str, tuple[QLabel, ElidedLabel]] = {}
        for name, words in (
            ("member", self.tr("Member")),
            ("mobile", self.tr("Mobile")),
            ("points", self.tr("Points")),
            ("worth", self.tr("Worth")),
            ("bill", self.tr("Bill")),
        ):
            self._add_fact(name, words)
        column.addLayout(self._facts)
        rule = QFrame()
        set_role(rule, "rule")
        column.addWidget(rule)
        self._trail = QGridLayout()
        set_spacing(self._trail, 8)
        self._trail.setColumnStretch(2, 1)
        column.addLayout(self._trail)
        self._next = (label("small"), Icon(style, "refresh", "soft"), label("small", wrap=True))
        column.addStretch(1)
        column.addWidget(caption("small", self.tr("Reference for support")))
        self.reference = label("small", name="reference")
        self.reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.reference)

    def _add_fact(self, name: str, words: str) -> None:
        row = len(self._values)
        value = ElidedLabel("strong")
        align_trailing(value)
        described = label("muted", words)
        self._facts.addWidget(described, row, 0)
        self._facts.addWidget(value, row, 1)
        self._values[name] = (described, value)

    def draw(self, screen: Screen) -> None:
        """Draws the card if there is an attempt."""
        attempt = screen.attempt
        if attempt is None:
            return
        formats, draft = self._formats, attempt.draft
        for name, value in (
            ("member", draft.name),
            ("mobile", isolated_in_rtl(attempt.masked_identifier)),
            ("points", formats.number(draft.points.value)),
            ("worth", formats.money(draft.worth) if draft.worth is not None else ""),
            ("bill", isolated_in_rtl(draft.bill)),
        ):
            for part in self._values[name]:
                part.setVisible(bool(value))
            self._values[name][1].setText(value)
        self.reference.setText(attempt.reference)
        self._draw_trail(screen)

    def tick(self, screen: Screen) -> None:
        """Draws again when the service is asked next."""
        progress = screen.progress
        if progress is not None and progress.asked != self._asked:
            self._asked = progress.asked
            self._due = None if progress.next_in is None else time.monotonic() + progress.next_in
        wait = 0.0 if self._due is None else self._due - time.monotonic()
        span = self._formats.span(wait + 0.999)
        self._next[0].setText(self.tr("in {span}").format(span=span) if wait > 0 else self.tr("now"))
        self._next[2].setText(self.tr("Asks again"))

    def _draw_trail(self, screen: Screen) -> None:
        entries = screen.trail
        if len(entries) > _SHOWN:
            entries = (*entries[:2], *entries[2 - _SHOWN :])
        if entries != self._drawn:
            self._drawn = entries
            self._clear()
            for row, entry in enumerate(entries):
                icon, role = _ICONS[entry.what]
                self._trail.addWidget(label("small", self._formats.clock_with_seconds(entry.at)), row, 0)
                self._trail.addWidget(Icon(self._style, icon, role), row, 1)
                self._trail.addWidget(label("small", self._words(entry.what), wrap=True), row, 2)
            for column, part in enumerate(self._next):
                self._trail.addWidget(part, len(entries), column)
            rescale(self, self._style.scale)
        for part in self._next:
            part.setVisible(screen.attempt is not None and screen.attempt.is_unsettled)
        self.tick(screen)

    def _clear(self) -> None:
        while (item := self._trail.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in self._next:
                widget.deleteLater()

    def _words(self, what: Happened) -> str:
        match what:
            case Happened.SENT:
                return self.tr("Recorded and sent")
            case Happened.LOST:
                return self.tr("No answer that proves it")
            case Happened.ABSENT:
                return self.tr("Asked: not there yet")
            case Happened.NO_ANSWER:
                return self.tr("Asked: no answer")
            case Happened.SUSPECTED:
                return self.tr("Asked: perhaps found")
