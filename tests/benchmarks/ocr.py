"""How many words of a page OCR finds again: ``python -m tests.benchmarks.ocr [--pages 2] [--json]``.

Pages that have a text layer are pictured at 200 dpi and read; the layer is the truth. From each PDF in
``PPID_CORPUS/legislation`` come pages spread over the file, each with at least 100 words; where the corpus is
not at hand, only the made page is read. Words: runs of letters and digits, lower-cased, counted as often as they
stand there. Seconds are of the wall, one page at a time.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from index.extract import Unreadable, extract, ocr
from tests.scanned import LETTER, found_again, paper, scan, words

CORPUS = Path(os.environ.get("PPID_CORPUS", Path(__file__).resolve().parents[3] / "shared" / "corpus"))
BROKEN = ("PP 29 Tahun 2009", "Perpres 87 Tahun 2014", "Perba 7 Tahun 2017")
"""Their text layers are no truth: fonts or spacing are broken."""
BAR, AIM = 0.93, 0.96


class Page(NamedTuple):
    """``found``: the share of the layer's words in what was read; ``sure``: of the words read in the layer."""

    name: str
    page: int
    found: float
    sure: float
    seconds: float


def pages_of(path: Path, most: int) -> Iterator[tuple[int, str]]:
    """Pages with their text, spread over the file."""
    try:
        pages = extract(path).pages
    except Unreadable:
        return
    full = [(number, text) for number, text in enumerate(pages, 1) if words(text).total() >= 100]
    step = max(1, len(full) // most)
    yield from full[step // 2 :: step][:most]


def measured(name: str, path: Path, page: int, truth: str) -> Page:
    """One page, read."""
    start = perf_counter()
    read = ocr.read_page(path, page)
    return Page(name, page, found_again(truth, read), found_again(read, truth), perf_counter() - start)


def made(folder: Path) -> Iterator[Page]:
    """A made page, straight and askew."""
    for skew in (0.0, 1.0, 3.0):
        yield measured(f"made, {skew:g} degrees askew", scan(folder / f"{skew}.pdf", paper(LETTER, skew)), 1, LETTER)


def legislation(most: int) -> Iterator[Page]:
    """Pages of regulations whose layers can be trusted."""
    for path in sorted((CORPUS / "legislation").glob("*.pdf")):
        if not path.name.startswith(BROKEN):
            for page, truth in pages_of(path, most):
                yield measured(path.stem[:48], path, page, truth)


def main() -> int:
    """Measure and print; 1 where the mean over the pages stays below the bar, 2 without Tesseract."""
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, default=2, help="of each PDF")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    if ocr.missing():
        print(ocr.missing(), file=sys.stderr)
        return 2
    with TemporaryDirectory() as folder:
        synthetic, real = list(made(Path(folder))), list(legislation(asked.pages))
    figures = figures_of(real or synthetic)
    if asked.json:
        print(json.dumps({**figures, "pages": [page._asdict() for page in synthetic + real]}, indent=1))
    else:
        show(synthetic + real, figures)
    return 0 if figures["found"] >= BAR else 1


def figures_of(pages: list[Page]) -> dict[str, float]:
    """Means over pages, the worst page, and the pace."""
    return {
        "found": mean(page.found for page in pages),
        "sure": mean(page.sure for page in pages),
        "worst": min(page.found for page in pages),
        "seconds": median(page.seconds for page in pages),
    }


def show(pages: list[Page], figures: dict[str, float]) -> None:
    """A row a page, then the means."""
    for page in pages:
        print(f"{page.name:50} {page.page:4}  found {page.found:.3f}  sure {page.sure:.3f}  {page.seconds:.1f} s")
    print(f"mean found {figures['found']:.3f} (bar {BAR}, aim {AIM}), sure {figures['sure']:.3f}, ", end="")
    print(f"worst {figures['worst']:.3f}, median {figures['seconds']:.1f} s a page")


if __name__ == "__main__":
    sys.exit(main())
