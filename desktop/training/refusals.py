"""Defines how the practice service refuses a call: one exception, and a message for every code."""

from __future__ import annotations

REPEATED_REFERENCE = 9107
"""The code for a reference that has already moved points.

The vendor does not document its answer, so the practice service uses a code that no page lists. A till that trusts a
particular code here, instead of looking the reference up, therefore fails in practice.
"""

UNKNOWN_CUSTOM_FIELD = 826
"""The code for a custom field that the organisation does not have.

The reference says only that 'the custom field must exist in the organization'. Of the listed codes, 826 (invalid
organisation configuration) is the one that sends the cashier to the people who can fix it.
"""

MERGED = 1012
"""The code for an account that was merged into another, if the caller sent `block_merged_customers=true`."""

MESSAGES = {
    429: "Maximum number of codes has been reached",
    521: "Another request for this customer is in progress",
    605: "Validation code is not valid or has expired",
    606: "Unable to generate validation code",
    618: "Customer is marked as fraud",
    686: "Customer is not enrolled in the loyalty program",
    748: "Nothing to update",
    749: "Exactly one of redemptionId and externalReferenceNumber is needed",
    750: "Redemption update failed: redemption not found",
    801: "Trying to redeem invalid points",
    802: "Customer identifier is not valid",
    803: "Points requested are more than the points available",
    804: "Insufficient current points",
    805: "Insufficient lifetime points",
    806: "Insufficient lifetime purchases",
    807: "Points are not a multiple of the step that is set",
    808: "Validation code is not valid",
    809: "Customer is marked as fraud",
    811: "Bill number is not valid",
    813: "Insufficient points for redemption",
    815: "Unable to process points at this moment",
    816: "Customer not found",
    817: "Points redemption failed",
    818: "Current points are less than points requested for redemption",
    819: "Points are more than one redemption may take",
    820: "Customer is marked as fraud",
    821: "Points are less than one redemption may take",
    822: "No missed call was found",
    823: "Missed call validation is not enabled",
    824: "Mobile number has not been validated",
    825: "Client signature is required",
    826: "Organization configuration is not valid",
    827: "Points redemption is not enabled",
    828: "Points redemption not configured for the group",
    829: "Unable to process points, try again later",
    850: "Unable to process points, try again later",
    859: "Redemption time is not valid",
    860: "Validation code could not be issued",
    874: "Unable to generate validation code",
    875: "Unable to generate validation code",
    876: "Points can be redeemed but the validation code could not be issued",
    878: "Invalid decimal precision in points redeemed",
    881: "Customer is not enrolled in the loyalty program",
    886: "Unable to process points, try again later",
    887: "Unable to process points, try again later",
    888: "Invalid configuration",
    889: "Points processing failed, try again later",
    890: "Unable to process points, try again later",
    891: "Unable to process points, try again later",
    892: "Unable to process points, try again later",
    893: "Unable to process points, try again later",
    894: "Unable to process points, try again later",
    895: "Invalid program configuration",
    896: "Unable to process points, try again later",
    897: "Unable to process points, try again later",
    898: "Points service is not available, try again later",
    899: "Program set-up is not valid",
    901: "Customer is not valid",
    902: "Duplicate points reversal",
    903: "Points redemption failed",
    904: "Points reversal is locked for this customer",
    905: "Points reversal is not enabled",
    1011: "Customer identifier is not valid",
    1012: "Customer not found",
    1013: "Customer is not in the loyalty program",
    1020: "Customer is not in the loyalty program",
    1044: "No permission to see this customer",
    1101: "Invalid program id passed",
    1212: "Entity type is not valid",
    1219: "Entity is missing or not valid",
    1632: "Invalid or non-existent groupId",
    3045: "Customer is marked as fraud",
    3316: "group redemption action executed from non group redemption payload",
    3801: "Points to be reversed are more than the points redeemed",
    3802: "Points have already been reversed",
    3803: "Redemption not found",
    4102: "Points to be reversed are not valid",
    8015: "Identifier is not valid",
    9001: "No valid code found",
    REPEATED_REFERENCE: "External reference number has been used",
}


class CallRefused(Exception):
    """The practice service refuses a call. No points have moved.

    Attributes:
        code: `item_status.code`.
        message: `item_status.message`.
    """

    def __init__(self, code: int, message: str = "") -> None:
        self.code = code
        self.message = message or MESSAGES[code]
        super().__init__(f"{code} {self.message}")
