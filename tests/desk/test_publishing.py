"""The publication package: whole or not there, with what is allowed alone, and a page that works from the folder."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from archive.model import Document, InformationClass, Rendition, RenditionKind
from archive.softcopies import digest_of
from ppid_tui.desk import dip, publishing
from ppid_tui.desk.clean_names import LONGEST, clean, file_names
from ppid_tui.desk.describing import describe
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.website.entry import Catalogue, WebEntry
from ppid_tui.website.page import page
from tests.desk.publishing_help import outcome, package_of
from tests.small_office import AT, ATASAN, BUDGET, PPID, SCAN, SECRET, TRAVEL, UNDECIDED, WARNING, document, officer

PUBLIC = {TRAVEL, BUDGET, WARNING, SCAN}


def test_what_may_be_public_is_offered_and_nothing_else(office: Office) -> None:
    assert {one.title for one in publishing.publishable(office)} == PUBLIC


def test_a_package_holds_the_documents_the_lists_a_page_a_catalogue_and_their_checksums(
    office: Office, tmp_path: Path
) -> None:
    made = package_of(office, publishing.publishable(office), tmp_path / "usb")
    sums = dict(line.split("  ")[::-1] for line in (made.path / "SHA256SUMS.txt").read_text("utf-8").splitlines())
    there = {p.relative_to(made.path).as_posix(): digest_of(p) for p in made.path.rglob("*") if p.is_file()}
    there.pop("SHA256SUMS.txt")
    assert sums == there
    assert {name.rpartition(".")[2] for name in there if name.startswith("dip/")} == {
        "pdf", "docx", "xlsx", "csv", "json",
    }  # fmt: skip
    names = sorted(name for name in there if name.startswith("dokumen/"))
    assert "dokumen/Bagian Umum 360-12-SE-2025 Surat Edaran Kesiapsiagaan Banjir.pdf" in names and len(names) == 4
    catalogue = json.loads((made.path / "metadata.jsonld").read_text("utf-8"))
    assert {one["dct:title"] for one in catalogue["dcat:dataset"]} == PUBLIC
    assert [made.publication] == publishing.publications(office) and not made.left_out


def test_the_page_says_what_is_there_and_asks_nothing_of_a_network(office: Office, tmp_path: Path) -> None:
    text = (package_of(office, publishing.publishable(office), tmp_path / "usb").path / "index.html").read_text("utf-8")
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    assert data and {one["title"] for one in json.loads(data[1])} == PUBLIC
    assert "default-src 'none'" in text and not re.search(r"(src|href)\s*=\s*[\"'](https?:)?//", text)
    assert SECRET not in text and "{{" not in text


def test_hostile_words_stay_words_on_the_page() -> None:
    title = "</script><script>alert(1)</script> {{data}} \u2028 & <b>"
    entry = WebEntry(title, "", None, None, InformationClass.BERKALA, "", "", "", "dokumen/a.pdf", "", 1, 1, "")
    text = page(Catalogue("<Kantor> & {{data}}", "", date(2026, 3, 2)), [entry], {}).decode("utf-8")
    assert text.count("</script>") == 2 and "&lt;Kantor&gt; &amp;" in text
    data = text.partition('id="data">')[2].partition("</script>")[0]
    assert json.loads(data)[0]["title"] == title


def test_a_package_since_last_time_has_the_new_files_and_lists_the_earlier(office: Office, tmp_path: Path) -> None:
    package_of(office, [document(office, TRAVEL)], tmp_path / "usb")
    new = publishing.fresh(office, publishing.publishable(office))
    assert {one.title for one in new} == PUBLIC - {TRAVEL}
    made = package_of(office, new, tmp_path / "usb", since_last=True)
    assert len(list((made.path / "dokumen").iterdir())) == 3
    assert TRAVEL in (made.path / "index.html").read_text("utf-8")
    assert publishing.fresh(office, publishing.publishable(office)) == []


def test_what_was_public_and_may_be_no_more_is_to_be_taken_down(office: Office, tmp_path: Path) -> None:
    package_of(office, publishing.publishable(office), tmp_path / "usb")
    assert publishing.withdrawn(office) == []
    undecided = replace(document(office, TRAVEL), information_class=InformationClass.BELUM_DITETAPKAN)
    describe(office, undecided, officer(office, PPID), AT)
    assert [one.name for one in publishing.withdrawn(office)] == [f"Bagian Protokol {TRAVEL}.pdf"]


def test_where_and_when_it_went_up_is_noted(office: Office, tmp_path: Path) -> None:
    made = package_of(office, [document(office, TRAVEL)], tmp_path / "usb")
    assert dip.went_up(office) == frozenset()
    by, day = officer(office, PPID), AT.date() + timedelta(days=1)
    publishing.note_online(office, made.publication, " ppid.contoh.example ", day, by, AT)
    assert dip.went_up(office) == {document(office, TRAVEL).id}
    assert publishing.publications(office)[0].address == "ppid.contoh.example"


def test_the_step_that_publishes_notes_it_with_the_last_package(office: Office, tmp_path: Path) -> None:
    made = package_of(office, [document(office, TRAVEL)], tmp_path / "usb")
    form = {"address": "ppid.contoh.example", "on": "2026-03-04"}
    publishing.note_step(office, form, officer(office, ATASAN), AT)
    assert publishing.publications(office) == [made.publication]
    publishing.note_step(office, form, officer(office, PPID), AT)
    publishing.note_step(office, form | {"on": "2026-03-09"}, officer(office, PPID), AT)
    assert [one.online_on for one in publishing.publications(office)] == [date(2026, 3, 4)]


def test_half_a_package_never_bears_a_name(office: Office, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    given = document(office, WARNING).given_rendition
    assert given is not None
    office.softcopies.path(given.sha256, given.media_type).write_bytes(b"lain")
    with pytest.raises(publishing.NotPublished, match="berubah sejak disimpan"):
        package_of(office, publishing.publishable(office), tmp_path / "usb")
    assert list((tmp_path / "usb").iterdir()) == [] and publishing.publications(office) == []
    steps = publishing.publish(office, [document(office, TRAVEL).id], tmp_path / "usb", officer(office, PPID), AT)
    next(steps)
    assert [path.name for path in (tmp_path / "usb").iterdir()] == ["publikasi-2026-03-02.sedang"]
    steps.close()
    assert list((tmp_path / "usb").iterdir()) == []


def test_only_who_may_publish_makes_one_and_only_where_there_is_a_folder(office: Office, tmp_path: Path) -> None:
    ids = [document(office, TRAVEL).id]
    with pytest.raises(NotAllowed):
        outcome(publishing.publish(office, ids, tmp_path, officer(office, ATASAN), AT))
    with pytest.raises(publishing.NotPublished, match="belum ada"):
        outcome(publishing.publish(office, ids, tmp_path / "tidak-ada", officer(office, PPID), AT))
    with pytest.raises(publishing.NotPublished, match="Tidak ada dokumen"):
        outcome(publishing.publish(office, [document(office, UNDECIDED).id], tmp_path, officer(office, PPID), AT))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CON", "_CON.pdf"),
        ("aux. daftar", "_aux. daftar.pdf"),
        ('Biaya: "rapat" 1/2 <lain>|?*\\', "Biaya- rapat 1-2 lain.pdf"),
        ("  Titik di ujung...  ", "Titik di ujung.pdf"),
        ("Études à Solo", "Etudes a Solo.pdf"),
        ("日本語", "dokumen 7.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
    ],
)
def test_a_name_is_one_that_every_system_takes(title: str, name: str) -> None:
    assert file_names([with_file(7, title)]) == {7: name}


def test_names_are_short_enough_and_no_two_alike() -> None:
    names = file_names([with_file(1, "Laporan " * 60), with_file(2, "LAPORAN " * 60), with_file(3, "x" * 400)])
    assert len({name.casefold() for name in names.values()}) == 3
    assert all(len(name) <= LONGEST and name.endswith(".pdf") for name in names.values())
    assert "(dokumen 2)" in names[2]
    assert clean("") == ""


def with_file(number: int, title: str) -> Document:
    """A document of this title with a PDF."""
    return Document(title, id=number, renditions=(Rendition(RenditionKind.SIGNED, "0" * 64, "a.PDF", "", 1),))
