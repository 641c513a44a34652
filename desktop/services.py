"""Opens what the workers use: the practice service, the journal and its lock, and connections."""

from __future__ import annotations

import logging
import math
import threading
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.administration import StoredSecrets, TillAdministration
from desktop.domain.access import SignIn
from desktop.domain.failures import JournalTrouble, JournalUnusable, SettingsUnusable
from desktop.flow.clock import SystemClock

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.api.access import Access
    from desktop.api.client import LoyaltyClient
    from desktop.api.rate_limit import RateLimit
    from desktop.domain.access import Secret
    from desktop.domain.redemption import Attempt
    from desktop.domain.settings import Settings
    from desktop.domain.support import SupportFile
    from desktop.flow.background_till import BackgroundTill
    from desktop.flow.office import Office
    from desktop.flow.pos_desk import PosDesk
    from desktop.flow.till import Till
    from desktop.store.journal import SqliteJournal
    from desktop.store.open_tills import OpenTill
    from desktop.store.writer_lock import WriterLock
    from desktop.training.codes import PhoneMessage
    from desktop.training.service import PracticeService

_log = logging.getLogger(__name__)

SUPERVISOR = "supervisor.json"
"""The file beside the journal that counts the tries of the supervisor's PIN."""

PRACTICE = "training"
"""The name of the practice service in the journal."""


class Services:
    """Everything that the workers of one window use. Each `open_…` runs in the thread of its worker.

    The counter is opened first, because it sets up what the others share.

    Attributes:
        administration: changes the till itself, for the office worker.
        journal_moved_from: the identity of the journal that this one was copied from, if that is news or an outcome
            from there is unknown; otherwise empty. Set when the counter is open.
        on_begun: told on the counter's thread that an attempt is recorded and about to be sent; see `Redeemer`. To be
            set before the counter is opened.
        has_left: set whenever a request of the counter has left.
    """

    def __init__(
        self,
        settings: Settings,
        environment: Mapping[str, str],
        *,
        config: Path,
        data: Path,
        training: bool,
        lock: WriterLock | None,
        on_message: Callable[[PhoneMessage], None] | None = None,
        home: str = "",
        is_window: bool = False,
        support: Callable[[], SupportFile] | None = None,
    ) -> None:
        """Opens nothing yet.

        Args:
            settings: the settings in force; in training, address, till and password come from the practice service.
            environment: the environment, for the password.
            config: the folder of the settings file.
            data: the folder of this run's journal; in training, the training folder.
            training: True to start the practice service.
            lock: the writer's lock on the journal; None takes it when the counter is opened.
            on_message: called with codes that the practice service sends, on a thread of its own.
            home: the service's address in the settings file or the policy; see `store.secrets.Passwords`.
            is_window: True if a window uses them, so that another window for the same service and till is noticed.
            support: makes the support file. None if no one can ask for it.
        """
        self.settings = settings
        self.practice: PracticeService | None = None
        self._is_window = is_window
        self._open_till: OpenTill | None = None
        self._config = config
        self._root = data.parent if training else data
        self._journal_path = paths.journal(data)
        self._training = training
        self._lock = lock
        self._on_message = on_message
        self._home = home
        self._secrets = StoredSecrets(environment, self._root, home)
        self.administration = TillAdministration(
            settings,
            self._secrets,
            config=config,
            journal=self._journal_path,
            take_lock=self._take_lock,
            support=support,
        )
        self._access: Access | None = None
        self._rate_limit: RateLimit | None = None
        self._guard = threading.Lock()
        self._ended = False
        self.journal_moved_from = ""
        self.on_begun: Callable[[Attempt], object] | None = None
        self._counter_client: LoyaltyClient | None = None
        self.has_left = threading.Event()
        self._clients: list[LoyaltyClient] = []
        self._clocks: list[SystemClock] = []

    def open_counter(self) -> Till:
        """Opens the journal, in training the practice service, and the cashier's connection.

        Raises:
            Failure: the journal, the settings or the password cannot be used.
        """
        from desktop.flow.till import Till
        from desktop.store.cashier_pins import CashierPins
        from desktop.store.journal import SqliteJournal
        from desktop.store.supervisor import SupervisorPin, SupervisorTries
        from desktop.texts import load_catalogue

        self._warm_imports()
        lock = self._take_lock()
        self._move_in(lock)
        journal = SqliteJournal.open(
            self._journal_path, till=self.settings.till, lock=lock, on_progress=self._on_converted
        )
        try:
            died = journal.recover(datetime.now(UTC).astimezone())
            if died:
                _log.warning("%d attempts were under way when the till last ended", len(died))
            self.journal_moved_from = journal.moved_from
            self._start_practice()
            self._claim_till()
            # The customer waits at the counter. Settling reads every page of a look-up.
            self._counter_client = self._client(self.has_left, paging_time=self.settings.read_timeout)
            clock = self._clock()
            tries = SupervisorTries(journal, till=self.settings.till, cashier=self.settings.cashier, now=clock.now)
            supervisor = SupervisorPin(self._journal_path.with_name(SUPERVISOR), self.settings.supervisor_pin, tries)
            pins = None
            if self.settings.cashier_pin_file:
                folder, file = self._journal_path.parent, self.settings.cashier_pin_file
                pins = CashierPins(file, folder, journal, till=self.settings.till, now=clock.now)
            return Till(
                self._counter_client,
                journal,
                clock,
                self.settings,
                load_catalogue(),
                supervisor=supervisor,
                pins=pins,
                service=self._service,
                on_begun=self.on_begun,
            )
        except BaseException:
            journal.close()
            raise

    def open_settling(self) -> BackgroundTill:
        """Opens what the settling worker uses, and deletes mobile numbers that are older than the retention time.

        Raises:
            Failure: as for `open_counter`.
        """
        from desktop.flow.background_till import BackgroundTill
        from desktop.store.journal import SqliteJournal
        from desktop.store.sure_time import sure_time

        journal = SqliteJournal.open(
            self._journal_path, till=self.settings.till, lock=self._take_lock(), on_progress=self._on_converted
        )
        try:
            known = sure_time(self._journal_path, SystemClock().now())
            if known is not None:
                journal.forget_members(known - timedelta(days=self.settings.retention_days), known)
            client = self._client()
            till = self.settings.till if self.practice is None else self.practice.till
            return BackgroundTill(
                client,
                journal,
                self._clock(),
                self.settings,
                service=self._service,
                lists=client,
                login=client,
                till=till,
            )
        except BaseException:
            journal.close()
            raise

    def open_office(self) -> Office:
        """Opens what the office worker uses.

        It only reads the journal, so the history works even if redeeming has stopped.
        """
        from desktop.flow.office import Office
        from desktop.printing.saving import PdfFiles
        from desktop.store.errors import journal_errors
        from desktop.store.journal import SqliteJournal

        def open_journal() -> SqliteJournal:
            with journal_errors(self._journal_path):
                exists = self._journal_path.exists()
            if not exists:
                # A till that is not set up has no journal. The history is then empty, which is not an error.
                SqliteJournal.open(self._journal_path, till=self.settings.till, lock=self._take_lock()).close()
            return SqliteJournal.open(self._journal_path, writer=False)

        return Office(open_journal, PdfFiles(self.settings.paper, self._receipt_folder), self.administration)

    def open_pos_desk(self) -> PosDesk:
        """Opens what tells the POS the outcomes. It only reads the journal.

        It has a thread of its own, because a POS must not wait for an export or for a slow disk of receipts.
        """
        from desktop.flow.pos_desk import PosDesk
        from desktop.pos_files import PosFiles
        from desktop.store.journal import SqliteJournal
        from desktop.store.pos_records import PosRecords
        from desktop.store.sure_time import sure_time

        return PosDesk(
            lambda: SqliteJournal.open(self._journal_path, writer=False),
            lambda: PosRecords(paths.pos_records(self._journal_path.parent)),
            PosFiles(paths.own_folders(self._config, self._root)),
            SystemClock(),
            partial(sure_time, self._journal_path),
        )

    def cancel_counter(self) -> None:
        """Cancels the counter's call in flight. Called from the GUI thread; does not block."""
        if self._counter_client is not None:
            self._counter_client.cancel()

    def interrupt(self) -> None:
        """Cancels every call and every wait, now and later. Called from the GUI thread; does not block."""
        with self._guard:
            self._ended = True
            for client in self._clients:
                client.abort()
            for clock in self._clocks:
                clock.interrupt()
        self.administration.interrupt()

    def hand_on_lock(self) -> WriterLock | None:
        """Returns the journal's lock for the next session, and leaves it held. Call it after every writer has ended."""
        lock, self._lock = self._lock, None
        return lock

    def close(self) -> None:
        """Releases the lock and stops the practice service. Call it after the counter and settling have ended."""
        if self.practice is not None:
            self.practice.stop()
            self.practice = None
        if self._open_till is not None:
            self._open_till.release()
            self._open_till = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def shares_till(self) -> bool:
        """True if another window of this user was open for the same service and till when the counter was opened."""
        return self._open_till is not None and self._open_till.is_shared

    def _on_converted(self, _done: int, _every: int) -> None:
        """Stops the conversion of an earlier version's journal when the program ends.

        Raises:
            JournalUnusable: the program ends. The next start goes on.
        """
        if self._ended:
            raise JournalUnusable(JournalTrouble.UNAVAILABLE, str(self._journal_path))

    def _take_lock(self) -> WriterLock:
        from desktop.store.writer_lock import WriterLock

        with self._guard:
            if self._lock is None:
                self._lock = WriterLock(self._journal_path)
            return self._lock

    def _move_in(self, lock: WriterLock) -> None:
        """Moves what this login had for itself to the machine's folder. What cannot be moved stays for the next start.

        The doctor says what is left. The till works without it, because no till opens the login's own journal any more.
        """
        if self._training or not self._is_window or paths.machine_dir() != self._root:
            return
        from desktop import moving_in

        # The other way's secret, which this till does not use, is left to `machine move`.
        moving_in.move_rest(self._root, self.settings, self._home, sign_ins=(self.settings.sign_in,), lock=lock)

    def _start_practice(self) -> None:
        if not self._training or self.practice is not None:
            return
        from desktop.training.service import PracticeService

        practice = PracticeService(on_message=self._on_message, code_valid_for=self.settings.code_valid_for or 900.0)
        practice.start()
        self.practice = practice

    def _claim_till(self) -> None:
        if not self._is_window or self._training or not self.settings.is_complete:
            return
        from desktop.store.open_tills import OpenTill

        if self._open_till is not None:
            # The counter is opened again, and the other window may be closed by now.
            self._open_till.release()
        self._open_till = OpenTill(paths.open_tills_dir(), self.settings.service, self.settings.till)

    def _client(self, has_left: threading.Event | None = None, *, paging_time: float = math.inf) -> LoyaltyClient:
        from dataclasses import replace

        from desktop.api.client import LoyaltyClient, access_of
        from desktop.api.rate_limit import RateLimit

        settings = self.settings
        if self.practice is not None:
            settings = replace(settings, server=self.practice.url, till=self.practice.till, password_is_digest=False)
            secret: Secret = self.practice.password
            if settings.sign_in is SignIn.OAUTH:
                secret = self.practice.client
            access, proxy_password = access_of(settings, secret), ""
        else:
            if not settings.is_complete:
                missing = "server" if not settings.server else "till"
                raise SettingsUnusable(((missing, "is not set"),))
            with self._guard:
                known = self._access
            stored = self._secrets.of(settings.sign_in)
            secret = "" if known else stored.secret(settings.till, settings.server)
            # A secret that is changed later is read again as soon as the service does not accept this one.
            access = known or access_of(
                settings, secret, read_again=lambda: stored.secret(settings.till, settings.server)
            )
            proxy_password = self._secrets.of_proxy().get(settings)
        with self._guard:
            self._access = access = self._access or access
            if self._rate_limit is None:
                self._rate_limit = RateLimit(settings.requests_per_minute if self.practice is None else 100_000)
            client = LoyaltyClient.of(
                settings,
                access,
                proxy_password=proxy_password,
                rate_limit=self._rate_limit,
                has_left=has_left,
                paging_time=paging_time,
            )
            self._clients.append(client)
            if self._ended:
                client.abort()
        return client

    @property
    def _service(self) -> str:
        # The practice service has another port each time.
        return PRACTICE if self._training else self.settings.service

    def _clock(self) -> SystemClock:
        clock = SystemClock()
        with self._guard:
            self._clocks.append(clock)
            if self._ended:
                clock.interrupt()
        return clock

    def _receipt_folder(self) -> Path:
        from desktop.private_files import make_folder

        named = self.settings.receipt_folder
        folder = Path(named) if named else paths.documents_dir() / "Points Till"
        make_folder(folder)
        return folder

    @staticmethod
    def _warm_imports() -> None:
        """Imports, off the GUI thread, what the window will need there: the numbering plans of all countries."""
        import phonenumbers

        phonenumbers.parse("+14155552671")
