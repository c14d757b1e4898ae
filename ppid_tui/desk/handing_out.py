"""The files that a citizen takes along: on paper by way of the printouts folder, or in a folder on their USB stick.

On a stick each file is read back, and a list with its SHA-256 lies beside it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from archive import bag
from archive.model import Document
from ppid_tui.desk import contents, serving
from ppid_tui.desk.clean_names import clean, file_names
from ppid_tui.desk.finding import Viewer
from ppid_tui.desk.givable import may_give
from ppid_tui.desk.office import Office
from ppid_tui.desk.paper_only import where_paper
from ppid_tui.printouts.labels import long_time

LIST, SUMS = "Daftar dokumen.txt", "SHA256SUMS.txt"
PDF = ".pdf"


class NotThere(Exception):
    """A file cannot be handed out as it was meant; the words say what to do, in Indonesian."""


@dataclass(frozen=True)
class Piece:
    """A document, or some of its ``pages``."""

    document: Document
    pages: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """As it stands in the register: the title, which pages, and that it is the copy for the public."""
        pages = f", {self.document.page_unit} {', '.join(map(str, self.pages))}" if self.pages else ""
        return f"{self.document.title}{pages}" + (" (salinan untuk publik)" if self.document.partly_exempt else "")


def why_not(office: Office, piece: Piece) -> str:
    """Why this cannot be handed out, in Indonesian; '' if it can."""
    if reason := may_give(piece.document) or where_paper(piece.document):
        return reason
    if piece.pages and not piece.document.text_key:
        return "isi halamannya belum terbaca; berikan seluruh dokumen"
    return "" if contents.original(office, piece.document) else "belum ada softcopy"


def print_files(office: Office, pieces: Sequence[Piece], viewer: Viewer, at: datetime) -> list[Path]:
    """A file a piece in the printouts folder, ready for the printer: the PDF itself, else its text. Raises OSError."""
    made: list[Path] = []
    try:
        for piece in pieces:
            made.append(_printable(office, piece, viewer, at))
    except BaseException:
        remove(made)
        raise
    return made


def stick_folder(office: Office, pieces: Sequence[Piece], stick: Path, viewer: Viewer, at: datetime) -> Path:
    """A new folder on the stick with the files, their list and their checksums; nothing is left where it fails.

    Raises OSError, or NotThere where a file of the archive is damaged.
    """
    folder = stick / f"Informasi publik {at:%Y%m%d-%H%M%S}"
    folder.mkdir()
    try:
        names = file_names([piece.document for piece in pieces])
        sums = [_copied(office, piece, folder, names[piece.document.id], viewer, at) for piece in pieces]
        _put(folder / LIST, _list_text(office, pieces, sums, at))
        _put(folder / SUMS, "".join(f"{digest}  {name}\n" for name, digest in sums))
    except BaseException:
        remove([folder])
        raise
    return folder


def remove(made: Iterable[Path]) -> None:
    """Take back what was made for a giving that did not come about."""
    for path in made:
        with suppress(OSError):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _printable(office: Office, piece: Piece, viewer: Viewer, at: datetime) -> Path:
    source = contents.original(office, piece.document)
    given = piece.document.given_rendition
    if piece.pages or source is None or (source.suffix != PDF and piece.document.text_key):
        return _pages_file(office, piece, viewer, at)
    copy = serving.printout_path(office, piece.document.title, at, source.suffix)
    _copy_sound(source, copy, given.sha256 if given else "")
    return copy


def _pages_file(office: Office, piece: Piece, viewer: Viewer, at: datetime) -> Path:
    pages = piece.pages or range(1, piece.document.pages + 1)
    paper = serving.print_pages(office, piece.document, list(pages), viewer, at)
    return serving.save_paper(office, paper, piece.document.title, at)


def _copied(office: Office, piece: Piece, folder: Path, name: str, viewer: Viewer, at: datetime) -> tuple[str, str]:
    """The file's name on the stick, and its SHA-256."""
    given, source = piece.document.given_rendition, contents.original(office, piece.document)
    if piece.pages:
        paper = _pages_file(office, piece, viewer, at)
        # The number keeps names apart that are alike once they are cut.
        name = f"{Path(name).stem[:70]} dok {piece.document.id} hal {clean('-'.join(map(str, piece.pages)), 12)}{PDF}"
        try:
            return name, bag.put(paper, folder / name)
        finally:
            remove([paper])
    assert source is not None
    return name, _copy_sound(source, folder / name, given.sha256 if given else "")


def _copy_sound(source: Path, target: Path, digest: str) -> str:
    try:
        written = bag.put(source, target)
    except bag.NotReadable as error:
        raise NotThere("Berkas di arsip tidak terbaca. Periksa arsip (F6).") from error
    if written != digest:
        remove([target])
        raise NotThere("Berkas di arsip tidak sama lagi dengan catatannya. Periksa arsip (F6); jangan diberikan.")
    return written


def _list_text(office: Office, pieces: Sequence[Piece], sums: Sequence[tuple[str, str]], at: datetime) -> str:
    lines = [office.profile.name, f"Informasi publik yang diberikan {long_time(at)}", ""]
    for number, (piece, (name, digest)) in enumerate(zip(pieces, sums, strict=True), 1):
        lines += [f"{number}. {piece.words}", f"   {name}", f"   SHA-256 {digest}"]
    return "\r\n".join([*lines, ""])


def _put(path: Path, text: str) -> None:
    bag.put_bytes(iter([text.encode("utf-8")]), path)
