"""Tests points-till:// links: which fields they fill in, and that they can do nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop import command_line
from desktop.command_options import UsageError
from desktop.pos import links
from desktop.pos.opened_links import OpenedLinks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LINK = "points-till://redeem?bill=INV%201&mobile=+919777788221&points=250.125"
FIELDS = {"bill": "INV 1", "mobile": "+919777788221", "points": "250.125"}


def test_a_link_fills_fields_in() -> None:
    """A plus sign stays, `%20` is a space, and the scheme may be in any letter case."""
    assert links.parse(LINK) == FIELDS
    assert links.parse(LINK.replace("points-till", "POINTS-TILL")) == FIELDS
    assert links.parse("points-till:?points=5") == {"points": "5"}
    assert links.parse("points-till://") == {}


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("points-till://redeem?result=C%3A%5Cx", "nothing else"),
        ("points-till://redeem?server=https%3A%2F%2Fevil.example", "nothing else"),
        ("points-till://redeem?points=1&points=2", "twice"),
        ("points-till://redeem?bill=" + "9" * 201, "longer than 100"),
        ("points-till://redeem?bill=a%0Ab", "cannot be shown"),
        ("points-till://redeem?bill=%ff", "not text"),
        ("points-till://[redeem?bill=1", "cannot be read"),
        ("https://redeem?bill=1", "not a link"),
    ],
)
def test_a_link_can_do_nothing_else(link: str, why: str) -> None:
    """Anyone can put a link on a page, so it can only name the three fields."""
    with pytest.raises(links.LinkError, match=why):
        links.parse(link)


@given(st.text(max_size=80), st.sampled_from(["", "data=1&"]))
def test_any_text_is_read_or_rejected_without_quoting_it(text: str, before: str) -> None:
    """Any text is read or rejected with a LinkError whose message does not quote it."""
    try:
        found = links.parse(f"points-till://redeem?{before}bill={text}")
    except links.LinkError as error:
        assert len(text) < 12 or text not in str(error)  # noqa: PT017 - both outcomes are allowed
    else:
        assert not before
        assert found.keys() <= set(links.FIELDS)


@given(st.text(min_size=1, max_size=200).filter(str.isprintable))
def test_valid_links_are_read_back(bill: str) -> None:
    """Percent-encoded values arrive unchanged, except for spaces around them."""
    assert links.parse(f"points-till://redeem?bill={quote(bill, safe='')}") == {"bill": bill.strip()}


@pytest.mark.parametrize("field", ["points=-5", "points=1.2345", "mobile=abc"])
def test_a_link_with_a_wrong_amount_or_number_is_not_followed(field: str) -> None:
    """A link is checked as strictly as an option of the command line."""
    with pytest.raises(links.LinkError, match=field.partition("=")[0]):
        links.parse(f"points-till://redeem?{field}")


def test_the_command_line_takes_a_link_alone() -> None:
    """The system passes a link as the only argument."""
    command = command_line.parse([LINK])
    assert (command.bill, command.mobile, command.points) == tuple(FIELDS.values())
    assert command.is_handed_over
    assert command.result is None


@pytest.mark.parametrize(
    "smuggled", [["--server", "https://evil.example"], ["-platformpluginpath", "/tmp/evil"], ["--result", "x"], [LINK]]
)
def test_options_cannot_be_smuggled_in_with_a_link(smuggled: list[str]) -> None:
    """A link with a quotation mark in it may be split into arguments, so nothing of it counts then."""
    for arguments in ([LINK, *smuggled], [*smuggled, LINK]):
        with pytest.raises(UsageError, match="stands alone"):
            command_line.parse(arguments)


def test_a_bad_link_is_a_usage_error() -> None:
    """A bad link ends with exit code 2, like any other unknown word."""
    with pytest.raises(UsageError, match="nothing else"):
        command_line.parse(["points-till://redeem?data=x"])


def test_links_that_the_system_hands_over_wait_for_the_till(qtbot: QtBot) -> None:
    """macOS sends links as events, maybe before the window is ready. A bad one is ignored."""
    app = QApplication.instance()
    assert app is not None
    opened = OpenedLinks(app)
    seen: list[dict[str, object]] = []
    opened.opened.connect(lambda fields, _caller: seen.append(fields))
    QApplication.sendEvent(app, QFileOpenEvent(QUrl(LINK)))
    QApplication.sendEvent(app, QFileOpenEvent(QUrl("points-till://redeem?data=x")))
    assert seen == []
    with qtbot.waitSignal(opened.opened):
        opened.release()
    assert seen == [{"handed_over": True, "by_link": True, **FIELDS}]
    QApplication.sendEvent(app, QFileOpenEvent(QUrl("points-till://redeem?points=5")))
    assert seen[1:] == [{"handed_over": True, "by_link": True, "points": "5"}]
    app.removeEventFilter(opened)
