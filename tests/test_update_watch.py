"""Tests that the till closes for an update when no customer is being served."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QObject, Signal

from desktop import paths, update_watch
from desktop.gui.give_back_view import GiveBackView
from desktop.gui.screen import Busy, Notice, Place, Screen
from desktop.update_watch import REQUEST, UpdateWatch, is_asked, may_close, request_folder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.domain.reversal import Reversal


@dataclass
class GivingBack:
    """Stands for the controller of points that are given back."""

    view: GiveBackView = field(default_factory=GiveBackView)
    is_busy: bool = False


class Counter(QObject):
    """Stands for the controller."""

    changed = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen
        self.giving_back = GivingBack()
        self.messages: list[str] = []

    def say(self, _tone: str, text: str) -> None:
        """Records the message."""
        self.messages.append(text)

    def show(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Screen
        """Changes the screen like the controller."""
        self.screen = replace(self.screen, **changes)
        self.changed.emit(self.screen)


@pytest.fixture
def request_file(tmp_path: Path) -> Path:
    """Returns the file of the set-up's request."""
    return tmp_path / REQUEST


@pytest.fixture(autouse=True)
def short_times(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shortens the times that a person needs for reading."""
    monkeypatch.setattr(update_watch, "_NOTICE_TIME", 20)
    monkeypatch.setattr(update_watch, "_CHECK_INTERVAL", 20)


@pytest.mark.parametrize("has_been_read", [False, True])
@pytest.mark.parametrize("busy", [None, *Busy])
@pytest.mark.parametrize("place", Place)
def test_the_till_does_not_close_during_a_customer(place: Place, busy: Busy | None, *, has_been_read: bool) -> None:
    """What is under way ends first, and the cashier reads the outcome first."""
    places = {Place.MEMBER, Place.RECEIPT, Place.UNKNOWN} if has_been_read else {Place.MEMBER}
    assert _may_close(Screen(place=place, busy=busy), has_been_read=has_been_read) is (busy is None and place in places)
    assert not _may_close(Screen(place=Place.MEMBER, handed_over=True), has_been_read=has_been_read)


@pytest.mark.parametrize("place", [Place.MEMBER, Place.RECEIPT])
def test_the_till_does_not_close_while_a_bill_of_the_pos_waits(place: Place) -> None:
    """The cashier types a number, or reads a receipt, and then serves that customer."""
    assert not _may_close(Screen(place=place, waiting=("MG-1",)), has_been_read=True)


@pytest.mark.parametrize("has_been_read", [False, True])
def test_the_till_does_not_close_while_points_are_given_back(*, has_been_read: bool) -> None:
    """Not on the form, nor on the way, even if the cashier has left the page. The outcome is read first."""
    form, left = GiveBackView(visit=1), GiveBackView(visit=1, is_left=True)
    outcome = replace(form, reversal=cast("Reversal", object()))
    assert not _may_close(Screen(), GivingBack(form), has_been_read=has_been_read)
    assert not _may_close(Screen(), GivingBack(left, is_busy=True), has_been_read=has_been_read)
    assert _may_close(Screen(), GivingBack(left), has_been_read=has_been_read)
    assert _may_close(Screen(), GivingBack(outcome), has_been_read=has_been_read) is has_been_read
    assert not _may_close(Screen(place=Place.CODE), GivingBack(outcome), has_been_read=has_been_read)


@pytest.mark.parametrize("has_been_read", [False, True])
def test_news_are_read_first(*, has_been_read: bool) -> None:
    """The cashier was told to wait for them."""
    assert _may_close(Screen(news=(Notice("good", "Redeemed."),)), has_been_read=has_been_read) is has_been_read


def _may_close(screen: Screen, giving_back: GivingBack | None = None, *, has_been_read: bool) -> bool:
    return may_close(screen, cast("Any", giving_back or GivingBack()), has_been_read=has_been_read)


def test_an_idle_till_closes_at_once(qtbot: QtBot, tmp_path: Path, request_file: Path) -> None:
    """No key press is needed."""
    watch = UpdateWatch(tmp_path)
    watch.follow(Counter(Screen()))  # type: ignore[arg-type]  # a stand-in
    with qtbot.waitSignal(watch.time_to_close):
        request_file.touch()


def test_a_till_that_is_opened_during_an_update_says_why_it_closes(
    qtbot: QtBot, tmp_path: Path, request_file: Path
) -> None:
    """Otherwise the set-up would wait for ever, or the cashier would think that the till is broken."""
    request_file.touch()
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen())
    with qtbot.waitSignal(watch.time_to_close):
        watch.follow(counter)  # type: ignore[arg-type]  # a stand-in
    assert counter.messages == ["An update is being installed. The till closes now. Open it again in a minute."]


def test_a_customer_who_comes_at_the_last_moment_is_served(
    qtbot: QtBot, tmp_path: Path, request_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A till that is about to close waits for the new customer."""
    monkeypatch.setattr(update_watch, "_NOTICE_TIME", 200)
    request_file.touch()
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen())
    watch.follow(counter)  # type: ignore[arg-type]  # a stand-in
    qtbot.waitUntil(lambda: len(counter.messages) == 1)
    with qtbot.assertNotEmitted(watch.time_to_close, wait=400):
        counter.show(place=Place.CODE)
    assert counter.messages[1:] == ["An update is waiting. The till closes when this customer is done."]
    with qtbot.waitSignal(watch.time_to_close):
        counter.show(place=Place.MEMBER)


@pytest.mark.parametrize("place", [Place.RECEIPT, Place.UNKNOWN])
def test_a_redemption_in_flight_ends_and_is_read_first(
    qtbot: QtBot, tmp_path: Path, request_file: Path, place: Place
) -> None:
    """The outcome stays on the screen, because the cashier must take the points' worth off the bill."""
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen(place=Place.CODE))
    watch.follow(counter)  # type: ignore[arg-type]  # a stand-in
    request_file.touch()
    qtbot.waitUntil(lambda: len(counter.messages) == 1)
    counter.show(busy=Busy.REDEEMING)
    counter.show(busy=Busy.REDEEMING, slow=True)
    with qtbot.assertNotEmitted(watch.time_to_close, wait=100):
        counter.show(busy=None, place=place)
    assert len(counter.messages) == 1
    with qtbot.waitSignal(watch.time_to_close):
        counter.show(place=Place.MEMBER)


def test_a_receipt_left_on_the_screen_does_not_hold_up_the_update(
    qtbot: QtBot, tmp_path: Path, request_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The till closes after a time that is long enough to read it, for example at the end of the day."""
    monkeypatch.setattr(update_watch, "READING_TIME", 0.3)
    request_file.touch()
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen(place=Place.RECEIPT))
    began = time.monotonic()
    with qtbot.waitSignal(watch.time_to_close):
        watch.follow(counter)  # type: ignore[arg-type]  # a stand-in
    assert time.monotonic() - began >= 0.3


def test_a_folder_that_is_made_later_is_watched(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Mac with the app from the disk image has no such folder before the first package."""
    monkeypatch.setattr(update_watch, "_WATCH_INTERVAL", 20)
    folder = tmp_path / "not there"
    watch = UpdateWatch(folder)
    watch.follow(Counter(Screen()))  # type: ignore[arg-type]  # a stand-in
    with qtbot.waitSignal(watch.time_to_close):
        folder.mkdir()
        (folder / REQUEST).touch()


def test_a_set_up_that_gave_up_closes_nothing(qtbot: QtBot, tmp_path: Path, request_file: Path) -> None:
    """The till stays open if the request is gone."""
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen(place=Place.CODE))
    watch.follow(counter)  # type: ignore[arg-type]  # a stand-in
    request_file.touch()
    qtbot.waitUntil(lambda: len(counter.messages) == 1)
    request_file.unlink()
    with qtbot.assertNotEmitted(watch.time_to_close, wait=100):
        counter.show(place=Place.RECEIPT)


def test_an_old_request_does_not_lock_a_till_out(tmp_path: Path, request_file: Path) -> None:
    """A set-up that died leaves its file, and the till can still be opened."""
    assert not is_asked(tmp_path)
    request_file.touch()
    assert is_asked(tmp_path)
    long_ago = time.time() - update_watch.REQUEST_LIFETIME - 1
    os.utime(request_file, (long_ago, long_ago))
    assert not is_asked(tmp_path)


def test_only_a_packaged_program_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder is the program's, which only installers can write to. On macOS it is the policy's."""
    assert request_folder() is None
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "points-till"))
    assert request_folder() == tmp_path
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(paths, "policy_files", lambda: (Path("/Library/x/policy.json"),))
    assert request_folder() == Path("/Library/x")
