"""The two registers of the counter for a month, a year or all: as a paper to sign, and as data."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from archive.model import Officer, Right
from archive.request_model import Keberatan, Request
from ppid_tui.desk.office import Office
from ppid_tui.desk.period import Period
from ppid_tui.desk.request_sheets import CLERK, ppid_role
from ppid_tui.desk.signing import IDENTITY, signature
from ppid_tui.printouts.information_list import InformationList
from ppid_tui.printouts.labels import long_time
from ppid_tui.printouts.objection_register import objection_list
from ppid_tui.printouts.paper import Signature, SignaturePair
from ppid_tui.printouts.request_parts import Frame
from ppid_tui.printouts.request_register import register_list

ALL = "Seluruhnya"


def requests_list(office: Office, period: Period | None, by: Officer, at: datetime) -> InformationList:
    """The register of requests received in the period (None: all), in order of receipt; that it was made is kept.

    Raises NotAllowed for who neither serves nor decides.
    """
    found = [one for one in _in_order(office, by) if _falls(one.received, period)]
    _note(office, "membuat register permohonan", period, by, at)
    pair = signed_by_both(office, by, at)
    return register_list(_frame(office, by, at), office.profile.name, _words(period), found, pair)


def objections_list(office: Office, period: Period | None, by: Officer, at: datetime) -> InformationList:
    """The register of objections received in the period (None: all). Raises NotAllowed like the other."""
    made = ((one, one.keberatan) for one in _in_order(office, by) if one.keberatan)
    found = sorted(((r, k) for r, k in made if _falls(k.received, period)), key=_by_receipt)
    _note(office, "membuat register keberatan", period, by, at)
    pair = signed_by_both(office, by, at)
    return objection_list(_frame(office, by, at), office.profile.name, _words(period), found, pair)


def _in_order(office: Office, by: Officer) -> Sequence[Request]:
    if not office.may(by, Right.DECIDE):
        office.require(by, Right.SERVE, "Membuat register permohonan")
    return sorted(office.records.requests.all(), key=lambda one: (one.received, one.id))


def _by_receipt(one: tuple[Request, Keberatan]) -> tuple[date, str]:
    return one[1].received, one[1].number


def _falls(day: date, period: Period | None) -> bool:
    return period is None or period.holds(day)


def _words(period: Period | None) -> str:
    return period.title[:1].upper() + period.title[1:] if period else ALL


def _note(office: Office, what: str, period: Period | None, by: Officer, at: datetime) -> None:
    """Names and addresses leave the kiosk with a register: so it stands in the trail."""
    office.records.trail.append(at, by.name, what, "requests", 0, note=_words(period))


def _frame(office: Office, by: Officer, at: datetime) -> Frame:
    profile = office.profile
    return Frame(profile.kop, f"dicetak {long_time(at)} oleh {by.name}", profile.paper_size, profile.demo)


def signed_by_both(office: Office, by: Officer, at: datetime) -> SignaturePair:
    """Who drew it up, and the PPID."""
    ppid = signature(office, ppid_role(office), at.date())
    return SignaturePair(Signature("Dibuat oleh:", CLERK, by.name, IDENTITY), ppid)
