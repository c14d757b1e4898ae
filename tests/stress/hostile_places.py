"""Paths that are no files, or files whose names are a trap."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.index.hostile_files import text_page

SURAT = text_page(b"isi surat")
NAMES = {
    "emoji": "surat 📄.pdf",
    "line end": "baris\nbaru.pdf",
    "250 characters": "a" * 246 + ".pdf",
    "markup": "[bold red]surat[@click=quit].pdf",
    "markup left open": "[[surat].pdf",
    "an option": "-rf.pdf",
    "right to left": "surat\u202efdp.pdf",
    "no letters": "....pdf",
    "spaces": "  .pdf",
    "quotes": "\"'`$(x).pdf",
    "terminal orders": "\x1b[2Jsurat.pdf",
    "bytes of Latin-1": "caf\udce9.pdf",
    "no ending": "surat",
}


def named(name: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(SURAT)
        return path

    return make


def link(target: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / "pintasan.pdf"
        path.symlink_to(target)
        return path

    return make


def linked_folder(folder: Path) -> Path:
    (folder / "asli").mkdir()
    (folder / "asli" / "surat.pdf").write_bytes(SURAT)
    (folder / "lain").symlink_to("asli")
    return folder / "lain" / "surat.pdf"


def pipe(folder: Path) -> Path:
    if sys.platform != "win32":
        os.mkfifo(folder / "pipa.pdf")
    return folder / "pipa.pdf"


def listener(folder: Path) -> Path:
    path = folder / "soket.pdf"
    if sys.platform != "win32":
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(path))
    return path


def directory(folder: Path) -> Path:
    (folder / "map.pdf").mkdir()
    return folder / "map.pdf"


def sparse(size: int) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        with (folder / "jarang.pdf").open("wb") as file:
            file.write(b"%PDF-1.7\n")
            file.truncate(size)
        return folder / "jarang.pdf"

    return make


def kinds() -> Iterator[tuple[str, Callable[[Path], Path]]]:
    """The name of each kind, and what makes it in a folder; those of POSIX are left out on Windows."""
    yield from {
        "missing": lambda folder: folder / "tidak ada.pdf",
        "missing folder": lambda folder: folder / "tidak" / "ada.pdf",
        "below a file": lambda folder: named("surat.pdf")(folder) / "x.pdf",
        "name of no length": lambda folder: folder / ("x" * 5000),
        "NUL in the name": lambda folder: folder / "surat\0.pdf",
        "folder": directory,
        "sparse, 240 MB": sparse(240 * 2**20),
        "sparse, 3 GB": sparse(3 * 2**30),
        **{f"name with {what}": named(name) for what, name in NAMES.items()},
    }.items()
    if sys.platform != "win32":
        yield from {
            "pipe": pipe,
            "socket": listener,
            "device": lambda folder: Path("/dev/zero"),
            "device that waits": lambda folder: Path("/dev/tty"),
            "link to a device": link("/dev/zero"),
            "link to the passwords": link("/etc/passwd"),
            "link to nothing": link("tidak-ada"),
            "link to itself": link("pintasan.pdf"),
            "linked folder": linked_folder,
        }.items()
