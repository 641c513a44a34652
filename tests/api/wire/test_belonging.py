"""Tests that an answer about another member, other points or another redemption is never read as this attempt's."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.api.wire import belonging, redeem
from desktop.domain.failures import Lost, Refused, Throttled, Unanswered
from desktop.domain.member import Identifier, IdentifierKind, is_same_number
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed
from desktop.domain.validation import ValidationCode
from tests.api.wire.samples import REDEEM, answer, tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.api.exchange import Answer

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")
CODE = ValidationCode("NS3U05")
REFERENCE = "01JP5X2M3N4P5Q6R7S8T9V0W1X"
DRAFT = Draft(identifier=MOBILE, points=Points(Decimal(1)), bill="bilnum100000", user_id="564670755")


def item(**fields: Any) -> dict[str, object]:  # noqa: ANN401 - JSON
    """The vendor's sample item with other fields."""
    return {**tree(REDEEM)["response"]["responses"]["points"], **fields}


def effect(**fields: Any) -> dict[str, object]:  # noqa: ANN401 - JSON
    """The vendor's sample item with other fields of its one effect."""
    whole = item()
    effects: Any = whole["side_effects"]
    effects["effect"][0].update(fields)
    return whole


def is_stray(
    fields: dict[str, object], draft: Draft = DRAFT, reference: str = REFERENCE, code: ValidationCode | None = CODE
) -> bool:
    return belonging.is_of_another_redemption(fields, draft, reference, code)


def refusal(**fields: Any) -> Answer:  # noqa: ANN401 - JSON
    """An answer that refuses for a reason that was checked before anything was done."""
    status = {"success": "false", "code": 808, "message": "Invalid validation code"}
    whole = {"status": {"success": "false", "code": 500, "message": "All requests have failed"}}
    return answer({"response": {**whole, "responses": {"points": {**fields, "item_status": status}}}})


def test_the_vendor_s_sample_belongs_to_its_request() -> None:
    """With everything that it echoes."""
    assert not is_stray(item())


def test_what_is_not_echoed_is_not_checked() -> None:
    """A release may echo nothing at all."""
    assert not is_stray({})
    assert not is_stray(dict.fromkeys(item()))
    assert not is_stray(dict.fromkeys(item(), ""))


# The member


@pytest.mark.parametrize(
    "mobile",
    [
        "919777788221",
        919777788221,
        Decimal("919777788221.0"),
        "+919777788221",
        "+91 97777-88221",
        "(91) 97777 88221",
        "00919777788221",
        "9777788221",
        "09777788221",
        9777788221,
        "٩١٩٧٧٧٧٨٨٢٢١",
    ],
)
def test_a_number_in_another_form_is_the_same_member(mobile: object) -> None:
    """With or without country code, `+`, blanks, zeros; as a number; in digits of another script."""
    assert not is_stray(item(mobile=mobile))
    assert not belonging.names_another_member({"mobile": mobile}, MOBILE)
    assert not belonging.names_another_member(
        {"mobile": "919777788221"}, Identifier(IdentifierKind.MOBILE, "9777788221")
    )


@pytest.mark.parametrize(
    "mobile", ["919777788222", 919777788222, "8221", "88221", "91977778822", "nobody", "x9777788221"]
)
def test_another_number_is_another_member(mobile: object) -> None:
    """Also the end of the number, if it is too short to tell whose it is."""
    assert is_stray(item(mobile=mobile))


@pytest.mark.parametrize("name", ["user_id", "userId"])
@pytest.mark.parametrize(
    ("user_id", "expected"),
    [
        ("564670755", False), (564670755, False), ("5", True), (5, True), (1, True),
        # What stands for no member is no other one.
        (0, False), ("-1", False), ("null", False),
    ],
)  # fmt: skip
def test_the_service_s_own_id_of_the_member_is_compared(name: str, user_id: object, *, expected: bool) -> None:
    """As a text or a number, in either spelling of its name."""
    assert is_stray({name: user_id}) is expected


def test_an_id_that_the_till_does_not_know_is_not_compared() -> None:
    """Unless the member was asked for by that very id."""
    assert not is_stray(item(user_id="5"), replace(DRAFT, user_id=""))
    by_id = Draft(identifier=Identifier(IdentifierKind.ID, "564670755"), points=Points(Decimal(1)))
    assert not is_stray({"user_id": 564670755, "mobile": "000"}, by_id)
    assert is_stray({"user_id": 564670756}, by_id)


@pytest.mark.parametrize("kind", [IdentifierKind.EMAIL, IdentifierKind.EXTERNAL_ID, IdentifierKind.CARD])
def test_a_member_who_was_not_asked_for_by_number_may_have_any(kind: IdentifierKind) -> None:
    """Only the service's id can tell then."""
    draft = replace(DRAFT, identifier=Identifier(kind, "someone"))
    assert not is_stray(item(mobile="910000000000"), draft)
    assert is_stray(item(user_id="5"), draft)


BY_EMAIL = replace(DRAFT, identifier=Identifier(IdentifierKind.EMAIL, "asha@example.org"), mobile="919777788221")


@pytest.mark.parametrize("kind", [IdentifierKind.EMAIL, IdentifierKind.EXTERNAL_ID, IdentifierKind.CARD])
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, False),
        ({"mobile": "9777788221"}, False),
        ({"mobile": "919777788222"}, True),
        ({"user_id": "564670755"}, False),
        ({"userId": 5}, True),
        ({"mobile": "919777788221", "user_id": "5"}, True),
        ({"mobile": "919777788222", "user_id": "564670755"}, True),
    ],
)
def test_a_stranger_is_recognised_whatever_found_the_member(
    kind: IdentifierKind, fields: dict[str, object], *, expected: bool
) -> None:
    """By the number and the id that the look-up of the member told. An answer that names no member is ours."""
    draft = replace(BY_EMAIL, identifier=Identifier(kind, "X003"))
    assert is_stray(fields, draft) is expected


@pytest.mark.parametrize(
    ("user_id", "mobile", "fields", "expected"),
    [
        ("", "", {"mobile": "919777788221"}, True),
        ("", "", {"user_id": "564670755"}, True),
        ("564670755", "", {"mobile": "919777788221"}, True),
        ("", "919777788221", {"user_id": "564670755"}, True),
        ("564670755", "", {"mobile": "919777788221", "user_id": "564670755"}, False),
        ("", "919777788221", {"mobile": "919777788221", "user_id": "564670755"}, False),
        ("564670755", "9197•••••221", {"mobile": "919777788221"}, True),
        ("564670755", "9197•••••221", {"mobile": "919777788221", "user_id": "564670755"}, False),
        ("", "", {}, False),
        ("", "", {"points_redeemed": 1}, False),
    ],
)
def test_a_member_who_is_named_must_be_known_to_be_ours(
    user_id: str, mobile: str, fields: dict[str, object], *, expected: bool
) -> None:
    """If the look-up told neither what is echoed nor anything else that agrees, it could be anybody."""
    assert is_stray(fields, replace(BY_EMAIL, user_id=user_id, mobile=mobile)) is expected


@pytest.mark.parametrize(
    "masked", ["XXXXXXXX8221", "9197xxxxx221", "+91 ••••• •8221", "91-97****21", "91977778XXXX", "****"]
)
def test_a_masked_number_neither_proves_nor_disproves_that_an_answer_is_ours(masked: str) -> None:
    """Another name of the member decides. Without one, it could be anybody who has such a number."""
    draft = replace(DRAFT, user_id="564670755")
    assert not is_stray({"mobile": masked, "user_id": "564670755"}, draft)
    assert is_stray({"mobile": masked}, draft)
    assert is_stray({"mobile": masked, "user_id": "5"}, draft)
    assert not belonging.names_another_member({"mobile": masked}, draft.identifier)
    assert belonging.names_only_a_masked_number({"mobile": masked}, draft)
    assert not belonging.names_only_a_masked_number({"mobile": masked, "user_id": "564670755"}, draft)


@pytest.mark.parametrize("number", ["XXXXXXXX8222", "919777788222", "XX 8", "x", "none", "**2 21"])
def test_a_number_with_another_end_is_a_stranger_s(number: str) -> None:
    """What a mask leaves is compared. What has letters besides those of a mask is no mask."""
    draft = replace(DRAFT, user_id="564670755")
    assert is_stray({"mobile": number, "user_id": "564670755"}, draft)


@pytest.mark.parametrize("kind", [IdentifierKind.EMAIL, IdentifierKind.EXTERNAL_ID, IdentifierKind.CARD])
def test_an_identifier_that_is_repeated_as_it_was_sent_names_the_member(kind: IdentifierKind) -> None:
    """Another spelling leaves it open, because addresses are masked and cards have blanks."""
    draft = Draft(identifier=Identifier(kind, "X003"), points=Points(Decimal(1)))
    assert not is_stray({kind.value: " x003"}, draft)
    assert not is_stray({kind.value: "x003", "mobile": "919777788222"}, draft)
    assert is_stray({kind.value: "X004"}, draft)
    assert not is_stray({kind.value: "X***", "user_id": "5"}, replace(draft, user_id="5"))


def test_a_member_with_a_new_number_may_be_named_by_either() -> None:
    """The cashier typed the old one, and the service found the member by it."""
    draft = replace(DRAFT, mobile="919777700000", user_id="")
    assert not is_stray({"mobile": "919777700000"}, draft)
    assert not is_stray({"mobile": "919777788221"}, draft)
    assert is_stray({"mobile": "919777700001"}, draft)


def test_another_identifier_s_field_is_not_compared() -> None:
    """The till knows no e-mail address of a member who was found by number."""
    assert not is_stray({"email": "other@example.org"})


def test_a_refusal_of_a_member_found_by_card_belongs_to_the_request() -> None:
    """It proves as much as one of a member found by number; a stranger's says nothing."""
    draft = replace(BY_EMAIL, identifier=Identifier(IdentifierKind.CARD, "80001003"))
    for fields in ({}, {"mobile": "919777788221"}, {"user_id": 564670755}):
        with pytest.raises(Refused):
            redeem.read(refusal(**fields), draft, REFERENCE, CODE)
    for fields in ({"mobile": "919777788222"}, {"user_id": 5}):
        with pytest.raises(Unanswered) as caught:
            redeem.read(refusal(**fields), draft, REFERENCE, CODE)
        assert caught.value.why is Lost.STRAY


def test_what_cannot_be_compared_is_no_other_member_elsewhere() -> None:
    """A look-up by e-mail that names a number is ours, unless the number is known to be another's."""
    email = BY_EMAIL.identifier
    assert not belonging.names_another_member({"mobile": "919777788222"}, email)
    assert belonging.names_another_member({"mobile": "919777788222"}, email, mobile="919777788221")
    assert belonging.names_another_member({"user_id": "5"}, email, user_id="6")


# The points


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (1, False),
        ("1", False),
        ("1.000", False),
        (Decimal("1.0"), False),
        (0, False),
        ("0", False),
        (2, True),
        ("1.001", True),
        ("-1", True),
        (10, True),
        ("one", False),
        (True, False),
    ],
)
def test_points_are_compared_by_their_value(points: object, *, expected: bool) -> None:
    """No points redeemed is no other redemption: a refusal may say so. What cannot be read is not echoed."""
    assert is_stray(item(points_redeemed=points)) is expected


# The reference, the bill and the code


@pytest.mark.parametrize("name", ["external_reference_number", "externalReferenceNumber"])
@pytest.mark.parametrize(
    ("echoed", "expected"),
    [
        (REFERENCE, False),
        (REFERENCE.lower(), False),
        ("", False),
        (None, False),
        ("-1", False),
        (-1, False),
        ("null", False),
        ("0", False),
        (REFERENCE[:-1], True),
        (REFERENCE + "0", True),
        ("another", True),
        (12345, True),
    ],
)
def test_a_reference_must_be_this_one_in_any_letter_case(name: str, echoed: object, *, expected: bool) -> None:
    """What a release writes for none is not compared."""
    assert is_stray({name: echoed}) is expected


@pytest.mark.parametrize(
    ("sent", "echoed", "expected"),
    [
        ("bilnum100000", "bilnum100000", False),
        ("BILNUM-100000", "bilnum100000", False),
        ("bilnum100000", "", False),
        ("bilnum100000", "-1", False),
        ("bilnum100000", -1, False),
        ("", "older", False),
        ("12", 12, False),
        ("12", "1", True),
        ("1", "12", True),
        ("bilnum100001", "bilnum100000", True),
        ("STORE-7/2025/03/10/000017", "STORE-7/2025/03/10", True),
        ("STORE-0007/2025/03/10/000017", "STORE-0007/2025/03/10/00", False),
        ("STORE-0007/2025/03/10/000017", "STORE-0008/2025/03/10/00", True),
        ("STORE-0007/2025/03/10/000017", "STORE-0007/2025/03", True),
        ("STORE-0007/2025/03/10/000017", "STORE-0007/2025/03/1", False),
    ],
)
def test_a_bill_must_be_this_one(sent: str, echoed: object, *, expected: bool) -> None:
    """Dashes and letter case do not count, and a long number may have been cut short."""
    assert is_stray(effect(redeemed_on_bill_number=echoed), replace(DRAFT, bill=sent)) is expected


@pytest.mark.parametrize(
    ("echoed", "expected"), [("NS3U05", False), ("ns3-u05", False), ("", False), (None, False), ("AB12CD", True)]
)
def test_a_code_must_be_this_one(echoed: object, *, expected: bool) -> None:
    """An older redemption of the same member was made with another code."""
    assert is_stray(effect(validation_code=echoed)) is expected
    assert not is_stray(effect(validation_code=echoed), code=None)


def test_every_effect_is_compared() -> None:
    """One object or a list, one of them from another redemption."""
    whole = item()
    right: Any = whole["side_effects"]
    wrong = {"effect": {"redeemed_on_bill_number": "other"}}
    assert not is_stray(item(side_effects=[right, {"effect": []}, None, "x", {"effect": ["x"]}]))
    assert is_stray(item(side_effects=wrong))
    assert is_stray(item(side_effects=[right, wrong]))


@pytest.mark.parametrize("text", ["", " ", "-1", "0", "000", "null", "NULL", "None", "nil", "N/A", "undefined", "---"])
def test_a_release_writes_no_reference_in_many_ways(text: str) -> None:
    """None of these is a reference."""
    assert belonging.is_blank_reference(text)


@pytest.mark.parametrize("text", [REFERENCE, "2", "A", "10", "REF-1", "nullable", "é"])
def test_anything_else_is_a_reference(text: str) -> None:
    """Also a short one."""
    assert not belonging.is_blank_reference(text)


# The whole answer

STATUSES: list[dict[str, object]] = [
    {"success": success, "code": code, "message": "said"}
    for success in ("true", "false", True, False, None)
    for code in (800, "800", 803, 808, 816, 817, 521, 429, 500, 9999)
]


def outcome(got: Answer, draft: Draft = DRAFT, code: ValidationCode | None = CODE) -> Redeemed | Exception:
    try:
        return redeem.read(got, draft, REFERENCE, code)
    except (Refused, Throttled, Unanswered) as failure:
        return failure


def is_not_believed(got: Answer, draft: Draft = DRAFT, code: ValidationCode | None = CODE) -> bool:
    """True if the answer leaves the outcome unknown, because it belongs to another request."""
    said = outcome(got, draft, code)
    return isinstance(said, Unanswered) and said.why is Lost.STRAY


@st.composite
def another(draw: st.DrawFn) -> dict[str, object]:
    """An echo of another member, of other points or of another reference."""
    match draw(st.sampled_from(["mobile", "user_id", "points_redeemed", "external_reference_number"])):
        case "mobile":
            mobile = str(draw(st.integers(10**9, 10**13)))
            assume(not is_same_number(mobile, MOBILE.value))
            return {"mobile": mobile if draw(st.booleans()) else int(mobile)}
        case "user_id":
            number = draw(st.integers(1, 10**9).filter(lambda one: one != 564670755))
            return {"user_id": draw(st.sampled_from([number, str(number)]))}
        case "points_redeemed":
            points = draw(st.decimals("0.001", "99999", places=3).filter(lambda one: one != 1))
            return {"points_redeemed": draw(st.sampled_from([str(points), float(points)]))}
        case name:
            reference = draw(st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=8, max_size=30))
            assume(reference != REFERENCE and reference.strip("0"))
            return {name: reference}


@given(another(), st.sampled_from(STATUSES), st.sampled_from([200, 400, 401, 429, 500]))
def test_an_answer_about_something_else_is_never_believed(
    echo: dict[str, object], item_status: dict[str, object], status: int
) -> None:
    """It redeems nothing here, and refuses nothing either, whatever it says."""
    whole = tree(REDEEM)
    whole["response"]["responses"]["points"].update(echo, item_status=item_status)
    assert is_not_believed(answer(whole, status))


CRAFTED = 300
SEED = 20261125


def other_member(chance: random.Random, fields: dict[str, Any]) -> None:
    number = f"91{chance.randrange(6 * 10**9, 10**10)}"
    fields.update(mobile=chance.choice([number, int(number), f"+{number}"]), user_id=chance.randrange(10**9))
    fields.pop(chance.choice(["mobile", "user_id", "email"]))


def other_points(chance: random.Random, fields: dict[str, Any]) -> None:
    points = chance.choice([2, 5, 10, 100, 345, 0.5, 1.001])
    fields["points_redeemed"] = chance.choice([points, str(points)])


def other_reference(chance: random.Random, fields: dict[str, Any]) -> None:
    other = "01JP" + "".join(chance.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=22))
    fields["external_reference_number"] = chance.choice([other, other.lower(), REFERENCE[:20], "POS-17"])


def older_answer(chance: random.Random, fields: dict[str, Any]) -> None:
    """The same member and points, a while ago."""
    used = fields["side_effects"]["effect"][0]
    if chance.random() < 0.5:
        used["redeemed_on_bill_number"] = chance.choice(["bilnum099999", "bilnum10000", "bilnum1000000", "b", 7])
    else:
        used["validation_code"] = chance.choice(["AB12CD", "NS3U0", "123456", 123456])
    if chance.random() < 0.3:
        fields["side_effects"]["effect"] = used


def same_request_id(_: random.Random, fields: dict[str, Any]) -> None:
    """The answer itself is right in every field; `test_300_crafted_stray_answers` repeats its request id."""
    fields["balance"] = 1991


KINDS: list[Callable[[random.Random, dict[str, Any]], None]] = [
    other_member,
    other_points,
    other_reference,
    older_answer,
    same_request_id,
]


def test_300_crafted_stray_answers_are_not_believed() -> None:
    """Seen with an earlier version: 133 of 300 made a redemption that was refused `redeemed`."""
    chance = random.Random(SEED)
    believed = []
    for number in range(CRAFTED):
        craft = KINDS[number % len(KINDS)]
        whole = tree(REDEEM)
        fields = whole["response"]["responses"]["points"]
        craft(chance, fields)
        fields["item_status"] = chance.choice(STATUSES)
        if chance.random() < 0.2:
            fields = whole["response"]["responses"]["points"] = [fields]
        got = answer(whole if chance.random() < 0.8 else whole["response"], chance.choice([200, 200, 400, 500]))
        if craft is same_request_id:
            got = replace(got, is_repeated=True)
        if not is_not_believed(got):
            believed.append((craft.__name__, fields))
    assert believed == []


def test_the_answer_that_the_strays_were_made_of_is_believed() -> None:
    """So only the changes make them strays."""
    assert isinstance(outcome(answer(REDEEM)), Redeemed)
