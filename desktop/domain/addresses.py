"""Reads addresses: of the service, of a proxy, and of web pages. Says which of them are this machine's own.

Like the readers in `setting_values`, each raises `ValueError` with what is wrong, and nothing else.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from desktop.domain.setting_values import LONGEST_ADDRESS, text, words

_LOOPBACK_HOST = re.compile(r"localhost|::1|127(?:\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}")
"""All of 127.0.0.0/8 is this machine's own. `127.1` and `127.0.0.999` are not matched, because they can be names."""

DIRECT = "direct"
"""The value of the setting `proxy` that stands for no proxy."""

_ORIGIN = re.compile(r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?", re.IGNORECASE)

DEFAULT_PORTS = {"http": 80, "https": 443}
"""The port of an address that names none, by its scheme."""


def server_address(value: object) -> str:
    """Reads the service's address: `https://host`, or `http://` for a loopback address; a bare host means https.

    Raises:
        ValueError: with what is wrong, in plain English. User names are refused, because addresses are logged.
    """
    address = text(LONGEST_ADDRESS)(value)
    if not address:
        return ""
    if "://" not in address:
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise ValueError("is not an address") from None
    # `https:/host` is read as the host `https` and a colon without a port.
    if not host or parts.netloc.endswith(":") or re.search(r"[\s\\]", address):
        raise ValueError("is not an address")
    if "@" in parts.netloc:
        raise ValueError("must not carry a user name or password")
    if "?" in address or "#" in address:
        raise ValueError("must not carry a query")
    if parts.scheme == "http" and not _LOOPBACK_HOST.fullmatch(host):
        raise ValueError("must begin with https:// (http:// is for this machine alone)")
    if parts.scheme not in DEFAULT_PORTS:
        raise ValueError("must begin with https://")
    return address.rstrip("/")


def proxy_address(value: object) -> str:
    """The address of a proxy: `http://host:port`, or `direct`; empty for the system's own.

    Raises:
        ValueError: with what is wrong, in plain English. A login is refused, because addresses are shown and logged.
    """
    address = text(LONGEST_ADDRESS)(value)
    if not address or address.lower() == DIRECT:
        return address.lower()
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueError("is not an address") from None
    if "@" in address:
        raise ValueError("must not carry a login: that is the setting proxy_user and a password of its own")
    if parts.scheme != "http":
        raise ValueError("must begin with http:// (it opens a tunnel, so what passes is encrypted all the same)")
    if not host or not port or re.search(r"[\s\\]", address) or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("must be http://host:port")
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def origin(address: str) -> str:
    """Scheme, host and port of an address that `server_address` has read: `https://eu.example.com:443`.

    A stored password belongs to one of these.
    """
    if not address:
        return ""
    parts = urlsplit(address)
    host = parts.hostname or ""
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{parts.port or DEFAULT_PORTS[parts.scheme]}"


def is_loopback(address: str) -> bool:
    """True if an address that `server_address` has read is this machine's own."""
    return _LOOPBACK_HOST.fullmatch(urlsplit(address).hostname or "") is not None


def web_origins(value: object) -> tuple[str, ...]:
    """Origins of web pages as browsers send them, as `words` reads them; each once."""
    entries = words(value, "must be a list of addresses such as https://pos.example")
    return tuple(dict.fromkeys(_web_origin(text(LONGEST_ADDRESS)(one)) for one in entries if one))


def _web_origin(address: str) -> str:
    """Reads one origin: scheme, host and port, and nothing else. A wildcard would let every web page in."""
    if not _ORIGIN.fullmatch(address):
        raise ValueError("must be addresses such as https://pos.example, without a path or a *")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise ValueError("must be addresses such as https://pos.example, without a path or a *") from None
    # Browsers leave the usual port out.
    shown = "" if port is None or port == DEFAULT_PORTS[parts.scheme] else f":{port}"
    host = parts.netloc.lower() if port is None else parts.netloc.lower().rpartition(":")[0]
    return f"{parts.scheme}://{host}{shown}"
