"""Tests that libraries are imported without what only tells them their version, and get it when they ask later."""

from __future__ import annotations

import subprocess
import sys


def run(source: str) -> str:
    """Runs a program in a fresh interpreter, and returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", source], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_log_and_the_client_go_without() -> None:
    """Neither needs a version of a library, and either works when the other has come first."""
    source = "import sys, desktop.logs, desktop.api.client\nprint('importlib.metadata' in sys.modules)"
    assert run(source) == "False"


def test_the_client_goes_without_what_only_forms_and_names_need() -> None:
    """The types of files that a form sends, and the tables of international names, are not in memory."""
    source = "import sys, desktop.api.client\nprint([one for one in ('mimetypes', 'idna') if one in sys.modules])\n"
    assert run(source) == "[]"
    assert run(source + "import urllib3\nprint(urllib3.util.parse_url('//bücher').host)") == "[]\nxn--bcher-kva"
    assert run(source + "from urllib3.fields import guess_content_type as of\nprint(of('a.png'))") == "[]\nimage/png"


def test_a_version_can_be_asked_for_afterwards() -> None:
    """A library that kept the function gets the true answer, as does one that imports the module itself."""
    source = "import desktop.api.client, urllib3, urllib3.http2 as kept\nimport importlib.metadata as own\n"
    assert run(source + "print(kept.version('urllib3') == own.version('urllib3') == urllib3.__version__)") == "True"
    alone = "import desktop.api.client, urllib3, urllib3.http2 as kept\n"
    assert run(alone + "print(kept.version('urllib3') == urllib3.__version__)") == "True"


def test_during_the_import_no_version_is_known() -> None:
    """A library that insists on its version while it is imported can say what is wrong."""
    source = (
        "from desktop.lean_imports import without_metadata\n"
        "with without_metadata():\n"
        "    from importlib.metadata import version\n"
        "    try:\n"
        "        version('urllib3')\n"
        "    except ImportError as error:\n"
        "        print(error)\n"
    )
    assert run(source) == "the version of urllib3 is not looked up during imports"


def test_what_was_loaded_before_stays() -> None:
    """A program that uses the module itself keeps it."""
    source = "import importlib.metadata as own, sys\nimport desktop.logs\n"
    assert run(source + "print(sys.modules['importlib.metadata'] is own)") == "True"


def test_a_late_module_comes_with_its_first_use() -> None:
    """Until then it is not loaded. Afterwards it is the library's own, for everybody."""
    source = (
        "import sys\n"
        "from desktop.lean_imports import late\n"
        "with late('colorsys', 'json'):\n"
        "    import colorsys as kept, json as loaded\n"
        "print('colorsys' in sys.modules)\n"
        "half = kept.rgb_to_hsv(0, 0, 0.5)\n"
        "import colorsys as own\n"
        "print(own is sys.modules['colorsys'], own is kept, half == own.rgb_to_hsv(0, 0, 0.5))\n"
        "print(hasattr(kept, 'no_such_name'))\n"
    )
    assert run(f"import json\n{source}").split() == ["False", "True", "False", "True", "False"]


def test_a_late_module_can_be_used_at_once() -> None:
    """A library that needs it while it is imported gets it."""
    source = (
        "from desktop.lean_imports import late\n"
        "with late('colorsys'):\n"
        "    from colorsys import rgb_to_hsv\n"
        "import colorsys\n"
        "print(rgb_to_hsv is colorsys.rgb_to_hsv)\n"
    )
    assert run(source) == "True"


def test_a_function_of_a_late_module_can_wait_until_it_is_called() -> None:
    """Taking it out of the module loads nothing. A call does, and returns what the library's own returns."""
    source = (
        "import sys\n"
        "from desktop.lean_imports import late\n"
        "with late('colorsys', only_functions=True):\n"
        "    from colorsys import rgb_to_hsv\n"
        "    import colorsys as kept\n"
        "print('colorsys' in sys.modules)\n"
        "half = rgb_to_hsv(0, b=0.5, g=0)\n"
        "import colorsys as own\n"
        "print(half == own.rgb_to_hsv(0, 0, 0.5), kept.rgb_to_hsv is own.rgb_to_hsv)\n"
    )
    assert run(source).split() == ["False", "True", "True"]


def test_a_class_without_a_docstring_is_still_described() -> None:
    """Only such a class needs the library that describes arguments, and it gets it."""
    source = (
        "import sys\n"
        "from desktop import lean_imports\n"
        "lean_imports.import_dataclasses()\n"
        "lean_imports.import_msgspec()\n"
        "print('inspect' in sys.modules, 'msgspec.inspect' in sys.modules)\n"
        "from dataclasses import dataclass\n"
        "@dataclass\n"
        "class Point:\n"
        "    x: int\n"
        "print(Point.__doc__.replace(' ', ''), 'inspect' in sys.modules)\n"
        "import msgspec\n"
        "print(type(msgspec.inspect.type_info(int)).__name__)\n"
    )
    hidden = "import sys; sys.modules['typing_extensions'] = None\n"
    assert run(hidden + source).split() == ["False", "False", "Point(x:int)", "True", "IntType"]


def test_a_missing_module_can_be_imported_afterwards() -> None:
    """Only what is imported in the block goes without it."""
    source = (
        "from desktop.lean_imports import missing\n"
        "with missing('colorsys'):\n"
        "    try:\n"
        "        import colorsys\n"
        "    except ImportError:\n"
        "        print('missing')\n"
        "import colorsys\n"
        "print(colorsys.__name__)\n"
    )
    assert run(source).split() == ["missing", "colorsys"]
