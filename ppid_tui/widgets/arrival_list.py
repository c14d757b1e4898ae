"""The rows of the incoming screen: what was just met, what waits, what is to be completed, what was set aside."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from archive.model import Document, InformationClass
from ppid_tui.desk.fates import Fate, Outcome
from ppid_tui.printouts.labels import class_label, long_date

if TYPE_CHECKING:
    from pathlib import Path

    from ppid_tui.desk.arrivals import Arrivals, Tally

LISTED = 100
"""Rows a group; a count says how many more there are."""
BATCH, ASIDE = "batch", "aside"
"""The rows that open the screen of their group."""


def arrival_rows(there: Arrivals, tally: Tally | None, copied: Collection[Path] = ()) -> list[Option]:
    """All groups that have something to show."""
    rows = [*_sticks(there, copied), *_troubled(tally), *_waiting(there)]
    rows += [*_unfinished(there.unfinished, batch_of(there, tally)), *_set_aside(there.set_aside)]
    if not (there.waiting or there.unfinished or there.set_aside):
        words = "Semua dokumen sudah dilengkapi, tidak ada yang tersisih."
        rows.append(Option(Content(words), disabled=True))
    return rows


def file_of(row: str, there: Arrivals | None) -> Path | None:
    """The waiting file that this row stands for."""
    known = {f"file-{number}": file for number, file in enumerate(there.waiting)} if there else {}
    return known.get(row)


def stick_of(row: str, there: Arrivals | None) -> Path | None:
    """The USB stick that this row stands for."""
    known = {f"stick-{number}": stick for number, stick in enumerate(there.sticks)} if there else {}
    return known.get(row)


def _troubled(tally: Tally | None) -> Iterator[Option]:
    if tally and tally.troubled:
        yield _heading(f"Baru saja, tidak disimpan ({len(tally.troubled)})")
        for outcome in tally.troubled[:LISTED]:
            yield Option(Content(outcome_words(outcome)), disabled=True)


def outcome_words(outcome: Outcome) -> str:
    """Why a file was not taken, and that nothing is lost."""
    name = _shown(outcome.path)
    if outcome.document and outcome.document.information_class is InformationClass.DIKECUALIKAN:
        return f"{name}: {outcome.reason}. Tidak disimpan dua kali."
    if outcome.fate is Fate.DUPLICATE and outcome.document:
        day = long_date(outcome.document.date) or long_date(outcome.document.received_at)
        known = f"“{outcome.document.title}”" + (f", {day}" if day else "")
        return f"{name}: sudah tersimpan sebagai {known}. Tidak disimpan dua kali."
    if outcome.fate is Fate.QUARANTINED:
        return f"{name}: {_sentence(outcome.reason)} Berkasnya aman di Belum Dapat Diterima."
    return f"{name}: {_sentence(outcome.reason)}"


def _sticks(there: Arrivals, copied: Collection[Path]) -> Iterator[Option]:
    for number, (stick, files) in enumerate(there.sticks.items()):
        name = stick.name or str(stick)
        if stick in copied:
            words = f"USB {name} sudah disalin dan boleh dicabut. Enter untuk memeriksanya lagi."
            yield Option(Content.styled(words, "$success"), id=f"stick-{number}")
        else:
            words = f"USB terpasang ({name}): {files} berkas. Enter untuk menerima semuanya."
            yield Option(Content.styled(words, "bold"), id=f"stick-{number}")


def _waiting(there: Arrivals) -> Iterator[Option]:
    files = there.waiting
    yield _heading(f"Menunggu diterima ({len(files)})")
    if not files:
        yield Option(Content("Tidak ada berkas yang menunggu."), disabled=True)
    for number, file in enumerate(files[:LISTED]):
        note = "  masih disalin …" if file in there.growing else ""
        yield Option(Content(_shown(file)) + Content.styled(note, "$warning"), id=f"file-{number}")
    yield from _more(len(files))


def batch_of(there: Arrivals | None, tally: Tally | None) -> tuple[Document, ...]:
    """What is checked in one go: what was just taken in, otherwise all that is not yet complete."""
    new = {outcome.document.id for outcome in tally.outcomes if outcome.document} if tally else set()
    unfinished = there.unfinished if there else ()
    return tuple(document for document in unfinished if document.id in new) or unfinished


def _unfinished(documents: tuple[Document, ...], batch: tuple[Document, ...]) -> Iterator[Option]:
    if not documents:
        return
    yield _heading(f"Perlu dilengkapi ({len(documents)}): Enter untuk membuka")
    if len(documents) > 1:
        which = "semuanya" if len(batch) == len(documents) else "yang baru diterima"
        yield Option(Content.styled(f"Periksa {which} sekaligus ({len(batch)})", "bold"), id=BATCH)
    for document in documents[:LISTED]:
        yield Option(_document(document), id=str(document.id))
    yield from _more(len(documents))


def _document(document: Document) -> Content:
    undecided = document.information_class is InformationClass.BELUM_DITETAPKAN
    label = class_label(document.information_class)
    facts = [document.number, long_date(document.date) or str(document.year or "")]
    words = " · ".join(fact for fact in facts if fact)
    about = Content.styled(f"  {words + ' · ' if words else ''}", "$text-muted")
    return Content(document.title) + about + Content.styled(label, "$warning" if undecided else "$text-muted")


def _set_aside(files: tuple[tuple[Path, str], ...]) -> Iterator[Option]:
    if not files:
        return
    yield _heading(f"Belum Dapat Diterima ({len(files)})")
    yield Option(Content.styled("Lihat sebabnya, coba lagi, atau simpan dengan catatan", "bold"), id=ASIDE)
    for file, reason in files[:LISTED]:
        yield Option(Content(_shown(file)) + Content.styled(f"  {reason}", "$error"), disabled=True)
    yield from _more(len(files))


def _shown(file: Path) -> str:
    """A name that can be drawn, even where the stick's names are in another encoding."""
    return " ".join(file.name.encode("utf-8", "replace").decode("utf-8").split())


def _more(count: int) -> Iterator[Option]:
    if count > LISTED:
        yield Option(Content(f"… dan {count - LISTED} lagi"), disabled=True)


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "bold $primary"), disabled=True)


def _sentence(words: str) -> str:
    return words if words.endswith(".") else words + "."
