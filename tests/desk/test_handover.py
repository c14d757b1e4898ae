"""A case goes from one body's kiosk to another's on a stick, and comes back: two real homes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from archive.model import Document, Exemption, HardcopyPlace, InformationClass
from archive.package import NotPacked
from archive.package_check import packages_in
from ppid_tui.desk import cases
from ppid_tui.desk.describing import describe
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.handover import going, sent_words
from ppid_tui.desk.handover_in import NotTaken, for_others, look_into
from ppid_tui.desk.intake import take_in
from ppid_tui.desk.office import NotAllowed, Office, open_office
from ppid_tui.desk.people import set_up
from ppid_tui.desk.profile import Profile
from tests.desk.two_bodies import (
    AT,
    CITY,
    DINAS,
    LATER,
    at_step_3,
    forward,
    officer,
    put_on,
    result_of,
    taken_from,
    taken_in,
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "usb").mkdir()
    return tmp_path / "usb"


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Office]:
    with closing(set_up(tmp_path / "kota", CITY)) as office:
        yield office


@pytest.fixture
def dinas(tmp_path: Path) -> Iterator[Office]:
    with closing(set_up(tmp_path / "dinas", DINAS)) as office:
        yield office


def test_a_case_goes_to_the_opd_and_comes_back_with_what_it_asked_for(
    city: Office, dinas: Office, stick: Path, tmp_path: Path
) -> None:
    utama, opd = officer(city, "utama", "bidang"), officer(dinas, "pendukung")
    sent = at_step_3(city, tmp_path / "a", utama)
    package = put_on(stick, city, sent, utama)
    assert [one.title for one in packages_in(stick)] == [sent.title]

    there = taken_from(dinas, package, opd)
    assert (there.new, there.known, there.back) == (1, 0, False)
    assert cases.my_cases(dinas, opd) == [there.case]
    assert (there.case.step, there.case.rows[0].title) == (3, "Laporan bantuan sosial")
    assert there.case.history[0].officer == "Pegawai utama, Diskominfo Contoh"
    listed = cases.documents_of(dinas, there.case, Viewer(opd))[0][0]
    assert there.case.rows[1].document == listed.id
    assert dinas.texts.page(listed.text_key, 1).strip() == "Daftar informasi yang diminta"

    report = taken_in(dinas, tmp_path / "b", "laporan.pdf", opd, "Laporan bantuan sosial tahun 2025")
    worked = cases.attach(dinas, there.case, (report,), opd, LATER)
    done = forward(dinas, worked, opd, LATER)
    back = taken_from(city, put_on(stick, dinas, done, opd, LATER), utama)
    assert (back.new, back.known, back.back) == (1, 1, True)
    assert (back.case.id, back.case.step, len(back.case.documents)) == (sent.id, 4, 2)
    assert [step.step for step in back.case.history] == [1, 2, 3]
    assert back.case.history[2].officer == "Pegawai pendukung, Dinas Contoh"
    assert back.case.history[0].officer_id == utama.id
    assert cases.my_cases(city, utama) == [back.case]


def test_both_trails_tell_what_went_and_what_came(city: Office, dinas: Office, stick: Path, tmp_path: Path) -> None:
    utama, opd = officer(city, "utama", "bidang"), officer(dinas, "pendukung")
    package = put_on(stick, city, at_step_3(city, tmp_path / "a", utama), utama)
    taken_from(dinas, package, opd)
    left, came = city.records.trail.find(limit=1)[0], dinas.records.trail.find(limit=1)[0]
    assert left.action == "mengekspor pekerjaan ke USB" and came.action == "menerima pekerjaan dari USB"
    assert "1 dokumen" in left.note and "dari Diskominfo Contoh, dibuat Pegawai utama" in came.note
    assert left.note.split("paket ")[1] == came.note.split("paket ")[1]
    assert city.records.trail.problems() == dinas.records.trail.problems() == []


def test_what_was_put_down_of_the_way_stands_with_the_step_that_was_done_there(
    city: Office, dinas: Office, stick: Path, tmp_path: Path
) -> None:
    utama, opd = officer(city, "utama", "bidang"), officer(dinas, "pendukung")
    sent = at_step_3(city, tmp_path / "a", utama)
    there = taken_from(dinas, put_on(stick, city, sent, utama), opd).case
    ready = cases.case_of(city, sent.id)
    cases.save_draft(city, ready, {**ready.draft, "letter": "12/DINKOM/2026"}, utama, AT)
    back = taken_from(city, put_on(stick, dinas, forward(dinas, there, opd, LATER), opd, LATER), utama).case
    told = {**back.history[-1].form}
    assert told == {
        "sent": "2026-04-01",
        "who": "PPID Pendukung (OPD)",
        "letter": "12/DINKOM/2026",
        "received": "2026-04-04",
    }


def test_what_was_sent_stands_ready_to_be_recorded(city: Office, stick: Path, tmp_path: Path) -> None:
    utama = officer(city, "utama", "bidang")
    put_on(stick, city, at_step_3(city, tmp_path / "a", utama), utama)
    assert cases.case_of(city, 1).draft == {"sent": "1 April 2026", "who": "PPID Pendukung (OPD)"}


def test_a_package_for_another_body_is_taken_in_only_with_a_warning(
    city: Office, dinas: Office, stick: Path, tmp_path: Path
) -> None:
    with closing(set_up(tmp_path / "bidang", replace(CITY, name="Bidang Contoh", roles_here=("bidang",)))) as bidang:
        by = officer(bidang, "bidang")
        sent = put_on(stick, bidang, forward(bidang, cases.start_case(bidang, "Daftar", by, AT), by), by)
    offers = [result_of(look_into(office, sent)) for office in (city, dinas)]
    words = [for_others(office, offer) for office, offer in zip((city, dinas), offers, strict=True)]
    assert words[0] == "" and "milik PPID Utama" in words[1]


def test_the_same_package_again_changes_nothing_and_says_so(
    city: Office, dinas: Office, stick: Path, tmp_path: Path
) -> None:
    utama, opd = officer(city, "utama", "bidang"), officer(dinas, "pendukung")
    package = put_on(stick, city, at_step_3(city, tmp_path / "a", utama), utama)
    taken_from(dinas, package, opd)
    before = dinas.records.trail.sequence
    for office, by in ((dinas, opd), (city, utama)):
        with pytest.raises(NotTaken, match=r"sudah diterima atau dibuat di sini.*Tidak disimpan dua kali"):
            taken_from(office, package, by)
    assert dinas.records.trail.sequence == before


def test_a_softcopy_that_is_there_is_linked_and_its_record_stays_as_it_was_confirmed(
    city: Office, dinas: Office, stick: Path, tmp_path: Path
) -> None:
    utama, opd = officer(city, "utama", "bidang"), officer(dinas, "pendukung")
    sent = at_step_3(city, tmp_path / "a", utama)
    own = next(s.outcome for s in take_in(dinas, [tmp_path / "a" / "daftar.pdf"], opd, AT))
    assert own and own.document
    described = describe(dinas, replace(own.document, title="Nama kami sendiri"), opd, AT)
    there = taken_from(dinas, put_on(stick, city, sent, utama), opd)
    assert (there.new, there.known) == (0, 1)
    assert there.case.documents == (described.id,)
    assert dinas.records.documents.get(described.id) == described


def test_where_the_sender_keeps_the_paper_is_told_and_not_taken_for_our_own_cabinet(
    city: Office, dinas: Office, stick: Path
) -> None:
    utama, opd = officer(city, "utama", "bidang"), officer(dinas, "pendukung")
    paper = Document("Buku induk", number="7/A/2025", hardcopy=HardcopyPlace("Lemari 2", "Rak 1"))
    kept = city.records.documents.add(paper, "mencatat hardcopy", "uji", AT)
    case = cases.start_case(city, "Kertas", utama, AT, documents=(kept.id,))
    case = forward(city, forward(city, case, utama), utama)
    there = taken_from(dinas, put_on(stick, city, case, utama), opd).case
    document = dinas.records.documents.get(there.documents[0])
    assert document and document.hardcopy is None
    assert document.note == "Hardcopy di Diskominfo Contoh: Lemari 2 / Rak 1"
    back = taken_from(city, put_on(stick, dinas, forward(dinas, there, opd, LATER), opd, LATER), utama)
    assert back.case.documents == (kept.id,)


def test_exempt_documents_go_only_where_asked_and_the_next_role_may_see_them(
    city: Office, dinas: Office, stick: Path, tmp_path: Path
) -> None:
    utama, bidang, opd = officer(city, "utama"), officer(city, "bidang"), officer(dinas, "pendukung")
    open_one = taken_in(city, tmp_path / "a", "terbuka.pdf", bidang)
    secret = taken_in(city, tmp_path / "a", "rahasia.pdf", bidang)
    exempt = replace(secret, information_class=InformationClass.DIKECUALIKAN, exemption=Exemption("h", "Pasal 17"))
    describe(city, exempt, utama, AT)
    case = cases.start_case(city, "Daftar", bidang, AT, documents=(open_one.id, secret.id))
    case = forward(city, forward(city, case, bidang), utama)
    assert "tidak ikut: Anda tidak berwenang melihatnya" in going(city, case, bidang).kept_back
    with pytest.raises(NotAllowed):
        put_on(stick, city, case, bidang, exempt=True)
    without = put_on(stick, city, case, utama)
    assert len(list((without / "data" / "softcopies").iterdir())) == 1
    assert not [f for f in without.rglob("*") if f.is_file() and b"rahasia" in f.read_bytes()]

    plan = going(city, case, utama)
    asked = put_on(stick, city, cases.case_of(city, case.id), utama, exempt=True)
    assert "1 dokumen yang DIKECUALIKAN" in sent_words(asked, plan, True)
    assert "1 di antaranya dikecualikan" in city.records.trail.find(limit=1)[0].note
    there = taken_from(dinas, asked, opd)
    kept = [dinas.records.documents.get(i) for i in there.case.documents]
    assert {one.information_class for one in kept if one} >= {InformationClass.DIKECUALIKAN}
    # The step after the OPD's is PPID Utama's; the last is the Bidang's, who may not see exempt documents.
    at_5 = forward(dinas, forward(dinas, there.case, opd, LATER), opd, LATER)
    assert "Pejabat Bidang Pelayanan Informasi dan Dokumentasi tidak berwenang" in going(dinas, at_5, opd).kept_back


def test_a_step_that_is_ours_is_done_before_the_case_goes(city: Office, stick: Path) -> None:
    utama = officer(city, "utama", "bidang")
    with pytest.raises(NotPacked, match="Selesaikan dahulu"):
        put_on(stick, city, cases.start_case(city, "Daftar", utama, AT), utama)
    assert list(stick.iterdir()) == []


def test_a_case_that_went_on_here_is_not_overtaken_by_an_older_package(
    city: Office, dinas: Office, stick: Path, tmp_path: Path
) -> None:
    utama, opd = officer(city, "utama", "bidang"), officer(dinas, "pendukung")
    there = taken_from(dinas, put_on(stick, city, at_step_3(city, tmp_path / "a", utama), utama), opd).case
    done = put_on(stick, dinas, forward(dinas, there, opd, LATER), opd, LATER)
    forward(city, cases.case_of(city, 1), utama, AT + timedelta(days=1))
    with pytest.raises(NotTaken, match="dibuat sebelum langkah terakhir"):
        taken_from(city, done, utama)
    assert cases.case_of(city, 1).step == 4


def test_another_offices_sop_is_refused(city: Office, stick: Path, tmp_path: Path) -> None:
    utama = officer(city, "utama", "bidang")
    package = put_on(stick, city, at_step_3(city, tmp_path / "a", utama), utama)
    with closing(set_up(tmp_path / "lain", Profile(name="Biro", sop="adpim"))) as other:
        with pytest.raises(NotTaken, match="bukan SOP kantor ini"):
            taken_from(other, package, officer(other, "petugas"))
        assert other.records.cases.count() == other.records.documents.count() == 0


KILLED = """
import os, signal, sys
from datetime import datetime
from pathlib import Path
from archive.model import Officer
from ppid_tui.desk.handover_in import look_into, take_package
from ppid_tui.desk.office import open_office
from tests.desk.two_bodies import result_of

office = open_office(Path(sys.argv[1]))
offer = result_of(look_into(office, Path(sys.argv[2])))
by = Officer("Pegawai", ("pendukung",), id=1)
for number, _ in enumerate(take_package(office, offer, by, datetime(2026, 4, 4)), 1):
    if number == int(sys.argv[3]):
        os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
def test_an_import_that_was_killed_midway_leaves_nothing_half_and_is_done_again(
    city: Office, dinas: Office, stick: Path, tmp_path: Path
) -> None:
    utama = officer(city, "utama", "bidang")
    case = at_step_3(city, tmp_path / "a", utama)
    more = tuple(taken_in(city, tmp_path / "a", f"lampiran {n}.pdf", utama, f"Lampiran {n}") for n in range(3))
    office = city.records.cases.change(
        replace(case, documents=(*case.documents, *(d.id for d in more))), "melampirkan dokumen", "uji", AT
    )
    package, home = put_on(stick, city, office, utama), dinas.home.root
    dinas.close()
    command = [sys.executable, "-c", KILLED, str(home), str(package), "2"]
    root = Path(__file__).parents[2]
    killed = subprocess.run(command, cwd=root, check=False, timeout=60, env={**os.environ, "PYTHONPATH": str(root)})
    assert killed.returncode == -9
    with closing(open_office(home)) as again:
        assert again.records.documents.count() == again.records.cases.count() == 0
        assert len(list(again.softcopies.folder.rglob("*.pdf"))) == 2
        taken = taken_from(again, package, officer(again, "pendukung"))
        assert (taken.new, again.records.documents.count(), again.records.cases.count()) == (4, 4, 1)
        assert len(list(again.softcopies.folder.rglob("*.pdf"))) == 4
        assert again.records.reservations.all() == []
