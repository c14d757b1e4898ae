"""Care of the archive: is everything still there, unchanged, and does the index agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archive import bag
from archive.kept import find_backup
from archive.model import Document, InformationClass
from ppid_tui.desk.office import Office
from ppid_tui.desk.progress import Progress


@dataclass(frozen=True)
class Problem:
    """One thing that is not as it should be, in Indonesian."""

    what: str
    where: str
    reason: str


@dataclass(frozen=True)
class Health:
    """What a check found. ``head`` is the trail's last digest, to be kept elsewhere."""

    ok: bool
    problems: tuple[Problem, ...]
    head: str


@dataclass
class Check:
    """A check under way: iterate over it for progress, then ask for its result."""

    office: Office
    head: str = ""
    _found: list[Problem] = field(default_factory=list)

    def __iter__(self) -> Iterator[Progress]:
        documents = self.office.records.documents.all()
        self._found += [Problem("catatan", "records.jsonl", p) for p in self.office.records.problems]
        self._found += [Problem("jejak", w, r) for w, r in self.office.records.trail.problems(self.head)]
        self._found += _given_twice(self.office)
        for done, document in enumerate(documents, 1):
            self._found += _document_problems(self.office, document)
            yield Progress(done, len(documents), _where(document))
        self._found += _named_but_missing(self.office, {document.id for document in documents})
        self._found += _orphans(self.office)
        self._found += _index_problems(self.office, documents)

    @property
    def health(self) -> Health:
        """What was found so far."""
        return Health(not self._found, tuple(self._found), self.office.records.trail.head)


@dataclass
class BackupCheck:
    """The check of a backup, or of the newest one in a folder: as `Check`. Raises NoBackup or NotABag."""

    named: Path
    _found: list[Problem] = field(default_factory=list)
    _head: str = ""

    def __iter__(self) -> Iterator[Progress]:
        backup = find_backup(self.named)
        self._head = backup.head
        for step in bag.check(backup.path):
            if step.problem:
                self._found.append(Problem("cadangan", step.name, step.problem))
            yield Progress(step.done, step.total, step.name, step.problem)

    @property
    def health(self) -> Health:
        """What was found so far; the head is that of the moment of the backup."""
        return Health(not self._found, tuple(self._found), self._head)


def verify(office: Office, head: str = "") -> Health:
    """Check everything at once."""
    check = Check(office, head)
    for _ in check:
        pass
    return check.health


def reindex(office: Office) -> Iterator[Progress]:
    """Build both indexes anew from the archive's texts."""
    return office.indexes.rebuild()


def _document_problems(office: Office, document: Document) -> Iterator[Problem]:
    where = _where(document)
    for rendition in document.renditions:
        path = office.softcopies.path(rendition.sha256, rendition.media_type)
        if not path.is_file():
            yield Problem("softcopy", where, f"berkas {rendition.name} tidak ada lagi di arsip")
        elif not office.softcopies.is_sound(rendition.sha256, rendition.media_type):
            yield Problem("softcopy", where, f"isi berkas {rendition.name} berubah sejak disimpan")
    if document.text_key and not office.texts.holds(document.text_key):
        yield Problem("teks", where, "teks halamannya tidak ada lagi di arsip")
    elif document.text_key and len(office.texts.pages(document.text_key)) != document.pages:
        yield Problem("teks", where, "teks halamannya tidak lengkap")


def _where(document: Document) -> str:
    """The document by number and title; an exempt one by its number alone, since anyone may run the check."""
    if document.information_class is InformationClass.DIKECUALIKAN:
        return f"dokumen {document.id} (dikecualikan)"
    return f"dokumen {document.id} “{document.title}”"


def _given_twice(office: Office) -> Iterator[Problem]:
    """Numbers under which two records were begun: the second would have taken the first one's place."""
    begun = Counter(
        (entry.table, entry.record_id)
        for entry in office.records.trail.entries()
        if entry.before is None and entry.after is not None
    )
    for (table, number), times in begun.items():
        if times > 1:
            yield Problem("catatan", f"{table} {number}", f"nomor diberikan {times} kali")


def _named_but_missing(office: Office, known: set[int]) -> Iterator[Problem]:
    named = {f"pekerjaan {case.id}": case.documents for case in office.records.cases.all()}
    for request in office.records.requests.all():
        named[f"permohonan {request.number}"] = tuple(d for item in request.items for d in item.documents)
    for where, documents in named.items():
        for number in sorted(set(documents) - known):
            yield Problem("catatan", where, f"menyebut dokumen {number}, yang tidak ada")


def _orphans(office: Office) -> Iterator[Problem]:
    # Listed before the records are read: another process may be taking documents in.
    softcopies, texts = (sorted(store.folder.glob("*/*")) for store in (office.softcopies, office.texts))
    documents = office.records.documents.all()
    known, keys = {r.sha256 for d in documents for r in d.renditions}, {d.text_key for d in documents}
    yield from (Problem("softcopy", str(p), "berkas tanpa catatan dokumen") for p in softcopies if p.stem not in known)
    yield from (Problem("teks", str(p), "teks tanpa catatan dokumen") for p in texts if p.stem not in keys | known)


def _index_problems(office: Office, documents: list[Document]) -> Iterator[Problem]:
    """What each index lacks or has too much, of documents that were there before and after it was asked.

    An index with a damaged file may tell anything, so it is only told that it is damaged.
    """
    for exempt, engine in ((False, office.indexes.public()), (True, office.indexes.exempt())):
        if names := engine.damaged():
            wrong = f"berkas indeks rusak: {', '.join(names)}. Jalankan ppid-tui reindex"
            yield Problem("indeks", str(engine.folder), wrong)
            continue
        found = Counter(engine.ids())
        before, after = _ids(documents, exempt), _ids(office.records.documents.all(), exempt)
        yield from _index_lines(engine.folder, "tidak dapat dicari", (before & after) - found.keys())
        yield from _index_lines(engine.folder, "seharusnya tidak di sini", found.keys() - before - after)
        yield from _index_lines(engine.folder, "tercatat dua kali", (n for n, times in found.items() if times > 1))


def _ids(documents: Iterable[Document], exempt: bool) -> set[int]:
    return {d.id for d in documents if (d.information_class is InformationClass.DIKECUALIKAN) == exempt}


def _index_lines(folder: Path, wrong: str, numbers: Iterable[int]) -> Iterator[Problem]:
    if named := ", ".join(map(str, sorted(numbers))):
        yield Problem("indeks", str(folder), f"dokumen {named} {wrong}. Jalankan ppid-tui reindex")
