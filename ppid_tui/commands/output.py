"""How a command answers: words for people, one JSON document for programs, progress beside both."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from ppid_tui.desk.progress import Progress
from ppid_tui.printouts.literal import literal

P = TypeVar("P", bound=Progress)


class Refused(Exception):
    """Nothing was done; the words say why and what to do, in one Indonesian sentence."""


def target_of(name: str) -> Path:
    """The file that is to be written. Raises Refused where its folder is missing or it is a folder itself."""
    target = Path(name).expanduser()
    if target.is_dir():
        raise Refused(f"{target} adalah folder. Sebutkan nama berkasnya, misalnya {target / 'hasil.pdf'}.")
    if not target.parent.is_dir():
        raise Refused(f"Folder {target.parent} belum ada. Buat dahulu, atau pilih folder lain.")
    return target


def warn(text: str) -> None:
    """What does not stop the command but should be put right, beside its answer."""
    print(literal(text), file=sys.stderr)


def say(text: str = "") -> None:
    """A line for people. Signs that would command the terminal, as in a hostile title, are left out."""
    print(literal(text))


def tell_json(answer: object) -> None:
    """The one JSON document of a command. Half a letter, as in a broken file name, stands as its escape."""
    print(json.dumps(answer, ensure_ascii=False, indent=2))


def followed(steps: Iterable[P]) -> Iterable[P]:
    """Show on a terminal how far the work is, and pass each step on."""
    shown = sys.stderr.isatty()
    for step in steps:
        if shown:
            print(f"\r\x1b[K{step.done}/{step.total} {literal(step.name)[:60]}", end="", file=sys.stderr, flush=True)
        yield step
    if shown:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
