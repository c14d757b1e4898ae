"""Where a request stands, in the words of the register."""

from __future__ import annotations

from datetime import date
from textwrap import shorten

from archive.request_model import Keberatan, Request, RequestOutcome, RequestState
from ppid_tui.desk.due import left_words, request_due
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import KEBERATAN_DECISIONS, REQUEST_OUTCOMES, long_date

SHORT = 140
"""Letters of a text in a heading."""


def outcome_words(outcome: RequestOutcome) -> str:
    """How it ended, within a sentence; '' while it has not."""
    words = REQUEST_OUTCOMES[outcome]
    return words[:1].lower() + words[1:]


def state_words(office: Office, request: Request, today: date) -> str:
    """Where the request stands: the state, what it waits for, and the term that runs."""
    objection = request.keberatan
    if request.state is RequestState.DONE:
        done = f"Selesai: {outcome_words(request.outcome) or 'dijawab'}{_unfetched(request)}"
        return f"{done}. {objection_words(office, objection, today)}" if objection else done
    left = left_words(request_due(request), today, office.calendar)
    told = f"{running_words(request)}: {left}" if left else running_words(request)
    return f"{told}. {objection_words(office, objection, today)}" if objection else told


def running_words(request: Request) -> str:
    """The state of a request that is not done, without its term."""
    match request.state:
        case RequestState.RECEIVED:
            return "Baru diterima"
        case RequestState.WAITING:
            return waiting_words(request)
        case RequestState.EXTENDED:
            return "Diperpanjang"
        case _:
            return "Sedang diproses"


def waiting_words(request: Request) -> str:
    """For whom and for what a request waits."""
    waits = request.waiting
    if waits is None:
        return "Menunggu"
    until = f" (paling lambat {long_date(waits.until)})" if waits.until else ""
    return f"Menunggu {waits.whom}: {briefly(waits.what)}{until}"


def briefly(words: str) -> str:
    """As much of a long text as a heading can take; all of it stands elsewhere on the screen."""
    return shorten(words, SHORT, placeholder=" …")


def objection_words(office: Office, objection: Keberatan, today: date) -> str:
    """Where an objection stands."""
    if objection.dispute:
        ended = objection.dispute.ended
        return f"Sengketa di Komisi Informasi: {'putus ' + long_date(ended) if ended else 'berjalan'}"
    if objection.answered:
        return KEBERATAN_DECISIONS[objection.decision] or "Keberatan dijawab"
    passed = f"diteruskan ke {objection.passed_on.to}, " if objection.passed_on else ""
    return f"Keberatan: {passed}{left_words(objection.due, today, office.calendar) or 'belum dijawab'}"


def _unfetched(request: Request) -> str:
    granted = request.outcome in (RequestOutcome.GRANTED, RequestOutcome.PARTLY)
    return ", belum diserahkan" if granted and not request.given and not request.direct else ""
