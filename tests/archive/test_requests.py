"""How a request goes from its first word to its last, and what it may not do on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from archive import requests as steps
from archive.request_model import (
    LetterKind,
    Refusal,
    Request,
    Requester,
    RequestItem,
    RequestOutcome,
    RequestState,
)
from archive.request_numbers import Taken, next_number, numbered, pattern_fault
from archive.request_terms import Terms
from archive.requests import RequestError
from archive.workdays import load_calendar

TODAY = date(2026, 3, 2)
TERMS = Terms(load_calendar())
PERSON = Requester("Wati Umpama", "Jalan Contoh 5")
ASKED = Request("", TODAY, PERSON, (RequestItem("anggaran"), RequestItem("daftar penerima")))
PRIVATE = Refusal("h", consequence="diketahui umum", consent="Tidak menyetujui", article_18="bukan")


def registered(asked: Request = ASKED) -> Request:
    return steps.registered(asked, TERMS, TODAY).request


def settled(*outcomes: RequestOutcome) -> Request:
    request = registered(replace(ASKED, items=tuple(RequestItem(f"hal {n}") for n, _ in enumerate(outcomes))))
    for number, outcome in enumerate(outcomes):
        request = steps.settle(request, number, answered(outcome)).request
    return request


def answered(outcome: RequestOutcome) -> RequestItem:
    refusal = PRIVATE if outcome in (steps.PARTLY, steps.REFUSED) else None
    return RequestItem("hal", outcome, (1,), "nanti", holder="Dinas Contoh", refusal=refusal)


def test_a_request_is_due_ten_working_days_after_it_came_cuti_bersama_counted_out() -> None:
    assert registered().due == date(2026, 3, 16)
    assert registered(replace(ASKED, received=date(2026, 2, 27))).due == date(2026, 3, 13)
    over_lebaran = steps.registered(replace(ASKED, received=date(2026, 3, 12)), TERMS, date(2026, 3, 12))
    assert over_lebaran.request.due == date(2026, 4, 2)


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (replace(ASKED, received=date(2026, 3, 3)), "tidak boleh sesudah hari ini"),
        (replace(ASKED, requester=Requester(" ", "Jalan Contoh 5")), "nama pemohon"),
        (replace(ASKED, requester=Requester("Wati")), "alamat pemohon"),
        (replace(ASKED, items=(RequestItem(" "),)), "informasi yang diminta"),
    ],
)
def test_what_a_request_must_have_is_said(broken: Request, words: str) -> None:
    with pytest.raises(RequestError, match=words):
        registered(broken)


def test_the_requester_has_three_working_days_to_complete_and_the_term_runs_on() -> None:
    asked = steps.ask_to_complete(registered(), "NIK", TERMS, TODAY).request
    assert (asked.state, asked.due) == (RequestState.WAITING, registered().due)
    assert asked.waiting and (asked.waiting.whom, asked.waiting.until) == ("pemohon", date(2026, 3, 5))
    assert asked.letter(LetterKind.INCOMPLETE)
    assert steps.resume(asked).request.state is RequestState.IN_PROGRESS


def test_a_request_is_extended_once_in_time_and_with_a_reason() -> None:
    longer = steps.extend(registered(), " hardcopy di gudang ", TERMS, date(2026, 3, 16)).request
    assert longer.extended_until == date(2026, 4, 1)  # 7 working days after the 16th, over Nyepi and Idul Fitri
    assert (longer.state, longer.extension_reason) == (RequestState.EXTENDED, "hardcopy di gudang")
    waiting = steps.wait(longer, "gudang", "hardcopy", TODAY).request
    assert steps.resume(waiting).request.state is RequestState.EXTENDED
    with pytest.raises(RequestError, match="hanya boleh satu kali"):
        steps.extend(longer, "lagi", TERMS, TODAY)
    with pytest.raises(RequestError, match="alasan"):
        steps.extend(registered(), " ", TERMS, TODAY)
    with pytest.raises(RequestError, match="sudah lewat"):
        steps.extend(registered(), "terlambat", TERMS, date(2026, 3, 17))


@pytest.mark.parametrize(
    ("outcomes", "whole"),
    [
        ((steps.GRANTED, steps.GRANTED), steps.GRANTED),
        ((steps.GRANTED, steps.REFUSED), steps.PARTLY),
        ((steps.PARTLY,), steps.PARTLY),
        ((steps.NOT_HELD, steps.REFUSED), steps.REFUSED),
        ((steps.NOT_HELD, steps.NOT_DOCUMENTED), steps.NOT_DOCUMENTED),
        ((steps.NOT_HELD,), steps.NOT_HELD),
    ],
)
def test_how_a_request_ended_follows_from_its_items(
    outcomes: tuple[RequestOutcome, ...], whole: RequestOutcome
) -> None:
    done = steps.answer(settled(*outcomes), TODAY, TODAY).request
    assert (done.state, done.outcome, done.answered) == (RequestState.DONE, whole, TODAY)
    refused = any(item.refusal for item in done.items)
    assert bool(done.letter(LetterKind.REFUSAL)) is refused


def test_nothing_is_answered_while_an_item_has_no_answer() -> None:
    with pytest.raises(RequestError, match="butir 1, 2"):
        steps.answer(registered(), TODAY, TODAY)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (RequestItem("x", steps.GRANTED), "Pilih dokumen"),
        (RequestItem("x", steps.PARTLY, refusal=PRIVATE), "salinan untuk publik"),
        (RequestItem("x", steps.REFUSED), "alasan penolakannya"),
        (RequestItem("x", steps.REFUSED, refusal=replace(PRIVATE, letter="k")), "a sampai j"),
        (RequestItem("x", steps.REFUSED, refusal=replace(PRIVATE, consequence=" ")), "akibatnya"),
        (RequestItem("x", steps.REFUSED, refusal=replace(PRIVATE, article_18="")), "tidak pernah dikecualikan"),
        (RequestItem("x", steps.REFUSED, refusal=replace(PRIVATE, consent="")), "persetujuan tertulis"),
        (RequestItem("x", steps.REFUSED, refusal=replace(PRIVATE, letter="j")), "undang-undang lain"),
        (RequestItem("x", steps.NOT_HELD), "badan publik yang menguasainya"),
        (RequestItem("x", steps.NOT_DOCUMENTED), "Buka pekerjaan"),
    ],
)
def test_an_item_says_what_its_answer_lacks(item: RequestItem, words: str) -> None:
    with pytest.raises(RequestError, match=words):
        steps.settle(registered(), 0, item)


def test_only_what_was_granted_is_handed_over_and_not_before_it_came() -> None:
    done = steps.answer(settled(steps.GRANTED), TODAY, TODAY).request
    given = steps.hand_over(done, TODAY, "Wati", "Rina", TODAY).request
    assert (given.given, given.given_to, given.given_by) == (TODAY, "Wati", "Rina")
    with pytest.raises(RequestError, match="antara"):
        steps.hand_over(done, date(2026, 3, 3), "Wati", "Rina", TODAY)
    with pytest.raises(RequestError, match="Tidak ada informasi"):
        steps.hand_over(steps.answer(settled(steps.REFUSED), TODAY, TODAY).request, TODAY, "Wati", "Rina", TODAY)


def test_a_closed_request_is_opened_again_with_a_reason_and_keeps_what_was_decided() -> None:
    done = steps.answer(settled(steps.GRANTED), TODAY, TODAY).request
    with pytest.raises(RequestError, match="alasannya"):
        steps.reopen(done, " ")
    with pytest.raises(RequestError, match="sudah selesai"):
        steps.withdraw(done, "salah")
    opened = steps.reopen(done, "salah dokumen").request
    assert (opened.state, opened.outcome, opened.answered) == (RequestState.IN_PROGRESS, RequestOutcome.NONE, None)
    assert opened.items == done.items and opened.due == done.due
    assert steps.withdraw(opened, "tidak perlu lagi").request.outcome is RequestOutcome.WITHDRAWN


def test_a_letter_gets_its_number_when_it_comes() -> None:
    done = steps.answer(settled(steps.REFUSED), TODAY, TODAY, number="555/1").request
    numbers = steps.number_letter(done, LetterKind.REFUSAL, "SK 7").request.letters
    assert [(one.kind, one.number) for one in numbers] == [(LetterKind.ANSWER, "555/1"), (LetterKind.REFUSAL, "SK 7")]
    with pytest.raises(RequestError, match="belum dibuat"):
        steps.number_letter(done, LetterKind.EXTENSION, "1")


# Numbers


def test_numbers_follow_each_other_and_begin_anew_with_the_year() -> None:
    pattern = "{urut:03}/PPID/{bulan}/{tahun}"
    assert next_number(pattern, [], TODAY) == (1, "001/PPID/III/2026")
    taken = [Taken("009/PPID/XII/2025", 9, date(2025, 12, 30)), Taken("001/PPID/I/2026", 1, date(2026, 1, 5))]
    assert next_number(pattern, taken, TODAY) == (2, "002/PPID/III/2026")
    assert next_number(pattern, taken, date(2025, 12, 31)) == (10, "010/PPID/XII/2025")


def test_a_pattern_without_the_year_never_begins_anew() -> None:
    taken = [Taken("P-9", 9, date(2025, 12, 30))]
    assert next_number("P-{urut}", taken, TODAY) == (10, "P-10")


def test_a_number_that_another_pattern_gave_is_not_given_twice() -> None:
    assert next_number("{urut}/{tahun}", [Taken("1/2026", 0, TODAY)], TODAY) == (2, "2/2026")


@pytest.mark.parametrize("pattern", ["PPID/{tahun}", "{urut}/{bagian}", "{urut", "{urut:x9}", "{}/{urut}", "{urut!z}"])
def test_a_pattern_that_makes_no_numbers_is_told(pattern: str) -> None:
    assert pattern_fault(pattern)


def test_a_pattern_that_does_is_not() -> None:
    assert not pattern_fault("{urut:03}/PPID/{bulan}/{tahun}")
    assert numbered("{urut:03}/PPID", 7, TODAY) == "007/PPID"
