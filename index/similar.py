"""Documents like another one: those that have its rarest telling words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from heapq import nlargest

import numpy as np

from index import ranking
from index.answering import Answer
from index.evidence import evidence
from index.glance import Glance, Mask
from index.language import FUNCTION_WORDS, stem, tokens
from index.model import ReadPage
from index.query import Asked, Sought

TELLING = 16
"""Words by which a document is compared."""

PAGES = 12
"""First pages of a document that are read for them."""

SHARED = 1 / 3
"""The part of them that another document must have."""

COUNTED = 8
"""A word that comes more often than this tells no more."""


def like(glance: Glance, doc: int, read_page: ReadPage, allowed: Mask) -> Answer:
    """Allowed documents that have enough of the telling words of this one."""
    forms = telling_words(glance, _texts(glance, doc, read_page))
    asked = Asked(sought=tuple(Sought(form, ((form,),)) for form in forms))
    found = evidence(glance, asked)
    shared = np.zeros(glance.size, np.int64)
    for one in found:
        shared[one.docs] += 1
    others = allowed & (shared >= max(2.0, len(forms) * SHARED))
    others[doc] = False
    docs = np.flatnonzero(others)
    matched = ranking.Matched(docs, np.ones(len(docs), np.float32), True)
    return Answer(asked, found, matched, allowed)


def telling_words(glance: Glance, texts: Iterable[str]) -> list[str]:
    """Words that come often here and in few other documents, one of each family."""
    counted = Counter(token.form for text in texts for token in tokens(text) if not token.extra)
    worth: dict[str, tuple[float, str]] = {}
    for form, count in counted.items():
        if len(form) < 3 or not form.isalpha() or form in FUNCTION_WORDS:
            continue
        elsewhere = glance.frequency(form)
        if elsewhere > 1:
            telling = min(count, COUNTED) * math.log(1 + len(glance.living) / elsewhere)
            worth[stem(form)] = max(worth.get(stem(form), (0.0, "")), (telling, form))
    return [form for _, form in nlargest(TELLING, worth.values())]


def _texts(glance: Glance, doc: int, read_page: ReadPage) -> Iterator[str]:
    facts = glance.facts[doc]
    yield facts.lead
    for page in range(1, min(facts.pages, PAGES) + 1):
        with suppress(KeyError, OSError):
            yield read_page(facts.document_id, page)
