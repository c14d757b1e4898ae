"""The recovery code, printed once when the kiosk is set up."""

from __future__ import annotations

from datetime import datetime

from ppid_tui.printouts.labels import long_time
from ppid_tui.printouts.paper import Fields, Heading, Item, Letterhead, Paper, Paragraph, Run

_PURPOSE = (
    "Kode ini membuka kembali kiosk bila PIN pengelola terlupa dan tidak ada pengelola lain yang dapat menggantinya."
)
_CARE = (
    "Masukkan lembar ini ke dalam amplop, segel, dan tanda tangani segelnya.",
    "Simpan amplop di lemari terkunci atau brankas, terpisah dari laptop kiosk.",
    "Jangan difoto, difotokopi, atau dikirim melalui pesan.",
    "Setelah dipakai, kode ini tidak berlaku lagi. Cetak kode yang baru dan musnahkan lembar ini.",
)


def recovery_paper(letterhead: Letterhead, office_name: str, officer: str, code: str, printed_at: datetime) -> Paper:
    """A sheet with the recovery code of ``officer``, what it is for, and how it is kept."""
    about = Fields((("Kantor", office_name), ("Petugas", officer), ("Dicetak", long_time(printed_at))))
    shown = Paragraph((Run(code, bold=True),), centered=True, large=True)
    care = (Item(f"{number}.", (Paragraph((Run(text),)),)) for number, text in enumerate(_CARE, start=1))
    purpose = Paragraph((Run(_PURPOSE),))
    blocks = (about, Heading("Kode pemulihan", 2), shown, purpose, Heading("Cara menyimpan", 2))
    footer = "RAHASIA: hanya untuk petugas yang namanya tercantum"
    return Paper("KODE PEMULIHAN KIOSK PPID", letterhead, (*blocks, *care), footer)
