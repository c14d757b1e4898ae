"""Each role meets its step of the SOP, does it with the keys, and the case goes on to the next role."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Footer, Static

from archive.case_model import Case
from archive.model import Document, Officer, Rendition, RenditionKind
from ppid_tui.app import KioskApp
from ppid_tui.desk import cases, people
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import Profile
from ppid_tui.screens.step import StepScreen
from ppid_tui.screens.steps import StepsScreen

NOW = datetime(2026, 4, 10, 9, 30)
LONG_AGO = datetime(2026, 4, 1, 9, 0)


class Desk:
    """An office with an officer for each role, and the kiosk on it; counts the keys pressed."""

    def __init__(self, root: Path, sop: str, roles_here: tuple[str, ...] = ()) -> None:
        self.office: Office = people.set_up(root, Profile(name="Biro Contoh", sop=sop, roles_here=roles_here))
        self.officers = {
            role.id: self.office.records.officers.add(
                Officer(f"Pegawai {role.title}", roles=(role.id,)), "mendaftarkan", "uji", LONG_AGO
            )
            for role in self.office.sop.roles
        }
        self.app = KioskApp(root, clock=lambda: NOW)
        self.app.habit = 0.0
        self.app.office = self.office
        self.keys = 0

    def run(self, story: Callable[[Desk], Awaitable[None]], size: tuple[int, int] = (80, 24)) -> None:
        async def play() -> None:
            async with self.app.run_test(size=size) as pilot:
                self.pilot: Pilot[None] = pilot
                await story(self)

        asyncio.run(play())

    async def sign_in(self, role: str) -> None:
        if self.app.officer is not None:
            await self.app.leave()
        await self.app.enter(self.officers[role])
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        self.keys += len(keys)
        await self.pilot.press(*keys)
        await asyncio.wait_for(self.app.workers.wait_for_complete(), 30)
        await self.pilot.pause()

    async def write(self, words: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in words))

    async def type_ahead(self, *keys: str) -> None:
        """Press keys that lead into a question, whose answer the app then waits for."""
        self.keys += len(keys)
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def case(self) -> Case:
        return cases.case_of(self.office, 1)

    @property
    def seen(self) -> str:
        """All words on the screen, also those that are scrolled out of sight."""
        texts = [str(s.render()) for s in self.app.screen.query(Static) if s.display]
        return "\n".join(texts)

    @property
    def shown(self) -> str:
        """What the terminal shows now, with the breaks of its lines taken out."""
        strips = self.app.screen._compositor.render_strips()
        lines = ("".join(part.text for part in strip) for strip in strips)
        return " ".join(" ".join(lines).split())


def desk_with_case(root: Path, sop: str = "adpim", moves: int = 0) -> Desk:
    desk = Desk(root, sop)
    first = desk.officers[desk.office.sop.steps[0].role]
    case = cases.start_case(desk.office, "Daftar agenda [/]", first, LONG_AGO)
    for _ in range(moves):
        holder = desk.officers[cases.whose_turn(desk.office, case) or ""]
        label = cases.choices(desk.office, case)[0].label
        case = cases.finish_step(desk.office, case, label, holder, LONG_AGO)
    return desk


def kept_document(office: Office, title: str, **more: object) -> Document:
    document = Document(title=title, received_at=LONG_AGO, **more)  # type: ignore[arg-type]
    return office.records.documents.add(document, "menerima dokumen", "uji", LONG_AGO)


async def send_back(desk: Desk, reason: str) -> None:
    await desk.type_ahead("f8", "down", "enter")
    await desk.type_ahead(*("space" if letter == " " else letter for letter in reason))
    await desk.press("f8")


def test_the_step_stands_in_the_sheets_own_words_at_80_by_24(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", moves=1)

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.press("f2", "enter")
        assert "Langkah 2 dari 8: Melakukan koordinasi dengan pejabat PPID" in desk.shown
        assert "Pelaksana: Petugas Pelayanan Informasi. Berikutnya: PPID." in desk.shown
        assert "Kelengkapan: Komputer, jaringan internet," in desk.seen
        assert "Waktu: 15 menit" in desk.seen
        await desk.press("pagedown")
        assert "√ 1. Petugas Pelayanan Informasi" in desk.shown
        assert "► 2. Petugas Pelayanan Informasi lalu diperiksa PPID" in desk.shown

    desk.run(story)


def test_on_a_wide_screen_the_work_and_the_sheet_stand_side_by_side(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", moves=1)

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.press("f2", "enter")
        for words in ("Langkah 2 dari 8", "Dengan siapa", "F8 Selesai dan teruskan ke PPID", "Waktu: 15 menit"):
            assert words in desk.shown
        assert "Dokumen informasi disimpan sebagai arsip." in desk.shown

    desk.run(story, size=(120, 40))


def test_a_step_is_not_done_while_something_is_missing(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", moves=1)

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.press("f2", "enter", "f8")
        assert "Isi dahulu: Dengan siapa." in desk.seen
        await desk.write("Umum")
        await desk.press("enter")
        await desk.write("kapan")
        await desk.press("f8")
        assert "Tanggal belum dapat dibaca. Tulis seperti 10 April 2026." in desk.seen

    desk.run(story)
    assert desk.case.step == 2 and len(desk.case.history) == 1


def test_what_is_returned_says_why_first_and_has_what_was_filled_in_before(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", moves=4)

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.press("f2", "enter", "f8")
        await desk.write("lengkap")
        await desk.press("f8", "f8")
        await desk.sign_in("atasan")
        await desk.press("f2", "enter")
        await send_back(desk, "tanggal")
        assert "dikembalikan ke Petugas Pelayanan Informasi" in desk.seen
        await desk.sign_in("petugas")
        await desk.press("f2")
        assert "Dikembalikan oleh Pegawai Atasan PPID" in desk.shown
        await desk.press("enter")
        assert "pukul 09.30: tanggal" in desk.shown
        assert "lengkap" in desk.shown

    desk.run(story)


def test_sending_back_without_a_reason_asks_for_one(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "diskop", moves=1)

    async def story(desk: Desk) -> None:
        await desk.sign_in("kepala")
        await desk.type_ahead("f2", "enter", "f8", "down", "enter", "f8")
        assert "Tulis dahulu apa yang perlu diperbaiki." in desk.seen
        await desk.type_ahead(*"judul", "escape")
        await desk.type_ahead("f8", "enter")
        assert "judul" in desk.shown
        await desk.press("escape")

    desk.run(story)
    assert desk.case.step == 2


def test_the_step_of_another_role_can_be_looked_at_and_not_done(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home")

    async def story(desk: Desk) -> None:
        await desk.sign_in("atasan")
        await desk.press("f2")
        assert "Tidak ada pekerjaan yang menunggu." in desk.shown
        assert "giliran Petugas Pelayanan Informasi" in desk.shown
        await desk.press("enter")
        assert "Langkah ini milik Petugas Pelayanan Informasi. Anda dapat melihatnya" in desk.shown
        assert "Selesai" not in str(desk.app.screen.query_one(Footer).query("FooterKey"))
        await desk.press("f8")

    desk.run(story)
    assert desk.case.history == ()


def test_what_was_typed_is_there_again_after_another_officer_was_in(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", moves=1)

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.press("f2", "enter")
        await desk.write("Umum")
        await desk.sign_in("ppid")
        await desk.sign_in("petugas")
        await desk.press("f2", "enter")
        assert "Umum" in desk.shown

    desk.run(story)
    assert desk.case.draft["with"] == "Umum"


def test_only_looking_at_a_step_changes_nothing(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", moves=4)
    before = desk.office.records.trail.sequence

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.press("f2", "enter", "escape", "enter", "f3", "f2", "escape")

    desk.run(story)
    assert desk.office.records.trail.sequence == before


def test_documents_are_added_from_the_archive_and_taken_out(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home")
    kept_document(desk.office, "Notulen [a] rapat")

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.press("f2", "enter", "tab")
        await desk.type_ahead("enter")
        await desk.pilot.pause(0.2)
        assert "Yang terakhir diterima:" in desk.seen
        await desk.press("enter")
        assert "Notulen [a] rapat" in desk.shown
        assert desk.case.documents == (1,)
        await desk.press("up", "delete")

    desk.run(story)
    assert desk.case.documents == ()
    assert desk.office.records.documents.get(1) is not None


def test_a_document_of_the_case_is_opened_and_left_again(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "diskop", moves=1)
    kept = kept_document(desk.office, "Notulen rapat")
    cases.attach(desk.office, desk.case, (kept,), desk.officers["kepala"], LONG_AGO)

    async def story(desk: Desk) -> None:
        await desk.sign_in("kepala")
        await desk.press("f2", "enter", "enter")
        assert type(desk.app.screen).__name__ == "DocumentScreen"
        assert "Notulen rapat" in desk.shown
        await desk.press("escape")
        assert isinstance(desk.app.screen, StepScreen)

    desk.run(story)


def test_putting_into_storage_compares_the_softcopies_with_their_digest(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", "kesra", moves=2)
    softcopy = tmp_path / "surat.pdf"
    softcopy.write_bytes(b"%PDF-1.4 isi")
    kept = _with_softcopy(desk.office, softcopy)
    cases.attach(desk.office, desk.case, (kept,), desk.officers["ppid"], LONG_AGO)

    async def story(desk: Desk) -> None:
        await desk.sign_in("ppid")
        await desk.press("f2", "enter")
        assert "1 softcopy utuh" in desk.seen
        path = desk.office.softcopies.path(kept.renditions[0].sha256, "application/pdf")
        path.write_bytes(b"%PDF-1.4 diubah")
        await desk.press("escape", "enter")
        assert "surat.pdf dari “Surat” hilang atau berubah" in desk.seen

    desk.run(story)


def test_a_new_case_is_opened_at_the_first_step(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home", "adpim")

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.type_ahead("f2", "n")
        await desk.type_ahead(*"Agenda", "enter", *"Protokol")
        await desk.press("enter")
        assert isinstance(desk.app.screen, StepScreen)
        assert "Langkah 1 dari 8" in desk.shown

    desk.run(story)
    assert (desk.case.title, desk.case.unit, desk.case.step) == ("Agenda", "Protokol", 1)


def test_a_late_case_says_since_when_and_a_finished_step_where_it_went(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", moves=4)

    async def story(desk: Desk) -> None:
        await desk.sign_in("petugas")
        await desk.press("f2")
        assert "Terlambat: batas 9 April 2026" in desk.shown
        await desk.press("enter", "f8", "f8", "f8")
        assert isinstance(desk.app.screen, StepsScreen)
        assert "Terakhir, pukul 09.30: “Daftar agenda [/]” diteruskan ke Atasan PPID." in desk.shown

    desk.run(story)


def test_a_step_done_elsewhere_is_recorded_as_sent_and_received(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "home", "dinsos", roles_here=("pendukung",))
    cases.start_case(desk.office, "Daftar OPD", desk.officers["pendukung"], LONG_AGO)

    async def story(desk: Desk) -> None:
        await desk.sign_in("pendukung")
        await desk.press("f2", "enter")
        assert "Langkah ini dikerjakan di luar kantor ini." in desk.shown
        await desk.write("hari ini")
        await desk.press("f8")

    desk.run(story)
    assert desk.case.step == 2
    assert desk.case.history[0].form == {"sent": date(2026, 4, 10).isoformat()}


def test_the_papers_of_a_step_are_printed(tmp_path: Path) -> None:
    desk = desk_with_case(tmp_path / "home", moves=2)

    async def story(desk: Desk) -> None:
        await desk.sign_in("ppid")
        await desk.press("f2", "enter")
        await desk.type_ahead("f9")
        await desk.press("down", "enter")

    desk.run(story)
    assert len(list(desk.office.home.printouts.glob("*.pdf"))) == 1


def _with_softcopy(office: Office, file: Path) -> Document:
    staged = office.softcopies.stage(file)
    office.softcopies.keep(staged, "application/pdf")
    rendition = Rendition(RenditionKind.SIGNED, staged.sha256, file.name, "application/pdf", staged.size)
    return kept_document(office, "Surat", renditions=(rendition,))
