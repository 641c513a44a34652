"""customer/get: reads a member with programs and groups, in the spelling of any release."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from desktop.api.exchange import Request
from desktop.api.wire import belonging, loose, verdict
from desktop.api.wire.identifiers import identifying
from desktop.domain.failures import Call, Failure, SeveralFound
from desktop.domain.member import Identifier, IdentifierKind, Member, MemberGroup, Program, is_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.api.exchange import Answer

_log = logging.getLogger(__name__)

FOUND = frozenset({1000, 200})
"""Item codes of a member who was found: 1000, and 200 if a release repeats the call's own code."""

_NAMES_ONE = frozenset({IdentifierKind.MOBILE, IdentifierKind.ID})
"""Identifiers that belong to one member only. A family may share any other one."""

_NESTED_GROUPS = ("user_group2", "user_groups2", "user_group", "groups", "group")


def ask(identifier: Identifier) -> Request:
    """Makes the request for one member, with every program (`mlp`) and the service's own id (`user_id`)."""
    query = {**identifying(identifier), "mlp": "true", "user_id": "true", "format": "json"}
    return Request("GET", "/v1.1/customer/get", tuple(query.items()))


def read(answer: Answer, identifier: Identifier) -> Member:
    """Reads the member.

    Raises:
        Refused, Throttled, Unanswered: the answer has no member.
    """
    call = Call.FIND_MEMBER
    body = verdict.body_of(call, answer)
    status = verdict.Status.read(body.get("status"))
    found = [one for part in loose.objects(body.get("customers")) for one in loose.objects(part.get("customer"))]
    if not found:
        raise verdict.without_item(call, answer, status)
    if len(found) > 1 and identifier.kind not in _NAMES_ONE:
        raise _several(found, answer, status)
    if len(found) > 1:
        # A value with a comma in it asks for several members, and it is not certain which of them is at the counter.
        raise verdict.contradictory(answer, status.message)
    fields = found[0]
    item = verdict.Status.read(fields.get("item_status"))
    if loose.is_blank(fields.get("item_status")):
        # A release that does not say it of the item says it of the call.
        item = status
    if item.success is not True or item.code not in FOUND:
        raise verdict.of_item(call, answer, item)
    if answer.is_repeated and belonging.names_another_member(fields, identifier):
        # It answered an earlier question. It would look as if the account had been merged into that member's.
        raise verdict.stray(answer)
    return _member(fields, identifier, verdict.request_id(answer))


def _several(found: list[dict[str, object]], answer: Answer, status: verdict.Status) -> Failure:
    """Returns those who fit, if the answer confirms every one of them."""
    members = []
    for fields in found:
        item = verdict.Status.read(fields.get("item_status"))
        mobile, user_id = loose.text(fields.get("mobile")), belonging.id_of(fields.get("user_id"))
        if item.success is not True or item.code not in FOUND or not (mobile or user_id):
            return verdict.contradictory(answer, status.message)
        by_id = bool(user_id) and not is_number(mobile)
        own = Identifier(IdentifierKind.ID, user_id) if by_id else Identifier(IdentifierKind.MOBILE, mobile)
        members.append(_member(fields, own, verdict.request_id(answer)))
    return SeveralFound(tuple(members), request_id=verdict.request_id(answer))


def _member(fields: dict[str, object], identifier: Identifier, request_id: str) -> Member:
    programs = tuple(_programs(fields))
    points = loose.amount(fields.get("loyalty_points"))
    if points is None and len(programs) == 1:
        points = programs[0].points
    names = (loose.text(fields.get("firstname")), loose.text(fields.get("lastname")))
    return Member(
        identifier=identifier,
        user_id=belonging.id_of(fields.get("user_id")),
        name=" ".join(name for name in names if name),
        mobile=loose.text(fields.get("mobile")),
        email=loose.text(fields.get("email")),
        external_id=loose.text(fields.get("external_id")),
        tier=loose.text(fields.get("current_slab")),
        points=points,
        programs=programs,
        groups=tuple(_groups(loose.first(fields, "user_groups2", "user_group2"))),
        kind=loose.text(fields.get("type")),
        fraud_status=loose.text(loose.only(fields.get("fraud_details")).get("status")),
        request_id=request_id,
    )


def _programs(fields: dict[str, object]) -> Iterator[Program]:
    for part in loose.objects(fields.get("points_summaries")):
        for summary in loose.objects(part.get("points_summary")):
            identity = loose.text(loose.first(summary, "programId", "program_id"))
            points = loose.amount(loose.first(summary, "loyaltyPoints", "loyalty_points", "total_available_points"))
            if not identity or points is None:
                _log.warning("a program without an id or readable points was left out")
                continue
            yield Program(
                id=identity,
                title=loose.text(loose.first(summary, "program_title", "programTitle", "programName", "program_name")),
                points=points,
                tier=loose.text(loose.first(summary, "currentSlab", "current_slab")),
            )


def _groups(value: object) -> Iterator[MemberGroup]:
    # No page shows the shape: objects, perhaps one level deeper, in one of two spellings.
    for entry in loose.objects(value):
        nested = loose.first(entry, *_NESTED_GROUPS)
        if isinstance(nested, dict | list):
            yield from _groups(nested)
            continue
        primary = loose.only(loose.first(entry, "primary_user", "primaryUser", "primary_member"))
        group = MemberGroup(
            id=loose.text(loose.first(entry, "id", "user_group2_id", "group_id", "groupId", "userGroup2Id")),
            external_id=loose.text(
                loose.first(entry, "external_id", "externalId", "user_group2_external_id", "group_external_id")
            ),
            name=loose.text(loose.first(entry, "name", "group_name", "groupName")),
            primary_user_id=loose.text(
                loose.first(entry, "primary_user_id", "primaryUserId", "user_group2_primary_user_id")
                or loose.first(primary, "user_id", "userId", "id")
            ),
            points=loose.amount(
                loose.first(entry, "loyalty_points", "loyaltyPoints", "points", "current_points", "currentPoints")
            ),
        )
        if group.id or group.external_id or group.primary_user_id:
            yield group
