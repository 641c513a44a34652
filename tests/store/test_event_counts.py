"""Tests that what the events of a journal say can be counted in pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.store.event_counts import Counts
from desktop.store.event_rows import NewEvent

_IDENTITIES = st.sampled_from(["a" * 32, "b" * 32 + " from elsewhere", ""])


def event(what: str, detail: str = "") -> NewEvent:
    """Makes an event."""
    return NewEvent("", 0, what, "", "", detail=detail)


events = st.lists(
    st.one_of(
        st.builds(event, st.sampled_from(["made", "chained", "moved"]), _IDENTITIES),
        st.builds(event, st.just("forgotten"), st.integers(0, 200).map(str)),
        st.builds(event, st.sampled_from(["begun", "salvaged", "reversal_begun", "redeemed"])),
    )
)


@given(st.lists(events))
def test_pieces_add_up(pieces: list[list[NewEvent]]) -> None:
    """The counts of pieces, sent to another process and added in order, are those of all events at once."""
    whole, added = Counts(), Counts()
    whole.follow(event for piece in pieces for event in piece)
    for piece in pieces:
        counted = Counts()
        counted.follow(piece)
        added.add(Counts(list(counted.found)))
    assert added.found == whole.found
