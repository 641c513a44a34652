"""Tests the catalogue of messages: every failure has words, and they are a cashier's words."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.domain.access import SignIn
from desktop.domain.failures import (
    Call,
    DayNotBegun,
    Failure,
    Held,
    HeldBack,
    JournalTrouble,
    JournalUnusable,
    Lost,
    NotAllowed,
    NotHandedBack,
    NotReversible,
    NotSent,
    NotSignedOn,
    PaperFailed,
    PaperTrouble,
    Refused,
    Secrets,
    SecretUnavailable,
    SentElsewhere,
    SettingsNotSaved,
    SettingsUnusable,
    SeveralFound,
    SignOnTrouble,
    Supervision,
    Throttled,
    TooManyCodes,
    Unanswered,
    Unexpected,
    Unreversible,
    Unsent,
    Unwritten,
)
from desktop.domain.messages import UNLISTED, Catalogue, CatalogueEntry, CatalogueError, FormField, Message
from desktop.domain.redemption import Refusal

if TYPE_CHECKING:
    from desktop.domain.redemption import Attempt

CATALOGUE_FILE = Path(__file__).parents[2] / "resources" / "messages.toml"

HTTP = {401, 403, 404, 498}
MEMBER = {618, 686, 802, 809, 816, 820, 881, 1011, 1012, 1013, 1020, 3045}
POINTS = {
    801, 803, 804, 805, 806, 807, 811, 813, 815, 818, 819, 821, 822, 823, 824, 825, 826, 827, 828, 859, 860, 876, 878,
    605, 606, 874, 875, 9001, 886, 887, 888, 889, 894, 895, 898, 899, 1101, 1632, 3316,
}  # fmt: skip
RESTING = {815, 829, 850, 889, 890, 891, 892, 893, 894, 897}
"""The service cannot process points just now. 886, 887, 896 and 898, which say so too, have their own words if points
are given back.
"""
ANSWERS = {
    Call.FIND_MEMBER: HTTP | MEMBER | {1044},
    Call.CHECK: HTTP | MEMBER | POINTS | RESTING | {808, 817, 896, 903},
    Call.SEND_CODE: HTTP | MEMBER | POINTS | RESTING | {896},
    Call.REDEEM: HTTP | MEMBER | POINTS | RESTING | {808, 817, 896, 903, 1044},
    Call.FIND_REDEMPTIONS: HTTP | MEMBER,
    Call.EXPIRING: HTTP | MEMBER,
    Call.SETUP: HTTP,
    Call.STORE_REPORT: HTTP,
    Call.TOKEN: frozenset({401, 403}),
    Call.ATTACH_BILL: HTTP,
    Call.REVERSE: HTTP
    | RESTING
    | {804, 817, 818, 827, 878, 885, 886, 887, 888, 896, 898, 899, 901, 902, 903, 904, 905}
    | {3801, 3802, 3803, 4101, 4102},
}
"""Every code of the vendor's pages by the calls that can answer it."""

SAYS_NOTHING = {
    401, 403, 404, 429, 521, 815, 817, 829, 850, 886, 887, 889, 890, 891, 892, 893, 894, 896, 897, 898, 903,
}  # fmt: skip
"""The codes after which the design lets a till conclude nothing about the points."""

CONDITIONS = {
    "not enough points": {803, 804, 805, 806, 813, 818},
    "wrong code": {808},
    "no such member": {802, 816, 1011, 1012},
    "step": {807},
    "limits": {819, 821},
    "precision": {801, 878},
    "program": {686, 881, 1013, 1020, 1101},
    "group": {828, 1632, 3316},
}
"""The conditions that the service checks before it does anything, as the design names them, and their codes."""

PROVED = "No points were taken."
UNPROVED = "As far as the service shows, no points were taken. It is safe to press Redeem again."

FORBIDDEN = re.compile(
    r"\b(errors?|fail(s|ed|ure)?|invalid|exception|time ?out|timed out|https?|api|request|response|server|client|json"
    r"|tls|ssl|certificate|proxy|dns|database|sqlite|journal|transaction|payload|configur\w*|parameter|authenticat\w*|null"
    r"|abort\w*|mistake|you (did|typed|entered)|incorrect\w*|illegal|forbidden|unauthori\w*|sorry|please)\b|!",
    re.IGNORECASE,
)
"""Jargon, blame and noise."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.parse(CATALOGUE_FILE.read_text(encoding="utf-8"))


def own_failures(attempt: Attempt) -> list[Failure]:
    """Makes every failure of the till itself."""
    return [
        *map(NotSent, Unsent),
        *map(Unanswered, Lost),
        *(HeldBack(why, attempt) for why in Held),
        *map(JournalUnusable, JournalTrouble),
        *map(SecretUnavailable, Secrets),
        *map(PaperFailed, PaperTrouble),
        NotHandedBack(),
        DayNotBegun(),
        *map(NotAllowed, Supervision),
        *map(NotSignedOn, SignOnTrouble),
        SeveralFound(()),
        TooManyCodes(Call.SEND_CODE),
        SentElsewhere(),
        *map(NotReversible, Unreversible),
        Unwritten(attempt, JournalUnusable(JournalTrouble.FULL)),
        SettingsUnusable(()),
        SettingsNotSaved(()),
        Unexpected(),
    ]


def test_every_failure_of_the_till_has_words(catalogue: Catalogue, redeemed: Attempt) -> None:
    """No failure of the till itself is shown as an unlisted number."""
    assert [failure.key for failure in own_failures(redeemed) if not catalogue.is_listed(failure)] == []


@pytest.mark.parametrize("call", Call)
def test_every_code_has_words_on_every_call_that_can_answer_it(catalogue: Catalogue, call: Call) -> None:
    """All codes of the vendor's pages, and the two that may be sent again."""
    assert [code for code in sorted(ANSWERS[call]) if not catalogue.is_listed(Refused(call, code))] == []
    assert [code for code in (429, 521) if not catalogue.is_listed(Throttled(call, code))] == []


def test_success_is_never_explained_as_a_refusal(catalogue: Catalogue) -> None:
    """800, 1000 and 200 have no words, so that one that arrives as a refusal is noticed."""
    assert not any(catalogue.is_listed(Refused(call, code)) for call in Call for code in (200, 800, 1000))


@pytest.mark.parametrize("code", sorted(RESTING))
def test_a_service_that_cannot_handle_points_now_is_asked_again_later(catalogue: Catalogue, code: int) -> None:
    """Whichever call it refuses: also the check and the code. Points are given back again only after a look."""
    for call in (Call.CHECK, Call.SEND_CODE, Call.REDEEM):
        assert catalogue.meaning(Refused(call, code)) == catalogue.meanings["points_resting"]
    assert catalogue.meaning(Refused(Call.REVERSE, code)) == catalogue.meanings["reversal_not_now"]


@pytest.mark.parametrize("call", [Call.REDEEM, Call.REVERSE])
def test_every_code_that_moves_points_says_whether_it_proves_that_nothing_was_done(
    catalogue: Catalogue, call: Call
) -> None:
    """As a property of the call and the code; a code that is not listed for the call proves nothing."""
    data = tomllib.loads(CATALOGUE_FILE.read_text(encoding="utf-8"))["keys"]
    listed = {key: value for key, value in data.items() if key.startswith(f"refused.{call.value}.")}
    assert len(listed) >= 10
    for key, value in listed.items():
        code = int(key.rpartition(".")[2].replace(UNLISTED, "9999"))
        assert isinstance(value["proves"], bool), key
        assert catalogue.proves_nothing_was_done(Refused(call, code)) is value["proves"], key
    assert not catalogue.proves_nothing_was_done(Refused(call, 9_999))


@pytest.mark.parametrize("code", sorted(SAYS_NOTHING))
def test_a_code_that_says_nothing_about_the_points_proves_nothing(catalogue: Catalogue, code: int) -> None:
    """Seen: the service carried the redemption out and then refused it with one of these."""
    assert not catalogue.proves_nothing_was_done(Refused(Call.REDEEM, code))
    assert not catalogue.proves_nothing_was_done(Throttled(Call.REDEEM, code))
    assert f"refused.redeem.{code}" in catalogue.entries


@pytest.mark.parametrize(("condition", "codes"), CONDITIONS.items(), ids=list(CONDITIONS))
def test_a_condition_that_was_checked_first_is_proof(catalogue: Catalogue, condition: str, codes: set[int]) -> None:
    """Only these let the till call a redemption refused without looking it up."""
    assert not codes & SAYS_NOTHING, condition
    assert all(catalogue.proves_nothing_was_done(Refused(Call.REDEEM, code)) for code in codes)


@pytest.mark.parametrize("call", sorted(set(Call) - {Call.REDEEM, Call.REVERSE}))
def test_a_refused_question_moved_no_points(catalogue: Catalogue, call: Call) -> None:
    """The call cannot move points, whatever the code is."""
    assert catalogue.proves_nothing_was_done(Refused(call, 9_999))
    assert catalogue.proves_nothing_was_done(Throttled(call, 429))


def test_no_points_were_taken_is_shown_only_after_proof(catalogue: Catalogue) -> None:
    """After any other refusal the till says what the service shows, and that it is safe to press again."""
    for code in ANSWERS[Call.REDEEM] | {429, 521, 9_999}:
        failure = Refused(Call.REDEEM, code)
        said = catalogue.explain(failure, str).next_step
        expected = PROVED if catalogue.proves_nothing_was_done(failure) else UNPROVED
        assert said == f"{expected} {catalogue.meaning(failure).next_step}", code
        assert said.count("points were taken") == 1, code
    for why in Unsent:
        assert catalogue.explain(NotSent(why), str).next_step.startswith(f"{PROVED} ")


@pytest.mark.parametrize("failure", [Refused(Call.REDEEM, 818), Refused(Call.REDEEM, 817), Throttled(Call.REDEEM, 521)])
@pytest.mark.parametrize("refusal", [*Refusal, None])
def test_what_the_journal_knows_of_a_refusal_counts_more_than_its_code(
    catalogue: Catalogue, failure: Refused | Throttled, refusal: Refusal | None
) -> None:
    """After a repeat even a checked condition proves nothing, because the first request may have been carried out."""
    proved = refusal is Refusal.PROVED or (refusal is None and failure.code == 818)
    said = catalogue.explain(failure, str, refusal=refusal).next_step
    assert said.startswith(PROVED if proved else UNPROVED)


def test_other_calls_say_nothing_about_points_that_were_taken(catalogue: Catalogue) -> None:
    """A question takes no points, so it must not mention them."""
    for call in set(Call) - {Call.REDEEM}:
        for code in ANSWERS[call] | {429, 521}:
            assert "were taken" not in catalogue.explain(Refused(call, code), str).text


def test_no_points_were_given_back_is_shown_only_after_proof(catalogue: Catalogue) -> None:
    """A reversal whose refusal proves nothing sends the cashier to look first."""
    for code in ANSWERS[Call.REVERSE] | {429, 521, 9_999}:
        failure = Refused(Call.REVERSE, code)
        if "No points were given back" in catalogue.meaning(failure).next_step:
            assert catalogue.proves_nothing_was_done(failure), code


def test_what_is_not_known_is_never_called_not_taken(catalogue: Catalogue) -> None:
    """A lost answer to a redemption says so and forbids a second one; a lost answer to a question does neither."""
    for why in Lost:
        unknown = catalogue.meaning_of(f"unknown.{why.value}")
        assert unknown.says == "Not known yet whether the points were redeemed."
        assert unknown.next_step == "Do not redeem again. The till keeps asking and will show the receipt here."
        back = catalogue.meaning_of(f"unknown_reverse.{why.value}")
        assert back.next_step.startswith("Do not give them back again.")
        assert "No points" not in catalogue.meaning(Unanswered(why)).next_step
        assert "ry again." in catalogue.meaning(Unanswered(why)).next_step
    assert catalogue.meaning_of("attempt.unknown") == catalogue.meaning_of("unknown.timeout")
    assert catalogue.meaning_of("attempt.in_flight") == catalogue.meaning_of("unknown.died")
    assert catalogue.meaning_of("attempt.not_applied").next_step.startswith("No points were taken. ")
    assert catalogue.meaning_of("attempt.redeemed_late").says == "An earlier redemption went through after all."


def test_a_code_means_what_its_call_says(catalogue: Catalogue) -> None:
    """The numbers that the vendor uses twice have two meanings."""
    assert catalogue.meaning(Refused(Call.CHECK, 876)).says.startswith("The points can be redeemed")
    assert catalogue.meaning(Refused(Call.REDEEM, 876)).says == "The service could not accept that code."
    assert catalogue.meaning(Refused(Call.SEND_CODE, 876)).says == "The code could not be sent to the member."
    assert catalogue.meaning(Refused(Call.REDEEM, 818)).field is FormField.POINTS
    assert "program" in catalogue.meaning(Refused(Call.REVERSE, 818)).says


def test_the_words_that_were_agreed(catalogue: Catalogue) -> None:
    """The meanings that were agreed, word for word or by their next step."""
    wrong_code = catalogue.meaning(Refused(Call.CHECK, 808))
    assert (wrong_code.says, wrong_code.next_step, wrong_code.field) == (
        "That code is wrong or has expired.",
        "Ask the member to read it again, or send a new code.",
        FormField.CODE,
    )
    assert "Tell support" in catalogue.meaning(Refused(Call.REDEEM, 3316)).next_step
    assert "three digits" in catalogue.meaning(Refused(Call.REDEEM, 878)).says
    assert catalogue.meaning(Refused(Call.REDEEM, 1632)).field is FormField.GROUP


@pytest.mark.parametrize(
    ("code", "field"),
    [
        (801, "points"),
        (878, "points"),
        (808, "code"),
        (811, "bill"),
        (816, "mobile"),
        (828, "group"),
        (1101, "program"),
    ],
)
def test_the_focus_goes_where_the_next_step_is(catalogue: Catalogue, code: int, field: str) -> None:
    """A refusal about a field leads to that field."""
    assert catalogue.meaning(Refused(Call.REDEEM, code)).field.value == field


def test_the_words_are_a_cashier_s(catalogue: Catalogue) -> None:
    """Short sentences without jargon, blame or shouting: one for what happened, one or two for what to do."""
    for text in catalogue.texts():
        assert not FORBIDDEN.search(text), text
        assert text[0].isupper(), text
        assert text.endswith("."), text
        assert "{" not in text.replace("{seconds}", ""), text
    for name, meaning in catalogue.meanings.items():
        assert meaning.says.count(". ") == 0, name
        assert len(meaning.says) <= 80, name
        assert meaning.next_step, name
        sentences = meaning.next_step.removeprefix("No points were taken. ").removeprefix("No points were given back. ")
        assert len(sentences.split(". ")) <= 3, name
        assert max(len(one) for one in meaning.next_step.split(". ")) <= 90, name


def test_everything_in_the_catalogue_is_used(catalogue: Catalogue, redeemed: Attempt) -> None:
    """Every meaning has a key, and every key belongs to something that can happen.

    A new code of the service has to be in `ANSWERS`, too.
    """
    assert {entry.meaning for entry in catalogue.entries.values()} == set(catalogue.meanings)
    asked = {failure.key for failure in own_failures(redeemed)} | {UNLISTED}
    asked |= {f"{prefix}.{why.value}" for prefix in ("unknown", "unknown_reverse") for why in Lost}
    asked |= {f"not_sent_reverse.{why.value}" for why in Unsent}
    asked |= {f"back.{what}" for what in ("unknown", "in_flight", "not_applied", "reversed_late")}
    asked |= {"journal.unwritten_reversal", f"refused.reverse.{UNLISTED}"}
    asked |= {f"attempt.{what}" for what in ("unknown", "in_flight", "not_applied", "redeemed_late")}
    for call, codes in ANSWERS.items():
        asked |= {f"refused.{who}.{code}" for who in ("any", call.value) for code in codes | {429, 521}}
    assert set(catalogue.entries) - asked == set()


def test_an_unlisted_code_of_a_reversal_sends_the_cashier_to_the_history(catalogue: Catalogue) -> None:
    """The sale is over by then, and it is not known whether the points are back."""
    message = catalogue.explain(Refused(Call.REVERSE, 9999, "Something new"), str)
    assert message.says == "The service did not give the points back. “Something new”"
    assert "History" in message.next_step


def test_what_was_not_begun_or_not_sent_gives_nothing_back(catalogue: Catalogue) -> None:
    """And what is not known is never said to be so."""
    for why in Unsent:
        assert catalogue.meaning_of(f"not_sent_reverse.{why.value}").next_step.startswith("No points were given back.")
    for what in ("unknown", "in_flight"):
        assert catalogue.meaning_of(f"back.{what}") == catalogue.meaning_of("unknown_reverse.timeout")


def test_only_messages_about_a_new_code_say_when(catalogue: Catalogue) -> None:
    """They have a second text with the seconds that are left, and no other text has them."""
    for name, meaning in catalogue.meanings.items():
        assert "{" not in meaning.says + meaning.next_step, name
        assert bool(meaning.until_again) == ("new code" in meaning.next_step), name
        assert not meaning.until_again or "{seconds}" in meaning.until_again, name
    refused = catalogue.explain(Refused(Call.REDEEM, 808), str)
    assert refused.until_again == f"{PROVED} Ask the member to read it again, or send a new code in {{seconds}} s."


def test_too_many_codes_are_not_too_many_requests(catalogue: Catalogue) -> None:
    """429 in the body of a code call is the organisation's limit for one member."""
    assert catalogue.meaning(TooManyCodes(Call.CHECK)).says == "This member has been sent too many codes."
    assert catalogue.meaning(Throttled(Call.SEND_CODE, 429)).says == "The service is very busy."


def test_an_unlisted_code_keeps_its_number_and_the_service_s_words(catalogue: Catalogue) -> None:
    """It is never dropped, and never read as a success."""
    failure = Refused(Call.REDEEM, 9999, "Something new", request_id="r")
    message = catalogue.explain(failure, lambda text: text)
    assert message.says == "The service said no. “Something new”"
    assert message.next_step.startswith(UNPROVED)
    assert message.support == "9999"
    assert message.text.endswith("(9999)")
    assert catalogue.explain(Refused(Call.REDEEM, 9999), lambda text: text).says == "The service said no."


def test_a_listed_code_has_the_till_s_words_only(catalogue: Catalogue) -> None:
    """The service's own words are jargon if the till has better ones. Both texts are translated."""
    message = catalogue.explain(Refused(Call.CHECK, 808, "ERR_OTP_INVALID"), str.upper)
    assert message == Message(
        "THAT CODE IS WRONG OR HAS EXPIRED.",
        "ASK THE MEMBER TO READ IT AGAIN, OR SEND A NEW CODE.",
        "808",
        FormField.CODE,
        "ASK THE MEMBER TO READ IT AGAIN, OR SEND A NEW CODE IN {SECONDS} S.",
    )


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (Message("Says.", "Next.", "808"), "Says. Next. (808)"),
        (Message("Says.", "Next."), "Says. Next."),
        (Message("Says.", ""), "Says."),
    ],
)
def test_a_message_reads_as_one_line(message: Message, text: str) -> None:
    """A screen reader announces it without gaps."""
    assert message.text == text


def test_every_text_is_given_to_the_translators(catalogue: Catalogue) -> None:
    """Each of them once, in a stable order."""
    texts = catalogue.texts()
    assert list(texts) == sorted(set(texts))
    assert {meaning.says for meaning in catalogue.meanings.values()} <= set(texts)
    assert {meaning.next_step for meaning in catalogue.meanings.values()} <= set(texts)
    assert {PROVED, UNPROVED} <= set(texts)


GOOD = """[refused_redeem]
proved = "P."
unproved = "U."
[meanings]
unlisted = {says = "S.", next = "N."}
quiet = {says = "Q.", next = "", field = "bill"}
[keys]
"a.b" = "quiet"
"""


def test_a_small_catalogue_is_read() -> None:
    """A key finds its meaning, and any other key the one for unlisted codes. An empty text is not translated."""
    catalogue = Catalogue.parse(GOOD)
    assert catalogue.meaning_of("a.b").says == "Q."
    assert catalogue.meaning_of("a.c").says == "S."
    assert catalogue.texts() == ("N.", "P.", "Q.", "S.", "U.")


def test_a_key_that_moves_points_may_name_a_field_of_its_own() -> None:
    """The same words lead to another field on another call."""
    text = GOOD + '"refused.redeem.1" = {means = "quiet", proves = true, field = "code"}\n'
    text += '"refused.reverse.2" = {means = "quiet", proves = false}\n'
    catalogue = Catalogue.parse(text)
    assert catalogue.entries["refused.redeem.1"] == CatalogueEntry("quiet", proves=True, field=FormField.CODE)
    assert catalogue.entries["refused.reverse.2"] == CatalogueEntry("quiet", proves=False)
    assert catalogue.meaning(Refused(Call.REDEEM, 1)).field is FormField.CODE
    assert catalogue.meaning(Refused(Call.REVERSE, 2)).field is FormField.BILL
    assert catalogue.meaning(Refused(Call.REDEEM, 3)).says == "S."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[", "Invalid initial character"),
        ("", "meanings"),
        ("[meanings]\n", "keys"),
        ("[meanings]\n[keys]\n", "refused_redeem"),
        (GOOD.replace("unlisted = ", "listed = "), "unlisted"),
        (GOOD.replace('unproved = "U."', ""), "unproved"),
        (GOOD + '"refused.redeem.1" = "quiet"\n', "refused.redeem.1 does not say"),
        (GOOD + '"refused.reverse.1" = {means = "quiet"}\n', "refused.reverse.1 does not say"),
        (GOOD + '"refused.redeem.1" = {means = "quiet", proves = "yes"}\n', "refused.redeem.1 does not say"),
        (GOOD + '"refused.redeem.1" = {proves = true}\n', "means"),
        (GOOD + '"refused.redeem.1" = {means = "quiet", proves = true, field = "shoe"}\n', "shoe"),
        (GOOD + '"refused.redeem.1" = {means = "gone", proves = true}\n', "gone"),
        (GOOD + '"refused.any.1" = {means = "quiet", proves = true}\n', "without words"),
        (GOOD + '"c.d" = "gone"\n', "gone"),
        (GOOD.replace("Q.", "Q.").replace('next = ""', 'then = ""'), "next"),
        (GOOD.replace('field = "bill"', 'field = "shoe"'), "shoe"),
        ("meanings = 1\n[keys]\n", "items"),
        ('meanings = {unlisted = "S."}\n[keys]\n', "indices"),
    ],
)
def test_an_incomplete_catalogue_is_refused(text: str, reason: str) -> None:
    """A mistake in the installation is found at the start, not in front of a customer."""
    with pytest.raises(CatalogueError, match=reason):
        Catalogue.parse(text)


def test_a_till_with_a_token_is_not_asked_for_its_password(catalogue: Catalogue) -> None:
    """401 then means the token. Everything else is said as before."""
    with_token = catalogue.signed_in_by(SignIn.OAUTH)
    assert catalogue.signed_in_by(SignIn.BASIC) is catalogue
    refused = Refused(Call.FIND_MEMBER, 401)
    assert "password" in catalogue.explain(refused, str).text
    assert "token" in with_token.explain(refused, str).text
    assert "password" not in with_token.explain(refused, str).text
    assert with_token.entries == catalogue.entries
    assert {name for name in catalogue.meanings if catalogue.meanings[name] != with_token.meanings[name]} == {
        "till_not_accepted"
    }


@pytest.mark.parametrize("why", [Held.OTHER_POINTS, Held.SIMILAR_BILL])
def test_a_redemption_without_a_bill_is_not_told_of_one(catalogue: Catalogue, why: Held) -> None:
    """The earlier one, or this one, may have no bill. The words are true of both."""
    meaning = catalogue.meaning_of(f"held.{why.value}")
    assert "member" in meaning.says
    assert "purchase" in meaning.next_step
    assert "another bill" not in meaning.next_step
