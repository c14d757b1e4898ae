"""What a sheet calls its fields and columns, and what on it was replaced since."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from archive.sop import Sheet, Sop, Step, label_on_sheet

OUTDATED = "Dasar hukum usang"
"""How a remark begins that is printed beside the legal basis."""
USUAL = {
    "number": "Nomor SOP",
    "created": "Tanggal Pembuatan",
    "revised": "Tanggal Revisi",
    "approved": "Tanggal Pengesahan",
    "effective": "Tanggal Efektif",
    "approved_by": "Disahkan Oleh",
    "title": "Nama SOP",
    "legal_basis": "Dasar Hukum",
    "qualifications": "Kualifikasi Pelaksana",
    "related": "Keterkaitan",
    "equipment": "Peralatan/Perlengkapan",
    "warnings": "Peringatan",
    "recording": "Pencatatan dan Pendataan",
}
"""What fields are called on most sheets."""
USUAL_COLUMNS = {
    "number": "No.",
    "activity": "Kegiatan",
    "role": "Pelaksana",
    "standard": "Mutu Baku",
    "needs": "Kelengkapan",
    "time": "Waktu",
    "output": "Output",
    "note": "Keterangan",
}
"""What columns are called on most sheets."""


def field_label(sheet: Sheet, name: str) -> str:
    """The sheet's own word for a field, blank where its form is; the usual one if it names none."""
    return label_on_sheet(USUAL | dict(sheet.labels), name)


def column_label(sheet: Sheet, name: str) -> str:
    """The sheet's own word for a column, as ``field_label``."""
    return label_on_sheet(USUAL_COLUMNS | dict(sheet.columns), name)


def outdated_basis(sheet: Sheet) -> tuple[str, ...]:
    """The remarks that say a legal basis was replaced since; they stand beside it, which is never rewritten."""
    return tuple(remark for remark in sheet.remarks if remark.startswith(OUTDATED))


def clean_form(sop: Sop) -> Sop:
    """The SOP without its slips of the pen: where a clean form differs from the sheet's words, the clean form."""
    labels, columns = _without_originals(sop.sheet.labels), _without_originals(sop.sheet.columns)
    sheet = replace(sop.sheet, originals={}, labels=labels, columns=columns)
    return replace(sop, sheet=sheet, steps=tuple(map(_clean_step, sop.steps)))


def _clean_step(step: Step) -> Step:
    outcomes = tuple(replace(outcome, originals={}) for outcome in step.outcomes)
    return replace(step, originals={}, outcomes=outcomes)


def _without_originals(names: Mapping[str, str]) -> dict[str, str]:
    return {name: words for name, words in names.items() if not name.endswith("_asli")}


def equipment_of(sheet: Sheet) -> tuple[str, ...]:
    """The sheet's equipment piece by piece: "Perangkat Keras : Laptop, Printer dan Cap" is three of them."""
    return tuple(piece for line in sheet.equipment for piece in _pieces(line))


def _pieces(line: str) -> list[str]:
    plain = re.sub(r"^\d+\.? ", "", line).rstrip(".")
    _, colon, things = plain.partition(":")
    return re.split(r", | dan ", things.strip()) if colon else [plain]
