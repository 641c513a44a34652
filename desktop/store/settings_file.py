"""Reads the layers of settings (files, environment, command line, the machine's policy) and saves the till's file."""

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
from desktop.store import policy_trust
from desktop.store.private_files import make_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

FILE_NAME = "settings.json"

DEFAULT = "default"
FILE = "file"
ENVIRONMENT = "environment"
COMMAND_LINE = "command line"
POLICY = "policy"

_SECRET = re.compile(r"(^|[_\-. ])(password|passwd|passphrase|pwd|secret|password_digest)$", re.IGNORECASE)
_NO_SECRETS = "does not belong into a file: it goes into the keyring with `points-till password set`"
_POLICY_ONLY = "counts only in the machine's policy"
_TOO_WEAK = "has a value that counts only in the machine's policy, or if the service is on this machine"


@dataclasses.dataclass(frozen=True, slots=True)
class Loaded:
    """The settings of a run and where each came from.

    Attributes:
        settings: what counts.
        locked: names that a policy has decided: shown, but not to be changed.
        sources: every setting's name and the layer that it came from (`default`, `file`, `environment`, `command line`,
            `policy`).
        unknown: names that are no setting's, with the layer. They change nothing, and may be misspelt.
        ignored: settings that stand in a layer that may not set them: name, layer and why.
        home: address of the service that the file or the policy names. `--server` and its variable do not change it, so
            a password that was stored without an address belongs to this one.
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
    distrust: Callable[[Path], str] | None = None,
) -> Loaded:
    """Reads all layers. The weakest are the defaults, then the file, the environment, the command line, the policies.

    A setting in a layer that may not set it is ignored and told in `Loaded.ignored`. Starting is not refused for it,
    because a file of an earlier version may have it.

    Args:
        config_dir: the folder of `settings.json`, which need not be there.
        policies: policy files, the strongest last; those that are not there are passed over.
        environment: for `POINTS_TILL_<SETTING>`.
        overrides: what the command line says; None means that it says nothing.
        training: the service is the practice service, which is on this machine.
        distrust: why a policy file cannot be trusted; empty if it can. `policy_trust.problem`, except in tests.

    Raises:
        SettingsUnusable: with every file or setting and what is wrong with it. Nothing is changed on the disk.
    """
    policy: dict[str, object] = {}
    for path in policies:
        policy |= _read_policy(path, distrust or policy_trust.problem)
    layers: dict[str, Mapping[str, object]] = {
        POLICY: policy,
        COMMAND_LINE: overrides or {},
        ENVIRONMENT: schema.from_environment(environment or {}),
        FILE: _read_file(config_dir / FILE_NAME),
    }
    choice = _Choice(layers)
    # The address comes first: what else counts may depend on it.
    server = choice.choose("server", is_here=False)
    is_here = training or (isinstance(server, str) and schema.is_loopback(server))
    found: dict[str, Any] = {"server": server}
    found |= {name: choice.choose(name, is_here=is_here) for name in schema.names() if name != "server"}
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
        problems: values that cannot be read, with what is wrong.
        ignored: values in layers that may not set them.
    """

    def __init__(self, layers: Mapping[str, Mapping[str, object]]) -> None:
        """Takes the layers, the strongest first."""
        self._layers = layers
        self.sources = dict.fromkeys(schema.names(), DEFAULT)
        self.problems: list[tuple[str, str]] = []
        self.ignored: list[tuple[str, str, str]] = []

    def choose(self, name: str, *, is_here: bool) -> object:
        """The value of a setting; None for its default, or if it cannot be read.

        Args:
            name: of the setting.
            is_here: the service is on this machine, so values that weaken a proof do no harm.
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
                # With the layer, because a setting may stand in several.
                self.problems.append((name, f"{error} ({source})"))
                return None
            if source != POLICY and not is_here and schema.needs_policy(name, value):
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
                # It is overridden, or it would have stopped this run.
                return ""
    return ""


def save(config_dir: Path, values: Mapping[str, object]) -> None:
    """Changes settings in the till's file, all of them or none. What else stands there, as from a newer till, stays.

    Args:
        config_dir: the folder of `settings.json`; made where there is none.
        values: names to values, as in `Settings` or as text; None takes a setting out, back to its default.

    Raises:
        SettingsUnusable: where a value cannot be read back, a name looks like a password's, the file as it is cannot be
            read, or the disk does not take it. The file is then as it was.
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
        write_whole(path, f"{text}\n".encode())
    except (OSError, UnicodeEncodeError, RecursionError) as error:
        raise SettingsUnusable(((str(path), f"cannot be written: {_reason(error)}"),)) from error


def _read_policy(path: Path, distrust: Callable[[Path], str]) -> dict[str, object]:
    """A policy file. One that users can change is refused: ignoring it would let a cashier get rid of a policy."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return {}
    except OSError as error:
        # A policy that is there and cannot be read is not one that is not there.
        raise SettingsUnusable(((printable(str(path), 500), f"cannot be read: {_reason(error)}"),)) from error
    why = distrust(path)
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
        # A policy that is there and cannot be read is not one that is not there.
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
    """One name twice in one object: which one counts would be a matter of luck."""


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = sorted({name for name in names if names.count(name) > 1})
        raise _RepeatedError(f"stands there twice: {printable(', '.join(repeated))}")
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
    return error.strerror or "the disk does not take it" if isinstance(error, OSError) else "is not text"
