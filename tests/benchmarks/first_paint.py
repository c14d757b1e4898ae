"""How soon the sign-in screen stands, against a Textual app of one label: in one terminal, in turns.

``python -m tests.benchmarks.first_paint [--rounds 15] [--documents 60] [--home FOLDER] [--json]``

From fork to the words on an 80x24 pseudo-terminal. Needs a Unix. Exit code 1 if the bar is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import select
import signal
import struct
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from ppid_tui.demo.build import make_demo
from tests.benchmarks.one_label import WORDS

ROOT = Path(__file__).parent.parent.parent
BAR = 1.5
PATIENCE = 30.0
ONE_LABEL = (sys.executable, "-m", "tests.benchmarks.one_label")


def kiosk(home: Path) -> tuple[str, ...]:
    """The command that opens the kiosk of this home."""
    return (sys.executable, "-m", "ppid_tui", "--home", str(home))


def paint_seconds(command: tuple[str, ...], words: str = WORDS) -> float:
    """Seconds from the fork until the words stand on the terminal."""
    import fcntl
    import pty
    import termios

    started = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.execve(command[0], command, {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"})
    try:
        _read_until(terminal, words.encode())
        return time.perf_counter() - started
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _read_until(terminal: int, words: bytes) -> None:
    seen, until = b"", time.monotonic() + PATIENCE
    while words not in seen:
        if not select.select([terminal], [], [], max(0.0, until - time.monotonic()))[0]:
            raise TimeoutError(f"not painted in {PATIENCE} s: {seen[-500:]!r}")
        seen += os.read(terminal, 65536)


def compare(home: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Times of the kiosk and of the label, taken in turns; a first round warms the caches and is not counted."""
    commands = (kiosk(home), ONE_LABEL)
    times = [[paint_seconds(command) for command in commands] for _ in range(rounds + 1)][1:]
    return [ours for ours, _ in times], [theirs for _, theirs in times]


def main() -> int:
    """Measure, tell, and say by the exit code whether the bar holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--home", type=Path, help="an office that is there already, instead of a new sample")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        home = asked.home or Path(folder) / "home"
        if asked.home is None:
            for _ in make_demo(home, "adpim", asked.documents):
                pass
        ours, theirs = compare(home, asked.rounds)
    found = {"kiosk_ms": round(median(ours) * 1000), "label_ms": round(median(theirs) * 1000)}
    ratio = round(median(ours) / median(theirs), 2)
    print(json.dumps({**found, "ratio": ratio, "bar": BAR}) if asked.json else _words(found, ratio))
    return 0 if ratio <= BAR else 1


def _words(found: dict[str, int], ratio: float) -> str:
    verdict = "holds" if ratio <= BAR else "MISSED"
    return f"kiosk {found['kiosk_ms']} ms, one label {found['label_ms']} ms: {ratio}x (bar {BAR}x {verdict})"


if __name__ == "__main__":
    sys.exit(main())
