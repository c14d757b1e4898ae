"""What the stress scripts are asked, and what they answer."""

from __future__ import annotations

import signal
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter

from tests.stress.writing import Tally


def asked(words: str | None, rounds: int) -> Namespace:
    """``--rounds`` and ``--control`` from the command line."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # or a mounted disk would be left behind
    parser = ArgumentParser(description=words, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=rounds)
    parser.add_argument("--control", action="store_true", help="with a safeguard taken out: must fail")
    return parser.parse_args()


def finished(name: str, tally: Tally) -> int:
    """Print the figures; 1 where anything was lost or unreadable."""
    print(f"{name}: {tally}")
    return int(tally.failed)
