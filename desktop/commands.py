"""Owns the verbs that need no window: export, settling, the password, the doctor, the practice service alone."""

from __future__ import annotations

import csv
import getpass
import itertools
import json
import os
import platform
import sys
import threading
from typing import TYPE_CHECKING, TextIO

from desktop import __version__, paths
from desktop.csv_cells import harmless
from desktop.domain.exit_codes import ExitCode
from desktop.domain.failures import (
    Failure,
    JournalTrouble,
    JournalUnusable,
    SecretUnavailable,
    SentElsewhere,
    SettingsUnusable,
)
from desktop.domain.redemption import State
from desktop.domain.result_record import EXPORT_FIELDS, line_of, record
from desktop.domain.settings import meaning, origin
from desktop.flow.clock import SystemClock
from desktop.services import Services, call_service

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop.command_line import CommandLine
    from desktop.domain.messages import Catalogue
    from desktop.domain.redemption import Attempt
    from desktop.flow.settling.settler import Settler
    from desktop.store.secrets import Passwords
    from desktop.store.settings_file import Loaded

_GIVE_UP_AFTER = 3
"""Looks without any answer after which `settle` says that the service cannot be reached."""

_ROOM = 256 * 1024
"""Bytes for which the doctor wants room: many redemptions' worth."""


class Console:
    """The verbs, on what the command line says."""

    def __init__(
        self, command: CommandLine, loaded: Loaded, *, config: Path, data: Path, catalogue: Catalogue, out: TextIO
    ) -> None:
        self._command = command
        self._loaded = loaded
        self._settings = loaded.settings
        self._config = config
        self._data = data
        self._catalogue = catalogue
        self._out = out

    def run(self) -> ExitCode:
        """Carries the verb out.

        Raises:
            Failure: what stands in its way.
        """
        commands = {
            "training-server": self._training_server,
            "history export": self._export,
            "settle": self._settle,
            "password set": self._set_password,
            "pin hash": self._hash_pin,
            "journal verify": self._verify_journal,
            "doctor": self._doctor,
        }
        return commands[self._command.verb]()

    def _training_server(self) -> ExitCode:
        from desktop.training.service import PracticeService

        service = PracticeService(port=self._command.port, code_valid_for=self._settings.code_valid_for or 900.0)
        try:
            service.start()
        except OSError as error:
            print(f"points-till: port {self._command.port} cannot be used: {error.strerror}", file=sys.stderr)
            return ExitCode.USAGE
        try:
            # Whoever reads the line may end the program as soon as it is there.
            print(json.dumps(service.describe(), ensure_ascii=False), file=self._out, flush=True)
            threading.Event().wait()
        except KeyboardInterrupt:
            pass
        finally:
            service.stop()
        return ExitCode.DONE

    def _verify_journal(self) -> ExitCode:
        from desktop.store.verification import verify

        verdict = verify(paths.journal(self._data), self._command.head)
        said = {"ok": verdict.ok, "events": verdict.events, "head": verdict.head}
        if verdict.problem:
            said["problem"] = verdict.problem
        print(json.dumps(said, ensure_ascii=False), file=self._out)
        return ExitCode.DONE if verdict.ok else ExitCode.UNUSABLE

    def _export(self) -> ExitCode:
        from desktop.store.errors import journal_errors
        from desktop.store.opening import find_journal
        from desktop.store.verification import verify

        path = paths.journal(self._data)
        with journal_errors(path):
            path = find_journal(path) or path
        verdict = verify(path)
        if verdict.why is not None and verdict.why is not JournalTrouble.DAMAGED:
            raise JournalUnusable(verdict.why, str(path))
        if verdict.ok and not path.exists():
            self._write_records(iter(()))
            return ExitCode.DONE
        damage: list[str] = [] if verdict.ok else [verdict.problem]
        readable = self._readable(path, damage)
        # Before anything is written: a journal that cannot be read at all is not an empty history.
        first = next(readable, None)
        if first is not None or not damage:
            attempts = itertools.chain(() if first is None else (first,), readable)
            self._write_records(record(attempt, full_mobile=self._command.full_mobile) for attempt in attempts)
        if damage:
            print(f"points-till: the journal proves less than it should: {damage[0]}", file=sys.stderr)
            print("points-till: only what could still be read was exported", file=sys.stderr)
            raise JournalUnusable(JournalTrouble.DAMAGED, str(path))
        return ExitCode.DONE

    def _readable(self, path: Path, damage: list[str]) -> Iterator[Attempt]:
        """Every attempt of the wanted days; of a damaged journal those that can be read. Adds what else is wrong."""
        from desktop.store.damaged_journal import read_damaged
        from desktop.store.journal import SqliteJournal

        last: Attempt | None = None
        if not damage:
            try:
                with SqliteJournal.open(path, writer=False) as journal:
                    if journal.moved_from:
                        print(f"points-till: {_moved(journal.moved_from)}", file=sys.stderr)
                    for attempt in journal.export(self._command.from_day, self._command.to_day):
                        yield attempt
                        last = attempt
                    return
            except JournalUnusable as trouble:
                if trouble.why is not JournalTrouble.DAMAGED:
                    raise
                damage.append(trouble.support)
        rest = iter(read_damaged(path))
        if last is not None:
            # Both read the rows in the same order: what follows the last one has not been exported yet.
            for attempt in rest:
                if attempt.reference == last.reference:
                    break
        for attempt in rest:
            day = attempt.at.date()
            if (self._command.from_day or day) <= day <= (self._command.to_day or day):
                yield attempt

    def _write_records(self, records: Iterator[dict[str, str | None]]) -> None:
        if self._command.format == "jsonl":
            for one in records:
                self._out.write(line_of(one))
        else:
            writer = csv.DictWriter(self._out, EXPORT_FIELDS, lineterminator="\n")
            writer.writeheader()
            writer.writerows({name: harmless(value) for name, value in one.items()} for one in records)
        self._out.flush()

    def _settle(self) -> ExitCode:
        if self._command.reference:
            return self._settle_by_hand()
        if not (paths.journal(self._data)).exists():
            print("nothing to settle", file=self._out)
            return ExitCode.DONE
        services = Services(
            self._settings,
            os.environ,
            config=self._config,
            data=self._data,
            training=False,
            lock=None,
            home=self._loaded.home,
        )
        try:
            # The counter's desk is what takes the lock and finds attempts that a till left when it died.
            services.open_counter().close()
            desk = services.open_settling()
            try:
                desk.resume()
                return self._settle_all(desk.settler, services)
            finally:
                desk.close()
        finally:
            services.close()

    def _settle_by_hand(self) -> ExitCode:
        from desktop.flow.settling.by_hand import NotUnknownError, settle_by_hand
        from desktop.store.journal import SqliteJournal

        path = paths.journal(self._data)
        if not path.exists():
            print("points-till: this till has made no redemption yet", file=sys.stderr)
            return ExitCode.USAGE
        clock = SystemClock()
        # A window that is open settles by itself, and has the journal's lock.
        with SqliteJournal.open(path, till=self._settings.till) as journal:
            journal.recover(clock.now())
            try:
                attempt = settle_by_hand(
                    journal,
                    clock,
                    self._command.reference,
                    redeemed=self._command.settled_as == "redeemed",
                    reason=self._command.reason,
                    who=_who(),
                )
            except NotUnknownError as error:
                print(f"points-till: {error}", file=sys.stderr)
                return ExitCode.USAGE
        print(_line(attempt), file=self._out)
        return ExitCode.DONE

    def _settle_all(self, settler: Settler, services: Services) -> ExitCode:
        if not settler.unknown():
            print("nothing to settle", file=self._out)
            return ExitCode.DONE
        clock = SystemClock()
        unanswered = 0
        elsewhere: set[str] = set()
        try:
            while settler.unknown() and unanswered < _GIVE_UP_AFTER * len(settler.unknown()):
                if {one.attempt.reference for one in settler.unknown()} <= elsewhere:
                    break
                clock.wait(settler.next_due() or 0.0)
                progress = settler.look_once()
                if progress is None:
                    continue
                if isinstance(progress.failure, SentElsewhere):
                    elsewhere.add(progress.attempt.reference)
                    print(f"{progress.attempt.reference}: {self._explain(progress.failure)}", file=sys.stderr)
                    continue
                unanswered = unanswered + 1 if progress.failure is not None else 0
                if progress.next_in is None:
                    print(_line(progress.attempt), file=self._out, flush=True)
                elif progress.failure is not None:
                    print(f"{progress.attempt.reference}: {progress.failure.support}, asking again", file=sys.stderr)
        except KeyboardInterrupt:
            services.interrupt()
        for left in settler.unknown():
            print(_line(left.attempt), file=self._out)
        return ExitCode.UNKNOWN if settler.unknown() else ExitCode.DONE

    def _set_password(self) -> ExitCode:
        from desktop.store.secrets import Passwords

        try:
            # Windows' `echo secret | …` puts a blank behind it, and some shells a mark before it.
            password = sys.stdin.readline().lstrip("\ufeff").strip()
            password.encode()
        except UnicodeError:
            print("points-till: the password on standard input is not UTF-8", file=sys.stderr)
            return ExitCode.USAGE
        if not password:
            print("points-till: no password on standard input", file=sys.stderr)
            return ExitCode.USAGE
        passwords = Passwords({}, home=self._loaded.home)
        server = self._settings.server
        passwords.set(self._settings.till, password, server)
        whose = f"{self._settings.till} at {origin(server)}" if server else self._settings.till
        print(f"the password of {whose} is in {passwords.backend_name()}", file=self._out)
        if not server:
            print("it will belong to the first address that this till uses", file=self._out)
        return ExitCode.DONE

    def _hash_pin(self) -> ExitCode:
        from desktop.store.pins import PinError, hash_pin

        try:
            print(hash_pin(sys.stdin.readline()), file=self._out)
        except PinError as error:
            print(f"points-till: {error}", file=sys.stderr)
            return ExitCode.USAGE
        return ExitCode.DONE

    def _doctor(self) -> ExitCode:
        from desktop.store.secrets import Passwords

        passwords = Passwords(os.environ, home=self._loaded.home)
        self._say("points-till", __version__)
        self._say("python", f"{platform.python_version()} on {platform.platform()}")
        for name in ("PySide6_Essentials", "requests", "urllib3", "truststore", "keyring", "phonenumbers", "msgspec"):
            self._say(name, _version(name))
        self._say("resources", paths.resources())
        self._say("config folder", self._config)
        self._say("data folder", self._data)
        for policy in paths.policy_files():
            self._say("policy", f"{policy} ({'there' if policy.exists() else 'none'})")
        self._doctor_settings()
        self._say("keyring", _attempted(passwords.backend_name))
        healthy = [self._doctor_disk(), self._doctor_journal(), self._doctor_service(passwords)]
        return ExitCode.DONE if all(healthy) else ExitCode.UNUSABLE

    def _doctor_settings(self) -> None:
        """What counts and where it came from, what was ignored, and what may be misspelt."""
        from desktop.store.pins import has_current_cost

        for name, source in sorted(self._loaded.sources.items()):
            value = getattr(self._settings, name)
            if name == "supervisor_pin" and value:
                old = "made by an earlier version, maybe of fewer than six digits: make a new one with `pin hash`"
                value = "set" if has_current_cost(value) else f"set, {old}"
            self._say(f"setting {name}", f"{_shown(value)} ({source}). {meaning(name)}")
        for name, source, why in self._loaded.ignored:
            self._say("ignored", f"{name} ({source}) {why}")
        for name, source in self._loaded.unknown:
            self._say("no setting", f"{name} ({source}) changes nothing: is it misspelt?")

    def _doctor_disk(self) -> bool:
        """Whether the till could write a redemption down just now."""
        import tempfile

        if not os.path.lexists(self._data):
            return self._doctor_no_folder()
        try:
            with tempfile.TemporaryFile(dir=self._data) as file:
                file.write(bytes(_ROOM))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            self._say("disk", f"nothing can be written to {self._data}: {error.strerror}")
            return False
        self._say("disk", "can be written to")
        return True

    def _doctor_no_folder(self) -> bool:
        """Whether the till could make its data folder."""
        nearest = next(folder for folder in self._data.absolute().parents if os.path.lexists(folder))
        if nearest.is_dir() and os.access(nearest, os.W_OK):
            return True
        self._say("disk", f"{self._data} cannot be made in {nearest}")
        return False

    def _doctor_journal(self) -> bool:
        from desktop.store.errors import journal_errors
        from desktop.store.journal import SqliteJournal
        from desktop.store.opening import find_journal, try_writing
        from desktop.store.verification import verify

        path = paths.journal(self._data)
        try:
            with journal_errors(path):
                existing = find_journal(path)
            if existing is None:
                self._say("journal", f"{path} (none yet)")
                return True
            verdict = verify(existing)
            if verdict.why is not None:
                self._say("journal check", verdict.problem)
                raise JournalUnusable(verdict.why, str(path))  # noqa: TRY301 - explained below like the others
            with journal_errors(existing):
                try_writing(existing)
            with SqliteJournal.open(existing, writer=False) as journal:
                unknown = journal.in_states(State.UNKNOWN, State.IN_FLIGHT)
                moved = journal.moved_from
        except JournalUnusable as failure:
            self._say("journal", f"{path}: {self._explain(failure)}")
            return False
        self._say("journal", f"{path} ({len(unknown)} not known yet)")
        self._say("journal check", verdict.problem or f"{verdict.events} events, head {verdict.head}")
        if moved:
            self._say("journal moved", _moved(moved))
        return True

    def _doctor_service(self, passwords: Passwords) -> bool:
        if not self._settings.is_complete:
            self._say("service", "not set up: server and till are needed")
            return False
        from desktop.api.client import LoyaltyClient

        try:
            client = LoyaltyClient.of(self._settings, passwords.get(self._settings.till, self._settings.server))
        except SecretUnavailable as failure:
            self._say("service", self._explain(failure))
            return False
        try:
            call_service(client, self._settings)
        except Failure as failure:
            self._say("service", self._explain(failure))
            return False
        finally:
            client.close()
        self._say("service", "answers, and knows this till")
        return True

    def _say(self, what: str, value: object) -> None:
        print(f"{what}: {value}", file=self._out)

    def _explain(self, failure: Failure) -> str:
        return explain(failure, self._catalogue)


def explain(failure: Failure, catalogue: Catalogue) -> str:
    """A failure on a terminal, in English."""
    if isinstance(failure, SettingsUnusable):
        return f"settings cannot be used: {failure} ({failure.support})"
    return catalogue.explain(failure, str).text


def _moved(before: str) -> str:
    return f"this journal was copied or restored; it was {before} before, and nothing that it sent then is sent again"


def _who() -> str:
    """Who is at the machine, as it knows them."""
    try:
        return getpass.getuser()
    except (KeyError, ImportError, OSError):
        return ""


def _line(attempt: Attempt) -> str:
    bill = f" bill {attempt.draft.bill}" if attempt.draft.bill else ""
    known = attempt.redeemed.redemption_id if attempt.redeemed else ""
    done = f" redemption {known}" if known else ""
    return f"{attempt.reference} {attempt.state.value} {attempt.draft.points.wire} points{bill}{done}"


def _shown(value: object) -> object:
    return value if value not in {"", ()} else "-"


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _attempted(ask: Callable[[], str]) -> str:
    try:
        return ask()
    except Failure as failure:
        return failure.support
