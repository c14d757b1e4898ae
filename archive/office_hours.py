"""The hours an office works on each day of the week, as an officer writes them: "07.30-12.00, 13.00-16.00"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from itertools import pairwise

Span = tuple[time, time]
"""From and until; the end is not worked any more."""
Week = Mapping[int, tuple[Span, ...]]
"""The spans of each worked day, by ``date.weekday()``; a day that is not worked is absent."""

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SPAN = re.compile(r"(\d{1,2})[.:](\d{2})\s*(?:-|–|s\.?d\.?|sampai)\s*(\d{1,2})[.:](\d{2})")


def parse_spans(text: str) -> tuple[Span, ...]:
    """The spans of one day, none for an empty text; ValueError says in Indonesian what is wrong."""
    spans = tuple(map(_span, filter(None, (part.strip() for part in text.split(",")))))
    if any(after[0] < before[1] for before, after in pairwise(spans)):
        raise ValueError(f'jam kerja "{text}" bertumpuk; tulis berurutan, dari pagi ke sore')
    return spans


def spans_text(spans: tuple[Span, ...]) -> str:
    """The spans as they are written."""
    return ", ".join(f"{start:%H.%M}-{end:%H.%M}" for start, end in spans)


def _span(text: str) -> Span:
    found = _SPAN.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        start, end = time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))
    except ValueError:
        raise ValueError(f'jam kerja "{text}" tidak dikenal. Contoh: 07.30-12.00, 13.00-16.00') from None
    if end <= start:
        raise ValueError(f'jam kerja "{text}" berakhir sebelum mulai')
    return start, end


_LONG_NOON = parse_spans("07.30-11.30, 13.00-16.30")
_NOON = parse_spans("07.30-12.00, 13.00-16.00")
FIVE_DAYS: Week = {0: _NOON, 1: _NOON, 2: _NOON, 3: _NOON, 4: _LONG_NOON}
"""37 hours and a half a week from 07.30, an hour's rest, on Fridays an hour and a half (Perpres 21/2023)."""
