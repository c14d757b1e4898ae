"""What lies beside the archive of a sample office: new files to take in, and one that could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from random import Random

from archive.model import Officer
from ppid_tui.demo.plan import Form, Planned, Signer, write_one
from ppid_tui.demo.words import OfficeWords
from ppid_tui.demo.writing import write
from ppid_tui.desk.intake import take_in
from ppid_tui.desk.office import Office

PASSWORD = "contoh"
LOCKED = "Laporan dari kabupaten (terkunci).pdf"
NEW = (("surat", Form.PDF), ("notulen", Form.DOCX), ("keputusan", Form.SCAN))
PLACE = 90_000


def set_aside_locked(
    office: Office, words: OfficeWords, rng: Random, signer: Sequence[str], by: Officer, at: datetime
) -> None:
    """Let a PDF with a password come in: it is set aside with the reason."""
    from ppid_tui.demo.pdf_files import as_pdf

    writing = write("laporan", rng, words, words.programs[0], at.date(), 12, signer)
    path = office.home.incoming / LOCKED
    path.write_bytes(as_pdf(writing.sheet, PASSWORD))
    for _ in take_in(office, [path], by, at, patience=0):
        pass


def leave_incoming(
    office: Office, words: OfficeWords, planned: Sequence[Planned], rng: Random, today: date, signer: Signer
) -> None:
    """Leave three new files and one that is kept already."""
    from ppid_tui.demo.files import softcopy

    for place, (key, form) in enumerate(NEW, PLACE):
        new = Planned(write_one(key, words, rng, today, place, signer), form, place)
        name = f"{new.writing.kind} {today:%d-%m-%Y} ({place - PLACE + 1}){form.ending}"
        (office.home.incoming / name).write_bytes(softcopy(new))
    again = next((one for one in planned if one.form is Form.PDF), None)
    if again:
        (office.home.incoming / f"Salinan {again.writing.kind}.pdf").write_bytes(softcopy(again))
