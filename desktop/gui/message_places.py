"""Shows the message where it belongs: at its field, above the answers to a question, or above the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.gui.screen import Notice, Screen
from desktop.gui.voice import announce

if TYPE_CHECKING:
    from desktop.gui.banners import Banners
    from desktop.gui.controller import Controller
    from desktop.gui.pages.till_pages import TillPages
    from desktop.gui.widgets.bar import Bar


class MessagePlaces:
    """The places of the message. It stands in one of them at a time, and is announced once."""

    def __init__(self, controller: Controller, pages: TillPages, bar: Bar, banners: Banners) -> None:
        self._controller = controller
        self._pages = pages
        self._bar = bar
        self._banners = banners
        self._announced = Notice()

    def draw(self, screen: Screen) -> None:
        """Shows the message of a screen on the page that is shown."""
        pages, counter = self._pages, self._pages.counter
        asks = screen.question is not None and not pages.is_elsewhere
        self._bar.setEnabled(not asks)
        if pages.is_elsewhere:
            notice = screen.aside
        else:
            # A question stays until it is answered, whatever else there is to say.
            notice = screen.question.says if screen.question is not None else screen.notice
        on_counter = bool(notice.text) and pages.shown is counter
        on_sign_on = bool(notice.text) and pages.shows_sign_on
        has_place = on_counter or on_sign_on
        if pages.shown is counter:
            counter.show_message(notice)
        else:
            counter.remove_messages()
        if pages.shows_sign_on:
            pages.sign_on_page.show_message(notice)
        self._banners.draw(screen, Notice() if has_place else notice, is_elsewhere=has_place)
        if notice != self._announced:
            self._announced = notice
            if notice.text:
                place = counter.message if on_counter else self._banners.message
                label = pages.sign_on_page.message.label if on_sign_on else place.label
                announce(label, self._controller.as_of_now(notice).spoken)
