"""Defines the sample members of the practice service: one for every case that a cashier can meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

DEFAULT_PROGRAM = "973"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleProgram:
    """A loyalty program of the practice organisation.

    Attributes:
        id: `program_id` on the wire.
        title: the name that the window shows.
        ratio: the worth of one point in money.
        can_redeem: True if redeeming is enabled (else code 827).
    """

    id: str
    title: str
    ratio: Decimal = Decimal(1)
    can_redeem: bool = True


PROGRAMS = {
    one.id: one
    for one in (
        SampleProgram(id=DEFAULT_PROGRAM, title="Points Club"),
        SampleProgram(id="1044", title="Travel Club", ratio=Decimal("0.5")),
        SampleProgram(id="1055", title="Partner Miles", can_redeem=False),
    )
}
"""Every program that the points calls know. They refuse any other with 1101."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One way to name the primary member of a group (`user_group2_primary_user_*`)."""

    type: str
    value: str
    source: str = "INSTORE"
    account_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A group of members that holds points together.

    Attributes:
        can_redeem: True if points redemption is configured for it (else code 828).
        is_known: True if the points calls know it (else code 1632).
        is_set_up: True if the organisation's configuration allows group redemptions (else code 3316).
    """

    id: str
    external_id: str
    name: str
    primary_user_id: str
    points: Decimal
    identities: tuple[Identity, ...] = ()
    can_redeem: bool = True
    is_known: bool = True
    is_set_up: bool = True


@dataclass(frozen=True, slots=True)
class Holding:
    """A member's points in one program."""

    program_id: str
    points: Decimal
    tier: str = "Silver"
    title: str = ""


class MissedCall(Enum):
    """What a missed-call validation finds."""

    NOT_MADE = 822
    MADE = 800
    OFF = 823


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A member as the practice service stores them.

    Attributes:
        mobile: digits with the country code.
        case: the case that this member shows, one short English sentence.
        holdings: the default program first.
        refused: the code with which every points call refuses this member; 0 for none.
        refused_on_redeem: the same, but only when points are about to move.
        lookup_refused: the code with which customer/get refuses this member; 0 for none.
        code_refused: the code with which sending a code is refused; 0 for none. isredeemable then answers 876.
        expiring: points of the default program that expire, with the days until then.
        busy_times: how often redeeming answers 521 before it works.
        reversal_refused: the code with which giving points back is refused; 0 for none.
        expires: how many points of each redemption have expired by the time they are given back.
        merged_into: the mobile number of the account that took this one over; empty for none.
    """

    mobile: str = field(repr=False)
    first_name: str = field(repr=False)
    last_name: str = field(repr=False)
    case: str
    user_id: str
    external_id: str = ""
    email: str = field(default="", repr=False)
    card: str = field(default="", repr=False)
    holdings: tuple[Holding, ...] = ()
    lifetime_points: Decimal = Decimal(5000)
    group: Group | None = None
    kind: str = "LOYALTY"
    fraud_status: str = "NONE"
    refused: int = 0
    refused_on_redeem: int = 0
    lookup_refused: int = 0
    step: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    code_refused: int = 0
    expiring: tuple[tuple[Decimal, int], ...] = ()
    busy_times: int = 0
    missed_call: MissedCall = MissedCall.NOT_MADE
    reversal_refused: int = 0
    expires: Decimal = Decimal(0)
    merged_into: str = ""

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    def holding(self, program_id: str) -> Holding | None:
        """The member's holding in a program; None if they are not in it."""
        return next((one for one in self.holdings if one.program_id == program_id), None)


@dataclass(frozen=True, slots=True)
class SampleMember:
    """A sample member as the window and the command line show them.

    Attributes:
        mobile: digits with the country code.
        name: first and last name.
        points: the current balance in the default program.
        case: the case that this member shows, one short English sentence.
    """

    mobile: str = field(repr=False)
    name: str = field(repr=False)
    points: Decimal
    case: str


def _club(points: str, tier: str = "Silver") -> tuple[Holding, ...]:
    return (Holding(DEFAULT_PROGRAM, Decimal(points), tier),)


_SHARED_EMAIL = "front.desk@example.com"
"""Two members have this e-mail address, and customer/get returns both."""

_REKHA = "919876543006"
_REKHA_ID = "564671006"

FAMILY = Group(
    id="5501",
    external_id="FAM-5501",
    name="Mehta family",
    primary_user_id=_REKHA_ID,
    points=Decimal(5000),
    identities=(
        Identity("mobile", _REKHA),
        Identity("email", "rekha.mehta@example.com"),
        Identity("id", _REKHA_ID),
        Identity("cardnumber", "4000000006"),
        Identity("cardExternalId", "CARD-5501"),
        Identity("email", "rekha.mehta@example.com", "MOBILE_APP"),
        Identity("mobile", _REKHA, "WECHAT", "wx-main"),
    ),
)
COLLEAGUES = Group(
    id="5502",
    external_id="OFF-5502",
    name="Harbour office",
    primary_user_id="564670828",
    points=Decimal(900),
    can_redeem=False,
)
OLD_FRIENDS = Group(
    id="5503",
    external_id="OLD-5503",
    name="Old friends",
    primary_user_id="564671632",
    points=Decimal(300),
    is_known=False,
)
NEIGHBOURS = Group(
    id="5504",
    external_id="NBR-5504",
    name="Neighbours",
    primary_user_id="564673316",
    points=Decimal(700),
    is_set_up=False,
)
GROUPS = (FAMILY, COLLEAGUES, OLD_FRIENDS, NEIGHBOURS)

PLAIN_MEMBERS = (
    Account(
        mobile="919777788221",
        first_name="Asha",
        last_name="Rao",
        case="Everything works: 1,991 points to redeem.",
        user_id="564670755",
        external_id="123456",
        email="asha.rao@example.com",
        card="4000000001",
        holdings=_club("1991"),
        lifetime_points=Decimal(2300),
    ),
    Account(
        mobile="919876543001",
        first_name="Vikram",
        last_name="Shah",
        case="Exactly 12.345 points, for parts of a point.",
        user_id="564671001",
        email=_SHARED_EMAIL,
        holdings=_club("12.345", "Bronze"),
    ),
    Account(
        mobile="919876543002",
        first_name="Neha",
        last_name="Iyer",
        case="No points at all.",
        user_id="564671002",
        email=_SHARED_EMAIL,
        holdings=_club("0", "Bronze"),
    ),
    Account(
        mobile="919876543003",
        first_name="Lakshmi",
        last_name="Menon",
        case="A very large balance: 123,456,789.125 points.",
        user_id="564671003",
        holdings=_club("123456789.125", "Platinum"),
        lifetime_points=Decimal(200_000_000),
    ),
    Account(
        mobile="919876543004",
        first_name="Arjun",
        last_name="Nair",
        case="Several programs; in Travel Club a point is worth 0.5, Partner Miles cannot be redeemed (827).",
        user_id="564671004",
        holdings=(
            Holding(DEFAULT_PROGRAM, Decimal(420)),
            Holding("1044", Decimal("1250.5"), "Gold"),
            Holding("1055", Decimal(300), "Blue"),
        ),
    ),
    Account(
        mobile="919876543005",
        first_name="Priya",
        last_name="Mehta",
        case="Has few points, but her family group has 5,000.",
        user_id="564671005",
        holdings=_club("75"),
        group=FAMILY,
    ),
    Account(
        mobile=_REKHA,
        first_name="Rekha",
        last_name="Mehta",
        case="The primary member of the same family group.",
        user_id=_REKHA_ID,
        email="rekha.mehta@example.com",
        card="4000000006",
        holdings=_club("310.25", "Gold"),
        group=FAMILY,
    ),
    Account(
        mobile="919876543007",
        first_name="فاطمة",
        last_name="الزهراء",
        case="A name in Arabic script.",
        user_id="564671007",
        holdings=_club("850"),
    ),
    Account(
        mobile="919876543008",
        first_name="Venkatanarasimharajuvaripeta Subrahmanyeswara",
        last_name="Lakshminarasimhan Krishnamoorthy Ananthapadmanabhan",
        case="A very long name.",
        user_id="564671008",
        holdings=_club("2640.5", "Gold"),
    ),
    Account(
        mobile="919876543009",
        first_name="Meera",
        last_name="Joshi",
        case="This account was merged into another one of hers, which answers instead.",
        user_id="564671009",
        merged_into="919876543010",
    ),
    Account(
        mobile="919876543010",
        first_name="Meera",
        last_name="Joshi-Kapoor",
        case="The account that took over a merged one.",
        user_id="564671010",
        holdings=_club("640"),
    ),
    Account(
        mobile="919876543011",
        first_name="Kiran",
        last_name="Das",
        case="Has made a missed call: no code is needed.",
        user_id="564671011",
        holdings=_club("1500"),
        missed_call=MissedCall.MADE,
    ),
    Account(
        mobile="919876543012",
        first_name="Sunita",
        last_name="Pawar",
        case="412 of her 1,991 points expire in 8 days.",
        user_id="564671012",
        holdings=_club("1991"),
        expiring=((Decimal(412), 8), (Decimal(100), 300)),
    ),
    Account(
        mobile="919876543013",
        first_name="Fatima",
        last_name="Khan",
        case="Of each redemption, 40 points have expired when they are given back.",
        user_id="564671013",
        holdings=_club("2500", "Gold"),
        expires=Decimal(40),
    ),
)
