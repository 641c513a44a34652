"""Tests how the channel of a code is read from the service's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.eligibility import CodeChannel, CodeSent, channel_in


@pytest.mark.parametrize(
    ("message", "channel"),
    [
        ("Validation Code Issued by SMS/Email", None),
        ("Validation Code Issued by SMS", CodeChannel.SMS),
        ("Sent by E-mail.", CodeChannel.EMAIL),
        ("Operation Successful", None),
    ],
)
def test_one_channel_counts_and_two_do_not(message: str, channel: CodeChannel | None) -> None:
    """The vendor's usual message names two, whatever the organisation has set."""
    assert CodeSent(message=message).channel is channel


@given(st.text())
def test_any_message_names_one_channel_or_none(message: str) -> None:
    """Words that merely contain a channel's name do not count."""
    found = channel_in(message)
    assert found is None or found.value in message.lower().replace("e-mail", "email")
