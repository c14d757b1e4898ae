"""The words that the sample offices are made of: read once from the data files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec


@dataclass(frozen=True)
class Common:
    """Invented people and places that all offices share."""

    region: str
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    regencies: tuple[str, ...]
    districts: tuple[str, ...]
    village_heads: tuple[str, ...]
    village_tails: tuple[str, ...]
    venues: tuple[str, ...]
    weekdays: tuple[str, ...]
    accounts: tuple[str, ...]
    occupations: tuple[str, ...]
    purposes: tuple[str, ...]


@dataclass(frozen=True)
class Program:
    """What a part of the office does, for whom, and sentences that only it would write."""

    name: str
    unit: str
    recipients: str
    groups: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True)
class OfficeWords:
    """One office: its letterhead, its letter numbers before and since Permendagri 83/2022, its programmes."""

    name: str
    short: str
    letterhead: tuple[str, ...]
    address: str
    city: str
    paper: str
    head: str
    units: tuple[str, ...]
    numbers_before: tuple[str, ...]
    numbers_since: tuple[str, ...]
    exempt_list: str
    programs: tuple[Program, ...]


@dataclass(frozen=True)
class Part:
    """A part of a document: some of its lines, some facts of the programme, then a table."""

    heading: str = ""
    lines: tuple[str, ...] = ()
    pick: int = 0
    facts: int = 0
    mark: str = ""
    table: str = ""
    new_page: bool = False


@dataclass(frozen=True)
class Kind:
    """A kind of document, as an office knows it; ``whole_office``: the secretariat writes it for all."""

    label: str
    titles: tuple[str, ...]
    heading: str
    about: str
    information_class: str
    retention: str
    whole_office: bool = False
    parts: tuple[Part, ...] = ()


@cache
def common() -> Common:
    """The words that all offices share."""
    return msgspec.toml.decode(_read("common"), type=Common)


@cache
def office_words(office_id: str) -> OfficeWords:
    """The words of one office. Raises FileNotFoundError for an unknown one."""
    return msgspec.toml.decode(_read(office_id), type=OfficeWords)


@cache
def kinds() -> dict[str, Kind]:
    """The kinds of documents by their key."""
    return msgspec.toml.decode(_read("kinds"), type=dict[str, Kind])


def _read(name: str) -> str:
    return (files(__package__) / f"{name}.toml").read_text(encoding="utf-8")
