"""Reading a hand-over file: what is on a stick may be damaged or hostile, and is believed only when it is checked.

Nothing outside of its folder is ever read, and nothing is read before it is known to be of a sensible size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PureWindowsPath

import msgspec

from archive import bag
from archive.aside import ASIDE
from archive.bag import Step
from archive.case_model import Case, StepDone
from archive.model import Document
from archive.package import CASE, FORM, LABEL, Package, softcopy_name, text_name
from archive.softcopies import digest_of
from archive.sop import Sop, SopError, parse_sop

MOST_INFO = 64 << 10
MOST_LISTED = 8 << 20
MOST_READ = 64 << 20
"""Bytes of the notes, of the lists, and of a case or a text, that are read at most."""
MOST_FILES = 20_000
TAGS = {bag.DECLARATION: MOST_INFO, bag.INFO: MOST_INFO, bag.MANIFEST: MOST_LISTED, bag.TAGS: MOST_LISTED}
NOTHING = "Tidak ada yang diterima; minta paket yang baru."
_SAYS = ("External-Description", "Source-Organization", "Ppid-Receiver")
_DIGEST = re.compile("[0-9a-f]{64}")


class BadPackage(Exception):
    """It is damaged or no hand-over file of ours; nothing is taken from it. The words say so, in Indonesian."""


@dataclass(frozen=True)
class About:
    """What a hand-over file says of itself, unchecked."""

    path: Path
    title: str
    office: str
    receiver: str
    made_at: datetime


def about(folder: Path) -> About | None:
    """What the folder says of itself; None where it is no hand-over file."""
    try:
        if folder.is_symlink() or folder.suffix == ASIDE or not _is_plain(folder / bag.INFO, MOST_INFO):
            return None
        info = bag.read_info(folder)
        made_at = datetime.fromisoformat(info["Ppid-Made-At"])
        title, office, receiver = (info[name][:200] for name in _SAYS)
        return About(folder, title, office, receiver, made_at.replace(tzinfo=None)) if info.get(LABEL) else None
    except (OSError, bag.NotABag, KeyError, ValueError):
        return None


def is_kiosk_bag(folder: Path) -> bool:
    """Whether a kiosk made this folder, as a hand-over file or a backup: not documents to be taken in one by one."""
    try:
        return _is_plain(folder / bag.INFO, MOST_INFO) and "Ppid-Made-At" in bag.read_info(folder)
    except (OSError, bag.NotABag):
        return False


def packages_in(place: Path) -> list[About]:
    """The hand-over files that lie in a folder, the oldest first; or the folder itself where it is one."""
    if own := about(place):
        return [own]
    try:
        found = [about(path) for path in place.iterdir() if path.is_dir()]
    except OSError:
        return []
    return sorted((one for one in found if one), key=lambda one: (one.made_at, one.path.name))


def check(folder: Path) -> Iterator[Step]:
    """Compare every file with its digest. Raises BadPackage at the first that is not as it was packed."""
    digests = listed(folder)
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.resolve().is_relative_to(folder.resolve()):
            raise BadPackage(f"Paket ini berisi pintasan ke tempat lain. {NOTHING}")
    try:
        for step in bag.check(folder):
            if step.problem:
                raise BadPackage(_damaged(step.name))
            yield Step(step.done, len(digests), Path(step.name).name)
    except (bag.NotABag, OSError) as error:
        raise BadPackage(_damaged(folder.name)) from error


def read_package(folder: Path, digests: Mapping[str, str]) -> tuple[Package, Sop]:
    """The case in it and the SOP it runs under. Only for a folder that `check` went through. Raises BadPackage."""
    try:
        package = msgspec.json.decode(_read(folder, CASE, digests), type=Package)
        sop = parse_sop(package.sop_text, "paket")
    except (msgspec.MsgspecError, SopError, RecursionError, ValueError) as error:
        raise BadPackage(_damaged(CASE)) from error
    if package.form != FORM:
        raise BadPackage("Paket ini dibuat oleh kiosk yang lebih baru. Perbarui kiosk ini, lalu coba lagi.")
    _refuse_odd(package.case, sop)
    documents = tuple(_plain(document) for document in package.documents)
    _refuse_missing(documents, digests)
    return replace(package, documents=documents), sop


def read_text(folder: Path, key: str, digests: Mapping[str, str]) -> list[str]:
    """The pages of a text. Raises BadPackage."""
    try:
        return msgspec.json.decode(_read(folder, text_name(key), digests), type=list[str])
    except msgspec.MsgspecError as error:
        raise BadPackage(_damaged(text_name(key))) from error


def listed(folder: Path) -> dict[str, str]:
    """The files and their digests, where the bag's four lists are there and of a sensible size. Raises BadPackage."""
    if about(folder) is None or not all(_is_plain(folder / name, most) for name, most in TAGS.items()):
        raise BadPackage(_damaged(folder.name))
    try:
        digests = bag.listed(folder)
    except bag.NotABag as error:
        raise BadPackage(_damaged(bag.MANIFEST)) from error
    if len(digests) > MOST_FILES or CASE not in digests:
        raise BadPackage(_damaged(bag.MANIFEST))
    return digests


def bytes_of(folder: Path, digests: Mapping[str, str]) -> int:
    """How large the files are together; 0 for those that are not there."""
    files = (folder / name for name in digests)
    return sum(file.stat().st_size for file in files if file.is_file())


def _read(folder: Path, name: str, digests: Mapping[str, str]) -> bytes:
    """A file of the package, which is once more what its digest says: a stick may be changed meanwhile."""
    path = folder / name
    if name not in digests or not _is_plain(path, MOST_READ) or digest_of(path) != digests[name]:
        raise BadPackage(_damaged(name))
    return path.read_bytes()


def _is_plain(path: Path, most: int) -> bool:
    return path.is_file() and not path.is_symlink() and path.stat().st_size <= most


def _refuse_odd(case: Case, sop: Sop) -> None:
    """A case must stand where its SOP has a step, and have come there by steps that the SOP has."""
    numbers = {step.number for step in sop.steps}
    known = (case.sop, case.sop_version) == (sop.id, sop.version) and re.fullmatch("[0-9a-f]{32}", case.uid)
    stands = case.step is None or case.step in numbers
    roles = {"", *(role.id for role in sop.roles)}
    came = case.assigned in roles and all(_is_step(done, sop, numbers) for done in case.history)
    if not (known and stands and came and all(_is_local(when) for when in _times(case))):
        raise BadPackage(f"Isi paket ini tidak cocok dengan SOP-nya. {NOTHING}")


def _is_step(done: StepDone, sop: Sop, numbers: set[int]) -> bool:
    return done.step in numbers and (done.to is None or done.to in numbers) and done.role in {r.id for r in sop.roles}


def _times(case: Case) -> Iterator[datetime | None]:
    yield from (case.since, case.opened_at)
    for done in case.history:
        yield from (done.at, done.began, done.since)
    for event in case.events:
        yield event.at


def _is_local(when: datetime | None) -> bool:
    """Naive, and within the years that a calendar can be counted over."""
    return when is None or (when.tzinfo is None and 2000 <= when.year < 2200)


def _plain(document: Document) -> Document:
    """The record with file names that are names alone. BadPackage where a digest is none: it becomes a path here."""
    keys = {one.sha256 for one in document.renditions}
    counts = (document.pages, *(one.pages for one in document.renditions), document.year or 1)
    known = all(_DIGEST.fullmatch(key) for key in keys) and document.text_key in {"", *keys}
    if not known or not all(0 <= count < 100_000 for count in counts):
        raise BadPackage(_damaged(CASE))
    files = tuple(replace(one, name=PureWindowsPath(one.name).name or "dokumen") for one in document.renditions)
    return replace(document, renditions=files)


def _refuse_missing(documents: tuple[Document, ...], digests: Mapping[str, str]) -> None:
    for document in documents:
        for one in document.renditions:
            if digests.get(softcopy_name(one.sha256)) != one.sha256:
                raise BadPackage(_damaged(one.name))
        if document.text_key and text_name(document.text_key) not in digests:
            raise BadPackage(_damaged(document.title))


def _damaged(name: str) -> str:
    return f"Paket ini rusak atau tidak lengkap ({name[:60]}). {NOTHING}"
