"""Giving out: what stands on paper, and what may never be on one."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model import Snippet
from ppid_tui.desk import finding, serving
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import OWNER, NotAllowed, Office
from ppid_tui.printouts.write import write
from tests.small_office import AT, ATASAN, BUDGET, PETUGAS, PPID, SECRET, TRAVEL, UNDECIDED, document, officer


def printed(office: Office, query: str, viewer: Viewer, folder: Path) -> str:
    """The text of the printed results."""
    found = finding.find(office, query, viewer)
    path = folder / "hasil.txt"
    write(serving.print_results(office, found, viewer, AT), path)
    return path.read_text(encoding="utf-8")


def test_printed_results_bear_letterhead_query_officer_page_and_mark_of_a_sample(
    office: Office, tmp_path: Path
) -> None:
    text = printed(office, "rapat koordinasi", Viewer(officer(office, PETUGAS)), tmp_path)
    for words in ("BIRO ADMINISTRASI PIMPINAN", "rapat koordinasi", PETUGAS, TRAVEL, "hal. 2 dari 3", "CONTOH"):
        assert words in text


def test_exempt_documents_are_on_no_paper_of_who_may_not_see_them(office: Office, tmp_path: Path) -> None:
    for viewer in (Viewer(officer(office, PETUGAS)), Viewer(OWNER), Viewer(officer(office, PPID), citizen=True)):
        assert SECRET not in printed(office, "gratifikasi", viewer, tmp_path)


def test_exempt_hits_leave_the_paper_as_soon_as_a_citizen_looks_along(office: Office, tmp_path: Path) -> None:
    found = finding.find(office, "gratifikasi", Viewer(officer(office, PPID)))
    citizen = Viewer(officer(office, PPID), citizen=True)
    path = tmp_path / "hasil.txt"
    write(serving.print_results(office, finding.only_seen(office, found, citizen), citizen, AT), path)
    assert SECRET not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("title", [SECRET, UNDECIDED])
@pytest.mark.parametrize("name", [PETUGAS, PPID, ATASAN])
def test_nobody_prints_or_gives_what_is_exempt_or_undecided(office: Office, title: str, name: str) -> None:
    someone = officer(office, name)
    withheld = document(office, title)
    with pytest.raises(NotAllowed):
        serving.print_pages(office, withheld, [1], Viewer(someone), AT)
    with pytest.raises(NotAllowed):
        serving.note_given(office, withheld, "dicetak", someone, AT)


def test_a_printed_page_says_where_it_comes_from(office: Office, tmp_path: Path) -> None:
    kept = document(office, TRAVEL)
    given = kept.given_rendition
    assert given
    path = tmp_path / "halaman.txt"
    write(serving.print_pages(office, kept, [2], Viewer(officer(office, PETUGAS)), AT), path)
    text = " ".join(path.read_text(encoding="utf-8").split())
    assert "Halaman 2 dari 3" in text and given.sha256[:16] in text and "Rapat koordinasi" in text


def test_what_was_given_stands_in_the_trail(office: Office) -> None:
    kept = document(office, BUDGET)
    serving.note_given(office, kept, "disalin ke USB", officer(office, PETUGAS), AT)
    *_, last = office.records.trail.entries()
    assert (last.by, last.action, last.record_id, last.note) == (
        PETUGAS,
        "memberikan dokumen",
        kept.id,
        "disalin ke USB",
    )


def test_only_who_serves_gives(office: Office) -> None:
    with pytest.raises(NotAllowed, match="Memberikan dokumen"):
        serving.note_given(office, document(office, BUDGET), "dicetak", officer(office, ATASAN), AT)


@pytest.mark.parametrize("name", ["hasil", "a/b\\c:d", "..", "", "CON?*<>|", "x" * 300])
def test_a_printout_gets_a_name_that_every_system_takes_and_never_replaces_another(office: Office, name: str) -> None:
    paths = []
    for _ in range(3):
        path = serving.printout_path(office, name, AT)
        path.write_bytes(b"cetak")
        paths.append(path)
    assert len(set(paths)) == 3
    assert {path.parent for path in paths} == {office.home.printouts}


def test_marked_words_are_runs_of_their_own() -> None:
    marked = serving.runs(Snippet("biaya perjalanan dinas", ((6, 16),)))
    assert [(run.text, run.marked) for run in marked] == [
        ("biaya ", False),
        ("perjalanan", True),
        (" dinas", False),
    ]
