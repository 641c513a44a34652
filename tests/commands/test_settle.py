"""Tests the command `settle`."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from desktop import paths
from desktop.api.client import LoyaltyClient
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import Call, JournalTrouble, JournalUnusable, SecretUnavailable
from desktop.domain.points import Points
from desktop.domain.redemption import Candidate, Redeemed, Step, new_reference
from desktop.domain.reversal import Reversal
from desktop.domain.settings import Settings
from desktop.domain.validation import ValidationCode
from desktop.store.journal import SqliteJournal
from desktop.store.opening import replacement_path
from desktop.store.writer_lock import WriterLock
from desktop.training.answers import TILL
from desktop.training.bad_days import BadDay
from desktop.training.service import PracticeService
from desktop.training.state import PASSWORD
from tests.api.servers import Server, answering, reply
from tests.commands.runs import ASHA, NOW, at, draft, exported, run

if TYPE_CHECKING:
    import socket
    from pathlib import Path

    from desktop.domain.redemption import Draft


@pytest.fixture
def settling_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives the command a password, and less than a second until what is absent counts as not redeemed."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    monkeypatch.setenv("POINTS_TILL_SETTLE_AFTER", "0.3")


SOLD = draft("MG-1", "10")
OTHER = draft("MG-2", "12")


def make_unknown_attempt(
    data: Path, service: PracticeService, *, moved: bool, service_address: str = "", wanted: Draft = SOLD
) -> str:
    """Leaves an unknown attempt in the journal, and returns its reference."""
    with SqliteJournal.open(paths.journal(data), till=TILL) as journal:
        reference = new_reference(NOW)
        journal.begin(wanted, reference, till=TILL, cashier="", at=NOW, service=service_address)
        if moved:
            client = LoyaltyClient.of(Settings(server=service.url, till=TILL), PASSWORD)
            client.send_code(wanted.identifier, wanted.points)
            client.redeem(wanted, reference, ValidationCode.parse(service.codes()[ASHA]))
            client.close()
    return reference


def test_settle_finds_a_redemption(data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch) -> None:
    """An attempt that was in flight when the till died is looked up, recorded and printed."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    reference = make_unknown_attempt(data, service, moved=True)
    code, printed = run(data, "settle", *at(service))
    assert code is ExitCode.DONE
    assert printed == f"{reference} redeemed 10 points bill MG-1 redemption {service.ledger()[0].redemption_id}\n"
    assert exported(data)[0]["state"] == "redeemed"
    assert run(data, "settle", *at(service)) == (ExitCode.DONE, "nothing to settle\n")


@pytest.mark.usefixtures("settling_soon")
def test_settle_proves_that_nothing_happened(data: Path, service: PracticeService) -> None:
    """After several look-ups over the time in the settings, the attempt is not applied."""
    reference = make_unknown_attempt(data, service, moved=False)
    code, printed = run(data, "settle", *at(service))
    assert code is ExitCode.DONE
    assert printed == f"{reference} not_applied 10 points bill MG-1\n"
    assert len([one for one in service.requests() if str(one["path"]).endswith("/redemptions")]) >= 3


@pytest.mark.usefixtures("settling_soon")
def test_settle_without_an_answer(data: Path, service: PracticeService, capsys: pytest.CaptureFixture[str]) -> None:
    """If the service does not answer, everything stays unknown, and the exit code is 5."""
    reference = make_unknown_attempt(data, service, moved=True)
    service.bad_day(BadDay.ERROR_503, call=Call.FIND_REDEMPTIONS)
    code, printed = run(data, "settle", *at(service))
    assert code is ExitCode.UNKNOWN
    assert printed == f"{reference} unknown 10 points bill MG-1\n"
    assert f"{reference}: PT-HTTP-503, asking again" in capsys.readouterr().err


@pytest.mark.usefixtures("settling_soon")
def test_settle_at_another_service(data: Path, service: PracticeService, capsys: pytest.CaptureFixture[str]) -> None:
    """Another service cannot prove that a redemption did not happen: it stays unknown, and the exit code is 5."""
    reference = make_unknown_attempt(data, service, moved=True, service_address="https://other.example.com")
    ledger = service.ledger()
    assert len(ledger) == 1
    other = PracticeService()
    other.start()
    try:
        code, printed = run(data, "settle", *at(other))
    finally:
        other.stop()
    assert code is ExitCode.UNKNOWN
    assert printed == f"{reference} unknown 10 points bill MG-1\n"
    assert f"{reference}: An earlier redemption went to another service" in capsys.readouterr().err
    # If it is found, it is known, whatever the address.
    assert run(data, "settle", *at(service))[0] is ExitCode.DONE
    assert exported(data)[0]["redemption_id"] == ledger[0].redemption_id


ROW = {
    "points_redeemed": 10,
    "transaction_number": "MG-1",
    "redeemed_time": "2026-11-22 18:42:12",
    "redemption_id": "AfL1vt",
}


def redemptions(*rows: dict[str, object], count: int) -> bytes:
    """Returns a member's list of redemptions, with how many the service says that there are."""
    customer = {"mobile": ASHA, "points_count": count, "redemptions": {"points": {"point": rows}}}
    return json.dumps({"response": {"status": {"success": True, "code": 200}, "customer": customer}}).encode()


@pytest.mark.parametrize(
    "shown",
    [
        (
            redemptions(ROW, count=1),
            "perhaps redeemed: the service shows redemption AfL1vt, 2026-11-22 18:42:12, 10 points, bill MG-1",
        ),
        (redemptions(count=1), "the service does not show everything"),
    ],
)
@pytest.mark.usefixtures("settling_soon")
def test_settle_ends_if_asking_again_does_not_help(
    data: Path, service: PracticeService, capsys: pytest.CaptureFixture[str], shown: tuple[bytes, str]
) -> None:
    """Answers that prove nothing leave the redemption unknown. The command says why, and its exit code is 5."""
    reference = make_unknown_attempt(data, service, moved=False)
    body, said = shown
    with closing(Server(answering(reply(body)))) as odd:
        code, printed = run(data, "settle", "--server", odd.url, "--till", TILL)
    assert (code, printed) == (ExitCode.UNKNOWN, f"{reference} unknown 10 points bill MG-1\n")
    assert f"{reference}: {said}" in capsys.readouterr().err


@pytest.mark.usefixtures("settling_soon")
def test_settle_goes_on_for_another_one(
    data: Path, service: PracticeService, capsys: pytest.CaptureFixture[str]
) -> None:
    """What only support can settle is named once. The other one is asked about as often as if each had its tries."""
    stuck, other = (make_unknown_attempt(data, service, moved=False, wanted=one) for one in (SOLD, OTHER))
    with closing(Server(answering(reply(redemptions(ROW, count=2))))) as odd:
        assert run(data, "settle", "--server", odd.url, "--till", TILL)[0] is ExitCode.UNKNOWN
    said = capsys.readouterr().err
    assert said.count(stuck) == 1
    assert said.count(f"{other}: the service does not show everything, asking again") == 6


@pytest.mark.usefixtures("settling_soon")
def test_settle_counts_failures_in_a_row(
    data: Path, service: PracticeService, capsys: pytest.CaptureFixture[str]
) -> None:
    """Look-ups that fail in between do not end it, as long as others show that nothing happened."""
    reference = make_unknown_attempt(data, service, moved=False)
    failure, absent = reply(b"", "503 Service Unavailable"), reply(redemptions(count=0))
    answers = iter([failure, failure, absent] * 3)

    def behave(server: Server, conn: socket.socket) -> None:
        while server.read(conn):
            conn.sendall(next(answers))

    with closing(Server(behave)) as odd:
        code, printed = run(data, "settle", "--server", odd.url, "--till", TILL)
    assert (code, printed) == (ExitCode.DONE, f"{reference} not_applied 10 points bill MG-1\n")
    assert capsys.readouterr().err.count("asking again") == 6


@pytest.mark.usefixtures("settling_soon")
def test_settle_begins_to_count_again_with_an_outcome(data: Path, service: PracticeService) -> None:
    """Failures from before an outcome do not end what is left."""
    found = make_unknown_attempt(data, service, moved=True)
    absent = make_unknown_attempt(data, service, moved=False, wanted=OTHER)
    service.bad_day(BadDay.ERROR_503, 4, call=Call.FIND_REDEMPTIONS)
    code, printed = run(data, "settle", *at(service))
    assert code is ExitCode.DONE
    assert [line.split()[:2] for line in printed.splitlines()] == [[found, "redeemed"], [absent, "not_applied"]]


@pytest.mark.usefixtures("settling_soon")
def test_settle_ends_if_the_redemption_of_a_reversal_is_not_shown(
    data: Path, service: PracticeService, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without the redemption there is no list of reversals, however often the service is asked."""
    reference = make_open_reversal(data, service, moved=True)
    with closing(Server(answering(reply(redemptions(count=0))))) as odd:
        code, printed = run(data, "settle", "--server", odd.url, "--till", TILL)
    assert (code, printed) == (ExitCode.UNKNOWN, f"{reference} give-back unknown 4 points\n")
    assert f"{reference}: the service does not show everything, asking again" in capsys.readouterr().err


@pytest.mark.parametrize(("what", "state"), [("redeemed", "redeemed"), ("not-redeemed", "not_applied")])
def test_settle_by_hand(data: Path, service: PracticeService, what: str, state: str) -> None:
    """Support records the outcome. The command needs no password and no service."""
    reference = make_unknown_attempt(data, service, moved=False)
    by_hand = ("settle", "--as", what, "--reason", "looked up in the service's books", "--reference")
    code, printed = run(data, *by_hand, reference)
    assert (code, printed) == (ExitCode.DONE, f"{reference} {state} 10 points bill MG-1\n")
    assert exported(data)[0]["state"] == state
    with SqliteJournal.open(paths.journal(data)) as journal:
        event = next(one for one in journal.events(reference) if one.what == "settled_by_hand")
    assert event.detail == "looked up in the service's books"
    assert event.cashier
    assert run(data, *by_hand, reference) == (ExitCode.USAGE, "")


def test_settle_by_hand_says_which_points_moved(data: Path, service: PracticeService) -> None:
    """Those of the redemption in the service's list that could be the attempt, as in every other view."""
    reference = make_unknown_attempt(data, service, moved=False)
    with SqliteJournal.open(paths.journal(data), till=TILL) as journal:
        journal.recover(NOW)
        journal.step(reference, Step.SUSPECTED, at=NOW, candidate=Candidate(redemption_id="r7", points=Decimal(9)))
    code, printed = run(data, "settle", "--as", "redeemed", "--reason", "seen", "--reference", reference)
    assert (code, printed) == (ExitCode.DONE, f"{reference} redeemed 9 points bill MG-1 redemption r7\n")
    assert exported(data)[0]["points_redeemed"] == "9"


def make_open_reversal(data: Path, service: PracticeService, *, moved: bool) -> str:
    """Leaves a redemption with a reversal that was in flight when the till died, and returns its reference."""
    reference = make_unknown_attempt(data, service, moved=True)
    client = LoyaltyClient.of(Settings(server=service.url, till=TILL), PASSWORD)
    with SqliteJournal.open(paths.journal(data), till=TILL) as journal:
        journal.step(reference, Step.REDEEMED, at=NOW, redeemed=Redeemed(points=Decimal(10)))
        four = Points(Decimal(4))
        journal.begin_reversal(
            reference,
            "REVERSAL",
            points=four,
            reason="Item returned",
            before=client.find_reversals(SOLD, reference, ""),
            till=TILL,
            cashier="",
            at=NOW,
        )
        if moved:
            client.reverse(SOLD, reference, "", four)
    client.close()
    return reference


@pytest.mark.parametrize("moved", [True, False])
@pytest.mark.usefixtures("settling_soon")
def test_settle_finds_out_whether_points_are_back(data: Path, service: PracticeService, *, moved: bool) -> None:
    """As with a redemption. The export says how many."""
    reference = make_open_reversal(data, service, moved=moved)
    state = "reversed" if moved else "not_applied"
    assert run(data, "settle", *at(service)) == (ExitCode.DONE, f"{reference} give-back {state} 4 points\n")
    (found,) = exported(data)
    assert (found["state"], found["reversed_points"]) == ("redeemed", "4" if moved else None)
    assert run(data, "settle", *at(service)) == (ExitCode.DONE, "nothing to settle\n")


@pytest.mark.usefixtures("settling_soon")
def test_settle_a_reversal_without_an_answer(
    data: Path, service: PracticeService, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stays unknown, and the exit code is 5."""
    reference = make_open_reversal(data, service, moved=True)
    service.bad_day(BadDay.ERROR_503, call=Call.FIND_REDEMPTIONS)
    assert run(data, "settle", *at(service)) == (ExitCode.UNKNOWN, f"{reference} give-back unknown 4 points\n")
    assert f"{reference}: PT-HTTP-503, asking again" in capsys.readouterr().err


def test_settle_leaves_a_reversal_that_only_support_can_settle(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another till has given back other points meanwhile, which could be this one's. The command says which."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    reference = make_open_reversal(data, service, moved=False)
    client = LoyaltyClient.of(Settings(server=service.url, till=TILL), PASSWORD)
    client.reverse(SOLD, reference, "", Points(Decimal(1)))
    client.close()
    assert run(data, "settle", *at(service)) == (ExitCode.UNKNOWN, f"{reference} give-back unknown 4 points\n")
    (said,) = capsys.readouterr().err.splitlines()
    assert said.startswith(f"{reference}: perhaps given back: the service shows reversal ")
    assert said.endswith(", 1 points")
    # An answer that fails shows no candidate, so the service is asked again, as for a redemption.
    service.bad_day(BadDay.ERROR_503, 1, call=Call.FIND_REDEMPTIONS)
    assert run(data, "settle", *at(service))[0] is ExitCode.UNKNOWN
    assert capsys.readouterr().err.splitlines() == [f"{reference}: PT-HTTP-503, asking again", said]


def test_settle_a_reversal_at_another_service(
    data: Path, service: PracticeService, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its list proves nothing about this one. The command says so, as for a redemption."""
    monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
    reference = make_open_reversal(data, service, moved=False)
    monkeypatch.setattr(Reversal, "is_elsewhere", lambda *_: True)
    assert run(data, "settle", *at(service))[0] is ExitCode.UNKNOWN
    assert f"{reference}: An earlier redemption went to another service" in capsys.readouterr().err


@pytest.mark.parametrize(("what", "told"), [("redeemed", "not_applied 4"), ("not-redeemed", "reversed 4")])
def test_settle_a_reversal_by_hand(data: Path, service: PracticeService, what: str, told: str) -> None:
    """Support says whether the points are still redeemed."""
    reference = make_open_reversal(data, service, moved=False)
    by_hand = ("settle", "--as", what, "--reason", "seen in the books", "--reference", reference)
    assert run(data, *by_hand) == (ExitCode.DONE, f"{reference} give-back {told} points\n")
    assert run(data, *by_hand) == (ExitCode.USAGE, "")


def test_settle_by_hand_with_an_unknown_reference(data: Path, filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reference that this till never made is reported, also on an unused till."""
    by_hand = ("settle", "--as", "redeemed", "--reason", "x", "--reference", "UNKNOWN")
    assert run(filled, *by_hand) == (ExitCode.USAGE, "")
    assert "no redemption with this reference" in capsys.readouterr().err
    assert run(data.with_name("elsewhere"), *by_hand) == (ExitCode.USAGE, "")
    assert "no redemption yet" in capsys.readouterr().err


def test_settle_by_hand_while_a_window_is_open(filled: Path) -> None:
    """The command fails while a window is open, because the window would not notice the change."""
    with WriterLock(paths.journal(filled)), pytest.raises(JournalUnusable) as caught:
        run(filled, "settle", "--as", "redeemed", "--reason", "x", "--reference", "R")
    assert caught.value.why is JournalTrouble.IN_USE


def test_settle_on_a_till_that_was_never_used(data: Path) -> None:
    """An unused till has nothing to settle, and needs no password."""
    assert run(data, "settle") == (ExitCode.DONE, "nothing to settle\n")


def test_settle_while_a_window_is_open(filled: Path, service: PracticeService) -> None:
    """The command fails while a window is open, because the window settles attempts itself."""
    with WriterLock(paths.journal(filled)), pytest.raises(JournalUnusable) as caught:
        run(filled, "settle", *at(service))
    assert caught.value.why is JournalTrouble.IN_USE


def test_settle_finds_a_journal_that_a_power_cut_left_under_another_name(filled: Path) -> None:
    """A replacement that was not renamed yet has what is unknown."""
    (reference,) = [str(one["external_reference_number"]) for one in exported(filled) if one["state"] == "unknown"]
    journal = paths.journal(filled)
    journal.rename(replacement_path(journal))
    by_hand = ("settle", "--as", "not-redeemed", "--reason", "seen in the books", "--reference", reference)
    assert run(filled, *by_hand)[0] is ExitCode.DONE


@pytest.mark.parametrize("way", ["by hand", "looked up", "no password"])
def test_settle_says_that_the_journal_is_a_copy(
    data: Path,
    service: PracticeService,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    way: str,
) -> None:
    """If it is the first to open the copy, no window says so afterwards."""
    reference = make_unknown_attempt(data, service, moved=True)
    with SqliteJournal.open(paths.journal(data)) as journal:
        identity = journal.identity
    copy = data.parent / "restored"
    copy.mkdir()
    shutil.copy(paths.journal(data), paths.journal(copy))
    arguments = ["--reference", reference, "--as", "redeemed", "--reason", "in the books"] if way == "by hand" else []
    if way == "no password":
        with pytest.raises(SecretUnavailable):
            run(copy, "settle", *at(service))
    else:
        monkeypatch.setenv("POINTS_TILL_PASSWORD", PASSWORD)
        for _ in range(2):
            run(copy, "settle", *at(service), *arguments)
    (said,) = [line for line in capsys.readouterr().err.splitlines() if "copied or restored" in line]
    assert identity in said


@pytest.mark.parametrize("more", [[], ["--reference", "R1", "--as", "redeemed", "--reason", "seen"]])
def test_a_data_folder_that_cannot_be_looked_into(data: Path, monkeypatch: pytest.MonkeyPatch, more: list[str]) -> None:
    """The problem has the journal's words and code, as with other commands."""

    def refuse(path: Path) -> Path:
        raise PermissionError(13, "Permission denied", f"{path}.salvaged")

    monkeypatch.setattr("desktop.commands.settle.find_journal", refuse)
    with pytest.raises(JournalUnusable) as caught:
        run(data, "settle", *more)
    assert caught.value.why is JournalTrouble.READ_ONLY
