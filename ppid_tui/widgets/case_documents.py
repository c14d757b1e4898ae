"""The documents of a case: opened, taken out, and others added."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from archive.model import Document
from ppid_tui.printouts.labels import class_label, long_date

ADD = "tambah"


class CaseDocuments(Vertical):
    """A list with the documents, and at its end the way to add one; ``changeable`` by who holds the case."""

    BINDINGS = [Binding("delete", "remove", "Lepas dokumen", show=False)]

    class Opened(Message):
        """A document is to be opened."""

        def __init__(self, document: Document) -> None:
            super().__init__()
            self.document = document

    class Removed(Message):
        """A document is to be taken out of the case."""

        def __init__(self, document: Document) -> None:
            super().__init__()
            self.document = document

    class AddAsked(Message):
        """Another document is to be added."""

    def __init__(self, changeable: bool) -> None:
        super().__init__(id="documents")
        self._changeable = changeable
        self._shown: dict[str, Document] = {}

    def compose(self) -> ComposeResult:
        yield Static(id="doc-head", markup=False)
        yield OptionList(id="doc-list", markup=False, compact=True)

    def show(self, documents: Sequence[Document], hidden: int) -> None:
        """Show these documents; ``hidden`` more may not stand on this screen."""
        tail = f"; {hidden} tidak ditampilkan di sini" if hidden else ""
        hint = " (Enter membuka, Delete melepas)" if documents and self._changeable else ""
        self.query_one("#doc-head", Static).update(f"Dokumen pekerjaan ini: {len(documents)}{tail}{hint}")
        self._shown = {str(document.id): document for document in documents}
        listed = self.query_one("#doc-list", OptionList)
        at = listed.highlighted or 0
        adding = listed.highlighted_option is not None and listed.highlighted_option.id == ADD
        options = [Option(_line(document), id=key) for key, document in self._shown.items()]
        if self._changeable:
            options.append(Option(Content.styled("+ Tambah dokumen dari arsip", "bold"), id=ADD))
        listed.set_options(options)
        listed.display = bool(options)
        last = len(options) - 1
        listed.highlighted = None if last < 0 else last if adding else min(at, last)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        document = self._shown.get(event.option_id or "")
        self.post_message(self.Opened(document) if document else self.AddAsked())

    def action_remove(self) -> None:
        """Take the highlighted document out of the case."""
        option = self.query_one("#doc-list", OptionList).highlighted_option
        document = self._shown.get(option.id or "") if option else None
        if self._changeable and document:
            self.post_message(self.Removed(document))


def _line(document: Document) -> Content:
    day = long_date(document.date) or str(document.year or "")
    marks = [document.number, day, class_label(document.information_class)]
    marks += [] if document.confirmed else ["data belum lengkap"]
    marks += [] if document.renditions else ["hardcopy saja"]
    about = " · ".join(mark for mark in marks if mark)
    return Content.assemble(document.title, "\n", (f"  {about}", "dim"))
