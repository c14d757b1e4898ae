"""Hand-over files that lie where an officer may meet them, and were not yet taken in."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from archive.package import package_id
from archive.package_check import About, packages_in
from ppid_tui.desk.office import Office


def new_packages(office: Office, places: Iterable[Path]) -> tuple[About, ...]:
    """Those that were neither made nor taken in here, the oldest first."""
    found = sorted((one for place in places for one in packages_in(place)), key=lambda one: one.made_at)
    if not found:
        return ()
    known = {digest for case in office.records.cases.all() for digest in case.packages}
    return tuple(one for one in found if _digest(one.path) not in known)


def _digest(path: Path) -> str:
    with suppress(OSError):
        return package_id(path)
    return ""
