"""Set-up checks: whether the service accepts till and password, its programs, and the till as it knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.api.exchange import Request
from desktop.api.wire import loose, verdict
from desktop.domain.failures import Call
from desktop.domain.service_setup import ServiceProgram, ServiceTill

if TYPE_CHECKING:
    from desktop.api.exchange import Answer

_OK = 200


def ask_login() -> Request:
    """Makes the request that proves till and password, and asks about no member."""
    return Request("GET", "/v1.1/store/login.json")


def read_login(answer: Answer) -> None:
    """Reads whether the service accepts the till.

    Raises:
        Refused, Throttled, Unanswered: it does not, or something else answers.
    """
    body = verdict.body_of(Call.SETUP, answer)
    user = loose.only(loose.only(body.get("store")).get("user"))
    status = verdict.Status.read(body.get("status"))
    if answer.status != _OK or status.success is False or not loose.text(user.get("username")):
        raise verdict.without_item(Call.SETUP, answer, status)


def ask_programs() -> Request:
    """Makes the request for the organisation's programs."""
    return Request("GET", "/v2/organization/programs")


def read_programs(answer: Answer) -> tuple[ServiceProgram, ...]:
    """Reads the programs. An entry without an id is left out.

    Raises:
        Refused, Throttled, Unanswered: the answer has no list of programs.
    """
    body = verdict.body_of(Call.SETUP, answer)
    if answer.status != _OK or "data" not in body:
        raise verdict.without_item(Call.SETUP, answer, _error(body))
    found = []
    for entry in loose.objects(body["data"]):
        identity = loose.text(loose.first(entry, "programId", "id"))
        if identity:
            name = loose.text(loose.first(entry, "programName", "name"))
            ratio = loose.amount(entry.get("pointsToCurrencyRatio"))
            found.append(ServiceProgram(identity, name, ratio, loose.flag(entry.get("default")) is True))
    return tuple(found)


def ask_till(till: str) -> Request:
    """Makes the request for a till by the name with which it logs in."""
    return Request("GET", "/v2/organization/till", (("code", till),))


def read_till(answer: Answer) -> ServiceTill:
    """Reads the till.

    Raises:
        Refused, Throttled, Unanswered: the answer has no till.
    """
    body = verdict.body_of(Call.SETUP, answer)
    fields = loose.only(body.get("data")) or body
    identity = loose.text(loose.first(fields, "id", "tillId"))
    if answer.status != _OK or not identity:
        raise verdict.without_item(Call.SETUP, answer, _error(body))
    return ServiceTill(
        identity,
        code=loose.text(fields.get("code")),
        name=loose.text(fields.get("name")),
        is_active=loose.flag(fields.get("isActive")),
        time_zone=loose.text(fields.get("timeZoneId")),
        currency=loose.text(fields.get("currencyId")),
    )


def _error(body: dict[str, object]) -> verdict.Status:
    """Returns the first error of a v2 answer, or the status of an older one."""
    for error in loose.objects(body.get("errors")):
        return verdict.Status(
            success=False, code=loose.code(error.get("code")), message=loose.text(error.get("message"))
        )
    return verdict.Status.read(body.get("status"))
