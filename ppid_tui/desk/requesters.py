"""Who asked before: found again by name, contact or identity number, so that nobody is asked twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from archive.model import Officer
from archive.request_model import Requester
from ppid_tui.desk.office import Office

FEWEST_LETTERS = 3
"""Letters after which somebody is looked for: fewer would show half the register."""


def masked(number: str) -> str:
    """An identity number of which only the last four digits can be read."""
    return "•" * max(len(number) - 4, 0) + number[-4:] if number else ""


def known_requesters(office: Office, words: str, limit: int = 9) -> list[Requester]:
    """Those whose name, contact or identity number has all these words, the last to come first."""
    wanted = words.casefold().split()
    if len("".join(wanted)) < FEWEST_LETTERS:
        return []
    people = sorted(office.records.requesters.all(), key=lambda one: -one.id)
    return [one for one in people if one.name and all(word in _told(one) for word in wanted)][:limit]


def keep_requester(office: Office, person: Requester, by: Officer, at: datetime) -> Requester:
    """The person with their row in the table: the one that they had, as they are now, or a new one."""
    row = office.records.requesters.get(person.id) if person.id else None
    row = row if row and row.name else _same(office, person)
    if row is None:
        return office.records.requesters.add(replace(person, id=0), "mencatat pemohon", by.name, at)
    return office.records.requesters.change(replace(person, id=row.id), "memperbarui data pemohon", by.name, at)


def _same(office: Office, person: Requester) -> Requester | None:
    """The row that is surely this person's: the same identity number, or the same name and contact."""
    name, contact = person.name.casefold(), person.contact.casefold()
    for one in office.records.requesters.all():
        if person.identity_number and one.identity_number:
            if one.identity_number == person.identity_number:
                return one
        elif contact and (one.name.casefold(), one.contact.casefold()) == (name, contact):
            return one
    return None


def _told(person: Requester) -> str:
    return f"{person.name} {person.contact} {person.identity_number}".casefold()
