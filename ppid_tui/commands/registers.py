"""``register``: the register of requests, or that of objections, to a file."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from datetime import date

from ppid_tui.commands.endings import DONE
from ppid_tui.commands.output import say, target_of
from ppid_tui.desk.office import OWNER, now, open_office
from ppid_tui.desk.period import MONTH, YEAR, Period
from ppid_tui.desk.places import home_named
from ppid_tui.printouts.write_list import require_format, write_list


def register(asked: Namespace) -> int:
    """The register of a month, a year or all; it names people, so that it was made stands in the trail."""
    from ppid_tui.desk.request_lists import objections_list, requests_list

    target = target_of(asked.to)
    require_format(target)
    making = objections_list if asked.keberatan else requests_list
    with closing(open_office(home_named(asked.home))) as office:
        made = making(office, _period(asked), OWNER, now())
        write_list(made, target)
    say(f"{made.name} dengan {len(made.rows)} baris tersimpan di {target}.")
    return DONE


def _period(asked: Namespace) -> Period | None:
    if asked.month:
        return Period(asked.month, MONTH)
    return Period(date(asked.year, 1, 1), YEAR) if asked.year else None
