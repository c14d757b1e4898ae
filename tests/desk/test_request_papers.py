"""The papers of the counter: what stands on each, whose number is shown to whom, and that no word is ever lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import repeat

import pypdfium2
import pytest

from archive.model import Officer
from archive.request_model import Attorney, Request, Requester, RequestItem, RequestOutcome
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.papers import print_request_form
from ppid_tui.desk.request_papers import NAMES, make, papers_for
from ppid_tui.desk.request_sheets import PaperKind, paper_of
from ppid_tui.printouts.pdf import render
from ppid_tui.printouts.txt import render as render_text
from tests.printouts.filled_requests import NUMBER, RECEIVED, filled, long_texts
from tests.printouts.reading import docx_text, pdf_pages, pdf_text
from tests.small_office import AT, BUDGET, PETUGAS, PPID, SECRET, document, officer

SHORT = filled(repeat("Contoh"))
LONG = filled(long_texts())
EDGE = 28.0
"""Points from the paper's edge within which printers put no ink."""

FIELDS: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.FORM: ("person", "attorney", "items", "purpose"),
    PaperKind.RECEIPT: ("person without occupation", "attorney", "items"),
    PaperKind.INCOMPLETE: ("items", "waiting"),
    PaperKind.EXTENSION: ("items", "extension"),
    PaperKind.ANSWER: ("items", "holder", "redaction", "reason"),
    PaperKind.REFUSAL: ("occupation", "refused", "law", "consequence", "reason"),
    PaperKind.COSTS: ("items", "how paid"),
    PaperKind.HANDED_OVER: ("items", "given to"),
    PaperKind.OBJECTION: ("items", "purpose", "story", "objection's attorney"),
    PaperKind.PASSED_ON: ("items", "story", "passed on to"),
    PaperKind.OBJECTION_ANSWER: ("answer", "order", "superior"),
}


def texts_of(request: Request, fields: tuple[str, ...]) -> Iterator[str]:
    """The texts of these fields of the long request."""
    person, made = request.requester, request.keberatan
    _granted, partly, elsewhere, refused = request.items
    assert request.attorney and request.waiting and request.costs and refused.refusal
    assert made and made.attorney and made.passed_on
    known = {
        "person": (person.name, person.address, person.contact, person.occupation),
        "person without occupation": (person.name, person.address, person.contact),
        "occupation": (person.occupation,),
        "attorney": (request.attorney.name, request.attorney.address, request.attorney.letter),
        "objection's attorney": (made.attorney.name, made.attorney.contact, made.attorney.letter),
        "items": tuple(item.wanted for item in request.items),
        "refused": (refused.wanted,),
        "purpose": (request.purpose,),
        "waiting": (request.waiting.what,),
        "extension": (request.extension_reason,),
        "holder": (elsewhere.holder,),
        "redaction": (partly.redaction,),
        "reason": (refused.reason,),
        "law": (refused.refusal.law,),
        "consequence": (refused.refusal.consequence,),
        "how paid": (request.costs.how_paid,),
        "given to": (request.given_to,),
        "story": (made.story,),
        "passed on to": (made.passed_on.to,),
        "answer": (made.answer,),
        "order": (made.order,),
        "superior": (made.superior, made.superior_position),
    }
    for field in fields:
        yield from known[field]


def printed_words(pdf: bytes) -> set[str]:
    """The words within the part of each page that a printer prints, without the signs behind them."""
    found: set[str] = set()
    opened = pypdfium2.PdfDocument(pdf)
    for number in range(len(opened)):
        page = opened[number]
        width, height = page.get_size()
        found |= plain_words(page.get_textpage().get_text_bounded(EDGE, EDGE, width - EDGE, height - EDGE))
    opened.close()
    return found


def plain_words(text: str) -> set[str]:
    """The words of a text, without the signs behind them."""
    return {word.rstrip(",.;:") for word in text.split()}


def read(office: Office, request: Request, kind: PaperKind, name: str = PETUGAS) -> str:
    """The paper as one reads it, without its line breaks."""
    paper = paper_of(office, request, kind, officer(office, name), AT)
    return " ".join(render_text(paper).decode("utf-8").split())


def test_no_word_of_two_thousand_letters_a_field_is_lost(office: Office) -> None:
    by = officer(office, PETUGAS)
    for kind, fields in FIELDS.items():
        wanted = {word for text in texts_of(LONG, fields) for word in text.split()}
        assert len(wanted) > 400
        assert wanted <= printed_words(render(paper_of(office, LONG, kind, by, AT))), kind
        word_file = make(office, LONG, kind, by, AT, ".docx")
        assert wanted <= plain_words(docx_text(word_file.read_bytes())), kind


def test_every_paper_can_be_made_of_a_request_that_says_nothing(office: Office) -> None:
    empty = filled(repeat(""))
    for kind in PaperKind:
        text = read(office, replace(empty, number="", requester=Requester("")), kind)
        assert "....." in text, kind
        assert "None" not in text


def test_a_paper_made_again_later_is_the_same_but_for_its_footer(office: Office) -> None:
    by = officer(office, PETUGAS)
    for kind in PaperKind:
        now, later = (paper_of(office, SHORT, kind, by, at) for at in (AT, AT.replace(year=2027)))
        assert now.blocks == later.blocks
        assert NUMBER in render_text(now).decode("utf-8")


def test_the_identity_number_is_whole_only_on_what_the_requester_gets(office: Office) -> None:
    own = replace(SHORT, attorney=None)
    assert "CONTOH-0000-1234" in read(office, own, PaperKind.RECEIPT)
    for kind in PaperKind:
        assert "CONTOH-0000-1234" not in read(office, SHORT, kind), f"{kind}: an attorney reads it"
    assert "1234" in read(office, own, PaperKind.HANDED_OVER)
    assert "CONTOH-0000-1234" not in read(office, own, PaperKind.HANDED_OVER)


def test_what_was_handed_over_names_documents_but_none_that_may_not_be_given(office: Office) -> None:
    both = tuple(document(office, title).id for title in (BUDGET, SECRET))
    given = replace(SHORT, items=(RequestItem("Anggaran", RequestOutcome.GRANTED, both),))
    text = read(office, given, PaperKind.HANDED_OVER)
    assert BUDGET in text
    assert SECRET not in text


def test_what_is_typed_is_printed_as_it_was_typed(office: Office) -> None:
    typed = 'Laporan <b>&amp; [/] "kutip" {nol} %s'
    nasty = replace(SHORT, items=(RequestItem(typed, RequestOutcome.GRANTED),), purpose=typed)
    for kind in (PaperKind.FORM, PaperKind.ANSWER):
        content = render(paper_of(office, nasty, kind, officer(office, PETUGAS), AT))
        assert plain_words(typed) <= printed_words(content)


def test_boxes_are_ticked_as_the_request_says(office: Office) -> None:
    form = read(office, SHORT, PaperKind.FORM)
    assert "[x] 2. Mendapatkan salinan hardcopy" in form
    assert "[ ] 1. Melihat" in form
    objection = read(office, SHORT, PaperKind.OBJECTION)
    assert [letter for letter in "abcdefg" if f"[x] {letter}." in objection] == ["a", "d"]
    answer = read(office, SHORT, PaperKind.ANSWER)
    assert "[x] Badan publik lain, yaitu: Contoh" in answer
    assert "[x] Informasi yang diminta belum dikuasai" in answer
    assert "[ ] Informasi yang diminta belum didokumentasikan" in answer


def test_a_blank_form_leaves_everything_to_the_pen(office: Office) -> None:
    printed = print_request_form(office, AT, officer(office, PETUGAS).id)
    text = pdf_text(printed.path.read_bytes())
    assert "Rincian informasi yang dibutuhkan" in " ".join(text.split())
    assert "X " not in text
    assert "dihapus" not in text
    assert len(pdf_pages(printed.path.read_bytes())) == 1


def test_costs_stand_in_figures_and_in_words(office: Office) -> None:
    text = read(office, SHORT, PaperKind.COSTS)
    assert "Rp27.500" in text
    assert "# dua puluh tujuh ribu lima ratus rupiah #" in text


def test_a_refusal_says_its_article_and_how_to_object(office: Office) -> None:
    text = read(office, SHORT, PaperKind.REFUSAL)
    assert "Pasal 17 huruf h" in text
    assert "DITOLAK UNTUK SEBAGIAN" in text
    assert "30 hari kerja" in text
    whole = replace(SHORT, items=SHORT.items[3:])
    assert "UNTUK SEBAGIAN" not in read(office, whole, PaperKind.REFUSAL)


def test_answers_are_signed_by_the_ppid_and_receipts_by_the_officer(office: Office) -> None:
    assert PPID in read(office, SHORT, PaperKind.ANSWER)
    mine = replace(SHORT, handled_by="")
    assert PETUGAS in read(office, mine, PaperKind.RECEIPT)
    assert PPID not in read(office, mine, PaperKind.RECEIPT)


def test_papers_are_offered_when_there_is_something_to_say() -> None:
    new = Request(NUMBER, RECEIVED, Requester("Budi"), (RequestItem("Laporan"),))
    assert papers_for(new) == (PaperKind.RECEIPT, PaperKind.FORM)
    refused = replace(new, items=(RequestItem("Laporan", RequestOutcome.REFUSED),))
    assert papers_for(refused)[:2] == (PaperKind.REFUSAL, PaperKind.ANSWER)
    at_once = replace(new, direct=True, given=RECEIVED, outcome=RequestOutcome.GRANTED)
    assert papers_for(at_once) == (PaperKind.HANDED_OVER, PaperKind.RECEIPT)
    assert set(papers_for(SHORT)) == set(PaperKind) == set(NAMES)


def test_who_neither_serves_nor_decides_makes_none(office: Office) -> None:
    guest = Officer(name="Tamu Contoh")
    with pytest.raises(NotAllowed):
        make(office, SHORT, PaperKind.RECEIPT, guest, AT)
    assert list(office.home.printouts.glob("*.pdf")) == []


def test_an_attorney_signs_for_who_asks(office: Office) -> None:
    with_attorney = replace(SHORT, attorney=Attorney("Siti Kuasa Contoh", letter="Nomor 3"))
    assert read(office, with_attorney, PaperKind.FORM).count("Siti Kuasa Contoh") == 2
