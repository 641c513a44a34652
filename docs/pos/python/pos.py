"""A small POS that hands one bill over to Points Till and says what to do with it. Needs Python 3.11, nothing else.

    export TILL_TOKEN="$(points-till api-token)"
    python pos.py MG-1 --mobile 9777788221 --points 12.5

If it is killed, start it again with the same bill: it goes on with the same hand-over, and never redeems twice.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import sys
import time
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import quote

# The till answers only on this machine. `http.client` uses no proxy, so no other program sees the token.
PORT = int(os.environ.get("TILL_PORT", "8017"))

# The token is not an argument, because every user of the machine can read the arguments of all programs.
TOKEN = os.environ.get("TILL_TOKEN", "")

Json = dict[str, Any]


def call(method: str, path: str, body: Json | None = None, key: str = "") -> tuple[int, Json]:
    """Sends a request until the till answers. That is safe, because none of the requests here redeems twice."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
    if key:
        headers["Idempotency-Key"] = key
    is_told = False
    while True:
        # Longer than the till lets a request wait.
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), headers)
            answer = connection.getresponse()
            said: Json = json.load(answer)
        except (OSError, http.client.HTTPException, ValueError):
            said = {}  # the till is not open, or it ended while it answered
        finally:
            connection.close()
        if said and answer.status not in {429, 503, 504}:
            return answer.status, said
        if not is_told:
            print("The till does not answer, or is busy. Is it open? Asking again.", flush=True)
            is_told = True
        time.sleep(1)


class Sale:
    """What the POS remembers of one bill: the hand-over's key, its id as soon as there is one, and the result."""

    def __init__(self, folder: Path, bill: str) -> None:
        self.bill = bill
        self._path = folder / f"{quote(bill, safe='')}.json"
        is_known = self._path.exists()
        self.known: Json = json.loads(self._path.read_text("utf-8")) if is_known else {"key": str(uuid.uuid4())}

    def save(self, **facts: object) -> None:
        """Writes the file whole or not at all, so that a power cut leaves the old one or the new one."""
        self.known |= facts
        new = self._path.with_suffix(".new")
        with new.open("w", encoding="utf-8") as file:
            json.dump(self.known, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._path)

    def forget(self) -> None:
        """The next start for this bill is another hand-over, with a key of its own."""
        self._path.unlink()


def hand_over(sale: Sale, fields: Json) -> str:
    """Hands the bill over, or finds the hand-over that is known already, and returns its id."""
    # Saved before it is sent: a POS that is killed in between sends the same key again, and gets the same id.
    sale.save()
    status, said = call("POST", "/v1/hand-overs", fields, sale.known["key"])
    if status in {200, 201}:
        return str(said["id"])
    if status == 409:
        # The bill or the key was handed over with other fields. What becomes of that one decides.
        return str(said["error"]["id"])
    sys.exit(f"{sale.bill} not handed over: {said['error']['message']}")


def is_unknown(result: Json) -> bool:
    """True if points may be gone: of this hand-over, or of an earlier one of the bill if this one is cancelled."""
    return any(one and one["outcome"] == "unknown" for one in (result, result["earlier"]))


def result_of(sale: Sale, hand_over_id: str) -> Json:
    """Waits for the result. While an outcome is unknown, the bill stays open and the till is asked again."""
    print(f"{sale.bill} waiting: the cashier redeems.", flush=True)
    is_told = False
    while True:
        # The answer comes as soon as there is an outcome. If that is unknown, it comes once, then after the wait.
        status, said = call("GET", f"/v1/hand-overs/{hand_over_id}?wait=5")
        if status == 404:
            # The till forgets an id after a week, but not what it did: ask for the bill.
            status, said = call("GET", f"/v1/outcomes?bill={quote(sale.bill, safe='')}")
            if status == 200 and not said["outcomes"]:
                return {"outcome": "cancelled", "message": None, "earlier": None}  # nothing was ever sent for it
            said = said["outcomes"][0] if status == 200 else said
            time.sleep(1)  # this call does not wait
        if status not in {200, 202}:
            sys.exit(f"{sale.bill} unknown: {said['error']['message']} Keep the bill open, and start the POS again.")
        if status == 200 and not is_unknown(said):
            return said
        if status == 200 and not is_told:
            print(f"{sale.bill} unknown: keep the bill open. Asking again.", flush=True)
            is_told = True
        if status == 200 and said["outcome"] != "unknown":
            time.sleep(1)  # only `earlier` is unknown, and the call does not wait for that


def redeemed_in(result: Json) -> list[Json]:
    """Returns the redemptions to take off the bill.

    `earlier` is a redemption of this bill of which the POS was never told, or it would not have handed the bill over
    again. Its points are gone too.
    """
    return [one for one in (result, result["earlier"]) if one and one["outcome"] == "redeemed"]


def tell(bill: str, result: Json) -> None:
    """Says what to do with the bill."""
    redeemed = redeemed_in(result)
    for one in redeemed:
        worth = one["redeemed_value"] or f"the worth of {one['points_redeemed']} points"
        if one["reversed_points"]:  # given back since; the value is still that of all points
            worth += f", less the worth of {one['reversed_points']} points that are back,"
        print(f"{bill} redeemed: take {worth} off the bill. ({one['external_reference_number']})")
    if not redeemed:
        print(f"{bill} {result['outcome']}: take the full payment. {result['message'] or ''}".rstrip())


def main() -> None:
    """Redeems points for one bill."""
    parser = argparse.ArgumentParser(description="Hands one bill over to Points Till.")
    parser.add_argument("bill")
    parser.add_argument("--mobile", required=True)
    parser.add_argument("--points", required=True, help="a text, so that the amount stays exact")
    parser.add_argument("--sales", type=Path, default=Path("sales"), help="the folder where the POS remembers bills")
    given = parser.parse_args()
    given.sales.mkdir(parents=True, exist_ok=True)
    sale = Sale(given.sales, given.bill)
    result = sale.known.get("result")
    if result is None:
        if "id" not in sale.known:
            sale.save(id=hand_over(sale, {"bill": given.bill, "mobile": given.mobile, "points": given.points}))
        result = result_of(sale, sale.known["id"])
        if redeemed_in(result):
            sale.save(result=result)
        else:
            sale.forget()
    tell(given.bill, result)


if __name__ == "__main__":
    main()
