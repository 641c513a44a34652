"""Owns a shop for tests: a practice service, a fault proxy before it, and the tills that work through it."""

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
from tests.faults.audit import disagreements
from tests.faults.proxy import FaultProxy
from tests.faults.tills import TillAtWork, press

if TYPE_CHECKING:
    import ssl
    from pathlib import Path

    from desktop.domain.redemption import Attempt

RICH = "919876543003"
"""The sample member who has points for any number of redemptions."""


def draft(bill: str, points: str = "1", *, mobile: str = RICH, program: str = "") -> Draft:
    """What a cashier asks for."""
    return Draft(
        identifier=Identifier(IdentifierKind.MOBILE, mobile),
        points=Points(Decimal(points)),
        bill=bill,
        program_id=program,
    )


class Shop:
    """A service, a proxy, and where the tills keep their journals.

    Args:
        folder: of the journals.
        context: for a proxy that speaks TLS.
        service: another shop's, where several are to have the same; None for one of its own.
        settings: what is to differ from time limits that nothing reaches by itself.

    Attributes:
        settings: what every till is started with, unless it is said otherwise.
        journals: of every till that was started.
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
        chosen: dict[str, Any] = {"read_timeout": 5.0, "connect_timeout": 2.0, "settle_after": 3.0} | settings
        self.settings = Settings(
            server=self.proxy.url, till=self.service.till, cashier="Ravi", requests_per_minute=100_000, **chosen
        )
        self.journals: list[Path] = []

    def data(self, name: str = "till") -> Path:
        """The data folder of a till, whose journal is compared with the ledger from now on."""
        journal = paths.journal(self.folder / name)
        if journal not in self.journals:
            self.journals.append(journal)
        return journal.parent

    def till(self, name: str = "till", **options: Any) -> TillAtWork:  # noqa: ANN401 - of TillAtWork
        """Starts a till; the same name has the same journal."""
        settings = options.pop("settings", self.settings)
        return TillAtWork(settings, self.data(name), self.service.password, **options)

    def code(self, wanted: Draft) -> ValidationCode:
        """The code on the member's phone: sent now, without the till's help, or the same again while it is good."""
        return ValidationCode(self.service.calls.codes.issue(wanted.identifier.value)[0])

    def redeem(self, till: TillAtWork, wanted: Draft) -> Attempt:
        """Has a code sent and redeems; see `tills.press`."""
        return press(till.counter, wanted, self.code(wanted))

    def moved(self, attempt: Attempt) -> int:
        """How often points moved for an attempt."""
        return sum(1 for one in self.service.ledger() if one.reference == attempt.reference)

    def disagreements(self, *, settled: bool = True) -> dict[str, list[str]]:
        """Between the ledger and every journal; see `audit.disagreements`."""
        return disagreements(self.service, self.journals, settled=settled)

    def close(self) -> None:
        """Ends proxy and service; says what went wrong in the proxy itself."""
        self.proxy.close()
        if self._owns_service:
            self.service.stop()
        if self.proxy.troubles:
            raise self.proxy.troubles[0]
