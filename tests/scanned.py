"""Scanned paper, made: pages of Indonesian office prose as pictures, and how much of it was read again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from index.extract import ocr

needs_tesseract = pytest.mark.skipif(bool(ocr.missing()), reason=ocr.missing())

DPI = 200
A4 = (1654, 2339)
LETTER = """KEPUTUSAN KEPALA BIRO CONTOH
NOMOR 188.45/17/KEP/2024
TENTANG
TIM PENDOKUMENTASIAN INFORMASI PUBLIK

Menimbang bahwa untuk melaksanakan pelayanan informasi publik yang cepat,
tepat waktu, dan sederhana perlu dibentuk tim pendokumentasian.
Mengingat Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi
Publik serta peraturan pelaksanaannya di lingkungan pemerintah provinsi.

MEMUTUSKAN

KESATU. Membentuk tim dengan susunan sebagaimana tercantum dalam lampiran.
KEDUA. Tim bertugas mengumpulkan, menyimpan, dan menyajikan dokumen yang
dikuasai oleh setiap bagian, termasuk laporan perjalanan dinas pimpinan.
KETIGA. Segala biaya dibebankan pada anggaran pendapatan dan belanja daerah.
KEEMPAT. Keputusan ini mulai berlaku pada tanggal ditetapkan.

Ditetapkan di Kota Contoh
pada tanggal 18 April 2024"""
APPENDIX = """LAMPIRAN
Susunan tim pendokumentasian beserta jadwal pengumpulan arsip statis
di gudang penyimpanan lantai dua."""


def paper(text: str, skew: float = 0.0) -> Image.Image:
    """A sheet of A4 at 200 dpi with this text, laid on the scanner ``skew`` degrees askew."""
    sheet = Image.new("L", A4, 250)
    ImageDraw.Draw(sheet).multiline_text((180, 200), text, fill=30, font=ImageFont.load_default(34), spacing=24)
    return sheet.rotate(skew, resample=Image.Resampling.BICUBIC, fillcolor=225) if skew else sheet


def scan(path: Path, *sheets: Image.Image) -> Path:
    """The sheets as a file: a PDF of nothing but pictures, or whatever picture the name's ending says."""
    if len(sheets) > 1:
        sheets[0].save(path, resolution=DPI, save_all=True, append_images=sheets[1:])
    else:
        sheets[0].save(path, resolution=DPI)
    return path


def with_scanned_page(path: Path, first: Sequence[str], *sheets: Image.Image) -> Path:
    """A PDF whose first page is text, and whose others were scanned."""
    from reportlab.lib.pagesizes import A4 as POINTS
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=POINTS)
    for row, line in enumerate(first):
        canvas.drawString(72, 760 - 14 * row, line)
    for sheet in sheets:
        canvas.showPage()
        canvas.drawImage(ImageReader(sheet), 0, 0, *POINTS)
    canvas.save()
    return path


def words(text: str) -> Counter[str]:
    """The words and figures of a text, with how often each stands there."""
    return Counter(re.findall(r"\w+", text.lower()))


def found_again(truth: str, read: str) -> float:
    """The share of the words of ``truth`` that stand in ``read`` as well, as often."""
    sought = words(truth)
    return (sought & words(read)).total() / max(1, sought.total())
