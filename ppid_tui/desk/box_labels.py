"""Labels for boxes and folders of hardcopies: which there are, and the sheets they are printed on.

A label is read by whoever stands before the shelf: no title of what is exempt or undecided is on any.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from itertools import groupby
from pathlib import Path

from archive.model import Document, HardcopyPlace
from ppid_tui.desk.finding import Viewer, may_see
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.label_codes import box_code, folder_code
from ppid_tui.desk.office import Office
from ppid_tui.desk.serving import printout_path
from ppid_tui.printouts.box_labels import Label, LabelSheet

SHUT = "Tertutup: hanya dibuka petugas yang berwenang"


def box_labels(office: Office, viewer: Viewer) -> dict[str, Label]:
    """A label for each box in which something lies that the viewer may see, by its code, cabinet by cabinet."""
    placed = [d for d in _placed(office, viewer) if d.hardcopy and box_code(d.hardcopy)]
    placed.sort(key=lambda d: (_box_place(d), box_code(_place(d))))
    labels: dict[str, Label] = {}
    for code, inside in groupby(placed, key=lambda d: box_code(_place(d))):
        labels[code] = _box_label(office, code, list(inside))
    return labels


def folder_labels(office: Office, viewer: Viewer) -> dict[str, Label]:
    """A label for the folder of each document whose hardcopy lies somewhere, by its code, as they lie."""
    placed = sorted(_placed(office, viewer), key=lambda d: (_box_place(d), _place(d).folder, _place(d).serial, d.id))
    return {folder_code(one): _folder_label(office, one) for one in placed}


def write_labels(office: Office, labels: Iterable[Label], sheet: LabelSheet, skip: int, at: datetime) -> Path:
    """Write the labels into the printouts folder; ``skip`` places of the first sheet are used already.

    Raises OSError where the disk refuses.
    """
    from ppid_tui.printouts.box_labels import render_labels
    from ppid_tui.printouts.write import put

    path = printout_path(office, "label hardcopy", at)
    put(render_labels(tuple(labels), sheet, skip), path)
    return path


def chosen(labels: dict[str, Label], codes: Collection[str]) -> tuple[Label, ...]:
    """The labels of these codes, in their order."""
    return tuple(label for code, label in labels.items() if code in codes)


def _placed(office: Office, viewer: Viewer) -> list[Document]:
    return [d for d in office.records.documents.all() if d.hardcopy and may_see(office, d, viewer)]


def _place(document: Document) -> HardcopyPlace:
    return document.hardcopy or HardcopyPlace()


def _box_place(document: Document) -> tuple[str, str, str]:
    place = _place(document)
    return place.cabinet, place.shelf, place.box


def _box_label(office: Office, code: str, inside: list[Document]) -> Label:
    place = _place(inside[0])
    years = sorted({d.year for d in inside if d.year})
    units = sorted({d.unit for d in inside if d.unit})
    span = "–".join(dict.fromkeys(str(year) for year in (years[:1] + years[-1:])))
    about = (span, f"{len(inside)} dokumen", *units[:2], "dan lain-lain" if len(units) > 2 else "")
    return Label(office.profile.name, place.box, _above(place), tuple(filter(None, about)), code)


def _folder_label(office: Office, document: Document) -> Label:
    place = _place(document)
    heading = " · ".join(filter(None, (place.folder, place.serial and f"No. {place.serial}")))
    title = document.title if not may_give(document) else SHUT
    number = " · ".join(filter(None, (document.number, str(document.year or "")))) if not may_give(document) else ""
    where = " / ".join(filter(None, (place.cabinet, place.shelf, place.box)))
    about = tuple(filter(None, (title, number)))
    return Label(office.profile.name, heading or document.unit or "Map", where, about, folder_code(document))


def _above(place: HardcopyPlace) -> str:
    return " / ".join(filter(None, (place.cabinet, place.shelf)))
