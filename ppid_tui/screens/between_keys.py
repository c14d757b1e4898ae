"""Keys for a case that other bodies work on too: handed over on a stick, asked of each OPD.

The words of the step name them: the footer has no room left.
"""

from __future__ import annotations

from textual.binding import Binding

from archive.case_model import Case
from ppid_tui.screens.place import Place


class BetweenKeys(Place):
    """A place where a case is at hand; the keys work only where they are of use."""

    BINDINGS = [
        Binding("ctrl+b", "hand_over", "Ke USB", show=False),
        Binding("ctrl+n", "opds", "Per OPD", show=False),
    ]

    def picked_case(self) -> Case | None:
        """The case that is meant, as it is now."""
        raise NotImplementedError

    def save(self) -> None:
        """Keep what is typed."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A case can go where its step is another body's; to OPDs, where it is not one OPD's part itself."""
        if action not in ("hand_over", "opds"):
            return super().check_action(action, parameters)
        from ppid_tui.desk.handover import can_go
        from ppid_tui.desk.opds import can_have_parts

        case = self.picked_case() if self.kiosk.officer else None
        if case is None:
            return False
        return (can_have_parts if action == "opds" else can_go)(self.office, case)

    def action_hand_over(self) -> None:
        """Write the case onto a stick."""
        from ppid_tui.screens.handing_over import HandingOverScreen

        self.save()
        if case := self.picked_case():
            self.app.push_screen(HandingOverScreen([case.id]))

    def action_opds(self) -> None:
        """Who was asked for a part of it, and who sent it."""
        from ppid_tui.screens.opds import OpdsScreen

        self.save()
        if case := self.picked_case():
            self.app.push_screen(OpdsScreen(case.id))
