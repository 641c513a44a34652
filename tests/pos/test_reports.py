"""Outcomes are told in their order, and each caller gets its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.exit_codes import ExitCode
from desktop.domain.result_record import result
from desktop.pos.reports import Report, Reports

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytestqt.qtbot import QtBot


class Program:
    """A program that waits for an outcome."""

    hand_over_id = ""

    def __init__(self) -> None:
        self.told: list[dict[str, object]] = []

    def answer(self, message: dict[str, object]) -> None:
        self.told.append(message)


def report(caller: Program | None, bill: str, *, error: str = "") -> Report:
    """Returns an outcome to tell. It is printed if no program waits."""
    return Report(
        record=result(None, bill=bill),
        path="",
        code=ExitCode.CANCELLED,
        caller=caller,
        prints=caller is None,
        error=error,
    )


def test_each_caller_gets_its_own_outcome_with_the_earlier_one(qtbot: QtBot) -> None:  # noqa: ARG001 - Qt must be running
    """In the order in which they were told, as the worker has completed them."""
    started: list[Report] = []
    printed: list[Mapping[str, object]] = []
    reports = Reports(started.append, printed.append)
    first = Program()
    second = Program()
    for one in (report(first, "A"), report(None, "B"), report(second, "C", error="full")):
        reports.add(one)
    assert [one.record["bill"] for one in started] == ["A", "B", "C"]
    for one in started:
        reports.on_told({**one.record, "earlier": {"bill": one.record["bill"]}})
    assert first.told == [{"record": {**started[0].record, "earlier": {"bill": "A"}}, "code": 3}]
    assert printed == [{**started[1].record, "earlier": {"bill": "B"}}]
    assert second.told[0]["error"] == "full"
    # One more than was told has no effect.
    reports.on_told({})
    reports.on_not_told()


def test_an_outcome_that_could_not_be_completed_is_told_all_the_same(qtbot: QtBot) -> None:  # noqa: ARG001 - Qt must be running
    """What is known here is better than nothing."""
    reports = Reports(lambda _report: None, lambda _record: None)
    program = Program()
    reports.add(report(program, "A"))
    reports.on_not_told()
    assert program.told[0]["record"] == result(None, bill="A")


def test_what_is_left_is_told_at_the_end(qtbot: QtBot) -> None:  # noqa: ARG001 - Qt must be running
    """Once: the worker's answer comes too late then."""
    reports = Reports(lambda _report: None, lambda _record: None)
    program = Program()
    reports.add(report(program, "A"))
    (rest,) = reports.take_rest()
    reports.deliver(rest, rest.record)
    reports.on_told(rest.record)
    assert len(program.told) == 1
