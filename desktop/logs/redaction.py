"""Masks what a log, a crash report or a support file must not contain, and escapes what could forge a line."""

from __future__ import annotations

import re
import unicodedata

MASK = "••••••"

KEPT = (
    "reference", "request_id", "redemption_id", "reversal_id", "journal_id", "head", "ms", "sent", "received",
)  # fmt: skip
"""Facts of a line that are long numbers and do not name a person. Support finds a redemption by them."""

_DATE = r"(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ][0-2]\d:[0-5]\d(?::[0-5]\d)?)?"
_DIGITS = re.compile(
    rf"""
    (?P<kept>
        (?P<fact>(?<![\w.&?])(?:{"|".join(KEPT)})(?:=|":\ ?"?))[A-Za-z0-9._:\-]{{1,80}}(?![\w@])
      | (?<!\w)0(?=[0-9]{{0,24}}[A-Z])[0-9A-HJKMNP-TV-Z]{{25}}(?!\w)             # a reference that the till made
      | (?<!\w)[0-9a-f]{{8}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{4}}-[0-9a-f]{{12}}(?!\w)
      | (?<!\w)[0-9a-f]{{64}}(?!\w)                                                # a hash
      | (?<!\w)crash-\d{{8}}T\d{{12}}Z-\d{{1,10}}(?:-\d)?\.txt(?!\w)               # a report of a crash
      | (?P<date>(?<!\d){_DATE}(?!\d))
    )
  | \d(?:[\s()\-\u2010-\u2015]{{0,2}}\d){{5,}}
    """,
    re.VERBOSE,
)
"""Runs of six or more digits, as numbers are typed and shown, except in dates and in the till's and service's ids."""

_SECRET = re.compile(
    r"""
    (?P<key>
        (?:validation_?code|passw(?:or)?d|passphrase|secret|otp|token|credential|(?<![a-z])pin(?![a-z])
          |(?:api|oauth|client|consumer)_?key|(?<![a-z_])key(?=\\*["'])
          |mobile|phone|card_?(?:number|no)|external_?id|identifier_?value|e-?mail|(?:first|last|member)_?name
        )[\w\-]{0,40}
        (?: \\*["']\s{0,8}[:=,] | \s{0,8}[:=] ) \s{0,8}[bu]?
    )
    (?:
        \\*(?P<quote>["'])(?:\\.|(?!(?P=quote))[^\\])*(?P=quote)  # quoted, however deep the quotes are escaped
      | \\*["'].*                                                 # quoted and cut off: all that is left of the line
      | [^\s&,;"'}\])]+
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_HEADER = re.compile(
    r"""(?P<key>\b(?:(?:proxy-)?authorization|(?:set-)?cookie)\\*["']?\s{0,8}[:=,]\s{0,8}[bu]?\\*["']?)[^\r\n"']*""",
    re.IGNORECASE,
)
_CREDENTIALS = re.compile(r"\b(?P<key>(?:basic|bearer|digest)\s{1,8})[A-Za-z0-9+/_\-=.]{6,}", re.IGNORECASE)
_USER_INFO = re.compile(r"(?P<key>\b[a-z][a-z0-9+.\-]{0,20}://)[^\s\"']{1,300}@", re.IGNORECASE)
"""Up to the last `@`: a password may have a `/` or `@` that should have been quoted."""
_MEMBERS_PATH = re.compile(r"(?P<key>/customers/)(?!lookup/)[^/\s?\"']+(?=/)", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+\-])[\w.+\-]{1,256}(?:@|%40)[\w\-]{1,63}(?:\.[\w\-]{1,63}){1,8}", re.IGNORECASE)


def redact(text: str) -> str:
    """Masks what a log must not contain: numbers, codes, passwords, names, addresses, credentials.

    If in doubt, it masks: support can ask for what is missing, but no one can take back a secret. References, request
    ids and hashes stay, because support finds a redemption by them.
    """
    text = _HEADER.sub(rf"\g<key>{MASK}", text)
    text = _CREDENTIALS.sub(rf"\g<key>{MASK}", text)
    text = _USER_INFO.sub(rf"\g<key>{MASK}@", text)
    text = _SECRET.sub(rf"\g<key>{MASK}", text)
    text = _MEMBERS_PATH.sub(rf"\g<key>{MASK}", text)
    text = _EMAIL.sub(MASK, text)
    return _DIGITS.sub(lambda found: found["kept"] or MASK, text)


_ESCAPED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def one_line(text: str) -> str:
    """Escapes line breaks, control characters and marks that change the direction of writing.

    A service or a POS cannot forge a line of the log, or colour the terminal of the person who reads it.
    """
    return text if text.isascii() and text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    # Control characters, formatting (direction, zero width), halves of characters, and the separators of lines.
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        code = ord(character)
        return _ESCAPED.get(character) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")  # noqa: PLR2004 - one byte
    return character
