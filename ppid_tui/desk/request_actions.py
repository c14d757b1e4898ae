"""What can be done with a request now, by this officer: the likely next first, then the lines of one menu."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from archive.model import Officer, Right
from archive.request_model import Request, RequestOutcome, RequestState
from ppid_tui.desk.office import Office
from ppid_tui.desk.request_form import lacking


class Act(StrEnum):
    """What may be done; the value is what the menu says."""

    COMPLETE = "Minta pemohon melengkapi"
    RESUME = "Lanjutkan: yang ditunggu sudah ada"
    SETTLE = "Tentukan jawaban butir {n}"
    ANSWER = "Jawab pemohon: pemberitahuan tertulis"
    GIVE = "Catat penyerahan informasi"
    EXTEND = "Perpanjang waktu, dengan alasan tertulis"
    WAIT = "Catat siapa dan apa yang ditunggu"
    LETTER = "Isi nomor surat keluar"
    AMEND = "Perbaiki data permohonan"
    WITHDRAW = "Batalkan: pemohon menarik permohonannya"
    REOPEN = "Buka kembali permohonan ini"
    OBJECT = "Daftarkan keberatan"
    PASS_ON = "Teruskan keberatan ke Atasan PPID"
    OBJECTION_ANSWER = "Catat tanggapan Atasan PPID"
    REPLY = "Catat tanggapan pemohon atas keberatannya"
    DISPUTE = "Catat sengketa di Komisi Informasi"
    DISPUTE_END = "Catat putusan Komisi Informasi"
    EVIDENCE = "Kumpulkan bukti untuk sengketa"
    TRAIL = "Lihat jejak perubahannya"


def possible(office: Office, request: Request, by: Officer, today: date) -> list[Act]:
    """All that this officer can do now, each once, the likely next first."""
    if not (office.may(by, Right.SERVE) or office.may(by, Right.DECIDE)):
        return [Act.TRAIL]
    acts = [*_running(request, today), *_objection(office, request), *_answered(request), *_rest(request, today)]
    if request.state is RequestState.WAITING and office.may(by, Right.DECIDE):
        acts = [Act.SETTLE, *acts] if undecided(request) is not None else acts
    return list(dict.fromkeys((*acts, Act.TRAIL)))


def words_of(act: Act, request: Request) -> str:
    """What the menu says."""
    return act.value.format(n=(undecided(request) or 0) + 1)


def undecided(request: Request) -> int | None:
    """The first item without an answer, from 0; None where each has one."""
    outcomes = [item.outcome for item in request.items]
    return outcomes.index(RequestOutcome.NONE) if RequestOutcome.NONE in outcomes else None


def unnumbered(request: Request) -> bool:
    """Whether a letter that was written has no number yet."""
    return any(not letter.number for letter in request.letters)


def _running(request: Request, today: date) -> Iterator[Act]:
    if request.state is RequestState.DONE:
        return
    if request.state is RequestState.WAITING:
        yield Act.RESUME
    elif request.state is RequestState.RECEIVED and lacking(request):
        yield Act.COMPLETE
    yield Act.SETTLE if undecided(request) is not None else Act.ANSWER
    if request.extended_until is None and today <= (request.due or today):
        yield Act.EXTEND


def _objection(office: Office, request: Request) -> Iterator[Act]:
    objection = request.keberatan
    if objection is None:
        return
    if objection.answered is None:
        if not objection.passed_on and office.profile.superior_elsewhere:
            yield Act.PASS_ON
        yield from (Act.OBJECTION_ANSWER, Act.PASS_ON)
    elif not objection.reply:
        yield Act.REPLY
    if objection.dispute is None:
        yield Act.DISPUTE
    elif objection.dispute.ended is None:
        yield Act.DISPUTE_END
    yield Act.EVIDENCE


def _answered(request: Request) -> Iterator[Act]:
    if request.state is not RequestState.DONE:
        return
    if request.outcome in (RequestOutcome.GRANTED, RequestOutcome.PARTLY) and not request.given:
        yield Act.GIVE


def _rest(request: Request, today: date) -> Iterator[Act]:
    done = request.state is RequestState.DONE
    if unnumbered(request):
        yield Act.LETTER
    if not done:
        yield from (Act.WAIT, Act.COMPLETE)
    yield Act.AMEND
    late = (request.extended_until or request.due or today) < today
    if request.keberatan is None and (done or late):
        yield Act.OBJECT
    yield Act.REOPEN if done else Act.WITHDRAW
