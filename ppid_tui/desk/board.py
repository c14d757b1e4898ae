"""The board: every case of the office, where it stands, who it waits for, and since when too long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from archive.case_model import Case
from archive.model import Officer
from archive.sop import as_on_sheet
from ppid_tui.desk import cases, decisions
from ppid_tui.desk.office import Office


class View(StrEnum):
    """Which cases the board shows."""

    MINE = "Menunggu saya"
    LATE = "Terlambat"
    ALL = "Semua"
    ENDED = "Selesai"


class Grouping(StrEnum):
    """By what the board puts cases together."""

    STEP = "langkah"
    ROLE = "peran"
    UNIT = "bagian/OPD"


@dataclass(frozen=True)
class Card:
    """A case on the board. ``step`` is its place "4", ``role`` whose turn it is; both '' where it ended."""

    case: Case
    step: int
    activity: str
    role: str
    due: date | None
    late: bool
    mine: bool
    scan_missing: bool

    @property
    def ended(self) -> bool:
        """Whether nobody holds it any more."""
        return not self.role

    @property
    def returned(self) -> bool:
        """Whether it came back to be put right."""
        return not self.ended and self.case.returned is not None

    def fits(self, words: Iterable[str]) -> bool:
        """Whether all these words, in small letters, stand in what the board says of it."""
        said = f"{self.case.title} {self.case.unit} {self.role} {self.activity}".casefold()
        return all(word in said for word in words)


@dataclass(frozen=True)
class Group:
    """Cases under one heading, in the order in which they are urgent."""

    heading: str
    cards: tuple[Card, ...]

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(card.late for card in self.cards)


def board(office: Office, by: Officer, today: date) -> tuple[Card, ...]:
    """All cases: those with a due date first, by it; then the longest waiting."""
    cards = [_card(office, case, by, today) for case in office.records.cases.all()]
    return tuple(sorted(cards, key=lambda c: (c.due or date.max, c.case.since or datetime.min, c.case.id)))


def shown(cards: Iterable[Card], view: View, words: str = "") -> tuple[Card, ...]:
    """The cards of a view that have all these words; what ended, the newest first."""
    sought = words.casefold().split()
    found = tuple(card for card in cards if _in_view(card, view) and card.fits(sought))
    if view is View.ENDED:
        return tuple(sorted(found, key=lambda c: (c.case.since or datetime.min, c.case.id), reverse=True))
    return found


def grouped(cards: Iterable[Card], grouping: Grouping) -> list[Group]:
    """The cards under their headings: steps in their order, roles and units by name."""
    groups: dict[tuple[int, str], list[Card]] = {}
    for card in cards:
        groups.setdefault(_key(card, grouping), []).append(card)
    return [Group(heading, tuple(groups[key])) for key in sorted(groups) for heading in (key[1],)]


def ended_cases(office: Office) -> list[Case]:
    """The cases that ended, newest first."""
    ended = [case for case in office.records.cases.all() if case.step is None or case.cancelled]
    return sorted(ended, key=lambda case: (case.since or datetime.min, case.id), reverse=True)


def _card(office: Office, case: Case, by: Officer, today: date) -> Card:
    step = cases.step_of(office, case)
    due = cases.due_date(office, case)
    return Card(
        case=case,
        step=step.number,
        activity=as_on_sheet(step, "activity"),
        role=cases.place_of(office, case).role,
        due=due,
        late=due is not None and due < today,
        mine=not case.parent and cases.is_mine(office, case, by),
        scan_missing=decisions.may_add_scan(office, case, by),
    )


def _in_view(card: Card, view: View) -> bool:
    match view:
        case View.MINE:
            return card.mine or card.scan_missing
        case View.LATE:
            return card.late
        case View.ALL:
            return not card.ended
        case View.ENDED:
            return card.ended


def _key(card: Card, grouping: Grouping) -> tuple[int, str]:
    match grouping:
        case Grouping.STEP:
            return card.step, f"Langkah {card.step}: {card.activity}"
        case Grouping.ROLE:
            return 0, card.role or "Tidak menunggu siapa pun"
        case Grouping.UNIT:
            return 0, card.case.unit or "Tanpa bagian/OPD"
