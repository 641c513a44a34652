"""Tests what is sent for a redemption, to the byte, and what its answers prove."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.api.exchange import Answer
from desktop.api.wire import redeem
from desktop.domain.failures import Lost, Refused, Throttled, Unanswered
from desktop.domain.group import GroupChoice
from desktop.domain.member import Identifier, IdentifierKind
from desktop.domain.points import Points
from desktop.domain.redemption import Draft, Redeemed
from desktop.domain.validation import ValidationCode, ValidationMethod
from tests.api.wire.samples import REDEEM, answer, redeem_answer, tree

MOBILE = Identifier(IdentifierKind.MOBILE, "919777788221")
CODE = ValidationCode("NS3U05")


def draft(**changes: Any) -> Draft:  # noqa: ANN401 - any field of a draft
    return Draft(**{"identifier": MOBILE, "points": Points(Decimal(1)), **changes})


def read(got: Answer) -> Redeemed:
    """Reads the answer to the sample's own request."""
    return redeem.read(got, draft(bill="bilnum100000"), "REF-1", CODE)


def item(request_body: bytes | None) -> dict[str, Any]:
    assert request_body is not None
    (only,) = json.loads(request_body, parse_float=Decimal)["root"]["redeem"]
    return dict(only)


# What is sent


def test_the_body_is_that_of_the_vendors_page() -> None:
    """The example request of the redeem-points reference, with the reference number beside the bill."""
    request = redeem.ask(
        draft(
            bill="bilnum100000",
            program_id="973",
            notes="Redeemed to transfer points to the friend",
            custom_fields=(("point_transfered_to", "9777788221"),),
        ),
        "REF-1",
        CODE,
    )
    assert (request.method, request.path) == ("POST", "/v1.1/points/redeem")
    assert request.query == (("skip_validation", "false"), ("program_id", "973"), ("format", "json"))
    assert json.loads(request.body or b"") == {
        "root": {
            "redeem": [
                {
                    "points_redeemed": 1,
                    "customer": {"mobile": "919777788221"},
                    "transaction_number": "bilnum100000",
                    "external_reference_number": "REF-1",
                    "notes": "Redeemed to transfer points to the friend",
                    "validation_code": "NS3U05",
                    "custom_fields": {"field": [{"name": "point_transfered_to", "value": "9777788221"}]},
                }
            ]
        }
    }


def test_what_is_not_given_is_left_out() -> None:
    """No bill, no notes, no code, no custom fields: none of their names is sent. Nor are empty values."""
    request = redeem.ask(draft(custom_fields=(("a", ""),)), "REF-1", None)
    assert set(item(request.body)) == {"points_redeemed", "customer", "external_reference_number"}


@given(st.decimals("0.001", "999999999999", places=3))
def test_points_are_a_json_number_with_exactly_their_digits(value: Decimal) -> None:
    """There is no float, exponent or extra zero between the cashier's digits and the wire."""
    points = Points(value)
    body = redeem.ask(draft(points=points), "REF-1", None).body or b""
    assert b'"points_redeemed":' + points.wire.encode() + b"," in body
    assert Decimal(item(body)["points_redeemed"]) == value


def test_the_same_arguments_make_the_identical_bytes() -> None:
    """A repeat with the same reference is exactly the same request."""
    arguments = (draft(bill="b", custom_fields=(("x", "1"), ("a", "2"))), "REF-1", CODE)
    assert redeem.ask(*arguments) == redeem.ask(*arguments)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        (ValidationMethod.CODE, {"skip_validation": "false"}),
        (ValidationMethod.SKIPPED, {"skip_validation": "true"}),
        (ValidationMethod.MISSED_CALL, {"skip_validation": "false", "validation_type": "MISSED_CALL"}),
    ],
)
def test_the_way_of_validating_is_in_the_query(method: ValidationMethod, expected: dict[str, str]) -> None:
    """`skip_validation` and `validation_type` are as on the vendor's page."""
    assert dict(redeem.ask(draft(validation=method), "R", None).query) == {**expected, "format": "json"}


def test_a_group_is_named_by_the_vendors_parameters() -> None:
    """The fields of the group choice go into the query."""
    query = dict(redeem.ask(draft(group=GroupChoice(id="77", primary_user_id="5")), "R", None).query)
    assert query["user_group2_id"] == "77"
    assert query["user_group2_primary_user_id"] == "5"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (IdentifierKind.MOBILE, "mobile"),
        (IdentifierKind.EMAIL, "email"),
        (IdentifierKind.EXTERNAL_ID, "external_id"),
        (IdentifierKind.CARD, "card"),
        (IdentifierKind.ID, "id"),
    ],
)
def test_the_customer_is_named_by_the_kind_of_identifier(kind: IdentifierKind, name: str) -> None:
    """Each kind has its field."""
    body = redeem.ask(draft(identifier=Identifier(kind, "v")), "R", None).body
    assert item(body)["customer"] == {name: "v"}


@given(st.text(st.characters(), max_size=20))
def test_no_text_can_break_the_body(text: str) -> None:
    """Quotes, half characters and control characters of a scanner or a paste stay inside their field."""
    body = redeem.ask(draft(bill=text, notes=text, custom_fields=(("n", text),)), "REF-1", None).body
    sent = item(body)
    assert sent["points_redeemed"] == 1
    assert sent["external_reference_number"] == "REF-1"


# What the answers prove


def test_the_vendors_sample_is_a_redemption() -> None:
    """The example response of the redeem-points reference."""
    assert read(answer(REDEEM)) == Redeemed(
        redemption_id="7t4y2a",
        points=Decimal(1),
        value=Decimal(1),
        balance=Decimal(1990),
        is_group=False,
        request_id="r-1",
    )


@pytest.mark.parametrize("success", ["true", "TRUE", " True ", True, 1, "1"])
@pytest.mark.parametrize("code", [800, "800", " 800 ", 800.0])
@pytest.mark.parametrize("status", [200, 400, 401, 429, 500, 520])
def test_true_and_800_is_a_redemption_in_every_spelling(success: object, code: object, status: int) -> None:
    """The body counts first, whatever the HTTP status and the types of the release."""
    assert read(redeem_answer(success, code, status=status)).redemption_id == "7t4y2a"


@pytest.mark.parametrize("success", ["yes", "", None, 2, "truetrue", [True], {"a": 1}, "01", 1.5])
def test_what_is_not_true_is_no_redemption(success: object) -> None:
    """800 without a clear success contradicts itself, so nothing is known."""
    with pytest.raises(Unanswered) as caught:
        read(redeem_answer(success, 800))
    assert caught.value.why is Lost.CONTRADICTORY


@pytest.mark.parametrize("code", ["0800", "8e2", "800.0", True, None, "", [], "٨٠٠", 800.5, "eight hundred", 8000, 80])
def test_what_is_not_800_is_no_redemption(code: object) -> None:
    """Success with any other code, or with none, contradicts itself."""
    with pytest.raises(Unanswered) as caught:
        read(redeem_answer("true", code))
    assert caught.value.why is Lost.CONTRADICTORY


@pytest.mark.parametrize(
    ("success", "code"),
    [("false", 800), ("true", 808), ("true", 521), ("false", None), ("false", 0), ("false", -1), ("false", 200)],
)
def test_contradictions_prove_nothing(success: object, code: object) -> None:
    """If success and code do not agree, the points may have moved."""
    with pytest.raises(Unanswered) as caught:
        read(redeem_answer(success, code))
    assert caught.value.why is Lost.CONTRADICTORY
    assert caught.value.request_id == "r-1"


@pytest.mark.parametrize("code", [801, "808", 818, 878, 1632, 3316, 686, 815, 817, 99_999, 400, 404])
@pytest.mark.parametrize("status", [200, 400, 500])
def test_a_refused_item_is_a_refusal_with_its_code(code: int | str, status: int) -> None:
    """HTTP 200 or 400, 'All requests have failed' or not: the true reason is in the item."""
    with pytest.raises(Refused) as caught:
        read(redeem_answer("false", code, status=status, message="Invalid code"))
    assert (caught.value.code, caught.value.message, caught.value.request_id) == (int(code), "Invalid code", "r-1")
    assert caught.value.key == f"refused.redeem.{int(code)}"


@pytest.mark.parametrize("code", [521, "521", 429])
def test_a_locked_member_may_be_tried_again(code: object) -> None:
    """521: another request for the same member is running. The same request may be sent again."""
    with pytest.raises(Throttled) as caught:
        read(redeem_answer("false", code, headers={"retry-after": "3"}))
    assert (caught.value.code, caught.value.retry_after) == (int(str(code)), 3.0)


@pytest.mark.parametrize("code", [500, 502, 503, 504, 520, 524, 599, 408])
@pytest.mark.parametrize("success", ["false", "true", None])
def test_a_server_error_in_the_item_proves_nothing(code: int, success: object) -> None:
    """The service failed during the redemption."""
    with pytest.raises(Unanswered) as caught:
        read(redeem_answer(success, code))
    assert caught.value.why is Lost.SERVER_ERROR
    assert caught.value.support == f"PT-HTTP-{code}"


@pytest.mark.parametrize(
    "echo",
    [
        {"mobile": "910000000000"},
        {"points_redeemed": "250.125"},
        {"external_reference_number": "REF-2"},
        {"external_reference_number": ["REF-2"]},
        {"mobile": ["910000000000"]},
    ],
)
@pytest.mark.parametrize(("success", "code"), [("true", 800), ("false", 808), ("false", 521), ("true", 500)])
def test_an_answer_about_something_else_proves_nothing(echo: dict[str, Any], success: str, code: int) -> None:
    """Another member, other points, another reference: neither a redemption nor a refusal of this attempt."""
    changed = tree(REDEEM)
    changed["response"]["responses"]["points"].update(echo, item_status={"success": success, "code": code})
    with pytest.raises(Unanswered) as caught:
        read(answer(changed))
    assert (caught.value.why, caught.value.request_id) == (Lost.STRAY, "r-1")


def test_the_service_s_own_figures_are_kept() -> None:
    """A balance below zero, a value in another currency, a redemption of the whole group."""
    changed = tree(REDEEM)
    changed["response"]["responses"]["points"].update(
        balance="-3.5", redeemed_local_value="83.5", is_group_redemption="true"
    )
    redeemed = read(answer(changed))
    assert (redeemed.value, redeemed.balance, redeemed.is_group) == (Decimal("83.5"), Decimal("-3.5"), True)


@pytest.mark.parametrize("written", ["-1", -1, "0", "null", "", None])
def test_what_stands_for_no_id_is_no_redemption_id(written: object) -> None:
    """Otherwise every redemption of such a release would have the id of another one."""
    changed = tree(REDEEM)
    changed["response"]["responses"]["points"]["redemption_id"] = written
    assert read(answer(changed)).redemption_id == ""


def test_a_redemption_of_no_points_contradicts_itself() -> None:
    """800 with nothing redeemed proves nothing; a refusal may well say that nothing was redeemed."""
    changed = tree(REDEEM)
    changed["response"]["responses"]["points"]["points_redeemed"] = 0
    with pytest.raises(Unanswered) as caught:
        read(answer(changed))
    assert caught.value.why is Lost.CONTRADICTORY
    changed["response"]["responses"]["points"]["item_status"] = {"success": "false", "code": 808}
    with pytest.raises(Refused):
        read(answer(changed))


@pytest.mark.parametrize("points", ["2 points", "1,000", "1e1", 10**30, [2], {"value": 2}, True])
def test_points_that_cannot_be_compared_prove_nothing(points: object) -> None:
    """They may be another redemption's, so a look-up decides. Points that are not named are those asked for."""
    changed = tree(REDEEM)
    changed["response"]["responses"]["points"]["points_redeemed"] = points
    with pytest.raises(Unanswered) as caught:
        read(answer(changed))
    assert caught.value.why is Lost.CONTRADICTORY
    changed["response"]["responses"]["points"]["points_redeemed"] = None
    assert read(answer(changed)).points is None


@pytest.mark.parametrize(("success", "code"), [("true", 800), ("false", 808)])
def test_an_answer_whose_request_id_came_before_proves_nothing(success: str, code: int) -> None:
    """It may be the answer to an earlier request of the same member for the same points."""
    with pytest.raises(Unanswered) as caught:
        read(replace(redeem_answer(success, code), is_repeated=True))
    assert caught.value.why is Lost.STRAY


@pytest.mark.parametrize("value", [None, "", [], "1,5", "abc", True, "1e9"])
def test_an_unreadable_figure_does_not_hide_a_redemption(value: object) -> None:
    """The points moved even if the service's figures cannot be read."""
    changed = tree(REDEEM)
    changed["response"]["responses"]["points"].update(balance=value, redeemed_local_value=value, redeemed_value=value)
    redeemed = read(answer(changed))
    assert redeemed.redemption_id == "7t4y2a"
    assert (redeemed.balance, redeemed.value) == (None, None)


def test_huge_numbers_do_not_fill_the_memory() -> None:
    """1e999999999 is read as no figure instead of being written out."""
    text = REDEEM.replace('"balance": 1990', '"balance": 1e999999999').replace('"points_redeemed": "1"', '"x": 1e-999')
    redeemed = read(answer(text))
    assert (redeemed.balance, redeemed.points) == (None, None)


def shapes() -> list[Any]:
    bare, listed, unwrapped, deep = (tree(REDEEM) for _ in range(4))
    listed["response"]["responses"]["points"] = [listed["response"]["responses"]["points"]]
    unwrapped = unwrapped["response"]
    deep["response"]["responses"] = [{"points": [None, deep["response"]["responses"]["points"], []]}]
    deep["response"]["responses"][0]["points"][1]["item_status"] = [
        deep["response"]["responses"][0]["points"][1]["item_status"]
    ]
    return [bare, listed, unwrapped, deep, [bare], {"response": [bare["response"]]}]


@pytest.mark.parametrize("shape", shapes())
def test_lists_of_one_and_a_missing_wrapper_are_read(shape: object) -> None:
    """A list of one as an object, an object as a list of one, and no outer `response`."""
    assert read(answer(shape)).redemption_id == "7t4y2a"


def test_a_byte_order_mark_and_an_old_encoding_are_read() -> None:
    """The text around a name in Latin-1 is still proof."""
    raw = REDEEM.replace("Points Redeemed", "Points échangés").encode("latin-1")
    assert read(answer(b"\xef\xbb\xbf" + raw)).redemption_id == "7t4y2a"


def several() -> list[Any]:
    two = tree(REDEEM)
    two["response"]["responses"]["points"] = [two["response"]["responses"]["points"]] * 2
    no_item_status = tree(REDEEM)
    del no_item_status["response"]["responses"]["points"]["item_status"]
    two_statuses = tree(REDEEM)
    status = two_statuses["response"]["responses"]["points"]["item_status"]
    two_statuses["response"]["responses"]["points"]["item_status"] = [status, status]
    no_object = tree(REDEEM)
    no_object["response"]["responses"]["points"] = "Points Redeemed"
    return [two, no_item_status, two_statuses, no_object]


@pytest.mark.parametrize("body", several())
def test_an_item_that_is_not_one_clear_item_proves_nothing(body: object) -> None:
    """Two items, none with a status, two statuses, a text in its place."""
    with pytest.raises(Unanswered) as caught:
        read(answer(body))
    assert caught.value.why is Lost.CONTRADICTORY


FAILED = {
    "response": {"status": {"success": "false", "code": 500, "message": "All requests have failed due to errors"}}
}


@pytest.mark.parametrize("responses", [None, [], {}, {"points": []}, {"points": None}, {"points": {}}, ""])
@pytest.mark.parametrize("status", [200, 400, 500])
def test_a_failed_call_without_its_item_proves_nothing(responses: object, status: int) -> None:
    """'All requests have failed' is also said of redemptions that have not."""
    body = {"response": {**FAILED["response"], "responses": responses}}
    with pytest.raises(Unanswered) as caught:
        read(answer(body, status))
    assert caught.value.why is Lost.SERVER_ERROR
    assert caught.value.message == "All requests have failed due to errors"


@pytest.mark.parametrize("body", [b"", b"<html>401</html>", b'{"error": "x"}', json.dumps(FAILED).encode()])
@pytest.mark.parametrize("incomplete", [None, Lost.CUT, Lost.TIMEOUT])
def test_401_and_429_count_whatever_the_body_is(body: bytes, incomplete: Lost | None) -> None:
    """The status line shows what the service says. The catalogue knows that it proves nothing."""
    with pytest.raises(Refused) as refused:
        read(answer(body, 401, incomplete=incomplete))
    assert refused.value.code == 401
    with pytest.raises(Throttled) as throttled:
        read(answer(body, 429, incomplete=incomplete))
    assert (throttled.value.code, throttled.value.retry_after) == (429, None)


def test_403_is_a_refusal_only_with_the_services_own_body() -> None:
    """A JSON body is from the service's access control. A page is from a firewall, and proves nothing."""
    with pytest.raises(Refused) as refused:
        read(answer({"status": {"success": False, "code": 403, "message": "No access group"}}, 403))
    assert (refused.value.code, refused.value.message) == (403, "No access group")
    with pytest.raises(Unanswered):
        read(answer(b"<html>Forbidden</html>", 403))


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (500, Lost.SERVER_ERROR),
        (502, Lost.SERVER_ERROR),
        (520, Lost.SERVER_ERROR),
        (524, Lost.SERVER_ERROR),
        (200, Lost.UNREADABLE),
        (302, Lost.UNREADABLE),
        (404, Lost.UNREADABLE),
    ],
)
@pytest.mark.parametrize("body", [b"<html><body>error</body></html>", b"", b"[]", b"7", b"\xff\xfe{\x00}\x00", b"NaN"])
def test_what_cannot_be_read_proves_nothing(status: int, why: Lost, body: bytes) -> None:
    """The edge's pages, empty bodies and other charsets: the redemption may have happened."""
    with pytest.raises(Unanswered) as caught:
        read(answer(body, status))
    assert (caught.value.why, caught.value.http_status) == (why, status)


@pytest.mark.parametrize("incomplete", [Lost.CUT, Lost.TIMEOUT, Lost.STOPPED, Lost.UNREADABLE])
def test_an_incomplete_body_proves_nothing(incomplete: Lost) -> None:
    """Even if the part that arrived looks like a redemption."""
    with pytest.raises(Unanswered) as caught:
        read(answer(REDEEM, incomplete=incomplete))
    assert caught.value.why is incomplete


def test_a_cut_page_of_the_edge_is_a_server_error() -> None:
    """A 502 says more than that its page was cut."""
    with pytest.raises(Unanswered) as caught:
        read(answer(b"", 502, incomplete=Lost.CUT))
    assert caught.value.why is Lost.SERVER_ERROR


def test_the_code_does_not_stay_in_a_message() -> None:
    """The service echoes the code; the journal keeps the message, and must never hold the code."""
    with pytest.raises(Refused) as caught:
        read(redeem_answer("false", 808, message="Code ns3u05 is wrong"))
    assert caught.value.message == "Code •••••• is wrong"


@given(st.integers(100, 599), st.binary(max_size=200))
def test_bytes_are_never_a_redemption(status: int, body: bytes) -> None:
    """Noise is never read as a success, and it raises only failures of the domain."""
    with pytest.raises((Refused, Throttled, Unanswered)):
        read(Answer(status, {}, body))


@pytest.mark.parametrize("is_last", [True, False])
def test_a_refusal_beside_a_redemption_proves_nothing(is_last: bool) -> None:
    """JSON keeps the last of two equal names. What the other one says may be true as well."""
    whole = REDEEM.strip()
    refused = '"response": {"responses": {"points": {"item_status": {"success": "false", "code": 804}}}}'
    with pytest.raises(Unanswered) as caught:
        read(answer(f"{whole[:-1]}, {refused}}}" if is_last else f"{{{refused}, {whole[1:]}"))
    assert caught.value.why is Lost.CONTRADICTORY


def test_points_never_add_to_a_bill() -> None:
    """A negative worth is as none. The till would tell the cashier to take it off."""
    negative = tree(REDEEM)
    negative["response"]["responses"]["points"]["redeemed_local_value"] = -12.5
    assert read(answer(negative)).value is None
