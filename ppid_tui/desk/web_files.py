"""What lies beside the documents in a publication package: its page, the lists, the catalogue, the checksums."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from archive.bag import put_bytes
from archive.model import Document, Officer, Rendition
from archive.publications import PublishedFile
from archive.softcopies import digest_of
from ppid_tui.desk import dip_editions
from ppid_tui.desk.office import Office
from ppid_tui.website.entry import Catalogue, WebEntry

FOLDER, LISTS, SUMS = "dokumen", "dip", "SHA256SUMS.txt"
PAGE, CATALOGUE, LIST = "index.html", "metadata.jsonld", "daftar-informasi-publik"


def write_web_files(office: Office, work: Path, files: Iterable[PublishedFile], by: Officer, at: datetime) -> None:
    """Write them all into the package; the checksums last. Raises OSError."""
    from ppid_tui.website.metadata import metadata
    from ppid_tui.website.page import page

    catalogue = Catalogue(office.profile.name, office.profile.address, at.date(), office.profile.demo)
    known = ((one, office.records.documents.get(one.document)) for one in files)
    entries = [_entry(one, d, d.given_rendition) for one, d in known if d and d.given_rendition]
    lists = _write_lists(office, work, by, at)
    put_bytes(iter([page(catalogue, entries, lists)]), work / PAGE)
    put_bytes(iter([metadata(catalogue, entries)]), work / CATALOGUE)
    put_bytes(iter([_sums(work).encode("utf-8")]), work / SUMS)


def _write_lists(office: Office, work: Path, by: Officer, at: datetime) -> dict[str, str]:
    """The list of public information in every format; returns their paths by the format's name."""
    from ppid_tui.printouts.write_list import FORMATS, write_list

    content = dip_editions.current_list(office, by, at)
    (work / LISTS).mkdir()
    names = {ending.removeprefix(".").upper(): f"{LISTS}/{LIST}{ending}" for ending in FORMATS}
    for name in names.values():
        write_list(content, work / name)
    return names


def _entry(file: PublishedFile, document: Document, given: Rendition) -> WebEntry:
    return WebEntry(
        title=document.title,
        letter_number=document.number,
        day=document.date,
        year=document.year or (document.date.year if document.date else None),
        information_class=document.information_class,
        unit=document.unit,
        kind=document.kind,
        summary=document.summary,
        path=f"{FOLDER}/{file.name}",
        media_type=given.media_type,
        size=given.size,
        pages=given.pages or document.pages,
        digest=file.digest,
        partly=document.public_copy is not None,
    )


def _sums(work: Path) -> str:
    """As ``sha256sum -c`` reads it."""
    within = (path for folder in (FOLDER, LISTS) for path in (work / folder).iterdir())
    files = sorted((work / PAGE, work / CATALOGUE, *within))
    return "".join(f"{digest_of(path)}  {path.relative_to(work).as_posix()}\n" for path in files)
