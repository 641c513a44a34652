"""Reads what each layer of the settings says: files, environment, command line, and the machine's policy."""

from __future__ import annotations

import dataclasses
import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.setting_schema import Kind
from desktop.domain.setting_values import printable
from desktop.domain.settings import SCHEMA
from desktop.store.settings_text import Entries, read_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.store.managed_policy import ManagedPolicy
    from desktop.store.settings_text import Mistake

DEFAULTS = "defaults"
"""The entry of a policy with settings that the shop may change."""

DEFAULT = "default"
POLICY_DEFAULT = "policy default"
FILE = "file"
ENVIRONMENT = "environment"
COMMAND_LINE = "command line"
POLICY = "policy"

_SECRET = re.compile(r"(^|[_\-. ])(password|passwd|passphrase|pwd|secret|password_digest)$", re.IGNORECASE)
NO_SECRETS = "does not belong in a file: store it in the keyring with `points-till password set`"


@dataclasses.dataclass(frozen=True, slots=True)
class Problem:
    """A setting or a file that cannot be used.

    Attributes:
        name: the setting; empty if it is not known which one was meant.
        source: its layer.
        where: file and line, environment variable, or option.
        reason: what is wrong, in plain English.
        stops: True if redeeming must stop because of it.
    """

    name: str
    source: str
    where: str
    reason: str
    stops: bool = False

    def __str__(self) -> str:
        return f"{self.name}: {self.reason} ({self.where})" if self.name else f"{self.where}: {self.reason}"


@dataclasses.dataclass(frozen=True, slots=True)
class RawValue:
    """A value as a layer has it, and where it stands. A value of None could not be read."""

    value: object
    where: str


class Layers:
    """The raw values of each layer, strongest layer first.

    Attributes:
        values: the values of each layer by name.
        problems: files and entries that cannot be read.
        is_complete: False if a whole file could not be read, so that it may have had any setting.
        is_policy_cut: True if a part of the policy is missing, so that it may have had settings that it has not.
    """

    def __init__(self) -> None:
        strongest_first = (POLICY, COMMAND_LINE, ENVIRONMENT, FILE, POLICY_DEFAULT)
        self.values: dict[str, dict[str, RawValue]] = {layer: {} for layer in strongest_first}
        self.problems: list[Problem] = []
        self.is_complete = True
        self.is_policy_cut = False

    def add_values(self, layer: str, values: Mapping[str, object], where: Callable[[str], str]) -> None:
        """Adds values of the command line or the environment. `where` says where each one stands."""
        self.values[layer] |= {
            name: RawValue(value, where(name)) for name, value in values.items() if name in SCHEMA and value is not None
        }

    def add_policy(self, path: Path, policy_problem: Callable[[Path], str]) -> None:
        """Adds a policy file. Refuses one that users can change: ignoring it would let a cashier get rid of it."""
        try:
            os.lstat(path)
        except FileNotFoundError:
            return
        except OSError as error:
            # An unreadable policy must not count as a missing one.
            self._refuse(POLICY, path, f"cannot be read: {reason_of(error)}")
            return
        why = policy_problem(path)
        if why:
            self._refuse(POLICY, path, f"cannot be trusted: {why}")
            return
        self.add_file(POLICY, path)

    def add_managed(self, managed: ManagedPolicy) -> None:
        """Adds what device management has set."""
        shown = printable(managed.where, 500)
        if managed.problem:
            self._refuse(POLICY, Path(managed.where), managed.problem)
        for layer, values in ((POLICY, managed.values), (POLICY_DEFAULT, managed.defaults)):
            for name, value in values.items():
                if is_secret(name):
                    self.problems.append(Problem(printable(name), layer, shown, NO_SECRETS))
                elif (meant := _meant(name)) and meant not in values:
                    self._misspelt(layer, name, meant, shown)
                else:
                    self.values[layer][name] = RawValue(_joined(name, value), shown)

    def add_file(self, layer: str, path: Path) -> None:
        """Adds a file, which may be missing. Of a policy, its defaults are a layer of their own."""
        shown = printable(str(path), 500)
        try:
            entries = read_file(path)
        except OSError as error:
            self._refuse(layer, path, f"cannot be read: {reason_of(error)}")
            return
        self._add_entries(layer, entries, shown)
        self.is_policy_cut |= layer == POLICY and entries.is_cut
        if entries.nested is None:
            return
        if layer == POLICY:
            self._add_entries(POLICY_DEFAULT, entries.nested, shown)
        else:
            # Only a policy has defaults. In another file, the name is as unknown as a misspelt one.
            self.values[layer][DEFAULTS] = RawValue(entries.nested.values, f"{shown}, line {entries.lines[DEFAULTS]}")

    def _add_entries(self, layer: str, entries: Entries, shown: str) -> None:
        for name, value in entries.values.items():
            where = f"{shown}, line {entries.lines[name]}"
            if is_secret(name):
                self.problems.append(Problem(printable(name), layer, where, NO_SECRETS))
            elif layer == POLICY and name == DEFAULTS:
                self.problems.append(Problem(name, layer, where, 'must be a JSON object: {"name": value, …}'))
            elif layer in {POLICY, POLICY_DEFAULT} and (meant := _meant(name)) and meant not in entries.values:
                self._misspelt(layer, name, meant, where)
            else:
                self.values[layer][name] = RawValue(value, where)
        for mistake in entries.mistakes:
            where = f"{shown}, line {mistake.line}"
            hidden = [name for name in SCHEMA if name == mistake.name or _hides(mistake, name, entries)]
            for name in hidden:
                # The weaker file of a policy must not decide either: this one would have overridden it.
                self.values[layer][name] = RawValue(None, where)
            name = mistake.name or next((one for one in hidden if SCHEMA[one].protects_money), "")
            stops = any(SCHEMA[one].protects_money for one in hidden)
            self.problems.append(Problem(printable(name), layer, where, mistake.reason, stops))

    def _misspelt(self, layer: str, name: str, meant: str, where: str) -> None:
        """Notes that a policy sets something under almost its name. What was meant must not count as never set."""
        self.values[layer][meant] = RawValue(None, where)
        stops = SCHEMA[meant].protects_money
        self.problems.append(Problem(meant, layer, where, f"must not be written {printable(name)}", stops))

    def require_pin_file(self, path: str, policy_problem: Callable[[Path], str]) -> None:
        """Stops the till if the file with the cashiers' PINs cannot be used, because no one could sign on."""
        if not path:
            return
        from desktop.store.cashier_pins import PinFileError, read_pin_file

        try:
            read_pin_file(path, policy_problem)
        except PinFileError as error:
            self.problems.append(Problem("cashier_pin_file", POLICY, printable(path, 500), str(error), stops=True))

    def require_cashiers(self, wrong: tuple[str, str] | None) -> None:
        """Stops the till if only listed cashiers can sign on, and the list is lost. Anyone could sign on otherwise.

        A list that no one has made yet stops nothing.

        Args:
            wrong: the layer and the place of a list that cannot be read; None if it can.
        """
        locked = self.values[POLICY].get("cashiers")
        if wrong is not None:
            if all(one.name != "cashiers" for one in self.problems):
                self.problems.append(Problem("cashiers", *wrong, "cannot be read because of another mistake"))
            self.problems = [
                dataclasses.replace(one, stops=one.stops or one.name == "cashiers") for one in self.problems
            ]
        elif locked is not None:
            why = "is empty, and no other cashiers can sign on (only_listed_cashiers)"
            self.problems.append(Problem("cashiers", POLICY, locked.where, why, stops=True))

    def _refuse(self, layer: str, path: Path, reason: str) -> None:
        self.is_complete = False
        self.problems.append(Problem("", layer, printable(str(path), 500), reason, stops=True))


def read_file(path: Path) -> Entries:
    """Reads a settings file, which may be missing.

    Raises:
        OSError: it cannot be read.
    """
    if path.exists() and not (path.is_file() or path.is_dir()):
        # Reading a FIFO would block until someone writes to it, and so would every command.
        raise OSError(errno.EINVAL, "it is not a file")
    try:
        return read_entries(path.read_bytes(), SCHEMA, DEFAULTS)
    except FileNotFoundError:
        return Entries()


def is_secret(name: str) -> bool:
    """True if a name that is no setting looks like a password's."""
    return name not in SCHEMA and bool(_SECRET.search(name))


def reason_of(error: Exception) -> str:
    """Returns why a file cannot be read or written, in English."""
    return error.strerror or "the disk does not accept it" if isinstance(error, OSError) else "is not text"


def _joined(name: str, value: object) -> object:
    """Joins a list of lines, as Group Policy keeps a long text, unless the setting is a list."""
    if name in SCHEMA and SCHEMA[name].kind in {Kind.LIST, Kind.SEVERAL}:
        return value
    if isinstance(value, list) and all(isinstance(line, str) for line in value):
        return "\n".join(value)
    return value


def _hides(mistake: Mistake, name: str, entries: Entries) -> bool:
    """True if a setting stands in what was skipped because of a mistake."""
    return name not in entries.values and re.search(rf"\b{name}\b", f"{mistake.name} {mistake.text}") is not None


def _meant(name: str) -> str:
    """Returns the setting whose name only has other capitals, dashes or blanks; empty if there is none."""
    found = re.sub(r"[\s-]+", "_", name.strip()).lower()
    return found if found in SCHEMA and found != name else ""
