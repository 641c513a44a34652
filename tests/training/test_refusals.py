"""Claims about every check of the practice service over real HTTP: what is refused, by which code; nothing moves."""

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
BY_CODE = {int(one.mobile[-4:]): one for one in ACCOUNTS if one.case.startswith(f"{int(one.mobile[-4:])}:")}


@pytest.fixture(autouse=True)
def _only_redemptions_move_points(till: Till) -> Iterator[None]:
    """After each test here: what members have is what they had, less the redemptions that the service knows of."""
    start = {one.mobile: one.points for one in till.service.members if one.mobile != MERGED_MOBILE}
    yield
    for one in till.service.ledger():
        if one.program == "973" and not one.group:
            start[one.mobile] -= one.points - one.reversed_points
    assert start == {one.mobile: one.points for one in till.service.members if one.mobile != MERGED_MOBILE}


@pytest.mark.parametrize("points", ["null", "0", "-1", '"10"', "true", "NaN", "[]"])
def test_801_what_is_no_amount(till: Till, points: str) -> None:
    """Null, 0, negative and what is no number are 801, in HTTP 200 with the two layers of status."""
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
    """A fourth decimal is 878; zeros behind the third are not, because the value counts."""
    assert till.redeem(points=points).code == 878
    assert till.redeem(points="1.5000").code == 800


def test_808_wrong_missing_and_used_codes(till: Till) -> None:
    """A wrong, missing or used code is 808; a refusal leaves the code good."""
    code = till.send_code()
    assert till.redeem(code="").code == 808
    assert till.redeem(code=f"{code}X").code == 808
    assert till.redeem(points="99999", code=code).code == 818
    assert till.redeem(code=code).code == 800
    assert till.redeem(code=code).code == 808
    assert len(till.service.ledger()) == 1


def test_808_an_expired_code(till: Till, clock: Clock) -> None:
    """A code is 808 once its time is over."""
    code = till.send_code()
    clock.now += 901
    assert till.redeem(code=code).code == 808


def test_808_after_five_wrong_tries(till: Till) -> None:
    """Five wrong tries make the code void; a new one works."""
    code = till.send_code()
    assert [till.redeem(code="WRONG1").code for _ in range(5)] == [808] * 5
    assert till.redeem(code=code).code == 808
    fresh = till.send_code()
    assert fresh != code
    assert till.redeem(code=fresh).code == 800


def test_808_a_validation_type_that_does_not_exist(till: Till) -> None:
    """A way to validate that the vendor's page does not list validates nothing; SMS does."""
    code = till.send_code()
    assert till.redeem(code=code, query={"validation_type": "PIGEON"}).code == 808
    assert till.redeem(code=code, query={"validation_type": "SMS"}).code == 800


@pytest.mark.parametrize("mobile", ["919999999999", "9123456789"])
def test_nobody_has_this_number(till: Till, mobile: str) -> None:
    """A number that nobody has is 816 on the points calls and 1012 on the look-ups."""
    assert till.redeem(mobile).code == till.check(mobile).code == 816
    assert till.find(mobile).code == 1012
    assert till.request("GET", "/v1.1/customer/redemptions", {"mobile": mobile}).code == 1012


@pytest.mark.parametrize("mobile", ["", "123", "abcdefghij", "91977778822123456"])
def test_this_is_no_identifier(till: Till, mobile: str) -> None:
    """What cannot be a number is 802 on the points calls and 1011 on the look-ups."""
    assert till.redeem(mobile).code == till.check(mobile).code == 802
    assert till.find(mobile).code == 1011


def test_818_more_than_the_member_has(till: Till) -> None:
    """One thousandth too many is refused; exactly everything is not."""
    assert till.redeem("919876543001", "12.346").code == till.check("919876543001", "12.346").code == 818
    assert till.redeem("919876543002", "0.001").code == 818
    assert till.redeem("919876543001", "12.345").code == 800
    assert till.balance("919876543001") == 0


@pytest.mark.parametrize(
    ("code", "bad", "good"), [(807, "120", "150"), (819, "501", "500"), (821, "99.999", "100"), (821, "0.001", "100")]
)
def test_step_minimum_and_maximum(till: Till, code: int, bad: str, good: str) -> None:
    """807, 819 and 821 stand at the edge, on isredeemable and on redeem."""
    mobile = BY_CODE[code].mobile
    assert till.check(mobile, bad).code == till.redeem(mobile, bad).code == code
    assert till.check(mobile, good).code == till.redeem(mobile, good).code == 800


@pytest.mark.parametrize("code", sorted(code for code, one in BY_CODE.items() if one.refused == code))
def test_members_whom_every_points_call_refuses(till: Till, code: int) -> None:
    """A member who shows a code is found, and then refused with it by all three points calls."""
    mobile = BY_CODE[code].mobile
    assert till.find(mobile).code == 1000
    assert till.check(mobile, issue_otp="true").code == code
    assert till.request("GET", "/v1.1/points/validationcode", {"mobile": mobile, "points": "10"}).code == code
    assert till.redeem(mobile).code == code
    assert till.service.codes() == {}
    assert till.service.ledger() == ()


@pytest.mark.parametrize("code", sorted(code for code, one in BY_CODE.items() if one.refused_on_redeem))
def test_members_whom_redeem_refuses(till: Till, code: int) -> None:
    """A member who shows a code of redeem gets a code first; the refusal does not use it up."""
    mobile = BY_CODE[code].mobile
    assert till.check(mobile, issue_otp="true").code == 800
    assert till.redeem(mobile, code=till.service.codes()[mobile]).code == code
    assert till.check(mobile, validation_code=till.service.codes()[mobile]).code == 800


@pytest.mark.parametrize("code", sorted(code for code, one in BY_CODE.items() if one.lookup_refused))
def test_members_whom_the_lookup_refuses(till: Till, code: int) -> None:
    """Not in the program, fraud and no permission are said by customer/get already."""
    assert till.find(BY_CODE[code].mobile).code == code
    assert till.redeem(BY_CODE[code].mobile).code == BY_CODE[code].refused != 800


def test_fraud_shows_in_the_lookup(till: Till) -> None:
    """A member marked as fraud is found with that mark."""
    assert till.find(BY_CODE[809].mobile).inner["customers"]["customer"][0]["fraud_details"] == {"status": "MARKED"}


@pytest.mark.parametrize("bill", ["x" * 51, "a\nb", "a\x00b", 7, ["B-1"], {"n": 1}])
def test_811_a_bill_number_that_is_none(till: Till, bill: object) -> None:
    """More than 50 characters, control characters and what is no text are 811."""
    assert till.redeem(transaction_number=bill).code == 811
    assert till.redeem(transaction_number="x" * 50).code == 800


@pytest.mark.parametrize(
    ("mobile", "code"), [(ASHA, 822), ("919876540823", 823), ("919876540822", 816), ("919876543011", 800)]
)
def test_missed_calls(till: Till, mobile: str, code: int) -> None:
    """822 where none was made, 823 where they are off; a code works all the same."""
    assert till.redeem(mobile, code="", query={"validation_type": "MISSED_CALL"}).code == code


def test_823_is_said_before_the_code(till: Till) -> None:
    """isredeemable says already that a missed call cannot be used."""
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
    """A group that is not named, not there, not the member's or contradictory is 1632."""
    assert till.check(PRIYA, **query).code == till.redeem(PRIYA, query=query).code == 1632
    assert till.service.ledger() == ()


def test_1632_for_members_of_no_group_and_of_a_forgotten_one(till: Till) -> None:
    """Naming a group without being in one is 1632, and so is a group that the points calls no longer know."""
    assert till.redeem(query={"user_group2_id": "5501"}).code == 1632
    group = till.find(BY_CODE[1632].mobile).inner["customers"]["customer"][0]["user_groups2"][0]["id"]
    assert till.redeem(BY_CODE[1632].mobile, query={"user_group2_id": group}).code == 1632
    assert till.redeem(BY_CODE[1632].mobile).code == 800


def test_828_a_group_that_may_not_redeem(till: Till) -> None:
    """Points redemption not configured for the group is 828; the member's own points are not touched by it."""
    query = {"user_group2_id": "5502"}
    assert till.check(BY_CODE[828].mobile, **query).code == till.redeem(BY_CODE[828].mobile, query=query).code == 828
    assert till.redeem(BY_CODE[828].mobile).code == 800


@pytest.mark.parametrize("query", [{}, {"user_group2_id": "5504"}])
def test_3316_a_group_set_up_that_is_not_right(till: Till, query: dict[str, str]) -> None:
    """3316 comes from redeem, in the words of the vendor's page, until support has changed the set-up."""
    reply = till.redeem(BY_CODE[3316].mobile, query=query)
    assert reply.code == 3316
    assert "non group redemption payload" in reply.text


def test_programs(till: Till) -> None:
    """Unknown programs are 1101, programs without redeeming 827, programs of others 881."""
    assert till.check(program_id="4").code == till.redeem(query={"program_id": "4"}).code == 1101
    assert till.redeem(BY_CODE[1101].mobile, query={"program_id": "1999"}).code == 1101
    assert till.redeem(ARJUN, query={"program_id": "1055"}).code == 827
    assert till.redeem(query={"program_id": "1044"}).code == 881


def test_merged_accounts_can_be_blocked(till: Till) -> None:
    """block_merged_customers=true refuses the merged number instead of using the surviving account."""
    merged = MERGED_MOBILE
    assert till.find(merged, block_merged_customers="true").code == MERGED
    assert till.redeem(merged, query={"block_merged_customers": "true"}).code == MERGED
    assert till.find("919876543010", block_merged_customers="true").code == 1000


@pytest.mark.parametrize("code", [876, 860])
def test_codes_that_cannot_be_sent(till: Till, code: int) -> None:
    """876 says redeemable all the same; validationcode says 860; nothing reaches a phone."""
    mobile = BY_CODE[code].mobile
    reply = till.check(mobile, issue_otp="true")
    assert reply.code == 876
    assert reply.inner["points"]["redeemable"]["is_redeemable"] == "true"
    assert reply.inner["points"]["redeemable"]["points_redeem_value"] == 10
    assert till.request("GET", "/v1.1/points/validationcode", {"mobile": mobile, "points": "10"}).code == 860
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
def test_custom_fields_have_to_exist(till: Till, fields: object) -> None:
    """A custom field that the organisation does not have is refused; those that it has are taken."""
    assert till.redeem(custom_fields=fields).code == UNKNOWN_CUSTOM_FIELD
    assert till.redeem(custom_fields={"field": {"name": "store_staff", "value": "7"}}).code == 800


def test_859_a_redemption_time_that_is_none(till: Till) -> None:
    """redemption_time has the one form of the vendor's pages."""
    assert till.redeem(redemption_time="2025-03-10T14:37:11Z").code == 859
    assert till.redeem(redemption_time="2025-03-10 14:37:11").code == 800


def test_a_member_locked_twice(till: Till) -> None:
    """521 twice, then it works, with the same code and the same reference."""
    mobile = BY_CODE[521].mobile
    code = till.send_code(mobile)
    assert [till.redeem(mobile, code=code, reference="R-1").code for _ in range(3)] == [521, 521, 800]
    assert till.service.ledger()[0].reference == "R-1"


def test_521_while_another_request_of_the_member_is_in_flight(till: Till) -> None:
    """While a slow redemption runs, the member is locked for redeeming and reversing; others are not."""
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
    """A repeat is refused by a code that no page lists, even with a new code, and the first is found by look-up."""
    assert till.redeem(code=till.send_code(), reference="R-1").code == 800
    repeat = till.redeem(code=till.send_code(), reference="R-1")
    other = till.redeem(PRIYA, reference="R-1")
    assert repeat.code == other.code == REPEATED_REFERENCE
    assert len(till.service.ledger()) == 1
    assert len(till.redemptions(external_reference_number="R-1")) == 1


def test_a_refused_redemption_leaves_its_reference_free(till: Till) -> None:
    """Only what has moved points counts as a repeat."""
    assert till.redeem(points="99999", reference="R-1").code == 818
    assert till.redeem(reference="R-1").code == 800


def test_the_same_redemption_from_many_tills_counts_once(till: Till) -> None:
    """Sent by eight connections at once under one reference, points move once; the others are 521 or repeats."""
    together = threading.Barrier(8)

    def redeem(_: int) -> int:
        together.wait(10)
        return till.redeem(reference="R-1").code

    with ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(redeem, range(8)))
    assert codes.count(800) == 1
    assert set(codes) <= {800, 521, REPEATED_REFERENCE}
    assert till.balance() == 1981
