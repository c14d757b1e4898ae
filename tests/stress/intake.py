"""Kill -9 of a real ``ppid-tui intake`` at random moments, then resume: no file lost, none taken twice.

    python -m tests.stress.intake [--files 500] [--rounds 50]

A third of the files lies in ``incoming/``, the others on a "stick"; some are twins, some cannot be read.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from ppid_tui.desk.care import verify
from ppid_tui.desk.office import Office, open_office
from ppid_tui.desk.people import set_up
from ppid_tui.desk.profile import Profile
from tests.small_office import write_docx, write_pdf

TWIN_EVERY, BROKEN_EVERY, INCOMING_EVERY = 10, 17, 3


@dataclass
class Tally:
    """What was done, and what went wrong."""

    files: int = 0
    kills: int = 0
    at_work: int = 0
    """Kills that met an intake in the midst of its files."""
    lost: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether anything was lost, taken twice, or left in disorder."""
        return bool(self.lost or self.twice or self.unsound or not self.at_work)

    def __str__(self) -> str:
        met = f"{self.files} files, {self.kills} kills ({self.at_work} in the midst of files)"
        return f"{met}: {len(self.lost)} lost, {len(self.twice)} twice, {len(self.unsound)} problems of verify"


@dataclass(frozen=True)
class Trial:
    """An office, a stick, and the bytes of every file that was put into either."""

    home: Path
    stick: Path
    bytes_of: dict[str, bytes]

    @property
    def office(self) -> Path:
        """The records: they grow with every file."""
        return self.home / "archive" / "records.jsonl"


def trial(folder: Path, files: int, random: Random) -> Trial:
    """Set the office up and write the files."""
    home, stick = folder / "home", folder / "stick"
    stick.mkdir()
    set_up(home, Profile(name="Bagian Contoh", sop="adpim")).close()
    written: dict[str, bytes] = {}
    for number in range(files):
        place = home / "incoming" if number % INCOMING_EVERY == 0 else stick
        path = _file(place, number, written, random)
        written[str(path)] = path.read_bytes()
    return Trial(home, stick, written)


def _file(place: Path, number: int, written: dict[str, bytes], random: Random) -> Path:
    if written and number % TWIN_EVERY == 0:
        twin = random.choice(sorted(written))
        path = place / f"salinan {number}{Path(twin).suffix}"
        path.write_bytes(written[twin])
        return path
    if number % BROKEN_EVERY == 0:
        path = place / f"rusak {number}.pdf"
        path.write_bytes(b"%PDF-1.7 " + random.randbytes(random.randint(1, 3000)))
        return path
    words = [f"Surat {number} halaman {page}. Perihal undangan rapat {random.random()}." for page in range(3)]
    if number % 2:
        return write_docx(place / f"surat {number}.docx", words)
    return write_pdf(place / f"surat {number}.pdf", words)


def kills(trial: Trial, rounds: int, random: Random) -> Tally:
    """Kill an intake again and again, resume it to its end, and look."""
    tally = Tally(files=len(trial.bytes_of))
    for _ in range(rounds):
        if not _kill_one(trial, tally, rounds, random):
            _begin_again(trial, random)
    answer = _finish(trial)
    with closing(open_office(trial.home)) as office:
        _check(trial, tally, office, answer)
    return tally


def _kill_one(trial: Trial, tally: Tally, rounds: int, random: Random) -> bool:
    """Kill it somewhere among its share of the files; whether there was still something to do."""
    before = trial.office.stat().st_size
    process = _intake(trial)
    share = max(1, len(trial.bytes_of) * 3000 // rounds)
    until = before + random.randint(0, share)
    while process.poll() is None and trial.office.stat().st_size <= until:
        time.sleep(random.uniform(0, 0.004))
    time.sleep(random.uniform(0, 0.01))
    ended = process.poll() is not None
    process.kill()
    process.communicate()
    tally.kills += 1
    tally.at_work += not ended and trial.office.stat().st_size > before
    return not ended


def _begin_again(trial: Trial, random: Random) -> None:
    """All is in: let one file more come, so that the next kill finds work."""
    number = len(trial.bytes_of)
    path = write_pdf(trial.stick / f"susulan {number}.pdf", [f"Surat susulan {number} {random.random()}"])
    trial.bytes_of[str(path)] = path.read_bytes()


def _intake(trial: Trial) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "ppid_tui", "--home", str(trial.home), "intake", "--json"]
    places = [str(trial.home / "incoming"), str(trial.stick)]
    out = subprocess.PIPE
    return subprocess.Popen([*command, *places], stdout=out, stderr=out, env={**os.environ, "PYTHONUTF8": "1"})


def _finish(trial: Trial) -> dict[str, list[dict[str, str]]]:
    out, errors = _intake(trial).communicate()
    assert out, errors.decode()
    answer: dict[str, list[dict[str, str]]] = json.loads(out)
    return answer


def _check(trial: Trial, tally: Tally, office: Office, answer: dict[str, list[dict[str, str]]]) -> None:
    documents = office.records.documents.all()
    kept = Counter(rendition.sha256 for document in documents for rendition in document.renditions)
    aside = {hashlib.sha256(path.read_bytes()).hexdigest() for path in _files(office.home.quarantine)}
    for name, content in trial.bytes_of.items():
        digest = hashlib.sha256(content).hexdigest()
        if digest not in kept and digest not in aside:
            tally.lost.append(name)
    tally.twice += [digest for digest, times in kept.items() if times > 1]
    tally.unsound += [f"{problem.where}: {problem.reason}" for problem in verify(office).problems]
    tally.unsound += [f"left in incoming: {path}" for path in _files(office.home.incoming)]
    tally.unsound += [f"still reserved: {one.source}" for one in office.records.reservations.all()]
    tally.unsound += [f"deferred: {one['path']}" for one in answer["deferred"]]


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.glob("*") if path.is_file())


def main() -> int:
    """Print the figures; 1 where anything was lost or taken twice."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seed", type=int, default=4)
    asked = parser.parse_args()
    random = Random(asked.seed)
    with TemporaryDirectory() as folder:
        tally = kills(trial(Path(folder), asked.files, random), asked.rounds, random)
    print(f"kill -9 of intake: {tally}")
    for problem in (*tally.lost, *tally.twice, *tally.unsound)[:20]:
        print("  ", problem)
    return int(tally.failed)


if __name__ == "__main__":
    sys.exit(main())
