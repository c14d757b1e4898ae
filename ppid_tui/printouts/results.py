"""The list of documents that a search found, as it is handed to a citizen or kept with a request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ppid_tui.printouts.labels import long_time
from ppid_tui.printouts.paper import Block, Fields, Item, Letterhead, Paper, PaperSize, Paragraph, Run


@dataclass(frozen=True)
class PrintedHit:
    """One document found. All texts are as they are to be read: ``page`` is "hal. 3 dari 12".

    ``ocr`` says that its text was read from a scan, so that a word may be wrong.
    """

    number: int
    title: str
    letter_number: str
    date: str
    unit: str
    class_label: str
    page: str
    snippet: tuple[Run, ...]
    ocr: bool = False


def results_paper(
    letterhead: Letterhead,
    query: str,
    hits: Sequence[PrintedHit],
    total: int,
    officer: str,
    printed_at: datetime,
    narrowing: str = "",
    size: PaperSize = PaperSize.A4,
    sample: bool = False,
    withheld: int = 0,
) -> Paper:
    """The hits in order, under what was sought, by whom and when.

    ``total`` counts the unprinted too, among them ``withheld``, which may not yet be given.
    """
    found = _count_words(len(hits), total, withheld)
    head = Fields(_head(query, narrowing, found, officer, printed_at))
    items: tuple[Block, ...] = tuple(map(_item, hits)) or (_nothing(withheld),)
    footer = f"Hasil pencarian, dicetak {long_time(printed_at)} oleh {officer}"
    blocks = (head, *items)
    return Paper("HASIL PENCARIAN DOKUMEN", letterhead, blocks, footer, size, sample=sample)


def _head(query: str, narrowing: str, found: str, officer: str, printed_at: datetime) -> tuple[tuple[str, str], ...]:
    rows = [("Kata yang dicari", query), ("Saringan", narrowing), ("Ditemukan", found)]
    rows += [("Waktu cetak", long_time(printed_at)), ("Petugas", officer)]
    return tuple((label, value) for label, value in rows if value)


def _count_words(printed: int, total: int, withheld: int) -> str:
    parts = [f"{total} dokumen"]
    parts += [f"{withheld} tidak dicantumkan karena belum boleh diberikan"] if withheld else []
    parts += [f"{printed} teratas dicetak di sini"] if printed + withheld < total else []
    return "; ".join(parts)


def _nothing(withheld: int) -> Paragraph:
    if withheld:
        return Paragraph((Run("Dokumen yang ditemukan belum boleh diberikan. Tanyakan kepada PPID."),))
    return Paragraph((Run("Belum ada dokumen yang memuat kata yang dicari."),))


def _item(hit: PrintedHit) -> Item:
    title = Paragraph((Run(hit.title, bold=True),))
    record = Paragraph((Run(_record(hit)),), small=True)
    passage = (Paragraph(hit.snippet),) if any(run.text for run in hit.snippet) else ()
    return Item(f"{hit.number}.", (title, record, *passage))


def _record(hit: PrintedHit) -> str:
    number = f"Nomor {hit.letter_number}" if hit.letter_number else "Tanpa nomor"
    known = [part for part in (number, hit.date, hit.unit, hit.page) if part]
    scan = ["teks dari hasil pindai, cocokkan dengan dokumen aslinya"] if hit.ocr else []
    return " · ".join([*known, f"Klasifikasi: {hit.class_label}", *scan])
