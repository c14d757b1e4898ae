"""The backups that there are: in what order, which one is meant, and which may go."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from archive import bag
from archive.aside import ASIDE, put_away


class NoBackup(Exception):
    """There can be no backup like that; the words say why and what to do, in Indonesian."""


@dataclass(frozen=True)
class Kept:
    """A backup that was made to its end. ``sequence`` is the trail's: it tells the order where clocks do not.

    ``sound`` is whether every file was well when it was made.
    """

    path: Path
    at: datetime
    office: str
    sequence: int
    head: str
    schema: int
    sound: bool


def kept_in(folder: Path) -> list[Kept]:
    """The backups in a folder, oldest first; none where it is not there."""
    try:
        found = [kept(path) for path in folder.iterdir() if path.suffix != ASIDE and bag.is_bag(path)]
    except OSError:
        return []
    return sorted((one for one in found if one), key=lambda one: (one.sequence, one.at, one.path.name))


def kept(path: Path) -> Kept | None:
    """What a bag says of itself; None where it is not one of ours."""
    try:
        info = bag.read_info(path)
        return Kept(
            path=path,
            at=datetime.fromisoformat(info["Ppid-Made-At"]),
            office=info["Source-Organization"],
            sequence=int(info["Ppid-Trail-Sequence"]),
            head=info["Ppid-Trail-Head"],
            schema=int(info["Ppid-Schema"]),
            sound=info["Ppid-Problems"] == "0",
        )
    except (bag.NotABag, KeyError, ValueError):
        return None


def find_backup(named: Path) -> Kept:
    """The backup meant: the folder itself, or the newest one in it. Raises NoBackup."""
    found = [kept(named)] if bag.is_bag(named) else kept_in(named)[-1:]
    if not found or found[0] is None:
        raise NoBackup(f"Tidak ada cadangan di {named}. Sebutkan folder cadangannya, atau folder yang memuatnya.")
    return found[0]


def prune(folder: Path, newest: Kept, keep: int) -> None:
    """Remove the same office's older backups but the last ``keep``, among which ``newest`` counts."""
    older = [one for one in kept_in(folder) if one.office == newest.office and one.path != newest.path]
    for one in older[: max(0, len(older) - max(keep, 1) + 1)]:
        with suppress(OSError):  # in use, on Windows: next time
            put_away(one.path)
