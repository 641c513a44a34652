"""Lists what a support file contains, with sizes, before anything is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout

from desktop.domain.support import SupportKind
from desktop.gui.scale import make_viewport, rescale, set_margins, set_spacing
from desktop.gui.style import set_role
from desktop.gui.voice import announce
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import caption, label

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

    from desktop.domain.support import SupportFile
    from desktop.gui.style import Style

_SIZE_STANDS = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop

_GAP = 16
"""Pixels between the name of a file and what it is."""


class SupportPanel(QFrame):
    """The contents of a support file that is not saved yet. It takes the place of the settings.

    Signals:
        save_requested: save this file (`SupportFile`).
        cancelled: the user does not want it.
    """

    save_requested = Signal(object)
    cancelled = Signal()

    def __init__(self, style: Style, locale: QLocale) -> None:
        super().__init__()
        self._theme = style
        self._locale = locale
        self._file: SupportFile | None = None
        self.setObjectName("support_panel")
        set_role(self, "card")
        column = QVBoxLayout(self)
        set_margins(column, 24, 12, 12, 12)
        set_spacing(column, 8)
        column.addWidget(label("title", self.tr("Support file")))
        self.note = label(
            "note",
            self.tr(
                "This is what the file will contain. It has no number, name or e-mail address of a customer, no code "
                "and no password."
            ),
            wrap=True,
        )
        column.addWidget(self.note)
        self._area = QScrollArea()
        make_viewport(self._area)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("Contents of the support file"))
        self._area.setObjectName("support_contents")
        set_role(self._area, "form")
        column.addWidget(self._area, 1)
        row = QHBoxLayout()
        set_spacing(row, 12)
        self.total = label("muted", name="support_total")
        self.cancel = Button(self.tr("Cancel"), "cancel_support_file", role="quiet")
        self.save = Button(self.tr("Save support file"), "save_support_file", role="primary", icon="save")
        row.addWidget(self.total, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        # Room for the ring around the button that has the focus.
        set_margins(row, 0, 6, 6, 6)
        column.addLayout(row)
        self.cancel.clicked.connect(self.cancelled)
        self.save.clicked.connect(self._on_save)

    def show_file(self, made: SupportFile) -> None:
        """Lists the contents, and moves the focus to the button that saves them."""
        self._file = made
        inside = QFrame()
        set_role(inside, "form")
        grid = QGridLayout(inside)
        set_margins(grid, 0, 0, 12, 0)
        set_spacing(grid, 4)
        grid.setColumnStretch(1, 1)
        for row, part in enumerate(made.parts):
            what, amount = self._words(part.kind), self._locale.formattedDataSize(part.size, 1)
            name = label("plain", part.name)
            name.setAccessibleName(f"{part.name}: {what}, {amount}")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            words = caption("muted", what)
            words.setIndent(_GAP)
            # On a narrow screen the words wrap, and the size stays whole.
            words.setWordWrap(True)
            grid.addWidget(words, row, 1)
            grid.addWidget(caption("plain", amount), row, 2, _SIZE_STANDS)
        grid.setRowStretch(len(made.parts), 1)
        self._area.setWidget(inside)
        rescale(inside, self._theme.scale)
        count = self.tr("%n file(s)", "", len(made.parts))
        said = self.tr("{count}, {size} as a zip").format(
            count=count, size=self._locale.formattedDataSize(len(made.archive), 1)
        )
        self.total.setText(said)
        self.save.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.total, said)

    def _words(self, kind: SupportKind) -> str:
        match kind:
            case SupportKind.ABOUT:
                return self.tr("About this file, and versions")
            case SupportKind.SETTINGS:
                return self.tr("Settings, without secrets")
            case SupportKind.DOCTOR:
                return self.tr("What was checked, and the results")
            case SupportKind.JOURNAL:
                return self.tr("Redemptions as numbers only")
            case SupportKind.LOG:
                return self.tr("What the program did")
            case SupportKind.CRASH:
                return self.tr("Report of a crash")

    def _on_save(self) -> None:
        if self._file is not None:
            self.save_requested.emit(self._file)
