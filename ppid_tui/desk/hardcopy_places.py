"""Where the hardcopy of a document lies: written on the document's own record, for every case and search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from archive.case_model import Case, ListRow
from archive.model import Document, HardcopyPlace, Officer, Right
from ppid_tui.desk import cases
from ppid_tui.desk.case_items import CaseItem
from ppid_tui.desk.case_rows import bind
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.office import Office
from ppid_tui.desk.works import FormField

PLACE = (
    FormField("cabinet", "Lemari"),
    FormField("shelf", "Rak"),
    FormField("box", "Boks"),
    FormField("folder", "Map"),
    FormField("serial", "Nomor urut pada label"),
)
ORDER = ("cabinet", "shelf", "box", "folder", "serial")
BETWEEN = "/"


def place_words(place: HardcopyPlace | None) -> str:
    """A place as it is read: "Lemari 2 / Rak 1 / Boks 3, nomor 17"; '' where none is known."""
    if place is None:
        return ""
    labels = {field.name: field.label for field in PLACE}
    parts = [_part(labels[name], getattr(place, name)) for name in ORDER[:-1] if getattr(place, name)]
    serial = f"nomor {place.serial}" if place.serial else ""
    return ", ".join(filter(None, (" / ".join(parts), serial)))


def read_place(words: str) -> HardcopyPlace:
    """A place from one line, from the cabinet down, between slashes."""
    parts = [part.strip() for part in words.split(BETWEEN)]
    return _place(dict(zip(ORDER, parts, strict=False)))


def starting_place(office: Office, case: Case, document: Document | None) -> dict[str, str]:
    """What the form begins with: its place, else the one of the case's document placed last, with the next number."""
    if document and document.hardcopy:
        return {name: getattr(document.hardcopy, name) for name in ORDER}
    placed = [d.hardcopy for d in office.records.documents_of(case.documents) if d.hardcopy]
    last = max(placed, key=_number, default=HardcopyPlace())
    return {**{name: getattr(last, name) for name in ORDER[:-1]}, "serial": str(_next_serial(office))}


def keep_place(
    office: Office, case: Case, item: CaseItem, values: Mapping[str, str], by: Officer, at: datetime
) -> Case:
    """Write where an item's hardcopy lies; a row without a document gets the record of its paper.

    Whoever holds the step may, since the sheet gives them the paper. Raises NotYourStep.
    """
    cases.require_turn(office, case, by)
    place = _place(values)
    if item.document is not None:
        _write(office, item.document, place, by, at)
    elif item.row is not None:
        record = replace(_paper_of(office, item.row, by), hardcopy=place, received_at=at, received_from=by.name)
        kept = office.records.documents.add(record, "mencatat hardcopy", by.name, at)
        case = bind(office, case, item.row.number, kept, by, at)
    _tell_index(office)
    return case


def place_the_rest(office: Office, case: Case, words: str, viewer: Viewer, at: datetime) -> int:
    """Give this place to each document of the case that has none; returns to how many. Raises NotYourStep."""
    cases.require_turn(office, case, viewer.officer)
    known = [d for d in office.records.documents_of(case.documents) if may_see(office, d, viewer)]
    rest = [d for d in known if not place_words(d.hardcopy)]
    for document in rest if words.strip() else ():
        _write(office, document, read_place(words), viewer.officer, at)
    _tell_index(office)
    return len(rest)


def _place(values: Mapping[str, str]) -> HardcopyPlace:
    cabinet, shelf, box, folder, serial = (values.get(name, "").strip() for name in ORDER)
    return HardcopyPlace(cabinet, shelf, box, folder, serial)


def _paper_of(office: Office, row: ListRow, by: Officer) -> Document:
    record = Document(title=row.title, unit=row.unit, responsible=row.responsible)
    described = office.may(by, Right.DESCRIBE)
    return replace(record, information_class=row.information_class) if described else record


def _write(office: Office, document: Document, place: HardcopyPlace, by: Officer, at: datetime) -> None:
    loan = document.hardcopy or HardcopyPlace()
    kept = replace(place, borrower=loan.borrower, borrowed_on=loan.borrowed_on)
    office.records.documents.change(replace(document, hardcopy=kept), "mencatat tempat hardcopy", by.name, at)


def _tell_index(office: Office) -> None:
    for _ in office.indexes.catch_up():
        pass


def _next_serial(office: Office) -> int:
    return max((_number(d.hardcopy) for d in office.records.documents.all() if d.hardcopy), default=0) + 1


def _number(place: HardcopyPlace) -> int:
    return int(place.serial) if place.serial.isdecimal() else 0


def _part(label: str, value: str) -> str:
    return value if value.casefold().startswith(label.casefold()) else f"{label} {value}"
