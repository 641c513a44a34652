"""Runs the tests as README says, in a bare Debian made for it: `python -m tests.installer.on_bare_debian [option …]`.

    --make FOLDER   only makes the Debian, which mostly waits for downloads, in a new or empty folder
    --in FOLDER …   runs the tests in the one that was made there

The Debian has apt, Python and git, and nothing else. `installer/dev.py test` has to install the rest, or do without.
Other options go to pytest. It needs Linux, root, mmdebstrap, and the right to mount. A container may lack the last one.

The packages come from where this machine gets its own: apt's and pip's settings go with it into the other root.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import unquote, urlsplit

from installer import dev, product
from tests.posix import is_root

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

RELEASE = "bookworm"
"""Debian 12, whose Python is the oldest that the project supports."""

PACKAGES = ("python3", "git")

NO_DEBIAN = 77
"""Exit code if this machine has no means for it; test runners take it for skipped."""

SOURCE = "points-till"
"""Folder in the other root's own root that has the source."""

_ROOT = "root"
"""The Debian's root in the folder that is made for it; that folder is only for its owner."""

_NOT_COPIED = (".git", ".venv", "build", "dist", "*.egg-info", "__pycache__", ".*_cache", ".hypothesis", "*.qm")

_CERTIFICATES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
_PROXIES = ("http_proxy", "https_proxy", "no_proxy", "all_proxy")

_FOR_PYTEST = ("CI", "PYTEST_XDIST_AUTO_NUM_WORKERS")
"""Variables that tell the tests where they run, and with how many processes."""

_NAMESPACE = ("unshare", "--mount", "--pid", "--mount-proc", "--fork", "--kill-child")
"""A namespace of its own: all mounts and processes in it are gone when its first process ends, however it ends."""

# Runs in that namespace. The arguments are the root, pairs of a path here and one there, `--`, and the command.
_ENTER = """
set -e
root=$1; shift
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
while [ "$1" != -- ]; do
  if [ -d "$1" ]; then mkdir -p "$root$2"; else mkdir -p "$root$(dirname "$2")"; touch "$root$2"; fi
  mount --bind "$1" "$root$2"
  shift 2
done
shift
exec chroot "$root" "$@"
"""


class NoDebianError(RuntimeError):
    """This machine cannot make a bare Debian; the text says why."""


def check() -> None:
    """Checks that a bare Debian can be made here.

    Raises:
        NoDebianError: something is missing.
    """
    is_linux = sys.platform.startswith("linux")
    if not is_linux:
        raise NoDebianError("it takes Linux")
    if not is_root():
        raise NoDebianError("it takes root")
    missing = [tool for tool in ("mmdebstrap", "unshare", "mount", "chroot") if shutil.which(tool) is None]
    if missing:
        raise NoDebianError(f"it takes {', '.join(missing)}")
    probe = subprocess.run([*_NAMESPACE, "true"], capture_output=True, text=True, check=False)
    if probe.returncode != 0:
        raise NoDebianError(f"it takes the right to mount ({probe.stderr.strip()})")


def make(root: Path) -> None:
    """Makes the bare Debian.

    Raises:
        NoDebianError: mmdebstrap has failed and printed why, or this machine has no means for it.
    """
    check()
    options = [f"--aptopt={option}" for option in _apt_options()]
    # The root lives for minutes, so that nothing needs to be safe from a power cut.
    options += ["--dpkgopt=force-unsafe-io", "--quiet", "--variant=apt", f"--include={','.join(PACKAGES)}"]
    if _run_apart(["mmdebstrap", *options, RELEASE, str(root)], dict(os.environ)) != 0:
        raise NoDebianError("mmdebstrap has failed")
    for name in ("resolv.conf", "hosts"):
        shutil.copyfile(f"/etc/{name}", root / "etc" / name)


def run(root: Path, arguments: Sequence[str]) -> int:
    """Copies the source into it and runs the tests, as README says; the exit code of the command.

    Args:
        root: made by `make`.
        arguments: for pytest.
    """
    shutil.copytree(product.ROOT, root / SOURCE, ignore=shutil.ignore_patterns(*_NOT_COPIED))
    environment, binds = pip_settings(dev.pip_configuration(Path(sys.executable)), os.environ)
    environment |= {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root"}
    environment |= {name: os.environ[name] for name in _FOR_PYTEST if name in os.environ}
    pairs = [path for pair in binds.items() for path in pair]
    here = f"cd /{SOURCE} && exec python3 installer/dev.py test {shlex.join(arguments)}"
    return _run_apart(["sh", "-c", _ENTER, "sh", str(root), *pairs, "--", "sh", "-c", here], environment)


def _run_apart(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Runs a command with mounts and processes of its own; its exit code.

    None of them is left when this returns or raises, so that the root can be removed then.
    """
    reading, writing = os.pipe()
    process = subprocess.Popen([*_NAMESPACE, *command], env=environment, stdin=subprocess.DEVNULL, pass_fds=(writing,))
    os.close(writing)
    try:
        return process.wait()
    finally:
        process.kill()
        process.wait()
        # The namespace's first process has the other end, and ends as the last one.
        with os.fdopen(reading, "rb") as ends:
            ends.read()


def pip_settings(
    configuration: Mapping[str, str], environment: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The variables that make pip in the other root use the packages that this machine's pip uses.

    Args:
        configuration: pip's settings by their long names, such as `extra-index-url`.
        environment: this process's.

    Returns:
        The variables, and the paths of this machine with the paths at which they must be mounted there.
    """
    given = {name: value for name, value in environment.items() if name.lower() in _PROXIES}
    binds: dict[str, str] = {}
    for name, value in configuration.items():
        given[f"PIP_{name.upper().replace('-', '_')}"] = value
        for path in map(_local, value.split()):
            if path is not None and path.exists():
                # The pages of an index may point to files beside it.
                shared = path.parent if name.endswith("index-url") and path.parent != Path("/") else path
                binds[str(shared)] = str(shared)
    certificates = configuration.get("cert") or next(filter(None, map(environment.get, _CERTIFICATES)), "")
    if certificates and Path(certificates).is_file():
        # Elsewhere than here: Debian's own package rewrites /etc/ssl/certs when it is installed.
        binds.pop(certificates, None)
        binds[certificates] = given["PIP_CERT"] = "/etc/certificates-of-the-machine.pem"
    return given, binds


def _local(value: str) -> Path | None:
    """The path that a word of a setting names; None if it names none."""
    if value.startswith("file://"):
        return Path(unquote(urlsplit(value).path))
    return Path(value) if value.startswith("/") else None


def _apt_options() -> list[str]:
    """This machine's settings of apt that say how packages are fetched, such as a proxy."""
    if shutil.which("apt-config") is None:
        return []
    told = subprocess.run(["apt-config", "dump"], capture_output=True, text=True, check=True).stdout
    wanted = ("Acquire::http", "Acquire::https", "Acquire::Check-")
    return [line.rstrip(";") for line in told.splitlines() if line.startswith(wanted)]


def _end(_number: int, _frame: object) -> NoReturn:
    sys.exit(128 + signal.SIGTERM)


def main(arguments: Sequence[str]) -> int:
    """The command line; the exit code of the tests, or `NO_DEBIAN`."""
    # So that the folder goes also if `.ci/run` is broken off.
    signal.signal(signal.SIGTERM, _end)
    try:
        match arguments:
            case ["--make", folder]:
                make(Path(folder) / _ROOT)
                return 0
            case ["--in", folder, *rest]:
                return run(Path(folder) / _ROOT, rest)
            case _:
                with tempfile.TemporaryDirectory(prefix="bare-debian-") as folder:
                    make(Path(folder) / _ROOT)
                    return run(Path(folder) / _ROOT, arguments)
    except NoDebianError as error:
        print(f"no bare Debian to test in here: {error}", file=sys.stderr)  # noqa: T201 - a command
        return NO_DEBIAN


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
