"""What changed between two editions of the list of public information, as a paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from archive.dip import DipRow
from archive.dip_changes import Difference
from ppid_tui.printouts.dip import HEAD, seven
from ppid_tui.printouts.labels import class_label, long_time
from ppid_tui.printouts.paper import Block, Fields, Heading, Letterhead, Paper, PaperSize, Paragraph, Run, Table

LINE = ("No", "Klasifikasi", *HEAD[1:])
WIDTHS = (0.5, 1.2, 3.0, 1.8, 1.8, 1.5, 1.3, 1.4)
CHANGED = ("No", "Informasi", "Yang berubah", "Semula", "Menjadi")


def changes_paper(
    letterhead: Letterhead,
    newer: str,
    older: str,
    changed: Difference,
    officer: str,
    at: datetime,
    size: PaperSize = PaperSize.A4,
    sample: bool = False,
) -> Paper:
    """``newer`` and ``older`` name the two editions; ``older`` is '' where there was none."""
    blocks: list[Block] = [
        Fields((("Daftar", newer), ("Dibandingkan dengan", older or "belum ada penetapan sebelumnya"))),
        Heading(f"Baru ({len(changed.new)})", 2),
        _lines(changed.new),
        Heading(f"Berubah ({len(changed.changed)})", 2),
        _changed(changed),
        Heading(f"Tidak lagi dalam daftar ({len(changed.gone)})", 2),
        _lines(changed.gone),
    ]
    footer = f"Perubahan Daftar Informasi Publik, dicetak {long_time(at)} oleh {officer}"
    title = "PERUBAHAN DAFTAR INFORMASI PUBLIK"
    return Paper(title, letterhead, tuple(blocks), footer, size, landscape=True, sample=sample)


def changes_in(before: DipRow, after: DipRow) -> Iterator[tuple[str, str, str]]:
    """The columns of a line that are otherwise now: name, before, after."""
    for name, was, now in zip(LINE[1:], _cells(0, before)[1:], _cells(0, after)[1:], strict=True):
        if was != now:
            yield name, was, now


def _lines(rows: tuple[DipRow, ...]) -> Block:
    if not rows:
        return Paragraph((Run("Tidak ada."),))
    return Table(LINE, tuple(_cells(n, row) for n, row in enumerate(rows, 1)), WIDTHS, centered=frozenset({0}))


def _changed(changed: Difference) -> Block:
    if not changed.changed:
        return Paragraph((Run("Tidak ada."),))
    rows = tuple(
        (str(number), after.title, name, was or "-", now or "-")
        for number, (before, after) in enumerate(changed.changed, 1)
        for name, was, now in changes_in(before, after)
    )
    return Table(CHANGED, rows, (0.5, 3, 2, 3, 3), centered=frozenset({0}))


def _cells(number: int, row: DipRow) -> tuple[str, ...]:
    cells = seven(number, row)
    return (cells[0], class_label(row.information_class), *cells[1:])
