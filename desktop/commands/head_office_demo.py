"""Starts a head office to look at: a temporary PostgreSQL, the receiver, and three practice tills that redeem."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
import threading
from contextlib import ExitStack, suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import paths
from desktop.api.client import LoyaltyClient
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Failure
from desktop.domain.head_office import TillKey
from desktop.domain.masking import mask_digits
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationCode
from desktop.flow.clock import SystemClock
from desktop.flow.till import Till
from desktop.head_office import access, migrations, serving
from desktop.head_office.application import Trust
from desktop.head_office.temporary_database import temporary_database
from desktop.head_office_link import HeadOfficeLink
from desktop.standard_output import complain
from desktop.store.journal import SqliteJournal
from desktop.training.bad_days import BadDay
from desktop.training.service import PracticeService

if TYPE_CHECKING:
    from desktop.commands.console import Console
    from desktop.domain.messages import Catalogue

_TILLS = (("mg-road.1", "MG Road"), ("mg-road.2", "MG Road"), ("brigade.1", "Brigade Road"))
_MEMBERS = ("919777788221", "919876543003")
"""Sample members with enough points. The outcome for the first one stays unknown for a while at one till."""

_CASHIERS = ("Asha", "Meera", "Ravi")
_PAUSE = 2.0
_MOST = 300
"""Redemptions of one till, after which the demonstration only stands there to be looked at."""

_BAD_DAY = 4
"""The redemption of one till whose outcome the service does not tell."""

_READER = "demonstration"


def run(console: Console) -> ExitCode:
    """Prints the address of the page as one line of JSON, and goes on until it is interrupted.

    Raises:
        NoPostgresError: there is no PostgreSQL on this machine.
    """
    clock = SystemClock()
    with ExitStack() as stack:
        database = stack.enter_context(temporary_database({"fsync": "off"}))
        with serving.connect(database) as connection:
            migrations.migrate(connection, paths.head_office_resources() / "migrations")
            keys = [access.enrol_till(connection, till) for till, _store in _TILLS]
            reader = access.enrol_reader(connection, _READER)
        try:
            server = serving.Server(
                database, paths.head_office_resources(), Trust(everyone=_READER), port=console.command.port, threads=4
            )
        except OSError as error:
            complain(f"port {console.command.port} cannot be used: {error.strerror}")
            return ExitCode.USAGE
        serves = threading.Thread(target=server.run, name="head-office-server", daemon=True)
        serves.start()
        stack.callback(serves.join, 5)
        stack.callback(server.stop)
        folder = Path(tempfile.mkdtemp(prefix="points-till-demo-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        tills = [
            _PracticeTill(
                folder / till,
                till,
                store,
                key=key,
                head_office=server.url,
                catalogue=console.catalogue,
                clock=clock,
                seed=seed,
            )
            for seed, ((till, store), key) in enumerate(zip(_TILLS, keys, strict=True))
        ]
        # The last callback runs first: the tills end before their folder is removed.
        stack.callback(_end, tills, clock)
        for one in tills:
            one.start()
        console.print(json.dumps({"url": server.url, "key": reader}), flush=True)
        with suppress(KeyboardInterrupt):
            threading.Event().wait()
    return ExitCode.DONE


def _end(tills: list[_PracticeTill], clock: SystemClock) -> None:
    clock.interrupt()
    for one in tills:
        one.join(10)


class _PracticeTill(threading.Thread):
    """A till that redeems small amounts, with its own journal and its own practice service."""

    def __init__(
        self,
        data: Path,
        till: str,
        store: str,
        *,
        key: str,
        head_office: str,
        catalogue: Catalogue,
        clock: SystemClock,
        seed: int,
    ) -> None:
        super().__init__(name=till, daemon=True)
        self._settings = Settings(
            till=till,
            store=store,
            cashier=_CASHIERS[seed],
            head_office=head_office,
            head_office_key=TillKey.parse(key),
            head_office_pause=1.0,
        )
        self._data = data
        self._catalogue = catalogue
        self._clock = clock
        self._random = random.Random(seed)  # noqa: S311 - points and pauses of a demonstration
        self._has_bad_day = seed == len(_TILLS) - 1

    def run(self) -> None:
        """Redeems until the clock is interrupted."""
        practice = PracticeService()
        practice.till = self._settings.till
        practice.start()
        link = HeadOfficeLink(self._settings, self._data)
        settings = replace(self._settings, server=practice.url)
        client = LoyaltyClient.of(settings, practice.password)
        try:
            with SqliteJournal.open(paths.journal(self._data), till=settings.till) as journal:
                till = Till(client, journal, SystemClock(), settings, self._catalogue, service=settings.service)
                link.start()
                for number in range(1, _MOST + 1):
                    if self._has_bad_day and number == _BAD_DAY:
                        practice.bad_day(BadDay.ERROR_500, 1)
                    self._redeem(till, practice, number)
                    if self._clock.wait(self._random.uniform(0.5, 1.5) * _PAUSE):
                        return
                self._clock.wait(threading.TIMEOUT_MAX)
        finally:
            link.stop()
            client.close()
            practice.stop()

    def _redeem(self, till: Till, practice: PracticeService, number: int) -> None:
        member = _MEMBERS[number > _BAD_DAY] if self._has_bad_day else self._random.choice(_MEMBERS)
        draft = Draft(
            identifier=Identifier(IdentifierKind.MOBILE, member),
            shown=f"+{mask_digits(member)}",
            points=Points(Decimal(self._random.randint(1, 12)) / 4),
            bill=f"{self._settings.till.upper()}-{number}",
        )
        try:
            till.send_code(draft)
            till.redeem(draft, ValidationCode.parse(practice.codes()[member]), confirmed=True)
        except Failure as failure:
            complain(f"{self._settings.till}: {failure.support}")
