"""What went wrong, as one Indonesian sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

from archive.migrations import NewerStore
from archive.sop import SopError
from ppid_tui.commands.kiosk import NoTerminal
from ppid_tui.commands.output import Refused
from ppid_tui.desk.failures import keep_failure
from ppid_tui.desk.office import NotAllowed, NotSetUp, now
from ppid_tui.desk.people import AlreadySetUp
from ppid_tui.desk.profile import BadProfile
from ppid_tui.desk.trouble import trouble_words
from ppid_tui.printouts.write import UnknownFormat

KNOWN = (Refused, NoTerminal, NotSetUp, BadProfile, NotAllowed, AlreadySetUp, SopError, NewerStore, UnknownFormat)


def refusal(error: Exception, home: Path) -> str:
    """The words for any error; those of our own say it themselves, the unforeseen is kept in a file."""
    if isinstance(error, KNOWN):
        return str(error)
    if isinstance(error, OSError):
        return trouble_words(error)
    return keep_failure(home, error, now())
