"""One list in every format: the same rows, nothing clipped, and no cell that does anything."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from archive.dip import DipRow
from archive.model import Document, Exemption, InformationClass
from ppid_tui.printouts.dik import dik_list
from ppid_tui.printouts.dip import HEAD, SEVEN, Columns, Standing, dip_list, seven
from ppid_tui.printouts.labels import class_label
from ppid_tui.printouts.literal import literal
from ppid_tui.printouts.paper import PaperSize, Signature
from ppid_tui.printouts.write import UnknownFormat
from ppid_tui.printouts.write_list import FORMATS, write_list
from tests.printouts.list_reading import excel_date, from_csv, from_docx, from_json, from_xlsx, sheet, sheet_xml
from tests.printouts.reading import KOP, pdf_pages, squeezed

AT = datetime(2026, 3, 2, 9, 0)
LONG = " ".join(f"kata{number:04}" for number in range(250))
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+62 812",
    "@SUM(A1)",
    '\t=HYPERLINK("http://contoh")',
    "-",
    "＝1+1",
    LONG,
    "baris satu\nbaris dua",
    "[bold]Pasal 7 huruf [a][/] <b>&amp;</b> </w:t>",
    "Laporan 📊 akhir",
    "\x1b[31mmerah\x00",
)
STANDING = Standing(
    KOP, "Biro Contoh", "Tahun 2026", "Ditetapkan nomor 1/2026", AT, "Rina Contoh",
    Signature("Kota Contoh, 2 Maret 2026", "PPID,", "Bayu Contoh"),
)  # fmt: skip


def row(number: int, summary: str = "", group: InformationClass = InformationClass.BERKALA) -> DipRow:
    return DipRow(
        number, group, f"Laporan {number}", f"{number}/2026", "Laporan", summary or f"Isi laporan {number}",
        "Bagian Umum", "Kepala Bagian Umum", date(2026, 1, 5), 2026, "Kota Contoh", True, number % 2 == 0, False,
        "2 tahun",
    )  # fmt: skip


ROWS = (
    *(replace(row(number, text), unit=text, retention=text) for number, text in enumerate(HOSTILE, 1)),
    row(50, group=InformationClass.SERTA_MERTA),
    *(row(number, group=InformationClass.SETIAP_SAAT) for number in range(60, 63)),
)


def written(folder: Path, ending: str, rows: tuple[DipRow, ...] = ROWS, columns: Columns = SEVEN) -> bytes:
    path = folder / f"dip{ending}"
    write_list(dip_list(rows, STANDING, columns), path)
    return path.read_bytes()


def expected() -> list[tuple[str, ...]]:
    numbered: dict[InformationClass, int] = {}
    lines = []
    for one in ROWS:
        numbered[one.information_class] = number = numbered.get(one.information_class, 0) + 1
        lines.append((class_label(one.information_class), *map(literal, seven(number, one))))
    return lines


def test_json_csv_xlsx_and_docx_have_the_same_rows(tmp_path: Path) -> None:
    assert from_json(written(tmp_path, ".json")) == expected()
    assert from_csv(written(tmp_path, ".csv")) == expected()
    assert from_xlsx(written(tmp_path, ".xlsx")) == expected()
    assert from_docx(written(tmp_path, ".docx")) == expected()


def test_the_pdf_has_every_word_of_every_row_in_order(tmp_path: Path) -> None:
    pages = pdf_pages(written(tmp_path, ".pdf"))
    everything = squeezed("".join(pages))
    for _, *cells in expected():
        if LONG not in cells:
            assert squeezed("".join(cells)).replace("📊", "?").replace("＝", "=") in everything
    assert [word for word in LONG.split() if everything.count(word) != 3] == []


def test_the_head_stands_on_every_page_and_the_signature_at_the_end(tmp_path: Path) -> None:
    pages = pdf_pages(written(tmp_path, ".pdf", tuple(row(number) for number in range(1, 61))))
    assert len(pages) > 4
    assert all(squeezed(HEAD[1]) in squeezed(page) for page in pages[:-1])
    assert "Bayu Contoh" in pages[-1]
    written(tmp_path, ".docx")
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in docx.Document(str(tmp_path / "dip.docx")).tables)


@pytest.mark.parametrize("size", PaperSize)
def test_the_paper_lies_on_its_side(tmp_path: Path, size: PaperSize) -> None:
    write_list(dip_list(ROWS[-1:], replace(STANDING, size=size)), tmp_path / "dip.pdf")
    box = PdfReader(tmp_path / "dip.pdf").pages[0].mediabox
    assert (round(box.height / 72 * 25.4), round(box.width / 72 * 25.4)) == size.value


def test_spreadsheet_cells_are_typed_filtered_and_never_formulas(tmp_path: Path) -> None:
    content = written(tmp_path, ".xlsx")
    head, first = sheet(content)[:2]
    assert (first[head.index("No")], first[head.index("Tahun")]) == (1, 2026)
    assert excel_date(first[head.index("Tanggal")]) == date(2026, 1, 5)
    xml = sheet_xml(content)
    assert "<f>" not in xml and "hyperlink" not in xml
    assert 'state="frozen"' in xml and "<autoFilter" in xml


def test_csv_is_read_by_excel_as_texts(tmp_path: Path) -> None:
    content = written(tmp_path, ".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    cells = [cell for line in content.decode("utf-8-sig").splitlines() for cell in line.split(";")]
    assert not [cell for cell in cells if cell.strip('"').startswith(("=", "+", "@", "＝"))]


def test_kind_and_media_are_columns_where_the_office_wants_them(tmp_path: Path) -> None:
    written(tmp_path, ".docx", (row(2), row(3)), Columns(kind=True, media=True))
    table = docx.Document(str(tmp_path / "dip.docx")).tables[0]
    names = [cell.text for cell in table.rows[1].cells]
    body = [dict(zip(names, (cell.text for cell in line.cells), strict=True)) for line in table.rows[2:]]
    assert [line["Jenis Informasi"] for line in body] == ["Laporan", "Laporan"]
    assert [(line["Cetak"], line["Rekam"], line["Online"]) for line in body] == [("√", "√", ""), ("√", "", "")]


def test_exempt_information_has_its_test_in_every_format(tmp_path: Path) -> None:
    until, decided = date(2030, 1, 1), date(2026, 1, 2)
    test = Exemption("h", "UU 27/2022", "Nama terbuka", until, "1/UK/2026", decided, "nama", "warga")
    secret = Document("=Nama penerima", InformationClass.DIKECUALIKAN, 7, exemption=test, unit="Bagian Umum")
    content = dik_list([secret], STANDING)
    for ending in FORMATS:
        write_list(content, tmp_path / f"dik{ending}")
    kept = json.loads((tmp_path / "dik.json").read_text(encoding="utf-8"))["rows"][0]
    assert (kept["huruf"], kept["sampai"], kept["ditetapkan"]) == ("h", "2030-01-01", "2026-01-02")
    text = squeezed("".join(pdf_pages((tmp_path / "dik.pdf").read_bytes())))
    for words in ("Pasal 17 huruf h", "UU 27/2022", "Nama terbuka", "warga", "sampai 1 Januari 2030", "1/UK/2026"):
        assert squeezed(words) in text


def test_an_unknown_ending_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"\.xlsx"):
        write_list(dip_list(ROWS, STANDING), tmp_path / "dip.foo")
    assert list(tmp_path.iterdir()) == []
