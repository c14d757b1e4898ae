"""The rows of the incoming screen: what was just met, what waits, what is to be completed, what was set aside."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from archive.model import Document, InformationClass
from ppid_tui.desk.fates import Fate, Outcome
from ppid_tui.desk.names import one_line
from ppid_tui.printouts.labels import class_label, long_date
from ppid_tui.widgets.file_names import shortened

if TYPE_CHECKING:
    from pathlib import Path

    from ppid_tui.desk.arrivals import Arrivals, Tally

WIDTH = 76
LISTED = 100
"""Rows a group; a count says how many more there are."""
BATCH, ASIDE = "batch", "aside"
"""The rows that open the screen of their group."""


def arrival_rows(
    there: Arrivals, tally: Tally | None, copied: Collection[Path] = (), width: int = WIDTH
) -> list[Option]:
    """All groups that have something to show, in so many cells."""
    rows = [*_packages(there, width), *_sticks(there, copied), *_troubled(tally, width), *_waiting(there, width)]
    rows += [*_unfinished(there.unfinished, batch_of(there, tally)), *_set_aside(there.set_aside, width)]
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


def package_of(row: str, there: Arrivals | None) -> Path | None:
    """The hand-over file that this row stands for."""
    known = {f"package-{number}": one.path for number, one in enumerate(there.packages)} if there else {}
    return known.get(row)


MET = {
    Fate.DUPLICATE: "Sudah tersimpan, tidak disimpan dua kali",
    Fate.QUARANTINED: "Baru saja belum dapat diterima",
    Fate.DEFERRED: "Dicoba lagi nanti",
}
"""What was met in the taking in just over; with those taken, the counts add up to its files."""


def _troubled(tally: Tally | None, width: int) -> Iterator[Option]:
    for fate, heading in MET.items():
        met = [one for one in tally.troubled if one.fate is fate] if tally else []
        if met:
            yield _heading(f"{heading} ({len(met)})")
        for one in met[:LISTED]:
            yield Option(_name_and_why(one.path, _why(one), width, "$text-muted"), disabled=True)
        yield from _more(len(met))


def outcome_words(outcome: Outcome) -> str:
    """Why a file was not taken, and that nothing is lost."""
    safe = " Berkasnya aman di Belum Dapat Diterima." if outcome.fate is Fate.QUARANTINED else ""
    twice = " Tidak disimpan dua kali." if outcome.fate is Fate.DUPLICATE else ""
    return f"{one_line(outcome.path.name)}: {_why(outcome)}{safe}{twice}"


def _why(outcome: Outcome) -> str:
    same = outcome.document
    if outcome.fate is Fate.DUPLICATE and same and same.information_class is not InformationClass.DIKECUALIKAN:
        day = long_date(same.date) or long_date(same.received_at)
        return f"sudah tersimpan sebagai “{same.title}”" + (f", {day}." if day else ".")
    return _sentence(outcome.reason)


def _name_and_why(file: Path, why: str, width: int, style: str) -> Content:
    return Content(shortened(file.name, width)) + Content.styled(f"  {why}", style)


def _packages(there: Arrivals, width: int) -> Iterator[Option]:
    for number, one in enumerate(there.packages):
        head = f"Paket untuk {one_line(one.receiver)} dari {one_line(one.office)}: Enter memeriksa"
        day = long_date(one.made_at.date())
        title = Content.styled(f"  “{shortened(one_line(one.title), width - len(day) - 6)}”, {day}", "$text-muted")
        yield Option(Content.assemble((head, "bold"), "\n", title), id=f"package-{number}")


def _sticks(there: Arrivals, copied: Collection[Path]) -> Iterator[Option]:
    for number, (stick, files) in enumerate(there.sticks.items()):
        name = stick.name or str(stick)
        if not files and any(stick in one.path.parents for one in there.packages):
            continue
        if stick in copied:
            words = f"USB {name} sudah disalin dan boleh dicabut. Enter untuk memeriksanya lagi."
            yield Option(Content.styled(words, "$success"), id=f"stick-{number}")
        else:
            words = f"USB terpasang ({name}): {files} berkas. Enter untuk menerima semuanya."
            yield Option(Content.styled(words, "bold"), id=f"stick-{number}")


def _waiting(there: Arrivals, width: int) -> Iterator[Option]:
    files = there.waiting
    yield _heading(f"Menunggu diterima ({len(files)})")
    if not files:
        yield Option(Content("Tidak ada berkas yang menunggu."), disabled=True)
    for number, file in enumerate(files[:LISTED]):
        note = "  masih disalin …" if file in there.growing else ""
        name = shortened(file.name, width - len(note))
        yield Option(Content(name) + Content.styled(note, "$warning"), id=f"file-{number}")
    yield from _more(len(files))


def batch_of(there: Arrivals | None, tally: Tally | None) -> tuple[Document, ...]:
    """What is checked in one go: what was just taken in, otherwise all that is not yet complete."""
    taken = [one.document for one in tally.outcomes if one.fate is Fate.TAKEN] if tally else []
    new = {document.id for document in taken if document}
    unfinished = there.unfinished if there else ()
    return tuple(document for document in unfinished if document.id in new) or unfinished


def _unfinished(documents: tuple[Document, ...], batch: tuple[Document, ...]) -> Iterator[Option]:
    if not documents:
        return
    yield _heading(f"Perlu dilengkapi ({len(documents)}): Enter membuka, N pekerjaan baru")
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


def _set_aside(files: tuple[tuple[Path, str], ...], width: int) -> Iterator[Option]:
    if not files:
        return
    yield _heading(f"Belum Dapat Diterima ({len(files)})")
    yield Option(Content.styled("Lihat sebabnya, coba lagi, atau simpan dengan catatan", "bold"), id=ASIDE)
    for file, reason in files[:LISTED]:
        yield Option(_name_and_why(file, reason, width, "$error"), disabled=True)
    yield from _more(len(files))


def _more(count: int) -> Iterator[Option]:
    if count > LISTED:
        yield Option(Content(f"… dan {count - LISTED} lagi"), disabled=True)


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "bold $primary"), disabled=True)


def _sentence(words: str) -> str:
    return words if words.endswith(".") else words + "."
