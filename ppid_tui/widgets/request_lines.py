"""A request as lines: its items with what became of them, and all that the register tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import shorten

from textual.content import Content

from archive.model import Document
from archive.refusals import ARTICLE_17
from archive.request_model import Keberatan, Refusal, Request, RequestItem, RequestOutcome
from ppid_tui.desk.request_words import SHORT, outcome_words
from ppid_tui.printouts.labels import KEBERATAN_DECISIONS, KEBERATAN_GROUNDS, LETTERS, long_date
from ppid_tui.widgets.hanging import Hanging

TONES = {
    RequestOutcome.NONE: "$text-warning",
    RequestOutcome.GRANTED: "$text-success",
    RequestOutcome.PARTLY: "$text-success",
}

LONGEST = 300
"""Letters of what is asked for in the list of items: no item may be higher than the list."""


def item_lines(number: int, item: RequestItem, documents: Iterable[Document], hidden: int) -> Hanging:
    """One thing asked for: what became of it, and the documents put to it."""
    words = outcome_words(item.outcome) or "belum ada jawaban"
    wanted = Content(shorten(item.wanted, LONGEST, placeholder=" …"))
    rows = [wanted, Content.styled(words, TONES.get(item.outcome, "bold"))]
    rows += [Content.styled(f"Dokumen: {document.title}", "dim") for document in documents]
    if hidden:
        rows.append(Content.styled(f"{hidden} dokumen tidak ditampilkan kepada Anda", "dim"))
    rows += [Content.styled(line, "dim") for line in _beside(item)]
    return Hanging(rows, Content(f"{number}. "), indent=3)


def long_rows(request: Request) -> list[tuple[str, str]]:
    """What is asked for at such length that the list has only its beginning."""
    items = enumerate(request.items, 1)
    return [(f"Butir {number} selengkapnya", item.wanted) for number, item in items if len(item.wanted) > LONGEST]


def about_lines(rows: Iterable[tuple[str, str]]) -> Content:
    """Labels, each with its value beneath."""
    return Content.assemble(*(part for label, value in rows for part in ((f"{label}\n", "dim"), f"{value}\n")))


def letter_rows(request: Request) -> list[tuple[str, str]]:
    """The letters that were written, with their numbers."""
    return [
        (LETTERS[letter.kind], f"{letter.number or 'nomornya belum diisi'}, {long_date(letter.written)}")
        for letter in request.letters
    ]


def ending_rows(request: Request) -> list[tuple[str, str]]:
    """When and how it was answered and handed over."""
    given = f"{long_date(request.given)}, kepada {request.given_to}, oleh {request.given_by}" if request.given else ""
    waited = request.waiting.what if request.waiting else ""
    costs = f"Rp {request.costs.total:,}".replace(",", ".") if request.costs else ""
    rows = (
        ("Surat pemohon", request.incoming_letter),
        ("Ditunggu", waited if len(waited) > SHORT else ""),
        ("Dijawab", long_date(request.answered)),
        ("Diserahkan", given),
        ("Biaya", costs),
        ("Catatan", request.note),
    )
    return [(label, value) for label, value in rows if value]


def objection_rows(objection: Keberatan | None) -> list[tuple[str, str]]:
    """All that the register tells of an objection."""
    if objection is None:
        return []
    passed, dispute = objection.passed_on, objection.dispute
    rows = (
        ("Alasan keberatan", "; ".join(KEBERATAN_GROUNDS.get(letter, letter) for letter in objection.ground)),
        ("Kasus posisi", objection.story),
        ("Keberatan diterima", long_date(objection.received)),
        ("Diteruskan", f"{passed.to}, {long_date(passed.on)}" if passed else ""),
        ("Tanggapan Atasan PPID", KEBERATAN_DECISIONS[objection.decision]),
        ("Isi tanggapan", objection.answer),
        ("Perintah", objection.order),
        ("Tanggapan pemohon", objection.reply),
        ("Batas ke Komisi Informasi", long_date(objection.dispute_until)),
        ("Sengketa", f"{dispute.number} {long_date(dispute.filed)}".strip() if dispute else ""),
        ("Putusan", f"{long_date(dispute.ended)}: {dispute.result}" if dispute and dispute.ended else ""),
    )
    return [(label, value) for label, value in rows if value]


def refusal_words(refusal: Refusal) -> str:
    """On what ground it was refused."""
    law = f" dan {refusal.law}" if refusal.law else ""
    return f"Pasal 17 huruf {refusal.letter} UU 14/2008{law}: {ARTICLE_17.get(refusal.letter, '')}"


def _beside(item: RequestItem) -> list[str]:
    told: Mapping[str, str] = {
        "": refusal_words(item.refusal) if item.refusal else "",
        "Dikuasai ": item.holder,
        "Pekerjaan ": str(item.case_id or ""),
        "Catatan: ": item.reason,
        "Dihitamkan: ": item.redaction,
    }
    return [f"{label}{value}" for label, value in told.items() if value]
