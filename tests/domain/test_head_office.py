"""Tests the keys of tills and the digests of members."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import settings
from desktop.domain.failures import SettingsUnusable
from desktop.domain.head_office import SendingStatus, TillKey, head_office_key, in_text, member_digest

_KEYS = st.binary(min_size=32, max_size=32)


@given(_KEYS, _KEYS)
def test_a_key_is_read_as_it_was_printed(credential: bytes, digest_key: bytes) -> None:
    """Both parts come back, also with white space around them."""
    key = TillKey(in_text(credential), digest_key)
    assert TillKey.parse(f" {key.text}\n") == key


@given(st.text(max_size=100))
def test_another_text_is_no_key(text: str) -> None:
    """It is refused, and the message does not quote it."""
    with pytest.raises(ValueError, match="is not a key") as refused:
        TillKey.parse(text)
    assert len(text) < 8 or text not in str(refused.value)


def test_no_key_is_shown() -> None:
    """Neither part is in what is printed of a key or of the settings."""
    key = TillKey(in_text(b"c" * 32), b"d" * 32)
    shown = f"{key} {key!r} {settings.read({'head_office_key': key.text})!r}"
    assert in_text(b"c" * 32) not in shown
    assert "dddd" not in shown
    assert in_text(b"d" * 32) not in shown


def test_the_setting_of_a_key() -> None:
    """Empty is none, a key stays one, and anything else cannot be used."""
    key = TillKey(in_text(b"c" * 32), b"d" * 32)
    assert not head_office_key("")
    assert str(head_office_key("")) == ""
    assert head_office_key(key) is key
    with pytest.raises(ValueError, match="text"):
        head_office_key(5)
    with pytest.raises(SettingsUnusable):
        settings.read({"head_office_key": "abc"})


def test_head_office_must_be_https() -> None:
    """Only this machine may be called without TLS."""
    assert settings.read({"head_office": "http://127.0.0.1:8080/"}).head_office == "http://127.0.0.1:8080"
    with pytest.raises(SettingsUnusable, match="head_office"):
        settings.read({"head_office": "http://head.example.com"})


def test_only_the_policy_lets_numbers_leave() -> None:
    """A shop cannot decide to send members' numbers."""
    assert settings.is_policy_only("head_office_numbers")


def test_digests_differ_by_key_kind_and_value() -> None:
    """Without the key, a number cannot be found by trying; a card is not a number."""
    digest = member_digest(b"k" * 32, "mobile", "919777788221")
    assert digest == member_digest(b"k" * 32, "mobile", "919777788221")
    others = {
        member_digest(b"l" * 32, "mobile", "919777788221"),
        member_digest(b"k" * 32, "card", "919777788221"),
        member_digest(b"k" * 32, "mobile", "919777788222"),
    }
    assert digest not in others
    assert len(others) == 3
    assert member_digest(b"k" * 32, "mobile", "") == ""


def test_how_far_behind_a_till_is() -> None:
    """It is never less than nothing: head office may know more than a restored journal."""
    assert SendingStatus(acknowledged=3, events=10).behind == 7
    assert SendingStatus(acknowledged=12, events=10).behind == 0
