"""The kiosk: its work areas, its global keys, who is signed in, and whether a citizen looks along."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen

from ppid_tui.screens import areas
from ppid_tui.screens.chores import Chores
from ppid_tui.screens.keys import key_name
from ppid_tui.screens.taker import Taker, Taking
from ppid_tui.themes import KONTRAS, TERANG

if TYPE_CHECKING:
    from archive.model import Officer
    from ppid_tui.desk.finding import Viewer
    from ppid_tui.desk.office import Office


def _now() -> datetime:
    return datetime.now().replace(microsecond=0)


LOOK_EVERY = 2.0
"""Seconds between two looks at the incoming folder."""
HABIT = 0.5
"""Seconds after the PIN in which an Enter is pressed by habit: the PIN needs none, and it is for nothing else."""


class KioskApp(App[None], inherit_bindings=False):
    """One office's kiosk on one laptop. ``clock`` tells the office's own time."""

    TITLE = "Kiosk PPID"
    CSS_PATH = "kiosk.tcss"
    MODES = areas.MODES
    DEFAULT_MODE = areas.SIGN_IN
    ENABLE_COMMAND_PALETTE = False  # Textual's own binding has an English name
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        Binding("f1", "help", "Bantuan", show=False, priority=True),
        *(Binding(a.key, f"go('{a.mode}')", a.title, show=False, id=f"go.{a.mode}") for a in areas.AREAS),
        Binding("f10", "change_officer", "Ganti petugas", show=False),
        Binding("ctrl+q", "close", "Tutup kiosk", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "Semua perintah", show=False, priority=True),
        Binding("ctrl+c", "say_how_to_quit", show=False, system=True),
        Binding("ctrl+t", "toggle_citizen", "Mode pemohon", show=False),
    ]

    citizen: reactive[bool] = reactive(False)
    taking: reactive[Taking | None] = reactive(None, repaint=False)  # told ten times a second: who watches it draws

    def __init__(self, home: Path, clock: Callable[[], datetime] = _now) -> None:
        super().__init__()
        self.register_theme(TERANG)
        self.register_theme(KONTRAS)
        self.theme = TERANG.name  # before the first picture, or all styles would be worked out twice
        self.home = home
        self.clock = clock
        self.office: Office | None = None
        self._officer: Officer | None = None
        self._before_citizen = areas.HOME
        self._before_lock = areas.HOME
        self.last_key = monotonic()
        self.habit = HABIT
        self._let_in: events.Event | None = None
        self.taker = Taker(self)
        self._chores = Chores(self)

    @property
    def officer(self) -> Officer | None:
        """Who is signed in, as they stand now: a role given, taken or lent since counts at once."""
        if self._officer is not None and self.office is not None:
            from ppid_tui.desk.people import as_of_now

            self._officer = as_of_now(self.office, self._officer, self.clock())
        return self._officer

    def on_mount(self) -> None:
        self.set_interval(5, self._lock_when_idle)
        self.set_interval(LOOK_EVERY, self._look_at_incoming)
        self._chores.begin()

    def _at_work(self) -> bool:
        there = bool(self.screen_stack)  # while it closes, looks that began before still end
        return there and self.officer is not None and not self.locked and not self.screen.is_modal

    @property
    def undisturbed(self) -> bool:
        """Whether an officer is at work, with no question open and no citizen looking along."""
        return self._at_work() and not self.citizen

    @work(group="look")
    async def _look_at_incoming(self) -> None:
        await self.taker.look()

    def viewer(self) -> Viewer:
        """Who looks at the screen now. Only to be asked when an officer is signed in."""
        from ppid_tui.desk.finding import Viewer

        officer = self.officer
        assert officer is not None
        return Viewer(officer, citizen=self.citizen)

    async def enter(self, officer: Officer) -> None:
        """An officer has signed in: begin at home."""
        self._officer = officer
        if self.office is not None:
            self.office.indexes.patient = False
        self._chores.back_up_soon()
        self._chores.look_for_garbage_often()
        words = self._count_anew()
        await self.switch_mode(areas.HOME)
        self._let_in = events.Event()
        if words:
            self.notify(words, severity="warning", timeout=20, markup=False)

    def _count_anew(self) -> str:
        """If the calendar was changed elsewhere, open deadlines move before anyone reads them; what moved."""
        from ppid_tui.desk.calendar_change import caught_up

        return caught_up(self.office, self.clock()) if self.office is not None else ""

    async def leave(self) -> None:
        """Back to the sign-in screen; what the officer had open is closed."""
        self._officer = self._let_in = None
        self.citizen = False
        self.taker.forget()
        self.clear_notifications()
        await self.switch_mode(areas.SIGN_IN)
        for mode in areas.MODES:
            if mode != areas.SIGN_IN:
                await self._forget(mode)

    async def action_go(self, mode: str) -> None:
        """Go to a work area: with an officer signed in, no question open, and no citizen looking along."""
        if not self._at_work():
            return
        if self.citizen:
            self.notify("Mode pemohon: tekan Ctrl+T untuk kembali bekerja.", markup=False)
        elif await self._to_base(mode):
            await self.switch_mode(mode)
            if (begin := getattr(self.screen, "ask_anew", None)) is not None:
                begin()

    async def _to_base(self, mode: str) -> bool:
        """Close what was opened within the area one is in already; what is filled in there comes first."""
        while mode == self.current_mode and len(self.screen_stack) > 1:
            if getattr(self.screen, "holds_unsaved", False):
                self.notify("Isian di sini belum disimpan. F8 menyimpan, Esc meninggalkannya.", markup=False)
                return False
            await self.pop_screen()
        return True

    async def action_change_officer(self) -> None:
        """Sign out."""
        if self.officer is not None and not self.screen.is_modal:
            await self.leave()

    async def action_toggle_citizen(self) -> None:
        """A screen of its own for a citizen who looks along; the officer's work waits untouched behind it."""
        if not self._at_work():
            return
        if self.citizen:
            self.citizen = False
            await self.switch_mode(self._before_citizen)
            await self._forget(areas.CITIZEN)
        else:
            self._before_citizen = self.current_mode
            self.citizen = True
            await self.switch_mode(areas.CITIZEN)

    @property
    def locked(self) -> bool:
        """Whether the PIN is asked for before anything else."""
        return self.current_mode == areas.LOCK

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            self.last_key = monotonic()
            self._chores.stop_reading()
            if event.key == "enter" and self._let_in and event.time < self._let_in.time + self.habit:
                return
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """No text box took it, so it is a key that does something: the same with Caps Lock as without."""
        if len(event.key) == 1:
            event.key = event.key.lower()

    async def _lock_when_idle(self) -> None:
        if self.office is None or self.officer is None or self.locked:
            return
        if monotonic() - self.last_key > self.office.profile.lock_minutes * 60:
            await self.lock()

    async def lock(self) -> None:
        """Cover everything until the officer's PIN."""
        self._before_lock = self.current_mode
        await self.switch_mode(areas.LOCK)

    async def unlock(self) -> None:
        """Back to where the officer was."""
        await self.switch_mode(self._before_lock)
        self._let_in = events.Event()

    async def _forget(self, mode: str) -> None:
        await self.remove_mode(mode)
        self.add_mode(mode, areas.MODES[mode])

    def action_help(self) -> None:
        """Help on the place one is in."""
        from ppid_tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen.about(self.screen))

    def action_say_how_to_quit(self) -> None:
        """Ctrl+C is pressed by habit, to copy or to quit: it never ends the work."""
        self.notify("Untuk menutup kiosk tekan Ctrl+Q.", markup=False)

    def action_command_palette(self) -> None:
        """All commands by name."""
        from ppid_tui.screens.palette import KioskPalette

        if not self.locked and not isinstance(self.screen, KioskPalette):
            self.push_screen(KioskPalette())

    def get_key_display(self, binding: Binding) -> str:
        """The key as it is printed on the keyboard."""
        return binding.key_display or key_name(binding.key)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette's commands; ``screen`` is the one beneath the palette."""
        from ppid_tui.screens.palette import commands

        return commands(self, screen)

    @work(exclusive=True, group="close")
    async def action_close(self) -> None:
        """Close the kiosk: at the door at once, elsewhere after a question."""
        from ppid_tui.screens.closing import sure_to_close

        if await sure_to_close(self):
            self.exit()

    def on_unmount(self) -> None:
        if self.office is not None:
            from ppid_tui.desk.opening import note_closed

            note_closed(self.home)
            self.office.close()

    def _fatal_error(self) -> None:
        # Textual's own ending shows a traceback with the values of variables, personal data among them.
        from ppid_tui.desk.failures import keep_failure

        if self._exception is not None:
            self._exit_renderables.append(keep_failure(self.home, self._exception, self.clock()))
        self._close_messages_no_wait()
