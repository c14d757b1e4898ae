"""A record as the boxes of a form, and back again; what cannot be understood is said by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from archive.model import Document, Exemption, HardcopyPlace, InformationClass
from ppid_tui.desk.dates import read_date
from ppid_tui.printouts.labels import long_date

Form = dict[str, str]
"""What stands in each box, by its name; ``class`` is the value of the information class."""

FIELDS = {
    "title": "Judul",
    "kind": "Jenis",
    "number": "Nomor",
    "date": "Tanggal",
    "year": "Tahun",
    "unit": "Unit",
    "summary": "Ringkasan isi",
    "responsible": "Penanggung jawab",
    "made_at": "Tempat dibuat",
    "retention": "Retensi",
}
RECEIVED = {"received": "Tanggal diterima"}
HARDCOPY = {"cabinet": "Lemari", "shelf": "Rak", "box": "Boks", "folder": "Map"}
LETTERS = "abcdefghij"
"""The letters of UU 14/2008 article 17."""


class Wrong(Exception):
    """What was typed in ``field`` cannot be kept; the words say why."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field = field


def form_of(document: Document) -> Form:
    """The record as boxes."""
    place, reason = document.hardcopy or HardcopyPlace(), document.exemption or Exemption("")
    return {
        "title": document.title,
        "kind": document.kind,
        "number": document.number,
        "date": long_date(document.date),
        "year": str(document.year or ""),
        "unit": document.unit,
        "summary": document.summary,
        "responsible": document.responsible,
        "made_at": document.made_at,
        "retention": document.retention,
        "letter": reason.letter,
        "basis": reason.basis,
        "cabinet": place.cabinet,
        "shelf": place.shelf,
        "box": place.box,
        "folder": place.folder,
        "received": long_date(document.received_at),
        "class": document.information_class.value,
    }


def record_of(document: Document, form: Form) -> Document:
    """The record with what was typed. Raises Wrong."""
    typed = {name: value.strip() for name, value in form.items()}
    if not typed["title"]:
        raise Wrong("title", "Judul belum diisi.")
    day = _day(typed, "date")
    return replace(
        document,
        title=typed["title"],
        kind=typed["kind"],
        number=typed["number"],
        date=day,
        year=_year(typed["year"]) or (day.year if day else None),
        unit=typed["unit"],
        summary=typed["summary"],
        responsible=typed["responsible"],
        made_at=typed["made_at"],
        retention=typed["retention"],
        information_class=InformationClass(typed["class"]),
        exemption=_exemption(document, typed),
        hardcopy=_place(document, typed),
        received_at=_received(document, typed),
    )


def _day(typed: Form, field: str) -> date | None:
    day = read_date(typed[field])
    if typed[field] and day is None:
        words = f"Tanggal “{typed[field]}” belum dimengerti. Tulis seperti 3 Juli 2023 atau 03/07/2023."
        raise Wrong(field, words)
    return day


def _received(document: Document, typed: Form) -> datetime | None:
    """The day by hand has no time of day; the day that the kiosk noted keeps its own."""
    before, day = document.received_at, _day(typed, "received")
    if before and day is None:
        raise Wrong("received", "Tanggal diterima belum diisi.")
    if before and day == before.date():
        return before
    return datetime(day.year, day.month, day.day) if day else None


def _year(typed: str) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and 1900 <= int(typed) <= 2100):
        raise Wrong("year", f"Tahun “{typed}” belum dimengerti. Tulis empat angka, seperti 2023.")
    return int(typed)


def _exemption(document: Document, typed: Form) -> Exemption | None:
    if typed["class"] != InformationClass.DIKECUALIKAN.value:
        return document.exemption if document.public_copy else None  # what is exempt in a part stays so
    letter = typed["letter"].lower()
    if len(letter) != 1 or letter not in LETTERS:
        raise Wrong("letter", "Isi huruf Pasal 17 UU 14/2008 yang menjadi alasan: a sampai j.")
    if not typed["basis"]:
        raise Wrong("basis", "Isi dasar hukum pengecualian.")
    return replace(document.exemption or Exemption(letter), letter=letter, basis=typed["basis"])


def _place(document: Document, typed: Form) -> HardcopyPlace | None:
    if document.hardcopy is None and not any(typed[name] for name in HARDCOPY):
        return None
    return replace(
        document.hardcopy or HardcopyPlace(),
        cabinet=typed["cabinet"],
        shelf=typed["shelf"],
        box=typed["box"],
        folder=typed["folder"],
    )
