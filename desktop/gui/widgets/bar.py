"""Shows the bar at the top: the till's name, the state of the service, and the buttons for other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from desktop.gui.scale import set_fixed_size
from desktop.gui.screen import Busy, Place, Screen, ServiceStatus
from desktop.gui.style import set_tone, tabular
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ElidedLabel, ValueLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop.gui.controller import Controller
    from desktop.gui.style import Style

_STATUS_ROLES = {
    ServiceStatus.STARTING: "faint",
    ServiceStatus.CONNECTED: "good",
    ServiceStatus.TRAINING: "good",
    ServiceStatus.SLOW: "wait",
    ServiceStatus.OFFLINE: "bad",
    ServiceStatus.STOPPED: "bad",
}


class _Dot(QWidget):
    """The sign beside the status.

    It is hollow if the service cannot be reached, so that it does not depend on colour.
    """

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self.status = ServiceStatus.STARTING
        self.setFixedSize(QSize(10, 10))
        style.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._style.colour(_STATUS_ROLES[self.status])
        painter.setPen(colour)
        if self.status not in {ServiceStatus.OFFLINE, ServiceStatus.STOPPED}:
            painter.setBrush(colour)
        painter.drawEllipse(1, 1, 8, 8)
        painter.end()


class Bar(QFrame):
    """The bar at the top of the window."""

    def __init__(self, controller: Controller, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.setObjectName("bar")
        self._height = style.px("bar")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        logo = label("logo", "P", name="logo")
        set_fixed_size(logo, 28, 28)
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        product = label("product", self.tr("Points Till"), name="product")
        settings = controller.settings
        self.where = ElidedLabel("muted")
        self.where.setText(" · ".join(part for part in (settings.store, settings.till) if part))
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.training = label("training", self.tr("Training. Nothing here is real."), name="training")
        set_fixed_size(self.training, 0, 30)
        self._training_short = label("training", self.tr("Training"), name="training_short")
        set_fixed_size(self._training_short, 0, 30)
        self.leave_training = Button(self.tr("Leave training"), "leave_training", role="chip", icon="cross")
        set_tone(self.leave_training, "wait")
        self.new_customer = Button(self.tr("New customer"), "new_customer", role="bar", key="F4", icon="next")
        self.unsettled = Button("", "unsettled", role="chip")
        tabular(self.unsettled)
        set_tone(self.unsettled, "wait")
        self._dot = _Dot(style)
        self.connection = ValueLabel(self.tr("Connection"), "connection", "muted")
        self.cashier = ElidedLabel("muted")
        self.cashier.setText(settings.cashier)
        self.cashier.setMaximumWidth(140)
        self.history = Button(self.tr("History"), "history", role="bar", key="F2", icon="history")
        self.settings = Button(self.tr("Settings"), "settings", role="bar", key="F10", icon="sliders")
        self._parts: tuple[QWidget, ...] = (
            logo,
            product,
            self.where,
            self.training,
            self._training_short,
            self.leave_training,
            self.unsettled,
            self._dot,
            self.connection,
            self.cashier,
            self.new_customer,
            self.history,
            self.settings,
        )
        for part in self._parts:
            self._row.addWidget(part, 1 if part is self.where else 0)
        self._keyed = (self.new_customer, self.history, self.settings)
        # What is hidden first, second and so on. The key hints are one step. Training keeps a shorter word.
        singles = [(part,) for part in (product, self.cashier, self.training, self.where, logo)]
        self._spare: tuple[tuple[QWidget, ...], ...] = (*singles[:2], self._keyed, *singles[2:])
        self._absent: set[QWidget] = {self.unsettled}
        self._unsettled = ("", "")
        if not controller.training:
            self._absent |= {self.training, self._training_short, self.leave_training}
        if not settings.cashier:
            self._absent.add(self.cashier)
        self.set_compact(compact=False)

    def draw(self, screen: Screen) -> None:
        """Draws the bar."""
        if self._dot.status is not screen.status:
            self._dot.status = screen.status
            self._dot.update()
        self.connection.show_value(self._status_words(screen.status))
        self.new_customer.setEnabled(screen.busy is not Busy.REDEEMING)
        if screen.unsettled:
            words = self.tr("%Ln not known yet", "", screen.unsettled)
            self.unsettled.setAccessibleName(words)
            self._unsettled = (f"? {words}", f"? {self.locale().toString(screen.unsettled)}")
        self._absent -= {self.new_customer, self.unsettled}
        if screen.place not in {Place.MEMBER, Place.POINTS, Place.CODE}:
            self._absent.add(self.new_customer)
        if not screen.unsettled:
            self._absent.add(self.unsettled)
        self._fit()

    def mark(self, page: str) -> None:
        """Marks the button of the open page: `history_page`, `settings_page`, or none."""
        set_tone(self.history, "open" if page == "history_page" else "")
        set_tone(self.settings, "open" if page == "settings_page" else "")
        self._fit()

    def set_compact(self, *, compact: bool) -> None:
        """Takes less room, or as much as it likes."""
        self.setFixedHeight(self._height - 8 if compact else self._height)
        self._row.setContentsMargins(*((8, 0, 6, 0) if compact else (24, 0, 18, 0)))
        self._row.setSpacing(6 if compact else 10)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Hides what is shown elsewhere too if the bar is narrow."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size with everything hidden that can be hidden, because the bar must not make the window wider."""
        width = self._width_at(len(self._spare))
        if self.unsettled not in self._absent:
            metrics = self.unsettled.fontMetrics()
            width -= metrics.horizontalAdvance(self.unsettled.text()) - metrics.horizontalAdvance(self._unsettled[1])
        return QSize(width, self.height())

    def _fit(self) -> None:
        """Hides as little as possible. The words about unknown attempts are shortened last, to their number."""
        self.unsettled.setText(self._unsettled[0])
        if self._width_at(len(self._spare)) > self.width():
            self.unsettled.setText(self._unsettled[1])
        levels = range(len(self._spare) + 1)
        level = next((one for one in levels if self._width_at(one) <= self.width()), levels[-1])
        for button in self._keyed:
            button.show_key(shown=self._keyed not in self._spare[:level])
        shown = self._shown_at(level)
        for part in self._parts:
            part.setVisible(part in shown)

    def _shown_at(self, level: int) -> list[QWidget]:
        left_away = {part for spare in self._spare[:level] if spare is not self._keyed for part in spare}
        # Training is always shown, by the long or the short label.
        left_away.add(self.training if self.training in left_away else self._training_short)
        return [part for part in self._parts if part not in self._absent | left_away]

    def _width_at(self, level: int) -> int:
        shown = self._shown_at(level)
        margins = self._row.contentsMargins()
        width = margins.left() + margins.right() + self._row.spacing() * (len(shown) - 1)
        for part in shown:
            part.ensurePolished()
            width += part.minimumWidth() or part.minimumSizeHint().width()
        for button in self._keyed:
            if button in shown:
                width -= button.shown_key_hint_room
                width += 0 if self._keyed in self._spare[:level] else button.key_hint_room
        return width

    def _status_words(self, status: ServiceStatus) -> str:
        match status:
            case ServiceStatus.STARTING:
                return self.tr("Starting")
            case ServiceStatus.CONNECTED:
                return self.tr("Connected")
            case ServiceStatus.TRAINING:
                return self.tr("Training")
            case ServiceStatus.SLOW:
                return self.tr("Slow")
            case ServiceStatus.OFFLINE:
                return self.tr("No connection")
            case ServiceStatus.STOPPED:
                return self.tr("Not working")
