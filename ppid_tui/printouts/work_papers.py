"""The papers that the work of a step leaves: the list, the hand-over, the memo, the receipt of storage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ppid_tui.printouts.paper import (
    Block,
    Fields,
    Letterhead,
    Paper,
    PaperSize,
    Paragraph,
    Run,
    Signature,
    SignaturePair,
    Table,
)


@dataclass(frozen=True)
class PaperItem:
    """One line of such a paper, each part in words; ``sound`` is whether its softcopy is as it was received."""

    title: str
    number: str = ""
    day: str = ""
    information_class: str = ""
    form: str = ""
    pages: str = ""
    place: str = ""
    unit: str = ""
    responsible: str = ""
    sound: str = ""


@dataclass(frozen=True)
class About:
    """What all of them say: of which work, when, and how many items are not named on them."""

    letterhead: Letterhead
    case: str
    unit: str
    day: str
    hidden: int
    footer: str
    size: PaperSize = PaperSize.A4
    sample: bool = False


@dataclass(frozen=True)
class Letter:
    """What a memo says beside its list: its number, to whom, a word of one's own, and the step of the SOP."""

    number: str
    to: str
    cover: str
    step: str


def list_paper(about: About, items: Sequence[PaperItem], signature: Signature) -> Paper:
    """The list of information of a unit as it stands: what there is, who holds it, in which form."""
    head = (
        "No", "Ringkasan isi informasi", "Bagian/OPD yang menguasai", "Penanggung jawab", "Klasifikasi",
        "Bentuk dan tempat",
    )  # fmt: skip
    rows = tuple(
        (str(n), _titled(i), i.unit, i.responsible, i.information_class, _lines(i.form, i.place))
        for n, i in enumerate(items, 1)
    )
    table = Table(head, rows, (0.6, 5, 2.6, 2.4, 1.8, 3), centered=frozenset({0}))
    blocks: tuple[Block, ...] = (_about(about, ()), table, *_hidden(about), signature)
    return _paper("DAFTAR INFORMASI", about, blocks, landscape=True)


def hand_over_paper(about: About, items: Sequence[PaperItem], to: str, what: str, pair: SignaturePair) -> Paper:
    """What was handed over to whom, with room for both to sign."""
    head = ("No", "Dokumen", "Nomor dan tanggal", "Klasifikasi", "Bentuk", "Halaman")
    rows = tuple(
        (str(n), i.title, _lines(i.number, i.day), i.information_class, _lines(i.form, i.place), i.pages)
        for n, i in enumerate(items, 1)
    )
    blocks: list[Block] = [_about(about, (("Diserahkan kepada", to), ("Keterangan", what)))]
    blocks += [Table(head, rows, (0.6, 4.6, 3, 2, 2.6, 1.4), centered=frozenset({0, 5}))] if rows else []
    return _paper("DAFTAR SERAH TERIMA", about, (*blocks, *_hidden(about), pair))


def memo_paper(about: About, items: Sequence[PaperItem], letter: Letter, signature: Signature) -> Paper:
    """The letter or memo that reports what was documented, and lists what is attached."""
    attached = f"{len(items) + about.hidden} dokumen" if items or about.hidden else "-"
    fields = Fields(
        (
            ("Nomor", letter.number or "." * 36),
            ("Kepada", f"Yth. {letter.to}" if letter.to else "Yth. " + "." * 30),
            ("Tanggal", about.day),
            ("Lampiran", attached),
            ("Hal", f"Laporan hasil pendokumentasian informasi: {about.case}"),
        )
    )
    opening = f"Bersama ini dilaporkan hasil informasi yang telah didokumentasikan{_of(about.unit)}, untuk memperoleh "
    opening += "perbaikan atau koreksi."
    blocks: list[Block] = [fields, _paragraph(opening)]
    blocks += [_paragraph(letter.cover)] if letter.cover else []
    blocks += [_paragraph("Dokumen yang dilampirkan:"), _attached(items)] if items else []
    blocks += [*_hidden(about), _paragraph(f"Demikian disampaikan. Dasar: {letter.step}."), signature]
    return _paper("SURAT/MEMO", about, tuple(blocks))


def storage_paper(about: About, items: Sequence[PaperItem], place: str, pair: SignaturePair) -> Paper:
    """The receipt for what was put into storage: each softcopy as it was checked, each hardcopy where it lies."""
    head = ("No", "Dokumen", "Klasifikasi", "Softcopy", "Tempat hardcopy")
    rows = tuple((str(n), _titled(i), i.information_class, i.sound, i.place) for n, i in enumerate(items, 1))
    blocks: list[Block] = [_about(about, (("Tempat penyimpanan", place),))]
    blocks += [Table(head, rows, (0.6, 5, 2, 3.2, 3.4), centered=frozenset({0}))] if rows else []
    return _paper("TANDA TERIMA PENYIMPANAN", about, (*blocks, *_hidden(about), pair))


def _attached(items: Sequence[PaperItem]) -> Table:
    head = ("No", "Dokumen", "Nomor", "Tanggal", "Klasifikasi")
    rows = tuple((str(n), i.title, i.number, i.day, i.information_class) for n, i in enumerate(items, 1))
    return Table(head, rows, (0.6, 5, 3, 2.4, 2), centered=frozenset({0}))


def _about(about: About, more: Sequence[tuple[str, str]]) -> Fields:
    rows = (("Pekerjaan", about.case), ("Bagian/OPD", about.unit), ("Tanggal", about.day), *more)
    return Fields(tuple(row for row in rows if row[1]))


def _hidden(about: About) -> tuple[Paragraph, ...]:
    words = f"Ditambah {about.hidden} dokumen yang tidak disebut di sini."
    return (Paragraph((Run(words),), small=True),) if about.hidden else ()


def _paper(title: str, about: About, blocks: Sequence[Block], landscape: bool = False) -> Paper:
    return Paper(title, about.letterhead, tuple(blocks), about.footer, about.size, landscape, about.sample)


def _titled(item: PaperItem) -> str:
    return _lines(item.title, _between((item.number, item.day)))


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))


def _between(parts: Sequence[str]) -> str:
    return ", ".join(filter(None, parts))


def _paragraph(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def _of(unit: str) -> str:
    return f" pada {unit}" if unit else ""
