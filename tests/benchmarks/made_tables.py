"""A made mix of papers as an office has them: registers of many cells, and some prose."""

from __future__ import annotations

from pathlib import Path
from random import Random

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

_TEXT = """informasi publik daftar bantuan sosial kegiatan anggaran laporan bagian dokumen tahun tersedia setiap saat
berkala penanggung jawab pembuatan waktu tempat bentuk penyimpanan desa kecamatan jumlah penerima"""
_WORDS = _TEXT.split()
_LINES = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONTSIZE", (0, 0), (-1, -1), 6)])


def make_tables(folder: Path, files: int = 8) -> list[Path]:
    """PDFs of about 6 pages: tables of 10 columns with lines around each cell, and a page of prose in each."""
    paths = [folder / f"daftar-{number}.pdf" for number in range(files)]
    for number, path in enumerate(paths):
        random = Random(number)
        document = SimpleDocTemplate(str(path), pagesize=landscape(A4))
        document.build([*_prose(random), *(_register(random) for _ in range(4))])
    return paths


def _prose(random: Random) -> list[Flowable]:
    style = getSampleStyleSheet()["Normal"]
    return [Paragraph(" ".join(random.choices(_WORDS, k=120)), style) for _ in range(5)]


def _register(random: Random) -> Flowable:
    rows = [[str(row), *(" ".join(random.choices(_WORDS, k=2)) for _ in range(9))] for row in range(40)]
    return Table(rows, style=_LINES, repeatRows=1)
