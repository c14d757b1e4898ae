"""The documents that answer, one under the other: what each is, its page, and the words around the hit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from archive.model import InformationClass, TextState
from index.model import Snippet
from ppid_tui.printouts.labels import class_label, long_date, page_label
from ppid_tui.printouts.law_names import law_names
from ppid_tui.widgets.elided import elided
from ppid_tui.widgets.hanging import Hanging
from ppid_tui.widgets.no_result import BULLET
from ppid_tui.widgets.text_words import text_words

if TYPE_CHECKING:
    from ppid_tui.desk.finding import Findings, Found

SUGGESTED, RECENT = "perbaikan", "lagi-"
"""Ids (or their beginning) of rows that search for other words than those in the box."""
SHOWN = 50
"""Hits that are listed; whoever needs more narrows."""


class HitList(OptionList):
    """Hits by document; keys reach it while the search box keeps the focus."""

    DEFAULT_CSS = """
    HitList, HitList:focus { border: none; padding: 0; height: 1fr; background: $background; }
    HitList > .option-list--option { padding: 0 1; }
    HitList > .option-list--option-highlighted, HitList:focus > .option-list--option-highlighted {
        background: $primary 18%; color: $foreground; text-style: none;
    }
    HitList > .option-list--option-disabled { color: $text-muted; }
    """

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self.findings: Findings | None = None
        self._recent: tuple[str, ...] = ()
        self._nothing: Sequence[str] = ()
        self._width = 0

    def show_findings(
        self, findings: Findings, keep: str = "", recent: tuple[str, ...] = (), nothing: Sequence[str] = ()
    ) -> None:
        """List what was found; the row with the id ``keep`` stays highlighted if it is still there.

        ``recent``: queries of before, listed above the documents. ``nothing``: said where none is found.
        """
        self.findings, self._recent, self._nothing = findings, recent, nothing
        self._width = max(16, self.size.width - 4)
        self.set_options([*self._rows_before(findings, recent), *self._options_for(findings)])
        rows = [option.id for option in self.options if option.id]
        wanted = keep if keep in rows else next((row for row in rows if row != SUGGESTED), None)
        self.highlighted = self.get_option_index(wanted) if wanted else None

    def chosen(self) -> Found | None:
        """The hit that is highlighted."""
        option, findings = self.highlighted_option, self.findings
        if option is None or findings is None:
            return None
        return next((h for h in (*findings.hits, *findings.exempt) if f"{h.document.id}" == option.id), None)

    def chosen_query(self) -> str:
        """The words that the highlighted row would search for; '' on a document."""
        if self.row == SUGGESTED and self.findings:
            return self.findings.suggestion
        return self._recent[int(self.row.removeprefix(RECENT))] if self.on_recent else ""

    @property
    def on_recent(self) -> bool:
        """Whether the highlight is on a query of before."""
        return self.row.startswith(RECENT)

    @property
    def row(self) -> str:
        """The id of the highlighted row, '' if there is none."""
        option = self.highlighted_option
        return (option.id or "") if option else ""

    def on_resize(self) -> None:
        if self.findings and self.size.width and max(16, self.size.width - 4) != self._width:
            self.show_findings(self.findings, self.row, self._recent, self._nothing)

    def _rows_before(self, findings: Findings, recent: tuple[str, ...]) -> list[Option]:
        if findings.suggestion and not findings.repaired:
            words = f"Maksudnya “{findings.suggestion}”? Panah atas, Enter."
            return [Option(Content.styled(words, "$warning"), id=SUGGESTED)]
        rows = [Option(Content(f"“{text}”").truncate(self._width, ellipsis=True), id=f"{RECENT}{n}")
                for n, text in enumerate(recent)]  # fmt: skip
        return [_heading("Pencarian terakhir"), *rows, _heading("Dokumen terbaru")] if rows else []

    def _options_for(self, findings: Findings) -> list[Option]:
        rows = [self._hit(hit) for hit in findings.hits]
        if findings.exempt:
            heading = f"DIKECUALIKAN ({findings.exempt_total}): jangan diperlihatkan kepada pemohon"
            rows.append(Option(Content.styled(heading, "bold $error"), disabled=True))
            rows += [self._hit(hit) for hit in findings.exempt]
        more = findings.total - len(findings.hits)
        if more > 0:
            rows.append(Option(Content(f"… dan {more} dokumen lain. Tambah kata atau F7."), disabled=True))
        if not (findings.hits or findings.exempt):
            rows += [Option(_line(words), disabled=True) for words in self._nothing]
        return rows

    def _hit(self, hit: Found) -> Option:
        return Option(hit_content(hit, self._width), id=f"{hit.document.id}")


def hit_content(hit: Found, width: int) -> Content:
    """One hit in at most six lines of this width."""
    document = hit.document
    exempt = document.information_class is InformationClass.DIKECUALIKAN
    style = "bold $error" if exempt else "bold"
    lines = [Content.styled(line, style) for line in elided(document.title, width)]
    lines += _facts(hit, width)
    if said := text_words(document, hit.page):
        lines += _lines(Content.styled(said, "italic $text-muted"), width, 2)
    if document.text_state is not TextState.NONE or not document.renditions:
        lines += _lines(_passage(hit, width), width, 2)
    return Content("\n").join(lines)


def _facts(hit: Found, width: int) -> list[Content]:
    """Number, date and class in at most two lines; a regulation by its full name if there is room for it."""
    document = hit.document
    label = class_label(document.information_class)
    free = document.information_class.may_be_given
    said = [
        Content(long_date(document.date) or str(document.year or "")),
        Content(label) if free else Content.styled(label, "bold $warning"),
    ]
    names = law_names(document) or (document.number,)
    ways = [_joined(Content(name), *said) for name in names]
    return _lines(next((way for way in ways if len(way.wrap(width)) <= 2), ways[-1]), width, 2)


def _joined(*parts: Content) -> Content:
    return Content(" · ").join(part for part in parts if part.plain)


def _passage(hit: Found, width: int) -> Content:
    """The page, and the words around the hit, in about two lines."""
    page = page_label(hit.page, hit.document.pages, hit.document.page_unit)
    label = Content.styled(f"{page}: " if page and hit.snippet.text else page, "bold")
    return label + _snippet(hit.snippet, 2 * width - len(page) - 4)


def _snippet(snippet: Snippet, room: int) -> Content:
    """The snippet from shortly before its densest marks on, so that a narrow list shows the marked words."""
    begin = _beginning(snippet, room)
    content = Content.styled(snippet.text[begin:], "$text-muted")
    for start, end in snippet.marks:
        content = content.stylize("bold underline $primary", max(0, start - begin), max(0, end - begin))
    return Content("… ") + content if begin else content


def _beginning(snippet: Snippet, room: int) -> int:
    """Where to begin, at a word, so that as many marks as possible stand within ``room`` characters."""

    def in_sight(at: int) -> int:
        return sum(at <= start and end <= at + room * 2 // 3 for start, end in snippet.marks)

    best = max((start for start, _ in snippet.marks), key=in_sight, default=0)
    if best <= room // 3:
        return 0
    return min(snippet.text.find(" ", best - room // 3) + 1, best)


def _lines(content: Content, width: int, most: int) -> list[Content]:
    lines = content.wrap(width)
    if len(lines) > most:
        last = lines[most - 1].rstrip()
        room = last if last.cell_length < width else last.right_crop(1)
        lines = [*lines[: most - 1], room + Content("…")]
    return lines


def _line(words: str) -> Content | Hanging:
    plain = Content(words.removeprefix(BULLET))
    return Hanging([plain], Content(BULLET)) if words.startswith(BULLET) else plain


def _heading(words: str) -> Option:
    return Option(Content.styled(words, "bold"), disabled=True)
