"""Several documents at once, or certain pages of them: chosen from what was found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Static

from ppid_tui.desk.handing_out import Piece
from ppid_tui.desk.page_choice import chosen_pages
from ppid_tui.printouts.labels import class_label
from ppid_tui.widgets.pick_list import Pick, PickList

if TYPE_CHECKING:
    from archive.model import Document

ABOUT = "Tandai yang diberikan; P bila hanya halaman tertentu."
PAGES = "Halaman, misalnya 2-4, 7 (kosong: seluruhnya). Enter menyimpan"


@dataclass(frozen=True)
class Chosen:
    """What was chosen, and whether it goes to a stick."""

    pieces: tuple[Piece, ...]
    to_stick: bool


class SeveralScreen(ModalScreen[Chosen | None]):
    """Lists only what may be given; ``first`` is ticked at the beginning."""

    CSS_PATH = "person_card.tcss"
    AUTO_FOCUS = "PickList"
    GUIDE = ABOUT
    BINDINGS = [
        Binding("f8", "give(False)", "Cetak"),
        Binding("u", "give(True)", "Ke USB", key_display="U"),
        Binding("p", "pages", "Halaman", key_display="P"),
        Binding("escape", "back", "Batal"),
    ]

    def __init__(self, documents: Sequence[Document], first: int, page: int = 1) -> None:
        super().__init__()
        self._documents = {one.id: one for one in documents}
        self._first = first
        self._page = page
        self._pages: dict[int, tuple[int, ...]] = {}

    def compose(self) -> ComposeResult:
        with Vertical(id="several-card"):
            yield Static("Beberapa dokumen atau halaman", classes="title", markup=False)
            yield Static(ABOUT, id="several-about", classes="quiet", markup=False)
            yield PickList()
            yield Input(placeholder=PAGES, id="pages", compact=True)
            yield Static(id="several-said", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        picks = self.query_one(PickList)
        picks.show_picks(self._picks(), {self._first} & set(self._documents))
        if self._first in self._documents:
            picks.highlighted = list(self._documents).index(self._first)

    def action_pages(self) -> None:
        """Ask which pages of the highlighted document."""
        if (document := self._highlighted()) and document.text_key:
            box = self.query_one("#pages", Input)
            box.value = ", ".join(map(str, self._pages.get(document.id, ())))
            box.add_class("asked").focus()
        elif document:
            self._say("Isi dokumen ini belum terbaca per halaman; berikan seluruhnya.")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        document = self._highlighted()
        assert document is not None
        pages = chosen_pages(event.value, document.pages)
        if pages is None:
            self._say(f"“{event.value}” belum dapat dibaca. Dokumen ini punya {document.pages} {document.page_unit}.")
            return
        self._pages[document.id] = pages
        picks = self.query_one(PickList)
        picks.show_picks(self._picks(), {*picks.picked, document.id})
        self._leave_pages()

    def action_back(self) -> None:
        """Out of the pages, else out of the choice."""
        if self.query_one("#pages", Input).has_class("asked"):
            self._leave_pages()
        else:
            self.dismiss(None)

    def action_give(self, to_stick: bool) -> None:
        """Go on with what is ticked."""
        picked = self.query_one(PickList).picked
        if picked:
            pieces = tuple(Piece(self._documents[one], self._pages.get(one, ())) for one in picked)
            self.dismiss(Chosen(pieces, to_stick))
        else:
            self._say("Belum ada yang dipilih. Spasi memilih, A memilih semuanya.")

    def _leave_pages(self) -> None:
        self.query_one("#pages", Input).remove_class("asked")
        self.query_one(PickList).focus()
        self._say("")

    def _say(self, words: str) -> None:
        self.query_one("#several-said", Static).update(Content.styled(words, "$warning"))

    def _highlighted(self) -> Document | None:
        at = self.query_one(PickList).highlighted
        return None if at is None else list(self._documents.values())[at]

    def _picks(self) -> list[Pick]:
        return [Pick(one.id, one.title, self._beside(one)) for one in self._documents.values()]

    def _beside(self, document: Document) -> str:
        pages = self._pages.get(document.id, ())
        extent = f"hanya {document.page_unit} {', '.join(map(str, pages))}" if pages else _extent(document)
        facts = (document.number, class_label(document.information_class), extent)
        return " · ".join(fact for fact in facts if fact)


def _extent(document: Document) -> str:
    return f"{document.pages} {document.page_unit}" if document.pages else ""
