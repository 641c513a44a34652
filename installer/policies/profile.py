"""Makes a macOS configuration profile of a policy: `points-till.mobileconfig`."""

from __future__ import annotations

import json
import plistlib
import uuid
from typing import TYPE_CHECKING, Any

from desktop.store.managed_policy import DOMAIN
from installer import product

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = uuid.UUID("5f3e31f6-5b0f-5d57-9c8a-30a2c8a9d6ce")
"""The namespace of the profile's identifiers, which never changes."""


def profile(policy: Mapping[str, Any]) -> bytes:
    """Returns a profile for the device with the values of a policy.

    The same policy gives the same profile. A changed policy has another UUID, and replaces the profile that is
    installed, because its identifier stays.

    Args:
        policy: names and values as in `policy.json`, with `defaults`.

    Raises:
        ValueError: a value cannot stand in a property list, such as null.
    """
    content = json.dumps(policy, sort_keys=True)
    payload = {
        "PayloadType": DOMAIN,
        "PayloadIdentifier": f"{DOMAIN}.policy.settings",
        "PayloadUUID": _identity(f"settings {content}"),
        "PayloadVersion": 1,
        "PayloadDisplayName": f"{product.TITLE}: settings",
        "PayloadEnabled": True,
        **policy,
    }
    made = {
        "PayloadType": "Configuration",
        "PayloadIdentifier": f"{DOMAIN}.policy",
        "PayloadUUID": _identity(f"profile {content}"),
        "PayloadVersion": 1,
        "PayloadDisplayName": product.TITLE,
        "PayloadDescription": f"Settings of {product.TITLE} for every user of this Mac",
        "PayloadOrganization": product.PUBLISHER,
        "PayloadScope": "System",
        "PayloadRemovalDisallowed": True,
        "PayloadContent": [payload],
    }
    try:
        return plistlib.dumps(made, sort_keys=False)
    except (TypeError, OverflowError) as error:
        raise ValueError(f"the policy has a value that a profile cannot hold: {error}") from None


def _identity(text: str) -> str:
    return str(uuid.uuid5(_NAMES, text)).upper()
