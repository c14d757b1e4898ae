"""The office's working calendar as its screen shows it: the free days of a year, and its hours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from archive.holidays import HolidayKind, national_holidays
from archive.office_hours import WEEKDAYS, Week, parse_spans, spans_text
from archive.workdays import Calendar, is_workday, unknown_free_days
from ppid_tui.desk.dates import read_date
from ppid_tui.desk.office import Office
from ppid_tui.desk.profile import LocalHoliday, Profile
from ppid_tui.printouts.labels import long_date

KINDS = {
    HolidayKind.NATIONAL: "nasional",
    HolidayKind.COLLECTIVE_LEAVE: "cuti bersama",
    HolidayKind.LOCAL: "libur setempat",
}
LONGEST = 31
"""Days that can be added at once."""


@dataclass(frozen=True)
class FreeDay:
    """A free day; ``own`` where the office added it, ``worked`` where it stands in the table but the office works."""

    day: date
    name: str
    kind: HolidayKind
    own: bool = False
    worked: bool = False

    @property
    def words(self) -> str:
        """What it is: "cuti bersama, ditambahkan kantor"."""
        if self.worked:
            return "tetap bekerja"
        added = self.own and self.kind is not HolidayKind.LOCAL
        return KINDS[self.kind] + (", ditambahkan kantor" if added else "")


def free_days(profile: Profile, year: int) -> list[FreeDay]:
    """The days of this year that the kiosk's table or the office names, in order."""
    leave_worked = not profile.cuti_bersama_off
    named = [
        FreeDay(h.day, h.name, h.kind, worked=h.day in profile.worked or (leave_worked and _is_leave(h.kind)))
        for h in national_holidays()
    ]
    named += [FreeDay(h.date, h.name, h.kind, own=True) for h in profile.holidays]
    return sorted((one for one in named if one.day.year == year), key=lambda one: (one.day, one.own))


def years(profile: Profile) -> range:
    """The years that the calendar knows something of, and the one after."""
    known = [holiday.day.year for holiday in national_holidays()] + [holiday.date.year for holiday in profile.holidays]
    return range(min(known), max(known) + 2)


def warning(office: Office, year: int) -> str:
    """What the calendar lacks of this year, and what to do; '' where it lacks nothing."""
    lacks = unknown_free_days(year, office.calendar)
    return f"{lacks}: batas waktu dapat bergeser. Tambahkan begitu ditetapkan." if lacks else ""


def new_days(
    calendar: Calendar, first: str, last: str, name: str, leave: bool, source: str
) -> tuple[LocalHoliday, ...]:
    """The working days from-to as free days; ``last`` may be empty. ValueError says what to fill in otherwise."""
    start = read_date(first)
    end = read_date(last) if last.strip() else start
    if start is None or end is None:
        raise ValueError("Isi tanggalnya, misalnya 24 Desember 2027 atau 24/12/2027.")
    if not 0 <= (end - start).days < LONGEST:
        raise ValueError(f"Tanggal akhir harus sesudah tanggal awal, paling banyak {LONGEST} hari.")
    if not name.strip():
        raise ValueError("Isi nama hari liburnya, seperti di surat keputusannya.")
    kind = HolidayKind.COLLECTIVE_LEAVE if leave else HolidayKind.LOCAL
    days = (start + timedelta(days=n) for n in range((end - start).days + 1))
    free = tuple(LocalHoliday(d, name.strip(), kind, source.strip()) for d in days if is_workday(d, calendar))
    if not free:
        raise ValueError("Pada tanggal itu kantor sudah libur.")
    return free


def with_days(profile: Profile, days: tuple[LocalHoliday, ...]) -> Profile:
    """The profile with these free days; one that was worked all the same is free again."""
    added = {holiday.date for holiday in days}
    holidays = tuple(sorted((*profile.holidays, *days), key=lambda holiday: holiday.date))
    return replace(profile, holidays=holidays, worked=tuple(day for day in profile.worked if day not in added))


def toggled(profile: Profile, day: FreeDay) -> Profile:
    """The profile without a day that the office added; a day of the table is worked, or free again."""
    if day.own:
        kept = tuple(h for h in profile.holidays if (h.date, h.name) != (day.day, day.name))
        return replace(profile, holidays=kept)
    worked = set(profile.worked) ^ {day.day}
    return replace(profile, worked=tuple(sorted(worked)))


def toggle_words(day: FreeDay) -> str:
    """What taking this day out, or back in, means."""
    when = f"{WEEKDAYS[day.day.weekday()]}, {long_date(day.day)} ({day.name})"
    if day.own:
        return f"{when} dihapus dari kalender"
    return f"{when} {'kembali libur' if day.worked else 'menjadi hari kerja kantor ini'}"


def added_words(days: tuple[LocalHoliday, ...]) -> str:
    """Which days become free, under which decree."""
    first, last = days[0], days[-1]
    when = long_date(first.date) + (f" sampai {long_date(last.date)} ({len(days)} hari kerja)" if days[1:] else "")
    return f"{when} menjadi {KINDS[first.kind]}: {first.name}" + (f", {first.source}" if first.source else "")


def can_toggle(profile: Profile, day: FreeDay) -> bool:
    """Whether the day alone decides: cuti bersama that the office works as a rule does not."""
    return day.own or profile.cuti_bersama_off or not _is_leave(day.kind)


def hours_words(week: Week) -> str:
    """The week in one line of a narrow screen, days with the same hours together."""
    groups = [list(days) for _, days in groupby(sorted(week), key=lambda day: week[day])]
    return "; ".join(f"{_from_to(days)} {spans_text(week[days[0]])}" for days in groups)


def with_hours(profile: Profile, typed: dict[str, str]) -> Profile:
    """The profile with these hours by the day's name. ValueError says which day is written wrongly."""
    for name, text in typed.items():
        try:
            parse_spans(text)
        except ValueError as error:
            raise ValueError(f"{name}: {error}.") from None
    changed = replace(profile, work_hours={name: text.strip() for name, text in typed.items() if text.strip()})
    if not changed.work_hours:
        raise ValueError("Isi jam kerja paling sedikit satu hari.")
    return changed


def _from_to(days: list[int]) -> str:
    consecutive = days[-1] - days[0] == len(days) - 1
    names = [WEEKDAYS[day][:3] for day in days]
    return f"{names[0]}-{names[-1]}" if len(days) > 2 and consecutive else ", ".join(names)


def _is_leave(kind: HolidayKind) -> bool:
    return kind is HolidayKind.COLLECTIVE_LEAVE
