"""Editions of the DIP: decreed, listed, printed again, compared with what is true now, and due anew."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, datetime

from archive.dip import DipRow
from archive.dip_changes import Difference, difference
from archive.editions import Edition
from archive.model import Officer, Right
from ppid_tui.desk import dip
from ppid_tui.desk.office import Office
from ppid_tui.desk.signing import Signer, signer_of
from ppid_tui.printouts.dip_changes import changes_paper
from ppid_tui.printouts.information_list import InformationList
from ppid_tui.printouts.labels import long_date
from ppid_tui.printouts.paper import Paper, Signature

NO_DIFFERENCE = Difference()


class BadDecree(ValueError):
    """What was told of a decree cannot be kept; the words say why, in Indonesian."""


@dataclass(frozen=True)
class Status:
    """Where the list stands: its last edition, if any, and what has changed since."""

    edition: Edition | None
    since: Difference

    @property
    def words(self) -> str:
        """In one sentence."""
        if self.edition is None:
            return "Belum pernah ditetapkan."
        told = f"Ditetapkan {decree_words(self.edition)}."
        return f"{told} Sejak itu {difference_words(self.since)}." if self.since else f"{told} Tidak ada perubahan."


def decree(office: Office, edition: Edition, by: Officer, at: datetime) -> Edition:
    """Keep the list as it is now as an edition. Raises NotAllowed, or BadDecree."""
    office.require(by, Right.DECIDE, "Menetapkan Daftar Informasi Publik")
    if edition.decided_on > at.date():
        raise BadDecree(f"Tanggal penetapan {long_date(edition.decided_on)} belum tiba. Periksa tanggalnya.")
    same = (one for one in editions(office) if one.number.casefold() == edition.number.casefold())
    if before := next(same, None):
        raise BadDecree(f"Nomor {edition.number} sudah dipakai penetapan {long_date(before.decided_on)}.")
    lines = dip.rows(office, by, edition.of_year)
    if not lines:
        raise BadDecree("Daftarnya masih kosong: belum ada yang dapat ditetapkan.")
    return office.records.editions.add(edition, lines, by.name, at)


def withdraw(office: Office, edition: Edition, reason: str, by: Officer, at: datetime) -> Edition:
    """Take a decree back that was kept wrongly; it stays to be seen. Raises NotAllowed."""
    office.require(by, Right.DECIDE, "Membatalkan penetapan Daftar Informasi Publik")
    return office.records.editions.withdraw(edition, reason, by.name, at)


def editions(office: Office) -> list[Edition]:
    """Every edition that counts, the newest first."""
    return [one for one in all_editions(office) if not one.withdrawn]


def all_editions(office: Office) -> list[Edition]:
    """Also those that were withdrawn."""
    return office.records.editions.all()


def status(office: Office, by: Officer, year: int | None = None) -> Status:
    """The last edition of this list, and what has changed since."""
    last = next((one for one in editions(office) if one.of_year == year), None)
    if last is None:
        return Status(None, NO_DIFFERENCE)
    return Status(last, difference(lines_of(office, last), dip.rows(office, by, year)))


def before(office: Office, edition: Edition) -> Edition | None:
    """The edition that this one took the place of."""
    older = [one for one in editions(office) if (one.decided_on, one.id) < (edition.decided_on, edition.id)]
    return next((one for one in older if one.of_year == edition.of_year), None)


def changes_of(office: Office, edition: Edition) -> Difference:
    """What this edition changed in the one before it; everything is new in the first."""
    last = before(office, edition)
    return difference(lines_of(office, last) if last else (), lines_of(office, edition))


def lines_of(office: Office, edition: Edition) -> tuple[DipRow, ...]:
    """The lines of an edition, without those whose document may not be given any more: exempt or undecided since.

    Whether it is on the web is as of now: a decree does not change by what it lists going up.
    """
    lines, up, now = office.records.editions.rows(edition), dip.went_up(office), office.records.documents
    given = (r for r in lines if (d := now.standing(r.document)) and d.information_class.may_be_given)
    return tuple(replace(row, online=row.document in up) for row in given)


def withheld(office: Office, edition: Edition) -> int:
    """How many of its lines are not shown any more."""
    return edition.total - len(lines_of(office, edition))


def edition_list(office: Office, edition: Edition, by: Officer, at: datetime) -> InformationList:
    """An edition ready to be written, as it was decreed."""
    city = office.profile.city or "." * 24
    signs = Signature(f"{city}, {long_date(edition.decided_on)}", f"{edition.position},", edition.signed_by)
    decision = f"Ditetapkan {decree_words(edition)}"
    return dip.listed(office, lines_of(office, edition), period_words(edition), decision, by, at, signs)


def current_list(office: Office, by: Officer, at: datetime, year: int | None = None) -> InformationList:
    """The list of today: as decreed while nothing has changed, else as a draft."""
    now = status(office, by, year)
    if now.edition and not now.since:
        return edition_list(office, now.edition, by, at)
    return dip.current_list(office, by, at, year)


def difference_paper(office: Office, edition: Edition | None, by: Officer, at: datetime) -> Paper:
    """What an edition changed in the one before; without an edition, what has changed since the last one."""
    if edition:
        last, changed, name = before(office, edition), changes_of(office, edition), decree_words(edition)
    else:
        now = status(office, by)
        last, changed, name = now.edition, now.since, f"keadaan {long_date(at)}"
    profile = office.profile
    older = decree_words(last) if last else ""
    return changes_paper(profile.kop, name, older, changed, by.name, at, profile.paper_size, profile.demo)


def due_on(office: Office) -> date | None:
    """The day on which the list is to be decreed anew; None where it never was."""
    last = next(iter(editions(office)), None)
    return _months_later(last.decided_on, office.profile.dip_months) if last else None


def decider(office: Office, day: date) -> Signer:
    """Who decrees the list on this day."""
    return signer_of(office, dip.deciding_role(office), day)


def decree_words(edition: Edition) -> str:
    """Number and date of the decree."""
    return f"nomor {edition.number} tanggal {long_date(edition.decided_on)}"


def period_words(edition: Edition) -> str:
    """For the list's head: "Tahun 2026 Semester I"."""
    semester = f" Semester {'I' * edition.semester}" if edition.semester else ""
    only = f" (dokumen tahun {edition.of_year})" if edition.of_year else ""
    return f"Tahun {edition.year}{semester}{only}"


def difference_words(changed: Difference) -> str:
    """How much came, changed and went."""
    counts = ((len(changed.new), "baru"), (len(changed.changed), "berubah"), (len(changed.gone), "hilang"))
    return ", ".join(f"{count} {name}" for count, name in counts if count) or "tidak ada perubahan"


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
