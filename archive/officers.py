"""Who may enter, and what each may do. A PIN is kept only as its scrypt digest."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from archive.model import Officer, Right
from archive.sop import Sop
from archive.standing_in import Capacity

PIN_LENGTH = 6
FREE_TRIES = 3
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
POOR_PIN = "PIN harus enam angka dan tidak boleh semuanya sama."
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True)
class PinCheck:
    """Whether the PIN fits, and the officer with its counters as they must be kept now."""

    fits: bool
    officer: Officer
    tries_left: int = 0


def is_pin(text: str) -> bool:
    """Whether a text can be a PIN: six digits, not all the same."""
    return len(text) == PIN_LENGTH and text.isascii() and text.isdigit() and len(set(text)) > 1


def with_pin(officer: Officer, pin: str) -> Officer:
    """The officer with a new PIN, and the counters of wrong tries cleared. Raises ValueError on a poor one."""
    if not is_pin(pin):
        raise ValueError(POOR_PIN)
    return replace(officer, pin=_digest(pin), wrong_pins=0, locked_until=None)


def check_pin(officer: Officer, pin: str, at: datetime) -> PinCheck:
    """Compare a PIN. After three wrong ones each further one doubles the wait, up to 15 minutes."""
    if waits(officer, at):
        return PinCheck(False, officer)
    if _matches(pin, officer.pin):
        return PinCheck(True, replace(officer, wrong_pins=0, locked_until=None))
    wrong = officer.wrong_pins + 1
    late = wrong - FREE_TRIES
    wait = None if late < 0 else at + min(FIRST_WAIT * 2 ** min(late, 10), LONGEST_WAIT)
    return PinCheck(False, replace(officer, wrong_pins=wrong, locked_until=wait), max(0, -late))


def waits(officer: Officer, at: datetime) -> bool:
    """Whether no PIN is taken now. A lock beyond the longest wait comes from a clock that was set back."""
    return officer.locked_until is not None and at < officer.locked_until <= at + LONGEST_WAIT


def new_recovery_code() -> str:
    """A code of 16 letters and digits that are not mistaken for each other, in groups of four."""
    letters = [secrets.choice(CODE_LETTERS) for _ in range(16)]
    return "-".join("".join(letters[i : i + 4]) for i in range(0, 16, 4))


def with_recovery(officer: Officer, code: str) -> Officer:
    """The officer with the digest of a recovery code, which is printed once and kept nowhere."""
    return replace(officer, recovery=_digest(_plain_code(code)))


def recovery_fits(officer: Officer, code: str) -> bool:
    """Whether this is the officer's recovery code; small letters and missing dashes are forgiven."""
    return bool(officer.recovery) and _matches(_plain_code(code), officer.recovery)


def rights_of(officer: Officer, sop: Sop) -> frozenset[Right]:
    """What the officer may do: the rights of all roles held under this SOP, and those given in person."""
    held = (right for role in sop.roles if role.id in officer.roles for right in role.may)
    return frozenset((*held, *officer.rights))


def on_day(officer: Officer, day: date) -> Officer:
    """The officer with the roles of this day: those stood in for are added; who has left has none, and no rights."""
    if not officer.active_on(day):
        return replace(officer, roles=(), rights=())
    lent = (one.role for one in officer.stand_ins if one.on(day))
    return replace(officer, roles=tuple(dict.fromkeys((*officer.roles, *lent))))


def holders(officers: Iterable[Officer], role: str, day: date) -> list[Officer]:
    """Who can do this role on this day: first who stands in for its holder, then its holders."""
    able = [officer for officer in officers if role in on_day(officer, day).roles]
    return sorted(able, key=lambda officer: capacity(officer, role, day) is None)


def capacity(officer: Officer, role: str, day: date) -> Capacity | None:
    """As what the officer does a role on this day; None for a role of their own, or none of theirs."""
    return next((one.capacity for one in officer.stand_ins if one.role == role and one.on(day)), None)


def on_duty(officers: Iterable[Officer], day: date) -> list[Officer]:
    """Those who may sign in on this day, by name."""
    return sorted((o for o in officers if o.pin and o.active_on(day)), key=lambda o: o.name)


def _digest(secret: str) -> str:
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${_scrypt(secret, salt).hex()}"


def _matches(secret: str, kept: str) -> bool:
    salt, _, digest = kept.partition("$")
    if not digest:
        return False
    return hmac.compare_digest(_scrypt(secret, bytes.fromhex(salt)).hex(), digest)


def _scrypt(secret: str, salt: bytes) -> bytes:
    return hashlib.scrypt(secret.encode(), salt=salt, n=2**14, r=8, p=1, maxmem=64 * 2**20)


def _plain_code(code: str) -> str:
    return "".join(c for c in code.upper() if c.isalnum())
