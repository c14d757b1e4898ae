"""Brings the sample documents into the archive the way an office does: dropped in, taken in, completed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from archive.model import Document, InformationClass, Rendition, RenditionKind, Right
from archive.workdays import Calendar
from ppid_tui.demo.days import Event, at, back, workday_from
from ppid_tui.demo.described import described
from ppid_tui.demo.people import Staff
from ppid_tui.demo.plan import Form, Planned
from ppid_tui.desk.intake import Fate, take_in
from ppid_tui.desk.office import Office
from ppid_tui.desk.progress import Progress

EVERY = timedelta(days=100)
LATER = timedelta(minutes=40)
PDF = "application/pdf"


@dataclass
class Desk:
    """The office while its story is told up to ``today``, and the documents that it has by now."""

    office: Office
    staff: Staff
    today: date
    total: int
    documents: dict[int, Document] = field(default_factory=dict)

    def progress(self, name: str) -> Progress:
        """How far the sample is, by documents."""
        return Progress(min(len(self.documents), self.total), self.total, name)


def intake_events(desk: Desk, planned: Sequence[Planned], opening: date) -> list[Event]:
    """One event for each day on which documents were taken in: old ones when the kiosk opened."""
    days = _intake_days(opening, desk.today, desk.office.calendar)
    batches: dict[date, list[Planned]] = {}
    for one in planned:
        day = days[-1] if one.fresh else next((d for d in days if d > one.writing.day), days[-1])
        batches.setdefault(day, []).append(one)
    return [_batch_event(desk, batch, at(day, 8)) for day, batch in sorted(batches.items())]


def _batch_event(desk: Desk, batch: Sequence[Planned], when: datetime) -> Event:
    return Event(when, lambda: _take_batch(desk, batch, when))


def _intake_days(opening: date, today: date, calendar: Calendar) -> list[date]:
    days = [workday_from(opening, calendar)]
    while days[-1] + EVERY < today - timedelta(days=20):
        days.append(workday_from(days[-1] + EVERY, calendar))
    return [*days, back(today - timedelta(days=1), 0, calendar)]


def _take_batch(desk: Desk, batch: Sequence[Planned], when: datetime) -> Iterator[Progress]:
    from ppid_tui.demo.files import softcopy  # reportlab, python-docx and Pillow, for making a sample alone

    incoming = desk.office.home.incoming
    by_name = {one.file_name: one for one in batch if one.form is not Form.PAPER}
    paths = [incoming / name for name in by_name]
    for path in paths:
        path.write_bytes(softcopy(by_name[path.name]))
    came: dict[str, Document] = {}
    for step in take_in(desk.office, paths, desk.staff.who_may(Right.INTAKE), when, patience=0):
        if step.outcome and step.outcome.fate is Fate.TAKEN and step.outcome.document:
            came[step.name] = step.outcome.document
            desk.documents[step.outcome.document.id] = step.outcome.document
        yield desk.progress(step.name)
    _complete(desk, batch, came, when + LATER)
    yield desk.progress("data dokumen")


def _complete(desk: Desk, batch: Sequence[Planned], came: dict[str, Document], when: datetime) -> None:
    with desk.office.records.transaction():
        for planned in batch:
            if planned.form is Form.PAPER:
                document = _on_paper(desk, planned, when)
            elif planned.fresh:
                continue
            else:
                document = _completed(desk, planned, came[planned.file_name], when)
            desk.documents[document.id] = document


def _on_paper(desk: Desk, planned: Planned, when: datetime) -> Document:
    by = desk.staff.who_may(Right.DESCRIBE).name
    blank = Document(title="", received_at=when, received_from=by)
    record = described(blank, planned, desk.office.profile.city, desk.today)
    return desk.office.records.documents.add(record, "mencatat hardcopy", by, when)


def _completed(desk: Desk, planned: Planned, document: Document, when: datetime) -> Document:
    exempt = planned.writing.information_class is InformationClass.DIKECUALIKAN
    by = desk.staff.who_may(Right.DECIDE if exempt else Right.DESCRIBE).name
    record = described(document, planned, desk.office.profile.city, desk.today)
    if planned.form is Form.SIGNED_SCAN:
        record = _with_signed_scan(desk.office, planned, record)
    return desk.office.records.documents.change(record, "menetapkan klasifikasi", by, when)


def _with_signed_scan(office: Office, planned: Planned, document: Document) -> Document:
    """The draft's words are searched, its signed scan is what is given out."""
    from ppid_tui.demo.files import signed_scan

    path = office.home.incoming / "pindai.pdf"
    path.write_bytes(signed_scan(planned))
    staged = office.softcopies.stage(path)
    office.softcopies.keep(staged, PDF)
    path.unlink()
    name = planned.file_name.removesuffix(planned.form.ending) + " ttd.pdf"
    signed = Rendition(RenditionKind.SIGNED, staged.sha256, name, PDF, staged.size, pages=2)
    draft = replace(document.renditions[0], kind=RenditionKind.DRAFT)
    note = "Yang dapat dicari adalah isi konsepnya; yang berlaku hasil pindai bertanda tangan"
    return replace(document, renditions=(draft, signed), note=note)
