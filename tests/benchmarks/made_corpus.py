"""Documents for measuring search: made up, the same on every run, with words as unevenly frequent as in real text.

Frequencies follow Zipf's law with an exponent near 1 over more than 200,000 surface forms, made of Indonesian roots
and affixes; a fifth of the words are function words, and each document has words of its subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import numpy as np

from index.model import Entry

SEED = 20080430
FORMS = 240_000
EXPONENT = 1.15
FUNCTION_SHARE = 0.2
SUBJECTS, SUBJECT_WORDS, SUBJECT_SHARE = 200, 60, 0.1
PAGE = 300
"""Words of a page."""
SENTENCE = 14

FUNCTION_WORDS = ("yang", "dan", "di", "untuk", "dengan", "pada", "dari", "dalam", "oleh", "ini", "itu", "atau", "ke")
CLASSES = ("berkala", "serta_merta", "setiap_saat", "belum_ditetapkan")
KINDS = ("Surat", "Laporan", "Nota Dinas", "Notulen", "Keputusan", "Undangan")
UNITS = tuple(f"Bagian {name}" for name in ("Umum", "Hukum", "Organisasi", "Keuangan", "Kesra", "Tata Usaha", "Humas"))
FIRST_DAY = date(2015, 1, 1)
DAYS = 4000
_PREFIXES = ("", "di", "ber", "ter", "ke", "se", "pe", "per", "me", "memper")
_SUFFIXES = ("", "kan", "an", "i", "nya")


@cache
def forms() -> tuple[str, ...]:
    """All surface forms that may occur, the most frequent first."""
    lines = files("index").joinpath("roots.txt").read_text(encoding="utf-8").splitlines()
    roots = sorted(line for line in lines if line.isalpha() and 3 < len(line) < 14)
    made = sorted({prefix + root + suffix for root in roots for prefix in _PREFIXES for suffix in _SUFFIXES})
    chosen = np.random.default_rng(SEED).permutation(len(made))[:FORMS]
    return tuple(made[n] for n in chosen)


@cache
def chances() -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Running sum of the chances of each form."""
    weights = 1.0 / (np.arange(FORMS) + 2.7) ** EXPONENT
    summed: np.ndarray[tuple[int], np.dtype[np.float64]] = np.cumsum(weights / weights.sum())
    return summed


def documents(count: int, words: int = 2500) -> Iterator[Entry]:
    """So many documents of about so many words."""
    return (document(n, words) for n in range(1, count + 1))


def document(number: int, words: int = 2500) -> Entry:
    """One document; the same for the same number and length, whatever else is made."""
    chance = np.random.default_rng((SEED, number, words))
    length = max(30, int(words * chance.lognormal(-0.18, 0.6)))
    text = _words(chance, length)
    day = FIRST_DAY + timedelta(days=int(chance.integers(DAYS)))
    unit = UNITS[int(len(UNITS) * chance.random() ** 2)]
    return Entry(
        number,
        " ".join(text[:8]),
        pages=[_sentences(text[at : at + PAGE]) for at in range(0, length, PAGE)],
        number=f"{number}/{unit.split()[-1].upper()}/{day.month}/{day.year}",
        kind=KINDS[int(chance.integers(len(KINDS)))],
        summary=" ".join(text[8:28]),
        unit=unit,
        information_class=CLASSES[int(chance.integers(len(CLASSES)))],
        date=day,
        year=day.year,
    )


def _words(chance: np.random.Generator, length: int) -> list[str]:
    known = forms()
    ranks = np.searchsorted(chances(), chance.random(length))
    subject = int(SUBJECTS * chance.random() ** 2)
    own = 500 + subject * 997 + np.arange(SUBJECT_WORDS) * 13
    ranks = np.where(chance.random(length) < SUBJECT_SHARE, own[chance.integers(SUBJECT_WORDS, size=length)], ranks)
    text = [known[rank] for rank in np.minimum(ranks, FORMS - 1).tolist()]
    plain = np.flatnonzero(chance.random(length) < FUNCTION_SHARE).tolist()
    which = (chance.random(len(plain)) ** 2 * len(FUNCTION_WORDS)).astype(int).tolist()
    for at, word in zip(plain, which, strict=True):
        text[at] = FUNCTION_WORDS[word]
    return text


def _sentences(text: list[str]) -> str:
    return ".\n".join(" ".join(text[at : at + SENTENCE]).capitalize() for at in range(0, len(text), SENTENCE)) + "."
