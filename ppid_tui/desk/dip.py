"""The list of public information (DIP) of this office: its lines, what is kept off it and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from archive import dip
from archive.case_model import Case
from archive.dip import DipRow, Lack
from archive.model import Document, Officer, Right
from ppid_tui.desk.cases import open_cases, sop_of
from ppid_tui.desk.office import Office
from ppid_tui.desk.signing import HEAD, signature
from ppid_tui.printouts.dip import Columns, Standing, dip_list
from ppid_tui.printouts.information_list import InformationList
from ppid_tui.printouts.labels import long_date
from ppid_tui.printouts.paper import Signature

LACKS = {
    Lack.CONFIRMED: "data belum diperiksa petugas",
    Lack.CLASS: "klasifikasi belum ditetapkan",
    Lack.APPROVED: "menunggu persetujuan dalam pekerjaan",
    Lack.PUBLIC_COPY: "salinan untuk publik belum dibuat",
    Lack.SUMMARY: "ringkasan isi belum diisi",
    Lack.UNIT: "unit yang menguasai belum diisi",
    Lack.RESPONSIBLE: "penanggung jawab belum diisi",
    Lack.YEAR: "tanggal atau tahun belum diisi",
    Lack.MADE_AT: "tempat pembuatan belum diisi",
    Lack.FORM: "belum ada softcopy maupun tempat hardcopy",
    Lack.RETENTION: "masa simpan (retensi) belum diisi",
}


@dataclass(frozen=True)
class Barred:
    """A document that would stand on the list, were it not for what it lacks."""

    document: Document
    lacks: tuple[Lack, ...]


def rows(office: Office, by: Officer, year: int | None = None) -> tuple[DipRow, ...]:
    """The list as it is now, of one year or of all; never an exempt document, whoever asks."""
    listed = dip.rows_of(office.records.documents.all(), unapproved(office), went_up(office))
    return tuple(row for row in listed if year in (None, row.year))


def barred(office: Office, year: int | None = None) -> list[Barred]:
    """What is kept off the list and why; first what lacks least, within it the newest."""
    waiting = unapproved(office)
    asked = [d for d in office.records.documents.all() if dip.belongs(d) and year in (None, dip.year_of(d))]
    found = [Barred(one, lacks) for one in asked if (lacks := dip.lacks(one, waiting))]
    return sorted(found, key=lambda one: (len(one.lacks), -one.document.id))


def by_lack(found: list[Barred]) -> list[tuple[Lack, list[Barred]]]:
    """The same by what they lack, that which bars most first; a document stands under each thing that it lacks."""
    groups = [(lack, [one for one in found if lack in one.lacks]) for lack in Lack]
    return sorted((group for group in groups if group[1]), key=lambda group: -len(group[1]))


def unapproved(office: Office) -> frozenset[int]:
    """Documents of cases that still have a review before them, but for those that were decreed already."""
    waiting = {i for case in open_cases(office) if _review_ahead(office, case) for i in _standing(office, case)}
    return frozenset(waiting - office.records.editions.listed()) if waiting else frozenset()


def went_up(office: Office) -> frozenset[int]:
    """Documents of the packages that went onto the web."""
    up = (one for one in office.records.publications.all() if one.online_on)
    return frozenset(file.document for one in up for file in one.files)


def current_list(office: Office, by: Officer, at: datetime, year: int | None = None) -> InformationList:
    """The list as it is now, as a draft, in all its forms."""
    period = f"Tahun {year}" if year else f"Keadaan {long_date(at)}"
    return listed(office, rows(office, by, year), period, "", by, at)


def listed(
    office: Office,
    lines: tuple[DipRow, ...],
    period: str,
    decision: str,
    by: Officer,
    at: datetime,
    signs: Signature | None = None,
) -> InformationList:
    """These lines as a list of this office, ready to be written; see `printouts.information_list.write_list`."""
    profile = office.profile
    signs = signs or signature(office, deciding_role(office), at.date())
    standing = Standing(
        profile.kop, profile.name, period, decision, at, by.name, signs, profile.paper_size, profile.demo
    )
    return dip_list(lines, standing, Columns(profile.dip_kind, profile.dip_media))


def deciding_role(office: Office) -> str:
    """The role that decrees the list: the first that decides, so the PPID before the superior."""
    return next((role.id for role in office.sop.roles if Right.DECIDE in role.may), HEAD)


def _review_ahead(office: Office, case: Case) -> bool:
    ahead = (step for step in sop_of(office, case).steps if step.number >= (case.step or 0))
    return any(step.work == "review" or step.reviewer for step in ahead)


def _standing(office: Office, case: Case) -> Iterator[int]:
    return (document.id for document in office.records.documents_of(case.documents))
