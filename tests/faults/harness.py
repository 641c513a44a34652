"""The test harness: a practice service, a fault proxy in front of it, and the tills that use it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from desktop import paths
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationCode
from desktop.training.service import PracticeService
from tests.faults.headless_till import HeadlessTill, press
from tests.faults.ledger_check import disagreements
from tests.faults.proxy import FaultProxy

if TYPE_CHECKING:
    import ssl
    from pathlib import Path

    from desktop.domain.redemption import Attempt

RICH = "919876543003"
"""The sample member with points for any number of redemptions."""


def draft(bill: str, points: str = "1", *, mobile: str = RICH, program: str = "") -> Draft:
    """Makes what a cashier asks for."""
    return Draft(
        identifier=Identifier(IdentifierKind.MOBILE, mobile),
        points=Points(Decimal(points)),
        bill=bill,
        program_id=program,
    )


class Harness:
    """A service, a proxy, and a folder for the tills' journals.

    The time limits are so long that no test reaches them by accident.

    Args:
        folder: of the journals.
        context: for TLS between tills and proxy; None for plain HTTP.
        service: the service of another harness, to share it; None for a new one.
        settings: overrides for the tills' settings.

    Attributes:
        settings: the settings of every till, unless a test passes others.
        journals: the journal of every till that was started.
    """

    def __init__(
        self,
        folder: Path,
        *,
        context: ssl.SSLContext | None = None,
        service: PracticeService | None = None,
        **settings: Any,  # noqa: ANN401 - of Settings
    ) -> None:
        self.folder = folder
        self._owns_service = service is None
        self.service = service or PracticeService()
        self.service.start()
        self.proxy = FaultProxy(int(self.service.url.rpartition(":")[2]), context=context)
        # Tests that kill a till redeem without a code, because none can be made for a bill that may never be sent.
        code_from = Decimal(1_000_000)
        chosen: dict[str, Any] = {
            "read_timeout": 5.0, "connect_timeout": 2.0, "settle_after": 3.0, "code_from": code_from
        } | settings  # fmt: skip
        self.settings = Settings(
            server=self.proxy.url, till=self.service.till, cashier="Ravi", requests_per_minute=100_000, **chosen
        )
        self.journals: list[Path] = []

    def data(self, name: str = "till") -> Path:
        """Returns a till's data folder. From now on, its journal is compared with the ledger."""
        journal = paths.journal(self.folder / name)
        if journal not in self.journals:
            self.journals.append(journal)
        return journal.parent

    def till(self, name: str = "till", **options: Any) -> HeadlessTill:  # noqa: ANN401 - of HeadlessTill
        """Starts a till. The same name has the same journal."""
        settings = options.pop("settings", self.settings)
        return HeadlessTill(settings, self.data(name), self.service.password, **options)

    def code(self, wanted: Draft) -> ValidationCode:
        """Has a code sent without the till, and returns it. While a code is valid, it stays the same."""
        return ValidationCode(self.service.calls.codes.issue(wanted.identifier.value)[0])

    def redeem(self, till: HeadlessTill, wanted: Draft) -> Attempt:
        """Has a code sent and redeems; see `headless_till.press`."""
        return press(till.counter, wanted, self.code(wanted))

    def moved(self, attempt: Attempt) -> int:
        """Returns how often points moved for an attempt."""
        return sum(1 for one in self.service.ledger() if one.reference == attempt.reference)

    def disagreements(self, *, settled: bool = True) -> dict[str, list[str]]:
        """Compares the ledger with every journal; see `ledger_check.disagreements`."""
        return disagreements(self.service, self.journals, settled=settled)

    def close(self) -> None:
        """Closes proxy and service, and raises the first exception in the proxy itself."""
        self.proxy.close()
        if self._owns_service:
            self.service.stop()
        if self.proxy.errors:
            raise self.proxy.errors[0]
