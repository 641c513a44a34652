"""Reads a window as a screen reader does, and finds what it could not use."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAccessibleInterface

FINGER = 44

_ASKED = {"Group": "Whose points?"}
"""Labels that ask for what a field is named after."""

_ENTRIES = {
    QAccessible.Role.ListItem, QAccessible.Role.TreeItem, QAccessible.Role.MenuItem, QAccessible.Role.Cell
}  # fmt: skip


def tree(root: QWidget) -> Iterator[tuple[QAccessibleInterface, bool]]:
    """Yields everything that a screen reader can reach, and whether all parents can be seen."""
    reader = QAccessible.queryAccessibleInterface(root)
    yield from _below(reader, is_seen=True)


def _below(reader: QAccessibleInterface, *, is_seen: bool) -> Iterator[tuple[QAccessibleInterface, bool]]:
    yield reader, is_seen
    is_seen = is_seen and not reader.state().invisible
    for at in range(reader.childCount()):
        child = reader.child(at)
        if child.isValid():
            yield from _below(child, is_seen=is_seen)


def name_of(reader: QAccessibleInterface) -> str:
    """Returns what a screen reader calls something: its name, or that of the label that points at it."""
    if reader.role() is QAccessible.Role.ComboBox:
        # On Linux, Qt gives the name of a combo box by its label only.
        return " ".join(label_texts(reader))
    return str(reader.text(QAccessible.Text.Name)).strip()


def label_texts(reader: QAccessibleInterface) -> list[str]:
    """Returns the texts of the labels that point at something."""
    labels = [one for one, flag in reader.relations() if flag & QAccessible.RelationFlag.Label]
    return [text for one in labels if (text := str(one.text(QAccessible.Text.Name)).strip())]


def stops(window: QWidget) -> list[QWidget]:
    """Returns the widgets that the Tab key stops at, in its order."""
    found = []
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        is_stop = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus) and at.isVisible() and at.isEnabled()
        # Of radio buttons, Tab stops at the chosen one, and the arrows move on. A proxy is a stop of its own.
        is_other = isinstance(at, QRadioButton) and at.autoExclusive() and not at.isChecked()
        if is_stop and not is_other and at.focusProxy() is None:
            found.append(at)
        at = at.nextInFocusChain()
    return found


def called(widget: QWidget) -> str:
    """Returns a widget's name for the report."""
    return f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName()!r}"


# What may be wrong


def unnamed_stops(window: QWidget) -> list[str]:
    """Returns the stops without a name."""
    return [called(one) for one in stops(window) if not name_of(QAccessible.queryAccessibleInterface(one))]


def same_names(window: QWidget) -> list[str]:
    """Returns the names that several stops share."""
    counted = Counter(one.accessibleName() for one in stops(window))
    return [f"{count} stops are named {name!r}" for name, count in counted.items() if count > 1]


def names_without_their_words(window: QWidget) -> list[str]:
    """Returns the buttons whose name lacks words that stand on them."""
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
    return [
        f"{called(one)} shows {text!r}"
        for one in buttons
        if (text := one.text().replace("&&", "&").strip("…? ").casefold()) and any(map(str.isalnum, text))
        if text not in one.accessibleName().casefold()
    ]


def unlabelled_fields(window: QWidget) -> list[str]:
    """Returns the fields that no label points at. The words in an empty search field are its label."""
    fields = [
        one
        for one in window.findChildren(QWidget)
        if isinstance(one, QLineEdit | QPlainTextEdit | QComboBox) and one.isVisible()
        if not isinstance(one.parentWidget(), QComboBox)
    ]
    found = []
    for one in fields:
        reader = QAccessible.queryAccessibleInterface(one)
        name = one.accessibleName()
        has_label = label_texts(reader) in ([name], [f"{name} (required)"], [_ASKED.get(name)])
        is_its_own = isinstance(one, QLineEdit) and one.placeholderText() == one.accessibleName() != ""
        if not has_label and not is_its_own:
            found.append(called(one))
    return found


def closed_lists(window: QWidget) -> list[str]:
    """Returns the entries that a screen reader finds although their list is closed.

    The choice that has the focus keeps the one that is chosen, because Orca reads its value there.
    """
    focused = QApplication.focusWidget()
    chosen = focused.currentText() if isinstance(focused, QComboBox) else None
    return [
        f"{reader.text(QAccessible.Text.Name)} (focused: {bool(reader.state().focused)})"
        for reader, is_seen in tree(window)
        if not is_seen and reader.role() in _ENTRIES and not reader.state().invisible
        if reader.text(QAccessible.Text.Name) != chosen or reader.state().focused
    ]


def tabs_that_are_none(window: QWidget) -> list[str]:
    """Returns the tab bars that a screen reader does not find as tabs."""
    found = []
    for bar in window.findChildren(QTabBar):
        if bar.isVisible():
            reader = QAccessible.queryAccessibleInterface(bar)
            children = [reader.child(at) for at in range(reader.childCount())]
            tabs = [one for one in children if one.role() is QAccessible.Role.PageTab]
            if reader.role() is not QAccessible.Role.PageTabList or len(tabs) != bar.count():
                found.append(called(bar))
    return found


def small_rows(window: QWidget) -> list[str]:
    """Returns the check boxes and the rows of lists that are too low for a finger."""
    found = [
        f"{called(one)} {one.height()}"
        for one in window.findChildren(QWidget)
        if isinstance(one, QCheckBox | QRadioButton) and one.isVisible() and one.height() < FINGER
    ]
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if not isinstance(view, QHeaderView) and view.isVisible() and model.rowCount():
            height = view.visualRect(model.index(0, 0)).height()
            found += [f"a row of {called(view)} {height}"] if height < FINGER else []
    return found


def errors_not_told(window: QWidget) -> list[str]:
    """Returns the fields that look wrong but do not say so to a screen reader."""
    return [
        called(one)
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.property("tone") == "bad" and isinstance(one, QLineEdit | QPlainTextEdit | QComboBox)
        if not one.accessibleDescription().startswith("Error: ")
    ]


def jumps(window: QWidget) -> list[str]:
    """Returns the steps of the tab order that go up or back, except to the top of the next column.

    A button that fills in the points comes after all fields: on it, the space of a reason would change the points.
    """
    order = stops(window)
    is_rtl = window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    found = []
    for one, other in pairwise(order):
        if isinstance(one, QLineEdit) and other.objectName() == "all_points":
            continue
        here, there = _place(one, other), _place(other, one)
        is_above = there.bottom() < here.top()
        in_next_column = there.right() < here.left() if is_rtl else there.left() > here.right()
        is_beside = there.top() <= here.bottom() and here.top() <= there.bottom()
        is_back = is_beside and (there.left() > here.right() if is_rtl else there.right() < here.left())
        if (is_above and not in_next_column) or is_back:
            found.append(f"from {called(one)} {here.getRect()} to {called(other)} {there.getRect()}")
    return found


def _place(widget: QWidget, beside: QWidget) -> QRect:
    """Returns where a widget is, or the frame that it scrolls in if the other one is outside of that."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and not parent.isAncestorOf(beside):
            widget = parent
        parent = parent.parentWidget()
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


RULES: tuple[Callable[[QWidget], list[str]], ...] = (
    unnamed_stops,
    same_names,
    names_without_their_words,
    unlabelled_fields,
    closed_lists,
    tabs_that_are_none,
    small_rows,
    errors_not_told,
    jumps,
)
"""Everything that must hold on every page."""


def barriers(window: QWidget) -> list[str]:
    """Returns everything on a page that a person with a screen reader or without a mouse cannot use."""
    return [f"{rule.__name__}: {one}" for rule in RULES for one in rule(window)]
