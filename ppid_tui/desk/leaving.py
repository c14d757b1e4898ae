"""An officer leaves: what they leave open, who takes it over, and the paper that both sign (BAST)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from archive.case_model import Case
from archive.model import Document, Officer, Right
from archive.request_model import Request
from archive.sop import Role
from ppid_tui.desk.cases import open_cases, whose_turn
from ppid_tui.desk.due import request_due
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.office import Office
from ppid_tui.desk.people import retire
from ppid_tui.desk.printer import Printed
from ppid_tui.desk.printing import send_to_printer
from ppid_tui.desk.roles import current_stand_ins, stand_in_words, title_of, unheld
from ppid_tui.desk.serving import save_paper
from ppid_tui.desk.signing import HEAD, signature
from ppid_tui.printouts.handing_over import Duties, hand_over_paper

HANDED_OVER = "serah terima tugas"


@dataclass(frozen=True)
class Leaving:
    """What an officer leaves on a day: ``cases`` wait for a role of theirs, ``alone`` are roles nobody else has."""

    officer: Officer
    stand_ins: tuple[str, ...]
    cases: tuple[Case, ...]
    requests: tuple[Request, ...]
    loans: tuple[Document, ...]
    alone: tuple[Role, ...]


def leaving(office: Office, officer: Officer, at: datetime) -> Leaving:
    """What this officer would leave today."""
    day = at.date()
    roles = {*officer.roles, *(one.role for one in officer.stand_ins if one.on(day))}
    unfilled = {role.id for role in unheld(office, day)}
    return Leaving(
        officer=officer,
        stand_ins=tuple(stand_in_words(office, one) for one in current_stand_ins(officer, day)),
        cases=tuple(case for case in open_cases(office) if whose_turn(office, case) in roles),
        requests=tuple(r for r in office.records.requests.all() if r.handled_by == officer.name and request_due(r)),
        loans=tuple(d for d in office.records.documents.all() if _borrowed_by(d, officer.name)),
        alone=tuple(role for role in unheld(office, day, without=officer.id) if role.id not in unfilled),
    )


def successors(office: Office, officer: Officer, at: datetime) -> list[Officer]:
    """Who can take over, by name."""
    staff = office.records.officers.all()
    return sorted((o for o in staff if o.id != officer.id and o.active_on(at.date())), key=lambda o: o.name)


def hand_over(office: Office, left: Leaving, receiver: Officer | None, by: Officer, at: datetime) -> Officer:
    """Retire the officer; their roles, requests and loans pass to the receiver, where there is one.

    Raises NotAllowed, or ValueError for the last administrator.
    """
    office.require(by, Right.ADMINISTER, "Serah terima tugas")
    with office.records.transaction():
        if receiver is not None:
            _pass_on(office, left, receiver, by, at)
        return retire(office, left.officer, by, at)


def paper_of(office: Office, left: Leaving, receiver: Officer | None, viewer: Viewer, at: datetime) -> Printed:
    """Print the minutes of the hand-over, unsigned. Documents this viewer may not see are only counted."""
    seen = tuple(d for d in left.loans if may_see(office, d, viewer))
    titles = [title_of(office.sop, role) for role in left.officer.roles]
    if office.may(left.officer, Right.ADMINISTER):
        titles.append("Administrator kiosk")
    duties = Duties(
        giver=(left.officer.name, left.officer.position),
        receiver=(receiver.name, receiver.position) if receiver else ("", ""),
        roles=(*titles, *left.stand_ins),
        cases=tuple((c.title, c.unit, f"{c.step}") for c in left.cases),
        requests=tuple((r.number, r.items[0].wanted, request_due(r)) for r in left.requests),
        loans=tuple((d.title, d.number, _place(d)) for d in seen),
        hidden=len(left.loans) - len(seen),
    )
    witness = signature(office, HEAD, at.date())
    paper = hand_over_paper(
        office.profile.kop, duties, witness, viewer.officer.name, at, office.profile.paper_size, office.profile.demo
    )
    path = save_paper(office, paper, f"serah terima {left.officer.name}", at)
    return send_to_printer(path, by=viewer.officer.id)


def _pass_on(office: Office, left: Leaving, receiver: Officer, by: Officer, at: datetime) -> None:
    note = f"dari {left.officer.name}"
    kept = office.records.officers.get(receiver.id) or receiver
    rights = tuple(dict.fromkeys((*kept.rights, *left.officer.rights)))
    roles = tuple(dict.fromkeys((*kept.roles, *left.officer.roles)))
    lent = tuple(one for one in kept.stand_ins if one.role not in roles or one.ended(at.date()))
    taken = replace(kept, roles=roles, rights=rights, stand_ins=lent)
    office.records.officers.change(taken, HANDED_OVER, by.name, at, note)
    for request in left.requests:
        office.records.requests.change(replace(request, handled_by=receiver.name), HANDED_OVER, by.name, at, note)
    for document in left.loans:
        office.records.documents.change(_lent_to(document, receiver, at), HANDED_OVER, by.name, at, note)


def _lent_to(document: Document, receiver: Officer, at: datetime) -> Document:
    assert document.hardcopy is not None
    place = replace(document.hardcopy, borrower=receiver.name, borrowed_on=at.date())
    return replace(document, hardcopy=place)


def _place(document: Document) -> str:
    lies = document.hardcopy
    return " / ".join(filter(None, (lies.cabinet, lies.shelf, lies.box, lies.folder))) if lies else ""


def _borrowed_by(document: Document, name: str) -> bool:
    """Whether this officer has the paper; a borrower is typed freely: "Rina Contoh (Bagian Umum)"."""
    borrower = document.hardcopy.borrower if document.hardcopy else ""
    return re.match(rf"{re.escape(name)}\b", borrower, re.IGNORECASE) is not None
