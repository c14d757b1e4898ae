"""The work of a step as data: what each kind of work asks, and whether what was filled in will do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from archive.case_model import Phase, StepDone
from archive.sop import Sop, Step
from archive.sop_words import equipment_of
from ppid_tui.printouts.labels import long_date


class FieldKind(StrEnum):
    """How a field of a step's form is filled."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    CHECK = "check"
    CHOICE = "choice"


@dataclass(frozen=True)
class FormField:
    """One thing that the work of a step asks for. ``name`` is its key in the case's record.

    ``options`` are what can be chosen, each as its value and its words; the first where nothing was.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Work:
    """What a kind of work asks: a word of guidance, fields, and what else the screen offers.

    ``lists``: rows of the list of information may be written. ``gathers``: what has no document or no place comes
    first. ``reviews``: each item may be approved, or marked with what is to be put right.
    ``checks_softcopies``: the files are compared with their SHA-256 while the step is open.
    """

    guidance: str
    fields: tuple[FormField, ...] = ()
    takes_documents: bool = False
    lists: bool = False
    gathers: bool = False
    describes: bool = False
    reviews: bool = False
    checks_softcopies: bool = False


@dataclass(frozen=True)
class Fault:
    """A field that cannot stay as it is, and why, in Indonesian."""

    name: str
    words: str


CHECKED = "ya"
_TEXT, _LONG, _DATE, _CHECK = FieldKind.TEXT, FieldKind.LONG, FieldKind.DATE, FieldKind.CHECK

WORKS: Mapping[str, Work] = {
    "list": Work(
        "Susun daftar informasi, satu baris satu informasi; yang belum ada dokumennya tetap ditulis.",
        takes_documents=True,
        lists=True,
    ),
    "prepare": Work("Tandai yang sudah siap (Spasi)."),
    "coordinate": Work(
        "Catat koordinasi yang sudah dilakukan.",
        (
            FormField("with", "Dengan siapa", _TEXT, True),
            FormField("on", "Tanggal", _DATE),
            FormField("agreed", "Apa yang disepakati", _LONG),
        ),
    ),
    "collect": Work(
        "Lampirkan softcopy (yang baru diterima dahulu di Dokumen Masuk, F5) dan catat tempat hardcopy.",
        takes_documents=True,
        lists=True,
        gathers=True,
    ),
    "produce": Work(
        "Susun dokumennya di luar kiosk, lalu tambahkan hasilnya di sini.",
        (FormField("result", "Apa yang dihasilkan", _LONG),),
        takes_documents=True,
    ),
    "hand_over": Work(
        "Catat apa yang diserahkan dan kepada siapa; F9 mencetak daftar serah terima.",
        (
            FormField("to", "Diserahkan kepada", _TEXT, True),
            FormField("on", "Tanggal", _DATE),
            FormField("what", "Apa yang diserahkan", _LONG),
        ),
        takes_documents=True,
    ),
    "describe": Work(
        "Lengkapi data setiap dokumen: judul, nomor, tanggal, unit, dan klasifikasi.",
        takes_documents=True,
        describes=True,
    ),
    "submit": Work(
        "Laporkan hasilnya dengan surat atau memo pengantar (F9 mencetaknya).",
        (
            FormField("letter", "Nomor surat/memo"),
            FormField("to", "Kepada (kosong: pimpinan menurut SOP)"),
            FormField("cover", "Catatan pengantar", _LONG),
        ),
        takes_documents=True,
    ),
    "review": Work("Periksa, lalu setujui semuanya (F8), atau tandai dahulu yang perlu diperbaiki.", reviews=True),
    "store": Work(
        "Simpan ke arsip: softcopy diperiksa keutuhannya, tempat hardcopy dicatat. F9 mencetak tanda terima.",
        (FormField("place", "Tempat hardcopy yang belum dicatat tempatnya (lemari / rak / boks / map)"),),
        takes_documents=True,
        checks_softcopies=True,
    ),
    "publish": Work(
        "F9 membuat paket publikasi. Setelah tayang di web, catat alamat dan tanggalnya.",
        (FormField("address", "Alamat web"), FormField("on", "Tanggal tayang", _DATE)),
    ),
}

REVIEW = WORKS["review"]
CORRECT = Work(
    "Telaah yang diterima, koreksi bila perlu, lalu teruskan.",
    (FormField("remark", "Catatan atau koreksi", _LONG),),
    takes_documents=True,
    lists=True,
    reviews=True,
)

ELSEWHERE = Work(
    "Langkah ini dikerjakan di luar kantor ini. Ctrl+B menulis pekerjaan ini ke USB untuk kantor itu. "
    "Catat kapan dikirim dan kapan diterima kembali.",
    (
        FormField("sent", "Tanggal dikirim", _DATE, True),
        FormField("who", "Kepada siapa, atau dari siapa"),
        FormField("received", "Tanggal diterima kembali", _DATE),
        FormField("letter", "Nomor surat pengantar"),
    ),
    takes_documents=True,
)

RETIRED = (
    FormField("missing", "Informasi yang belum ada dokumennya"),
    FormField("hardcopy", "Tempat hardcopy"),
)
"""Asked for once; cases that were worked then still tell it."""


def work_of(step: Step, phase: Phase, elsewhere: bool = False) -> Work:
    """What the officer whose turn it is has to do at this step."""
    if elsewhere:
        return ELSEWHERE
    if phase is Phase.REVIEW or step.work == "review":
        return REVIEW if step.outcomes else CORRECT
    return WORKS[step.work]


def fields_of(
    step: Step, phase: Phase, elsewhere: bool = False, equipment: Sequence[str] = ()
) -> tuple[FormField, ...]:
    """The form of a step; where things are made ready, the step's needs one by one, then the sheet's equipment.

    What the step needs must be there; of the equipment one ticks what is.
    """
    work = work_of(step, phase, elsewhere)
    if work is not WORKS["prepare"]:
        return work.fields
    needs = checklist(step)
    tools = [tool for tool in equipment if tool.casefold() not in map(str.casefold, needs)]
    return (
        *(FormField(f"need{n}", need, _CHECK, True) for n, need in enumerate(needs, 1)),
        *(FormField(f"tool{n}", tool, _CHECK) for n, tool in enumerate(tools, 1)),
    )


def checklist(step: Step) -> tuple[str, ...]:
    """The sheet's needs, one by one, to be ticked off."""
    return tuple(need.strip() for need in step.needs if need.strip())


def faults(fields: Sequence[FormField], values: Mapping[str, str], today: date) -> list[Fault]:
    """What still has to be filled in or put right, in the order of the form."""
    found = (_fault(field, values.get(field.name, "").strip(), today) for field in fields)
    return [fault for fault in found if fault]


def as_form(fields: Sequence[FormField], values: Mapping[str, str], today: date) -> dict[str, str]:
    """What was filled in, as it is recorded: without empty fields, dates as year-month-day."""
    given = {field: values.get(field.name, "").strip() for field in fields}
    return {field.name: _recorded(field, value, today) for field, value in given.items() if value}


def read_day(text: str, today: date) -> date | None:
    """A day as officers write it: "2 April 2026", "02/04/2026", "hari ini"; None if it is none of these."""
    from index.extract.dates import find_date  # index.extract is not needed before a date is typed

    spoken = {"hari ini": today, "kemarin": today - timedelta(days=1)}
    return spoken.get(text.strip().casefold()) or find_date(text)


def filled(sop: Sop, done: StepDone) -> tuple[tuple[str, str], ...]:
    """What was filled in at a step, as label and value; a field unknown to the form keeps its name."""
    asked = fields_of(sop.step(done.step), done.phase, equipment=equipment_of(sop.sheet))
    fields = (*asked, *ELSEWHERE.fields, *RETIRED)
    known = {field.name: field for field in reversed(fields)}
    return tuple(_readable(known.get(name), name, value) for name, value in done.form.items() if value)


def _fault(field: FormField, value: str, today: date) -> Fault | None:
    if field.kind is _CHECK:
        missing = field.required and value != CHECKED
        return Fault(field.name, f"Belum ditandai siap: {field.label}.") if missing else None
    if not value:
        return Fault(field.name, f"Isi dahulu: {field.label}.") if field.required else None
    if field.kind is _DATE and read_day(value, today) is None:
        return Fault(field.name, f"{field.label} belum dapat dibaca. Tulis seperti {long_date(today)}.")
    return None


def _recorded(field: FormField, value: str, today: date) -> str:
    day = read_day(value, today) if field.kind is _DATE else None
    return day.isoformat() if day else value


def _readable(field: FormField | None, name: str, value: str) -> tuple[str, str]:
    if field is None:
        return name, value
    if field.kind is _DATE:
        return field.label, _long(value)
    return field.label, "sudah siap" if field.kind is _CHECK else value


def _long(value: str) -> str:
    try:
        return long_date(date.fromisoformat(value))
    except ValueError:
        return value
