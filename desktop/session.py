"""Sets up one window with its controllers, workers and services, and ends them in order."""

from __future__ import annotations

import logging
import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.domain import settings as options
from desktop.domain.access import SignIn
from desktop.domain.failures import SettingsUnusable
from desktop.domain.paper import PRACTICE_STORE
from desktop.domain.receipt import ShopTexts
from desktop.domain.settings import CustomerDisplay
from desktop.gui.bills_controller import BillsController
from desktop.gui.controller import Controller
from desktop.gui.day_controller import DayController
from desktop.gui.formats import LocaleFormats, locale_of
from desktop.gui.office_controller import OfficeController
from desktop.gui.receipts import ReceiptDesign, isolated_in_rtl
from desktop.gui.resting_collector import RestingCollector
from desktop.gui.screen import Place
from desktop.gui.settings_controller import SettingsController
from desktop.gui.settling_controller import SettlingController
from desktop.gui.telling_controller import TellingController
from desktop.gui.till_view import TillView
from desktop.gui.timers import after_painting
from desktop.gui.touch import has_touch
from desktop.gui.words import Words
from desktop.gui.worker import LEFT_RUNNING, WorkerThread
from desktop.head_office_link import HeadOfficeLink
from desktop.services import Services
from desktop.shop_printing import ShopPrinting
from desktop.store import proxy_password, secrets
from desktop.texts import is_rtl, translator, window_language
from desktop.update_watch import may_close

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtCore import QTranslator

    from desktop.domain.failures import Failure
    from desktop.domain.messages import Catalogue
    from desktop.domain.redemption import Attempt, State
    from desktop.domain.reversal import Reversal
    from desktop.domain.settings import Settings
    from desktop.domain.support import SupportFile
    from desktop.gui.customer_window import CustomerWindow
    from desktop.gui.main_window import MainWindow
    from desktop.gui.pages.settings_page import SettingsPage
    from desktop.gui.pages.setup_page import SetupPage
    from desktop.gui.screen import Screen
    from desktop.gui.style import Style
    from desktop.gui.widgets.phone import Mailbox, TrainingPanel
    from desktop.practice_desk import PracticeDesk
    from desktop.store.settings_file import Loaded
    from desktop.store.writer_lock import WriterLock
    from desktop.training.codes import PhoneMessage

_log = logging.getLogger(__name__)

_TrialPageT = TypeVar("_TrialPageT", "SettingsPage", "SetupPage")
"""A page that prints test pages."""

_END_TIMEOUT = 5_000
"""Milliseconds in which a worker must end. Its calls are already cut, so only a disk, a keyring or a printer can take
longer."""


_PASSWORDS = {
    "password": (secrets.ENVIRONMENT_NAME,),
    "proxy_password": (proxy_password.ENVIRONMENT_NAME,),
    # Both or neither: the environment's key does not go with a stored secret.
    "oauth_key": (secrets.KEY_NAME, secrets.SECRET_NAME),
    "oauth_secret": (secrets.KEY_NAME, secrets.SECRET_NAME),
}
"""The variables of passwords, by the names of their rows on the settings page."""

_MOST_PROBLEMS = 3
"""Problems of settings that the window names. The settings page and `doctor` name all."""


class Session(QObject):
    """One window with its controllers and workers.

    Attributes:
        kept_lock: the journal's lock if `end` was to keep it, and every thread that writes to it has ended.
        kept_printing: the printing, if `end` was to keep it.

    Signals:
        practice_requested: the cashier wants to practise first.
        practice_ended: the cashier leaves training.
        settings_saved: the window must start again with other settings.
    """

    practice_requested = Signal()
    practice_ended = Signal()
    settings_saved = Signal()

    kept_lock: WriterLock | None = None
    kept_printing: ShopPrinting | None = None

    def __init__(
        self,
        loaded: Loaded,
        style: Style,
        catalogue: Catalogue,
        window: MainWindow,
        *,
        config: Path,
        data: Path,
        training: bool,
        lock: WriterLock | None,
        printing: ShopPrinting | None = None,
        failure: Failure | None = None,
        diagnose: Callable[[], Mapping[str, object]] = dict,
    ) -> None:
        """Fills the window. `begin` starts the workers.

        Args:
            loaded: the settings in force.
            style: the theme.
            catalogue: the messages for failures.
            window: the window to fill.
            config: the folder of the settings.
            data: the folder of this run's journal.
            training: True for the practice service.
            lock: the writer's lock, if it could be taken.
            printing: goes on from the session before; None for one of its own.
            failure: why nothing may be redeemed, beside what `loaded` says. The window then shows that.
            diagnose: returns the doctor's report for the support file, on the office worker's thread.
        """
        super().__init__()
        chosen = loaded.settings
        language, folder = window_language(chosen.language), paths.resources() / "translations"
        self._translator = translator(folder, language)
        settings = _practice_settings(chosen, self._translator) if training else chosen
        loaded = replace(loaded, settings=settings)
        self.training = training
        self._loaded = loaded
        self._style = style
        self._failure = failure or loaded.unusable
        self.failed_to_open = self._failure is not None
        self._kept_aside: str | None = None
        self._in_sight: tuple[str, State] | None = None
        QApplication.installTranslator(self._translator)
        direction = Qt.LayoutDirection.RightToLeft if is_rtl(language) else Qt.LayoutDirection.LeftToRight
        QApplication.setLayoutDirection(direction)
        style.apply(settings.theme)
        style.reduce_motion(reduced=settings.reduced_motion)

        formats = LocaleFormats(locale_of(language, settings.country), settings.country, settings.currency)
        # Numbers within translated texts (`%Ln`) must have the same digits as all others.
        QLocale.setDefault(formats.locale)
        self.design = self._make_design(chosen, language, folder, training=training)
        self._mailbox: Mailbox | None = None
        self.services = Services(
            settings,
            os.environ,
            config=config,
            data=data,
            training=training,
            lock=lock,
            on_message=self._on_phone_message if training else None,
            home=loaded.home,
            is_window=True,
            support=partial(_make_support_file, loaded, data, diagnose),
        )
        design, services = self.design, self.services
        self._counter = WorkerThread("counter", services.open_counter, self)
        self._settling = WorkerThread("settling", services.open_settling, self)
        self._office = WorkerThread("office", services.open_office, self)
        self._pos = WorkerThread("pos", services.open_pos_desk, self)
        self.head_office = HeadOfficeLink(settings, data, self)
        self.controller = Controller(
            settings,
            Words(catalogue, formats, settings.sign_in),
            self._counter,
            SettlingController(self._settling, self),
            cancel=services.cancel_counter,
            has_left=services.has_left,
            training=training,
            parent=self,
        )
        services.on_begun = self.controller.redeeming.begun.emit
        self.office = OfficeController(self._office, self)
        self.telling = TellingController(self._pos, self)
        self.bills = BillsController(self._settling, self)
        if printing is not None:
            printing.use(settings, design)
        self._shop_printing = printing or ShopPrinting(data, settings, design)
        self.printing = self._shop_printing.controller
        self.administration = SettingsController(
            self._office,
            loaded,
            given_passwords=[name for name, variables in _PASSWORDS.items() if all(map(os.environ.get, variables))],
            parent=self,
        )
        self.window = window
        with style.building():
            self.view = TillView(
                self.controller,
                self.office,
                self.printing,
                style,
                design,
                day=DayController(self._office, self._counter, self._settling, self),
                make_settings=self._make_settings_page,
            )
            window.setWindowTitle(QCoreApplication.translate("Bar", "Points Till"))
            self.customer = self._make_customer_window(style)
            self.setup = self._make_setup() if self._is_first_start else None
            window.setCentralWidget(self.setup or self.view)
        self._counter.opened.connect(self._on_counter_opened)
        self._collector = RestingCollector(self)
        self._connect()

    def _connect(self) -> None:
        # One timer for all redemptions: each single shot to a method keeps a few hundred bytes for good.
        self._refresh_soon = after_painting(self, self.office.refresh_today)
        self._catch_up_soon = after_painting(self, self.telling.catch_up)
        self.controller.changed.connect(self._collector.postpone)
        # The view has drawn the change by then.
        self.controller.changed.connect(self._note_in_sight)
        self.controller.attempt_known.connect(self._on_attempt_known)
        self.controller.late.recorded.connect(self.office.refresh_today)
        self.controller.giving_back.known.connect(self._on_reversal_known)
        self.telling.failed.connect(self.controller.say_failure)
        self.bills.answered.connect(self.office.refresh_today)
        self.controller.receipt_shown.connect(self.printing.print_automatically)
        self.administration.practice_requested.connect(self.practice_requested)
        self.administration.saved.connect(self._on_saved)
        self.view.bar.leave_training.clicked.connect(self.practice_ended)
        self.view.new_journal_requested.connect(self.office.set_journal_aside)
        self.office.set_aside.connect(self._on_set_aside)
        panel = self.view.counter.training
        if panel is not None:
            # Imported late, as all that only training needs.
            from desktop.gui.widgets.phone import Mailbox

            self._mailbox = Mailbox()
            self._mailbox.received.connect(panel.show_message)

    def begin(self) -> None:
        """Opens the journal and the connections on the worker threads.

        Asks for the settings first if they are missing.
        """
        self.view.focus()
        self._show_customer_window()
        self._report_problems()
        if self._failure is not None:
            self.controller.stop_with(self._failure)
            self.bills.stop_with(self._failure)
            # The settings page can repair what is wrong. The office worker saves it.
            self._open_office()
            if self._loaded.unusable is not None:
                self.view.navigation.show_settings()
        elif self.setup is not None:
            self.bills.stop_with(SettingsUnusable(()))
            self._open_office()
            self.setup.focus()
        else:
            self.controller.start()

    def works_with(self, overrides: Mapping[str, object]) -> bool:
        """True if this window works with the address and the till that another start's command line names."""
        return self.training or self._loaded.works_with(overrides)

    @property
    def _is_first_start(self) -> bool:
        """True if the till must be set up before its counter can be shown."""
        return self._failure is None and not self.training and not self._loaded.settings.is_complete

    def _make_setup(self) -> SetupPage:
        from desktop.gui.pages.setup_page import SetupPage

        return self._with_trial_print(SetupPage(self.administration, self.controller.words, self._style))

    def _with_trial_print(self, page: _TrialPageT) -> _TrialPageT:
        """Lets a page print test pages, and offer the printers that the system knows."""
        from desktop.gui.trial_print import TrialPrint

        trial = TrialPrint(self.printing, self.controller.words, page)
        page.test_print_requested.connect(trial.print_page)
        page.printers_wanted.connect(trial.list_printers)
        trial.changed.connect(page.show_print_state)
        trial.listed.connect(page.show_printers)
        return page

    @property
    def half_typed(self) -> str:
        """The beginning of a member's number, if the cashier is typing one at the counter."""
        return self.view.counter.member.half_typed

    def go_on(self, half_typed: str) -> None:
        """Goes on where the session ended whose settings were saved, and says that they are.

        Args:
            half_typed: what that session had as `half_typed`. The keys that come next belong to it.
        """
        if self.setup is not None:
            return
        if half_typed and not self.controller.screen.is_locked:
            self.view.counter.member.go_on_typing(half_typed)
        self.controller.say("good", self.tr("The settings are saved."))

    def _report_problems(self) -> None:
        """Says which settings have their default because what was set cannot be used."""
        problems = self._loaded.problems
        if not problems:
            return
        from desktop.gui.setting_words import setting_words

        known = [setting_words(options.SCHEMA[one.name].label) for one in problems if one.name in options.SCHEMA]
        # A file that cannot be read at all, or an entry that is no setting, is named as it is.
        other = [str(one) for one in problems if one.name not in options.SCHEMA]
        named = list(dict.fromkeys((*known, *other)))
        said = ", ".join(named[:_MOST_PROBLEMS])
        if len(named) > _MOST_PROBLEMS:
            said = f"{said}, …"
        text = self.tr("Cannot be used, so the default counts: {settings}. F10 shows why.")
        self.controller.add_standing_warning(text.format(settings=said))

    def _open_office(self) -> None:
        self.office.open()
        self.printing.open()

    def end(self, *, is_restart: bool = False) -> bool:
        """Ends the workers in order and empties the window. Returns True if every thread has ended that is not kept.

        Args:
            is_restart: True if another session for the same journal follows. The journal's lock stays held, and what is
                being printed goes on: `kept_lock` and `kept_printing` are for that session.
        """
        self.services.interrupt()
        if self._catch_up_soon.isActive():
            self.telling.catch_up()
        # The journal's writers must close it last. If a reader did, the side files of a crash would stay.
        # What the POS is to be told is told first. What the others find out while they end is told by the caller.
        ended = [self.head_office.stop(), self._pos.finish(_END_TIMEOUT, after_requests=True)]
        ended.append(self._office.finish(_END_TIMEOUT))
        writers_ended = [worker.finish(_END_TIMEOUT) for worker in (self._settling, self._counter)]
        if all(writers_ended):
            # Only they write to the journal. A disk or a keyring may hold up the others for long, and without the lock
            # the next session could not redeem before the program is started again.
            self.kept_lock = self.services.hand_on_lock() if is_restart else None
            self.services.close()
        ended += writers_ended
        if is_restart:
            self.kept_printing = self._shop_printing
        else:
            ended.append(self._shop_printing.stop(_END_TIMEOUT))
        if self.customer is not None:
            self.customer.close()
            self.customer.deleteLater()
        for shown in (self.setup, self.view):
            if shown is not None:
                shown.setParent(None)
                shown.deleteLater()
        QApplication.removeTranslator(self._translator)
        self._collector.end()
        # Otherwise Python would delete the Qt object later, in any thread.
        if all(ended):
            self.deleteLater()
        else:
            LEFT_RUNNING.append(self)
        return all(ended)

    @Slot(object)
    def _on_counter_opened(self, failure: Failure | None) -> None:
        self.failed_to_open = failure is not None
        kept, self._kept_aside = self._kept_aside, None
        if failure is None and kept is not None:
            text = self.tr("The till works with a new record now.")
            if kept:
                text = self.tr("The till works with a new record now. The damaged one is kept as {name}.")
            self.controller.say("good", text.format(name=isolated_in_rtl(kept)))
        if failure is not None:
            self.bills.stop_with(failure)
            _log.error("the till cannot work: %s", failure)
        elif self.services.shares_till:
            _log.warning("another window is open for the same service and till")
            self.controller.add_standing_warning(
                self.tr(
                    "Another window on this computer is open for the same service and till name. The two do not know "
                    "about each other’s redemptions. Close one of them."
                )
            )
        if failure is None and self.services.journal_moved_from:
            _log.warning("the journal is a copy: nothing that the other one began is sent again")
            self.controller.add_standing_warning(
                self.tr(
                    "This till’s record of redemptions was copied from another computer or from a backup. Nothing that "
                    "was started there is sent again. Ask support before you also use the other one."
                )
            )
        self._open_office()
        if failure is None:
            self.telling.open()
        if failure is None and not self.training:
            self.head_office.start()
        panel, practice = self.view.counter.training, self.services.practice
        if panel is not None and practice is not None:
            # Imported late, as all that only training needs.
            from desktop.practice_desk import PracticeDesk

            with_tokens = self.controller.settings.sign_in is SignIn.OAUTH
            self._offer_practice(panel, PracticeDesk(practice, with_tokens=with_tokens))

    def _offer_practice(self, panel: TrainingPanel, desk: PracticeDesk) -> None:
        """Fills the training panel, and lets the course watch what the cashier does."""
        from desktop.gui.course import Course

        panel.set_practice(desk)
        course = Course(self.controller, lambda fault: desk.make_bad_day(fault, also=True), self)
        self.view.pages.give_back_requested.connect(course.begin_giving_back)
        self.controller.giving_back.known.connect(course.note_reversal)
        panel.set_course(course, self._style)

    @Slot(object)
    def _on_attempt_known(self, attempt: Attempt) -> None:
        # After the outcome is on the screen. Reading at the same time would delay that.
        if not self._refresh_soon.isActive():
            self._refresh_soon.start()
        if not attempt.is_unsettled and not self._catch_up_soon.isActive():
            self._catch_up_soon.start()

    @Slot(object)
    def _on_reversal_known(self, reversal: Reversal) -> None:
        if not reversal.is_open:
            self.telling.catch_up()

    @Slot()
    def _on_saved(self) -> None:
        """Has the window start again, or, if a customer is half served, says that it does so afterwards.

        Saving waits for a keyring or for an export, and the user may have gone back to the counter meanwhile. An
        outcome that no one has read yet would be gone with the window.
        """
        if self._may_apply:
            self.settings_saved.emit()
            return
        if not self.administration.waits_to_apply:
            self.administration.waits_to_apply = True
            # Later, because a change may be followed by news.
            for changed in (self.controller.changed, self.controller.giving_back.changed):
                changed.connect(self._apply_if_free, Qt.ConnectionType.QueuedConnection)
        if self.view.pages.shows_settings:
            self.view.navigation.show_counter()
        self.controller.say("good", self.tr("The settings are saved. They count after this customer."))

    @property
    def _may_apply(self) -> bool:
        """True if the window can start again at once: no customer is half served, and every outcome was in sight."""
        screen, giving_back = self.controller.screen, self.controller.giving_back
        if self.setup is not None:
            return True
        if not self.view.pages.shows_settings:
            return may_close(screen, giving_back, has_been_read=False)
        # What becomes known while the settings are shown is news, or stands at the counter behind them.
        is_serving = screen.is_redeeming or giving_back.is_giving or screen.place in {Place.POINTS, Place.CODE}
        # Left open only behind the page to sign on, with an outcome that the next cashier reads.
        is_unread = giving_back.view.is_open or bool(screen.news)
        return not is_serving and not is_unread and _outcome_at(screen) in {None, self._in_sight}

    @Slot(object)
    def _note_in_sight(self, screen: Screen) -> None:
        if not self.view.pages.is_elsewhere:
            self._in_sight = _outcome_at(screen)

    @Slot()
    def _apply_if_free(self) -> None:
        is_free = may_close(self.controller.screen, self.controller.giving_back, has_been_read=False)
        if self.administration.waits_to_apply and is_free:
            self.administration.waits_to_apply = False
            self.settings_saved.emit()

    @Slot(str)
    def _on_set_aside(self, kept: str) -> None:
        _log.warning("the damaged journal was set aside as %s", kept or "nothing, because it had been deleted")
        self._kept_aside = kept
        self.controller.start()

    def _on_phone_message(self, message: PhoneMessage) -> None:
        """Runs on a thread of the practice service. The signal takes the message to the GUI thread."""
        from desktop.gui.widgets.phone import TextMessage

        if self._mailbox is not None:
            self._mailbox.received.emit(TextMessage(message.code, message.points, message.valid_for))

    def _make_customer_window(self, style: Style) -> CustomerWindow | None:
        """Returns the customer's display, if a setting asks for one."""
        settings = self.controller.settings
        if settings.customer_display is CustomerDisplay.OFF:
            return None
        from desktop.gui.customer_window import CustomerWindow

        made = CustomerWindow(
            self.controller,
            style,
            self.design,
            store=settings.store,
            logo=settings.receipt_logo,
            has_pad=has_touch(settings.number_pad),
        )
        made.code_entered.connect(self.view.counter.fill_code)
        made.activated.connect(self.window.activateWindow)
        return made

    def _show_customer_window(self) -> None:
        if self.customer is None:
            return
        if self.controller.settings.customer_display is CustomerDisplay.WINDOW:
            self.customer.show_as_window()
        else:
            from desktop.gui.second_display import SecondDisplay

            SecondDisplay(self.customer, self.window)

    def _make_settings_page(self) -> SettingsPage:
        from desktop.gui.pages.settings_page import SettingsPage

        page = self._with_trial_print(SettingsPage(self.controller, self.administration, self._style))
        if self.head_office.is_wanted and not self.training:
            self.head_office.status_changed.connect(page.show_sending)
            page.show_sending(self.head_office.status)
        return page

    @staticmethod
    def _make_design(settings: Settings, language: str, folder: Path, *, training: bool) -> ReceiptDesign:
        receipt_language = settings.receipt_language or language
        speaker = translator(folder, receipt_language)
        formats = LocaleFormats(locale_of(receipt_language, settings.country), settings.country, settings.currency)
        shop = ShopTexts(header=settings.receipt_header, footer=settings.receipt_footer, logo=settings.receipt_logo)
        return ReceiptDesign(
            formats,
            lambda text: speaker.translate("Receipt", text) or text,
            store=_practice_store(settings, speaker) if training else settings.store,
            training=training,
            rtl=is_rtl(receipt_language),
            shop=shop,
        )


def _outcome_at(screen: Screen) -> tuple[str, State] | None:
    """Returns which outcome the customer at hand has; None if there is none."""
    if screen.attempt is None or screen.place not in {Place.RECEIPT, Place.UNKNOWN}:
        return None
    return screen.attempt.reference, screen.attempt.state


def _practice_store(settings: Settings, speaker: QTranslator) -> str:
    return settings.store or speaker.translate("Receipt", PRACTICE_STORE) or PRACTICE_STORE


def _practice_settings(settings: Settings, speaker: QTranslator) -> Settings:
    """Returns settings for training on a till that is not set up yet.

    No one's own PIN is needed to practise. Training has a journal of its own, where tries would be counted again.

    Args:
        settings: what the till is set up with.
        speaker: has the window's language.
    """
    return replace(
        settings,
        till=settings.till or "practice.till",
        store=_practice_store(settings, speaker),
        sign_on=settings.cashiers_sign_on,
        cashier_pin_file="",
    )


def _make_support_file(loaded: Loaded, data: Path, diagnose: Callable[[], Mapping[str, object]]) -> SupportFile:
    """Makes the support file on the office worker's thread, with imports that the start does not need."""
    from desktop import support_file

    return support_file.make(loaded, data=data, diagnose=diagnose)
