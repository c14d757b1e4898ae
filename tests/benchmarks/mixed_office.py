"""The office that finding is measured on: real regulations among 2,000 documents of the sample ``dinsos``.

Made once and kept in the temporary folder, under a name that changes with whatever would make another office.
The regulations are found through the variable PPID_CORPUS, else in ../shared/corpus beside the repository.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from archive.model import Document, InformationClass, Officer, Right
from ppid_tui.demo.build import make_demo
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.intake import Fate, take_in
from ppid_tui.desk.office import Office, open_office

ROOT = Path(__file__).resolve().parents[2]
CORPUS = Path(os.environ.get("PPID_CORPUS", ROOT.parent / "shared" / "corpus"))
DOCUMENTS, SEED, TODAY = 2_000, 2026, date(2025, 12, 15)
AT = datetime(2025, 12, 15, 9, 0)
MAKERS = ("index/extract", "ppid_tui/demo", "archive")
"""Folders whose code decides what is in the office; the index mends itself where its own rules change."""


@contextmanager
def mixed_office() -> Iterator[Office]:
    """The office, open; made first where it is not there yet. Exits where the regulations are not at hand."""
    with _opened(_made("campuran", _regulations())) as office:
        yield office


@contextmanager
def sample_office() -> Iterator[Office]:
    """The 2,000 documents of the sample alone, which need nothing at hand."""
    with _opened(_made("contoh", [])) as office:
        yield office


@contextmanager
def copied(office: Office) -> Iterator[Office]:
    """A copy that may be changed, gone afterwards."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(shutil.copytree(office.home.root, Path(folder) / "home"))
        with _opened(home) as copy:
            yield copy


def without_right(office: Office) -> Viewer:
    """An officer at work who takes documents in and may not see exempt ones."""
    officers = (o for o in office.records.officers.all() if o.active_until is None)
    return Viewer(next(o for o in officers if _plain(office, o)))


def deciding(office: Office) -> Officer:
    """An officer who may exempt documents."""
    return next(o for o in office.records.officers.all() if o.active_until is None and office.may(o, Right.DECIDE))


def is_exempt(document: Document) -> bool:
    """Whether who has not the right must never notice this document."""
    return document.information_class is InformationClass.DIKECUALIKAN


def pages_of(office: Office, document: Document) -> tuple[str, ...]:
    """The text of a document, page by page."""
    return tuple(office.texts.pages(document.text_key)) if document.text_key else ()


def _plain(office: Office, officer: Officer) -> bool:
    return office.may(officer, Right.INTAKE) and not office.may(officer, Right.SEE_EXEMPT)


@contextmanager
def _opened(home: Path) -> Iterator[Office]:
    office = open_office(home)
    try:
        yield office
    finally:
        office.close()


def _regulations() -> list[Path]:
    files = sorted((CORPUS / "legislation").glob("*.pdf"))
    if not files:
        sys.exit(f"No regulations in {CORPUS / 'legislation'}: say where with PPID_CORPUS.")
    return files


def _made(name: str, files: list[Path]) -> Path:
    home = Path(tempfile.gettempdir()) / f"ppid-{name}-{_name_of(files)}"
    if not home.exists():
        part = home.with_name(f"{home.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        for _ in make_demo(part, "dinsos", DOCUMENTS, SEED, TODAY):
            pass
        _take(part, files)
        part.rename(home)
    return home


def _name_of(files: list[Path]) -> str:
    told = hashlib.sha256(repr((DOCUMENTS, SEED, TODAY, [(f.name, f.stat().st_size) for f in files])).encode())
    for folder in MAKERS:
        for source in sorted(p for p in (ROOT / folder).rglob("*") if p.suffix in (".py", ".toml")):
            told.update(source.read_bytes())
    return told.hexdigest()[:16]


def _take(home: Path, files: list[Path]) -> None:
    with _opened(home) as office:
        by = without_right(office).officer
        for step in take_in(office, files, by, AT, patience=0):
            if step.outcome and step.outcome.fate is not Fate.TAKEN:
                sys.exit(f"{step.outcome.path.name} was not taken in: {step.outcome.reason}")
        for _ in office.indexes.catch_up():
            pass
