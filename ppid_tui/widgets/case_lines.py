"""A case in a list: why it came back, what is to be done, until when; or whose turn it is."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from archive.model import Case
from archive.sop import as_on_sheet
from ppid_tui.desk import cases
from ppid_tui.desk.office import Office
from ppid_tui.desk.step_task import due_words, returned_words
from ppid_tui.printouts.labels import long_date


def mine_lines(office: Office, case: Case, today: date, name_role: bool) -> Content:
    """A case that waits for this officer; ``name_role`` where they hold several."""
    place = cases.place_of(office, case)
    activity = as_on_sheet(cases.step_of(office, case), "activity")
    due, late = due_words(office, case, today)
    returned = returned_words(case)
    lines = [
        Content.styled(f"{case.title}{f' ({case.unit})' if case.unit else ''}", "bold"),
        *([Content.styled(returned, "bold $warning")] if returned else []),
        Content(f"Langkah {place.n} dari {place.of}: {activity}"),
        Content.styled(f"{due}{_as_role(office, case, place.role, name_role)}", "$error" if late else "dim"),
        Content(""),
    ]
    return Content("\n").join(lines)


def others_lines(office: Office, case: Case) -> Content:
    """A case that somebody else holds, or that is done."""
    if case.step is None:
        day = long_date(case.since.date()) if case.since else ""
        return Content.styled(f"{case.title}: selesai {day}", "dim")
    place = cases.place_of(office, case)
    return Content.styled(f"{case.title}: langkah {place.n} dari {place.of}, giliran {place.role}", "dim")


def _as_role(office: Office, case: Case, role: str, name_role: bool) -> str:
    if cases.is_elsewhere(office, case):
        return f". Dikerjakan {role} di luar kantor ini: catat kirim dan terima"
    return f". Sebagai {role}" if name_role else ""
