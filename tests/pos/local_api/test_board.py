"""The hand-overs at the till, and who waits for them."""

from __future__ import annotations

import threading
import time

from desktop.pos.local_api.board import Board


def test_a_hand_over_waits_is_open_and_is_finished() -> None:
    """Each change is a new version."""
    board = Board()
    ticket = board.add("A", {"bill": "1"})
    assert (ticket.hand_over_id, board.state("A"), board.state("B")) == ("A", "waiting", "")
    before = board.version
    board.open("A")
    assert board.state("A") == "open"
    assert board.version > before
    ticket.answer({})
    assert board.state("A") == ""
    board.finish("A")


def test_the_same_bill_is_found() -> None:
    """With the same fields it is the same hand-over; with others it stands in the way."""
    board = Board()
    board.add("A", {"bill": "1", "points": "5"})
    board.add("B", {"give_back": "R"})
    assert board.same_bill({"bill": "1", "points": "5"}) == ("A", True)
    assert board.same_bill({"bill": "1"}) == ("A", False)
    assert board.same_bill({"give_back": "R", "points": "1"}) == ("B", False)
    assert board.same_bill({"give_back": "r"}) == ("B", False)
    assert board.same_bill({"bill": "2"}) is None
    assert board.same_bill({"mobile": "9"}) is None
    board.finish("A")
    assert board.same_bill({"bill": "1"}) is None


def test_a_change_wakes_who_waits() -> None:
    """And a change before the wait is not missed."""
    board = Board()
    version = board.version
    thread = threading.Timer(0.05, board.touch)
    thread.start()
    assert board.wait(version, time.monotonic() + 30)
    thread.join()
    assert board.wait(version, time.monotonic())


def test_a_wait_ends() -> None:
    """Without a change, when its time is over."""
    board = Board()
    assert not board.wait(board.version, time.monotonic() + 0.01)
