"""The list of public information (DIP): its columns in words, as a paper and as data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from archive.dip import CLASSES, DipRow, of_class
from archive.model import InformationClass
from ppid_tui.printouts import dip_form
from ppid_tui.printouts.information_list import Cell, Column, InformationList
from ppid_tui.printouts.labels import class_label, long_date, long_time
from ppid_tui.printouts.paper import (
    Block,
    Heading,
    Letterhead,
    Paper,
    PaperSize,
    Paragraph,
    Run,
    Signature,
    Table,
)

HEAD = tuple(name for name, _, _ in dip_form.COLUMNS)
WIDTHS = tuple(width for _, width, _ in dip_form.COLUMNS)
KEYS = ("nomor", "ringkasan", "menguasai", "penanggung_jawab", "waktu_tempat", "format", "retensi")
GROUPS = {
    InformationClass.BERKALA: "A. Informasi yang wajib disediakan dan diumumkan secara berkala",
    InformationClass.SERTA_MERTA: "B. Informasi yang wajib diumumkan secara serta-merta",
    InformationClass.SETIAP_SAAT: "C. Informasi yang wajib tersedia setiap saat",
}
NONE = "Nihil."
TICK = "√"
MEDIA = ("Cetak", "Rekam", "Online")
_YEAR = re.compile(r"\b(19|20)\d\d\b")


@dataclass(frozen=True)
class Columns:
    """What stands on the list beside the seven columns: the kind of document; the format as columns to tick."""

    kind: bool = False
    media: bool = False


SEVEN = Columns()


@dataclass(frozen=True)
class Standing:
    """Whose list this is, of when, and by which decision; ``decision`` is '' where it is not decreed yet."""

    letterhead: Letterhead
    office: str
    period: str
    decision: str
    at: datetime
    by: str
    signature: Signature | None = None
    size: PaperSize = PaperSize.A4
    sample: bool = False

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The same in labels and values."""
        return (
            ("Badan publik", self.office),
            ("Masa", self.period),
            ("Penetapan", self.decision or "rancangan, belum ditetapkan"),
            ("Dicetak", f"{long_time(self.at)} oleh {self.by}"),
        )


def dip_list(rows: Sequence[DipRow], standing: Standing, columns: Columns = SEVEN) -> InformationList:
    """The list in all its forms; ``rows`` are in its order, and numbered anew in each group."""
    data = tuple(_data(number, row) for group in CLASSES for number, row in enumerate(of_class(rows, group), 1))
    return InformationList("Daftar Informasi Publik", standing.facts, DATA, data, _paper(rows, standing, columns))


def seven(number: int, row: DipRow) -> tuple[str, ...]:
    """A line as the seven columns have it."""
    return (str(number), _summary(row), row.unit, row.responsible, made_words(row), form_words(row), row.retention)


def made_words(row: DipRow) -> str:
    """Column 5, when and where it was made; an officer who wrote both there is taken at their word."""
    return row.made_at if _YEAR.search(row.made_at) else f"{row.made_at}, {long_date(row.day) or row.year}"


def form_words(row: DipRow) -> str:
    """Column 6, in which form it is there."""
    there = zip(("softcopy", "hardcopy", "online"), (row.recorded, row.printed, row.online), strict=True)
    return ", ".join(name for name, has in there if has).capitalize()


DATA = (
    Column("klasifikasi", "Klasifikasi Informasi", 16),
    *(Column(key, name, max(8, int(width * 13))) for key, name, width in zip(KEYS, HEAD, WIDTHS, strict=True)),
    Column("jenis", "Jenis", 16, False),
    Column("cetak", "Cetak", 8, False),
    Column("rekam", "Rekam", 8, False),
    Column("online", "Online", 8, False),
    Column("judul", "Judul", 40, False),
    Column("nomor_surat", "Nomor Surat", 20, False),
    Column("tanggal", "Tanggal", 18, False),
    Column("tahun", "Tahun", 8, False),
    Column("dokumen", "Nomor Dokumen", 10, False),
)


def _data(number: int, row: DipRow) -> tuple[Cell, ...]:
    media = (row.printed, row.recorded, row.online)
    more = (row.kind, *media, row.title, row.number, row.day, row.year, row.document)
    return (class_label(row.information_class), number, *seven(number, row)[1:], *more)


def _paper(rows: Sequence[DipRow], standing: Standing, columns: Columns) -> Paper:
    blocks: list[Block] = [
        Paragraph((Run(standing.period.upper(), bold=True),), centered=True),
        Paragraph((Run(standing.office, bold=True),), centered=True),
        Paragraph((Run(standing.decision or "Rancangan, belum ditetapkan"),), centered=True),
        *_groups(rows, columns),
        *([standing.signature] if standing.signature else []),
    ]
    footer = f"Daftar Informasi Publik {standing.office}, dicetak {long_time(standing.at)} oleh {standing.by}"
    title = "DAFTAR INFORMASI PUBLIK"
    size, sample = standing.size, standing.sample
    return Paper(title, standing.letterhead, tuple(blocks), footer, size, landscape=True, sample=sample)


def _groups(rows: Sequence[DipRow], columns: Columns) -> Iterator[Block]:
    for group, title in GROUPS.items():
        yield Heading(title, 2)
        listed = of_class(rows, group)
        yield _table(listed, columns) if listed else Paragraph((Run(NONE),))


def _table(rows: Sequence[DipRow], columns: Columns) -> Table:
    """The seven columns, perhaps with the kind before the summary, and three boxes to tick for the format."""
    cut = [[name] for name in HEAD]
    widths = [[width] for width in WIDTHS]
    if columns.kind:
        cut[1], widths[1] = ["Jenis Informasi", HEAD[1]], [1.3, WIDTHS[1]]
    if columns.media:
        cut[5], widths[5] = list(MEDIA), [0.95] * len(MEDIA)
    head, shares = tuple(chain(*cut)), tuple(chain(*widths))
    groups = (("", len(head) - 4), (HEAD[5], len(MEDIA)), ("", 1)) if columns.media else ()
    ticks = {head.index(name) for name in MEDIA if name in head}
    body = tuple(_cells(number, row, columns) for number, row in enumerate(rows, 1))
    return Table(head, body, shares, groups, centered=frozenset({0, *ticks}))


def _cells(number: int, row: DipRow, columns: Columns) -> tuple[str, ...]:
    cells = [[text] for text in seven(number, row)]
    if columns.kind:
        cells[1] = [row.kind, *cells[1]]
    if columns.media:
        cells[5] = [TICK if has else "" for has in (row.printed, row.recorded, row.online)]
    return tuple(chain(*cells))


def _summary(row: DipRow) -> str:
    """Column 2: what is in it, after what it is called and its number, where the summary does not say so itself."""
    said = row.summary.casefold()
    number = f"nomor {row.number}" if row.number and row.number.casefold() not in said else ""
    if row.title.casefold() in said:
        return f"{row.summary.rstrip('.')}, {number}" if number else row.summary
    return f"{row.title} {number}".strip() + f": {row.summary}"
