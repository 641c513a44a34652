"""The whole window with a real head office: redemptions arrive there, and nothing about it disturbs the cashier."""

from __future__ import annotations

import socket
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from desktop.domain.head_office import TillKey, in_text, member_digest
from desktop.domain.setting_schema import Group
from desktop.gui.screen import Place
from desktop.head_office import queries, serving
from tests.api.servers import Server, reply
from tests.journeys.cashier import ASHA, Cashier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.training.service import PracticeService
    from tests.head_office.receivers import Receiver
    from tests.journeys.tills import OpenTill

KEY = TillKey(in_text(b"c" * 32), b"d" * 32)


@pytest.fixture
def deaf() -> Iterator[Server]:
    """A head office that accepts connections and never answers."""

    def behave(server: Server, conn: socket.socket) -> None:
        server.read(conn)
        server.over.wait(60)

    one = Server(behave)
    yield one
    one.close()


def _remark(cashier: Cashier) -> str:
    """Opens the settings of head office, and returns what stands above them."""
    cashier.key(Qt.Key.Key_F10)
    cashier.until_sees("Address of the service")
    cashier.session.view.pages.settings_page.form.show_group(Group.HEAD_OFFICE)
    return cashier.label("setting_group_remark")


def test_a_redemption_arrives_at_head_office(open_till: OpenTill, service: PracticeService, receiver: Receiver) -> None:
    """It is found by its reference with exactly the points that moved. The member is known by the digest alone."""
    key, reader = receiver.enrol("mg-road.1"), receiver.enrol_reader()
    cashier = open_till(
        service=service, head_office=receiver.url, head_office_key=key, head_office_pause=0.1, store="MG Road"
    )
    cashier.redeem("250.125", "MG-1")
    cashier.until_at(Place.RECEIPT)
    (moved,) = service.ledger()

    def arrived() -> bool:
        rows = receiver.get("/v1/redemptions", key=reader, reference=moved.reference).json["redemptions"]
        return bool(rows) and rows[0]["state"] == "redeemed"

    cashier.until(arrived, "the redemption at head office")
    (found,) = receiver.get("/v1/redemptions", key=reader, reference=moved.reference).json["redemptions"]
    assert (found["points_redeemed"], found["bill"], found["store"]) == ("250.125", "MG-1", "MG Road")
    assert found["redemption_id"] == moved.redemption_id
    with serving.connect(receiver.database) as connection:
        digest = member_digest(TillKey.parse(key).digest_key, "mobile", f"91{ASHA}")
        assert len(queries.redemptions(connection, queries.Search(member=digest))) == 1
        everything = str(connection.execute("SELECT * FROM event").fetchall())
        everything += str(connection.execute("SELECT * FROM attempt").fetchall())
    assert ASHA not in everything
    assert cashier.code() not in everything.replace(moved.reference, "")
    cashier.until(lambda: not cashier.session.head_office.status.behind, "everything confirmed")
    cashier.enter()
    cashier.until_at(Place.MEMBER)
    assert _remark(cashier) == "Head office has everything."


def test_a_till_that_was_offline_catches_up(open_till: OpenTill, service: PracticeService, receiver: Receiver) -> None:
    """What was redeemed while head office could not be reached is sent by the next window."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        closed = f"http://127.0.0.1:{listening.getsockname()[1]}"
    key, reader = receiver.enrol("mg-road.1"), receiver.enrol_reader()
    cashier = open_till(service=service, head_office=closed, head_office_key=key, head_office_pause=0.1)
    cashier.redeem("10")
    cashier.until_at(Place.RECEIPT)
    cashier.until(lambda: cashier.session.head_office.status.problem is not None, "a failure")
    cashier.enter()
    cashier.until_at(Place.MEMBER)
    remark = _remark(cashier)
    assert remark.startswith("Head office cannot be reached just now.")
    assert "to be sent" in remark
    assert cashier.end()
    again = open_till(service=service, head_office=receiver.url, head_office_key=key, head_office_pause=0.1)
    (moved,) = service.ledger()
    again.until(
        lambda: receiver.get("/v1/redemptions", key=reader, reference=moved.reference).json["redemptions"],
        "the redemption at head office",
    )


def test_a_head_office_that_hangs_delays_no_one(open_till: OpenTill, service: PracticeService, deaf: Server) -> None:
    """Customers are served as usual, and the window closes at once."""
    cashier = open_till(service=service, head_office=deaf.url, head_office_key=KEY.text, head_office_pause=0.1)
    assert deaf.reached.wait(20)
    for bill in ("MG-1", "MG-2"):
        cashier.redeem("5", bill)
        cashier.until_at(Place.RECEIPT)
        cashier.enter()
        cashier.until_at(Place.MEMBER)
    assert len(service.ledger()) == 2
    begun = time.monotonic()
    assert cashier.end()
    assert time.monotonic() - begun < 4
    assert not any(thread.name == "head-office" for thread in threading.enumerate())


def test_a_key_that_is_not_known_is_said(open_till: OpenTill, service: PracticeService) -> None:
    """The settings page names the reason, and the key itself is nowhere on it."""

    def behave(server: Server, conn: socket.socket) -> None:
        while server.read(conn):
            conn.sendall(reply(b"{}", "401 Unauthorized"))

    server = Server(behave)
    try:
        cashier = open_till(service=service, head_office=server.url, head_office_key=KEY.text)
        cashier.until(lambda: cashier.session.head_office.status.problem is not None, "a failure")
        assert _remark(cashier).startswith("Head office does not know this till’s key.")
        assert cashier.text("Key for head office") == ""
        assert not any(KEY.credential in text for text in cashier.texts())
        assert cashier.end()
    finally:
        server.close()


@pytest.mark.parametrize("settings", [{}, {"head_office": "https://head.example.com"}, {"head_office_key": KEY.text}])
def test_without_both_settings_nothing_is_sent(
    open_till: OpenTill, service: PracticeService, settings: dict[str, Any]
) -> None:
    """There is no thread for it, and the page says nothing."""
    cashier = open_till(service=service, **settings)
    assert not any(thread.name == "head-office" for thread in threading.enumerate())
    assert _remark(cashier) == ""


def test_training_is_never_sent(open_till: OpenTill, deaf: Server) -> None:
    """Nothing in training is real."""
    cashier = open_till(training=True, head_office=deaf.url, head_office_key=KEY.text, head_office_pause=0.1)
    cashier.redeem("5")
    cashier.until_at(Place.RECEIPT)
    assert not any(thread.name == "head-office" for thread in threading.enumerate())
    assert not deaf.accepted
