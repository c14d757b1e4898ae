"""What is done with the items of a case at its step: rows written, documents bound, places kept, items examined."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from archive.case_model import Case, ListRow
from archive.model import Document, InformationClass
from archive.workflow import WorkflowError
from ppid_tui.desk import case_items, case_rows, cases
from ppid_tui.desk.case_items import CaseItem
from ppid_tui.desk.office import NotAllowed
from ppid_tui.desk.works import FieldKind, FormField
from ppid_tui.screens.place import Place
from ppid_tui.widgets.case_documents import CaseDocuments, Wish

if TYPE_CHECKING:
    from archive.model import Officer
    from ppid_tui.desk.step_task import StepTask

REASON = (FormField("reason", "Yang perlu diperbaiki", FieldKind.LONG, True),)
ROW = (
    FormField("title", "Judul atau ringkasan isi", FieldKind.TEXT, True),
    FormField("unit", "Bagian/OPD yang menguasai"),
    FormField("responsible", "Penanggung jawab"),
)
SHOWN = 8
"""So many titles are named in a question."""
REFUSED = (NotAllowed, WorkflowError, case_rows.NoTitle)


class StepItems(Place):
    """The part of the step's screen that deals with the items of the case."""

    _job: StepTask
    _by: Officer
    _case_id: int

    def __init__(self) -> None:
        super().__init__()
        self._removed: list[CaseItem] = []

    @property
    def case(self) -> Case:
        """The case as it is now."""
        return cases.case_of(self.office, self._case_id)

    def items(self) -> list[CaseItem]:
        """The items of the case that may stand here, in the order of the work."""
        seen, _ = case_items.items_of(self.office, self.case, self.viewer)
        return case_items.in_order(seen, self._job.work)

    def items_changed(self) -> None:
        """Show the items as they are now."""
        raise NotImplementedError

    def show_items(self) -> None:
        """Show the items of the case as the screen has it."""
        _, hidden = case_items.items_of(self.office, self._job.case, self.viewer)
        documents, items = self.query_one(CaseDocuments), self.items()
        documents.show(items, hidden)
        documents.display = self._job.work.takes_documents or bool(items) or bool(hidden)

    def keep_typed_row(self) -> None:
        """A row that was written and not yet entered is added all the same."""
        for documents in self.query(CaseDocuments):
            if words := documents.take_typed_row():
                self._add_row(words)

    def lacking_items(self) -> str:
        """What this work must not leave undone, in Indonesian; '' if nothing."""
        left = [item for item in self.items() if self._job.work.describes and item.undescribed]
        return f"Masih {len(left)} dokumen yang datanya belum lengkap, pertama “{left[0].title}”." if left else ""

    def place_rest(self, words: str) -> None:
        """Where papers are put into storage: the place that was filled in, for all that have none yet."""
        if self._job.work.checks_softcopies and words:
            from ppid_tui.desk.hardcopy_places import place_the_rest

            place_the_rest(self.office, self.case, words, self.viewer, self.at())

    def on_case_documents_row_typed(self, event: CaseDocuments.RowTyped) -> None:
        self._add_row(event.line)
        self.items_changed()

    def _add_row(self, line: str) -> None:
        try:
            row = case_rows.read_row(line, self.case.unit)
            case_rows.add_rows(self.office, self.case, (row,), self._by, self.at())
        except REFUSED as refused:
            self.notify(str(refused), markup=False, severity="warning")

    @work(exclusive=True, group="item")
    async def on_case_documents_wished(self, event: CaseDocuments.Wished) -> None:
        done = {
            Wish.SOFTCOPY: self._bind,
            Wish.PLACE: self._place,
            Wish.EDIT: self._edit,
            Wish.SEND_BACK: self._send_back,
            Wish.APPROVE: self._approve,
        }
        at_once = {Wish.REMOVE: self._remove, Wish.OPEN: self._open}
        try:
            if event.item is None:
                await self._wished_of_list(event.wish)
            elif event.wish in done:
                await done[event.wish](event.item)
            elif event.wish in at_once:
                at_once[event.wish](event.item)
            else:
                await self._wished_of_list(event.wish)
        except REFUSED as refused:
            self.notify(str(refused), markup=False, severity="warning")
        if event.wish is not Wish.OPEN:
            self.items_changed()

    async def _wished_of_list(self, wish: Wish) -> None:
        match wish:
            case Wish.ADD:
                if document := await self._choose("Tambah dokumen dari arsip"):
                    cases.attach(self.office, self.case, (document,), self._by, self.at())
            case Wish.TAKE_OVER:
                self._take_over()
            case Wish.TAKE_NEW:
                await self._take_new()
            case Wish.UNDO:
                self._put_back()

    async def _take_new(self) -> None:
        """All that came in meanwhile and belongs to no case, at once."""
        from ppid_tui.desk.attaching import came_in_since
        from ppid_tui.screens.confirm import ConfirmScreen

        new = came_in_since(self.office, self.case, self.viewer)
        if not new:
            self.notify("Belum ada dokumen baru. Terima dahulu di Dokumen Masuk (F5).", markup=False)
            return
        titles = "\n".join(f"  {document.title}" for document in new[:SHOWN])
        more = f"\n  dan {len(new) - SHOWN} lainnya" if len(new) > SHOWN else ""
        question = f"{len(new)} dokumen diterima sejak pekerjaan ini dibuka. Masukkan semuanya?\n{titles}{more}"
        if await self.app.push_screen_wait(ConfirmScreen(question, yes="Masukkan", no="Batal")):
            case_rows.take_new(self.office, self.case, new, self._by, self.at())

    async def _choose(self, title: str) -> Document | None:
        from ppid_tui.screens.attach import AttachScreen

        return await self.app.push_screen_wait(AttachScreen(self.office, self.viewer, title))

    async def _bind(self, item: CaseItem) -> None:
        if item.row and (document := await self._choose(f"Softcopy untuk “{item.title}”")):
            case_rows.bind(self.office, self.case, item.row.number, document, self._by, self.at())

    async def _place(self, item: CaseItem) -> None:
        from ppid_tui.desk.hardcopy_places import PLACE, keep_place, starting_place
        from ppid_tui.screens.form_card import FormCard

        start = starting_place(self.office, self.case, item.document)
        card = FormCard(f"Tempat hardcopy “{item.title}”", PLACE, start, self.at().date())
        if values := await self.app.push_screen_wait(card):
            keep_place(self.office, self.case, item, values, self._by, self.at())

    async def _edit(self, item: CaseItem) -> None:
        if item.row:
            row = await self._edited(item.row)
            case_rows.change_row(self.office, self.case, row, self._by, self.at())

    async def _edited(self, row: ListRow) -> ListRow:
        from ppid_tui.screens.form_card import CLASS, FormCard

        start = {field.name: str(getattr(row, field.name)) for field in ROW}
        card = FormCard("Ubah baris daftar", ROW, start, self.at().date(), row.information_class)
        values = await self.app.push_screen_wait(card)
        if values is None:
            return row
        title, unit, responsible = (values[field.name].strip() for field in ROW)
        chosen = InformationClass(values[CLASS])
        return replace(row, title=title, unit=unit, responsible=responsible, information_class=chosen)

    async def _send_back(self, item: CaseItem) -> None:
        from ppid_tui.screens.form_card import FormCard

        start = {"reason": item.remark.reason if item.remark else ""}
        card = FormCard(f"Perlu diperbaiki: “{item.title}”", REASON, start, self.at().date())
        if values := await self.app.push_screen_wait(card):
            case_items.remark_on(self.office, self.case, item, values["reason"], self._by, self.at())
            self.query_one(CaseDocuments).go_onward()

    async def _approve(self, item: CaseItem) -> None:
        from ppid_tui.screens.confirm import ConfirmScreen

        asked = item.remark.reason if item.remark else ""
        question = f"Setujui “{item.title}”? Catatan Anda dihapus: {asked}"
        if asked and not await self.app.push_screen_wait(ConfirmScreen(question, yes="Setujui", no="Batal")):
            return
        taken_back = item.remark is not None and not item.remark.reason
        case_items.remark_on(self.office, self.case, item, None if taken_back else "", self._by, self.at())
        self.query_one(CaseDocuments).go_onward()

    def _open(self, item: CaseItem) -> None:
        if self._job.work.reviews:
            self.query_one(CaseDocuments).go_onward()
        if item.document is None:
            self._open_row()
        elif self._job.work.describes and self._job.finish:
            from ppid_tui.screens.describe import DescribeScreen

            self.app.push_screen(DescribeScreen(item.document.id))
        else:
            from ppid_tui.screens.document import DocumentScreen

            self.app.push_screen(DocumentScreen(item.document.id))

    def _open_row(self) -> None:
        """There is no document to open: where rows are written, its words."""
        documents = self.query_one(CaseDocuments)
        if documents.allows(Wish.EDIT):
            documents.action_wish(Wish.EDIT)
        else:
            self.notify("Baris ini belum ada dokumennya.", markup=False)

    def _remove(self, item: CaseItem) -> None:
        if item.row:
            case_rows.remove_row(self.office, self.case, item.row.number, self._by, self.at())
            said = "Baris dihapus dari daftar. Tekan Z untuk mengembalikannya."
        elif item.document:
            cases.detach(self.office, self.case, item.document, self._by, self.at())
            said = "Dilepas dari pekerjaan ini. Dokumennya tetap di arsip."
        self._removed.append(item)
        self.notify(said, markup=False)

    def _put_back(self) -> None:
        if not self._removed:
            return
        item = self._removed.pop()
        if item.row:
            case_rows.put_back(self.office, self.case, item.row, self._by, self.at())
        elif item.document:
            cases.attach(self.office, self.case, (item.document,), self._by, self.at())

    def _take_over(self) -> None:
        before = len(self.case.rows)
        case = case_rows.take_over(self.office, self.case, self._by, self.at())
        count = len(case.rows) - before
        said = f"{count} baris diambil dari daftar lalu." if count else "Belum ada daftar lalu untuk diambil."
        self.notify(said, markup=False)
