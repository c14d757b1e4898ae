"""Words of scanned pages: each page pictured in a child process, and read by the program ``tesseract``.

Tesseract is not part of the kiosk: ``missing`` says what to install where it is not there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TypeVar

from .children import NO_WINDOW, command, environment
from .model import Reason, Unreadable
from .render import DPI, SECONDS, reason_of
from .text import clean

LANGUAGE = "ind"
_LOOK_EVERY = 0.1
_HOW = (
    "Windows: pasang Tesseract-OCR dan centang bahasa “Indonesian”. Debian: sudo apt install tesseract-ocr "
    "tesseract-ocr-ind. Dokumennya tetap aman dan tetap dapat dibuka"
)
T = TypeVar("T")
Stopped = Callable[[], bool]
"""Asked several times a second whether to stop."""


class StoppedReading(Exception):
    """Whoever asked for the reading wants it no longer."""


def tesseract() -> str:
    """Where the program is: in the PATH, or where it is installed on Windows; '' if nowhere."""
    folders = (os.environ.get("PROGRAMFILES"), os.environ.get("LOCALAPPDATA", "") + r"\Programs")
    usual = (Path(folder, "Tesseract-OCR", "tesseract.exe") for folder in folders if folder)
    there = next((str(path) for path in usual if path.is_file()), "") if os.name == "nt" else ""
    return shutil.which("tesseract") or there


def missing() -> str:
    """What OCR lacks on this laptop, in Indonesian and with what to do; '' if it can begin."""
    program = tesseract()
    if not program:
        return f"OCR belum dapat dipakai: Tesseract belum terpasang di laptop ini. {_HOW}."
    if LANGUAGE not in _languages(program):
        return f"OCR belum dapat dipakai: Tesseract belum punya bahasa Indonesia. {_HOW}."
    return ""


def count_pages(path: Path) -> int:
    """How many pages a PDF or a picture has. Raises Unreadable."""
    with _running(_render(path)) as child:
        count = _output(child, _end(), lambda: False)
    _check(child)
    return int(count)


def read_page(path: Path, page: int = 1, stopped: Stopped = lambda: False) -> str:
    """The words of one page of a PDF or a picture, from 1, as OCR sees them: '' for a blank page.

    Takes 60 seconds at most. Raises Unreadable, or StoppedReading within a moment of ``stopped``.
    """
    # --psm 1 turns a page that was scanned lying on its side.
    return clean(_read(path, page, stopped, "--psm", "1"))


def read_places(path: Path, page: int = 1) -> str:
    """Tesseract's table of the words of a page and where they stand, on the page as it lies. Raises Unreadable."""
    return _read(path, page, lambda: False, "--psm", "3", "tsv")


def _read(path: Path, page: int, stopped: Stopped, *options: str) -> str:
    end = _end()
    reading = [tesseract(), "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(DPI), *options]
    with _running(_render(path, page)) as child, _running(reading, child.stdout) as reader:
        text = _output(reader, end, stopped)
        _patiently(lambda: child.wait(_LOOK_EVERY), end, stopped)  # its output went to the reader
    _check(child)
    if reader.returncode:
        raise Unreadable(Reason.TROUBLE)
    return text.decode("utf-8", "replace")


def _end() -> float:
    return time.monotonic() + SECONDS


def _render(path: Path, *page: int) -> list[str]:
    return command("render", str(path.absolute()), *map(str, page))


def _check(child: subprocess.Popen[bytes]) -> None:
    if child.returncode:
        raise Unreadable(reason_of(child.returncode))


def _languages(program: str) -> list[str]:
    with _running([program, "--list-langs"]) as asked:
        return _output(asked, _end(), lambda: False).decode("utf-8", "replace").split()


@contextmanager
def _running(program: Sequence[str], given: IO[bytes] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A program, fed from another's output, that does not outlive trouble. Raises Unreadable (passing)."""
    try:
        process = subprocess.Popen(
            program,
            stdin=given or subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment(),
            start_new_session=True,
            creationflags=NO_WINDOW,
        )
    except OSError as problem:
        raise Unreadable(Reason.TROUBLE) from problem
    if given:
        given.close()  # or the first would not learn that the second has ended
    with process:
        try:
            yield process
        except BaseException:
            process.kill()
            raise


def _output(process: subprocess.Popen[bytes], end: float, stopped: Stopped) -> bytes:
    """All that it says, once it has ended."""
    return _patiently(lambda: process.communicate(timeout=_LOOK_EVERY)[0], end, stopped)


def _patiently(wait: Callable[[], T], end: float, stopped: Stopped) -> T:
    """What comes of waiting a moment, again and again."""
    while True:
        with suppress(subprocess.TimeoutExpired):
            return wait()
        if stopped():
            raise StoppedReading
        if time.monotonic() > end:
            raise Unreadable(Reason.TOO_SLOW)
