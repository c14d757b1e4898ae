"""SOPs as they were: each version that was in use is kept, so that a case ends under the one it began under."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from archive.filelock import sync_folder
from archive.sop import Sop, SopError, load_sop


def keep_version(folder: Path, sop: Sop) -> None:
    """Keep the words of this SOP under its version, once; the folder is made where it is missing. Raises OSError."""
    path = _path(folder, sop.id, sop.version)
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        write_sop(sop, path)


def write_sop(sop: Sop, path: Path) -> None:
    """Write the SOP's own words to a file, whole or not at all. Raises OSError."""
    beside = path.with_name(f"{path.name}.new")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(sop.text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    sync_folder(path.parent)


def kept_version(folder: Path, id: str, version: str) -> Sop | None:  # noqa: A002 - the word of the SOP file
    """The SOP in this version; None where it was not kept, or is no longer what it was."""
    try:
        sop = _read(_path(folder, id, version))
    except SopError:
        return None
    return sop if sop.version == version else None


@cache
def _read(path: Path) -> Sop:
    return load_sop(path)


def _path(folder: Path, id: str, version: str) -> Path:  # noqa: A002
    return folder / f"{id}-{version}.toml"
