"""Exempt information: who sees its list, what its test of consequences must have, and terms that end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from archive.dik import Missing, missing
from archive.model import Exemption, InformationClass
from ppid_tui.desk import dik
from ppid_tui.desk.due import Kind, tasks
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import OWNER, NotAllowed, Office
from ppid_tui.printouts.write import write
from tests.printouts.reading import pdf_pages, squeezed
from tests.small_office import AT, PETUGAS, PPID, SECRET, TRAVEL, document, officer

TEST = {
    "letter": "i", "basis": "UU 14/2008 Pasal 17 huruf i", "consequence": "Menghambat kebijakan",
    "until": "1 Maret 2026", "decision": "3/UK/2026", "decided_on": "2 Januari 2026",
}  # fmt: skip
TODAY = AT.date()


def tested(office: Office, **changes: str) -> None:
    exemption = dik.exemption_of({**TEST, **changes}, TODAY)
    dik.keep_test(office, document(office, SECRET), exemption, officer(office, PPID), AT)


def test_only_who_may_see_exempt_information_has_its_list_and_never_beside_a_citizen(office: Office) -> None:
    assert [d.title for d in dik.documents(office, Viewer(officer(office, PPID)))] == [SECRET]
    for viewer in (Viewer(officer(office, PETUGAS)), Viewer(officer(office, PPID), citizen=True), Viewer(OWNER)):
        with pytest.raises(NotAllowed):
            dik.documents(office, viewer)
        with pytest.raises(NotAllowed):
            dik.current_list(office, viewer, AT)
        with pytest.raises(NotAllowed):
            dik.test_paper(office, document(office, SECRET), viewer, AT)


def test_whoever_has_the_list_made_stands_in_the_trail(office: Office) -> None:
    dik.current_list(office, Viewer(OWNER, include_exempt=True), AT)
    dik.test_paper(office, document(office, SECRET), Viewer(officer(office, PPID)), AT)
    told = office.records.trail.find(action="membuka yang dikecualikan")
    assert [entry.by for entry in told] == [PPID, OWNER.name]


def test_the_blank_sheet_names_no_document_and_needs_no_right(office: Office, tmp_path: Path) -> None:
    paper = dik.blank_test_paper(office, Viewer(officer(office, PETUGAS)), AT)
    write(paper, tmp_path / "uji.pdf")
    text = "".join(pdf_pages((tmp_path / "uji.pdf").read_bytes()))
    assert "BERITA ACARA UJI KONSEKUENSI" in text and "Pasal 18" in text
    assert SECRET not in text and "RAHASIA" not in text and "seluruh dokumen" not in text


def test_the_sheet_of_a_document_has_all_of_its_test(office: Office, tmp_path: Path) -> None:
    tested(office, protects="Pertimbangan pejabat", part="halaman 2")
    write(dik.test_paper(office, document(office, SECRET), Viewer(officer(office, PPID)), AT), tmp_path / "uji.pdf")
    text = squeezed("".join(pdf_pages((tmp_path / "uji.pdf").read_bytes())))
    for words in (SECRET, "halaman 2", TEST["basis"], TEST["consequence"], "Pertimbangan pejabat", "3/UK/2026"):
        assert squeezed(words) in text


def test_a_part_that_is_exempt_stands_on_the_list_too(office: Office) -> None:
    partly = replace(document(office, TRAVEL), exemption=Exemption("h", "UU 27/2022"))
    office.records.documents.change(partly, "contoh", PPID, AT)
    made = dik.current_list(office, Viewer(officer(office, PPID)), AT)
    assert any(TRAVEL in str(row) and "sebagian" in str(row) for row in made.rows)


def test_the_test_of_consequences_is_kept_whole_by_who_decides(office: Office) -> None:
    tested(office, protects="Pertimbangan pejabat", part="halaman 2")
    kept = document(office, SECRET)
    assert kept.information_class is InformationClass.DIKECUALIKAN
    assert kept.exemption == Exemption(
        "i", TEST["basis"], TEST["consequence"], date(2026, 3, 1), "3/UK/2026", date(2026, 1, 2), "halaman 2",
        "Pertimbangan pejabat",
    )  # fmt: skip
    assert missing(kept.exemption) == ()
    with pytest.raises(NotAllowed):
        dik.keep_test(office, kept, Exemption("h"), officer(office, PETUGAS), AT)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"letter": "k"}, "Pilih huruf"),
        ({"letter": "a", "until": "", "term": "selamanya"}, "tidak bersifat permanen"),
        ({"decided_on": "3 Maret 2026"}, "belum tiba"),
    ],
)
def test_a_test_that_the_law_does_not_allow_is_refused(changes: dict[str, str], words: str) -> None:
    with pytest.raises(dik.BadTest, match=words):
        dik.exemption_of({**TEST, **changes}, TODAY)


def test_letters_g_to_j_may_have_their_term_in_words(office: Office) -> None:
    tested(office, letter="h", until="", term="selama hidup")
    assert Missing.TERM not in missing(document(office, SECRET).exemption)
    assert missing(Exemption("a", "UU", "akibat", term="selama hidup")) == (
        Missing.TERM, Missing.DECISION, Missing.DECIDED_ON,
    )  # fmt: skip


def test_a_term_that_ended_prompts_a_review_and_opens_nothing(office: Office) -> None:
    tested(office)
    by = officer(office, PPID)

    def prompted(day: date) -> bool:
        return any(task.kind is Kind.DIK for task in tasks(office, by, day))

    assert not prompted(date(2026, 3, 1)) and prompted(TODAY) and prompted(TODAY + timedelta(days=4000))
    assert not any(task.kind is Kind.DIK for task in tasks(office, officer(office, PETUGAS), TODAY))
    assert document(office, SECRET).information_class is InformationClass.DIKECUALIKAN
    tested(office, until="1 Maret 2028")
    assert not prompted(TODAY)


def test_a_document_that_was_opened_meanwhile_is_not_made_exempt_again_by_its_test(office: Office) -> None:
    secret = document(office, SECRET)
    opened = replace(secret, information_class=InformationClass.SETIAP_SAAT, exemption=None)
    office.records.documents.change(opened, "contoh", PPID, AT)
    with pytest.raises(NotAllowed, match="tidak lagi dikecualikan"):
        dik.keep_test(office, secret, Exemption("h"), officer(office, PPID), AT)
