"""Owns tests of closing for an update: at once where nobody is served, else when the customer is done."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, Signal

from desktop import paths, update_watch
from desktop.gui.screen import Busy, Place, Screen
from desktop.update_watch import REQUEST, UpdateWatch, is_asked, may_close, request_folder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Counter(QObject):
    """The controller as the watch knows it."""

    changed = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.screen = screen
        self.said: list[str] = []

    def say(self, _tone: str, text: str) -> None:
        """Remembers what was said."""
        self.said.append(text)

    def show(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Screen
        """Changes the screen as the controller does."""
        self.screen = replace(self.screen, **changes)
        self.changed.emit(self.screen)


@pytest.fixture
def request_file(tmp_path: Path) -> Path:
    """Where a set-up puts its request."""
    return tmp_path / REQUEST


@pytest.fixture(autouse=True)
def farewell(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a person needs seconds for takes none here."""
    monkeypatch.setattr(update_watch, "_FAREWELL", 20)
    monkeypatch.setattr(update_watch, "_EVERY", 20)


@pytest.mark.parametrize("has_been_read", [False, True])
@pytest.mark.parametrize("busy", [None, *Busy])
@pytest.mark.parametrize("place", Place)
def test_no_redemption_and_no_customer_is_closed_upon(place: Place, busy: Busy | None, *, has_been_read: bool) -> None:
    """Whatever is under way ends first, and what came of it is read first."""
    places = {Place.MEMBER, Place.RECEIPT, Place.UNKNOWN} if has_been_read else {Place.MEMBER}
    assert may_close(Screen(place=place, busy=busy), has_been_read=has_been_read) is (busy is None and place in places)
    assert not may_close(Screen(place=Place.MEMBER, handed_over=True), has_been_read=has_been_read)


def test_an_idle_till_closes_as_soon_as_the_set_up_asks(qtbot: QtBot, tmp_path: Path, request_file: Path) -> None:
    """Without anybody at it."""
    watch = UpdateWatch(tmp_path)
    watch.follow(Counter(Screen()))  # type: ignore[arg-type]  # all of it that the watch uses
    with qtbot.waitSignal(watch.time_to_close):
        request_file.touch()


def test_a_till_that_is_opened_during_an_update_says_why_it_closes(
    qtbot: QtBot, tmp_path: Path, request_file: Path
) -> None:
    """Or the set-up would never be through, and whoever opened it would take it for broken."""
    request_file.touch()
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen())
    with qtbot.waitSignal(watch.time_to_close):
        watch.follow(counter)  # type: ignore[arg-type]  # as above
    assert counter.said == ["An update is being installed. The till closes now. Open it again in a minute."]


def test_a_customer_who_comes_at_the_last_moment_is_served(
    qtbot: QtBot, tmp_path: Path, request_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was about to close; then it waits like any other."""
    monkeypatch.setattr(update_watch, "_FAREWELL", 200)
    request_file.touch()
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen())
    watch.follow(counter)  # type: ignore[arg-type]  # as above
    qtbot.waitUntil(lambda: len(counter.said) == 1)
    with qtbot.assertNotEmitted(watch.time_to_close, wait=400):
        counter.show(place=Place.CODE)
    assert counter.said[1:] == ["An update is waiting. The till closes when this customer is done."]
    with qtbot.waitSignal(watch.time_to_close):
        counter.show(place=Place.MEMBER)


@pytest.mark.parametrize("place", [Place.RECEIPT, Place.UNKNOWN])
def test_a_redemption_in_flight_is_waited_for_and_read(
    qtbot: QtBot, tmp_path: Path, request_file: Path, place: Place
) -> None:
    """Nor does it close on what came of it: the points' worth has yet to be taken off the bill."""
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen(place=Place.CODE))
    watch.follow(counter)  # type: ignore[arg-type]  # as above
    request_file.touch()
    qtbot.waitUntil(lambda: len(counter.said) == 1)
    counter.show(busy=Busy.REDEEMING)
    counter.show(busy=Busy.REDEEMING, slow=True)
    with qtbot.assertNotEmitted(watch.time_to_close, wait=100):
        counter.show(busy=None, place=place)
    assert len(counter.said) == 1
    with qtbot.waitSignal(watch.time_to_close):
        counter.show(place=Place.MEMBER)


def test_a_receipt_that_nobody_goes_on_from_holds_no_update_up(
    qtbot: QtBot, tmp_path: Path, request_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a time that is long enough to read it, as at the end of the day."""
    monkeypatch.setattr(update_watch, "READ_FOR", 0.3)
    request_file.touch()
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen(place=Place.RECEIPT))
    began = time.monotonic()
    with qtbot.waitSignal(watch.time_to_close):
        watch.follow(counter)  # type: ignore[arg-type]  # as above
    assert time.monotonic() - began >= 0.3


def test_a_folder_that_is_made_later_is_watched(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Mac that has the app from the disk image has none before the first package."""
    monkeypatch.setattr(update_watch, "_UNWATCHED", 20)
    folder = tmp_path / "not there"
    watch = UpdateWatch(folder)
    watch.follow(Counter(Screen()))  # type: ignore[arg-type]  # as above
    with qtbot.waitSignal(watch.time_to_close):
        folder.mkdir()
        (folder / REQUEST).touch()


def test_a_set_up_that_gave_up_closes_nothing(qtbot: QtBot, tmp_path: Path, request_file: Path) -> None:
    """The till stays when the request is gone."""
    watch = UpdateWatch(tmp_path)
    counter = Counter(Screen(place=Place.CODE))
    watch.follow(counter)  # type: ignore[arg-type]  # as above
    request_file.touch()
    qtbot.waitUntil(lambda: len(counter.said) == 1)
    request_file.unlink()
    with qtbot.assertNotEmitted(watch.time_to_close, wait=100):
        counter.show(place=Place.RECEIPT)


def test_an_old_request_does_not_lock_a_till_out(tmp_path: Path, request_file: Path) -> None:
    """A set-up that died leaves its file; the till can be opened all the same."""
    assert not is_asked(tmp_path)
    request_file.touch()
    assert is_asked(tmp_path)
    long_ago = time.time() - update_watch.GOOD_FOR - 1
    os.utime(request_file, (long_ago, long_ago))
    assert not is_asked(tmp_path)


def test_only_a_packaged_program_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Beside the program, where only whoever may install can write; on macOS beside the policy."""
    assert request_folder() is None
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "points-till"))
    assert request_folder() == tmp_path
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(paths, "policy_files", lambda: (Path("/Library/x/policy.json"),))
    assert request_folder() == Path("/Library/x")
