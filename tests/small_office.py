"""A small office made of real files, the way that officers would: taken in, described, decided."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from archive.model import Document, Exemption, InformationClass, Officer
from ppid_tui.desk.describing import describe
from ppid_tui.desk.intake import take_in
from ppid_tui.desk.office import Office
from ppid_tui.desk.people import enrol, set_up
from ppid_tui.desk.profile import Profile

AT = datetime(2026, 3, 2, 9, 0)
PETUGAS, PPID, ATASAN, GONE = "Rina Contoh", "Bayu Contoh", "Sari Contoh", "Danu Contoh"
PINS = {PETUGAS: "482913", PPID: "573920", ATASAN: "681047", GONE: "790158"}

TRAVEL = "Laporan Perjalanan Dinas Triwulan I"
BUDGET = "Realisasi Anggaran 2023"
WARNING = "Surat Edaran Kesiapsiagaan Banjir"
SECRET = "Hasil Pemeriksaan Dugaan Gratifikasi"
UNDECIDED = "Rancangan Kerja Sama Pelabuhan"
SCAN = "Keputusan Tim Dokumentasi"

TRAVEL_PAGES = (
    "Laporan perjalanan dinas Kepala Bagian Protokol ke Kabupaten Contoh Barat.",
    "Rapat koordinasi membahas agenda pimpinan dan jadwal kunjungan kerja.",
    "Biaya perjalanan dinas dibebankan pada anggaran Bagian Protokol.",
)


def make_office(root: Path, files: Path) -> Path:
    """An office under the SOP ``adpim``, with officers and six documents of all classes."""
    profile = Profile(
        name="Biro Administrasi Pimpinan Contoh",
        sop="adpim",
        letterhead=("PEMERINTAH PROVINSI CONTOH", "BIRO ADMINISTRASI PIMPINAN"),
        address="Jalan Contoh Nomor 1",
        city="Kota Contoh",
        units=("Bagian Protokol", "Bagian Umum"),
        demo=True,
    )
    with closing(set_up(root, profile)) as office:
        staff = [_enrolled(office, *one) for one in STAFF]
        decider = next(o for o in staff if o.name == PPID)
        taken = _taken(office, _write_files(files), staff[0])
        for title, record in RECORDS.items():
            describe(office, replace(taken[title], title=title, **record), decider, AT)
    return root


def document(office: Office, title: str) -> Document:
    """The document with this title."""
    return next(d for d in office.records.documents.all() if d.title == title)


def officer(office: Office, name: str) -> Officer:
    """The officer with this name."""
    return next(o for o in office.records.officers.all() if o.name == name)


def write_pdf(path: Path, pages: Sequence[str]) -> Path:
    """A PDF with a line of text a page."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for text in pages:
        canvas.drawString(60, 700, text)
        canvas.showPage()
    canvas.save()
    return path


def write_docx(path: Path, paragraphs: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> Path:
    """A Word file with paragraphs and a table."""
    import docx

    paper = docx.Document()
    for text in paragraphs:
        paper.add_paragraph(text)
    if rows:
        table = paper.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    paper.save(str(path))
    return path


def write_scan(path: Path) -> Path:
    """A PDF that is nothing but a picture of paper."""
    from PIL import Image, ImageDraw

    picture = Image.new("L", (600, 850), 255)
    ImageDraw.Draw(picture).text((60, 60), "KEPUTUSAN TIM DOKUMENTASI", fill=0)
    picture.save(path, "PDF")
    return path


STAFF = (
    (PETUGAS, "petugas", None),
    (PPID, "ppid", None),
    (ATASAN, "atasan", None),
    (GONE, "petugas", date(2025, 6, 30)),
)

RECORDS: dict[str, dict[str, Any]] = {
    TRAVEL: {
        "information_class": InformationClass.BERKALA,
        "unit": "Bagian Protokol",
        "date": date(2024, 4, 8),
        "year": 2024,
    },
    BUDGET: {
        "information_class": InformationClass.SETIAP_SAAT,
        "unit": "Bagian Umum",
        "date": date(2024, 1, 15),
        "year": 2023,
    },
    WARNING: {
        "information_class": InformationClass.SERTA_MERTA,
        "unit": "Bagian Umum",
        "number": "360/12/SE/2025",
        "date": date(2025, 11, 3),
        "year": 2025,
    },
    SECRET: {
        "information_class": InformationClass.DIKECUALIKAN,
        "exemption": Exemption("h", "UU 14/2008 Pasal 17 huruf h"),
        "year": 2025,
    },
    UNDECIDED: {"unit": "Bagian Umum", "year": 2021},
    SCAN: {"information_class": InformationClass.BERKALA, "unit": "Bagian Umum", "year": 2022},
}


def _enrolled(office: Office, name: str, role: str, until: date | None) -> Officer:
    return enrol(office, Officer(name=name, roles=(role,), active_until=until), PINS[name], name, AT)[0]


def _write_files(folder: Path) -> dict[str, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    return {
        TRAVEL: write_pdf(folder / "perjalanan.pdf", TRAVEL_PAGES),
        BUDGET: write_docx(
            folder / "anggaran.docx",
            ("Realisasi anggaran belanja tahun 2023.",),
            (("Uraian", "Jumlah"), ("Belanja bantuan sosial", "1.250.000"), ("Belanja hibah", "750.000")),
        ),
        WARNING: write_pdf(folder / "edaran.pdf", ("Kesiapsiagaan menghadapi banjir pada musim hujan.",)),
        SECRET: write_pdf(folder / "pemeriksaan.pdf", ("Dugaan gratifikasi pegawai dalam perjalanan dinas.",)),
        UNDECIDED: write_docx(folder / "pelabuhan.docx", (UNDECIDED, "Kerja sama pengelolaan pelabuhan perintis.")),
        SCAN: write_scan(folder / "pindaian.pdf"),
    }


def _taken(office: Office, files: dict[str, Path], by: Officer) -> dict[str, Document]:
    kept: dict[Path, Document] = {}
    for step in take_in(office, list(files.values()), by, AT):
        assert step.outcome and step.outcome.document, step
        kept[step.outcome.path] = step.outcome.document
    return {title: kept[path] for title, path in files.items()}
