"""What a case is about, item by item: rows of its list with their documents, and documents beside the list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from archive.case_model import Case, Held, ListRow, Remark
from archive.model import Document, InformationClass, Officer
from ppid_tui.desk import cases
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.office import Office
from ppid_tui.desk.works import Work


@dataclass(frozen=True)
class CaseItem:
    """A row, a document, or both. ``remark`` is what this review says so far, ``before`` what an earlier one asked."""

    key: str
    title: str
    row: ListRow | None = None
    document: Document | None = None
    remark: Remark | None = None
    before: str = ""

    @property
    def forms(self) -> tuple[Held, ...]:
        """In which forms it is there: by its document, else by what was said of the row."""
        document = self.document
        if document is None:
            return (self.row.held,) if self.row and self.row.held else ()
        soft = (Held.SOFTCOPY,) if document.renditions else ()
        return (*soft, Held.HARDCOPY) if document.hardcopy else soft

    @property
    def unheld(self) -> str:
        """What is missing until it can be laid hands on, in Indonesian; '' if nothing."""
        if self.document is None:
            said = self.row.held if self.row else Held.UNKNOWN
            words = {Held.SOFTCOPY: "softcopy belum dilampirkan", Held.HARDCOPY: "tempat hardcopy belum dicatat"}
            return words.get(said, "belum ada dokumennya")
        place = self.document.hardcopy
        lies = place and any((place.cabinet, place.shelf, place.box, place.folder))
        return "" if self.document.renditions or lies else "tempat hardcopy belum dicatat"

    @property
    def undescribed(self) -> str:
        """Whether an officer still has to confirm its record; '' if not."""
        return "data belum lengkap" if self.document and not self.document.confirmed else ""


def items_of(office: Office, case: Case, viewer: Viewer) -> tuple[list[CaseItem], int]:
    """The items of a case that may stand on this screen, in their order, and how many may not."""
    known = {i: document for i in _ids(case) if (document := office.records.documents.standing(i))}
    listed = [_row_item(row, known.get(row.document)) for row in case.rows]
    bound = {row.document for row in case.rows}
    beside = [CaseItem(f"d{i}", d.title, None, d) for i, d in known.items() if i not in bound]
    seen = [item for item in (*listed, *beside) if _may_stand(office, item, viewer)]
    asked, said = asked_back(case), {remark.item: remark for remark in _of_now(case)}
    marked = [replace(item, remark=said.get(item.key), before=asked.get(item.key, "")) for item in seen]
    return marked, len(listed) + len(beside) - len(seen)


def as_documents(office: Office, case: Case, viewer: Viewer) -> tuple[list[Document], int]:
    """The items as documents, for papers that list them; a row without one stands with what the list says of it."""
    items, hidden = items_of(office, case, viewer)
    return [item.document or _said_of(item) for item in items], hidden


def lacks(item: CaseItem, work: Work) -> str:
    """What this work still has to do to an item, in Indonesian; '' if nothing."""
    lacking = (item.unheld if work.gathers else "", item.undescribed if work.describes else "")
    return ", ".join(filter(None, lacking))


def in_order(items: list[CaseItem], work: Work) -> list[CaseItem]:
    """Those that were sent back first, then those that lack something, the others after them."""
    return sorted(items, key=lambda item: (not item.before, not lacks(item, work)))


def remark_on(office: Office, case: Case, item: CaseItem, reason: str | None, by: Officer, at: datetime) -> Case:
    """Keep what the reviewer says of an item: '' approves it, None takes back what was said. Raises NotYourStep."""
    cases.require_turn(office, case, by)
    others = tuple(remark for remark in case.remarks if remark.item != item.key)
    said = () if reason is None else (Remark(item.key, reason.strip(), len(case.history)),)
    kept = replace(case, remarks=(*others, *said), begun=case.begun or at)
    return office.records.cases.change(kept, "memeriksa butir", by.name, at)


def reasons(items: list[CaseItem]) -> str:
    """What this review asks to be put right, item by item, as the reason of the return; '' if nothing."""
    asked = [f"{item.title}: {item.remark.reason}" for item in items if item.remark and item.remark.reason]
    return "\n".join(asked)


def asked_back(case: Case) -> dict[str, str]:
    """What the last review asked to be put right, by item, until that step is reviewed again."""
    return {r.item: r.reason for r in case.remarks if r.reason and _stands_open(case, r.move)}


def _stands_open(case: Case, move: int) -> bool:
    if move >= len(case.history):
        return False
    review, later = case.history[move], case.history[move + 1 :]
    sent_back = review.to is not None and review.to <= review.step
    return sent_back and not any((done.step, done.phase) == (review.step, review.phase) for done in later)


def _of_now(case: Case) -> Iterator[Remark]:
    return (remark for remark in case.remarks if remark.move == len(case.history))


def _row_item(row: ListRow, document: Document | None) -> CaseItem:
    return CaseItem(f"r{row.number}", row.title, row, document)


def _ids(case: Case) -> tuple[int, ...]:
    return tuple(dict.fromkeys((*case.documents, *(row.document for row in case.rows if row.document))))


def _said_of(item: CaseItem) -> Document:
    kind = item.row.information_class if item.row else InformationClass.BELUM_DITETAPKAN
    return Document(f"{item.title} ({item.unheld})", kind)


def _may_stand(office: Office, item: CaseItem, viewer: Viewer) -> bool:
    if item.document is not None and not may_see(office, item.document, viewer):
        return False
    row = item.row
    if row is None or row.information_class is not InformationClass.DIKECUALIKAN:
        return True
    return may_see(office, Document(row.title, row.information_class), viewer)
