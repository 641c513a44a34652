"""Owns the bar at the top: which till this is, how the service is, and the ways to history and settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.gui.screen import Busy, Link, Place, Screen
from desktop.gui.theme import set_tone, tabular
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ElidedLabel, ValueLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.gui.controller import Controller
    from desktop.gui.theme import Look

_LINK_ROLES = {
    Link.STARTING: "faint",
    Link.CONNECTED: "good",
    Link.TRAINING: "good",
    Link.SLOW: "wait",
    Link.OFFLINE: "bad",
    Link.STOPPED: "bad",
}


class _Dot(QWidget):
    """The small sign beside the words; hollow where the service cannot be reached, so that colour is not all."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.link = Link.STARTING
        self.setFixedSize(QSize(10, 10))
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._look.colour(_LINK_ROLES[self.link])
        painter.setPen(colour)
        if self.link not in {Link.OFFLINE, Link.STOPPED}:
            painter.setBrush(colour)
        painter.drawEllipse(1, 1, 8, 8)
        painter.end()


class Bar(QFrame):
    """The bar at the top of the window."""

    def __init__(self, controller: Controller, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.setObjectName("bar")
        self.setFixedHeight(look.size["bar"])
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 18, 0)
        row.setSpacing(10)
        logo = label("logo", "P", name="logo")
        logo.setFixedSize(28, 28)
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._product = label("product", self.tr("Points Till"), name="product")
        settings = controller.settings
        self.where = ElidedLabel("muted")
        self.where.setText(" · ".join(part for part in (settings.store, settings.till) if part))
        self.training = label("training", self.tr("Training. Nothing here is real."), name="training")
        self.training.setFixedHeight(30)
        self.training.setVisible(controller.training)
        self.new_customer = Button(self.tr("New customer"), "new_customer", role="bar", key="F4")
        self.unsettled = Button("", "unsettled", role="chip")
        self._dot = _Dot(look)
        self.connection = ValueLabel(self.tr("Connection"), "connection", "muted")
        self.cashier = ElidedLabel("muted")
        self.cashier.setText(settings.cashier)
        self.cashier.setVisible(bool(settings.cashier))
        self.cashier.setMaximumWidth(140)
        self.history = Button(self.tr("History"), "history", role="bar", key="F2")
        self.settings = Button(self.tr("Settings"), "settings", role="bar", key="F10")
        tabular(self.unsettled)
        set_tone(self.unsettled, "wait")
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(logo)
        row.addWidget(self._product)
        row.addWidget(self.where, 1)
        self._rest: tuple[QWidget, ...] = (
            self.training,
            self.unsettled,
            self._dot,
            self.connection,
            self.cashier,
            self.new_customer,
            self.history,
            self.settings,
        )
        for widget in self._rest:
            row.addWidget(widget)

    def draw(self, screen: Screen) -> None:
        """Draws the bar as things stand."""
        if self._dot.link is not screen.link:
            self._dot.link = screen.link
            self._dot.update()
        self.connection.show_value(self._link_words(screen.link))
        self.new_customer.setVisible(screen.place in {Place.MEMBER, Place.POINTS, Place.CODE})
        self.new_customer.setEnabled(screen.busy is not Busy.REDEEMING)
        self.unsettled.setVisible(screen.unsettled > 0)
        if screen.unsettled:
            words = self.tr("%n not known yet", "", screen.unsettled)
            self.unsettled.setText(f"? {words}")
            self.unsettled.setAccessibleName(words)

    def mark(self, page: str) -> None:
        """Marks the page that is open: `history_page`, `settings_page`, or none."""
        set_tone(self.history, "open" if page == "history_page" else "")
        set_tone(self.settings, "open" if page == "settings_page" else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A narrow bar leaves away what stands elsewhere too."""
        super().resizeEvent(event)
        wide = self.width()
        self._product.setVisible(wide >= 700)  # noqa: PLR2004 - the widths at which the words stop fitting
        self.cashier.setVisible(bool(self.cashier.text()) and wide >= 900)  # noqa: PLR2004 - as above

    def _link_words(self, link: Link) -> str:
        match link:
            case Link.STARTING:
                return self.tr("Starting")
            case Link.CONNECTED:
                return self.tr("Connected")
            case Link.TRAINING:
                return self.tr("Training")
            case Link.SLOW:
                return self.tr("Slow")
            case Link.OFFLINE:
                return self.tr("No connection")
            case Link.STOPPED:
                return self.tr("Not working")
