"""Bars: on paper and in letters, the longest the widest, none wider than there is room."""

from __future__ import annotations

from ppid_tui.printouts.bars import bar_lines

ROWS = [("Januari", 0), ("Februari", 1), ("Bagian Materi dan Komunikasi Pimpinan yang Panjang", 1000)]


def test_bars_keep_their_order_and_stay_within_the_width() -> None:
    for width in (20, 40, 80, 120):
        lines = bar_lines(ROWS, width)
        assert len(lines) == 3 and max(map(len, lines)) <= width
        lengths = [line.count("█") for line in lines]
        assert lengths[0] == 0 and 1 <= lengths[1] < lengths[2]


def test_each_bar_has_its_number_and_nothing_makes_none() -> None:
    assert [line.split()[-1] for line in bar_lines(ROWS, 60)] == ["0", "1", "1000"]
    assert bar_lines([], 60) == []
