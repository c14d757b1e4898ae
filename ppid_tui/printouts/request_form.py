"""The form on which information is asked for (formulir permohonan, PERKI 1/2010; NIK and kuasa since PERKI 1/2021)."""

from __future__ import annotations

from datetime import date

from archive.request_model import Access, CopyForm, Request, Requester, RequestItem
from ppid_tui.printouts.labels import DELIVERIES
from ppid_tui.printouts.paper import Fields, Paper, Signature, Tick, Ticks
from ppid_tui.printouts.request_parts import (
    Frame,
    attorney_rows,
    both_sign,
    framed,
    identity_row,
    known,
    notes,
    reached_at,
    wanted,
)

NOTES = (
    "*  Diisi petugas: nomor pendaftaran diberikan setelah permohonan didaftarkan.",
    "** Dipilih dengan memberi tanda pada kotak.",
    "Dibuat rangkap dua: satu untuk pemohon sebagai bukti, satu untuk PPID.",
)


_LINE = "." * 78


def request_form(frame: Frame, request: Request, officer: Signature) -> Paper:
    """The form as it was filled in, to be signed by officer and requester; what is not known is left to a pen."""
    person = request.requester
    rows: tuple[tuple[str, str | Ticks], ...] = (
        *reached_at(request)[:2],
        identity_row(request, own=request.attorney is None),
        ("Pekerjaan", known(person.occupation)),
        ("Nomor telepon/e-mail", known(person.contact)),
        *attorney_rows(request),
        ("Rincian informasi yang dibutuhkan", known(wanted(request))),
        ("Tujuan penggunaan informasi", known(request.purpose)),
        ("Cara memperoleh informasi**", access_ticks(request)),
        ("Cara mendapatkan salinan informasi**", delivery_ticks(request)),
    )
    asks = (request.attorney or request.requester).name if request.number else ""
    blocks = (
        Fields((("No. Pendaftaran (diisi petugas)*", known(request.number)),), boxed=True),
        Fields(rows),
        both_sign(officer, "Pemohon Informasi,", asks),
        *notes(*NOTES),
    )
    return framed(frame, "FORMULIR PERMOHONAN INFORMASI PUBLIK\n(RANGKAP DUA)", blocks)


def blank_form(frame: Frame, officer: Signature) -> Paper:
    """The form with room for a pen, for when the laptop is taken or without power."""
    lines = "\n".join([_LINE] * 4)
    empty = Request("", date.min, Requester(_LINE, f"{_LINE}\n{_LINE}"), (RequestItem(lines),), purpose=lines)
    return request_form(frame, empty, officer)


def access_ticks(request: Request) -> Ticks:
    """Look at it, or have a copy, and in which form; nothing is ticked before there is a request."""
    copy, look = _asks_for(request, Access.COPY), _asks_for(request, Access.SEE)
    return (
        Tick("1. Melihat/membaca/mendengarkan/mencatat", look),
        Tick("2. Mendapatkan salinan hardcopy", copy and request.copy_form is CopyForm.HARDCOPY),
        Tick("2. Mendapatkan salinan softcopy", copy and request.copy_form is CopyForm.SOFTCOPY),
    )


def delivery_ticks(request: Request) -> Ticks:
    """How a copy reaches who asked for it; nothing is ticked where only a look is asked for."""
    copy = _asks_for(request, Access.COPY)
    ways = enumerate(DELIVERIES.items(), 1)
    return tuple(Tick(f"{number}. {name}", copy and way is request.delivery) for number, (way, name) in ways)


def _asks_for(request: Request, access: Access) -> bool:
    return bool(request.number) and request.access is access
