"""The SOPs that are related to the office's, each with its document: opened, attached, let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from archive.sop import Sop
    from ppid_tui.desk.office import Office
    from ppid_tui.desk.related_sops import RelatedSop

GUIDE = """\
SOP yang disebut di kolom Keterkaitan, dan SOP lain yang perlu dekat.
Enter membuka dokumennya; bila belum ada, memilihnya dari arsip.
S memilih dokumen lain. N menambah SOP yang tidak disebut di lembar.
Del melepas; dokumennya tetap di arsip. Lembar SOP tidak berubah.
"""
EMPTY = "Lembar ini tidak menyebut SOP terkait. Tekan N untuk melampirkan satu dari arsip."


class RelatedList(OptionList):
    """The SOPs; its own Enter, so that the footer names it."""

    BINDINGS = [Binding("enter", "select", "Buka")]


class RelatedSopsScreen(Place):
    """Reached from the sheet of the SOP."""

    CSS_PATH = "bodies.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#here"
    BINDINGS = [
        Binding("s", "choose", "Lampirkan", key_display="S"),
        Binding("n", "add", "SOP lain", key_display="N"),
        Binding("delete", "detach", "Lepas", key_display="Del"),
    ]

    def __init__(self, sop: Sop) -> None:
        super().__init__()
        self._sop = sop
        self._related: list[RelatedSop] = []

    def compose_place(self) -> ComposeResult:
        yield Static("SOP terkait", classes="title", markup=False)
        yield Static(EMPTY, id="none", classes="empty", markup=False)
        yield RelatedList(id="here", markup=False)

    def refresh_place(self) -> None:
        from ppid_tui.desk.related_sops import related_sops

        self._related = related_sops(self.office, self._sop, self.viewer)
        listed = self.query_one("#here", OptionList)
        at = listed.highlighted or 0
        listed.set_options(Option(_row(one)) for one in self._related)
        listed.highlighted = min(at, len(self._related) - 1) if self._related else None
        self.query_one("#none").display = not self._related
        self.refresh_bindings()

    @property
    def _picked(self) -> RelatedSop | None:
        at = self.query_one("#here", OptionList).highlighted
        return self._related[at] if at is not None and at < len(self._related) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only an attached document can be let go."""
        if not self.query("#here"):
            return True
        picked = self._picked
        return {"choose": picked is not None, "detach": bool(picked and picked.document)}.get(action, True)

    def on_option_list_option_selected(self) -> None:
        from ppid_tui.screens.document import DocumentScreen

        picked = self._picked
        if picked and picked.document:
            self.app.push_screen(DocumentScreen(picked.document.id))
        else:
            self.action_choose()

    def on_option_list_option_highlighted(self) -> None:
        self.refresh_bindings()

    def action_choose(self) -> None:
        """Attach a document to the highlighted SOP."""
        if picked := self._picked:
            self._choose_for(picked.name)

    def action_add(self) -> None:
        """Attach one that the sheet does not name."""
        self._choose_for("")

    @work(exclusive=True, group="related")
    async def _choose_for(self, name: str) -> None:
        from ppid_tui.desk.related_sops import attach_sop
        from ppid_tui.screens.attach import AttachScreen

        title = f"Dokumen untuk “{name}”" if name else "SOP terkait dari arsip"
        document = await self.app.push_screen_wait(AttachScreen(self.office, self.viewer, title))
        if document:
            self._keep(lambda: attach_sop(self.office, name, document, self.officer, self.at()))

    @work(exclusive=True, group="related")
    async def action_detach(self) -> None:
        """Let go of the highlighted one's document, on yes."""
        from ppid_tui.desk.related_sops import detach_sop
        from ppid_tui.screens.confirm import ConfirmScreen

        if (picked := self._picked) is None or picked.document is None:
            return
        question = ConfirmScreen(f"Lepas “{picked.document.title}” dari SOP terkait?", "Lepas")
        if await self.app.push_screen_wait(question):
            self._keep(lambda: detach_sop(self.office, picked.name, self.officer, self.at()))

    def _keep(self, change: Callable[[], Office]) -> None:
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.trouble import cause

        try:
            self.kiosk.office = change()
        except NotAllowed as refusal:
            self.notify(str(refusal), severity="warning", markup=False)
        except OSError as error:
            self.notify(f"Belum tersimpan: {cause(error)}. Coba lagi.", severity="error", markup=False)
        self.refresh_place()


def _row(one: RelatedSop) -> Content:
    held = one.document.title if one.document else "belum ada dokumennya"
    return Content.assemble(one.name, "\n", (f"  {held}", "dim"))
