"""``backup`` and ``restore``: a copy of everything elsewhere, and a home made anew from it."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path

from archive.bag import NotABag
from archive.kept import NoBackup, find_backup
from archive.migrations import NewerStore
from archive.restore import Damaged, NotEmpty
from ppid_tui.commands.endings import DONE, WITH_PROBLEMS
from ppid_tui.commands.output import Refused, followed, say
from ppid_tui.desk import backups
from ppid_tui.desk.office import OWNER, now, open_office
from ppid_tui.desk.places import home_named

KNOWN = (NoBackup, NotABag, NotEmpty, NewerStore, Damaged, backups.NotDone)


def backup(asked: Namespace) -> int:
    """Make a backup in a folder of its own inside the folder named."""
    with closing(open_office(home_named(asked.home))) as office:
        making = backups.Making(office, Path(asked.to).expanduser().absolute(), OWNER, now())
        try:
            for _ in followed(making):
                pass
        except KNOWN as error:
            raise Refused(str(error)) from error
    for problem in making.problems:
        say(problem)
    made = find_backup(making.path)
    say(f"Cadangan tersimpan dan sudah diperiksa: {made.path}")
    say(backups.EXEMPT)
    say(f"Kepala jejak: {made.head}")
    return WITH_PROBLEMS if making.problems else DONE


def restore(asked: Namespace) -> int:
    """Make an empty home what the backup says."""
    home, source = home_named(asked.home), Path(asked.source).expanduser().absolute()
    try:
        named = find_backup(source).path
        for _ in followed(backups.restore(named, home, OWNER, now())):
            pass
    except Damaged as error:
        for problem in error.problems:
            say(problem)
        raise Refused(str(error)) from error
    except KNOWN as error:
        raise Refused(str(error)) from error
    with closing(open_office(home)) as office:
        documents = office.records.documents.count()
    say(f"Cadangan {named.name} dipulihkan ke {home}: {documents} dokumen, indeks dibangun ulang.")
    say("Periksa dengan ppid-tui verify.")
    return DONE
