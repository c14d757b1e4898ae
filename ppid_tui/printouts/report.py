"""The figures of the counter on paper, with charts, and as data: the tables of the annual report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.figures import Fact, Figures, Tally, tally
from archive.refusals import ARTICLE_17
from archive.request_model import RequestOutcome
from ppid_tui.printouts.information_list import Cell, Column, InformationList
from ppid_tui.printouts.labels import KEBERATAN_DECISIONS, REQUEST_OUTCOMES, class_label
from ppid_tui.printouts.paper import Bars, Block, Fields, Heading, SignaturePair, Table
from ppid_tui.printouts.request_parts import Frame, framed, short_day, words

COLUMNS = (
    Column("tabel", "Tabel", 18),
    Column("uraian", "Uraian", 36),
    Column("permohonan", "Permohonan", 12),
    Column("langsung", "Dilayani langsung", 12),
    Column("seluruhnya", "Diberikan seluruhnya", 12),
    Column("sebagian", "Diberikan sebagian", 12),
    Column("ditolak", "Ditolak", 10),
    Column("tidak_dikuasai", "Tidak dikuasai", 12),
    Column("belum_didokumentasikan", "Belum didokumentasikan", 14),
    Column("dibatalkan", "Dibatalkan pemohon", 12),
    Column("berjalan", "Masih berjalan", 10),
    Column("dijawab", "Dijawab", 10),
    Column("hari_kerja", "Jumlah hari kerja", 12),
    Column("terlama", "Terlama (hari kerja)", 12),
    Column("terlambat", "Lewat batas waktu", 12),
)
_HEAD = (
    "Uraian", "Permo-\nhonan", "Lang-\nsung", "Seluruh-\nnya", "Seba-\ngian", "Ditolak", "Tidak dikuasai",
    "Belum didok.", "Dibatal-\nkan", "Berjalan", "Rata-rata", "Terlama", "Lewat batas",
)  # fmt: skip
_WIDTHS = (3.2, *[1.25] * 12)
_GROUPS = (("", 3), ("Hasil", 7), ("Waktu (hari kerja)", 2), ("", 1))
_MONTHS = 12
"""The quarters of a year come after its months, and would stand in the chart a second time."""
_EACH = ("No. pendaftaran", "Diterima", "Hasil", "Klasifikasi yang diberikan", "Hari kerja")
_RUNNING = "Masih berjalan"
_CENTERED = frozenset(range(1, 13))
_HOW = (
    "Permohonan dihitung pada periode diterimanya. Waktu: hari kerja sejak hari sesudah permohonan diterima sampai "
    "jawaban tertulis, atau sampai penyerahan bila dilayani langsung. Satu permohonan dapat terhitung pada beberapa "
    "klasifikasi dan bagian: menurut dokumen yang diberikan."
)


def report_list(frame: Frame, office: str, period: str, counted: Figures, pair: SignaturePair) -> InformationList:
    """All tables of a period; ``period`` in words, such as "tahun 2026"."""
    facts = (("Kantor", office), ("Periode", period), ("Jumlah permohonan", str(counted.whole.requests)))
    title = f"LAPORAN LAYANAN INFORMASI PUBLIK\n{period.upper()}"
    blocks = (Fields(facts), *_blocks(counted), pair)
    name = f"Laporan layanan informasi publik {period}"
    return InformationList(name, facts, COLUMNS, tuple(_rows(counted)), framed(frame, title, blocks, landscape=True))


def average_words(tally: Tally) -> str:
    """How long an answer took on average, with the comma that is the decimal sign here; "-" where there was none."""
    return "-" if tally.average is None else f"{tally.average:.1f}".replace(".", ",")


def reason_words(reason: str) -> str:
    """Why something was not given: a letter of article 17, or an outcome."""
    if reason in ARTICLE_17:
        return f"Pasal 17 huruf {reason}: {ARTICLE_17[reason]}"
    return REQUEST_OUTCOMES[RequestOutcome(reason)]


def outcome_rows(whole: Tally) -> tuple[tuple[str, int], ...]:
    """How requests ended, for a chart."""
    return (
        ("Diberikan seluruhnya", whole.granted),
        ("Diberikan sebagian", whole.partly),
        ("Ditolak", whole.refused),
        ("Tidak dikuasai", whole.not_held),
        ("Belum didokumentasikan", whole.not_documented),
        ("Dibatalkan pemohon", whole.withdrawn),
        (_RUNNING, whole.running),
    )


def objection_rows(counted: Figures) -> tuple[tuple[str, int], ...]:
    """Objections, how they were answered, and disputes."""
    decided = ((KEBERATAN_DECISIONS[one] or _OPEN, number) for one, number in counted.decisions)
    return (("Keberatan diterima kantor", counted.objections), *decided, ("Sengketa informasi", counted.disputes))


_OPEN = "Belum ditanggapi"


def _blocks(counted: Figures) -> Iterator[Block]:
    yield Heading("Permohonan, hasil, dan waktu", 2)
    yield _table((_named(counted.whole, "Seluruhnya"), *counted.parts))
    yield words(_HOW)
    yield from _chart("Permohonan diterima", [(one.name, one.requests) for one in counted.parts[:_MONTHS]])
    yield from _chart("Hasil permohonan", outcome_rows(counted.whole))
    yield Heading("Menurut klasifikasi informasi yang diberikan", 2)
    yield _table([_named(one, class_label(one.name)) for one in counted.classes])
    if counted.units:
        yield Heading("Menurut bagian yang menguasai informasi yang diberikan", 2)
        yield _table(counted.units)
    if counted.each:
        yield Heading("Waktu setiap permohonan", 2)
        yield Table(_EACH, tuple(_time_of(fact) for fact in counted.each), (2.4, 1.6, 2.4, 3, 1), small=True)
    yield Heading("Alasan tidak diberikan", 2)
    yield _short([(reason_words(reason), number) for reason, number in counted.reasons])
    yield Heading("Keberatan dan sengketa", 2)
    yield _short(objection_rows(counted))


def _chart(title: str, rows: Sequence[tuple[str, int]]) -> Iterator[Block]:
    if len(rows) > 1 and any(number for _, number in rows):
        yield from (Heading(title, 2), Bars(tuple(rows)))


def _table(tallies: Sequence[Tally]) -> Table:
    return Table(_HEAD, tuple(_printed(one) for one in tallies), _WIDTHS, _GROUPS, _CENTERED, small=True)


def _short(rows: Sequence[tuple[str, int]]) -> Block:
    if not rows:
        return words("Nihil.")
    return Table(("Uraian", "Jumlah"), tuple((name, str(number)) for name, number in rows), (8, 1.5))


def _printed(one: Tally) -> tuple[str, ...]:
    longest = str(one.longest) if one.answered else "-"
    return (one.name, *map(str, _outcomes(one)), average_words(one), longest, str(one.late))


def _outcomes(one: Tally) -> tuple[int, ...]:
    return (
        one.requests, one.direct, one.granted, one.partly, one.refused, one.not_held, one.not_documented,
        one.withdrawn, one.running,
    )  # fmt: skip


def _rows(counted: Figures) -> Iterator[tuple[Cell, ...]]:
    yield _row("Seluruhnya", _named(counted.whole, "Seluruhnya"))
    yield from (_row("Periode", one) for one in counted.parts)
    yield from (_row("Klasifikasi", _named(one, class_label(one.name))) for one in counted.classes)
    yield from (_row("Bagian", one) for one in counted.units)
    rest: tuple[Cell, ...] = (None,) * (len(COLUMNS) - 3)
    yield from (("Alasan tidak diberikan", reason_words(reason), number, *rest) for reason, number in counted.reasons)
    yield from (_row("Tiap permohonan", tally(fact.number, [fact])) for fact in counted.each)
    yield from (("Keberatan", name, number, *rest) for name, number in objection_rows(counted))


def _row(table: str, one: Tally) -> tuple[Cell, ...]:
    longest = one.longest if one.answered else None
    return (table, one.name, *_outcomes(one), one.answered, one.days, longest, one.late)


def _time_of(fact: Fact) -> tuple[str, ...]:
    classes = ", ".join(sorted(class_label(one) for one in fact.classes)) or "-"
    outcome = REQUEST_OUTCOMES[fact.outcome] if fact.done else _RUNNING
    days = "-" if fact.days is None else str(fact.days)
    return fact.number, short_day(fact.received), outcome, classes, days


def _named(one: Tally, name: str) -> Tally:
    return replace(one, name=name)
