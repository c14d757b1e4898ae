"""What is kept of a failure of the kiosk itself, for whoever mends it."""

from __future__ import annotations

import traceback
from datetime import datetime
from pathlib import Path

WORDS = (
    "Kiosk tertutup karena ada kesalahan. Semua yang sudah disimpan aman.\n"
    "Jalankan ppid-tui lagi. Jika terulang, tunjukkan berkas ini kepada yang memelihara laptop:\n{where}\n"
)


def keep_failure(home: Path, error: BaseException, at: datetime) -> str:
    """Write the failure's details to a file and return the words for the officer."""
    where = home / "kesalahan" / f"{at:%Y%m%d-%H%M%S}.txt"
    try:
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return WORDS.format(where="(rinciannya tidak dapat disimpan)")
    return WORDS.format(where=where)
