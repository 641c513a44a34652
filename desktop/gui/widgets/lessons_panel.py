"""Shows the lessons of the training: the list, then one step at a time, and at the end that the cashier can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.lessons import LESSONS, Lesson
from desktop.gui.icons import Icon
from desktop.gui.scale import make_viewport, rescale, set_margins, set_spacing
from desktop.gui.voice import announce
from desktop.gui.widgets.buttons import Button
from desktop.gui.widgets.labels import ValueLabel, label
from desktop.gui.words import translate_training

if TYPE_CHECKING:
    from desktop.gui.course import Course
    from desktop.gui.style import Style


class LessonsPanel(QFrame):
    """A page of the training panel. It never moves the focus, which the cashier needs for the lesson."""

    def __init__(self, course: Course, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._course = course
        self._style = style
        self._announced = ""
        self.setObjectName("lessons")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        make_viewport(area)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        set_margins(self._column, 0, 0, 6, 0)
        set_spacing(self._column, 8)
        area.setWidget(inside)
        outer.addWidget(area)
        course.changed.connect(self.draw)
        self.draw()

    @Slot()
    def draw(self) -> None:
        """Draws the list, or the lesson at hand."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # It is gone at once for the eye and the screen reader; Qt deletes it when it is done with it.
                widget.hide()
                widget.deleteLater()
        lesson = self._course.lesson
        if lesson is None:
            self._announced = ""
            self._draw_list()
        else:
            self._draw_lesson(lesson)
        self._column.addStretch(1)
        rescale(self, self._style.scale)

    def _draw_list(self) -> None:
        self._column.addWidget(label("strong", self.tr("Five short lessons"), wrap=True))
        for number, lesson in enumerate(LESSONS, start=1):
            title = f"{self.locale().toString(number)}. {translate_training(lesson.title)}"
            icon = "check" if lesson.name in self._course.done else "cap"
            button = Button(title, f"lesson_{lesson.name}", role="quiet", icon=icon)
            if lesson.name in self._course.done:
                button.setAccessibleDescription(self.tr("You can do this."))
            button.clicked.connect(self._on_chosen)
            self._column.addWidget(button)

    def _draw_lesson(self, lesson: Lesson) -> None:
        course = self._course
        self._column.addWidget(label("title", translate_training(lesson.title), wrap=True))
        for place, step in enumerate(lesson.steps[: course.step + 1]):
            is_done = place < course.step
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            set_spacing(line, 8)
            icon, tone = ("check", "good") if is_done else ("next", "accent")
            line.addWidget(Icon(self._style, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
            if is_done:
                line.addWidget(label("muted", translate_training(step.says), wrap=True), 1)
            else:
                now = ValueLabel(self.tr("Lesson"), "lesson_step", "strong")
                now.setWordWrap(True)
                now.show_value(translate_training(step.says))
                line.addWidget(now, 1)
            self._column.addWidget(row)
        if course.is_finished:
            end = ValueLabel(self.tr("Lesson"), "lesson_step", "title")
            end.setWordWrap(True)
            end.show_value(self.tr("You can do this."))
            self._column.addWidget(end)
            following = self._following(lesson)
            if following is not None:
                after = Button(self.tr("Next lesson"), "next_lesson", role="quiet", icon="cap")
                after.clicked.connect(self._on_next)
                self._column.addWidget(after)
        leave = Button(self.tr("All lessons"), "all_lessons", role="link")
        leave.clicked.connect(course.leave)
        self._column.addWidget(leave)
        self._announce(
            self.tr("You can do this.") if course.is_finished else translate_training(lesson.steps[course.step].says)
        )

    def _announce(self, text: str) -> None:
        if text != self._announced:
            self._announced = text
            announce(self, text, interrupts=False)

    @staticmethod
    def _following(lesson: Lesson) -> Lesson | None:
        place = LESSONS.index(lesson) + 1
        return LESSONS[place] if place < len(LESSONS) else None

    @Slot()
    def _on_chosen(self) -> None:
        name = self.sender().objectName().removeprefix("lesson_")
        self._course.begin(next(one for one in LESSONS if one.name == name))

    @Slot()
    def _on_next(self) -> None:
        lesson = self._course.lesson
        following = self._following(lesson) if lesson is not None else None
        if following is not None:
            self._course.begin(following)
