"""The SOP on paper: every word of the sheet, and the flow drawn in its lanes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from archive.sop import BUNDLED, Sop, as_on_sheet, bundled_sop, bundled_sops, parse_sop
from archive.sop_words import clean_form, equipment_of
from ppid_tui.printouts.dip_form import COLUMNS, dip_form_paper
from ppid_tui.printouts.flow import Flow, Sign
from ppid_tui.printouts.paper import FormHead, Letterhead, PaperSize
from ppid_tui.printouts.pdf import render
from ppid_tui.printouts.pdf_arrows import Page
from ppid_tui.printouts.pdf_marks import Arrow, Band, Connector, Lanes
from ppid_tui.printouts.sheet import flow_of, sop_paper
from tests.printouts.reading import KOP, pdf_pages, squeezed, written

SOPS = Path(__file__).parents[2] / "archive" / "sops"
NO_KOP = Letterhead(())
UNPRINTED = ("id", "role", "reviewer", "work", "may")
"""What is for the kiosk alone."""
TWO_LANES = """
id = "panjang"
sheet.title = "SOP Panjang"
roles = [{id = "a", title = "Petugas"}, {id = "b", title = "Kepala"}]
"""


def long_sop(steps: int, back_from: int, back_to: int) -> Sop:
    """Steps of the first role; at one of them the second decides whether it goes on or back."""
    rows = [
        f'[[steps]]\nnumber = {n}\nrole = "{"b" if n == back_from else "a"}"\n'
        f'activity = "Kegiatan {n}"\nwork = "review"\n'
        + (
            f'outcomes = [{{label = "Ya", to = {n + 1}}}, {{label = "Tidak", to = {back_to}}}]\n'
            if n == back_from
            else ""
        )
        for n in range(1, steps + 1)
    ]
    return parse_sop(TWO_LANES + "\n".join(rows), "panjang.toml")


def printed_words(raw: dict[str, Any]) -> Iterator[str]:
    """What a file says for the sheet: of a clean form and the sheet's own, the sheet's own."""
    for name, value in raw.items():
        if name in UNPRINTED or f"{name}_asli" in raw:
            continue
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield from printed_words(item)
            elif not isinstance(item, int):
                yield str(item)


def signs(flow: Flow) -> list[list[tuple[int, Sign]]]:
    return [[(shape.lane, shape.sign) for shape in row.shapes] for row in flow.rows]


def page_of(flow: Flow, rows: range) -> Page:
    """These rows on a page, each 60 points high."""
    bands = {place: Band(1000 - 60 * place, 940 - 60 * place) for place in rows}
    return Page(flow, Lanes(200, 80, 22, 12), bands)


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("id_", BUNDLED)
def test_every_word_of_a_file_is_on_the_printed_sheet(id_: str, size: PaperSize) -> None:
    raw = tomllib.loads((SOPS / f"{id_}.toml").read_text(encoding="utf-8"))
    sheet = squeezed(" ".join(pdf_pages(render(sop_paper(NO_KOP, bundled_sop(id_), size)))))
    words = [word for text in printed_words(raw) for word in re.findall(r"\S+", text)]
    assert [word for word in words if word not in sheet] == []


@pytest.mark.parametrize("id_", BUNDLED)
def test_so_it_is_in_word_where_the_flow_stands_in_signs(tmp_path: Path, id_: str) -> None:
    raw = tomllib.loads((SOPS / f"{id_}.toml").read_text(encoding="utf-8"))
    sheet = squeezed(written(sop_paper(NO_KOP, bundled_sop(id_)), tmp_path, "docx"))
    words = [word for text in printed_words(raw) for word in re.findall(r"\w+", text)]
    assert [word for word in words if word not in sheet] == []


@pytest.mark.parametrize("sop", bundled_sops(), ids=lambda sop: sop.id)
def test_as_text_it_has_the_activities_and_the_head_whole(tmp_path: Path, sop: Sop) -> None:
    words = set(written(sop_paper(NO_KOP, sop), tmp_path, "txt").split())
    sheet = sop.sheet
    lists = (*sheet.legal_basis, *sheet.equipment, *sheet.warnings, *sheet.recording)
    for text in (*lists, *(as_on_sheet(step, "activity") for step in sop.steps)):
        assert set(text.split()) <= words


@pytest.mark.parametrize("sop", bundled_sops(), ids=lambda sop: sop.id)
def test_head_and_flow_take_a_page_each_and_remarks_one_of_their_own(sop: Sop) -> None:
    head, flow, remarks = pdf_pages(render(sop_paper(NO_KOP, sop)))
    assert sop.sheet.recording[0] in " ".join(head.split())
    assert squeezed(sop.steps[-1].activity) in squeezed(flow)
    assert "bukan bagian dari SOP" in remarks and "Daftar periksa" in remarks
    box = PdfReader(BytesIO(render(sop_paper(NO_KOP, sop)))).pages[0].mediabox
    assert box.width > box.height


def test_an_outdated_basis_is_noted_beside_and_not_rewritten() -> None:
    (head,) = [block for block in sop_paper(NO_KOP, bundled_sop("adpim")).blocks if isinstance(block, FormHead)]
    basis = head.boxes[0][0]
    assert "PERKI Nomor 1 tahun 2010 tentang Standar Layanan Informasi Publik" in basis.lines
    assert basis.remark.startswith("Dasar hukum usang")


def test_the_sheet_may_be_printed_without_its_slips_of_the_pen() -> None:
    sop = bundled_sop("diskop")
    asli, clean = (" ".join(pdf_pages(render(sop_paper(NO_KOP, form)))) for form in (sop, clean_form(sop)))
    assert "DISAIHKAN OLEH" in asli and "Koperdigi" in asli
    head = clean.partition("Untuk petugas")[0]
    assert "DISAHKAN OLEH" in head and "DISAIHKAN" not in head and "Koperdigi" not in head
    assert "PERKI Nomor 1 Tahun 2010" in clean and "Peraturan Pemerintah No 1 Tahun 2010" in head


def test_equipment_is_ticked_off_piece_by_piece() -> None:
    assert equipment_of(bundled_sop("kesra").sheet)[2:] == ("Laptop", "Printer", "Bolpoint", "Cap Garuda")
    assert equipment_of(bundled_sop("diskop").sheet)[-1] == "Jaringan Internet"


def test_a_sheet_without_a_body_of_its_own_bears_the_offices_letterhead() -> None:
    (head,) = [block for block in sop_paper(KOP, long_sop(2, 0, 0)).blocks if isinstance(block, FormHead)]
    assert head.body == KOP.lines


def test_signs_say_who_begins_who_decides_and_where_it_ends() -> None:
    adpim, diskop = signs(flow_of(bundled_sop("adpim"))), signs(flow_of(bundled_sop("diskop")))
    assert adpim[0] == [(0, Sign.CAPSULE)] and adpim[7] == [(0, Sign.CAPSULE)]
    assert adpim[1] == [(0, Sign.BOX), (1, Sign.BOX)]
    assert adpim[5] == [(0, Sign.BOX), (2, Sign.DIAMOND)]
    assert diskop == [[(0, Sign.CAPSULE)], [(1, Sign.DIAMOND)], [(0, Sign.CAPSULE)]]


def test_the_way_back_is_an_arrow_with_the_sheets_word_on_it() -> None:
    page = page_of(flow_of(bundled_sop("diskop")), range(3))
    (back,) = [mark for mark in page.marks() if isinstance(mark, Arrow) and mark.label == "tidak"]
    assert back.points[0][1] == page.bands[1].middle and back.points[-1][1] == page.bands[0].middle
    assert back.points[-1] == (page.lanes.x(0) - 22, page.bands[0].middle)


@pytest.mark.parametrize("sop", [*bundled_sops(), long_sop(9, 5, 2), long_sop(9, 3, 1)], ids=lambda sop: sop.id)
def test_no_arrow_runs_through_a_sign(sop: Sop) -> None:
    flow = flow_of(sop)
    page = page_of(flow, range(len(flow.rows)))
    boxes = [
        (page.lanes.x(shape.lane), page.bands[place].middle)
        for place, row in enumerate(flow.rows)
        for shape in row.shapes
    ]
    lines = [line for mark in page.marks() if isinstance(mark, Arrow) for line in pairwise(mark.points)]
    for (x1, y1), (x2, y2) in lines:
        for x, y in boxes:
            beside = max(x1, x2) <= x - 22 or min(x1, x2) >= x + 22
            assert beside or max(y1, y2) <= y - 12 or min(y1, y2) >= y + 12


def test_arrows_go_on_over_pages_with_the_number_of_the_step_they_lead_to_or_come_from() -> None:
    flow = flow_of(long_sop(9, 7, 2))
    pages = (page_of(flow, range(5)), page_of(flow, range(5, 9)))
    first, second = ([m.text for m in page.marks() if isinstance(m, Connector)] for page in pages)
    assert sorted(first) == ["6", "7"]  # on to 6; back from 7
    assert sorted(second) == ["2", "5"]  # from 5; back to 2


def test_a_long_sop_goes_on_over_pages_and_nothing_is_lost() -> None:
    sop = long_sop(40, 30, 3)
    tall = replace(sop.steps[20], activity="uraian " * 1500 + "tamat")
    longer = replace(sop, steps=(*sop.steps[:20], tall, *sop.steps[21:]))
    pages = pdf_pages(render(sop_paper(NO_KOP, longer)))
    text = " ".join(pages)
    assert len(pages) > 6 and text.count("uraian") == 1500 and "tamat" in text
    assert [n for n in range(1, 41) if n != 21 and f"Kegiatan {n}" not in text] == []
    assert all("Kegiatan" in page for page in pages[1:])


@pytest.mark.parametrize("size", PaperSize)
def test_the_blank_list_has_seven_columns_and_says_how_to_fill_in_each(size: PaperSize) -> None:
    *form, guide = pdf_pages(render(dip_form_paper(KOP, "Dinas Contoh", size)))
    assert len(form) == 2 and "Yang mengisi" in form[-1]
    for name, _, words in COLUMNS:
        assert squeezed(name) in squeezed(form[0]) and squeezed(words) in squeezed(guide)
