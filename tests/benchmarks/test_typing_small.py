"""The measuring of typing can't be deceived: what stood there before counts for nothing, what is missing is told."""

from __future__ import annotations

import pytest

pytest.importorskip("pyte")

from tests.benchmarks.terminal import NotPainted, Picture
from tests.benchmarks.typed_kiosk import Typing, answered, box, hits, page
from tests.benchmarks.typed_queries import Typed

NEW, OLD = Typed("da", "2 dokumen ditemukan", "Dana Hibah"), Typed("d", "7 dokumen ditemukan", "Daftar Hadir")


def painted(at: float, typed: str, query: Typed, beside: str = "Dana") -> Picture:
    """A screen on which this stands in the box, and this was found."""
    rows = [" F1 ?", "┌──┐", f"│ {typed:10} │", "└──┘", f" {query.count} · Ctrl+R terbaru"]
    rows += [f" {query.title:12} ▇│ {beside}", "              │ hal. 1"]
    return Picture(at, (*rows, *[""] * (24 - len(rows))))


def typing(*pictures: Picture) -> Typing:
    """Two letters, pressed after one and two seconds."""
    return Typing(NEW.text, (1.0, 2.0), (painted(0.5, "", OLD), *pictures))


def test_a_letter_is_counted_from_its_key_to_its_picture() -> None:
    one = typing(painted(1.25, "d", OLD), painted(2.5, "da", OLD), painted(3.0, "da", NEW))
    assert one.echoes() == [0.25, 0.5]


def test_letters_that_come_in_one_picture_are_counted_each_from_its_own_key() -> None:
    assert typing(painted(2.5, "da", OLD)).echoes() == [1.5, 0.5]


def test_a_letter_that_never_comes_is_told() -> None:
    with pytest.raises(NotPainted):
        typing(painted(1.25, "d", OLD)).echoes()


def test_results_are_counted_until_they_stand_as_they_stay_and_the_page_beside_them_apart() -> None:
    one = typing(painted(2.25, "da", OLD), painted(2.5, "da", NEW), painted(3.0, "da", NEW, "Hibah"))
    assert (one.since_last_key(hits), one.since_last_key(page)) == (0.5, 1.0)


def test_results_that_stood_before_the_last_key_count_for_nothing() -> None:
    with pytest.raises(NotPainted):
        typing(painted(1.5, "d", NEW), painted(2.5, "da", NEW)).since_last_key(hits)


def test_results_of_another_query_are_told_from_those_of_this_one() -> None:
    rows = painted(1.0, "da", NEW).rows
    assert box(rows) == "da"
    assert answered(rows, NEW)
    assert not answered(rows, OLD)
    assert not answered(painted(1.0, "da", Typed("da", NEW.count, OLD.title)).rows, NEW)
