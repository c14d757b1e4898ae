"""What an officer leaves, in words for the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.model import Officer, Right
from ppid_tui.desk.due import request_due
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.leaving import Leaving
from ppid_tui.desk.office import Office
from ppid_tui.desk.roles import joined, title_of
from ppid_tui.printouts.labels import long_date

SHOWN = 5
"""Lines of each kind; the paper has them all."""


def left_words(office: Office, left: Leaving, viewer: Viewer) -> list[tuple[str, str]]:
    """Heads and the lines beneath them, one a row: (head, '') or ('', line)."""
    seen = [d.title for d in left.loans if may_see(office, d, viewer)]
    hidden = len(left.loans) - len(seen)
    cases = [f"{case.title} (langkah {case.step})" for case in left.cases]
    asked = [f"{r.number}: {r.items[0].wanted}, batas {long_date(request_due(r))}" for r in left.requests]
    lent = [*seen, *([f"dan {hidden} yang tidak ditampilkan di sini"] if hidden else [])]
    return [
        *_part("Peran", _roles(office, left)),
        *_part(f"Pekerjaan yang menunggu peran itu: {len(cases)}", cases),
        *_part(f"Permohonan yang belum selesai: {len(asked)}", asked),
        *_part(f"Hardcopy yang dipinjam: {len(left.loans)}", lent),
    ]


def alone_words(left: Leaving, receiver: Officer | None) -> str:
    """Which roles nobody has afterwards; '' where each has someone."""
    kept = left.officer.roles if receiver else ()
    titles = [role.title for role in left.alone if role.id not in kept]
    return f"Sesudah ini belum ada yang memegang peran {joined(titles)}. Pilih penerima." if titles else ""


def question(left: Leaving, receiver: Officer | None) -> str:
    """What is asked before it is done."""
    ends = f"{left.officer.name} tidak dapat masuk lagi mulai hari ini; catatan kerjanya tetap ada."
    if receiver is None:
        return f"{ends} Belum ada yang menerima tugasnya."
    counted = ((len(left.requests), "permohonan"), (len(left.loans), "hardcopy yang dipinjam"))
    given = [*(["perannya"] if left.officer.roles else []), *(f"{n} {what}" for n, what in counted if n)]
    return f"{ends} {receiver.name} menerima {joined(given)}." if given else ends


def _roles(office: Office, left: Leaving) -> list[str]:
    titles = [title_of(office.sop, role) for role in left.officer.roles]
    return [*titles, *(["Administrator"] if office.may(left.officer, Right.ADMINISTER) else []), *left.stand_ins]


def _part(head: str, lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield head, ""
    yield from (("", f"  {line}") for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield "", f"  … dan {len(lines) - SHOWN} lagi, semuanya di berita acara"
