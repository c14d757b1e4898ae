"""What the office brings to the Komisi Informasi: every paper of the request, what was given, and its trail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from archive.model import AuditEntry, Officer
from archive.request_model import Request
from ppid_tui.desk import request_papers
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.office import Office
from ppid_tui.desk.requests import require_counter
from ppid_tui.printouts.labels import LETTERS, long_date, long_time

LISTED = "daftar bukti.txt"
MOST_ENTRIES = 1000


def evidence(office: Office, request: Request) -> list[str]:
    """The list: papers that the kiosk makes again, letters with their numbers, documents, and what must be added."""
    lines = [request_papers.NAMES[kind] for kind in request_papers.papers_for(request)]
    lines += [
        f"{LETTERS[letter.kind]}, nomor {letter.number or '(belum diisi)'}, {long_date(letter.written)}: "
        "sertakan lembar yang bertanda tangan"
        for letter in request.letters
    ]
    for item in request.items:
        lines += [f"Dokumen yang diberikan: {title}" for title in _titles(office, item.documents)]
    return [*lines, "Jejak perubahan permohonan"]


def gather(office: Office, request: Request, by: Officer, at: datetime) -> tuple[Path, int]:
    """Write all of it into a folder of its own among the printouts; where it is, and how many things are listed.

    Raises NotAllowed, or OSError.
    """
    require_counter(office, by, "Mengumpulkan bukti sengketa")
    folder = office.home.printouts / f"{at:%Y%m%d-%H%M%S} bukti {re.sub(r'[^A-Za-z0-9]+', '-', request.number)}"
    folder.mkdir(parents=True, exist_ok=True)
    for number, kind in enumerate(request_papers.papers_for(request), 1):
        made = request_papers.make(office, request, kind, by, at)
        made.replace(folder / f"{number:02} {request_papers.NAMES[kind]}{made.suffix}")
    (folder / "jejak perubahan.txt").write_text("\n".join(_trail(office, request)) + "\n", encoding="utf-8")
    listed = evidence(office, request)
    numbered = [f"{n}. {line}" for n, line in enumerate(listed, 1)]
    heading = f"Bukti permohonan {request.number}, disusun {long_time(at)} oleh {by.name}"
    (folder / LISTED).write_text("\n".join([heading, "", *numbered]) + "\n", encoding="utf-8")
    office.records.trail.append(at, by.name, "mengumpulkan bukti sengketa", "requests", request.id)
    return folder, len(listed)


def _titles(office: Office, ids: tuple[int, ...]) -> list[str]:
    documents = office.records.documents_of(ids)
    return [f"{one.title} ({one.number or 'tanpa nomor'})" for one in documents if not may_give(one)]


def _trail(office: Office, request: Request) -> Iterator[str]:
    entries = office.records.trail.find(("requests", request.id), limit=MOST_ENTRIES)
    yield from (_line(entry) for entry in reversed(list(entries)))


def _line(entry: AuditEntry) -> str:
    note = f": {entry.note}" if entry.note else ""
    return f"{long_time(entry.at)}  {entry.by}  {entry.action}{note}"
