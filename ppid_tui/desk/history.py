"""The trail as officers read it: who did what, to which record, and what it changed.

Everybody reads the trail of what they may see. Of a document that is exempt, and of the time when an open
one was, nothing is told to who may not see exempt documents: no title, no line, no count.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from archive.model import AuditEntry, InformationClass, Right
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.history_words import NOTHING, TOLD_FIRST, UNTOLD, Change, changes
from ppid_tui.desk.office import Office

PAGE = 100
DOCUMENTS, CASES, REQUESTS, OFFICERS = "documents", "cases", "requests", "officers"
REQUESTERS = "requesters"
EDITIONS = "editions"
EXEMPT_USE = "membuka yang dikecualikan"
KINDS = (
    "masuk", "PIN salah", "mengatur ulang PIN", "memulihkan PIN", "mendaftarkan petugas", "menonaktifkan petugas",
    "mengaktifkan petugas", "memberi peran", "mencabut peran", "menugaskan pengganti", "mengakhiri pengganti",
    "serah terima tugas",
    "menerima dokumen", "mencatat hardcopy", "melengkapi data dokumen", "menetapkan klasifikasi",
    "memberikan dokumen", EXEMPT_USE, "membuka pekerjaan", "menyimpan isian", "melampirkan dokumen",
    "melepas dokumen", "langkah", "membatalkan pekerjaan", "membuka kembali pekerjaan", "mengalihkan langkah",
    "membatalkan langkah terakhir", "melampirkan lembar persetujuan", "mendaftarkan permohonan",
    "mencatat pemohon", "memperbaiki data permohonan", "meminta kelengkapan", "memperpanjang waktu",
    "menentukan jawaban", "menjawab permohonan", "menyerahkan informasi", "mendaftarkan keberatan",
    "meneruskan keberatan", "mencatat tanggapan keberatan", "mencatat sengketa",
    "batas waktu bergeser", "mengubah kalender kerja", "menghapus data pribadi pemohon", "membuat cadangan",
    "memulihkan dari cadangan", "menetapkan DIP", "membatalkan penetapan DIP", "mencatat uji konsekuensi",
)  # fmt: skip
"""What may be looked for, for completion: the beginnings of the actions that the desk writes."""

Record = tuple[str, int]


@dataclass(frozen=True)
class Sought:
    """What is looked for; empty fields leave it open. Of officer and action a part is enough."""

    record: Record | None = None
    by: str = ""
    day_from: date | None = None
    day_to: date | None = None
    action: str = ""


@dataclass(frozen=True)
class Told:
    """An entry in words: the record that it is about ('' where none), and each field that it changed."""

    entry: AuditEntry
    about: str
    changes: tuple[Change, ...]

    @property
    def new(self) -> bool:
        """Whether the entry begins a record."""
        return self.entry.before is None and self.entry.after is not None

    @property
    def summary(self) -> str:
        """What changed, on one line: "klasifikasi: belum ditetapkan → berkala"."""
        if self.new:
            return self.entry.note or "catatan baru"
        first = sorted(self.changes, key=lambda c: c.field not in TOLD_FIRST)
        told = [f"{c.label}: {c.before} → {c.after}" for c in first if c.field not in UNTOLD]
        return " ".join("; ".join([self.entry.note, *told] if self.entry.note else told).split())


@dataclass(frozen=True)
class Page:
    """Some entries, newest first, and whether there are older ones."""

    told: tuple[Told, ...]
    more: bool


NO_PAGE = Page((), False)


def history(office: Office, sought: Sought, viewer: Viewer, older_than: int = 0) -> Page:
    """A page of what the viewer may see, below the sequence ``older_than`` (0: from the newest on)."""
    if viewer.citizen:
        return NO_PAGE
    trail, eyes = office.records.trail, _Eyes(office, viewer)
    limit = (trail.sequence - older_than if older_than else 0) + 2 * PAGE
    while True:
        found = trail.find(sought.record, sought.by, sought.day_from, sought.day_to, sought.action, limit)
        told = [eyes.tell(e) for e in found if (not older_than or e.sequence < older_than) and eyes.sees(e)]
        seen = [one for one in told if not eyes.is_empty(one)]
        if len(seen) > PAGE or len(found) < limit:
            return Page(tuple(seen[:PAGE]), len(seen) > PAGE)
        limit *= 4


def record_name(office: Office, record: Record) -> str:
    """What an officer calls this record."""
    table, record_id = record
    if table == DOCUMENTS:
        document = office.records.documents.standing(record_id)
        return f"dokumen “{document.title}”" if document else f"dokumen {record_id}"
    if table == CASES:
        case = office.records.cases.get(record_id)
        return f"pekerjaan “{case.title}”" if case else f"pekerjaan {record_id}"
    if table == REQUESTS:
        request = office.records.requests.get(record_id)
        return f"permohonan {request.number}" if request else f"permohonan {record_id}"
    if table == REQUESTERS:
        return f"data pemohon {record_id}"
    if table == EDITIONS:
        return next((f"DIP nomor {one.number}" for one in office.records.editions.all() if one.id == record_id), "DIP")
    if table == OFFICERS:
        officer = office.records.officers.get(record_id)
        return f"petugas {officer.name}" if officer else f"petugas {record_id}"
    return ""


@dataclass
class _Eyes:
    """What one viewer may see of the trail, looked up once a record."""

    office: Office
    viewer: Viewer
    _names: dict[Record, str] = field(default_factory=dict)
    _titles: dict[int, str] = field(default_factory=dict)
    _exempt_until: dict[int, int] | None = None

    def sees(self, entry: AuditEntry) -> bool:
        """Whether this entry may be shown at all."""
        match entry.table:
            case "documents":
                return bool(self._title(entry.record_id)) and entry.sequence > self._exempt_then(entry.record_id)
            case "cases" | "editions":
                return True
            case "requests" | "requesters":
                return self._may(Right.SERVE) or self._may(Right.DECIDE)
            case "" if entry.action != EXEMPT_USE:
                return True
            case "":
                return self._sees_exempt
            case _:
                return self._may(Right.ADMINISTER)

    def tell(self, entry: AuditEntry) -> Told:
        """The entry in words."""
        record = (entry.table, entry.record_id)
        if record not in self._names:
            self._names[record] = record_name(self.office, record)
        return Told(entry, self._names[record], tuple(changes(entry.before, entry.after, self._name)))

    def is_empty(self, told: Told) -> bool:
        """Whether all that an entry changed is hidden, such as an exempt document put to a case."""
        return bool(told.entry.before and told.entry.after) and not told.changes

    def _name(self, field: str, value: Any) -> str:  # noqa: ANN401 - an id of either kind
        if field == DOCUMENTS:
            return self._title(value)
        return next((role.title for role in self.office.sop.roles if role.id == value), str(value))

    def _title(self, document_id: int) -> str:
        """The title of a document, '' of one that may not be shown."""
        if document_id not in self._titles:
            document = self.office.records.documents.standing(document_id)
            seen = document is not None and may_see(self.office, document, self.viewer)
            self._titles[document_id] = (document.title or NOTHING) if document and seen else ""
        return self._titles[document_id]

    def _exempt_then(self, document_id: int) -> int:
        """Until which sequence the document was exempt; 0 where it never was, or the viewer may see exempt ones."""
        if self._sees_exempt:
            return 0
        if self._exempt_until is None:
            trail = self.office.records.trail.entries()
            self._exempt_until = {e.record_id: e.sequence for e in trail if e.table == DOCUMENTS and _exempts(e)}
        return self._exempt_until.get(document_id, 0)

    @property
    def _sees_exempt(self) -> bool:
        return self.viewer.include_exempt or self._may(Right.SEE_EXEMPT)

    def _may(self, right: Right) -> bool:
        return self.office.may(self.viewer.officer, right)


def _exempts(entry: AuditEntry) -> bool:
    sides = (entry.before or {}, entry.after or {})
    return any(side.get("information_class") == InformationClass.DIKECUALIKAN for side in sides)
