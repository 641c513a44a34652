"""Carries each request from a till to the service, and lets go wrong what was planned for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.failures import NotSent, Unanswered, Unsent
from desktop.domain.reversal import ReversalState
from tests.simulation import bills, bodies, lookup_faults, redeem_faults, reverse_faults
from tests.simulation.assumptions import Assumption

if TYPE_CHECKING:
    from desktop.api.exchange import Answer, Request
    from tests.simulation.machine import Line, SimulatedTill
    from tests.simulation.service import Service

REDEEM = "/v1.1/points/redeem"
LOOK_UP = "/v1.1/customer/redemptions"
MEMBER = "/v1.1/customer/get"
CHECK = "/v1.1/points/isredeemable"
REVERSE = "/v2/points/reverse"
ATTACH_BILL = "/v2/points/updateRedemption"

_UNMASKED = 4
"""Digits of a member's number that a mask leaves."""

_ASIDE = 0.7
"""How often a cashier who may act while a look-up is on its way does so."""


def carry(till: SimulatedTill, line: Line, desk: str, request: Request) -> Answer:
    """What a request comes to.

    Raises:
        NotSent, Unanswered: as `desktop.api.transport.Transport.call`.
    """
    world = till.world
    till.line_moment(desk, request.path, "before")
    if till.offline:
        world.say(till.name, f"{desk} cannot reach the service")
        raise NotSent(Unsent.CONNECT)
    try:
        answer = _answer(till, line, desk, request)
    except (NotSent, Unanswered) as failure:
        line.drop_connection()
        world.say(till.name, f"{desk} gets no answer to {request.path}: {failure.support}")
        raise
    if line.leftovers and answer is not line.leftovers[-1]:
        line.leftovers.append(answer)
        answer = line.leftovers.pop(0)
        world.say("network", "has the till read an older answer")
    if world.tells:
        world.say(till.name, f"{desk} reads {answer.status} {answer.body.decode('utf-8', 'replace')[:2000]}")
    till.line_moment(desk, request.path, "after")
    return line.brought(_masked(till.service, answer))


def _masked(service: Service, answer: Answer) -> Answer:
    """What a service writes that shows only the end of members' numbers."""
    if not service.style.masks:
        return answer
    body = answer.body
    for person in service.people:
        for number in (person.mobile, person.mobile[2:]):
            body = body.replace(number.encode(), b"X" * (len(number) - _UNMASKED) + number[-_UNMASKED:].encode())
    return replace(answer, body=body)


def _answer(till: SimulatedTill, line: Line, desk: str, request: Request) -> Answer:
    world, service = till.world, till.service
    if world.tells:
        body = (request.body or b"").decode()
        world.say(till.name, f"{desk} asks {request.path} {dict(request.query)} {body}")
    changes = {REDEEM: _redeem, REVERSE: _reverse, ATTACH_BILL: _attach_bill}.get(request.path)
    if changes is not None:
        return changes(till, line, request)
    query = dict(request.query)
    person = service.named(query)
    world.pass_time(world.drawn.uniform(0.02, 0.3))
    if person is None:
        return bodies.answer(service, bodies.refusal(816, "Customer not found"))
    match request.path:
        case "/v1.1/customer/redemptions":
            if desk == "settling" and world.aside and world.drawn.random() < _ASIDE:
                world.aside.pop()()
            reference = query.get("external_reference_number", "")
            service.looked_for.setdefault(reference, world.now)
            asked = _asked(till, lookup_faults.Asked(world, service, line, request, person, reference), desk)
            intent = till.intents.get(reference)
            if intent is None or world.behaves:
                return lookup_faults.honest(asked)
            return intent.next_look_fault(is_offer=asked.is_offer)(asked)
        case "/v1.1/customer/get":
            numbered = world.keeps(Assumption.PEOPLE_ARE_NUMBERED)
            member = bodies.member(person, numbered=numbered, tells_mobile=service.style.tells_mobile)
            return bodies.answer(service, member)
        case "/v1.1/points/isredeemable":
            if query.get("issue_otp") == "true":
                service.issue_code(person)
            return bodies.answer(service, bodies.eligibility(person, query["points"]))
        case path:
            raise AssertionError(path)


def _redeem(till: SimulatedTill, line: Line, request: Request) -> Answer:
    order = till.service.order(request)
    intent = till.intents.get(order.reference) if order is not None else None
    exchange = redeem_faults.Exchange(till.world, till.service, line, request, order)
    fault = redeem_faults.honest if intent is None or till.world.behaves else intent.next_redeem_fault()
    return fault(exchange)


def _reverse(till: SimulatedTill, line: Line, request: Request) -> Answer:
    order = till.service.book.order(request, till.unsent)
    reference = "" if order.movement is None else order.movement.order.reference
    till.sends_reversal(reference)
    intent = till.intents.get(reference)
    exchange = reverse_faults.BackExchange(till.world, till.service, line, request, None, wanted=order)
    fault = redeem_faults.honest if intent is None or till.world.behaves else intent.next_reverse_fault()
    return fault(exchange)


def _attach_bill(till: SimulatedTill, line: Line, request: Request) -> Answer:
    exchange = bills.exchange_of(till.world, till.service, line, request)
    intent = till.intents[exchange.movement.order.reference]
    fault = redeem_faults.honest if till.world.behaves else intent.next_bill_fault()
    return fault(exchange)


def _asked(till: SimulatedTill, asked: lookup_faults.Asked, desk: str) -> lookup_faults.Asked:
    """Adds what decides how much a list of reversals may hide."""
    reversals = till.reversals(asked.reference)
    if reversals:
        asked.given_back = frozenset(one.id for one in reversals if one.state is ReversalState.REVERSED)
    asked.is_offer = desk == "counter" and not till.reversing
    if not asked.is_offer:
        for sent in till.service.book.sent.get(asked.reference, [])[-1:]:
            till.service.book.looked_for.setdefault(sent, till.world.now)
    return asked
