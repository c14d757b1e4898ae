"""What the papers of the counter have in common: their frame, who asks, what for, and room for a pen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from archive.office_hours import WEEKDAYS
from archive.request_model import Request, Requester, RequesterKind
from ppid_tui.printouts.labels import MONTHS, long_date
from ppid_tui.printouts.paper import (
    Block,
    Letterhead,
    Paper,
    PaperSize,
    Paragraph,
    Run,
    Signature,
    SignaturePair,
    Table,
)

BLANK = "." * 40
"""Room for a pen where nothing is known."""
_NO_NUMBER = "\N{NO-BREAK SPACE}"
"""An empty line, which a space alone would not be."""
FORGOTTEN = "(data pribadi sudah dihapus)"


@dataclass(frozen=True)
class Frame:
    """What stands around the words of such a paper. ``footer`` says when it was printed, and by whom."""

    letterhead: Letterhead
    footer: str = ""
    size: PaperSize = PaperSize.A4
    sample: bool = False


def framed(frame: Frame, title: str, blocks: Sequence[Block], landscape: bool = False) -> Paper:
    """The paper of these blocks."""
    name = title.split("\n")[0].capitalize().replace("ppid", "PPID")
    footer = " · ".join(filter(None, (name, frame.footer)))
    return Paper(title, frame.letterhead, tuple(blocks), footer, frame.size, landscape, frame.sample)


def words(text: str, bold: bool = False) -> Paragraph:
    """A paragraph of the letter."""
    return Paragraph((Run(text, bold=bold),))


def notes(*lines: str) -> Iterator[Block]:
    """The footnotes of a form."""
    yield Paragraph((Run("\n".join(lines)),), small=True)


def both_sign(officer: Signature, does: str, name: str, closing: str = "") -> SignaturePair:
    """Officer and requester beside each other, place and date over the right one, both names on one line."""
    right = Signature(officer.above, does, name, _NO_NUMBER if officer.identity else "")
    return SignaturePair(replace(officer, above=""), right, closing)


def box(text: str) -> Table:
    """Words in a frame of their own, as a decision stands on its form."""
    return Table((), ((text,),), (1,), centered=frozenset({0}))


def known(text: str) -> str:
    """The text, or room for a pen."""
    return text if text.strip() else BLANK


def full_day(day: date | None) -> str:
    """A day with its name: "Senin, 2 Maret 2026"; '' where there is none."""
    return f"{WEEKDAYS[day.weekday()]}, {long_date(day)}" if day else ""


def short_day(day: date | None) -> str:
    """A day in a narrow column, where it wraps between its words: "12 Mar 2026"; '' where there is none."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day else ""


def asker(request: Request) -> str:
    """The requester's name, or that it was erased."""
    return FORGOTTEN if request.requester == Requester("") else request.requester.name


def wanted(request: Request) -> str:
    """What is asked for; several things are numbered as they are in the register."""
    return numbered([item.wanted for item in request.items])


def numbered(lines: Sequence[str]) -> str:
    """One line as it is, several numbered from 1."""
    return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1)) if len(lines) > 1 else "".join(lines)


def masked(number: str) -> str:
    """An identity number of which only the last four signs can be read."""
    return "*" * max(len(number) - 4, 0) + number[-4:]


def identity_row(request: Request, own: bool) -> tuple[str, str]:
    """The identity number with its label; whole only on what the requester gets in ``own`` hands."""
    entity = request.requester.kind is RequesterKind.ENTITY
    label = "Nomor SK pengesahan badan hukum" if entity else "NIK"
    number = request.requester.identity_number
    return label, known(number if own else masked(number))


def reached_at(request: Request) -> tuple[tuple[str, str], ...]:
    """Name, address and contact, as letters and notices begin."""
    person = request.requester
    return (
        ("Nama", known(asker(request))),
        ("Alamat", known(person.address)),
        ("Nomor telepon/e-mail", known(person.contact)),
    )


def attorney_rows(request: Request) -> tuple[tuple[str, str], ...]:
    """Who acts for the requester; nothing where nobody does."""
    kuasa = request.attorney
    if kuasa is None:
        return ()
    who = "\n".join(filter(None, (kuasa.name, kuasa.address, kuasa.contact)))
    return (("Kuasa pemohon", who), ("Surat kuasa khusus", known(kuasa.letter)))


def addressed(request: Request) -> Paragraph:
    """To whom a letter goes: the requester at their address."""
    name = asker(request)
    return words(f"Yth. {known(name)}\n{request.requester.address or 'di tempat'}")
