"""Two kiosks and a stick, by keys alone: asked of an OPD, done there, sent back, and on to the end."""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from archive.case_model import Case, ListRow
from archive.model import Exemption, InformationClass, Officer
from ppid_tui.desk import cases
from ppid_tui.desk.describing import describe
from ppid_tui.desk.office import open_office
from ppid_tui.desk.opds import open_parts
from ppid_tui.desk.people import enrol, set_up
from tests.desk.two_bodies import AT, CITY, DINAS, LATER, at_step_3, forward, put_on, taken_in
from tests.screens.kiosk import Kiosk, at_the_kiosk

UTAMA, OPD = "Rina Contoh", "Danu Contoh"
PINS = {UTAMA: "482913", OPD: "573920"}
SOCIAL = "Dinas Sosial Contoh"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stick that is plugged in at whichever kiosk runs."""
    folder = tmp_path / "media" / "USB-PPID"
    folder.mkdir(parents=True)
    monkeypatch.setenv("PPID_MEDIA", str(folder.parent))
    return folder


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """The kiosk of PPID Utama, where a case waits for the OPDs."""
    home = tmp_path / "kota"
    with closing(set_up(home, replace(CITY, opds=(SOCIAL,)))) as office:
        utama, _ = enrol(office, Officer(UTAMA, ("utama", "bidang")), PINS[UTAMA], "uji", AT)
        case = cases.start_case(office, "Daftar [/] 2026", utama, AT)
        rows = (ListRow(1, "Laporan bantuan sosial", SOCIAL), ListRow(2, "Profil kantor"))
        case = office.records.cases.change(replace(case, rows=rows), "menyusun daftar", "uji", AT)
        forward(office, forward(office, case, utama), utama)
    return home


@pytest.fixture
def dinas(tmp_path: Path) -> Path:
    """The kiosk of the OPD."""
    home = tmp_path / "dinas"
    with closing(set_up(home, replace(DINAS, name=SOCIAL))) as office:
        opd, _ = enrol(office, Officer(OPD, ("pendukung",)), PINS[OPD], "uji", AT)
        taken_in(office, tmp_path / "b", "laporan.pdf", opd, "Laporan bantuan sosial 2025")
    return home


def case_in(home: Path, number: int) -> Case:
    with closing(open_office(home)) as office:
        return cases.case_of(office, number)


async def open_first_step(kiosk: Kiosk) -> None:
    await kiosk.keys("f2")
    await kiosk.keys("enter")


def test_a_case_goes_round_by_keys_alone(city: Path, dinas: Path, stick: Path) -> None:
    async def ask(kiosk: Kiosk) -> None:
        await kiosk.sign_in(UTAMA, PINS[UTAMA])
        await open_first_step(kiosk)
        assert "Ctrl+N per OPD: Belum ada yang dibuka." in kiosk.text()
        await kiosk.keys("ctrl+n", "f8")
        await kiosk.until_shown("untuk 1 OPD?")
        await kiosk.keys("right", "enter")
        await kiosk.until_shown("datang 0 dari 2")
        await kiosk.keys("u")
        await kiosk.until_shown("Untuk PPID Pendukung (OPD): daftar 2 baris, 0 dokumen")
        await kiosk.keys("f8")
        await kiosk.until_shown("USB boleh dicabut")

    async def answer(kiosk: Kiosk) -> None:
        await kiosk.sign_in(OPD, PINS[OPD])
        await kiosk.keys("f5")
        await kiosk.until_shown("Paket untuk PPID Pendukung (OPD) dari Diskominfo Contoh: Enter memeriksa")
        await kiosk.until_shown(f"“Daftar [/] 2026 ({SOCIAL})”, 1 April 2026")
        await kiosk.keys("enter")
        await kiosk.until_shown("Paket utuh.")
        await kiosk.keys("f8")
        await kiosk.until_shown("Langkah 3 dari 5")
        await kiosk.keys("f8")
        await kiosk.until(lambda: case_step(kiosk) == 4)
        await open_first_step(kiosk)
        await kiosk.keys("ctrl+b")
        await kiosk.until_shown("Untuk PPID Utama")
        await kiosk.keys("f8")
        await kiosk.until_shown("USB boleh dicabut")

    async def go_on(kiosk: Kiosk) -> None:
        await kiosk.sign_in(UTAMA, PINS[UTAMA])
        await kiosk.keys("f5")
        await kiosk.until_shown(f"Paket untuk PPID Utama dari {SOCIAL}")
        await kiosk.keys("enter")
        await kiosk.until_shown("Pekerjaan ini kembali")
        await kiosk.keys("f8")
        await kiosk.until(lambda: case_step(kiosk, 2) is None)
        await open_first_step(kiosk)
        screen = await kiosk.until_shown("1 dari 1 OPD sudah mengirim.")
        assert "1 April 2026" in screen and "4 April 2026" in screen  # sent and received
        await kiosk.keys("f8")
        await kiosk.until(lambda: case_step(kiosk) == 4)

    at_the_kiosk(city, ask, at=AT)
    assert case_in(city, 2).packages
    at_the_kiosk(dinas, answer, at=LATER)
    at_the_kiosk(city, go_on, at=LATER)
    assert [done.step for done in case_in(city, 2).history] == [3]


def case_step(kiosk: Kiosk, number: int = 1) -> int | None:
    assert kiosk.app.office is not None
    return cases.case_of(kiosk.app.office, number).step


def test_the_whole_does_not_go_on_without_the_opds_unless_a_reason_is_written(city: Path, stick: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(UTAMA, PINS[UTAMA])
        await open_first_step(kiosk)
        await kiosk.keys("ctrl+n", "enter")
        await kiosk.until_shown("datang 0 dari 2")
        await kiosk.keys("escape")
        await kiosk.type("hari ini")
        await kiosk.keys("f8")
        await kiosk.until_shown(f"1 OPD belum mengirim: {SOCIAL}.")
        await kiosk.keys("escape")
        assert case_step(kiosk) == 3
        await kiosk.keys("f8")
        await kiosk.type("diminta pimpinan")
        await kiosk.keys("f8")
        await kiosk.until(lambda: case_step(kiosk) == 4)

    at_the_kiosk(city, visit, at=AT)
    assert case_in(city, 1).history[-1].note == "diminta pimpinan"


def test_a_late_opd_is_reminded_with_a_key(city: Path, stick: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(UTAMA, PINS[UTAMA])
        await open_first_step(kiosk)
        await kiosk.keys("ctrl+n")
        await kiosk.until_shown("TERLAMBAT, batas 16-04-2026")
        await kiosk.keys("f9")
        await kiosk.until(lambda: len(list((city / "printouts").glob("*pengingat*.pdf"))) == 1)

    with closing(open_office(city)) as office:
        open_parts(office, cases.case_of(office, 1), [SOCIAL], office.records.officers.all()[0], AT)
    at_the_kiosk(city, visit, at=AT.replace(day=20))


def test_the_list_of_opds_is_written_with_keys(city: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(UTAMA, PINS[UTAMA])
        await open_first_step(kiosk)
        await kiosk.keys("ctrl+n", "o", "n")
        await kiosk.type("Dinas Baru")
        await kiosk.keys("enter")
        await kiosk.type("Dinas Lain")
        await kiosk.keys("f8")
        await kiosk.until_shown("Dinas Lain")
        await kiosk.keys("end", "delete")
        await kiosk.until_shown("Keluarkan “Dinas Lain”")
        await kiosk.keys("right", "enter")
        await kiosk.until(lambda: "Dinas Lain" not in kiosk.text())

    at_the_kiosk(city, visit, at=AT)
    with closing(open_office(city)) as office:
        assert office.profile.opds == (SOCIAL, "Dinas Baru")


def test_exempt_documents_are_spoken_of_before_they_go_and_when_they_come(
    city: Path, dinas: Path, stick: Path, tmp_path: Path
) -> None:
    with closing(open_office(city)) as office:
        by = replace(office.records.officers.all()[0], roles=("utama", "bidang"))
        case = at_step_3(office, tmp_path / "a", by)
        secret = taken_in(office, tmp_path / "a", "rahasia.pdf", by)
        exempt = replace(secret, information_class=InformationClass.DIKECUALIKAN, exemption=Exemption("h", "Pasal 17"))
        describe(office, exempt, by, AT)
        cases.attach(office, case, (exempt,), by, AT)

    async def send(kiosk: Kiosk) -> None:
        await kiosk.sign_in(UTAMA, PINS[UTAMA])
        await kiosk.keys("f2", "down", "enter", "ctrl+b")
        await kiosk.until_shown("[ ] Sertakan 1 dokumen yang DIKECUALIKAN")
        await kiosk.keys("shift+tab", "space", "f8")
        await kiosk.until_shown("Memuat 1 dokumen yang DIKECUALIKAN")

    async def receive(kiosk: Kiosk) -> None:
        await kiosk.sign_in(OPD, PINS[OPD])
        await kiosk.keys("f5")
        await kiosk.until_shown("dari Diskominfo Contoh: Enter memeriksa")
        await kiosk.keys("enter")
        await kiosk.until_shown("PERHATIAN: 1 dokumen DIKECUALIKAN")

    at_the_kiosk(city, send, at=AT)
    at_the_kiosk(dinas, receive, at=LATER)


def test_a_damaged_package_is_told_and_cannot_be_taken(city: Path, dinas: Path, stick: Path, tmp_path: Path) -> None:
    with closing(open_office(city)) as office:
        by = office.records.officers.all()[0]
        package = put_on(stick, office, at_step_3(office, tmp_path / "a", by), by)
    softcopy = next((package / "data" / "softcopies").iterdir())
    softcopy.write_bytes(softcopy.read_bytes()[:-1])

    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(OPD, PINS[OPD])
        await kiosk.keys("f5")
        await kiosk.until_shown("Paket untuk")
        await kiosk.keys("enter")
        await kiosk.until_shown("Paket ini rusak atau tidak lengkap")
        assert "F8 Terima" not in kiosk.text()

    at_the_kiosk(dinas, visit, at=LATER)
    shutil.rmtree(package)
    with closing(open_office(dinas)) as office:
        assert office.records.cases.count() == 0
