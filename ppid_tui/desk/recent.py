"""Queries that led somewhere, kept on this laptop to be asked again: in the expendable index folder, in no backup.

What a citizen asks for may name them or their neighbour. So a query is kept only where each of its words is
an everyday word of the office's table, or a time, or stands in the public record of a document that answered:
title, number, kind or unit of what may be given.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from archive.model import Document
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import MONTHS

MOST = 8
LONGEST = 80
"""Letters of a query that is kept; more is a pasted text."""
TIMES = (*MONTHS, "tahun", "bulan", "minggu", "hari", "lalu", "ini", "terakhir", "semester", "triwulan")
SHORT_NUMBER = re.compile("[0-9]{1,2}|(19|20)[0-9]{2}")
"""A day or a year; any longer number may be somebody's."""


def recent(office: Office) -> tuple[str, ...]:
    """The last queries, newest first. A file that can't be read holds none."""
    try:
        kept = json.loads(_path(office).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(text for text in kept if isinstance(text, str))[:MOST] if isinstance(kept, list) else ()


def remember(office: Office, query: str, answers: Iterable[Document]) -> None:
    """Keep a query that led to a document, unless it says more than the public records among its answers."""
    text = " ".join(query.split())
    if text and len(text) <= LONGEST and _says_no_more(office, text, answers):
        _keep(office, [text, *(old for old in recent(office) if old.casefold() != text.casefold())])


def forget(office: Office, query: str) -> None:
    """Keep this query no longer."""
    _keep(office, [old for old in recent(office) if old != query])


def _says_no_more(office: Office, text: str, answers: Iterable[Document]) -> bool:
    from index.language import FUNCTION_WORDS

    table, words = office.indexes.everyday, _stems(text) - FUNCTION_WORDS
    public = (d for d in answers if d.information_class.may_be_given)
    known = _stems(" ".join(f"{d.title} {d.number} {d.kind} {d.unit}" for d in public))
    known |= _stems(" ".join((*TIMES, *table.aside, *(word for run in table.also for word in run))))
    return bool(words) and all(word in known or SHORT_NUMBER.fullmatch(word) for word in words)


def _stems(text: str) -> set[str]:
    from index.language import stem, tokens

    return {stem(token.form) for token in tokens(text) if not token.extra}


def _path(office: Office) -> Path:
    return office.home.index / "pencarian-terakhir.json"


def _keep(office: Office, queries: list[str]) -> None:
    """Nothing depends on it: where it can't be written, the laptop just remembers less."""
    path, fresh = _path(office), _path(office).with_suffix(f".{os.getpid()}.tmp")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(queries[:MOST], ensure_ascii=False), encoding="utf-8")
        fresh.replace(path)
