"""Letters to the OPDs that are late with their part of a case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from archive.case_model import Case
from archive.model import Officer
from ppid_tui.desk import cases
from ppid_tui.desk.bodies import is_here
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.opds import Part, parts
from ppid_tui.desk.printing import send_to_printer
from ppid_tui.desk.serving import save_paper
from ppid_tui.desk.signing import HEAD, signature
from ppid_tui.printouts.paper import Paper, Signature
from ppid_tui.printouts.reminder import Reminder, reminder_paper

PRINTED = "mencetak surat pengingat"


def reminders(office: Office, case: Case, by: Officer, at: datetime) -> list[tuple[Part, Paper]]:
    """A letter for each OPD that is late, ready to be signed."""
    late = [part for part in parts(office, case, at.date()) if part.late]
    signs = _signature(office, case, at)
    return [(part, _letter(office, case, part, signs, by, at)) for part in late]


def print_reminders(office: Office, case: Case, by: Officer, at: datetime) -> str:
    """Write and print them, a file each, and put them into the trail; returns in Indonesian what became of it."""
    if not by.roles:
        raise NotAllowed("Surat pengingat dicetak oleh petugas yang punya peran dalam SOP.")
    letters = reminders(office, case, by, at)
    if not letters:
        return "Tidak ada OPD yang terlambat."
    paths = [save_paper(office, paper, f"pengingat {part.opd}", at) for part, paper in letters]
    for part, _ in letters:
        whom = part.case.id if part.case else 0
        office.records.trail.append(at, by.name, PRINTED, "cases", whom, note=f"kepada {part.opd}")
    return _printed_words(paths, by)


def _printed_words(paths: Sequence[Path], by: Officer) -> str:
    refused = [printed.reason for path in paths if not (printed := send_to_printer(path, by=by.id)).sent]
    kept = f"{len(paths)} surat pengingat tersimpan di {paths[0].parent.name}"
    return f"{kept}. Belum tercetak: {refused[0]}." if refused else f"{kept} dan dikirim ke pencetak."


def _signature(office: Office, case: Case, at: datetime) -> Signature:
    """Whoever receives what the OPDs send, where they are of this office; else its head."""
    ways = cases.choices(office, case)
    role = ways[0].next_role if ways else None
    return signature(office, role if role and is_here(office, role) else HEAD, at.date())


def _letter(office: Office, case: Case, part: Part, signs: Signature, by: Officer, at: datetime) -> Paper:
    asked_on = part.case.since.date() if part.case and part.case.since else None
    told = Reminder(part.opd, case.title, asked_on, part.due, part.missing)
    profile = office.profile
    return reminder_paper(profile.kop, told, signs, by.name, at, profile.paper_size, profile.demo)
