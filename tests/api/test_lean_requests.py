"""Tests that requests is imported without what the till does not need, and still does what the till needs."""

from __future__ import annotations

import subprocess
import sys


def run(source: str) -> str:
    """Runs a program in a fresh interpreter in which every warning is an error, and returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", source], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_two_libraries_are_left_out() -> None:
    """Neither the guessing of encodings nor the tables of international host names are in memory."""
    left = run(
        "import sys, desktop.api.client\n"
        "print([one for one in sys.modules if one.split('.')[0] in {'idna', 'charset_normalizer', 'chardet'}\n"
        "       or one.startswith(('requests.packages.idna', 'requests.packages.chardet'))])"
    )
    assert left == "[]"


def test_an_international_host_name_works() -> None:
    """requests and urllib3 import what encodes such names when they meet one."""
    found = run(
        "import desktop.api.client, requests, urllib3\n"
        "prepared = requests.Request('GET', 'https://bücher.example/').prepare()\n"
        "print(prepared.url, urllib3.util.parse_url('//bücher').host)"
    )
    assert found == "https://xn--bcher-kva.example/ xn--bcher-kva"


def test_what_was_imported_before_stays() -> None:
    """Another user of the two libraries in the same program keeps them."""
    kept = run(
        "import idna, charset_normalizer, sys\n"
        "import desktop.api.client\n"
        "print(sys.modules['idna'] is idna, sys.modules['charset_normalizer'] is charset_normalizer, idna.encode('ü'))"
    )
    assert kept == "True True b'xn--tda'"


def test_the_others_can_be_imported_afterwards() -> None:
    """Only requests goes without. A later import finds the library."""
    assert run("import desktop.api.client, charset_normalizer, idna; print(idna.encode('ü'))") == "b'xn--tda'"


def test_a_text_without_an_encoding_is_read_as_utf_8() -> None:
    """requests has a way of its own without detection."""
    source = "import desktop.api.client, requests\nanswer = requests.Response()\nanswer._content = 'ü'.encode()\n"
    assert run(source + "print(ascii(answer.text))") == r"'\xfc'"
