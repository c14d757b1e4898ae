"""The public copy of a partly exempt document: what is marked is gone from it, and it alone leaves the office."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from archive.blackouts import Box
from archive.model import Document, Exemption, InformationClass, RenditionKind
from index.extract import extract
from index.extract.picture import page_picture
from ppid_tui.desk import contents, finding, public_copy, publishing
from ppid_tui.desk.describing import describe
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.givable import holds_exempt, may_give
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.sought_words import runs
from ppid_tui.screens.record_form import form_of, record_of
from tests.small_office import AT, BUDGET, PETUGAS, PPID, SECRET, TRAVEL, document, officer

REASON = Exemption("h", "UU 14/2008 Pasal 17 huruf h")


def marked(office: Office, sought: str) -> tuple[Box, ...]:
    """The boxes over these words in the travel report."""
    source = public_copy.source_of(document(office, TRAVEL))
    assert source is not None
    return tuple(public_copy.found_words(public_copy.words_of(public_copy.source_path(office, source)), sought))


def copied(office: Office, sought: str, reason: Exemption | None = REASON) -> Document:
    """The travel report with a public copy that lacks these words."""
    boxes = marked(office, sought)
    steps = public_copy.make_public_copy(office, document(office, TRAVEL).id, boxes, reason, officer(office, PPID), AT)
    assert [step.done for step in steps] == [1, 2, 3]
    return document(office, TRAVEL)


def file_of(office: Office, record: Document) -> Path:
    """What is given of a document."""
    path = contents.original(office, record)
    assert path is not None
    return path


def test_the_copy_is_pictures_alone_without_a_text_and_without_names(office: Office) -> None:
    path = file_of(office, copied(office, "Kepala Bagian Protokol"))
    assert not extract(path).has_text
    reader = PdfReader(path)
    assert len(reader.pages) == 3 and reader.metadata is None and reader.xmp_metadata is None
    assert [page.extract_text() for page in reader.pages] == ["", "", ""]
    assert b"Protokol" not in path.read_bytes()


def test_the_pixels_under_the_boxes_are_black_and_those_beside_are_not(office: Office) -> None:
    boxes = marked(office, "Kepala Bagian Protokol")
    path = file_of(office, copied(office, "Kepala Bagian Protokol"))
    assert len(boxes) == 3 and {box.page for box in boxes} == {1}
    page = Image.open(io.BytesIO(page_picture(path, 1)))
    for box in boxes:
        left, right = round(box.left * page.width), round(box.right * page.width)
        top, bottom = round(box.top * page.height), round(box.bottom * page.height)
        assert sum(page.crop((left, top, right, bottom)).histogram()[41:]) == 0
    assert page.getpixel((10, 10)) == 255
    last = Image.open(io.BytesIO(page_picture(path, 3)))
    assert sum(last.histogram()[:40]) < 0.01 * last.width * last.height


def test_the_boxes_stay_with_the_record_and_make_the_same_copy_again(office: Office) -> None:
    first = copied(office, "anggaran")
    assert public_copy.boxes_of(first) == marked(office, "anggaran")
    again = copied(office, "anggaran")
    assert [one.kind for one in again.renditions] == [RenditionKind.SIGNED, RenditionKind.PUBLIC_COPY]
    more = copied(office, "dinas")
    assert more.given_rendition != again.given_rendition and more.given_rendition == more.public_copy


def test_a_citizen_gets_the_copy_alone_and_reads_no_word_of_the_original(office: Office) -> None:
    record = copied(office, "Kepala Bagian Protokol")
    assert record.partly_exempt and holds_exempt(record) and not may_give(record)
    assert record.given_rendition == record.public_copy and record.text_key == ""
    found = finding.find(office, "rapat koordinasi membahas agenda", Viewer(officer(office, PPID), citizen=True))
    assert TRAVEL not in [hit.document.title for hit in found.hits]


def test_until_there_is_a_copy_nothing_of_a_partly_exempt_document_is_given(office: Office) -> None:
    record = document(office, TRAVEL)
    partly = Document("Sebagian", InformationClass.BERKALA, exemption=REASON, text_key=record.text_key)
    assert "buat dahulu salinan untuk publik" in may_give(partly)
    assert not finding.may_see(office, partly, Viewer(officer(office, PETUGAS)))
    assert finding.may_see(office, partly, Viewer(officer(office, PPID)))
    assert not finding.may_see(office, partly, Viewer(officer(office, PPID), citizen=True))


def test_an_exempt_document_is_opened_as_far_as_its_copy_goes(office: Office) -> None:
    """Made exempt as a whole first: once who decides gives it a class, the copy is public and the rest stays exempt."""
    decider, record = officer(office, PPID), document(office, SECRET)
    source = public_copy.require(office, record, decider)
    words = public_copy.words_of(public_copy.source_path(office, source))
    boxes = tuple(public_copy.found_words(words, "pegawai"))
    list(public_copy.make_public_copy(office, record.id, boxes, None, decider, AT))
    shut = document(office, SECRET)
    assert may_give(shut) and [one.id for one in publishing.publishable(office)].count(shut.id) == 0
    typed = form_of(shut) | {"class": InformationClass.SETIAP_SAAT.value}
    with pytest.raises(NotAllowed):
        describe(office, record_of(shut, typed), officer(office, PETUGAS), AT)
    opened = describe(office, record_of(shut, typed), decider, AT)
    assert opened.partly_exempt and opened.exemption == shut.exemption and not may_give(opened)
    with pytest.raises(NotAllowed, match="bagian yang dikecualikan"):
        describe(office, replace(opened, exemption=None), officer(office, PETUGAS), AT)


def test_who_may_not_decide_exempts_no_part(office: Office) -> None:
    by, record = officer(office, PETUGAS), document(office, TRAVEL)
    with pytest.raises(NotAllowed, match="Menetapkan bagian yang dikecualikan"):
        list(public_copy.make_public_copy(office, record.id, marked(office, "dinas"), REASON, by, AT))
    assert document(office, TRAVEL) == record


def test_what_cannot_be_pictured_says_what_to_do(office: Office) -> None:
    with pytest.raises(public_copy.NotCopied, match="Simpan sebagai PDF"):
        public_copy.require(office, document(office, BUDGET), officer(office, PPID))


def test_words_are_found_over_the_ends_of_lines_and_numbers_in_groups() -> None:
    text = "Nama: Budi Contoh, NIK 6171.0101.0190.0001 dan 6171 0101 0190 0002; telepon 0800/Budi"
    words = text.split()
    assert [list(run) for run in runs(words, "budi contoh")] == [[1, 2]]
    assert [list(run) for run in runs(words, "Budi")] == [[1], [11]]
    assert [list(run) for run in runs(words, "nik")] == [[4], [6, 7, 8, 9]]
    assert [list(run) for run in runs(words, "6171010101900002")] == [[6, 7, 8, 9]]
    assert list(runs(words, "...")) == []
