"""``publish`` and ``transfer``: what leaves the laptop for the office's website, or for an archive body."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Generator, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeVar

from ppid_tui.commands.endings import DONE, WITH_PROBLEMS
from ppid_tui.commands.output import Refused, followed, say
from ppid_tui.desk import publishing
from ppid_tui.desk import transfer as transferring
from ppid_tui.desk.office import OWNER, now, open_office
from ppid_tui.desk.places import home_named
from ppid_tui.desk.progress import Progress

T = TypeVar("T")


def publish(asked: Namespace) -> int:
    """Make the publication package of everything that may be public."""
    with closing(open_office(home_named(asked.home))) as office:
        may = publishing.publishable(office)
        chosen = publishing.fresh(office, may) if asked.since_last else may
        if not chosen:
            say("Tidak ada yang baru sejak paket terakhir." if may else "Belum ada dokumen yang boleh dipublikasikan.")
            return DONE
        ids = [document.id for document in chosen]
        steps = publishing.publish(office, ids, _folder(asked.to), OWNER, now(), asked.since_last)
        made = _outcome(steps, publishing.NotPublished)
        gone = publishing.withdrawn(office)
    say(f"Paket publikasi: {made.path}")
    say(f"{len(made.publication.files)} dokumen. Buka index.html di dalamnya untuk memeriksa, lalu unggah semuanya.")
    if gone:
        say(f"{len(gone)} berkas paket terdahulu tidak berlaku lagi: turunkan dari web. Daftarnya di kiosk (F6).")
    return _left_out(made.left_out)


def transfer(asked: Namespace) -> int:
    """Make the package of these documents for an archive body."""
    with closing(open_office(home_named(asked.home))) as office:
        steps = transferring.transfer(office, asked.ids, _folder(asked.to), asked.receiver, OWNER, now())
        made = _outcome(steps, transferring.NotTransferred)
    say(f"Paket penyerahan (BagIt): {made.path}")
    say(f"{made.documents} dokumen, dengan metadata.csv. Arsip ini tetap menyimpan semuanya.")
    return _left_out(made.left_out)


def _folder(name: str) -> Path:
    """The folder, made where it is not there yet; what cannot be made is told by who writes into it."""
    folder = Path(name).expanduser().absolute()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def _outcome(steps: Generator[Progress, None, T], refusal: type[Exception]) -> T:
    """Follow the work to its end, and return what came of it."""
    ended: list[T] = []

    def work() -> Generator[Progress, None, None]:
        ended.append((yield from steps))

    try:
        for _ in followed(work()):
            pass
    except refusal as error:
        raise Refused(str(error)) from error
    return ended[0]


def _left_out(found: Iterable[tuple[int, str]]) -> int:
    lines = [f"Tidak ikut: dokumen {document_id}: {reason}" for document_id, reason in found]
    for line in lines:
        say(line)
    return WITH_PROBLEMS if lines else DONE
