"""store/reports: asks for the redemptions of a store on some days, which carry neither a reference nor an id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.api.exchange import Request
from desktop.api.wire import loose, verdict
from desktop.domain.failures import Call
from desktop.domain.reconciliation import ServiceRedemption

if TYPE_CHECKING:
    from datetime import date

    from desktop.api.exchange import Answer


def ask(start: date, end: date) -> Request:
    """Makes the request. The call has no pages (old v1.1 documentation; today's page is empty).

    Args:
        start: the first day.
        end: the last day.
    """
    query = {"type": "redemption", "start_date": start.isoformat(), "end_date": end.isoformat()}
    return Request("GET", "/v1.1/store/reports.json", tuple(query.items()))


def read(answer: Answer) -> tuple[ServiceRedemption, ...]:
    """Reads the list. An entry that is no object is left out, because the list is only a hint.

    Raises:
        Refused, Throttled, Unanswered: the answer has no such list.
    """
    call = Call.STORE_REPORT
    body = verdict.body_of(call, answer)
    status = verdict.Status.read(body.get("status"))
    report = loose.only(body.get("report"))
    if answer.status != 200 or status.success is False or "redemption" not in report:  # noqa: PLR2004 - HTTP's OK
        raise verdict.without_item(call, answer, status)
    return tuple(
        ServiceRedemption(
            points=loose.amount(row.get("points_redeemed")),
            bill=loose.text(row.get("transaction_number")),
            time=loose.text(row.get("redemption_date")),
            till=loose.text(row.get("store_username")),
        )
        for row in loose.objects(loose.only(report.get("redemption")).get("row"))
    )
