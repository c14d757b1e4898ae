"""Home: the search box, and beneath it what is due. Typing finds; Enter takes up the first task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from ppid_tui.screens import areas
from ppid_tui.screens.asking import in_line
from ppid_tui.screens.place import Place
from ppid_tui.widgets.search_box import SearchBox
from ppid_tui.widgets.tasks import TaskList

if TYPE_CHECKING:
    from ppid_tui.desk.due import Task

GUIDE = """\
Ketik apa yang dicari: kata, nomor surat, atau pasal. Hasilnya
langsung muncul.

Di bawah kotak pencarian tertulis apa yang menunggu Anda, yang
paling mendesak di atas. Kotak kosong lalu Enter: mengerjakan yang
pertama. Panah bawah: memilih yang lain. Ctrl+G: bagaimana batas
waktunya dihitung.

Ada pemohon yang ikut melihat layar? Tekan Ctrl+T: yang
dikecualikan dan yang belum ditetapkan disembunyikan sampai Ctrl+T
ditekan lagi.
"""
NOTHING = "Tidak ada pekerjaan yang menunggu. Ketik untuk mencari dokumen."


class HomeScreen(Place):
    """The first place after signing in."""

    CSS_PATH = "home.tcss"
    GUIDE = GUIDE
    AREA = areas.HOME
    AUTO_FOCUS = "#search"
    BINDINGS = [
        Binding("down", "to_tasks", "Pilih pekerjaan", show=False),
        Binding("ctrl+t", "app.toggle_citizen", "Mode pemohon"),
        Binding("f10", "app.change_officer", "Ganti petugas"),
        Binding("ctrl+g", "how_counted", "Hitungan batas"),
        Binding("escape", "clear", "Kosongkan", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._tasks: list[Task] = []
        self._handed = ""

    def compose_place(self) -> ComposeResult:
        with Vertical(id="home"):
            yield Static("", id="greeting", classes="title", markup=False)
            yield Static("", id="clock", classes="warn", markup=False)
            yield SearchBox("Ketik kata, nomor surat, atau pasal. Contoh: bantuan sosial 2023", "search")
            yield Static("", id="due-title", classes="title", markup=False)
            yield TaskList(id="tasks")
            yield Static("", id="nothing", classes="empty", markup=False)

    def refresh_place(self) -> None:
        self.query_one("#search", Input).value = self._handed = ""
        self.query_one("#greeting", Static).update(self.office.profile.name)
        doubt = self.query_one("#clock", Static)
        doubt.update(self.office.records.trail.clock_problem(self.at()))
        doubt.display = bool(doubt.content)
        self.query_one("#search").focus()
        self.look_up()

    @work(exclusive=True, group="tasks")
    async def look_up(self) -> None:
        """Ask the desk what waits."""
        import asyncio

        from ppid_tui.desk.due import Kind, tasks

        found = await asyncio.to_thread(tasks, self.office, self.officer, self.at().date())
        self._show([task for task in found if task.kind not in (Kind.DIK, Kind.LOAN) or not self.viewer.citizen])

    def _show(self, tasks: list[Task]) -> None:
        self._tasks = tasks
        late = sum(task.late for task in tasks)
        title = f"Menunggu Anda: {len(tasks)}" + (f", {late} terlambat" if late else "")
        hint = ("   Enter: yang pertama, ↓: pilih", "dim not bold")
        self.query_one("#due-title", Static).update(Content.assemble(title, hint) if tasks else "")
        self.query_one(TaskList).show(tasks)
        nothing = self.query_one("#nothing", Static)
        nothing.display = not tasks
        nothing.update(NOTHING)
        self.refresh_bindings()

    @on(Input.Changed, "#search")
    async def _typed(self, event: Input.Changed) -> None:
        if event.value.strip() or self._handed:
            await self._find(event.value)

    async def _find(self, text: str) -> None:
        """Letters that still reached this box while the search screen came up follow those handed over before."""
        from ppid_tui.screens.find import FindScreen

        before, self._handed = self._handed, text
        coming = self.app.switch_mode(areas.FIND)
        screen = self.app.screen
        if isinstance(screen, FindScreen):
            if not before:
                screen.begin_anew()
                screen.start(text)
            else:
                screen.go_on(text, before)
        await coming

    def on_key(self, event: events.Key) -> None:
        """Enter behind the last letter opens what is found; the search screen may be there already, or not yet."""
        box = self.query_one("#search", Input)
        if event.key == "enter" and box.value.strip():
            event.stop()
            in_line(self._open_there, box, self, self.app)

    async def _open_there(self) -> None:
        from ppid_tui.screens.find import FindScreen

        if isinstance(self.app.screen, FindScreen):
            await self.app.screen.open_chosen()

    @on(Input.Submitted, "#search")
    async def _entered(self, event: Input.Submitted) -> None:
        if not event.value.strip():
            await self.action_first_task()

    @on(TaskList.Chosen)
    async def _task_chosen(self, event: TaskList.Chosen) -> None:
        await self._take_up(self._tasks[event.index])

    async def action_first_task(self) -> None:
        """Take up what is most urgent."""
        if self._tasks:
            await self._take_up(self._tasks[0])

    def action_to_tasks(self) -> None:
        """From the box to the list."""
        if self._tasks:
            self.query_one(TaskList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A date is explained where there is one."""
        return any(task.due for task in self._tasks) if action == "how_counted" else True

    def action_how_counted(self) -> None:
        """How the due date of the highlighted task, else of the first, was counted."""
        from ppid_tui.desk.how_counted import of_task
        from ppid_tui.screens.how_counted import show_working

        listed = self.query_one(TaskList)
        at = (listed.highlighted or 0) if listed.has_focus else 0
        if at < len(self._tasks):
            show_working(self, of_task(self.office, self._tasks[at], self.at()))

    def action_clear(self) -> None:
        """Back to the box."""
        self.query_one("#search", Input).value = ""
        self.query_one("#search").focus()

    async def _take_up(self, task: Task) -> None:
        from ppid_tui.desk.due import Kind

        if task.kind is Kind.CALENDAR:
            from ppid_tui.screens.work_calendar import CalendarScreen

            self.app.push_screen(CalendarScreen(task.record_id))
            return
        if task.kind is Kind.DIP:
            from ppid_tui.screens.dip import DipScreen

            self.app.push_screen(DipScreen())
            return
        if task.kind is Kind.DIK:
            from ppid_tui.screens.dik import DikScreen

            self.app.push_screen(DikScreen())
            return
        if task.kind is Kind.LOAN:
            from ppid_tui.screens.document import DocumentScreen

            self.app.push_screen(DocumentScreen(task.record_id))
            return
        if task.kind is Kind.RETENTION:
            from ppid_tui.screens.retention import RetentionScreen

            self.app.push_screen(RetentionScreen())
            return
        if task.kind is Kind.REPORT:
            from ppid_tui.screens.figures import FiguresScreen

            self.app.push_screen(FiguresScreen(last_year=True))
            return
        if task.kind is Kind.ROLES:
            from ppid_tui.screens.officers import OfficersScreen

            self.app.push_screen(OfficersScreen())
            return
        modes = {Kind.CASE: areas.STEPS, Kind.REQUEST: areas.REQUESTS}
        await self.app.switch_mode(modes.get(task.kind, areas.INCOMING))
        take_up = getattr(self.app.screen, "take_up", None)
        if take_up is not None:
            take_up(task.record_id)
