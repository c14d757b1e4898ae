"""``dip`` and ``dik``: the list of public information, and that of exempt information, to a file."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing

from ppid_tui.commands.endings import DONE
from ppid_tui.commands.output import say, target_of, warn
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.office import OWNER, now, open_office
from ppid_tui.desk.places import home_named
from ppid_tui.printouts.write_list import require_format, write_list


def dip(asked: Namespace) -> int:
    """The list as it is now, as decreed where nothing has changed since; what is kept off it is told beside it."""
    from ppid_tui.desk import dip, dip_editions

    target = target_of(asked.to)
    require_format(target)
    with closing(open_office(home_named(asked.home))) as office:
        made = dip_editions.current_list(office, OWNER, now(), asked.year)
        write_list(made, target)
        barred = dip.barred(office, asked.year)
        status = dip_editions.status(office, OWNER, asked.year).words
    say(f"DIP dengan {len(made.rows)} baris tersimpan di {target}. {status}")
    if barred:
        reasons = "; ".join(f"{dip.LACKS[lack]}: {len(found)}" for lack, found in dip.by_lack(barred))
        warn(f"{len(barred)} dokumen belum masuk daftar. {reasons}. Lengkapi di kiosk: F6, Daftar Informasi Publik.")
    return DONE


def dik(asked: Namespace) -> int:
    """The list of exempt information; that the owner of the laptop took it stands in the trail."""
    from ppid_tui.desk import dik

    target = target_of(asked.to)
    require_format(target)
    with closing(open_office(home_named(asked.home))) as office:
        made = dik.current_list(office, Viewer(OWNER, include_exempt=True), now())
        write_list(made, target)
    say(f"DIK dengan {len(made.rows)} baris tersimpan di {target}. Pembuatannya tercatat dalam jejak.")
    warn("Daftar ini rahasia: simpan di tempat tertutup, jangan diumumkan bersama DIP.")
    return DONE
