"""Papers of the office itself: written to the printouts folder, then handed to the printer."""

from __future__ import annotations

from datetime import datetime

from ppid_tui.desk.office import Office
from ppid_tui.desk.printing import Printed, send_to_printer
from ppid_tui.desk.serving import save_paper
from ppid_tui.printouts.sheet import sop_paper


def print_sheet(office: Office, at: datetime) -> Printed:
    """The SOP sheet as the official form."""
    paper = sop_paper(office.profile.kop, office.sop)
    return send_to_printer(save_paper(office, paper, "lembar SOP", at))
