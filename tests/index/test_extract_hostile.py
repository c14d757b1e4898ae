"""No file hangs the kiosk, takes its memory, or stops the next file from being read."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from index.extract import Reason, Unreadable, extract, limits, worker
from index.extract.pool import POOL
from tests.index import hostile_files as make


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "baik.pdf"
    path.write_bytes(make.text_page(b"isi surat"))
    return path


@pytest.mark.parametrize("made", [make.reference_loop, make.endless_xref, make.forms_doubling])
def test_an_endless_file_is_given_up_and_the_next_is_read(
    made: Callable[[], bytes], tmp_path: Path, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "jahat.pdf").write_bytes(made())
    extract(sound)
    monkeypatch.setattr(limits, "OPEN_SECONDS", 1.0)
    monkeypatch.setattr(worker, "PAGE_SECONDS", 1.0)
    with pytest.raises(Unreadable) as caught:
        extract(tmp_path / "jahat.pdf")
    assert caught.value.reason is Reason.TOO_SLOW
    monkeypatch.undo()
    assert extract(sound).pages == ("isi surat",)


def test_a_page_without_end_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(make.endless_pages("t.t"))
    monkeypatch.setattr(worker, "PAGE_SECONDS", 1.0)
    read = extract(tmp_path / "a.pdf")
    assert read.pages == ("halaman 1", "", "halaman 3")
    assert read.notes == ("Halaman 2 tidak dapat dibaca",)


def test_after_some_pages_without_end_what_came_before_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(make.endless_pages("t....t"))
    monkeypatch.setattr(worker, "PAGE_SECONDS", 1.0)
    read = extract(tmp_path / "a.pdf")
    assert read.pages == ("halaman 1", *[""] * 5)
    assert read.notes == (
        "Halaman 2–3 tidak dapat dibaca",
        "Halaman 4 dan seterusnya tidak dapat dibaca: Membaca dokumen ini terlalu lama",
    )


@pytest.mark.parametrize("made", [make.form_of_itself, lambda: make.flate_bomb(200)])
def test_bombs_and_loops_in_a_page_cost_that_page(made: Callable[[], bytes], tmp_path: Path) -> None:
    (tmp_path / "jahat.pdf").write_bytes(made())
    read = extract(tmp_path / "jahat.pdf")
    assert not read.has_text
    assert read.notes


@pytest.mark.skipif(sys.platform == "win32", reason="there a job object bounds memory; not tried yet")
def test_a_font_of_endless_widths_meets_the_memory_limit(tmp_path: Path, sound: Path) -> None:
    (tmp_path / "jahat.pdf").write_bytes(make.font_of_endless_widths())
    assert not extract(tmp_path / "jahat.pdf").has_text
    assert extract(sound).has_text


def test_a_crowded_page_is_read_without_long_thought(tmp_path: Path) -> None:
    (tmp_path / "ramai.pdf").write_bytes(make.crowded_page(3_000))
    assert len(extract(tmp_path / "ramai.pdf").pages) == 1


def test_on_a_page_too_crowded_for_lines_words_are_still_words(tmp_path: Path) -> None:
    cells = b"".join(b"1 0 0 1 %d %d Tm (ab) Tj " % (40 * (i % 200), 10 * (i // 200)) for i in range(21_000))
    (tmp_path / "register.pdf").write_bytes(make.text_page(b") Tj " + cells + b"(akhir"))
    words = extract(tmp_path / "register.pdf").pages[0].split()
    assert words.count("ab") > 20_000


def test_a_word_bomb_is_read_up_to_the_limit(tmp_path: Path) -> None:
    read = extract(make.word_bomb(tmp_path / "bom.docx", 80))
    assert read.has_text
    assert sum(map(len, read.pages)) < 6_000_000


def test_a_cell_over_a_thousand_million_columns_is_one_cell(tmp_path: Path) -> None:
    span = '<w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
    table = f"<w:tbl><w:tr><w:tc>{span}{make.paragraph('sel')}</w:tc></w:tr></w:tbl>"
    assert extract(make.word(tmp_path / "a.docx", table)).pages == ("sel",)


def test_endless_nesting_is_damage(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as caught:
        extract(make.word(tmp_path / "a.docx", "<w:sdt>" * 100_000))
    assert caught.value.reason is Reason.DAMAGED


def test_a_cancelled_reading_leaves_no_half_answers_for_the_next(sound: Path, tmp_path: Path) -> None:
    class CancelledError(Exception):
        pass

    def cancel(done: int, total: int | None) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        extract(sound, cancel)
    (tmp_path / "lain.pdf").write_bytes(make.text_page(b"surat lain"))
    assert extract(tmp_path / "lain.pdf").pages == ("surat lain",)


def test_a_child_that_was_killed_is_replaced(sound: Path) -> None:
    extract(sound)
    POOL.close()
    assert extract(sound).has_text


def test_leaving_the_kiosk_puts_the_file_off(tmp_path: Path, sound: Path) -> None:
    (tmp_path / "jahat.pdf").write_bytes(make.reference_loop())
    extract(sound)
    leaving = threading.Timer(0.3, POOL.close)
    leaving.start()
    with pytest.raises(Unreadable) as caught:
        extract(tmp_path / "jahat.pdf")
    leaving.join()
    assert caught.value.passing


def test_threads_take_turns(tmp_path: Path) -> None:
    read: dict[int, tuple[str, ...]] = {}

    def take(number: int) -> None:
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(make.text_page(b"surat nomor %d" % number))
        read[number] = extract(path).pages

    threads = [threading.Thread(target=take, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == {number: (f"surat nomor {number}",) for number in range(8)}
