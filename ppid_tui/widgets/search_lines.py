"""The calm lines beneath the search box: how many answer, what was understood, what narrows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from index.model import Filters
from ppid_tui.printouts.labels import MONTHS, class_label, long_date

if TYPE_CHECKING:
    from ppid_tui.desk.finding import Findings

MOST_INCLUDED = 4
"""Other words that are named; the rest is counted."""


class SearchLines(Vertical):
    """Each line is there only while it says something."""

    DEFAULT_CSS = """
    SearchLines { height: auto; padding: 0 1; }
    SearchLines > Static { height: auto; max-height: 2; display: none; }
    SearchLines > .some { display: block; }
    SearchLines > #count { color: $text-muted; }
    SearchLines > #understood { color: $primary; }
    SearchLines > #progress { color: $warning; text-style: bold; }
    """

    def compose(self) -> ComposeResult:
        for name in ("progress", "count", "understood", "chips"):
            yield Static(id=name, markup=False)

    def show_findings(self, findings: Findings, newest_first: bool) -> None:
        """Say what is listed now, and by which key it becomes otherwise."""
        self._say("count", Content(count_words(findings, newest_first)))
        self._say("understood", Content(understood_words(findings)))
        self._say("chips", chips_line(findings.filters))

    def show_progress(self, words: str) -> None:
        """Say how far the index is, while it is made anew; '' when it is done."""
        self._say("progress", Content(words))

    def _say(self, name: str, words: Content) -> None:
        line = self.query_one(f"#{name}", Static)
        line.set_class(bool(words), "some")
        line.update(words)


def count_words(findings: Findings, newest_first: bool) -> str:
    """How many documents answer, in which order, and the keys for more."""
    number = f"{findings.total:,}".replace(",", ".")
    if not (findings.hits or findings.exempt):
        return f"{number} dokumen ditemukan"
    if not findings.query.strip():
        return f"{number} dokumen, terbaru di atas"
    parts = [f"{number} dokumen ditemukan" + (", terbaru di atas" if newest_first else "")]
    parts += [f"{findings.exempt_total} dikecualikan"] if findings.exempt_total else []
    parts += ["Ctrl+R paling cocok" if newest_first else "Ctrl+R terbaru", "Ctrl+S serupa"]
    return " · ".join(parts)


def understood_words(findings: Findings) -> str:
    """What was made of the query, and the key that takes it exactly as typed, or back; '' if nothing was."""
    if not findings.query.strip():
        return ""
    parts = []
    if (findings.hits or findings.exempt) and not findings.all_words:
        parts.append("Tidak ada yang memuat semua kata: ini yang memuat sebagian besar")
    if findings.filters.literal:
        return " · ".join([*parts, "Dicari persis seperti yang diketik", "Ctrl+E: cari biasa"])
    if findings.repaired:
        parts.append(f"Menampilkan hasil untuk “{findings.suggestion}”")
    if findings.included:
        parts.append(f"Termasuk: {_some(findings.included)}")
    if findings.period:
        parts.append(f"Periode: {period_words(*findings.period)}")
    if findings.empty_period and (findings.hits or findings.exempt):
        parts.append(f"Tidak ada dari {period_words(*findings.empty_period)}: ini dari semua waktu")
    if findings.newest:
        parts.append("Yang terbaru di atas")
    return " · ".join([*parts, "Ctrl+E: cari persis"] if can_be_exact(findings) else parts)


def can_be_exact(findings: Findings | None) -> bool:
    """Whether searching exactly as typed, or no longer so, would make a difference."""
    if findings is None or not findings.query.strip():
        return False
    understood = findings.included or findings.period or findings.empty_period or findings.newest
    return bool(findings.filters.literal or findings.repaired or understood)


def names_time(findings: Findings | None) -> bool:
    """Whether a time was read out of the words, and narrows what is found."""
    return findings is not None and findings.period is not None and findings.empty_period is None


def period_words(first: date, last: date) -> str:
    """A period as one says it: "tahun 2025", "Maret 2023", "1 Januari 2024 sampai 30 Juni 2024"."""
    after = last + timedelta(days=1)
    if (first.day, after.day) != (1, 1):
        return long_date(first) if first == last else f"{long_date(first)} sampai {long_date(last)}"
    if (first.month, after.month) == (1, 1):
        return f"tahun {first.year}" if first.year == last.year else f"tahun {first.year} sampai {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{MONTHS[first.month - 1]} {first.year} sampai {MONTHS[last.month - 1]} {last.year}"


def chips(filters: Filters) -> list[str]:
    """The filters in force, as short words."""
    words = [class_label(name) for name in sorted(filters.classes)]
    words += [str(filters.year)] if filters.year is not None else []
    return words + [name for name in (filters.unit, filters.kind) if name]


def chips_line(filters: Filters) -> Content:
    """The filters in force, and the key that lets them go."""
    words = [Content.styled(f" {word} ", "reverse") for word in chips(filters)]
    if not words:
        return Content("")
    return Content(" ").join([Content("Saringan:"), *words, Content.styled("Ctrl+L lepas", "$text-muted")])


def _some(words: tuple[str, ...]) -> str:
    more = len(words) - MOST_INCLUDED
    return ", ".join(words[:MOST_INCLUDED]) + (f", dan {more} lain" if more > 0 else "")
