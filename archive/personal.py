"""What may not stand in the trail as it is: secrets, and what tells who a citizen is.

The trail can never be changed, but a person may ask to be forgotten. So personal fields stand in it as
keyed digests, and the key (the salt) lies with the record: once record and salt are gone, nothing in the
trail leads back to the person, and its chain still holds (UU 27/2022 articles 8 and 16).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from archive.model import Request, Requester
from archive.rows import Row

SECRET = ("pin", "recovery")
PERSONAL: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "requests": {
        "requester": ("name", "address", "contact", "occupation", "identity_number"),
        "keberatan": ("story",),
    }
}
SALT = "salt"
_SECRET = "•"
_SIGN = "•hmac-sha256:"


def is_veiled(value: object) -> bool:
    """Whether a value in the trail stands for something secret or personal, and is not to be shown."""
    return isinstance(value, str) and (value == _SECRET or value.startswith(_SIGN))


def salted(table: str, row: Row, kept: Mapping[str, Any]) -> Row:
    """The row to keep: with the salt that it had, or a new one; without one when nothing personal is in it."""
    if not any(_personal(table, row)):
        return row
    return {**row, SALT: kept.get(SALT) or secrets.token_hex(32)}


def difference(table: str, old: Row, new: Row) -> tuple[Row, Row]:
    """What a change has changed, before and after, as it may stand in the trail."""
    salt = old.get(SALT) or new.get(SALT) or secrets.token_hex(32)
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    was, became = ({name: row.get(name) for name in names} for row in (old, new))
    return veiled(table, was, salt), veiled(table, became, salt)


def veiled(table: str, fields: Row, salt: str) -> Row:
    """The fields as they may stand in the trail; what is empty stays empty, and the salt stays out."""
    shown = {name: value for name, value in fields.items() if name != SALT}
    shown |= {name: _SECRET for name in SECRET if fields.get(name)}
    for outer, inner in _personal(table, fields):
        shown[outer] = {**shown[outer], inner: digest(salt, f"{outer}.{inner}", shown[outer][inner])}
    return shown


def digest(salt: str, field: str, value: str) -> str:
    """A personal value in the trail; the same value gives another digest in another field or record."""
    return _SIGN + hmac.digest(bytes.fromhex(salt), f"{field}\0{value}".encode(), "sha256").hex()


def forgotten(request: Request) -> Request:
    """The request without the person; what was asked for, when, and how it ended stay."""
    objection = request.keberatan and replace(request.keberatan, story="")
    return replace(request, requester=Requester(name=""), keberatan=objection)


def _personal(table: str, row: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for outer, names in PERSONAL.get(table, {}).items():
        held = row.get(outer)
        if isinstance(held, dict):
            yield from ((outer, inner) for inner in names if held.get(inner))
