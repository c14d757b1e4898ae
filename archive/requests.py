"""How a request goes from its first word to its last: pure, a request and what happens in, the next request out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from archive.refusals import refusal_fault
from archive.request_model import (
    Costs,
    LetterKind,
    OutgoingLetter,
    Request,
    RequestItem,
    RequestOutcome,
    RequestState,
    Waiting,
)
from archive.request_terms import Terms

GRANTED, PARTLY, REFUSED = RequestOutcome.GRANTED, RequestOutcome.PARTLY, RequestOutcome.REFUSED
NOT_HELD, NOT_DOCUMENTED = RequestOutcome.NOT_HELD, RequestOutcome.NOT_DOCUMENTED
REQUESTER = "pemohon"
"""For whom a request waits while something is missing from it."""


class RequestError(Exception):
    """Something that cannot be done with the request; the message is for the officer."""


@dataclass(frozen=True)
class Moved:
    """The request as it is next, and what the trail says of it."""

    request: Request
    words: str
    note: str = ""


def registered(request: Request, terms: Terms, today: date) -> Moved:
    """A new request with its term, its number still open. Raises RequestError."""
    _require(bool(request.requester.name.strip()), "Isi dahulu nama pemohon.")
    _require(bool(request.requester.address.strip()), "Isi dahulu alamat pemohon.")
    _require(any(item.wanted.strip() for item in request.items), "Isi dahulu informasi yang diminta.")
    _require(request.received <= today, "Tanggal diterima tidak boleh sesudah hari ini.")
    return Moved(replace(request, due=terms.after(request.received, terms.answer)), "mendaftarkan permohonan")


def begin(request: Request) -> Moved:
    """Somebody works on it."""
    return Moved(_running(_open(request)), "memproses permohonan")


def wait(request: Request, whom: str, what: str, today: date, until: date | None = None) -> Moved:
    """It waits for somebody. The term runs on. Raises RequestError."""
    _require(bool(whom.strip() and what.strip()), "Tulis siapa yang ditunggu, dan apa yang ditunggu.")
    waiting = Waiting(whom.strip(), what.strip(), today, until)
    return Moved(replace(_open(request), state=RequestState.WAITING, waiting=waiting), "menunggu", _told(waiting))


def ask_to_complete(request: Request, what: str, terms: Terms, today: date) -> Moved:
    """The requester is asked for what is missing, within the term for it. Raises RequestError."""
    moved = wait(request, REQUESTER, what, today, terms.after(today, terms.completion))
    return replace(moved, request=_written(moved.request, LetterKind.INCOMPLETE, today), words="meminta kelengkapan")


def resume(request: Request, note: str = "") -> Moved:
    """What it waited for has come. Raises RequestError."""
    _require(request.state is RequestState.WAITING, "Permohonan ini tidak sedang menunggu.")
    return Moved(_running(request), "melanjutkan permohonan", note.strip())


def extend(request: Request, reason: str, terms: Terms, today: date) -> Moved:
    """More time, once, for a reason that the requester is told before the term is over (article 22(8)).

    Raises RequestError.
    """
    _open(request)
    _require(request.extended_until is None, "Permohonan ini sudah diperpanjang; hanya boleh satu kali.")
    _require(bool(reason.strip()), "Tulis dahulu alasan perpanjangan: pemohon berhak mengetahuinya.")
    due = request.due or terms.after(request.received, terms.answer)
    _require(today <= due, "Batas waktunya sudah lewat: tidak dapat diperpanjang lagi. Jawablah secepatnya.")
    longer = replace(
        request, extended_until=terms.after(due, terms.extension), extension_reason=reason.strip(), due=due
    )
    return Moved(_written(_running(longer), LetterKind.EXTENSION, today), "memperpanjang waktu", reason.strip())


def settle(request: Request, number: int, item: RequestItem) -> Moved:
    """What becomes of item ``number`` (from 0). Raises RequestError saying what is lacking."""
    if fault := item_fault(item):
        raise RequestError(fault)
    items = (*request.items[:number], item, *request.items[number + 1 :])
    return Moved(replace(_running(_open(request)), items=items), "menentukan jawaban", f"butir {number + 1}")


def item_fault(item: RequestItem) -> str:
    """What the outcome of an item still lacks, in Indonesian; '' where it is complete."""
    if item.outcome is GRANTED and not (item.documents or item.reason.strip()):
        return "Pilih dokumen yang diberikan, atau tulis apa yang diberikan."
    if item.outcome is PARTLY and not item.documents:
        return "Pilih dokumen yang sebagian dapat diberikan: yang dipakai salinan untuk publik."
    if item.outcome in (PARTLY, REFUSED):
        return refusal_fault(item.refusal) if item.refusal else "Isi dahulu alasan penolakannya."
    if item.outcome is NOT_HELD and not item.holder.strip():
        return "Tulis badan publik yang menguasainya; bila tidak diketahui, tulis: tidak diketahui."
    if item.outcome is NOT_DOCUMENTED and not (item.case_id or item.reason.strip()):
        return "Buka pekerjaan untuk mendokumentasikannya, atau tulis kapan akan tersedia."
    return ""


def answer(
    request: Request,
    on: date,
    today: date,
    number: str = "",
    refusal_number: str = "",
    provide_days: int = 0,
    costs: Costs | None = None,
) -> Moved:
    """The written answer was given: the request is done. Raises RequestError."""
    lacking = [n for n, item in enumerate(request.items, 1) if item.outcome is RequestOutcome.NONE]
    _require(not lacking, f"Belum ada jawaban untuk butir {', '.join(map(str, lacking))}.")
    _require(request.received <= on <= today, "Tanggal jawaban antara tanggal diterima dan hari ini.")
    outcome = outcome_of(request.items)
    told = _written(_open(request), LetterKind.ANSWER, on, number)
    if any(item.refusal for item in request.items):
        told = _written(told, LetterKind.REFUSAL, on, refusal_number)
    done = replace(told, answered=on, provide_days=provide_days, costs=costs)
    return Moved(_closed(done, outcome), "menjawab permohonan", number)


def outcome_of(items: Iterable[RequestItem]) -> RequestOutcome:
    """How a request ended, from how its items did."""
    outcomes = {item.outcome for item in items}
    if outcomes == {GRANTED}:
        return GRANTED
    if outcomes & {GRANTED, PARTLY}:
        return PARTLY
    return next((one for one in (REFUSED, NOT_DOCUMENTED, NOT_HELD) if one in outcomes), RequestOutcome.NONE)


def hand_over(request: Request, on: date, to: str, by: str, today: date) -> Moved:
    """What was granted is handed over. Raises RequestError."""
    _require(request.outcome in (GRANTED, PARTLY), "Tidak ada informasi yang diberikan pada permohonan ini.")
    _require(bool(to.strip()), "Tulis siapa yang menerima.")
    _require(request.received <= on <= today, "Tanggal penyerahan antara tanggal diterima dan hari ini.")
    return Moved(replace(request, given=on, given_to=to.strip(), given_by=by), "menyerahkan informasi")


def withdraw(request: Request, reason: str) -> Moved:
    """The requester takes it back. Raises RequestError."""
    _require(bool(reason.strip()), "Tulis dahulu alasannya.")
    closed = _closed(_open(request), RequestOutcome.WITHDRAWN)
    return Moved(replace(closed, note=reason.strip()), "membatalkan permohonan", reason.strip())


def reopen(request: Request, reason: str) -> Moved:
    """It was closed too early: everything that was decided stays, and can be decided anew. Raises RequestError."""
    _require(request.state is RequestState.DONE, "Permohonan ini belum selesai.")
    _require(bool(reason.strip()), "Tulis dahulu alasannya.")
    opened = replace(request, outcome=RequestOutcome.NONE, answered=None, given=None, given_to="", given_by="")
    return Moved(_running(opened), "membuka kembali permohonan", reason.strip())


def number_letter(request: Request, kind: LetterKind, number: str) -> Moved:
    """The last letter of this kind has its number now. Raises RequestError."""
    _require(bool(number.strip()), "Tulis dahulu nomor suratnya.")
    letter = request.letter(kind)
    if letter is None:
        raise RequestError("Surat ini belum dibuat.")
    letters = tuple(replace(one, number=number.strip()) if one is letter else one for one in request.letters)
    return Moved(replace(request, letters=letters), "mencatat nomor surat", number.strip())


def _open(request: Request) -> Request:
    _require(request.state is not RequestState.DONE, "Permohonan ini sudah selesai. Buka kembali dahulu.")
    return request


def _running(request: Request) -> Request:
    state = RequestState.EXTENDED if request.extended_until else RequestState.IN_PROGRESS
    return replace(request, state=state, waiting=None)


def _closed(request: Request, outcome: RequestOutcome) -> Request:
    return replace(request, state=RequestState.DONE, outcome=outcome, waiting=None)


def _written(request: Request, kind: LetterKind, on: date, number: str = "") -> Request:
    return replace(request, letters=(*request.letters, OutgoingLetter(kind, on, number.strip())))


def _told(waiting: Waiting) -> str:
    return f"{waiting.whom}: {waiting.what}"


def _require(holds: bool, words: str) -> None:
    if not holds:
        raise RequestError(words)
