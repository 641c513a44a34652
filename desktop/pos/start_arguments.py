"""Reads what a start hands over for the POS, and prints the outcome for it. It needs no Qt."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

from desktop import standard_output
from desktop.domain.result_line import line_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


class StartArguments(Protocol):
    """The arguments of a start that concern the POS, as the command line has them."""

    @property
    def mobile(self) -> str | None:
        """The mobile number; None if it was not handed over."""

    @property
    def points(self) -> str | None:
        """The points; None if they were not handed over."""

    @property
    def bill(self) -> str | None:
        """The bill number; None if it was not handed over."""

    @property
    def cashier(self) -> str | None:
        """Who serves; None if that was not handed over."""

    @property
    def bill_amount(self) -> str | None:
        """The amount to pay; None if it was not handed over."""

    @property
    def max_points(self) -> str | None:
        """The most points that may be redeemed; None if there is no limit."""

    @property
    def give_back(self) -> str | None:
        """The redemption to give back; None for a bill."""

    @property
    def result(self) -> Path | None:
        """The file for the outcome, checked by `result_file.check`."""

    @property
    def overrides(self) -> Mapping[str, object]:
        """The settings that the command line names for this run."""

    @property
    def by_link(self) -> bool:
        """True if a link handed this over, so no program waits for the outcome."""

    @property
    def is_handed_over(self) -> bool:
        """True if the POS hands a customer over."""


def fields_of(arguments: StartArguments) -> dict[str, str | None]:
    """Returns the fields of a start by their names, as a second start hands them over."""
    return {
        "mobile": arguments.mobile,
        "points": arguments.points,
        "bill": arguments.bill,
        "cashier": arguments.cashier,
        "bill_amount": arguments.bill_amount,
        "max_points": arguments.max_points,
        "give_back": arguments.give_back,
    }


def print_record(record: Mapping[str, object]) -> None:
    """Prints a record on standard output. If no program reads that any more, the exit code still tells the outcome."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(line_of(record))
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        # A pipe without a reader, a full disk, or a closed stream.
        import logging

        logging.getLogger(__name__).warning("cannot print the outcome: %s", error)
        standard_output.discard()
