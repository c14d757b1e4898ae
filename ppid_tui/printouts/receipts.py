"""What a requester takes home: that the request was received, that the information was handed over, what was paid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from archive.request_model import Costs, Request
from ppid_tui.printouts.labels import long_date, long_time
from ppid_tui.printouts.paper import Fields, Paper, Signature, Table
from ppid_tui.printouts.request_parts import (
    Frame,
    asker,
    attorney_rows,
    both_sign,
    framed,
    full_day,
    identity_row,
    known,
    notes,
    reached_at,
    wanted,
    words,
)
from ppid_tui.printouts.rupiah import amount_in_words, rupiah

RIGHTS = (
    "Jawaban tertulis diberikan paling lambat {answer} hari kerja sejak permohonan diterima, dan dapat diperpanjang "
    "paling lama {extension} hari kerja dengan alasan tertulis (Pasal 22 UU 14/2008).",
    "Bila permohonan ditolak, tidak ditanggapi, atau tidak dipenuhi, pemohon dapat mengajukan keberatan kepada Atasan "
    "PPID (Pasal 35 UU 14/2008).",
    "Simpan tanda bukti ini dan sebutkan nomor pendaftarannya setiap kali menghubungi kami.",
)

Given = tuple[str, str, str]
"""What is handed over: title, number and date, form and extent."""


def receipt_paper(frame: Frame, request: Request, officer: Signature, terms: tuple[int, int]) -> Paper:
    """The tanda bukti penerimaan permohonan; ``terms`` are those of the answer and its extension, in working days."""
    received = long_time(request.registered_at) if request.registered_at else ""
    rows = (
        ("No. Pendaftaran", known(request.number)),
        ("Tanggal diterima", known(full_day(request.received))),
        *((("Didaftarkan", received),) if received else ()),
        *reached_at(request),
        identity_row(request, own=request.attorney is None),
        *attorney_rows(request),
        ("Informasi yang diminta", known(wanted(request))),
        *((("Dijawab paling lambat", full_day(request.extended_until or request.due)),) if request.due else ()),
    )
    answer, extension = terms
    rights = (f"{n}. {line.format(answer=answer, extension=extension)}" for n, line in enumerate(RIGHTS, 1))
    blocks = (Fields(rows), *notes("Hak pemohon:", *rights), officer)
    return framed(frame, "TANDA BUKTI PENERIMAAN PERMOHONAN INFORMASI PUBLIK", blocks)


def handed_over_paper(frame: Frame, request: Request, given: Sequence[Given], officer: Signature) -> Paper:
    """The tanda bukti penyerahan informasi: what was received, by whom, when; signed by both."""
    receiver = request.given_to or (request.attorney or request.requester).name
    rows = (
        ("No. Pendaftaran", known(request.number)),
        ("Nama pemohon", known(asker(request))),
        identity_row(request, own=False),
        ("Informasi yang diminta", known(wanted(request))),
        ("Nama penerima", known(receiver)),
        ("Alamat", known(request.requester.address)),
        ("Hari, tanggal", known(full_day(request.given))),
        ("Pukul", _hour(request)),
    )
    table = Table(
        ("No", "Informasi yang diserahkan", "Nomor dan tanggal", "Bentuk"),
        tuple((str(n), *line) for n, line in enumerate(given, 1)) or (("1", "\n", "", ""),),
        (0.6, 6, 3.4, 2.4),
        centered=frozenset({0}),
    )
    said = words("Telah diterima dari Pejabat Pengelola Informasi dan Dokumentasi (PPID) informasi berupa:")
    pair = both_sign(officer, "Yang menerima,", receiver)
    return framed(frame, "TANDA BUKTI PENYERAHAN INFORMASI PUBLIK", (Fields(rows), said, table, pair))


def _hour(request: Request) -> str:
    """When it was handed over: known where it was served at once, else left for a pen."""
    known_at = request.registered_at if request.direct else None
    return f"{known_at:%H.%M} WIB" if known_at else "." * 12 + " WIB"


def costs_paper(frame: Frame, request: Request, costs: Costs, officer: Signature, day: date) -> Paper:
    """The kwitansi: what copying and delivery cost, in figures and in words (terbilang)."""
    rows = (
        ("No. Pendaftaran", known(request.number)),
        ("Telah diterima dari", known(asker(request))),
        ("Uang sejumlah", rupiah(costs.total)),
        ("Terbilang", f"# {amount_in_words(costs.total)} #"),
        ("Untuk pembayaran", f"Biaya salinan informasi publik:\n{known(wanted(request))}"),
        ("Cara pembayaran", known(costs.how_paid)),
        ("Dibayar pada", known(long_date(costs.paid_on or day))),
    )
    parts = Table(
        ("Uraian", "Rincian", "Jumlah"),
        (*cost_rows(costs), ("Jumlah", "", rupiah(costs.total))),
        (5, 4, 3),
    )
    return framed(frame, "KWITANSI BIAYA SALINAN INFORMASI", (Fields(rows, boxed=True), parts, officer))


def cost_rows(costs: Costs) -> tuple[tuple[str, str, str], ...]:
    """What is charged for, part by part; parts without a price are left out."""
    copied = f"{rupiah(costs.per_sheet)} × {costs.sheets} lembar"
    rows = (
        ("Penyalinan", copied, costs.copying),
        ("Pengiriman", "", costs.delivery),
        ("Lain-lain", "", costs.other),
    )
    return tuple((name, how, rupiah(price)) for name, how, price in rows if price)
