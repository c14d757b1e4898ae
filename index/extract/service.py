"""``extract``: the one way to the text of a file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from . import worker
from .model import Extracted, OnPage, Reason, Unreadable
from .reading import PageState
from .text import has_words, without_watermark


def extract(path: Path, on_page: OnPage | None = None) -> Extracted:
    """The text of a file, read in a child process within 1 GB and 30 s a page.

    What came before a failure is kept, and said in ``notes``. Images, sound, video and XLSX have no pages.
    An exception of ``on_page`` (such as a cancellation) ends the reading and passes on.
    Raises Unreadable where there is nothing to keep.
    """
    start: dict[str, Any] = {}
    pages: list[dict[str, Any]] = []
    problem: Unreadable | None = None
    try:
        with closing(worker.ask(path)) as answers:
            for answer in answers:
                if "type" in answer:
                    start = answer
                elif "text" in answer:
                    pages.append(answer)
                    if on_page:
                        on_page(len(pages), start["total"])
                elif answer["end"]:
                    problem = Unreadable(Reason(answer["end"]))
    except Unreadable as trouble:
        problem = trouble
    if problem and not any(page["text"] for page in pages):
        raise problem
    return _extracted(start, pages, problem)


def _extracted(start: dict[str, Any], pages: list[dict[str, Any]], problem: Unreadable | None) -> Extracted:
    texts = without_watermark([page["text"] for page in pages])
    states = [PageState(page["state"]) for page in pages]
    texts += [""] * max(0, (start["total"] or 0) - len(texts) if problem else 0)
    return Extracted(
        media_type=start["type"],
        pages=tuple(texts),
        page_unit=start["unit"],
        has_text=any(map(has_words, texts)),
        electronically_signed=start["signed"],
        notes=tuple(_notes(texts, states, start["unit"], problem)),
    )


def _notes(texts: Sequence[str], states: Sequence[PageState], unit: str, problem: Unreadable | None) -> list[str]:
    page = unit.capitalize()
    lost = [n for n, state in enumerate(states, 1) if state is PageState.TROUBLE]
    broken = [n for n, state in enumerate(states, 1) if state is PageState.BROKEN]
    seen = enumerate(zip(texts, states, strict=False), 1)
    empty = [n for n, (text, state) in seen if not text and state in (PageState.TEXT, PageState.SCAN)]
    said = []
    if lost:
        said.append(f"{page} {_span(lost)} tidak dapat dibaca")
    if broken:
        said.append(f"Huruf pada {unit} {_span(broken)} tidak terbaca; perlu OCR")
    if empty:
        said.append(f"{page} {_span(empty)} tidak berisi teks (hasil pindai atau kosong)")
    if problem:
        said.append(f"{page} {len(states) + 1} dan seterusnya tidak dapat dibaca: {problem.cause}")
    return said


def _span(numbers: Sequence[int]) -> str:
    """For 1, 2, 3, 7: 1–3, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
