"""Papers of the office itself: written to the printouts folder, then handed to the printer."""

from __future__ import annotations

from datetime import datetime

from archive.sop import Sop
from ppid_tui.desk.office import Office
from ppid_tui.desk.printer import Printed
from ppid_tui.desk.printing import send_to_printer
from ppid_tui.desk.request_sheets import CLERK
from ppid_tui.desk.serving import save_paper
from ppid_tui.desk.signing import IDENTITY
from ppid_tui.printouts.dip_form import dip_form_paper
from ppid_tui.printouts.paper import Signature
from ppid_tui.printouts.request_form import blank_form
from ppid_tui.printouts.request_parts import Frame
from ppid_tui.printouts.sheet import sop_paper

BLANK = "." * 24


def print_sheet(office: Office, sop: Sop, at: datetime) -> Printed:
    """The SOP sheet as the official form, on the office's size of paper."""
    paper = sop_paper(office.profile.kop, sop, office.profile.paper_size)
    return send_to_printer(save_paper(office, paper, "lembar SOP", at))


def print_request_form(office: Office, at: datetime, by: int) -> Printed:
    """The blank form on which information is asked for; ``by`` is the officer's id."""
    profile = office.profile
    frame = Frame(profile.kop, profile.name, profile.paper_size, profile.demo)
    clerk = Signature(f"{profile.city or BLANK}, {BLANK}", CLERK, "", IDENTITY)
    return send_to_printer(save_paper(office, blank_form(frame, clerk), "formulir permohonan kosong", at), by=by)


def print_dip_form(office: Office, at: datetime) -> Printed:
    """The blank list of public information with its filling guide."""
    paper = dip_form_paper(office.profile.kop, office.profile.name, office.profile.paper_size)
    return send_to_printer(save_paper(office, paper, "formulir daftar informasi publik", at))
