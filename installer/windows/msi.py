r"""Wraps the Windows set-up in an MSI, for tools that deploy only MSIs.

The MSI carries the set-up and runs it as the system. It does not replace files in MSI's own way: Restart Manager would
close a till that serves a customer, or new files would stand beside old ones until the next restart. The set-up waits
for the till and replaces all files or none.

    msiexec /i points-till-1.2.3-windows-x64.msi /qn [WAIT=seconds] [STARTATLOGIN=1|0] [SHARED=1]

The MSI is put together by msibuild (msitools) and not by WiX, because msibuild runs on Linux, where the tests install
the result under Wine. It needs no file of its own beside the set-up.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import tempfile
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from installer import product

if TYPE_CHECKING:
    from collections.abc import Sequence

UPGRADE_CODE = "{4E1B7F52-7B0E-5A58-9E37-8C2D1A6B90F3}"
"""Names the product in all its versions, so it never changes."""

_COMPONENT = "{9C0F7C2B-3B55-5C1D-8F64-1F1B5C7E2A40}"
_CODES = uuid.UUID("b3c4a8a7-0a7a-5c11-8d1f-66d1c3f0a9be")
_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\points-till"
_SET_UP = "/S /AllUsers /WAIT=[WAIT]"
_INSTALL = f"{_SET_UP} /SHARED=[SHARED]"

_DATA = "SetUp.ibd"
_RUN_FROM_BINARY, _RUN_COMMAND = 2, 34
_DEFERRED, _AS_SYSTEM = 1024, 2048
_LOCAL_MACHINE, _NUMBER_64_BIT, _RAW_64_BIT = 2, 4 + 256, 2 + 16
_ON_REMOVAL = "2"
"""Values of the columns of `Component`, `Registry`, `RegLocator` and `RemoveFile`."""

_STANDARD_ACTIONS = {
    "FindRelatedProducts": 25,
    "AppSearch": 50,
    "LaunchConditions": 100,
    "ValidateProductID": 700,
    "CostInitialize": 800,
    "FileCost": 900,
    "CostFinalize": 1000,
}
_INSTALL_ACTIONS = _STANDARD_ACTIONS | {
    "InstallValidate": 1400,
    "InstallInitialize": 1500,
    # Within the transaction, so the old MSI comes back if the set-up fails.
    "RemoveExistingProducts": 1510,
    "ProcessComponents": 1600,
    "UnpublishFeatures": 1800,
    "RemoveRegistryValues": 2600,
    "RemoveFiles": 3500,
    "WriteRegistryValues": 5000,
    "RegisterUser": 6000,
    "RegisterProduct": 6100,
    "PublishFeatures": 6300,
    "PublishProduct": 6400,
    "InstallFinalize": 6600,
}


def make(set_up: Path, target: Path | None = None, version: str | None = None) -> Path:
    """Makes the MSI of a set-up. Signs it if there is a certificate.

    Args:
        set_up: the set-up, signed already.
        target: the MSI; by default beside the set-up, or in the build folder if it has another version.
        version: replaces the product's version in tests of upgrades.

    Raises:
        FileNotFoundError: if the set-up or msibuild is missing.
        CalledProcessError: if msibuild fails.
    """
    from installer.windows import signing

    # Only the product's own version is published.
    folder = product.build_folder("windows") if version else set_up.parent
    version = version or product.version()
    target = target or folder / f"{product.NAME}-{version}-windows-x64.msi"
    target.parent.mkdir(parents=True, exist_ok=True)
    tool = shutil.which("msibuild")
    if tool is None:
        raise FileNotFoundError("msibuild is needed for the MSI: the package msitools")
    digest = hashlib.sha256(set_up.read_bytes()).hexdigest()
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        # msibuild looks for the data of a table in a folder of its name.
        (folder / "Binary").mkdir()
        shutil.copyfile(set_up, folder / "Binary" / _DATA)
        summary = ["-s", f"{product.TITLE} {version}", product.PUBLISHER, "x64;1033"]
        steps = [[*summary, _code(f"package {version} {digest}")]]
        for name, rows in tables(version).items():
            lines = ["\t".join(row) for row in rows]
            (folder / f"{name}.idt").write_bytes("".join(f"{line}\r\n" for line in lines).encode("cp1252"))
            steps.append(["-i", f"{name}.idt"])
        for step in steps:
            # msibuild does not take a summary and tables in one call.
            subprocess.run([tool, str(target.resolve()), *step], cwd=folder, check=True)  # noqa: S603 - files made here
    if signing.is_wanted():
        signing.sign(target)
    return target


def msi_version(version: str) -> str:
    """Returns the three numbers that MSI compares. A pre-release has those of its release.

    Raises:
        ValueError: a number is too large for MSI.
    """
    major, minor, patch, _stage = product.version_numbers(version)
    if major > 255 or minor > 255:  # noqa: PLR2004 - MSI's 8 bits
        raise ValueError(f"{version} has a number that MSI cannot hold")
    return f"{major}.{minor}.{patch}"


def tables(version: str) -> dict[str, list[Sequence[str]]]:
    """Returns the tables of the MSI: each three lines of heading and its rows, as text."""
    number = msi_version(version)
    properties = {
        "ProductCode": _code(f"product {version}"),
        "ProductName": product.TITLE,
        "ProductVersion": number,
        "ProductLanguage": "1033",
        "Manufacturer": product.PUBLISHER,
        "UpgradeCode": UPGRADE_CODE,
        "ALLUSERS": "1",
        "WAIT": "120",
        # What may be set on the command line of a user who is no administrator, and must reach the installing service.
        "SecureCustomProperties": "NEWER;REPLACED;SHARED;STARTATLOGIN;WAIT",
        "ARPNOMODIFY": "1",
        "ARPNOREPAIR": "1",
        "ARPURLINFOABOUT": "https://github.com/points-till/points-till",
        # Restart Manager must not close a till.
        "MSIRESTARTMANAGERCONTROL": "Disable",
    }
    uninstall = f'"[TILLFOLDER]\\uninstall.exe" {_SET_UP} _?=[TILLFOLDER]'
    as_system = _DEFERRED + _AS_SYSTEM
    actions = [
        ("InstallTill", str(_RUN_FROM_BINARY + as_system), "SetUp", _INSTALL),
        ("InstallTillAtLogin", str(_RUN_FROM_BINARY + as_system), "SetUp", f"{_INSTALL} /STARTATLOGIN=[STARTATLOGIN]"),
        # With `_?=`, uninstall.exe does not work in a copy of itself, so its exit code counts.
        ("RemoveTill", str(_RUN_COMMAND + as_system), "TARGETDIR", uninstall),
    ]
    own_steps = [
        # An upgrade removes the old MSI first. The till itself stays.
        ("RemoveTill", 'REMOVE="ALL" AND NOT UPGRADINGPRODUCTCODE AND TILLFOLDER', "1550"),
        # Last, because MSI cannot undo what the set-up does. If the set-up fails, MSI undoes the rest.
        ("InstallTill", "NOT REMOVE AND NOT STARTATLOGIN", "6500"),
        ("InstallTillAtLogin", "NOT REMOVE AND STARTATLOGIN", "6501"),
    ]
    newer = f"A newer version of {product.TITLE} is installed. An older till may not be able to read its journal."
    # A component that belongs to the registry, on 64-bit Windows.
    attributes = str(_NUMBER_64_BIT)
    return {
        "Property": _table("Property", "Property s72 Value l0", 1, list(properties.items())),
        "Directory": _table(
            "Directory", "Directory s72 Directory_Parent S72 DefaultDir l255", 1, [("TARGETDIR", "", "SourceDir")]
        ),
        "Component": _table(
            "Component", "Component s72 ComponentId S38 Directory_ s72 Attributes i2 Condition S255 KeyPath S72", 1,
            [("Entry", _COMPONENT, "TARGETDIR", attributes, "", "Hidden")],
        ),
        "Feature": _table(
            "Feature",
            "Feature s38 Feature_Parent S38 Title L64 Description L255 Display I2 Level i2 "
            "Directory_ S72 Attributes i2",
            1, [("Till", "", product.TITLE, "", "1", "1", "", "0")],
        ),
        "FeatureComponents": _table("FeatureComponents", "Feature_ s38 Component_ s72", 2, [("Till", "Entry")]),
        # The MSI has an entry in the list of programs. The set-up's own would be a second one.
        "Registry": _table(
            "Registry", "Registry s72 Root i2 Key l255 Name L255 Value L0 Component_ s72", 1,
            [("Hidden", str(_LOCAL_MACHINE), _KEY, "SystemComponent", "#1", "Entry")],
        ),
        "AppSearch": _table("AppSearch", "Property s72 Signature_ s72", 2, [("TILLFOLDER", "TillFolder")]),
        "RegLocator": _table(
            "RegLocator", "Signature_ s72 Root i2 Key s255 Name S255 Type I2", 1,
            [("TillFolder", str(_LOCAL_MACHINE), _KEY, "InstallLocation", str(_RAW_64_BIT))],
        ),
        # uninstall.exe cannot delete itself, nor its folder, while MSI waits for it.
        "RemoveFile": _table(
            "RemoveFile", "FileKey s72 Component_ s72 FileName L255 DirProperty s72 InstallMode i2", 1,
            [("Uninstaller", "Entry", "uninstall.exe", "TILLFOLDER", _ON_REMOVAL),
             ("Folder", "Entry", "", "TILLFOLDER", _ON_REMOVAL)],
        ),
        "Upgrade": _table(
            "Upgrade",
            "UpgradeCode s38 VersionMin S20 VersionMax S20 Language S255 Attributes i4 Remove S255 ActionProperty s72",
            5,
            # Bits: 256 with the least version, 512 with the greatest, 2 only looks. A release has the number of its
            # pre-releases and replaces them.
            [(UPGRADE_CODE, "0.0.0", number, "", str(256 + 512), "", "REPLACED"),
             (UPGRADE_CODE, number, "", "", "2", "", "NEWER")],
        ),
        "LaunchCondition": _table(
            "LaunchCondition", "Condition s255 Description l255", 1,
            [("Installed OR NOT NEWER", newer), ("VersionNT64", f"{product.TITLE} needs a 64-bit Windows.")],
        ),
        "CustomAction": _table("CustomAction", "Action s72 Type i2 Source S72 Target S255", 1, actions),
        "InstallExecuteSequence": _sequence("InstallExecuteSequence", _INSTALL_ACTIONS, own_steps),
        "InstallUISequence": _sequence("InstallUISequence", _STANDARD_ACTIONS | {"ExecuteAction": 1300}),
        "Binary": _table("Binary", "Name s72 Data v0", 1, [("SetUp", _DATA)]),
    }  # fmt: skip


def _sequence(name: str, actions: dict[str, int], own: Sequence[tuple[str, str, str]] = ()) -> list[Sequence[str]]:
    rows = [*((action, "", str(number)) for action, number in actions.items()), *own]
    return _table(name, "Action s72 Condition S255 Sequence I2", 1, rows)


def _table(name: str, columns: str, keys: int, rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Returns a table in the form that MSI tools import.

    Args:
        name: of the table.
        columns: name and type of each column.
        keys: the number of columns that make the key.
        rows: the values.
    """
    words = columns.split()
    names = words[::2]
    return [names, words[1::2], [name, *names[:keys]], *rows]


def _code(text: str) -> str:
    return f"{{{str(uuid.uuid5(_CODES, text)).upper()}}}"
