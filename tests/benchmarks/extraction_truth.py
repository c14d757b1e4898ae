"""What extraction is held to: another reader's words, file names, and strings that other projects assert.

Words for the F1: NFKC, lower-cased runs of letters and digits; a hyphen between two letters, also at a line
end, joins on both sides, since pdftotext drops it there ("undangundang") and extraction keeps it. Headers
that repeat are left out of both by the same function, and a web address across each page of both.
"""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from index.extract import Extracted, Unreadable, extract
from index.extract.guess import guess
from index.extract.repeats import without_repeats

Share = tuple[float, list[str]]
# Fonts or spacing that defeat one reader or the other.
BROKEN = ("PP 29 Tahun 2009", "Perpres 87 Tahun 2014", "Perba 7 Tahun 2017")
_KINDS = {
    "pp": "Peraturan Pemerintah",
    "uu": "Undang-Undang",
    "perpres": "Peraturan Presiden",
    "perba": "Peraturan",
    "kepka": "Keputusan",
}
# The file's name says 2012, the regulation itself 2013.
_YEARS = {"PP 61 Tahun 2012": 2013}
_REASONS = {
    "inline_images": "descriptions of pictures, which nobody sees on paper",
    "task_list": "boxes drawn from a font of signs",
    "track_changes": "a word in a remark's name",
    "issue_495": "no loss: pdfminer's whole output, with '(cid:72)' and with words on their side letter by letter",
    "uD800": "no loss: a comment in the peer's test, since the file lost these letters; the page shows empty boxes",
    "Author": "on no page: authors stand in the file's properties, where offices have the typist",
}


@cache
def read(path: Path) -> Extracted:
    return extract(path)


def word_f1(paths: Sequence[Path]) -> Share:
    """The mean over the files that are not broken, and a remark a file."""
    scores, remarks = [], []
    for path in paths:
        run = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
        truth = words(without_repeats(run.stdout.decode("utf-8", "replace").split("\f")))
        score = f1(truth, words(read(path).pages))
        broken = path.name.startswith(BROKEN)
        if not broken:
            scores.append(score)
        told = "; ".join(read(path).notes) or "no note"
        remarks.append(f"{score:.4f} {path.name[:40]}{f' (broken, not counted: {told})' if broken else ''}")
    return sum(scores) / len(scores), remarks


def words(pages: Sequence[str]) -> Counter[str]:
    text = unicodedata.normalize("NFKC", "\n".join(pages)).lower()
    text = re.sub(r"www\s*\.?\s*legalitas\s*\.?\s*org", " ", text)
    text = re.sub(r"(?<=[^\W\d_])[-\u2010\u2011\u00ad]\s*(?=[^\W\d_])", "", text)
    return Counter(re.findall(r"[^\W_]+", text))


def f1(truth: Counter[str], found: Counter[str]) -> float:
    return 2 * (truth & found).total() / max(1, truth.total() + found.total())


def guesses(paths: Sequence[Path]) -> dict[str, Share]:
    """Shares of kind, number and year that are right, by the text alone and as the kiosk guesses."""
    return {
        "by the text alone, first page readable": _guessed(paths, named=False),
        "with the file's name, all": _guessed(paths, named=True),
    }


def _guessed(paths: Sequence[Path], named: bool) -> Share:
    right, total, misses = 0, 0, []
    for path in paths:
        stated = re.match(r"([A-Za-z]+)[ _]?(\d+)(?:[ _]Tahun[ _]|-)(\d{4})", path.name)
        if not stated or not (named or read(path).pages[0]):
            continue
        told = guess(read(path).pages, path.name if named else "pindai.pdf")
        year = next((year for name, year in _YEARS.items() if path.name.startswith(name)), int(stated[3]))
        checks = {
            "kind": told.kind.value.startswith(_KINDS[stated[1].lower()]),
            "number": re.match(rf"0*{stated[2]}\b", told.number.value) is not None,
            "year": told.year.value == year,
        }
        right, total = right + sum(checks.values()), total + len(checks)
        wrong = [what for what, good in checks.items() if not good]
        if wrong:
            misses.append(f"{', '.join(wrong)}: {path.name[:50]}: {told.number.value!r}, {told.year.value}")
    return right / total, misses


def peers(folder: Path) -> tuple[Share, Share]:
    """Words of DOCX and strings of PDF found, with each miss and its reason."""
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    found: dict[str, list[tuple[str, str, bool]]] = {"words": [], "strings": []}
    for name, asserted in expected.items():
        kind = "words" if name.endswith(".docx") else "strings"
        text = squeezed(_text(folder / name))
        found[kind] += [(name, part, squeezed(part) in text) for part in asserted.get(kind, [])]
    return _share(found["words"]), _share(found["strings"])


def _text(path: Path) -> str:
    try:
        return "\n".join(read(path).pages)
    except Unreadable:
        return ""


def _share(found: Sequence[tuple[str, str, bool]]) -> Share:
    good = sum(good for *_, good in found)
    return good / len(found), [f"{good} of {len(found)}", *_misses(found)]


def _misses(found: Sequence[tuple[str, str, bool]]) -> Iterator[str]:
    """A remark for each file and reason, with what was missed there."""
    missed: dict[tuple[str, str], list[str]] = {}
    for name, part, good in found:
        if not good:
            why = next((why for sign, why in _REASONS.items() if sign in name or sign in part), "not known")
            missed.setdefault((name, why), []).append(repr(squeezed(part)[:30]))
    for (name, why), parts in missed.items():
        yield f"{len(parts)} in {name}: {', '.join(parts)}: {why}"


def squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())
