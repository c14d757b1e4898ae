"""``intake``, ``search``, ``show`` and ``print``: what is done with documents."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from archive.model import Document
from index.model import Filters
from ppid_tui.commands.endings import DONE, WITH_PROBLEMS
from ppid_tui.commands.output import Refused, followed, say, target_of, tell_json, warn
from ppid_tui.commands.records import document_json, document_lines, hit_json
from ppid_tui.desk import contents, finding, serving
from ppid_tui.desk.arrivals import Tally, tally_words
from ppid_tui.desk.fates import Fate, Outcome
from ppid_tui.desk.finding import Findings, Found, Viewer
from ppid_tui.desk.intake import take_in
from ppid_tui.desk.names import one_line
from ppid_tui.desk.office import OWNER, Office, now, open_office
from ppid_tui.desk.places import home_named
from ppid_tui.printouts.labels import class_label, long_date


def intake(asked: Namespace) -> int:
    """Take files in; what could not be taken is listed with its reason."""
    paths = [Path(path) for path in asked.paths]
    if not any(path.exists() for path in paths):
        raise Refused(f"Tidak ada berkas atau folder bernama {paths[0]}. Periksa namanya.")
    with closing(open_office(home_named(asked.home))) as office:
        steps = followed(take_in(office, paths, OWNER, now(), asked.unit))
        outcomes = [step.outcome for step in steps if step.outcome]
    (tell_json(_intake_json(outcomes)) if asked.json else _say_intake(outcomes))
    troubled = any(o.fate in (Fate.QUARANTINED, Fate.DEFERRED) for o in outcomes)
    return WITH_PROBLEMS if troubled else DONE


def search(asked: Namespace) -> int:
    """Find documents, each with its best page."""
    with closing(open_office(home_named(asked.home))) as office:
        found = _find(office, asked, _viewer(asked))
        for problem in office.indexes.everyday.problems:
            warn(problem)
        (tell_json(_search_json(office, found)) if asked.json else _say_findings(found))
    return DONE


def show(asked: Namespace) -> int:
    """A document's record, or the text of one of its pages."""
    with closing(open_office(home_named(asked.home))) as office:
        if asked.include_exempt:
            serving.note_exempt_use(office, f"show {asked.id}", OWNER, now())
        document = finding.document_for(office, asked.id, _viewer(asked))
        if document is None:
            raise Refused(f"Tidak ada dokumen bernomor {asked.id}. Cari nomornya dengan ppid-tui search.")
        text = None if asked.page is None else _page(office, document, asked.page)
        if asked.json:
            page = {} if text is None else {"page": asked.page, "text": text}
            tell_json({**document_json(office, document), **page})
        else:
            say("\n".join(document_lines(document)) if text is None else text or "Halaman ini tidak berisi teks.")
    return DONE


def print_results(asked: Namespace) -> int:
    """Search results as a printout: paper goes from hand to hand, so only what a citizen may see stands on it."""
    from ppid_tui.printouts.write import write

    target = target_of(asked.to)
    with closing(open_office(home_named(asked.home))) as office:
        viewer = replace(_viewer(asked), citizen=not asked.include_exempt)
        found = _find(office, asked, viewer)
        write(serving.print_results(office, found, viewer, now()), target)
    say(f"{len(found.hits) + len(found.exempt)} hasil tercetak ke {target}.")
    return DONE


def _viewer(asked: Namespace) -> Viewer:
    return Viewer(OWNER, include_exempt=asked.include_exempt)


def _find(office: Office, asked: Namespace, viewer: Viewer) -> Findings:
    if asked.include_exempt:
        serving.note_exempt_use(office, f"{asked.command} {asked.query}", OWNER, now())
    classes = frozenset({asked.information_class} if asked.information_class else ())
    filters = Filters(classes=classes, year=asked.year, unit=asked.unit)
    return finding.find(office, asked.query, viewer, filters, asked.limit, today=now().date())


def _page(office: Office, document: Document, page: int) -> str:
    if page > document.pages:
        has = f"hanya sampai {document.page_unit} {document.pages}" if document.pages else "tidak punya teks halaman"
        raise Refused(f"Dokumen {document.id} {has}. Pilih --page yang ada.")
    return contents.page_text(office, document, page)


def _intake_json(outcomes: list[Outcome]) -> dict[str, Any]:
    def of(fate: Fate) -> list[Outcome]:
        return [o for o in outcomes if o.fate is fate]

    return {
        "taken": [_taken(o.path, o.document) for o in of(Fate.TAKEN) if o.document],
        "duplicates": [_path_of(o) | {"document_id": o.document.id} for o in of(Fate.DUPLICATE) if o.document],
        "quarantined": [_path_of(o) | {"reason": o.reason} for o in of(Fate.QUARANTINED)],
        "deferred": [_path_of(o) | {"reason": o.reason} for o in of(Fate.DEFERRED)],
    }


def _path_of(outcome: Outcome) -> dict[str, Any]:
    return {"path": str(outcome.path)}


def _taken(path: Path, document: Document) -> dict[str, Any]:
    return {
        "path": str(path),
        "document_id": document.id,
        "pages": document.pages,
        "text": document.text_state.value,
    }


LISTS = {
    Fate.TAKEN: "Diterima",
    Fate.DUPLICATE: "Sudah tersimpan, tidak disimpan dua kali",
    Fate.QUARANTINED: "Belum dapat diterima",
    Fate.DEFERRED: "Dicoba lagi nanti",
}


def _say_intake(outcomes: list[Outcome]) -> None:
    """A list for each fate; their counts add up to the files."""
    for fate, heading in LISTS.items():
        met = [one for one in outcomes if one.fate is fate]
        if met:
            say(f"{heading} ({len(met)}):")
        for one in met:
            kept = f": dokumen {one.document.id}" if fate is Fate.TAKEN and one.document else ""
            say(f"  {one_line(str(one.path))}{kept}" + (f": {one.reason}" if one.reason else ""))
    tally = Tally(tuple(outcomes))
    say(f"{len(outcomes)} berkas: {tally_words(tally)}" if outcomes else tally_words(tally))


def _search_json(office: Office, found: Findings) -> dict[str, Any]:
    return {
        "total": found.total + found.exempt_total,
        "took_ms": round(found.took_ms, 1),
        "hits": [hit_json(office, hit) for hit in (*found.hits, *found.exempt)],
        "suggestion": found.suggestion or None,
        "included": list(found.included),
        "period": [day.isoformat() for day in found.period] if found.period else None,
    }


def _say_findings(found: Findings) -> None:
    total = found.total + found.exempt_total
    if found.repaired:
        say(f"Menampilkan hasil untuk “{found.suggestion}”.")
    if not total:
        say("Belum ditemukan. Coba kata lain, kurangi kata, atau hapus saringan.")
        return
    if not found.all_words:
        say("Tidak ada dokumen dengan semua kata itu; ini yang memuat sebagian besar.")
    if found.included:
        say(f"Termasuk: {', '.join(found.included)}.")
    if found.period:
        say(f"Periode: {' sampai '.join(map(long_date, found.period))}.")
    shown = len(found.hits) + len(found.exempt)
    say(f"{total} dokumen ditemukan" + (f", {shown} ditampilkan." if shown < total else "."))
    for line in (*_hit_lines(found.hits), *_exempt_lines(found)):
        say(line)


def _exempt_lines(found: Findings) -> Iterator[str]:
    if found.exempt:
        yield "\nYANG DIKECUALIKAN (hanya untuk petugas berwenang)"
        yield from _hit_lines(found.exempt)


def _hit_lines(hits: tuple[Found, ...]) -> Iterator[str]:
    for hit in hits:
        document = hit.document
        place = serving.page_words(document, hit.page)
        day = long_date(document.date) or str(document.year or "")
        facts = (document.number, day, document.unit, class_label(document.information_class), place)
        yield f"\n[{document.id}] {document.title}"
        yield "    " + " · ".join(fact for fact in facts if fact)
        yield "    " + " ".join(hit.snippet.text.split())
