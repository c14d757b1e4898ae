"""A paper to a file, in the format that the file's ending names."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from ppid_tui.printouts.paper import Paper, Table

FORMATS = (".pdf", ".docx", ".txt")
TABLES = (".xlsx", ".csv")
"""For papers with a table, as which alone they are then written."""


class UnknownFormat(ValueError):  # says what it is, as an officer would
    """The file's ending names no format that papers are written in; its text is for the officer."""


def write(paper: Paper, path: Path) -> None:
    """Write the paper to ``path``, whole or not at all: an older printout of that name stays until then.

    Raises UnknownFormat for an ending other than .pdf, .docx or .txt, and .xlsx or .csv where there is a table;
    OSError where the disk refuses.
    """
    if path.suffix.lower() in TABLES and not any(isinstance(block, Table) for block in paper.blocks):
        raise UnknownFormat(_explain(path.name, path.suffix))
    put(_renderer(path)(paper), path)


def put(content: bytes, path: Path) -> None:
    """Write a file whole or not at all. Raises OSError."""
    beside = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _renderer(path: Path) -> Callable[[Paper], bytes]:
    # Imported here: reportlab and python-docx are slow to load, and rarely is anything printed in both.
    match path.suffix.lower():
        case ".pdf":
            from ppid_tui.printouts.pdf import render
        case ".docx":
            from ppid_tui.printouts.docx import render
        case ".txt":
            from ppid_tui.printouts.txt import render
        case ".xlsx":
            from ppid_tui.printouts.tables import render_xlsx as render
        case ".csv":
            from ppid_tui.printouts.tables import render_csv as render
        case ending:
            raise UnknownFormat(_explain(path.name, ending))
    return render


def _explain(name: str, ending: str) -> str:
    what = f'Akhiran "{ending}"' if ending else f'"{name}" tanpa akhiran, sehingga formatnya'
    return f"{what} belum dikenal. Pakai nama yang berakhir .pdf, .docx, atau .txt; untuk tabel juga .xlsx atau .csv."
