"""Sample requests: one of each state and outcome, counted in the office's own working days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from archive.model import (
    Keberatan,
    Request,
    Requester,
    RequestItem,
    RequestOutcome,
    RequestState,
    Right,
)
from archive.workdays import add_workdays
from ppid_tui.demo.days import Event, at, back, event, lebaran_before
from ppid_tui.demo.people import Staff
from ppid_tui.demo.taking import Desk
from ppid_tui.demo.words import Common, common

TAKE_COPY = "meminta salinan"
ONLY_SEE = "melihat/mengetahui"
PRIVATE = "Pasal 17 huruf h UU 14/2008: memuat rahasia pribadi (nama, alamat, dan nilai perorangan)"
ELSEWHERE = "Tidak dikuasai kantor ini; dikuasai Dinas Pekerjaan Umum"
GRANTED, REFUSED, NOT_HELD = RequestOutcome.GRANTED, RequestOutcome.REFUSED, RequestOutcome.NOT_HELD


@dataclass(frozen=True)
class Story:
    """A request as it stands today, received ``ago`` working days ago and changed last after ``took``."""

    request: Request
    ago: int
    took: int


def request_events(desk: Desk, rng: Random) -> list[Event]:
    """The receipt of each request, and what became of it."""
    return [happening for when, story in _dated(desk, rng) for happening in _events(desk, story, when)]


def _dated(desk: Desk, rng: Random) -> list[tuple[date, Story]]:
    calendar = desk.office.calendar
    dated = [(back(desk.today, story.ago, calendar), story) for story in _stories(rng)]
    if feast := lebaran_before(desk.today, calendar):
        dated.append((back(feast - timedelta(days=8), 0, calendar), _over_lebaran(rng)))
    return sorted(dated, key=lambda pair: pair[0])


def _events(desk: Desk, story: Story, received: date) -> Iterator[Event]:
    calendar, clerk = desk.office.calendar, desk.staff.who_may(Right.SERVE)
    due = add_workdays(received, desk.office.profile.answer_days, calendar)
    changed = add_workdays(received, story.took, calendar)
    held: list[Request] = []

    def receive() -> None:
        new = _as_received(_numbered(desk, story.request, received, due, desk.staff))
        held.append(desk.office.records.requests.add(new, "mencatat permohonan", clerk.name, at(received, 10)))

    def settle() -> None:
        settled = _settled(desk, story, held[0], changed)
        desk.office.records.requests.change(settled, "menindaklanjuti permohonan", clerk.name, at(changed, 14))

    yield event(at(received, 10), receive)
    if story.request.state is not RequestState.RECEIVED and changed <= desk.today:
        yield event(at(changed, 14), settle)


def _numbered(desk: Desk, request: Request, received: date, due: date, staff: Staff) -> Request:
    serial = desk.office.records.requests.count() + 1
    number = f"{serial:03}/PPID-{desk.office.sop.id.upper()}/{received.year}"
    clerk = staff.who_may(Right.SERVE).name
    return replace(request, number=number, received=received, due=due, handled_by=clerk)


def _as_received(request: Request) -> Request:
    items = tuple(RequestItem(item.wanted) for item in request.items)
    return replace(
        request, items=items, state=RequestState.RECEIVED, outcome=RequestOutcome.NONE, waiting_for="",
        extension_reason="", keberatan=None, note="",
    )  # fmt: skip


def _settled(desk: Desk, story: Story, received: Request, changed: date) -> Request:
    final = story.request
    assert received.due
    extended = add_workdays(received.due, desk.office.profile.extension_days, desk.office.calendar)
    return replace(
        final,
        id=received.id,
        number=received.number,
        received=received.received,
        due=received.due,
        handled_by=received.handled_by,
        items=tuple(_with_documents(desk, item) for item in final.items),
        answered=changed if final.state is RequestState.DONE else None,
        extended_until=extended if final.state is RequestState.EXTENDED else None,
        keberatan=_objected(desk, final.keberatan, received.number, changed),
    )


def _with_documents(desk: Desk, item: RequestItem) -> RequestItem:
    """What was given: the first document whose kind the request names."""
    if item.outcome is not GRANTED:
        return item
    given = next(
        (d.id for d in desk.documents.values() if d.information_class.may_be_given and d.kind in item.wanted), None
    )
    return replace(item, documents=(given,) if given else ())


def _objected(desk: Desk, objection: Keberatan | None, number: str, answered: date) -> Keberatan | None:
    if objection is None:
        return None
    received = add_workdays(answered, 3, desk.office.calendar)
    return replace(objection, number=f"K-{number}", received=min(received, desk.today))


def _stories(rng: Random) -> list[Story]:
    done, items = RequestState.DONE, _items
    return [
        Story(_request(rng, items("Laporan Tahunan tahun lalu", GRANTED), done, GRANTED, note="Layanan langsung"), 70, 0),
        Story(_request(rng, items("Rincian Anggaran kegiatan", GRANTED), done, GRANTED), 48, 4),
        Story(_request(rng, items("Daftar nama penerima beserta alamat", REFUSED, PRIVATE), done, REFUSED), 44, 8),
        Story(_request(rng, items("Gambar rencana jembatan desa", NOT_HELD, ELSEWHERE), done, NOT_HELD), 40, 3),
        Story(_request(rng, _partly(), done, RequestOutcome.PARTLY), 36, 9),
        Story(_request(rng, items("Surat undangan rapat koordinasi"), done, RequestOutcome.WITHDRAWN), 33, 2),
        Story(_objected_to(rng), 26, 7),
        Story(_extended(rng), 14, 9),
        Story(_request(rng, items("Notulen rapat koordinasi bulan lalu"), RequestState.IN_PROGRESS), 12, 1),
        Story(_fifteen(rng), 8, 5),
        Story(_waiting(rng), 5, 1),
        Story(_request(rng, items("SOP pelayanan dan Keputusan tentang tim"), RequestState.IN_PROGRESS), 4, 1),
        Story(_request(rng, items("Laporan Perjalanan Dinas tahun ini"), RequestState.RECEIVED), 0, 0),
    ]


def _over_lebaran(rng: Random) -> Story:
    """Received in the week before the feast, and answered two working days too late."""
    items = _items("Rincian Anggaran hibah dan bantuan sosial", GRANTED)
    note = "Terlambat: petugas menghitung hari libur dan cuti bersama Idul Fitri dengan keliru"
    return Story(_request(rng, items, RequestState.DONE, GRANTED, note=note), 0, 12)


def _partly() -> tuple[RequestItem, ...]:
    return (*_items("Keputusan penetapan penerima", GRANTED), *_items("Nomor rekening penerima", REFUSED, PRIVATE))


def _objected_to(rng: Random) -> Request:
    request = _request(rng, _items("Nilai evaluasi pegawai", REFUSED, PRIVATE), RequestState.DONE, REFUSED)
    story = "Pemohon berpendapat nilai rata-rata setiap bagian tidak menyangkut rahasia pribadi."
    return replace(request, keberatan=Keberatan("", date.min, "a", story))


def _extended(rng: Random) -> Request:
    request = _request(rng, _items("Seluruh Perjanjian hibah sejak 2018"), RequestState.EXTENDED)
    return replace(request, extension_reason="Dokumen tahun 2018 sampai 2020 masih berupa hardcopy di gudang arsip")


def _waiting(rng: Random) -> Request:
    request = _request(rng, _items("Foto kegiatan bantuan sosial"), RequestState.WAITING)
    return replace(request, waiting_for="pemohon: salinan kartu identitas dan tujuan penggunaan")


def _fifteen(rng: Random) -> Request:
    years = range(2018, 2023)
    wanted = [f"{what} tahun {year}" for year in years for what in ("Laporan", "Rincian Anggaran", "Keputusan")]
    items = [RequestItem(text, GRANTED if n < 6 else RequestOutcome.NONE) for n, text in enumerate(wanted)]
    return _request(rng, tuple(items), RequestState.IN_PROGRESS)


def _items(wanted: str, outcome: RequestOutcome = RequestOutcome.NONE, reason: str = "") -> tuple[RequestItem, ...]:
    return (RequestItem(wanted, outcome, reason=reason),)


def _request(
    rng: Random,
    items: tuple[RequestItem, ...],
    state: RequestState,
    outcome: RequestOutcome = RequestOutcome.NONE,
    note: str = "",
) -> Request:
    words = common()
    return Request(
        number="",
        received=date.min,
        requester=_requester(rng, words),
        items=items,
        purpose=rng.choice(words.purposes),
        way=rng.choice((TAKE_COPY, TAKE_COPY, ONLY_SEE)),
        state=state,
        outcome=outcome,
        note=note,
    )


def _requester(rng: Random, words: Common) -> Requester:
    first, last = rng.choice(words.first_names), rng.choice(words.last_names)
    village = f"Desa {rng.choice(words.village_heads)} {rng.choice(words.village_tails)}"
    return Requester(
        name=f"{first} {last}",
        address=f"{village}, {rng.choice(words.regencies)}",
        contact=f"{first}.{last.split()[0]}@surel.example".lower(),
        occupation=rng.choice(words.occupations),
        identity_number=f"CONTOH-{rng.randint(1, 9999):04}",
    )
