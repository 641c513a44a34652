"""Holds what the service says about the organisation's programs and about this till."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ServiceProgram:
    """A loyalty program of the organisation.

    Attributes:
        id: as in `program_id`.
        name: for people.
        ratio: the worth of one point in money; None if the service does not say.
        is_default: True if redemptions without a program are of this one.
    """

    id: str
    name: str = ""
    ratio: Decimal | None = None
    is_default: bool = False


@dataclass(frozen=True, slots=True)
class ServiceTill:
    """A till as the service knows it. A text is empty if the service does not say.

    Attributes:
        id: the service's number for it.
        code: the name with which it logs in.
        name: for people.
        is_active: None if the service does not say.
        time_zone: the service's number or name of its time zone.
        currency: likewise, of its currency.
    """

    id: str
    code: str = ""
    name: str = ""
    is_active: bool | None = None
    time_zone: str = ""
    currency: str = ""
