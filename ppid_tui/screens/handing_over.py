"""Handing a case over on a USB stick: for whom, what goes along, and onto which stick."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place
from ppid_tui.widgets.choices import Choices
from ppid_tui.widgets.progress_line import ProgressLine
from ppid_tui.widgets.tick import Tick

if TYPE_CHECKING:
    from archive.case_model import Case
    from ppid_tui.desk.handover import Going

LOOK_EVERY = 2.0
"""Seconds between two looks for sticks."""
NO_STICK = "Belum ada USB yang terpasang. Pasang USB, atau ketik nama foldernya di bawah."
WARNING = (
    "Siapa pun yang memegang USB dapat membacanya: serahkan langsung, lalu hapus dari USB. "
    "Tanpa tanda, dokumen itu tidak ikut."
)

HOLDS_EXEMPT = "Ada dokumen yang DIKECUALIKAN di dalamnya: serahkan langsung, hapus dari USB sesudahnya."


class HandingOverScreen(Place):
    """Writes a hand-over file for each case; the officer stays until it is said that the stick may be pulled out."""

    AREA = areas.STEPS
    CSS_PATH = "handing_over.tcss"
    AUTO_FOCUS = "#sticks"
    GUIDE = (
        "Pekerjaan dan dokumennya ditulis ke USB sebagai satu folder, lengkap dengan sidik setiap berkas.\n"
        "Kantor penerima memasang USB itu, membuka Dokumen Masuk (F5), dan menerima paketnya.\n"
        "Pilih USB dengan panah, lalu F8. Dokumen yang dikecualikan hanya ikut bila ditandai (Spasi).\n"
        "Tunggu sampai tertulis bahwa USB boleh dicabut."
    )
    BINDINGS = [Binding("f8", "export", "Ekspor")]

    def __init__(self, case_ids: Sequence[int]) -> None:
        super().__init__()
        self._case_ids = tuple(case_ids)
        self._sticks: list[Path] = []
        self._working = False

    def compose_place(self) -> ComposeResult:
        plans = self._plans()
        yield Static("Ekspor ke USB", classes="title", markup=False)
        yield Static(_about(plans), id="about", markup=False)
        exempt, allowed = sum(len(plan.exempt) for _, plan in plans), not any(plan.kept_back for _, plan in plans)
        if exempt and allowed:
            yield Tick(f"Sertakan {exempt} dokumen yang DIKECUALIKAN", False, id="exempt")
            yield Static(WARNING, id="warning", classes="warn", markup=False)
        yield Static("Simpan di:", classes="head", markup=False)
        yield Static(NO_STICK, id="none", classes="quiet", markup=False)
        yield Choices(id="sticks")
        with Horizontal(id="other"):
            yield Static("Folder lain:", markup=False)
            yield Input(placeholder="ketik namanya bila bukan USB di atas", id="path", compact=True)
        yield ProgressLine()
        yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        self._look()
        self.set_interval(LOOK_EVERY, self._look)

    def _plans(self) -> list[tuple[Case, Going]]:
        from ppid_tui.desk.cases import case_of
        from ppid_tui.desk.handover import going

        found = [case_of(self.office, one) for one in self._case_ids]
        return [(case, going(self.office, case, self.officer)) for case in found]

    def _look(self) -> None:
        from ppid_tui.desk.sources import sticks

        there = sticks()
        if there != self._sticks or not self.query_one(Choices).option_count:
            self._sticks = there
            self.query_one(Choices).show([(stick.name or str(stick), str(stick.parent)) for stick in there])
        self.query_one("#none").display = not there

    @on(Choices.Chosen)
    @on(Input.Submitted)
    def _chosen(self) -> None:
        self.action_export()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only one at a time."""
        return not self._working if action == "export" else True

    def _to(self) -> Path | None:
        typed = self.query_one("#path", Input).value.strip().strip('"')
        if typed:
            return Path(typed).expanduser()
        at = self.query_one(Choices).highlighted
        return self._sticks[at] if at is not None and at < len(self._sticks) else None

    def action_export(self) -> None:
        """Write the hand-over files, unless they are being written."""
        to = self._to()
        if self._working:
            return
        if to is None or not to.is_dir():
            self._say(
                NO_STICK if to is None else f"“{to}” tidak ditemukan. Periksa namanya, atau pasang USB-nya.", "bad"
            )
            return
        self._working = True
        self._say("", "quiet")
        self.refresh_bindings()
        self._export(to, any(tick.ticked for tick in self.query(Tick)))

    @work(thread=True, exclusive=True, group="export", exit_on_error=False)
    def _export(self, to: Path, with_exempt: bool) -> None:
        from ppid_tui.desk.handover import REFUSALS, export, sent_words

        words, tone = "", "good"
        for case, plan in self._plans():
            steps = export(self.office, case, to, self.officer, self.at(), with_exempt)
            try:
                while True:
                    step = next(steps)
                    self.app.call_from_thread(self._progress, step.done, step.total, step.name)
            except StopIteration as end:
                words = sent_words(end.value, plan, with_exempt)
            except REFUSALS as refusal:
                words, tone = str(refusal), "bad"
                break
        if tone == "good" and len(self._case_ids) > 1:
            words = f"{len(self._case_ids)} paket tersimpan dan diperiksa di {to}. USB boleh dicabut."
            words += f" {HOLDS_EXEMPT}" if with_exempt else ""
        self.app.call_from_thread(self._done, words, tone)

    def _progress(self, done: int, total: int, name: str) -> None:
        self.query_one(ProgressLine).show(done, total, name)

    def _done(self, words: str, tone: str) -> None:
        self._working = False
        self.query_one(ProgressLine).end("")
        self._say(words, tone)
        self.refresh_bindings()

    def _say(self, words: str, tone: str) -> None:
        said = self.query_one("#said", Static)
        said.set_classes(tone)
        said.update(Content(words))


def _about(plans: Sequence[tuple[Case, Going]]) -> Content:
    """What goes to whom; and what stays, and why."""
    case, plan = plans[0]
    name = f"{case.title}{f' ({case.unit})' if case.unit and len(plans) == 1 else ''}"
    count = sum(len(one.documents) for _, one in plans)
    rows = sum(len(one.rows) for one, _ in plans)
    sets = f"{len(plans)} paket, " if len(plans) > 1 else ""
    asked = f"daftar {rows} baris, " if rows else ""
    lines = [
        Content.styled(name, "bold"),
        Content(f"Untuk {plan.receiver}: {sets}{asked}{count} dokumen, dan riwayat langkahnya."),
    ]
    kept_back = [(len(one.exempt), one.kept_back) for _, one in plans if one.kept_back]
    if kept_back:
        stays = sum(stay for stay, _ in kept_back)
        lines.append(Content.styled(f"{stays} dokumen: {kept_back[0][1]}", "$warning"))
    return Content("\n").join(lines)
