"""The request register: what runs out first on top, and the request beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.hanging import Hanging
from ppid_tui.widgets.request_lines import about_lines

if TYPE_CHECKING:
    from archive.request_model import Request

GUIDE = """\
Register permohonan: yang batas waktunya paling dekat di atas.
Enter membuka permohonan, N mendaftarkan yang baru. / lalu ketik:
mencari menurut nomor, nama, atau yang diminta. F7 berganti:
semua, berjalan, terlambat, menunggu, keberatan, selesai.
H cara menghitung batas waktunya, J jejak perubahannya, F9
mencetak register permohonan atau keberatan.

Pemohon yang permohonannya sudah selesai boleh minta datanya
dihapus: administrator menekan Del.
"""
EMPTY = "Belum ada permohonan. Cari dahulu dokumennya: yang terbuka dapat langsung diberikan. N: permohonan baru."
NOTHING_HERE = "Tidak ada permohonan di sini. F7 melihat yang lain, / mencari dengan kata lain."


class RequestList(OptionList):
    """The requests; its own Enter, so that the footer names it."""

    BINDINGS = [Binding("enter", "select", "Buka")]


class FindBox(Input):
    """Narrows the list as one types; Esc empties it."""

    BINDINGS = [
        Binding("escape", "screen.stop_finding", "Selesai mencari"),
        Binding("down", "screen.to_list", show=False),
    ]


class RequestsScreen(Place):
    """F4."""

    CSS_PATH = "requests.tcss"
    GUIDE = GUIDE
    AREA = areas.REQUESTS
    AUTO_FOCUS = "#requests"
    BINDINGS = [
        Binding("n", "new", "Baru", key_display="N"),
        Binding("f7", "part", "Saring"),
        Binding("h,ctrl+g", "how_counted", "Hitungan", key_display="H"),
        Binding("j", "trail", "Jejak", key_display="J"),
        Binding("f9", "register", "Register"),
        Binding("delete", "forget", "Hapus data pribadi"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Request] = []
        self._requests: list[Request] = []
        self._part = 0
        self._wanted = 0

    def compose_place(self) -> ComposeResult:
        yield Static("Permohonan Informasi Publik", classes="title", markup=False)
        yield Static("", id="parts", markup=False)
        yield FindBox(id="find-request", placeholder="/ lalu ketik: cari nomor, nama, atau yang diminta", compact=True)
        yield Static("", id="empty", classes="empty", markup=False)
        with Horizontal(id="register"):
            yield RequestList(id="requests", markup=False)
            with VerticalScroll(id="request", can_focus=False):
                yield Static("", id="request-sheet", markup=False)

    def refresh_place(self) -> None:
        if not self.query("#requests"):
            return
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.register import register

        words = EMPTY
        try:
            self._all = register(self.office, self.officer)
        except NotAllowed as refusal:
            self._all, words = [], str(refusal)
        self._list(words)

    def _list(self, empty: str = NOTHING_HERE) -> None:
        from ppid_tui.desk.register import Part, narrowed

        words, today = self.query_one(FindBox).value, self.at().date()
        parts = list(Part)
        self._requests = narrowed(self._all, parts[self._part], words, today)
        counts = [(part, len(narrowed(self._all, part, words, today))) for part in parts]
        names = [(f" {part.value} {many} ", "reverse" if part is parts[self._part] else "dim") for part, many in counts]
        self.query_one("#parts", Static).update(Content.assemble(*names))
        self.query_one("#empty", Static).update(empty if not self._all else NOTHING_HERE)
        self.query_one("#empty").display = not self._requests
        self.query_one("#register").display = bool(self._requests)
        self._show_rows()

    def take_up(self, request_id: int) -> None:
        """Open this request."""
        from ppid_tui.screens.request import RequestScreen

        self._wanted = request_id
        self.app.push_screen(RequestScreen(request_id))

    def _show_rows(self) -> None:
        rows = self.query_one(RequestList)
        at = rows.highlighted or 0
        rows.set_options(Option(self._row(request)) for request in self._requests)
        if self._requests:
            ids = [request.id for request in self._requests]
            rows.highlighted = ids.index(self._wanted) if self._wanted in ids else min(at, len(ids) - 1)
        self.refresh_bindings()

    def _row(self, request: Request) -> Hanging:
        from ppid_tui.desk.forgetting import person
        from ppid_tui.desk.request_words import state_words

        words = state_words(self.office, request, self.at().date())
        style = "bold $error" if "terlambat" in words else "dim"
        who = Content.assemble((request.number, "bold"), f" {person(request)}")
        return Hanging([who, Content.styled(words, style)])

    @on(OptionList.OptionHighlighted, "#requests")
    def _show_request(self, event: OptionList.OptionHighlighted) -> None:
        from ppid_tui.desk.register import sheet

        request = self._requests[event.option_index]
        self._wanted = request.id
        rows = sheet(self.office, request, self.at().date(), listed=True)
        self.query_one("#request-sheet", Static).update(about_lines(rows))
        self.query_one("#request").scroll_home(animate=False)
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#requests")
    def _open(self, event: OptionList.OptionSelected) -> None:
        self.take_up(self._requests[event.option_index].id)

    @property
    def _picked(self) -> Request | None:
        at = self.query_one(RequestList).highlighted
        return self._requests[at] if at is not None and at < len(self._requests) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an administrator is offered to forget, and only where it can be done."""
        if action not in ("trail", "forget", "how_counted") or self.kiosk.officer is None:
            return True
        from archive.model import Right
        from ppid_tui.desk.due import clock_due
        from ppid_tui.desk.forgetting import why_not

        picked = self._picked
        if action == "how_counted":
            return picked is not None and clock_due(picked) is not None
        if action == "trail" or picked is None:
            return picked is not None
        return self.office.may(self.officer, Right.ADMINISTER) and not why_not(picked)

    def action_new(self) -> None:
        """The form of a new request; what was typed in it last and not kept stands in it again."""
        from ppid_tui.screens.request_form import open_form

        open_form(self)

    def action_part(self) -> None:
        """The next part of the register."""
        from ppid_tui.desk.register import Part

        self._part = (self._part + 1) % len(Part)
        self._list()

    # Finding.

    async def action_find(self) -> None:
        """Into the box."""
        self.query_one(FindBox).focus()

    def action_stop_finding(self) -> None:
        """Out of the box, the whole register back."""
        self.query_one(FindBox).value = ""
        self.action_to_list()

    def action_to_list(self) -> None:
        """From the box into the list."""
        self.query_one(RequestList).focus()

    @on(Input.Changed, "#find-request")
    def _typed(self) -> None:
        self._list()

    @on(Input.Submitted, "#find-request")
    def _entered(self) -> None:
        if self._picked:
            self.take_up(self._picked.id)

    # The rest of the keys.

    def action_trail(self) -> None:
        """Who changed this request, and what."""
        from ppid_tui.screens.trail import TrailScreen

        if self._picked:
            self.app.push_screen(TrailScreen(("requests", self._picked.id)))

    def action_how_counted(self) -> None:
        """How the due date of the highlighted request was counted."""
        from ppid_tui.desk.how_counted import of_request
        from ppid_tui.screens.how_counted import show_working

        if self._picked:
            show_working(self, of_request(self.office, self._picked))

    @work(exclusive=True, group="register")
    async def action_register(self) -> None:
        """Print the register of a month or a year."""
        from ppid_tui.screens.register_print import print_register

        await print_register(self)

    @work(exclusive=True, group="forget")
    async def action_forget(self) -> None:
        """Forget who made the highlighted request, after a reason and a question."""
        from ppid_tui.screens.forget import ask_and_forget

        if self._picked:
            await ask_and_forget(self, self._picked)
            self.refresh_place()
