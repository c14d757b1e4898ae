"""What is done with a case beside its step, on the board and at the step: one menu, and a key to undo."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import work
from textual.binding import Binding

from archive.case_model import Case
from ppid_tui.desk import case_changes, cases
from ppid_tui.desk.case_actions import Act, possible
from ppid_tui.desk.works import FieldKind, FormField
from ppid_tui.screens.decision import attach_scan, keep_sheet, print_sheet, record_decision
from ppid_tui.screens.menu import MenuScreen
from ppid_tui.screens.place import Place
from ppid_tui.screens.reason import ask_reason

CANCELS = "Pekerjaan berhenti di sini dan tidak menunggu siapa pun lagi. Dokumen dan riwayatnya tetap ada."
REOPENS = "Pekerjaan menunggu lagi di langkah terakhirnya. Alasannya dibaca lebih dahulu oleh yang mengerjakan."
GIVES = "Langkah ini menunggu {role} sampai selesai. Alasannya dibaca lebih dahulu oleh yang mengerjakan."
NOTE = (FormField("note", "Catatan", FieldKind.LONG, True),)


class CaseKeys(Place):
    """A place where a case is at hand."""

    BINDINGS = [
        Binding("ctrl+l,l", "more", "Lainnya"),
        Binding("ctrl+z,u", "undo", "Batalkan langkah", show=False),
    ]

    def picked_case(self) -> Case | None:
        """The case that is meant, as it is now."""
        raise NotImplementedError

    def undone_case(self) -> Case | None:
        """The case whose last move is taken back."""
        return self.picked_case()

    def case_changed(self) -> None:
        """Show what became of it."""
        self.refresh_place()

    @work(exclusive=True, group="more")
    async def action_more(self) -> None:
        """Everything that can be done with the case beside its step."""
        case = self.picked_case()
        if case is None:
            return
        acts = possible(self.office, case, self.officer)
        chosen = await self.app.push_screen_wait(MenuScreen("Lainnya", [words for _, words in acts], case.title))
        if chosen is not None:
            await self.do_with_case(acts[chosen][0], case)

    @work(exclusive=True, group="more")
    async def action_undo(self) -> None:
        """Take back the last move of the case, if it is this officer's and nothing was done since."""
        case = self.undone_case()
        if case is not None:
            await self.do_with_case(Act.UNDO, case)

    async def do_with_case(self, act: Act, case: Case) -> None:
        """Do it, asking what there is to ask; a refusal is told."""
        doing: dict[Act, Callable[[Case], Awaitable[str]]] = {
            Act.UNDO: self._undo,
            Act.RECORD: lambda c: record_decision(self, c),
            Act.PRINT_SHEET: lambda c: print_sheet(self, c),
            Act.WORD_SHEET: lambda c: keep_sheet(self, c),
            Act.SCAN: lambda c: attach_scan(self, c),
            Act.NOTE: self._note,
            Act.REASSIGN: self._reassign,
            Act.CANCEL: self._cancel,
            Act.REOPEN: self._reopen,
            Act.TRAIL: self._trail,
        }
        try:
            words = await doing[act](case)
        except cases.REFUSALS as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        if words:
            self.notify(words, markup=False, timeout=8)
            self.case_changed()

    async def _undo(self, case: Case) -> str:
        from ppid_tui.screens.confirm import ConfirmScreen

        if not case_changes.can_undo(self.office, case, self.officer):
            self.notify("Tidak ada langkah yang dapat Anda batalkan pada pekerjaan ini.", markup=False)
            return ""
        last = case.history[-1]
        words = f"Batalkan langkah {last.step} “{last.outcome}” pada pekerjaan “{case.title}”? Isiannya kembali."
        if not await self.app.push_screen_wait(ConfirmScreen(words, yes="Batalkan langkah", no="Biarkan")):
            return ""
        case_changes.undo_last(self.office, case, self.officer, self.at())
        return f"“{case.title}” kembali ke langkah {last.step}, dengan isiannya."

    async def _note(self, case: Case) -> str:
        from ppid_tui.screens.form_card import FormCard

        card = FormCard(f"Catatan pada pekerjaan “{case.title}”", NOTE, {}, self.at().date())
        values = await self.app.push_screen_wait(card)
        if values is None:
            return ""
        case_changes.write_note(self.office, case, values["note"], self.officer, self.at())
        return "Catatan tersimpan, dan dibaca oleh siapa pun yang membuka pekerjaan ini."

    async def _reassign(self, case: Case) -> str:
        roles = case_changes.roles_to_give(self.office, case, self.officer)
        chosen = await self.app.push_screen_wait(MenuScreen("Alihkan langkah ini ke", [r.title for r in roles]))
        if chosen is None:
            return ""
        role = roles[chosen]
        reason = await ask_reason(self, f"Alihkan ke {role.title}: mengapa?", GIVES.format(role=role.title))
        if not reason:
            return ""
        case_changes.reassign_case(self.office, case, role.id, reason, self.officer, self.at())
        return f"“{case.title}” dialihkan ke {role.title}."

    async def _cancel(self, case: Case) -> str:
        reason = await ask_reason(self, "Batalkan pekerjaan ini: mengapa?", CANCELS)
        if not reason:
            return ""
        case_changes.cancel_case(self.office, case, reason, self.officer, self.at())
        return f"“{case.title}” dibatalkan. Ctrl+L dapat membukanya kembali."

    async def _reopen(self, case: Case) -> str:
        reason = await ask_reason(self, "Buka kembali pekerjaan ini: mengapa?", REOPENS)
        if not reason:
            return ""
        opened = case_changes.reopen_case(self.office, case, reason, self.officer, self.at())
        return f"“{case.title}” dibuka kembali di langkah {opened.step}."

    async def _trail(self, case: Case) -> str:
        from ppid_tui.screens.trail import TrailScreen

        self.app.push_screen(TrailScreen(("cases", case.id)))
        return ""
