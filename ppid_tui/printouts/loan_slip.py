"""The slip for a hardcopy (bon pinjam): what it is, where it lies, who has it; it stays in its place meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ppid_tui.printouts.labels import long_date
from ppid_tui.printouts.paper import Fields, Paper, Signature
from ppid_tui.printouts.request_parts import Frame, both_sign, framed, known, words

STAYS = "Letakkan bon ini di tempat hardcopy sampai hardcopy kembali."


@dataclass(frozen=True)
class Loan:
    """A paper that is fetched. What is not known yet is left for a pen; ``back`` is the day it is due."""

    title: str
    number: str = ""
    place: str = ""
    borrower: str = ""
    since: date | None = None
    back: date | None = None


def loan_slip(frame: Frame, loan: Loan, officer: Signature) -> Paper:
    """The slip, with room for the day on which the paper came back."""
    rows = (
        ("Dokumen", loan.title),
        ("Nomor", loan.number or "-"),
        ("Tempat hardcopy", known(loan.place)),
        ("Peminjam", known(loan.borrower)),
        ("Dipinjam tanggal", known(long_date(loan.since))),
        ("Kembali paling lambat", known(long_date(loan.back))),
        ("Sudah kembali tanggal", known("")),
    )
    pair = both_sign(officer, "Peminjam,", loan.borrower)
    return framed(frame, "BON PEMINJAMAN HARDCOPY", (Fields(rows, boxed=True), words(STAYS), pair))
