"""Pages of one document, as read from its softcopy, under a stamp that says where they are from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from textwrap import shorten

from ppid_tui.printouts.labels import long_time
from ppid_tui.printouts.paper import (
    Block,
    Fields,
    Heading,
    Letterhead,
    PageBreak,
    Paper,
    PaperSize,
    Paragraph,
    Run,
)

_NOTE = "Yang dicetak adalah teks yang terbaca dari softcopy; tata letaknya dapat berbeda dari dokumen asli."
_NO_TEXT = "(Halaman ini tidak memuat teks yang terbaca. Lihat dokumen aslinya.)"


def pages_paper(
    letterhead: Letterhead,
    title: str,
    letter_number: str,
    source: str,
    pages: Sequence[tuple[str, str]],
    officer: str,
    printed_at: datetime,
    class_label: str,
    size: PaperSize = PaperSize.A4,
    sample: bool = False,
) -> Paper:
    """The text of ``pages`` (label, text), each on a new page; ``source`` names the file and its digest."""
    stamp = Fields(
        (
            ("Salinan dari", title),
            ("Nomor", letter_number or "-"),
            ("Memuat", _extent([label for label, _ in pages])),
            ("Klasifikasi", class_label),
            ("Softcopy", source),
            ("Dicetak", f"{long_time(printed_at)} oleh {officer}"),
        ),
        boxed=True,
    )
    note = Paragraph((Run(_NOTE),), small=True)
    footer = f"Salinan dari {_short(title, letter_number)}, dicetak {long_time(printed_at)} oleh {officer}"
    blocks = (stamp, note, *_pages(pages))
    return Paper("SALINAN DOKUMEN", letterhead, blocks, footer, size, sample=sample)


def _extent(labels: Sequence[str]) -> str:
    if len(labels) > 8:
        return f"{labels[0]} sampai {labels[-1]} ({len(labels)} halaman)"
    return "; ".join(labels) or "-"


def _short(title: str, letter_number: str) -> str:
    name = f'"{shorten(title, 90, placeholder=" …")}"'
    return f"{name} nomor {shorten(letter_number, 60, placeholder=' …')}" if letter_number else name


def _pages(pages: Sequence[tuple[str, str]]) -> Iterator[Block]:
    for number, (label, text) in enumerate(pages):
        if number:
            yield PageBreak()
        yield Heading(label, level=2)
        yield Paragraph((Run(text if text.strip() else _NO_TEXT),))
