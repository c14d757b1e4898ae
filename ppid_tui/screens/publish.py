"""The publication package: what goes on the office's website, and where and when it went up."""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from ppid_tui.desk.works import FieldKind, FormField, read_day
from ppid_tui.printouts.labels import long_date
from ppid_tui.screens.form_card import FormCard
from ppid_tui.screens.package import PackageScreen
from ppid_tui.widgets.pick_list import PickList

if TYPE_CHECKING:
    from archive.model import Document
    from ppid_tui.desk.progress import Progress

ONLINE = (
    FormField("address", "Alamat web", FieldKind.TEXT, True),
    FormField("on", "Tanggal tayang", FieldKind.DATE, True),
)
READY = "Paket siap diunggah: {path}. Buka index.html untuk memeriksa. Setelah tayang, T mencatat alamat dan tanggal."


class PublishScreen(PackageScreen):
    """F6, or F9 at a step that publishes; ``wanted`` are documents to begin with, () for what is new."""

    TITLE_WORDS = "Paket publikasi untuk web kantor"
    FOLDER = "publikasi"
    GUIDE: ClassVar[str] = (
        "Yang terdaftar di sini boleh diumumkan: sudah diperiksa, disetujui, dan tidak dikecualikan.\n"
        "Spasi memilih, A semua atau tidak satu pun, B yang baru sejak paket terakhir, F7 menyaring.\n"
        "F8 menulis paket ke folder atau USB di bawah: dokumen, DIP, dan halaman index.html untuk diunggah.\n"
        "Klasifikasi diperiksa sekali lagi saat menyalin; yang berubah tidak ikut.\n"
        "T mencatat di mana dan kapan paket tayang. L mendaftar yang harus diturunkan dari web."
    )
    BINDINGS = [
        Binding("b", "only_new", "Baru", key_display="B"),
        Binding("t", "online", "Tayang", key_display="T"),
        Binding("l", "withdrawn", "Turunkan", show=False, key_display="L"),
    ]

    def __init__(self, wanted: Collection[int] = ()) -> None:
        super().__init__()
        self._wanted = tuple(wanted)
        self._only_new = False

    def documents(self) -> Sequence[Document]:
        """What may go on the web."""
        from ppid_tui.desk.publishing import publishable

        return publishable(self.office)

    def ticked_first(self, documents: Sequence[Document]) -> Collection[int]:
        """Those of the step, else all."""
        allowed = [one.id for one in documents]
        return [one for one in allowed if one in self._wanted] or allowed

    def refusals(self) -> tuple[type[Exception], ...]:
        """What publishing refuses."""
        from ppid_tui.desk.publishing import REFUSALS

        return REFUSALS

    def about(self) -> str:
        """What was published last, what is new since, and what is to be taken down."""
        from ppid_tui.desk.publishing import publications, withdrawn

        last = next(iter(publications(self.office)), None)
        if last is None:
            return "Belum pernah dibuat paket."
        up = f"tayang {long_date(last.online_on)}" if last.online_on else "belum dicatat tayang (T)"
        gone = len(withdrawn(self.office))
        down = f" {gone} berkas lama harus diturunkan dari web (L)." if gone else ""
        return f"Paket terakhir {long_date(last.made_at)}, {up}.{down}"

    def action_only_new(self) -> None:
        """Tick what is new since the last package alone: the page lists the earlier ones beside it."""
        from ppid_tui.desk.publishing import fresh

        new = [one.id for one in fresh(self.office, self.documents())]
        self._only_new = True
        self.query_one(PickList).show_picks(self.query_one(PickList).picks, new)
        if not new:
            self.say("Tidak ada yang baru sejak paket terakhir. A memilih semuanya.", "warn")

    def steps(self, chosen: Sequence[int], to: Path) -> Generator[Progress, None, str]:
        """Write it."""
        from ppid_tui.desk.publishing import publish

        made = yield from publish(self.office, chosen, to, self.officer, self.at(), self._only_new)
        left = f" {len(made.left_out)} dokumen tidak jadi ikut: klasifikasinya berubah." if made.left_out else ""
        return READY.format(path=made.path) + left

    @work(exclusive=True, group="ask")
    async def action_online(self) -> None:
        """Note where and when the last package went up."""
        from ppid_tui.desk.office import NotAllowed
        from ppid_tui.desk.publishing import note_online, publications

        last = next(iter(publications(self.office)), None)
        if last is None:
            self.say("Belum ada paket. F8 membuatnya.", "warn")
            return
        values = {"address": last.address, "on": long_date(last.online_on or self.at().date())}
        today = self.at().date()
        answer = await self.app.push_screen_wait(FormCard("Di mana dan kapan paket ini tayang?", ONLINE, values, today))
        day = read_day(answer["on"], today) if answer else None
        if answer and day:
            try:
                note_online(self.office, last, answer["address"], day, self.officer, self.at())
            except NotAllowed as refused:
                self.say(str(refused), "bad")
            else:
                self.say("Alamat dan tanggal tayang tercatat.", "good")
                self.refresh_place()

    @work(exclusive=True, group="ask")
    async def action_withdrawn(self) -> None:
        """List what is to be taken down; the name of what is exempt now only for who may see it."""
        from ppid_tui.desk.finding import document_for
        from ppid_tui.desk.publishing import withdrawn
        from ppid_tui.screens.menu import MenuScreen

        gone = withdrawn(self.office)
        lines = [
            one.name if document_for(self.office, one.document, self.viewer) else f"dokumen {one.document} (tertutup)"
            for one in gone
        ]
        if lines:
            await self.app.push_screen_wait(MenuScreen("Turunkan dari web kantor", lines))
        else:
            self.say("Tidak ada yang harus diturunkan dari web.", "good")
