"""Tells if only administrators can change a file on Windows, by its owner and its access list."""

from __future__ import annotations

import os
import re
import stat
import sys
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

SYSTEM = "S-1-5-18"
ADMINISTRATORS = "S-1-5-32-544"
TRUSTED_INSTALLER = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"

_TRUSTED = re.compile(
    "|".join(
        (
            re.escape(SYSTEM),
            re.escape(ADMINISTRATORS),
            re.escape(TRUSTED_INSTALLER),
            # The built-in Administrator, Domain Admins and Enterprise Admins.
            r"S-1-5-21(-\d+){3}-(500|512|519)",
        )
    )
)
_OWNER_RIGHTS = "S-1-3-4"
"""Stands for the owner, who is checked in any case."""

_TAKE_OVER = 0x500D_0000
"""GENERIC_ALL, GENERIC_WRITE, WRITE_OWNER, WRITE_DAC, DELETE: each of these allows replacing the file."""

_CHANGE_FILE = _TAKE_OVER | 0x0116
"""These and FILE_WRITE_DATA, FILE_APPEND_DATA, FILE_WRITE_EA, FILE_WRITE_ATTRIBUTES."""

_CHANGE_FOLDER = _TAKE_OVER & ~0x4000_0000 | 0x0040
"""These and FILE_DELETE_CHILD. Windows lets every user add files to a folder in ProgramData, but not replace any."""


class Entry(NamedTuple):
    """An entry of an access list that grants rights.

    Attributes:
        sid: security identifier of the account.
        mask: the granted rights.
    """

    sid: str
    mask: int


class Security(NamedTuple):
    """Owner and access list of a file.

    Attributes:
        owner: security identifier of the owner.
        grants: entries that apply to the file itself, or None if there is no list, so everyone has all rights.
    """

    owner: str
    grants: tuple[Entry, ...] | None


def why_untrusted(security: Security, *, is_folder: bool) -> str:
    """Returns why a user who is not an administrator can change this file or folder, or an empty text."""
    if not _TRUSTED.fullmatch(security.owner):
        return "does not belong to the administrators"
    if security.grants is None:
        return "can be changed by everyone"
    changing = _CHANGE_FOLDER if is_folder else _CHANGE_FILE
    for entry in security.grants:
        if entry.mask & changing and entry.sid != _OWNER_RIGHTS and not _TRUSTED.fullmatch(entry.sid):
            return f"can be changed by {entry.sid}, who is not an administrator"
    return ""


if sys.platform == "win32":  # pragma: no cover - the tests run this on Windows
    import ctypes
    from ctypes import wintypes

    _advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)
    _kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)

    _SE_FILE_OBJECT = 1
    _OWNER_AND_LIST = 0x1 | 0x4
    _ALLOWED = frozenset({0x0, 0x9})
    """ACCESS_ALLOWED_ACE_TYPE, and the same with a condition."""
    _DENIED = frozenset({0x1, 0xA})
    _INHERIT_ONLY = 0x8

    class _AccessList(ctypes.Structure):
        _fields_ = (
            ("revision", ctypes.c_ubyte),
            ("padding", ctypes.c_ubyte),
            ("size", wintypes.WORD),
            ("count", wintypes.WORD),
            ("padding_2", wintypes.WORD),
        )

    class _AccessEntry(ctypes.Structure):
        _fields_ = (
            ("kind", ctypes.c_ubyte),
            ("flags", ctypes.c_ubyte),
            ("size", wintypes.WORD),
            ("mask", wintypes.DWORD),
            ("sid", wintypes.DWORD),
        )

    _advapi32.GetNamedSecurityInfoW.argtypes = (
        wintypes.LPCWSTR, ctypes.c_int, wintypes.DWORD, ctypes.POINTER(ctypes.c_void_p), ctypes.c_void_p,
        ctypes.POINTER(ctypes.POINTER(_AccessList)), ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p),
    )  # fmt: skip
    _advapi32.GetNamedSecurityInfoW.restype = wintypes.DWORD
    _advapi32.GetAce.argtypes = (
        ctypes.POINTER(_AccessList), wintypes.DWORD, ctypes.POINTER(ctypes.POINTER(_AccessEntry)),
    )  # fmt: skip
    _advapi32.ConvertSidToStringSidW.argtypes = (ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p))
    _kernel32.LocalFree.argtypes = (ctypes.c_void_p,)
    _kernel32.LocalFree.restype = ctypes.c_void_p

    def problem(path: Path) -> str:
        """Returns why this file cannot be trusted. Empty if only administrators can change it and its folder.

        Raises:
            OSError: owner and access list cannot be read.
        """
        for one, what in ((path.parent, "the folder"), (path, "the file")):
            found = os.lstat(one)
            # A user can make a junction to a folder of their choice.
            if found.st_file_attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT:
                return f"{what} {one} is a link"
            why = why_untrusted(look(one), is_folder=stat.S_ISDIR(found.st_mode))
            if why:
                return f"{what} {one} {why}"
        return ""

    def look(path: Path) -> Security:
        """Reads the owner and access list of a file or folder.

        Raises:
            OSError: they cannot be read.
        """
        owner = ctypes.c_void_p()
        entries = ctypes.POINTER(_AccessList)()
        descriptor = ctypes.c_void_p()
        code = _advapi32.GetNamedSecurityInfoW(
            str(path), _SE_FILE_OBJECT, _OWNER_AND_LIST, ctypes.byref(owner), None, ctypes.byref(entries), None,
            ctypes.byref(descriptor),
        )  # fmt: skip
        if code:
            raise ctypes.WinError(code)
        try:
            has_list = ctypes.cast(entries, ctypes.c_void_p).value is not None
            return Security(_text(owner), tuple(_grants(entries)) if has_list else None)
        finally:
            _kernel32.LocalFree(descriptor)

    def _grants(entries: ctypes._Pointer[_AccessList]) -> list[Entry]:
        grants = []
        for index in range(entries.contents.count):
            entry = ctypes.POINTER(_AccessEntry)()
            if not _advapi32.GetAce(entries, index, ctypes.byref(entry)):
                raise ctypes.WinError(ctypes.get_last_error())
            found = entry.contents
            if found.flags & _INHERIT_ONLY or found.kind in _DENIED:
                continue
            if found.kind not in _ALLOWED:
                grants.append(Entry("an entry of an unknown kind", found.mask))
                continue
            address = ctypes.addressof(found) + _AccessEntry.sid.offset
            grants.append(Entry(_text(ctypes.c_void_p(address)), found.mask))
        return grants

    def _text(sid: ctypes.c_void_p) -> str:
        text = ctypes.c_void_p()
        if not _advapi32.ConvertSidToStringSidW(sid, ctypes.byref(text)):
            raise ctypes.WinError(ctypes.get_last_error())
        try:
            return ctypes.wstring_at(text.value or 0)
        finally:
            _kernel32.LocalFree(text)
