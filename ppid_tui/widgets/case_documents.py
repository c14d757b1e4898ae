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

    DEFAULT_CSS = """
    CaseDocuments { height: auto; margin-top: 1; }
    CaseDocuments #doc-head { text-style: bold; }
    CaseDocuments OptionList { height: auto; max-height: 14; border: none; padding: 0; }
    CaseDocuments OptionList { background: $background; }
    CaseDocuments OptionList:focus { border: none; background: $surface; }
    """
    BINDINGS = [Binding("delete", "remove", "Lepas dokumen", show=False)]

    class Opened(Message):
        """A document is to be opened."""

        def __init__(self, document_id: int) -> None:
            super().__init__()
            self.document_id = document_id

    class Removed(Message):
        """A document is to be taken out of the case."""

        def __init__(self, document_id: int) -> None:
            super().__init__()
            self.document_id = document_id

    class AddAsked(Message):
        """Another document is to be added."""

    def __init__(self, changeable: bool) -> None:
        super().__init__(id="documents")
        self._changeable = changeable

    def compose(self) -> ComposeResult:
        yield Static(id="doc-head", markup=False)
        yield OptionList(id="doc-list", markup=False, compact=True)

    def show(self, documents: Sequence[Document], hidden: int) -> None:
        """Show these documents; ``hidden`` more may not stand on this screen."""
        tail = f"; {hidden} tidak ditampilkan di sini" if hidden else ""
        hint = " (Enter membuka, Delete melepas)" if documents and self._changeable else ""
        self.query_one("#doc-head", Static).update(f"Dokumen pekerjaan ini: {len(documents)}{tail}{hint}")
        listed = self.query_one("#doc-list", OptionList)
        at = listed.highlighted
        options = [Option(_line(document), id=str(document.id)) for document in documents]
        if self._changeable:
            options.append(Option(Content.styled("+ Tambah dokumen dari arsip", "bold"), id=ADD))
        listed.set_options(options)
        listed.display = bool(options)
        listed.highlighted = min(at or 0, len(options) - 1) if options else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        chosen = event.option_id or ADD
        self.post_message(self.AddAsked() if chosen == ADD else self.Opened(int(chosen)))

    def action_remove(self) -> None:
        """Take the highlighted document out of the case."""
        option = self.query_one("#doc-list", OptionList).highlighted_option
        if self._changeable and option and option.id and option.id != ADD:
            self.post_message(self.Removed(int(option.id)))


def _line(document: Document) -> Content:
    day = long_date(document.date) or str(document.year or "")
    marks = [document.number, day, class_label(document.information_class)]
    marks += [] if document.confirmed else ["data belum lengkap"]
    marks += [] if document.renditions else ["hardcopy saja"]
    about = " · ".join(mark for mark in marks if mark)
    return Content.assemble(document.title, "\n", (f"  {about}", "dim"))
