"""What a file is, by its content: a name proves nothing."""

from __future__ import annotations

import errno
import mmap
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

from .model import DOCX, JPEG, PDF, PNG, XLSX, Reason, Unreadable

MAX_BYTES = 256 * 1024 * 1024
_HEAD = 1024
_TAIL = 1024 * 1024

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\xff\xf1", "audio/aac"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"\x00\x00\x01\xba", "video/mpeg"),
    (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "video/x-ms-wmv"),
    (b"{\\rtf", "text/rtf"),
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole"),
    (b"Rar!", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
)
_RIFF = {b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo", b"WEBP": "image/webp"}
_BRANDS = {b"M4A ": "audio/mp4", b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heic"}
_PARTS = {b"word": DOCX, b"xl": XLSX, b"ppt": "application/vnd.ms-powerpoint"}

_CUT_ZIP = "application/x-cut-zip"  # Its directory stands at the end: what it was, nobody can tell.

_REFUSED = {
    _CUT_ZIP: Reason.DAMAGED,
    "text/rtf": Reason.OTHER_OFFICE,
    "application/vnd.oasis.opendocument": Reason.OTHER_OFFICE,
    "application/vnd.ms-powerpoint": Reason.OTHER_OFFICE,
    "application/x-ole": Reason.OLD_OFFICE,
    "application/x-ole-encrypted": Reason.PASSWORD,
    "application/x-msdownload": Reason.PROGRAM,
    "application/x-executable": Reason.PROGRAM,
    "application/zip": Reason.PACKED,
    "application/vnd.rar": Reason.PACKED,
    "application/x-7z-compressed": Reason.PACKED,
    "application/gzip": Reason.PACKED,
    "text/plain": Reason.PLAIN_TEXT,
    "text/html": Reason.PLAIN_TEXT,
}


def open_file(path: Path) -> BinaryIO:
    """Opens a regular file to read, without following a link or waiting on a pipe.

    Raises Unreadable: missing, locked, a link, not a regular file, empty, over 256 MB.
    """
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_NOINHERIT", "O_BINARY"):
        flags |= getattr(os, name, 0)
    try:
        # Windows has no O_NOFOLLOW: there the look before is all there is.
        if path.is_symlink():
            raise Unreadable(Reason.LINK)
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as problem:
        raise Unreadable(_why_not_opened(path, problem)) from problem
    try:
        _check(os.fstat(descriptor))
    except Unreadable:
        os.close(descriptor)
        raise
    return os.fdopen(descriptor, "rb")


def _why_not_opened(path: Path, problem: Exception) -> Reason:
    if isinstance(problem, FileNotFoundError | NotADirectoryError | ValueError):
        return Reason.MISSING
    if getattr(problem, "errno", None) == errno.ELOOP:
        return Reason.LINK
    if getattr(problem, "errno", None) == errno.ENXIO or path.is_dir():
        return Reason.NOT_A_FILE
    return Reason.LOCKED if isinstance(problem, PermissionError) else Reason.TROUBLE


def _check(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise Unreadable(Reason.NOT_A_FILE)
    if found.st_size == 0:
        raise Unreadable(Reason.EMPTY)
    if found.st_size > MAX_BYTES:
        raise Unreadable(Reason.TOO_BIG)


def media_type_of(path: Path) -> str:
    """The media type by content, "application/octet-stream" where unknown. Raises as open_file does."""
    with open_file(path) as file:
        return media_type(file)


def media_type(file: BinaryIO) -> str:
    """The media type of an open file, which is left at its start."""
    file.seek(0)
    head = file.read(_HEAD)
    found = _by_magic(file, head)
    file.seek(0)
    return found


def refusal(found: str) -> Reason | None:
    """Why a file of this media type is not taken, or None where it is."""
    if found.startswith("application/vnd.oasis.opendocument"):
        return Reason.OTHER_OFFICE
    if found.startswith(("image/", "audio/", "video/")) or found in (PDF, DOCX, XLSX):
        return None
    return _REFUSED.get(found, Reason.UNKNOWN)


def _by_magic(file: BinaryIO, head: bytes) -> str:
    if head.startswith(b"PK\x03\x04"):
        return _zip_type(file, head)
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "application/octet-stream")
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return "image/bmp"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return _ole_type(file) if found == "application/x-ole" else found
    # Readers accept up to a kilobyte of rubbish before the mark (ISO 32000-1, annex H.3.4.1).
    return PDF if b"%PDF-" in head else _text_type(head)


def _zip_type(file: BinaryIO, head: bytes) -> str:
    """Tells Office files by the names in the zip's directory, read as bytes: a bomb cannot go off."""
    if head[30:38] == b"mimetype":
        named = re.match(rb"application/vnd\.oasis\.opendocument\.[a-z-]+", head[38:])
        return named[0].decode("ascii") if named else "application/zip"
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    part = re.search(rb"PK\x01\x02.{42}(word|xl|ppt)/", tail, re.DOTALL)
    if part:
        return _PARTS[part[1]]
    return "application/zip" if b"PK\x05\x06" in tail else _CUT_ZIP


def _ole_type(file: BinaryIO) -> str:
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        locked = content.find("EncryptedPackage".encode("utf-16-le")) >= 0
    return "application/x-ole-encrypted" if locked else "application/x-ole"


def _text_type(head: bytes) -> str:
    if re.match(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)", head, re.IGNORECASE):
        return "text/html"
    readable = sum(byte >= 32 or byte in b"\t\n\r\f" for byte in head)
    return "text/plain" if readable == len(head) else "application/octet-stream"
