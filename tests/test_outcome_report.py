"""Tests the report of many redemptions."""

from __future__ import annotations

from collections import Counter

from tests.outcome_report import Report, Row


def test_a_row_counts_what_the_journals_say() -> None:
    """It counts the first outcome, what settling found, what turned up late, and what was sent again."""
    row = Row()
    row.read(["begun", "redeemed"])
    row.read(["begun", "lost", "looked", "absent", "looked", "found"])
    row.read(["begun", "lost", "found", "completed"])
    row.read(["begun", "not_sent", "sent_again", "lost", "found"])
    row.read(["begun", "refused", "looked", "found"])
    expected = Row(attempts=5, redeemed=1, refused=1, not_sent=1, unknown=2)
    expected.settled_redeemed, expected.settled_absent, expected.late, expected.again = 4, 1, 3, 1
    assert row == expected


def test_rows_and_faults_add_up() -> None:
    """Adding a report adds its rows, its total and its faults in words."""
    whole = Report(["429", "521"], ["moved twice", "lost"])
    assert whole.wrong == 0
    for scenario in ("429", "429", "521"):
        part = Report([], [])
        part.count(scenario, Row(count=2, faults=Counter(lost=1)))
        part.said.append(f"{scenario}: lost")
        whole.add(part)
    assert whole.rows["429"] == Row(count=4, faults=Counter(lost=2))
    assert (whole.total.count, whole.wrong) == (6, 3)
    assert whole.said == ["429: lost", "429: lost", "521: lost"]


def test_the_table_has_a_line_for_each_scenario_and_for_the_total() -> None:
    """The known scenarios come in their order, then the others, then the total. Every fault has a column."""
    report = Report(["429", "521", "cut"], ["moved twice", "lost"])
    for scenario in ("zebra", "521", "429"):
        report.count(scenario, Row(count=1_000))
    title, rule, *lines, last_rule, total = report.table().splitlines()
    assert title.split() == [
        *("fault", "count", "attempts", "redeemed", "refused", "not_sent", "unknown", "at", "first", "found"),
        *("proved", "absent", "found", "late", "sent", "again", "questions", "moved", "twice", "lost"),
    ]
    assert set(rule) == set(last_rule) == {"-"}
    assert [line.split()[:2] for line in lines] == [["429", "1,000"], ["521", "1,000"], ["zebra", "1,000"]]
    assert total.split() == ["in", "all", "3,000", *("0",) * 12]
