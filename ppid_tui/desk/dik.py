"""Exempt information: its list, the test of consequences of each document, and whose term is over.

Nobody sees it without the right; whoever has it printed or written to a file stands in the trail before it is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from archive import dik
from archive.dik import Missing
from archive.model import Document, Exemption, Officer, Right
from archive.refusals import ARTICLE_17
from ppid_tui.desk.dip import deciding_role
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import NotAllowed, Office
from ppid_tui.desk.serving import note_exempt_use
from ppid_tui.desk.signing import HEAD, signature
from ppid_tui.desk.works import FieldKind, FormField, read_day
from ppid_tui.printouts.consequences import consequences_paper
from ppid_tui.printouts.dik import basis_words, decision_words, dik_list, part_words, term_words
from ppid_tui.printouts.dip import Standing
from ppid_tui.printouts.information_list import InformationList
from ppid_tui.printouts.labels import long_date
from ppid_tui.printouts.paper import Paper

TESTED = "mencatat uji konsekuensi"
MISSING = {
    Missing.LETTER: "huruf Pasal 17",
    Missing.BASIS: "dasar hukum",
    Missing.CONSEQUENCE: "konsekuensi",
    Missing.TERM: "jangka waktu",
    Missing.DECISION: "nomor penetapan",
    Missing.DECIDED_ON: "tanggal penetapan",
}
LETTERS = (("", "belum dipilih"), *((letter, f"huruf {letter}: {words}") for letter, words in ARTICLE_17.items()))
_LONG, _DATE = FieldKind.LONG, FieldKind.DATE
FIELDS = (
    FormField("letter", "Alasan menurut Pasal 17", FieldKind.CHOICE, True, options=LETTERS),
    FormField("basis", "Dasar hukum: pasal dan undang-undang", required=True),
    FormField("part", "Bagian yang dikecualikan (kosong: seluruh dokumen)"),
    FormField("consequence", "Konsekuensi bila dibuka", _LONG, True),
    FormField("protects", "Yang dilindungi bila ditutup", _LONG),
    FormField("until", "Dikecualikan sampai tanggal", _DATE),
    FormField("term", "atau jangka waktunya dengan kata (hanya huruf g sampai j)"),
    FormField("decision", "Nomor keputusan PPID"),
    FormField("decided_on", "Tanggal keputusan", _DATE),
)
"""What a test of consequences records, in the order of the form."""


class BadTest(ValueError):
    """What was filled in of a test of consequences cannot be kept; the words say why, in Indonesian."""


def documents(office: Office, viewer: Viewer) -> tuple[Document, ...]:
    """What is exempt, wholly or in part, in the order of the list. Raises NotAllowed."""
    _require(office, viewer)
    return dik.listed(office.records.documents.all())


def current_list(office: Office, viewer: Viewer, at: datetime) -> InformationList:
    """The list ready to be written; the trail says first who has it made. Raises NotAllowed."""
    found = documents(office, viewer)
    note_exempt_use(office, "mencetak atau menyimpan DIK", viewer.officer, at)
    profile = office.profile
    signs = signature(office, deciding_role(office), at.date())
    period = f"Keadaan {long_date(at)}"
    name = viewer.officer.name
    standing = Standing(profile.kop, profile.name, period, "", at, name, signs, profile.paper_size, profile.demo)
    return dik_list(found, standing)


def ended(office: Office, viewer: Viewer, today: date) -> list[Document]:
    """Those whose term is over, for who may see them; the longest ended first. Nothing is opened by it."""
    if viewer.citizen or not office.may(viewer.officer, Right.SEE_EXEMPT):
        return []
    by_letter = (office.records.documents.by("exemption.letter", letter) for letter in ARTICLE_17)
    over = (one for found in by_letter for one in found if dik.ended(one, today))
    return sorted(over, key=lambda one: (one.exemption.until if one.exemption else None) or today)


def missing_words(document: Document) -> str:
    """What its test of consequences lacks, in words; '' where it is complete."""
    return ", ".join(MISSING[one] for one in dik.missing(document.exemption))


def about_words(office: Office, viewer: Viewer, today: date) -> str:
    """How many there are, and what is to be done with them."""
    found = documents(office, viewer)
    over, lacking = len(ended(office, viewer, today)), sum(bool(missing_words(one)) for one in found)
    told = [f"{len(found)} dokumen"]
    told += [f"{over} masanya berakhir: tinjau kembali"] if over else []
    told += [f"{lacking} uji konsekuensinya belum lengkap"] if lacking else []
    return "; ".join(told) + "."


def line_words(document: Document, today: date) -> tuple[str, bool]:
    """What stands beneath a title in the list, and whether its term is over."""
    known, over = document.exemption or Exemption(""), dik.ended(document, today)
    lacking = missing_words(document)
    until = f"berakhir {long_date(known.until)}: tinjau kembali" if over else term_words(known)
    parts = (f"huruf {known.letter}" if known.letter else "", document.unit, until, lacking and f"belum ada {lacking}")
    return " · ".join(filter(None, parts)), over


def test_rows(document: Document) -> tuple[tuple[str, str], ...]:
    """The test of consequences as labels and values."""
    known = document.exemption or Exemption("")
    return (
        ("Bagian", part_words(document)),
        ("Dasar hukum", basis_words(known)),
        ("Konsekuensi bila dibuka", known.consequence),
        ("Yang dilindungi", known.protects),
        ("Jangka waktu", term_words(known)),
        ("Keputusan", decision_words(known)),
    )


def form_of(document: Document) -> dict[str, str]:
    """The test as the form has it."""
    known = document.exemption or Exemption("")
    texts = {field.name: getattr(known, field.name) for field in FIELDS}
    return {name: long_date(text) if isinstance(text, date) else text or "" for name, text in texts.items()}


def exemption_of(values: Mapping[str, str], today: date) -> Exemption:
    """What was filled in. Raises BadTest."""
    text = {field.name: values.get(field.name, "").strip() for field in FIELDS}
    days = {field.name: read_day(text[field.name], today) for field in FIELDS if field.kind is _DATE}
    letter = text["letter"].lower()
    if letter not in ARTICLE_17:
        raise BadTest("Pilih huruf Pasal 17 UU 14/2008 yang menjadi alasan.")
    if letter in dik.NOT_PERMANENT and days["until"] is None:
        raise BadTest("Huruf a sampai f tidak bersifat permanen (Pasal 20): isi sampai tanggal berapa.")
    if days["decided_on"] and days["decided_on"] > today:
        raise BadTest(f"Tanggal keputusan {long_date(days['decided_on'])} belum tiba. Periksa tanggalnya.")
    return Exemption(**{**text, **days, "letter": letter})  # type: ignore[arg-type]


def keep_test(office: Office, document: Document, exemption: Exemption, by: Officer, at: datetime) -> Document:
    """Keep the result of a test of consequences. Its class stays: that is another decision. Raises NotAllowed."""
    office.require(by, Right.DECIDE, "Mencatat hasil uji konsekuensi")
    _require(office, Viewer(by))
    now = office.records.documents.get(document.id)
    if now is None or not dik.is_listed(now):
        raise NotAllowed("Dokumen ini tidak lagi dikecualikan: uji konsekuensinya tidak dicatat.")
    kept = office.records.documents.change(replace(now, exemption=exemption), TESTED, by.name, at)
    for _ in office.indexes.catch_up():
        pass
    return kept


def test_paper(office: Office, document: Document, viewer: Viewer, at: datetime) -> Paper:
    """The sheet of the test with its minutes; the trail says first who prints it. Raises NotAllowed."""
    _require(office, viewer)
    note_exempt_use(office, f"mencetak lembar uji konsekuensi dokumen {document.id}", viewer.officer, at)
    return _test_paper(office, document, viewer, at)


def blank_test_paper(office: Office, viewer: Viewer, at: datetime) -> Paper:
    """The sheet to be filled in by pen, for a document whose class is not decided yet."""
    return _test_paper(office, Document(""), viewer, at)


def _test_paper(office: Office, document: Document, viewer: Viewer, at: datetime) -> Paper:
    profile, day = office.profile, at.date()
    return consequences_paper(
        profile.kop,
        document,
        signature(office, deciding_role(office), day),
        replace(signature(office, HEAD, day), above="Mengetahui,"),
        viewer.officer.name,
        at,
        profile.paper_size,
        profile.demo,
    )


def _require(office: Office, viewer: Viewer) -> None:
    if viewer.citizen:
        raise NotAllowed("Ada pemohon yang ikut melihat layar: yang dikecualikan disembunyikan.")
    if not viewer.include_exempt:
        office.require(viewer.officer, Right.SEE_EXEMPT, "Melihat Informasi yang Dikecualikan")
