"""What is typed when typing is measured: words that stand in the office's own documents.

One to three words that follow one another on a page, the last typed as far as it narrows. The number of documents
that answer is that of none of the query's beginnings: what stands on the screen tells whose results these are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from random import Random

from archive.model import Document, Officer
from ppid_tui.desk.contents import page_text
from ppid_tui.desk.finding import Findings, Viewer, find
from ppid_tui.desk.office import Office
from ppid_tui.widgets.search_lines import count_words

SEED = 2026
MOST_WORDS = 3
WORD = re.compile(r"[a-z]{3,}")
TRIES = 200
"""Pages that are tried for each query that is wanted."""


@dataclass(frozen=True)
class Typed:
    """A query, the line that counts what answers, and the title of the first hit."""

    text: str
    count: str
    title: str


def typed_queries(office: Office, officer: Officer, number: int, today: date) -> list[Typed]:
    """So many different queries, always the same for the same office. Raises ValueError where there are too few."""
    asked: dict[str, Typed] = {}
    for text in _phrases(office, Random(SEED), number * TRIES):
        typed = _narrowing(office, officer, text, today)
        if typed and typed.text not in asked:
            asked[typed.text] = typed
        if len(asked) == number:
            return list(asked.values())
    raise ValueError(f"only {len(asked)} queries tell themselves apart by what they find")


def _phrases(office: Office, rng: Random, number: int) -> Iterator[str]:
    known = [document for document in office.records.documents.all() if document.text_key and document.pages]
    for place in range(number):
        words = _words(office, rng.choice(known), rng)
        wanted = place % MOST_WORDS + 1
        if len(words) >= wanted:
            first = rng.randrange(len(words) - wanted + 1)
            yield " ".join(words[first : first + wanted])


def _words(office: Office, document: Document, rng: Random) -> list[str]:
    text = page_text(office, document, rng.randrange(document.pages) + 1)
    return WORD.findall(text.casefold())


def _narrowing(office: Office, officer: Officer, text: str, today: date) -> Typed | None:
    """The phrase up to the last letter of its last word that makes another number of hits than all before."""
    seek = partial(find, office, viewer=Viewer(officer), limit=1, typing=True, today=today)
    last = text.rfind(" ") + 1
    counted: dict[str, int] = {}

    def count(beginning: str) -> int:
        if beginning not in counted:
            counted[beginning] = seek(beginning).total
        return counted[beginning]

    for end in range(len(text), last + 1, -1):
        before = (text[:n] for n in range(end - 1, 0, -1))
        if count(text[:end]) and all(count(beginning) != count(text[:end]) for beginning in before):
            return _expected(text[:end], seek(text[:end]))
    return None


def _expected(text: str, findings: Findings) -> Typed | None:
    if not findings.hits or findings.exempt:
        return None
    return Typed(text, count_words(findings, newest_first=False).partition(" · ")[0], findings.hits[0].document.title)
