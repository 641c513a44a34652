"""Tests that no mutation of a real answer is read as a redemption that it is not, or raises anything unexpected."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.api.exchange import Answer
from desktop.api.wire import eligibility, members, redeem, redemptions, reversal, reversals
from desktop.domain.failures import Lost, Refused, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.validation import ValidationCode
from tests.api.wire import samples

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 20_000
SEED = 20260731
MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")
TEN = Points(Decimal(10))
TEN_POINTS = Draft(identifier=MOBILE, points=TEN)
DRAFT = Draft(identifier=MOBILE, points=Points(Decimal(1)), bill="bilnum100000", user_id="564670755")
CODE = ValidationCode("NS3U05")

READERS: list[tuple[str, Callable[[Answer], object]]] = [
    (samples.CUSTOMER, lambda answer: members.read(answer, MOBILE)),
    (samples.REDEEMABLE, lambda answer: eligibility.read(answer, TEN_POINTS)),
    (samples.CODE, lambda answer: eligibility.read_code_sent(answer, MOBILE)),
    (samples.REDEMPTIONS, lambda answer: redemptions.read(answer, DRAFT)),
    (samples.REDEMPTIONS, lambda answer: reversals.read(answer, DRAFT, "REF-1", "AfL1vt")),
    (samples.REVERSED, lambda answer: reversal.read(answer, TEN_POINTS, "REF-1", "7t4y2a", TEN)),
]

ODDITIES: list[Any] = [
    *(None, True, False, 0, 1, 2, -1, 800, 808, 521, 500, 200, 429, 801, 10**30, 1.5, 8e2, float("nan"), float("inf")),
    *(
        "",
        " ",
        "true",
        "TRUE",
        "false",
        "1",
        "0",
        "800",
        " 800 ",
        "0800",
        "800.0",
        "808",
        "521",
        "é",
        "\u202e",
        "x" * 999,
    ),
    *([], {}, [[]], [{}], {"success": "true", "code": 800}, {"item_status": {"success": True, "code": "800"}}),
]

HEADS = [200, 200, 200, 200, 200, 400, 401, 403, 429, 500, 502, 520, 302, 404]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - JSON
    """Returns every place in a tree."""
    found = [path]
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        found += places(one, (*path, key))
    return found


def mutate_tree(whole: Any, chance: random.Random) -> Any:  # noqa: ANN401 - JSON
    """Makes one change to the structure: another type, a missing key, a list around it, a repeat, a value from
    elsewhere.
    """
    path = chance.choice(places(whole)[1:] or [()])
    if not path:
        return chance.choice(ODDITIES)
    parent = whole
    for key in path[:-1]:
        parent = parent[key]
    key, value = path[-1], parent[path[-1]]
    match chance.randrange(9):
        case 0 | 1:
            parent[key] = chance.choice(ODDITIES)
        case 2:
            del parent[key]
        case 3:
            parent[key] = [value]
        case 4:
            parent[key] = [value, json.loads(json.dumps(value))]
        case 5:
            parent[key] = str(value) if not isinstance(value, str) else value.upper()
        case 6:
            parent[key] = int(value) if isinstance(value, str) and value.isdecimal() else {"value": value}
        case 7 if isinstance(parent, dict):
            parent[str(key).upper()] = parent.pop(key)
        case _:
            other = whole
            for step in chance.choice(places(whole)):
                other = other[step]
            parent[key] = json.loads(json.dumps(other))
    return whole


def mutate_bytes(body: bytes, chance: random.Random) -> bytes:
    """Makes one change to the bytes: cut, flip, repeat, another charset, a huge number, a deep nest."""
    at = chance.randrange(len(body) + 1)
    before, after = body[:at], body[at:]
    number = chance.choice([b"1e999999999", b"-800", b"NaN", b"Infinity", b"8e2", b"0800"])
    nest = b"[" * chance.choice([1, 5, 5000])
    charset = chance.choice(["utf-16", "utf-32-le", "utf-7"])
    return chance.choice(
        [
            before,
            before,
            before + bytes([chance.randrange(256)]) + after[1:],
            before + after * 2,
            body.decode("utf-8", "replace").encode(charset, "replace"),
            body.replace(b"800", number, 1),
            body.replace(b'"item_status":', b'"item_status":' + nest, 1),
            b"\xef\xbb\xbf" + body + chance.choice([b"", b"\n", b"\x00", b"}"]),
            before + chance.choice([b"\xff", b"\xc3", b"\x00", b"\xed\xa0\x80"]) + after,
        ]
    )


def mutated(sample: str, chance: random.Random) -> Answer:
    """Returns a real answer after one or several changes."""
    whole: Any = json.loads(sample)
    for _ in range(chance.choice([0, 1, 1, 1, 2, 3, 6])):
        whole = mutate_tree(whole, chance)
    body = json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode()
    for _ in range(chance.choice([0, 0, 0, 1, 1, 2])):
        body = mutate_bytes(body, chance)
    headers = {"retry-after": chance.choice(["", "3", "soon", "1e9"])} if chance.random() < 0.3 else {}
    incomplete = chance.choice([Lost.CUT, Lost.TIMEOUT]) if chance.random() < 0.05 else None
    return Answer(chance.choice(HEADS), headers, body, incomplete)


def refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def one_of(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Returns the item of a list of one."""
    if not isinstance(value, list):
        return value
    said = [one for one in value if one not in (None, "", [], {}) and not str(one).isspace()]
    return said[0] if len(said) == 1 else None


def the_item(answer: Answer) -> dict[str, Any] | None:
    """Reads the one item in another way."""
    if answer.incomplete is not None:
        return None
    text = answer.body.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    try:
        value = one_of(json.loads(text, parse_constant=refuse))
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict) and value.get("response") not in (None, "", [], {}, " "):
        value = one_of(value["response"])
    for name in ("responses", "points"):
        value = one_of(value.get(name)) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else None


def truth(answer: Answer) -> bool:
    """Applies the rule in another way: the one item's `success` is true and its `code` is 800."""
    item = the_item(answer)
    value = one_of(item.get("item_status")) if item is not None else None
    if not isinstance(value, dict):
        return False
    success, code = value.get("success"), value.get("code")
    is_true = success in (True, 1) or (isinstance(success, str) and success.strip().lower() in {"true", "1"})
    is_800 = code == 800 or (isinstance(code, str) and code.strip() == "800")
    return is_true and is_800


def echo(answer: Answer) -> list[Any]:
    """Returns what an answer says about whose redemption it is."""
    item = the_item(answer) or {}
    return [item.get(name) for name in ("mobile", "user_id", "userId", "points_redeemed", "side_effects")]


def test_a_mutated_answer_is_a_redemption_only_if_it_says_so_and_belongs_to_the_request() -> None:
    """20,000 answers that were real once: only failures of the domain, and both readers agree on the redemptions.

    An answer that says 800 and is not believed echoes something else than the request asked for.
    """
    asked = echo(Answer(200, {}, samples.REDEEM.encode()))
    chance = random.Random(SEED)
    seen: dict[str, int] = {}
    for _ in range(ROUNDS):
        answer = mutated(samples.REDEEM, chance)
        try:
            redeem.read(answer, DRAFT, "REF-1", CODE)
        except (Refused, Throttled, Unanswered) as failure:
            is_stray = isinstance(failure, Unanswered) and failure.why is Lost.STRAY
            outcome = "Stray" if is_stray else type(failure).__name__
            if is_stray:
                assert echo(answer) != asked, f"a redemption was not believed in {answer.body!r}"
            else:
                # Success with no points, or with points that cannot be read, contradicts itself.
                assert not truth(answer) or echo(answer) != asked, answer.body
        else:
            outcome = "Redeemed"
            assert truth(answer), f"a redemption was seen in {answer.body!r}"
        seen[outcome] = seen.get(outcome, 0) + 1
    # A fuzz that always failed early would pass too.
    assert set(seen) == {"Redeemed", "Refused", "Throttled", "Unanswered", "Stray"}
    assert min(seen.values()) > 100, seen


@pytest.mark.parametrize(("sample", "read"), READERS)
def test_no_mutated_answer_raises_anything_unexpected(sample: str, read: Callable[[Answer], object]) -> None:
    """The other calls return values, or raise failures of the domain."""
    chance = random.Random(SEED)
    read_well = 0
    for _ in range(ROUNDS // 10):
        try:
            read(mutated(sample, chance))
        except (Refused, Throttled, Unanswered):
            continue
        read_well += 1
    assert read_well > 50
