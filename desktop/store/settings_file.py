"""Chooses the value of each setting from the layers that may set it, and saves the till's file."""

from __future__ import annotations

import dataclasses
import json
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
from desktop.store.settings_layers import (
    COMMAND_LINE,
    DEFAULT,
    DEFAULTS,
    ENVIRONMENT,
    FILE,
    NO_SECRETS,
    POLICY,
    POLICY_DEFAULT,
    Layers,
    Problem,
    RawValue,
    is_secret,
    read_file,
    reason_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.store.managed_policy import ManagedPolicy

FILE_NAME = "settings.json"

UNREADABLE_NAME = "settings.unreadable.json"
"""Keeps a file that had mistakes, as it was before the settings were saved over it."""

_POLICY_ONLY = "counts only in the machine's policy"
_TOO_WEAK = "has a value that counts only in the machine's policy, or if the service is on this machine"


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
    layers = Layers()
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
    layers.require_pin_file(settings.cashier_pin_file, policy_problem or policy_trust.problem)
    if settings.cashiers_sign_on and settings.only_listed_cashiers and not settings.cashiers:
        layers.require_cashiers(choice.wrong.get("cashiers"))
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


class _Choice:
    """Chooses the value of each setting from the layers.

    Attributes:
        sources: the layer of each setting.
        ignored: values in layers that may not set them.
        wrong: layer and place of the values that cannot be read, by setting.
    """

    def __init__(self, layers: Layers, machine: Callable[[], str]) -> None:
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
            # Only a policy is strict without saying so. The shop cannot change this, whatever it saves.
            if self._layers.is_policy_cut:
                self.sources[name] = POLICY
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

    def _read(self, name: str, source: str, raw: RawValue) -> object:
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

    def _refuse(self, name: str, source: str, raw: RawValue, reason: str) -> None:
        stops = SCHEMA[name].protects_money
        self._layers.problems.append(Problem(name, source, raw.where, reason, stops))


def _home(layers: Layers, machine: Callable[[], str]) -> str:
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
    unfit = [(name, NO_SECRETS) for name in values if is_secret(name)]
    unfit += [(name, "is not a setting") for name in values if not is_secret(name) and name not in schema.names()]
    unfit += [(name, _POLICY_ONLY) for name in values if name in schema.names() and schema.is_policy_only(name)]
    if unfit:
        raise SettingsUnusable(tuple(unfit))
    schema.read(values)
    try:
        entries = read_file(path)
        kept = entries.with_nested(DEFAULTS) | {name: _plain(value) for name, value in values.items()}
        kept = {name: value for name, value in kept.items() if value is not None and not is_secret(name)}
        text = json.dumps(kept, indent=2, ensure_ascii=False)
        make_folder(config_dir)
        if entries.mistakes:
            # What could not be read may be worth something to store IT.
            write_atomically(config_dir / UNREADABLE_NAME, path.read_bytes())
        write_atomically(path, f"{text}\n".encode())
    except (OSError, UnicodeEncodeError, RecursionError) as error:
        raise SettingsNotSaved(((str(path), f"cannot be written: {reason_of(error)}"),)) from error


def _explained(problem: Problem) -> str:
    return f"{problem.reason} ({problem.where})" if problem.name else problem.reason


def _plain(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, TillKey):
        return value.text if value else ""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(one) for name, one in dataclasses.asdict(value).items()}
    return str(value) if isinstance(value, str | Path) else value
