"""Reads the bodies of the practice service's POST calls."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.training.identifiers import given_identifier
from desktop.training.refusals import UNKNOWN_CUSTOM_FIELD, CallRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

CUSTOM_FIELDS = frozenset({"point_transfered_to", "store_staff"})
"""The custom fields of the practice organisation. The first is the one in the vendor's sample."""

MAX_BILL_LENGTH = 50


class UnreadableRequest(Exception):
    """The body does not fit the call. The whole call is refused with HTTP 400."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedeemItem:
    """One item of a points/redeem body, before any check."""

    identifier: Mapping[str, str] = field(repr=False)
    points: object
    bill: object
    reference: str
    code: str = field(repr=False)
    notes: str
    time: object
    custom_fields: object

    @property
    def echoed_points(self) -> str:
        """The points as a refusal echoes them."""
        return "" if self.points is None else str(self.points)[:50]

    def checked_bill(self) -> str:
        """Returns the bill number, or an empty string if there is none.

        Raises:
            CallRefused: 811 if the bill is not printable text or is too long.
        """
        if self.bill is None:
            return ""
        if not isinstance(self.bill, str) or len(self.bill) > MAX_BILL_LENGTH or not self.bill.isprintable():
            raise CallRefused(811)
        return self.bill

    def check_time(self) -> None:
        """Checks `redemption_time` if it is present.

        Raises:
            CallRefused: 859 if it is not `YYYY-MM-DD HH:MM:SS`.
        """
        if self.time is None:
            return
        try:
            datetime.strptime(str(self.time), "%Y-%m-%d %H:%M:%S")  # noqa: DTZ007 - the wire format has no time zone
        except ValueError:
            raise CallRefused(859) from None

    def check_custom_fields(self) -> None:
        """Checks the custom fields if there are any.

        Raises:
            CallRefused: `UNKNOWN_CUSTOM_FIELD` if the organisation does not have the field.
        """
        if self.custom_fields is None:
            return
        fields = self.custom_fields.get("field", []) if isinstance(self.custom_fields, dict) else None
        for one in fields if isinstance(fields, list) else [fields]:
            if not isinstance(one, dict) or one.get("name") not in CUSTOM_FIELDS:
                raise CallRefused(UNKNOWN_CUSTOM_FIELD, "Custom field does not exist")


def read_object(body: bytes) -> dict[str, object]:
    """Parses a body as a JSON object with exact numbers.

    Raises:
        UnreadableRequest: if the body is not a JSON object.
    """
    try:
        read = json.loads(body, parse_float=Decimal, parse_constant=lambda _: Decimal("NaN"))
    except (ValueError, RecursionError) as error:
        raise UnreadableRequest("Request body is not valid JSON") from error
    if not isinstance(read, dict):
        raise UnreadableRequest("Request body is not an object")
    return read


def read_redeem_item(body: bytes) -> RedeemItem:
    """Reads the only item of a points/redeem body.

    Raises:
        UnreadableRequest: if the shape is wrong or there are several items: the call supports no batch (redeem-points
            reference).
    """
    root = read_object(body).get("root")
    items = root.get("redeem") if isinstance(root, dict) else None
    if isinstance(items, dict):
        items = [items]
    if not isinstance(items, list) or not items or not isinstance(items[0], dict):
        raise UnreadableRequest("Nothing to redeem in the request")
    if len(items) > 1:
        raise UnreadableRequest("Batch is not supported")
    item = items[0]
    customer = item.get("customer")
    return RedeemItem(
        identifier=given_identifier(customer) if isinstance(customer, dict) else {},
        points=item.get("points_redeemed"),
        bill=item.get("transaction_number"),
        reference=_text(item.get("external_reference_number")),
        code=_text(item.get("validation_code")),
        notes=_text(item.get("notes")),
        time=item.get("redemption_time"),
        custom_fields=item.get("custom_fields"),
    )


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int) else ""
