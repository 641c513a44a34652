"""Measures the same job in a browser window: Chromium with a page that does what the till does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks import calls
from tests.benchmarks.figures import Figure, median, missing, ratio
from tests.chromium import find_chromium
from tests.posix import is_root

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURES = {
    "browser_redeem": "browser: press → receipt painted",
    "browser_first_paint": "browser: first paint",
    "browser_memory": "browser: private memory",
}

PAGE = """<!doctype html><meta charset="utf-8"><title>Till</title>
<style>body{font:18px sans-serif;margin:0}header{height:56px;background:#eee}.card{margin:24px;padding:24px;
border:1px solid #ccc;border-radius:12px}input,button{font:inherit;padding:12px;min-height:44px}[hidden]{display:none}
</style><header>Points Till</header><div class="card" id="code"><label>Validation code <input id="field"></label>
<button id="redeem">Redeem 10 points</button></div><div class="card" id="receipt" hidden><h1></h1><pre></pre>
<button id="next">New customer</button></div><script>
const ROUNDS = %d, painted = () => new Promise(r => requestAnimationFrame(() => setTimeout(r)));
const call = async () => (await fetch("/bare", {method: "POST", body: "x".repeat(400)})).json();
const rows = [];
async function run() {
  const first = performance.timeOrigin + (performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN);
  for (let round = 0; round < ROUNDS; round++) {
    receipt.hidden = true; code.hidden = false; field.value = "123456"; field.focus();
    await new Promise(r => setTimeout(r, 300));
    let begun = performance.now(); await call(); const bare = performance.now() - begun;
    await new Promise(r => setTimeout(r, 300));
    begun = performance.now(); redeem.disabled = true;
    const answer = await call();
    receipt.querySelector("h1").textContent = "Take 1.00 off the bill";
    receipt.querySelector("pre").textContent = answer.response.replace(/(.{40})/g, "$1\\n");
    code.hidden = true; receipt.hidden = false; redeem.disabled = false; next.focus();
    await painted();
    rows.push([bare / 1000, (performance.now() - begun) / 1000]);
  }
  await fetch("/report", {method: "POST", body: JSON.stringify({first, rows})});
}
setTimeout(run, 1000);
</script>"""


def browser(rounds: int, runs: int) -> Iterator[Figure]:
    """Measures the page. Chromium runs headless, because that is its quickest.

    Args:
        rounds: how many redemptions in each run.
        runs: how often the browser is started.
    """
    program = find_chromium()
    if program is None:
        yield from (missing(name, title, "there is no Chromium") for name, title in _FIGURES.items())
        return
    reports: list[dict[str, Any]] = []
    try:
        reports += [_run(program, rounds) for _ in range(runs + 1)]
    except (OSError, TimeoutError) as error:
        yield from (missing(name, title, f"Chromium did not report: {error}") for name, title in _FIGURES.items())
        return
    # The first start fills the disk cache, the first rounds warm the page up.
    reports = reports[1:]
    pairs = [(bare, took) for report in reports for bare, took in report["rows"][2:]]
    yield ratio("browser_redeem", _FIGURES["browser_redeem"], pairs, goal=None, scale=1000)
    paints = [report["first"] * 1000 for report in reports]
    yield median("browser_first_paint", _FIGURES["browser_first_paint"], paints, unit="ms")
    sizes = [report["private"] for report in reports]
    yield median("browser_memory", _FIGURES["browser_memory"], sizes, unit="MiB")


def _run(program: str, rounds: int) -> dict[str, Any]:
    """Starts the browser once, and returns its report.

    Raises:
        TimeoutError: it sent none.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_text(PAGE % rounds, encoding="utf-8")
        with calls.slow_service(calls.DELAY, folder) as facts:
            begun = time.time()
            options = ["--headless=new", "--no-first-run", "--disable-gpu", "--ignore-certificate-errors"]
            options += ["--window-size=1024,600", f"--user-data-dir={folder / 'profile'}"]
            if is_root():
                options.append("--no-sandbox")
            command = [program, *options, f"{facts['url']}/page.html"]
            process = subprocess.Popen(
                command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            try:
                report = folder / "report.json"
                end = time.monotonic() + 60 + 2 * rounds
                while not report.exists():
                    if time.monotonic() > end or process.poll() is not None:
                        raise TimeoutError(f"it ended with {process.poll()}")
                    time.sleep(0.1)
                found: dict[str, Any] = json.loads(report.read_text())
                found["first"] = found["first"] / 1000 - begun
                found["private"] = sum(_private(one) for one in _tree(process.pid))
                return found
            finally:
                if sys.platform != "win32":
                    os.killpg(process.pid, 15)
                process.wait(20)


def _tree(process: int) -> Iterator[int]:
    """Yields a process and all that it has started."""
    yield process
    for task in Path(f"/proc/{process}/task").iterdir():
        for child in (task / "children").read_text().split():
            yield from _tree(int(child))


def _private(process: int) -> float:
    """Returns the MiB that would be free without a process."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) / 1024
