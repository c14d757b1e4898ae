"""One request from the first letter of its form to its dispute, by a process that may be killed at any write.

Each step says so once it has returned. ``python -m tests.stress.request_journey HOME POINT MANNER MARK`` kills itself
at its POINTth write: before it, with half of it written, or after it and before anybody hears of it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from archive.journal_file import JournalFile
from archive.model import Officer, Right
from archive.request_model import Keberatan, KeberatanDecision, LetterKind, Request, RequestOutcome, RequestState
from ppid_tui.desk import objections, request_items, requests
from ppid_tui.desk.office import Office, open_office
from ppid_tui.desk.request_form import filled_in
from tests.stress.controls import CONTROLS

AT = datetime(2026, 3, 2, 9, 0)
BY = Officer("Rina Contoh", rights=tuple(Right))
FORM = "permohonan baru, petugas 0"
TYPED = {"name": "Wati Umpama", "address": "Jalan Contoh 5", "wanted": "laporan", "purpose": "penelitian"}
KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL


@dataclass(frozen=True)
class Stage:
    """A step of the journey, and how one sees of a request that it was taken, now and ever after."""

    name: str
    do: Callable[[Office, Request], Request]
    taken: Callable[[Request], bool]


def _settled(office: Office, asked: Request) -> Request:
    item = replace(asked.items[0], outcome=RequestOutcome.GRANTED, reason="salinan")
    return request_items.settle(office, asked, 0, item, BY, AT)


def _objected(office: Office, asked: Request) -> Request:
    return objections.register_objection(office, asked, Keberatan("", AT.date(), "d", "kurang"), BY, AT)


def _answered(office: Office, asked: Request) -> Request:
    told = Keberatan("", AT.date(), "", answered=AT.date(), decision=KeberatanDecision.PARTLY, superior="Sari Contoh")
    return objections.answer_objection(office, asked, told, BY, AT)


STAGES = (
    Stage(
        "minta kelengkapan",
        lambda office, asked: requests.ask_to_complete(office, asked, "NIK", BY, AT),
        lambda asked: asked.letter(LetterKind.INCOMPLETE) is not None,
    ),
    Stage(
        "lanjut",
        lambda office, asked: requests.resume(office, asked, BY, AT),
        lambda asked: asked.state is not RequestState.WAITING and bool(asked.letters),
    ),
    Stage(
        "perpanjang",
        lambda office, asked: requests.extend(office, asked, "di gudang", BY, AT),
        lambda asked: asked.extended_until is not None,
    ),
    Stage("jawaban butir", _settled, lambda asked: asked.items[0].outcome is RequestOutcome.GRANTED),
    Stage(
        "jawab",
        lambda office, asked: requests.answer(office, asked, AT.date(), BY, AT),
        lambda asked: asked.answered is not None,
    ),
    Stage(
        "serahkan",
        lambda office, asked: request_items.hand_over(office, asked, AT.date(), "Wati Umpama", BY, AT),
        lambda asked: asked.given is not None,
    ),
    Stage("keberatan", _objected, lambda asked: asked.keberatan is not None),
    Stage("tanggapan", _answered, lambda asked: asked.keberatan is not None and asked.keberatan.answered is not None),
    Stage(
        "sengketa",
        lambda office, asked: objections.dispute(office, asked, AT.date(), "KI/1", BY, AT),
        lambda asked: asked.keberatan is not None and asked.keberatan.dispute is not None,
    ),
)


def typed(name: str, mark: str) -> str:
    """What is typed into a field in the journey of this mark."""
    return f"{TYPED[name]} {mark}"


def go_through(office: Office, mark: str) -> None:
    """Type the form field by field, register it, and take every step; say each once it is acknowledged."""
    values: dict[str, str] = {}
    for name in TYPED:
        values |= {name: typed(name, mark)}
        office.records.drafts.keep(FORM, values)
        _say("isian", name)
    asked = requests.register_request(office, filled_in(office, values, AT.date()), BY, AT, FORM)
    _say("terdaftar", str(asked.id), asked.number)
    for number, stage in enumerate(STAGES):
        asked = stage.do(office, asked)
        _say("langkah", str(asked.id), str(number))


def _say(*words: str) -> None:
    print("\t".join(words), flush=True)


def kill_at(point: int, manner: str) -> None:
    """End this process at its write number ``point``."""
    append, count = JournalFile.append, 0

    def counted(file: JournalFile, line: bytes) -> None:
        nonlocal count
        count += 1
        if count == point and manner == "half":
            append(file, line[: len(line) // 2])
        if count == point and manner == "after":
            append(file, line)
        if count == point:
            os.kill(os.getpid(), KILL)
        append(file, line)

    setattr(JournalFile, "append", counted)  # noqa: B010 - the one place where a kill is put in


if __name__ == "__main__":
    home, at_point, how, mark, *control = Path(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:]
    for name in control:
        CONTROLS[name]()
    with closing(open_office(home)) as opened:
        kill_at(at_point, how)
        go_through(opened, mark)
