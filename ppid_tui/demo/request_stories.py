"""Sample requests as they stand today: one of each state and outcome."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from archive.request_model import (
    Access,
    Keberatan,
    Refusal,
    Request,
    Requester,
    RequestItem,
    RequestOutcome,
    RequestState,
    Waiting,
)
from ppid_tui.demo.words import Common, common

PRIVATE = Refusal(
    "h",
    consequence="Nama, alamat, dan keadaan pribadi seseorang diketahui umum tanpa persetujuannya",
    consent="Diminta, belum menjawab",
    article_18="Bukan informasi yang disebut Pasal 18 ayat (1)",
)
ELSEWHERE = "Dinas Pekerjaan Umum"
LATER = "Belum didokumentasikan; sedang disusun"
UNWRITTEN = RequestOutcome.NOT_DOCUMENTED
GRANTED, REFUSED, NOT_HELD = RequestOutcome.GRANTED, RequestOutcome.REFUSED, RequestOutcome.NOT_HELD


@dataclass(frozen=True)
class Story:
    """A request as it stands today, received ``ago`` working days ago and changed last after ``took``."""

    request: Request
    ago: int
    took: int


def stories(rng: Random) -> list[Story]:
    """Requests of each state and outcome, the oldest first."""
    done, items = RequestState.DONE, _items
    return [
        Story(
            _request(rng, items("Laporan Tahunan tahun lalu", GRANTED), done, GRANTED, note="Layanan langsung"), 70, 0
        ),
        Story(_request(rng, items("Rincian Anggaran kegiatan", GRANTED), done, GRANTED), 48, 4),
        Story(_request(rng, _refused("Daftar nama penerima beserta alamat"), done, REFUSED), 44, 8),
        Story(_request(rng, items("Gambar rencana jembatan desa", NOT_HELD, holder=ELSEWHERE), done, NOT_HELD), 40, 3),
        Story(_request(rng, items("Rekap keluhan tahun lalu", UNWRITTEN, LATER), done, UNWRITTEN), 38, 6),
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


def over_lebaran(rng: Random) -> Story:
    """Received in the week before the feast, and answered two working days too late."""
    items = _items("Rincian Anggaran hibah dan bantuan sosial", GRANTED)
    note = "Terlambat: petugas menghitung hari libur dan cuti bersama Idul Fitri dengan keliru"
    return Story(_request(rng, items, RequestState.DONE, GRANTED, note=note), 0, 12)


def _partly() -> tuple[RequestItem, ...]:
    return (*_items("Keputusan penetapan penerima", GRANTED), *_refused("Nomor rekening penerima"))


def _objected_to(rng: Random) -> Request:
    request = _request(rng, _refused("Nilai evaluasi pegawai"), RequestState.DONE, REFUSED)
    story = "Pemohon berpendapat nilai rata-rata setiap bagian tidak menyangkut rahasia pribadi."
    return replace(request, keberatan=Keberatan("", date.min, "a", story))


def _extended(rng: Random) -> Request:
    request = _request(rng, _items("Seluruh Perjanjian hibah sejak 2018"), RequestState.EXTENDED)
    return replace(request, extension_reason="Dokumen tahun 2018 sampai 2020 masih berupa hardcopy di gudang arsip")


def _waiting(rng: Random) -> Request:
    request = _request(rng, _items("Foto kegiatan bantuan sosial"), RequestState.WAITING)
    waits = Waiting("pemohon", "salinan kartu identitas dan tujuan penggunaan", date.min)
    return replace(request, waiting=waits)


def _fifteen(rng: Random) -> Request:
    years = range(2018, 2023)
    wanted = [f"{what} tahun {year}" for year in years for what in ("Laporan", "Rincian Anggaran", "Keputusan")]
    items = [RequestItem(text, GRANTED if n < 6 else RequestOutcome.NONE) for n, text in enumerate(wanted)]
    return _request(rng, tuple(items), RequestState.IN_PROGRESS)


def _refused(wanted: str) -> tuple[RequestItem, ...]:
    return _items(wanted, REFUSED, refusal=PRIVATE)


def _items(
    wanted: str,
    outcome: RequestOutcome = RequestOutcome.NONE,
    reason: str = "",
    holder: str = "",
    refusal: Refusal | None = None,
) -> tuple[RequestItem, ...]:
    return (RequestItem(wanted, outcome, reason=reason, holder=holder, refusal=refusal),)


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
        access=rng.choice((Access.COPY, Access.COPY, Access.SEE)),
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
