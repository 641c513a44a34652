"""What can go wrong with the request that gives points back, besides what can go wrong with every request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from tests.simulation import bodies
from tests.simulation.assumptions import Assumption
from tests.simulation.redeem_faults import Exchange, honest
from tests.simulation.reversal_book import BackOrder, GaveBack

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.api.exchange import Answer
    from tests.simulation.service import Answered

    ReverseFault = Callable[["BackExchange"], Answer]

UNPROVED_CODES = (*(401, 403, 404, 429, 498, 521), *(804, 886, 887, 888, 896, 898, 899, 902, 903, 904), 3802, 4711)
"""Codes of a refusal that say nothing about the points, or that no catalogue knows."""

CHECKED_CODES = (817, 818, 827, 878, 885, 901, 905, 3801, 3803, 4101, 4102)
"""Codes that say that a condition was checked before anything was done."""

STRAYS = ("another member", "another redemption", "other points", "older answer", "refusal")
"""Answers of other requests."""


@dataclass(slots=True, kw_only=True)
class BackExchange(Exchange):
    """One request to give points back, on its way. The faults of redeeming know how to treat it too.

    Attributes:
        wanted: what the request asks for, as the service reads it.
    """

    wanted: BackOrder

    def act(self) -> GaveBack:
        """The service carries the request out."""
        return self.act_with(None)

    def act_with(self, points: Any) -> GaveBack:  # noqa: ANN401 - a Decimal, or None
        """The service gives back so many points instead; None for as many as it was asked for."""
        book = self.service.book
        if book.is_superseded(self.wanted) and self.world.keeps(Assumption.REVERSALS_ARE_IN_TIME):
            self.world.say("service", "drops a reversal that is too late")
            return GaveBack(902, message="Duplicate reversal")
        done = book.reverse(self.wanted, points)
        self.world.say("service", f"does what it is asked and means {done.code}")
        return done

    def body(self, answered: Answered | GaveBack) -> dict[str, Any]:
        """What the service answers if it keeps its word."""
        return bodies.reversal(self.service, self.wanted, cast("GaveBack", answered))


def refused(code: int, *, acts: bool) -> ReverseFault:
    """The service refuses with a code, although it has given the points back or because it would not."""

    def fault(exchange: BackExchange) -> Answer:
        exchange.wait()
        if acts:
            exchange.act()
        return _refusal(exchange, code)

    return fault


def _refusal(exchange: BackExchange, code: int) -> Answer:
    drawn = exchange.world.drawn
    exchange.world.say("service", f"answers {code}")
    if code in {401, 403, 404, 429, 498} and drawn.random() < 0.5:
        if drawn.random() < 0.3 and code not in {403, 404}:
            return bodies.raw(exchange.service, b"", 200 if code == 498 else code)
        whole = {"status": {"success": "false", "code": code, "message": "no"}}
        return exchange.answer(whole, 200 if code == 498 else code)
    named = exchange.wanted if drawn.random() < 0.5 else None
    return exchange.answer(
        bodies.reversal_refusal(exchange.service, code, "no", named), drawn.choice((200, 400, 400, 422))
    )


def unproved(exchange: BackExchange) -> Answer:
    """A refusal that says nothing about the points, whether or not the service gave them back."""
    drawn = exchange.world.drawn
    return refused(drawn.choice(UNPROVED_CODES), acts=drawn.random() < 0.6)(exchange)


def checked(exchange: BackExchange) -> Answer:
    """The service refuses because a condition does not hold, and nothing was done."""
    acts = not exchange.world.keeps(Assumption.CHECKS_ARE_TRUE)
    return refused(exchange.world.drawn.choice(CHECKED_CODES), acts=acts)(exchange)


def delivered_twice(exchange: BackExchange) -> Answer:
    """Something between till and service repeats the request. The till reads the second answer."""
    exchange.wait()
    exchange.act()
    return exchange.answer(exchange.body(exchange.act()))


def other_amount(exchange: BackExchange) -> Answer:
    """The service gives back more or fewer points than it was asked for, and says how many."""
    exchange.wait()
    drawn = exchange.world.drawn
    done = exchange.act_with(exchange.wanted.points * drawn.choice((2, 3)) / drawn.choice((1, 4, 4)))
    body = exchange.body(done)
    if done.entry is not None:
        match drawn.randrange(3):
            case 0:
                body["pointsToBeReversed"] = done.entry.points
            case 1:
                del body["pointsToBeReversed"]
            case _:
                pass
    return exchange.answer(body)


def contradicts_itself(exchange: BackExchange) -> Answer:
    """The service acts or not, and its answer says two things at once."""
    exchange.wait()
    drawn = exchange.world.drawn
    body = bodies.reversal(exchange.service, exchange.wanted, _forged(exchange.wanted))
    if drawn.random() < 0.7:
        exchange.act()
    match drawn.randrange(3):
        case 0:
            body["errors"] = [{"status": False, "code": drawn.choice((902, 905, 817)), "message": "no"}]
        case 1:
            body["pointsReversed"] = 0
        case _:
            body["pointsReversed"] = exchange.wanted.points + 10**6
            body["pointsReversedDetails"] = {}
    return exchange.answer(body)


def incomparable(exchange: BackExchange) -> Answer:
    """The answer says in a way that cannot be read how many points it is about: this request's, or another's."""
    exchange.wait()
    drawn = exchange.world.drawn
    points = exchange.wanted.points
    acts = drawn.random() < 0.5
    done = exchange.act() if acts else _forged(exchange.wanted)
    body = exchange.body(done)
    if done.code:
        return exchange.answer(body)
    said = points if acts else points + 1
    unreadable = drawn.choice((f"{said} points", "ten", [said], {"points": said}, 10**30, "1e30", True))
    body["pointsToBeReversed"] = unreadable
    match drawn.randrange(3):
        case 0:
            body["pointsReversed"] = unreadable
        case 1:
            del body["pointsReversed"], body["pointsReversedDetails"]
        case _:
            body["pointsReversed"] = said
    if drawn.random() < 0.3:
        body["errors"] = [{"status": False, "code": drawn.choice(CHECKED_CODES), "message": "no"}]
    return exchange.answer(body)


def stray(kind: str) -> ReverseFault:
    """The answer belongs to another request."""

    def fault(exchange: BackExchange) -> Answer:
        exchange.wait()
        if exchange.world.drawn.random() < 0.5:
            exchange.act()
        exchange.world.say("network", f"brings an answer of another request: {kind}")
        return _stray(exchange, kind)

    return fault


def _stray(exchange: BackExchange, kind: str) -> Answer:
    wanted, service, drawn = exchange.wanted, exchange.service, exchange.world.drawn
    if wanted.person is None:
        return honest(exchange)
    body = bodies.reversal(service, wanted, _forged(wanted))
    if not exchange.world.keeps(Assumption.ANSWERS_CAN_BE_TOLD):
        return exchange.answer(body)
    other = drawn.choice([person for person in service.people if person is not wanted.person])
    theirs = {"customerId": int(other.user_id), "identifier": {"type": "mobile", "value": other.mobile}}
    numbered = [one for one in exchange.line.answers if one.headers.get("x-cap-requestid")]
    match kind:
        case "another redemption" if b"redemptionId" in (exchange.request.body or b""):
            body["redemptionId"] = "OTHERS"
        case "other points":
            body |= {"pointsToBeReversed": wanted.points + 1, "pointsReversed": wanted.points + 1}
        case "older answer" if numbered:
            return exchange.answer(body, request_id=drawn.choice(numbered).headers["x-cap-requestid"])
        case "refusal":
            code = drawn.choice(CHECKED_CODES)
            body = theirs | {"errors": [{"status": False, "code": code, "message": "no"}]}
        case _:
            body |= theirs
            if drawn.random() < 0.5:
                del body[drawn.choice(tuple(theirs))]
    return exchange.answer(bodies.loosened(body, drawn) if drawn.random() < 0.3 else body)


def _forged(wanted: BackOrder) -> GaveBack:
    """A success that never happened."""
    return GaveBack(0, movement=wanted.movement)
