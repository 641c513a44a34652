"""Claims about supervisors' PINs."""

from __future__ import annotations

import pytest

from desktop.store.pins import PinError, hash_pin, is_pin


def test_a_pin_is_recognised_and_not_kept() -> None:
    """The right PIN in any script is the one; another is not; what is kept is different each time."""
    stored = hash_pin("4711")
    assert is_pin("4711", stored)
    assert is_pin(" ٤٧١١ ", stored)
    assert not is_pin("4712", stored)
    assert not is_pin("47110", stored)
    assert "4711" not in stored
    assert hash_pin("4711") != stored


@pytest.mark.parametrize("pin", ["", "123", "12a4", "12 34", "½234"])
def test_what_is_no_pin_is_refused_and_never_right(pin: str) -> None:
    """Four digits at least and nothing else."""
    with pytest.raises(PinError, match="digits"):
        hash_pin(pin)
    assert not is_pin(pin, hash_pin("1234"))


@pytest.mark.parametrize("stored", ["", "1234", "scrypt$$", "md5$YWJj$YWJj", "scrypt$?$?", "scrypt$YWJj$YWJj"])
def test_a_hash_that_no_till_made_is_said_so(stored: str) -> None:
    """A policy with a PIN in clear or a cut hash lets nobody through by chance."""
    with pytest.raises(PinError, match="stored"):
        is_pin("1234", stored)


def test_a_cut_hash_is_no_hash() -> None:
    """Without its last part, nothing is right."""
    with pytest.raises(PinError):
        is_pin("1234", hash_pin("1234").rpartition("$")[0] + "$")
