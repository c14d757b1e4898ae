"""The SOPs that a sheet names as related (Keterkaitan), and others: each with its document in the archive."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from archive.model import Document, Officer, Right
from archive.sop import Sop
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import write_profile

ATTACHED, DETACHED = "melampirkan SOP terkait", "melepas SOP terkait"


@dataclass(frozen=True)
class RelatedSop:
    """A related SOP by its name; ``document`` is None where none is attached, or none that may be seen now."""

    name: str
    document: Document | None


def related_sops(office: Office, sop: Sop, viewer: Viewer) -> list[RelatedSop]:
    """Those of the sheet in its order, then those that were attached beside them."""
    kept = office.profile.related_sops
    names = dict.fromkeys((*(_plain(line) for line in sop.sheet.related), *kept))
    return [RelatedSop(name, _document(office, kept.get(name, 0), viewer)) for name in names]


def attach_sop(office: Office, name: str, document: Document, by: Officer, at: datetime) -> Office:
    """Attach a document to a related SOP; without a name under its own title. Returns the office as it is then.

    Raises NotAllowed, or OSError with nothing changed.
    """
    named = name or document.title
    return _kept(office, {**office.profile.related_sops, named: document.id}, ATTACHED, document.id, named, by, at)


def detach_sop(office: Office, name: str, by: Officer, at: datetime) -> Office:
    """Let go of the document that is attached to this SOP. Raises as ``attach_sop``."""
    rest = {one: id_ for one, id_ in office.profile.related_sops.items() if one != name}
    return _kept(office, rest, DETACHED, office.profile.related_sops.get(name, 0), name, by, at)


def _kept(
    office: Office, related: Mapping[str, int], what: str, document: int, name: str, by: Officer, at: datetime
) -> Office:
    office.require(by, Right.DESCRIBE, "Mengatur SOP terkait")
    changed = replace(office, profile=replace(office.profile, related_sops=dict(related)))
    with office.records.transaction():
        office.records.trail.append(at, by.name, what, "documents", document, note=name)
        write_profile(changed.profile, office.home.profile)
    return changed


def _document(office: Office, number: int, viewer: Viewer) -> Document | None:
    found = office.records.documents.get(number) if number else None
    return found if found and may_see(office, found, viewer) else None


def _plain(line: str) -> str:
    """A line of the sheet without its number."""
    return re.sub(r"^\d+\.? ", "", line)
