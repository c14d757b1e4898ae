"""An objection from the day it comes to the Komisi Informasi, each term in working days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from archive import keberatan as steps
from archive.request_model import Keberatan, KeberatanDecision, LetterKind, Request
from archive.requests import REFUSED, RequestError
from archive.requests import answer as answer_request
from tests.archive.test_requests import TERMS, TODAY, settled

LATER = date(2026, 3, 9)
OBJECTION = Keberatan("001/KEB/2026", LATER, "c, A", "Jawabannya tidak lengkap")
ANSWERED = Keberatan(
    "", LATER, "", answered=date(2026, 4, 1), decision=KeberatanDecision.REJECTED, superior="Sari", answer="Tetap"
)


def objected() -> Request:
    refused = answer_request(settled(REFUSED), TODAY, TODAY).request
    return steps.object_to(refused, OBJECTION, TERMS, LATER).request


def answered() -> Request:
    return steps.answer_objection(objected(), ANSWERED, TERMS, date(2026, 4, 1)).request


def test_the_superior_has_thirty_working_days_and_the_grounds_stand_in_order() -> None:
    objection = objected().keberatan
    assert objection and (objection.ground, objection.due) == ("ac", date(2026, 4, 28))


def test_the_requester_has_thirty_working_days_from_the_answer_or_from_when_it_was_due() -> None:
    refused = answer_request(settled(REFUSED), TODAY, TODAY).request
    assert steps.last_day_to_object(refused, TERMS) == date(2026, 4, 21)
    silent = replace(settled(REFUSED), due=TODAY)
    assert steps.last_day_to_object(silent, TERMS) == date(2026, 4, 21)


@pytest.mark.parametrize("ground", ["", "h", "a1", "-"])
def test_a_ground_is_a_letter_from_a_to_g(ground: str) -> None:
    refused = answer_request(settled(REFUSED), TODAY, TODAY).request
    with pytest.raises(RequestError, match="a sampai g"):
        steps.object_to(refused, replace(OBJECTION, ground=ground), TERMS, LATER)


def test_nobody_objects_twice_or_before_they_asked_or_tomorrow() -> None:
    with pytest.raises(RequestError, match="belum dijawab"):
        steps.object_to(objected(), OBJECTION, TERMS, LATER)
    with pytest.raises(RequestError, match="sudah pernah"):
        steps.object_to(answered(), OBJECTION, TERMS, LATER)
    refused = answer_request(settled(REFUSED), TODAY, TODAY).request
    for day in (date(2026, 3, 1), date(2026, 3, 10)):
        with pytest.raises(RequestError, match="Tanggal keberatan"):
            steps.object_to(refused, replace(OBJECTION, received=day), TERMS, LATER)


def test_it_is_passed_on_to_a_superior_elsewhere_with_a_letter() -> None:
    passed = steps.pass_on(objected(), "Sekretaris Daerah", LATER, LATER, "180/7").request
    assert passed.keberatan and passed.keberatan.passed_on
    assert passed.keberatan.passed_on.to == "Sekretaris Daerah"
    assert passed.keberatan.due == date(2026, 4, 28)
    letter = passed.letter(LetterKind.PASSED_ON)
    assert letter and letter.number == "180/7"


def test_after_the_answer_the_requester_has_fourteen_working_days_for_a_dispute() -> None:
    objection = answered().keberatan
    assert objection and objection.decision is KeberatanDecision.REJECTED
    assert objection.dispute_until == date(2026, 4, 22)  # Good Friday lies between
    with pytest.raises(RequestError, match="sudah dijawab"):
        steps.answer_objection(answered(), ANSWERED, TERMS, date(2026, 4, 1))


def test_an_answer_names_its_superior_its_decision_and_a_day_that_has_come() -> None:
    for broken, words in (
        (replace(ANSWERED, superior=" "), "Atasan PPID"),
        (replace(ANSWERED, decision=KeberatanDecision.NONE), "keputusannya"),
        (replace(ANSWERED, answered=date(2026, 4, 2)), "Tanggal tanggapan"),
    ):
        with pytest.raises(RequestError, match=words):
            steps.answer_objection(objected(), broken, TERMS, date(2026, 4, 1))


def test_a_dispute_is_filed_once_and_ends_with_its_result() -> None:
    day = date(2026, 4, 15)
    filed = steps.dispute(answered(), day, day, "KI/12").request
    with pytest.raises(RequestError, match="sudah dicatat"):
        steps.dispute(filed, day, day)
    with pytest.raises(RequestError, match="isi putusannya"):
        steps.end_dispute(filed, day, " ", day)
    ended = steps.end_dispute(filed, day, "Mediasi: sepakat", day).request
    assert ended.keberatan and ended.keberatan.dispute
    assert (ended.keberatan.dispute.number, ended.keberatan.dispute.result) == ("KI/12", "Mediasi: sepakat")
    with pytest.raises(RequestError, match="Belum ada sengketa"):
        steps.end_dispute(answered(), day, "x", day)


def test_what_the_requester_says_to_the_answer_is_kept() -> None:
    told = steps.reply(answered(), "Menerima").request
    assert told.keberatan and told.keberatan.reply == "Menerima"
    with pytest.raises(RequestError, match="belum dijawab"):
        steps.reply(objected(), "Menerima")
