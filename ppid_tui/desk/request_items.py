"""What becomes of each thing asked for: given, given in part, refused, with somebody else, or not documented yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from archive import requests as steps
from archive.case_model import Held
from archive.model import Document, Officer, Right
from archive.request_model import Refusal, Request, RequestItem, RequestOutcome
from archive.requests import RequestError
from ppid_tui.desk import cases
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.givable import require_givable
from ppid_tui.desk.office import Office
from ppid_tui.desk.requests import act, request_of
from ppid_tui.desk.roles import title_of
from ppid_tui.desk.serving import note_given

DECIDED = (RequestOutcome.PARTLY, RequestOutcome.REFUSED, RequestOutcome.NOT_HELD)
"""Outcomes that keep something from the requester: only who decides may set them."""
DECISION = "keputusan"


def settle(office: Office, request: Request, number: int, item: RequestItem, by: Officer, at: datetime) -> Request:
    """Set what becomes of item ``number`` (from 0). What is given is looked at once more, in this very moment.

    Raises NotAllowed, or RequestError saying what is lacking.
    """
    if item.outcome in DECIDED:
        office.require(by, Right.DECIDE, "Menolak permohonan, seluruhnya atau sebagian,")
    documents = office.records.documents_of(item.documents)
    require_givable(documents)
    if item.outcome is RequestOutcome.PARTLY and not any(document.public_copy for document in documents):
        raise RequestError("Buat dahulu salinan untuk publik: yang dikecualikan dihitamkan, selebihnya diberikan.")
    signed = replace(item, held=_held(documents), refusal=_decided(item.refusal, by, at))
    return act(office, request.id, lambda now: steps.settle(now, number, signed), by, at, "Menentukan jawaban")


def add_document(
    office: Office, request: Request, number: int, document: Document, by: Officer, at: datetime
) -> Request:
    """Put a document that was found to item ``number``; whether it may be given is asked when the item is settled."""

    def attach(now: Request) -> steps.Moved:
        item = now.items[number]
        ids = tuple(dict.fromkeys((*item.documents, document.id)))
        return _with_item(now, number, replace(item, documents=ids), "melampirkan dokumen")

    return act(office, request.id, attach, by, at, "Melampirkan dokumen")


def remove_document(
    office: Office, request: Request, number: int, document_id: int, by: Officer, at: datetime
) -> Request:
    """Take a document from item ``number``; the document stays in the archive."""

    def detach(now: Request) -> steps.Moved:
        item = now.items[number]
        ids = tuple(one for one in item.documents if one != document_id)
        return _with_item(now, number, replace(item, documents=ids, outcome=RequestOutcome.NONE), "melepas dokumen")

    return act(office, request.id, detach, by, at, "Melepas dokumen")


def propose(office: Office, request: Request, number: int, words: str, by: Officer, at: datetime) -> Request:
    """Lay item ``number`` before who decides. Raises RequestError where nothing is said of it."""
    if not words.strip():
        raise RequestError("Tulis dahulu usul dan alasannya.")
    what = f"{DECISION} butir {number + 1}, usul: {words.strip()}"
    return act(
        office, request.id, lambda now: steps.wait(now, decider(office), what, at.date()),
        by, at, "Mengajukan usul",
    )  # fmt: skip


def document_it(office: Office, request: Request, number: int, by: Officer, at: datetime) -> Request:
    """Open a case of the SOP that documents item ``number``; the request waits for it.

    Raises NotAllowed, or a WorkflowError.
    """
    with office.records.transaction():
        item = request_of(office, request.id).items[number]
        title = f"Permohonan {request.number}: {item.wanted}"[: cases.LONGEST_TITLE].strip()
        case = cases.start_case(office, title, by, at)
        linked = replace(case, request_id=request.id)
        office.records.cases.change(linked, "menghubungkan dengan permohonan", by.name, at, request.number)
        whom = title_of(office.sop, office.sop.steps[0].role)

        def hold(now: Request) -> steps.Moved:
            waiting = steps.wait(now, whom, f"pendokumentasian butir {number + 1}", at.date())
            return replace(waiting, request=_replaced(waiting.request, number, replace(item, case_id=case.id)))

        return act(office, request.id, hold, by, at, "Membuka pekerjaan")


def hand_over(office: Office, request: Request, on: date, to: str, by: Officer, at: datetime) -> Request:
    """Put down that what was granted was handed over. Raises NotAllowed for what may not be given any more."""
    given = office.records.documents_of(i for item in request.items for i in item.documents)
    with office.records.transaction():
        for document in given:
            note_given(office, document, f"permohonan {request.number}", by, at)
        return act(
            office, request.id, lambda now: steps.hand_over(now, on, to, by.name, at.date()),
            by, at, "Menyerahkan informasi",
        )  # fmt: skip


def documents_of(office: Office, item: RequestItem, viewer: Viewer) -> tuple[list[Document], int]:
    """The documents of an item that may stand on this screen, and how many may not."""
    known = office.records.documents_of(item.documents)
    seen = [document for document in known if may_see(office, document, viewer)]
    return seen, len(known) - len(seen)


def with_cases(office: Office, request: Request, by: Officer, at: datetime) -> Request:
    """Put to the items that waited for a case what it has brought forth, once it is finished."""
    for number, item in enumerate(request.items):
        case = office.records.cases.get(item.case_id) if item.case_id else None
        if case and case.step is None and not case.cancelled:
            for document in office.records.documents_of(case.documents):
                if document.id not in item.documents:
                    request = add_document(office, request, number, document, by, at)
    return request


def decider(office: Office) -> str:
    """The role that decides, as the sheet calls it."""
    titles = [role.title for role in office.sop.roles if Right.DECIDE in role.may]
    return titles[0] if titles else "PPID"


def _with_item(request: Request, number: int, item: RequestItem, words: str) -> steps.Moved:
    """No title in the note: whoever reads the trail may see the request, and not the document, or no longer."""
    begun = steps.begin(request).request
    return steps.Moved(_replaced(begun, number, item), words, f"butir {number + 1}")


def _replaced(request: Request, number: int, item: RequestItem) -> Request:
    items = (*request.items[:number], item, *request.items[number + 1 :])
    return replace(request, items=items)


def _held(documents: list[Document]) -> Held:
    if any(document.renditions for document in documents):
        return Held.SOFTCOPY
    return Held.HARDCOPY if documents else Held.UNKNOWN


def _decided(refusal: Refusal | None, by: Officer, at: datetime) -> Refusal | None:
    return refusal and replace(refusal, decided_by=by.name, decided_on=at.date())
