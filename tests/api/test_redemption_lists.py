"""Tests over real HTTP how the lists that a day is compared with are read, page after page."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from desktop.api.client import LoyaltyClient
from desktop.domain.failures import Lost, Unanswered
from desktop.domain.reconciliation import ServiceRedemption
from desktop.domain.settings import Settings
from tests.api.servers import answering, reply
from tests.api.test_reversal_pages import DRAFT, page
from tests.api.wire.samples import REDEMPTIONS, tree
from tests.api.wire.test_store_reports import REPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.api.servers import MakeServer, Server

START, END = date(2026, 11, 21), date(2026, 11, 23)


@pytest.fixture
def make_client(make_server: MakeServer) -> Iterator[Callable[..., tuple[LoyaltyClient, Server]]]:
    """Makes a client of a service that gives some pages, one after the other."""
    clients: list[LoyaltyClient] = []

    def make(*pages: bytes) -> tuple[LoyaltyClient, Server]:
        server = make_server(answering(*pages))
        clients.append(LoyaltyClient.of(Settings(server=server.url, till="till.one"), "server123"))
        return clients[-1], server

    yield make
    for client in clients:
        client.close()


def queries(server: Server) -> list[dict[str, list[str]]]:
    """Returns the queries that the service received."""
    return [parse_qs(urlsplit(request.split(b" ")[1].decode()).query) for request in server.requests]


def times(*minutes: int) -> list[tuple[str, str]]:
    """Returns rows of the day, newest first."""
    return [(f"REF-{minute}", f"2026-11-22 10:{minute:02}:00") for minute in minutes]


def test_a_member_s_list(make_client: Callable[..., tuple[LoyaltyClient, Server]]) -> None:
    """Every redemption of the days is asked for, without a reference, and read with its till."""
    client, server = make_client(page(("REF-1", "2026-11-22 10:00:00")))
    assert client.redemptions_of(DRAFT, START, END) == (
        ServiceRedemption(
            reference="REF-1",
            redemption_id="id-REF-1",
            points=Decimal(100),
            bill="bilnum100000",
            time="2026-11-22 10:00:00",
            till="till.one",
            program_id="973",
        ),
    )
    query = queries(server)[0]
    assert "external_reference_number" not in query
    assert (query["start_date"], query["end_date"], query["mlp"]) == (["2026-11-21"], ["2026-11-23"], ["true"])


def test_a_full_page_is_followed_by_older_ones(make_client: Callable[..., tuple[LoyaltyClient, Server]]) -> None:
    """The next page is bounded by the oldest time of the last one, and overlaps it."""
    client, server = make_client(page(*times(9, 8, 7, 6, 5), number=1), page(*times(5, 4), number=2))
    found = client.redemptions_of(DRAFT, START, END)
    assert [one.reference for one in found] == [f"REF-{minute}" for minute in (9, 8, 7, 6, 5, 4)]
    assert queries(server)[1]["end_date"] == ["2026-11-22 10:05:00"]


@pytest.mark.parametrize(
    "pages",
    [
        [page(*times(9, 8, 7, 6, 5), number=1), page(*times(9, 8, 7, 6, 5), number=2)],
        [page(*times(9), stated=3, number=1), page(*times(9), stated=3, number=2)],
        [
            page(*times(9, 8, 7, 6, 5), stated=9, number=1),
            page(*times(5, 4), number=2),
            page(*times(4), number=3),
        ],
        [page(*times(9, 8, 7, 6, 5), number=1), page(*times(4), number=2)],
        [page(*times(1, 2, 3, 4, 5), number=1)],
        [page(*times(9, 8), stated=1, number=1)],
        [page(*times(9)).replace(b"X-Cap-Requestid", b"Age: 60\r\nX-Cap-Requestid")],
    ],
    ids=[
        "the same page again",
        "fewer than stated",
        "fewer than the first page stated",
        "a bound that leaves its own second out",
        "in another order",
        "more than stated",
        "from a cache",
    ],
)
def test_a_list_that_is_not_complete_proves_nothing(
    make_client: Callable[..., tuple[LoyaltyClient, Server]], pages: list[bytes]
) -> None:
    """If rows could be missing, the list is a failure, because a missing row would look like a difference."""
    client, server = make_client(*pages)
    with pytest.raises(Unanswered) as caught:
        client.redemptions_of(DRAFT, START, END)
    assert caught.value.why is Lost.CONTRADICTORY
    assert len(server.requests) == len(pages), "no page is asked for that cannot help"


def test_a_till_is_read_from_what_there_is(make_client: Callable[..., tuple[LoyaltyClient, Server]]) -> None:
    """A release that leaves `redeemed_at` out may still name the till by its code."""
    body: Any = tree(REDEMPTIONS)
    del body["response"]["customer"]["redemptions"]["points"]["point"][0]["redeemed_at"]
    client, _ = make_client(reply(json.dumps(body).encode()))
    assert [one.till for one in client.redemptions_of(DRAFT, START, END)] == ["t1"]


def test_the_store_s_list(make_client: Callable[..., tuple[LoyaltyClient, Server]]) -> None:
    """The store's list has no reference and no id."""
    client, server = make_client(reply(REPORT.encode()))
    (row,) = client.redemptions_of_store(END, END)
    assert (row.bill, row.reference, row.redemption_id) == ("B-1", "", "")
    assert queries(server)[0]["type"] == ["redemption"]
