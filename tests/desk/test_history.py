"""The trail as officers read it, and forgetting a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from archive.model import InformationClass, Right
from archive.request_model import Keberatan, Request, Requester, RequestItem, RequestState
from ppid_tui.desk.cases import attach, detach, start_case
from ppid_tui.desk.describing import NotYetPast, describe
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.forgetting import AGREED, CannotForget, forget, is_forgotten
from ppid_tui.desk.history import EXEMPT_USE, PAGE, Sought, Told, history
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.people import sign_in
from ppid_tui.desk.register import sheet
from ppid_tui.desk.serving import note_exempt_use
from tests.small_office import AT, ATASAN, PETUGAS, PINS, PPID, SECRET, TRAVEL, UNDECIDED, document, officer

LATER = AT + timedelta(days=1)


def seen(office: Office, who: str, sought: Sought = Sought(), older_than: int = 0) -> list[Told]:  # noqa: B008
    return list(history(office, sought, Viewer(officer(office, who)), older_than).told)


def said(told: list[Told]) -> str:
    return "\n".join(f"{one.about} {one.summary} {one.changes}" for one in told)


def request(office: Office, state: RequestState = RequestState.DONE, keberatan: Keberatan | None = None) -> Request:
    """A finished request by an invented person."""
    person = Requester("Warga Contoh", "Jalan Contoh 2", "kontak@contoh", "pedagang", "nomor-contoh")
    new = Request("001/CONTOH", date(2026, 2, 2), person, (RequestItem("anggaran"),), state=state, keberatan=keberatan)
    return office.records.requests.add(new, "mencatat permohonan", PETUGAS, AT)


def test_a_change_is_told_with_who_when_and_what_in_plain_words(office: Office) -> None:
    travel = document(office, TRAVEL)
    (change, taken) = seen(office, PETUGAS, Sought(("documents", travel.id)))
    assert (change.entry.by, change.entry.at, change.entry.action) == (PPID, AT, "menetapkan klasifikasi")
    assert "klasifikasi: belum ditetapkan → berkala" in change.summary
    assert "tanggal: (kosong) → 8 April 2024" in change.summary
    assert change.about == f"dokumen “{TRAVEL}”"
    assert taken.new


def test_the_newest_stands_first_and_what_is_sought_may_be_a_part(office: Office) -> None:
    sequences = [one.entry.sequence for one in seen(office, PPID)]
    assert sequences == sorted(sequences, reverse=True)
    found = seen(office, PPID, Sought(by="bayu", action="klasifikasi", day_from=AT.date(), day_to=AT.date()))
    assert {one.entry.by for one in found} == {PPID}
    assert seen(office, PPID, Sought(day_from=LATER.date())) == []


def test_of_an_exempt_document_nothing_is_told_to_who_may_not_see_it(office: Office) -> None:
    secret = ("documents", document(office, SECRET).id)
    note_exempt_use(office, "gratifikasi", officer(office, PPID), AT)
    assert seen(office, PPID, Sought(secret))
    assert SECRET in said(seen(office, PPID))
    assert seen(office, PETUGAS, Sought(secret)) == []
    everything = seen(office, PETUGAS)
    assert "gratifikasi" not in said(everything).lower()
    assert EXEMPT_USE not in {one.entry.action for one in everything}


def test_a_document_that_was_opened_keeps_to_itself_what_it_was_while_exempt(office: Office) -> None:
    decider = officer(office, PPID)
    secret = document(office, SECRET)
    opened = replace(secret, title="Ringkasan Hasil", information_class=InformationClass.BERKALA, exemption=None)
    describe(office, opened, decider, LATER)
    describe(office, replace(opened, summary="untuk umum"), decider, LATER)
    (told,) = seen(office, PETUGAS, Sought(("documents", secret.id)))
    assert "untuk umum" in told.summary
    assert SECRET not in said(seen(office, PETUGAS))


def test_a_case_does_not_tell_that_an_exempt_document_was_put_to_it(office: Office) -> None:
    clerk = officer(office, PETUGAS)
    case = start_case(office, "Pendokumentasian Contoh", clerk, AT)
    case = attach(office, case, (document(office, SECRET),), clerk, AT)
    case = attach(office, case, (document(office, TRAVEL),), clerk, AT)
    detach(office, case, document(office, SECRET), clerk, AT)
    mine = seen(office, PETUGAS, Sought(("cases", case.id)))
    assert [one.entry.action for one in mine] == ["melampirkan dokumen", "membuka pekerjaan"]
    assert TRAVEL in said(mine)
    assert SECRET not in said(mine)
    assert len(seen(office, PPID, Sought(("cases", case.id)))) == 4


def test_what_officers_do_at_the_door_is_for_administrators_and_no_pin_is_ever_told(office: Office) -> None:
    clerk = officer(office, PETUGAS)
    sign_in(office, clerk.id, PINS[PETUGAS], AT)
    assert office.may(officer(office, PPID), Right.ADMINISTER)
    assert not office.may(clerk, Right.ADMINISTER)
    (enrolled,) = seen(office, PPID, Sought(("officers", clerk.id), action="mendaftarkan"))
    assert [c.after for c in enrolled.changes if c.label == "PIN"] == ["dirahasiakan"]
    assert {one.entry.table for one in seen(office, PETUGAS)} == {"documents"}


def test_in_citizen_mode_there_is_no_trail(office: Office) -> None:
    page = history(office, Sought(), Viewer(officer(office, PPID), citizen=True))
    assert (page.told, page.more) == ((), False)


def test_a_long_life_is_read_page_by_page_and_each_entry_once(office: Office) -> None:
    clerk, travel = officer(office, PETUGAS), document(office, TRAVEL)
    for n in range(1, 3 * PAGE):
        office.records.trail.append(AT, clerk.name, "memberikan dokumen", "documents", travel.id, note=str(n))
        if n % 7 == 0:
            office.records.trail.append(AT, PPID, "melihat", "documents", document(office, SECRET).id)
    read, below, more = [], 0, True
    while more:
        page = history(office, Sought(("documents", travel.id)), Viewer(clerk), below)
        read += [one.entry.sequence for one in page.told]
        below, more = read[-1], page.more
        assert len(page.told) <= PAGE
    assert len(read) == len(set(read)) == 3 * PAGE - 1 + 2
    assert read == sorted(read, reverse=True)


def test_personal_data_is_never_shown_in_the_trail(office: Office) -> None:
    kept = request(office)
    (told,) = seen(office, PETUGAS, Sought(("requests", kept.id)))
    assert "Warga" not in said([told])
    assert "hmac" not in said([told])
    assert [c.after for c in told.changes if c.label == "pemohon: nama"] == ["data pribadi"]


def test_a_person_is_forgotten_and_the_reason_and_the_chain_stay(office: Office) -> None:
    kept = request(office)
    assert forget(office, kept, "surat pemohon", officer(office, PPID), LATER) == ""
    gone = office.records.requests.get(kept.id)
    assert gone
    assert is_forgotten(gone)
    assert ("Pemohon", "data pribadi sudah dihapus") in sheet(office, gone, AT.date())
    assert gone.items == kept.items
    erased, agreed, _ = seen(office, PPID, Sought(("requests", kept.id)))
    assert (agreed.entry.action, agreed.entry.note) == (AGREED, "surat pemohon")
    assert "data pribadi → (kosong)" in erased.summary
    assert office.records.trail.problems() == []
    with pytest.raises(CannotForget, match="sudah dihapus"):
        forget(office, gone, "sekali lagi", officer(office, PPID), LATER)


@pytest.mark.parametrize("who", [PETUGAS, ATASAN])
def test_only_an_administrator_forgets(office: Office, who: str) -> None:
    with pytest.raises(NotAllowed):
        forget(office, request(office), "surat", officer(office, who), LATER)


def test_nobody_is_forgotten_while_an_answer_is_owed_or_without_a_reason(office: Office) -> None:
    admin = officer(office, PPID)
    with pytest.raises(CannotForget, match="belum selesai"):
        forget(office, request(office, RequestState.IN_PROGRESS), "surat", admin, LATER)
    with pytest.raises(CannotForget, match="Keberatan"):
        forget(office, request(office, keberatan=Keberatan("1", AT.date(), "a")), "surat", admin, LATER)
    with pytest.raises(CannotForget, match="alasan"):
        forget(office, request(office), " ", admin, LATER)


def test_a_document_is_never_received_in_the_future_unless_the_clock_is_known_to_be_wrong(office: Office) -> None:
    clerk, paper = officer(office, PETUGAS), document(office, UNDECIDED)
    coming = replace(paper, received_at=datetime(2026, 3, 5))
    with pytest.raises(NotYetPast, match=r"5 Maret 2026 belum tiba: hari ini 3 Maret 2026"):
        describe(office, coming, clerk, LATER)
    flat_battery = datetime(2020, 1, 1, 8)
    assert describe(office, coming, clerk, flat_battery).received_at == coming.received_at
