"""The letter that reminds an OPD of what it was asked for and has not yet sent (surat pengingat)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ppid_tui.printouts.labels import long_date, long_time
from ppid_tui.printouts.paper import (
    Block,
    Fields,
    Letterhead,
    Paper,
    PaperSize,
    Paragraph,
    Run,
    Signature,
    Table,
)

BLANK = "." * 34
"""Room for what is written by pen: the number comes from the office's own register of letters."""


@dataclass(frozen=True)
class Reminder:
    """What the letter says: to whom, of which case, asked when and until when, and what is still missing."""

    opd: str
    case: str
    asked_on: date | None
    due: date | None
    missing: tuple[str, ...]


def reminder_paper(
    letterhead: Letterhead,
    reminder: Reminder,
    signature: Signature,
    officer: str,
    at: datetime,
    size: PaperSize = PaperSize.A4,
    sample: bool = False,
) -> Paper:
    """One letter to one OPD, to be signed."""
    head = (("Nomor", BLANK), ("Sifat", "Penting"), ("Hal", "Pengingat penyampaian data dan informasi"))
    blocks: list[Block] = [
        Fields(head),
        _text(f"Yth. PPID Pendukung {reminder.opd}\ndi tempat"),
        _text(_asked(reminder)),
        *_missing(reminder.missing),
        _text(
            "Mohon data dan informasi tersebut segera disampaikan, dengan paket USB dari kiosk PPID atau dengan "
            "surat pengantar. Bila sebagian tidak dikuasai, mohon diberitahukan secara tertulis."
        ),
        _text("Atas perhatian dan kerja samanya kami ucapkan terima kasih."),
        signature,
    ]
    footer = f"Surat pengingat, dicetak {long_time(at)} oleh {officer}"
    return Paper("SURAT PENGINGAT", letterhead, tuple(blocks), footer, size, sample=sample)


def _asked(reminder: Reminder) -> str:
    asked = f"Pada {long_date(reminder.asked_on)} kami meminta" if reminder.asked_on else "Kami telah meminta"
    until = f" paling lambat {long_date(reminder.due)}" if reminder.due else ""
    return (
        f"{asked} data dan informasi untuk “{reminder.case}”{until}. Sampai surat ini dibuat, "
        "yang berikut belum kami terima:"
    )


def _missing(titles: Sequence[str]) -> tuple[Block, ...]:
    rows = tuple((str(number), title, "") for number, title in enumerate(titles, 1))
    everything = (("1", "Seluruh data dan informasi yang dikuasai", ""),)
    return (Table(("No", "Data dan informasi", "Keterangan"), rows or everything, (1, 9, 4), centered=frozenset({0})),)


def _text(words: str) -> Paragraph:
    return Paragraph((Run(words),))
