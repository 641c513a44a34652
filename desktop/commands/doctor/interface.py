"""Checks whether the POS reaches the till through its local interface. Redeeming does not need it."""

from __future__ import annotations

import http.client
import json
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop import paths
from desktop.commands.doctor.report import Check

if TYPE_CHECKING:
    from desktop.commands.console import Console

TAKEN = "PT-LOCAL-API-TAKEN"
"""The code for another program on the interface's port."""

UNREADABLE = "PT-POS-RECORDS"
"""The code for what the till noted for the POS and cannot read."""

_TIMEOUT = 5.0
_MOST_BYTES = 1 << 20


def check_interface(console: Console) -> Check:
    """Asks the port of the settings who listens there, and reads what the till noted of hand-overs."""
    from desktop.store.pos_records import unreadable

    found = _check_port(console)
    lines = tuple(f"cannot be read: {one}" for one in unreadable(paths.pos_records(console.data)))
    details = {**found.details, "unreadable": len(lines)}
    if not lines:
        return replace(found, details=details)
    text = f"{found.text}; {len(lines)} notes of hand-overs cannot be read, the POS must ask for the bill instead"
    return replace(found, ok=False, text=text, code=found.code or UNREADABLE, details=details, lines=lines)


def _check_port(console: Console) -> Check:
    """Asks for the description that only the till's interface has."""
    port = console.settings.local_api
    details: dict[str, object] = {"port": port, "served": False}
    if not port:
        return Check("interface", ok=True, text="off", details=details)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_TIMEOUT)
    try:
        connection.request("GET", "/openapi.json")
        title = json.loads(connection.getresponse().read(_MOST_BYTES))["info"]["title"]
    except ConnectionRefusedError:
        text = f"nothing listens on port {port}: no window is open, or its log says why"
        return Check("interface", ok=True, text=text, details=details)
    except (OSError, http.client.HTTPException, ValueError, LookupError, TypeError, RecursionError):
        title = ""
    finally:
        connection.close()
    if isinstance(title, str) and title.startswith("Points Till"):
        return Check("interface", ok=True, text=f"served on port {port}", details=details | {"served": True})
    text = f"another program has port {port}, so the POS does not reach the till: choose another one in LOCAL_API"
    return Check("interface", ok=False, text=text, code=TAKEN, details=details)
