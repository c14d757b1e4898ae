"""A case on its way to another kiosk: a bag with the case, the SOP it runs under, its documents and their files.

``data/pekerjaan.json`` is the `Package`; beside it ``softcopies/`` by SHA-256, and ``text/``, a list of pages a file.
"""

from __future__ import annotations

import shutil
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec

from archive import bag
from archive.aside import made_aside, sweep
from archive.bag import Step
from archive.case_model import Case
from archive.model import Document
from archive.softcopies import Softcopies, digest_of
from archive.texts import Texts

FORM = 1
LABEL = "Ppid-Handover"
"""In bag-info.txt: what tells a hand-over file from a backup."""
CASE = f"{bag.PAYLOAD}/pekerjaan.json"
SPARE = 1 << 20
"""Bytes beyond the softcopies that must be free: the case, the texts, the lists."""


class NotPacked(Exception):
    """The hand-over file was not made; the words say why, in Indonesian."""


@dataclass(frozen=True)
class Package:
    """What travels. ``documents`` and the case have the ids that they bear in the ``office`` which made it.

    ``receiver`` is the title of the role whose step is next; ``left_out`` counts exempt documents that stayed.
    """

    office: str
    made_by: str
    made_at: datetime
    receiver: str
    sop_text: str
    case: Case
    documents: tuple[Document, ...] = ()
    left_out: int = 0
    form: int = FORM


def write_package(
    package: Package, to: Path, name: str, softcopies: Softcopies, texts: Texts
) -> Generator[Step, None, Path]:
    """Write it as a new folder, each file read back; returns where. Raises NotPacked, or OSError and leaves nothing."""
    files = dict(_softcopies(package, softcopies))
    _refuse_full(to, files)
    sweep(to)
    with made_aside(to, name) as (work, path):
        digests: dict[str, str] = {}
        for done, (target, source) in enumerate(files.items(), 1):
            digests[target] = _put(source, work / target)
            yield Step(done, len(files), source.name)
        for target, content in _contents(package, texts):
            (work / target).parent.mkdir(parents=True, exist_ok=True)
            digests[target] = bag.put_bytes(iter([content]), work / target)
        bag.seal(work, digests, _info(package))
    return path


def package_id(folder: Path) -> str:
    """What tells one hand-over file from every other: the digest of its list of digests. Raises OSError."""
    return digest_of(folder / bag.MANIFEST)


def softcopy_name(sha256: str) -> str:
    """Where a softcopy lies in the package."""
    return f"{bag.PAYLOAD}/softcopies/{sha256}"


def text_name(key: str) -> str:
    """Where the pages of a text lie in the package."""
    return f"{bag.PAYLOAD}/text/{key}.json"


def _softcopies(package: Package, kept: Softcopies) -> Iterator[tuple[str, Path]]:
    for document in package.documents:
        for one in document.renditions:
            yield softcopy_name(one.sha256), kept.path(one.sha256, one.media_type)


def _put(source: Path, target: Path) -> str:
    """Copy a softcopy; one that is no longer what its name says must not travel on."""
    try:
        digest = bag.put(source, target)
    except bag.NotReadable as error:
        raise NotPacked(_lost("tidak dapat dibaca")) from error
    if digest != target.name:
        raise NotPacked(_lost("berubah"))
    return digest


def _lost(how: str) -> str:
    return f"Ada softcopy pekerjaan ini yang {how} di arsip. Belum ada yang diekspor; periksa arsip dahulu (F6)."


def _contents(package: Package, texts: Texts) -> Iterator[tuple[str, bytes]]:
    for key in {document.text_key for document in package.documents if document.text_key}:
        yield text_name(key), msgspec.json.encode(texts.pages(key))
    yield CASE, msgspec.json.format(msgspec.json.encode(package))


def _info(package: Package) -> dict[str, str]:
    case = package.case
    return {
        LABEL: str(package.form),
        "Source-Organization": package.office,
        "Bagging-Date": f"{package.made_at:%Y-%m-%d}",
        "External-Description": f"{case.title} ({case.unit})" if case.unit else case.title,
        "Ppid-Receiver": package.receiver,
        "Ppid-Made-At": package.made_at.isoformat(timespec="seconds"),
    }


def _refuse_full(to: Path, files: dict[str, Path]) -> None:
    needed = sum(source.stat().st_size for source in files.values() if source.is_file()) + SPARE
    if needed > shutil.disk_usage(to).free:
        raise NotPacked(
            f"Tempat di {to} tidak cukup: perlu {-(-needed // (1 << 20))} MB. Kosongkan, atau pakai USB lain."
        )
