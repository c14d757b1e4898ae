"""A hand-over file may be damaged, or made by someone who means ill: then nothing of it is taken."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from archive import bag
from archive.model import Officer
from archive.package import CASE
from archive.package_check import BadPackage
from archive.softcopies import digest_of
from ppid_tui.desk.handover_in import NotTaken, look_into, take_package
from ppid_tui.desk.office import Office
from ppid_tui.desk.people import set_up
from tests.desk.two_bodies import AT, CITY, DINAS, at_step_3, officer, put_on, result_of, taken_from

Spoil = Callable[[Path], object]
Edit = Callable[[dict[str, Any]], None]


def _resealed(package: Path) -> None:
    """A package whose lists fit whatever its files are now: made by someone who knows how."""
    info = bag.read_info(package)
    for tag in (bag.DECLARATION, bag.INFO, bag.MANIFEST, bag.TAGS):
        (package / tag).unlink()
    files = [f for f in (package / "data").rglob("*") if f.is_file()]
    bag.seal(package, {f.relative_to(package).as_posix(): digest_of(f) for f in files}, info)


def _edited(package: Path, edit: Edit) -> None:
    said = json.loads((package / CASE).read_text(encoding="utf-8"))
    edit(said)
    (package / CASE).write_text(json.dumps(said), encoding="utf-8")
    _resealed(package)


def _files(package: Path) -> list[Path]:
    return sorted((package / "data" / "softcopies").iterdir())


def _case_field(name: str, value: object) -> Spoil:
    return lambda package: _edited(package, lambda said: said["case"].__setitem__(name, value))


def _document_field(name: str, value: object) -> Spoil:
    return lambda package: _edited(package, lambda said: said["documents"][0].__setitem__(name, value))


def _rendition_field(name: str, value: object) -> Spoil:
    def edit(said: dict[str, Any]) -> None:
        said["documents"][0]["renditions"][0][name] = value

    return lambda package: _edited(package, edit)


def _linked(package: Path) -> None:
    target, file = package.parent / "di luar", _files(package)[0]
    shutil.copy(file, target)
    file.unlink()
    file.symlink_to(target)


def _listed_outside(path: str) -> Spoil:
    def spoil(package: Path) -> None:
        with (package / bag.MANIFEST).open("a", encoding="utf-8") as manifest:
            manifest.write(f"{'0' * 64}  {path}\n")

    return spoil


def _sparse(package: Path) -> None:
    with _files(package)[0].open("r+b") as file:
        file.truncate(shutil.disk_usage(package).free + (1 << 30))


def _swapped(package: Path) -> None:
    _files(package)[0].write_bytes(b"%PDF-1.4 lain")
    _resealed(package)


def _deep(package: Path) -> None:
    (package / CASE).write_text("[" * 200_000, encoding="utf-8")
    _resealed(package)


HOSTILE: dict[str, Spoil] = {
    "a byte of a softcopy": lambda p: _files(p)[0].write_bytes(b"%PDF-x" + _files(p)[0].read_bytes()[6:]),
    "a missing softcopy": lambda p: _files(p)[0].unlink(),
    "a softcopy under another's digest": _swapped,
    "a file that is not listed": lambda p: (p / "data" / "lebih.txt").write_text("x", encoding="utf-8"),
    "no list": lambda p: (p / bag.MANIFEST).unlink(),
    "a list that was cut": lambda p: (p / bag.MANIFEST).write_bytes((p / bag.MANIFEST).read_bytes()[:40]),
    "no case": lambda p: (p / CASE).unlink(),
    "no lists of lists": lambda p: (p / bag.TAGS).unlink(),
    "a path above": _listed_outside("data/../../../x"),
    "an absolute path": _listed_outside("/etc/passwd"),
    "a link to elsewhere": _linked,
    "a digest that is a path": _rendition_field("sha256", "../../../../x"),
    "a text that is a path": _document_field("text_key", "../" * 30 + "x"),
    "a text of another document": _document_field("text_key", "a" * 64),
    "an unknown step": _case_field("step", 99),
    "an unknown role": _case_field("assigned", "kepala"),
    "an id that is none": _case_field("uid", "../x"),
    "a time with a zone": _case_field("since", "2026-04-01T09:00:00Z"),
    "a time before all calendars": _case_field("since", "0001-01-01T00:00:00"),
    "a title that is no text": _case_field("title", {"a": 1}),
    "another version of the SOP": _case_field("sop_version", "0" * 12),
    "brackets within brackets": _deep,
    "a huge list": lambda p: (p / bag.MANIFEST).write_bytes(b"\n" * (9 << 20)),
}


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package as it was made."""
    folder = tmp_path_factory.mktemp("paket")
    with closing(set_up(folder / "kota", CITY)) as city:
        utama = officer(city, "utama", "bidang")
        return put_on(folder, city, at_step_3(city, folder / "a", utama), utama)


@pytest.fixture(scope="module")
def one_dinas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with closing(set_up(tmp_path_factory.mktemp("dinas") / "home", DINAS)) as office:
        yield office


@pytest.mark.parametrize("how", HOSTILE)
def test_a_damaged_or_hostile_package_is_refused_in_plain_words_and_leaves_nothing(
    how: str, honest: Path, one_dinas: Office, tmp_path: Path
) -> None:
    package = Path(shutil.copytree(honest, tmp_path / "paket"))
    HOSTILE[how](package)
    by = Officer("Pegawai", ("pendukung",), id=1)
    before = one_dinas.records.trail.sequence
    with pytest.raises(BadPackage, match="Tidak ada yang diterima; minta paket yang baru"):
        taken_from(one_dinas, package, by)
    assert one_dinas.records.trail.sequence == before
    assert not list(one_dinas.softcopies.folder.rglob("*.*"))


@pytest.mark.skipif(sys.platform == "win32", reason="a file larger than the disk must be sparse")
def test_a_package_larger_than_the_disk_is_refused_before_it_is_read(
    honest: Path, one_dinas: Office, tmp_path: Path
) -> None:
    package = Path(shutil.copytree(honest, tmp_path / "paket"))
    _sparse(package)
    with pytest.raises(NotTaken, match="Tempat di laptop tidak cukup"):
        taken_from(one_dinas, package, Officer("Pegawai", ("pendukung",), id=1))


def test_a_softcopy_changed_after_the_look_is_refused(honest: Path, one_dinas: Office, tmp_path: Path) -> None:
    package = Path(shutil.copytree(honest, tmp_path / "paket"))
    offer = result_of(look_into(one_dinas, package))
    _files(package)[0].write_bytes(b"%PDF-1.4 ditukar")
    with pytest.raises(BadPackage, match="bukan yang tertulis di paket"):
        result_of(take_package(one_dinas, offer, Officer("Pegawai", ("pendukung",), id=1), AT))
    assert not list(one_dinas.softcopies.folder.rglob("*.*"))
