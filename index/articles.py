"""Where a document speaks of an article only to refer to it ("sebagaimana dimaksud dalam Pasal 17")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from index.glance import Glance
from index.kept import DOC_SHIFT
from index.query import Asked
from index.spots import Spot
from index.wholes import is_part

CITING = ("dalam", "pada", "dengan", "dan", "atau", "dari", "menurut", "ketentuan", "melanggar", "sampai")
"""Words before "Pasal 17" where it is not the head of the article."""

CITED = 0.3
"""What such a place counts on its page, beside the article itself."""


def less_where_cited(glance: Glance, asked: Asked, doc: int, found: Iterable[Spot]) -> Iterator[Spot]:
    """The places of what is sought in a document, those that only refer to an article counting less on their page."""
    articles = {n for n, sought in enumerate(asked.sought) if is_part(sought.ways[0])}
    cited = _after_citing(glance, doc) if articles else set()
    for position, which, among_documents, among_pages in found:
        counts = CITED if which in articles and position in cited else 1.0
        yield position, which, among_documents, among_pages * counts


def _after_citing(glance: Glance, doc: int) -> set[int]:
    """The places right after a word that refers."""
    here = np.array([doc], np.int64)
    keys = np.concatenate([glance.keys("words", word, here) for word in CITING])
    return set(((keys & (1 << DOC_SHIFT) - 1) + 1).tolist())
