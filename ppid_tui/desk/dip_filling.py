"""What many documents lack for the DIP, filled in for all of them at once: only where it is empty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from archive import dip
from archive.dip import Lack
from archive.model import Officer, Right
from ppid_tui.desk.office import Office
from ppid_tui.desk.works import FormField

TOGETHER = {
    Lack.UNIT: FormField("unit", "Unit yang menguasai", required=True),
    Lack.RESPONSIBLE: FormField("responsible", "Penanggung jawab pembuatan atau penerbitan", required=True),
    Lack.MADE_AT: FormField("made_at", "Tempat pembuatan, misalnya nama kota", required=True),
    Lack.RETENTION: FormField("retention", "Masa simpan menurut jadwal retensi, misalnya 2 tahun", required=True),
}
"""What may be the same for many."""


def fill(office: Office, documents: Iterable[int], lack: Lack, value: str, by: Officer, at: datetime) -> int:
    """Fill this in where it is still lacking, all or none; returns for how many. Raises NotAllowed.

    A record that nobody has checked yet stays so: that it is complete is for an officer to say.
    """
    office.require(by, Right.DESCRIBE, "Melengkapi data dokumen")
    field, filled = TOGETHER[lack].name, 0
    with office.records.transaction():
        for number in documents:
            document = office.records.documents.get(number)
            if document and dip.belongs(document) and lack in dip.lacks(document):
                changed = replace(document, **{field: value.strip()})  # type: ignore[arg-type]
                office.records.documents.change(changed, "melengkapi data dokumen", by.name, at, "diisi bersama")
                filled += 1
    for _ in office.indexes.catch_up():
        pass
    return filled
