"""Reads settings from files, environment, command line and the machine's policy, and saves the till's file."""

from __future__ import annotations

import dataclasses
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.domain import settings as schema
from desktop.domain.failures import SettingsUnusable
from desktop.domain.setting_values import printable
from desktop.private_files import make_folder, write_atomically
from desktop.store import policy_trust

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FILE_NAME = "settings.json"

DEFAULT = "default"
FILE = "file"
ENVIRONMENT = "environment"
COMMAND_LINE = "command line"
POLICY = "policy"

_SECRET = re.compile(r"(^|[_\-. ])(password|passwd|passphrase|pwd|secret|password_digest)$", re.IGNORECASE)
_NO_SECRETS = "does not belong in a file: store it in the keyring with `points-till password set`"
_POLICY_ONLY = "counts only in the machine's policy"
_TOO_WEAK = "has a value that counts only in the machine's policy, or if the service is on this machine"


@dataclasses.dataclass(frozen=True, slots=True)
class Loaded:
    """The settings of a run, and where each came from.

    Attributes:
        settings: the settings in effect.
        locked: names that a policy sets. They are shown but cannot be changed.
        sources: the layer of every setting (`default`, `file`, `environment`, `command line`, `policy`).
        unknown: names that are not settings, with their layer. They have no effect and may be misspelt.
        ignored: settings in a layer that may not set them: name, layer and reason.
        home: address of the service in the file or the policy. `--server` and its variable do not change it, so a
            password
            that was stored without an address belongs to this one.
    """

    settings: schema.Settings
    locked: frozenset[str]
    sources: dict[str, str]
    unknown: tuple[tuple[str, str], ...] = ()
    ignored: tuple[tuple[str, str, str], ...] = ()
    home: str = ""


def load(
    config_dir: Path,
    policies: Iterable[Path] = (),
    environment: Mapping[str, str] | None = None,
    overrides: Mapping[str, object] | None = None,
    *,
    training: bool = False,
    policy_problem: Callable[[Path], str] | None = None,
) -> Loaded:
    """Reads all layers. Each overrides the ones before: defaults, file, environment, command line, policies.

    A setting in a layer that may not set it is ignored and listed in `Loaded.ignored`. It does not stop the till,
    because a
    file of an earlier version may contain it.

    Args:
        config_dir: the folder of `settings.json`, which may be missing.
        policies: policy files, the strongest last. Missing files are skipped.
        environment: for `POINTS_TILL_<SETTING>`.
        overrides: values from the command line. None means that the option was not given.
        training: True if the service is the practice service, which is on this machine.
        policy_problem: returns why a policy file cannot be trusted, or an empty text. Tests replace
            `policy_trust.problem`.

    Raises:
        SettingsUnusable: lists every file or setting with its problem. Nothing on the disk was changed.
    """
    policy: dict[str, object] = {}
    for path in policies:
        policy |= _read_policy(path, policy_problem or policy_trust.problem)
    layers: dict[str, Mapping[str, object]] = {
        POLICY: policy,
        COMMAND_LINE: overrides or {},
        ENVIRONMENT: schema.from_environment(environment or {}),
        FILE: _read_file(config_dir / FILE_NAME),
    }
    choice = _Choice(layers)
    # Choose the address first, because other choices may depend on it.
    server = choice.choose("server", is_local=False)
    is_local = training or (isinstance(server, str) and schema.is_loopback(server))
    found: dict[str, Any] = {"server": server}
    found |= {name: choice.choose(name, is_local=is_local) for name in schema.names() if name != "server"}
    if choice.problems:
        raise SettingsUnusable(tuple(choice.problems))
    unknown = [(printable(name), layer) for layer in (FILE, POLICY) for name in schema.unknown(layers[layer])]
    unknown += [(printable(name), ENVIRONMENT) for name in schema.unknown_in(environment or {})]
    return Loaded(
        schema.Settings(**{name: value for name, value in found.items() if value is not None}),
        frozenset(name for name, source in choice.sources.items() if source == POLICY),
        choice.sources,
        tuple(unknown),
        tuple(choice.ignored),
        _home(layers),
    )


class _Choice:
    """Chooses the value of each setting from the layers.

    Attributes:
        sources: the layer of each setting.
        problems: values that cannot be read, with the reason.
        ignored: values in layers that may not set them.
    """

    def __init__(self, layers: Mapping[str, Mapping[str, object]]) -> None:
        """Takes the layers, strongest first."""
        self._layers = layers
        self.sources = dict.fromkeys(schema.names(), DEFAULT)
        self.problems: list[tuple[str, str]] = []
        self.ignored: list[tuple[str, str, str]] = []

    def choose(self, name: str, *, is_local: bool) -> object:
        """Returns the value of a setting, or None if it has its default or cannot be read.

        Args:
            name: name of the setting.
            is_local: True if the service is on this machine. Values that weaken a proof then do no harm.
        """
        for source, layer in self._layers.items():
            raw = layer.get(name)
            if raw is None:
                continue
            if source != POLICY and schema.is_policy_only(name):
                self.ignored.append((name, source, _POLICY_ONLY))
                continue
            try:
                value = schema.read_value(name, raw)
            except ValueError as error:
                # Name the layer, because a setting may stand in several.
                self.problems.append((name, f"{error} ({source})"))
                return None
            if source != POLICY and not is_local and schema.needs_policy(name, value):
                self.ignored.append((name, source, _TOO_WEAK))
                continue
            self.sources[name] = source
            return value
        return None


def _home(layers: Mapping[str, Mapping[str, object]]) -> str:
    for source in (POLICY, FILE):
        raw = layers[source].get("server")
        if raw is not None:
            try:
                return str(schema.read_value("server", raw))
            except ValueError:
                # A stronger layer overrides this value, or it would have stopped this run.
                return ""
    return ""


def save(config_dir: Path, values: Mapping[str, object]) -> None:
    """Changes settings in the till's file, all of them or none. Other entries stay, for example those of a newer till.

    Args:
        config_dir: the folder of `settings.json`. It is created if it does not exist.
        values: names and values, as in `Settings` or as text. None removes a setting, so it has its default again.

    Raises:
        SettingsUnusable: a value cannot be read back, a name looks like a password's, the current file cannot be read,
            or
            the file cannot be written. The file is then unchanged.
    """
    path = config_dir / FILE_NAME
    unfit = [(name, _NO_SECRETS) for name in values if _is_secret(name)]
    unfit += [(name, "is not a setting") for name in values if not _is_secret(name) and name not in schema.names()]
    unfit += [(name, _POLICY_ONLY) for name in values if name in schema.names() and schema.is_policy_only(name)]
    if unfit:
        raise SettingsUnusable(tuple(unfit))
    schema.read(values)
    kept = _read_file(path) | {name: _plain(value) for name, value in values.items()}
    kept = {name: value for name, value in kept.items() if value is not None}
    try:
        text = json.dumps(kept, indent=2, ensure_ascii=False)
        make_folder(config_dir)
        write_atomically(path, f"{text}\n".encode())
    except (OSError, UnicodeEncodeError, RecursionError) as error:
        raise SettingsUnusable(((str(path), f"cannot be written: {_reason(error)}"),)) from error


def _read_policy(path: Path, policy_problem: Callable[[Path], str]) -> dict[str, object]:
    """Reads a policy file. Refuses one that users can change: ignoring it would let a cashier get rid of a policy."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return {}
    except OSError as error:
        # An unreadable policy must not count as a missing one.
        raise SettingsUnusable(((printable(str(path), 500), f"cannot be read: {_reason(error)}"),)) from error
    why = policy_problem(path)
    if why:
        raise SettingsUnusable(((printable(str(path), 500), f"cannot be trusted: {why}"),))
    return _read_file(path)


def _read_file(path: Path) -> dict[str, object]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
        values = json.loads(text, object_pairs_hook=_without_repeats)
    except FileNotFoundError:
        return {}
    except OSError as error:
        # An unreadable policy must not count as a missing one.
        raise SettingsUnusable(((str(path), f"cannot be read: {_reason(error)}"),)) from error
    except UnicodeDecodeError as error:
        raise SettingsUnusable(((str(path), "is not UTF-8 text"),)) from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise SettingsUnusable(((str(path), f"{where}: {error.msg}"),)) from error
    except (ValueError, RecursionError) as error:
        problem = str(error) if isinstance(error, _RepeatedError) else "is not what a settings file can hold"
        raise SettingsUnusable(((str(path), problem),)) from error
    if not isinstance(values, dict):
        raise SettingsUnusable(((str(path), 'must be a JSON object: {"name": value, …}'),))
    unfit = tuple((f"{path}: {printable(name)}", _NO_SECRETS) for name in values if _is_secret(name))
    if unfit:
        raise SettingsUnusable(unfit)
    return values


class _RepeatedError(ValueError):
    """An object contains one name twice, so it is unclear which one counts."""


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = sorted({name for name in names if names.count(name) > 1})
        raise _RepeatedError(f"contains a name twice: {printable(', '.join(repeated))}")
    return values


def _is_secret(name: str) -> bool:
    return name not in schema.names() and bool(_SECRET.search(name))


def _plain(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(one) for name, one in dataclasses.asdict(value).items()}
    return str(value) if isinstance(value, str | Path) else value


def _reason(error: Exception) -> str:
    return error.strerror or "the disk does not accept it" if isinstance(error, OSError) else "is not text"
