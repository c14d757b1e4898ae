"""The register of requests (PERKI 1/2010: fifteen columns, and the nomor pendaftaran), as a paper and as data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from archive.case_model import Held
from archive.request_model import Access, Request, RequestItem, RequestOutcome
from ppid_tui.printouts.answer import GIVEN, held_form
from ppid_tui.printouts.information_list import Cell, Column, InformationList
from ppid_tui.printouts.labels import REQUEST_OUTCOMES
from ppid_tui.printouts.paper import Block, Fields, SignaturePair, Table
from ppid_tui.printouts.request_parts import Frame, asker, framed, numbered, short_day, wanted, words
from ppid_tui.printouts.rupiah import rupiah

TICK = "√"
COLUMNS = (
    Column("no", "No", 6),
    Column("nomor_pendaftaran", "No. pendaftaran", 20),
    Column("tanggal", "Tanggal diterima", 16),
    Column("nama", "Nama", 24),
    Column("alamat", "Alamat", 30),
    Column("kontak", "Nomor kontak", 22),
    Column("pekerjaan", "Pekerjaan", 18),
    Column("informasi", "Informasi yang diminta", 44),
    Column("tujuan", "Tujuan penggunaan informasi", 30),
    Column("dikuasai", "Status: di bawah penguasaan", 12),
    Column("tidak_dikuasai", "Status: tidak dikuasai", 12),
    Column("belum_didokumentasikan", "Status: belum didokumentasikan", 14),
    Column("softcopy", "Bentuk: softcopy", 10),
    Column("hardcopy", "Bentuk: hardcopy", 10),
    Column("melihat", "Jenis: melihat/mengetahui", 11),
    Column("salinan", "Jenis: meminta salinan", 11),
    Column("keputusan", "Keputusan", 26),
    Column("alasan_penolakan", "Alasan penolakan", 34),
    Column("pemberitahuan", "Tanggal pemberitahuan tertulis", 16),
    Column("pemberian", "Tanggal pemberian informasi", 16),
    Column("biaya", "Biaya (Rp)", 12),
    Column("cara_pembayaran", "Cara pembayaran", 18),
)
_HEAD = (
    "1. No", "No. pendaftaran", "2. Tanggal", "3. Nama", "4. Alamat", "5. Nomor kontak", "6. Pekerjaan",
    "7. Informasi yang diminta", "8. Tujuan penggunaan informasi", "Ya", "Tidak", "Belum didok.", "Soft copy",
    "Hard copy", "Lihat", "Salinan", "12. Keputusan", "13. Alasan penolakan", "a. Pembe-\nritahuan tertulis",
    "b. Pembe-\nrian informasi", "Biaya", "Cara pem-\nbayaran",
)  # fmt: skip
_WIDTHS = (
    0.8, 2.6, 1.6, 2.2, 2.4, 2.1, 1.95, 3.4, 2.3, 0.8, 1.25, 1.25, 1.1, 1.1, 1.1, 1.6, 2.2, 2.4, 1.75, 1.75, 1.75, 1.7,
)  # fmt: skip
_GROUPS = (
    ("", 9), ("9. Status informasi: dikuasai", 3), ("10. Bentuk", 2), ("11. Jenis permohonan", 2), ("", 2),
    ("14. Hari dan tanggal", 2), ("15. Biaya dan cara pembayaran", 2),
)  # fmt: skip
_CENTERED = frozenset({0, *range(9, 16)})
_LEGEND = "Bila beberapa informasi diminta, angka di kolom √ menyebut yang mana."


def register_list(
    frame: Frame, office: str, period: str, requests: Sequence[Request], pair: SignaturePair
) -> InformationList:
    """The rows of ``requests``, in their order; ``period`` in words, such as "Maret 2026"."""
    facts = (("Kantor", office), ("Periode", period), ("Jumlah permohonan", str(len(requests))))
    rows = tuple(_row(n, request) for n, request in enumerate(requests, 1))
    title = "REGISTER PERMOHONAN INFORMASI PUBLIK"
    blocks: tuple[Block, ...] = (
        Fields(facts),
        *(_table(requests) if requests else (words("Nihil."),)),
        pair,
    )
    return InformationList(title.capitalize(), facts, COLUMNS, rows, framed(frame, title, blocks, landscape=True))


def _table(requests: Sequence[Request]) -> tuple[Block, ...]:
    rows = tuple(_printed(n, request) for n, request in enumerate(requests, 1))
    return Table(_HEAD, rows, _WIDTHS, _GROUPS, _CENTERED, small=True), words(_LEGEND)


def _row(number: int, request: Request) -> tuple[Cell, ...]:
    person, ticks = request.requester, _ticks(request)
    costs = request.costs
    return (
        number, request.number, request.received, asker(request), person.address, person.contact, person.occupation,
        wanted(request), request.purpose, *ticks, decision(request), refused_because(request),
        request.answered, request.given, costs.total if costs else None, costs.how_paid if costs else "",
    )  # fmt: skip


def _printed(number: int, request: Request) -> tuple[str, ...]:
    """The row as on paper."""
    cells = [short_day(cell) if isinstance(cell, date) else str(cell or "") for cell in _row(number, request)]
    cells[-2] = rupiah(request.costs.total) if request.costs else ""
    return tuple(cells)


def _ticks(request: Request) -> tuple[str, ...]:
    """Columns 9 to 11: a tick, or which of the items it is true of."""
    outcome = RequestOutcome

    def form(held: Held) -> str:
        return _which(request, lambda item: held_form(request, item) is held)

    return (
        _which(request, lambda item: item.outcome in (*GIVEN, outcome.REFUSED)),
        _which(request, lambda item: item.outcome is outcome.NOT_HELD),
        _which(request, lambda item: item.outcome is outcome.NOT_DOCUMENTED),
        form(Held.SOFTCOPY),
        form(Held.HARDCOPY),
        TICK if request.access is Access.SEE else "",
        TICK if request.access is Access.COPY else "",
    )


def _which(request: Request, is_so: Callable[[RequestItem], bool]) -> str:
    true_of = [str(n) for n, item in enumerate(request.items, 1) if is_so(item)]
    return TICK if true_of and len(true_of) == len(request.items) else ", ".join(true_of)


def decision(request: Request) -> str:
    """Column 12: the outcome, and item by item where several were asked for."""
    if request.outcome is RequestOutcome.NONE:
        return ""
    whole = REQUEST_OUTCOMES[request.outcome]
    if len(request.items) < 2:
        return "\n".join([whole, *(f"dikuasai {item.holder}" for item in request.items if item.holder)])
    return "\n".join([whole, *(f"{n}. {_answered(item)}" for n, item in enumerate(request.items, 1))])


def _answered(item: RequestItem) -> str:
    holder = f" ({item.holder})" if item.holder else ""
    return (REQUEST_OUTCOMES[item.outcome] or "-") + holder


def refused_because(request: Request) -> str:
    """Column 13: the basis of each refusal, and its reason in words."""
    return numbered([because(item) for item in request.items if item.outcome is RequestOutcome.REFUSED or item.refusal])


def because(item: RequestItem) -> str:
    """Why this item is refused: article, other law, words."""
    basis = item.refusal
    parts = (f"Pasal 17 huruf {basis.letter} UU 14/2008", basis.law) if basis else ()
    return "; ".join(filter(None, (*parts, item.reason)))
