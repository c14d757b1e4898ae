"""Which roles of the SOP work with this laptop: an SOP may go from body to body, each with a kiosk of its own."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ppid_tui.screens import areas
from ppid_tui.screens.place import Place

GUIDE = """\
Satu SOP dapat dikerjakan beberapa kantor, masing-masing dengan laptopnya.
Tandai peran yang bertugas dengan laptop ini: Enter memberi tanda atau
mencabutnya. Langkah peran yang tidak bertanda dikerjakan kantor lain: di
sini dicatat kapan dikirim dan diterima, dan pekerjaannya dibawa dengan USB.
"""
ABOUT = "Bertanda x: bertugas dengan laptop ini. Langkah peran lain hanya dicatat: kapan dikirim dan diterima."


class RoleList(OptionList):
    """The roles; its own Enter, so that the footer names it."""

    BINDINGS = [Binding("enter", "select", "Beri atau cabut tanda"), Binding("space", "select", show=False)]


class BodiesScreen(Place):
    """Reached from the officers."""

    CSS_PATH = "bodies.tcss"
    GUIDE = GUIDE
    AREA = areas.ARCHIVE
    AUTO_FOCUS = "#here"

    def compose_place(self) -> ComposeResult:
        yield Static("Peran di kantor ini", classes="title", markup=False)
        yield Static(ABOUT, classes="quiet", markup=False)
        yield RoleList(id="here", markup=False)

    def refresh_place(self) -> None:
        from ppid_tui.desk.bodies import is_here
        from ppid_tui.desk.roles import steps_of

        listed, sop = self.query_one("#here", OptionList), self.office.sop
        at = listed.highlighted or 0
        marks = ["x" if is_here(self.office, role.id) else " " for role in sop.roles]
        lines = [f"[{mark}] {one.title}: {steps_of(sop, one.id)}" for mark, one in zip(marks, sop.roles, strict=True)]
        listed.set_options(Option(Content(line)) for line in lines)
        listed.highlighted = at

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        from ppid_tui.desk.bodies import moved
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.trouble import cause

        role = self.office.sop.roles[event.option_index]
        try:
            self.kiosk.office = moved(self.office, role, self.officer, self.at())
        except (NotAllowed, ValueError) as refusal:
            self.notify(str(refusal), severity="warning", timeout=10, markup=False)
        except OSError as error:
            self.notify(f"Belum tersimpan: {cause(error)}. Coba lagi.", severity="error", markup=False)
        self.refresh_place()
