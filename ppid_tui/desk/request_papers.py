"""The papers of a request: which there are at this point, and each of them written, printed, and printed again.

What stands in the register decides what stands on the paper: made again later, it bears the same number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from archive.model import Officer, Right
from archive.request_model import Request, RequestOutcome
from ppid_tui.desk import printing, serving
from ppid_tui.desk.office import Office
from ppid_tui.desk.printer import Printed
from ppid_tui.desk.request_sheets import PaperKind, paper_of
from ppid_tui.printouts.refusal import refused_items

NAMES: Mapping[PaperKind, str] = {
    PaperKind.FORM: "Formulir permohonan",
    PaperKind.RECEIPT: "Tanda bukti penerimaan",
    PaperKind.INCOMPLETE: "Surat ketidaklengkapan",
    PaperKind.EXTENSION: "Surat perpanjangan",
    PaperKind.ANSWER: "Pemberitahuan tertulis",
    PaperKind.REFUSAL: "Keputusan penolakan",
    PaperKind.COSTS: "Kwitansi biaya",
    PaperKind.HANDED_OVER: "Tanda bukti penyerahan",
    PaperKind.OBJECTION: "Formulir keberatan",
    PaperKind.PASSED_ON: "Surat penerusan keberatan",
    PaperKind.OBJECTION_ANSWER: "Tanggapan keberatan",
}
COPIES: Mapping[PaperKind, int] = {PaperKind.FORM: 2, PaperKind.OBJECTION: 2}
"""Of which two are signed: one for the requester, one for the office."""

_THERE: tuple[tuple[PaperKind, Callable[[Request], bool]], ...] = (
    (PaperKind.OBJECTION_ANSWER, lambda r: r.keberatan is not None and r.keberatan.answered is not None),
    (PaperKind.PASSED_ON, lambda r: r.keberatan is not None and r.keberatan.passed_on is not None),
    (PaperKind.OBJECTION, lambda r: r.keberatan is not None),
    (PaperKind.HANDED_OVER, lambda r: r.given is not None or r.direct),
    (PaperKind.COSTS, lambda r: r.costs is not None and r.costs.total > 0),
    (PaperKind.REFUSAL, lambda r: bool(refused_items(r))),
    (PaperKind.ANSWER, lambda r: not r.direct and _is_answered(r)),
    (PaperKind.INCOMPLETE, lambda r: r.waiting is not None and r.waiting.until is not None),
    (PaperKind.EXTENSION, lambda r: r.extended_until is not None),
    (PaperKind.RECEIPT, lambda r: True),
    (PaperKind.FORM, lambda r: not r.direct),
)


def papers_for(request: Request) -> tuple[PaperKind, ...]:
    """The papers that there are for a request as it stands, the last one due first."""
    return tuple(kind for kind, is_there in _THERE if is_there(request))


def make(office: Office, request: Request, kind: PaperKind, by: Officer, at: datetime, ending: str = ".pdf") -> Path:
    """Write the paper into the printouts folder, and put into the trail that it was made.

    Raises NotAllowed for who neither serves nor decides, OSError where the disk refuses.
    """
    if not office.may(by, Right.DECIDE):
        office.require(by, Right.SERVE, "Mencetak kertas permohonan")
    paper = paper_of(office, request, kind, by, at)
    path = serving.save_paper(office, paper, f"{NAMES[kind]} {request.number}", at, ending)
    office.records.trail.append(at, by.name, "mencetak kertas permohonan", "requests", request.id, note=NAMES[kind])
    return path


def print_paper(office: Office, request: Request, kind: PaperKind, by: Officer, at: datetime) -> Printed:
    """Make the paper and send it to the printer, in as many copies as are signed."""
    return printing.send_to_printer(make(office, request, kind, by, at), copies=COPIES.get(kind, 1), by=by.id)


def _is_answered(request: Request) -> bool:
    """Whether anything was decided that the requester is to be told in writing."""
    silent = (RequestOutcome.NONE, RequestOutcome.WITHDRAWN)
    return request.answered is not None or any(item.outcome not in silent for item in request.items)
