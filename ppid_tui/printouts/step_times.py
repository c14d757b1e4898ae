"""The report of how long steps took beside the sheet's standard (mutu baku waktu)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ppid_tui.printouts.labels import long_time
from ppid_tui.printouts.paper import Block, Fields, Heading, Letterhead, Paper, PaperSize, Paragraph, Run, Table

HEAD = ("Langkah", "Kegiatan", "Pelaksana", "Standar", "Selesai", "Rata-rata", "Terlama", "Di atas standar")
RUNS = ("Pekerjaan", "Langkah", "Tiba", "Selesai", "Petugas", "Lama", "Standar")
NOTE = (
    "Hari dihitung sebagai hari kerja sejak langkah tiba pada pelaksananya. Menit dan jam dihitung pada jam kerja "
    "kantor sejak langkah mulai dikerjakan, dan hanya diukur. Langkah tentatif tidak punya batas."
)

Done = tuple[str, str, datetime, datetime, str, str, str]
"""Case, step, when it came and ended, by whom, how long, and its standard."""


def step_times_paper(
    letterhead: Letterhead,
    period: str,
    rows: Sequence[tuple[str, ...]],
    runs: Sequence[Done],
    officer: str,
    at: datetime,
    size: PaperSize = PaperSize.A4,
    sample: bool = False,
) -> Paper:
    """A row a step under ``HEAD``, and beneath it every run in the period."""
    blocks: list[Block] = [
        Fields((("Periode", period), ("Langkah selesai", str(len(runs))))),
        Table(HEAD, tuple(rows), (2, 8, 4, 3, 2, 3, 3, 2), centered=frozenset({0, 4, 7})),
        Paragraph((Run(NOTE),), small=True),
    ]
    if runs:
        done = tuple((*run[:2], long_time(run[2]), long_time(run[3]), *run[4:]) for run in runs)
        blocks += [Heading("Rincian", 2), Table(RUNS, done, (6, 2, 4, 4, 4, 3, 3), centered=frozenset({1}))]
    footer = f"Waktu langkah SOP, dicetak {long_time(at)} oleh {officer}"
    title = "WAKTU LANGKAH SOP: STANDAR DAN KENYATAAN"
    return Paper(title, letterhead, tuple(blocks), footer, size, landscape=True, sample=sample)
