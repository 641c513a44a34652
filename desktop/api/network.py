"""Finds the way to the service: which proxy, whose login, and which certificate authorities are trusted too."""

from __future__ import annotations

import ipaddress
import sys
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from fnmatch import fnmatch
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from desktop.domain.settings import DIRECT, is_loopback

if TYPE_CHECKING:
    from desktop.domain.settings import Settings


@dataclass(frozen=True, slots=True)
class Network:
    """The way to the service, as the settings have it.

    Attributes:
        proxy: `http://host:port`; `direct` for none; empty for the one of the environment or the system.
        proxy_login: name and password for that proxy; None if it needs none.
        ca_file: a file of certificate authorities that are trusted too; empty for none.
    """

    proxy: str = ""
    proxy_login: tuple[str, str] | None = field(default=None, repr=False)
    ca_file: str = ""

    @classmethod
    def of(cls, settings: Settings, proxy_password: str) -> Network:
        """Returns the way that the settings have. A login belongs to their proxy, never to one of the environment.

        Without the password there is no login: the proxy might lock the account after some wrong ones.
        """
        has_login = settings.proxy_user and settings.proxy and proxy_password
        login = (settings.proxy_user, proxy_password) if has_login else None
        return cls(settings.proxy, login, settings.ca_file)


_UNREADABLE = "the proxy's address cannot be read"


class ProxySource(StrEnum):
    """What decided about the proxy."""

    NONE = "none"
    LOOPBACK = "loopback"
    """The service is on this machine, which no proxy can reach."""
    SETTING = "setting"
    ENVIRONMENT = "environment"
    NO_PROXY = "no_proxy"
    """The environment or the system has a proxy, but not for this address."""
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Proxy:
    """The proxy for one address.

    Attributes:
        address: `http://host:port`, with a login only if the environment has one in it; empty for none.
        source: what decided about it.
    """

    address: str = field(default="", repr=False)
    source: ProxySource = ProxySource.NONE

    @property
    def shown(self) -> str:
        """The address without a login, also if the password has a `/`, `?` or `#` that should have been quoted."""
        scheme, sign, rest = self.address.partition("://")
        return f"{scheme}{sign}{rest.rpartition('@')[2]}"

    @property
    def problem(self) -> str:
        """Why no call can go through it, in plain English: the environment or the system has an unsuitable address.

        The libraries would report `http://proxy:80800` as if the name of the service had no address.
        """
        try:
            parts = parse_url(self.address)
            # The standard library, which looks at the proxy for `doctor`, refuses some that the other one takes.
            urlsplit(self.address)
        except (LocationParseError, ValueError):
            return _UNREADABLE
        if not self.address or (parts.scheme in {"http", "https"} and parts.host):
            return ""
        is_socks = (parts.scheme or "").startswith("socks")
        return "SOCKS proxies are not supported, only HTTP proxies" if is_socks else _UNREADABLE


def proxy_for(url: str, setting: str) -> Proxy:
    """Returns the proxy for an address.

    A setting overrides the environment, `NO_PROXY` included. The environment overrides the system.

    Args:
        url: the service's address.
        setting: see `Network.proxy`.
    """
    if is_loopback(url):
        return Proxy(source=ProxySource.LOOPBACK)
    if setting:
        return Proxy("" if setting == DIRECT else setting, ProxySource.SETTING)
    found = urllib.request.getproxies()
    address = found.get(urlsplit(url).scheme) or found.get("all") or ""
    if not address:
        return Proxy()
    if _goes_directly(url):
        return Proxy(source=ProxySource.NO_PROXY)
    # Many programs accept a proxy without its scheme.
    address = address if "://" in address else f"http://{address.removeprefix('//')}"
    # The system is asked only if the environment has nothing about proxies.
    is_environment = bool(urllib.request.getproxies_environment())
    return Proxy(address, ProxySource.ENVIRONMENT if is_environment else ProxySource.SYSTEM)


def _goes_directly(url: str) -> bool:
    """Returns whether the environment or the system wants no proxy for an address."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    environment = urllib.request.getproxies_environment()
    # The standard library does not know the networks that many programs accept, such as 10.0.0.0/8.
    if any(_is_in_network(host, one.strip()) for one in environment.get("no", "").split(",")):
        return True
    if sys.platform == "win32" and not environment:
        return _is_excepted_by_windows(host)
    # With the port, because an entry may have one.
    return bool(urllib.request.proxy_bypass(host if ":" in host else parts.netloc.rpartition("@")[2]))


def _is_in_network(host: str, network: str) -> bool:
    try:
        return "/" in network and ipaddress.ip_address(host) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False


_WINDOWS_SETTINGS = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"


def _is_excepted_by_windows(host: str) -> bool:
    """Returns whether Windows' settings want no proxy for a host.

    The standard library's own answer looks names up, for seconds if there is no reverse one, and with each call.
    """
    excepted = ""
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _WINDOWS_SETTINGS) as key:
            excepted = str(winreg.QueryValueEx(key, "ProxyOverride")[0])
    names = [one.strip().lower() for one in excepted.split(";")]
    # `<local>` stands for names without a dot.
    return any(fnmatch(host, one) for one in names) or ("<local>" in names and "." not in host)
