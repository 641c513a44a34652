"""Tests that the real implementations and the fakes have the signatures of the ports."""

from __future__ import annotations

import inspect

import pytest

from desktop.api.client import LoyaltyClient
from desktop.flow import ports
from desktop.flow.clock import SystemClock
from desktop.printing.printers import ShopPrinters
from desktop.printing.saving import PdfFiles
from desktop.store.journal import SqliteJournal
from desktop.store.print_queue import PrintQueue
from tests.flow.fakes import FakeClock, ScriptedApi


@pytest.mark.parametrize(
    ("port", "implementation"),
    [
        (ports.LoyaltyApi, LoyaltyClient),
        (ports.LoyaltyApi, ScriptedApi),
        (ports.Journal, SqliteJournal),
        (ports.Clock, SystemClock),
        (ports.Clock, FakeClock),
        (ports.DocumentFiles, PdfFiles),
        (ports.PrintQueue, PrintQueue),
        (ports.Printers, ShopPrinters),
    ],
)
def test_implementations_have_the_signatures_of_their_port(port: type, implementation: type) -> None:
    """They have the same methods with the same arguments, by position or by name alike."""
    promised = {name: method for name, method in vars(port).items() if inspect.isfunction(method)}
    asked = {name: method for name, method in promised.items() if not name.startswith("_")}
    assert asked
    for name, method in asked.items():
        wanted, offered = (inspect.signature(one).parameters for one in (method, getattr(implementation, name)))
        assert [(one.name, one.kind) for one in wanted.values()] == [
            (one.name, one.kind) for one in offered.values()
        ], name
