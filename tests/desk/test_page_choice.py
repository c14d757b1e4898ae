"""Pages as they are typed."""

from __future__ import annotations

import pytest

from ppid_tui.desk.page_choice import chosen_pages


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", ()), ("3", (3,)), ("2-4, 7", (2, 3, 4, 7)), ("7 2 - 3;2", (2, 3, 7)),
        ("0", None), ("4-2", None), ("11", None), ("dua", None), ("1-", None), ("٣", None),
    ],
)  # fmt: skip
def test_pages_are_read_once_each_and_nothing_is_guessed(typed: str, pages: tuple[int, ...] | None) -> None:
    assert chosen_pages(typed, 10) == pages
