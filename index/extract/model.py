"""What extraction gives: pages of text, or a reason in plain Indonesian why there are none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
JPEG = "image/jpeg"
PNG = "image/png"

OnPage = Callable[[int, int | None], None]
"""``on_page(done, total)`` after each page; total is what the file claims, None where it claims nothing."""


@dataclass(frozen=True)
class Extracted:
    """The text of one file, page by page ('' for a page without text).

    ``page_unit`` is "halaman", or "bagian" where the file has no pages of its own.
    ``has_text`` is False for scans, for a broken text layer, and for files kept by their record alone.
    ``notes`` says in plain Indonesian what an officer should know, such as pages that could not be read.
    """

    media_type: str
    pages: tuple[str, ...]
    page_unit: str = "halaman"
    has_text: bool = False
    electronically_signed: bool = False
    notes: tuple[str, ...] = ()


class Reason(StrEnum):
    """Why a file cannot be read, for code; ``Unreadable.words`` is for people."""

    MISSING = "missing"
    LOCKED = "locked"
    TROUBLE = "trouble"
    NOT_A_FILE = "not_a_file"
    LINK = "link"
    EMPTY = "empty"
    TOO_BIG = "too_big"
    PASSWORD = "password"
    OLD_OFFICE = "old_office"
    OTHER_OFFICE = "other_office"
    PACKED = "packed"
    PROGRAM = "program"
    PLAIN_TEXT = "plain_text"
    UNKNOWN = "unknown"
    DAMAGED = "damaged"
    TOO_SLOW = "too_slow"
    TOO_HEAVY = "too_heavy"


_WORDS: dict[Reason, tuple[str, str]] = {
    Reason.MISSING: ("Dokumen tidak ditemukan", "Periksa apakah USB masih terpasang, lalu coba lagi"),
    Reason.LOCKED: (
        "Dokumen sedang dibuka program lain atau belum boleh dibaca",
        "Tutup dokumen itu di program lain, lalu coba lagi",
    ),
    Reason.TROUBLE: ("Laptop sedang tidak dapat membacanya", "Tidak ada yang hilang; coba lagi nanti"),
    Reason.NOT_A_FILE: ("Ini bukan dokumen biasa", "Pilih dokumennya sendiri"),
    Reason.LINK: ("Ini hanya pintasan ke dokumen lain", "Masukkan dokumen aslinya"),
    Reason.EMPTY: ("Dokumen ini kosong (0 bita)", "Salin ulang dari sumbernya"),
    Reason.TOO_BIG: ("Dokumen ini lebih besar dari 256 MB", "Perkecil atau pecah dulu, lalu masukkan lagi"),
    Reason.PASSWORD: ("Dokumen ini dikunci dengan kata sandi", "Simpan ulang tanpa kata sandi"),
    Reason.OLD_OFFICE: (
        "Dokumen ini memakai format Office lama (.doc, .xls, atau .ppt)",
        "Buka lalu simpan sebagai .docx atau PDF",
    ),
    Reason.OTHER_OFFICE: (
        "Dokumen ini memakai format yang belum dapat dibaca (RTF, ODT, atau PPTX)",
        "Buka lalu simpan sebagai .docx atau PDF",
    ),
    Reason.PACKED: ("Ini kumpulan dokumen dalam satu ZIP", "Keluarkan isinya, lalu masukkan satu per satu"),
    Reason.PROGRAM: ("Ini program, bukan dokumen", "Jangan dibuka; periksa USB dengan antivirus"),
    Reason.PLAIN_TEXT: (
        "Ini teks biasa atau halaman web, bukan dokumen kantor",
        "Buka lalu simpan sebagai .docx atau PDF",
    ),
    Reason.UNKNOWN: ("Jenis dokumen ini tidak dikenal", "Simpan sebagai .docx atau PDF"),
    Reason.DAMAGED: ("Dokumen ini rusak atau terpotong", "Salin atau simpan ulang dari sumbernya"),
    Reason.TOO_SLOW: ("Membaca dokumen ini terlalu lama", "Cetak atau simpan ulang sebagai PDF"),
    Reason.TOO_HEAVY: (
        "Membaca dokumen ini perlu terlalu banyak memori",
        "Cetak atau simpan ulang sebagai PDF",
    ),
}


class Unreadable(Exception):
    """A file whose text cannot be had.

    ``cause`` and ``remedy`` are Indonesian, without a full stop, and ``words`` is both as sentences.
    ``passing`` is True for trouble that passes by itself, so that the file should be tried again.
    """

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        self.cause, self.remedy = _WORDS[reason]
        self.words = f"{self.cause}. {self.remedy}."
        self.passing = reason in (Reason.LOCKED, Reason.TROUBLE)
        super().__init__(self.words)
