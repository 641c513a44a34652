"""Names a member in a request to the service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.member import IdentifierKind

if TYPE_CHECKING:
    from desktop.domain.member import Identifier

_NAMES = {
    IdentifierKind.MOBILE: "mobile",
    IdentifierKind.EMAIL: "email",
    IdentifierKind.EXTERNAL_ID: "external_id",
    # No page of the vendor shows a redemption by card or by id. These are the names that customer/get uses.
    IdentifierKind.CARD: "card",
    IdentifierKind.ID: "id",
}


def identifying(identifier: Identifier) -> dict[str, str]:
    """Returns the field, or the query parameter, that names a member."""
    return {_NAMES[identifier.kind]: identifier.value}
