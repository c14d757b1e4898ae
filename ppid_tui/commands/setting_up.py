"""``demo`` and ``init``: a sample office, and an office without the wizard."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from archive.officers import POOR_PIN, is_pin
from archive.sop import bundled_sop
from ppid_tui.commands.endings import DONE
from ppid_tui.commands.kiosk import open_kiosk
from ppid_tui.commands.output import Refused, followed, say
from ppid_tui.desk import people
from ppid_tui.desk.office import now
from ppid_tui.desk.places import DEMO, home_named
from ppid_tui.desk.profile import Profile


def demo(asked: Namespace) -> int:
    """Make a sample office, tell its PINs, and open the kiosk unless only the office is wanted."""
    from ppid_tui.demo.build import DemoRefused, make_demo
    from ppid_tui.demo.pins import sample_pins

    home = home_named(asked.home, DEMO)
    try:
        for _ in followed(make_demo(home, asked.office, asked.documents)):
            pass
    except DemoRefused as error:
        raise Refused(str(error)) from error
    if not asked.no_run:
        return open_kiosk(home)
    say(f"Kantor contoh siap di {home}.")
    for sample in sample_pins(home):
        say(f"  PIN {sample.pin}  {sample.name} ({', '.join(sample.roles) or sample.position})")
    return DONE


def init(asked: Namespace) -> int:
    """Make an office; with ``--officer`` also its first officer, who administers it."""
    home = home_named(asked.home)
    if asked.officer:
        return _found(asked, home)
    if asked.role or asked.pin_stdin:
        raise Refused("--role dan --pin-stdin menyertai --officer. Sebutkan juga nama petugasnya.")
    people.set_up(home, Profile(name=asked.name, sop=asked.office, roles_here=_here(asked))).close()
    say(f"Kantor siap di {home}. Belum ada petugas: jalankan lagi dengan --officer, --role, dan --pin-stdin.")
    return DONE


def _found(asked: Namespace, home: Path) -> int:
    here, roles = _here(asked), (_role(asked, asked.role),) if asked.role else ()
    if here and not set(roles) <= set(here):
        raise Refused(f"Peran {asked.officer} harus salah satu dari --here: {', '.join(here)}.")
    office, code, paper = people.found_office(
        home, asked.office, asked.name, asked.officer, _pin(asked), now(), roles, here
    )
    office.close()
    say(f"Kantor siap di {home}. {asked.officer} menjadi administrator.")
    say(f"Kode pemulihan: {code}")
    say(f"Lembarnya tersimpan di {paper}. Cetak, simpan di amplop tertutup, lalu hapus berkasnya.")
    return DONE


def _here(asked: Namespace) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_role(asked, name) for name in asked.here))


def _role(asked: Namespace, name: str) -> str:
    sop = bundled_sop(asked.office)
    known = {role.id for role in sop.roles}
    by_title = {role.title.casefold(): role.id for role in sop.roles}
    role = by_title.get(name.casefold(), name)
    if role not in known:
        raise Refused(f"Peran “{role}” tidak ada dalam SOP {sop.id}. Pilih: {', '.join(sorted(known))}.")
    return role


def _pin(asked: Namespace) -> str:
    if not asked.pin_stdin:
        raise Refused("PIN petugas belum diberikan. Tambahkan --pin-stdin dan kirim PIN lewat masukan standar.")
    pin = sys.stdin.readline().strip()
    if not is_pin(pin):
        raise Refused(POOR_PIN)
    return pin
