"""Work followed to its end, for tests of what leaves the office."""

from __future__ import annotations

from collections.abc import Callable, Generator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from archive.model import Document
from ppid_tui.desk import publishing
from ppid_tui.desk.office import Office
from tests.small_office import AT, PPID, officer

T = TypeVar("T")


def outcome(steps: Generator[object, None, T], after_first: Callable[[], object] = lambda: None) -> T:
    """What came of the work; ``after_first`` is done once its first step is told."""
    told = 0
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result
        told += 1
        if told == 1:
            after_first()


def package_of(
    office: Office, chosen: list[Document], to: Path, at: datetime = AT, since_last: bool = False
) -> publishing.Made:
    """The publication package of these documents."""
    to.mkdir(exist_ok=True)
    ids = [one.id for one in chosen]
    return outcome(publishing.publish(office, ids, to, officer(office, PPID), at, since_last))
