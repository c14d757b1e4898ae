"""A request that is served where it is made: received, granted and handed over in one step (layanan langsung)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from archive.request_model import Request, RequestOutcome, RequestState
from archive.request_terms import Terms
from archive.requests import Moved, RequestError, registered


def served(request: Request, terms: Terms, today: date, by: str) -> Moved:
    """All that was asked for is handed to who asks, today. Raises RequestError where something is missing."""
    if not all(item.documents for item in request.items):
        raise RequestError("Pilih dahulu dokumen yang diberikan.")
    due = registered(request, terms, today).request.due
    items = tuple(replace(item, outcome=RequestOutcome.GRANTED) for item in request.items)
    done = replace(
        request,
        items=items,
        due=due,
        state=RequestState.DONE,
        outcome=RequestOutcome.GRANTED,
        given=today,
        given_to=request.requester.name,
        given_by=by,
        direct=True,
    )
    return Moved(done, "melayani permohonan langsung")
