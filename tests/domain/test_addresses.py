"""Tests reading addresses, and which of them are this machine's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import addresses


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("", ""),
        (" Direct ", "direct"),
        ("http://Proxy.Example:3128", "http://proxy.example:3128"),
        ("HTTP://10.0.0.1:8080/", "http://10.0.0.1:8080"),
        ("http://[fe80::1]:3128", "http://[fe80::1]:3128"),
    ],
)
def test_the_address_of_a_proxy(written: str, read: str) -> None:
    """It has a host and a port, and what was read is read again as the same."""
    assert addresses.proxy_address(written) == read
    assert addresses.proxy_address(read) == read


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("proxy.example:3128", "must begin with http://"),
        ("https://proxy.example:3128", "must begin with http://"),
        ("socks5://proxy.example:1080", "must begin with http://"),
        ("http://proxy.example", "must be http://host:port"),
        ("http://proxy.example:0", "must be http://host:port"),
        ("http://:3128", "must be http://host:port"),
        ("http://proxy.example:3128/proxy.pac", "must be http://host:port"),
        ("http://proxy.example:99999", "is not an address"),
        ("http://shop:hush@proxy.example:3128", "must not carry a login"),
        (3128, "must begin with http://"),
    ],
)
def test_what_is_no_address_of_a_proxy(written: object, why: str) -> None:
    """The reason is given, and a login is never repeated."""
    with pytest.raises(ValueError, match=why) as caught:
        addresses.proxy_address(written)
    assert "hush" not in str(caught.value)


@given(st.text(max_size=30), st.sampled_from(["", "http://", "http://a.example:1"]))
def test_every_address_of_a_proxy_is_read_again_as_the_same(rest: str, start: str) -> None:
    """No text makes anything but an address or a `ValueError`."""
    try:
        address = addresses.proxy_address(start + rest)
    except ValueError:
        return
    assert addresses.proxy_address(address) == address
    assert "@" not in address


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("", ""),
        ("https://EU.Example.com/loyalty", "https://eu.example.com:443"),
        ("HTTPS://eu.example.com:8443", "https://eu.example.com:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://[::1]", "http://[::1]:80"),
    ],
)
def test_an_address_has_an_origin(address: str, origin: str) -> None:
    """Scheme, host and port, however the address is written."""
    assert addresses.origin(address) == origin


@given(st.text(max_size=30), st.sampled_from(["", "https://", "http://", "https://a.example"]))
def test_every_address_that_is_read_has_an_origin(rest: str, start: str) -> None:
    """Two addresses with one origin have one host."""
    try:
        address = addresses.server_address(start + rest)
    except ValueError:
        return
    origin = addresses.origin(address)
    assert (origin == "") is (address == "")
    if origin:
        assert addresses.origin(addresses.server_address(origin)) == origin


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:1", True), ("https://localhost", True), ("http://[::1]", True), ("", False),
        ("https://localhost.example.com", False), ("https://127.0.0.1.example.com", False),
        ("http://127.0.0.2:8000", True), ("http://127.255.255.254", True),
        ("https://127.0.0.256", False), ("https://127.1", False), ("https://128.0.0.1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_this_machine(address: str, here: bool) -> None:
    """The whole host decides. `http://` is accepted for them, and for no others."""
    assert addresses.is_loopback(address) is here
    if address:
        plain = address.replace("https://", "http://")
        if here:
            assert addresses.server_address(plain) == plain
        else:
            with pytest.raises(ValueError, match="must begin with https://"):
                addresses.server_address(plain)
