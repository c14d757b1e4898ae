"""The sheet on which a head who does not sit at the laptop decides a step: signed, stamped, and brought back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from archive.model import Document
from ppid_tui.printouts.labels import class_label, long_date, long_time
from ppid_tui.printouts.paper import (
    Block,
    Fields,
    Heading,
    Letterhead,
    Paper,
    PaperSize,
    Paragraph,
    Run,
    Signature,
    Table,
)

BLANK = "." * 36
ROOM_FOR_REASON = "\n" * 4
HOW = "Beri tanda √ pada satu kotak, tanda tangani, bubuhi cap, lalu kembalikan kepada petugas kiosk PPID."


@dataclass(frozen=True)
class Asked:
    """What is asked of whom: ``number`` leads back to case and step, ``ways`` are the boxes to tick."""

    case: str
    number: str
    unit: str
    sop: str
    step: str
    role: str
    since: datetime | None
    said: tuple[tuple[str, str], ...]
    ways: tuple[str, ...]
    city: str = ""


def approval_paper(
    letterhead: Letterhead,
    asked: Asked,
    documents: Sequence[Document],
    hidden: int,
    printed_by: str,
    at: datetime,
    size: PaperSize = PaperSize.A4,
    sample: bool = False,
) -> Paper:
    """The lembar persetujuan; ``hidden`` documents are counted but not named."""
    apart = f", dan {hidden} yang tidak ditampilkan di sini" if hidden else ""
    blocks: list[Block] = [
        _about(asked),
        Heading(f"Dokumen ({len(documents)}{apart})", 2),
        *([_documents(documents)] if documents else []),
        Heading("Keputusan", 2),
        Paragraph((Run(HOW),), small=True),
        Table((), tuple(("", way) for way in asked.ways), (1, 16)),
        Paragraph((Run("Alasan, atau apa yang perlu diperbaiki (wajib bila dikembalikan):"),)),
        Table((), ((ROOM_FOR_REASON,),), (1,)),
        Fields((("Nomor surat", BLANK), ("Tanggal", BLANK))),
        _signature(asked),
    ]
    footer = f"Lembar persetujuan {asked.number}, dicetak {long_time(at)} oleh {printed_by}"
    return Paper("LEMBAR PERSETUJUAN", letterhead, tuple(blocks), footer, size, sample=sample)


def _about(asked: Asked) -> Fields:
    rows = (
        ("Diminta kepada", asked.role),
        ("Pekerjaan", asked.case),
        ("Bagian/OPD", asked.unit),
        ("SOP", asked.sop),
        ("Langkah", asked.step),
        ("Menunggu sejak", long_date(asked.since.date()) if asked.since else ""),
        *asked.said,
    )
    return Fields(tuple(row for row in rows if row[1]))


def _documents(documents: Sequence[Document]) -> Table:
    rows = tuple(
        (
            str(n),
            d.title,
            d.number,
            long_date(d.date) or str(d.year or ""),
            class_label(d.information_class),
            str(d.pages or ""),
        )
        for n, d in enumerate(documents, 1)
    )
    return Table(("No", "Dokumen", "Nomor", "Tanggal", "Klasifikasi", "Hal."), rows, (1, 7, 4, 3, 3, 1.2))


def _signature(asked: Asked) -> Signature:
    above = f"{asked.city}, {BLANK}" if asked.city else BLANK
    return Signature(
        above, f"Plt./Plh./a.n.*) {asked.role}\n(tanda tangan dan cap)", "", f"NIP. {BLANK}\n*) coret yang tidak perlu"
    )
