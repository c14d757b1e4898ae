"""Codes on labels of hardcopies: a scanner types one into the search box, and it leads to what the label is on.

Capital letters and digits alone, since scanners type other signs wrongly on other keyboards.
"""

from __future__ import annotations

import base64
import hashlib
import re

from archive.model import Document, HardcopyPlace
from ppid_tui.desk.office import Office

_FOLDER, _BOX = "DK", "BX"
_CODE = re.compile(rf"({_FOLDER})(\d{{6,9}})|({_BOX})([A-Z2-7]{{8}})")


def folder_code(document: Document) -> str:
    """The code of a document's own folder."""
    return f"{_FOLDER}{document.id:06}"


def box_code(place: HardcopyPlace) -> str:
    """The code of the box at a place; '' where no box is named. The same words give the same code."""
    if not place.box.strip():
        return ""
    words = "/".join(" ".join(part.casefold().split()) for part in (place.cabinet, place.shelf, place.box))
    digest = hashlib.sha256(words.encode("utf-8")).digest()
    return _BOX + base64.b32encode(digest[:5]).decode("ascii")


def is_code(text: str) -> bool:
    """Whether this is what a label says, however a scanner ends it."""
    return _CODE.fullmatch(text.strip().upper()) is not None


def labelled(office: Office, text: str) -> list[Document]:
    """The documents to which a label's code leads, as the folders lie in the box; [] for any other text."""
    found = _CODE.fullmatch(text.strip().upper())
    if found is None:
        return []
    if found[1]:
        document = office.records.documents.standing(int(found[2]))
        return [document] if document else []
    inside = (d for d in office.records.documents.all() if d.hardcopy and box_code(d.hardcopy) == found[0])
    return sorted(inside, key=_in_the_box)


def _in_the_box(document: Document) -> tuple[str, str, int]:
    place = document.hardcopy or HardcopyPlace()
    return place.folder, place.serial.zfill(9), document.id
