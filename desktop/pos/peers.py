"""Finds out whether the other end of a local connection belongs to this user."""

from __future__ import annotations

import sys

# The mode of the folder keeps other users out. This second check holds even if the folder is replaced meanwhile.

if sys.platform == "win32":  # pragma: no cover - the tests run this branch on Windows
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION = 0x1000
    _TOKEN_QUERY = 0x0008
    _TOKEN_USER = 1

    def is_this_user(connection: int, *, server: bool) -> bool:
        """True if the process at the other end runs as this user. False if that cannot be found out.

        Args:
            connection: the handle of the pipe.
            server: True if the other end is the server of the pipe.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        number = wintypes.ULONG()
        ask = kernel.GetNamedPipeServerProcessId if server else kernel.GetNamedPipeClientProcessId
        if not ask(wintypes.HANDLE(connection), ctypes.byref(number)):
            return False
        kernel.OpenProcess.restype = wintypes.HANDLE
        process = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, 0, number)
        if not process:
            # An ordinary user cannot open another user's process.
            return False
        try:
            theirs = _user_of(process)
        finally:
            kernel.CloseHandle(wintypes.HANDLE(process))
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        ours = _user_of(kernel.GetCurrentProcess())
        return bool(theirs) and theirs == ours

    def _user_of(process: int) -> str:
        """The security identifier of a process's user; empty if it cannot be found out."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        security = ctypes.WinDLL("advapi32", use_last_error=True)
        token = wintypes.HANDLE()
        if not security.OpenProcessToken(wintypes.HANDLE(process), _TOKEN_QUERY, ctypes.byref(token)):
            return ""
        try:
            size = wintypes.DWORD()
            security.GetTokenInformation(token, _TOKEN_USER, None, 0, ctypes.byref(size))
            found = ctypes.create_string_buffer(size.value)
            if not security.GetTokenInformation(token, _TOKEN_USER, found, size, ctypes.byref(size)):
                return ""
            identifier = ctypes.cast(found, ctypes.POINTER(ctypes.c_void_p))[0]
            text = wintypes.LPWSTR()
            if not security.ConvertSidToStringSidW(ctypes.c_void_p(identifier), ctypes.byref(text)):
                return ""
            try:
                return text.value or ""
            finally:
                kernel.LocalFree(text)
        finally:
            kernel.CloseHandle(token)

else:
    import os
    import socket
    import struct

    _LOCAL_PEERCRED = 1
    """`LOCAL_PEERCRED` of macOS's <sys/un.h>, at level 0. Python does not define it."""

    _XUCRED = "=IIh"
    """The beginning of macOS's `struct xucred`: version, user, number of groups."""

    def is_this_user(connection: int, *, server: bool) -> bool:  # noqa: ARG001 - only Windows needs it
        """True if the process at the other end runs as this user. False if that cannot be found out.

        Args:
            connection: the descriptor of the socket.
            server: True if the other end is the listening one.
        """
        try:
            with socket.socket(fileno=os.dup(connection)) as found:
                return _peer(found) == os.geteuid()
        except OSError:
            # It has disconnected.
            return False

    def _peer(connection: socket.socket) -> int:
        if sys.platform == "darwin":  # pragma: no cover - the tests run this branch on macOS
            answer = connection.getsockopt(0, _LOCAL_PEERCRED, 76)
            return int(struct.unpack_from(_XUCRED, answer)[1])
        else:
            process_user_group = struct.Struct("3i")
            answer = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, process_user_group.size)
            return int(process_user_group.unpack(answer)[1])
