"""Tests the practice service as a server: start, keep-alive, immediate stop, and no leaks."""

from __future__ import annotations

import http.client
import logging
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from desktop.domain.failures import Call
from desktop.training.bad_days import BadDay
from desktop.training.service import PracticeService

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.training.codes import PhoneMessage
    from tests.training.conftest import Till
ASHA = "919777788221"


@pytest.fixture
def fresh() -> Iterator[PracticeService]:
    """A service of the test's own. It is stopped at the end, and none of its threads is left."""
    before = set(threading.enumerate())
    service = PracticeService()
    service.start()
    yield service
    service.stop()
    assert set(threading.enumerate()) <= before


def connect(service: PracticeService) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(urlsplit(service.url).netloc, timeout=10)


def get(connection: http.client.HTTPConnection, path: str = "/training/codes") -> bytes:
    connection.request("GET", path)
    return connection.getresponse().read()


def test_it_listens_on_loopback_when_start_returns(fresh: PracticeService) -> None:
    """When start() returns, the service answers on 127.0.0.1 and the port it found."""
    connection = connect(fresh)
    assert fresh.url.startswith("http://127.0.0.1:")
    assert get(connection) == b"{}"
    connection.close()


def test_a_connection_is_kept_alive(fresh: PracticeService) -> None:
    """Calls, refusals and 401s use one connection, as with the real service."""
    connection = connect(fresh)
    get(connection)
    kept = connection.sock
    assert b"401" in get(connection, "/v1.1/customer/get?mobile=919777788221")
    connection.request("POST", "/v1.1/points/redeem", b"x" * 5000)
    connection.getresponse().read()
    connection.request("POST", "/training/reset", iter([b"some", b"thing"]), encode_chunked=True)
    connection.getresponse().read()
    assert get(connection) == b"{}"
    assert connection.sock is kept is not None
    connection.close()


def test_a_connection_is_closed_on_request(fresh: PracticeService) -> None:
    """Connection: close is honoured, and a body that is far too large ends the connection."""
    connection = connect(fresh)
    connection.request("GET", "/training/codes", headers={"Connection": "close"})
    answer = connection.getresponse()
    assert answer.getheader("Connection") == "close"
    answer.read()
    connection.close()
    with socket.create_connection(("127.0.0.1", urlsplit(fresh.url).port or 0), timeout=10) as raw:
        raw.sendall(b"POST /training/reset HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n")
        received = b""
        while piece := raw.recv(1000):
            received += piece
    assert received.startswith(b"HTTP/1.1 413 ")


def test_stop_ends_idle_and_hanging_connections_at_once(
    fresh: PracticeService, till_at: Callable[[PracticeService], Till]
) -> None:
    """A hanging request and an idle connection do not delay stop()."""
    idle = connect(fresh)
    get(idle)
    fresh.bad_day(BadDay.HANG)

    def hang() -> type[BaseException] | None:
        try:
            till_at(fresh).find()
        except (ConnectionError, http.client.HTTPException) as error:
            return type(error)
        return None

    with ThreadPoolExecutor(1) as pool:
        hanging = pool.submit(hang)
        watcher = connect(fresh)
        while get(watcher, "/training/requests") == b"[]":
            assert not hanging.done()
        began = time.monotonic()
        fresh.stop()
        assert time.monotonic() - began < 5
        assert hanging.result(10) is not None
    for connection in (idle, watcher):
        connection.close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", urlsplit(fresh.url).port or 0), timeout=1)


def test_a_slow_redemption_is_not_done_once_the_service_stops(
    fresh: PracticeService, till_at: Callable[[PracticeService], Till]
) -> None:
    """A redemption that is still waiting when the service stops is cut, and moves nothing."""
    fresh.bad_day(BadDay.SLOW, seconds=60)
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(till_at(fresh).redeem)
        while not fresh.calls._in_flight:
            assert not slow.done()
        fresh.stop()
        assert isinstance(slow.exception(10), ConnectionError | http.client.HTTPException)
    assert fresh.ledger() == ()


def test_it_starts_again_on_the_same_port_with_the_same_ledger(
    fresh: PracticeService, till_at: Callable[[PracticeService], Till]
) -> None:
    """After a stop and a new start, the service has the same address and the same points."""
    url = fresh.url
    till_at(fresh).redeem(reference="R-1")
    fresh.stop()
    fresh.stop()
    fresh.start()
    fresh.start()
    assert fresh.url == url
    assert till_at(fresh).balance() == 1981


def test_a_port_that_is_taken_is_an_oserror(fresh: PracticeService) -> None:
    """start() raises OSError. It prints nothing, does not exit, and leaves no address."""
    second = PracticeService(port=urlsplit(fresh.url).port or 0)
    with pytest.raises(OSError, match=r"[Aa]ddress|10048|10013"):
        second.start()
    second.stop()


def test_there_is_no_address_before_the_start() -> None:
    """Before the start, the address raises an error instead of returning a guess."""
    with pytest.raises(RuntimeError):
        _ = PracticeService().url
    assert PracticeService(port=8123).url == "http://127.0.0.1:8123"


def test_a_client_that_leaves_frees_its_thread(
    fresh: PracticeService, till_at: Callable[[PracticeService], Till]
) -> None:
    """If a till gives up on a hanging request, the service does not keep the request's thread."""
    fresh.bad_day(BadDay.HANG, call=Call.FIND_MEMBER)
    with pytest.raises(TimeoutError):
        till_at(fresh).request("GET", "/v1.1/customer/get", {"mobile": ASHA}, timeout=0.1)
    deadline = time.monotonic() + 10
    while any(thread.name == "practice-service-connection" for thread in threading.enumerate()):
        assert time.monotonic() < deadline


def test_nothing_is_logged_of_requests(
    till: Till, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """URLs contain mobile numbers, so no request appears in a log or on standard error."""
    caplog.set_level(logging.DEBUG)
    till.find()
    till.request("GET", "/nowhere", {"mobile": ASHA})
    till.service.bad_day(BadDay.CUT_BEFORE, 1)
    with pytest.raises(ConnectionError):
        till.redeem()
    assert caplog.text == ""
    assert capfd.readouterr() == ("", "")


def test_a_failing_listener_does_not_end_the_service(
    caplog: pytest.LogCaptureFixture, till_at: Callable[[PracticeService], Till]
) -> None:
    """If showing the phone message fails, only that request fails, as on a real service, and the error is logged."""

    def fail(_: PhoneMessage) -> None:
        raise LookupError("no phone")

    service = PracticeService(on_message=fail)
    service.start()
    try:
        assert till_at(service).check(issue_otp="true").status == 500
        assert till_at(service).check().status == 200
    finally:
        service.stop()
    assert "no phone" in caplog.text
    assert ASHA not in caplog.text


def test_werkzeug_waits_for_the_start() -> None:
    """Importing and creating the service loads no HTTP server; starting it does."""
    code = (
        "import sys; from desktop.training.service import PracticeService; service = PracticeService(); "
        "assert not {'werkzeug', 'http.server'} & set(sys.modules), 'too early'; "
        "service.start(); assert 'werkzeug' in sys.modules; service.stop()"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
