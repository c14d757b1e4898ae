"""What once went wrong in an officer's hands, and must not again."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from ppid_tui.screens.describe import DescribeScreen
from ppid_tui.widgets.page_view import PageView
from ppid_tui.widgets.step_form import LongText
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import PETUGAS, PINS, TRAVEL, document


def test_no_word_of_a_page_is_cut_at_its_edge(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        await kiosk.type("perjalanan")
        await kiosk.until_shown("1 dokumen ditemukan")
        await kiosk.keys("enter")
        await kiosk.until_shown("Lengkapi")
        view = kiosk.app.screen.query_one(PageView)
        view.show_text("kata pendek dan panjang " * 200)
        await kiosk.settled()
        assert all(row.cell_length <= view.scrollable_content_region.width for row in view._rows)

    at_the_kiosk(office_home, visit)


def test_the_arrows_go_from_field_to_field_where_the_form_is_taller_than_the_screen(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await kiosk.sign_in(PETUGAS, PINS[PETUGAS])
        assert kiosk.app.office
        kiosk.app.push_screen(DescribeScreen(document(kiosk.app.office, TRAVEL).id))
        await kiosk.until_shown("Judul")
        await kiosk.keys("down", "down")
        assert isinstance(kiosk.app.focused, Input)
        assert kiosk.app.focused.id == "number"

    at_the_kiosk(office_home, visit)


def test_function_keys_never_touch_the_text_of_a_long_field() -> None:
    keys = {key for binding in LongText.BINDINGS for key in str(getattr(binding, "key", binding)).split(",")}
    assert keys
    assert not keys & {f"f{number}" for number in range(1, 13)}
