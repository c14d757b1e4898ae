"""Printing by CUPS (Linux, macOS): its programs ``lp`` and ``lpstat``, their answers put in Indonesian."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from ppid_tui.desk.printer import NO_ANSWER, NO_PRINTER, Printed, Printer

PATIENCE = 20.0
"""Seconds until a print system counts as silent."""
FIT = ("-o", "print-scaling=auto-fit")
"""A page larger than the printer's paper is made smaller, never clipped: F4 on A4."""

_TROUBLES = (
    ("media-empty", "kertas habis"),
    ("media-needed", "kertas habis"),
    ("media-jam", "kertas macet"),
    ("toner-empty", "toner habis"),
    ("marker-supply-empty", "tinta atau toner habis"),
    ("door-open", "penutup pencetak terbuka"),
    ("cover-open", "penutup pencetak terbuka"),
    ("connecting-to-device", "pencetak mati atau kabelnya lepas"),
    ("timed-out", "pencetak mati atau kabelnya lepas"),
    ("offline", "pencetak mati atau kabelnya lepas"),
    ("missing", "program pencetak belum terpasang"),
    ("paused", "antreannya sedang dihentikan"),
)
_REFUSALS = (
    ("no default destination", NO_PRINTER),
    ("does not exist", "pencetak itu tidak ada lagi"),
    ("not accepting", "pencetak itu sedang tidak menerima cetakan"),
    ("unsupported document-format", "pencetak hanya menerima PDF dan teks"),
)


def printers() -> tuple[Printer, ...]:
    """The queues of this computer, the system's choice first, then those that work; none where there is no CUPS."""
    return read_printers(_ask("lpstat", "-l", "-p"), _default())


def read_printers(status: str, default: str = "") -> tuple[Printer, ...]:
    """The queues in what ``lpstat -l -p`` prints."""
    found = [_printer(part, default) for part in re.split(r"(?m)^(?=printer )", status)[1:]]
    return tuple(sorted(found, key=lambda one: (not one.default, bool(one.trouble), one.name)))


def send(path: Path, printer: str = "", copies: int = 1, pages: str = "") -> Printed:
    """Put a file into the queue of a printer; without a name the system's choice, or the only one there is."""
    program, name = shutil.which("lp"), printer or _default() or _only_one()
    if program is None or not name:
        return Printed(path, False, NO_PRINTER)
    wishes = ("-d", name, "-n", str(copies), *FIT, *(("-P", pages) if pages else ()))
    try:
        answer = _run([program, *wishes, "--", str(path)])
    except (OSError, subprocess.TimeoutExpired):
        return Printed(path, False, NO_ANSWER, name)
    if answer.returncode:
        running = "is running" in _ask("lpstat", "-r")
        return Printed(path, False, _refusal(answer.stderr) if running else NO_ANSWER, name)
    job = re.search(r"request id is (\S+)", answer.stdout)
    return Printed(path, True, "", name, job[1] if job else "", _trouble(_ask("lpstat", "-l", "-p", name)))


def job_words(job: str) -> str:
    """Where a job stands: it waits, is held up, is being printed, or has left the queue."""
    printer = job.rpartition("-")[0]
    if not re.search(rf"(?m)^{re.escape(job)}\s", _ask("lpstat", "-W", "not-completed", "-o", printer)):
        return "sudah keluar dari antrean pencetak"
    status = _ask("lpstat", "-l", "-p", printer)
    if trouble := _trouble(status):
        return f"tertahan di antrean: {trouble}"
    return "sedang dicetak" if f"now printing {job}." in status else "menunggu giliran di antrean pencetak"


def _printer(status: str, default: str) -> Printer:
    name = status.split()[1]
    return Printer(name, _trouble(status), name == default)


def _trouble(status: str) -> str:
    """What the queue complains of; an unknown complaint of a queue that stands still is shown as it is."""
    alerts = re.search(r"Alerts: (.+)", status)
    told = alerts[1].lower() if alerts else ""
    known = [words for sign, words in _TROUBLES if sign in told]
    stands = "disabled since" in status
    return known[0] if known else ("antreannya sedang dihentikan" if stands else "")


def _default() -> str:
    found = re.search(r"system default destination: (\S+)", _ask("lpstat", "-d"))
    return found[1] if found else ""


def _only_one() -> str:
    found = re.findall(r"(?m)^(\S+) accepting", _ask("lpstat", "-a"))
    return found[0] if len(found) == 1 else ""


def _refusal(told: str) -> str:
    return next((words for sign, words in _REFUSALS if sign in told.lower()), "pencetak belum siap")


def _ask(program: str, *words: str) -> str:
    """What the program prints; nothing where it is not there or does not answer."""
    found = shutil.which(program)
    if found is None:
        return ""
    try:
        return _run([found, *words]).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "LC_ALL": "C"},
    )
