"""Tests that cashiers' PINs come from a file that is trusted, and that tries are counted for each cashier."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from desktop.domain.cashiers import key_of
from desktop.domain.failures import JournalTrouble, JournalUnusable, NotSignedOn, SignOnTrouble
from desktop.store import cashier_pins, policy_trust
from desktop.store.cashier_pins import SIGNED_ON, TRIED, CashierPins, PinFileError, read_pin_file
from desktop.store.journal import SqliteJournal
from desktop.store.pin_tries import MAX_TRIES, PAUSE
from desktop.store.pins import Cost, hash_pin
from desktop.store.settings_file import load
from desktop.store.verification import verify

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RIGHT, WRONG = "471108", "471109"


def _trusted(_path: Path) -> str:
    return ""


class Shop:
    """A till's folder with its journal and a file of PINs, in which the program can be restarted."""

    def __init__(self, folder: Path) -> None:
        self.now = 1_000_000.0
        self.folder = folder
        self.file = folder / "pins.json"
        stored = hash_pin(RIGHT, Cost(4, 8, 1))
        self.file.write_text(json.dumps({"Meera Nair": stored, "1042 Dev": stored, "Broken": "scrypt$x"}))
        self.journal = SqliteJournal.open(folder / "journal.db", till="till.one")
        self.start()

    def time(self) -> datetime:
        """Returns the time of the till's clock."""
        return datetime.fromtimestamp(self.now, UTC)

    def start(self) -> None:
        """Restarts the program, which loses everything in memory."""
        self.pins = CashierPins(
            str(self.file), self.folder, self.journal, till="till.one", now=self.time, clock=lambda: self.now
        )

    def why(self, typed: str, pin: str) -> SignOnTrouble | None:
        """Returns why a cashier is refused, or None. The flow records the sign-on."""
        try:
            name = self.pins.find(typed)
            self.pins.check(name, pin)
        except NotSignedOn as refusal:
            return refusal.why
        self.journal.note(SIGNED_ON, at=self.time(), till="till.one", cashier=name)
        return None

    def tried(self) -> list[str]:
        """Returns whose tries are in the audit trail, oldest first."""
        return [one.cashier for one in self.journal.newest_events(1_000) if one.what == TRIED][::-1]


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    """A till's folder."""
    monkeypatch.setattr(policy_trust, "problem", _trusted)
    made = Shop(tmp_path)
    yield made
    made.journal.close()


def test_a_cashier_signs_on_by_name_or_number(shop: Shop) -> None:
    """Only the right PIN is accepted, and only of a cashier in the file."""
    assert shop.why("meera nair", RIGHT) is None
    assert shop.why("1042", RIGHT) is None
    assert shop.why("dev", RIGHT) is None
    assert shop.why("Dev", WRONG) is SignOnTrouble.WRONG_PIN
    assert shop.why("1042", WRONG) is SignOnTrouble.WRONG_PIN
    assert shop.why("Kiran", RIGHT) is SignOnTrouble.UNKNOWN
    assert shop.why("Broken", RIGHT) is SignOnTrouble.NO_PIN
    assert verify(shop.journal.path).ok


def test_a_name_keeps_the_joiners_of_its_script(shop: Shop) -> None:
    """Hindi and Persian names are spelt wrong without them. Between other letters they are invisible marks."""
    name = "\u0905\u0930\u094d\u200d\u092f\u093e"
    shop.file.write_text(json.dumps({name: hash_pin(RIGHT, Cost(4, 8, 1))}), encoding="utf-8")
    assert shop.why(name, RIGHT) is None
    shop.file.write_text(json.dumps({"Ki\u200dran": hash_pin(RIGHT, Cost(4, 8, 1))}), encoding="utf-8")
    assert shop.why("Kiran", RIGHT) is SignOnTrouble.UNREADABLE


def test_wrong_pins_are_counted_across_restarts_and_without_the_file(shop: Shop) -> None:
    """Neither a new start nor a deleted file gives more than five tries. After the pause there are five again."""
    outcomes = []
    for _ in range(MAX_TRIES + 3):
        outcomes.append(shop.why("Meera Nair", WRONG))
        for kept in shop.folder.glob("cashier-*.json"):
            kept.unlink()
        shop.start()
    assert outcomes[: MAX_TRIES - 1] == [SignOnTrouble.WRONG_PIN] * (MAX_TRIES - 1)
    assert set(outcomes[MAX_TRIES - 1 :]) == {SignOnTrouble.PAUSED}
    assert shop.why("Meera Nair", RIGHT) is SignOnTrouble.PAUSED
    assert shop.tried() == ["Meera Nair"] * MAX_TRIES
    shop.now += PAUSE + 1
    assert shop.why("Meera Nair", RIGHT) is None


def test_one_cashiers_wrong_pins_do_not_keep_others_out(shop: Shop) -> None:
    """Another cashier's sign-on does not give new tries either, whether or not the files are deleted."""
    for _ in range(MAX_TRIES - 1):
        assert shop.why("Meera Nair", WRONG) is SignOnTrouble.WRONG_PIN
        for kept in shop.folder.glob("cashier-*.json"):
            kept.unlink()
        assert shop.why("1042 Dev", RIGHT) is None
    assert shop.why("Meera Nair", WRONG) is SignOnTrouble.PAUSED
    assert shop.why("1042 Dev", RIGHT) is None


def test_another_spelling_gives_no_more_tries(shop: Shop) -> None:
    """The tries are those of the cashier, not of the text."""
    spellings = ["1042", "1042 Dev", "1042 dev", " 1042  DEV ", "1042"]
    assert [shop.why(one, WRONG) for one in spellings][-1] is SignOnTrouble.PAUSED


def test_no_try_is_checked_that_cannot_be_counted(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """The right PIN is refused then too."""

    def fills_the_disk(*_args: object, **_more: object) -> None:
        raise JournalUnusable(JournalTrouble.FULL)

    monkeypatch.setattr(shop.journal, "note", fills_the_disk)
    assert shop.why("Meera Nair", RIGHT) is SignOnTrouble.UNCOUNTED


def test_a_new_pin_counts_at_once(shop: Shop) -> None:
    """Store IT replaces the file while the till runs. A file that is gone lets no one in."""
    shop.file.write_text(json.dumps({"Kiran": hash_pin("910264", Cost(4, 8, 1))}))
    assert shop.why("Kiran", "910264") is None
    assert shop.why("Meera Nair", RIGHT) is SignOnTrouble.UNKNOWN
    shop.file.unlink()
    assert shop.why("Kiran", "910264") is SignOnTrouble.UNREADABLE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[]", "not a JSON object"),
        (b'{"": "x"}', "a name that is empty"),
        (b'{"Meera": "x", " meera ": "y"}', "repeated"),
        (b'{"Meera": "x", "Dev": "z", "Meera": "y"}', "a name twice"),
        (b'{"Me\\u0000era": "x"}', "unprintable"),
        (b" " * 1_000_001, "too large"),
    ],
)
def test_a_file_that_is_no_list_of_pins_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    """The reason is in plain English, and shows nothing of the hashes."""
    file = tmp_path / "pins.json"
    file.write_bytes(content)
    with pytest.raises(PinFileError, match=reason):
        read_pin_file(str(file), _trusted)


def test_a_pin_that_is_no_text_lets_no_one_in(tmp_path: Path) -> None:
    """The other cashiers can sign on all the same."""
    file = tmp_path / "pins.json"
    file.write_text(json.dumps({"Meera": 910264, "Dev": "a hash"}))
    assert read_pin_file(str(file), lambda _path: "") == {"Meera": "", "Dev": "a hash"}


def test_a_file_that_users_can_change_is_refused(tmp_path: Path) -> None:
    """A cashier could put in a PIN of their own. A missing file and a relative path are refused too."""
    file = tmp_path / "pins.json"
    with pytest.raises(PinFileError, match="cannot be read: "):
        read_pin_file(str(file))
    file.write_text("{}")
    with pytest.raises(PinFileError, match="cannot be trusted: it is not root's"):
        read_pin_file(str(file), lambda _path: "it is not root's")
    with pytest.raises(PinFileError, match="whole path"):
        read_pin_file("pins.json", _trusted)
    with pytest.raises(PinFileError, match="cannot be read"):
        read_pin_file(str(tmp_path), _trusted)
    assert read_pin_file(str(file), _trusted) == {}


@pytest.mark.skipif(os.name == "nt", reason="owner and mode are POSIX")
def test_by_default_the_system_says_who_can_change_it(tmp_path: Path) -> None:
    """The same rules as for a policy."""
    file = tmp_path / "pins.json"
    file.write_text("{}")
    file.chmod(0o666)
    with pytest.raises(PinFileError, match="cannot be trusted"):
        read_pin_file(str(file))


@pytest.mark.parametrize("training", [False, True])
def test_redeeming_stops_if_the_policys_file_cannot_be_read(tmp_path: Path, *, training: bool) -> None:
    """The problem names the setting, the file and the reason. Training goes on, because no PIN is asked for there."""
    policy = tmp_path / "policy.json"
    policy.write_text(json.dumps({"cashier_pin_file": str(tmp_path / "none.json")}))
    loaded = load(tmp_path, (policy,), {}, {}, training=training, policy_problem=_trusted)
    (problem,) = loaded.problems
    assert (problem.name, problem.source, problem.where) == ("cashier_pin_file", "policy", str(tmp_path / "none.json"))
    assert "cannot be read: " in problem.reason
    assert (loaded.unusable is None) is training
    assert loaded.settings.cashiers_sign_on


def test_only_the_policy_names_the_file(tmp_path: Path) -> None:
    """A cashier cannot name another one, and cannot turn signing on off."""
    file = tmp_path / "pins.json"
    file.write_text("{}")
    (tmp_path / "settings.json").write_text(json.dumps({"cashier_pin_file": "/tmp/mine.json", "sign_on": False}))
    environment = {"POINTS_TILL_CASHIER_PIN_FILE": "", "POINTS_TILL_SIGN_ON": "false"}
    policy = tmp_path / "policy.json"
    policy.write_text(json.dumps({"cashier_pin_file": str(file)}))
    loaded = load(tmp_path, (policy,), environment, {}, policy_problem=_trusted)
    assert loaded.settings.cashier_pin_file == str(file)
    assert loaded.settings.cashiers_sign_on
    without = load(tmp_path, (), environment, {}, policy_problem=_trusted)
    assert without.settings.cashier_pin_file == ""
    assert not without.settings.cashiers_sign_on
    assert "cashier_pin_file" in {name for name, _, _ in without.ignored}


def test_if_it_cannot_be_read_whether_cashiers_sign_on_they_do(tmp_path: Path) -> None:
    """The safe value takes the place of what was meant."""
    (tmp_path / "settings.json").write_text('{"sign_on": "perhaps"}')
    assert load(tmp_path, (), {}, {}).settings.sign_on


def test_a_large_file_is_read_name_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is read for each customer. Comparing every name with every other took ten seconds for 4,000 cashiers."""
    comparing = Mock(side_effect=key_of)
    monkeypatch.setattr(cashier_pins, "key_of", comparing)
    file = tmp_path / "pins.json"
    file.write_text(json.dumps(dict.fromkeys(map(str, range(100)), "x")))
    assert len(read_pin_file(str(file), _trusted)) == 100
    assert comparing.call_count == 100
