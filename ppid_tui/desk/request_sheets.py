"""What stands on each paper of a request: taken from the register, signed by who signs on its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from archive.model import Document, Officer, Right
from archive.request_model import Costs, Keberatan, LetterKind, PassedOn, Request, RequestItem
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.office import Office
from ppid_tui.desk.signing import HEAD, IDENTITY, signature
from ppid_tui.printouts import answer, objection, receipts, refusal, request_form, request_letters
from ppid_tui.printouts.labels import COPY_FORMS, long_date, long_time
from ppid_tui.printouts.paper import Paper, Signature
from ppid_tui.printouts.receipts import Given
from ppid_tui.printouts.request_parts import Frame

CLERK = "Petugas Pelayanan Informasi,"


class PaperKind(StrEnum):
    """A paper of the counter."""

    FORM = "form"
    RECEIPT = "receipt"
    INCOMPLETE = "incomplete"
    EXTENSION = "extension"
    ANSWER = "answer"
    REFUSAL = "refusal"
    COSTS = "costs"
    HANDED_OVER = "handed_over"
    OBJECTION = "objection"
    PASSED_ON = "passed_on"
    OBJECTION_ANSWER = "objection_answer"


@dataclass(frozen=True)
class Job:
    """A paper to be made: of which request, in which frame, by whom and when."""

    office: Office
    request: Request
    by: Officer
    today: date
    frame: Frame

    def clerk(self, day: date, position: str = CLERK) -> Signature:
        """Place for the officer's signature, at the office's place on ``day``."""
        return Signature(f"{self.city}, {long_date(day)}", position, self.request.handled_by or self.by.name, IDENTITY)

    def number(self, kind: LetterKind) -> str:
        """The outgoing letter's number; '' while it has none."""
        letter = self.request.letter(kind)
        return letter.number if letter else ""

    def written(self, kind: LetterKind) -> date:
        """The day that the letter bears: today while it is being written."""
        letter = self.request.letter(kind)
        return letter.written if letter else self.today

    @property
    def city(self) -> str:
        """Where the office sits."""
        return self.office.profile.city or "." * 24


def paper_of(office: Office, request: Request, kind: PaperKind, by: Officer, at: datetime) -> Paper:
    """The paper of this kind. Raises ValueError where the request can have none such."""
    printed = f"{request.number} · dicetak {long_time(at)} oleh {by.name}"
    frame = Frame(office.profile.kop, printed, office.profile.paper_size, office.profile.demo)
    return _SHEETS[kind](Job(office, request, by, at.date(), frame))


def ppid_role(office: Office) -> str:
    """The role that decides and answers for the whole: the PPID; HEAD where no role of the SOP here does."""
    here = office.profile.roles_here
    able = [role for role in office.sop.roles if Right.DECIDE in role.may and (not here or role.id in here)]
    serving = [role for role in able if Right.SERVE in role.may]
    return (serving or able)[0].id if able else HEAD


def _form(job: Job) -> Paper:
    return request_form.request_form(job.frame, job.request, job.clerk(job.request.received))


def _receipt(job: Job) -> Paper:
    terms = (job.office.profile.answer_days, job.office.profile.extension_days)
    return receipts.receipt_paper(job.frame, job.request, job.clerk(job.request.received), terms)


def _incomplete(job: Job) -> Paper:
    kind = LetterKind.INCOMPLETE
    clerk = job.clerk(job.written(kind))
    return request_letters.incomplete_paper(job.frame, job.request, job.number(kind), clerk)


def _extension(job: Job) -> Paper:
    kind, days = LetterKind.EXTENSION, job.office.profile.extension_days
    signed = signature(job.office, ppid_role(job.office), job.written(kind))
    return request_letters.extension_paper(job.frame, job.request, job.number(kind), signed, days, job.request.due)


def _answer(job: Job) -> Paper:
    day = job.request.answered or job.written(LetterKind.ANSWER)
    signed = signature(job.office, ppid_role(job.office), day)
    return answer.answer_paper(job.frame, job.request, job.number(LetterKind.ANSWER), signed)


def _refusal(job: Job) -> Paper:
    decided = [item.refusal.decided_on for item in job.request.items if item.refusal and item.refusal.decided_on]
    day = max(decided, default=job.request.answered or job.written(LetterKind.REFUSAL))
    signed = signature(job.office, ppid_role(job.office), day)
    number = job.number(LetterKind.REFUSAL)
    return refusal.refusal_paper(job.frame, job.request, number, signed, job.office.profile.objection_days)


def _costs(job: Job) -> Paper:
    costs = job.request.costs or Costs()
    day = costs.paid_on or job.today
    return receipts.costs_paper(job.frame, job.request, costs, job.clerk(day, "Yang menerima,"), day)


def _handed_over(job: Job) -> Paper:
    day = job.request.given or job.today
    clerk = job.clerk(day, f"Yang menyerahkan,\n{CLERK}")
    clerk = replace(clerk, name=job.request.given_by or clerk.name)
    return receipts.handed_over_paper(job.frame, job.request, tuple(_given(job)), clerk)


def _given(job: Job) -> Iterator[Given]:
    """The documents handed over, or what was asked for where none is named; never one that may not be given."""
    for item in job.request.items:
        if item.outcome not in answer.GIVEN:
            continue
        found = [job.office.records.documents.get(number) for number in item.documents]
        open_ones = [document for document in found if document and not may_give(document)]
        for title, number, form in (_line(job.request, document) for document in open_ones):
            # What was given at once may be some of its pages: the item says which.
            yield (item.wanted, number, form.split(",")[0]) if job.request.direct else (title, number, form)
        if not open_ones:
            yield item.wanted, "", _form_words(job.request, item)


def _line(request: Request, document: Document) -> Given:
    day = long_date(document.date) or str(document.year or "")
    extent = f"{document.pages} {document.page_unit}" if document.pages else ""
    return (
        document.title,
        ", ".join(filter(None, (document.number, day))),
        ", ".join(filter(None, (COPY_FORMS[request.copy_form], extent))),
    )


def _form_words(request: Request, item: RequestItem) -> str:
    return answer.held_form(request, item).value.capitalize()


def _objection(job: Job) -> Paper:
    made = _keberatan(job)
    name = made.received_by or job.request.handled_by or job.by.name
    above = f"{job.city}, {long_date(made.received)}"
    clerk = Signature(above, "Petugas Penerima Keberatan,", name, IDENTITY)
    return objection.objection_form(job.frame, job.request, made, clerk)


def _passed_on(job: Job) -> Paper:
    made, kind = _keberatan(job), LetterKind.PASSED_ON
    handed = made.passed_on or PassedOn("", job.today)
    number = handed.letter or job.number(kind)
    signed = signature(job.office, ppid_role(job.office), handed.on)
    return objection.passing_on_letter(job.frame, job.request, made, handed, number, signed)


def _objection_answer(job: Job) -> Paper:
    made = _keberatan(job)
    above = f"{job.city}, {long_date(made.answered or job.today)}"
    position = made.superior_position or "Atasan PPID"
    superior = Signature(above, f"{position},", made.superior, IDENTITY)
    return objection.objection_answer(job.frame, job.request, made, superior, job.office.profile.dispute_days)


def _keberatan(job: Job) -> Keberatan:
    if job.request.keberatan is None:
        raise ValueError(f"no objection to {job.request.number}")
    return job.request.keberatan


_SHEETS: Mapping[PaperKind, Callable[[Job], Paper]] = {
    PaperKind.FORM: _form,
    PaperKind.RECEIPT: _receipt,
    PaperKind.INCOMPLETE: _incomplete,
    PaperKind.EXTENSION: _extension,
    PaperKind.ANSWER: _answer,
    PaperKind.REFUSAL: _refusal,
    PaperKind.COSTS: _costs,
    PaperKind.HANDED_OVER: _handed_over,
    PaperKind.OBJECTION: _objection,
    PaperKind.PASSED_ON: _passed_on,
    PaperKind.OBJECTION_ANSWER: _objection_answer,
}
