"""Arrivals: what is still written, what a power cut left, twins and editions, and what cannot be read."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from archive.model import Document, InformationClass, RenditionKind
from archive.reservations import Reservation
from ppid_tui.desk import batch, contents, finding, hardcopy, quarantine
from ppid_tui.desk.aside import reason_of, set_aside
from ppid_tui.desk.care import verify
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.intake import Fate, Outcome, take_in, waiting
from ppid_tui.desk.office import OWNER, NotAllowed, Office, open_office
from ppid_tui.desk.pace import rest_words
from ppid_tui.desk.renditions import NotJoined, add_rendition
from ppid_tui.desk.sources import Looks, sticks
from tests.small_office import (
    AT,
    ATASAN,
    PETUGAS,
    SECRET,
    TRAVEL,
    UNDECIDED,
    document,
    officer,
    write_docx,
    write_pdf,
    write_scan,
)
from tests.stress.intake import kills, trial


def taken_in(office: Office, *paths: Path, patience: float = 0) -> list[Outcome]:
    """What became of these files."""
    steps = take_in(office, paths, officer(office, PETUGAS), AT, patience=patience)
    return [step.outcome for step in steps if step.outcome]


def one(office: Office, path: Path) -> Document:
    """The record of this file."""
    (outcome,) = taken_in(office, path)
    assert outcome.document, outcome
    return outcome.document


def locked(path: Path) -> Path:
    """A file of another age, which cannot be read."""
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    return path


# Still written


def test_a_file_stands_still_when_size_and_time_did_not_change_for_two_seconds(tmp_path: Path) -> None:
    old, new = tmp_path / "lama.pdf", tmp_path / "baru.pdf"
    old.write_bytes(b"1")
    looks = Looks().again([old], 10)
    assert looks.changed() == [], "what lay there before the first look is whole"
    new.write_bytes(b"1")
    looks = looks.again([old, new], 12)
    assert looks.changed() == [new]
    new.write_bytes(b"12")
    looks = looks.again([old, new], 14)
    assert looks.changed() == [new]
    assert looks.again([old, new], 16).changed() == []


def test_a_file_that_is_still_copied_into_incoming_is_left_until_it_is_whole(office: Office) -> None:
    path, done = office.home.incoming / "besar.pdf", Event()
    path.write_bytes(b"%PDF-1.7 ")

    def write_on() -> None:
        while not done.wait(0.02):
            with path.open("ab") as file:
                file.write(b"x" * 1000)

    writer = Thread(target=write_on)
    writer.start()
    (outcome,) = taken_in(office, office.home.incoming, patience=0.3)
    done.set()
    writer.join()
    assert outcome.fate is Fate.DEFERRED and "masih ditulis" in outcome.reason
    assert waiting(office) == [path]


def test_sticks_are_what_is_mounted_where_sticks_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "FLASHDISK").mkdir()
    (tmp_path / "bukan map").write_bytes(b"")
    monkeypatch.setenv("PPID_MEDIA", str(tmp_path))
    assert [path.name for path in sticks()] == ["FLASHDISK"]


def test_the_rest_is_told_as_one_says_it() -> None:
    assert rest_words(100, 1000, 20) == "kira-kira 3 menit lagi"
    assert rest_words(100, 200, 30) == "kira-kira 30 detik lagi"
    assert rest_words(0, 10, 30) == rest_words(10, 10, 30) == ""


# Once and no more


def test_twins_in_one_folder_are_one_record(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    first = write_pdf(folder / "a.pdf", ["Undangan rapat."])
    for name in ("b.pdf", "c.pdf"):
        shutil.copy(first, folder / name)
    outcomes = taken_in(office, folder)
    assert sorted(o.fate for o in outcomes) == [Fate.DUPLICATE, Fate.DUPLICATE, Fate.TAKEN]
    assert len({o.document.id for o in outcomes if o.document}) == 1


def test_a_file_that_another_kiosk_takes_in_just_now_is_left_to_it(office: Office, tmp_path: Path) -> None:
    path = write_pdf(office.home.incoming / "surat.pdf", ["Undangan rapat."])
    other = open_office(office.home.root)
    staged = other.softcopies.stage(path)
    other.records.reservations.reserve(Reservation(staged.sha256, other.softcopies.staging.owner, str(path)))
    (outcome,) = taken_in(office, path)
    assert outcome.fate is Fate.DEFERRED and "tempat lain" in outcome.reason
    other.close()
    assert one(office, path).title, "it died: the file is free again"


def test_two_processes_on_one_folder_make_one_record_a_file(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    for number in range(12):
        write_pdf(folder / f"{number}.pdf", [f"Surat nomor {number}"])
    before = office.records.documents.count()
    command = [sys.executable, "-m", "ppid_tui", "--home", str(office.home.root), "intake", "--json", str(folder)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
    answers = [json.loads(process.communicate(timeout=60)[0]) for process in both]
    assert office.records.documents.count() == before + 12
    assert sum(len(answer["taken"]) for answer in answers) == 12
    assert all(sum(map(len, answer.values())) == 12 for answer in answers)


def test_the_same_file_of_an_exempt_document_is_told_without_its_title(office: Office, tmp_path: Path) -> None:
    original = contents.original(office, document(office, SECRET))
    assert original
    (outcome,) = taken_in(office, Path(shutil.copy(original, tmp_path / "lagi.pdf")))
    assert outcome.fate is Fate.DUPLICATE and SECRET not in outcome.reason


def test_a_duplicate_in_incoming_says_beside_it_what_it_equals(office: Office) -> None:
    first = document(office, TRAVEL)
    original = contents.original(office, first)
    assert original
    taken_in(office, Path(shutil.copy(original, office.home.incoming / "lagi.pdf")))
    assert f"“{TRAVEL}” (dokumen {first.id})" in reason_of(office.home.duplicates / "lagi.pdf")


def test_a_softcopy_lost_from_the_archive_comes_back_when_it_is_met_again(office: Office, tmp_path: Path) -> None:
    kept = contents.original(office, document(office, TRAVEL))
    assert kept
    (outcome,) = taken_in(office, kept.rename(tmp_path / "dari usb.pdf"))
    assert outcome.fate is Fate.DUPLICATE and kept.is_file()


# After a power cut


def left_by_a_kill(office: Office, path: Path) -> str:
    """Reserve a file as a process did that is no more."""
    staged = office.softcopies.stage(path)
    office.records.reservations.reserve(Reservation(staged.sha256, "0" * 32, str(path)))
    office.softcopies.keep(staged, "application/pdf")
    return staged.sha256


def test_a_file_kept_without_its_record_is_cleared_away_and_comes_again(office: Office, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "surat.pdf", ["Undangan rapat."])
    digest = left_by_a_kill(office, path)
    taken_in(office)
    assert not office.softcopies.holds(digest)
    assert office.records.reservations.all() == [] and verify(office).ok
    assert one(office, path).renditions[0].sha256 == digest


def test_a_file_recorded_before_it_left_incoming_leaves_it_now(office: Office) -> None:
    path = write_pdf(office.home.incoming / "surat.pdf", ["Undangan rapat."])
    content = path.read_bytes()
    kept = one(office, path)
    path.write_bytes(content)
    office.records.reservations.reserve(Reservation(kept.renditions[0].sha256, "0" * 32, str(path)))
    assert taken_in(office, office.home.incoming) == []
    assert not path.exists()


def test_an_intake_that_is_stopped_lets_go_of_what_it_had_reserved(office: Office, tmp_path: Path) -> None:
    paths = [write_pdf(tmp_path / f"{number}.pdf", [f"Surat {number}"]) for number in range(5)]
    steps = take_in(office, paths, officer(office, PETUGAS), AT)
    next(steps)
    steps.close()
    assert office.records.reservations.all() == []
    assert sorted(o.fate for o in taken_in(office, *paths))[:2] == [Fate.DUPLICATE, Fate.TAKEN]


def test_kills_lose_no_file_and_take_none_twice(tmp_path: Path) -> None:
    from random import Random

    random = Random(7)
    tally = kills(trial(tmp_path, 20, random), 3, random)
    assert not tally.failed, (str(tally), tally.lost, tally.twice, tally.unsound)


# The lists add up


@pytest.fixture
def mixture(office: Office, tmp_path: Path) -> Iterator[Path]:
    """A folder of everything: new, known, twins, scans, broken, of another age, empty, hidden, a folder within."""
    folder = tmp_path / "campur"
    (folder / "dalam").mkdir(parents=True)
    write_pdf(folder / "baru.pdf", ["Surat baru."])
    write_docx(folder / "dalam" / "nota.docx", ["Nota dinas."])
    write_scan_of(folder / "pindai.pdf")
    original = contents.original(office, document(office, TRAVEL))
    assert original
    shutil.copy(original, folder / "sudah ada.pdf")
    shutil.copy(folder / "baru.pdf", folder / "kembar.pdf")
    (folder / "rusak [a].pdf").write_bytes(b"%PDF-1.7\nterpotong")
    locked(folder / "lama.doc")
    (folder / "kosong.docx").write_bytes(b"")
    (folder / ("panjang " * 30 + ".pdf")).write_bytes(b"%PDF-1.7\nnama panjang")
    (folder / ".tersembunyi.pdf").write_bytes(b"x")
    yield folder


def test_a_folder_of_everything_ends_in_lists_that_add_up(office: Office, mixture: Path, tmp_path: Path) -> None:
    outcomes = taken_in(office, mixture, tmp_path / "dicabut.pdf")
    fates = {fate: sorted(o.path.name[:9] for o in outcomes if o.fate is fate) for fate in Fate}
    assert fates == {
        Fate.TAKEN: ["baru.pdf", "nota.docx", "pindai.pd"],
        Fate.DUPLICATE: ["kembar.pd", "sudah ada"],
        Fate.QUARANTINED: ["kosong.do", "lama.doc", "panjang p", "rusak [a]"],
        Fate.DEFERRED: ["dicabut.p"],
    }
    assert all(reason_of(path) for path, _ in set_aside(office)) and len(set_aside(office)) == 4
    assert verify(office).ok


# What cannot be read


def test_what_was_set_aside_can_be_tried_again(office: Office, tmp_path: Path) -> None:
    taken_in(office, locked(tmp_path / "a.doc"))
    ((path, _),) = set_aside(office)
    (step,) = quarantine.retry(office, [path], officer(office, PETUGAS), AT)
    assert step.outcome and step.outcome.fate is Fate.QUARANTINED
    write_pdf(path, ["Disimpan ulang."])
    (step,) = quarantine.retry(office, [path], officer(office, PETUGAS), AT)
    assert step.outcome and step.outcome.fate is Fate.TAKEN
    assert set_aside(office) == [] and waiting(office) == []


def test_what_cannot_be_read_can_be_kept_with_its_record_alone(office: Office, tmp_path: Path) -> None:
    taken_in(office, locked(tmp_path / "Surat Tugas.doc"))
    ((path, _),) = set_aside(office)
    kept = quarantine.keep_with_record_alone(office, path, officer(office, PETUGAS), AT).document
    assert kept and (kept.title, kept.confirmed) == ("Surat Tugas", False)
    assert set_aside(office) == [] and verify(office).ok


def test_what_is_removed_stands_in_the_trail(office: Office, tmp_path: Path) -> None:
    taken_in(office, locked(tmp_path / "a.doc"))
    ((path, _),) = set_aside(office)
    with pytest.raises(NotAllowed):
        quarantine.remove(office, path, officer(office, ATASAN), AT)
    quarantine.remove(office, path, officer(office, PETUGAS), AT)
    *_, last = office.records.trail.entries()
    assert last.by == PETUGAS and last.note.startswith("a.doc, 608 bita, SHA-256 ")
    assert set_aside(office) == []


# Records


def test_a_guess_keeps_its_line_and_how_sure_it_is_until_an_officer_confirms(office: Office, tmp_path: Path) -> None:
    kept = one(office, write_scan_of(tmp_path / "Undangan 2023.pdf"))
    assert kept.guesses["title"].line == "Undangan 2023.pdf" and kept.guesses["title"].sure < batch.SURE
    assert kept.information_class is InformationClass.BELUM_DITETAPKAN
    assert batch.doubts(office, kept, Viewer(OWNER)) == ("title", "unit", "year")
    common = batch.ForAll(unit="Bagian Umum", year=2023, information_class=InformationClass.BERKALA)
    (doubtful,) = batch.sort_out(office, [kept], common, Viewer(OWNER)).doubtful
    assert batch.doubts(office, doubtful, Viewer(OWNER)) == ("title",)
    for _ in batch.accept(office, [doubtful], officer(office, PETUGAS), AT):
        pass
    confirmed = office.records.documents.get(kept.id)
    assert confirmed and confirmed.confirmed and not confirmed.guesses
    assert (confirmed.unit, confirmed.information_class) == ("Bagian Umum", InformationClass.BERKALA)


def write_scan_of(path: Path) -> Path:
    """A scan unlike the one in the office."""
    write_scan(path).write_bytes(path.read_bytes() + b"\n%2\n")
    return path


def test_a_signed_scan_joins_the_record_of_its_draft(office: Office, tmp_path: Path) -> None:
    draft = document(office, UNDECIDED)
    path = write_scan_of(office.home.incoming / "ttd.pdf")
    joined = add_rendition(office, draft, path, RenditionKind.SIGNED, officer(office, PETUGAS), AT)
    assert [r.name for r in joined.renditions] == ["pelabuhan.docx", "ttd.pdf"]
    assert joined.text_key == draft.text_key, "the draft's words are still found"
    assert waiting(office) == [] and office.records.reservations.all() == [] and verify(office).ok


def test_with_a_public_copy_only_its_words_are_found_and_shown(office: Office, tmp_path: Path) -> None:
    travel = document(office, TRAVEL)
    path = write_pdf(tmp_path / "publik.pdf", ["Laporan perjalanan dinas, nama dihitamkan."])
    joined = add_rendition(office, travel, path, RenditionKind.PUBLIC_COPY, officer(office, PETUGAS), AT)
    assert joined.given_rendition and joined.given_rendition.name == "publik.pdf"
    assert contents.page_text(office, joined, 1).startswith("Laporan perjalanan dinas, nama")
    hits = finding.find(office, "jadwal kunjungan kerja", Viewer(OWNER)).hits
    assert not any("kunjungan" in hit.snippet.text for hit in hits)
    assert verify(office).ok


def test_a_file_that_is_kept_already_joins_nothing(office: Office, tmp_path: Path) -> None:
    travel = document(office, TRAVEL)
    original = contents.original(office, travel)
    assert original
    path = Path(shutil.copy(original, tmp_path / "lagi.pdf"))
    with pytest.raises(NotJoined, match="sudah tersimpan"):
        add_rendition(office, travel, path, RenditionKind.ATTACHMENT, officer(office, PETUGAS), AT)


def test_a_paper_without_a_file_is_a_document_that_is_found(office: Office) -> None:
    paper = Document(title="Buku Agenda Surat Masuk", year=2019)
    kept = hardcopy.record_hardcopy(office, paper, officer(office, PETUGAS), AT)
    assert [hit.document.id for hit in finding.find(office, "buku agenda", Viewer(OWNER)).hits] == [kept.id]
    assert not kept.renditions and kept.received_at == AT


def test_nothing_waits_for_a_writer_that_is_done(office: Office) -> None:
    path = write_pdf(office.home.incoming / "surat.pdf", ["Undangan rapat."])
    sleep(0.2)
    assert [o.fate for o in taken_in(office, path, patience=0.1)] == [Fate.TAKEN]
