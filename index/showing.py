"""Documents that were found, as hits: each with its best page and the passage there."""

from __future__ import annotations

from collections.abc import Sequence

from index.answering import Answer, best_page
from index.glance import Glance
from index.model import Hit, ReadPage, Snippet
from index.places import Best
from index.query import Asked
from index.ranking import Found
from index.snippets import snippet


def hits(glance: Glance, answer: Answer, found: Sequence[Found], read_page: ReadPage) -> tuple[Hit, ...]:
    """A hit for each document; its passage is empty where its page can't be read."""
    return tuple(_hit(glance, answer, one, read_page) for one in found)


def _hit(glance: Glance, answer: Answer, found: Found, read_page: ReadPage) -> Hit:
    facts = glance.facts[found.doc]
    best = best_page(glance, answer, found)
    page = best.page or None
    shown = _snippet(read_page, facts.document_id, best, answer.asked) if facts.pages else Snippet(facts.lead)
    return Hit(facts.document_id, round(found.score, 4), page, shown, max(0, len(best.pages) - 1))


def _snippet(read_page: ReadPage, document_id: int, best: Best, asked: Asked) -> Snippet:
    try:
        return snippet(read_page(document_id, best.page or 1), asked, best.place)
    except (KeyError, OSError):
        return Snippet("")
