"""What a file is, is told by its content; what is not taken, by a reason and what to do."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from PIL import Image

from index.extract import DOCX, JPEG, PDF, PNG, XLSX, Reason, Unreadable, extract, media_type_of
from tests.index.hostile_files import paragraph, text_page, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def refusal(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        extract(path)
    return caught.value


def test_names_prove_nothing(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(text_page(b"sebenarnya PDF"))
    assert media_type_of(tmp_path / "foto.jpg") == PDF
    assert media_type_of(word(tmp_path / "surat.pdf", paragraph("sebenarnya Word"))) == DOCX


def test_pictures_sheets_and_sound_are_kept_by_their_record_alone(tmp_path: Path) -> None:
    Image.new("RGB", (9, 9)).save(tmp_path / "a.png")
    Image.new("RGB", (9, 9)).save(tmp_path / "a.jpg")
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    book.add_worksheet().write(0, 0, "anggaran")
    book.close()
    (tmp_path / "a.wav").write_bytes(b"RIFF\x00\x00\x00\x00WAVEfmt ")
    for name, media_type in (("a.png", PNG), ("a.jpg", JPEG), ("a.xlsx", XLSX), ("a.wav", "audio/wav")):
        read = extract(tmp_path / name)
        assert (read.media_type, read.pages, read.has_text) == (media_type, (), False)


@pytest.mark.parametrize(
    ("content", "reason", "advice"),
    [
        (b"", Reason.EMPTY, "Salin ulang"),
        (OLE, Reason.OLD_OFFICE, "simpan sebagai .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Reason.PASSWORD, "tanpa kata sandi"),
        (b"{\\rtf1 halo}", Reason.OTHER_OFFICE, "simpan sebagai .docx"),
        (b"MZ\x90\x00\x03", Reason.PROGRAM, "antivirus"),
        (b"<!DOCTYPE html><html></html>", Reason.PLAIN_TEXT, "simpan sebagai .docx"),
        (b"halo saja", Reason.PLAIN_TEXT, "simpan sebagai .docx"),
        (b"\x00\x01\x02\x03", Reason.UNKNOWN, "PDF"),
        (b"%PDF-1.7\nterpotong", Reason.DAMAGED, "simpan ulang"),
        (b"PK\x03\x04" + bytes(100) + b"PK\x05\x06" + bytes(18), Reason.PACKED, "satu per satu"),
        (b"PK\x03\x04" + bytes(100), Reason.DAMAGED, "simpan ulang"),
    ],
)
def test_what_is_not_taken_says_why_and_what_to_do(tmp_path: Path, content: bytes, reason: Reason, advice: str) -> None:
    (tmp_path / "surat.pdf").write_bytes(content)
    problem = refusal(tmp_path / "surat.pdf")
    assert problem.reason is reason
    assert advice in problem.words
    assert problem.words == f"{problem.cause}. {problem.remedy}."


def test_an_open_document_text_is_known(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert refusal(tmp_path / "a.odt").reason is Reason.OTHER_OFFICE


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert refusal(tmp_path / "tidak ada.pdf").reason is Reason.MISSING
    assert refusal(tmp_path).reason is Reason.NOT_A_FILE


def test_a_file_over_256_mb_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "besar.pdf").open("wb") as file:
        file.truncate(256 * 1024 * 1024 + 1)
    assert refusal(tmp_path / "besar.pdf").reason is Reason.TOO_BIG


@pytest.mark.skipif(os.name == "nt", reason="Windows gives links to administrators only")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "asli.pdf").write_bytes(text_page(b"isi"))
    (tmp_path / "pintasan.pdf").symlink_to(tmp_path / "asli.pdf")
    assert refusal(tmp_path / "pintasan.pdf").reason is Reason.LINK


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.pdf")
    assert refusal(tmp_path / "pipa.pdf").reason is Reason.NOT_A_FILE


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_locked_file_is_tried_again_later(tmp_path: Path) -> None:
    (tmp_path / "kunci.pdf").write_bytes(text_page(b"isi"))
    (tmp_path / "kunci.pdf").chmod(0)
    problem = refusal(tmp_path / "kunci.pdf")
    assert problem.reason is Reason.LOCKED
    assert problem.passing


@pytest.mark.parametrize("name", ["[bold red]surat.pdf", "-rf.pdf", "surat 📄.pdf", "a" * 200 + ".pdf"])
def test_odd_names_are_no_trouble(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(text_page(b"isi surat"))
    assert extract(tmp_path / name).pages == ("isi surat",)


def test_a_word_file_that_was_cut_off_is_damaged_and_no_collection(tmp_path: Path) -> None:
    whole = word(tmp_path / "a.docx", "isi " * 500).read_bytes()
    (tmp_path / "a.docx").write_bytes(whole[: len(whole) // 2])
    assert refusal(tmp_path / "a.docx").reason is Reason.DAMAGED
