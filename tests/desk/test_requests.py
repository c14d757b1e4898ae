"""Requests at the desk: who may do what, what is given, which number, and what trail and calendar make of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from archive.model import InformationClass, Right
from archive.request_model import (
    Attorney,
    Keberatan,
    Refusal,
    Request,
    Requester,
    RequestItem,
    RequestOutcome,
    RequestState,
)
from archive.requests import RequestError
from ppid_tui.desk import evidence, objections, request_form, request_items, requests
from ppid_tui.desk.calendar_change import change_calendar
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.forgetting import forget
from ppid_tui.desk.history import Sought, history
from ppid_tui.desk.office import NotAllowed, Office, open_office
from ppid_tui.desk.profile import BadProfile, LocalHoliday, read_profile, write_profile
from ppid_tui.desk.register import Part, narrowed, register
from ppid_tui.desk.request_actions import Act, possible
from ppid_tui.desk.requesters import known_requesters
from tests.small_office import AT, PETUGAS, PPID, SECRET, TRAVEL, document, officer

WATI = Requester("Wati Umpama", "Jalan Contoh 5", "0800-CONTOH", identity_number="CONTOH-0001")
WANTED = (RequestItem("laporan perjalanan"), RequestItem("daftar penerima"))
ASKED = Request("", AT.date(), WATI, WANTED, purpose="penelitian")
REFUSAL = Refusal("i", consequence="Pembahasan terganggu", article_18="Bukan")
REFUSED = RequestItem("daftar penerima", RequestOutcome.REFUSED, refusal=REFUSAL)


def asked(office: Office, request: Request = ASKED, at: datetime = AT) -> Request:
    return requests.register_request(office, request, officer(office, PETUGAS), at)


def granted(office: Office) -> RequestItem:
    return RequestItem("laporan perjalanan", RequestOutcome.GRANTED, (document(office, TRAVEL).id,))


def answered(office: Office) -> Request:
    """A request of which one item was granted and the other refused."""
    request, clerk, decider = asked(office), officer(office, PETUGAS), officer(office, PPID)
    request = request_items.settle(office, request, 0, granted(office), clerk, AT)
    request = request_items.settle(office, request, 1, REFUSED, decider, AT)
    return requests.answer(office, request, AT.date(), clerk, AT, "555/1", "SK 1")


# Numbers, and who asks


def test_numbers_follow_each_other_whoever_gives_them(office: Office, office_home: Path) -> None:
    with closing(open_office(office_home)) as other:
        numbers = [asked(at).number for at in (office, other, office, other)]
    assert numbers == ["001/PPID/2026", "002/PPID/2026", "003/PPID/2026", "004/PPID/2026"]


def test_the_number_follows_the_pattern_of_the_office(office: Office) -> None:
    told = replace(office, profile=replace(office.profile, request_numbers="{urut:04}/PPID/{bulan}/{tahun}"))
    assert asked(told).number == "0001/PPID/III/2026"


def test_a_pattern_that_makes_no_numbers_is_told_with_its_field(office: Office) -> None:
    write_profile(replace(office.profile, request_numbers="PPID/{tahun}"), office.home.profile)
    with pytest.raises(BadProfile, match="request_numbers"):
        read_profile(office.home.profile)


def test_a_request_of_tomorrow_takes_no_number_and_leaves_nothing(office: Office) -> None:
    office.records.drafts.keep("formulir", {"name": "Wati"})
    late = replace(ASKED, received=date(2026, 3, 3))
    with pytest.raises(RequestError):
        requests.register_request(office, late, officer(office, PETUGAS), AT, "formulir")
    assert not office.records.requests.all() and not office.records.requesters.all()
    assert office.records.drafts.get("formulir") == {"name": "Wati"}
    assert asked(office).serial == 1


def test_who_comes_again_has_one_row_and_is_found_by_name_or_contact(office: Office) -> None:
    first = asked(office)
    moved = asked(office, replace(ASKED, requester=replace(WATI, id=0, address="Jalan Baru 9")))
    assert first.requester.id == moved.requester.id
    assert [one.address for one in known_requesters(office, "umpama wati")] == ["Jalan Baru 9"]
    assert known_requesters(office, "0800") and not known_requesters(office, "wa")
    assert requests.request_of(office, first.id).requester.address == "Jalan Contoh 5"
    other = asked(office, replace(ASKED, requester=replace(WATI, identity_number="CONTOH-0002")))
    assert other.requester.id != first.requester.id


def test_somebody_else_typed_over_a_known_person_takes_nothing_from_them(office: Office) -> None:
    known = asked(office).requester
    values = request_form.person_values(known) | {"name": "Budi Contoh", "identity_number": "", "wanted": "x"}
    assert request_form.filled_in(office, values, AT.date()).requester.id == 0


# Given and refused


def test_only_who_decides_refuses_and_says_that_the_office_has_it_not(office: Office) -> None:
    request, clerk = asked(office), officer(office, PETUGAS)
    elsewhere = RequestItem("x", RequestOutcome.NOT_HELD, holder="Dinas Contoh")
    for item in (REFUSED, elsewhere, replace(REFUSED, outcome=RequestOutcome.PARTLY, documents=(1,))):
        with pytest.raises(NotAllowed, match="PPID"):
            request_items.settle(office, request, 1, item, clerk, AT)
    settled = request_items.settle(office, request, 1, REFUSED, officer(office, PPID), AT)
    refusal = settled.items[1].refusal
    assert refusal and (refusal.decided_by, refusal.decided_on) == (PPID, AT.date())


def test_an_exempt_document_is_never_given_nor_one_that_became_exempt(office: Office) -> None:
    request, clerk = asked(office), officer(office, PETUGAS)
    secret = replace(granted(office), documents=(document(office, SECRET).id,))
    with pytest.raises(NotAllowed, match="Dikecualikan"):
        request_items.settle(office, request, 0, secret, officer(office, PPID), AT)
    done = answered(office)
    report = replace(document(office, TRAVEL), information_class=InformationClass.DIKECUALIKAN)
    office.records.documents.change(report, "uji", PPID, AT)
    with pytest.raises(NotAllowed):
        request_items.hand_over(office, done, AT.date(), "Wati", clerk, AT)
    assert requests.request_of(office, done.id).given is None


def test_the_trail_of_a_request_does_not_name_an_exempt_document_that_was_put_to_it(office: Office) -> None:
    decider, secret = officer(office, PPID), document(office, SECRET)
    request = request_items.add_document(office, asked(office), 0, secret, decider, AT)
    told = str(history(office, Sought(("requests", request.id)), Viewer(officer(office, PETUGAS))).told)
    assert "melampirkan dokumen" in told and SECRET not in told
    seen, hidden = request_items.documents_of(office, request.items[0], Viewer(officer(office, PETUGAS)))
    assert (seen, hidden) == ([], 1)


def test_a_part_is_given_only_where_there_is_a_public_copy(office: Office) -> None:
    part = replace(granted(office), outcome=RequestOutcome.PARTLY, refusal=REFUSAL)
    with pytest.raises(RequestError, match="salinan untuk publik"):
        request_items.settle(office, asked(office), 0, part, officer(office, PPID), AT)


def test_what_is_handed_over_stands_in_the_trail_of_its_document(office: Office) -> None:
    done = answered(office)
    given = request_items.hand_over(office, done, AT.date(), "Wati", officer(office, PETUGAS), AT)
    assert (given.given_to, given.outcome) == ("Wati", RequestOutcome.PARTLY)
    last = office.records.trail.find(("documents", document(office, TRAVEL).id))[0]
    assert last.note == f"permohonan {done.number}"


def test_what_is_not_documented_opens_a_case_that_knows_its_request(office: Office) -> None:
    waiting = request_items.document_it(office, asked(office), 1, officer(office, PETUGAS), AT)
    case = office.records.cases.get(waiting.items[1].case_id)
    assert case and case.request_id == waiting.id and "daftar penerima" in case.title
    assert waiting.state is RequestState.WAITING and waiting.waiting
    assert waiting.waiting.what == "pendokumentasian butir 2"


def test_the_likely_next_comes_first(office: Office) -> None:
    clerk, decider, today = officer(office, PETUGAS), officer(office, PPID), AT.date()
    bare = asked(office, replace(ASKED, purpose=""))
    assert possible(office, bare, clerk, today)[0] is Act.COMPLETE
    request = asked(office)
    assert possible(office, request, clerk, today)[0] is Act.SETTLE
    proposed = request_items.propose(office, request, 1, "tolak", clerk, AT)
    assert possible(office, proposed, clerk, today)[0] is Act.RESUME
    assert possible(office, proposed, decider, today)[0] is Act.SETTLE
    done = answered(office)
    assert possible(office, done, clerk, today)[0] is Act.GIVE
    assert Act.REOPEN in possible(office, done, clerk, today)
    with pytest.raises(NotAllowed):
        requests.reopen(office, done, "salah", clerk, AT)


# What was put right


def test_what_stood_on_the_form_is_put_right_and_the_term_follows_the_day_of_receipt(office: Office) -> None:
    request = request_items.settle(office, asked(office), 0, granted(office), officer(office, PETUGAS), AT)
    form = request_form.as_values(request)
    assert "CONTOH-0001" not in form.values()
    form |= {"received": "27 Februari 2026", "address": "Jalan Baru 9", "wanted": "laporan dinas\nnama penerima"}

    def change(now: Request) -> Request:
        return request_form.amended(office, now, form, AT.date())

    right = requests.amend(office, request.id, change, officer(office, PETUGAS), AT)
    assert (right.received, right.due) == (date(2026, 2, 27), date(2026, 3, 13))
    assert right.requester == replace(request.requester, address="Jalan Baru 9")
    assert [item.wanted for item in right.items] == ["laporan dinas", "nama penerima"]
    assert (right.items[0].outcome, right.number) == (RequestOutcome.GRANTED, request.number)
    form["wanted"] = "nama penerima"
    with pytest.raises(RequestError, match="tidak dapat dihapus"):
        requests.amend(office, request.id, change, officer(office, PETUGAS), AT)


# The register


def test_the_register_has_what_runs_out_first_on_top(office: Office) -> None:
    asked(office)
    asked(office, replace(ASKED, received=date(2026, 2, 2), items=(RequestItem("perjanjian hibah"),)))
    requests.withdraw(office, asked(office), "tidak perlu", officer(office, PETUGAS), AT)
    rows = register(office, officer(office, PPID))
    assert [row.serial for row in rows] == [2, 1, 3]
    found: Callable[[Part, str], list[int]] = lambda part, words: [  # noqa: E731
        one.serial for one in narrowed(rows, part, words, AT.date())
    ]
    assert (found(Part.LATE, ""), found(Part.DONE, ""), found(Part.RUNNING, "wati")) == ([2], [3], [2, 1])
    assert found(Part.ALL, "hibah 002") == [2]


# Objections


def objected(office: Office) -> Request:
    objection = Keberatan("", AT.date(), "a", "Alasannya tidak tepat", attorney=Attorney("Adi Kuasa"))
    return objections.register_objection(office, answered(office), objection, officer(office, PETUGAS), AT)


def test_cuti_bersama_announced_late_moves_the_clock_of_an_objection_and_of_what_is_to_be_completed(
    office: Office,
) -> None:
    request = objected(office)
    waiting = requests.ask_to_complete(office, asked(office), "NIK", officer(office, PETUGAS), AT)
    assert request.keberatan and waiting.waiting
    assert (request.keberatan.due, waiting.waiting.until) == (date(2026, 4, 21), date(2026, 3, 5))
    free = LocalHoliday(date(2026, 3, 4), "Cuti bersama tambahan", source="SKB perubahan")
    told = replace(office.profile, holidays=(*office.profile.holidays, free))
    admin = replace(officer(office, PPID), rights=tuple(Right))
    change_calendar(office, told, admin, AT, "SKB perubahan")
    moved, completed = (requests.request_of(office, one.id) for one in (request, waiting))
    assert moved.keberatan and moved.keberatan.due == date(2026, 4, 22)
    assert completed.waiting and completed.waiting.until == date(2026, 3, 6)
    last = office.records.trail.find(("requests", request.id))[0]
    assert (last.action, last.note) == ("batas waktu bergeser", "SKB perubahan")


def test_the_evidence_is_every_paper_with_a_list_and_the_trail(office: Office) -> None:
    folder, many = evidence.gather(office, objected(office), officer(office, PETUGAS), AT)
    listed = (folder / evidence.LISTED).read_text(encoding="utf-8")
    names = [path.name for path in sorted(folder.iterdir())]
    assert f"{many}. " in listed and "Keputusan penolakan, nomor SK 1" in listed
    assert any("Formulir keberatan" in name for name in names)
    assert len(list(folder.glob("*.pdf"))) >= 4
    assert "mendaftarkan keberatan" in (folder / "jejak perubahan.txt").read_text(encoding="utf-8")


# Forgetting


def test_who_is_forgotten_is_gone_from_the_requesters_too_but_not_while_another_request_needs_them(
    office: Office,
) -> None:
    clerk, admin = officer(office, PETUGAS), replace(officer(office, PPID), rights=tuple(Right))
    attorney = Attorney("Adi Kuasa", letter="SK-7")
    one, other = (asked(office, replace(ASKED, attorney=attorney)) for _ in range(2))
    one, other = (requests.withdraw(office, request, "selesai", clerk, AT) for request in (one, other))
    forget(office, one, "permintaan pemohon", admin, AT)
    assert [person.name for person in office.records.requesters.all()] == [WATI.name]
    forget(office, other, "permintaan pemohon", admin, AT)
    everything = (office.home.archive / "records.jsonl").read_text(encoding="utf-8")
    assert not any(trace in everything for trace in (WATI.name, WATI.contact, "Adi Kuasa", WATI.identity_number))
