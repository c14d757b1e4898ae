"""Who signs on which day, and as what."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from archive.standing_in import Capacity, StandIn
from ppid_tui.desk.letterhead import signatory_of, signatory_values, with_signatories
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.profile import Signatory, read_profile
from ppid_tui.desk.signing import HEAD, signature
from tests.small_office import AT, ATASAN, PETUGAS, PPID, officer

DAY = date(2026, 3, 10)


def lend(office: Office, name: str, by: Capacity) -> None:
    """This officer stands in for the PPID from 9 to 13 March."""
    stand_in = StandIn("ppid", by, date(2026, 3, 9), date(2026, 3, 13))
    lent = replace(officer(office, name), position="Analis Informasi", stand_ins=(stand_in,))
    office.records.officers.change(lent, "menugaskan pengganti", PPID, AT)


def test_the_holder_of_the_role_signs_at_the_place_of_the_office(office: Office) -> None:
    place = signature(office, "atasan", DAY)
    assert (place.above, place.position, place.name) == ("Kota Contoh, 10 Maret 2026", "Atasan PPID,", ATASAN)


@pytest.mark.parametrize(
    ("by", "position"),
    [
        (Capacity.PLT, "Plt. PPID,"),
        (Capacity.PLH, "Plh. PPID,"),
        (Capacity.AN, "a.n. PPID\nAnalis Informasi,"),
    ],
)
def test_a_stand_in_signs_as_such_and_only_within_the_dates(office: Office, by: Capacity, position: str) -> None:
    lend(office, PETUGAS, by)
    assert (signature(office, "ppid", DAY).position, signature(office, "ppid", DAY).name) == (position, PETUGAS)
    after = signature(office, "ppid", date(2026, 3, 14))
    assert (after.position, after.name) == ("PPID,", PPID)


def test_the_head_signs_as_office_toml_says(office: Office) -> None:
    named = (
        Signatory("Wati Contoh", "Kepala Biro", active_until=date(2026, 3, 9)),
        Signatory("Tari Contoh", "Kepala Biro", "Plt.", date(2026, 3, 10)),
    )
    led = replace(office, profile=replace(office.profile, signatories=named))
    assert signature(led, HEAD, date(2026, 3, 9)).position == "Kepala Biro,"
    assert (signature(led, HEAD, DAY).position, signature(led, HEAD, DAY).name) == ("Plt. Kepala Biro,", "Tari Contoh")


def test_who_stands_in_for_the_head_signs_on_the_days_and_then_the_head_again(office: Office) -> None:
    typed = {"name": "Tari Contoh", "position": "Kepala Biro", "acting": "Plh.", "first": "9/3/2026"}
    with pytest.raises(ValueError, match="Isi tanggal terakhirnya"):
        signatory_of(typed, DAY)
    stand_in = signatory_of({**typed, "last": "13 Maret 2026"}, DAY)
    assert signatory_of(signatory_values(stand_in), DAY) == stand_in
    head = Signatory("Wati Contoh", "Kepala Biro")
    with pytest.raises(NotAllowed):
        with_signatories(office, (head, stand_in), officer(office, PETUGAS), AT)
    led = with_signatories(office, (head, stand_in), officer(office, PPID), AT)
    signs = [signature(led, HEAD, day).position for day in (DAY, date(2026, 3, 14))]
    assert signs == ["Plh. Kepala Biro,", "Kepala Biro,"]
    assert read_profile(office.home.profile).signatories == (head, stand_in)
    assert "Plh. Kepala Biro: Tari Contoh, 9 Maret 2026 sampai 13" in office.records.trail.find(limit=1)[0].note


def test_where_nobody_has_the_role_the_name_stays_open(office: Office) -> None:
    office.records.officers.change(replace(officer(office, ATASAN), roles=()), "mengubah peran", PPID, AT)
    assert (signature(office, "atasan", DAY).position, signature(office, "atasan", DAY).name) == ("Atasan PPID,", "")
