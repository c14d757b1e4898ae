"""What is printed and given out: results, pages, originals. Only what may be given is ever given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from archive.model import Document, Officer, Right, TextState
from index.model import Snippet
from ppid_tui.desk import contents, finding
from ppid_tui.desk.finding import Findings, Found, Viewer
from ppid_tui.desk.givable import require_givable
from ppid_tui.desk.office import Office
from ppid_tui.printouts.labels import class_label, long_date
from ppid_tui.printouts.pages import pages_paper
from ppid_tui.printouts.paper import Paper, Run
from ppid_tui.printouts.results import PrintedHit, results_paper


def print_results(office: Office, findings: Findings, viewer: Viewer, at: datetime, withheld: int = 0) -> Paper:
    """The results as a paper; documents that may not be given out stand on it only for the office's own use.

    ``withheld``: documents found besides these, that may not yet be given: the paper counts them and no more.
    """
    hits = [hit for hit in (*findings.hits, *findings.exempt) if finding.may_see(office, hit.document, viewer)]
    return results_paper(
        office.profile.kop,
        findings.query,
        [_printed(hit, number) for number, hit in enumerate(hits, 1)],
        findings.total + findings.exempt_total + withheld,
        viewer.officer.name,
        at,
        narrowing=_narrowing(findings),
        withheld=withheld,
        size=office.profile.paper_size,
        sample=office.profile.demo,
    )


def print_pages(office: Office, document: Document, pages: Sequence[int], viewer: Viewer, at: datetime) -> Paper:
    """Pages of a document with the source stamp. Raises NotAllowed unless it may be given out."""
    if not viewer.include_exempt:
        require_givable([document])
    given = document.given_rendition
    source = f"{given.name}, SHA-256 {given.sha256[:16]}…" if given else "tanpa softcopy"
    unit = "Halaman" if document.page_unit == "halaman" else "Bagian"
    texts = [(f"{unit} {n} dari {document.pages}", contents.page_text(office, document, n)) for n in pages]
    return pages_paper(
        office.profile.kop,
        document.title,
        document.number,
        source,
        texts,
        viewer.officer.name,
        at,
        class_label(document.information_class),
        size=office.profile.paper_size,
        sample=office.profile.demo,
    )


def note_given(office: Office, document: Document, how: str, by: Officer, at: datetime) -> None:
    """Put into the trail that a document was given out, and how. Raises NotAllowed."""
    office.require(by, Right.SERVE, "Memberikan dokumen kepada pemohon")
    require_givable([document])
    office.records.trail.append(at, by.name, "memberikan dokumen", "documents", document.id, note=how)


def note_exempt_use(office: Office, what: str, by: Officer, at: datetime) -> None:
    """Put into the trail that exempt documents were asked for, and with which words; before they are shown."""
    office.records.trail.append(at, by.name, "membuka yang dikecualikan", "", 0, note=what)


def printout_path(office: Office, name: str, at: datetime, ending: str = ".pdf") -> Path:
    """Where a paper is kept, so that it can be printed again."""
    plain = re.sub(r"[^\w\- ]+", " ", name).strip()[:60].strip() or "cetakan"
    folder = office.home.printouts
    folder.mkdir(parents=True, exist_ok=True)
    path, count = folder / f"{at:%Y%m%d-%H%M%S} {plain}{ending}", 1
    while path.exists():
        count += 1
        path = folder / f"{at:%Y%m%d-%H%M%S} {plain} ({count}){ending}"
    return path


def save_paper(office: Office, paper: Paper, name: str, at: datetime, ending: str = ".pdf") -> Path:
    """Write a paper into the printouts folder and return where it is."""
    from ppid_tui.printouts.write import write  # reportlab is heavy, and not needed before the first print

    path = printout_path(office, name, at, ending)
    write(paper, path)
    return path


def page_words(document: Document, page: int | None) -> str:
    """'hal. 3 dari 12', or '' where only the record answers."""
    if page is None or not document.pages:
        return ""
    short = "hal." if document.page_unit == "halaman" else "bagian"
    return f"{short} {page} dari {document.pages}"


def _printed(hit: Found, number: int) -> PrintedHit:
    document = hit.document
    return PrintedHit(
        number=number,
        title=document.title,
        letter_number=document.number,
        date=long_date(document.date) if document.date else str(document.year or ""),
        unit=document.unit,
        class_label=class_label(document.information_class),
        page=page_words(document, hit.page),
        snippet=runs(hit.snippet),
        ocr=document.text_state is TextState.OCR,
    )


def runs(snippet: Snippet) -> tuple[Run, ...]:
    """A snippet as runs of print, the sought words marked."""
    parts: list[Run] = []
    end = 0
    for start, stop in snippet.marks:
        parts += [Run(snippet.text[end:start]), Run(snippet.text[start:stop], marked=True)]
        end = stop
    return tuple(run for run in (*parts, Run(snippet.text[end:])) if run.text)


def _narrowing(findings: Findings) -> str:
    filters = findings.filters
    classes = ", ".join(class_label(name) for name in sorted(filters.classes))
    year = str(filters.year) if filters.year else ""
    named = (("klasifikasi", classes), ("tahun", year), ("unit", filters.unit), ("jenis", filters.kind))
    return "; ".join(f"{name} {value}" for name, value in named if value)
