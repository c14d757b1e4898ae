"""A bag: files with their digests listed beside them, in the layout that archivists know (BagIt 1.0, RFC 8493).

Written here, since the package `bagit` bags a folder that is complete; ours is linked, copied and verified file by
file. Its ``bagit.py --validate`` takes what is written here.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import BinaryIO

from archive.filelock import sync
from archive.softcopies import BLOCK, digest_of

PAYLOAD = "data"
DECLARATION, INFO, MANIFEST, TAGS = "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
_DECLARED = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class NotABag(Exception):
    """The folder is no bag that can be read; the words say why, in Indonesian."""


class NotReadable(Exception):
    """The file to be copied can't be read; ``__cause__`` is the OSError."""


@dataclass(frozen=True)
class Step:
    """``done`` of ``total`` files, ``name`` the last; ``problem`` says in Indonesian what is wrong with it."""

    done: int
    total: int
    name: str
    problem: str = ""


# Writing


def put(source: Path, target: Path, twin: Path | None = None, digest: str = "") -> str:
    """Copy a file, or link it to its ``twin``, and read it back; returns its SHA-256, which may be known before.

    Raises NotReadable for the source, OSError for the target.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if twin and _linked(twin, target):
        if (wanted := digest or _digest_of_source(source)) == digest_of(target):
            return wanted
        target.unlink()
    with _readable(source) as reader:
        return put_bytes(_blocks(reader), target)


def put_bytes(blocks: Iterator[bytes], target: Path) -> str:
    """Write a new file to the medium and read it back; returns its SHA-256. Raises OSError."""
    digest = hashlib.sha256()
    with target.open("xb") as writer:
        for block in blocks:
            digest.update(block)
            writer.write(block)
        writer.flush()
        sync(writer)
        _forget(writer)
    if digest_of(target) != digest.hexdigest():
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(target))
    return digest.hexdigest()


def seal(folder: Path, digests: Mapping[str, str], info: Mapping[str, str]) -> None:
    """Write the four files that make the folder a bag. ``digests``: each file from the folder, with "/", to SHA-256.

    Raises OSError.
    """
    texts = {DECLARATION: _DECLARED, INFO: _info_text(info), MANIFEST: _manifest_text(digests)}
    tags = {name: put_bytes(iter([_bytes(text)]), folder / name) for name, text in texts.items()}
    put_bytes(iter([_bytes(_manifest_text(tags))]), folder / TAGS)


def _linked(twin: Path, target: Path) -> bool:
    try:
        target.hardlink_to(twin)
    except OSError:  # there is no twin, or the medium knows no links
        return False
    return True


def _forget(file: BinaryIO) -> None:
    """Let what is read back come from the medium, not from memory, where the system can do so."""
    if sys.platform != "win32" and hasattr(os, "posix_fadvise"):  # macOS has none either
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _readable(source: Path) -> BinaryIO:
    try:
        return source.open("rb")
    except OSError as error:
        raise NotReadable from error


def _blocks(reader: BinaryIO) -> Iterator[bytes]:
    try:
        while block := reader.read(BLOCK):
            yield block
    except OSError as error:
        raise NotReadable from error


def _digest_of_source(source: Path) -> str:
    try:
        return digest_of(source)
    except OSError as error:
        raise NotReadable from error


def _info_text(info: Mapping[str, str]) -> str:
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in info.items())


def _manifest_text(digests: Mapping[str, str]) -> str:
    return "".join(f"{digest}  {_encoded(path)}\n" for path, digest in sorted(digests.items()))


def _encoded(path: str) -> str:
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _decoded(path: str) -> str:
    return re.sub("%(0[AaDd]|25)", lambda found: chr(int(found[1], 16)), path)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")  # file names need not be UTF-8


# Reading


def is_bag(folder: Path) -> bool:
    """Whether the folder says that it is a bag."""
    return (folder / DECLARATION).is_file()


def read_info(folder: Path) -> dict[str, str]:
    """What the bag says of itself. Raises NotABag."""
    pairs = (line.partition(":") for line in _lines(folder, INFO) if line)
    return {label.strip(): value.strip() for label, _, value in pairs}


def listed(folder: Path, manifest: str = MANIFEST) -> dict[str, str]:
    """The files of the bag, as paths from its folder, with their SHA-256. Raises NotABag."""
    within = PAYLOAD if manifest == MANIFEST else ""
    return dict(_listed(line, within) for line in _lines(folder, manifest) if line)


def check(folder: Path) -> Iterator[Step]:
    """Read the whole bag, a step a file: one that is missing, changed or not listed is a problem.

    Raises NotABag.
    """
    digests = listed(folder)
    for name, digest in listed(folder, TAGS).items():
        if problem := _problem(folder / name, digest):
            yield Step(0, len(digests), name, problem)
    for done, (path, digest) in enumerate(digests.items(), 1):
        yield Step(done, len(digests), path, _problem(folder / path, digest))
    for file in sorted((folder / PAYLOAD).rglob("*")):
        path = file.relative_to(folder).as_posix()
        if path not in digests and not file.is_dir():
            yield Step(len(digests), len(digests), path, "tidak ada dalam daftar cadangan")


def _problem(file: Path, digest: str) -> str:
    if not file.is_file():
        return "tidak ada lagi di cadangan"
    try:
        return "" if digest_of(file) == digest else "isinya berubah sejak dicadangkan"
    except OSError:
        return "tidak dapat dibaca"


def _lines(folder: Path, name: str) -> list[str]:
    try:
        return re.split("\r\n?|\n", (folder / name).read_bytes().decode("utf-8", "surrogateescape"))
    except OSError as error:
        raise NotABag(f"{folder} bukan cadangan yang lengkap: {name} tidak dapat dibaca.") from error


def _listed(line: str, within: str) -> tuple[str, str]:
    digest, _, path = line.partition(" ")
    path = _decoded(path.lstrip(" *"))
    if not re.fullmatch("[0-9a-f]{64}", digest) or not _is_inside(path, within):
        raise NotABag(f"Daftar berkas cadangan rusak pada baris “{line[:80]}”.")
    return path, digest


def _is_inside(path: str, within: str) -> bool:
    """Whether a path stays in the folder: a bag on a stick may be hostile."""
    native = PurePath(path)
    if not native.parts or native.anchor or ".." in native.parts:
        return False
    return not within or (native.parts[0] == within and len(native.parts) > 1)
