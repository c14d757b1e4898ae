"""A case handed over to another body's kiosk on a USB stick, with its documents; and what the trail says of it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from archive.bag import Step
from archive.case_model import Case
from archive.model import Document, Officer, Right
from archive.package import NotPacked, Package, package_id, write_package
from archive.package_ids import leaving
from ppid_tui.desk import cases
from ppid_tui.desk.givable import holds_exempt
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.parts import note_sent
from ppid_tui.desk.trouble import cause
from ppid_tui.printouts.labels import long_date

EXPORTED = "mengekspor pekerjaan ke USB"
LONGEST_NAME = 40
REFUSALS = (NotAllowed, NotPacked)
"""What an export raises when it is not possible; their words are for the officer."""


@dataclass(frozen=True)
class Going:
    """What would travel, and to which role; ``kept_back`` says why exempt documents may not, '' where they may."""

    receiver: str
    documents: tuple[Document, ...]
    exempt: tuple[Document, ...]
    kept_back: str


def can_go(office: Office, case: Case) -> bool:
    """Whether a case is to be done elsewhere now: its step is another body's, or it is finished and may be shown."""
    return cases.is_elsewhere(office, case) or (case.step is None and not case.cancelled)


def going(office: Office, case: Case, by: Officer) -> Going:
    """What of a case would travel to whoever has its step."""
    known = office.records.documents_of(case.documents)
    exempt = tuple(d for d in known if holds_exempt(d))
    role = cases.whose_turn(office, case)
    receiver = cases.role_title(office, case, role) if role else "kantor yang ikut mengerjakannya"
    kept_back = _kept_back(office, case, role, by) if exempt else ""
    return Going(receiver, tuple(d for d in known if d not in exempt), exempt, kept_back)


def export(
    office: Office, case: Case, to: Path, by: Officer, at: datetime, with_exempt: bool = False
) -> Generator[Step, None, Path]:
    """Write the hand-over file into the folder ``to``; returns where it lies. Raises one of REFUSALS.

    Exempt documents travel only where asked, by an officer who may see them, to a role that may see them too.
    """
    if not by.roles:
        raise NotAllowed("Pekerjaan diekspor oleh petugas yang punya peran dalam SOP.")
    if not can_go(office, case):
        raise NotPacked("Langkah ini dikerjakan di sini. Selesaikan dahulu (F8), lalu ekspor.")
    plan = going(office, case, by)
    if with_exempt and plan.kept_back:
        raise NotAllowed(plan.kept_back)
    named = case if case.uid else replace(case, uid=uuid.uuid4().hex)
    package = _packed(office, plan, named, by, at, with_exempt)
    name = f"serah-{_file_name(case)}-{at:%Y%m%d-%H%M}"
    try:
        path = yield from write_package(package, to, name, office.softcopies, office.texts)
        digest = package_id(path)
    except OSError as error:
        raise NotPacked(f"Paket di {to} belum dibuat: {cause(error)}. Periksa USB-nya, lalu coba lagi.") from error
    _note_sent(office, named, package, path, digest, by)
    return path


def sent_words(package_path: Path, plan: Going, with_exempt: bool) -> str:
    """What the officer should know when the hand-over file is made; aloud where exempt documents are in it."""
    words = f"Paket untuk {plan.receiver} tersimpan dan diperiksa: {package_path.name}. USB boleh dicabut."
    if with_exempt and plan.exempt:
        words += f" Memuat {len(plan.exempt)} dokumen yang DIKECUALIKAN: serahkan langsung, hapus dari USB sesudahnya."
    return words


def _kept_back(office: Office, case: Case, role: str | None, by: Officer) -> str:
    count = "Dokumen yang dikecualikan tidak ikut"
    if role is None:
        return f"{count}: tidak ada langkah lagi yang memerlukannya."
    if Right.SEE_EXEMPT not in cases.sop_of(office, case).role(role).may:
        return f"{count}: {cases.role_title(office, case, role)} tidak berwenang melihatnya."
    if not office.may(by, Right.SEE_EXEMPT):
        return f"{count}: Anda tidak berwenang melihatnya. Mintalah petugas yang berwenang mengekspornya."
    return ""


def _packed(office: Office, plan: Going, case: Case, by: Officer, at: datetime, with_exempt: bool) -> Package:
    sop, goes = cases.sop_of(office, case), plan.documents + (plan.exempt if with_exempt else ())
    bare = replace(
        leaving(case, office.profile.name), sop_version=sop.version, documents=tuple(document.id for document in goes)
    )
    return Package(
        office=office.profile.name,
        made_by=by.name,
        made_at=at,
        receiver=plan.receiver,
        sop_text=sop.text,
        case=bare,
        documents=tuple(replace(document, joined_to=0) for document in goes),
        left_out=len(plan.exempt) if not with_exempt else 0,
    )


def _note_sent(office: Office, case: Case, package: Package, path: Path, digest: str, by: Officer) -> None:
    """The case knows what left, and when to whom; the trail what was in it."""
    at, exempt = package.made_at, sum(map(holds_exempt, package.documents))
    draft = {"sent": long_date(at.date()), "who": package.receiver, **case.draft}
    kept = replace(
        case,
        packages=(*case.packages, digest),
        draft=draft if cases.is_elsewhere(office, case) else case.draft,
        begun=case.begun or at if case.step is not None else None,
    )
    counted = f"{len(package.documents)} dokumen, {exempt} di antaranya dikecualikan, {package.left_out} tidak ikut"
    note = f"{path.name} untuk {package.receiver}: {counted}; paket {digest}"
    with office.records.transaction():
        office.records.cases.change(kept, EXPORTED, by.name, at, note)
        note_sent(office, kept, by, at)


def _file_name(case: Case) -> str:
    """The title as a folder's name, on any medium."""
    plain = re.sub(r"[^a-z0-9]+", "-", f"{case.title} {case.unit}".casefold()).strip("-")
    return plain[:LONGEST_NAME].strip("-") or "pekerjaan"
