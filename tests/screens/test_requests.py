"""A request by keys alone, from the citizen's first word to the last paper, and how many keys it takes."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from archive.request_model import KeberatanDecision, RequestItem, RequestOutcome, RequestState
from ppid_tui.desk.office import open_office
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.screens.request_desk import ASKED, NUMBER, PERSON, Counter, by_keys, make_partly_exempt, refuse, register
from tests.small_office import AT, BUDGET, PETUGAS, PINS, PPID, TRAVEL, document


def test_formal_and_granted(office_home: Path) -> None:
    async def journey(at: Counter) -> None:
        await at.press("f4", "n")
        for words, key in (
            (PERSON.name, "enter"), (PERSON.address, "enter"), (PERSON.contact, "enter"),
            (PERSON.identity_number, "enter"), ("laporan perjalanan dinas", "tab"), ("penelitian", "f8"),
        ):  # fmt: skip
            await at.type(words)
            await at.press(key)
        assert_golden("request_80x24", await at.shows(NUMBER))
        await at.press("enter", "enter")
        await at.shows("1 teratas")
        await at.press("enter", "escape")
        await at.shows("Jawab pemohon")
        await at.press("enter", "f8")
        await at.shows("Catat penyerahan informasi")
        await at.press("enter", "f8")
        await at.shows("Isi nomor surat keluar")

    request, keys = by_keys(office_home, PETUGAS, journey)
    assert (request.number, request.outcome, request.given) == (NUMBER, RequestOutcome.GRANTED, AT.date())
    with closing(open_office(office_home)) as office:
        assert request.items[0].documents == (document(office, TRAVEL).id,)
        assert not office.records.drafts.get("jawaban 1")
    assert keys == 16


def test_extended(office_home: Path) -> None:
    register(office_home)

    async def journey(at: Counter) -> None:
        await at.press("f4", "enter", "l")
        await at.shows("Perpanjang waktu")
        await at.press("down", "enter")
        await at.type("masih di gudang")
        await at.press("f8")
        assert_golden("request_extended_80x24", await at.shows("Diperpanjang: batas 1 April 2026"))

    request, keys = by_keys(office_home, PETUGAS, journey)
    assert (request.state, request.extended_until) == (RequestState.EXTENDED, date(2026, 4, 1))
    assert keys == 6


def test_who_may_not_decide_proposes_and_who_may_refuses_under_h(office_home: Path) -> None:
    register(office_home)

    async def proposal(at: Counter) -> None:
        await at.press("f4", "enter", "enter")
        assert "Ditolak" not in await at.shows("Ajukan usul kepada PPID")
        await at.press("end", "enter")
        await at.type("tolak, memuat nama penerima")
        await at.press("f8")
        await at.shows("Menunggu PPID: keputusan butir 1")

    async def decision(at: Counter) -> None:
        await at.press("f4", "enter", "enter")
        await at.shows("Ditolak: dikecualikan")
        await at.press("down", "down", "enter")
        assert_golden("request_never_exempt_80x24", await at.shows("yang tidak pernah dikecualikan"))
        await at.press("enter")
        await at.shows("h. mengungkapkan rahasia pribadi")
        await at.press(*["down"] * 7, "enter")
        await at.shows("Apa jawaban orang yang bersangkutan?")
        await at.press("enter")
        await at.shows("Akibatnya bila dibuka")
        await at.type("diketahui umum")
        await at.press("f8")
        await at.shows("Jawab pemohon")
        await at.press("enter", "f8")
        assert_golden("request_refused_80x24", await at.shows("Selesai: ditolak"))

    waiting, keys = by_keys(office_home, PETUGAS, proposal)
    assert (waiting.state, keys) == (RequestState.WAITING, 6)
    request, keys = by_keys(office_home, PPID, decision)
    refusal = request.items[0].refusal
    assert refusal and (refusal.letter, refusal.decided_by) == ("h", PPID)
    assert (request.outcome, refusal.consent) == (RequestOutcome.REFUSED, "Tidak menyetujui secara tertulis")
    assert keys == 19


def test_partly(office_home: Path) -> None:
    register(office_home)
    with closing(open_office(office_home)) as office:
        make_partly_exempt(office)

    async def journey(at: Counter) -> None:
        await at.press("f4", "enter", "enter", "down", "enter")
        await at.shows("1 teratas")
        await at.press("enter", "escape", "enter", *["down"] * 9, "enter")
        await at.shows("Apa yang dihitamkan")
        await at.type("nama")
        await at.press("tab")
        await at.type("dilarang undang-undang")
        await at.press("tab")
        await at.type("Pasal 84 UU 23/2006")
        await at.press("f8")
        await at.shows("Jawab pemohon")
        await at.press("enter", "f8")
        await at.shows("Catat penyerahan informasi")

    request, keys = by_keys(office_home, PPID, journey)
    item = request.items[0]
    assert (request.outcome, item.redaction) == (RequestOutcome.PARTLY, "nama")
    assert item.refusal and (item.refusal.letter, item.refusal.law) == ("j", "Pasal 84 UU 23/2006")
    assert keys == 23


def test_not_held(office_home: Path) -> None:
    register(office_home)

    async def journey(at: Counter) -> None:
        await at.press("f4", "enter", "enter", "down", "down", "down", "enter")
        await at.shows("Badan publik yang menguasainya")
        await at.type("Dinas Contoh")
        await at.press("f8")
        await at.shows("Jawab pemohon")
        await at.press("enter", "f8")
        await at.shows("Selesai: tidak dikuasai")

    request, keys = by_keys(office_home, PPID, journey)
    assert (request.outcome, request.items[0].holder) == (RequestOutcome.NOT_HELD, "Dinas Contoh")
    assert keys == 10


def test_keberatan_answered_by_the_superior(office_home: Path) -> None:
    register(office_home)
    refuse(office_home)

    async def journey(at: Counter) -> None:
        await at.press("f4", "enter", "l")
        await at.shows("Daftarkan keberatan")
        await at.press("down", "enter")
        await at.shows("a. Permohonan informasi ditolak")
        await at.press("space", *["down"] * 7)
        await at.type("alasannya tidak tepat")
        await at.press("f8")
        assert_golden("keberatan_80x24", await at.shows("Keberatan: batas 21 April 2026"))
        await at.press("enter")
        await at.shows("Nama Atasan PPID")
        await at.press(*["down"] * 3)
        await at.type("Sari Contoh")
        await at.press("down", "down")
        await at.type("dibuka sebagian")
        await at.press("f8")
        await at.shows("Keberatan diterima")

    request, keys = by_keys(office_home, PETUGAS, journey)
    objection = request.keberatan
    assert objection and (objection.number, objection.ground) == ("001/KEB/2026", "a")
    assert (objection.decision, objection.answer) == (KeberatanDecision.ACCEPTED, "dibuka sebagian")
    assert objection.dispute_until == date(2026, 3, 27)
    assert keys == 21


def test_whoever_came_before_is_not_asked_twice_and_the_number_stays_masked(office_home: Path) -> None:
    register(office_home)

    async def journey(at: Counter) -> None:
        await at.type("realisasi anggaran")
        await at.shows(BUDGET)
        await at.press("ctrl+n")
        await at.type("wati")
        await at.shows("Pernah datang: Wati Umpama")
        await at.press("f7")
        screen = await at.shows("dari kunjungan sebelumnya")
        assert "CONTOH-0001" not in screen and "••••0001" in screen
        await at.press("f8")
        await at.shows("002/PPID/2026")

    by_keys(office_home, PETUGAS, journey)
    with closing(open_office(office_home)) as office:
        first, second = office.records.requests.all()
        assert second.requester == first.requester
        assert [item.wanted for item in second.items] == ["realisasi anggaran"]
        assert second.requester.identity_number == PERSON.identity_number
        assert len(office.records.requesters.all()) == 1


def test_the_register_is_narrowed_and_sought_in(office_home: Path) -> None:
    long = RequestItem("Pasal 7 huruf [a] [/] " * 90)
    register(office_home, replace(ASKED, received=date(2026, 2, 2), items=(long,)))
    register(office_home)

    async def journey(at: Counter) -> None:
        await at.press("f4", "enter")
        assert_golden("request_long_80x24", await at.shows("belum ada jawaban"))
        await at.press("enter")
        await at.shows("Diberikan seluruhnya")
        await at.press("escape", "escape")
        assert_golden("requests_80x24", await at.shows("Permohonan Informasi Publik"))
        await at.press("f7", "f7")
        await at.hides("002/PPID")
        await at.press("f7")
        await at.shows("Tidak ada permohonan di sini")
        await at.press("f7", "f7", "f7", "slash")
        await at.type("002")
        await at.hides("001/PPID")
        await at.press("enter")
        await at.shows("Berikutnya (Enter)")

    by_keys(office_home, PETUGAS, journey)


def test_what_is_typed_into_the_form_is_there_again_after_the_kiosk_went_down(office_home: Path) -> None:
    async def typed(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f4", "n")
        await kiosk.type("Wati")
        with closing(open_office(office_home)) as beside:  # another process sees what is on the disk
            await kiosk.until(lambda: "Wati" in str(beside.records.drafts.get("permohonan baru, petugas 1")))

    async def resumed(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.keys("f4", "n")
        assert "Wati" in await kiosk.until_shown("Isian terakhir dilanjutkan")
        await kiosk.keys("ctrl+x", "right", "enter")
        await kiosk.until(lambda: "Wati" not in kiosk.text())

    at_the_kiosk(office_home, typed)
    at_the_kiosk(office_home, resumed)


def test_enter_before_the_answer_never_takes_a_document_that_was_found_for_other_words(office_home: Path) -> None:
    register(office_home)

    async def journey(at: Counter) -> None:
        await at.press("f4", "enter", "a")
        await at.shows("Dokumen untuk butir 1")
        await at.kiosk.pilot.press("ctrl+u", *"anggaran", "enter")
        await at.shows("Dokumen untuk butir 1: 1 dipilih")

    request, _ = by_keys(office_home, PETUGAS, journey)
    with closing(open_office(office_home)) as office:
        assert request.items[0].documents == (document(office, BUDGET).id,)
