"""``extract``: the one way to the text of a file; ``extract_many``: to that of many, on all cores."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from pathlib import Path

from .limits import FILE_SECONDS, LOST_PAGES
from .model import PDF, Extracted, OnPage, Reason, Unreadable
from .pool import POOL, cores
from .reading import PageState
from .repeats import without_repeats, without_watermark
from .text import has_words
from .worker import Answer, Worker

OnPageOf = Callable[[Path, int, int | None], None]
"""``on_page(path, done, total)``, told by the threads that read: one file's pages in order, files mixed."""

_SALVAGED = "Dokumen ini rusak atau terpotong; yang terbaca hanya yang dapat diselamatkan"


def extract(path: Path, on_page: OnPage | None = None) -> Extracted:
    """The text of a file, read in a child process within 1 GB and some seconds a page. Safe in any thread.

    A page that hangs costs itself; what came before a failure is kept, and said in ``notes``.
    Images, sound, video and XLSX have no pages.
    An exception of ``on_page`` (such as a cancellation) ends the reading and passes on.
    Raises Unreadable where there is nothing to keep.
    """
    return _Reading(path, on_page).run()


def extract_many(
    paths: Sequence[Path], on_page: OnPageOf | None = None
) -> Generator[tuple[Path, Extracted | Unreadable], None, None]:
    """Each file with its text or the reason why not, as they are done: on all cores, the largest first.

    Closing the iterator, or an exception of ``on_page`` (which passes on), ends the files under way at once.
    """
    readings = (_Reading(path, _of(path, on_page)) for path in sorted(paths, key=_size, reverse=True))
    running: dict[Future[Extracted | Unreadable], _Reading] = {}
    with ThreadPoolExecutor(cores()) as threads:
        try:
            # Twice as many as can run: the children go on while the caller looks at a result.
            for reading in islice(readings, 2 * cores()):
                running[threads.submit(reading.outcome)] = reading
            while running:
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    path = running.pop(done).path
                    for reading in islice(readings, 1):
                        running[threads.submit(reading.outcome)] = reading
                    yield path, done.result()
        finally:
            for future, reading in running.items():
                future.cancel()
                reading.cancel()
    POOL.keep(1)


def _of(path: Path, on_page: OnPageOf | None) -> OnPage | None:
    return (lambda done, total: on_page(path, done, total)) if on_page else None


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except (OSError, ValueError):
        return 0


class _Reading:
    """One file on its way from a child to its text; another thread may cancel it."""

    def __init__(self, path: Path, on_page: OnPage | None) -> None:
        self.path = path
        self._on_page = on_page
        self._start: Answer = {}
        self._pages: list[Answer] = []
        self._lost = 0
        self._worker: Worker | None = None
        self._cancelled = False

    def outcome(self) -> Extracted | Unreadable:
        """As ``run``, with the reason in place of an exception."""
        try:
            return self.run()
        except Unreadable as problem:
            return problem

    def run(self) -> Extracted:
        """Reads it to its end. Raises Unreadable where there is nothing to keep."""
        end = time.monotonic() + FILE_SECONDS
        problem = self._read()
        while problem and time.monotonic() < end and self._may_go_on(problem):
            self._take({"text": "", "state": PageState.TROUBLE})
            self._lost += 1
            problem = self._read()
        bad = problem or (Unreadable(Reason.DAMAGED) if self._start["salvaged"] else None)
        if bad and not any(page["text"] for page in self._pages):
            raise bad
        return _extracted(self._start, self._pages, problem)

    def cancel(self) -> None:
        """Ends the child that reads; the reading ends with trouble that passes."""
        self._cancelled = True
        if self._worker:
            self._worker.close()

    def _read(self) -> Unreadable | None:
        """Takes the answers from the first page that is missing; the problem, if it ended with one."""
        try:
            with POOL.lend() as self._worker:
                if self._cancelled:
                    return Unreadable(Reason.TROUBLE)
                # Each page lost makes less patient, so that a file of such pages holds nobody up.
                for answer in self._worker.ask(self.path, len(self._pages), 0.4**self._lost):
                    self._take(answer)
                    if answer.get("end"):
                        return Unreadable(Reason(answer["end"]))
        except Unreadable as trouble:
            return trouble
        finally:
            self._worker = None
        return None

    def _take(self, answer: Answer) -> None:
        if "type" in answer:
            self._start = answer
        elif "text" in answer:
            self._pages.append(answer)
            if self._on_page:
                self._on_page(len(self._pages), self._start["total"])

    def _may_go_on(self, problem: Unreadable) -> bool:
        """Whether it was the page's fault, and others follow it."""
        faults = (Reason.TOO_SLOW, Reason.TOO_HEAVY)
        if problem.reason not in faults or self._lost >= LOST_PAGES or self._start.get("type") != PDF:
            return False
        return len(self._pages) + 1 < (self._start["total"] or 0)


def _extracted(start: Answer, pages: list[Answer], problem: Unreadable | None) -> Extracted:
    texts = without_repeats(without_watermark([page["text"] for page in pages]))
    states = [PageState(page["state"]) for page in pages]
    texts += [""] * max(0, (start["total"] or 0) - len(texts) if problem else 0)
    notes = [_SALVAGED] if start["salvaged"] else []
    return Extracted(
        media_type=start["type"],
        pages=tuple(texts),
        page_unit=start["unit"],
        has_text=any(map(has_words, texts)),
        electronically_signed=start["signed"],
        notes=(*notes, *_notes(texts, states, start["unit"], problem)),
    )


def _notes(texts: Sequence[str], states: Sequence[PageState], unit: str, problem: Unreadable | None) -> list[str]:
    page = unit.capitalize()
    lost = [n for n, state in enumerate(states, 1) if state is PageState.TROUBLE]
    broken = [n for n, state in enumerate(states, 1) if state is PageState.BROKEN]
    seen = enumerate(zip(texts, states, strict=False), 1)
    empty = [n for n, (text, state) in seen if not text and state in (PageState.TEXT, PageState.SCAN)]
    said = ["Dokumen ini tidak berisi teks"] if unit == "bagian" and not texts else []
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
