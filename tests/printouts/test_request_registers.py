"""The registers: fifteen columns and eleven, the same rows on paper and as data, nothing lost in narrow columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, repeat

from archive.request_model import Access, Request, Requester, RequestItem, RequestOutcome
from ppid_tui.printouts import list_data
from ppid_tui.printouts.docx import render as render_docx
from ppid_tui.printouts.information_list import InformationList
from ppid_tui.printouts.objection_register import objection_list
from ppid_tui.printouts.paper import Signature, SignaturePair
from ppid_tui.printouts.pdf import render
from ppid_tui.printouts.request_parts import Frame
from ppid_tui.printouts.request_register import COLUMNS, register_list
from tests.printouts.filled_requests import RECEIVED, filled, long_texts
from tests.printouts.reading import KOP, docx_text, pdf_pages, squeezed

PAIR = SignaturePair(Signature("Dibuat oleh:", "Petugas,", "Rina"), Signature("Kota, 2 April 2026", "PPID,", "Bayu"))
SHORT = filled(repeat("Contoh"))


def register(*requests: Request) -> InformationList:
    """The register of these."""
    return register_list(Frame(KOP), "Biro Contoh", "Maret 2026", requests, PAIR)


def objections(*requests: Request) -> InformationList:
    """The register of the objections to these."""
    made = [(request, request.keberatan) for request in requests if request.keberatan]
    return objection_list(Frame(KOP), "Biro Contoh", "Tahun 2026", made, PAIR)


def cell(content: InformationList, key: str, row: int = 0) -> object:
    """What stands in a column."""
    return content.rows[row][[column.key for column in content.columns].index(key)]


def read_csv(content: InformationList) -> list[list[str]]:
    """The rows below the head, as a spreadsheet reads them."""
    text = list_data.csv_text(content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]


def test_a_tick_says_what_is_true_of_a_request_and_numbers_say_of_which_item() -> None:
    one = Request("1", RECEIVED, Requester("Budi"), (RequestItem("Laporan", RequestOutcome.GRANTED),))
    single = register(replace(one, access=Access.SEE))
    ticked = [column.key for column, there in zip(COLUMNS, single.rows[0], strict=True) if there == "√"]
    assert ticked == ["dikuasai", "melihat"]
    several = register(SHORT)
    assert cell(several, "dikuasai") == "1, 2, 4"
    assert cell(several, "tidak_dikuasai") == "3"
    assert (cell(several, "softcopy"), cell(several, "hardcopy")) == ("1", "2")


def test_a_refusal_stands_with_its_basis_and_costs_as_a_number() -> None:
    made = register(SHORT)
    assert "Pasal 17 huruf h" in str(cell(made, "alasan_penolakan"))
    assert cell(made, "biaya") == 27_500
    assert "Rp27.500" in squeezed("".join(pdf_pages(render(made.paper))))


def test_the_same_rows_stand_in_a_spreadsheet_and_no_formula_does() -> None:
    nasty = replace(SHORT, purpose="=cmd|'/c calc'!A1\nbaris dua; \"kutip\" [b]", requester=Requester("+62 Budi 😀"))
    made = register(nasty, SHORT)
    rows = read_csv(made)
    assert [row[1] for row in rows] == [SHORT.number] * 2
    assert rows[0][8] == "'" + nasty.purpose
    assert rows[0][3].startswith("'+62")
    assert len({len(row) for row in rows}) == 1


def test_every_word_of_a_long_register_is_read_back_from_paper() -> None:
    long = filled(long_texts())
    long = replace(long, items=long.items[2:])
    for made in (register(long), objections(long)):
        texts = [one for one in made.rows[0] if isinstance(one, str)]
        paper, word_file = (squeezed(text) for text in (joined(pdf_pages(render(made.paper))), word(made)))
        for text in (text for one in texts for text in one.split() if text[:2].isalpha() and text[2:].isdigit()):
            assert text in paper
            assert text in word_file


def joined(pages: Sequence[str]) -> str:
    """The text of all pages."""
    return "\n".join(pages)


def word(made: InformationList) -> str:
    """The text of the paper as a Word file."""
    return docx_text(render_docx(made.paper))


def test_objections_stand_with_their_grounds_and_answers() -> None:
    made = objections(SHORT)
    assert "a. Permohonan informasi ditolak" in str(cell(made, "alasan"))
    assert "diterima sebagian" in str(cell(made, "keputusan"))
    assert len(made.columns) == 11
    letters = joined(pdf_pages(render(made.paper)))
    places = [letters.index(f"{letter}. ") for letter in "abcdefghijk"]
    assert all(one < other for one, other in pairwise(places))


def test_a_month_without_requests_says_so() -> None:
    assert "Nihil" in joined(pdf_pages(render(register().paper)))
    assert read_csv(register()) == []
