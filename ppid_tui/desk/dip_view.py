"""The DIP as the screen shows it: its groups, and beneath them what is kept off it, by what is lacking."""

from __future__ import annotations

from dataclasses import dataclass

from archive import dip as pure
from archive.dip import DipRow, Lack
from archive.model import Document
from ppid_tui.desk import dip, dip_editions
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.office import Office
from ppid_tui.printouts.dip import GROUPS, made_words
from ppid_tui.printouts.labels import class_label, long_date

SHORT = {
    Lack.CONFIRMED: "Belum diperiksa",
    Lack.CLASS: "Tanpa klasifikasi",
    Lack.APPROVED: "Menunggu persetujuan",
    Lack.PUBLIC_COPY: "Tanpa salinan publik",
    Lack.SUMMARY: "Tanpa ringkasan",
    Lack.UNIT: "Tanpa unit",
    Lack.RESPONSIBLE: "Tanpa penanggung jawab",
    Lack.YEAR: "Tanpa tanggal dan tahun",
    Lack.MADE_AT: "Tanpa tempat pembuatan",
    Lack.FORM: "Tanpa softcopy, hardcopy",
    Lack.RETENTION: "Tanpa retensi",
}
FIELDS = {
    Lack.CONFIRMED: "title",
    Lack.CLASS: "class",
    Lack.SUMMARY: "summary",
    Lack.UNIT: "unit",
    Lack.RESPONSIBLE: "responsible",
    Lack.YEAR: "date",
    Lack.MADE_AT: "made_at",
    Lack.FORM: "cabinet",
    Lack.RETENTION: "retention",
}


@dataclass(frozen=True)
class Line:
    """One document, as two lines of a list."""

    document: int
    title: str
    beside: str


@dataclass(frozen=True)
class Group:
    """Lines of the list, or, with a ``lack``, what is kept off it."""

    name: str
    words: str
    lines: tuple[Line, ...]
    lack: Lack | None = None

    @property
    def total(self) -> int:
        """How many lines."""
        return len(self.lines)


@dataclass(frozen=True)
class View:
    """Everything at once; ``years`` are those of the whole list, the newest first."""

    title: str
    status: str
    groups: tuple[Group, ...]
    years: tuple[int, ...]


def view(office: Office, viewer: Viewer, year: int | None = None) -> View:
    """The list as this viewer may see it: with a citizen beside them, nothing that is undecided."""
    listed = dip.rows(office, viewer.officer)
    rows = [row for row in listed if year in (None, row.year)]
    kept_off = [one for one in dip.barred(office, year) if may_see(office, one.document, viewer)]
    groups = [
        Group(class_label(one), words, tuple(_line(row) for row in pure.of_class(rows, one)))
        for one, words in GROUPS.items()
    ]
    for lack, found in dip.by_lack(kept_off):
        lines = tuple(_barred(one.document, one.lacks, lack) for one in found)
        words = f"Belum masuk: {dip.LACKS[lack]}. Enter: {_what_to_do(lack)}"
        groups.append(Group(f"! {SHORT[lack]}", words, lines, lack))
    off = f", {len(kept_off)} dokumen belum masuk" if kept_off else ""
    when = f"tahun {year}" if year else "semua tahun"
    title = f"Daftar Informasi Publik (DIP), {when}: {len(rows)} baris{off}"
    status = dip_editions.status(office, viewer.officer, year).words
    return View(title, status, tuple(groups), tuple(sorted({row.year for row in listed}, reverse=True)))


def field_of(lack: Lack) -> str:
    """The box of the record form in which this is filled in; '' where no form helps."""
    return FIELDS.get(lack, "")


def _what_to_do(lack: Lack) -> str:
    return "isi satu per satu" if lack in FIELDS else "buka dokumennya"


def _line(row: DipRow) -> Line:
    beside = (row.number, row.unit, made_words(row), row.retention)
    return Line(row.document, row.title, " · ".join(filter(None, beside)))


def _barred(document: Document, lacks: tuple[Lack, ...], lack: Lack) -> Line:
    others = [SHORT[other].lower() for other in lacks if other is not lack]
    when = long_date(document.date) or str(document.year or "")
    beside = (document.number, when, document.unit, f"juga {', '.join(others)}" if others else "")
    return Line(document.id, document.title, " · ".join(filter(None, beside)) or "tanpa nomor")
