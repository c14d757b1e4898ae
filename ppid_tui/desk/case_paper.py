"""The papers of a step: what the sheet says of it, the documents of the case, and what was done so far."""

from __future__ import annotations

from datetime import datetime

from archive.model import Document
from ppid_tui.desk import printing, serving
from ppid_tui.desk.case_history import Told, history_of
from ppid_tui.desk.case_items import as_documents
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office
from ppid_tui.desk.step_task import StepTask
from ppid_tui.printouts.labels import class_label, long_date, long_time
from ppid_tui.printouts.paper import Block, Fields, Heading, Paper, Table


def case_paper(office: Office, task: StepTask, viewer: Viewer, at: datetime) -> Paper:
    """The case as it stands, for the folder; documents this viewer may not see are only counted."""
    seen, hidden = as_documents(office, task.case, viewer)
    step = task.heading.removeprefix("Langkah ")
    head = (("Pekerjaan", task.case.title), ("Bagian/OPD", task.case.unit), ("Langkah", step))
    who = task.who.removeprefix("Pelaksana: ")
    rows = (*head, ("Pelaksana", who), ("Waktu", task.step.time), ("Output", task.step.output))
    blocks: list[Block] = [Fields(tuple(row for row in rows if row[1]))]
    apart = f", dan {hidden} yang tidak ditampilkan di sini" if hidden else ""
    blocks += [Heading(f"Dokumen ({len(seen)}{apart})", 2)]
    blocks += [_documents(seen)] if seen else []
    done = history_of(task.sop, task.case)
    blocks += [Heading("Riwayat", 2), _history(done)] if done else []
    return Paper(
        "LEMBAR PEKERJAAN",
        office.profile.kop,
        tuple(blocks),
        f"Lembar pekerjaan, dicetak {long_time(at)} oleh {viewer.officer.name}",
        office.profile.paper_size,
        sample=office.profile.demo,
    )


def print_case(office: Office, task: StepTask, viewer: Viewer, at: datetime) -> str:
    """Write the paper and send it to the printer; returns in Indonesian what became of it."""
    paper = case_paper(office, task, viewer, at)
    path = serving.save_paper(office, paper, f"pekerjaan {task.case.title}", at)
    printed = printing.send_to_printer(path, by=viewer.officer.id)
    if printed.sent:
        return "Lembar pekerjaan dikirim ke pencetak."
    kept = f"Salinannya tersimpan di {path.parent.name}/{path.name}"
    return f"Belum tercetak: {printed.reason}. {kept}. Tekan F9 untuk mencetak lagi."


def _documents(documents: list[Document]) -> Table:
    rows = tuple(
        (str(n), d.title, d.number, long_date(d.date) or str(d.year or ""), class_label(d.information_class))
        for n, d in enumerate(documents, 1)
    )
    return Table(("No", "Dokumen", "Nomor", "Tanggal", "Klasifikasi"), rows, (1, 7, 4, 3, 3))


def _history(done: list[Told]) -> Table:
    rows = tuple((str(d.step or ""), long_time(d.at), d.who, d.what, "\n".join(d.said)) for d in done)
    return Table(("Langkah", "Waktu", "Petugas", "Hasil", "Isian dan alasan"), rows, (2, 4, 3, 4, 6))
