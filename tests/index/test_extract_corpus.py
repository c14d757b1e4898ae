"""Real Indonesian regulations and other projects' test files, where they are at hand."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from index.extract import Extracted, Unreadable, extract
from index.extract.guess import guess

CORPUS = Path(os.environ.get("PPID_CORPUS", Path(__file__).resolve().parents[3] / "shared" / "corpus"))
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="PPID_CORPUS is not at hand")
_KINDS = {"PP": "Peraturan Pemerintah", "UU": "Undang-Undang", "Perba": "Peraturan", "Kepka": "Keputusan"}
# The file's name says 2012, the regulation itself 2013.
_WRONGLY_NAMED = "PP 61 Tahun 2012"


def regulations() -> Iterator[Path]:
    return iter(sorted((CORPUS / "legislation").glob("*.pdf")))


@cache
def read(path: Path) -> Extracted:
    return extract(path)


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def test_every_regulation_has_text_or_a_note_why_not() -> None:
    for path in regulations():
        assert read(path).has_text or read(path).notes, path.name


def test_regulations_tell_what_their_file_names_say() -> None:
    for path in regulations():
        named = re.match(r"(PP|UU|Perba|Kepka)[ _](\d+)[ _]Tahun[ _](\d{4})", path.name)
        if named and not path.name.startswith(_WRONGLY_NAMED):
            told = guess(read(path).pages, path.name)
            assert told.kind.value.startswith(_KINDS[named[1]]), path.name
            assert told.number.value.split("/")[0] == named[2], path.name
            assert told.year.value == int(named[3]), path.name


def test_words_that_other_projects_assert_are_found() -> None:
    expected = json.loads((CORPUS / "peer" / "expected.json").read_text(encoding="utf-8"))
    found = total = 0
    for name, asserted in expected.items():
        try:
            text = squeezed("\n".join(extract(CORPUS / "peer" / name).pages))
        except Unreadable:
            text = ""
        words = [squeezed(word) for word in asserted.get("words", [])]
        found += sum(word in text for word in words)
        total += len(words)
    assert found >= 0.98 * total
