"""The prints of this office: which paper went to which printer and what became of it, so that it can go again.

A list beside the papers, a line a try; a line that a power cut tore is passed over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from archive.model import Officer, Right
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.office import Office, now
from ppid_tui.desk.printer import Printed

KEPT_IN, LIST = "printouts", "cetakan.jsonl"
MOST, READ = 50, 1000
"""Prints that are shown, and tries that are read for it."""


@dataclass(frozen=True)
class Print:
    """A try to print: ``file`` in the printouts folder; ``reason`` is why it failed, '' where the queue took it.

    ``documents`` are those that were given out with it: it goes again only while each of them may be given.
    """

    file: str
    at: str
    by: int = 0
    copies: int = 1
    printer: str = ""
    job: str = ""
    reason: str = ""
    chosen: bool = False
    documents: tuple[int, ...] = ()

    @property
    def when(self) -> datetime:
        """When it was tried."""
        return datetime.fromisoformat(self.at)


def note(printed: Printed, copies: int, by: int, chosen: bool = False, documents: Sequence[int] = ()) -> None:
    """Put a try onto the list, if the file lies where papers are kept; a full disk does not stop a print.

    ``chosen``: the printer was picked by hand.
    """
    if printed.path.parent.name != KEPT_IN:
        return
    line = Print(
        file=printed.path.name,
        at=now().isoformat(),
        by=by,
        copies=copies,
        printer=printed.printer,
        job=printed.job,
        reason=printed.reason,
        chosen=chosen,
        documents=tuple(documents),
    )
    with suppress(OSError), (printed.path.parent / LIST).open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(line), ensure_ascii=False) + "\n")


def last_prints(office: Office, by: Officer) -> list[Print]:
    """The papers printed last, the newest first, each with its last try; of files that are still there.

    Another officer's papers may name exempt documents: only who may see these sees them all. What was given out
    stands here while it may still be given.
    """
    sees_all = office.may(by, Right.SEE_EXEMPT)
    newest: dict[str, Print] = {}
    for one in reversed(_tries(office.home.printouts)):
        if one.by and (sees_all or one.by == by.id) and (office.home.printouts / one.file).is_file():
            newest.setdefault(one.file, one)
    return [one for one in newest.values() if may_go_again(office, one)][:MOST]


def may_go_again(office: Office, one: Print) -> bool:
    """Whether every document that was given out with it may still be given."""
    known = (office.records.documents.standing(number) for number in one.documents)
    return all(document is not None and not may_give(document) for document in known)


def title(one: Print) -> str:
    """What it is: the file's name without its time and ending."""
    return re.sub(r"^\d{8}-\d{6} ", "", Path(one.file).stem)


def chosen_printer(folder: Path) -> str:
    """The printer that was picked by hand last; '' where none was."""
    return next((one.printer for one in reversed(_tries(folder)) if one.chosen), "")


def _tries(folder: Path) -> list[Print]:
    try:
        lines = (folder / LIST).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    return [one for line in lines[-READ:] if (one := _read(line))]


def _read(line: str) -> Print | None:
    with suppress(ValueError, TypeError):
        read = Print(**json.loads(line))
        return read if read.when and Path(read.file).name == read.file else None
    return None
