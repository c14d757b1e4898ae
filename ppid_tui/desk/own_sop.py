"""An SOP of the office's own: copied from one that comes with the kiosk, changed in an editor, taken into use."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from archive.model import Officer, Right
from archive.officers import rights_of
from archive.sop import BUNDLED, Sop, SopError, bundled_sop, load_sop
from archive.sop_versions import write_sop
from ppid_tui.desk.office import Home, Office, own_sop_path
from ppid_tui.desk.profile import write_profile

IN_USE = "memakai SOP kantor sendiri"
"""How the trail calls the change of the office's SOP."""
HOW = """\
# SOP ini dapat diubah dengan Notepad; simpan sebagai UTF-8. Baris yang diawali # hanya penjelasan.
# Sesudah diubah:   ppid-tui sop check BERKAS        (semua kesalahan disebutkan sekaligus)
#                   ppid-tui sop print BERKAS --to lembar.pdf
#                   ppid-tui sop use BERKAS          (dipakai untuk pekerjaan yang baru)
#
# [sheet]    kepala lembar SOP. Yang kosong di lembar tidak perlu ditulis.
#            <nama>_asli = tulisan di lembar, bila berbeda dari yang benar.
# [[roles]]  pelaksana, satu jalur di lembar SOP. Jangan ganti "id" peran yang sudah dipegang petugas.
#            may = intake (menerima dokumen), describe (melengkapi data), serve (melayani pemohon),
#                  decide (memutuskan), see_exempt (melihat yang dikecualikan), publish (mengumumkan),
#                  administer (mengatur petugas)
# [[steps]]  langkah. role = pelaksana; reviewer = yang kemudian memeriksa (boleh tidak ada).
#            time = 5 menit, 1 jam, 1 hari, 10 hari kerja, atau Tentatif
#            work = list (menyusun daftar), prepare (menyiapkan), coordinate (koordinasi), collect (mengumpulkan),
#                   produce (menyusun dokumen), hand_over (menyerahkan), describe (melengkapi data),
#                   submit (melaporkan), review (memeriksa), store (menyimpan), publish (mengumumkan)
# [[steps.outcomes]]  keputusan. to = nomor langkah, atau "selesai". Tanpa ini: ke langkah berikutnya.

"""


def sop_named(home: Path, name: str) -> Sop:
    """The SOP in a file that ends in .toml, or of this id: the office's own before the one that comes along.

    Raises SopError, OSError.
    """
    if name.lower().endswith(".toml"):
        return load_sop(Path(name).expanduser())
    own = own_sop_path(Home(home), name) if re.fullmatch(r"[A-Za-z0-9_-]+", name) else None
    return load_sop(own) if own and own.is_file() else bundled_sop(name)


def copy_to_change(sop: Sop) -> str:
    """The text of an SOP to be changed, with what one must know in front; what it says stays the same."""
    if sop.text.startswith(HOW):
        return sop.text
    # The remarks of the SOPs that come along explain the code, in English.
    shipped = sop.id in BUNDLED and bundled_sop(sop.id).version == sop.version
    return HOW + (_without_remarks(sop.text) if shipped else sop.text)


def _without_remarks(text: str) -> str:
    whole_lines = re.sub(r"(?m)^#.*\n", "", text)
    return re.sub(r'(?m)^(\w+ = (?:"(?:[^"\\]|\\.)*"|\[.*\]|\d+))[ \t]+#.*$', r"\1", whole_lines)


def use_sop(office: Office, sop: Sop, by: Officer, at: datetime) -> tuple[str, ...]:
    """Take an SOP into use when the kiosk next opens; cases that run keep theirs. Returns what is left to do.

    Raises NotAllowed, SopError where it is not this office's or nobody could administer it, OSError.
    """
    office.require(by, Right.ADMINISTER, "Mengganti SOP")
    if sop.id != office.sop.id:
        raise SopError((f'berkas, id: harus "{office.sop.id}", SOP kantor ini, bukan "{sop.id}".',))
    active = [o for o in office.records.officers.all() if o.active_on(at.date())]
    if active and not any(Right.ADMINISTER in rights_of(officer, sop) for officer in active):
        raise SopError(("peran, may: tidak ada petugas yang masih boleh mengatur kiosk (administer).",))
    path = own_sop_path(office.home, sop.id)
    path.parent.mkdir(exist_ok=True)
    write_sop(sop, path)
    _roles_here(office, sop)
    office.records.trail.append(at, by.name, IN_USE, "", 0, note=f"{office.sop.version} menjadi {sop.version}")
    held = {role for officer in active for role in officer.roles}
    return tuple(role.title for role in sop.roles if role.id not in held)


def _roles_here(office: Office, sop: Sop) -> None:
    """Roles that are new are of this office; those that were elsewhere stay so."""
    elsewhere = {role.id for role in office.sop.roles} - set(office.profile.roles_here)
    here = tuple(role.id for role in sop.roles if role.id not in elsewhere)
    if office.profile.roles_here and here != office.profile.roles_here:
        write_profile(replace(office.profile, roles_here=here), office.home.profile)
