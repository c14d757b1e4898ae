"""``report``: the figures of a year to a file."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from datetime import date

from ppid_tui.commands.endings import DONE
from ppid_tui.commands.output import say, target_of
from ppid_tui.desk.office import OWNER, now, open_office
from ppid_tui.desk.period import Period
from ppid_tui.desk.places import home_named
from ppid_tui.printouts.write_list import require_format, write_list


def report(asked: Namespace) -> int:
    """The tables of the annual report; that it was made stands in the trail."""
    from ppid_tui.desk import figures

    target = target_of(asked.to)
    require_format(target)
    with closing(open_office(home_named(asked.home))) as office:
        made = figures.report(office, Period(date(asked.year, 1, 1)), OWNER, now())
        write_list(made, target)
    say(f"{made.name} tersimpan di {target}.")
    return DONE
