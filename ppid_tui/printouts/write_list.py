"""A list to a file: the same rows in PDF, DOCX, TXT, XLSX, CSV and JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ppid_tui.printouts import list_data, write
from ppid_tui.printouts.information_list import InformationList

PAPERS = (".pdf", ".docx", ".txt")
FORMATS = (".pdf", ".docx", ".xlsx", ".csv", ".json")


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
    return {".xlsx": list_data.xlsx, ".csv": list_data.csv_text, ".json": list_data.json_text}[path.suffix.lower()]
