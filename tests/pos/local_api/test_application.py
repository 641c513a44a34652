"""Who may call the local interface, and what each call answers."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.test import Client

from desktop.pos.local_api.application import LocalApi
from desktop.pos.local_api.backend import ApiError
from desktop.pos.local_api.fields import FIELDS
from desktop.pos.local_api.limits import MAX_BILLS, MAX_BODY, MAX_POLLS
from tests.pos.local_api.backends import TOKEN, MemoryTill

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

PORT = 8017
ORIGIN = "https://pos.example"
OWN = {"Host": f"127.0.0.1:{PORT}", "Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def till() -> MemoryTill:
    """Returns the till."""
    return MemoryTill()


@pytest.fixture
def client(till: MemoryTill) -> Client:
    """Returns what calls the application without a network."""
    return Client(LocalApi(till, (ORIGIN,), PORT))


def call(client: Client, method: str, path: str, headers: dict[str, str] | None = None, **more: Any) -> TestResponse:  # noqa: ANN401 - of the client
    """Calls with the right host and token, unless `headers` has others. An empty header is left out."""
    given = {name: value for name, value in {**OWN, **(headers or {})}.items() if value}
    return client.open(path, method=method, headers=given, **more)


def code(answer: TestResponse) -> str:
    """Returns the stable code of a refusal."""
    found = answer.get_json()["error"]
    assert found["message"]
    return str(found["code"])


class TestWhoMayCall:
    """The checks before every call."""

    @pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"LOCALHOST:{PORT}"])
    def test_the_till_has_three_names(self, client: Client, host: str) -> None:
        """And no other one: see below."""
        assert call(client, "GET", "/v1/outcomes?bill=1", {"Host": host}).status_code == 200

    @pytest.mark.parametrize(
        "host", ["pos.example", f"pos.example:{PORT}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.:{PORT}"]
    )
    @pytest.mark.parametrize("path", ["/openapi.json", "/v1/outcomes?bill=1"])
    def test_another_host_is_refused(self, client: Client, host: str, path: str) -> None:
        """A web page can let its own name point to this machine."""
        answer = call(client, "GET", path, {"Host": host})
        assert (answer.status_code, code(answer)) == (421, "wrong_host")

    def test_the_usual_port_is_not_named(self, till: MemoryTill) -> None:
        """Callers leave port 80 out."""
        client = Client(LocalApi(till, (), 80))
        assert call(client, "GET", "/openapi.json", {"Host": "localhost"}).status_code == 200

    @pytest.mark.parametrize(
        "sent",
        ["", TOKEN, "Bearer", "Bearer ", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", "Bearer \xe9"],
    )
    def test_no_call_without_the_token(self, client: Client, till: MemoryTill, sent: str) -> None:
        """Not even to learn that a path is right."""
        for method, path in (
            ("GET", "/v1/outcomes?bill=1"),
            ("POST", "/v1/hand-overs"),
            ("DELETE", "/v1/hand-overs/H0"),
        ):
            answer = call(client, method, path, {"Authorization": sent}, json={"bill": "1"})
            assert (answer.status_code, code(answer)) == (401, "unauthorized")
            assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert not till.taken

    def test_without_a_token_nobody_gets_in(self, client: Client, till: MemoryTill) -> None:
        """The file was deleted: an empty token opens nothing."""
        till.given = ""
        assert call(client, "GET", "/v1/outcomes?bill=1", {"Authorization": "Bearer "}).status_code == 401

    def test_a_new_token_counts_at_once(self, client: Client, till: MemoryTill) -> None:
        """And the old one no longer."""
        till.given = "another-token"
        assert call(client, "GET", "/v1/outcomes?bill=1").status_code == 401
        assert call(client, "GET", "/v1/outcomes?bill=1", {"Authorization": "bearer another-token"}).status_code == 200

    @pytest.mark.parametrize("origin", ["https://evil.example", "http://pos.example", f"{ORIGIN}.evil.example", "null"])
    def test_another_origin_is_refused_even_with_the_token(self, client: Client, till: MemoryTill, origin: str) -> None:
        """And its browser is told nothing."""
        for method in ("GET", "OPTIONS"):
            headers = {"Origin": origin, "Access-Control-Request-Method": "POST"}
            answer = call(client, method, "/v1/outcomes?bill=1", headers)
            assert (answer.status_code, code(answer)) == (403, "origin_not_allowed")
            assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
        assert not till.taken

    def test_a_listed_origin_may_read_the_answers(self, client: Client) -> None:
        """Refusals too. There is no wildcard, and caches keep nothing."""
        for headers in ({"Origin": ORIGIN}, {"Origin": ORIGIN, "Authorization": ""}):
            answer = call(client, "GET", "/v1/outcomes?bill=1", headers)
            assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
            assert answer.headers["Vary"] == "Origin"
            assert answer.headers["Cache-Control"] == "no-store"
            assert "Access-Control-Allow-Credentials" not in answer.headers

    @pytest.mark.parametrize("is_private", [True, False])
    def test_the_preflight(self, client: Client, *, is_private: bool) -> None:
        """Browsers send it without the token. A public page needs the private-network header."""
        asked = {"Origin": ORIGIN, "Access-Control-Request-Method": "PUT", "Authorization": ""}
        asked |= {"Access-Control-Request-Private-Network": "true"} if is_private else {}
        answer = call(client, "OPTIONS", "/v1/hand-overs", asked)
        assert (answer.status_code, answer.data) == (204, b"")
        assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
        assert "PUT" in answer.headers["Access-Control-Allow-Methods"]
        assert "Authorization" in answer.headers["Access-Control-Allow-Headers"]
        assert answer.headers.get("Access-Control-Allow-Private-Network") == ("true" if is_private else None)

    def test_options_is_for_browsers(self, client: Client) -> None:
        """No other program needs it."""
        answer = call(client, "OPTIONS", "/v1/hand-overs")
        assert (answer.status_code, code(answer)) == (405, "method_not_allowed")


class TestCalls:
    """What each call answers."""

    def test_a_hand_over(self, client: Client, till: MemoryTill) -> None:
        """It has an id and an address. The key makes a repeat harmless."""
        headers = {"Idempotency-Key": "k-1"}
        answer = call(
            client, "POST", "/v1/hand-overs", headers, json={"bill": " MG-1 ", "points": "12.50", "mobile": ""}
        )
        assert (answer.status_code, answer.get_json()) == (201, {"id": "H0"})
        assert answer.headers["Location"] == "/v1/hand-overs/H0"
        assert till.taken["H0"]["bill"] == "MG-1"
        assert call(client, "POST", "/v1/hand-overs", headers, json={"bill": "MG-1"}).status_code == 200

    @pytest.mark.parametrize(
        ("body", "status", "expected"),
        [
            (b"", 400, "invalid_json"),
            (b"[]", 400, "invalid_json"),
            (b'{"bill": "1", "bill": "2"}', 400, "invalid_json"),
            (b'{"bill": NaN}', 400, "invalid_json"),
            (b"\xff", 400, "invalid_json"),
            (b"[" * 10_000, 400, "invalid_json"),
            (b'{"bill": "' + b"x" * MAX_BODY + b'"}', 413, "too_large"),
            (b"{}", 422, "nothing_handed_over"),
            (b'{"result": "/etc/passwd"}', 422, "unknown_field"),
            (b'{"points": 12.5}', 422, "invalid_field"),
            (b'{"points": "-5"}', 422, "invalid_field"),
            (b'{"points": "1.2345"}', 422, "invalid_field"),
            (b'{"bill": "B", "max_points": ""}', 422, "invalid_field"),
            (b'{"bill": "B", "max_points": " "}', 422, "invalid_field"),
            (b'{"mobile": "abc"}', 422, "invalid_field"),
            (b'{"bill": "\\ud800"}', 422, "invalid_field"),
            (b'{"bill": "a\\u0000"}', 422, "invalid_field"),
            (b'{"give_back": "R", "bill": "B"}', 422, "invalid_field"),
        ],
    )
    def test_a_hand_over_that_is_not_valid(
        self, client: Client, till: MemoryTill, body: bytes, status: int, expected: str
    ) -> None:
        """It never reaches the cashier, and the answer quotes nothing."""
        answer = call(client, "POST", "/v1/hand-overs", {"Content-Type": "application/json"}, data=body)
        assert (answer.status_code, code(answer)) == (status, expected)
        assert "abc" not in answer.get_data(as_text=True)
        assert not till.taken

    @pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded"])
    def test_only_json_is_taken(self, client: Client, kind: str) -> None:
        """A form of a web page is refused, which browsers would send without a preflight."""
        answer = call(client, "POST", "/v1/hand-overs", {"Content-Type": kind}, data=b'{"bill": "1"}')
        assert (answer.status_code, code(answer)) == (415, "not_json")

    @pytest.mark.parametrize("key", ["\x07", "x" * 201, "   ", "a b", "clé", "k\x7f"])
    def test_a_key_that_is_not_valid(self, client: Client, till: MemoryTill, key: str) -> None:
        """It would have no effect."""
        answer = call(client, "POST", "/v1/hand-overs", {"Idempotency-Key": key}, json={"bill": "1"})
        assert answer.status_code == 422
        assert not till.taken

    def test_a_result(self, client: Client, till: MemoryTill) -> None:
        """202 while there is none."""
        call(client, "POST", "/v1/hand-overs", json={"bill": "1"})
        answer = call(client, "GET", "/v1/hand-overs/H0?wait=0.5")
        assert (answer.status_code, answer.get_json()) == (202, {"id": "H0", "state": "waiting"})
        till.done.add("H0")
        assert call(client, "GET", "/v1/hand-overs/H0").get_json()["outcome"] == "cancelled"
        assert till.waits == [0.5, 0.0]
        assert code(call(client, "GET", "/v1/hand-overs/H9")) == "no_such_hand_over"

    @pytest.mark.parametrize(
        "query", ["wait=61", "wait=-1", "wait=nan", "wait=1e1", "wait=", "wait=1&wait=1", "when=1", "wait=٣"]
    )
    def test_a_wait_that_is_not_valid(self, client: Client, till: MemoryTill, query: str) -> None:
        """Every long poll ends."""
        call(client, "POST", "/v1/hand-overs", json={"bill": "1"})
        answer = call(client, "GET", f"/v1/hand-overs/H0?{query}")
        assert (answer.status_code, code(answer)) == (422, "invalid_parameter")
        assert not till.waits

    def test_withdrawing(self, client: Client) -> None:
        """The result says so."""
        call(client, "POST", "/v1/hand-overs", json={"bill": "1"})
        assert call(client, "DELETE", "/v1/hand-overs/H0").get_json()["outcome"] == "cancelled"

    @pytest.mark.parametrize(
        "query",
        [
            "",
            "?bill=1&reference=2",
            "?bill=",
            "?reference=%20",
            "?bill=%00",
            "?bill=caf%E9",
            f"?bill={'x' * 101}",
            f"?reference={'x' * 201}",
        ],
    )
    def test_outcomes_need_one_of_both(self, client: Client, query: str) -> None:
        """And clean text."""
        assert call(client, "GET", f"/v1/outcomes{query}").status_code == 422

    @pytest.mark.parametrize("query", [f"?bill={'x' * 100}", f"?reference={'x' * 200}"])
    def test_the_longest_bill_can_be_asked_for(self, client: Client, query: str) -> None:
        """And the longest reference of a service."""
        assert call(client, "GET", f"/v1/outcomes{query}").status_code == 200

    def test_a_bill(self, client: Client, till: MemoryTill) -> None:
        """The reference is the path's, and decoded once."""
        path = "/v1/outcomes/01%2541/bill"
        assert call(client, "PUT", path, json={"bill": "MG-1"}).get_json()["bill"] == "MG-1"
        assert till.bills == {"01%41": "MG-1"}
        assert code(call(client, "PUT", path, json={"bill": "MG-2"})) == "has_a_bill"
        for body in ({}, {"bill": ""}, {"bill": "x" * 101}, {"bill": 1}, {"bill": "1", "more": "2"}):
            assert call(client, "PUT", path, json=body).status_code == 422

    @pytest.mark.parametrize(
        ("method", "path", "status"),
        [
            ("GET", "/", 404),
            ("GET", "/v1/hand-overs/", 404),
            ("GET", "//v1/outcomes", 404),
            ("GET", "/v1/hand-overs", 405),
            ("PATCH", "/v1/hand-overs/H0", 405),
            ("TRACE", "/v1/outcomes", 405),
        ],
    )
    def test_what_there_is_not(self, client: Client, method: str, path: str, status: int) -> None:
        """It is said as JSON."""
        answer = call(client, method, path)
        assert answer.status_code == status
        assert code(answer) in {"no_such_path", "method_not_allowed"}
        assert ("Allow" in answer.headers) is (status == 405)

    def test_a_refusal_of_the_till(self, client: Client, till: MemoryTill) -> None:
        """With its code, and when to try again."""
        till.failure = ApiError(503, "queue_full", "Too many.", retry_after="5")
        answer = call(client, "POST", "/v1/hand-overs", json={"bill": "1"})
        assert (answer.status_code, code(answer), answer.headers["Retry-After"]) == (503, "queue_full", "5")

    def test_a_mistake_leaves_no_trace_in_the_answer(
        self, client: Client, till: MemoryTill, caplog: pytest.LogCaptureFixture
    ) -> None:
        """The log has it in full."""
        till.failure = RuntimeError("secret 919777788221")
        answer = call(client, "GET", "/v1/outcomes?bill=1")
        assert (answer.status_code, code(answer)) == (500, "internal_error")
        assert "secret" not in answer.get_data(as_text=True)
        assert "Traceback" not in answer.get_data(as_text=True)
        assert "RuntimeError" in caplog.text


@pytest.mark.parametrize(
    ("method", "path", "most"),
    [("GET", "/v1/hand-overs/H0?wait=1", MAX_POLLS), ("PUT", "/v1/outcomes/R/bill", MAX_BILLS)],
)
def test_calls_that_take_long_leave_room_for_others(method: str, path: str, most: int) -> None:
    """One too many is told to come again, and everything else is answered."""
    inside = threading.Semaphore(0)
    release = threading.Event()

    class Slow(MemoryTill):
        def result(self, hand_over_id: str, wait: float, _has_gone: object) -> Any:  # noqa: ANN401 - as in the class above
            if wait:
                inside.release()
                release.wait(30)
            return super().result(hand_over_id, wait, lambda: False)

        def attach_bill(self, reference: str, bill: str) -> Any:  # noqa: ANN401 - as in the class above
            inside.release()
            release.wait(30)
            return super().attach_bill(reference, bill)

    client = Client(LocalApi(Slow(), (), PORT))
    call(client, "POST", "/v1/hand-overs", json={"bill": "1"})
    body = {"json": {"bill": "1"}} if method == "PUT" else {}
    threads = [threading.Thread(target=lambda: call(client, method, path, **body)) for _ in range(most)]
    for thread in threads:
        thread.start()
    try:
        for _ in threads:
            assert inside.acquire(timeout=30)
        answer = call(client, method, path, **body)
        assert (answer.status_code, code(answer)) == (429, "too_many_waiting")
        assert answer.headers["Retry-After"]
        assert call(client, "GET", "/v1/hand-overs/H0").status_code == 202
    finally:
        release.set()
        for thread in threads:
            thread.join(30)
    assert call(client, method, path, **body).status_code in {200, 202}


_FIELDS = st.dictionaries(
    st.sampled_from(sorted(FIELDS)) | st.text(max_size=8),
    st.text(max_size=20) | st.integers() | st.none() | st.booleans() | st.lists(st.text(max_size=3), max_size=2),
    max_size=4,
)


@given(body=_FIELDS | st.lists(st.integers(), max_size=2) | st.none() | st.text(max_size=5))
def test_any_json_is_taken_or_refused(body: object) -> None:
    """Never an error of the till. What is taken is clean text."""
    till = MemoryTill()
    client = Client(LocalApi(till, (), PORT))
    sent = json.dumps(body)
    answer = call(client, "POST", "/v1/hand-overs", {"Content-Type": "application/json"}, data=sent)
    assert answer.status_code in {201, 400, 422}
    for fields in till.taken.values():
        assert fields
        assert all(name in FIELDS and value.isprintable() and value == value.strip() for name, value in fields.items())


@given(st.binary(max_size=200))
def test_any_bytes_are_taken_or_refused(body: bytes) -> None:
    """Never an error of the till."""
    client = Client(LocalApi(MemoryTill(), (), PORT))
    answer = call(client, "POST", "/v1/hand-overs", {"Content-Type": "application/json"}, data=body)
    assert answer.status_code in {201, 400, 422}


@given(st.text(max_size=60))
def test_any_path_is_answered(path: str) -> None:
    """Never an error of the till."""
    answer = call(Client(LocalApi(MemoryTill(), (), PORT)), "GET", f"/{path}")
    assert answer.status_code in {200, 202, 401, 404, 405, 422}
