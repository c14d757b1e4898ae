"""Objections and disputes: pure, as the request is (UU 14/2008 articles 35 to 38)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from archive.request_model import Dispute, Keberatan, KeberatanDecision, LetterKind, OutgoingLetter, PassedOn, Request
from archive.request_terms import Terms
from archive.requests import Moved, RequestError

GROUNDS = "abcdefg"


def last_day_to_object(request: Request, terms: Terms) -> date:
    """The requester's last day: counted from the answer, or from the day by which there should have been one."""
    reason = request.answered or request.extended_until or request.due or request.received
    return terms.after(reason, terms.objection)


def object_to(request: Request, objection: Keberatan, terms: Terms, today: date) -> Moved:
    """Somebody objects; its number is still open. Raises RequestError.

    Whether it comes too late is for the superior to judge: it is registered in any case.
    """
    earlier = request.keberatan
    _require(earlier is None or earlier.answered is not None, "Keberatan atas permohonan ini belum dijawab.")
    _require(earlier is None, "Keberatan atas permohonan ini sudah pernah diajukan dan dijawab.")
    ground = "".join(sorted(set(objection.ground.lower()) - set(" ,.;")))
    _require(bool(ground) and set(ground) <= set(GROUNDS), "Isi alasan keberatan: huruf a sampai g.")
    _require(
        request.received <= objection.received <= today,
        "Tanggal keberatan antara tanggal permohonan dan hari ini.",
    )
    due = terms.after(objection.received, terms.objection_answer)
    return _moved(request, replace(objection, ground=ground, due=due), "mendaftarkan keberatan")


def pass_on(request: Request, to: str, on: date, today: date, letter: str = "") -> Moved:
    """It is handed to the superior, where they sit elsewhere. Raises RequestError."""
    objection = _running(request)
    _require(bool(to.strip()), "Tulis kepada siapa keberatan diteruskan.")
    _require(objection.received <= on <= today, "Tanggal diteruskan antara tanggal keberatan dan hari ini.")
    passed = replace(objection, passed_on=PassedOn(to.strip(), on, letter.strip()))
    moved = _moved(request, passed, "meneruskan keberatan", to.strip())
    return replace(moved, request=_with_letter(moved.request, LetterKind.PASSED_ON, on, letter))


def answer_objection(request: Request, answered: Keberatan, terms: Terms, today: date) -> Moved:
    """The superior answers, or it ends otherwise; what of ``answered`` tells it is kept. Raises RequestError."""
    objection = _running(request)
    on = answered.answered
    _require(answered.decision is not KeberatanDecision.NONE, "Pilih dahulu keputusannya.")
    if on is None or not objection.received <= on <= today:
        raise RequestError("Tanggal tanggapan antara tanggal keberatan dan hari ini.")
    _require(bool(answered.superior.strip()), "Tulis nama Atasan PPID yang menjawab.")
    told = replace(
        objection,
        answered=on,
        decision=answered.decision,
        answer=answered.answer.strip(),
        order=answered.order.strip(),
        superior=answered.superior.strip(),
        superior_position=answered.superior_position.strip(),
        answer_number=answered.answer_number.strip(),
        dispute_until=terms.after(on, terms.dispute),
    )
    moved = _moved(request, told, "mencatat tanggapan keberatan", told.answer_number)
    return replace(moved, request=_with_letter(moved.request, LetterKind.KEBERATAN_ANSWER, on, told.answer_number))


def reply(request: Request, words: str) -> Moved:
    """What the requester says to the superior's answer (column 11 of the register). Raises RequestError."""
    objection = _answered(request)
    _require(bool(words.strip()), "Tulis dahulu tanggapan pemohon.")
    return _moved(request, replace(objection, reply=words.strip()), "mencatat tanggapan pemohon")


def dispute(request: Request, filed: date, today: date, number: str = "") -> Moved:
    """The requester went to the Komisi Informasi: after the answer, or after 30 working days without one.

    Raises RequestError.
    """
    objection = _objected(request)
    _require(objection.dispute is None, "Sengketa atas permohonan ini sudah dicatat.")
    _require(objection.received <= filed <= today, "Tanggal sengketa antara tanggal keberatan dan hari ini.")
    return _moved(request, replace(objection, dispute=Dispute(filed, number.strip())), "mencatat sengketa", number)


def end_dispute(request: Request, ended: date, result: str, today: date) -> Moved:
    """The Komisi Informasi has decided, or it was settled there. Raises RequestError."""
    objection = _objected(request)
    if objection.dispute is None:
        raise RequestError("Belum ada sengketa atas permohonan ini.")
    _require(objection.dispute.filed <= ended <= today, "Tanggal putusan antara tanggal sengketa dan hari ini.")
    _require(bool(result.strip()), "Tulis dahulu isi putusannya.")
    closed = replace(objection.dispute, ended=ended, result=result.strip())
    return _moved(request, replace(objection, dispute=closed), "mencatat putusan sengketa", result.strip())


def _objected(request: Request) -> Keberatan:
    if request.keberatan is None:
        raise RequestError("Belum ada keberatan atas permohonan ini.")
    return request.keberatan


def _running(request: Request) -> Keberatan:
    objection = _objected(request)
    _require(objection.answered is None, "Keberatan ini sudah dijawab.")
    return objection


def _answered(request: Request) -> Keberatan:
    objection = _objected(request)
    _require(objection.answered is not None, "Keberatan ini belum dijawab.")
    return objection


def _moved(request: Request, objection: Keberatan, words: str, note: str = "") -> Moved:
    return Moved(replace(request, keberatan=objection), words, note.strip())


def _with_letter(request: Request, kind: LetterKind, on: date, number: str) -> Request:
    return replace(request, letters=(*request.letters, OutgoingLetter(kind, on, number.strip())))


def _require(holds: bool, words: str) -> None:
    if not holds:
        raise RequestError(words)
