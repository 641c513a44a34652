"""Tests points/isredeemable and points/validationcode."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from desktop.api.wire import eligibility
from desktop.domain.eligibility import CodeChannel, CodeSent, Eligibility
from desktop.domain.failures import Lost, Refused, Throttled, TooManyCodes, Unanswered
from desktop.domain.group import GroupChoice
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft
from desktop.domain.validation import ValidationMethod
from tests.api.wire.samples import CODE, REDEEMABLE, answer, tree

if TYPE_CHECKING:
    from desktop.api.exchange import Answer

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")
TEN_POINTS = Draft(identifier=MOBILE, points=Points(Decimal(10)))


def read(got: Answer) -> Eligibility:
    """Reads the answer to the sample's own question."""
    return eligibility.read(got, TEN_POINTS)


def read_code_sent(got: Answer) -> CodeSent:
    """Reads the answer to the sample's own request for a code."""
    return eligibility.read_code_sent(got, MOBILE)


def changed(**fields: Any) -> Any:  # noqa: ANN401 - JSON
    whole = tree(REDEEMABLE)
    whole["response"]["points"]["redeemable"].update(fields)
    return whole


def ask(*, send_code: bool = False, as_money: bool = False, **fields: Any) -> dict[str, str]:  # noqa: ANN401 - of a draft
    draft = Draft(identifier=MOBILE, points=Points(Decimal("10.5")), **fields)
    request = eligibility.ask(draft, send_code=send_code, as_money=as_money)
    assert (request.method, request.path) == ("GET", "/v1.1/points/isredeemable")
    return dict(request.query)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {}),
        ({"send_code": True}, {"issue_otp": "true"}),
        ({"program_id": "973"}, {"program_id": "973"}),
        ({"validation": ValidationMethod.SKIPPED}, {"skip_validation": "true"}),
        ({"validation": ValidationMethod.MISSED_CALL}, {"validation_type": "MISSED_CALL"}),
        ({"group": GroupChoice(external_id="E")}, {"user_group2_external_id": "E"}),
        ({"as_money": True}, {"currency_input": "true"}),
    ],
)
def test_only_what_is_asked_for_is_in_the_query(changes: dict[str, Any], expected: dict[str, str]) -> None:
    """Each of the vendor's parameters is sent only if it is wanted."""
    assert ask(**changes) == {"mobile": "919777788221", "points": "10.5", "format": "json", **expected}


def test_the_vendors_sample_is_redeemable() -> None:
    """What points are worth comes from the service, never from arithmetic."""
    found = read(answer(REDEEMABLE))
    assert found == Eligibility(worth=Decimal(10), points=Decimal(10), request_id="r-1")
    assert found.code_sent


def test_the_local_value_comes_first() -> None:
    """It is what comes off this bill."""
    body = changed(points_redeem_value="10", points_redeem_local_value="83.5")
    assert read(answer(body)).worth == Decimal("83.5")
    body = changed(points_redeem_value="10", points_redeem_local_value="")
    assert read(answer(body)).worth == Decimal(10)
    body["response"]["points"]["redeemable"]["points_redeem_value"] = -10
    # The till would tell the cashier to take it off the bill.
    assert read(answer(body)).worth is None


@pytest.mark.parametrize("success", ["true", "false", None])
def test_876_is_redeemable_without_a_code(success: object) -> None:
    """The points may be redeemed, but no code is on its way."""
    body = changed(item_status={"success": success, "code": "876", "message": "Code not sent"})
    found = read(answer(body))
    assert (found.worth, found.points, found.request_id) == (Decimal(10), Decimal(10), "r-1")
    assert not found.code_sent
    assert found.code_failure is not None
    assert found.code_failure.key == "refused.isredeemable.876"


@pytest.mark.parametrize("code", [800, 876])
def test_not_redeemable_is_a_refusal_whatever_the_code(code: int) -> None:
    """`is_redeemable` is the answer to the question."""
    body = changed(is_redeemable="false", item_status={"success": "true", "code": code, "message": "no"})
    with pytest.raises(Refused) as caught:
        read(answer(body))
    assert (caught.value.code, caught.value.key) == (code, f"refused.isredeemable.{code}")


@pytest.mark.parametrize("code", [801, 818, 889, 1101, 816])
def test_refusals_keep_their_codes(code: int) -> None:
    """As in the table."""
    body = changed(is_redeemable="false", item_status={"success": "false", "code": code, "message": "no"})
    with pytest.raises(Refused) as caught:
        read(answer(body, 400))
    assert caught.value.code == code


def test_a_locked_member_may_be_asked_about_again() -> None:
    """521 on this call too."""
    with pytest.raises(Throttled):
        read(answer(changed(item_status={"success": "false", "code": 521})))


def test_a_contradictory_answer_proves_nothing() -> None:
    """No item, two items, success without 800, and 800 without success."""
    two = tree(REDEEMABLE)
    two["response"]["points"]["redeemable"] = [two["response"]["points"]["redeemable"]] * 2
    bodies: list[Any] = [
        two,
        changed(item_status={"success": "true", "code": 801}),
        changed(item_status={"success": "false", "code": 800}),
        {"response": {"points": []}},
    ]
    for body in bodies:
        with pytest.raises(Unanswered) as caught:
            read(answer(body))
        assert caught.value.why in {Lost.CONTRADICTORY, Lost.UNREADABLE}


def test_a_code_is_asked_for() -> None:
    """Identifier and points."""
    request = eligibility.ask_for_code(MOBILE, Points(Decimal(50)))
    assert (request.method, request.path) == ("GET", "/v1.1/points/validationcode")
    assert dict(request.query) == {"mobile": "919777788221", "points": "50", "format": "json"}


def test_the_vendors_sample_sent_a_code() -> None:
    """The service's own words may say by SMS or e-mail."""
    sent = read_code_sent(answer(CODE))
    assert sent == CodeSent(message="Validation Code Issued by SMS/Email", request_id="r-1")


@pytest.mark.parametrize("code", [860, 876, 816, 818])
def test_a_code_that_was_not_sent_is_a_refusal(code: int) -> None:
    """876 on this call means that validation failed; the key says which call."""
    body = tree(CODE)
    body["response"]["validation_code"]["code"]["item_status"] = {"success": "false", "code": code, "message": "no"}
    with pytest.raises(Refused) as caught:
        read_code_sent(answer(body, 400))
    assert caught.value.key == f"refused.validationcode.{code}"


@pytest.mark.parametrize(
    "body",
    [
        {"response": {"status": {"success": True, "code": 200}, "validation_code": []}},
        {"response": {"validation_code": {"code": {"item_status": {"success": "true", "code": 876}}}}},
        {"response": {"validation_code": {"code": {"item_status": {"success": "false", "code": 200}}}}},
        {"response": {"validation_code": {"code": [{"item_status": {"success": "true", "code": 200}}] * 2}}},
    ],
)
def test_no_clear_answer_is_no_code_sent(body: object) -> None:
    """A code counts as sent only if the one item says so."""
    with pytest.raises(Unanswered):
        read_code_sent(answer(body))


@pytest.mark.parametrize("echo", [{"mobile": "919777788222"}, {"points": "11"}])
@pytest.mark.parametrize(("success", "code"), [("true", 800), ("false", 818)])
def test_an_answer_about_another_member_or_other_points_is_no_answer(
    echo: dict[str, str], success: str, code: int
) -> None:
    """Neither their worth nor their refusal is shown to this customer."""
    body = changed(**echo, is_redeemable=success, item_status={"success": success, "code": code})
    with pytest.raises(Unanswered) as caught:
        read(answer(body))
    assert caught.value.why is Lost.STRAY


def test_an_amount_of_money_is_not_compared_with_points() -> None:
    """Asked about money, the service answers in points."""
    body = changed(points="25", points_redeem_local_value="10")
    assert eligibility.read(answer(body), TEN_POINTS, as_money=True).points == Decimal(25)


@pytest.mark.parametrize("mobile", ["9777788221", "+91 97777-88221", 919777788221, "", None])
def test_another_spelling_of_the_number_is_the_same_member(mobile: object) -> None:
    """With or without country code, as a number, or not echoed at all."""
    assert read(answer(changed(mobile=mobile))).worth == Decimal(10)


def test_a_code_for_another_member_is_no_code_sent() -> None:
    """The customer at the counter would wait for the code for nothing."""
    body = tree(CODE)
    body["response"]["validation_code"]["code"]["mobile"] = "919777788222"
    with pytest.raises(Unanswered) as caught:
        read_code_sent(answer(body))
    assert caught.value.why is Lost.STRAY


def read_sending(got: Answer) -> Eligibility:
    """Reads an answer to a call that had to send the code too."""
    return eligibility.read(got, TEN_POINTS, send_code=True)


@pytest.mark.parametrize("code", [606, 860, 874, 875])
def test_no_code_could_be_made(code: int) -> None:
    """If the points can be redeemed, only the code is missing. If not, that is the answer."""
    status = {"success": "false", "code": code, "message": "no code"}
    found = read_sending(answer(changed(item_status=status)))
    assert found.code_failure is not None
    assert found.code_failure.key == f"refused.isredeemable.{code}"
    for body in (changed(is_redeemable="false", item_status=status), changed(is_redeemable=None, item_status=status)):
        with pytest.raises(Refused):
            read_sending(answer(body))
    with pytest.raises(Unanswered):
        read_sending(answer(changed(is_redeemable="false", item_status={**status, "success": "true"})))


def test_too_many_codes_are_not_too_many_requests() -> None:
    """429 in the item of a code call speaks of the codes, and so does one in a body that HTTP calls fine."""
    status = {"success": "false", "code": "429", "message": "too many"}
    found = read_sending(answer(changed(item_status=status)))
    assert isinstance(found.code_failure, TooManyCodes)
    for is_redeemable in ("false", None):
        with pytest.raises(TooManyCodes):
            read_sending(answer(changed(is_redeemable=is_redeemable, item_status=status)))
    with pytest.raises(Unanswered):
        read_sending(answer(changed(item_status={**status, "success": "true"})))
    with pytest.raises(Throttled):
        read(answer(changed(item_status=status)))
    alone = {"response": {"status": {"success": "false", "code": 429, "message": "too many"}}}
    for reader in (read_sending, read_code_sent):
        with pytest.raises(TooManyCodes):
            reader(answer(alone))
        with pytest.raises(Throttled):
            reader(answer(alone, status=429))
    # No code was asked for.
    with pytest.raises(Throttled):
        read(answer(alone))


def test_too_many_codes_when_one_is_asked_for_again() -> None:
    """The item of validationcode says so."""
    body = tree(CODE)
    body["response"]["validation_code"]["code"]["item_status"] = {"success": False, "code": 429, "message": "too many"}
    with pytest.raises(TooManyCodes) as caught:
        read_code_sent(answer(body))
    assert caught.value.key == "code.too_many"


def test_a_card_has_a_name_of_its_own_on_both_calls() -> None:
    """The vendor's pages call it `card_number` there."""
    request = eligibility.ask_for_code(Identifier(IdentifierKind.CARD, "4000"), Points(Decimal(1)))
    assert dict(request.query)["card_number"] == "4000"
    draft = Draft(identifier=Identifier(IdentifierKind.CARD, "4000"), points=Points(Decimal(1)))
    assert eligibility.ask(draft, send_code=True).query[0] == ("card_number", "4000")


@pytest.mark.parametrize(
    ("message", "channel"),
    [
        ("Validation Code Issued by SMS/Email", None),
        ("Validation Code Issued by SMS", CodeChannel.SMS),
        ("Code sent by e-mail.", CodeChannel.EMAIL),
        ("Sent via WhatsApp", CodeChannel.WHATSAPP),
        ("Operation Successful", None),
    ],
)
def test_the_channel_is_known_only_if_one_is_named(message: str, channel: CodeChannel | None) -> None:
    """The vendor's usual message names two, whatever the organisation has set."""
    assert CodeSent(message=message).channel is channel
    body = changed(item_status={"success": "true", "code": 800, "message": message})
    assert read_sending(answer(body)).channel is channel
    # No code was asked for, so none was sent by any channel.
    assert read(answer(body)).channel is None
