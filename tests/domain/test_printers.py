"""Tests reading how a printer is named: a system queue, a raw queue, or an address in the network."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.domain.printers import NetworkPrinter, RawQueue, SystemQueue, address_text, printer_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", SystemQueue("")),
        ("HP LaserJet (Office)", SystemQueue("HP LaserJet (Office)")),
        (r"\\server\queue", SystemQueue(r"\\server\queue")),
        ("raw:receipts", RawQueue("receipts")),
        ("RAW: EPSON TM-T20 ", RawQueue("EPSON TM-T20")),
        ("tcp://192.168.1.20:9100", NetworkPrinter("192.168.1.20", 9100)),
        ("tcp://printer.shop.example", NetworkPrinter("printer.shop.example", 9100)),
        ("TCP://till3-printer:9101/", NetworkPrinter("till3-printer", 9101)),
        ("tcp://[fe80::1%eth0]:9100", NetworkPrinter("fe80::1%eth0", 9100)),
        ("tcp://[::1]", NetworkPrinter("::1", 9100)),
    ],
)
def test_names_of_printers(text: str, address: object) -> None:
    """Each way of naming a printer is read, in any case, and written back so that it is read the same."""
    found = printer_address(text)
    assert found == address
    assert printer_address(address_text(found)) == found


@pytest.mark.parametrize(
    "text",
    [
        "raw:", "raw:  ", "tcp://", "tcp://:9100", "tcp://host:0", "tcp://host:99999", "tcp://host:x", "tcp://a b",
        "tcp://user@host", "tcp://host/queue", "tcp://host?x", "tcp://host#x", "tcp://[::1", "tcp://-host", "tcp://::1",
        "tcp:", "tcp:/192.168.1.20", "tcp:192.168.1.20:9100", "TCP:/host:9100", "tcp:///host", "tcp: //host",
    ],
)  # fmt: skip
def test_what_is_no_printer(text: str) -> None:
    """What cannot be an address is refused when it is entered, and not when the first receipt is printed."""
    with pytest.raises(ValueError, match=r"must (be tcp://HOST:PORT|name a queue)"):
        printer_address(text)


@given(st.text() | st.text().map(lambda text: f"tcp://{text}") | st.text().map(lambda text: f"raw:{text}"))
@example("tcp://[")
@example("tcp://\u2100")
@example("tcp://host:\u0661")
def test_any_text_is_a_printer_or_a_value_error(text: str) -> None:
    """Nothing else is raised, and what is read is read the same again."""
    try:
        found = printer_address(text)
    except ValueError:
        return
    assert printer_address(address_text(found)) == found
