"""A data home made anew from a backup: all of it, or none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from archive import bag
from archive.aside import ASIDE
from archive.backup import BACKUPS, LEFT_OUT
from archive.bag import Step
from archive.filelock import sync_folder
from archive.kept import Kept
from archive.records import Records

PROFILE = "office.toml"
_WORK = "pemulihan" + ASIDE


class NotEmpty(Exception):
    """The home holds something already; the words say so in Indonesian."""


class Damaged(Exception):
    """The backup is not what it was when it was made. ``problems``: everything that is wrong, in Indonesian."""

    def __init__(self, path: Path, problems: list[str]) -> None:
        super().__init__(f"Cadangan {path} rusak, {len(problems)} hal. Tidak ada yang dipulihkan; coba cadangan lain.")
        self.problems = problems


def restore(backup: Kept, home: Path) -> Iterator[Step]:
    """Verify the whole backup, then copy it into an empty home, then open its records as any start would.

    The home becomes an office with its last file. Raises NotEmpty, Damaged, NotABag, NewerStore or OSError,
    and then holds nothing.
    """
    refuse_filled(home)
    digests = _wanted(backup.path)
    yield from _checked(backup.path, 2 * len(digests))
    home.mkdir(parents=True, exist_ok=True)
    work = home / _WORK
    shutil.rmtree(work, ignore_errors=True)
    try:
        yield from _copied(backup.path, digests, work)
        _open_once(backup, work)
        _move_up(work, home)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def refuse_filled(home: Path) -> None:
    """Raise NotEmpty where there is anything but backups."""
    if home.exists() and (not home.is_dir() or {p.name for p in home.iterdir()} - {BACKUPS, _WORK}):
        raise NotEmpty(f"{home} tidak kosong. Pulihkan ke folder baru, misalnya dengan --home {home}-pulih.")


def _wanted(backup: Path) -> dict[str, str]:
    """The files to restore. Never an index: opening one of unknown origin may run what it holds."""
    tops = {path: Path(path).parts[1].casefold() for path in bag.listed(backup)}
    if PROFILE not in tops.values():
        raise Damaged(backup, [f"{PROFILE}: tidak ada di cadangan"])
    return {path: digest for path, digest in bag.listed(backup).items() if tops[path] not in LEFT_OUT}


def _checked(backup: Path, total: int) -> Iterator[Step]:
    problems = []
    for step in bag.check(backup):
        if step.problem:
            problems.append(f"{step.name}: {step.problem}")
        yield Step(step.done, total, step.name, step.problem)
    if problems:
        raise Damaged(backup, problems)


def _copied(backup: Path, digests: dict[str, str], work: Path) -> Iterator[Step]:
    for done, (path, digest) in enumerate(digests.items(), 1):
        try:
            found = bag.put(backup / path, work / Path(path).relative_to(bag.PAYLOAD))
        except bag.NotReadable:
            found = ""
        if found != digest:
            raise Damaged(backup, [f"{path}: tidak lagi terbaca seperti semula"])
        yield Step(len(digests) + done, 2 * len(digests), path)


def _open_once(backup: Kept, work: Path) -> None:
    """Open the records where nothing depends on them yet: a newer form is refused, an older one brought up."""
    with closing(Records(work / "archive" / "records.jsonl")) as records:
        head = records.trail.head
    if head != backup.head:
        raise Damaged(backup.path, ["jejak: kepalanya bukan yang tertulis di cadangan"])


def _move_up(work: Path, home: Path) -> None:
    """Move everything into the home, on one disk; the profile last, without which it is no office."""
    for inside in (p for p in work.rglob("*") if p.is_dir()):
        sync_folder(inside)
    for top in sorted(work.iterdir(), key=lambda p: p.name == PROFILE):
        sync_folder(home)
        top.rename(home / top.name)
    sync_folder(home)
