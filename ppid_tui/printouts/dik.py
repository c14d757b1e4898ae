"""The list of exempt information (DIK), as a paper and as data. For the office alone."""

from __future__ import annotations

from collections.abc import Sequence

from archive.model import Document, Exemption, InformationClass
from ppid_tui.printouts.dip import Standing
from ppid_tui.printouts.information_list import Cell, Column, InformationList
from ppid_tui.printouts.labels import long_date, long_time
from ppid_tui.printouts.paper import Block, Paper, Paragraph, Run, Table

TITLE = "DAFTAR INFORMASI YANG DIKECUALIKAN"
WARNING = "RAHASIA: hanya untuk petugas berwenang. Daftar ini tidak untuk diumumkan bersama Daftar Informasi Publik."
NOTE = (
    "Masa pengecualian yang berakhir tidak membuka informasi dengan sendirinya: PPID meninjaunya dan menetapkan lagi "
    "(UU 14/2008 Pasal 20)."
)
ALL_OF_IT = "seluruh dokumen"
UNKNOWN = "-"

COLUMNS = (
    Column("nomor", "No", 6),
    Column("informasi", "Informasi", 40),
    Column("bagian", "Bagian yang Dikecualikan", 24),
    Column("dasar", "Dasar Hukum Pengecualian", 34),
    Column("akibat", "Konsekuensi bila Dibuka", 34),
    Column("lindung", "Yang Dilindungi bila Ditutup", 30),
    Column("waktu", "Jangka Waktu", 20),
    Column("penetapan", "Penetapan", 26),
    Column("huruf", "Huruf Pasal 17", 8, False),
    Column("sampai", "Sampai", 18, False),
    Column("ditetapkan", "Tanggal Penetapan", 18, False),
    Column("unit", "Unit", 24, False),
    Column("tahun", "Tahun", 8, False),
    Column("dokumen", "Nomor Dokumen", 10, False),
)
WIDTHS = (0.5, 2.6, 1.5, 2.1, 2.2, 1.9, 1.3, 1.6)


def dik_list(documents: Sequence[Document], standing: Standing) -> InformationList:
    """The list in all its forms; ``documents`` are in its order."""
    rows = tuple(_row(number, document) for number, document in enumerate(documents, 1))
    facts = (("Daftar", TITLE.capitalize()), ("Perhatian", WARNING), *standing.facts)
    return InformationList("Daftar Informasi yang Dikecualikan", facts, COLUMNS, rows, _paper(rows, standing))


def basis_words(exemption: Exemption) -> str:
    """The letter of article 17 and what is named beside it, without saying the same twice."""
    article = f"Pasal 17 huruf {exemption.letter}"
    if not exemption.letter or article.casefold() in exemption.basis.casefold():
        return exemption.basis
    return "; ".join(filter(None, (f"UU 14/2008 {article}", exemption.basis)))


def term_words(exemption: Exemption) -> str:
    """How long it stays exempt."""
    until = f"sampai {long_date(exemption.until)}" if exemption.until else ""
    return ", ".join(filter(None, (exemption.term, until)))


def decision_words(exemption: Exemption) -> str:
    """By which decision, and of when."""
    when = f"tanggal {long_date(exemption.decided_on)}" if exemption.decided_on else ""
    return " ".join(filter(None, (exemption.decision, when)))


def part_words(document: Document) -> str:
    """What of it is exempt; where only a part is and nobody said which, that is said."""
    whole = document.information_class is InformationClass.DIKECUALIKAN
    known = document.exemption.part if document.exemption else ""
    return known or (ALL_OF_IT if whole else "sebagian: yang dihitamkan pada salinan untuk publik")


def _row(number: int, document: Document) -> tuple[Cell, ...]:
    known = document.exemption or Exemption("")
    name = ", ".join(filter(None, (document.title, document.number and f"nomor {document.number}", document.unit)))
    told = (
        name,
        part_words(document),
        basis_words(known),
        known.consequence,
        known.protects,
        term_words(known),
        decision_words(known),
    )
    more = (known.letter, known.until, known.decided_on, document.unit, document.year, document.id)
    return (number, *(words or UNKNOWN for words in told), *more)


def _paper(rows: Sequence[tuple[Cell, ...]], standing: Standing) -> Paper:
    head = tuple(column.name for column in COLUMNS if column.printed)
    cells = tuple(tuple(map(str, row[: len(head)])) for row in rows)
    listed: Block = Table(head, cells, WIDTHS, centered=frozenset({0})) if cells else Paragraph((Run("Nihil."),))
    blocks: tuple[Block, ...] = (
        Paragraph((Run(standing.period.upper(), bold=True),), centered=True),
        Paragraph((Run(standing.office, bold=True),), centered=True),
        Paragraph((Run(WARNING, bold=True),), centered=True, small=True),
        listed,
        Paragraph((Run(NOTE),), small=True),
        *([standing.signature] if standing.signature else []),
    )
    footer = f"RAHASIA. Daftar Informasi yang Dikecualikan, dicetak {long_time(standing.at)} oleh {standing.by}"
    return Paper(TITLE, standing.letterhead, blocks, footer, standing.size, landscape=True, sample=standing.sample)
