"""What is asked when a request waits, is completed, extended, handed over, withdrawn or opened again."""

from __future__ import annotations

from archive.request_model import LetterKind, Request
from archive.requests import REQUESTER
from ppid_tui.desk import request_items, requests
from ppid_tui.desk.request_form import lacking
from ppid_tui.desk.request_words import waiting_words
from ppid_tui.desk.works import FieldKind, FormField, read_day
from ppid_tui.printouts.labels import LETTERS, long_date
from ppid_tui.screens.confirm import ConfirmScreen
from ppid_tui.screens.draft_card import ask_until_kept
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place
from ppid_tui.screens.reason import ask_reason

MISSING = (FormField("what", "Apa yang perlu dilengkapi pemohon", FieldKind.LONG, True),)
WAITS = (
    FormField("whom", "Siapa yang ditunggu", required=True),
    FormField("what", "Apa yang ditunggu", FieldKind.LONG, True),
)
GIVEN = (
    FormField("to", "Diterima oleh", required=True),
    FormField("on", "Tanggal diserahkan", FieldKind.DATE, True),
)
EXTENDS = "Waktu bertambah {days} hari kerja, satu kali saja. Alasannya tertulis di surat perpanjangan."
WITHDRAWS = "Permohonan selesai sebagai dibatalkan pemohon. Nomor dan jejaknya tetap ada."
REOPENS = "Permohonan berjalan lagi dengan batas waktu semula. Yang sudah ditentukan tetap ada dan dapat diubah."


async def ask_to_complete(place: Place, request: Request) -> str:
    """Write down what is missing: the letter asks for it."""
    days = place.office.profile.completion_days
    kept = await ask_until_kept(
        place, f"kelengkapan {request.id}", f"Minta kelengkapan ({days} hari kerja)", MISSING,
        {"what": "; ".join(lacking(request))},
        lambda told: requests.ask_to_complete(place.office, request, told["what"], place.officer, place.at()),
    )  # fmt: skip
    return "Surat ketidaklengkapan siap dicetak: F9." if kept else ""


async def resume(place: Place, request: Request) -> str:
    """What it waited for is there."""
    question = f"{waiting_words(request)}. Sudah ada?"
    if not await place.app.push_screen_wait(ConfirmScreen(question, yes="Sudah, lanjutkan", no="Belum")):
        return ""
    resumed = requests.resume(place.office, request, place.officer, place.at())
    if request.waiting and request.waiting.whom == REQUESTER:
        await amend(place, resumed)
        return "Isi yang dilengkapi pemohon, lalu F8."
    brought = request_items.with_cases(place.office, resumed, place.officer, place.at())
    return "Permohonan dilanjutkan." if brought == resumed else "Dokumen hasil pekerjaannya sudah dilampirkan."


async def wait(place: Place, request: Request) -> str:
    """Write down for whom and for what it waits."""
    kept = await ask_until_kept(
        place, f"menunggu {request.id}", "Permohonan ini menunggu", WAITS, {},
        lambda told: requests.wait(place.office, request, told["whom"], told["what"], place.officer, place.at()),
    )  # fmt: skip
    return "Dicatat. Batas waktunya tetap berjalan." if kept else ""


async def extend(place: Place, request: Request) -> str:
    """Ask why."""
    effect = EXTENDS.format(days=place.office.profile.extension_days)
    reason = await ask_reason(place, "Perpanjang waktu: mengapa?", effect)
    if not reason:
        return ""
    longer = requests.extend(place.office, request, reason, place.officer, place.at())
    return f"Diperpanjang sampai {long_date(longer.extended_until)}. F9 mencetak suratnya."


async def hand_over(place: Place, request: Request) -> str:
    """To whom, and when."""
    office, today = place.office, place.at().date()
    receiver = request.attorney.name if request.attorney else request.requester.name
    kept = await ask_until_kept(
        place, f"penyerahan {request.id}", "Penyerahan informasi", GIVEN,
        {"to": receiver, "on": long_date(today)},
        lambda told: request_items.hand_over(
            office, request, read_day(told["on"], today) or today, told["to"], place.officer, place.at()
        ),
    )  # fmt: skip
    return "Penyerahan dicatat. F9 mencetak tanda bukti penyerahan." if kept else ""


async def number_letter(place: Place, request: Request) -> str:
    """Which letter, and its number."""
    open_kinds = list(dict.fromkeys(letter.kind for letter in request.letters if not letter.number))
    kind = await _which(place, open_kinds)
    if kind is None:
        return ""
    fields = (FormField("number", f"Nomor {LETTERS[kind].lower()}", required=True),)
    kept = await ask_until_kept(
        place, f"nomor surat {request.id} {kind}", LETTERS[kind], fields, {},
        lambda told: requests.number_letter(place.office, request, kind, told["number"], place.officer, place.at()),
    )  # fmt: skip
    return "Nomor surat dicatat." if kept else ""


async def amend(place: Place, request: Request) -> str:
    """The form once more."""
    from ppid_tui.screens.request_form import RequestFormScreen

    place.app.push_screen(RequestFormScreen(request))
    return ""


async def withdraw(place: Place, request: Request) -> str:
    """Ask why."""
    reason = await ask_reason(place, "Batalkan permohonan: mengapa?", WITHDRAWS)
    if not reason:
        return ""
    requests.withdraw(place.office, request, reason, place.officer, place.at())
    return "Permohonan dibatalkan. Ctrl+L dapat membukanya kembali."


async def reopen(place: Place, request: Request) -> str:
    """Ask why."""
    reason = await ask_reason(place, "Buka kembali permohonan: mengapa?", REOPENS)
    if not reason:
        return ""
    requests.reopen(place.office, request, reason, place.officer, place.at())
    return "Permohonan dibuka kembali."


async def show_trail(place: Place, request: Request) -> str:
    """Who changed it, and what."""
    from ppid_tui.screens.trail import TrailScreen

    place.app.push_screen(TrailScreen(("requests", request.id)))
    return ""


async def _which(place: Place, kinds: list[LetterKind]) -> LetterKind | None:
    if len(kinds) < 2:
        return next(iter(kinds), None)
    chosen = await place.app.push_screen_wait(MenuScreen("Surat yang mana?", [LETTERS[kind] for kind in kinds]))
    return None if chosen is None else kinds[chosen]
