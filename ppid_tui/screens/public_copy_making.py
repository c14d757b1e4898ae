"""F8 where a public copy is marked: why a part is exempt, and the copy painted page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.widgets import Static

from archive.blackouts import Box
from archive.model import Document, Exemption
from ppid_tui.desk.works import FieldKind, FormField
from ppid_tui.screens.form_card import FormCard
from ppid_tui.screens.place import Place
from ppid_tui.widgets.progress_line import ProgressLine

if TYPE_CHECKING:
    from ppid_tui.desk.page_marks import PageMarks

REASON = (
    FormField("letter", "Pasal 17 huruf (a sampai j)", FieldKind.TEXT, True),
    FormField("basis", "Dasar hukum", FieldKind.TEXT, True),
    FormField("consequence", "Akibat bila dibuka", FieldKind.LONG),
)
USUAL = {"letter": "h", "basis": "UU 14/2008 Pasal 17 huruf h: rahasia pribadi"}
STILL = " Klasifikasinya belum memungkinkan diberikan: tetapkan dengan E."


class CopyMaking(Place):
    """A place where the pages of the document ``_document_id`` are marked."""

    _document_id: int
    _marks: PageMarks | None = None
    _working = False

    @property
    def _document(self) -> Document:
        found = self.office.records.documents.get(self._document_id)
        assert found is not None
        return found

    @work(exclusive=True, group="make")
    async def action_make(self) -> None:
        """Make the copy, asking for the reason where the record has none."""
        if self._marks is None or self._working:
            return
        if not self._marks.boxes:
            self._say("Belum ada yang ditandai. Pilih baris atau kata, lalu Spasi.", "warn")
            return
        reason: Exemption | None = None
        if self._document.exemption is None:
            card = FormCard("Mengapa bagian ini dikecualikan?", REASON, USUAL, self.at().date())
            answer = await self.app.push_screen_wait(card)
            if answer is None:
                return
            reason = Exemption(answer["letter"].strip().lower(), answer["basis"], answer.get("consequence", ""))
        self._working = True
        self._paint(self._marks.boxes, reason)

    @work(thread=True, exclusive=True, group="paint", exit_on_error=False)
    def _paint(self, boxes: tuple[Box, ...], reason: Exemption | None) -> None:
        from ppid_tui.desk import public_copy

        by, at = self.officer, self.at()
        try:
            for step in public_copy.make_public_copy(self.office, self._document_id, boxes, reason, by, at):
                self.app.call_from_thread(self._progress, step.done, step.total, step.name)
        except public_copy.REFUSALS as refused:
            self.app.call_from_thread(self._made, str(refused))
        else:
            self.app.call_from_thread(self._made, "")

    def _progress(self, done: int, total: int, name: str) -> None:
        if self.is_mounted:
            self.query_one(ProgressLine).show(done, total, name)

    def _made(self, problem: str) -> None:
        self._working = False
        if not self.is_mounted:
            return
        self.query_one(ProgressLine).end("")
        if problem:
            self._say(problem, "bad")
            return
        if self._marks is not None:
            self._marks.kept = self._marks.boxes
        still = "" if self._document.partly_exempt else STILL
        words = f"Salinan untuk publik tersimpan. Periksa dahulu (Ctrl+O), baru berikan.{still}"
        self.app.pop_screen()
        self.notify(words, markup=False, timeout=10)

    def _say(self, words: str, tone: str) -> None:
        said = self.query_one("#said", Static)
        said.set_classes(tone)
        said.update(Content(words))
