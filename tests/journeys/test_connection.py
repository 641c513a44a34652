"""Tests that the window says *Connected* only if the service has accepted this till."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.training.state import PASSWORD
from tests.api.servers import Server, answering, reply
from tests.journeys.cashier import ASHA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.training.service import PracticeService
    from tests.journeys.cashier import Cashier
    from tests.journeys.tills import OpenTill

HTML = "Content-Type: text/html\r\n"


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def make(*answers: bytes) -> Server:
        servers.append(Server(answering(*answers)))
        return servers[-1]

    yield make
    for server in servers:
        server.close()


def until(cashier: Cashier, status: str) -> str:
    """Waits for a status. Returns the reason, which a screen reader and the tool tip have too."""
    cashier.qtbot.waitUntil(lambda: cashier.value("Connection") == status, timeout=10_000)
    connection = cashier.find("Connection")
    assert connection.toolTip() == connection.accessibleDescription()
    return str(connection.toolTip())


def test_a_till_that_is_accepted(open_till: OpenTill, service: PracticeService) -> None:
    """The service is asked for the login alone: no member is looked up, and there is no reason to tell."""
    cashier = open_till(service=service)
    assert until(cashier, "Connected") == ""
    assert [str(one["path"]) for one in service.requests()] == ["/v1.1/store/login.json"]


def test_a_password_that_is_refused(open_till: OpenTill, service: PracticeService) -> None:
    """The reason has the number for support. Once the password is right, the next call connects."""
    service.password = "another"
    cashier = open_till(service=service)
    assert "(401)" in until(cashier, "Not accepted")
    cashier.type("Mobile number", ASHA)
    cashier.enter()
    cashier.until_says("(401)")
    assert cashier.value("Connection") == "Not accepted"
    service.password = PASSWORD
    cashier.enter()
    cashier.until_sees("Available points")
    assert until(cashier, "Connected") == ""


@pytest.mark.parametrize(
    "answer",
    [
        reply(b"<html>Blocked by policy</html>", "403 Forbidden", HTML),
        reply(b"<html>Sign in to the Wi-Fi</html>", "200 OK", HTML),
        reply(b"", "302 Found", "Location: https://portal.example/\r\n"),
        reply(b"<html>Sign in</html>", "511 Network Authentication Required", HTML),
    ],
)
def test_something_else_that_answers(open_till: OpenTill, serve: Callable[..., Server], answer: bytes) -> None:
    """A web filter or a sign-in page is not the service."""
    cashier = open_till(server=serve(answer).url)
    reason = until(cashier, "Blocked")
    assert "below" not in reason
    assert "(PT-UNREADABLE)" in reason or "(PT-HTTP-511)" in reason


def test_a_service_with_an_error_of_its_own(open_till: OpenTill, serve: Callable[..., Server]) -> None:
    """It is neither slow nor blocked, and the status is the number for support."""
    server = serve(reply(b"", "503 Service Unavailable"))
    assert "(PT-HTTP-503)" in until(open_till(server=server.url), "Service error")


def test_a_service_that_does_not_know_the_login_call(open_till: OpenTill, serve: Callable[..., Server]) -> None:
    """A question about a number that belongs to no member decides then."""
    unknown = (
        b'{"response": {"status": {"success": "false", "code": 500}, "customers": {"customer": '
        b'[{"item_status": {"success": "false", "code": 1012, "message": "No such member"}}]}}}'
    )
    server = serve(reply(b'{"message": "no such call"}', "404 Not Found"), reply(unknown))
    assert until(open_till(server=server.url), "Connected") == ""
    assert [one.split()[1].partition(b"?")[0] for one in server.requests] == [
        b"/v1.1/store/login.json",
        b"/v1.1/customer/get",
    ]


def test_an_address_without_a_service(open_till: OpenTill, serve: Callable[..., Server]) -> None:
    """A server that knows neither call is not the loyalty service."""
    body = b'{"response": {"status": {"success": "false", "code": 404, "message": "Not found"}}}'
    assert "(404)" in until(open_till(server=serve(reply(body, "404 Not Found")).url), "Wrong address")


def test_an_address_of_another_program(open_till: OpenTill, serve: Callable[..., Server]) -> None:
    """A web server's own page for an unknown address is a wrong address too, not a filter."""
    page = reply(b"<html>Not found</html>", "404 Not Found", HTML)
    assert "(PT-UNREADABLE)" in until(open_till(server=serve(page).url), "Wrong address")


def test_a_certificate_that_is_not_trusted(open_till: OpenTill) -> None:
    """The word is another one than without a connection, and the reason has the exact code."""
    from tests.api.certificates import self_signed

    server = Server(answering(reply()), self_signed("127.0.0.1"))
    try:
        cashier = open_till(server=server.url)
        assert "(PT-CERTIFICATE-UNTRUSTED)" in until(cashier, "Not safe")
        assert server.requests == []
    finally:
        cashier.end()
        server.close()


def test_training_is_not_checked(open_till: OpenTill) -> None:
    """Training says so, whatever the network is like."""
    assert until(open_till(), "Training") == ""
