"""Tests the client over real HTTP: every call, and the look-up page by page."""

from __future__ import annotations

import json
import math
from contextlib import closing
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from desktop.api.client import MOST_PAGES, LoyaltyClient
from desktop.api.rate_limit import RateLimit
from desktop.domain.failures import Lost, NotSent, Refused, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationCode
from tests.api.servers import answering, reply
from tests.api.test_reversal_pages import page
from tests.api.wire.samples import CODE, CUSTOMER, REDEEM, REDEEMABLE, REDEMPTIONS, REVERSED, redeem_answer, tree

if TYPE_CHECKING:
    import socket
    import threading
    from collections.abc import Callable, Iterator

    from desktop.domain.eligibility import RedemptionsSeen
    from desktop.flow.ports import LoyaltyApi
    from tests.api.servers import Behaviour, MakeServer, Server

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")
DRAFT = Draft(identifier=MOBILE, points=Points(Decimal("1.5")), bill="b-1")
ONE_POINT = Draft(identifier=MOBILE, points=Points(Decimal(1)), bill="bilnum100000")
TEN_POINTS = Draft(identifier=MOBILE, points=Points(Decimal(10)))
LOOKED_FOR = Draft(identifier=MOBILE, points=Points(Decimal(100)), bill="b-1")
BEGUN = datetime(2025, 3, 10, 14, 0, tzinfo=UTC)


@pytest.fixture
def make_client(make_server: MakeServer) -> Iterator[Callable[[Behaviour], tuple[LoyaltyClient, Server]]]:
    clients: list[LoyaltyClient] = []

    def make(behave: Behaviour, paging_time: float = math.inf) -> tuple[LoyaltyClient, Server]:
        server = make_server(behave)
        settings = Settings(server=server.url, till="store.server", attribution_type="TILL", attribution_code="t.2")
        clients.append(LoyaltyClient.of(settings, "server123", paging_time=paging_time))
        return clients[-1], server

    yield make
    for client in clients:
        client.close()


def said(body: str, request_id: str) -> bytes:
    return reply(body.encode(), headers=f"X-Cap-Requestid: {request_id}\r\n")


def look(client: LoyaltyClient) -> RedemptionsSeen:
    return client.find_redemptions(LOOKED_FOR, "REF-1", begun=BEGUN, now=BEGUN + timedelta(minutes=2))


def query(request: bytes) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(request.split(b" ")[1].decode()).query).items()}


def test_every_call_goes_out_and_comes_back(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """One customer at the counter, over one connection, with the vendor's samples as answers."""
    samples = (CUSTOMER, REDEEMABLE, CODE, REDEEM, REDEMPTIONS, REVERSED)
    client, server = make_client(answering(*(said(one, f"r-{number}") for number, one in enumerate(samples))))
    api: LoyaltyApi = client
    api.warm_up()
    assert api.find_member(MOBILE).points == Decimal(1991)
    assert api.check(TEN_POINTS, send_code=True).worth == Decimal(10)
    assert "SMS" in api.send_code(MOBILE, Points(Decimal(10))).message
    redeemed = api.redeem(ONE_POINT, "REF-1", ValidationCode("NS3U05"))
    assert (redeemed.redemption_id, redeemed.request_id) == ("7t4y2a", "r-3")
    seen = look(client)
    assert (seen.complete, seen.found[0].redemption_id) == (True, "AfL1vt")
    assert client.reverse(TEN_POINTS, "REF-1", "7t4y2a", Points(Decimal(10))).reversal_id == "rv-1"
    assert server.accepted == 1
    assert query(server.requests[1])["issue_otp"] == "true"
    assert b"\r\nX-CAP-API-ATTRIBUTION-ENTITY-TYPE: TILL\r\n" in server.requests[0]
    body = json.loads(server.requests[3].partition(b"\r\n\r\n")[2], parse_float=Decimal)
    assert body["root"]["redeem"][0]["points_redeemed"] == 1
    assert body["root"]["redeem"][0]["external_reference_number"] == "REF-1"


def test_a_redemption_is_sent_once_whatever_comes_back(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """The client repeats it after no answer, and the code is not kept."""
    refused = redeem_answer("false", 808, message="NS3U05 is wrong").body.replace(b'"1"', b'"1.5"')
    refused = refused.replace(b"bilnum100000", b"b-1")
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


class Turns(RateLimit):
    """Notes for each request whether it moves points."""

    def __init__(self) -> None:
        super().__init__(100)
        self.moved: list[bool] = []

    def wait_for_turn(self, *, moves_points: bool, stopped: threading.Event) -> bool:
        self.moved.append(moves_points)
        return super().wait_for_turn(moves_points=moves_points, stopped=stopped)


def test_calls_that_move_points_are_sent_as_such(make_server: MakeServer) -> None:
    """They may use the reserve of the rate limit, and never an ageing connection."""
    server = make_server(answering(said(REDEEM, "r-1"), said(REVERSED, "r-2"), said(CUSTOMER, "r-3")))
    turns = Turns()
    with closing(
        LoyaltyClient.of(Settings(server=server.url, till="store.server"), "server123", rate_limit=turns)
    ) as client:
        client.redeem(ONE_POINT, "REF-1", None)
        client.reverse(TEN_POINTS, "REF-1", "7t4y2a", Points(Decimal(10)))
        client.find_member(MOBILE)
    assert turns.moved == [True, True, False]


# Look-ups of a service that ignores the filter


class Ledger:
    """A service that ignores the filter by reference, and more if a test wants it.

    Attributes:
        rows: from new to old.
        page: the most it puts on one page.
        bounded: whether it heeds `end_date`.
        descending: whether it heeds `order`.
        tail: makes the bound one that includes its own second.
        running: the ids are the numbers of the rows on their page, as in today's samples.
    """

    def __init__(
        self,
        references: list[str],
        *,
        page: int = 500,
        bounded: bool = True,
        descending: bool = True,
        inclusive: bool = True,
        running: bool = False,
    ) -> None:
        self.running = running
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
            count = len(rows)
            if not self.descending:
                rows.reverse()
            whole: Any = tree(REDEMPTIONS)
            if self.running:
                rows = [{**row, "id": number} for number, row in enumerate(rows, 1)]
            whole["response"]["customer"]["redemptions"]["points"]["point"] = rows[: self.page]
            whole["response"]["customer"].update(points_count=count, rows=count)
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
        # As many as one page takes: one more look-up proves that nothing hides behind it.
        (Ledger(others(10), page=10), True, 2),
        (Ledger(others(300), page=100), True, 4),
        (Ledger(others(33), page=10, running=True), True, 4),
        # Nothing can be proved if the bound or the order is ignored.
        (Ledger(others(33), page=10, bounded=False), False, 2),
        (Ledger(others(33), page=10, descending=False), False, 1),
        (Ledger(others(33), page=10, inclusive=False), False, 2),
        # Too many to see them all.
        (Ledger(others(250), page=10), False, MOST_PAGES),
    ],
)
def test_an_absence_is_complete_only_if_everything_was_seen(
    ledger: Ledger,
    complete: bool,
    pages: int,
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """Finding nothing proves absence only if no redemption can have been hidden."""
    client, server = make_client(ledger.behave)
    seen = look(client)
    assert (seen.found, seen.complete) == ((), complete)
    assert len(server.requests) == pages


def test_a_look_up_that_takes_too_long_asks_for_no_further_page(
    make_client: Callable[..., tuple[LoyaltyClient, Server]],
) -> None:
    """Pages that never end would hold the customer at the counter up for minutes. Nothing is proved by that."""
    client, server = make_client(Ledger(others(250), page=10).behave, paging_time=0.0)
    seen = look(client)
    assert (seen.found, seen.complete) == ((), False)
    assert not client.find_reversals(LOOKED_FOR, "REF-1", "").is_seen
    assert len(server.requests) == 2


@pytest.mark.parametrize("at", [0, 9, 10, 25, 32])
def test_a_redemption_is_found_on_any_page(
    at: int, make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]]
) -> None:
    """The filter is matched again, on every page."""
    references = others(33)
    references[at] = "REF-1"
    client, _ = make_client(Ledger(references, page=10).behave)
    assert [found.reference for found in look(client).found] == ["REF-1"]


def test_a_release_that_shows_no_references_proves_no_absence(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """There, the redemption could be any of them that is not certainly older."""
    ledger = Ledger(others(3))
    times = ("2025-03-10 23:00:00", "2025-03-10 22:00:00", "2024-01-01 00:00:00")
    for row, time in zip(ledger.rows, times, strict=True):
        del row["external_reference_number"]
        row["redeemed_time"] = time
    client, _ = make_client(ledger.behave)
    seen = look(client)
    assert seen.found == ()
    assert [one.time for one in seen.candidates] == ["2025-03-10 23:00:00", "2025-03-10 22:00:00"]


def test_a_look_alike_is_shown_once_from_any_page(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """Pages overlap by the second of the bound."""
    ledger = Ledger(others(19), page=10)
    ledger.rows[9]["external_reference_number"] = "-1"
    for number, row in enumerate(ledger.rows):
        row["redeemed_time"] = f"2025-03-10 {23 - number:02}:00:00"
    client, server = make_client(ledger.behave)
    ids = [one.redemption_id for one in look(client).candidates]
    assert (len(server.requests), ids) == (3, [ledger.rows[9]["redemption_id"]])


def test_an_id_that_several_redemptions_have_is_told(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """A service may use ids again. A redemption that two pages show, or one page twice, is one all the same."""
    ledger = Ledger(others(19), page=10)
    for number, row in enumerate(ledger.rows):
        row["redeemed_time"] = f"2025-03-10 {23 - number:02}:00:00"
    shared = ledger.rows[17]["redemption_id"] = ledger.rows[2]["redemption_id"]
    client, _ = make_client(ledger.behave)
    assert look(client).shared_ids == {shared}
    ledger.rows[17]["redemption_id"] = "alone"
    assert look(client).shared_ids == frozenset()


def test_a_look_alike_is_kept_although_the_look_up_saw_too_little(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """It is what a supervisor needs to know, and holds the redemption back."""
    ledger = Ledger(others(33), page=10, bounded=False)
    ledger.rows[0]["external_reference_number"] = "-1"
    client, _ = make_client(ledger.behave)
    seen = look(client)
    assert (seen.complete, [one.redemption_id for one in seen.candidates]) == (False, [ledger.rows[0]["redemption_id"]])


def test_an_absence_needs_as_many_redemptions_as_any_page_counted(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """The last page shows all that it counts, but one between the pages may be missing."""
    first = [(f"other-{hour}", f"2025-03-10 {hour}:00:00") for hour in (19, 18, 17, 16, 15)]
    last = [*first[-1:], ("other-14", "2025-03-10 14:00:00")]
    for stated, complete in ((6, True), (7, False)):
        client, _ = make_client(answering(page(*first, stated=stated), page(*last, number=1)))
        assert look(client).complete is complete


def test_a_mentioned_reference_ends_the_look_up_without_an_absence(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """The reference is somewhere in the answer, so the redemption may be there."""
    ledger = Ledger(others(3))
    ledger.rows[0]["notes"] = "for ref-1"
    client, server = make_client(ledger.behave)
    seen = look(client)
    assert (seen.found, seen.complete, len(server.requests)) == ((), False, 1)


def test_a_look_up_asks_for_a_fresh_answer_of_every_kind(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """`Cache-Control: no-cache` is sent on look-ups only. `type` is left out, so that the page limit takes effect."""
    client, server = make_client(answering(said(CUSTOMER, "r-1"), said(REDEMPTIONS, "r-2")))
    client.find_member(MOBILE)
    look(client)
    assert b"Cache-Control" not in server.requests[0]
    assert b"\r\nCache-Control: no-cache\r\n" in server.requests[1]
    assert "type" not in query(server.requests[1])
    assert query(server.requests[1])["points_limit"] == "500"


# Answers that belong to another request


def empty() -> str:
    """The sample without its row."""
    whole: Any = tree(REDEMPTIONS)
    customer = whole["response"]["customer"]
    customer["redemptions"]["points"]["point"] = []
    customer.update(points_count=0, rows=0)
    return json.dumps(whole)


def test_a_cached_answer_proves_no_absence_however_often_it_is_read(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """The first look-up with a request id counts, each later one with the same id does not."""
    client, server = make_client(answering(said(empty(), "r-1")))
    assert [look(client).complete for _ in range(3)] == [True, False, False]
    assert server.accepted == 2, "the connection that repeats an answer is not used again"


def test_answers_without_a_request_id_are_distinguished_by_what_they_echo(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """A release that sends none can still prove an absence."""
    client, server = make_client(answering(reply(empty().encode())))
    assert [look(client).complete for _ in range(3)] == [True, True, True]
    assert server.accepted == 1


def test_a_redemption_in_a_cached_answer_is_proof(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """The redemption happened, however old the answer is."""
    client, _ = make_client(answering(said(REDEMPTIONS, "r-1")))
    assert [bool(look(client).found) for _ in range(2)] == [True, True]


@pytest.mark.parametrize("request_id", ["NS3U05", "id-NS3U05-1", "919777788221"])
def test_a_code_that_comes_back_as_the_request_id_is_not_kept(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]], request_id: str
) -> None:
    """The journal, its exports and the POS keep request ids as they are. A repeated one is noticed all the same."""
    client, _ = make_client(
        answering(said(REDEEM, request_id), said("{}", f"{request_id}-2"), said(REDEEM, request_id))
    )
    assert client.redeem(ONE_POINT, "REF-1", ValidationCode("NS3U05")).request_id == ""
    with pytest.raises(Unanswered) as caught:
        client.redeem(ONE_POINT, "REF-1", ValidationCode("NS3U05"))
    assert caught.value.request_id == ""
    with pytest.raises(Unanswered) as caught:
        client.redeem(ONE_POINT, "REF-1", ValidationCode("NS3U05"))
    assert (caught.value.why, caught.value.request_id) == (Lost.STRAY, "")


def test_a_repeated_request_id_redeems_and_refuses_nothing(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """The first redemption's answer does not prove the second one."""
    client, server = make_client(answering(said(REDEEM, "r-1")))
    assert client.redeem(ONE_POINT, "REF-1", ValidationCode("NS3U05")).redemption_id == "7t4y2a"
    with pytest.raises(Unanswered) as caught:
        client.redeem(ONE_POINT, "REF-2", ValidationCode("NS3U05"))
    assert (caught.value.why, caught.value.request_id) == (Lost.STRAY, "r-1")
    assert len(server.requests) == 2


STRAYS: list[tuple[str, Callable[[LoyaltyClient], object]]] = [
    (REDEEM, lambda client: client.redeem(ONE_POINT, "REF-1", None)),
    (REDEEMABLE, lambda client: client.check(TEN_POINTS, send_code=False)),
    (CODE, lambda client: client.send_code(MOBILE, Points(Decimal(50)))),
    (REDEMPTIONS, look),
]


@pytest.mark.parametrize(("sample", "call"), STRAYS, ids=["redeem", "check", "code", "look"])
def test_after_a_stray_answer_the_connection_is_not_used_again(
    sample: str,
    call: Callable[[LoyaltyClient], object],
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """More answers that belong to other requests may wait on it."""
    stray = sample.replace("919777788221", "919777788222")
    client, server = make_client(answering(said(CUSTOMER, "r-1"), said(stray, "r-2")))
    client.find_member(MOBILE)
    with pytest.raises(Unanswered) as caught:
        call(client)
    assert (caught.value.why, server.accepted) == (Lost.STRAY, 1)
    client.find_member(MOBILE)
    assert server.accepted == 2


def test_after_a_stray_reversal_the_connection_is_not_used_again(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """Another redemption's reversal gives nothing back here."""
    client, server = make_client(answering(said(REVERSED, "r-1"), said(CUSTOMER, "r-2")))
    with pytest.raises(Unanswered) as caught:
        client.reverse(TEN_POINTS, "REF-1", "other", Points(Decimal(10)))
    assert caught.value.why is Lost.STRAY
    with pytest.raises(Unanswered):
        client.find_member(MOBILE)
    assert server.accepted == 2


def test_an_answer_that_is_only_lost_leaves_the_connection_as_it_is(
    make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]],
) -> None:
    """A contradiction belongs to this request, so the connection is still usable."""
    odd = redeem_answer("true", 808).body.decode()
    client, server = make_client(answering(said(odd, "r-1"), said(REDEEM, "r-2")))
    with pytest.raises(Unanswered) as caught:
        client.redeem(ONE_POINT, "REF-1", None)
    assert caught.value.why is Lost.CONTRADICTORY
    client.redeem(ONE_POINT, "REF-1", None)
    assert server.accepted == 1


def test_a_refused_look_up_is_no_absence(make_client: Callable[[Behaviour], tuple[LoyaltyClient, Server]]) -> None:
    """816, or anything but a success, is raised and never returned as finding nothing."""
    body = tree(REDEMPTIONS)
    body["response"]["status"] = {"success": "false", "code": 816, "message": "no such member"}
    client, _ = make_client(answering(reply(json.dumps(body).encode())))
    with pytest.raises(Refused):
        look(client)
