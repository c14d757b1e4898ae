"""Writes a sample document of a kind: its record's words and its sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from archive.model import InformationClass
from ppid_tui.demo.pen import Pen
from ppid_tui.demo.sheet import Section, Sheet
from ppid_tui.demo.tables import TABLES
from ppid_tui.demo.words import Kind, OfficeWords, Part, Program, kinds
from ppid_tui.printouts.labels import long_date

SENTENCES_EACH = 3


@dataclass(frozen=True)
class Writing:
    """A document as it was written: what an officer would put into its record, and what stands in it."""

    key: str
    kind: str
    title: str
    number: str
    day: date
    unit: str
    summary: str
    information_class: InformationClass
    retention: str
    sheet: Sheet


def write(
    key: str, rng: Random, words: OfficeWords, program: Program, day: date, serial: int, signer: Sequence[str]
) -> Writing:
    """A document of this kind (a key of kinds.toml) with the office's running number; ``signer``: title, name."""
    kind = kinds()[key]
    pen = Pen(rng, words, program, day)
    if kind.whole_office:
        pen.fixed["unit"] = words.units[-1]
    number = pen.number(serial)
    title = pen.fill(pen.one(kind.titles))
    pen.fixed["judul"] = title
    return Writing(
        key=key,
        kind=kind.label,
        title=title,
        number=number,
        day=day,
        unit=pen["unit"],
        summary=pen.fill(kind.about),
        information_class=InformationClass(kind.information_class),
        retention=kind.retention,
        sheet=_sheet(pen, kind, number, title, signer),
    )


def _sheet(pen: Pen, kind: Kind, number: str, title: str, signer: Sequence[str]) -> Sheet:
    return Sheet(
        letterhead=pen.words.letterhead,
        address=pen.words.address,
        heading=pen.fill(kind.heading),
        number=number,
        title=title,
        sections=tuple(_section(pen, part) for part in kind.parts),
        signature=(f"{pen.words.city}, {long_date(pen.day)}", *signer),
    )


def _section(pen: Pen, part: Part) -> Section:
    facts = pen.some(pen.program.facts, part.facts) if part.facts else []
    chosen = [*pen.some(part.lines, part.pick), *facts]
    sentences = [pen.fill(line) for line in chosen]
    return Section(
        heading=pen.fill(part.heading),
        lines=tuple(_set(sentences, part.mark)),
        grid=TABLES[part.table](pen) if part.table else None,
        new_page=part.new_page,
    )


def _set(sentences: Sequence[str], mark: str) -> list[str]:
    if mark == "1":
        return [f"{n}. {sentence}" for n, sentence in enumerate(sentences, 1)]
    if mark == "a":
        return [f"{chr(96 + n)}. {sentence}" for n, sentence in enumerate(sentences, 1)]
    if mark:
        return list(sentences)
    return [" ".join(sentences[start : start + SENTENCES_EACH]) for start in range(0, len(sentences), SENTENCES_EACH)]
