"""Letters while a request is under way: that something is missing, and that the answer takes longer."""

from __future__ import annotations

from datetime import date

from archive.request_model import Request
from ppid_tui.printouts.paper import Block, Fields, Paper, Signature
from ppid_tui.printouts.request_parts import (
    Frame,
    addressed,
    framed,
    full_day,
    known,
    reached_at,
    wanted,
    words,
)

THANKS = "Demikian disampaikan. Atas perhatian Saudara kami ucapkan terima kasih."


def incomplete_paper(frame: Frame, request: Request, number: str, officer: Signature) -> Paper:
    """The surat keterangan ketidaklengkapan: what is missing, and until when it is waited for."""
    waiting = request.waiting
    until = full_day(waiting.until) if waiting else ""
    rows = (
        ("Nomor surat", known(number)),
        ("No. Pendaftaran", known(request.number)),
        ("Tanggal diterima", known(full_day(request.received))),
        *reached_at(request),
        ("Informasi yang diminta", known(wanted(request))),
        ("Yang belum lengkap", known(waiting.what if waiting else "")),
        ("Dilengkapi paling lambat", known(until)),
    )
    blocks: tuple[Block, ...] = (
        Fields(rows),
        words(
            "Mohon kekurangan tersebut dilengkapi di meja layanan, atau lewat cara yang sama dengan penyampaian "
            "permohonan, dengan menyebut nomor pendaftaran di atas."
        ),
        officer,
    )
    return framed(frame, "SURAT KETERANGAN KETIDAKLENGKAPAN PERMOHONAN INFORMASI PUBLIK", blocks)


def extension_paper(
    frame: Frame, request: Request, number: str, signature: Signature, days: int, first_due: date | None
) -> Paper:
    """The letter that extends the term by at most ``days`` working days, with its reason (UU 14/2008 article 22(8))."""
    head = Fields(
        (
            ("Nomor", known(number)),
            ("Hal", "Pemberitahuan perpanjangan waktu jawaban permohonan informasi publik"),
        )
    )
    about = (
        f"Permohonan informasi Saudara dengan nomor pendaftaran {known(request.number)}, yang kami terima pada "
        f"{known(full_day(request.received))}, belum dapat kami jawab sampai batas waktu "
        f"{known(full_day(first_due))}. Informasi yang diminta:"
    )
    longer = (
        "Sesuai dengan Pasal 22 ayat (8) Undang-Undang Nomor 14 Tahun 2008, waktu untuk menjawab kami perpanjang "
        f"paling lama {days} hari kerja, yaitu sampai {known(full_day(request.extended_until))}, dengan alasan:"
    )
    blocks: tuple[Block, ...] = (
        head,
        addressed(request),
        words(about),
        words(known(wanted(request))),
        words(longer),
        words(known(request.extension_reason)),
        words(THANKS),
        signature,
    )
    return framed(frame, "PERPANJANGAN WAKTU JAWABAN PERMOHONAN INFORMASI", blocks)
