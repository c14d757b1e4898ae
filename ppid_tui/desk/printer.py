"""A printer as the system knows it, and what became of a job that was sent to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

NO_PRINTER = "belum ada pencetak di laptop ini"
NO_ANSWER = "layanan cetak laptop ini tidak menjawab"


@dataclass(frozen=True)
class Printer:
    """``trouble`` says in Indonesian why it does not print now, '' where it does; ``default``: the system's choice."""

    name: str
    trouble: str = ""
    default: bool = False


@dataclass(frozen=True)
class Printed:
    """Whether the system took the print job; if not, why, in Indonesian. The file stays in any case.

    ``printer`` took it, or was asked to; ``job`` is its name in the queue, '' where the system tells none. ``held``
    says what keeps a job that was taken from being printed.
    """

    path: Path
    sent: bool
    reason: str = ""
    printer: str = ""
    job: str = ""
    held: str = ""
