"""The free days that come with the kiosk: national holidays, and cuti bersama as decreed year by year."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any


class HolidayKind(StrEnum):
    """Who makes a day free: the law, a decree on collective leave, or the office's own region."""

    NATIONAL = "libur"
    COLLECTIVE_LEAVE = "cuti_bersama"
    LOCAL = "setempat"


@dataclass(frozen=True)
class Holiday:
    """A free day, with the decree or table it is taken from."""

    day: date
    name: str
    kind: HolidayKind = HolidayKind.LOCAL
    source: str = ""


@cache
def national_holidays() -> tuple[Holiday, ...]:
    """National holidays and cuti bersama that come with the kiosk, in order of days."""
    text = (files("archive") / "holidays.toml").read_text(encoding="utf-8")
    return tuple(_holiday(row) for row in tomllib.loads(text)["holidays"])


def _holiday(row: Mapping[str, Any]) -> Holiday:
    return Holiday(row["date"], row["name"], HolidayKind(row["kind"]), row.get("source", ""))
