"""Opens what a command needs to look up redemptions by itself, with the journal's lock."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.commands.console import explain_moved
from desktop.services import Services
from desktop.standard_output import complain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.commands.console import Console
    from desktop.flow.background_till import BackgroundTill


@contextmanager
def settling_desk(console: Console) -> Iterator[tuple[Services, BackgroundTill]]:
    """Opens the till without a window, and closes it at the end.

    Yields:
        The services, which can be interrupted, and what looks redemptions up.

    Raises:
        Failure: the journal, the settings or the password cannot be used.
    """
    services = Services(
        console.settings,
        os.environ,
        config=console.config,
        data=console.data,
        training=False,
        lock=None,
        home=console.loaded.home,
    )
    try:
        # Opening the counter takes the lock, and finds attempts that were in flight when the till last ended.
        try:
            services.open_counter().close()
        finally:
            # The window does not say it any more if this command is the first to open the copy. On another machine the
            # password may be missing, but the journal has been opened all the same.
            if services.journal_moved_from:
                complain(explain_moved(services.journal_moved_from))
        desk = services.open_settling()
        try:
            yield services, desk
        finally:
            desk.close()
    finally:
        services.close()
