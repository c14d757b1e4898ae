"""Care of the archive: is everything still there, unchanged, and does the index agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from archive.model import Document
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
        for done, document in enumerate(documents, 1):
            self._found += _document_problems(self.office, document)
            yield Progress(done, len(documents), document.title)
        self._found += _orphans(self.office, documents)
        self._found += _index_problems(self.office, documents)

    @property
    def health(self) -> Health:
        """What was found so far."""
        return Health(not self._found, tuple(self._found), self.office.records.trail.head)


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
    where = f"dokumen {document.id} “{document.title}”"
    for rendition in document.renditions:
        path = office.softcopies.path(rendition.sha256, rendition.media_type)
        if not path.is_file():
            yield Problem("softcopy", where, f"berkas {rendition.name} tidak ada lagi di arsip")
        elif not office.softcopies.is_sound(rendition.sha256, rendition.media_type):
            yield Problem("softcopy", where, f"isi berkas {rendition.name} berubah sejak disimpan")
    if document.text_key and len(office.texts.pages(document.text_key)) != document.pages:
        yield Problem("teks", where, "teks halamannya tidak lengkap")


def _orphans(office: Office, documents: list[Document]) -> Iterator[Problem]:
    known = {r.sha256 for d in documents for r in d.renditions}
    for path in sorted(office.softcopies.folder.glob("*/*")):
        if path.stem not in known:
            yield Problem("softcopy", str(path), "berkas tanpa catatan dokumen")


def _index_problems(office: Office, documents: list[Document]) -> Iterator[Problem]:
    indexed = office.indexes.public().count() + office.indexes.exempt().count()
    if indexed != len(documents):
        reason = f"berisi {indexed} dari {len(documents)} dokumen. Jalankan ppid-tui reindex"
        yield Problem("indeks", str(office.home.index), reason)
