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
APART = "Mungkin termasuk informasi yang dikecualikan: tanyakan kepada PPID."
"""Said wherever little or nothing is found, whether there is such a document or not: so it tells of none."""


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
        for name in ("progress", "count", "understood", "apart", "chips"):
            yield Static(id=name, markup=False)

    def show_findings(
        self, findings: Findings, newest_first: bool, any_time: bool = False, may_be_apart: bool = False
    ) -> None:
        """Say what is listed now, and by which key it becomes otherwise.

        ``may_be_apart``: the officer finds no exempt documents, so that what is missing may be among them.
        """
        self._say("count", Content(count_words(findings, newest_first)))
        self._say("understood", Content(understood_words(findings, any_time)))
        self._say("apart", Content(APART if may_be_apart and is_partial(findings) else ""))
        self._say("chips", chips_line(findings.filters, findings.hidden))

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


def understood_words(findings: Findings, any_time: bool = False) -> str:
    """What was made of the query, and the keys that take it otherwise; '' if nothing was."""
    if not findings.query.strip():
        return ""
    parts = []
    if is_partial(findings):
        parts.append("Tidak ada yang memuat semua kata: ini yang memuat sebagian besar")
    if findings.filters.literal:
        return " · ".join([*parts, "Dicari persis seperti yang diketik", "Ctrl+E: cari biasa"])
    if findings.repaired:
        parts.append(f"Menampilkan hasil untuk “{findings.suggestion}”")
    parts += _time_words(findings, any_time)
    if findings.included:
        parts.append(f"Termasuk: {_some(findings.included, 2 if findings.period else MOST_INCLUDED)}")
    if findings.newest:
        parts.append("Yang terbaru di atas")
    return " · ".join([*parts, _exact_words(findings)] if can_be_exact(findings) else parts)


def _time_words(findings: Findings, any_time: bool) -> list[str]:
    if any_time:
        return ["Semua waktu", "Ctrl+Y: hanya waktu yang disebut"]
    if names_time(findings) and findings.period:
        return [f"Periode: {period_words(*findings.period)}", "Ctrl+Y: semua waktu"]
    if findings.empty_period and (findings.hits or findings.exempt):
        return [f"Tidak ada dari {period_words(*findings.empty_period)}: ini dari semua waktu"]
    return []


def _exact_words(findings: Findings) -> str:
    dropped = ["kata lain"] if findings.included else []
    dropped += ["periode"] if names_time(findings) else []
    return "Ctrl+E: cari persis" + (f", tanpa {' dan '.join(dropped)}" if dropped else "")


def is_partial(findings: Findings) -> bool:
    """Whether something was found, but nothing that has all the words."""
    return bool(findings.hits or findings.exempt) and not findings.all_words


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


def chips_line(filters: Filters, hidden: int = 0) -> Content:
    """The filters in force, the key that lets them go, and how many documents they hide."""
    words = [Content.styled(f" {word} ", "reverse") for word in chips(filters)]
    if not words:
        return Content("")
    line = Content(" ").join([Content("Saringan:"), *words, Content.styled("Ctrl+L lepas", "$text-muted")])
    return line + Content(f" · {hidden} dokumen tersembunyi") if hidden else line


def _some(words: tuple[str, ...], most: int) -> str:
    more = len(words) - most
    return ", ".join(words[:most]) + (f", dan {more} lain" if more > 0 else "")
