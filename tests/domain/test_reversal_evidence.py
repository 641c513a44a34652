"""Tests what a redemption's list of reversals proves about one reversal."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.redemption import Trace
from desktop.domain.result_line import BY_HAND
from desktop.domain.reversal import OPEN, GivenBack, ReversalsSeen, ReversalState
from desktop.domain.reversal_evidence import ReversalEvidence, evidence, is_behind
from tests.domain.reversals import reversal, row, shows

if TYPE_CHECKING:
    from desktop.domain.reversal import ReversalRow

OLD = row("5", "1")
NEW = row("5", "2", "2026-11-22 12:05:00")


def test_a_new_entry_with_the_same_points_is_the_reversal() -> None:
    """An older entry with the same points is not."""
    assert evidence(reversal("5", OLD), shows(OLD, NEW)).found == NEW
    assert evidence(reversal("5", OLD), shows(NEW, OLD)).found == NEW


def test_without_a_new_entry_it_is_absent() -> None:
    """But only if the list is complete."""
    assert evidence(reversal("5", OLD), shows(OLD)) == ReversalEvidence(is_absent=True)
    assert evidence(reversal("5", OLD), shows(OLD, complete=False)) == ReversalEvidence()


def test_a_list_without_the_redemption_says_nothing() -> None:
    """Not even absence."""
    assert evidence(reversal(), ReversalsSeen(complete=True)) == ReversalEvidence()


def test_two_equal_entries_without_numbers_count_as_two() -> None:
    """The release may give no ids, and two reversals may fall in one second."""
    one = row("5")
    assert evidence(reversal("5", one), shows(one, one)).found == one
    assert evidence(reversal("5", one, one), shows(one, one)).is_absent


def test_without_numbers_entries_of_the_same_second_are_told_apart_by_their_points() -> None:
    """The service may list the newer one first."""
    assert evidence(reversal("5", row("7")), shows(row("7"), row("5"))).found == row("5")
    assert evidence(reversal("5", row("7")), shows(row("5"), row("7"))).found == row("5")


def test_if_entries_have_gone_any_entry_may_be_that_of_a_reversal_that_happened() -> None:
    """It may have been numbered anew, so that it only looks as if it had been there before."""
    absent = reversal("5", state=ReversalState.NOT_APPLIED)
    happened = reversal("5", OLD, row("7", "3"), state=ReversalState.REVERSED, number="2")
    assert evidence(absent, shows(OLD), (absent, happened)).is_absent


def test_an_entry_of_other_points_is_a_candidate() -> None:
    """The service may have given back another number than it was asked for. Another till may have been at it, too."""
    other = row("20", "2")
    assert evidence(reversal("5", OLD), shows(OLD, other)) == ReversalEvidence(candidate=other)


def test_an_entry_of_other_points_is_no_candidate_for_what_was_proved_absent() -> None:
    """Several look-ups proved it. An entry without any points could be it all the same."""
    late = reversal("5", state=ReversalState.NOT_APPLIED)
    assert evidence(late, shows(row("20", "2"))).is_absent
    assert evidence(late, shows(row(None, "2"))) == ReversalEvidence(candidate=row(None, "2"))
    assert evidence(late, shows(NEW)).found == NEW


def test_entries_of_later_reversals_of_this_till_are_not_taken_for_it() -> None:
    """The later one needs the entry. A second entry with these points is the earlier reversal."""
    earlier = reversal("5", state=ReversalState.NOT_APPLIED)
    later = reversal("5", state=ReversalState.REVERSED, number="2")
    refused = reversal("5", state=ReversalState.REFUSED, number="3")
    others = (earlier, later, refused)
    assert evidence(earlier, shows(NEW), others).is_absent
    assert evidence(earlier, shows(NEW, row("5", "3")), others).found is not None
    assert evidence(reversal("5", number="4"), shows(NEW), others).is_absent
    assert evidence(reversal("5", NEW, number="4"), shows(NEW, row("5", "3")), others).found == row("5", "3")


def test_an_entry_counts_for_one_reversal_only() -> None:
    """Three were lost, and one happened: whichever is looked up first is it, and the others are not."""
    first, second, third = (reversal("5", state=ReversalState.NOT_APPLIED, number=number) for number in "123")
    assert evidence(second, shows(NEW), (first, second, third)).found == NEW
    found = replace(first, state=ReversalState.REVERSED, given_back=GivenBack(points=Decimal(5)), settled_late=True)
    for one in (second, third, replace(third, state=ReversalState.UNKNOWN)):
        assert evidence(one, shows(NEW), (found, second, third)).is_absent
        assert evidence(one, shows(NEW, row("5", "3")), (found, second, third)).found is not None


def test_entries_are_shared_out_from_the_reversal_that_can_have_the_fewest() -> None:
    """The second one can only have the new entry, so the first one has the old one and none is left over."""
    absent = reversal("5", state=ReversalState.NOT_APPLIED)
    first = reversal("5", state=ReversalState.REVERSED, number="2")
    second = reversal("5", OLD, state=ReversalState.REVERSED, number="3")
    assert evidence(absent, shows(NEW, OLD), (absent, first, second)).is_absent


@pytest.mark.parametrize("state", sorted(OPEN))
def test_while_a_reversal_is_open_nothing_is_said_about_an_earlier_one(state: ReversalState) -> None:
    """The entry may be the one whose answer is still on its way."""
    earlier, later = reversal("5", state=ReversalState.NOT_APPLIED), reversal("5", state=state, number="2")
    assert evidence(earlier, shows(NEW), (earlier, later)) == ReversalEvidence()
    assert evidence(later, shows(NEW), (earlier, later)).found == NEW


def test_an_earlier_reversal_takes_an_entry_from_before_a_later_one() -> None:
    """Which of two entries was another till's does not matter, unless the earlier reversal cannot have the old one."""
    earlier = reversal("5", state=ReversalState.REVERSED)
    assert evidence(reversal("5", OLD, number="2"), shows(OLD, NEW), (earlier,)).found == NEW
    late = reversal("5", OLD, state=ReversalState.REVERSED)
    assert evidence(reversal("5", OLD, number="2"), shows(OLD, NEW), (late,)).is_absent
    # The list does not show it at all, so it takes none.
    assert evidence(reversal("7", number="2"), shows(row("7", "3")), (earlier,)).found == row("7", "3")
    # Its own list cannot be compared, so any entry may be the one that it needs.
    odd = reversal("5", row("1", "9"), state=ReversalState.REVERSED)
    assert evidence(reversal("5", number="2"), shows(NEW), (odd,)).is_absent


def test_what_was_begun_on_a_list_that_may_have_lacked_entries_is_not_proved() -> None:
    """The entry may have been there before, unless a look-up since then has not shown it. Support can tell."""
    begun = reversal("5")
    begun = replace(begun, before=replace(begun.before, complete=False))
    assert evidence(begun, shows(NEW)) == ReversalEvidence(candidate=NEW)
    assert evidence(begun, shows(row("7", "3"))) == ReversalEvidence(candidate=row("7", "3"))
    assert evidence(begun, shows()).is_absent
    assert evidence(replace(begun, looks=1), shows(NEW)).found == NEW
    assert evidence(replace(begun, state=ReversalState.NOT_APPLIED), shows(NEW)).found == NEW


def test_a_list_that_has_lost_an_entry_proves_nothing() -> None:
    """It is not the newest one. Otherwise the entry would look new as soon as it is back."""
    begun = reversal("5")
    suspected = replace(begun, before=replace(begun.before, complete=False), candidate=NEW)
    assert evidence(suspected, shows()) == ReversalEvidence()
    assert evidence(suspected, shows(NEW)) == ReversalEvidence(candidate=NEW)
    # Another reversal of this till has it by now.
    other = reversal("5", state=ReversalState.REVERSED, number="2")
    assert evidence(suspected, shows(NEW), (begun, other)).is_absent


def test_an_entry_that_support_has_ruled_out_is_not_the_reversal() -> None:
    """What is settled by hand holds. Another entry of these points still shows that it has happened."""
    begun = reversal("5", state=ReversalState.NOT_APPLIED)
    begun = replace(begun, before=replace(begun.before, complete=False))
    settled = replace(begun, candidate=OLD, trace=Trace(code=BY_HAND))
    assert evidence(settled, shows(OLD)) == ReversalEvidence(is_absent=True)
    assert evidence(settled, shows(OLD, NEW)).found == NEW
    assert evidence(replace(settled, trace=Trace()), shows(OLD)).found == OLD


def test_numbers_that_change_are_made_up_for_by_count_and_sum() -> None:
    """A release may number its entries anew each time. Then only exact growth proves the reversal."""
    before, after = row("7", "1"), (row("5", "1", "2026-11-22 12:05:00"), row("7", "2"))
    assert evidence(reversal("5", before), shows(*after)).found == after[0]
    assert evidence(reversal("6", before), shows(*after)) == ReversalEvidence()


def test_a_list_from_which_entries_have_gone_proves_nothing() -> None:
    """It is an older one, or it was cut."""
    assert evidence(reversal("5", OLD), shows()) == ReversalEvidence()
    assert evidence(reversal("5", OLD), shows(NEW)) == ReversalEvidence()
    earlier, later = reversal("5", OLD), reversal("5", state=ReversalState.REVERSED, number="2")
    assert evidence(earlier, shows(NEW, row("5", "3")), (earlier, later)) == ReversalEvidence()
    late = replace(later, settled_late=True)
    assert evidence(earlier, shows(NEW, row("5", "3")), (late, earlier)) == ReversalEvidence()
    assert evidence(earlier, shows(NEW, row("5", "3")), (later, earlier)).found == NEW


@given(
    before=st.lists(st.sampled_from(["1", "5", "7"]), max_size=4),
    added=st.lists(st.sampled_from(["1", "5", "7"]), max_size=3),
    numbered=st.booleans(),
)
def test_only_a_new_entry_of_these_points_is_ever_found(before: list[str], added: list[str], *, numbered: bool) -> None:
    """Whatever was given back before, and whether or not entries have numbers."""

    def entries(amounts: list[str]) -> list[ReversalRow]:
        return [row(amount, str(place) if numbered else "") for place, amount in enumerate(amounts)]

    shown = evidence(reversal("5", *entries(before)), shows(*entries([*before, *added])))
    assert (shown.found is not None) == ("5" in added)
    assert shown.is_absent == (not added)


def test_a_list_that_lacks_what_this_till_has_given_back_is_behind() -> None:
    """By its sum or by its entries."""
    done = reversal("5", state=ReversalState.REVERSED)
    assert is_behind(shows(), (done,))
    assert is_behind(shows(row("10")), (done, replace(done, id="2")))
    assert not is_behind(shows(row("5")), (done, reversal("5")))


def test_a_list_that_lacks_what_this_till_has_seen_is_behind() -> None:
    """Another till's entries do not make up for this till's own."""
    done = reversal("5", row("5", "1"), state=ReversalState.REVERSED)
    assert is_behind(shows(row("5", "1")), (done,))
    assert is_behind(shows(row("10", "1")), (done,))
    assert not is_behind(shows(row("5", "1"), row("5", "2")), (done,))
    assert is_behind(shows(row("5", "1")), (reversal("5", row("5", "1"), row("1", "2")),))
    both = (done, replace(done, id="2", before=shows(row("5", "1"), row("5", "2"))))
    assert is_behind(shows(row("5", "1"), row("5", "2")), both)
    assert not is_behind(shows(row("5", "1"), row("5", "2"), row("5", "3")), both)


def test_a_list_with_as_many_entries_but_fewer_points_is_behind() -> None:
    """Another till gave one point back meanwhile, and what this till gave back is not in the list yet."""
    first = reversal("5", state=ReversalState.REVERSED)
    assert is_behind(shows(row("1", "1")), (first,))
    second = reversal("5", row("5", "1"), state=ReversalState.REVERSED, number="2")
    assert is_behind(shows(row("5", "1"), row("1", "2")), (first, second))
    assert not is_behind(shows(row("5", "1"), row("5", "2")), (first, second))
