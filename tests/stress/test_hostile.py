"""A dozen of the hostile kinds that are done in no time; ``python -m tests.stress.hostile`` reads them all."""

from __future__ import annotations

import pytest

from tests.stress.hostile import kinds, tried

QUICK = [
    "PDF: form of itself",
    "PDF: kids in a ring",
    "PDF: page labels in a ring",
    "PDF: tables in a ring",
    "PDF: catalogue a number",
    "PDF: cut at half",
    "PDF: letters from /etc/passwd",
    "Word: a thousand million laughs",
    "Word: controls nested 100,000 deep",
    "Word: entity of a file",
    "Word: wrong sum",
    "Word: locked Word file",
    "place: folder",
    "place: name of no length",
    "place: name with bytes of Latin-1",
    "place: name with terminal orders",
]


@pytest.mark.parametrize("kind", QUICK)
def test_a_hostile_file_ends_in_text_or_a_reason(kind: str) -> None:
    result = tried(kind, dict(kinds())[kind])
    assert result.held, result
