"""Owns the settings on the disk: the till's own file, the policies of store IT, and which of all layers has its way."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain import settings as schema
from desktop.domain.failures import SettingsUnusable
from desktop.store.private_files import make_folder, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE_NAME = "settings.json"

DEFAULT = "default"
FILE = "file"
ENVIRONMENT = "environment"
COMMAND_LINE = "command line"
POLICY = "policy"

_SECRET = re.compile(r"(^|[_\-. ])(password|passwd|passphrase|pwd|secret|password_digest)$", re.IGNORECASE)
_NO_SECRETS = "does not belong into a file: it goes into the keyring with `points-till password set`"


@dataclasses.dataclass(frozen=True, slots=True)
class Loaded:
    """The settings of a run and where each came from.

    Attributes:
        settings: what counts.
        locked: names that a policy has decided: shown, but not to be changed.
        unknown: what is set and is no setting, with the layer; it changes nothing, and may be a mistake in writing.
        sources: every setting's name and the layer that it came from (`default`, `file`, `environment`, `command line`,
            `policy`).
    """

    settings: schema.Settings
    locked: frozenset[str]
    sources: dict[str, str]
    unknown: tuple[tuple[str, str], ...] = ()


def load(
    config_dir: Path,
    policies: Iterable[Path] = (),
    environment: Mapping[str, str] | None = None,
    overrides: Mapping[str, object] | None = None,
) -> Loaded:
    """Reads all layers, the weakest first: defaults, the file, the environment, the command line, policies.

    A policy is what nobody at the till may change, so that even the command line does not; `sources` says so.

    Args:
        config_dir: the folder of `settings.json`, which need not be there.
        policies: policy files, the strongest last; those that are not there are passed over.
        environment: for `POINTS_TILL_<SETTING>`.
        overrides: what the command line says; None means that it says nothing.

    Raises:
        SettingsUnusable: with every file or setting and what is wrong with it. Nothing is changed on the disk.
    """
    policy: dict[str, object] = {}
    for path in policies:
        policy |= _read_file(path)
    layers: dict[str, Mapping[str, object]] = {
        FILE: _read_file(config_dir / FILE_NAME),
        ENVIRONMENT: schema.from_environment(environment or {}),
        COMMAND_LINE: overrides or {},
        POLICY: policy,
    }
    sources = dict.fromkeys(schema.names(), DEFAULT)
    for source, layer in layers.items():
        sources.update({name: source for name in sources if layer.get(name) is not None})
    try:
        settings = schema.read(*layers.values())
    except SettingsUnusable as failure:
        # Whoever mends it must know where.
        raise SettingsUnusable(
            tuple((name, f"{problem} ({sources[name]})") for name, problem in failure.problems)
        ) from None
    unknown = [(name, layer) for layer in (FILE, POLICY) for name in schema.unknown(layers[layer])]
    unknown += [(name, ENVIRONMENT) for name in schema.unknown_in(environment or {})]
    locked = frozenset(name for name, source in sources.items() if source == POLICY)
    return Loaded(settings, locked, sources, tuple(unknown))


def save(config_dir: Path, values: Mapping[str, object]) -> None:
    """Changes settings in the till's file, wholly or not at all; what else stands there, as from a newer till, stays.

    Args:
        config_dir: the folder of `settings.json`; made where there is none.
        values: names to values, as in `Settings` or as text; None takes a setting out, back to its default.

    Raises:
        SettingsUnusable: where a value cannot be read back, a name looks like a password's, the file as it is cannot be
            read, or the disk does not take it. The file is then as it was.
    """
    path = config_dir / FILE_NAME
    unfit = [(name, _NO_SECRETS) for name in values if _is_secret(name)]
    unfit += [(name, "is no setting") for name in values if not _is_secret(name) and name not in schema.names()]
    if unfit:
        raise SettingsUnusable(tuple(unfit))
    schema.read(values)
    kept = _read_file(path) | {name: _plain(value) for name, value in values.items()}
    text = json.dumps({name: value for name, value in kept.items() if value is not None}, indent=2, ensure_ascii=False)
    try:
        make_folder(config_dir)
        write_whole(path, f"{text}\n".encode())
    except (OSError, UnicodeEncodeError) as error:
        raise SettingsUnusable(((str(path), f"cannot be written: {_reason(error)}"),)) from error


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
    unfit = tuple((f"{path}: {name}", _NO_SECRETS) for name in values if _is_secret(name))
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
        raise _RepeatedError(f"stands there twice: {', '.join(repeated)}")
    return values


def _is_secret(name: str) -> bool:
    return name not in schema.names() and bool(_SECRET.search(name))


def _plain(value: object) -> object:
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(one) for name, one in dataclasses.asdict(value).items()}
    return str(value) if isinstance(value, str | Path) else value


def _reason(error: OSError | UnicodeError) -> str:
    return error.strerror or "the disk does not take it" if isinstance(error, OSError) else "is not text"
