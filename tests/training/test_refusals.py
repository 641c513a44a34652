"""Tests every check of the practice service over real HTTP: it refuses with the right code, and nothing moves."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from desktop.training.bad_days import BadDay
from desktop.training.coded_members import ACCOUNTS
from desktop.training.refusals import MERGED, REPEATED_REFERENCE, UNKNOWN_CUSTOM_FIELD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.training.conftest import Clock, Till

ASHA = "919777788221"
ARJUN = "919876543004"
PRIYA = "919876543005"
MERGED_MOBILE = "919876543009"
BY_CODE = {int(one.mobile[-4:]): one for one in ACCOUNTS if one.case.endswith(f"({int(one.mobile[-4:])}).")}


@pytest.fixture(autouse=True)
def _only_redemptions_move_points(till: Till) -> Iterator[None]:
    """After each test here, the members' balances are the initial ones minus the redemptions in the ledger."""
    start = {one.mobile: one.points for one in till.service.members if one.mobile != MERGED_MOBILE}
    yield
    for one in till.service.ledger():
        if one.program == "973" and not one.group:
            start[one.mobile] -= one.points - one.reversed_points
    assert start == {one.mobile: one.points for one in till.service.members if one.mobile != MERGED_MOBILE}


@pytest.mark.parametrize("points", ["null", "0", "-1", '"10"', "true", "NaN", "[]"])
def test_801_an_invalid_amount(till: Till, points: str) -> None:
    """Null, 0, negative amounts and other JSON types are refused with 801, in HTTP 200 with two layers of status."""
    reply = till.redeem(points=points)
    assert (reply.status, reply.code) == (200, 801)
    assert reply.inner["status"]["success"] == "false"
    assert reply.inner["status"]["code"] == 500
    assert reply.inner["responses"]["points"]["item_status"]["success"] == "false"
    assert till.service.ledger() == ()


@pytest.mark.parametrize("points", ["0", "-1", "ten", ""])
def test_801_in_the_other_points_calls(till: Till, points: str) -> None:
    """isredeemable and validationcode refuse the same amounts, and send no code."""
    assert till.check(points=points, issue_otp="true").code == 801
    reply = till.request("GET", "/v1.1/points/validationcode", {"mobile": ASHA, "points": points})
    assert reply.code == 801
    assert till.service.codes() == {}


@pytest.mark.parametrize("points", ["1.1111", "10.12345", "1e-4"])
def test_878_more_than_three_decimals(till: Till, points: str) -> None:
    """A fourth decimal is refused with 878. Zeros after the third are accepted, because only the value counts."""
    assert till.redeem(points=points).code == 878
    assert till.redeem(points="1.5000").code == 800


def test_808_wrong_missing_and_used_codes(till: Till) -> None:
    """A wrong, missing or used code is refused with 808. A refusal does not use a code up."""
    code = till.send_code()
    assert till.redeem(code="").code == 808
    assert till.redeem(code=f"{code}X").code == 808
    assert till.redeem(points="99999", code=code).code == 818
    assert till.redeem(code=code).code == 800
    assert till.redeem(code=code).code == 808
    assert len(till.service.ledger()) == 1


def test_808_an_expired_code(till: Till, clock: Clock) -> None:
    """A code is refused with 808 after it has expired."""
    code = till.send_code()
    clock.now += 901
    assert till.redeem(code=code).code == 808


def test_808_after_five_wrong_tries(till: Till) -> None:
    """Five wrong tries invalidate the code, and a new one works."""
    code = till.send_code()
    assert [till.redeem(code="WRONG1").code for _ in range(5)] == [808] * 5
    assert till.redeem(code=code).code == 808
    fresh = till.send_code()
    assert fresh != code
    assert till.redeem(code=fresh).code == 800


def test_808_a_validation_type_that_does_not_exist(till: Till) -> None:
    """An unlisted validation type is refused with 808, and SMS is accepted."""
    code = till.send_code()
    assert till.redeem(code=code, query={"validation_type": "PIGEON"}).code == 808
    assert till.redeem(code=code, query={"validation_type": "SMS"}).code == 800


@pytest.mark.parametrize("mobile", ["919999999999", "9123456789"])
def test_an_unknown_number(till: Till, mobile: str) -> None:
    """An unknown number is 816 in the points calls and 1012 in the look-ups."""
    assert till.redeem(mobile).code == till.check(mobile).code == 816
    assert till.find(mobile).code == 1012
    assert till.request("GET", "/v1.1/customer/redemptions", {"mobile": mobile}).code == 1012


@pytest.mark.parametrize("mobile", ["", "123", "abcdefghij", "91977778822123456"])
def test_an_invalid_identifier(till: Till, mobile: str) -> None:
    """A text that cannot be a number is 802 in the points calls and 1011 in the look-ups."""
    assert till.redeem(mobile).code == till.check(mobile).code == 802
    assert till.find(mobile).code == 1011


def test_818_more_than_the_member_has(till: Till) -> None:
    """A thousandth more than the balance is refused; the whole balance is accepted."""
    assert till.redeem("919876543001", "12.346").code == till.check("919876543001", "12.346").code == 818
    assert till.redeem("919876543002", "0.001").code == 818
    assert till.redeem("919876543001", "12.345").code == 800
    assert till.balance("919876543001") == 0


@pytest.mark.parametrize(
    ("code", "bad", "good"), [(807, "120", "150"), (819, "501", "500"), (821, "99.999", "100"), (821, "0.001", "100")]
)
def test_step_minimum_and_maximum(till: Till, code: int, bad: str, good: str) -> None:
    """isredeemable and redeem refuse with 807, 819 and 821 exactly beyond the limit."""
    mobile = BY_CODE[code].mobile
    assert till.check(mobile, bad).code == till.redeem(mobile, bad).code == code
    assert till.check(mobile, good).code == till.redeem(mobile, good).code == 800


@pytest.mark.parametrize("code", sorted(code for code, one in BY_CODE.items() if one.refused == code))
def test_members_that_every_points_call_refuses(till: Till, code: int) -> None:
    """A member with such a code is found, but all three points calls refuse them with it."""
    mobile = BY_CODE[code].mobile
    assert till.find(mobile).code == 1000
    assert till.check(mobile, issue_otp="true").code == code
    assert till.request("GET", "/v1.1/points/validationcode", {"mobile": mobile, "points": "10"}).code == code
    assert till.redeem(mobile).code == code
    assert till.service.codes() == {}
    assert till.service.ledger() == ()


@pytest.mark.parametrize("code", sorted(code for code, one in BY_CODE.items() if one.refused_on_redeem))
def test_members_that_redeem_refuses(till: Till, code: int) -> None:
    """A member with a code of redeem gets a validation code first, and the refusal does not use it up."""
    mobile = BY_CODE[code].mobile
    assert till.check(mobile, issue_otp="true").code == 800
    assert till.redeem(mobile, code=till.service.codes()[mobile]).code == code
    assert till.check(mobile, validation_code=till.service.codes()[mobile]).code == 800


@pytest.mark.parametrize("code", sorted(code for code, one in BY_CODE.items() if one.lookup_refused))
def test_members_that_the_lookup_refuses(till: Till, code: int) -> None:
    """customer/get itself refuses members outside the program, marked as fraud, or without permission."""
    assert till.find(BY_CODE[code].mobile).code == code
    assert till.redeem(BY_CODE[code].mobile).code == BY_CODE[code].refused != 800


def test_fraud_shows_in_the_lookup(till: Till) -> None:
    """The look-up shows the fraud mark of a member."""
    assert till.find(BY_CODE[809].mobile).inner["customers"]["customer"][0]["fraud_details"] == {"status": "MARKED"}


@pytest.mark.parametrize("bill", ["x" * 51, "a\nb", "a\x00b", 7, ["B-1"], {"n": 1}])
def test_811_an_invalid_bill_number(till: Till, bill: object) -> None:
    """A bill with more than 50 characters, control characters or another JSON type is refused with 811."""
    assert till.redeem(transaction_number=bill).code == 811
    assert till.redeem(transaction_number="x" * 50).code == 800


@pytest.mark.parametrize(
    ("mobile", "code"), [(ASHA, 822), ("919876540823", 823), ("919876540822", 816), ("919876543011", 800)]
)
def test_missed_calls(till: Till, mobile: str, code: int) -> None:
    """The answer is 822 if there was no missed call and 823 if missed calls are off. A code still works."""
    assert till.redeem(mobile, code="", query={"validation_type": "MISSED_CALL"}).code == code


def test_823_comes_before_the_code(till: Till) -> None:
    """isredeemable already answers 823 if a missed call cannot be used."""
    assert till.check(BY_CODE[823].mobile, validation_type="MISSED_CALL").code == 823
    assert till.check(BY_CODE[823].mobile).code == 800


@pytest.mark.parametrize(
    "query",
    [
        {"user_group2_id": ""},
        {"user_group2_id": "77"},
        {"user_group2_id": "5502"},
        {"user_group2_id": "5501", "user_group2_external_id": "OFF-5502"},
        {"user_group2_primary_user_source": "INSTORE"},
        {"user_group2_primary_user_identifier_type": "mobile"},
        {"user_group2_primary_user_identifier_value": "919876543006"},
        {
            "user_group2_primary_user_identifier_type": "Mobile",
            "user_group2_primary_user_identifier_value": "919876543006",
        },
        {
            "user_group2_primary_user_source": "FAX",
            "user_group2_primary_user_identifier_type": "mobile",
            "user_group2_primary_user_identifier_value": "919876543006",
        },
        {
            "user_group2_primary_user_source": "WECHAT",
            "user_group2_primary_user_identifier_type": "mobile",
            "user_group2_primary_user_identifier_value": "919876543006",
        },
    ],
)
def test_1632_no_such_group(till: Till, query: dict[str, str]) -> None:
    """A missing, unknown, foreign or contradictory group is refused with 1632."""
    assert till.check(PRIYA, **query).code == till.redeem(PRIYA, query=query).code == 1632
    assert till.service.ledger() == ()


def test_1632_for_members_of_no_group_and_of_a_forgotten_one(till: Till) -> None:
    """Naming a group is refused with 1632 if the member has none, or if the points calls no longer know it."""
    assert till.redeem(query={"user_group2_id": "5501"}).code == 1632
    group = till.find(BY_CODE[1632].mobile).inner["customers"]["customer"][0]["user_groups2"][0]["id"]
    assert till.redeem(BY_CODE[1632].mobile, query={"user_group2_id": group}).code == 1632
    assert till.redeem(BY_CODE[1632].mobile).code == 800


def test_828_a_group_that_may_not_redeem(till: Till) -> None:
    """A group without points redemption is refused with 828. The member's own points can still be redeemed."""
    query = {"user_group2_id": "5502"}
    assert till.check(BY_CODE[828].mobile, **query).code == till.redeem(BY_CODE[828].mobile, query=query).code == 828
    assert till.redeem(BY_CODE[828].mobile).code == 800


@pytest.mark.parametrize("query", [{}, {"user_group2_id": "5504"}])
def test_3316_a_wrong_group_configuration(till: Till, query: dict[str, str]) -> None:
    """redeem refuses with 3316 in the words of the vendor's page while the group configuration is wrong."""
    reply = till.redeem(BY_CODE[3316].mobile, query=query)
    assert reply.code == 3316
    assert "non group redemption payload" in reply.text


def test_programs(till: Till) -> None:
    """Unknown programs are 1101, programs without redeeming 827, and programs the member is not in 881."""
    assert till.check(program_id="4").code == till.redeem(query={"program_id": "4"}).code == 1101
    assert till.redeem(BY_CODE[1101].mobile, query={"program_id": "1999"}).code == 1101
    assert till.redeem(ARJUN, query={"program_id": "1055"}).code == 827
    assert till.redeem(query={"program_id": "1044"}).code == 881


def test_merged_accounts_can_be_blocked(till: Till) -> None:
    """block_merged_customers=true refuses a merged number instead of using the surviving account."""
    merged = MERGED_MOBILE
    assert till.find(merged, block_merged_customers="true").code == MERGED
    assert till.redeem(merged, query={"block_merged_customers": "true"}).code == MERGED
    assert till.find("919876543010", block_merged_customers="true").code == 1000


@pytest.mark.parametrize(
    ("code", "on_sending"), [(876, 860), (860, 860), (429, 429), (606, 606), (874, 874), (875, 875)]
)
def test_codes_that_cannot_be_sent(till: Till, code: int, on_sending: int) -> None:
    """876 still says redeemable, validationcode says why not, and no message reaches a phone."""
    mobile = BY_CODE[code].mobile
    reply = till.check(mobile, issue_otp="true")
    assert reply.code == 876
    assert reply.inner["points"]["redeemable"]["is_redeemable"] == "true"
    assert reply.inner["points"]["redeemable"]["points_redeem_value"] == 10
    assert till.request("GET", "/v1.1/points/validationcode", {"mobile": mobile, "points": "10"}).code == on_sending
    assert till.service.codes() == {}
    assert till.check(mobile).code == 800


@pytest.mark.parametrize(
    "fields",
    [
        {"field": [{"name": "shoe_size", "value": "44"}]},
        {"field": [{"name": "store_staff", "value": "7"}, {"name": "x", "value": ""}]},
        {"field": {"name": "x"}},
        {"field": ["store_staff"]},
        [{"name": "store_staff"}],
        "store_staff",
    ],
)
def test_custom_fields_must_exist(till: Till, fields: object) -> None:
    """A custom field that the organisation does not have is refused; the fields that it has are accepted."""
    assert till.redeem(custom_fields=fields).code == UNKNOWN_CUSTOM_FIELD
    assert till.redeem(custom_fields={"field": {"name": "store_staff", "value": "7"}}).code == 800


def test_859_an_invalid_redemption_time(till: Till) -> None:
    """redemption_time must have the one format of the vendor's pages."""
    assert till.redeem(redemption_time="2025-03-10T14:37:11Z").code == 859
    assert till.redeem(redemption_time="2025-03-10 14:37:11").code == 800


def test_a_member_locked_twice(till: Till) -> None:
    """The first two tries answer 521. The third works with the same code and the same reference."""
    mobile = BY_CODE[521].mobile
    code = till.send_code(mobile)
    assert [till.redeem(mobile, code=code, reference="R-1").code for _ in range(3)] == [521, 521, 800]
    assert till.service.ledger()[0].reference == "R-1"


def test_521_while_another_request_of_the_member_is_in_flight(till: Till) -> None:
    """During a slow redemption the member is locked for redeeming and reversing, and other members are not."""
    till.service.bad_day(BadDay.SLOW, 1, seconds=0.5)
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(till.redeem, reference="R-1")
        while not till.service.calls._in_flight:
            assert not slow.done()
        assert till.redeem(reference="R-2").code == 521
        assert till.reverse(externalReferenceNumber="R-1").code == 904
        assert till.redeem(PRIYA).code == 800
        assert slow.result(10).code == 800
    assert till.redeem(reference="R-2").code == 800


def test_a_reference_never_moves_points_twice(till: Till) -> None:
    """A repeat is refused by a code that no page lists, even with a new code, and a look-up finds the first one."""
    assert till.redeem(code=till.send_code(), reference="R-1").code == 800
    repeat = till.redeem(code=till.send_code(), reference="R-1")
    other = till.redeem(PRIYA, reference="R-1")
    assert repeat.code == other.code == REPEATED_REFERENCE
    assert len(till.service.ledger()) == 1
    assert len(till.redemptions(external_reference_number="R-1")) == 1


def test_a_refused_redemption_leaves_its_reference_free(till: Till) -> None:
    """A reference is a repeat only if it has moved points."""
    assert till.redeem(points="99999", reference="R-1").code == 818
    assert till.redeem(reference="R-1").code == 800


def test_the_same_redemption_from_many_tills_counts_once(till: Till) -> None:
    """If eight connections send one reference at once, points move once. The others get 521 or a repeat."""
    together = threading.Barrier(8)

    def redeem(_: int) -> int:
        together.wait(10)
        return till.redeem(reference="R-1").code

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(redeem, range(8)))
    assert codes.count(800) == 1
    assert set(codes) <= {800, 521, REPEATED_REFERENCE}
    assert till.balance() == 1981
