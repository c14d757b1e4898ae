"""The minutes of a hand-over (berita acara serah terima tugas): what one officer leaves to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from archive.office_hours import WEEKDAYS
from ppid_tui.printouts.labels import long_date, long_time
from ppid_tui.printouts.paper import (
    Block,
    Heading,
    Item,
    Letterhead,
    Paper,
    PaperSize,
    Paragraph,
    Run,
    Signature,
    SignaturePair,
    Table,
)

BLANK = "." * 40
NIP = "NIP " + "." * 30
PIN = (
    "PIN dan kode pemulihan PIHAK PERTAMA tidak diserahkan dan tidak berlaku lagi sejak dinonaktifkan. "
    "Lembar kode pemulihannya dimusnahkan.",
    "PIHAK KEDUA masuk dengan PIN sendiri; bila belum punya, administrator memberinya PIN baru.",
)
NOTHING = "Tidak ada."
CLOSING = "Demikian berita acara ini dibuat rangkap dua, masing-masing untuk PIHAK PERTAMA dan PIHAK KEDUA."


@dataclass(frozen=True)
class Duties:
    """What is handed over; ``giver`` and ``receiver`` as name and position.

    ``cases`` as title, unit and step; ``requests`` as number, what is asked and until when; ``loans`` as title,
    number and place, of which ``hidden`` more are not named.
    """

    giver: tuple[str, str]
    receiver: tuple[str, str]
    roles: tuple[str, ...]
    cases: tuple[tuple[str, str, str], ...]
    requests: tuple[tuple[str, str, date | None], ...]
    loans: tuple[tuple[str, str, str], ...]
    hidden: int = 0


def hand_over_paper(
    letterhead: Letterhead,
    duties: Duties,
    witness: Signature,
    printed_by: str,
    at: datetime,
    size: PaperSize = PaperSize.A4,
    sample: bool = False,
) -> Paper:
    """The minutes, to be signed by both and by the head of the office as ``witness``."""
    blocks = (*_opening(duties, at), *_parts(duties), _signatures(duties, witness))
    footer = f"Berita acara serah terima, dicetak {long_time(at)} oleh {printed_by}"
    return Paper("BERITA ACARA SERAH TERIMA TUGAS", letterhead, blocks, footer, size, sample=sample)


def _opening(duties: Duties, at: datetime) -> Iterator[Block]:
    yield Paragraph((Run(f"Nomor: {BLANK}"),), centered=True)
    day = f"{WEEKDAYS[at.weekday()]}, {long_date(at.date())}"
    yield _text(f"Pada hari ini, {day}, kami yang bertanda tangan di bawah ini:")
    for number, (name, position), party in ((1, duties.giver, "PIHAK PERTAMA"), (2, duties.receiver, "PIHAK KEDUA")):
        yield Item(f"{number}.", (_text(f"{name or BLANK}\n{position or BLANK}\nselanjutnya disebut {party},"),))
    yield _text(
        "menyatakan bahwa PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima, "
        "tugas pada kiosk PPID sebagai berikut."
    )


def _parts(duties: Duties) -> Iterator[Block]:
    yield Heading("A. Peran", 2)
    yield from (Item(f"{n}.", (_text(role),)) for n, role in enumerate(duties.roles, 1))
    yield from [] if duties.roles else [_text(NOTHING)]
    yield Heading(f"B. Pekerjaan yang menunggu peran itu ({len(duties.cases)})", 2)
    yield _table(("No", "Pekerjaan", "Bagian/OPD", "Langkah"), duties.cases, (1, 9, 5, 2))
    yield Heading(f"C. Permohonan informasi yang belum selesai ({len(duties.requests)})", 2)
    asked = tuple((number, wanted, long_date(due)) for number, wanted, due in duties.requests)
    yield _table(("No", "Nomor", "Yang diminta", "Batas"), asked, (1, 4, 8, 4))
    hidden = f", dan {duties.hidden} yang tidak ditampilkan di sini" if duties.hidden else ""
    yield Heading(f"D. Hardcopy yang dipinjam ({len(duties.loans)}{hidden})", 2)
    lent = tuple((*loan, "") for loan in duties.loans)
    yield _table(("No", "Dokumen", "Nomor", "Tempat semula", "Diterima √"), lent, (1, 6, 4, 4, 2.4))
    yield Heading("E. PIN dan kode pemulihan", 2)
    yield from (Item(f"{n}.", (_text(words),)) for n, words in enumerate(PIN, 1))


def _signatures(duties: Duties, witness: Signature) -> Block:
    return SignaturePair(
        Signature(" ", "PIHAK KEDUA,", duties.receiver[0], NIP),
        Signature(witness.above, "PIHAK PERTAMA,", duties.giver[0], NIP),
        CLOSING,
        replace(witness, above="Mengetahui:"),
    )


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], widths: tuple[float, ...]) -> Block:
    if not rows:
        return _text(NOTHING)
    return Table(head, tuple((str(n), *row) for n, row in enumerate(rows, 1)), widths, centered=frozenset({0}))


def _text(words: str) -> Paragraph:
    return Paragraph((Run(words),))
