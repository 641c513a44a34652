"""Tests the client over real HTTP: every call, and the look-up page by page."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from desktop.api.client import MOST_PAGES, LoyaltyClient
from desktop.domain.failures import NotSent, Refused, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationCode
from tests.api.servers import answering, reply
from tests.api.wire.samples import CODE, CUSTOMER, REDEEM, REDEEMABLE, REDEMPTIONS, REVERSED, redeem_answer, tree

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable, Iterator

    from desktop.flow.ports import LoyaltyApi
    from tests.api.servers import Behaviour, MakeServer, Server

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")
DRAFT = Draft(identifier=MOBILE, points=Points(Decimal("1.5")), bill="b-1")


@pytest.fixture
def make_client(make_server: MakeServer) -> Iterator[Callable[[Behaviour], tuple[LoyaltyClient, Server]]]:
    clients: list[LoyaltyClient] = []

    def make(behave: Behaviour) -> tuple[LoyaltyClient, Server]:
        server = make_server(behave)
        settings = Settings(server=server.url, till="store.server", attribution_type="TILL", attribution_code="t.2")
        clients.append(LoyaltyClient.of(settings, "server123"))
        return clients[-1], server

    yield make
    for client in clients:
        client.close()


def query(request: bytes) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(request.split(b" ")[1].decode()).query).items()}


def test_every_call_goes_out_and_comes_back(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """One customer at the counter, over one connection, with the vendor's samples as answers."""
    samples = (CUSTOMER, REDEEMABLE, CODE, REDEEM, REDEMPTIONS, REVERSED)
    client, server = make_client(
        answering(*(reply(one.encode(), headers="X-Cap-Requestid: r-9\r\n") for one in samples))
    )
    api: LoyaltyApi = client
    api.warm_up()
    assert api.find_member(MOBILE).points == Decimal(1991)
    assert api.check(MOBILE, Points(Decimal(10)), send_code=True).worth == Decimal(10)
    assert "SMS" in api.send_code(MOBILE, Points(Decimal(10))).message
    redeemed = api.redeem(DRAFT, "REF-1", ValidationCode("NS3U05"))
    assert (redeemed.redemption_id, redeemed.request_id) == ("7t4y2a", "r-9")
    look = api.find_redemptions(MOBILE, "REF-1")
    assert (look.complete, look.found[0].redemption_id) == (True, "AfL1vt")
    assert client.reverse("7t4y2a", Points(Decimal(10)), MOBILE, "REF-1").reversal_id == "rv-1"
    assert server.accepted == 1
    assert query(server.requests[1])["issue_otp"] == "true"
    assert b"\r\nX-CAP-API-ATTRIBUTION-ENTITY-TYPE: TILL\r\n" in server.requests[0]
    body = json.loads(server.requests[3].partition(b"\r\n\r\n")[2], parse_float=Decimal)
    assert body["root"]["redeem"][0]["points_redeemed"] == Decimal("1.5")
    assert body["root"]["redeem"][0]["external_reference_number"] == "REF-1"


def test_a_redemption_is_sent_once_whatever_comes_back(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """No answer makes the client repeat it, and the code stays out of what is kept."""
    refused = redeem_answer("false", 808, message="NS3U05 is wrong").body
    client, server = make_client(
        answering(reply(b"<html>", "520 Unknown"), reply(refused, "400 Bad Request"), reply(b"", "401 Unauthorized"))
    )
    with pytest.raises(Unanswered):
        client.redeem(DRAFT, "REF-1", ValidationCode("NS3U05"))
    with pytest.raises(Refused) as caught:
        client.redeem(DRAFT, "REF-1", ValidationCode("NS3U05"))
    assert caught.value.message == "•••••• is wrong"
    with pytest.raises(Refused):
        client.redeem(DRAFT, "REF-1", None)
    assert len(server.requests) == 3


def test_abort_and_close_end_it(make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]]) -> None:
    """Nothing is sent afterwards."""
    client, server = make_client(answering(reply()))
    client.abort()
    with pytest.raises(NotSent):
        client.redeem(DRAFT, "REF-1", None)
    assert server.requests == []


# Looking for a redemption where the filter is ignored


class Ledger:
    """A service that ignores the filter by reference, and more where it is told to.

    Attributes:
        rows: from new to old.
        page: the most it puts on one page.
        bounded: whether it heeds `end_date`.
        descending: whether it heeds `order`.
        tail: makes the bound one that includes its own second.
    """

    def __init__(
        self,
        references: list[str],
        *,
        page: int = 500,
        bounded: bool = True,
        descending: bool = True,
        inclusive: bool = True,
    ) -> None:
        self.rows = [
            {
                "id": number,
                "redemption_id": f"r{number}",
                "external_reference_number": reference,
                "redeemed_time": f"2025-{1 + (999 - number) // 28 % 12:02}-{1 + (999 - number) % 28:02} 10:00:00",
            }
            for number, reference in enumerate(references)
        ]
        self.rows.sort(key=lambda row: str(row["redeemed_time"]), reverse=True)
        self.page, self.bounded, self.descending = page, bounded, descending
        # Sorts right behind the bound itself.
        self.tail = " " if inclusive else ""

    def behave(self, server: Server, conn: socket.socket) -> None:
        while request := server.read(conn):
            end = query(request).get("end_date", "9999") if self.bounded else "9999"
            rows = [row for row in self.rows if str(row["redeemed_time"]) < end + self.tail]
            if not self.descending:
                rows.reverse()
            whole: Any = tree(REDEMPTIONS)
            whole["response"]["customer"]["redemptions"]["points"]["point"] = rows[: self.page]
            del whole["response"]["customer"]["points_count"]
            conn.sendall(reply(json.dumps(whole).encode()))


def others(count: int) -> list[str]:
    return [f"other-{number}" for number in range(count)]


@pytest.mark.parametrize(
    ("ledger", "complete", "pages"),
    [
        (Ledger([]), True, 1),
        (Ledger(others(7)), True, 1),
        # The default limit of ten, although five hundred were asked for: page after page, to the last one.
        (Ledger(others(33), page=10), True, 4),
        (Ledger(others(19), page=10), True, 3),
        # As many as one page takes: one more look proves that nothing hides behind it.
        (Ledger(others(10), page=10), True, 2),
        (Ledger(others(300), page=100), True, 4),
        # Nothing can be made sure of where the bound or the order is ignored.
        (Ledger(others(33), page=10, bounded=False), False, 2),
        (Ledger(others(33), page=10, descending=False), False, 1),
        (Ledger(others(33), page=10, inclusive=False), False, 2),
        # Too many to see them all.
        (Ledger(others(250), page=10), False, MOST_PAGES),
    ],
)
def test_an_absence_is_complete_only_where_everything_was_seen(
    ledger: Ledger,
    complete: bool,
    pages: int,
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """Finding nothing says something only where no redemption can have hidden."""
    client, server = make_client(ledger.behave)
    look = client.find_redemptions(MOBILE, "REF-1")
    assert (look.found, look.complete) == ((), complete)
    assert len(server.requests) == pages


@pytest.mark.parametrize("at", [0, 9, 10, 25, 32])
def test_a_redemption_is_found_on_whichever_page(
    at: int, make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]]
) -> None:
    """The filter is matched again, on every page."""
    references = others(33)
    references[at] = "REF-1"
    client, _ = make_client(Ledger(references, page=10).behave)
    assert [found.reference for found in client.find_redemptions(MOBILE, "REF-1").found] == ["REF-1"]


def test_a_release_that_shows_no_references_proves_no_absence(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """There, the redemption could be any of them."""
    ledger = Ledger(others(3))
    for row in ledger.rows:
        del row["external_reference_number"]
    client, _ = make_client(ledger.behave)
    look = client.find_redemptions(MOBILE, "REF-1")
    assert (look.found, look.complete) == ((), False)


def test_a_refused_look_up_is_no_absence(make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]]) -> None:
    """816, or anything but a success, is raised and never returned as finding nothing."""
    body = tree(REDEMPTIONS)
    body["response"]["status"] = {"success": "false", "code": 816, "message": "no such member"}
    client, _ = make_client(answering(reply(json.dumps(body).encode())))
    with pytest.raises(Refused):
        client.find_redemptions(MOBILE, "REF-1")
