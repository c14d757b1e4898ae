"""One request as a place of work: what it is, its clock, and on Enter what is likely to be done next."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from archive.request_model import Request, RequestItem
from ppid_tui.desk import request_items, requests
from ppid_tui.desk.forgetting import person
from ppid_tui.desk.looks import note_look
from ppid_tui.desk.register import sheet
from ppid_tui.desk.request_actions import Act, possible, undecided, words_of
from ppid_tui.desk.request_words import state_words
from ppid_tui.screens import areas
from ppid_tui.screens.request_keys import RequestKeys
from ppid_tui.widgets.hanging import Hanging
from ppid_tui.widgets.request_lines import about_lines, ending_rows, item_lines, letter_rows, long_rows, objection_rows

BEFORE = ("Nomor", "Keadaan", "Pemohon")
"""What stands above already."""


class ItemList(OptionList):
    """What is asked for; its own Enter, so that the footer names it."""

    BINDINGS = [Binding("enter", "select", "Lanjut")]


class RequestScreen(RequestKeys):
    """Opened from the register, from home, and when a request has got its number."""

    AREA = areas.REQUESTS
    CSS_PATH = "request.tcss"
    AUTO_FOCUS = "#items"
    GUIDE = (
        "Satu permohonan: yang diminta di kiri, data lainnya di kanan.\n"
        "Enter mengerjakan yang tertulis di baris Berikutnya; Ctrl+L semua yang dapat dilakukan.\n"
        "A melampirkan dokumen pada butir yang disorot, T menentukan atau mengubah jawabannya.\n"
        "Hanya yang berwenang memutuskan dapat menolak; petugas lain mengajukan usul.\n"
        "Ctrl+O membuka dokumen butir itu, misalnya untuk membuat salinan publiknya.\n"
        "F9 mencetak kertasnya, H cara menghitung batas waktu, J jejak perubahan.\n"
        "Page Down menggulung data di kanan."
    )
    BINDINGS = [
        Binding("a", "attach", "Lampirkan", key_display="A"),
        Binding("t", "settle", "Jawaban butir", key_display="T"),
        Binding("f9", "print", "Cetak"),
        Binding("ctrl+o", "open", "Buka dokumen", show=False),
        Binding("h,ctrl+g", "how_counted", "Hitungan", show=False, key_display="H"),
        Binding("j", "trail", "Jejak", show=False, key_display="J"),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(self, request_id: int) -> None:
        super().__init__()
        self._request_id = request_id

    @property
    def request(self) -> Request:
        """The request as it is now."""
        return requests.request_of(self.office, self._request_id)

    @property
    def item(self) -> int:
        """The item that is highlighted, from 0."""
        return self.query_one(ItemList).highlighted or 0

    def compose_place(self) -> ComposeResult:
        yield Static(id="whose", classes="title", markup=False)
        yield Static(id="state", markup=False)
        yield Static(id="next", classes="good", markup=False)
        with Horizontal(id="request-body"):
            yield ItemList(id="items", markup=False)
            with VerticalScroll(id="about", can_focus=False):
                yield Static(id="about-lines", markup=False)

    def on_mount(self) -> None:
        note_look(self.office, self.request, self.officer, self.at())

    def refresh_place(self) -> None:
        if not self.query("#items"):
            return
        request, today = self.request, self.at().date()
        self.query_one("#whose", Static).update(f"{request.number}  {person(request)}")
        self._show_state(request)
        rows = [row for row in sheet(self.office, request, today) if row[0] not in BEFORE]
        rows = [row for row in rows if not row[0].startswith("Diminta")]
        rows += [*long_rows(request), *ending_rows(request), *objection_rows(request.keberatan), *letter_rows(request)]
        self.query_one("#about-lines", Static).update(about_lines(rows))
        self._show_items(request)
        self.refresh_bindings()

    def _show_state(self, request: Request) -> None:
        today = self.at().date()
        words = state_words(self.office, request, today)
        self.query_one("#state", Static).set_classes("bad" if "terlambat" in words else "").update(words)
        following = possible(self.office, request, self.officer, today)[0]
        words = "" if following is Act.TRAIL else f"Berikutnya (Enter): {words_of(following, request)}"
        self.query_one("#next", Static).update(words)

    def _show_items(self, request: Request) -> None:
        listed = self.query_one(ItemList)
        at = listed.highlighted
        listed.set_options(Option(self._line(n, item)) for n, item in enumerate(request.items, 1))
        listed.highlighted = (undecided(request) or 0) if at is None else min(at, len(request.items) - 1)

    def _line(self, number: int, item: RequestItem) -> Hanging:
        return item_lines(number, item, *request_items.documents_of(self.office, item, self.viewer))

    @on(OptionList.OptionSelected, "#items")
    @work(exclusive=True, group="request")
    async def _go_on(self) -> None:
        request = self.request
        await self.do(possible(self.office, request, self.officer, self.at().date())[0], request)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is given is settled while the request runs."""
        if action in ("attach", "settle"):
            open_acts = possible(self.office, self.request, self.officer, self.at().date())
            return Act.WITHDRAW in open_acts
        return True

    @work(exclusive=True, group="request")
    async def action_settle(self) -> None:
        """Say what becomes of the highlighted item."""
        from ppid_tui.screens.request_answers import settle_item

        await settle_item(self, self.request, self.item)
        self.refresh_place()

    @work(exclusive=True, group="request")
    async def action_attach(self) -> None:
        """Put documents to the highlighted item, until Esc."""
        from ppid_tui.screens.request_answers import attach_documents

        await attach_documents(self, self.request, self.item)
        self.refresh_place()

    @work(exclusive=True, group="request")
    async def action_open(self) -> None:
        """Open a document of the highlighted item."""
        from ppid_tui.screens.document import DocumentScreen

        item = self.request.items[self.item]
        documents, _ = request_items.documents_of(self.office, item, self.viewer)
        chosen = await self.choose("Buka dokumen yang mana?", [document.title for document in documents])
        if chosen is None:
            self.notify("Butir ini belum punya dokumen. A melampirkannya.", markup=False)
        else:
            self.app.push_screen(DocumentScreen(documents[chosen].id, item.wanted))

    def action_trail(self) -> None:
        """Who changed this request, and what."""
        from ppid_tui.screens.trail import TrailScreen

        self.app.push_screen(TrailScreen(("requests", self._request_id)))

    def action_how_counted(self) -> None:
        """How the due date was counted."""
        from ppid_tui.desk.how_counted import of_request
        from ppid_tui.screens.how_counted import show_working

        show_working(self, of_request(self.office, self.request))

    def action_page(self, direction: int) -> None:
        """Scroll what stands at the right."""
        about = self.query_one("#about", VerticalScroll)
        (about.scroll_page_down if direction > 0 else about.scroll_page_up)(animate=False)
