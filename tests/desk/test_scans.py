"""Scans wait to be read; what OCR reads is found like any words, is marked as such, and can be read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive.model import Document, Guessed, TextState
from ppid_tui.desk import batch, care, contents, finding, scans
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.guessing import guessed_anew
from ppid_tui.desk.intake import take_in
from ppid_tui.desk.office import OWNER, NotAllowed, Office
from ppid_tui.desk.scans import KIOSK, can_read, read_scan, waiting_scans
from tests.scanned import APPENDIX, LETTER, needs_tesseract, paper, scan, with_scanned_page
from tests.small_office import AT, ATASAN, PETUGAS, SCAN, TRAVEL, document, officer


def kept(office: Office, path: Path) -> Document:
    """This file, taken in."""
    (step,) = take_in(office, [path], officer(office, PETUGAS), AT)
    assert step.outcome and step.outcome.document
    return step.outcome.document


def read(office: Office, wanted: Document) -> Document:
    """This document, read by the officer at the counter, as it is afterwards."""
    *_, last = read_scan(office, wanted, officer(office, PETUGAS), AT)
    assert (last.done, last.problem) == (last.total, "")
    return now(office, wanted)


def now(office: Office, wanted: Document) -> Document:
    found = office.records.documents.get(wanted.id)
    assert found
    return found


def answers(office: Office, words: str) -> list[tuple[int, int | None]]:
    """Which documents answer, and on which page."""
    return [(hit.document.id, hit.page) for hit in finding.find(office, words, Viewer(OWNER)).hits]


def test_a_scan_waits_and_a_text_does_not(office: Office) -> None:
    assert [waiting.title for waiting in waiting_scans(office)] == [SCAN]
    assert can_read(office, document(office, SCAN))
    assert not can_read(office, document(office, TRAVEL))


def test_what_holds_no_page_does_not_wait(office: Office, tmp_path: Path) -> None:
    sound = tmp_path / "rapat.mp3"
    sound.write_bytes(b"ID3\x04" + bytes(64))
    taken = kept(office, sound)
    assert not can_read(office, taken) and not scans.is_scan(taken)


@needs_tesseract
def test_the_words_of_a_scan_are_found_on_their_page_and_marked(office: Office, tmp_path: Path) -> None:
    path = scan(tmp_path / "sk.pdf", paper(LETTER), paper(APPENDIX))
    taken = kept(office, path)
    assert taken.id not in {found for found, _ in answers(office, "pendokumentasian gudang penyimpanan")}
    after = read(office, taken)
    assert (after.text_state, after.pages, after.note) == (TextState.OCR, 2, "")
    assert answers(office, "gudang penyimpanan lantai dua") == [(taken.id, 2)]
    assert taken.id not in {waiting.id for waiting in waiting_scans(office)}
    original = contents.original(office, after)
    assert original and original.read_bytes() == path.read_bytes()
    assert care.verify(office).problems == ()


@needs_tesseract
def test_a_scanned_page_in_a_text_file_is_filled_and_the_others_stay(office: Office, tmp_path: Path) -> None:
    line = "Berita acara serah terima kendaraan dinas operasional."
    taken = kept(office, with_scanned_page(tmp_path / "campur.pdf", [line], paper(APPENDIX)))
    assert taken.text_state is TextState.YES and taken.id in {waiting.id for waiting in waiting_scans(office)}
    after = read(office, taken)
    assert contents.page_text(office, after, 1) == line
    assert answers(office, "arsip statis di gudang") == [(taken.id, 2)]
    assert (after.text_state, after.note) == (TextState.OCR, "OCR: halaman 2 dibaca dari hasil pindai")
    assert after.ocr_pages == (2,)
    assert care.verify(office).problems == ()


@needs_tesseract
def test_read_again_it_replaces_what_was_read(office: Office, tmp_path: Path) -> None:
    first = read(office, kept(office, scan(tmp_path / "a.pdf", paper(APPENDIX))))
    office.texts.write(first.text_key, ["salah baca semuanya"])
    assert can_read(office, first)
    again = read(office, first)
    assert "gudang penyimpanan" in contents.page_text(office, again, 1)
    assert care.verify(office).problems == ()


@needs_tesseract
def test_a_picture_is_read_and_one_without_words_waits_no_longer(office: Office, tmp_path: Path) -> None:
    letter = kept(office, scan(tmp_path / "surat.jpg", paper(APPENDIX)))
    blank = kept(office, scan(tmp_path / "kosong.png", paper("")))
    assert read(office, letter).pages == 1
    assert answers(office, "gudang penyimpanan") == [(letter.id, 1)]
    assert read(office, blank).text_state is TextState.OCR
    assert [waiting.title for waiting in waiting_scans(office)] == [SCAN]


@needs_tesseract
def test_left_before_its_end_it_leaves_what_was(office: Office, tmp_path: Path) -> None:
    taken = kept(office, scan(tmp_path / "dua.pdf", paper(""), paper("")))
    steps = read_scan(office, taken, KIOSK, AT)
    assert [(step.done, step.total) for step in (next(steps), next(steps))] == [(0, 2), (1, 2)]
    steps.close()
    list(read_scan(office, taken, KIOSK, AT, stopped=lambda: True))
    assert now(office, taken) == taken
    assert care.verify(office).problems == ()


@needs_tesseract
def test_what_an_officer_wrote_meanwhile_stays(office: Office, tmp_path: Path) -> None:
    taken = kept(office, scan(tmp_path / "a.pdf", paper("")))
    steps = read_scan(office, taken, KIOSK, AT)
    next(steps)
    mine = replace(taken, title="Judul yang benar", note=taken.note + "; dipinjam dari Bagian Umum")
    office.records.documents.change(mine, "melengkapi data dokumen", PETUGAS, AT)
    list(steps)
    after = now(office, taken)
    assert (after.title, after.note) == ("Judul yang benar", "dipinjam dari Bagian Umum")
    assert after.text_state is TextState.OCR


LETTERHEAD = (
    "PEMERINTAH PROVINSI CONTOH\nBIRO UMUM\n\nNomor : 005/17/UM/2024\nSifat : Biasa\n"
    "Hal : Undangan rapat koordinasi\n\nKota Contoh, 5 Maret 2024\n\nDengan hormat, kami mengundang Saudara hadir."
)


@needs_tesseract
def test_once_read_its_record_is_guessed_from_its_own_words_but_never_too_surely(
    office: Office, tmp_path: Path
) -> None:
    taken = kept(office, scan(tmp_path / "IMG_0042.pdf", paper(LETTERHEAD)))
    assert (taken.title, taken.number) == ("IMG 0042", "")
    after = read(office, taken)
    assert (after.title, after.number, after.year) == ("Undangan rapat koordinasi", "005/17/UM/2024", 2024)
    assert after.guesses["number"].line.startswith("Nomor") and after.guesses["number"].sure < batch.SURE
    assert not after.confirmed and "number" in batch.doubts(office, after, Viewer(OWNER))


def test_what_a_person_confirmed_or_said_is_not_guessed_over() -> None:
    pages = LETTERHEAD.split("\f")
    confirmed = Document("Judul dari petugas", confirmed=True)
    assert guessed_anew(confirmed, pages, "a.pdf") == confirmed
    said = Document("a", unit="Bagian Protokol", guesses={"unit": batch.TOLD, "title": Guessed("a.pdf", 0.3)})
    after = guessed_anew(said, pages, "a.pdf")
    assert (after.unit, after.title) == ("Bagian Protokol", "Undangan rapat koordinasi")


@needs_tesseract
def test_who_read_it_stands_in_the_trail(office: Office) -> None:
    list(read_scan(office, document(office, SCAN), KIOSK, AT))
    *_, last = office.records.trail.entries()
    assert (last.by, last.action, last.at) == (KIOSK.name, "membaca hasil pindai", AT)


def test_without_tesseract_it_is_said_and_nothing_changes(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PATH", "PROGRAMFILES", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(office.home.root))
    wanted = document(office, SCAN)
    (step,) = read_scan(office, wanted, KIOSK, AT)
    assert step.problem == scans.tesseract_state() and "Tesseract belum terpasang" in step.problem
    assert now(office, wanted) == wanted


@needs_tesseract
def test_a_text_with_words_on_every_page_is_left_alone(office: Office) -> None:
    wanted = document(office, TRAVEL)
    (step,) = read_scan(office, wanted, KIOSK, AT)
    assert step.problem == scans.NOTHING_TO_READ
    assert now(office, wanted) == wanted


def test_only_who_may_complete_records_may_read(office: Office) -> None:
    with pytest.raises(NotAllowed):
        read_scan(office, document(office, SCAN), officer(office, ATASAN), AT)
