"""What may not stand in the trail as it is: secrets, and what tells who a citizen is.

The trail can never be changed, but a person may ask to be forgotten. So personal fields stand in it as
keyed digests, and the key (the salt) lies with the record: once record and salt are gone, nothing in the
trail leads back to the person, and its chain still holds (UU 27/2022 articles 8 and 16).
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from archive.request_model import Request, Requester
from archive.rows import Row

SECRET = ("pin", "recovery")
_PERSON = ("name", "address", "contact", "occupation", "identity_number")
_ATTORNEY = ("name", "address", "contact", "letter")
PERSONAL: Mapping[str, tuple[str, ...]] = {
    "requesters": _PERSON,
    "guests": ("name", "address"),
    "requests": (
        *(f"requester.{name}" for name in (*_PERSON, "id")),
        *(f"attorney.{name}" for name in _ATTORNEY),
        "given_to",
        "keberatan.story",
        "keberatan.reply",
        *(f"keberatan.attorney.{name}" for name in _ATTORNEY),
    ),
}
"""The personal fields of each table, as paths."""
SALT = "salt"
_SECRET = "•"
_SIGN = "•hmac-sha256:"


def is_veiled(value: object) -> bool:
    """Whether a value in the trail stands for something secret or personal, and is not to be shown."""
    return isinstance(value, str) and (value == _SECRET or value.startswith(_SIGN))


def salted(table: str, row: Row, kept: Mapping[str, Any]) -> Row:
    """The row to keep: with the salt that it had, or a new one; without one when nothing personal is in it."""
    if not any(_at(row, path) for path in PERSONAL.get(table, ())):
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
    for path in PERSONAL.get(table, ()):
        if value := _at(shown, path):
            shown = _with(shown, path.split("."), digest(salt, path, str(value)))
    return shown


def digest(salt: str, field: str, value: str) -> str:
    """A personal value in the trail; the same value gives another digest in another field or record."""
    return _SIGN + hmac.digest(bytes.fromhex(salt), f"{field}\0{value}".encode(), "sha256").hex()


def forgotten(request: Request) -> Request:
    """The request without the person; what was asked for, when, and how it ended stay."""
    objection = request.keberatan and replace(request.keberatan, story="", reply="", attorney=None)
    return replace(request, requester=Requester(name=""), attorney=None, given_to="", keberatan=objection)


def _at(row: Mapping[str, Any], path: str) -> object:
    """What stands at this path; None where it leads nowhere."""
    value: object = row
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _with(row: Row, names: list[str], value: str) -> Row:
    head, *rest = names
    return {**row, head: _with(row[head], rest, value) if rest else value}
