"""Documents that were removed leave no trace in what the others count: an exempt one could be guessed from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.engine import open_engine
from index.model import Entry

DOCUMENTS = 60


def entries() -> list[Entry]:
    """Letters about the elderly, each with the words apart or side by side."""
    words = ("lanjut usia", "usia lanjut", "lanjutan", "lanjut", "usia")
    return [
        Entry(n, f"Surat {n}", (f"Bantuan {words[n % 5]} kepada warga. " * (1 + n % 4),), year=2020 + n % 5)
        for n in range(1, DOCUMENTS)
    ]


@pytest.mark.parametrize("asked", ['"lanjut usia"', "lansia", "bantuan lansia warga", "lanj*", "usia"])
def test_what_was_removed_changes_nothing_of_the_others(tmp_path: Path, asked: str) -> None:
    every = entries()
    going = every[1::3]
    staying = [entry for entry in every if entry not in going]
    removed, never = (
        open_engine(tmp_path / name, lambda number, page: every[number - 1].pages[page - 1]) for name in "ab"
    )
    removed.apply(every, (), 1)
    removed.apply((), [entry.document_id for entry in going], 2)
    never.apply(staying, (), 1)
    one, other = (engine.search(asked, limit=DOCUMENTS) for engine in (removed, never))
    assert one.hits and [(hit.document_id, hit.score) for hit in one.hits] == [
        (hit.document_id, hit.score) for hit in other.hits
    ]
    removed.close()
    never.close()
