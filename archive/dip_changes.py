"""What changed from one edition of the list of public information to another, pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.dip import DipRow


@dataclass(frozen=True)
class Difference:
    """Lines that came, those that are otherwise now (before, after), and those that went."""

    new: tuple[DipRow, ...] = ()
    changed: tuple[tuple[DipRow, DipRow], ...] = ()
    gone: tuple[DipRow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def difference(before: Sequence[DipRow], after: Sequence[DipRow]) -> Difference:
    """A line is the same while its document is; the order is that of the lists."""
    old, now = ({row.document: row for row in rows} for rows in (before, after))
    return Difference(
        new=tuple(row for row in after if row.document not in old),
        changed=tuple((old[row.document], row) for row in after if old.get(row.document, row) != row),
        gone=tuple(row for row in before if row.document not in now),
    )
