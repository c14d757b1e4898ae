"""The sheet of a test of consequences (uji konsekuensi, PERKI 1/2021 article 49) with its minutes."""

from __future__ import annotations

from datetime import date, datetime

from archive.model import Document, Exemption
from archive.refusals import ARTICLE_17, ARTICLE_18
from ppid_tui.printouts.dik import basis_words, decision_words, part_words, term_words
from ppid_tui.printouts.labels import long_date, long_time
from ppid_tui.printouts.paper import (
    Block,
    Fields,
    Heading,
    Item,
    Letterhead,
    PageBreak,
    Paper,
    PaperSize,
    Paragraph,
    Run,
    Signature,
    SignaturePair,
    Table,
)

BLANK = "." * 40
TEAM = 6
"""Rows for those who took part; more sign on another sheet."""
PART_ONLY = (
    "Bila yang dikecualikan hanya sebagian, bagian itu dihitamkan dan selebihnya tetap diberikan; naskah lengkapnya "
    "disimpan tertutup."
)

CONCLUSION = "Kesimpulan (coret yang tidak perlu): dikecualikan seluruhnya / dikecualikan sebagian / dibuka."


def consequences_paper(
    letterhead: Letterhead,
    document: Document,
    decider: Signature,
    superior: Signature,
    officer: str,
    at: datetime,
    size: PaperSize = PaperSize.A4,
    sample: bool = False,
) -> Paper:
    """The sheet with what is known filled in, what is not left open for the pen; then the minutes to be signed.

    A document without an id and a title makes the blank form.
    """
    known = document.exemption or Exemption("")
    blocks: tuple[Block, ...] = (
        _about(document),
        *_test(document, known),
        *_never_exempt(),
        decider,
        PageBreak(),
        *_minutes(document, known),
        SignaturePair(superior, decider, "Demikian berita acara ini dibuat dengan sebenarnya."),
    )
    which = f"RAHASIA. Lembar uji konsekuensi dokumen {document.id}" if document.id else "Lembar uji konsekuensi"
    footer = f"{which}, dicetak {long_time(at)} oleh {officer}"
    return Paper("LEMBAR UJI KONSEKUENSI", letterhead, blocks, footer, size, sample=sample)


def _about(document: Document) -> Fields:
    return Fields(
        (
            ("Dokumen", document.title or BLANK),
            ("Nomor", document.number or BLANK),
            ("Tanggal", long_date(document.date) or str(document.year or "") or BLANK),
            ("Unit yang menguasai", document.unit or BLANK),
            ("Penanggung jawab", document.responsible or BLANK),
        ),
        boxed=True,
    )


def _test(document: Document, known: Exemption) -> tuple[Block, ...]:
    short = ARTICLE_17.get(known.letter, "")
    law = basis_words(known) + (f"\n({short})" if short else "")
    asked = (
        ("Informasi tertentu yang diuji", _part(document)),
        ("Dasar hukum pengecualian: Pasal 17 huruf … UU 14/2008 dan/atau undang-undang lain", law),
        ("Konsekuensi bila informasi dibuka", known.consequence),
        ("Yang dilindungi bila informasi ditutup, dan kepentingan publik yang lebih besar", known.protects),
        ("Jangka waktu pengecualian", term_words(known)),
        ("Keputusan PPID (nomor dan tanggal)", decision_words(known)),
    )
    rows = tuple((str(number), what, words or "\n\n") for number, (what, words) in enumerate(asked, 1))
    return (
        Heading("Hasil uji", 2),
        Table(("No", "Yang diuji", "Hasil"), rows, (0.6, 4, 7), centered=frozenset({0})),
        Paragraph((Run(PART_ONLY),), small=True),
    )


def _never_exempt() -> tuple[Block, ...]:
    return (
        Heading("Sudah diperiksa: bukan informasi yang tidak pernah dikecualikan (Pasal 18 ayat (1))", 3),
        *(Item("[   ]", (Paragraph((Run(f"bukan {what}"),), small=True),)) for what in ARTICLE_18),
    )


def _minutes(document: Document, known: Exemption) -> tuple[Block, ...]:
    return (
        Paragraph((Run("BERITA ACARA UJI KONSEKUENSI", bold=True),), centered=True),
        Paragraph((Run(f"Nomor: {BLANK}"),), centered=True),
        Paragraph((Run(_opening(known.decided_on)),)),
        Fields((("Dokumen", document.title or BLANK), ("Informasi tertentu", _part(document) or BLANK))),
        Paragraph((Run(CONCLUSION),)),
        Heading("Yang mengikuti uji konsekuensi", 3),
        Table(
            ("No", "Nama", "Jabatan", "Tanda tangan"),
            tuple((str(number), "\n", "", "") for number in range(1, TEAM + 1)),
            (0.6, 4, 4, 3),
            centered=frozenset({0}),
        ),
    )


def _part(document: Document) -> str:
    return part_words(document) if document.exemption else ""


def _opening(day: date | None) -> str:
    when = f"tanggal {long_date(day)}" if day else f"hari {'.' * 16} tanggal {BLANK}"
    return f"Pada {when} telah dilakukan uji konsekuensi menurut Pasal 19 UU 14/2008 atas informasi berikut:"
