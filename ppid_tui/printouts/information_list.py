"""A list as a paper and as data: the same rows in PDF, DOCX, TXT, XLSX, CSV and JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ppid_tui.printouts import write
from ppid_tui.printouts.paper import Paper

Cell = str | int | date | bool | None

PAPERS = (".pdf", ".docx", ".txt")
FORMATS = (".pdf", ".docx", ".xlsx", ".csv", ".json")


@dataclass(frozen=True)
class Column:
    """A column of the data: ``name`` heads it in a spreadsheet, ``key`` names it in JSON; ``width`` in letters.

    Those that are not ``printed`` stay off the paper when a spreadsheet is printed.
    """

    key: str
    name: str
    width: int = 20
    printed: bool = True


@dataclass(frozen=True)
class InformationList:
    """``facts`` say what the list is, of whom and of when; ``paper`` has the same rows as they are printed."""

    name: str
    facts: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    paper: Paper


def require_format(path: Path) -> None:
    """Raise UnknownFormat unless the ending names a format that lists are written in."""
    if path.suffix.lower() not in (*FORMATS, *PAPERS):
        what = f'Akhiran "{path.suffix}"' if path.suffix else f'"{path.name}" tanpa akhiran, sehingga formatnya'
        raise write.UnknownFormat(f"{what} belum dikenal. Pakai nama yang berakhir {', '.join(FORMATS)}.")


def write_list(content: InformationList, path: Path) -> None:
    """Write the list to ``path``, whole or not at all, in the format of its ending.

    Raises UnknownFormat for an ending that is not among FORMATS or .txt; OSError where the disk refuses.
    """
    require_format(path)
    if path.suffix.lower() in PAPERS:
        write.write(content.paper, path)
    else:
        write.put(_renderer(path)(content), path)


def _renderer(path: Path) -> Callable[[InformationList], bytes]:
    from ppid_tui.printouts import list_data

    return {".xlsx": list_data.xlsx, ".csv": list_data.csv_text, ".json": list_data.json_text}[path.suffix.lower()]
