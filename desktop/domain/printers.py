"""Reads how a printer is named: a system queue, `raw:QUEUE`, or `tcp://HOST:PORT`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit

RAW_PORT = 9100
"""The port on which printers take raw data (JetDirect), unless the address names another."""

_RAW = "raw:"
_NETWORK = "tcp:"
_HOST = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?|\[[0-9A-Fa-f:.]+(%[A-Za-z0-9._-]+)?\]")


@dataclass(frozen=True, slots=True)
class SystemQueue:
    """A printer of the system with its driver, which is sent a page.

    Attributes:
        name: of the queue; empty for the system's default printer.
    """

    name: str


@dataclass(frozen=True, slots=True)
class RawQueue:
    """A thermal printer behind a queue of the system, which passes ESC/POS on unchanged.

    Attributes:
        name: of the queue.
    """

    name: str


@dataclass(frozen=True, slots=True)
class NetworkPrinter:
    """A thermal printer in the network.

    Attributes:
        host: its name or address, without the brackets of IPv6.
        port: its TCP port.
    """

    host: str
    port: int


PrinterAddress: TypeAlias = SystemQueue | RawQueue | NetworkPrinter


def printer_address(text: str) -> PrinterAddress:
    """Reads a printer's name as the settings have it.

    Raises:
        ValueError: with what is wrong, in plain English.
    """
    text = text.strip()
    kind = text.lower()
    if kind.startswith(_RAW):
        name = text[len(_RAW) :].strip()
        if not name:
            raise ValueError("must name a queue after raw:")
        return RawQueue(name)
    if not kind.startswith(_NETWORK):
        return SystemQueue(text)
    try:
        # An address with one slash or none has no host here, so it is not taken for a queue's name.
        parts = urlsplit(f"{_NETWORK}{text[len(_NETWORK) :]}")
        host, port = parts.netloc, parts.port
    except ValueError:
        raise ValueError("must be tcp://HOST:PORT") from None
    if port is not None:
        host = host.rpartition(":")[0]
    if not _HOST.fullmatch(host) or parts.path not in {"", "/"} or parts.query or parts.fragment or port == 0:
        raise ValueError("must be tcp://HOST:PORT")
    return NetworkPrinter(host.strip("[]"), port or RAW_PORT)


def address_text(address: PrinterAddress) -> str:
    """Writes an address as the settings have it. `printer_address` is the inverse."""
    if isinstance(address, SystemQueue):
        return address.name
    if isinstance(address, RawQueue):
        return f"{_RAW}{address.name}"
    host = f"[{address.host}]" if ":" in address.host else address.host
    return f"{_NETWORK}//{host}:{address.port}"


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """A printer that the settings page offers.

    Attributes:
        address: its value in the settings.
        name: of its queue.
        is_raw: True for a receipt printer behind a raw queue.
        is_default: True for the system's default printer.
    """

    address: str
    name: str
    is_raw: bool = False
    is_default: bool = False
