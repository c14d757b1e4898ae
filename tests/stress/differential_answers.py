"""What our executor answers beside Whoosh's own postings and queries, and scores by the formula of BM25F."""

from __future__ import annotations

import math
from collections.abc import Iterator
from random import Random
from typing import Any

from whoosh import query
from whoosh.searching import Searcher

from index import answering, ranking
from index.evidence import FIELDS
from index.glance import K1, B, Glance
from index.language import stem
from index.model import Filters
from index.query import PLAINLY
from index.ranking import FEW

LENGTH = 7
"""Place of a document's length among its numbers."""

Scores = dict[int, float]


def wrong_answers(glance: Glance, theirs: Any, chance: Random, words: tuple[str, ...]) -> Iterator[str]:  # noqa: ANN401 - Whoosh is untyped
    """Queries of words that are answered otherwise than by the book."""
    if not theirs.doc_count():
        return
    chosen = list({stem(word): word for word in chance.sample(words, chance.randint(1, 3))}.values())
    expected = _scores(theirs, chosen)
    if len(expected) >= (FEW if len(chosen) > 2 else 1):
        found = _answered(glance, " ".join(chosen))
        near = found.keys() == expected.keys() and all(math.isclose(found[n], expected[n], rel_tol=1e-4) for n in found)
        if not near:
            yield f"words {chosen}"
    pair = [chance.choice(words) for _ in range(2)]
    side_by_side = _phrase(theirs, pair)
    if side_by_side and set(_answered(glance, f'"{" ".join(pair)}"')) != side_by_side:
        yield f"phrase {pair}"


def _answered(glance: Glance, text: str) -> Scores:
    found = answering.answer(glance, text, Filters(literal=True), PLAINLY)
    docs, scores = ranking.best(glance, found.asked, found.matched, len(found.docs))
    return {glance.facts[doc].document_id: score for doc, score in zip(docs.tolist(), scores.tolist(), strict=True)}


def _scores(reader: Any, words: list[str]) -> Scores:  # noqa: ANN401
    """Documents with every word in any of its forms, and their scores."""
    each = [_one_word(reader, word) for word in words]
    return {number: sum(one[number] for one in each) for number in set.intersection(*map(set, each))}


def _one_word(reader: Any, word: str) -> Scores:  # noqa: ANN401
    numbers = reader.column_reader("numbers")
    lengths = {numbers[doc][0]: numbers[doc][LENGTH] for doc in reader.all_doc_ids()}
    mean = sum(lengths.values()) / len(lengths) or 1.0
    scores = dict.fromkeys(_often(reader, "stems", stem(word)), 0.0)
    for field, weight in FIELDS:
        found = _often(reader, field, word if field == "words" else stem(word))
        rare = math.log(len(lengths) / (len(found) + 1)) + 1
        for number, often in found.items():
            longer = K1 * (1 - B + B * lengths[number] / mean) if field != "title" else K1
            scores[number] += weight * rare * often * (K1 + 1) / (often + longer)
    return scores


def _often(reader: Any, field: str, term: str) -> dict[int, int]:  # noqa: ANN401
    """How often a term stands in each document; a word that is its own stem stands with the words."""
    numbers = reader.column_reader("numbers")
    found: dict[int, int] = {}
    for name in (field, "words") if field == "stems" and stem(term) == term else (field,):
        matcher = reader.postings(name, term) if (name, term) in reader else None
        while matcher and matcher.is_active():
            number = numbers[matcher.id()][0]
            found[number] = found.get(number, 0) + len(matcher.value_as("positions"))
            matcher.next()
    return found


def _phrase(reader: Any, words: list[str]) -> set[int]:  # noqa: ANN401
    numbers = reader.column_reader("numbers")
    found = Searcher(reader).docs_for_query(query.Phrase("words", words, slop=1))
    return {numbers[doc][0] for doc in found if not reader.is_deleted(doc)}
