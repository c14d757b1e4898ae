"""What can be given out, and how it went, as the officer reads it."""

from __future__ import annotations

from pathlib import Path

from ppid_tui.desk.giving import What, Wish
from ppid_tui.desk.printer import Printed


def what_words(wish: Wish) -> str:
    """A choice as the officer reads it."""
    pages = wish.document.pages if wish.document else 0
    unit = wish.document.page_unit if wish.document else "halaman"
    return {
        What.PAGE: f"{unit.capitalize()} ini ({wish.page} dari {pages})" if pages else "Halaman ini",
        What.WHOLE: f"Seluruh dokumen ({pages} {unit})" if pages else "Seluruh dokumen",
        What.RESULTS: "Daftar hasil pencarian",
        What.ORIGINAL: "Dokumen asli (cetak apa adanya)",
    }[wish.what]


def given_words(path: Path, printed: Printed | None) -> tuple[str, str]:
    """How it went, with its tone: the file's place is said in any case."""
    if printed is None:
        return f"Tersimpan di {path}", "good"
    if printed.sent:
        return f"Dikirim ke pencetak. Salinannya tersimpan di {path}", "good"
    words = f"Belum tercetak: {printed.reason}. Salinannya tersimpan di {path}. "
    return words + "Tekan C untuk mencetak lagi.", "warn"
