"""A POS that speaks HTTP hands customers over, and is told the truth, also after a restart of the till."""

from __future__ import annotations

import json
import socket
import threading
import time
from typing import TYPE_CHECKING, Any

import pytest

from desktop import paths
from desktop.domain.failures import Call
from desktop.domain.result_line import RESULT_FIELDS
from desktop.pos.local_api.limits import MAX_CONNECTIONS, MAX_POLLS
from desktop.store.api_token import ensure_token
from desktop.training.bad_days import BadDay
from tests.journeys.pos import ASHA, environment, to_the_code
from tests.journeys.remote_till import RemoteTill, run, start
from tests.pos.local_api.caller import ApiCaller, free_port

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.training.service import PracticeService


@pytest.fixture
def caller(tmp_path: Path) -> ApiCaller:
    """Returns a POS that knows the till's port and token."""
    return ApiCaller(free_port(), ensure_token(paths.api_token(tmp_path / "data")))


def opened(options: list[str | Path], caller: ApiCaller, **settings: object) -> RemoteTill:
    """Opens a till with the interface."""
    return RemoteTill(*options, environment=environment(local_api=caller.port, **settings))


def until_ready(till: RemoteTill, caller: ApiCaller) -> None:
    """Waits until the till can redeem, and the interface is served."""
    till.until_sees("Connection: Connected")
    caller.until_served(lambda: till.process.poll() is None)


def redeem(till: RemoteTill, service: PracticeService) -> None:
    """Redeems what was handed over, as the cashier does."""
    to_the_code(till)
    till.enter_code(service.codes()[ASHA])
    till.until_sees("Updated balance")


def test_a_redemption(options: list[str | Path], service: PracticeService, caller: ApiCaller) -> None:
    """The fields are filled in, the cashier redeems, and a caller that waits is told at once."""
    with opened(options, caller) as till:
        until_ready(till, caller)
        made = caller.hand_over(bill="MG-1", mobile="9777788221", points="250.125", bill_amount="300", max_points="260")
        till.until_sees("Points to redeem")
        said = caller.call("GET", f"/v1/hand-overs/{made}")
        assert (said.status, said.body) == (202, {"id": made, "state": "open"})
        assert not service.ledger()
        told: list[dict[str, Any]] = []
        waiting = threading.Thread(target=lambda: told.append(caller.result(made)))
        waiting.start()
        redeem(till, service)
        waiting.join(30)
        (record,) = told
        assert tuple(record) == RESULT_FIELDS
        assert (record["outcome"], record["points_redeemed"], record["bill"]) == ("redeemed", "250.125", "MG-1")
        assert record["earlier"] is None
        assert record["external_reference_number"] == service.ledger()[0].reference
        # The window stays open for the next customer, and the result stays known.
        till.do("key", "Return")
        till.until_sees("Mobile number")
        assert caller.result(made, 0) == record
        outcomes = caller.call("GET", "/v1/outcomes?bill=mg-1").body["outcomes"]
        assert outcomes == [record]
        assert caller.call("GET", f"/v1/outcomes?reference={record['external_reference_number']}").body == {
            "outcomes": [record]
        }


def test_the_same_bill_twice(options: list[str | Path], service: PracticeService, caller: ApiCaller) -> None:
    """The same hand-over has the same id. Other fields are refused. The next one names the earlier redemption."""
    bill = {"bill": "MG-1", "mobile": "9777788221", "points": "10"}
    with opened(options, caller) as till:
        until_ready(till, caller)
        made = caller.hand_over(**bill)
        again = caller.call("POST", "/v1/hand-overs", bill)
        assert (again.status, again.body) == (200, {"id": made})
        other = caller.call("POST", "/v1/hand-overs", bill | {"points": "11"})
        assert (other.status, other.code, other.body["error"]["id"]) == (409, "bill_is_open", made)
        till.until_sees("Points to redeem")
        redeem(till, service)
        assert caller.result(made)["outcome"] == "redeemed"
        till.do("key", "Return")
        till.until_sees("Mobile number")
        second = caller.hand_over(**bill)
        assert second != made
        till.until_sees("Points to redeem")
        till.do("press", "Cancel, back to POS")
        record = caller.result(second)
        assert record["outcome"] == "cancelled"
        assert record["earlier"]["external_reference_number"] == service.ledger()[0].reference
        assert record["earlier"]["points_redeemed"] == "10"
    assert len(service.ledger()) == 1


def test_a_key_survives_a_restart(options: list[str | Path], caller: ApiCaller) -> None:
    """A caller that lost the answer sends again with its key, and is told of the first hand-over."""
    bill = {"bill": "MG-1", "mobile": "9777788221"}
    key = {"Idempotency-Key": "sale-17"}
    with opened(options, caller) as till:
        until_ready(till, caller)
        first = caller.call("POST", "/v1/hand-overs", bill, key)
        assert first.status == 201
        till.until_sees("Points to redeem")
        till.process.kill()
        till.process.wait()
    with opened(options, caller) as till:
        until_ready(till, caller)
        again = caller.call("POST", "/v1/hand-overs", bill, key)
        assert (again.status, again.body) == (200, first.body)
        assert caller.call("POST", "/v1/hand-overs", {"bill": "MG-2"}, key).code == "key_was_used"
        assert caller.result(str(first.body["id"]))["outcome"] == "cancelled"


def test_a_till_that_is_killed_at_work(options: list[str | Path], service: PracticeService, caller: ApiCaller) -> None:
    """The redemption that was in flight belongs to its hand-over, also if another customer is served since."""
    with opened(options, caller, read_timeout=60) as till:
        until_ready(till, caller)
        made = caller.hand_over(bill="MG-1", mobile="9777788221", points="10")
        to_the_code(till)
        service.bad_day(BadDay.HANG_AFTER, 1, call=Call.REDEEM)
        till.enter_code(service.codes()[ASHA])
        while not service.ledger():
            till.do("names")
        till.process.kill()
        till.process.wait()
    service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS)
    with opened(options, caller) as till:
        until_ready(till, caller)
        record = caller.result(made, 0)
        assert (record["outcome"], record["external_reference_number"]) == ("unknown", service.ledger()[0].reference)
    with opened(options, caller, settle_after=1, read_timeout=2) as till:
        until_ready(till, caller)
        # It is told at once that the outcome is not known, and what happened as soon as it is known.
        assert caller.result(made)["outcome"] == "unknown"
        service.bad_day(None)
        assert caller.result(made)["outcome"] == "redeemed"
        till.find_member()
        till.send_code("7")
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        assert caller.result(made, 0)["points_redeemed"] == "10"


def test_a_till_that_is_killed_before_anything_is_sent(
    options: list[str | Path], service: PracticeService, caller: ApiCaller
) -> None:
    """What the next start redeems for another customer is not told as this hand-over's outcome."""
    with opened(options, caller) as till:
        until_ready(till, caller)
        made = caller.hand_over(bill="MG-1", mobile="9777788221", points="10")
        till.until_sees("Points to redeem")
        till.process.kill()
        till.process.wait()
    with opened(options, caller) as till:
        until_ready(till, caller)
        till.find_member()
        till.send_code("7")
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        record = caller.result(made, 0)
    assert (record["outcome"], record["external_reference_number"]) == ("cancelled", None)


def test_an_unknown_outcome_that_becomes_known(
    options: list[str | Path], service: PracticeService, caller: ApiCaller
) -> None:
    """The POS is told unknown while the cashier waits, and the outcome as soon as the till has found it out."""
    with opened(options, caller, settle_after=1) as till:
        until_ready(till, caller)
        made = caller.hand_over(bill="MG-1", mobile="9777788221", points="10")
        to_the_code(till)
        code = service.codes()[ASHA]
        service.bad_day(BadDay.ANSWER_LOST, 1, call=Call.REDEEM)
        service.bad_day(BadDay.HANG, call=Call.FIND_REDEMPTIONS, also=True)
        till.enter_code(code)
        till.until_sees("1 not known yet")
        till.do("key", "Return")
        till.until_sees("Mobile number")
        assert caller.result(made, 0)["outcome"] == "unknown"
        service.bad_day(None)
        assert caller.result(made, 60)["outcome"] == "redeemed"


def test_a_withdrawn_bill(options: list[str | Path], service: PracticeService, caller: ApiCaller) -> None:
    """A bill that waits or is open is cancelled, also twice. It is too late once it is redeemed."""
    with opened(options, caller) as till:
        until_ready(till, caller)
        first = caller.hand_over(bill="MG-1", mobile="9777788221", points="10")
        waiting = caller.hand_over(bill="MG-2", mobile="9777788221", points="10")
        till.until_sees("Points to redeem")
        assert caller.call("GET", f"/v1/hand-overs/{waiting}").body["state"] == "waiting"
        for made in (waiting, first, first):
            said = caller.call("DELETE", f"/v1/hand-overs/{made}")
            assert (said.status, said.body["outcome"]) == (200, "cancelled")
        till.until_sees("Mobile number")
        made = caller.hand_over(bill="MG-3", mobile="9777788221", points="10")
        to_the_code(till)
        till.enter_code("WRONG1")
        till.until_says("(808)")
        refused = caller.call("DELETE", f"/v1/hand-overs/{made}")
        assert (refused.status, refused.code) == (409, "too_late")
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")
        refused = caller.call("DELETE", f"/v1/hand-overs/{made}")
        assert (refused.status, refused.code) == (409, "too_late")
        assert caller.call("DELETE", "/v1/hand-overs/01NONE").status == 404


def test_points_that_are_given_back(options: list[str | Path], service: PracticeService, caller: ApiCaller) -> None:
    """The cashier has to agree. The result has what came back."""
    with opened(options, caller) as till:
        until_ready(till, caller)
        made = caller.hand_over(bill="MG-1", mobile="9777788221", points="250.125")
        till.until_sees("Points to redeem")
        redeem(till, service)
        reference = caller.result(made)["external_reference_number"]
        till.do("key", "Return")
        till.until_sees("Mobile number")
        back = caller.hand_over(give_back=reference, points="40.5")
        till.until_sees("Points to give back")
        till.until_sees("All 250.125")
        assert service.ledger()[0].reversed_points == 0
        till.do("type", "Reason", "Item returned")
        till.do("key", "Return")
        record = caller.result(back)
        assert (record["outcome"], record["reversed_points"]) == ("reversed", "40.5")
        till.until_sees("Done")
        till.do("key", "Return")
        till.until_sees("Mobile number")
        again = caller.hand_over(give_back=reference, points="10")
        till.until_sees("Points to give back")
        assert caller.call("DELETE", f"/v1/hand-overs/{again}").body["outcome"] == "cancelled"
        till.until_sees("Mobile number")


def test_a_bill_that_is_attached(options: list[str | Path], service: PracticeService, caller: ApiCaller) -> None:
    """By the interface, by command beside a window, and without one. Every record shows it afterwards."""
    references: list[str] = []
    with opened(options, caller) as till:
        until_ready(till, caller)
        for _ in range(2):
            made = caller.hand_over(mobile="9777788221", points=str(10 + len(references)))
            till.until_sees("Points to redeem")
            redeem(till, service)
            references.append(caller.result(made)["external_reference_number"])
            till.do("key", "Return")
            till.until_sees("Mobile number")
        path = f"/v1/outcomes/{references[0]}/bill"
        for _ in range(2):
            said = caller.call("PUT", path, {"bill": "MG-1"})
            assert (said.status, said.body["bill"], said.body["outcome"]) == (200, "MG-1", "redeemed")
        other = caller.call("PUT", path, {"bill": "MG-2"})
        assert (other.status, other.code) == (409, "has_a_bill")
        assert caller.call("PUT", "/v1/outcomes/01NONE/bill", {"bill": "MG-2"}).code == "no_record"
        beside = run(*options, "attach-bill", "--reference", references[1], "--bill", "MG-2", environment=environment())
        assert (beside.code, beside.record["bill"], beside.complaints) == (0, "MG-2", "")
    alone = run(*options, "attach-bill", "--reference", references[1], "--bill", "mg-2", environment=environment())
    assert (alone.code, alone.record["bill"]) == (0, "MG-2")
    refused = run(*options, "attach-bill", "--reference", references[1], "--bill", "MG-9", environment=environment())
    assert refused.code == 4
    assert "another bill" in refused.complaints
    sent = [one["body"] for one in service.requests() if one["path"] == "/v2/points/updateRedemption"]
    assert [json.loads(str(body))["billNumber"] for body in sent] == ["MG-1", "MG-2"]
    exported = run(*options, "history", "export", "--format", "jsonl", environment=environment()).output.splitlines()
    assert [json.loads(line)["bill"] for line in exported] == ["MG-1", "MG-2"]
    verified = run(*options, "journal", "verify", environment=environment())
    assert verified.code == 0


def test_a_port_that_is_taken(options: list[str | Path], service: PracticeService, caller: ApiCaller) -> None:
    """The window says so, and redeems all the same."""
    with socket.create_server(("127.0.0.1", caller.port)), opened(options, caller) as till:
        till.until_sees("Connection: Connected")
        till.find_member()
        assert any(f"port {caller.port}" in name for name in till.do("names") if name.startswith("Warning"))
        till.send_code("7")
        till.enter_code(service.codes()[ASHA])
        till.until_sees("Updated balance")


def test_callers_that_are_gone_hold_no_place(options: list[str | Path], caller: ApiCaller) -> None:
    """A web page that is loaded again and again leaves calls behind that no one waits for. The live one may wait."""
    with opened(options, caller) as till:
        until_ready(till, caller)
        made = caller.hand_over(bill="MG-1", mobile="9777788221", points="10")
        till.until_sees("Points to redeem")
        short = f"/v1/hand-overs/{made}?wait=0.01"
        head = f"GET /v1/hand-overs/{made}?wait=60 HTTP/1.1\r\nHost: 127.0.0.1:{caller.port}\r\n"
        request = f"{head}Authorization: Bearer {caller.token}\r\n\r\n".encode()
        gone: list[socket.socket] = []
        while len(gone) < MAX_POLLS or caller.call("GET", short).status != 429:
            # One more each time, because the call that asks takes a place too, and one of the others may find none.
            assert len(gone) < MAX_CONNECTIONS // 2
            gone.append(socket.create_connection(("127.0.0.1", caller.port)))
            gone[-1].sendall(request)
        for one in gone:
            one.close()
        end = time.monotonic() + 30
        while caller.call("GET", short).status != 202:
            assert time.monotonic() < end


def test_the_end_of_the_till_answers_who_waits(options: list[str | Path], caller: ApiCaller) -> None:
    """A caller that waits while the window is closed is told that the customer was not served."""
    with opened(options, caller) as till:
        until_ready(till, caller)
        made = caller.hand_over(bill="MG-1", mobile="9777788221", points="10")
        till.until_sees("Points to redeem")
        told: list[dict[str, Any]] = []
        waiting = threading.Thread(target=lambda: told.append(caller.result(made)))
        waiting.start()
        till.do("close")
        assert till.end().code == 0
        waiting.join(30)
    assert [one["outcome"] for one in told] == ["cancelled"]


def test_a_second_start_tells_the_earlier_redemption(
    options: list[str | Path], service: PracticeService, caller: ApiCaller, tmp_path: Path
) -> None:
    """Standard output and the file of a later hand-over both name what was redeemed for the bill before."""
    with opened(options, caller) as till:
        until_ready(till, caller)
        made = caller.hand_over(bill="MG-1", mobile="9777788221", points="10")
        till.until_sees("Points to redeem")
        redeem(till, service)
        reference = caller.result(made)["external_reference_number"]
        till.do("key", "Return")
        till.until_sees("Mobile number")
        result = tmp_path / "result.json"
        second = start("desktop", *options, "--bill", "MG-1", "--result", result, environment=environment())
        till.until_sees("Cancel, back to POS")
        till.do("press", "Cancel, back to POS")
        output, _ = second.communicate(timeout=60)
    for text in (output, result.read_text(encoding="utf-8")):
        record = json.loads(text)
        assert record["outcome"] == "cancelled"
        assert record["earlier"]["external_reference_number"] == reference
