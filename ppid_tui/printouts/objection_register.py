"""The register of objections (PERKI 1/2010: eleven columns, a to k), as a paper and as data."""

from __future__ import annotations

from collections.abc import Sequence

from archive.request_model import Keberatan, Request
from ppid_tui.printouts.information_list import Cell, Column, InformationList
from ppid_tui.printouts.labels import KEBERATAN_DECISIONS
from ppid_tui.printouts.objection import grounds_words
from ppid_tui.printouts.paper import Block, Fields, SignaturePair, Table
from ppid_tui.printouts.request_parts import Frame, asker, framed, full_day, wanted, words

COLUMNS = (
    Column("nomor_registrasi", "Nomor registrasi", 20),
    Column("tanggal", "Tanggal diterima", 16),
    Column("pemohon", "Identitas pemohon/kuasa", 34),
    Column("nomor_pendaftaran", "No. pendaftaran permohonan", 20),
    Column("informasi", "Informasi yang diminta", 40),
    Column("tujuan", "Tujuan penggunaan informasi", 30),
    Column("alasan", "Alasan keberatan", 30),
    Column("keputusan", "Keputusan Atasan PPID", 30),
    Column("tanggapan", "Hari dan tanggal tanggapan", 18),
    Column("atasan", "Nama dan posisi Atasan PPID", 26),
    Column("tanggapan_pemohon", "Tanggapan pemohon", 26),
)
_WIDTHS = (1.7, 1.8, 2.6, 1.9, 3, 2.2, 2.6, 2.8, 1.9, 2.2, 2.2)
Objection = tuple[Request, Keberatan]


def objection_list(
    frame: Frame, office: str, period: str, objections: Sequence[Objection], pair: SignaturePair
) -> InformationList:
    """The rows of ``objections``, in their order; ``period`` in words, such as "Tahun 2026"."""
    facts = (("Kantor", office), ("Periode", period), ("Jumlah keberatan", str(len(objections))))
    rows = tuple(_row(*one) for one in objections)
    title = "REGISTER KEBERATAN"
    blocks: tuple[Block, ...] = (Fields(facts), _table(objections) if objections else words("Nihil."), pair)
    return InformationList(title.capitalize(), facts, COLUMNS, rows, framed(frame, title, blocks, landscape=True))


def _table(objections: Sequence[Objection]) -> Table:
    head = tuple(f"{letter}. {column.name}" for letter, column in zip("abcdefghijk", COLUMNS, strict=True))
    return Table(head, tuple(_printed(*one) for one in objections), _WIDTHS, small=True)


def _row(request: Request, objection: Keberatan) -> tuple[Cell, ...]:
    return (
        objection.number, objection.received, _who(request, objection), request.number, wanted(request),
        request.purpose, "; ".join(grounds_words(objection.ground)), _decided(objection), objection.answered,
        ", ".join(filter(None, (objection.superior, objection.superior_position))), objection.reply,
    )  # fmt: skip


def _printed(request: Request, objection: Keberatan) -> tuple[str, ...]:
    cells = [str(cell or "") for cell in _row(request, objection)]
    cells[1], cells[8] = full_day(objection.received), full_day(objection.answered)
    return tuple(cells)


def _who(request: Request, objection: Keberatan) -> str:
    person, kuasa = request.requester, objection.attorney
    lines = [asker(request), person.address, person.contact]
    lines += [f"Kuasa: {kuasa.name}", kuasa.address, kuasa.contact] if kuasa else []
    return "\n".join(filter(None, lines))


def _decided(objection: Keberatan) -> str:
    passed = f"Diteruskan kepada {objection.passed_on.to}" if objection.passed_on else ""
    return "\n".join(filter(None, (KEBERATAN_DECISIONS[objection.decision], passed, objection.answer)))
