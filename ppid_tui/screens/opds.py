"""The OPDs of a case: who was asked, who sent what, who is late; a part opened for each, sent, reminded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.file_names import shortened

if TYPE_CHECKING:
    from ppid_tui.desk.opds import Part

STATE, COUNT = 34, 17
"""Cells for how far an OPD is, and for what came; the rest of the line is its name's."""
EMPTY = "Belum ada OPD. Tekan O untuk menulis daftarnya."


class OpdList(OptionList):
    """The OPDs; its own Enter, so that the footer names it."""

    BINDINGS = [Binding("enter", "select", "Buka")]


class OpdsScreen(Place):
    """Reached from the step of a case that OPDs do their parts of."""

    AREA = areas.STEPS
    CSS_PATH = "opds.tcss"
    AUTO_FOCUS = "#opds"
    GUIDE = (
        "Setiap OPD mengerjakan bagiannya. F8 membuka bagian untuk semua OPD yang belum punya.\n"
        "U menulis paket USB bagi yang belum dikirimi; bila semua sudah, bagi OPD yang dipilih.\n"
        "Paket yang kembali diterima di Dokumen Masuk (F5). Yang datang lewat surat: Enter, lalu catat dan F8.\n"
        "Di kanan: yang diminta dan belum datang. F9 mencetak surat pengingat bagi yang terlambat.\n"
        "O mengubah daftar OPD kantor ini."
    )
    BINDINGS = [
        Binding("f8", "open_all", "Buka semua"),
        Binding("u", "export", "Ke USB", key_display="U"),
        Binding("f9", "remind", "Pengingat"),
        Binding("o", "list_opds", "Daftar OPD", key_display="O"),
    ]

    def __init__(self, case_id: int) -> None:
        super().__init__()
        self._case_id = case_id
        self._parts: list[Part] = []

    def compose_place(self) -> ComposeResult:
        yield Static(id="title", classes="title", markup=False)
        yield Static(id="summary", classes="quiet", markup=False)
        yield Static(EMPTY, id="none", classes="empty", markup=False)
        yield OpdList(id="opds", markup=False)
        with VerticalScroll(id="lacking", can_focus=False):
            yield Static(id="part", markup=False)

    def refresh_place(self) -> None:
        from ppid_tui.desk.cases import case_of
        from ppid_tui.desk.opds import parts, summary_words

        if not self.query("#opds"):
            return
        case = case_of(self.office, self._case_id)
        self._parts = parts(self.office, case, self.at().date())
        self.query_one("#title", Static).update(Content(f"Per OPD: {case.title}"))
        self.query_one("#summary", Static).update(summary_words(self._parts))
        self.query_one("#none").display = not self._parts
        listed = self.query_one("#opds", OptionList)
        at = listed.highlighted or 0
        listed.set_options(Option(_row(part, listed.size.width)) for part in self._parts)
        listed.highlighted = min(at, len(self._parts) - 1) if self._parts else None
        self._show_part()
        self.refresh_bindings()

    def on_resize(self) -> None:
        self.refresh_place()

    @property
    def _picked(self) -> Part | None:
        at = self.query_one("#opds", OptionList).highlighted
        return self._parts[at] if at is not None and at < len(self._parts) else None

    @property
    def _to_send(self) -> list[Part]:
        """Those to whom nothing was sent yet; where there are none, the highlighted one while it is awaited."""
        new = [part for part in self._parts if part.waits and part.case and not part.case.packages]
        picked = self._picked
        return new or ([picked] if picked and picked.waits else [])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what can be done now is offered."""
        if not self.query("#opds"):
            return True
        match action:
            case "open_all":
                return any(part.case is None for part in self._parts)
            case "export":
                return bool(self._to_send)
            case "remind":
                return any(part.late for part in self._parts)
        return True

    @on(OptionList.OptionHighlighted)
    def _show_part(self) -> None:
        part = self._picked
        self.query_one("#part", Static).update(_missing(part) if part else "")
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def _open_part(self) -> None:
        part = self._picked
        if part and part.case:
            from ppid_tui.screens.step import StepScreen

            self.app.push_screen(StepScreen(part.case.id))
        elif part:
            self._open_for([part.opd])

    @work(exclusive=True, group="opds")
    async def action_open_all(self) -> None:
        """Open a part for each OPD that has none, on yes."""
        from ppid_tui.screens.confirm import ConfirmScreen

        opds = [part.opd for part in self._parts if part.case is None]
        if await self.app.push_screen_wait(ConfirmScreen(f"Buka bagian pekerjaan ini untuk {len(opds)} OPD?", "Buka")):
            self._open_for(opds)

    def _open_for(self, opds: list[str]) -> None:
        from ppid_tui.desk.cases import case_of
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.opds import open_parts

        try:
            opened = open_parts(self.office, case_of(self.office, self._case_id), opds, self.officer, self.at())
        except NotAllowed as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
            return
        self.notify(f"{len(opened)} bagian dibuka. U menulis paketnya ke USB.", markup=False)
        self.refresh_place()

    def action_export(self) -> None:
        """Write the hand-over files."""
        from ppid_tui.screens.handing_over import HandingOverScreen

        self.app.push_screen(HandingOverScreen([part.case.id for part in self._to_send if part.case]))

    @work(thread=True, exclusive=True, group="remind", exit_on_error=False)
    def action_remind(self) -> None:
        """Print a letter to each that is late."""
        from ppid_tui.desk.cases import case_of
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.reminders import print_reminders
        from ppid_tui.desk.trouble import cause

        try:
            case = case_of(self.office, self._case_id)
            words = print_reminders(self.office, case, self.officer, self.at())
        except NotAllowed as refusal:
            words = str(refusal)
        except OSError as error:
            words = f"Surat pengingat belum tersimpan: {cause(error)}. Tekan F9 untuk mencoba lagi."
        self.app.call_from_thread(self.notify, words, markup=False, timeout=12)

    def action_list_opds(self) -> None:
        """The office's list of OPDs."""
        from ppid_tui.screens.opd_names import OpdNamesScreen

        self.app.push_screen(OpdNamesScreen())


def _row(part: Part, width: int) -> Content:
    from ppid_tui.desk.opds import count_words, state_words

    style = "bold $error" if part.late else "$success" if part.done else ""
    room = max(20, width - STATE - COUNT - 4)
    name = shortened(part.opd, room).ljust(room + 1)
    return Content.assemble(name, (state_words(part).ljust(STATE), style), (count_words(part), "dim"))


def _missing(part: Part) -> Content:
    lines = [Content.styled(part.opd, "bold")]
    if part.case is None:
        lines.append(Content("Belum dibuka. Enter membuka bagian untuk OPD ini."))
    elif part.missing:
        lines.append(Content("Diminta dan belum datang:" if not part.done else "Tidak datang:"))
        lines += [Content(f"  {title}") for title in part.missing]
    elif part.asked:
        lines.append(Content("Semua yang diminta sudah datang."))
    else:
        lines.append(Content("Diminta: seluruh data dan informasi yang dikuasai."))
    return Content("\n").join(lines)
