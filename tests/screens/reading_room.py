"""A small office to read in: a few invented documents of every kind, and two officers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from pathlib import Path

from textual.pilot import Pilot

from archive.model import (
    Document,
    Exemption,
    HardcopyPlace,
    InformationClass,
    Officer,
    Rendition,
    RenditionKind,
    TextState,
)
from ppid_tui.app import KioskApp
from ppid_tui.desk.office import Office
from ppid_tui.desk.people import enrol, set_up
from ppid_tui.desk.profile import Profile
from ppid_tui.screens import areas

NOW = datetime(2026, 4, 2, 9, 5)
PIN = "482915"
SOFT = "pengadaan.txt"
LONG_TITLE = (
    "Laporan Realisasi Anggaran Bantuan Sosial bagi Warga Terdampak Banjir pada Tiga Kecamatan "
    "di Kabupaten Contoh Tahun Anggaran 2023"
)


def make_office(home: Path) -> Path:
    """Set up the office, with "Rina" who serves and "Bagus" who decides and sees exempt documents."""
    units = ("Bagian Umum", "Bagian Keuangan")
    office = set_up(home, Profile(name="Bagian Contoh", sop="adpim", units=units))
    enrol(office, Officer("Rina Contoh", ("petugas",)), PIN, "penyiapan", NOW)
    enrol(office, Officer("Bagus Contoh", ("ppid",)), PIN, "penyiapan", NOW)
    for document, pages in _documents():
        _keep(office, document, pages)
    for _ in office.indexes.catch_up():
        pass
    office.close()
    return home


def _documents() -> list[tuple[Document, list[str]]]:
    free, periodic = InformationClass.SETIAP_SAAT, InformationClass.BERKALA
    money = [f"Bab {n}. Uraian umum.\n\n" + "Kegiatan berjalan baik. " * 40 for n in range(1, 13)]
    money[2] = "Realisasi bantuan sosial mencapai 98 persen.\n" * 30 + "Bantuan sosial diserahkan [/] lagi."
    money[8] = "Sisa anggaran bantuan sosial dikembalikan ke kas daerah."
    letter = ["Menetapkan standar layanan perjalanan dinas pimpinan sesuai Pasal 7 ayat [1] huruf [a]."]
    secret = ["Data pribadi penerima bantuan sosial: rahasia."]
    draft = ["Rancangan jadwal bantuan sosial untuk triwulan depan."]
    return [
        (Document(LONG_TITLE, periodic, number="900/12/LRA/2023", date=date(2023, 12, 29), year=2023,
                  unit="Bagian Keuangan", kind="Laporan"), money),
        (Document("Keputusan tentang Standar Perjalanan Dinas", free, number="188.45/7/KEP/2022",
                  date=date(2022, 4, 2), year=2022, unit="Bagian Umum", kind="Keputusan",
                  hardcopy=HardcopyPlace("Lemari 2", "Rak 3", "Boks 7", "Map 1")), letter),
        (Document("Daftar Penerima Bantuan Sosial beserta NIK", InformationClass.DIKECUALIKAN, year=2023,
                  unit="Bagian Umum", exemption=Exemption("h", "UU 14/2008 Pasal 17 huruf h")), secret),
        (Document("Jadwal Penyaluran Triwulan", year=2024, unit="Bagian Umum"), draft),
        (Document("Foto Gotong Royong", free, year=2021, unit="Bagian Umum", pages=1), []),
        (Document("Buku Tamu Pendopo", free, year=2019, hardcopy=HardcopyPlace(cabinet="Lemari 9")), []),
    ]  # fmt: skip


def _keep(office: Office, document: Document, pages: list[str]) -> None:
    from dataclasses import replace

    if document.title != "Buku Tamu Pendopo":
        source = office.home.root / "sumber.pdf"
        source.write_bytes(b"%PDF-1.4 " + document.title.encode("utf-8"))
        staged = office.softcopies.stage(source)
        office.softcopies.keep(staged, "application/pdf")
        staged.path.unlink(missing_ok=True)
        sha = staged.sha256
        rendition = Rendition(RenditionKind.SIGNED, sha, "sumber.pdf", "application/pdf", staged.size)
        document = replace(document, renditions=(rendition,))
        if pages:
            office.texts.write(staged.sha256, pages)
            state = TextState.YES
            document = replace(document, text_key=staged.sha256, text_state=state, pages=len(pages))
    office.records.documents.add(document, "menerima dokumen", "penyiapan", NOW)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until searches and pages have come, and are drawn."""
    await pilot.pause(0.1)
    while any(not worker.is_finished and worker.group not in WAITING for worker in pilot.app.workers):
        await pilot.pause(0.02)
    await pilot.pause()


async def type_in(pilot: Pilot[None], text: str) -> None:
    """Clear the search box, type, and wait for what is found."""
    await pilot.press("end", "ctrl+u", *("space" if letter == " " else letter for letter in text))
    await settled(pilot)


WAITING = frozenset({"narrow", "ask", "original"})
"""Workers that wait for an answer of the officer."""


def text_of(app: KioskApp) -> str:
    """What stands on the screen, line by line."""
    app.screen.refresh()
    width, height = app.size
    lines = app.screen._compositor.render_strips(app.size) if hasattr(app.screen, "_compositor") else []
    return "\n".join(strip.text[:width].rstrip() for strip in lines[:height])


def visit(
    home: Path, who: str, area: str, keys: Callable[[Pilot[None], KioskApp], Awaitable[None]],
    size: tuple[int, int] = (80, 24),
) -> None:  # fmt: skip
    """Sign ``who`` in, go to an area, and do there what ``keys`` does."""
    import asyncio

    async def run() -> None:
        app = KioskApp(home, clock=lambda: NOW)
        app.habit = 0.0
        async with app.run_test(size=size, notifications=True) as pilot:
            await settled(pilot)
            assert app.office is not None, "the sign-in screen opens the office"
            officer = next(o for o in app.office.records.officers.all() if o.name.startswith(who))
            await app.enter(officer)
            await app.switch_mode(area)
            await settled(pilot)
            await keys(pilot, app)

    asyncio.run(run())


FIND, INCOMING = areas.FIND, areas.INCOMING
