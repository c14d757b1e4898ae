"""Printing: what the system says in Indonesian, the list of prints, and a paper through a real CUPS into a PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from time import monotonic, sleep
from uuid import uuid4

import pytest

from ppid_tui.desk import lp, printing, prints
from ppid_tui.desk.office import Office
from ppid_tui.desk.printer import NO_PRINTER, Printed
from ppid_tui.desk.request_papers import print_paper
from ppid_tui.desk.request_sheets import PaperKind, paper_of
from ppid_tui.printouts.paper import PaperSize
from ppid_tui.printouts.write import write
from tests.printouts.filled_requests import NUMBER, filled
from tests.printouts.reading import pdf_text
from tests.small_office import AT, PETUGAS, PPID, officer

SHORT = filled(repeat("Contoh"))
PATIENCE = 30.0
"""Seconds until a job must have come out of a queue that prints into files."""
STATUS = """\
printer Kantor disabled since Sat Nov 21 15:58:25 2026 -
\tPaused
\tDescription: Kantor
\tAlerts: paused
printer Laser is idle.  enabled since Sat Nov 21 15:58:20 2026
\tDescription: Laser
\tAlerts: media-empty-error media-needed
printer PDF now printing PDF-60.  enabled since Sat Nov 21 16:10:20 2026
\tAlerts: none
"""


def test_printers_say_in_indonesian_why_they_do_not_print() -> None:
    seen = {one.name: one.trouble for one in lp.read_printers(STATUS)}
    assert seen == {"PDF": "", "Kantor": "antreannya sedang dihentikan", "Laser": "kertas habis"}


def test_what_became_of_a_print_is_told_with_its_place() -> None:
    path = Path("printouts") / "surat.pdf"
    failed = printing.told(Printed(path, False, NO_PRINTER))
    assert failed.startswith("Belum tercetak: belum ada pencetak di laptop ini. Tersimpan di printouts/surat.pdf.")
    held = Printed(path, True, "", "Laser", "Laser-1", "kertas habis")
    assert "tertahan di antreannya: kertas habis" in printing.told(held)
    assert printing.told(Printed(path, True, "", "Laser")).startswith("Dikirim ke pencetak Laser.")


def test_the_systems_choice_comes_first_then_what_works() -> None:
    assert [one.name for one in lp.read_printers(STATUS, "Laser")] == ["Laser", "PDF", "Kantor"]
    assert lp.read_printers("") == ()


def test_without_a_printer_the_paper_is_kept_and_waits_on_the_list(office: Office) -> None:
    by = officer(office, PETUGAS)
    printed = print_paper(office, SHORT, PaperKind.FORM, by, AT)
    assert (printed.sent, printed.reason) == (False, NO_PRINTER)
    assert "FORMULIR" in pdf_text(printed.path.read_bytes())
    (waits,) = prints.last_prints(office, by)
    assert (waits.file, waits.copies, waits.reason) == (printed.path.name, 2, NO_PRINTER)
    assert prints.title(waits) == "Formulir permohonan 012 PPID 2026"


def test_a_paper_printed_again_stands_once_with_its_last_try(office: Office) -> None:
    by = officer(office, PETUGAS)
    first = print_paper(office, SHORT, PaperKind.RECEIPT, by, AT)
    print_paper(office, SHORT, PaperKind.FORM, by, AT)
    prints.note(Printed(first.path, True, "", "Laser", "Laser-7"), 1, by.id, chosen=True)
    newest, other = prints.last_prints(office, by)
    assert (newest.file, newest.job, newest.reason) == (first.path.name, "Laser-7", "")
    assert other.reason == NO_PRINTER
    assert prints.chosen_printer(office.home.printouts) == "Laser"


def test_others_prints_are_for_who_may_see_all_and_what_was_given_out_for_nobody(office: Office) -> None:
    petugas, ppid = officer(office, PETUGAS), officer(office, PPID)
    print_paper(office, SHORT, PaperKind.RECEIPT, petugas, AT)
    print_paper(office, SHORT, PaperKind.ANSWER, ppid, AT)
    given = office.home.printouts / "20260302-090000 Laporan.pdf"
    given.write_bytes(b"%PDF-1.4")
    printing.send_to_printer(given)
    assert [prints.title(one).split()[0] for one in prints.last_prints(office, petugas)] == ["Tanda"]
    assert [prints.title(one).split()[0] for one in prints.last_prints(office, ppid)] == ["Pemberitahuan", "Tanda"]


def test_a_torn_or_hostile_line_and_a_file_that_is_gone_are_passed_over(office: Office) -> None:
    by = officer(office, PETUGAS)
    gone = print_paper(office, SHORT, PaperKind.RECEIPT, by, AT)
    kept = print_paper(office, SHORT, PaperKind.FORM, by, AT)
    gone.path.unlink()
    with (office.home.printouts / prints.LIST).open("a", encoding="utf-8") as file:
        file.write('{"file": "../../office.toml", "at": "2026-03-02T09:00:00", "by": %d}\n' % by.id)  # noqa: UP031
        file.write('[1]\n{"file": 7}\n{"file": "20260302-0900')
    assert [one.file for one in prints.last_prints(office, by)] == [kept.path.name]


@pytest.fixture
def pdf_printer(monkeypatch: pytest.MonkeyPatch) -> str:
    """A queue of this computer that prints into files; none of paper is ever used."""
    monkeypatch.delenv(printing.OFF)
    if shutil.which("lp") is None or shutil.which("lpstat") is None:
        pytest.skip("no CUPS here: lp and lpstat are missing")
    monkeypatch.setenv("LC_ALL", "C")
    asked = subprocess.run(["lpstat", "-v"], capture_output=True, text=True, timeout=20, check=False)
    found = re.search(r"device for (\S+): cups-pdf:", asked.stdout)
    if found is None:
        pytest.skip("no queue here prints into files (Debian: printer-driver-cups-pdf)")
    return found[1]


def test_a_paper_goes_through_a_real_queue_and_comes_out_whole(
    office: Office, tmp_path: Path, pdf_printer: str
) -> None:
    assert pdf_printer in [one.name for one in printing.printers()]
    name = f"uji{uuid4().hex}"
    paper = paper_of(office, SHORT, PaperKind.ANSWER, officer(office, PETUGAS), AT)
    write(replace(paper, size=PaperSize.F4), tmp_path / f"{name}.pdf")
    printed = printing.send_to_printer(tmp_path / f"{name}.pdf", printer=pdf_printer)
    assert printed.sent, printed.reason
    assert printed.job.startswith(pdf_printer)
    ends = monotonic() + PATIENCE
    while "keluar" not in printing.job_words(printed.job) and monotonic() < ends:
        sleep(0.1)
    made = came_out(name)
    try:
        text = pdf_text(made.read_bytes())
    finally:
        made.unlink()
    for words in ("PEMERINTAH PROVINSI CONTOH", NUMBER, "Informasi tidak dapat diberikan", PPID, "Halaman 1 dari"):
        assert words in " ".join(text.split())


def came_out(name: str) -> Path:
    """The file that the queue made, in one of the folders that cups-pdf uses."""
    ends = monotonic() + PATIENCE
    folders = (Path.home() / "PDF", Path("/var/spool/cups-pdf"))
    while monotonic() < ends:
        for folder in folders:
            if found := next(iter(folder.rglob(f"*{name}*.pdf")), None):
                return found
        sleep(0.1)
    raise AssertionError(f"the queue made no file named {name} in {folders}")


def test_a_printer_that_is_gone_is_said_to_be_gone(tmp_path: Path, pdf_printer: str) -> None:
    paper = tmp_path / "kertas.pdf"
    paper.write_bytes(b"%PDF-1.4")
    printed = printing.send_to_printer(paper, printer=f"Bukan-{pdf_printer}")
    assert (printed.sent, printed.reason) == (False, "pencetak itu tidak ada lagi")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the system itself opens files")
@pytest.mark.parametrize(
    ("display", "script", "says"),
    [
        ("", "exit 0", "layar ini tidak dapat membuka jendela lain"),
        (":9", "exit 3", printing.NO_VIEWER),
        (":9", "exit 0", ""),
        (":9", None, printing.NO_VIEWER),
    ],
)
def test_a_window_is_only_said_to_open_where_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, display: str, script: str | None, says: str
) -> None:
    if script is not None:
        opener = tmp_path / "xdg-open"
        opener.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        opener.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert printing.open_with_viewer(tmp_path / "surat.pdf") == says
