"""Tests over real HTTP how a redemption's list of reversals is looked for, page after page."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from desktop.api.client import MOST_PAGES, LoyaltyClient
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.reversal import ReversalsSeen
from desktop.domain.settings import Settings
from tests.api.servers import answering, reply
from tests.api.wire.samples import REDEMPTIONS, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.api.servers import MakeServer, Server

DRAFT = Draft(identifier=Identifier(IdentifierKind.MOBILE, "919777788221"), points=Points(Decimal(100)))


@pytest.fixture
def make_client(make_server: MakeServer) -> Iterator[Callable[..., tuple[LoyaltyClient, Server]]]:
    """Makes a client of a service that gives some pages, one after the other."""
    clients: list[LoyaltyClient] = []

    def make(*pages: bytes) -> tuple[LoyaltyClient, Server]:
        server = make_server(answering(*pages))
        clients.append(LoyaltyClient.of(Settings(server=server.url, till="store.server"), "server123"))
        return clients[-1], server

    yield make
    for client in clients:
        client.close()


def page(*rows: tuple[str, str], stated: int | None = None, number: int = 0) -> bytes:
    """Makes a page of redemptions, each with its reference and its time."""
    body: Any = tree(REDEMPTIONS)
    customer = body["response"]["customer"]
    sample = customer["redemptions"]["points"]["point"][0]
    customer["redemptions"]["points"]["point"] = [
        {**sample, "external_reference_number": reference, "redemption_id": f"id-{reference}", "redeemed_time": time}
        for reference, time in rows
    ]
    customer["points_count"] = customer["rows"] = len(rows) if stated is None else stated
    return reply(json.dumps(body).encode(), headers=f"X-Cap-Requestid: page-{number}\r\n")


def test_a_service_that_ignores_the_filter_is_asked_for_older_pages(
    make_client: Callable[..., tuple[LoyaltyClient, Server]],
) -> None:
    """The second page is bounded by the oldest time of the first."""
    client, server = make_client(
        page(("A", "2025-03-12 10:00:00"), ("B", "2025-03-11 10:00:00"), stated=3),
        page(("B", "2025-03-11 10:00:00"), ("REF-1", "2025-03-10 10:00:00"), stated=3, number=1),
    )
    seen = client.find_reversals(DRAFT, "REF-1", "id-REF-1")
    assert (seen.is_seen, seen.redemption_id) == (True, "id-REF-1")
    asked = parse_qs(urlsplit(server.requests[1].split(b" ")[1].decode()).query)
    assert asked["end_date"] == ["2025-03-11 10:00:00"]
    assert asked["mlp"] == ["true"]


@pytest.mark.parametrize(
    "pages",
    [
        [page(("A", "2025-03-12 10:00:00"))],
        [page(("A", "2025-03-12 10:00:00"), stated=9), page(("A", "2025-03-12 10:00:00"), stated=9, number=1)],
    ],
    ids=["everything was shown", "the page repeats"],
)
def test_a_redemption_that_is_not_shown_is_not_seen(
    make_client: Callable[..., tuple[LoyaltyClient, Server]], pages: list[bytes]
) -> None:
    """The client stops when no other page can follow."""
    client, server = make_client(*pages)
    assert client.find_reversals(DRAFT, "REF-1", "") == ReversalsSeen()
    assert len(server.requests) == len(pages)


def test_it_stops_after_many_pages(make_client: Callable[..., tuple[LoyaltyClient, Server]]) -> None:
    """A service whose pages never end does not hold the till up."""
    pages = [
        page((f"A{number}", f"2025-03-{28 - number:02} 10:00:00"), stated=99, number=number)
        for number in range(MOST_PAGES + 1)
    ]
    client, server = make_client(*pages)
    assert client.find_reversals(DRAFT, "REF-1", "") == ReversalsSeen()
    assert len(server.requests) == MOST_PAGES
