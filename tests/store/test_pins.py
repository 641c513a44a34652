"""Tests which PINs of supervisors are accepted, and how they are stored."""

from __future__ import annotations

import base64
import hashlib
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.settings import read
from desktop.store.pins import CURRENT_COST, Cost, PinError, has_current_cost, hash_pin, is_guessable, is_pin

CHEAP = Cost(4, 8, 1)
"""A low cost for tests."""


def _of_an_earlier_version(pin: str) -> str:
    salt = b"0123456789abcdef"
    made = hashlib.scrypt(pin.encode(), salt=salt, n=2**14, r=8, p=1)
    return f"scrypt${base64.b64encode(salt).decode()}${base64.b64encode(made).decode()}"


def test_a_pin_is_recognised_and_not_kept() -> None:
    """The right PIN is accepted in any script, another is not, and the stored text differs each time."""
    stored = hash_pin("471108", CHEAP)
    assert is_pin("471108", stored)
    assert is_pin(" ٤٧١١٠٨ ", stored)
    assert not is_pin("471109", stored)
    assert not is_pin("4711080", stored)
    assert "471108" not in stored
    assert hash_pin("471108", CHEAP) != stored


def test_a_try_is_slow() -> None:
    """A try takes 64 MiB and 32 times the work of version 1.0's hash, which took 42 ms: more than a second."""
    assert 2**CURRENT_COST.log2_n * CURRENT_COST.r * 128 == 64 * 2**20
    assert 2**CURRENT_COST.log2_n * CURRENT_COST.p == 32 * 2**14
    assert is_pin("471108", hash_pin("471108"))


@pytest.mark.parametrize("pin", ["", "123", "4711", "47110", "12a456", "12 3456", "½23456"])
def test_invalid_pins_are_refused(pin: str) -> None:
    """A PIN needs at least six digits and nothing else."""
    with pytest.raises(PinError, match="digits"):
        hash_pin(pin, CHEAP)
    assert not is_pin(pin, hash_pin("471108", CHEAP))


@pytest.mark.parametrize(
    "pin",
    [
        "000000", "123456", "654321", "567890", "098765", "111111", "121212", "123123", "1231231", "12341234", "147258",
        "112233", "999999999", "٠٠٠٠٠٠",
    ],
)  # fmt: skip
def test_easily_guessed_pins_are_refused(pin: str) -> None:
    """A repeated part, a run up or down, and a pattern on the keypad are refused."""
    with pytest.raises(PinError, match="guessed"):
        hash_pin(pin, CHEAP)


@given(st.integers(0, 999_999).map("{:06d}".format))
def test_most_pins_are_not_guessable(pin: str) -> None:
    """Every refused PIN has a pattern that can be named. All others are accepted and recognised."""
    if is_guessable(pin):
        few = len(set(pin)) <= 3
        run = all((int(b) - int(a)) % 10 in {1, 9} for a, b in itertools.pairwise(pin))
        assert few or run or pin in {"147258", "159753", "147963", "159357", "258456"}
    else:
        assert is_pin(pin, hash_pin(pin, CHEAP))


def test_a_hash_of_an_earlier_version_counts() -> None:
    """A hash of an earlier version still counts, even with four digits, and doctor asks for a new one."""
    old = _of_an_earlier_version("4711")
    assert is_pin("4711", old)
    assert not is_pin("4712", old)
    assert not has_current_cost(old)
    assert has_current_cost(hash_pin("471108", CHEAP))
    assert not has_current_cost("4711")


@pytest.mark.parametrize(
    "stored",
    [
        "", "1234", "scrypt$$", "md5$YWJj$YWJj", "scrypt$?$?", "scrypt$YWJj$YWJj", "scrypt$é$é",
        "scrypt$ln=99,r=8,p=8$MDEyMzQ1Njc4OWFiY2RlZg==$YWJj", "scrypt$ln=4,r=0,p=8$MDEyMzQ1Njc4OWFiY2RlZg==$YWJj",
        "scrypt$ln=20,r=16,p=1$MDEyMzQ1Njc4OWFiY2RlZg==$YWJj", "scrypt$n=4$MDEyMzQ1Njc4OWFiY2RlZg==$YWJj",
        "scrypt$a$b$c$d",
    ],
)  # fmt: skip
def test_a_hash_that_no_till_made_is_refused(stored: str) -> None:
    """A PIN in clear, a cut hash and an impossible cost are refused, and let no one through."""
    with pytest.raises(PinError, match="stored"):
        is_pin("123456", stored)


def test_a_cut_hash_is_refused() -> None:
    """A hash without its last part accepts no PIN."""
    with pytest.raises(PinError):
        is_pin("471108", hash_pin("471108", CHEAP).rpartition("$")[0] + "$")


@given(st.text(max_size=60) | st.text(alphabet="scrypt$=,lnp0123456789", max_size=60).map("scrypt${}".format))
def test_any_stored_text_is_read_or_refused(stored: str) -> None:
    """Every text in a policy is read or refused, and no random text lets anyone through."""
    try:
        assert not is_pin("471108", stored)
    except PinError:
        assert not has_current_cost(stored)


def test_a_hash_can_stand_in_the_settings() -> None:
    """Both kinds of hash are read unchanged."""
    for stored in (hash_pin("471108", CHEAP), _of_an_earlier_version("4711")):
        assert read({"supervisor_pin": stored}).supervisor_pin == stored
