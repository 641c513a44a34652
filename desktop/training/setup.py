"""Answers the set-up checks of the practice service: login, programs, and the till."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from desktop.training import answers
from desktop.training.answers import STORE, TILL, TILL_ID, Answer
from desktop.training.ledger import SERVICE_ZONE
from desktop.training.members import DEFAULT_PROGRAM, PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Mapping

ORGANISATION = 7
CHECKS = ("/v1.1/store/login.json", "/v2/organization/programs", "/v2/organization/till")


def answer(path: str, query: Mapping[str, str]) -> Answer:
    """Answers a set-up check of a till that has logged in.

    Args:
        path: one of `CHECKS`.
        query: the query parameters.
    """
    if path.endswith("login.json"):
        now = datetime.now(SERVICE_ZONE).isoformat(timespec="seconds")
        user = {"username": TILL, "org_name": STORE["name"], "org_id": ORGANISATION, "user_id": TILL_ID, "type": "TILL"}
        status = {"success": "true", "code": 200, "message": "Success"}
        return Answer({"response": {"status": status, "store": {"user": {**user, "server_time": now}}}})
    if path.endswith("programs"):
        return Answer(
            {
                "data": [
                    {
                        "programId": int(one.id),
                        "programName": one.title,
                        "pointsToCurrencyRatio": one.ratio,
                        "programDescription": one.title,
                        "partnerPrograms": [],
                        **({"default": True} if one.id == DEFAULT_PROGRAM else {}),
                    }
                    for one in PROGRAMS.values()
                ],
                "warnings": [],
                "errors": [],
            }
        )
    if query.get("code", TILL) != TILL:
        return answers.call_refused(404, "No such till")
    till = {"id": TILL_ID, "code": TILL, "name": STORE["name"], "type": "TILL", "isActive": True}
    return Answer({**till, "timeZoneId": 1, "currencyId": 1})
