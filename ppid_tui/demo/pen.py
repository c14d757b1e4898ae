"""Fills in the words of a sample document: what is one for a document, and what differs at each place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from random import Random
from typing import TypeVar

from ppid_tui.demo.words import Common, OfficeWords, Program, common
from ppid_tui.printouts.labels import MONTHS

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
NEW_NUMBERS = date(2022, 9, 12)  # Permendagri 83/2022: since then month and year are often left out.

T = TypeVar("T")


class Pen(Mapping[str, str]):
    """Writes one document. As a mapping it gives the word for each name in braces; some differ each time."""

    def __init__(self, rng: Random, words: OfficeWords, program: Program, day: date) -> None:
        self.rng = rng
        self.words = words
        self.program = program
        self.day = day
        self.common: Common = common()
        self.fixed = self._fixed()
        self._changing: dict[str, Callable[[], str]] = {
            "nama": self.person,
            "desa": self.village,
            "badan": self.group,
            "kecamatan": lambda: self.one(self.common.districts),
            "kab": lambda: self.one(self.common.regencies),
            "tempat": lambda: self.one(self.common.venues),
            "hari": lambda: self.one(self.common.weekdays),
            "bulan": lambda: self.one(MONTHS),
            "angka": lambda: str(rng.randint(11, 480)),
            "sedikit": lambda: str(rng.randint(2, 9)),
            "persen": lambda: f"{rng.randint(110, 985) / 10:.1f} persen".replace(".", ","),
            "jam": lambda: f"{rng.randint(7, 15):02}.{rng.choice(('00', '15', '30', '45'))}",
            "rupiah": lambda: money(rng.randint(40, 9_800) * 250_000),
        }

    def _fixed(self) -> dict[str, str]:
        return {
            "program": self.program.name,
            "penerima": self.program.recipients,
            "unit": self.program.unit,
            "kantor": self.words.short,
            "kepala": self.words.head.upper(),
            "daftar": self.words.exempt_list,
            "wilayah": self.common.region,
            "tahun": str(self.day.year),
            "tahun_lalu": str(self.day.year - 1),
            "romawi": ROMAN[self.day.month - 1],
            "kabupaten": self.one(self.common.regencies),
        }

    def __getitem__(self, name: str) -> str:
        found = self.fixed.get(name)
        return self._changing[name]() if found is None else found

    def __iter__(self) -> Iterator[str]:
        return iter((*self.fixed, *self._changing))

    def __len__(self) -> int:
        return len(self.fixed) + len(self._changing)

    def fill(self, template: str) -> str:
        """The template with its names in braces replaced."""
        return template.format_map(self)

    def one(self, among: Sequence[T]) -> T:
        """One of these, by chance."""
        return self.rng.choice(among)

    def some(self, among: Sequence[str], count: int) -> list[str]:
        """So many of these in their own order; all if ``count`` is 0 or more than there are."""
        if not count or count >= len(among):
            return list(among)
        return [among[i] for i in sorted(self.rng.sample(range(len(among)), count))]

    def person(self) -> str:
        """An invented person."""
        return f"{self.one(self.common.first_names)} {self.one(self.common.last_names)}"

    def village(self) -> str:
        """An invented village."""
        return f"Desa {self.one(self.common.village_heads)} {self.one(self.common.village_tails)}"

    def group(self) -> str:
        """An invented group of those whom the programme serves."""
        return f"{self.one(self.program.groups)} {self.one(self.common.village_tails)}"

    def number(self, serial: int) -> str:
        """A letter number in a shape that the office used at that time."""
        shapes = self.words.numbers_since if self.day >= NEW_NUMBERS else self.words.numbers_before
        return self.one(shapes).format_map({**self.fixed, "urut": str(serial)})


def money(amount: int) -> str:
    """Rp1.250.000"""
    return f"Rp{dotted(amount)}"


def dotted(amount: int) -> str:
    """1.250.000"""
    return f"{amount:,}".replace(",", ".")
