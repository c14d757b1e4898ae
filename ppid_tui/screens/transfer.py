"""The transfer package: records that are handed over to an archive body."""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work

from ppid_tui.desk.works import FieldKind, FormField
from ppid_tui.screens.form_card import FormCard
from ppid_tui.screens.package import PackageScreen

if TYPE_CHECKING:
    from archive.model import Document
    from ppid_tui.desk.progress import Progress

RECEIVER = (FormField("receiver", "Lembaga kearsipan yang menerima", FieldKind.TEXT, True),)


class TransferScreen(PackageScreen):
    """F6. Nothing is ticked at first: a transfer is decided document by document."""

    TITLE_WORDS = "Paket penyerahan arsip"
    FOLDER = "penyerahan"
    GUIDE: ClassVar[str] = (
        "Untuk menyerahkan arsip kepada lembaga kearsipan, sesuai jadwal retensi dan persetujuan pimpinan.\n"
        "F7 menyaring, Spasi memilih, A memilih semua yang tampil. F8 menulis paket BagIt dengan metadata.csv.\n"
        "Yang dikecualikan, seluruhnya atau sebagian, tidak ada di sini: serahkan tersendiri.\n"
        "Arsip di laptop ini tidak berubah; penyerahannya tercatat dalam jejak setiap dokumen."
    )

    def __init__(self) -> None:
        super().__init__()
        self._receiver = ""

    def documents(self) -> Sequence[Document]:
        """What may be handed over."""
        from ppid_tui.desk.transfer import transferable

        return transferable(self.office)

    def ticked_first(self, documents: Sequence[Document]) -> Collection[int]:
        """None."""
        return ()

    def refusals(self) -> tuple[type[Exception], ...]:
        """What a transfer refuses."""
        from ppid_tui.desk.transfer import REFUSALS

        return REFUSALS

    def about(self) -> str:
        """What is to be done."""
        return "Pilih yang diserahkan (Spasi), lalu F8."

    def write(self, chosen: Sequence[int], to: Path) -> None:
        """Ask to whom, then write."""
        self._ask(chosen, to)

    @work(exclusive=True, group="ask")
    async def _ask(self, chosen: Sequence[int], to: Path) -> None:
        values = {"receiver": self._receiver}
        answer = await self.app.push_screen_wait(
            FormCard("Kepada siapa diserahkan?", RECEIVER, values, self.at().date())
        )
        if answer:
            self._receiver = answer["receiver"].strip()
            super().write(chosen, to)

    def steps(self, chosen: Sequence[int], to: Path) -> Generator[Progress, None, str]:
        """Write it."""
        from ppid_tui.desk.transfer import transfer

        made = yield from transfer(self.office, chosen, to, self._receiver, self.officer, self.at())
        left = f" {len(made.left_out)} dokumen tidak ikut: klasifikasinya berubah." if made.left_out else ""
        return f"Paket {made.documents} dokumen tersimpan dan diperiksa: {made.path}.{left}"
