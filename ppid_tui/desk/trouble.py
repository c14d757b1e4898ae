"""Trouble with disks and files, in the words of an officer."""

from __future__ import annotations

import errno

CAUSES = {
    errno.EACCES: "tidak ada izin membaca atau menulis di sana",
    errno.EPERM: "tidak ada izin membaca atau menulis di sana",
    errno.EROFS: "disk ini hanya dapat dibaca",
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah disk habis",
    errno.ENOENT: "berkas atau folder itu tidak ada",
    errno.ENOTDIR: "itu bukan folder",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.EEXIST: "nama itu sudah dipakai",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EIO: "disk tidak dapat dibaca",
    errno.ENODEV: "disk atau USB dicabut",
    errno.ENXIO: "disk atau USB dicabut",
    errno.EBUSY: "sedang dipakai program lain",
    errno.ELOOP: "pintasannya berputar",
}


def cause(error: OSError) -> str:
    """Why the system refused, without a full stop."""
    return CAUSES.get(error.errno or 0, error.strerror or "sebab tidak diketahui")


def trouble_words(error: OSError) -> str:
    """The whole sentence: what could not be used, why, and what to do."""
    what = error.filename if isinstance(error.filename, str) else "Arsip"
    return f"{what} tidak dapat dipakai: {cause(error)}. Periksa tempatnya atau pilih folder lain dengan --home."
