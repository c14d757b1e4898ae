"""The request register: what is under way on top, and the request beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.hanging import Hanging

if TYPE_CHECKING:
    from archive.request_model import Request

GUIDE = """\
Register permohonan. Yang masih berjalan di atas, dengan batas
waktunya dalam hari kerja. Panah memilih permohonan; isinya tampil
di sebelah kanan. J menampilkan jejak perubahannya, H cara
menghitung batas waktunya.

Pemohon yang permohonannya sudah selesai boleh minta datanya
dihapus: administrator menekan Del.
"""
EMPTY = "Belum ada permohonan. Cari dahulu dokumennya: yang terbuka dapat langsung diberikan."


class RequestsScreen(Place):
    """F4."""

    CSS_PATH = "requests.tcss"
    GUIDE = GUIDE
    AREA = areas.REQUESTS
    AUTO_FOCUS = "#requests"
    BINDINGS = [
        Binding("f3", "app.go('cari')", "Cari dokumen"),
        Binding("j", "trail", "Jejak", key_display="J"),
        Binding("h,ctrl+g", "how_counted", "Hitungan batas", key_display="H"),
        Binding("delete", "forget", "Hapus data pribadi"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._requests: list[Request] = []
        self._wanted = 0

    def compose_place(self) -> ComposeResult:
        yield Static("Permohonan Informasi Publik", classes="title", markup=False)
        yield Static("", id="empty", classes="empty", markup=False)
        with Horizontal(id="register"):
            yield OptionList(id="requests", markup=False)
            with VerticalScroll(id="request"):
                yield Static("", id="request-sheet", markup=False)

    def refresh_place(self) -> None:
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.register import register

        words = EMPTY
        try:
            self._requests = register(self.office, self.officer)
        except NotAllowed as refusal:
            self._requests, words = [], str(refusal)
        self.query_one("#empty", Static).update(words)
        self.query_one("#empty").display = not self._requests
        self.query_one("#register").display = bool(self._requests)
        self._show_rows()

    def take_up(self, request_id: int) -> None:
        """Put the highlight on this request."""
        self._wanted = request_id
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self.query_one("#requests", OptionList)
        at = rows.highlighted or 0
        rows.set_options(Option(self._row(request)) for request in self._requests)
        if self._requests:
            ids = [request.id for request in self._requests]
            rows.highlighted = ids.index(self._wanted) if self._wanted in ids else min(at, len(ids) - 1)
            rows.focus()

    def _row(self, request: Request) -> Hanging:
        from ppid_tui.desk.forgetting import person
        from ppid_tui.desk.request_words import state_words

        words = state_words(self.office, request, self.at().date())
        style = "bold $error" if "terlambat" in words else "dim"
        who = Content.assemble((request.number, "bold"), f" {person(request)}")
        return Hanging([who, Content.styled(words, style)])

    @on(OptionList.OptionHighlighted)
    def _show_request(self, event: OptionList.OptionHighlighted) -> None:
        from ppid_tui.desk.register import sheet

        request = self._requests[event.option_index]
        self._wanted = request.id
        rows = sheet(self.office, request, self.at().date())
        parts = [part for label, value in rows for part in ((f"{label}\n", "dim"), f"{value}\n")]
        self.query_one("#request-sheet", Static).update(Content.assemble(*parts))
        self.query_one("#request").scroll_home(animate=False)
        self.refresh_bindings()

    @property
    def _picked(self) -> Request | None:
        at = self.query_one("#requests", OptionList).highlighted
        return self._requests[at] if at is not None and at < len(self._requests) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an administrator is offered to forget, and only where it can be done."""
        if action not in ("trail", "forget", "how_counted") or self.kiosk.officer is None:
            return True
        from archive.model import Right
        from ppid_tui.desk.forgetting import why_not

        picked = self._picked
        if action == "how_counted":
            from ppid_tui.desk.due import clock_due

            return picked is not None and clock_due(picked) is not None
        if action == "trail" or picked is None:
            return picked is not None
        return self.office.may(self.officer, Right.ADMINISTER) and not why_not(picked)

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

    @work(exclusive=True, group="forget")
    async def action_forget(self) -> None:
        """Forget who made the highlighted request, after a reason and a question."""
        from ppid_tui.screens.forget import ask_and_forget

        if self._picked:
            await ask_and_forget(self, self._picked)
            self.refresh_place()
