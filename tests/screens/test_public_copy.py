"""Marking what is exempt, by keys alone, until only the public copy is given."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from ppid_tui.desk import public_copy
from ppid_tui.desk.office import open_office
from ppid_tui.screens.public_copy import PublicCopyScreen
from tests.screens.golden import assert_golden
from tests.screens.kiosk import Kiosk, at_the_kiosk
from tests.small_office import PINS, PPID, TRAVEL, document


async def at_the_pages(kiosk: Kiosk) -> None:
    """To the pages of the travel report, as who decides."""
    await kiosk.sign_in(PPID, PINS[PPID])
    await kiosk.keys("f3")
    await kiosk.type("protokol")
    await kiosk.until_shown("hal.")
    await kiosk.keys("enter", "enter", "h")
    await kiosk.until_shown("Salinan untuk publik: ")


def test_words_boxes_and_names_are_marked_kept_and_painted_black(office_home: Path) -> None:
    async def visit(kiosk: Kiosk) -> None:
        await at_the_pages(kiosk)
        await kiosk.until_shown("Halaman 1 dari 3")
        await kiosk.keys("right", "right", "space")
        assert "[perjalanan]" in kiosk.text() and "ditandai 1 di halaman ini" in kiosk.text()
        await kiosk.keys("u")
        assert "[perjalanan]" not in kiosk.text()
        screen = kiosk.app.screen
        assert isinstance(screen, PublicCopyScreen)
        await kiosk.until(lambda: bool(screen._picture))
        assert_golden("public_copy_80x24", kiosk.text())
        await kiosk.keys("tab", "down", "space", "shift+right", "down", "space", "escape")
        await kiosk.until_shown("ditandai 1 di halaman ini")
        await kiosk.keys("escape", "h")
        await kiosk.until_shown("ditandai 1 di halaman ini")
        await kiosk.keys("c")
        await kiosk.type("protokol")
        await kiosk.keys("f8")
        await kiosk.until_shown("2 kata ditandai")
        await kiosk.keys("f8")
        await kiosk.until_shown("Mengapa bagian ini dikecualikan?")
        await kiosk.keys("f8")
        await kiosk.until_shown("Sebagian dikecualikan: yang")

    at_the_kiosk(office_home, visit)
    with closing(open_office(office_home)) as office:
        record = document(office, TRAVEL)
        assert record.partly_exempt and record.public_copy and len(public_copy.boxes_of(record)) == 3
