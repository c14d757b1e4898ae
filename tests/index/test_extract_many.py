"""Many files are read on all cores, each on its own."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from index.extract import Extracted, Reason, extract, extract_many
from tests.index import hostile_files as make


def letters(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.pdf" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(make.text_page(b"surat nomor %d" % number))
    return paths


def test_each_file_comes_back_once_with_its_own_text(tmp_path: Path) -> None:
    read = dict(extract_many(letters(tmp_path, 12)))
    assert {path.stem: outcome.pages for path, outcome in read.items() if isinstance(outcome, Extracted)} == {
        str(number): (f"surat nomor {number}",) for number in range(12)
    }


def test_a_bad_file_costs_only_its_own(tmp_path: Path) -> None:
    paths = letters(tmp_path, 4)
    paths[1].write_bytes(b"")
    paths[2].unlink()
    reasons = {path.stem: getattr(outcome, "reason", None) for path, outcome in extract_many(paths)}
    assert reasons == {"0": None, "1": Reason.EMPTY, "2": Reason.MISSING, "3": None}


def test_nothing_gives_nothing() -> None:
    assert list(extract_many([])) == []


def test_the_largest_are_begun_first(tmp_path: Path) -> None:
    small, large = letters(tmp_path, 2)
    large.write_bytes(large.read_bytes() + b"%" * 10_000)
    begun: list[Path] = []
    list(extract_many([small] * 9 + [large], lambda path, done, total: begun.append(path)))
    assert large in begun[:4]


def test_pages_are_told_with_their_file(tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    list(extract_many(letters(tmp_path, 3), lambda path, done, total: told.append((path.stem, done, total))))
    assert sorted(told) == [("0", 1, 1), ("1", 1, 1), ("2", 1, 1)]


def test_leaving_early_ends_the_files_under_way(tmp_path: Path) -> None:
    (tmp_path / "jahat.pdf").write_bytes(make.reference_loop())
    many = extract_many([*letters(tmp_path, 3), tmp_path / "jahat.pdf"])
    next(many)
    begun = time.monotonic()
    many.close()
    assert time.monotonic() - begun < 2
    assert extract(tmp_path / "0.pdf").has_text


def test_a_cancellation_of_the_one_who_looks_on_passes_on(tmp_path: Path) -> None:
    def cancel(path: Path, done: int, total: int | None) -> None:
        raise KeyError(path)

    with pytest.raises(KeyError):
        list(extract_many(letters(tmp_path, 5), cancel))
