"""Lists and their papers into the printouts folder, in the format that was asked for, and to the printer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ppid_tui.desk.office import Office
from ppid_tui.desk.printing import send_to_printer, told
from ppid_tui.desk.serving import printout_path
from ppid_tui.printouts.information_list import InformationList
from ppid_tui.printouts.write_list import write_list


def save_list(office: Office, content: InformationList, at: datetime, ending: str) -> Path:
    """Write the list into the printouts folder. Raises OSError."""
    path = printout_path(office, content.name, at, ending)
    write_list(content, path)
    return path


def printed_words(path: Path, by: int = 0) -> str:
    """Send a PDF to the printer; what became of the file, in Indonesian.

    With the officer's id in ``by`` it can be printed again from the list of prints.
    """
    if path.suffix != ".pdf":
        return f"Tersimpan di {path.parent.name}/{path.name}"
    return told(send_to_printer(path, by=by), listed=bool(by))
