"""A document's record, completed as an officer would have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from archive.model import Document, Exemption, HardcopyPlace, InformationClass
from ppid_tui.demo.plan import Form, Planned
from ppid_tui.demo.writing import Writing
from ppid_tui.printouts.labels import MONTHS

ON_LOAN = ("notulen", Form.PAPER)
TWO_YEARS = timedelta(days=730)
LENT_FOR = timedelta(days=5)


def described(document: Document, planned: Planned, city: str, today: date) -> Document:
    """The record with what the document says of itself, its class and its place on the shelf."""
    writing = planned.writing
    return replace(
        document,
        title=writing.title,
        kind=writing.kind,
        number=writing.number,
        date=writing.day,
        year=writing.day.year,
        summary=writing.summary,
        unit=writing.unit,
        responsible=writing.sheet.signature[1],
        made_at=f"{city}, {MONTHS[writing.day.month - 1]} {writing.day.year}",
        retention=writing.retention,
        information_class=writing.information_class,
        exemption=_exemption(writing),
        hardcopy=_hardcopy(planned, today - LENT_FOR),
        confirmed=True,
    )


def hardcopy_place(place: int, year: int) -> HardcopyPlace:
    """Where the paper with this number in the list lies."""
    return HardcopyPlace(
        cabinet=f"Lemari {place % 4 + 1}",
        shelf=f"Rak {place % 5 + 1}",
        box=f"Boks {year}",
        folder=f"Map {place:03}",
        serial=f"{place:05}",
    )


def _hardcopy(planned: Planned, since: date) -> HardcopyPlace | None:
    writing = planned.writing
    if planned.form is not Form.PAPER and planned.place % 3:
        return None
    lies = hardcopy_place(planned.place, writing.day.year)
    if (writing.key, planned.form) != ON_LOAN:
        return lies
    return replace(lies, borrower="Melati Rukmana (Sekretariat)", borrowed_on=since)


def _exemption(writing: Writing) -> Exemption | None:
    if writing.information_class is not InformationClass.DIKECUALIKAN:
        return None
    decision = f"Keputusan PPID Nomor {writing.day.month:02}/UK/{writing.day.year}"
    if writing.key == "nota":
        return Exemption(
            letter="i",
            basis="Pasal 17 huruf i UU 14/2008: surat antarbagian yang menurut sifatnya dirahasiakan",
            consequence="Membuka pertimbangan sebelum keputusan menghambat penyusunan kebijakan",
            until=writing.day + TWO_YEARS,
            decision=decision,
            decided_on=writing.day,
            protects="Pejabat dapat bertukar pertimbangan dengan leluasa sebelum memutuskan",
        )
    return Exemption(
        letter="h",
        basis="Pasal 17 huruf h UU 14/2008: rahasia pribadi",
        consequence="Membuka nama, alamat, dan nilai perorangan mengungkap rahasia pribadi",
        decision=decision,
        decided_on=writing.day,
        protects="Rahasia pribadi orang yang namanya tercantum",
        term="selama yang bersangkutan tidak memberi persetujuan tertulis",
    )
