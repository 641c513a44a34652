"""Does what Escape and the function keys ask for, on the page that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from desktop.gui.screen import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.gui.controller import Controller
    from desktop.gui.navigation import Navigation
    from desktop.gui.pages.till_pages import TillPages
    from desktop.gui.paper_requests import PaperRequests
    from desktop.gui.widgets.drawer import Drawer


class FunctionKeys(QObject):
    """The keys that do the same in the whole window."""

    def __init__(
        self,
        window: QWidget,
        pages: TillPages,
        navigation: Navigation,
        controller: Controller,
        *,
        drawer: Drawer,
        paper: PaperRequests,
    ) -> None:
        """Takes the keys from now on.

        Args:
            window: has the keys.
            pages: shows one page at a time.
            navigation: opens and leaves pages.
            controller: of the counter.
            drawer: of training.
            paper: prints.
        """
        super().__init__(window)
        self._pages = pages
        self._navigation = navigation
        self._drawer = drawer
        self._paper = paper
        self._controller = controller
        for key, slot in (
            ("F2", navigation.show_history),
            ("F4", self.begin_new_customer),
            ("F6", self._on_all_points),
            ("F9", self._on_print),
            ("F10", navigation.show_settings),
            ("Esc", self._on_escape),
        ):
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(slot)

    @Slot()
    def begin_new_customer(self) -> None:
        """Leaves whatever page is shown, and begins with the next customer."""
        if self._controller.screen.is_locked:
            return
        if self._pages.is_elsewhere:
            self._navigation.show_counter()
        self._controller.new_customer()

    @Slot()
    def _on_escape(self) -> None:
        pages = self._pages
        if self._drawer.is_open:
            self._drawer.close_drawer()
        elif pages.shows_sign_on:
            pages.sign_on_page.escape()
        elif pages.shows_give_back and pages.give_back_page.step_back():
            # The question whether as many points are given back once more was withdrawn.
            return
        elif pages.shown_day is not None and pages.shown_day.step_back():
            # The question whether to close the day was withdrawn.
            return
        elif pages.shows_give_back or pages.shown_day is not None:
            # An action started in the history ends there.
            self._navigation.return_to_history()
        elif pages.shows_settings and pages.settings_page.step_back():
            # The contents of a support file were shown in the place of the settings.
            return
        elif pages.is_elsewhere:
            self._navigation.show_counter()
        else:
            self._controller.back()

    @Slot()
    def _on_all_points(self) -> None:
        screen, pages = self._controller.screen, self._pages
        if pages.shows_give_back:
            pages.give_back_page.choose_all()
        elif not pages.is_elsewhere and screen.busy is None and screen.question is None:
            pages.counter.points.choose_all()

    @Slot()
    def _on_print(self) -> None:
        screen, pages = self._controller.screen, self._pages
        if screen.is_locked:
            return
        history, day = pages.shown_history, pages.shown_day
        if history is not None:
            history.print_selected()
        elif day is not None:
            day.print_report()
        elif pages.shows_give_back:
            pages.give_back_page.print_receipt()
        elif screen.place is Place.RECEIPT and screen.attempt is not None:
            self._paper.print_receipt(screen.attempt)
