"""The list of information that a case draws up: its rows added, changed, taken over, bound to documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from archive.case_model import Case, Held, ListRow
from archive.model import Document, InformationClass, Officer, Right
from ppid_tui.desk import cases
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import CLASSES

BETWEEN = ";"
HELD = {"softcopy": Held.SOFTCOPY, "hardcopy": Held.HARDCOPY, "belum ada": Held.UNKNOWN}
CLASS_WORDS = {words.casefold(): one for one, words in CLASSES.items()}


BEGUN = "row_begun"
"""Under this name a row that is being written stands in the draft."""


class NoTitle(ValueError):
    """A row without a word of what it is about; its text is for the officer."""


def read_row(line: str, unit: str) -> ListRow:
    """A row from one line: "title; unit; responsible", and anywhere after the title a class or a form by its name.

    Without a unit it is the case's. Raises NoTitle.
    """
    title, *rest = (part.strip() for part in line.split(BETWEEN))
    if not title:
        raise NoTitle("Tulis dahulu judul atau ringkasan informasinya.")
    held = next((HELD[word.casefold()] for word in rest if word.casefold() in HELD), Held.UNKNOWN)
    kind = next((CLASS_WORDS[word.casefold()] for word in rest if word.casefold() in CLASS_WORDS), None)
    named = [word for word in rest if word.casefold() not in (*HELD, *CLASS_WORDS)]
    where, who, *_ = (*named, "", "")
    return ListRow(0, title, where or unit, who, kind or InformationClass.BELUM_DITETAPKAN, held)


def row_begun(case: Case) -> str:
    """The row that was being written when the work was left; '' if there is none, or it was added since."""
    line = case.draft.get(BEGUN, "")
    title = line.split(BETWEEN)[0].strip()
    return "" if any(row.title == title for row in case.rows) else line


def add_rows(office: Office, case: Case, rows: Iterable[ListRow], by: Officer, at: datetime) -> Case:
    """Put rows at the end of the list; each gets its number. Raises NotYourStep, NotAllowed."""
    first = max((row.number for row in case.rows), default=0) + 1
    added = [replace(row, number=number) for number, row in enumerate(rows, first)]
    for row in added:
        _require_class(office, row, by)
    return _keep(office, case, (*case.rows, *added), "menambah baris daftar", by, at)


def change_row(office: Office, case: Case, row: ListRow, by: Officer, at: datetime) -> Case:
    """Keep another content of a row. Raises NotYourStep, NotAllowed."""
    before = next(one for one in case.rows if one.number == row.number)
    if row.information_class is not before.information_class:
        _require_class(office, row, by)
    rows = tuple(row if one.number == row.number else one for one in case.rows)
    return _keep(office, case, rows, "mengubah baris daftar", by, at)


def remove_row(office: Office, case: Case, number: int, by: Officer, at: datetime) -> Case:
    """Take a row out of the list; its document stays with the case. Raises NotYourStep."""
    rows = tuple(row for row in case.rows if row.number != number)
    return _keep(office, case, rows, "menghapus baris daftar", by, at)


def put_back(office: Office, case: Case, row: ListRow, by: Officer, at: datetime) -> Case:
    """Put a row that was taken out where it stood. Raises NotYourStep."""
    rows = sorted((*(one for one in case.rows if one.number != row.number), row), key=lambda one: one.number)
    return _keep(office, case, tuple(rows), "mengembalikan baris daftar", by, at)


def last_list(office: Office, case: Case) -> tuple[ListRow, ...]:
    """The rows of the case of this SOP and unit that ended last, but for those whose title is here already."""
    ended = (
        one
        for one in office.records.cases.all()
        if one.id != case.id and one.rows and one.step is None and not one.cancelled
        if (one.sop, one.unit.casefold()) == (case.sop, case.unit.casefold())
    )
    last = max(ended, key=lambda one: (one.since or datetime.min, one.id), default=None)
    here = {row.title.casefold() for row in case.rows}
    return tuple(row for row in last.rows if row.title.casefold() not in here) if last else ()


def take_over(office: Office, case: Case, by: Officer, at: datetime) -> Case:
    """Take over the rows of the last period, to be looked at anew. Raises NotYourStep, NotAllowed."""
    return add_rows(office, case, last_list(office, case), by, at)


def bind(office: Office, case: Case, number: int, document: Document, by: Officer, at: datetime) -> Case:
    """Say that a document holds what a row names; the case carries it from then on. Raises NotYourStep."""
    rows = tuple(_held_by(row, document) if row.number == number else row for row in case.rows)
    carried = tuple(dict.fromkeys((*case.documents, document.id)))
    return _keep(office, replace(case, documents=carried), rows, "melampirkan dokumen ke daftar", by, at)


def take_new(office: Office, case: Case, documents: Iterable[Document], by: Officer, at: datetime) -> Case:
    """Take documents into the case, each also into the row of its name that has none yet. Raises NotYourStep."""
    new = tuple(documents)
    called = {document.title.casefold(): document for document in reversed(new)}
    rows = tuple(row if row.document else _held_by(row, called.get(row.title.casefold())) for row in case.rows)
    carried = tuple(dict.fromkeys((*case.documents, *(document.id for document in new))))
    return _keep(office, replace(case, documents=carried), rows, "melampirkan dokumen", by, at)


def _held_by(row: ListRow, document: Document | None) -> ListRow:
    if document is None:
        return row
    return replace(row, document=document.id, held=Held.SOFTCOPY if document.renditions else Held.HARDCOPY)


def _require_class(office: Office, row: ListRow, by: Officer) -> None:
    if row.information_class is InformationClass.DIKECUALIKAN:
        office.require(by, Right.DECIDE, "Menetapkan Informasi yang Dikecualikan")


def _keep(office: Office, case: Case, rows: tuple[ListRow, ...], action: str, by: Officer, at: datetime) -> Case:
    cases.require_turn(office, case, by)
    kept = replace(case, rows=rows, begun=case.begun or at)
    return office.records.cases.change(kept, action, by.name, at)
