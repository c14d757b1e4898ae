"""An office: opened, refused in words, and who may do what in it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

from archive.model import Right
from ppid_tui.desk.office import OWNER, NotAllowed, NotSetUp, Office, open_office
from ppid_tui.desk.opening import opened
from ppid_tui.desk.people import set_up
from ppid_tui.desk.places import default_home
from ppid_tui.desk.profile import BadProfile, LocalHoliday, Profile, Signatory, read_profile, write_profile
from tests.small_office import AT, ATASAN, PETUGAS, PPID, document, officer


def test_without_an_office_one_is_told_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(NotSetUp, match="Jalankan ppid-tui"):
        open_office(tmp_path)
    assert opened(tmp_path, AT) == (None, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text", ["", 'nama = "x"', "[[[", 'name = 1\nsop = "adpim"', 'name = "x"\nsop = "adpim"\npaper = "Letter"', "\xff"]
)
def test_a_damaged_office_file_is_named_in_words(office_home: Path, text: str) -> None:
    (office_home / "office.toml").write_text(text, encoding="latin-1")
    with pytest.raises(BadProfile, match=r"office\.toml"):
        open_office(office_home)
    nothing, words = opened(office_home, AT)
    assert nothing is None and "office.toml" in words


def test_an_unknown_sop_is_told_with_those_that_there_are(office_home: Path) -> None:
    (office_home / "office.toml").write_text('name = "Kantor"\nsop = "lain"\n', encoding="utf-8")
    _, words = opened(office_home, AT)
    assert "lain" in words and "adpim" in words


def test_an_archive_that_cannot_be_opened_is_told_in_words(tmp_path: Path) -> None:
    write_profile(Profile("Kantor", "adpim"), tmp_path / "office.toml")
    (tmp_path / "archive").write_bytes(b"in the way")
    nothing, words = opened(tmp_path, AT)
    assert nothing is None and "belum dapat dibuka" in words and "Errno" not in words


def test_a_damaged_record_is_told_and_the_rest_stays_open(office_home: Path) -> None:
    records = office_home / "archive" / "records.jsonl"
    first, *others = records.read_bytes().splitlines(keepends=True)
    records.write_bytes(first.replace(b"{", b"[") + b"".join(others))
    office, words = opened(office_home, AT)
    assert office and "ppid-tui verify" in words
    assert office.records.documents.count() == 6
    office.close()


def test_an_office_may_have_an_sop_of_its_own(office_home: Path) -> None:
    bundled = Path(sys.modules["archive"].__file__ or "").parent / "sops" / "adpim.toml"
    own = office_home / "sops" / "adpim.toml"
    own.parent.mkdir()
    text = bundled.read_text(encoding="utf-8").replace('title = "Atasan PPID"', 'title = "Kepala Biro"')
    own.write_text(text, encoding="utf-8")
    office = open_office(office_home)
    assert office.sop.role("atasan").title == "Kepala Biro"
    office.close()


def test_rights_come_from_the_roles_of_the_sop(office: Office) -> None:
    assert office.may(officer(office, PETUGAS), Right.INTAKE)
    assert not office.may(officer(office, PETUGAS), Right.SEE_EXEMPT)
    assert office.may(officer(office, ATASAN), Right.DECIDE)
    assert not office.may(officer(office, ATASAN), Right.INTAKE)
    with pytest.raises(NotAllowed, match="PPID atau Atasan PPID"):
        office.require(officer(office, PETUGAS), Right.DECIDE, "Menetapkan klasifikasi")


def test_the_owner_of_the_laptop_does_everything_but_see_what_is_exempt(office: Office) -> None:
    assert {right for right in Right if not office.may(OWNER, right)} == {Right.SEE_EXEMPT}


def test_the_profile_is_read_as_it_was_written(tmp_path: Path) -> None:
    profile = Profile(
        name='Dinas "Contoh" [/]',
        sop="dinsos",
        letterhead=("PEMERINTAH KOTA CONTOH", "DINAS SOSIAL"),
        signatories=(Signatory("Tari Contoh", "Kepala Dinas", "Plt.", date(2026, 1, 1)),),
        holidays=(LocalHoliday(date(2026, 8, 8), "Hari jadi kota"),),
        paper="F4",
    )
    write_profile(profile, tmp_path / "office.toml")
    assert read_profile(tmp_path / "office.toml") == profile


def test_who_signs_depends_on_the_day() -> None:
    acting = Signatory("Tari Contoh", "Kepala", "Plt.", date(2026, 1, 1), date(2026, 6, 30))
    profile = Profile("Kantor", "adpim", signatories=(acting, Signatory("Wati Contoh", "Kepala")))
    assert profile.signatory_on(date(2026, 3, 1)) == acting
    assert profile.signatory_on(date(2026, 7, 1)) == profile.signatories[1]


def test_a_new_office_knows_which_roles_are_its_own(tmp_path: Path) -> None:
    office = set_up(tmp_path, Profile("Kantor", "adpim"))
    assert office.profile.roles_here == ("petugas", "ppid", "atasan")
    office.close()


def test_sample_and_real_offices_have_folders_of_their_own() -> None:
    assert default_home().name == "ppid-tui"
    assert default_home("ppid-tui-demo") != default_home()


def test_two_may_have_the_office_open_at_once(office_home: Path) -> None:
    kiosk, commands = open_office(office_home), open_office(office_home)
    note = document(kiosk, "Realisasi Anggaran 2023")
    kiosk.records.trail.append(AT, PPID, "memberikan dokumen", "documents", note.id)
    assert commands.records.trail.head == kiosk.records.trail.head
    kiosk.close()
    commands.close()
