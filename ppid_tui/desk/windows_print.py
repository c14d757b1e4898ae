"""Printing on Windows: the print verb of the program that opens such files, to the system's printer or another."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from ppid_tui.desk.printer import Printed, Printer

_KEY = r"Software\Microsoft\Windows NT\CurrentVersion"
NO_PROGRAM = "belum ada pencetak atau program untuk mencetak berkas ini"


def printers() -> tuple[Printer, ...]:
    """The printers of who is signed in to Windows, the system's choice first."""
    default = _default()
    return tuple(Printer(name, default=name == default) for name in sorted(_names(), key=lambda n: (n != default, n)))


def send(path: Path, printer: str = "", copies: int = 1) -> Printed:
    """Hand the file to its program, once a copy: the verb knows neither copies nor pages, and tells no job."""
    if sys.platform == "win32":
        try:
            for _ in range(copies):
                if printer:
                    os.startfile(path, "printto", f'"{printer}"')
                else:
                    os.startfile(path, "print")
        except OSError:
            return Printed(path, False, NO_PROGRAM, printer)
    return Printed(path, True, "", printer)


def _names() -> list[str]:
    """As the registry lists them for this account."""
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"{_KEY}\Devices") as key:
            return [winreg.EnumValue(key, number)[0] for number in range(winreg.QueryInfoKey(key)[1])]
    return []


def _default() -> str:
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"{_KEY}\Windows") as key:
            return str(winreg.QueryValueEx(key, "Device")[0]).split(",")[0]
    return ""
