"""What can go wrong with a look-up that is made for a redemption's list of reversals."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.simulation import bodies
from tests.simulation.assumptions import Assumption
from tests.simulation.lookup_faults import Asked, honest, rows_of
from tests.simulation.service import SHORTEST_SETTLE_AFTER

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.api.exchange import Answer
    from tests.simulation.lookup_faults import LookFault
    from tests.simulation.reversal_book import BackEntry

    Entries = list[BackEntry]


def _entries(asked: Asked) -> Entries:
    """What was given back of the redemption that is asked for."""
    moved = asked.service.movements.get(asked.reference)
    return asked.service.book.of(moved[0]) if moved else []


def _changed(asked: Asked, change: Callable[[dict[str, Any]], None]) -> Answer:
    """The true answer with another row for the redemption."""
    body = asked.body() if asked.world.drawn.random() < 0.8 else asked.unfiltered()
    for row in rows_of(body):
        if row["external_reference_number"] == asked.reference:
            change(row)
    return asked.answer(body)


def reshaped(change: Callable[[dict[str, Any]], None]) -> LookFault:
    """The list is there in a shape that cannot be taken for a whole list, or says the same in other words."""
    return lambda asked: _changed(asked, change)


def _left_out(row: dict[str, Any]) -> None:
    del row["reversals"]


def _elsewhere(row: dict[str, Any]) -> None:
    row["reversal_list"] = row.pop("reversals")


def _without_points(row: dict[str, Any]) -> None:
    for one in row["reversals"]:
        del one["points_reversed"]


def _without_numbers(row: dict[str, Any]) -> None:
    for one in row["reversals"]:
        del one["reversal_id"]


def _numbered_alike(row: dict[str, Any]) -> None:
    for one in row["reversals"]:
        one["reversal_id"], one["reversal_time"] = -1, f"{one['reversal_time'][:10]} 00:00:00"


def _without_text(row: dict[str, Any]) -> None:
    for one in row["reversals"]:
        one["reversal_id"], one["reversal_time"] = "", None


def _not_comparable(row: dict[str, Any]) -> None:
    for one, written in zip(row["reversals"], itertools.cycle(("ten", [1], 10**30)), strict=False):
        one["points_reversed"] = written


def _renamed(row: dict[str, Any]) -> None:
    for one in row["reversals"]:
        one["reversalId"], one["pointsReversed"] = one.pop("reversal_id"), str(one.pop("points_reversed"))


def _as_words(row: dict[str, Any]) -> None:
    row["reversals"] = [f"{one['points_reversed']} points" for one in row["reversals"]] or "none"


def _twice(row: dict[str, Any]) -> None:
    row["reversals"] = [*row["reversals"], *row["reversals"][-1:]]


def _backwards(row: dict[str, Any]) -> None:
    row["reversals"] = row["reversals"][::-1]


left_out = reshaped(_left_out)
elsewhere = reshaped(_elsewhere)
without_points = reshaped(_without_points)
without_numbers = reshaped(_without_numbers)
numbered_alike = reshaped(_numbered_alike)
without_text = reshaped(_without_text)
not_comparable = reshaped(_not_comparable)
renamed = reshaped(_renamed)
as_words = reshaped(_as_words)
entry_twice = reshaped(_twice)
backwards = reshaped(_backwards)


def row_twice(asked: Asked) -> Answer:
    """The redemption is there twice, once with and once without what was given back."""
    body = asked.body()
    rows = rows_of(body)
    rows += [row | {"reversals": []} for row in rows if row["external_reference_number"] == asked.reference]
    customer = body["response"]["customer"]
    customer["rows"] = customer["points_count"] = len(rows)
    return asked.answer(body)


def stale(asked: Asked) -> Answer:
    """The list is as it was some time ago."""
    entries = _entries(asked)
    return _shows(asked, entries[: asked.world.drawn.randint(0, len(entries))])


def from_a_cache(asked: Asked) -> Answer:
    """The list is as it was some time ago, and its age says so."""
    drawn, moved = asked.world.drawn, asked.service.movements.get(asked.reference)
    entries = _entries(asked)
    shown = entries[: drawn.randint(0, len(entries))]
    listed = [bodies.entry(asked.service, moved[0], one) for one in shown] if moved else []
    answer = _changed(asked, lambda row: row.__setitem__("reversals", listed))
    return replace(answer, headers={**answer.headers, "age": "60"})


def stale_for_a_while(asked: Asked) -> Answer:
    """An entry shows up late, but sooner than the till takes its absence for proved."""
    entries, book, now = _entries(asked), asked.service.book, asked.world.now
    late = [
        one
        for one in entries
        if one.at <= book.looked_for.get(one.by, now) and now < one.at + SHORTEST_SETTLE_AFTER - 5
    ]
    return _shows(asked, [one for one in entries if one not in late], for_long=False)


def cut(asked: Asked) -> Answer:
    """The list has so many entries at most, the newest or the oldest."""
    entries, drawn = _entries(asked), asked.world.drawn
    most = drawn.choice((1, 2, 5, 10))
    return _shows(asked, entries[:most] if drawn.random() < 0.5 else entries[-most:])


def _shows(asked: Asked, shown: Entries, *, for_long: bool = True) -> Answer:
    """Shows these entries only, in an answer that is perfect in every other way, unless an assumption forbids it."""
    missing = [one for one in _entries(asked) if one not in shown]
    if not missing:
        return honest(asked)
    if asked.is_offer and asked.world.keeps(Assumption.REVERSALS_ARE_SHOWN) and not asked.knows_of(missing):
        return honest(asked)
    if for_long:
        asked.service.book.hidden.update(one.by for one in missing)
    movement = asked.service.movements[asked.reference][0]
    listed = [bodies.entry(asked.service, movement, one) for one in shown]
    return _changed(asked, lambda row: row.__setitem__("reversals", listed))
