"""Finding: what is typed, to documents that this officer may see, each with its page.

A hit is checked against its record before it is shown; exempt documents are a group apart, from an
index of their own that is opened only for who may see them.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from archive.model import Document, InformationClass, Officer, Right
from index.model import Facets, Filters, Hit, Results, Snippet
from ppid_tui.desk.givable import holds_exempt, may_give
from ppid_tui.desk.label_codes import is_code, labelled
from ppid_tui.desk.office import Office

if TYPE_CHECKING:
    from index.engine import Engine

GIVEN = frozenset(c.value for c in InformationClass if c.may_be_given)
EVERYTHING = Filters()


@dataclass(frozen=True)
class Found:
    """One document that answers, with its best page (None where only the record answers)."""

    document: Document
    page: int | None
    snippet: Snippet
    score: float
    other_pages: int = 0


@dataclass(frozen=True)
class Findings:
    """What a search found. ``exempt`` are hits that only this officer may see, apart from the rest.

    ``included`` and ``period``: what was sought besides the words, and read out of them. ``today``: when.
    ``empty_period``: a time that the words name and of which nothing answers. ``newest``: they ask for the newest.
    ``hidden``: documents that would answer too without the filters. ``newest_first``: they are sorted by date.
    """

    query: str
    filters: Filters
    total: int
    hits: tuple[Found, ...]
    took_ms: float = 0.0
    exempt: tuple[Found, ...] = ()
    exempt_total: int = 0
    all_words: bool = True
    suggestion: str = ""
    repaired: bool = False
    included: tuple[str, ...] = ()
    period: tuple[date, date] | None = None
    empty_period: tuple[date, date] | None = None
    newest: bool = False
    today: date | None = None
    hidden: int = 0
    newest_first: bool = False

    @property
    def sought(self) -> str:
        """The words that these hits answer: as typed, or as repaired."""
        return self.suggestion if self.repaired else self.query


NOTHING = Results(0, (), 0.0)


@dataclass(frozen=True)
class Viewer:
    """Who looks: an officer, and whether a citizen looks along (then only what may be given is there)."""

    officer: Officer
    citizen: bool = False
    include_exempt: bool = field(default=False)


def find(
    office: Office,
    text: str,
    viewer: Viewer,
    filters: Filters = EVERYTHING,
    limit: int = 20,
    typing: bool = False,
    newest_first: bool = False,
    today: date | None = None,
) -> Findings:
    """Search what the viewer may see. Any text is a safe query.

    ``today``: the day from which "tahun lalu" is counted; without it no time is read out of the words.
    """
    if is_code(text):
        return _labelled(office, text, viewer, filters)
    narrowed = _within_rights(filters, viewer)
    results = _search(office, text, narrowed, limit, typing, newest_first, today)
    if typing and not results.hits:  # no word begins so: take it as finished, and perhaps as a slip
        results = _search(office, text, narrowed, limit, False, newest_first, today)
    apart = _exempt(office, text, viewer, filters, limit, typing, newest_first, today)
    if results.hits and _answers_less(apart, results):
        apart = NOTHING
    if apart.hits and apart.all_words and not apart.repaired and results.repaired:
        results = NOTHING  # what was typed does stand in the archive: nothing is to be repaired
    hits = _checked(office, results, viewer)
    return Findings(
        query=text,
        filters=filters,
        total=max(results.total - (len(results.hits) - len(hits)), 0),
        hits=hits,
        took_ms=results.took_ms,
        exempt=_documents(office, apart),
        exempt_total=apart.total,
        all_words=results.all_words,
        suggestion="" if results.suggestion.casefold() == text.strip().casefold() else results.suggestion,
        repaired=results.repaired,
        included=results.included,
        period=results.period,
        empty_period=results.empty_period,
        newest=results.newest,
        today=today,
        hidden=_hidden(office, text, viewer, filters, results.total, today),
        newest_first=newest_first,
    )


def facets(
    office: Office,
    text: str,
    viewer: Viewer,
    filters: Filters = EVERYTHING,
    typing: bool = False,
    today: date | None = None,
) -> Facets:
    """How what the viewer may see is spread; each way to narrow is counted as if it were not yet chosen."""

    def count(freed: Filters, exempt: bool = False) -> Facets:
        within = _within_rights(freed, viewer)
        return office.indexes.ask(lambda engine: engine.facets(text, within, typing=typing, today=today), exempt)

    any_class = replace(filters, classes=frozenset())
    classes = count(any_class).classes
    if not viewer.citizen and sees_exempt(office, viewer):
        classes |= count(any_class, exempt=True).classes
    return Facets(
        classes,
        count(replace(filters, year=None)).years,
        count(replace(filters, unit="")).units,
        count(replace(filters, kind="")).kinds,
    )


def similar(office: Office, document: Document, viewer: Viewer, limit: int = 10) -> tuple[Found, ...]:
    """Documents like this one that the viewer may see, most alike first; () where they may not see it itself."""
    if not may_see(office, document, viewer):
        return ()
    exempt = document.information_class is InformationClass.DIKECUALIKAN
    within = _within_rights(EVERYTHING, viewer)
    hits = office.indexes.ask(lambda engine: engine.similar(document.id, within, limit), exempt)
    pairs = ((hit, document_for(office, hit.document_id, viewer)) for hit in hits)
    return tuple(_found(hit, other) for hit, other in pairs if other)


def only_seen(office: Office, findings: Findings, viewer: Viewer) -> Findings:
    """The same findings, at once without what this viewer may not see."""
    hits = tuple(hit for hit in findings.hits if may_see(office, hit.document, viewer))
    exempt = tuple(hit for hit in findings.exempt if may_see(office, hit.document, viewer))
    gone = len(findings.hits) - len(hits)
    total = findings.exempt_total if exempt else 0
    return replace(findings, hits=hits, total=findings.total - gone, exempt=exempt, exempt_total=total)


def may_see(office: Office, document: Document, viewer: Viewer) -> bool:
    """Whether this document may stand on the screen now."""
    if not may_give(document):
        return True
    if viewer.citizen:
        return False
    return not holds_exempt(document) or sees_exempt(office, viewer)


def document_for(office: Office, document_id: int, viewer: Viewer) -> Document | None:
    """The document, or the one it was joined into, if it exists and the viewer may see it."""
    document = office.records.documents.standing(document_id)
    return document if document and may_see(office, document, viewer) else None


def _labelled(office: Office, text: str, viewer: Viewer, filters: Filters) -> Findings:
    """What the code on a label leads to; what is exempt is apart here too."""
    seen = [Found(one, None, Snippet(""), 1.0) for one in labelled(office, text) if may_see(office, one, viewer)]
    apart = tuple(hit for hit in seen if hit.document.information_class is InformationClass.DIKECUALIKAN)
    hits = tuple(hit for hit in seen if hit not in apart)
    return Findings(text, filters, len(hits), hits, exempt=apart, exempt_total=len(apart))


def _within_rights(filters: Filters, viewer: Viewer) -> Filters:
    if not viewer.citizen:
        return filters
    asked = filters.classes or GIVEN
    return replace(filters, classes=(asked & GIVEN) or frozenset({"-"}))


def _checked(office: Office, results: Results, viewer: Viewer) -> tuple[Found, ...]:
    return tuple(
        hit
        for hit in _documents(office, results)
        if hit.document.information_class is not InformationClass.DIKECUALIKAN and may_see(office, hit.document, viewer)
    )


def _documents(office: Office, results: Results) -> tuple[Found, ...]:
    pairs = ((hit, office.records.documents.get(hit.document_id)) for hit in results.hits)
    return tuple(_found(hit, document) for hit, document in pairs if document)


def _exempt(
    office: Office,
    text: str,
    viewer: Viewer,
    filters: Filters,
    limit: int,
    typing: bool,
    newest_first: bool,
    today: date | None,
) -> Results:
    """What exempt documents answer, to who may see them."""
    exempt = InformationClass.DIKECUALIKAN.value
    if viewer.citizen or not sees_exempt(office, viewer) or exempt not in (filters.classes or {exempt}):
        return NOTHING
    return _search(office, text, filters, limit, typing, newest_first, today, exempt=True)


def _answers_less(one: Results, other: Results) -> bool:
    """Whether one has not all the words, not the time, or only other words, where the other has what was asked."""
    mended = one.repaired and not other.repaired
    return mended or (other.all_words and not one.all_words) or (bool(one.empty_period) and not other.empty_period)


def _search(
    office: Office,
    text: str,
    filters: Filters,
    limit: int,
    typing: bool,
    newest_first: bool,
    today: date | None,
    exempt: bool = False,
) -> Results:
    def search(engine: Engine) -> Results:
        return engine.search(text, filters, limit, typing=typing, newest_first=newest_first, today=today)

    return office.indexes.ask(search, exempt)


def _hidden(office: Office, text: str, viewer: Viewer, filters: Filters, total: int, today: date | None) -> int:
    free = Filters(literal=filters.literal)
    if filters == free:
        return 0
    within = _within_rights(free, viewer)

    def count(typing: bool) -> int:
        return office.indexes.ask(lambda engine: engine.listed(text, within, 0, typing=typing, today=today)).total

    return max(0, (count(True) or count(False)) - total)


def sees_exempt(office: Office, viewer: Viewer) -> bool:
    """Whether exempt documents are sought for this viewer too, as a group apart."""
    return viewer.include_exempt or office.may(viewer.officer, Right.SEE_EXEMPT)


def _found(hit: Hit, document: Document) -> Found:
    return Found(document, hit.page, hit.snippet, hit.score, hit.other_pages)
