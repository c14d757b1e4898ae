"""Taking softcopies in: copied, read, recorded, indexed; or set aside with the reason.

A file in ``incoming/`` leaves it only when it is safe in the archive, or set aside.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from archive.model import Document, Officer, Rendition, RenditionKind, Right, TextState
from archive.softcopies import Staged
from index.extract import Extracted, Unreadable, extract
from index.extract.guess import Guess, guess
from ppid_tui.desk.office import Office
from ppid_tui.desk.progress import Progress
from ppid_tui.desk.trouble import cause

INDEX_EVERY = 25


class Fate(StrEnum):
    """What became of a file."""

    TAKEN = "taken"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"
    DEFERRED = "deferred"


@dataclass(frozen=True)
class Outcome:
    """One file and what became of it; ``reason`` in Indonesian where it was not taken."""

    path: Path
    fate: Fate
    document: Document | None = None
    reason: str = ""


@dataclass(frozen=True)
class Step(Progress):
    """Progress with what became of the file just done."""

    outcome: Outcome | None = None


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files meant: folders are walked, hidden and temporary names left aside, larger files first."""
    found: dict[Path, int] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            if file == path or (not file.name.startswith((".", "~$")) and not file.is_dir()):
                found[file] = _size(file)
    return sorted(found, key=lambda file: -found[file])


def take_in(office: Office, paths: Sequence[Path], by: Officer, at: datetime, unit: str = "") -> Iterator[Step]:
    """Take files in, one after the other. Raises NotAllowed before the first one."""
    office.require(by, Right.INTAKE, "Menerima dokumen masuk")
    return _steps(office, files_in(paths), by, at, unit)


def waiting(office: Office) -> list[Path]:
    """The files that lie in ``incoming/``."""
    return sorted(files_in([office.home.incoming]))


def set_aside(office: Office) -> list[tuple[Path, str]]:
    """Files that could not be taken in, with their reasons."""
    folder = office.home.quarantine
    return [
        (path, _reason_path(path).read_text(encoding="utf-8") if _reason_path(path).is_file() else "")
        for path in sorted(folder.glob("*"))
        if path.is_file() and not path.name.endswith(".alasan.txt")
    ]


def _steps(office: Office, files: list[Path], by: Officer, at: datetime, unit: str) -> Iterator[Step]:
    for done, file in enumerate(files, 1):
        outcome = take_one(office, file, by, at, unit)
        yield Step(done, len(files), file.name, outcome.reason, outcome)
        if done % INDEX_EVERY == 0 or done == len(files):
            office.indexes.public()
    office.softcopies.sweep()


def take_one(office: Office, file: Path, by: Officer, at: datetime, unit: str = "") -> Outcome:
    """Take one file in; whatever happens to it is told, and nothing is raised."""
    try:
        if not file.is_symlink() and not file.exists():
            return Outcome(file, Fate.DEFERRED, reason="tidak ditemukan. Periksa namanya, atau pasang lagi USB-nya")
        if file.is_symlink() or not file.is_file():
            return _quarantine(office, file, "bukan berkas biasa. Salin dokumennya sendiri, bukan pintasannya")
        staged = office.softcopies.stage(file)
    except OSError as error:
        return Outcome(file, Fate.DEFERRED, reason=f"belum dapat disalin ({cause(error)}). Coba lagi nanti")
    try:
        return _take_staged(office, file, staged, by, at, unit)
    except OSError as error:
        return Outcome(file, Fate.DEFERRED, reason=f"belum dapat disimpan ({cause(error)}). Coba lagi nanti")
    finally:
        staged.path.unlink(missing_ok=True)


def _take_staged(office: Office, file: Path, staged: Staged, by: Officer, at: datetime, unit: str) -> Outcome:
    same = office.records.document_with(staged.sha256) if office.softcopies.holds(staged.sha256) else None
    if same is not None:
        _leave_incoming(office, file, office.home.duplicates)
        return Outcome(file, Fate.DUPLICATE, same, f"sudah tersimpan sebagai “{same.title}”")
    try:
        extracted = extract(staged.path)
    except Unreadable as error:
        if error.passing:
            return Outcome(file, Fate.DEFERRED, reason=error.words)
        return _quarantine(office, file, error.words)
    document = _record(file, staged, extracted, guess(extracted.pages, _plain(file.name)), by, at, unit)
    office.softcopies.keep(staged, extracted.media_type)
    if document.text_key:
        office.texts.write(document.text_key, extracted.pages)
    kept = office.records.documents.add(document, "menerima dokumen", by.name, at)
    _leave_incoming(office, file, None)
    return Outcome(file, Fate.TAKEN, kept)


def _record(
    file: Path, staged: Staged, extracted: Extracted, guessed: Guess, by: Officer, at: datetime, unit: str
) -> Document:
    rendition = Rendition(
        kind=RenditionKind.SIGNED,
        sha256=staged.sha256,
        name=_plain(file.name),
        media_type=extracted.media_type,
        size=staged.size,
        pages=len(extracted.pages),
        electronically_signed=extracted.electronically_signed,
    )
    return Document(
        title=guessed.title.value or _plain(file.stem),
        kind=guessed.kind.value,
        number=guessed.number.value,
        date=guessed.date.value,
        year=guessed.year.value,
        unit=unit or guessed.unit.value,
        renditions=(rendition,),
        text_key=staged.sha256 if extracted.has_text else "",
        text_state=TextState.YES if extracted.has_text else TextState.NONE,
        pages=len(extracted.pages),
        page_unit=extracted.page_unit,
        received_at=at,
        received_from=by.name,
        note="; ".join(extracted.notes),
    )


def _quarantine(office: Office, file: Path, reason: str) -> Outcome:
    try:
        target = _same_aside(office, file) or _free_name(office.home.quarantine, file.name)
        if _is_incoming(office, file) and not file.is_symlink():
            file.replace(target)
        elif file.is_file() and not file.is_symlink():
            shutil.copy2(file, target)
        _reason_path(target).write_text(reason + "\n", encoding="utf-8")
    except OSError as error:
        return Outcome(file, Fate.DEFERRED, reason=f"belum dapat disisihkan ({cause(error)}). Coba lagi nanti")
    return Outcome(file, Fate.QUARANTINED, reason=reason)


def _same_aside(office: Office, file: Path) -> Path | None:
    """The same file, set aside before: it is tried again with each folder that still holds it."""
    if file.is_symlink() or not file.is_file():
        return None
    aside = (path for path, _ in set_aside(office) if path.name.startswith(file.stem))
    return next((path for path in aside if filecmp.cmp(path, file, shallow=False)), None)


def _leave_incoming(office: Office, file: Path, beside: Path | None) -> None:
    if not _is_incoming(office, file):
        return
    if beside is None:
        file.unlink()
    else:
        file.replace(_free_name(beside, file.name))


def _plain(name: str) -> str:
    """A name that can be kept and shown, even where the stick's names are in another encoding."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _is_incoming(office: Office, file: Path) -> bool:
    return office.home.incoming.resolve() in file.resolve().parents


def _free_name(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    stem, ending = os.path.splitext(name)  # noqa: PTH122 - keeps names that Path would normalise
    target, count = folder / name, 1
    while target.exists():
        count += 1
        target = folder / f"{stem} ({count}){ending}"
    return target


def _reason_path(path: Path) -> Path:
    return path.with_name(path.name + ".alasan.txt")


def _size(file: Path) -> int:
    try:
        return file.lstat().st_size
    except OSError:
        return 0
