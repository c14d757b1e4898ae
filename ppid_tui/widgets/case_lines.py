"""A case in a list: why it came back, what is to be done, until when; or whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from textual.content import Content

from ppid_tui.desk import cases
from ppid_tui.desk.board import Card, Group, Grouping, View
from ppid_tui.desk.office import Office
from ppid_tui.desk.step_task import due_words, returned_words
from ppid_tui.printouts.labels import long_date
from ppid_tui.widgets.hanging import Hanging

SCAN_MISSING = "Pindaian lembar persetujuan belum dilampirkan (Ctrl+L)"


def mine_lines(office: Office, card: Card, today: date, name_role: bool) -> Content | Hanging:
    """A case that waits for this officer; ``name_role`` where they hold several."""
    if not card.mine:
        return card_lines(card)
    case, place = card.case, cases.place_of(office, card.case)
    due, late = due_words(office, case, today)
    returned = returned_words(case)
    lines = [
        Content.styled(f"{case.title}{f' ({case.unit})' if case.unit else ''}", "bold"),
        *([Content.styled(returned, "bold $warning")] if returned else []),
        Content(f"Langkah {place.n} dari {place.of}: {card.activity}"),
        Content.styled(f"{due}{_as_role(office, card, name_role)}", "$error" if late else "dim"),
        *_scan(card),
        Content(""),
    ]
    return Content("\n").join(lines)


def card_lines(card: Card, under: Grouping | None = None) -> Hanging:
    """A case on the board: where it stands, whose turn it is, until when; without what its heading says already."""
    style = "$error" if card.late else "dim"
    words = _ended(card) if card.ended else _running(card, under)
    return Hanging([Content(card.case.title), Content.styled(" · ".join(words), style), *_scan(card)])


def group_line(group: Group) -> Content:
    """A heading with how many cases stand under it."""
    late = f", {group.late} terlambat" if group.late else ""
    return Content.styled(f"{group.heading} ({len(group.cards)}{late})", "bold $primary")


def view_line(counts: Mapping[View, int], chosen: View, grouping: Grouping) -> Content:
    """The views with their counts, the chosen one marked; and by what it is grouped."""
    parts = [
        Content.styled(f"[{view.value} {count}]", "bold $primary")
        if view is chosen
        else Content.styled(f" {view.value} {count} ", "dim")
        for view, count in counts.items()
    ]
    told = f"  menurut {grouping.value}" if chosen in (View.LATE, View.ALL) else ""
    return Content.assemble(Content(" ").join(parts), (told, "dim"))


def _running(card: Card, under: Grouping | None) -> list[str]:
    due = f"{'terlambat, batas' if card.late else 'batas'} {long_date(card.due)}" if card.due else ""
    since = f"sejak {long_date(card.case.since.date())}" if card.case.since and not card.due else ""
    back = "dikembalikan" if card.returned else ""
    said = {
        Grouping.STEP: f"langkah {card.step}",
        Grouping.ROLE: f"giliran {card.role}",
        Grouping.UNIT: card.case.unit,
    }
    words = [*(word for grouping, word in said.items() if grouping is not under), back, due, since]
    return [word for word in words if word]


def _ended(card: Card) -> list[str]:
    day = f" {long_date(card.case.since.date())}" if card.case.since else ""
    how = f"dibatalkan: {card.case.cancelled}" if card.case.cancelled else f"selesai{day}"
    return [how, *([card.case.unit] if card.case.unit else [])]


def _scan(card: Card) -> list[Content]:
    return [Content.styled(SCAN_MISSING, "$warning")] if card.scan_missing else []


def _as_role(office: Office, card: Card, name_role: bool) -> str:
    if cases.is_elsewhere(office, card.case):
        return f". Dikerjakan {card.role} di luar kantor ini: catat kirim dan terima"
    return f". Sebagai {card.role}" if name_role else ""
