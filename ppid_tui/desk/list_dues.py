"""What the lists want from officers: a decree that is due, and exemptions whose term is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from archive.model import Officer, Right
from ppid_tui.desk.dik import ended
from ppid_tui.desk.dip_editions import due_on
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import Office

BEFOREHAND = timedelta(days=30)
"""So long before it is due, the decree of the DIP is announced."""


@dataclass(frozen=True)
class Due:
    """Something that waits, in words, and the day by which it should be done."""

    title: str
    words: str = ""
    day: date | None = None


def dip_due(office: Office, by: Officer, today: date) -> Due | None:
    """The DIP, where it was never decreed or soon is due anew, for who decides (UU 14/2008 article 9: six months)."""
    if not office.may(by, Right.DECIDE) or not office.records.documents.count():
        return None
    day = due_on(office)
    if day is None:
        return Due("Daftar Informasi Publik belum pernah ditetapkan", "periksa, lalu T menetapkannya")
    return Due("Tetapkan lagi Daftar Informasi Publik", day=day) if day - BEFOREHAND <= today else None


def dik_due(office: Office, by: Officer, today: date) -> Due | None:
    """Exemptions whose term is over, for who may see them."""
    if not (over := ended(office, Viewer(by), today)):
        return None
    return Due(f"Masa pengecualian {len(over)} dokumen berakhir", "tinjau kembali; tidak terbuka dengan sendirinya")
