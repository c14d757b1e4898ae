"""An exempt document doesn't leave, whichever way it is tried; and each way does lead out where it is public.

Every way is walked twice. Once nothing happens in between: then the document must be found outside, or the way
would prove nothing. Once it is exempted at the last moment before it would leave: then no word of it may be.
"""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

import pytest

from archive.editions import Edition
from archive.model import Document, Exemption, HardcopyPlace, InformationClass, Officer
from archive.package import NotPacked
from archive.request_model import Request, Requester, RequestItem, RequestOutcome
from ppid_tui.cli import main
from ppid_tui.desk import at_once, backups, cases, dip_editions, finding, giving, publishing, serving, transfer
from ppid_tui.desk.box_labels import box_labels, folder_labels, write_labels
from ppid_tui.desk.case_paper import case_paper
from ppid_tui.desk.describing import describe
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.giving import What, Wish
from ppid_tui.desk.handing_out import Piece
from ppid_tui.desk.handover import export
from ppid_tui.desk.office import OWNER, NotAllowed, Office
from ppid_tui.desk.prints import last_prints
from ppid_tui.desk.request_papers import make as make_paper
from ppid_tui.desk.request_papers import papers_for
from ppid_tui.desk.step_task import task_of
from ppid_tui.printouts.box_labels import SHEETS
from ppid_tui.printouts.write import write
from ppid_tui.printouts.write_list import FORMATS, write_list
from tests.desk.publishing_help import outcome, package_of
from tests.leaks import digests, told
from tests.small_office import AT, PETUGAS, PPID, SECRET, TRAVEL, document, officer

WORD = "gratifikasi"
"""In the title and the text of the document, and of no other."""
REFUSED = (NotPacked, publishing.NotPublished, transfer.NotTransferred, *at_once.REFUSALS)


@dataclass
class Attempt:
    """A try: the ``office``, the folder that leaves, and what happens at the last moment."""

    office: Office
    folder: Path
    exempt: Callable[[], object]
    number: int
    seen: list[str] = field(default_factory=list)

    @property
    def record(self) -> Document:
        """The document as it is now."""
        found = self.office.records.documents.get(self.number)
        assert found is not None
        return found

    @property
    def clerk(self) -> Officer:
        """Who serves citizens and may not see what is exempt."""
        return officer(self.office, PETUGAS)

    def subfolder(self, name: str) -> Path:
        """A folder of its own within the one that leaves."""
        path = self.folder / name
        path.mkdir()
        return path


def package_of_what_was_chosen_before(attempt: Attempt) -> None:
    chosen = publishing.publishable(attempt.office)
    attempt.exempt()
    package_of(attempt.office, chosen, attempt.folder / "usb")


def package_that_is_being_written(attempt: Attempt) -> None:
    """The file is in the staging folder already when its class changes."""
    chosen = sorted(publishing.publishable(attempt.office), key=lambda one: one.id != attempt.number)
    to, by = attempt.subfolder("usb"), officer(attempt.office, PPID)
    steps = publishing.publish(attempt.office, [one.id for one in chosen], to, by, AT)
    outcome(steps, after_first=attempt.exempt)


def package_since_last_time(attempt: Attempt) -> None:
    """Its page lists what went up before."""
    package_of(attempt.office, [attempt.record], attempt.office.home.root / "lama")
    attempt.exempt()
    new = publishing.fresh(attempt.office, publishing.publishable(attempt.office))
    package_of(attempt.office, new, attempt.folder / "usb", AT + timedelta(days=1), since_last=True)


def transfer_to_an_archive_body(attempt: Attempt) -> None:
    ids = [document(attempt.office, TRAVEL).id, attempt.number]
    attempt.exempt()
    by = officer(attempt.office, PPID)
    outcome(transfer.transfer(attempt.office, ids, attempt.subfolder("usb"), "Dinas Arsip Contoh", by, AT))


def transfer_that_is_being_written(attempt: Attempt) -> None:
    ids = [attempt.number, document(attempt.office, TRAVEL).id]
    by = officer(attempt.office, PPID)
    steps = transfer.transfer(attempt.office, ids, attempt.subfolder("usb"), "Dinas Arsip Contoh", by, AT)
    outcome(steps, after_first=attempt.exempt)


def hand_over_file(attempt: Attempt) -> None:
    """The case is finished, so it may be shown to those who took part."""
    office, by = attempt.office, officer(attempt.office, PPID)
    case = cases.start_case(office, "Pekerjaan lama", by, AT, documents=(attempt.number,))
    done = office.records.cases.change(replace(case, step=None), "selesai", by.name, AT)
    attempt.exempt()
    outcome(export(office, done, attempt.subfolder("usb"), attempt.clerk, AT))


def given_from_the_screen(attempt: Attempt) -> None:
    """The screen still holds the record as it was when it was opened."""
    wishes = [Wish(what, attempt.record) for what in (What.PAGE, What.WHOLE, What.ORIGINAL)]
    viewer = Viewer(officer(attempt.office, PPID))
    attempt.exempt()
    for wish in wishes:
        with contextlib.suppress(NotAllowed):
            attempt.seen.append(told_file(giving.make(attempt.office, wish, viewer, AT)))


def list_of_results_given_out(attempt: Attempt) -> None:
    viewer = Viewer(officer(attempt.office, PPID))
    found = finding.find(attempt.office, "dugaan pegawai", viewer)
    attempt.exempt()
    attempt.seen.append(told_file(giving.make(attempt.office, Wish(What.RESULTS, findings=found), viewer, AT)))


def list_of_results_printed(attempt: Attempt) -> None:
    """For the office's own use, by who may not see what is exempt."""
    viewer = Viewer(attempt.clerk)
    found = finding.find(attempt.office, "dugaan pegawai", viewer)
    attempt.exempt()
    again = finding.find(attempt.office, "dugaan pegawai", viewer)
    fresh = finding.only_seen(attempt.office, replace(found, hits=again.hits, total=again.total), viewer)
    write(serving.print_results(attempt.office, fresh, viewer, AT), attempt.folder / "hasil.txt")


def seen_by_the_clerk_and_by_a_citizen(attempt: Attempt) -> None:
    """Hits, similar documents, counts, and the record itself."""
    attempt.exempt()
    for viewer in (Viewer(attempt.clerk), Viewer(officer(attempt.office, PPID), citizen=True)):
        found = finding.find(attempt.office, "dugaan pegawai perjalanan", viewer)
        alike = finding.similar(attempt.office, document(attempt.office, TRAVEL), viewer)
        opened = finding.document_for(attempt.office, attempt.number, viewer)
        titles = [hit.document.title + hit.snippet.text for hit in (*found.hits, *found.exempt, *alike)]
        attempt.seen += [*titles, opened.title if opened else ""]


def suggested_to_who_types_a_slip(attempt: Attempt) -> None:
    attempt.exempt()
    for viewer in (Viewer(attempt.clerk), Viewer(officer(attempt.office, PPID), citizen=True)):
        attempt.seen.append(finding.find(attempt.office, "gratifikasy", viewer).suggestion)


def list_of_public_information(attempt: Attempt) -> None:
    """In every format, as it is now and as it was decreed before."""
    office, by = attempt.office, officer(attempt.office, PPID)
    edition = dip_editions.decree(office, Edition("188/1/2026", AT.date(), PPID, "PPID", 2026), by, AT)
    attempt.exempt()
    for name, content in (
        ("kini", dip_editions.current_list(office, by, AT)),
        ("lama", dip_editions.edition_list(office, edition, by, AT)),
    ):
        for ending in FORMATS:
            write_list(content, attempt.folder / f"{name}{ending}")


def papers_of_a_request(attempt: Attempt) -> None:
    """It was found for a request, and what was found there is no longer public when the papers are made."""
    office, by = attempt.office, officer(attempt.office, PPID)
    item = RequestItem("data kepegawaian", RequestOutcome.GRANTED, (attempt.number,))
    asked = Request("1/PPID/2026", date(2026, 3, 2), Requester("Ani Contoh"), (item,), given=date(2026, 3, 2))
    request = office.records.requests.add(asked, "uji", by.name, AT)
    attempt.exempt()
    for kind in papers_for(request):
        attempt.seen.append(told_file(make_paper(office, request, kind, by, AT, ".txt")))


def served_at_once_on_a_stick(attempt: Attempt) -> None:
    pieces = [Piece(attempt.record)]
    attempt.exempt()
    at_once.on_stick(attempt.office, pieces, Requester("Ani Contoh", "Jalan Contoh"), attempt.folder, attempt.clerk, AT)


def served_at_once_on_paper(attempt: Attempt) -> None:
    pieces = [Piece(attempt.record), Piece(attempt.record, (1,))]
    attempt.exempt()
    person = Requester("Ani Contoh", "Jalan Contoh")
    for piece in pieces:
        with contextlib.suppress(*at_once.REFUSALS):
            served = at_once.on_paper(attempt.office, [piece], person, attempt.clerk, AT)
            attempt.seen += [told_file(path) for path in served.files]


def printed_once_more_from_the_list_of_prints(attempt: Attempt) -> None:
    """What was given out on paper while it was public lies still in the printouts folder."""
    served = at_once.on_paper(
        attempt.office, [Piece(attempt.record)], Requester("Ani Contoh", "Jalan Contoh"), attempt.clerk, AT
    )
    at_once.send(served, attempt.clerk)
    attempt.exempt()
    attempt.seen += [one.file for one in last_prints(attempt.office, attempt.clerk)]


def labels_of_folders_and_boxes(attempt: Attempt) -> None:
    placed = replace(attempt.record, hardcopy=HardcopyPlace("Lemari 1", "Rak 1", "Boks 1", "Map 1"))
    attempt.office.records.documents.change(placed, "uji", "uji", AT)
    attempt.exempt()
    for viewer in (Viewer(attempt.clerk), Viewer(officer(attempt.office, PPID))):
        labels = (*folder_labels(attempt.office, viewer).values(), *box_labels(attempt.office, viewer).values())
        attempt.seen.append(told_file(write_labels(attempt.office, labels, SHEETS[0], 0, AT)))


def paper_of_a_case(attempt: Attempt) -> None:
    office, clerk = attempt.office, attempt.clerk
    case = cases.start_case(office, "Pekerjaan", officer(office, PPID), AT, documents=(attempt.number,))
    attempt.exempt()
    paper = case_paper(office, task_of(office, case.id, clerk, AT.date()), Viewer(clerk), AT)
    write(paper, attempt.folder / "pekerjaan.txt")


def command_line(attempt: Attempt) -> None:
    """Every command that tells of documents or writes them."""
    home, to = str(attempt.office.home.root), attempt.subfolder("usb")
    attempt.exempt()
    for command in (
        ["search", "dugaan pegawai"],
        ["search", "dugaan pegawai", "--json"],
        ["search", "perjalanan", "--class", "dikecualikan"],
        ["show", str(attempt.number)],
        ["show", str(attempt.number), "--page", "1", "--json"],
        ["print", "results", "dugaan pegawai", "--to", str(attempt.folder / "hasil.docx")],
        ["dip", "--to", str(attempt.folder / "dip.xlsx")],
        ["publish", "--to", str(to)],
        ["publish", "--to", str(to), "--since-last"],
        ["transfer", str(attempt.number), "--receiver", "Dinas Arsip Contoh", "--to", str(to)],
        ["verify"],
    ):
        attempt.seen.append(said(["--home", home, *command]))


WAYS = (
    package_of_what_was_chosen_before, package_that_is_being_written, package_since_last_time,
    transfer_to_an_archive_body, transfer_that_is_being_written, hand_over_file, given_from_the_screen,
    list_of_results_given_out, list_of_results_printed, seen_by_the_clerk_and_by_a_citizen,
    suggested_to_who_types_a_slip, list_of_public_information, papers_of_a_request, paper_of_a_case, command_line,
    served_at_once_on_a_stick, served_at_once_on_paper, printed_once_more_from_the_list_of_prints,
    labels_of_folders_and_boxes,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("exempt", [True, False], ids=["exempt", "public"])
def test_no_way_leads_out_for_an_exempt_document(
    way: Callable[[Attempt], None], exempt: bool, office: Office, tmp_path: Path
) -> None:
    folder = tmp_path / "keluar"
    folder.mkdir()
    number = made_public(office).id
    attempt = Attempt(office, folder, (lambda: made_exempt(office, number)) if exempt else lambda: None, number)
    with contextlib.suppress(*REFUSED):
        way(attempt)
    file = attempt.record.renditions[0].sha256
    outside = WORD in told(folder) + " ".join(attempt.seen).casefold() or file in digests(folder)
    assert outside is not exempt


def test_of_a_partly_exempt_document_no_way_leads_out_but_for_its_public_copy(office: Office, tmp_path: Path) -> None:
    from tests.desk.test_public_copy import copied

    record, by = copied(office, "Protokol"), officer(office, PPID)
    original, copy = (one.sha256 for one in record.renditions)
    package_of(office, [record], tmp_path / "usb")
    given = giving.make(office, Wish(What.ORIGINAL, record), Viewer(by), AT)
    case = cases.start_case(office, "Pekerjaan", by, AT, documents=(record.id,))
    done = office.records.cases.change(replace(case, step=None), "selesai", by.name, AT)
    outcome(export(office, done, tmp_path / "usb", officer(office, PETUGAS), AT))
    with pytest.raises(transfer.NotTransferred):
        outcome(transfer.transfer(office, [record.id], tmp_path / "usb", "Dinas Arsip Contoh", by, AT))
    left = digests(tmp_path / "usb") | digests(given.parent)
    assert copy in left and original not in left


def test_what_waits_for_approval_again_is_in_no_package(office: Office, tmp_path: Path) -> None:
    """A case is reopened: what it approved is approved no more."""
    record, by = document(office, TRAVEL), officer(office, PPID)
    chosen = publishing.publishable(office)
    case = cases.start_case(office, "Koreksi", by, AT, documents=(record.id,))
    done = office.records.cases.change(replace(case, step=None), "selesai", by.name, AT)
    assert record.id in {one.document for one in package_of(office, chosen, tmp_path / "a").publication.files}
    office.records.cases.change(replace(done, step=2), "membuka kembali", by.name, AT)
    made = package_of(office, chosen, tmp_path / "b")
    assert record.id not in {one.document for one in made.publication.files}
    assert dict(made.left_out)[record.id] == "Menunggu persetujuan dalam pekerjaan"


def test_a_backup_is_the_one_exception_and_says_so(office: Office, tmp_path: Path) -> None:
    for _ in backups.Making(office, tmp_path / "cadangan", OWNER, AT):
        pass
    assert document(office, SECRET).renditions[0].sha256 in digests(tmp_path / "cadangan")
    assert "juga yang dikecualikan" in backups.EXEMPT


def made_public(office: Office) -> Document:
    """The document that will be exempt, as a public one with all that the lists ask for."""
    record = replace(
        document(office, SECRET),
        information_class=InformationClass.SETIAP_SAAT,
        exemption=None,
        unit="Bagian Umum",
        responsible="Kepala Bagian Umum",
        made_at="Kota Contoh",
        retention="2 tahun",
        date=date(2025, 5, 6),
    )
    return describe(office, record, officer(office, PPID), AT)


def made_exempt(office: Office, number: int) -> Document:
    """Exempt it again, as who decides does."""
    record = office.records.documents.get(number)
    assert record is not None
    reason = Exemption("h", "UU 14/2008 Pasal 17 huruf h")
    became = replace(record, information_class=InformationClass.DIKECUALIKAN, exemption=reason)
    return describe(office, became, officer(office, PPID), AT)


def said(arguments: list[str]) -> str:
    """What a command says, on both its ways; what was typed is not its word."""
    out, beside = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(beside):
        main(arguments)
    return json.dumps(out.getvalue() + beside.getvalue(), ensure_ascii=False)


def told_file(path: Path) -> str:
    """What stands in one file."""
    return told(path.rename(Path(mkdtemp(dir=path.parent), path.name)).parent)
