"""The working calendar: a year's free days and the office's hours; an administrator changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from datetime import date

    from ppid_tui.desk.profile import Profile
    from ppid_tui.desk.work_calendar import FreeDay

GUIDE = """\
Hari libur setahun dan jam kerja kantor. Dari sinilah semua batas
waktu dihitung. Panah kiri dan kanan: tahun lain.

Administrator menambah hari libur setempat atau cuti bersama yang
baru ditetapkan (N), menghapusnya atau menjadikannya hari kerja
(Del), dan mengubah jam kerja (U). Sebelum disimpan tampil batas
waktu mana yang bergeser; sesudahnya tercatat dalam jejak.
"""
CHANGES = ("add", "free_or_work", "hours")


class DayList(OptionList):
    """The days; its own arrows, so that the footer names them."""

    BINDINGS = [
        Binding("left", "screen.year(-1)", "Tahun lalu", key_display="←"),
        Binding("right", "screen.year(1)", "Tahun depan", key_display="→"),
    ]


class CalendarScreen(Place):
    """Reached from the archive; shows this year where none is told."""

    CSS_PATH = "work_calendar.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#days"
    BINDINGS = [
        Binding("n", "add", "Tambah libur", key_display="N"),
        Binding("delete", "free_or_work", "Hapus"),
        Binding("u", "hours", "Jam kerja", key_display="U"),
    ]

    def __init__(self, year: int = 0) -> None:
        super().__init__()
        self._year = year
        self._day: date | None = None
        self._days: list[FreeDay] = []

    def compose_place(self) -> ComposeResult:
        yield Static("", id="year", classes="title", markup=False)
        yield Static("", id="lacks", classes="warn", markup=False)
        yield Static("", id="hours", classes="quiet", markup=False)
        yield DayList(id="days", markup=False)

    def refresh_place(self) -> None:
        from ppid_tui.desk.work_calendar import free_days, hours_words, warning

        self._year = self._year or self.at().year
        self._days = free_days(self.office.profile, self._year)
        self.query_one("#year", Static).update(f"Kalender kerja {self._year}")
        lacks = self.query_one("#lacks", Static)
        lacks.update(warning(self.office, self._year))
        lacks.display = bool(lacks.content)
        self.query_one("#hours", Static).update(f"Jam kerja: {hours_words(self.office.calendar.hours)}")
        self._list()

    def _list(self) -> None:
        listed = self.query_one("#days", OptionList)
        listed.set_options(Option(_row(day)) for day in self._days)
        wanted = self._day or self.at().date()
        ahead = (n for n, day in enumerate(self._days) if day.day >= wanted)
        listed.highlighted = next(ahead, len(self._days) - 1) if self._days else None
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an administrator is offered to change; years only as far as there is something to see."""
        if self.kiosk.officer is None:
            return True
        if action == "year":
            from ppid_tui.desk.work_calendar import years

            return not self._year or self._year + int(str(parameters[0])) in years(self.office.profile)
        if action in CHANGES:
            from archive.model import Right

            return self.office.may(self.officer, Right.ADMINISTER) and (action != "free_or_work" or bool(self._days))
        return True

    def action_year(self, by: int) -> None:
        """Another year."""
        self._year, self._day = self._year + by, None
        self.refresh_place()

    @work(exclusive=True, group="calendar")
    async def action_add(self) -> None:
        """Add a local day, or cuti bersama that was decreed late."""
        from ppid_tui.desk.work_calendar import added_words, with_days
        from ppid_tui.screens.free_day_form import FreeDayForm

        days = await self.app.push_screen_wait(FreeDayForm(self.office.calendar))
        if days:
            self._year, self._day = days[0].date.year, days[0].date
            await self._change(with_days(self.office.profile, days), added_words(days))

    @work(exclusive=True, group="calendar")
    async def action_free_or_work(self) -> None:
        """Take out what the office added; work on a day of the table, or keep it free again."""
        from ppid_tui.desk.work_calendar import can_toggle, toggle_words, toggled

        at = self.query_one("#days", OptionList).highlighted
        if at is None:
            return
        day = self._days[at]
        self._day = day.day
        if can_toggle(self.office.profile, day):
            await self._change(toggled(self.office.profile, day), toggle_words(day))
        else:
            self.notify("Kantor ini bekerja pada semua cuti bersama (office.toml).", markup=False)

    @work(exclusive=True, group="calendar")
    async def action_hours(self) -> None:
        """Other hours."""
        from ppid_tui.screens.hours_form import HoursForm

        profile = await self.app.push_screen_wait(HoursForm(self.office.profile))
        if profile and profile != self.office.profile:
            await self._change(profile, "Jam kerja kantor diubah")

    async def _change(self, profile: Profile, why: str) -> None:
        """Show what moves; put it in force on yes."""
        from ppid_tui.desk.calendar_change import change_calendar, moved_words, moves
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.trouble import cause
        from ppid_tui.screens.moves import MovesScreen

        moved = moves(self.office, self.office.calendar, profile.calendar)
        if not await self.app.push_screen_wait(MovesScreen(why, moved)):
            return
        try:
            self.kiosk.office = change_calendar(self.office, profile, self.officer, self.at(), why)
        except NotAllowed as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
        except OSError as error:
            words = f"Kalender belum diubah: {cause(error)}. Tidak ada yang bergeser; coba lagi."
            self.notify(words, severity="error", timeout=12, markup=False)
        else:
            self.notify(f"Kalender diubah. {moved_words(moved)}.", markup=False)
        self.refresh_place()


def _row(day: FreeDay) -> Content:
    from archive.office_hours import WEEKDAYS
    from ppid_tui.printouts.labels import long_date

    when = f"{WEEKDAYS[day.day.weekday()][:3]} {long_date(day.day).rsplit(' ', 1)[0]}".ljust(18)
    name = Content.styled(day.name, "dim strike" if day.worked else "")
    words = Content.styled(f"  {day.words}", "bold $warning" if day.worked else "dim")
    return Content.assemble((when, ""), name, words)
