"""A Word file gives all its words, in order, whatever they stand in."""

from __future__ import annotations

from pathlib import Path

import docx

from index.extract import DOCX, extract
from tests.index.hostile_files import WORD, paragraph, word

BOX = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def text_of(path: Path) -> str:
    return "\n".join(extract(path).pages)


def test_headers_tables_and_footers_are_read_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "DINAS CONTOH"
    document.add_paragraph("Rekapitulasi bantuan")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Desa", "Jumlah", "Sukamaju", "12"], strict=True):
        cell.text = text
    document.add_paragraph("Penutup")
    document.sections[0].footer.paragraphs[0].text = "Lembar kendali"
    document.save(str(tmp_path / "a.docx"))
    read = extract(tmp_path / "a.docx")
    assert read.media_type == DOCX
    assert read.page_unit == "bagian"
    assert read.pages[0].split("\n") == [
        *(
            "DINAS CONTOH",
            "Rekapitulasi bantuan",
            "Desa  Jumlah",
            "Sukamaju  12",
            "Penutup",
            "Lembar kendali",
        ),
    ]


def test_content_controls_and_insertions_are_read_and_deletions_are_not(tmp_path: Path) -> None:
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('isian kendali')}</w:sdtContent></w:sdt>"
        "<w:p><w:ins><w:r><w:t>disisipkan</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>dihapus</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>dipindah</w:t></w:r></w:moveFrom></w:p>"
    )
    assert text_of(word(tmp_path / "a.docx", body)) == "isian kendali\ndisisipkan"


def test_a_text_box_is_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('kotak')}</w:txbxContent>"
    twice = f"<mc:AlternateContent {BOX}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = f"<w:p><w:r>{twice}</mc:AlternateContent></w:r><w:r><w:t>luar</w:t></w:r></w:p>"
    assert text_of(word(tmp_path / "a.docx", body)) == "kotak\nluar"


def test_notes_and_comments_follow_the_body(tmp_path: Path) -> None:
    parts = {name: f"<w:{name} {WORD}>{paragraph(name)}</w:{name}>" for name in ("comments", "endnotes", "footnotes")}
    read = text_of(word(tmp_path / "a.docx", paragraph("isi"), **parts))
    assert read == "isi\ncomments\nendnotes\nfootnotes"


def test_sections_of_about_3000_characters_break_at_a_paragraph(tmp_path: Path) -> None:
    pages = extract(word(tmp_path / "a.docx", paragraph("kata " * 100) * 40)).pages
    assert all(2500 <= len(page) <= 3000 for page in pages[:-1])
    assert all(line == ("kata " * 100).strip() for page in pages for line in page.split("\n"))


def test_one_endless_paragraph_is_cut_between_words(tmp_path: Path) -> None:
    pages = extract(word(tmp_path / "a.docx", paragraph("perjalanan " * 2000))).pages
    assert len(pages) > 5
    assert {token for page in pages for token in page.split()} == {"perjalanan"}


def test_a_form_with_macros_is_read_without_them(tmp_path: Path) -> None:
    assert text_of(word(tmp_path / "formulir.docm", paragraph("isi"), vbaProject="<x/>")) == "isi"


def test_entities_do_not_fetch_other_files(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("sangat rahasia", encoding="utf-8")
    path = word(tmp_path / "a.docx", "")
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    header = f"{entity}<w:hdr {WORD}>{paragraph('kop &e; surat')}</w:hdr>"
    read = text_of(word(path, paragraph("isi"), header1=header))
    assert "rahasia" not in read
    assert "isi" in read


def test_a_word_file_without_words_says_so(tmp_path: Path) -> None:
    assert extract(word(tmp_path / "a.docx", "<w:p/>")).notes == ("Dokumen ini tidak berisi teks",)
