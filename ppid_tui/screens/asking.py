"""What is asked on the search screen, and keys that wait for the letters typed before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.model import Filters

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from textual.message_pump import MessagePump

    from ppid_tui.desk.finding import Findings, Viewer
    from ppid_tui.desk.office import Office


@dataclass(frozen=True)
class Asking:
    """The words in the box, and how they are taken. ``any_time``: a time that they name narrows nothing."""

    text: str
    filters: Filters = Filters()  # noqa: RUF009 - frozen
    newest_first: bool = False
    any_time: bool = False

    def seek(self, office: Office, viewer: Viewer, most: int, today: date) -> Findings:
        """Find it; takes a while, so in a thread."""
        from ppid_tui.desk import finding

        day = None if self.any_time else today
        return finding.find(
            office, self.text, viewer, self.filters, most, typing=True, newest_first=self.newest_first, today=day
        )


def in_line(act: Callable[[], object], *path: MessagePump) -> None:
    """Do this after all that is under way along this path: keys that are taken first of all overtake letters."""
    here, *further = path
    if further:
        here.call_later(in_line, act, *further)
    else:
        here.call_later(act)
