"""The same title and number with other content is offered as a newer edition, linked to the older."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from archive.model import Document, Exemption, InformationClass
from archive.numbers import number_key
from ppid_tui.desk import batch, editions
from ppid_tui.desk.describing import describe
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.intake import take_in
from ppid_tui.desk.office import OWNER, Office
from tests.small_office import AT, PETUGAS, PPID, officer, write_docx

HEAD = ["PERATURAN GUBERNUR CONTOH", "NOMOR 12 TAHUN 2024", "TENTANG", "PELAYANAN INFORMASI"]
VIEWER = Viewer(OWNER)


def taken(office: Office, path: Path, lines: Sequence[str]) -> Document:
    """The record of a Word file with these lines."""
    (step,) = take_in(office, [write_docx(path, lines)], officer(office, PETUGAS), AT)
    assert step.outcome and step.outcome.document
    return step.outcome.document


def test_the_same_title_and_number_with_other_content_is_a_newer_edition(office: Office, tmp_path: Path) -> None:
    old = taken(office, tmp_path / "a.docx", [*HEAD, "Pasal 1 lama."])
    new = taken(office, tmp_path / "b.docx", [*HEAD, "Pasal 1 baru."])
    assert editions.older(office, old, VIEWER) is None
    assert editions.older(office, new, VIEWER) == old and "replaces" in batch.doubts(office, new, VIEWER)
    linked = editions.link(office, new, old, officer(office, PETUGAS), AT)
    assert editions.edition_words(office, linked, VIEWER) == [("Menggantikan", f"{old.title} (dokumen {old.id})")]
    assert editions.edition_words(office, old, VIEWER) == [("Digantikan oleh", f"{new.title} (dokumen {new.id})")]
    assert "replaces" not in batch.doubts(office, linked, VIEWER)


def test_a_number_is_the_same_however_it_is_written(office: Office) -> None:
    assert number_key("270 / ADPIM. II/ III/ 2024") == number_key("No. 270/Adpim.II/III/2024")
    assert number_key("400/255/KESRA-TU") != number_key("400/255/KESRA")
    records = office.records.documents
    old = records.add(Document("Undangan Rapat", number="270 / ADPIM. II/ III/ 2024"), "menerima", PETUGAS, AT)
    new = Document("undangan rapat", number="270/adpim.II/III/2024")
    assert editions.older(office, new, VIEWER) == old
    records.change(replace(old, number="271/ADPIM.II/III/2024"), "melengkapi", PETUGAS, AT)
    assert editions.older(office, new, VIEWER) is None


def test_an_exempt_edition_is_offered_only_to_who_may_see_it(office: Office) -> None:
    secret = Document("Hasil Audit", InformationClass.DIKECUALIKAN, number="7/2024", exemption=Exemption("a"))
    kept = office.records.documents.add(secret, "menerima", PPID, AT)
    new = Document("Hasil Audit", number="7 / 2024")
    assert editions.offered(office, new, Viewer(officer(office, PETUGAS))) is None
    assert editions.offered(office, new, Viewer(officer(office, PPID))) == kept


def test_once_answered_it_is_not_asked_again(office: Office, tmp_path: Path) -> None:
    taken(office, tmp_path / "a.docx", [*HEAD, "Pasal 1 lama."])
    new = taken(office, tmp_path / "b.docx", [*HEAD, "Pasal 1 baru."])
    assert editions.offered(office, new, VIEWER)
    other = describe(office, new, officer(office, PETUGAS), AT)
    assert editions.offered(office, other, VIEWER) is None
    assert editions.offered(office, replace(other, number="No. 12"), VIEWER), "it was changed: asked anew"
