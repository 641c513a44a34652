"""Asks the accessibility registry of a Linux desktop which screen readers listen, and to what."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jeepney.io.blocking import DBusConnection

_BUS = ("/org/a11y/bus", "org.a11y.Bus")
_REGISTRY = ("/org/a11y/atspi/registry", "org.a11y.atspi.Registry")
"""The path and the name of the accessibility bus and of its registry. Their interfaces are called as they are."""

_APPEARS = {"object:statechanged:showing", "object:statechanged:", "object::"}
_ANNOUNCED = {"object:announcement:", "object::"}
"""How the registry writes the events with which a reader learns of a notification and of an announcement."""

_TIMEOUT = 0.3
"""Seconds to wait for an answer on this machine. The window waits too."""


def needs_notifications() -> bool:
    """True if a screen reader listens that knows notifications but no announcements, such as Orca 43."""
    # It is installed on Linux only.
    from jeepney.io.blocking import open_dbus_connection

    try:
        with open_dbus_connection("SESSION") as session:
            (address,) = _ask(session, *_BUS, "GetAddress")
        with open_dbus_connection(address) as bus:
            (events,) = _ask(bus, *_REGISTRY, "GetRegisteredEvents")
    except (OSError, KeyError, ValueError, TimeoutError):
        # Without a registry there is no screen reader that could ask for notifications.
        return False
    return lacks_announcements(cast("list[tuple[str, str]]", events))


def lacks_announcements(events: Iterable[tuple[str, str]]) -> bool:
    """Returns whether one of the programs listens to what appears, but not to announcements.

    Args:
        events: the bus name of a program and the event that it listens to, as `Object:Announcement:`.
    """
    wanted: dict[str, set[str]] = {}
    for program, event in events:
        wanted.setdefault(program, set()).add(event.casefold())
    return any(bool(_APPEARS & own) and not _ANNOUNCED & own for own in wanted.values())


def _ask(connection: DBusConnection, path: str, name: str, question: str) -> tuple[object, ...]:
    from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call

    call = new_method_call(DBusAddress(path, name, name), question)
    answer = connection.send_and_get_reply(call, timeout=_TIMEOUT)
    if answer.header.message_type is MessageType.error:
        raise ValueError(answer.header.fields.get(HeaderFields.error_name, ""))
    body: tuple[object, ...] = answer.body
    return body
