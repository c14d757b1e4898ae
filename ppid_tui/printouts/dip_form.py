"""The blank list of public information (PERKI 1/2010 Lampiran II: seven columns) and how to fill it in."""

from __future__ import annotations

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
    Table,
)

COLUMNS = (
    ("No", 0.5, "Nomor urut, mulai dari 1 untuk setiap klasifikasi."),
    (
        "Ringkasan Isi Informasi",
        3.0,
        "Isi informasi dalam satu atau dua kalimat, sehingga pembaca tahu apa yang ada di dalamnya. Sertakan jenis, "
        "nomor, dan tahun dokumennya. Contoh: Laporan kinerja Biro tahun 2025: capaian sasaran dan anggaran.",
    ),
    (
        "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi",
        2.0,
        "Bagian atau unit yang menyimpan dokumennya sekarang.",
    ),
    (
        "Penanggung Jawab Pembuatan atau Penerbitan Informasi",
        2.0,
        "Pejabat atau unit yang membuat atau menerbitkannya; dapat berbeda dari yang menyimpan.",
    ),
    ("Waktu dan Tempat Pembuatan Informasi", 1.6, "Tanggal, atau bulan dan tahun, serta kota tempat dibuat."),
    (
        "Format (Bentuk) Informasi yang Tersedia",
        1.4,
        "Tulis hardcopy, softcopy, atau keduanya. Untuk rekaman sebutkan suara atau gambar.",
    ),
    (
        "Jangka Waktu Penyimpanan atau Retensi Arsip",
        1.6,
        "Menurut jadwal retensi arsip kantor. Contoh: 2 tahun, selama berlaku, permanen.",
    ),
)
CLASSES = (
    "Kelompokkan menurut klasifikasi: A. Berkala, B. Serta-merta, C. Setiap saat.",
    "Informasi yang dikecualikan tidak ditulis di sini; daftarnya tersendiri.",
    "Satu baris untuk satu informasi. Yang belum ada dokumennya tetap ditulis, dengan keterangan belum ada.",
)
ROWS = 17


def dip_form_paper(letterhead: Letterhead, unit: str, size: PaperSize = PaperSize.A4) -> Paper:
    """The form with empty rows, then its guide on a page of its own; landscape."""
    head, widths, _ = zip(*COLUMNS, strict=True)
    rows = tuple(("\n\n", *[""] * (len(COLUMNS) - 1)) for _ in range(ROWS))
    blocks: list[Block] = [
        Fields((("Unit kerja/OPD", unit), ("Tahun / semester", "." * 30), ("Klasifikasi", "." * 30))),
        Table(head, rows, widths, centered=frozenset({0})),
        Signature("." * 24 + ", " + "." * 30, "Yang mengisi,", ""),
        PageBreak(),
        Heading("Petunjuk pengisian", level=2),
        *(_item(f"{number}.", name, words) for number, (name, _, words) in enumerate(COLUMNS, 1)),
        *(Paragraph((Run(f"• {words}"),)) for words in CLASSES),
    ]
    return Paper("FORMULIR DAFTAR INFORMASI PUBLIK", letterhead, tuple(blocks), unit, size, landscape=True)


def _item(label: str, name: str, words: str) -> Item:
    return Item(label, (Paragraph((Run(name, bold=True), Run(f": {words}"))),))
