"""Knows how long a validation code can be used, and for which redemption."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop.flow.clock import uptime
from desktop.gui.screen import SentCode

if TYPE_CHECKING:
    from desktop.domain.eligibility import CodeChannel
    from desktop.domain.redemption import Draft
    from desktop.domain.settings import Settings


class CodeValidity:
    """Applies the settings `code_valid_for` and `code_again_after` to the codes of one window.

    A code also grows old while the machine sleeps, so its age is measured by the uptime.
    """

    def __init__(self, settings: Settings) -> None:
        self._valid_for = settings.code_valid_for
        self._again_after = settings.code_again_after

    def just_sent(self, draft: Draft, *, sent: bool, channel: CodeChannel | None = None) -> SentCode:
        """Describes a code that the service was just asked to send.

        Args:
            draft: what the code is for.
            sent: False if the service could not send it. It can then be asked again at once.
            channel: how it was sent; None if the service did not say.
        """
        now = uptime()
        good_until = None
        if sent and self._valid_for:
            good_until = datetime.now(UTC).astimezone() + timedelta(seconds=self._valid_for)
        return SentCode(
            draft=draft,
            at=now,
            sent=sent,
            good_until=good_until,
            again_at=now + self._again_after if sent else now,
            channel=channel,
        )

    def covers(self, code: SentCode | None, draft: Draft) -> bool:
        """True if the member already has a code for exactly this redemption, and it has not expired."""
        return code is not None and code.sent and code.draft.same_as(draft) and not self._is_stale(code)

    def _is_stale(self, code: SentCode) -> bool:
        return bool(self._valid_for) and uptime() > code.at + self._valid_for
