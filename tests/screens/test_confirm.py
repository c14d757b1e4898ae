"""A question before anything is lost: the safe answer comes first."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App

from ppid_tui.screens.confirm import ConfirmScreen


@pytest.mark.parametrize(
    ("keys", "answer"), [(["enter"], False), (["escape"], False), (["right", "enter"], True), (["tab", "enter"], True)]
)
def test_only_the_second_answer_says_yes(keys: list[str], answer: bool) -> None:
    answers: list[bool | None] = []

    async def ask() -> None:
        app: App[None] = App()
        async with app.run_test(size=(80, 24)) as pilot:
            await app.push_screen(ConfirmScreen("Buang [isian] ini?", "Buang", "Lanjutkan mengisi"), answers.append)
            await pilot.press(*keys)

    asyncio.run(ask())
    assert answers == [answer]
