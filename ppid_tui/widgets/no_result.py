"""What to do when nothing was found: only what is possible here, by the keys that do it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ppid_tui.widgets.search_lines import APART, chips, names_time

if TYPE_CHECKING:
    from ppid_tui.desk.finding import Findings

BULLET = "• "
SCANS = "Hasil pindai dan hardcopy: cari dengan judul atau nomornya."


def nothing_words(
    findings: Findings, citizen: bool = False, may_open_case: bool = True, may_be_apart: bool = True
) -> tuple[str, ...]:
    """Lines in place of the list. ``may_open_case``: the officer has a role in the SOP.

    ``may_be_apart``: the officer finds no exempt documents, so that what is sought may be among them.
    """
    narrowed, hidden = ", ".join(chips(findings.filters)), findings.hidden
    first = (f"Saringan ({narrowed}) menyembunyikan {hidden} dokumen. Ctrl+L melepasnya.", "") if hidden else ()
    ways = [f"{BULLET}{way}" for way in _ways(findings)]
    last = (_at_last(citizen, may_open_case), *([APART] if may_be_apart else []))
    return (*first, "Belum ditemukan. Yang dapat dicoba:", *ways, "", *last)


def _ways(findings: Findings) -> Iterator[str]:
    query = findings.query
    if findings.filters.literal:
        yield "Ctrl+E: cari biasa, tidak persis."
    elif names_time(findings):
        yield "Ctrl+Y: cari di semua waktu."
    if '"' in query:
        yield "Hapus tanda kutip."
    if ":" in query or any(word.startswith("-") for word in query.split()):
        yield "Hapus tanda titik dua atau minus."
    if len(query.split()) > 1:
        yield "Kurangi kata: satu atau dua saja."
    yield "Pakai kata lain yang searti, atau nomor suratnya."
    yield SCANS


def _at_last(citizen: bool, may_open_case: bool) -> str:
    if citizen:
        return "Jika tetap belum ada, tanyakan kepada petugas."
    if not may_open_case:
        return "Jika memang belum ada: Ctrl+N mendaftarkan permohonannya."
    return (
        "Jika memang belum ada: Ctrl+N mendaftarkan permohonannya. "
        "F2 lalu N membuka pekerjaan untuk mendokumentasikannya."
    )
