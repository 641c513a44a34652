"""Shows the training panel: the member's phone, the sample members, the lessons, and the faults to practise with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.scale import make_viewport, rescale, scale_of, set_margins, set_minimum_height, set_spacing
from desktop.gui.style import set_role
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.choice_box import ChoiceBox
from desktop.gui.widgets.labels import ElidedLabel, label
from desktop.gui.widgets.lessons_panel import LessonsPanel
from desktop.gui.widgets.page_stack import PageStack
from desktop.gui.words import translate_training

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from PySide6.QtGui import QShowEvent

    from desktop.gui.course import Course
    from desktop.gui.formats import LocaleFormats
    from desktop.gui.style import Style

_BUBBLES = 6
_LEAST_PHONE = 150
"""Least height of the phone in pixels at scale 1: room for a message. In a lower drawer, its page scrolls."""

_PHONE, _MEMBERS, _LESSONS, _KEYS = range(4)


@dataclass(frozen=True, slots=True)
class PracticeMember:
    """A sample member of the practice service.

    Attributes:
        mobile: as a cashier would type it.
        name: of the member.
        points: the balance.
        case: what this member demonstrates, in English.
        code: the service's code that it is about; empty for none.
        heading: the group of members that demonstrate something like it, in English.
    """

    mobile: str
    name: str
    points: Decimal
    case: str
    code: str
    heading: str


@dataclass(frozen=True, slots=True)
class PracticeFault:
    """A fault that can be practised.

    Attributes:
        name: of the practice service.
        words: a short description, in English.
        heading: the group of faults like it, in English.
    """

    name: str
    words: str
    heading: str


@dataclass(frozen=True, slots=True)
class TextMessage:
    """A code that was sent to a member's phone.

    Attributes:
        code: the code.
        points: the number of points that it is for.
        valid_for: seconds.
    """

    code: str
    points: Decimal
    valid_for: float


class Practice(Protocol):
    """The practice service as the panel knows it."""

    @property
    def members(self) -> Sequence[PracticeMember]:
        """The sample members, those with the same heading one after the other."""

    @property
    def bad_days(self) -> Sequence[PracticeFault]:
        """The faults that can be practised, those with the same heading one after the other."""

    @property
    def is_fine(self) -> bool:
        """True if no fault is scheduled."""

    def make_bad_day(self, name: str, *, also: bool = False) -> None:
        """Schedules a fault for the next redemption or call. An empty name ends it.

        Args:
            name: of the fault.
            also: keeps the faults that were scheduled before.
        """


class Mailbox(QObject):
    """Passes messages from the practice service's threads to the GUI thread.

    Signals:
        received: a message has arrived (`TextMessage`).
    """

    received = Signal(object)


class _Tabs(QTabBar):
    """Tabs that keep their height. The style sheet makes hidden ones higher without telling the layout."""

    def showEvent(self, event: QShowEvent) -> None:
        """Has the layout ask again how high they are."""
        super().showEvent(event)
        self.updateGeometry()


class TrainingPanel(QFrame):
    """The side of the window in training, with tabs for the member's phone, the members, the lessons, and the keys.

    Signals:
        member_chosen: fill in this mobile number (`str`).
        arrived: a code has arrived on the phone (`str`: the message).
    """

    member_chosen = Signal(str)
    arrived = Signal(str)

    def __init__(self, formats: LocaleFormats) -> None:
        super().__init__()
        self._formats = formats
        self._practice: Practice | None = None
        self._course: Course | None = None
        self.setObjectName("training_panel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 8)
        self._tabs = _Tabs()
        self._tabs.setObjectName("training_tabs")
        self._tabs.setAccessibleName(self.tr("Training"))
        self._tabs.setExpanding(True)
        self._tabs.setDrawBase(False)
        self._tabs.setUsesScrollButtons(False)
        # A click must not move the focus, so that the cashier can go on typing.
        self._tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # A tab that is not shown must not make the window scroll.
        self._pages = PageStack()
        self._phone = QVBoxLayout()
        self._members = QVBoxLayout()
        self._days = ChoiceBox(self.tr("What goes wrong next"), "bad_day")
        for words, page in (
            (self.tr("Phone"), self._phone_page()),
            (self.tr("Members"), self._members_page()),
            (self.tr("Lessons"), self._lessons_page()),
            (self.tr("Keys"), self._keys_page()),
        ):
            self._tabs.addTab(words)
            self._pages.addWidget(page)
        for place in (_LESSONS, _KEYS):
            self._tabs.setTabVisible(place, False)  # noqa: FBT003 - Qt's own signature
        self._tabs.currentChanged.connect(self._pages.setCurrentIndex)
        column.addWidget(self._tabs)
        column.addWidget(self._pages, 1)

    def hold_pad(self, pad: QWidget | None) -> None:
        """Takes the on-screen pad as a tab, or has none."""
        if pad is not None and pad.parentWidget() is not self._keys:
            self._keys_column.addWidget(pad, 1)
            pad.show()
        if pad is None and self._tabs.currentIndex() == _KEYS:
            self._tabs.setCurrentIndex(_PHONE)
        self._tabs.setTabVisible(_KEYS, pad is not None)

    def set_practice(self, practice: Practice) -> None:
        """Takes the practice service, so that its members and faults can be chosen."""
        self._practice = practice
        heading = ""
        for member in practice.members:
            if member.heading != heading:
                heading = member.heading
                self._add_member_row(label("strong", translate_training(heading), wrap=True))
            self._add_member_row(self._member_row(member))
        for fault in practice.bad_days:
            if fault.heading != heading:
                heading = fault.heading
                self._days.add_heading(translate_training(heading))
            self._days.addItem(translate_training(fault.words), fault.name)
        # The rows were made at scale 1.
        rescale(self, scale_of(self))

    def set_course(self, course: Course, style: Style) -> None:
        """Takes the course, so that its lessons can be chosen."""
        self._course = course
        self._lessons.addWidget(LessonsPanel(course, style), 1)
        self._tabs.setTabVisible(_LESSONS, True)  # noqa: FBT003 - Qt's own signature
        course.changed.connect(self._on_lesson_changed)

    def draw(self) -> None:
        """Shows that a fault is over."""
        if self._practice is not None and self._days.currentIndex() > 0 and self._practice.is_fine:
            self._days.setCurrentIndex(0)

    @Slot(object)
    def show_message(self, message: TextMessage) -> None:
        """Shows a message on the phone."""
        text = self.tr(
            "Your code to redeem {points} points is {code}. It is good for %Ln minute(s).",
            "",
            # It took a moment to arrive.
            max(1, round(message.valid_for / 60)),
        )
        bubble = label("bubble", name="phone_message", wrap=True)
        said = text.format(points=self._formats.number(message.points), code=message.code)
        bubble.setText(said)
        bubble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._phone.insertWidget(0, bubble)
        self._screen.verticalScrollBar().setValue(0)
        while self._phone.count() > _BUBBLES + 1:
            item = self._phone.takeAt(self._phone.count() - 2)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for newest in (self._newest, self._for_lesson):
            newest.setText(said)
        self._newest.show()
        is_at_lesson = self._is_learning and self._tabs.currentIndex() == _LESSONS
        self._for_lesson.setVisible(self._is_learning)
        if self._tabs.currentIndex() != _KEYS and not is_at_lesson:
            self._tabs.setCurrentIndex(_PHONE)
        self.arrived.emit(said)

    @property
    def _is_learning(self) -> bool:
        """True in the middle of a lesson, which must stay in sight together with the code."""
        return self._course is not None and self._course.lesson is not None and not self._course.is_finished

    @Slot()
    def _on_lesson_changed(self) -> None:
        course = self._course
        if course is None or course.lesson is None or course.is_finished or course.step == 0:
            # No code has been sent yet, or none is needed any more.
            self._for_lesson.hide()

    def _keys_page(self) -> QWidget:
        self._keys = QWidget()
        column = self._keys_column = QVBoxLayout(self._keys)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 8)
        # A cashier who types the code with the pad must see it.
        self._newest = label("bubble", name="newest_message", wrap=True)
        self._newest.hide()
        column.addWidget(self._newest)
        return self._keys

    def _lessons_page(self) -> QWidget:
        page = QWidget()
        column = self._lessons = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        set_spacing(column, 8)
        self._for_lesson = label("bubble", name="message_for_lesson", wrap=True)
        self._for_lesson.hide()
        column.addWidget(self._for_lesson)
        return page

    def _phone_page(self) -> QWidget:
        page = QFrame()
        set_role(page, "phone")
        frame = QVBoxLayout(page)
        set_margins(frame, 16, 14, 10, 14)
        set_spacing(frame, 8)
        title = label("small", self.tr("The member’s phone"))
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        frame.addWidget(title)
        # However many messages there are, they take no more room than a phone has.
        self._screen = _scrolled(self._phone, self.tr("The member’s phone"))
        set_role(self._screen, "form")
        frame.addWidget(self._screen, 1)
        set_margins(self._phone, 0, 0, 6, 0)
        set_spacing(self._phone, 8)
        self._phone.addStretch(1)
        self._days.addItem(self.tr("Nothing goes wrong"), "")
        self._days.activated.connect(self._on_bad_day)
        outer = QVBoxLayout()
        outer.setContentsMargins(0, 0, 0, 0)
        set_spacing(outer, 8)
        set_minimum_height(page, _LEAST_PHONE)
        outer.addWidget(page, 1)
        above = label("small", self.tr("What goes wrong next"))
        above.setBuddy(self._days)
        outer.addWidget(above)
        outer.addWidget(self._days)
        area = _scrolled(outer, self.tr("Phone"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _members_page(self) -> QWidget:
        area = _scrolled(self._members, self.tr("Members"))
        set_margins(self._members, 0, 0, 6, 0)
        set_spacing(self._members, 6)
        self._members.addStretch(1)
        return area

    def _add_member_row(self, row: QWidget) -> None:
        # Before the stretch at the end.
        self._members.insertWidget(self._members.count() - 1, row)

    def _member_row(self, member: PracticeMember) -> QWidget:
        row = QFrame()
        set_role(row, "panel")
        column = QVBoxLayout(row)
        set_margins(column, 12, 8, 12, 8)
        set_spacing(column, 2)
        head = QHBoxLayout()
        name = ElidedLabel("plain")
        name.setText(member.name)
        head.addWidget(name, 1)
        choose = Button(member.mobile, f"practice_{member.mobile}", role="link")
        choose.setAccessibleName(self.tr("Fill in {mobile}").format(mobile=member.mobile))
        choose.setProperty("mobile", member.mobile)
        choose.clicked.connect(self._on_chosen)
        head.addWidget(choose)
        column.addLayout(head)
        case = translate_training(member.case)
        column.addWidget(label("small", f"{case} ({member.code})" if member.code else case, wrap=True))
        return row

    @Slot()
    def _on_chosen(self) -> None:
        self.member_chosen.emit(self.sender().property("mobile"))

    @Slot(int)
    def _on_bad_day(self, index: int) -> None:
        if self._practice is not None:
            self._practice.make_bad_day(str(self._days.itemData(index)))


def _scrolled(column: QVBoxLayout, words: str) -> QScrollArea:
    """Puts a column into a frame of its own that scrolls, also with the arrow keys."""
    area = QScrollArea()
    make_viewport(area)
    area.setAccessibleName(words)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inside = QWidget()
    inside.setLayout(column)
    area.setWidget(inside)
    return area
