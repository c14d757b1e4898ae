"""The lists on the screen, by keys alone: completed, decreed, compared; exempt information tested and hidden."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from archive.model import Exemption
from ppid_tui.desk.describing import describe
from ppid_tui.desk.dik import FIELDS
from ppid_tui.desk.office import open_office
from tests.desk.listed_office import complete, complete_all, decreed
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import AT, BUDGET, PETUGAS, PINS, PPID, SCAN, SECRET, TRAVEL, WARNING, document, officer


async def to_the_list(kiosk: Kiosk, who: str, name: str = "Daftar Informasi Publik") -> None:
    """Sign in, go to the archive, and open the list that stands under this name."""
    await kiosk.sign_in(who, PINS[who])
    await kiosk.keys("f6")
    lines = [line.strip() for line in (await kiosk.until_shown(name)).splitlines()]
    first, at = (
        next(i for i, line in enumerate(lines) if line.startswith(words)) for words in ("Semua dokumen ", name)
    )
    await kiosk.keys("home", *["down"] * (at - first), "enter")


def first(kiosk: Kiosk) -> int:
    """In which field of the test of consequences the cursor is."""
    focused = kiosk.app.focused
    return next(at for at, one in enumerate(FIELDS) if focused is not None and focused.id == f"field-{one.name}")


def test_what_is_lacking_is_filled_in_one_document_after_the_other(office_home: Path) -> None:
    with closing(open_office(office_home)) as office:
        for title in (TRAVEL, BUDGET):
            complete(office, title)
        for title in (WARNING, SCAN):
            describe(office, replace(complete(office, title), retention=""), officer(office, PPID), AT)

    async def visit(kiosk: Kiosk) -> None:
        await to_the_list(kiosk, PETUGAS)
        await kiosk.until_shown("2 baris, 3 dokumen belum masuk")
        await kiosk.keys("down", "down", "down")
        screen = await kiosk.until_shown("Surat Edaran Kesiapsiagaan Banjir")
        assert_golden("dip_80x24", screen)
        await kiosk.keys("right", "enter")
        for title in ("Surat Edaran", "Keputusan Tim"):
            await kiosk.until_shown(f"Judul {title}")
            await kiosk.type("2 tahun")
            await kiosk.keys("f8")
        await kiosk.until_shown("Judul Rancangan")
        await kiosk.keys("escape")
        await kiosk.until_shown("4 baris, 1 dokumen belum masuk")

    async def all_at_once(kiosk: Kiosk) -> None:
        await to_the_list(kiosk, PETUGAS)
        await kiosk.until_shown("4 baris, 1 dokumen belum masuk")
        while "tempat pembuatan belum" not in " ".join(kiosk.text().split()):
            await kiosk.keys("down")
        await kiosk.keys("f8")
        await kiosk.type("Kota Contoh")
        await kiosk.keys("f8", "right", "enter")
        await kiosk.until(lambda: "! Tanpa retensi" in kiosk.text() and "! Tanpa tempat" not in kiosk.text())

    at_the_kiosk(office_home, visit)
    at_the_kiosk(office_home, all_at_once)


def test_the_list_is_decreed_by_who_decides_and_its_history_tells_what_changed(office_home: Path) -> None:
    with closing(open_office(office_home)) as office:
        complete_all(office)
        decreed(office, on=date(2026, 1, 5))
        describe(office, replace(document(office, BUDGET), retention="10 tahun"), officer(office, PPID), AT)

    async def looks(kiosk: Kiosk) -> None:
        await to_the_list(kiosk, PETUGAS)
        screen = await kiosk.until_shown("Sejak itu 1 berubah.")
        assert "T Tetapkan" not in screen

    async def decides(kiosk: Kiosk) -> None:
        await to_the_list(kiosk, PPID)
        await kiosk.until_shown("T Tetapkan")
        await kiosk.keys("t")
        await kiosk.until_shown("Nomor keputusan penetapan")
        await kiosk.type("1/sk")
        await kiosk.keys("escape", "t")
        await kiosk.until_shown("1/sk")
        await kiosk.keys("end")
        await kiosk.type("/2026")
        await kiosk.keys("f8")
        await kiosk.until_shown("sudah dipakai")
        await kiosk.keys("2", "f8")
        await kiosk.until_shown("Tidak ada perubahan.")
        await kiosk.keys("r", "down")
        screen = await kiosk.until_shown("2 tahun → 10 tahun")
        assert_golden("dip_editions_80x24", screen)
        await kiosk.keys("delete")
        await kiosk.until_shown("Batalkan penetapan: 2 Maret 2026")
        await kiosk.type("salah nomor")
        await kiosk.keys("f8")
        await kiosk.until_shown("Penetapan ini dibatalkan: salah nomor")

    at_the_kiosk(office_home, looks)
    at_the_kiosk(office_home, decides)


def test_exempt_information_is_listed_tested_and_hidden_at_once(office_home: Path) -> None:
    with closing(open_office(office_home)) as office:
        ended = Exemption("i", "UU 14/2008 Pasal 17 huruf i", "Menghambat kebijakan", date(2026, 1, 31), "3/UK/2024")
        secret = replace(document(office, SECRET), exemption=ended, unit="Bagian Umum")
        describe(office, secret, officer(office, PPID), AT)

    async def not_for_everyone(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f6")
        assert "Informasi Dikecualikan" not in await kiosk.until_shown("Daftar Informasi Publik")

    async def visit(kiosk: Kiosk) -> None:
        await to_the_list(kiosk, PPID, "Informasi Dikecualikan")
        screen = await kiosk.until_shown("berakhir 31 Januari 2026: tinjau kembali")
        assert_golden("dik_80x24", screen)
        await kiosk.keys("enter")
        await kiosk.until_shown("Uji konsekuensi:")
        await kiosk.keys(*["tab"] * (next(at for at, one in enumerate(FIELDS) if one.name == "until") - first(kiosk)))
        await kiosk.keys("end", *["backspace"] * 4)
        await kiosk.type("2028")
        await kiosk.keys("f8")
        screen = await kiosk.until_shown("sampai 31 Januari 2028")
        assert "tinjau kembali" not in screen
        await kiosk.keys("ctrl+t")
        assert SECRET not in await kiosk.until_shown("yang dikecualikan disembunyikan")

    at_the_kiosk(office_home, not_for_everyone)
    at_the_kiosk(office_home, visit)
