"""The class of a document, chosen from the five, each with one line of what it means."""

from __future__ import annotations

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from archive.model import InformationClass
from ppid_tui.printouts.labels import class_label

MEANINGS = {
    InformationClass.BERKALA: "diumumkan rutin, paling lambat tiap 6 bulan",
    InformationClass.SERTA_MERTA: "diumumkan seketika, menyangkut orang banyak",
    InformationClass.SETIAP_SAAT: "tersedia, diberikan kapan saja diminta",
    InformationClass.DIKECUALIKAN: "tidak diberikan, setelah uji konsekuensi",
    InformationClass.BELUM_DITETAPKAN: "belum boleh diberikan",
}
"""UU 14/2008 articles 9, 10, 11 and 17 with 19, in a few words."""


class ClassChoice(OptionList):
    """Arrows move, Enter or the space bar chooses; the chosen one is marked by more than a colour."""

    DEFAULT_CSS = """
    ClassChoice { height: auto; border: none; padding: 0; background: $background; }
    ClassChoice:focus { border: none; }
    ClassChoice > .option-list--option-highlighted { background: $background; text-style: none; }
    ClassChoice:focus > .option-list--option-highlighted {
        background: $primary 18%; color: $foreground; text-style: none;
    }
    """
    BINDINGS = [Binding("space", "select", "Pilih", show=False)]

    class Chosen(Message):
        """Another class was chosen."""

    def __init__(self, chosen: InformationClass, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        self.chosen = chosen
        super().__init__(*_rows(chosen), id=id, markup=False)

    def on_mount(self) -> None:
        self.point_at(self.chosen)

    def point_at(self, one: InformationClass) -> None:
        """Stand on a class without choosing it."""
        self.highlighted = list(MEANINGS).index(one)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        at = event.option_index
        self.chosen = list(MEANINGS)[at]
        self.set_options(_rows(self.chosen))
        self.highlighted = at
        self.post_message(self.Chosen())


def _rows(chosen: InformationClass) -> list[Option]:
    return [Option(_row(one, meaning, one is chosen)) for one, meaning in MEANINGS.items()]


def _row(one: InformationClass, meaning: str, chosen: bool) -> Content:
    name = f"{'(x)' if chosen else '( )'} {class_label(one)}".ljust(22)
    return Content.styled(name, "bold" if chosen else "") + Content.styled(meaning, "$text-muted")
