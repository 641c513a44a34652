"""What can go wrong with a look-up: the lies, and which of them no client could notice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from desktop.domain.failures import Lost, NotSent, Unanswered, Unsent
from tests.faults import answers as samples
from tests.simulation import bodies
from tests.simulation.assumptions import Assumption
from tests.simulation.service import DEFAULT_PROGRAM, SHORTEST_SETTLE_AFTER, Movement, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.api.exchange import Answer, Request
    from tests.simulation.machine import Line
    from tests.simulation.reversal_book import BackEntry
    from tests.simulation.service import Person, Service
    from tests.simulation.world import World

    LookFault = Callable[["Asked"], Answer]
    Rows = list[dict[str, Any]]


@dataclass(slots=True)
class Asked:
    """One look-up on its way.

    Attributes:
        world: time and chance.
        service: who answers.
        line: the connection.
        request: what was asked.
        person: whose redemptions are asked for.
        reference: which redemption is looked for.
        is_offer: whether the counter asks what may be given back.
        given_back: the reversals that the till knows to have happened.
    """

    world: World
    service: Service
    line: Line
    request: Request
    person: Person
    reference: str
    is_offer: bool = False
    given_back: frozenset[str] = frozenset()

    def knows_of(self, entries: Iterable[BackEntry]) -> bool:
        """True if the till knows of one of these reversals, so that it can tell that a list without it is old."""
        return any(one.by in self.given_back for one in entries)

    def body(self) -> dict[str, Any]:
        """What a service that keeps its word answers."""
        return bodies.redemptions(self.service, self.person, self.request)

    def answer(self, body: object, *, request_id: str = "") -> Answer:
        """An answer with a JSON body."""
        return bodies.answer(self.service, body, request_id=request_id)

    def unfiltered(self) -> dict[str, Any]:
        """The same if the service ignores the reference."""
        return bodies.redemptions(self.service, self.person, _without_filter(self.request))


def _without_filter(request: Request) -> Request:
    return replace(request, query=tuple(one for one in request.query if one[0] != "external_reference_number"))


def honest(asked: Asked) -> Answer:
    """Nothing goes wrong."""
    return asked.answer(asked.body())


def fails(asked: Asked) -> Answer:
    """The look-up itself is lost, or answered with an error page."""
    drawn = asked.world.drawn
    match drawn.randrange(5):
        case 0:
            raise NotSent(Unsent.CONNECT)
        case 1:
            raise Unanswered(drawn.choice((Lost.CUT, Lost.TIMEOUT)))
        case 2:
            return asked.answer({"response": {"status": {"success": False, "code": 429, "message": "slow down"}}})
        case 3:
            return asked.answer(bodies.refusal(500, "Internal error"))
        case _:
            status = drawn.choice((401, 403, 404, 429, 500, 502, 503, 504, 520, 522, 524))
            return bodies.raw(asked.service, samples.body_of(samples.page(status)), status)


def types_loose(asked: Asked) -> Answer:
    """The answer is true, in other types."""
    return asked.answer(bodies.loosened(asked.body(), asked.world.drawn))


def filter_ignored(asked: Asked) -> Answer:
    """All of the member's redemptions come, whichever was asked for."""
    return asked.answer(asked.unfiltered())


def rows_changed(change: Callable[[dict[str, Any], Asked], None]) -> LookFault:
    """Every row is changed, with or without the filter."""

    def fault(asked: Asked) -> Answer:
        body = asked.body() if asked.world.drawn.random() < 0.5 else asked.unfiltered()
        for row in rows_of(body):
            change(row, asked)
        return asked.answer(body)

    return fault


def reference_set_to(value: object) -> LookFault:
    """The references of the rows say nothing."""
    return rows_changed(lambda row, _: row.__setitem__("external_reference_number", value))


def _cut(row: dict[str, Any], asked: Asked) -> None:
    reference = row["external_reference_number"]
    row["external_reference_number"] = reference[: asked.world.drawn.randint(10, len(reference) - 1)]


def _without_time(row: dict[str, Any], asked: Asked) -> None:
    date = asked.world.drawn.choice(("1970-01-01", row["redeemed_time"][:10]))
    row["external_reference_number"], row["redeemed_time"] = "", f"{date} 00:00:00"


def _rounded(row: dict[str, Any], asked: Asked) -> None:
    points = Decimal(row["points_redeemed"])
    row["external_reference_number"] = ""
    row["points_redeemed"] = asked.world.drawn.choice((0, -points, round(points), round(points, 1)))


def _masked(row: dict[str, Any], asked: Asked) -> None:
    reference = row["external_reference_number"]
    left, right = asked.world.drawn.choice(((0, 4), (6, 0), (4, 2)))
    row["external_reference_number"] = reference[:left] + "X" * (26 - left - right) + reference[26 - right :]


time_missing = rows_changed(_without_time)
points_rounded = rows_changed(_rounded)
reference_masked = rows_changed(_masked)
reference_missing = rows_changed(lambda row, _: row.pop("external_reference_number"))
reference_in_lower_case = rows_changed(
    lambda row, _: row.__setitem__("external_reference_number", row["external_reference_number"].lower())
)
reference_cut = rows_changed(_cut)


def clock_ahead(asked: Asked) -> Answer:
    """The references are blank, and the machine that answers has a clock that is days or years ahead.

    Not if the till's clock is wrong as well: see "Two wrong clocks" in docs/exactly-once.md.
    """
    answer = reference_set_to("")(asked)
    if not asked.line.has_right_clock:
        return answer
    ahead = timedelta(days=asked.world.drawn.choice((1, 30, 3650)))
    date = format_datetime(asked.world.true_time() + ahead, usegmt=True)
    return replace(answer, headers={**answer.headers, "date": date})


def list_there_twice(asked: Asked) -> Answer:
    """The references are blank, and an empty list follows the one with the rows."""
    body = reference_set_to("")(asked).body
    empty = b'"rows":0,"points_count":0,"redemptions":{"points":{"point":[]}}'
    return bodies.raw(asked.service, body[: body.rindex(b"}}}")] + b"," + empty + b"}}}")


def also_with_other_points(asked: Asked) -> Answer:
    """Each redemption is there again with its reference and other points, before its own row."""
    body = asked.body()
    customer = body["response"]["customer"]
    both = [one for row in rows_of(body) for one in ({**row, "points_redeemed": row["points_redeemed"] + 1}, row)]
    customer["redemptions"]["points"]["point"] = both
    customer["rows"] = customer["points_count"] = len(both)
    return asked.answer(body)


def reshaped(change: Callable[[dict[str, Any]], None]) -> LookFault:
    """The `customer` object has another shape."""

    def fault(asked: Asked) -> Answer:
        body = asked.body()
        change(body["response"]["customer"])
        return asked.answer(body)

    return fault


def _bare_points(customer: dict[str, Any]) -> None:
    customer["redemptions"]["points"] = customer["redemptions"]["points"]["point"]


def _bare_redemptions(customer: dict[str, Any]) -> None:
    customer["redemptions"] = customer["redemptions"]["points"]["point"]


def _renamed_rows(customer: dict[str, Any]) -> None:
    customer["redemptions"]["points"] = {"points_redemption": customer["redemptions"]["points"]["point"]}


def _renamed_points(customer: dict[str, Any]) -> None:
    customer["redemptions"] = {"point_redemptions": customer["redemptions"]["points"]}


def _renamed_redemptions(customer: dict[str, Any]) -> None:
    customer["redemption_list"] = customer.pop("redemptions")


bare_points = reshaped(_bare_points)
bare_redemptions = reshaped(_bare_redemptions)
renamed_rows = reshaped(_renamed_rows)
renamed_points = reshaped(_renamed_points)
renamed_redemptions = reshaped(_renamed_redemptions)


def customer_set_to(value: object) -> LookFault:
    """The `customer` object is not there."""

    def fault(asked: Asked) -> Answer:
        body = asked.body()
        body["response"]["customer"] = value
        return asked.answer(body)

    return fault


def customer_missing(asked: Asked) -> Answer:
    """There is no `customer` field at all."""
    body = asked.body()
    del body["response"]["customer"]
    return asked.answer(body)


def another_member(asked: Asked) -> Answer:
    """The answer is about somebody else, and says so."""
    others = [person for person in asked.service.people if person is not asked.person]
    return asked.answer(bodies.redemptions(asked.service, asked.world.drawn.choice(others), asked.request))


def counted_but_not_there(asked: Asked) -> Answer:
    """The answer counts rows that it does not have."""
    body = asked.body()
    keep = [row for row in rows_of(body) if row["external_reference_number"] != asked.reference]
    body["response"]["customer"]["redemptions"]["points"]["point"] = keep
    return asked.answer(body)


def oldest_first(asked: Asked) -> Answer:
    """A release that shows 25 redemptions at most, the oldest first, and ignores the filter."""
    body = asked.unfiltered()
    customer = body["response"]["customer"]
    shown = list(reversed(rows_of(body)))[:25]
    customer["redemptions"]["points"]["point"] = shown
    if asked.world.drawn.random() < 0.5:
        customer["rows"] = customer["points_count"] = len(shown)
    return asked.answer(body)


def ten_at_a_time(asked: Asked) -> Answer:
    """A release that shows ten redemptions at most, the newest first, and ignores the filter."""
    query = tuple(one for one in asked.request.query if one[0] not in {"external_reference_number", "points_limit"})
    return asked.answer(bodies.redemptions(asked.service, asked.person, replace(asked.request, query=query)))


def read_again(asked: Asked) -> Answer:
    """A cache answers with what it answered before, to the same question and under the same request id."""
    known = asked.line.cache.get(asked.request.query)
    if known is not None:
        seen = any(known is one for one in asked.line.answers)
        if seen or _may_hide(asked, known):
            return known
    answer = honest(asked)
    asked.line.cache[asked.request.query] = answer
    return answer


def hides(asked: Asked) -> Answer:
    """The redemption does not show up, in an answer that is perfect in every other way."""
    if asked.service.has_moved(asked.reference):
        if not asked.service.may_hide(asked.reference):
            return honest(asked)
        asked.service.hidden.add(asked.reference)
    return _without_it(asked)


def hides_for_a_while(asked: Asked) -> Answer:
    """The redemption shows up late, but sooner than the till takes its absence for proved."""
    moved = asked.service.movements.get(asked.reference)
    if moved is None or not asked.service.may_hide(asked.reference):
        return honest(asked)
    at = moved[0].at
    if at > asked.service.looked_for[asked.reference] or asked.world.now > at + SHORTEST_SETTLE_AFTER - 5:
        return honest(asked)
    return _without_it(asked)


def blank_or_not_there(asked: Asked) -> Answer:
    """The filter is heeded now and then. The redemption has no reference, so the filter does not find it."""
    if asked.world.drawn.random() < 0.5:
        return reference_set_to("")(replace(asked, request=_without_filter(asked.request)))
    return hides(asked)


def _without_it(asked: Asked) -> Answer:
    body = asked.body()
    kept = [row for row in rows_of(body) if row["external_reference_number"] != asked.reference]
    customer = body["response"]["customer"]
    customer["redemptions"]["points"]["point"] = kept
    customer["rows"] = customer["points_count"] = len(kept)
    return asked.answer(body)


def shows_what_did_not_happen(asked: Asked) -> Answer:
    """A redemption with the reference is shown that never happened, unless an assumption forbids it."""
    body = asked.body()
    if not asked.service.has_moved(asked.reference) and not asked.world.keeps(Assumption.FOUND_IS_DONE):
        order = Order(asked.person, Decimal(1), DEFAULT_PROGRAM, "", "", asked.reference, "", skips_code=True)
        rows_of(body).append(bodies.row(asked.service, Movement(order, "FORGED", asked.world.now, Decimal(0)), 1))
        customer = body["response"]["customer"]
        customer["rows"] = customer["points_count"] = len(rows_of(body))
    return asked.answer(body)


def rows_of(body: dict[str, Any]) -> Rows:
    """The rows of an honest answer."""
    rows: Rows = body["response"]["customer"]["redemptions"]["points"]["point"]
    return rows


def _may_hide(asked: Asked, known: Answer) -> bool:
    """True if the cached answer may be given to a connection that has not had it."""
    if not asked.service.has_moved(asked.reference) or asked.reference.encode() in known.body:
        return True
    if not asked.service.may_hide(asked.reference):
        return False
    asked.service.hidden.add(asked.reference)
    return True
