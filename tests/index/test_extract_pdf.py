"""A PDF gives the text of each page, whole words and all, or is known for a scan."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from index.extract import PDF, Reason, Unreadable, extract
from tests.index import hostile_files
from tests.index.hostile_files import text_page

LETTER = ["Yang bertanda tangan di bawah ini menerangkan", "bahwa dokumen perjalanan dinas telah diterima."]


def make_pdf(path: Path, pages: Iterable[Iterable[str]], encrypt: StandardEncryption | None = None) -> Path:
    canvas = Canvas(str(path), pagesize=A4, encrypt=encrypt)
    for lines in pages:
        for row, line in enumerate(lines):
            canvas.drawString(72, 760 - 14 * row, line)
        canvas.showPage()
    canvas.save()
    return path


def make_scan(path: Path, stamp: str = "", pages: int = 1) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for _ in range(pages):
        canvas.drawImage(ImageReader(Image.new("L", (60, 85), 200)), 0, 0, *A4)
        canvas.drawString(72, 20, stamp)
        canvas.showPage()
    canvas.save()
    return path


def test_each_page_keeps_its_own_text(tmp_path: Path) -> None:
    read = extract(make_pdf(tmp_path / "surat.pdf", [LETTER, ["Halaman dua berisi lampiran anggaran."]]))
    assert read.media_type == PDF
    assert read.page_unit == "halaman"
    assert read.has_text
    assert "perjalanan dinas" in read.pages[0]
    assert read.pages[1] == "Halaman dua berisi lampiran anggaran."
    assert read.notes == ()


def test_progress_is_told_after_each_page_with_what_the_file_claims(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    extract(make_pdf(tmp_path / "a.pdf", [LETTER] * 3), lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_hyphens_at_line_ends_are_part_of_the_word(tmp_path: Path) -> None:
    read = extract(make_pdf(tmp_path / "a.pdf", [["menurut peraturan perundang-", "undangan yang berlaku"]]))
    assert "perundang-undangan yang" in read.pages[0]


def test_a_justified_line_with_wide_gaps_stays_one_line(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "rata.pdf"), pagesize=A4)
    for place, word in ((72, "informasi"), (135, "yang"), (180, "dikecualikan")):
        canvas.drawString(place, 700, word)
    canvas.drawString(72, 686, "sebagaimana dimaksud dalam Pasal 17")
    canvas.save()
    assert extract(tmp_path / "rata.pdf").pages[0].startswith("informasi yang dikecualikan\nsebagaimana")


def test_text_inside_a_watermarked_form_is_read(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "jdih.pdf"), pagesize=A4)
    canvas.beginForm("isi")
    canvas.drawString(72, 700, "Seluruh isi halaman ini berada di dalam formulir.")
    canvas.endForm()
    canvas.doForm("isi")
    canvas.save()
    assert "berada di dalam formulir" in extract(tmp_path / "jdih.pdf").pages[0]


@pytest.mark.parametrize("stamp", ["", "jdih.contoh.go.id"])
def test_a_scan_has_no_text_even_with_a_stamp_on_it(tmp_path: Path, stamp: str) -> None:
    read = extract(make_scan(tmp_path / "pindai.pdf", stamp))
    assert read.pages == ("",)
    assert not read.has_text
    assert "hasil pindai" in read.notes[0]


def test_a_watermark_alone_on_every_page_is_no_text(tmp_path: Path) -> None:
    read = extract(make_pdf(tmp_path / "a.pdf", [["jdih.contoh.go.id", f"- {n} -"] for n in range(4)]))
    assert not read.has_text


def test_a_scanned_page_in_a_text_file_is_named(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "campur.pdf"), pagesize=A4)
    canvas.drawString(72, 700, LETTER[0])
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (60, 85), 200)), 0, 0, *A4)
    canvas.save()
    read = extract(tmp_path / "campur.pdf")
    assert read.has_text
    assert read.notes == ("Halaman 2 tidak berisi teks (hasil pindai atau kosong)",)


def test_signs_without_letters_are_a_broken_text_layer(tmp_path: Path) -> None:
    read = extract(make_pdf(tmp_path / "rusak.pdf", [['! " # $ % & * + , - / : ; < = > ? @ [ ] ^ _ {'] * 5]))
    assert not read.has_text
    assert read.notes == ("Huruf pada halaman 1 tidak terbaca; perlu OCR",)


def test_words_fallen_apart_into_letters_are_a_broken_text_layer(tmp_path: Path) -> None:
    read = extract(make_pdf(tmp_path / "rusak.pdf", [["t en aga n u k lir pem an faat an"] * 20]))
    assert not read.has_text


def test_a_table_of_numbers_is_text(tmp_path: Path) -> None:
    assert extract(make_pdf(tmp_path / "apbd.pdf", [["1.250.000,00 | 3.400.000,00 | 12,5"] * 20])).has_text


def test_a_list_by_letters_is_text(tmp_path: Path) -> None:
    lines = [f"{letter}. Alat ukur" for letter in "abcdefghijklmnopqrstuvwxyz"]
    assert extract(make_pdf(tmp_path / "daftar.pdf", [lines])).has_text


def test_a_pdf_with_a_password_says_what_to_do(tmp_path: Path) -> None:
    locked = make_pdf(tmp_path / "kunci.pdf", [LETTER], StandardEncryption("rahasia", "pemilik"))
    with pytest.raises(Unreadable) as caught:
        extract(locked)
    assert caught.value.reason is Reason.PASSWORD
    assert "tanpa kata sandi" in caught.value.words
    assert not caught.value.passing


def test_a_pdf_that_only_forbids_printing_is_read(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "larang.pdf", [LETTER], StandardEncryption("", "pemilik", canPrint=0))
    assert "perjalanan dinas" in extract(path).pages[0]


def test_an_electronic_signature_is_seen(tmp_path: Path) -> None:
    plain = text_page(b"Surat ini ditandatangani secara elektronik")
    (tmp_path / "biasa.pdf").write_bytes(plain)
    (tmp_path / "ttd.pdf").write_bytes(plain.replace(b"/BaseFont", b"/ByteRange [0 9 9 9] /BaseFont"))
    assert not extract(tmp_path / "biasa.pdf").electronically_signed
    assert extract(tmp_path / "ttd.pdf").electronically_signed


def test_a_file_that_was_cut_off_gives_the_pages_that_are_left(tmp_path: Path) -> None:
    whole = make_pdf(tmp_path / "a.pdf", [[*LETTER, f"Lampiran {name}"] for name in ("satu", "dua", "tiga")])
    content = whole.read_bytes()
    whole.write_bytes(content[: content.rindex(b"xref") - 300])
    read = extract(whole)
    assert "Lampiran satu" in read.pages[0]
    assert read.notes[0].startswith("Dokumen ini rusak atau terpotong")


def test_a_header_is_found_on_its_first_page_only(tmp_path: Path) -> None:
    head = ["PERATURAN DAERAH TENTANG PANTAI", "Nomor 7 Tahun 2020"]
    texts = (f"Pasal {n} mengatur {about}" for n, about in enumerate(("izin", "denda", "pajak"), 1))
    pages = [[*head, f"Halaman {n} dari 3", text] for n, text in enumerate(texts, 1)]
    read = extract(make_pdf(tmp_path / "a.pdf", pages))
    assert read.pages[0].split("\n") == pages[0]
    assert read.pages[1:] == ("Pasal 2 mengatur denda", "Pasal 3 mengatur pajak")


def test_cells_of_a_row_read_from_left_to_right_though_one_stands_a_hair_higher(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    for place, height, word in ((300, 701, "kedua"), (72, 700, "pertama"), (500, 702, "ketiga")):
        canvas.drawString(place, height, word)
    canvas.save()
    assert extract(tmp_path / "a.pdf").pages[0].split() == ["pertama", "kedua", "ketiga"]


@pytest.mark.parametrize("angle", [90, -90])
def test_words_that_lie_on_their_side_are_words(angle: int, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.drawString(72, 700, "Daftar informasi")
    canvas.translate(300, 400)
    canvas.rotate(angle)
    canvas.drawString(0, 0, "Penanggung jawab")
    canvas.drawString(0, -14, "Waktu pembuatan")
    canvas.save()
    assert extract(tmp_path / "a.pdf").pages[0] == "Daftar informasi\n\nPenanggung jawab\nWaktu pembuatan"


def test_what_was_filled_into_a_form_is_read_in_its_place(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "formulir.pdf"), pagesize=A4)
    canvas.drawString(72, 700, "Informasi yang diminta:")
    canvas.acroForm.textfield(name="isi", value="Laporan realisasi anggaran", x=210, y=695, width=250, height=20)
    canvas.drawString(72, 660, "Tujuan penggunaan:")
    canvas.save()
    read = " ".join(extract(tmp_path / "formulir.pdf").pages[0].split())
    assert read == "Informasi yang diminta: Laporan realisasi anggaran Tujuan penggunaan:"


def tagged_table(marked: bytes) -> bytes:
    """A table of two rows, close to each other; the second row has a picture that is said to read "lunas"."""
    cells = (
        (72, 700, b"1. Renstra"),
        (300, 700, b"Bagian Umum"),
        (72, 688, b"2. Renja"),
        (300, 688, b"Bagian Program"),
    )
    drawn = [
        b"/P <</MCID %d>> BDC BT /F1 12 Tf 1 0 0 1 %d %d Tm (%s) Tj ET EMC" % (number, *cell)
        for number, cell in enumerate(cells)
    ]
    picture = b"/Figure <</MCID 4>> BDC 0 0 9 9 re f EMC"
    return hostile_files.pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked %s >> /StructTreeRoot << /ParentTree 6 0 R >> >>"
            % marked,
            3: hostile_files.PAGE % b"<< /Font << /F1 5 0 R >> >> /StructParents 0",
            4: hostile_files.stream(b"\n".join([*drawn[:2], picture, *drawn[2:]])),
            5: hostile_files.HELVETICA,
            6: b"<< /Nums [0 [null null null null << /K 4 /ActualText (lunas) >>]] >>",
        }
    )


def test_a_tagged_page_is_read_in_the_order_of_its_author(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(tagged_table(b"true"))
    lines = filter(None, extract(tmp_path / "a.pdf").pages[0].split("\n"))
    assert list(lines) == ["1. Renstra", "Bagian Umum", "lunas 2. Renja", "Bagian Program"]


def test_a_page_without_tags_is_read_box_by_box(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(tagged_table(b"false"))
    assert extract(tmp_path / "a.pdf").pages[0].startswith("1. Renstra\n2. Renja")
