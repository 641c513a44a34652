"""Reads settings from files, environment, command line and the machine's policy, and saves the till's file."""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import re
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain import settings as schema
from desktop.domain.failures import SettingsNotSaved, SettingsUnusable
from desktop.domain.head_office import TillKey
from desktop.domain.setting_schema import Kind
from desktop.domain.setting_values import printable, with_machine_name
from desktop.domain.settings import SCHEMA
from desktop.private_files import make_folder, write_atomically
from desktop.store import policy_trust
from desktop.store.settings_text import Entries, read_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.store.managed_policy import ManagedPolicy
    from desktop.store.settings_text import Mistake

FILE_NAME = "settings.json"

UNREADABLE_NAME = "settings.unreadable.json"
"""Keeps a file that had mistakes, as it was before the settings were saved over it."""

DEFAULTS = "defaults"
"""The entry of a policy with settings that the shop may change."""

DEFAULT = "default"
POLICY_DEFAULT = "policy default"
FILE = "file"
ENVIRONMENT = "environment"
COMMAND_LINE = "command line"
POLICY = "policy"

_SECRET = re.compile(r"(^|[_\-. ])(password|passwd|passphrase|pwd|secret|password_digest)$", re.IGNORECASE)
_NO_SECRETS = "does not belong in a file: store it in the keyring with `points-till password set`"
_POLICY_ONLY = "counts only in the machine's policy"
_TOO_WEAK = "has a value that counts only in the machine's policy, or if the service is on this machine"


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
class Loaded:
    """The settings of a run, and where each came from.

    Attributes:
        settings: the settings in effect.
        locked: names that a policy sets. They are shown but cannot be changed.
        sources: the layer of every setting (`default`, `policy default`, `file`, `environment`, `command line`,
            `policy`).
        unknown: names that are not settings, with their layer. They have no effect and may be misspelt.
        ignored: settings in a layer that may not set them: name, layer and reason.
        home: address of the service in the file or the policy. `--server` and its variable do not change it, so a
            password that was stored without an address belongs to this one.
        problems: what cannot be used. The setting has its default instead.
    """

    settings: schema.Settings
    locked: frozenset[str]
    sources: dict[str, str]
    unknown: tuple[tuple[str, str], ...] = ()
    ignored: tuple[tuple[str, str, str], ...] = ()
    home: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def unusable(self) -> SettingsUnusable | None:
        """Why nothing may be redeemed with these settings; None if they can be used."""
        stopping = [one for one in self.problems if one.stops]
        if not stopping:
            return None
        return SettingsUnusable(tuple((one.name or one.where, _explained(one)) for one in stopping))

    def problem_of(self, name: str) -> Problem | None:
        """Returns why a setting has its default instead of the value that was meant."""
        return next((one for one in self.problems if one.name == name), None)

    def works_with(self, overrides: Mapping[str, object]) -> bool:
        """True if another start with these values on its command line would use the same address and till.

        A value that the policy sets counts whatever a command line says, and one that is not set yet differs from none.
        """
        return all(self._agrees(name, overrides[name]) for name in ("server", "till") if name in overrides)

    def _agrees(self, name: str, value: object) -> bool:
        mine = getattr(self.settings, name)
        if not mine or name in self.locked or "${" in str(value):
            return True
        try:
            return bool(schema.read_value(name, value) == mine)
        except ValueError:
            return False


def load(
    config_dir: Path,
    policies: Iterable[Path] = (),
    environment: Mapping[str, str] | None = None,
    overrides: Mapping[str, object] | None = None,
    *,
    training: bool = False,
    policy_problem: Callable[[Path], str] | None = None,
    managed: ManagedPolicy | None = None,
    machine: Callable[[], str] = socket.gethostname,
) -> Loaded:
    """Reads all layers. Each overrides the ones before: defaults, file, environment, command line, policies.

    Never raises. A value that cannot be read is named in `Loaded.problems`, and the setting has its default: the
    policy's if it has one, else the program's or `Setting.if_wrong`. It does not get a weaker layer's value. Only a
    setting that protects money stops the till then, and a policy that cannot be read or trusted at all.

    A setting in a layer that may not set it is ignored and listed in `Loaded.ignored`, because a file of an earlier
    version may contain it.

    Args:
        config_dir: the folder of `settings.json`, which may be missing.
        policies: policy files, the strongest last. Missing files are skipped. What stands under `defaults` in them is
            weaker than the file, so the shop may change it.
        environment: for `POINTS_TILL_<SETTING>`.
        overrides: values from the command line. None means that the option was not given.
        training: True if the service is the practice service, which is on this machine.
        policy_problem: returns why a policy file cannot be trusted, or an empty text. Tests replace
            `policy_trust.problem`.
        managed: what device management has set. It is stronger than the policy files.
        machine: returns the machine's name, for `${HOSTNAME}`.
    """
    layers = _Layers()
    for path in policies:
        layers.add_policy(path, policy_problem or policy_trust.problem)
    if managed is not None:
        layers.add_managed(managed)
    layers.add_values(COMMAND_LINE, overrides or {}, lambda name: f"--{name}")
    layers.add_values(ENVIRONMENT, schema.from_environment(environment or {}), lambda name: SCHEMA[name].variable)
    layers.add_file(FILE, config_dir / FILE_NAME)
    choice = _Choice(layers, machine)
    # Choose the address first, because other choices may depend on it.
    server = choice.choose("server", is_local=False)
    is_local = training or (isinstance(server, str) and schema.is_loopback(server))
    found: dict[str, Any] = {"server": server}
    found |= {name: choice.choose(name, is_local=is_local) for name in schema.names() if name != "server"}
    unknown = [
        (printable(name), layer)
        for layer in (FILE, POLICY_DEFAULT, POLICY)
        for name in schema.unknown(layers.values[layer])
    ]
    unknown += [(printable(name), ENVIRONMENT) for name in schema.unknown_in(environment or {})]
    settings = schema.Settings(**{name: value for name, value in found.items() if value is not None})
    layers.check_pin_file(settings.cashier_pin_file, policy_problem or policy_trust.problem)
    if settings.cashiers_sign_on and settings.only_listed_cashiers and not settings.cashiers:
        layers.check_list(choice.wrong.get("cashiers"))
    return Loaded(
        settings,
        frozenset(name for name, source in choice.sources.items() if source == POLICY),
        choice.sources,
        tuple(unknown),
        tuple(choice.ignored),
        _home(layers, machine),
        # In training no real points can be lost.
        tuple(dataclasses.replace(one, stops=one.stops and not training) for one in layers.problems),
    )


@dataclasses.dataclass(frozen=True, slots=True)
class _Raw:
    """A value as a layer has it, and where it stands. A value of None could not be read."""

    value: object
    where: str


class _Layers:
    """The raw values of each layer, strongest layer first.

    Attributes:
        values: the values of each layer by name.
        problems: files and entries that cannot be read.
        is_complete: False if a whole file could not be read, so that it may have had any setting.
        is_policy_cut: True if a part of the policy is missing, so that it may have had settings that it has not.
    """

    def __init__(self) -> None:
        strongest_first = (POLICY, COMMAND_LINE, ENVIRONMENT, FILE, POLICY_DEFAULT)
        self.values: dict[str, dict[str, _Raw]] = {layer: {} for layer in strongest_first}
        self.problems: list[Problem] = []
        self.is_complete = True
        self.is_policy_cut = False

    def add_values(self, layer: str, values: Mapping[str, object], where: Callable[[str], str]) -> None:
        self.values[layer] |= {
            name: _Raw(value, where(name)) for name, value in values.items() if name in SCHEMA and value is not None
        }

    def add_policy(self, path: Path, policy_problem: Callable[[Path], str]) -> None:
        """Adds a policy file. Refuses one that users can change: ignoring it would let a cashier get rid of it."""
        try:
            os.lstat(path)
        except FileNotFoundError:
            return
        except OSError as error:
            # An unreadable policy must not count as a missing one.
            self._refuse(POLICY, path, f"cannot be read: {_reason(error)}")
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
                if _is_secret(name):
                    self.problems.append(Problem(printable(name), layer, shown, _NO_SECRETS))
                elif (meant := _meant(name)) and meant not in values:
                    self._misspelt(layer, name, meant, shown)
                else:
                    self.values[layer][name] = _Raw(_joined(name, value), shown)

    def add_file(self, layer: str, path: Path) -> None:
        shown = printable(str(path), 500)
        try:
            entries = _read_file(path)
        except OSError as error:
            self._refuse(layer, path, f"cannot be read: {_reason(error)}")
            return
        self._add_entries(layer, entries, shown)
        self.is_policy_cut |= layer == POLICY and entries.is_cut
        if entries.nested is None:
            return
        if layer == POLICY:
            self._add_entries(POLICY_DEFAULT, entries.nested, shown)
        else:
            # Only a policy has defaults. In another file, the name is as unknown as a misspelt one.
            self.values[layer][DEFAULTS] = _Raw(entries.nested.values, f"{shown}, line {entries.lines[DEFAULTS]}")

    def _add_entries(self, layer: str, entries: Entries, shown: str) -> None:
        for name, value in entries.values.items():
            where = f"{shown}, line {entries.lines[name]}"
            if _is_secret(name):
                self.problems.append(Problem(printable(name), layer, where, _NO_SECRETS))
            elif layer == POLICY and name == DEFAULTS:
                self.problems.append(Problem(name, layer, where, 'must be a JSON object: {"name": value, …}'))
            elif layer in {POLICY, POLICY_DEFAULT} and (meant := _meant(name)) and meant not in entries.lines:
                self._misspelt(layer, name, meant, where)
            else:
                self.values[layer][name] = _Raw(value, where)
        for mistake in entries.mistakes:
            where = f"{shown}, line {mistake.line}"
            hidden = [name for name in SCHEMA if name == mistake.name or _hides(mistake, name, entries)]
            for name in hidden:
                # The weaker file of a policy must not decide either: this one would have overridden it.
                self.values[layer][name] = _Raw(None, where)
            name = mistake.name or next((one for one in hidden if SCHEMA[one].protects_money), "")
            stops = any(SCHEMA[one].protects_money for one in hidden)
            self.problems.append(Problem(printable(name), layer, where, mistake.reason, stops))

    def _misspelt(self, layer: str, name: str, meant: str, where: str) -> None:
        """Notes that a policy sets something under almost its name. What was meant must not count as never set."""
        self.values[layer][meant] = _Raw(None, where)
        stops = SCHEMA[meant].protects_money
        self.problems.append(Problem(meant, layer, where, f"must not be written {printable(name)}", stops))

    def check_pin_file(self, path: str, policy_problem: Callable[[Path], str]) -> None:
        """Checks the file with the cashiers' PINs, without which no one can sign on."""
        if not path:
            return
        from desktop.store.cashier_pins import PinFileError, read_pin_file

        try:
            read_pin_file(path, policy_problem)
        except PinFileError as error:
            self.problems.append(Problem("cashier_pin_file", POLICY, printable(path, 500), str(error), stops=True))

    def check_list(self, wrong: tuple[str, str] | None) -> None:
        """Stops the till if only listed cashiers can sign on, and the list is lost. Anyone could sign on otherwise.

        A list that no one has made yet stops nothing.

        Args:
            wrong: the layer and the place of a list that cannot be read; None if it can.
        """
        locked = self.values[POLICY].get("cashiers")
        if wrong is not None:
            layer, where = wrong
            self.problems = [
                dataclasses.replace(one, stops=True) if _is_about_list(one) else one for one in self.problems
            ]
            if not any(map(_is_about_list, self.problems)):
                why = "cannot be read because of another mistake"
                self.problems.append(Problem("cashiers", layer, where, why, stops=True))
        elif locked is not None:
            why = "is empty, and no other cashiers can sign on (only_listed_cashiers)"
            self.problems.append(Problem("cashiers", POLICY, locked.where, why, stops=True))

    def _refuse(self, layer: str, path: Path, reason: str) -> None:
        self.is_complete = False
        self.problems.append(Problem("", layer, printable(str(path), 500), reason, stops=True))


class _Choice:
    """Chooses the value of each setting from the layers.

    Attributes:
        sources: the layer of each setting.
        ignored: values in layers that may not set them.
        wrong: layer and place of the values that cannot be read, by setting.
    """

    def __init__(self, layers: _Layers, machine: Callable[[], str]) -> None:
        self._layers = layers
        self._machine = machine
        self.sources = dict.fromkeys(schema.names(), DEFAULT)
        self.ignored: list[tuple[str, str, str]] = []
        self.wrong: dict[str, tuple[str, str]] = {}

    def choose(self, name: str, *, is_local: bool) -> object:
        """Returns the value of a setting, or None if it has the program's default.

        Args:
            name: name of the setting.
            is_local: True if the service is on this machine. Values that weaken a proof then do no harm.
        """
        one = SCHEMA[name]
        if one.if_wrong is not None and self._may_be_hidden(name):
            return one.if_wrong
        is_wrong = False
        for source, layer in self._layers.values.items():
            raw = layer.get(name)
            if raw is None or (is_wrong and source != POLICY_DEFAULT):
                continue
            if source not in {POLICY, POLICY_DEFAULT} and one.policy_only:
                self.ignored.append((name, source, _POLICY_ONLY))
                continue
            value = self._read(name, source, raw)
            if value is None:
                is_wrong = True
                self.wrong.setdefault(name, (source, raw.where))
                self.sources[name] = POLICY if source == POLICY else self.sources[name]
                continue
            if source not in {POLICY, POLICY_DEFAULT} and not is_local and schema.needs_policy(name, value):
                self.ignored.append((name, source, _TOO_WEAK))
                continue
            if not is_wrong:
                self.sources[name] = POLICY if source == POLICY_DEFAULT and one.policy_only else source
            elif self.sources[name] == DEFAULT:
                self.sources[name] = source
            return value
        return one.if_wrong if is_wrong else None

    def _may_be_hidden(self, name: str) -> bool:
        """True if what cannot be read may have set this setting."""
        is_cut_off = self._layers.is_policy_cut and name not in self._layers.values[POLICY]
        return is_cut_off or not self._layers.is_complete

    def _read(self, name: str, source: str, raw: _Raw) -> object:
        """Returns a value, or None if it cannot be read."""
        if raw.value is None:
            return None
        value, kind = raw.value, SCHEMA[name].kind
        if kind is Kind.FLAG and source in {POLICY, POLICY_DEFAULT} and isinstance(value, str) and not value.strip():
            # A template has filled nothing in. In the environment, an empty variable is off, as in a shell.
            self._refuse(name, source, raw, "must be true or false, and is empty")
            return None
        try:
            if isinstance(value, str) and kind is Kind.TEXT:
                value = with_machine_name(value, self._machine)
            return schema.read_value(name, value)
        except ValueError as error:
            self._refuse(name, source, raw, str(error))
            return None

    def _refuse(self, name: str, source: str, raw: _Raw, reason: str) -> None:
        stops = SCHEMA[name].protects_money
        self._layers.problems.append(Problem(name, source, raw.where, reason, stops))


def _home(layers: _Layers, machine: Callable[[], str]) -> str:
    for source in (POLICY, FILE, POLICY_DEFAULT):
        raw = layers.values[source].get("server")
        if raw is not None:
            try:
                address = with_machine_name(raw.value, machine) if isinstance(raw.value, str) else raw.value
                return str(schema.read_value("server", address))
            except ValueError:
                # A password without an address must not be bound to any other address.
                return ""
    return ""


def save(config_dir: Path, values: Mapping[str, object]) -> None:
    """Changes settings in the till's file, all of them or none. Other entries stay, for example those of a newer till.

    Args:
        config_dir: the folder of `settings.json`. It is created if it does not exist.
        values: names and values, as in `Settings` or as text. None removes a setting, so it has its default again.

    Raises:
        SettingsUnusable: a value cannot be read back, or a name looks like a password's.
        SettingsNotSaved: the file cannot be read or written. It is then unchanged.
    """
    path = config_dir / FILE_NAME
    unfit = [(name, _NO_SECRETS) for name in values if _is_secret(name)]
    unfit += [(name, "is not a setting") for name in values if not _is_secret(name) and name not in schema.names()]
    unfit += [(name, _POLICY_ONLY) for name in values if name in schema.names() and schema.is_policy_only(name)]
    if unfit:
        raise SettingsUnusable(tuple(unfit))
    schema.read(values)
    try:
        entries = _read_file(path)
        kept = entries.with_nested(DEFAULTS) | {name: _plain(value) for name, value in values.items()}
        kept = {name: value for name, value in kept.items() if value is not None and not _is_secret(name)}
        text = json.dumps(kept, indent=2, ensure_ascii=False)
        make_folder(config_dir)
        if entries.mistakes:
            # What could not be read may be worth something to store IT.
            write_atomically(config_dir / UNREADABLE_NAME, path.read_bytes())
        write_atomically(path, f"{text}\n".encode())
    except (OSError, UnicodeEncodeError, RecursionError) as error:
        raise SettingsNotSaved(((str(path), f"cannot be written: {_reason(error)}"),)) from error


def _read_file(path: Path) -> Entries:
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


def _is_about_list(problem: Problem) -> bool:
    return problem.name == "cashiers"


def _explained(problem: Problem) -> str:
    return f"{problem.reason} ({problem.where})" if problem.name else problem.reason


def _is_secret(name: str) -> bool:
    return name not in schema.names() and bool(_SECRET.search(name))


def _plain(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, TillKey):
        return value.text if value else ""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(one) for name, one in dataclasses.asdict(value).items()}
    return str(value) if isinstance(value, str | Path) else value


def _reason(error: Exception) -> str:
    return error.strerror or "the disk does not accept it" if isinstance(error, OSError) else "is not text"
