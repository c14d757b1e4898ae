"""A backup of a data home: a bag of its own, complete, and true of one moment although the kiosk is at work.

Records are append-only, so a copy of their file up to a commit is what they were at that moment. Softcopies and
texts are written once, before the record that names them, so they can be copied after that. On one medium the
files that did not change are links to those of the backup before, read again before they count.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from archive import bag
from archive.aside import ASIDE, made_aside, sweep
from archive.bag import Step
from archive.contents import Contents, as_of_now, read_contents
from archive.kept import NoBackup, kept_in

NAME = "cadangan-{:%Y-%m-%d-%H%M%S}"
BACKUPS = "backups"
"""The folder of the data home in which its own backups lie."""
LEFT_OUT = {BACKUPS, "index", "printouts", "duplicates", "kesalahan"}
"""What is not copied: it can be made anew or is in the archive already; and papers, since some bear recovery codes."""
RESERVE = 64 << 20
"""Bytes that stay free on the archive's own disk: the kiosk goes on writing."""
SOFTCOPIES, TEXTS = "archive/softcopies/", "archive/text/"
_BAD_NAME = (errno.EINVAL, errno.EILSEQ, errno.ENAMETOOLONG)


class Backup:
    """A backup under way, of the data home to a new folder in ``to``: iterate for its steps, then ask for the rest.

    ``problems`` are those of single files, in Indonesian; the backup is good for all others. Raises NoBackup,
    or OSError where the medium is full or gone; then nothing is left. Not inside a transaction of the records.
    """

    def __init__(self, home: Path, to: Path, at: datetime, office: str, agent: str = "ppid-tui") -> None:
        self.path: Path | None = None
        self.problems: list[str] = []
        self.contents = Contents()
        self._home, self._to, self._at = home, to, at
        self._about = {"Source-Organization": office, "Bag-Software-Agent": agent}
        self._digests: dict[str, str] = {}
        self._bytes = self._total = 0

    def __iter__(self) -> Iterator[Step]:
        _refuse_place(self._home, self._to)
        self._to.mkdir(exist_ok=True)
        sweep(self._to)
        before = kept_in(self._to)[-1:]
        twins = before[0].path / bag.PAYLOAD if before else None
        self._refuse_full(twins)
        with made_aside(self._to, NAME.format(self._at)) as (work, path):
            yield from self._fill(work, twins)
        self.path = path

    def _fill(self, work: Path, twins: Path | None) -> Iterator[Step]:
        # What waits is copied before the records: a file taken in meanwhile then lies in both, never in none.
        yield from self._take(files_beside(self._home), work, twins)
        self._take_records(work)
        yield from self._take(self._files_named(), work, twins)
        bag.seal(work, self._digests, self._info())

    def _take_records(self, work: Path) -> None:
        path = f"{bag.PAYLOAD}/archive/records.jsonl"
        work.stat()
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        with as_of_now(self._home / "archive" / "records.jsonl") as blocks:
            self._digests[path] = bag.put_bytes(blocks, work / path)
        self._bytes += (work / path).stat().st_size
        self.contents = read_contents(work / path)
        if self.contents.damaged:
            self.problems.append(f"records.jsonl: {self.contents.damaged} baris rusak, disalin apa adanya")

    def _files_named(self) -> Iterator[Path]:
        """The archive's files but those that no record of this moment names; tells which are missing."""
        missing = set(self.contents.softcopies)
        for file in files_of_archive(self._home):
            name = self._name(file)
            key = _key(name)
            if name.startswith(SOFTCOPIES):
                missing.discard(key)
            if not key or key in self.contents.named:
                yield file
        self.problems += [f"softcopy {key} disebut catatan, tetapi tidak ada di arsip" for key in sorted(missing)]

    def _take(self, files: Iterable[Path], work: Path, twins: Path | None) -> Iterator[Step]:
        for file in files:
            work.stat()  # raises where the stick was pulled out; its place on the laptop must not be filled instead
            name = self._name(file)
            problem = self._take_one(file, name, work, twins)
            if problem:
                self.problems.append(f"{name}: {problem}")
            done = len(self._digests)
            yield Step(done, max(done, self._total), name, problem)

    def _take_one(self, file: Path, name: str, work: Path, twins: Path | None) -> str:
        target, wanted = work / bag.PAYLOAD / name, _key(name) if name.startswith(SOFTCOPIES) else ""
        try:
            digest = bag.put(file, target, twins and twins / name, wanted)
        except bag.NotReadable as error:
            target.unlink(missing_ok=True)
            gone = isinstance(error.__cause__, FileNotFoundError)  # taken in, or put away, a moment ago
            return "" if gone and not name.startswith("archive/") else "tidak dapat dibaca"
        except OSError as error:
            if error.errno in _BAD_NAME:
                return "namanya tidak dapat ditulis di media itu; ganti namanya"
            raise
        self._digests[f"{bag.PAYLOAD}/{name}"] = digest
        self._bytes += target.stat().st_size
        return "isinya berubah sejak disimpan" if wanted and digest != wanted else ""

    def _info(self) -> dict[str, str]:
        return {
            **self._about,
            "Bagging-Date": f"{self._at:%Y-%m-%d}",
            "Payload-Oxum": f"{self._bytes}.{len(self._digests)}",
            "Ppid-Made-At": self._at.isoformat(timespec="seconds"),
            "Ppid-Schema": str(self.contents.schema),
            "Ppid-Trail-Sequence": str(self.contents.sequence),
            "Ppid-Trail-Head": self.contents.head,
            "Ppid-Problems": str(len(self.problems)),
            **{f"Ppid-Count-{table}": str(n) for table, n in sorted(self.contents.counts.items())},
        }

    def _refuse_full(self, twins: Path | None) -> None:
        """Raise NoBackup where there is no room: the disk may be the archive's own."""
        sizes = {f: _size(f) for f in (*files_beside(self._home), *files_of_archive(self._home))}
        self._total = len(sizes)
        needed = sum(size for f, size in sizes.items() if not twins or _size(twins / self._name(f)) != size)
        if self._to.stat().st_dev == self._home.stat().st_dev:
            needed += RESERVE
        free = shutil.disk_usage(self._to).free
        if needed > free:
            room = f"perlu {_megabytes(needed)}, tersisa {_megabytes(free)}"
            raise NoBackup(f"Tempat di {self._to} tidak cukup: {room}. Kosongkan dahulu, atau pakai media lain.")

    def _name(self, file: Path) -> str:
        return file.relative_to(self._home).as_posix()


def files_beside(home: Path) -> list[Path]:
    """What the home holds besides the archive: its profile, SOPs of its own, what waits or was set aside."""
    tops = sorted(p for p in home.iterdir() if p.name not in {"archive", *LEFT_OUT} and p.suffix != ASIDE)
    return [file for top in tops for file in _files(top)]


def files_of_archive(home: Path) -> list[Path]:
    """The archive's files but the records themselves and what is of the moment alone."""
    tops = sorted(p for p in (home / "archive").iterdir() if p.name != "staging" and not p.match("records*.jsonl"))
    return [file for top in tops for file in _files(top)]


def _files(top: Path) -> list[Path]:
    found = sorted(top.rglob("*")) if top.is_dir() and not top.is_symlink() else [top]
    return [f for f in found if f.suffix not in (".lock", ".new") and f.is_file() and not f.is_symlink()]


def _key(name: str) -> str:
    """The digest that a softcopy or a text is kept under; '' for any other file."""
    return Path(name).stem if name.startswith((SOFTCOPIES, TEXTS)) else ""


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _megabytes(size: int) -> str:
    return f"{-(-size // (1 << 20))} MB"


def _refuse_place(home: Path, to: Path) -> None:
    there, own = to.resolve(), home.resolve()
    if there.is_relative_to(own) and not there.is_relative_to(own / BACKUPS):
        raise NoBackup(f"{to} ada di dalam folder data itu sendiri. Pilih tempat lain, sebaiknya di USB.")
    if to.exists() and not to.is_dir():
        raise NoBackup(f"{to} bukan folder. Sebutkan folder tempat cadangan disimpan.")
    if not to.parent.is_dir():
        raise NoBackup(f"Folder {to.parent} belum ada. Periksa apakah medianya terpasang, atau buat foldernya dahulu.")
