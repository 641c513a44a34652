"""Names a loyalty service by its address, so that two spellings of one address are one service."""

from __future__ import annotations

_DEFAULT_PORTS = {"https": ":443", "http": ":80"}


def service_name(address: str) -> str:
    """Returns an address in small letters, without the port that its scheme has anyway.

    The address is one that `setting_values.server_address` has read, or what a journal has for one.
    """
    scheme, mark, rest = address.lower().partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{mark}{host.removesuffix(_DEFAULT_PORTS.get(scheme, ''))}{slash}{path}"
