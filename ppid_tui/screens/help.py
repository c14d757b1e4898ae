"""F1: what this place is for, and which keys work here. Made from the place's own guide and bindings."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Footer, Static

from ppid_tui.screens.keys import key_name

TEXTUAL_OWN = {binding.action for binding in Screen.BINDINGS if isinstance(binding, Binding)}


class HelpScreen(ModalScreen[None]):
    """The guide of one place, over it."""

    CSS_PATH = "help.tcss"
    BINDINGS = [
        Binding("escape,enter,f1", "close_help", "Tutup bantuan"),
        Binding("f3", "whole_guide", "Buku panduan"),
    ]

    def __init__(self, guide: str, keys: list[tuple[str, str]]) -> None:
        super().__init__()
        self._guide = guide
        self._keys = keys

    @classmethod
    def about(cls, place: Screen[object]) -> HelpScreen:
        """Help on this place: its guide, and the keys that work in it now."""
        guide = str(getattr(place, "GUIDE", "")) or "Tekan Esc untuk kembali."
        return cls(guide, keys_of(place))

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help-card"):
            yield Static("Bantuan", classes="title", markup=False)
            yield Static(self._guide, id="help-guide", markup=False)
            yield Static("Tombol di sini", classes="title", markup=False)
            yield Static(_table(self._keys), id="help-keys", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def action_close_help(self) -> None:
        """Back to the work."""
        self.dismiss()

    def action_whole_guide(self) -> None:
        """The officer's guide, whole."""
        from ppid_tui.guide import guide_text

        self.query_one("#help-guide", Static).update(_page(guide_text()))
        self.query_one("#help-card").scroll_home(animate=False)


def keys_of(place: Screen[object]) -> list[tuple[str, str]]:
    """The keys of a place with Indonesian words; those of Textual's own widgets are left out."""
    found: dict[str, str] = {}
    for active in place.active_bindings.values():
        binding = active.binding
        if binding.description and active.node in (place, place.app) and binding.action not in TEXTUAL_OWN:
            found.setdefault(binding.description, binding.key_display or key_name(binding.key))
    return [(key, words) for words, key in found.items()]


def _page(guide: str) -> Content:
    """The guide as it is read: headings bold, paragraphs wrapped by the screen, tables of keys as they stand."""
    return Content("\n\n").join(map(_block, guide.split("\n\n")))


def _block(block: str) -> Content:
    if block.startswith("#"):
        return Content.styled(block.lstrip("# "), "bold $primary")
    if block.startswith("    "):
        return Content("\n".join(line.removeprefix("    ") for line in block.splitlines()))
    return Content(" ".join(block.split()))


def _table(keys: list[tuple[str, str]]) -> str:
    return "\n".join(f"{key:<10} {words}" for key, words in keys)
