"""Shows the message where it belongs: at its field, above the answers to a question, or above the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.gui.display import Cause
from desktop.gui.scale import LOW, scale_of
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
        self._announced = self._announced_aside = Notice()

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
        other = pages.with_message
        has_place = bool(notice.text) and (on_counter or other is not None)
        if pages.shown is counter:
            counter.show_message(notice)
        else:
            counter.remove_messages()
        if other is not None:
            other.show_message(notice)
        self._banners.draw(screen, Notice() if has_place else notice, is_elsewhere=has_place)
        self.fit_bar()
        if self._is_new(screen, notice) and notice.text:
            place = counter.message if on_counter else self._banners.message
            announce((place if other is None else other.message).label, self._controller.as_of_now(notice).spoken)

    def fit_bar(self) -> None:
        """Lets the POS's banner stand in the place of the bar in a low window, which has no room for both.

        Above the letters of the pad, the button for the next step would be cut. The banner's own button leads back,
        and the keys of the bar still work. Training must always be seen.
        """
        is_low = self._bar.window().height() < LOW * scale_of(self._bar)
        has_banner = not self._banners.hand_over.isHidden() and not self._pages.is_elsewhere
        self._bar.setHidden(is_low and has_banner and not self._controller.training)

    def _is_new(self, screen: Screen, notice: Notice) -> bool:
        """True if a message was not there before, or if the user has caused the same one again, such as with a button.

        The counter's is not new if a page beside the counter has closed.
        """
        if self._pages.is_elsewhere:
            before, self._announced_aside = self._announced_aside, notice
            if screen.notice != self._announced:
                self._announced = Notice()
        else:
            before, self._announced = self._announced, notice
            self._announced_aside = Notice()
        is_again = notice is not before and self._controller.cause is Cause.USER
        return notice != before or is_again
