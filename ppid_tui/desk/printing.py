"""Handing a file to the system: its printer, or the viewer that opens such files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Printed:
    """Whether the system took the print job; if not, why, in Indonesian. The file stays in any case."""

    path: Path
    sent: bool
    reason: str = ""


def send_to_printer(path: Path, pages: str = "", copies: int = 1) -> Printed:
    """Print a file with the system's own means; ``pages`` like "2-3" where the system can choose them."""
    if sys.platform == "win32":
        return _print_windows(path)
    program = shutil.which("lp")
    if program is None:
        return Printed(path, False, "belum ada pencetak di laptop ini")
    command = [program, "-n", str(copies), *(["-P", pages] if pages else []), "--", str(path)]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return Printed(path, False, "pencetak tidak menjawab")
    if answer.returncode:
        return Printed(path, False, "pencetak belum siap")
    return Printed(path, True)


def open_with_viewer(path: Path) -> str:
    """Open a file in the system's viewer, unaltered; returns why not, in Indonesian, or ''."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:
            return "belum ada program untuk membuka berkas ini"
        return ""
    program = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if program is None:
        return "belum ada program untuk membuka berkas ini"
    try:
        subprocess.Popen(
            [program, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return "berkas ini tidak dapat dibuka"
    return ""


def _print_windows(path: Path) -> Printed:
    if sys.platform == "win32":
        try:
            os.startfile(path, "print")
        except OSError:
            return Printed(path, False, "belum ada pencetak atau program untuk mencetak berkas ini")
    return Printed(path, True)
