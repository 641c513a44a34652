"""What can go wrong with the one request that moves points: each fault is a function of the exchange."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from desktop.api.exchange import Answer
from desktop.domain.failures import Lost, NotSent, Unanswered, Unsent
from tests.faults import answers as samples
from tests.simulation import bodies
from tests.simulation.assumptions import Assumption
from tests.simulation.service import Movement, Order

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from desktop.api.exchange import Request
    from tests.simulation.machine import Line
    from tests.simulation.reversal_book import GaveBack
    from tests.simulation.service import Answered, Person, Service
    from tests.simulation.world import World

    RedeemFault = Callable[["Exchange"], Answer]

CALL_TIMEOUT = 20.0
"""Seconds after which the till gives a call up (`Settings.read_timeout`)."""

FAILED_CODES = (*(815, 817, 829, 850, 886, 887, 889, 890, 891, 892, 893, 894, 896, 897, 898, 903, 999, 4711),)
"""Codes of an item that failed, or that no catalogue knows: they say nothing about the points."""

UNPROCESSED_CODES = (401, 403, 404, 429, 498, 521)
"""Codes that say that the request was not processed, which may be wrong."""

_NAMES = (("mobile",), ("mobile",), ("user_id",), ("mobile", "user_id"))
"""How a refusal names the member."""

CHECKED_CODES = (803, 804, 807, 808, 813, 818, 819, 821, 878)
"""Codes that say that a condition was checked before anything was done."""


@dataclass(slots=True)
class Exchange:
    """One request on its way.

    Attributes:
        world: time and chance.
        service: who answers.
        line: the connection.
        request: what was asked.
        order: what the request asks for, as the service reads it.
    """

    world: World
    service: Service
    line: Line
    request: Request
    order: Order | None

    def wait(self, least: float = 0.02, most: float = 0.4) -> None:
        """The time that it takes."""
        self.world.pass_time(self.world.drawn.uniform(least, most))

    def act(self) -> Answered | GaveBack:
        """The service carries the request out."""
        answered = self.service.redeem(self.order)
        self.world.say("service", f"does what it is asked and means {answered.code}")
        return answered

    def body(self, answered: Answered | GaveBack) -> dict[str, Any]:
        """What the service answers if it keeps its word."""
        return bodies.redemption(self.service, self.order, cast("Answered", answered))

    def answer(self, body: dict[str, Any], status: int = 200, *, request_id: str = "") -> Answer:
        """An answer with a JSON body."""
        return bodies.answer(self.service, body, status, request_id=request_id)


def honest(exchange: Exchange) -> Answer:
    """Nothing goes wrong."""
    exchange.wait()
    return exchange.answer(exchange.body(exchange.act()))


def request_lost(exchange: Exchange) -> Answer:
    """The request does not arrive, and the till cannot know."""
    exchange.wait(0.1, CALL_TIMEOUT)
    raise Unanswered(exchange.world.drawn.choice((Lost.CUT, Lost.TIMEOUT)))


def answer_lost(exchange: Exchange) -> Answer:
    """The service acts, and its answer does not arrive."""
    exchange.wait()
    exchange.act()
    exchange.wait(0.1, CALL_TIMEOUT)
    raise Unanswered(exchange.world.drawn.choice((Lost.CUT, Lost.TIMEOUT)))


def delivered_late(exchange: Exchange) -> Answer:
    """The till gives up; the request arrives seconds, minutes or an hour later."""
    drawn = exchange.world.drawn
    seconds = drawn.choice((drawn.uniform(1, 60), drawn.uniform(60, 300), drawn.uniform(300, 4000)))

    def arrive() -> None:
        exchange.world.say("network", "delivers an old request")
        exchange.act()

    exchange.world.later(seconds, arrive)
    exchange.wait(0.1, CALL_TIMEOUT)
    raise Unanswered(drawn.choice((Lost.CUT, Lost.TIMEOUT)))


def answer_slow(exchange: Exchange) -> Answer:
    """The answer takes nearly as long as the till waits."""
    exchange.wait(1.0, 10.0)
    answered = exchange.act()
    exchange.wait(1.0, 9.0)
    return exchange.answer(exchange.body(answered))


def not_sent(exchange: Exchange) -> Answer:
    """No byte leaves."""
    exchange.wait()
    raise NotSent(exchange.world.drawn.choice((Unsent.NAME, Unsent.CONNECT, Unsent.CONNECT_TIMEOUT, Unsent.TLS)))


def page(*statuses: int, acts: bool) -> RedeemFault:
    """An error page for people, in HTML."""

    def fault(exchange: Exchange) -> Answer:
        exchange.wait()
        status = exchange.world.drawn.choice(statuses)
        if acts:
            exchange.act()
        if exchange.world.drawn.random() < 0.1:
            return Answer(status, {}, incomplete=Lost.CUT)
        return bodies.raw(exchange.service, samples.body_of(samples.page(status)), status)

    return fault


_NONSENSE = tuple(
    samples.body_of(one)
    for one in (*samples.NONSENSE.values(), samples.PAGES["JSON 500 for the whole call"], samples.PAGES["JSON 408"])
    if one.startswith(b"HTTP/1.1 200") or b"application/json" in one
)


def nonsense(*, acts: bool) -> RedeemFault:
    """An answer that says nothing about the redemption."""

    def fault(exchange: Exchange) -> Answer:
        exchange.wait()
        if acts:
            exchange.act()
        return bodies.raw(exchange.service, exchange.world.drawn.choice(_NONSENSE))

    return fault


_MANGLERS: tuple[Callable[[bytes], bytes], ...] = (
    lambda body: body[: len(body) // 2],
    lambda body: body[:-1],
    lambda body: body.decode().encode("utf-16"),
    lambda body: b"\xef\xbb\xbf" + body,
    lambda body: b'{"result": ' + body + b"}",
    lambda body: body.replace(b'"points"', b'"pointz"'),
    lambda body: body.replace(b'"responses"', b'"Responses"'),
    lambda body: body.replace(b"800", b"null"),
    lambda body: body.replace(b'"pointsReversed"', b'"pointsReversedz"'),
    lambda body: body.replace(b'"reversalId"', b'"reversalNumber"').replace(b'"pointsReversed"', b'"pointsBack"'),
    lambda body: body + body,
)


def answer_mangled(exchange: Exchange) -> Answer:
    """The service acts, and its answer arrives damaged."""
    true = honest(exchange)
    return replace(true, body=exchange.world.drawn.choice(_MANGLERS)(true.body))


def types_loose(exchange: Exchange) -> Answer:
    """The answer is true, in other types."""
    exchange.wait()
    return exchange.answer(bodies.loosened(exchange.body(exchange.act()), exchange.world.drawn))


def refused(code: int, *, acts: bool, message: str = "") -> RedeemFault:
    """The service refuses with a code, although it has moved the points or because it would not."""

    def fault(exchange: Exchange) -> Answer:
        exchange.wait()
        if acts:
            exchange.act()
        return refusal(exchange, code, message or "The request could not be processed")

    return fault


def refusal(exchange: Exchange, code: int, message: str) -> Answer:
    """An answer that refuses, in one of the shapes that such a code comes in."""
    drawn, order = exchange.world.drawn, exchange.order
    if order is not None:
        exchange.service.answers_failed(order.reference, code)
    exchange.world.say("service", f"answers {code}")
    named = order if drawn.random() < 0.5 else None
    if code in {401, 403, 404, 429, 498} and drawn.random() < 0.7:
        status = 200 if code == 498 else code
        whole = {"response": {"status": {"success": "false", "code": code, "message": message}}}
        if drawn.random() < 0.3 and code not in {403, 404}:
            return bodies.raw(exchange.service, b"<html>no</html>", status)
        return exchange.answer(whole, status)
    return exchange.answer(
        bodies.refusal(code, message, named, names=drawn.choice(_NAMES)), drawn.choice((200, 200, 400))
    )


def duplicate(exchange: Exchange) -> Answer:
    """The points move, and the service says that the reference was used before."""
    code = exchange.world.drawn.choice((815, 817, 896, 903, 1999))
    return refused(code, acts=True, message="Duplicate reference: external_reference_number is not unique")(exchange)


def checked(exchange: Exchange) -> Answer:
    """The service refuses because a condition does not hold, and nothing was done."""
    code = exchange.world.drawn.choice(CHECKED_CODES)
    acts = not exchange.world.keeps(Assumption.CHECKS_ARE_TRUE)
    return refused(code, acts=acts, message="A condition does not hold")(exchange)


def stray(kind: str, *, acts: bool) -> RedeemFault:
    """The answer belongs to another request."""

    def fault(exchange: Exchange) -> Answer:
        exchange.wait()
        if acts:
            exchange.act()
        exchange.world.say("network", f"brings an answer of another request: {kind}")
        return _stray(exchange, kind)

    return fault


def _stray(exchange: Exchange, kind: str) -> Answer:
    order, service, drawn = exchange.order, exchange.service, exchange.world.drawn
    if order is None:
        return honest(exchange)
    if not exchange.world.keeps(Assumption.ANSWERS_CAN_BE_TOLD):
        return exchange.answer(_success(service, order, order.person, order.points, "", names=False))
    other = drawn.choice([person for person in service.people if person is not order.person])
    numbered = [one for one in exchange.line.answers if one.headers.get("x-cap-requestid")]
    match kind:
        case "other points":
            body = _success(service, order, order.person, order.points + 1, order.reference)
        case "other reference":
            body = _success(service, order, order.person, order.points, "01ARZ3NDEKTSV4RRFFQ69G5FAV")
        case "older answer" if numbered:
            old = drawn.choice(numbered)
            body = _success(service, order, order.person, order.points, "", names=drawn.random() < 0.5)
            return exchange.answer(body, request_id=old.headers["x-cap-requestid"])
        case "unreadable points":
            body = _success(service, order, order.person, order.points + 1, "", names=False)
            item = body["response"]["responses"]["points"]
            said = item["points_redeemed"]
            item["points_redeemed"] = drawn.choice((f"{said} points", [said], {"value": said}, 10**30))
            return exchange.answer(body)
        case "refusal":
            code = drawn.choice(CHECKED_CODES)
            body = bodies.refusal(
                code, "A condition does not hold", replace(order, person=other), names=drawn.choice(_NAMES)
            )
        case _:
            body = _success(service, order, other, order.points, order.reference)
            if drawn.random() < 0.5:
                del body["response"]["responses"]["points"][drawn.choice(("mobile", "user_id"))]
    return exchange.answer(bodies.loosened(body, drawn) if drawn.random() < 0.3 else body)


def _success(
    service: Service, order: Order, person: Person, points: Decimal, reference: str, *, names: bool = True
) -> dict[str, Any]:
    """A success that never happened; `names` says whether it echoes the member and a reference."""
    forged = Movement(replace(order, person=person, points=points, reference=reference), "FORGED", 0.0, points)
    item = bodies.item_of(service, forged)
    for name in ("mobile", "user_id", "external_reference_number"):
        item.pop(name, None)
    if names:
        item |= {"mobile": person.mobile, "user_id": person.user_id}
        if reference and reference != order.reference:
            item["external_reference_number"] = reference
    return {"response": {"status": bodies.SUCCESS, "responses": {"points": item}}}


def answered_twice(exchange: Exchange) -> Answer:
    """The answer comes twice, so that the next request on the connection reads an answer that is not its own."""
    answer = honest(exchange)
    exchange.line.leftovers.append(answer)
    return answer
