"""Handing a file to the system: its printer, or the viewer that opens such files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from ppid_tui.desk import lp, prints, windows_print
from ppid_tui.desk.printer import NO_PRINTER, Printed, Printer

WINDOWS = sys.platform == "win32"
NO_VIEWER = "belum ada program untuk membuka berkas ini"
GIVES_UP_WITHIN = 1.5
"""Seconds in which an opener that has nothing to open with says so."""
OFF = "PPID_NO_PRINTER"
"""The environment's word for a laptop on which nothing is to be printed: papers are only saved."""


def printers() -> tuple[Printer, ...]:
    """The printers of this computer, the system's choice first."""
    if os.environ.get(OFF):
        return ()
    return windows_print.printers() if WINDOWS else lp.printers()


def send_to_printer(
    path: Path, pages: str = "", copies: int = 1, printer: str = "", by: int = 0, documents: Sequence[int] = ()
) -> Printed:
    """Print a file with the system's own means, and keep on the list of prints what became of it.

    ``pages`` like "2-3" where the system can choose them; ``printer`` as ``printers`` names it, '' the one chosen
    last, else the system's choice; ``by`` is the officer's id, to whom the list shows it, 0 for nobody.
    ``documents`` are the ids of those that are given out with it.
    """
    printed = _sent(path, pages, copies, printer or _chosen_last(path))
    prints.note(printed, copies, by, chosen=bool(printer), documents=documents)
    return printed


def told(printed: Printed, listed: bool = True) -> str:
    """What became of a print and where its file is, as the officer reads it; ``listed``: on the list of prints."""
    kept = f"Tersimpan di {printed.path.parent.name}/{printed.path.name}"
    if not printed.sent:
        again = " Cetak lagi: F6, Cetakan terakhir." if listed else ""
        return f"Belum tercetak: {printed.reason}. {kept}.{again}"
    printer = f"ke pencetak {printed.printer}".strip()
    if printed.held:
        return f"Dikirim {printer}, tetapi tertahan di antreannya: {printed.held}. {kept}."
    return f"Dikirim {printer}. {kept}."


def job_words(job: str) -> str:
    """Where a job stands in the queue, in Indonesian; '' where the system does not tell."""
    return lp.job_words(job) if job and not WINDOWS else ""


def open_with_viewer(path: Path) -> str:
    """Open a file in the system's viewer, unaltered; returns why not, in Indonesian, or ''."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:
            return NO_VIEWER
        return ""
    if sys.platform != "darwin" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
        return "layar ini tidak dapat membuka jendela lain"
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None:
        return NO_VIEWER
    try:
        opener = subprocess.Popen(
            [program, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return "berkas ini tidak dapat dibuka"
    return NO_VIEWER if _gave_up(opener) else ""


def _gave_up(opener: subprocess.Popen[bytes]) -> bool:
    """Whether it ended at once in failure: xdg-open says so where no program is set for this kind of file."""
    try:
        return opener.wait(GIVES_UP_WITHIN) != 0
    except subprocess.TimeoutExpired:  # some stay for as long as the window is open
        Thread(target=opener.wait, daemon=True).start()
        return False


def _sent(path: Path, pages: str, copies: int, printer: str) -> Printed:
    if os.environ.get(OFF):
        return Printed(path, False, NO_PRINTER)
    return windows_print.send(path, printer, copies) if WINDOWS else lp.send(path, printer, copies, pages)


def _chosen_last(path: Path) -> str:
    """The printer that was chosen last, while it is still there."""
    last = prints.chosen_printer(path.parent)
    return last if last and last in {one.name for one in printers()} else ""
