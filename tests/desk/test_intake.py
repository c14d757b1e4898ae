"""Taking in: what is kept, what is not kept twice, what is set aside, and what leaves the incoming folder."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from archive.model import InformationClass, TextState
from ppid_tui.desk import contents, finding
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.intake import Fate, Outcome, files_in, set_aside, take_in, waiting
from ppid_tui.desk.office import OWNER, NotAllowed, Office
from tests.small_office import AT, ATASAN, PETUGAS, TRAVEL, document, officer, write_docx, write_pdf, write_scan


def taken_in(office: Office, *paths: Path) -> list[Outcome]:
    """What became of these files, taken in by the officer at the counter."""
    steps = list(take_in(office, paths, officer(office, PETUGAS), AT, patience=0))
    assert [step.done for step in steps] == list(range(1, len(steps) + 1))
    return [step.outcome for step in steps if step.outcome]


def one(office: Office, path: Path) -> Outcome:
    """What became of this one file."""
    (outcome,) = taken_in(office, path)
    return outcome


def test_a_file_is_kept_whole_and_its_words_are_found_on_their_page(office: Office, tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "sewa.pdf", ["Perjanjian sewa kendaraan.", "Denda keterlambatan per hari."])
    outcome = one(office, source)
    assert outcome.fate is Fate.TAKEN and outcome.document
    original = contents.original(office, outcome.document)
    assert original and original.read_bytes() == source.read_bytes()
    hit = finding.find(office, "denda keterlambatan", Viewer(OWNER)).hits[0]
    assert (hit.document.id, hit.page) == (outcome.document.id, 2)


def test_what_was_just_taken_in_may_not_be_given_until_its_class_is_decided(office: Office, tmp_path: Path) -> None:
    kept = one(office, write_docx(tmp_path / "nota.docx", ["Nota dinas tentang lembur."])).document
    assert kept and kept.information_class is InformationClass.BELUM_DITETAPKAN and not kept.confirmed
    assert may_give(kept) == "Klasifikasi belum ditetapkan: belum boleh diberikan"


def test_a_scan_is_kept_and_said_to_have_no_text(office: Office, tmp_path: Path) -> None:
    scan = write_scan(tmp_path / "pindai.pdf")
    scan.write_bytes(scan.read_bytes() + b"\n% another\n")
    kept = one(office, scan).document
    assert kept and (kept.text_state, kept.pages, kept.text_key) == (TextState.NONE, 1, "")


def test_a_duplicate_is_not_kept_twice(office: Office, tmp_path: Path) -> None:
    count = office.records.documents.count()
    first = document(office, TRAVEL)
    original = contents.original(office, first)
    assert original
    again = one(office, Path(shutil.copy(original, tmp_path / "nama lain.pdf")))
    assert again.fate is Fate.DUPLICATE and again.document and again.document.id == first.id
    assert TRAVEL in again.reason
    assert office.records.documents.count() == count


def test_what_cannot_be_read_is_set_aside_with_its_reason(office: Office, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7\nterpotong")
    outcome = one(office, broken)
    assert outcome.fate is Fate.QUARANTINED and outcome.reason
    ((kept, reason),) = set_aside(office)
    assert kept.read_bytes() == broken.read_bytes()
    assert reason.strip() == outcome.reason


def test_a_file_that_is_tried_again_is_set_aside_once(office: Office, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7\nterpotong")
    for _ in range(3):
        one(office, broken)
    broken.write_bytes(b"%PDF-1.7\nterpotong di lain tempat")
    one(office, broken)
    assert [path.name for path, _ in set_aside(office)] == ["rusak (2).pdf", "rusak.pdf"]


def test_a_file_leaves_incoming_only_when_it_is_safe(office: Office) -> None:
    incoming = office.home.incoming
    write_pdf(incoming / "baru.pdf", ["Undangan rapat pembahasan."])
    (incoming / "rusak.docx").write_bytes(b"bukan dokumen")
    original = contents.original(office, document(office, TRAVEL))
    assert original
    shutil.copy(original, incoming / "sudah ada.pdf")
    fates = {o.path.name: o.fate for o in taken_in(office, *waiting(office))}
    assert fates == {"baru.pdf": Fate.TAKEN, "rusak.docx": Fate.QUARANTINED, "sudah ada.pdf": Fate.DUPLICATE}
    assert waiting(office) == []
    assert [path.name for path, _ in set_aside(office)] == ["rusak.docx"]
    assert (office.home.duplicates / "sudah ada.pdf").is_file()


def test_a_file_that_could_not_be_kept_stays_in_incoming(office: Office) -> None:
    path = write_pdf(office.home.incoming / "baru.pdf", ["Undangan rapat pembahasan."])
    shutil.rmtree(office.home.archive / "staging", ignore_errors=True)
    (office.home.archive / "staging").write_bytes(b"in the way of the folder that is needed")
    assert one(office, path).fate is Fate.DEFERRED
    assert waiting(office) == [path]


def test_a_file_elsewhere_stays_where_it_is(office: Office, tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "usb.pdf", ["Berita acara serah terima."])
    assert one(office, source).fate is Fate.TAKEN
    assert source.is_file()


def test_a_file_that_is_gone_is_tried_again_later(office: Office, tmp_path: Path) -> None:
    outcome = one(office, tmp_path / "dicabut.pdf")
    assert outcome.fate is Fate.DEFERRED and "tidak ditemukan" in outcome.reason
    assert set_aside(office) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_is_not_followed(office: Office, tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("tidak untuk kiosk", encoding="utf-8")
    link = tmp_path / "surat.pdf"
    link.symlink_to(secret)
    assert one(office, link).fate is Fate.QUARANTINED
    assert secret.read_text(encoding="utf-8") == "tidak untuk kiosk"


def test_hidden_and_temporary_files_of_a_folder_are_left_aside(tmp_path: Path) -> None:
    for name in ("surat.docx", "~$surat.docx", ".DS_Store", "sub/lampiran.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    assert {path.name for path in files_in([tmp_path])} == {"surat.docx", "lampiran.pdf"}


def test_only_who_may_take_in_does(office: Office, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="Petugas Pelayanan Informasi"):
        take_in(office, [tmp_path], officer(office, ATASAN), AT)


def test_who_took_it_in_stands_in_the_trail(office: Office, tmp_path: Path) -> None:
    one(office, write_pdf(tmp_path / "a.pdf", ["Nota tugas."]))
    *_, last = office.records.trail.entries()
    assert (last.by, last.action, last.at) == (PETUGAS, "menerima dokumen", AT)
