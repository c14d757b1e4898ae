"""The items of a case: rows of its list and its documents, opened, taken out, completed, examined, added."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.desk.case_items import CaseItem
from ppid_tui.desk.works import Work
from ppid_tui.widgets.item_lines import hints, item_line

ADD = "tambah"
NEW_ROW = "Baris baru: judul; unit; penanggung jawab; softcopy / hardcopy"


class Wish(StrEnum):
    """What is to be done with an item, or with the list as a whole."""

    OPEN = "open"
    ADD = "add"
    REMOVE = "remove"
    UNDO = "undo"
    SOFTCOPY = "softcopy"
    PLACE = "place"
    EDIT = "edit"
    TAKE_OVER = "take_over"
    TAKE_NEW = "take_new"
    APPROVE = "approve"
    SEND_BACK = "send_back"


OF_THE_LIST = (Wish.UNDO, Wish.TAKE_OVER, Wish.TAKE_NEW)
IN_LISTS = (Wish.SOFTCOPY, Wish.EDIT, Wish.TAKE_OVER)
IN_REVIEWS = (Wish.APPROVE, Wish.SEND_BACK)


class CaseDocuments(Vertical):
    """A line to write a row, the items, and at their end the way to add a document.

    ``changeable`` by who holds the case, where the ``work`` takes documents.
    """

    BINDINGS = [
        Binding("delete", "wish('remove')", "Lepas", show=False),
        Binding("z", "wish('undo')", "Kembalikan yang dihapus", show=False),
        Binding("s", "wish('softcopy')", "Lampirkan softcopy", show=False),
        Binding("t", "wish('place')", "Tempat hardcopy", show=False),
        Binding("e", "wish('edit')", "Ubah baris", show=False),
        Binding("a", "wish('take_over')", "Ambil daftar lalu", show=False),
        Binding("m", "wish('take_new')", "Masukkan yang baru diterima", show=False),
        Binding("space", "wish('approve')", "Setuju", show=False),
        Binding("k", "wish('send_back')", "Perlu diperbaiki", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    class Wished(Message):
        """Something is to be done with an item; None where it is the list that is meant."""

        def __init__(self, wish: Wish, item: CaseItem | None) -> None:
            super().__init__()
            self.wish = wish
            self.item = item

    class RowTyped(Message):
        """A row was written."""

        def __init__(self, line: str) -> None:
            super().__init__()
            self.line = line

    class RowBegun(Message):
        """A row is being written."""

    def __init__(self, work: Work, holds: bool, begun: str = "") -> None:
        """``begun`` is a row that was being written before."""
        super().__init__(id="documents")
        self._begun = begun
        self._job = work
        self._holds = holds
        self._shown: dict[str, CaseItem] = {}
        self._onward = False

    @property
    def _changeable(self) -> bool:
        return self._holds and self._job.takes_documents

    def compose(self) -> ComposeResult:
        yield Static(id="doc-head", markup=False)
        if self._holds and self._job.lists:
            yield Input(self._begun, id="new-row", placeholder=NEW_ROW, compact=True, select_on_focus=False)
        yield OptionList(id="doc-list", markup=False, compact=True)

    def show(self, items: Sequence[CaseItem], hidden: int) -> None:
        """Show these items; ``hidden`` more may not stand on this screen."""
        self.query_one("#doc-head", Static).update(hints(items, hidden, self._job, self._holds))
        self._shown = {item.key: item for item in items}
        listed = self.query_one("#doc-list", OptionList)
        at = (listed.highlighted or 0) + (1 if self._onward else 0)
        self._onward = False
        adding = listed.highlighted_option is not None and listed.highlighted_option.id == ADD
        options = [Option(item_line(item, self._job), id=key) for key, item in self._shown.items()]
        if self._changeable:
            options.append(Option(Content.styled("+ Tambah dokumen dari arsip", "bold"), id=ADD))
        listed.set_options(options)
        listed.display = bool(options)
        last = len(options) - 1
        listed.highlighted = None if last < 0 else last if adding else min(at, last)

    @property
    def row_begun(self) -> str:
        """The row that is being written."""
        return next((line.value for line in self.query("#new-row").results(Input)), "")

    def take_typed_row(self) -> str:
        """The row that was written and not yet added; it is taken out of its line."""
        for line in self.query("#new-row").results(Input):
            words, line.value = line.value.strip(), ""
            return words
        return ""

    def go_onward(self) -> None:
        """The next time the items are shown, the cursor stands on the next."""
        self._onward = True

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.RowBegun())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if words := self.take_typed_row():
            self.post_message(self.RowTyped(words))
        else:
            self.query_one("#doc-list").focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        item = self._shown.get(event.option_id or "")
        self.post_message(self.Wished(Wish.OPEN if item else Wish.ADD, item))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only the keys of this work are there."""
        return action != "wish" or self.allows(Wish(str(parameters[0])))

    def action_wish(self, name: str) -> None:
        """Ask for something to be done with the highlighted item."""
        wish = Wish(name)
        option = self.query_one("#doc-list", OptionList).highlighted_option
        item = self._shown.get(option.id or "") if option else None
        if item or wish in OF_THE_LIST:
            self.post_message(self.Wished(wish, item))

    def allows(self, wish: Wish) -> bool:
        """Whether this work has this wish, and the officer holds it."""
        if wish in IN_LISTS:
            return self._holds and self._job.lists
        if wish in IN_REVIEWS:
            return self._holds and self._job.reviews
        return self._changeable
