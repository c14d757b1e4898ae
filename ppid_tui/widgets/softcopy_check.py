"""A line that says whether softcopies are still as they were received."""

from __future__ import annotations

from collections.abc import Iterator

from textual import work
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from ppid_tui.desk.progress import Progress

EVERY = 10


class SoftcopyCheck(Static):
    """Runs a check of files in a thread and shows how far it is, then what it found."""

    class Checked(Message):
        """So many files of so many were compared with their SHA-256."""

        def __init__(self, done: int, total: int, problems: tuple[str, ...]) -> None:
            super().__init__()
            self.done = done
            self.total = total
            self.problems = problems

        def can_replace(self, message: Message) -> bool:
            """A newer count makes the older one needless."""
            return isinstance(message, SoftcopyCheck.Checked)

    def __init__(self, id: str) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, markup=False)
        self.display = False

    def check(self, files: Iterator[Progress]) -> None:
        """Go through the files; a check begun later takes the place of this one."""
        if not self.display:
            self.update("Memeriksa softcopy …")
            self.display = True
        self._check(files)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _check(self, files: Iterator[Progress]) -> None:
        worker = get_current_worker()
        found, total = list[str](), 0
        for progress in files:
            if worker.is_cancelled:
                return
            total = progress.total
            found += [progress.problem] if progress.problem else []
            if progress.done % EVERY == 0 or progress.done == progress.total:
                self.post_message(self.Checked(progress.done, total, tuple(found)))
        if not total:
            self.post_message(self.Checked(0, 0, ()))

    def on_softcopy_check_checked(self, event: Checked) -> None:
        event.stop()
        self.display = event.total > 0
        self.update(_words(event))
        self.set_classes("bad" if event.problems else "good")


def _words(event: SoftcopyCheck.Checked) -> str:
    if event.problems:
        return "Softcopy bermasalah: " + "; ".join(event.problems) + ". Hubungi pengelola arsip."
    if event.done < event.total:
        return f"Memeriksa softcopy: {event.done} dari {event.total}"
    return f"{event.total} softcopy utuh, sama dengan saat diterima (SHA-256 cocok)."
