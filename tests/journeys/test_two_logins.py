"""One window at a time across all logins of a machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.store.writer_lock import WriterLock
from tests.logins import ASHA, acting_as, needs_root, shared_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.training.service import PracticeService
    from tests.journeys.tills import OpenTill

pytestmark = needs_root


@pytest.fixture
def shared() -> Iterator[Path]:
    with shared_folder() as folder:
        yield folder


def test_the_window_says_that_another_login_has_the_till(
    open_till: OpenTill, service: PracticeService, shared: Path
) -> None:
    """As soon as the other one closes, Try again opens it."""
    with acting_as(ASHA):
        other = WriterLock(paths.journal(shared))
    cashier = open_till(service=service, data=shared, ready=False)
    cashier.until_sees("Try again")
    shown = " ".join(cashier.texts())
    assert "The till is open in another login on this computer." in shown
    assert "PT-JOURNAL-OTHER-LOGIN" in shown
    other.release()
    cashier.press("Try again")
    cashier.until_ready()
    cashier.redeem("10")
    assert len(service.ledger()) == 1


def test_the_secret_of_the_machine_opens_the_till(open_till: OpenTill, service: PracticeService, shared: Path) -> None:
    """No login has one in a keyring of its own, and what the page stores is for all of them."""
    from desktop.store.secrets import Passwords
    from desktop.training.answers import TILL

    with acting_as(ASHA):
        Passwords({}, home=service.url, machine=shared).set(TILL, service.password, service.url)
    cashier = open_till(service=service, data=shared, password="")
    cashier.redeem("10")
    assert len(service.ledger()) == 1
